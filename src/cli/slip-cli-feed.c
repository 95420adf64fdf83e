/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-cli-verbs.h"

#include "slip-cli-arguments.h"
#include "slip-cli-feed-options.h"
#include "slip-cli-feed-print.h"
#include "slip-cli-parts.h"
#include "slip-cli-print.h"
#include "slip-feed-run.h"

#include <glib/gi18n.h>

#define MAX_SECONDS 600

/* What `feed try` was told. */
typedef struct {
  SlipCliFeedOptions feed;
  int secret_fd;
  char *authority;
  int seconds;
  char *secret;
} Options;

static void
options_clear (Options *self)
{
  slip_cli_feed_options_clear (&self->feed);
  g_free (self->authority);
  g_free (self->secret);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
set_secret (Options *options, SlipFeedRequest *request, GError **error)
{
  if (options->feed.secret_type == SLIP_FEED_SECRET_NONE)
    return TRUE;
  options->secret = slip_cli_dup_secret (options->secret_fd, error);
  request->secret_type = options->feed.secret_type;
  request->secret_name = options->feed.secret_name;
  request->secret = options->secret;
  return options->secret != NULL;
}

static SlipFeedClient *
new_client (SlipCli *cli, const Options *options, GError **error)
{
  g_autoptr (SlipFeedClient) client = slip_feed_client_new (cli->clock);
  g_autoptr (GTlsDatabase) trust = NULL;

  if (!slip_cli_load_authority (options->authority, &trust, error))
    return NULL;
  if (trust != NULL)
    slip_feed_client_set_trust (client, trust);
  return g_steal_pointer (&client);
}

static SlipFeedResult *
fetch (SlipFeedClient *client, const SlipFeedRun *run, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  slip_feed_run_async (client, run, NULL, slip_cli_ready_cb, &result);
  slip_cli_wait (&result);
  g_autoptr (SlipFeedResult) fetched =
    slip_feed_run_finish (client, result, error);
  if (fetched != NULL && fetched->error != NULL) {
    g_propagate_error (error, g_steal_pointer (&fetched->error));
    return NULL;
  }
  return g_steal_pointer (&fetched);
}

static gboolean
try_feed (SlipCli *cli, const char *address, Options *options, GError **error)
{
  SlipFeedRun run = { .request = { .address = address },
                      .settings = &options->feed.settings,
                      .today = slip_clock_get_today (cli->clock) };
  g_autoptr (SlipFeedClient) client = NULL;
  g_autoptr (SlipFeedResult) result = NULL;

  run.request.limits.deadline_ms = (guint) options->seconds * 1000;
  if (!slip_cli_feed_options_read (&options->feed, error) ||
      !set_secret (options, &run.request, error))
    return FALSE;
  run.adapter = options->feed.found;
  client = new_client (cli, options, error);
  if (client == NULL || !slip_cli_open (cli, SLIP_CLI_READ, error) ||
      !slip_cli_load_open (cli, error))
    return FALSE;
  result = fetch (client, &run, error);
  if (result == NULL)
    return FALSE;
  slip_cli_print_feed (cli, result->report, result->pages->len);
  return TRUE;
}

static gboolean
run_feed_try (SlipCli *cli,
              const SlipCliVerb *verb,
              char ***arguments,
              GError **error)
{
  g_auto (Options) options = { .secret_fd = -1 };
  const GOptionEntry entries[] = {
    { "adapter", 0, 0, G_OPTION_ARG_FILENAME, &options.feed.adapter,
      N_ ("How to read what comes"), N_ ("ADAPTER") },
    { "auth", 0, 0, G_OPTION_ARG_FILENAME, &options.feed.auth,
      N_ ("How to send the secret: bearer, basic:NAME or header:NAME"),
      N_ ("HOW") },
    { "secret-fd", 0, 0, G_OPTION_ARG_INT, &options.secret_fd,
      N_ ("Read the secret from this file descriptor"), N_ ("NUMBER") },
    { "authority", 0, 0, G_OPTION_ARG_FILENAME, &options.authority,
      N_ ("Believe certificates of this authority only"), N_ ("FILE") },
    { "pointer", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.feed.pointers,
      N_ ("Where something is, for the adapter “general”"),
      N_ ("NAME=POINTER") },
    { "word", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.feed.words,
      N_ ("What a state means, for the same"), N_ ("WORD=STATE") },
    { "timeout", 0, 0, G_OPTION_ARG_INT, &options.seconds,
      N_ ("How long one answer may take"), N_ ("SECONDS") },
    { NULL },
  };

  if (!slip_cli_parse (cli, verb, entries, arguments, error))
    return FALSE;
  if (options.seconds < 0 || options.seconds > MAX_SECONDS)
    return slip_cli_fail_usage (error, _ ("A timeout is at most 600 seconds"));
  return try_feed (cli, (*arguments)[0], &options, error);
}

const SlipCliVerb slip_cli_feed_verbs[] = {
  { "feed try", "ADDRESS", N_ ("Ask a status feed and tell what matches"), 1, 1,
    run_feed_try },
  { NULL },
};
