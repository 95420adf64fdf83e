/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-cli-verbs.h"

#include "slip-cli-feed-print.h"
#include "slip-cli-parts.h"
#include "slip-cli-print.h"
#include "slip-feed-run.h"

#include <errno.h>
#include <gio/gunixinputstream.h>
#include <glib/gi18n.h>
#include <string.h>

#define SECRET_VARIABLE "SLIPWAY_FEED_SECRET"

/* Most of a secret that is read. */
#define MAX_SECRET_BYTES 8192

#define MAX_SECONDS 600

/* What `feed try` was told. */
typedef struct {
  char *adapter;
  char *auth;
  int secret_fd;
  char *authority;
  char **pointers;
  char **words;
  int seconds;
  char *secret;
  GArray *meanings; /* of SlipAdapterWord */
  SlipAdapterSettings settings;
} Options;

static void
options_clear (Options *self)
{
  g_free (self->adapter);
  g_free (self->auth);
  g_free (self->authority);
  g_strfreev (self->pointers);
  g_strfreev (self->words);
  g_free (self->secret);
  g_clear_pointer (&self->meanings, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
fail_usage (GError **error, const char *what)
{
  g_set_error_literal (error, SLIP_CLI_ERROR, SLIP_CLI_ERROR_USAGE, what);
  return FALSE;
}

/* Cuts `KEY=VALUE` in @text in two; returns the value, or %NULL. */
static const char *
cut (char *text)
{
  char *sign = strchr (text, '=');

  if (sign == NULL || sign == text)
    return NULL;
  *sign = '\0';
  return sign + 1;
}

static const char **
find_pointer (SlipAdapterSettings *settings, const char *name)
{
  const struct {
    const char *name;
    const char **place;
  } table[] = {
    { "list", &settings->list },
    { "release", &settings->release },
    { "audience", &settings->audience },
    { "state", &settings->state },
    { "text", &settings->text },
    { "owner", &settings->owner },
    { "done", &settings->done },
    { "total", &settings->total },
    { "updated_at", &settings->updated_at },
    { "url", &settings->url },
    { "next", &settings->next },
    { "is_release", &settings->fixed_release },
    { "is_audience", &settings->fixed_audience },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    if (g_str_equal (table[i].name, name))
      return table[i].place;
  return NULL;
}

static gboolean
read_pointers (Options *options, GError **error)
{
  for (guint i = 0; options->pointers != NULL && options->pointers[i]; i++) {
    const char *value = cut (options->pointers[i]);
    const char **place =
      value != NULL ? find_pointer (&options->settings, options->pointers[i])
                    : NULL;

    if (place == NULL)
      return fail_usage (
        error, _ ("A pointer is list, release, audience, state, text, owner, "
                  "done, total, updated_at, url, next, is_release or "
                  "is_audience, as in state=/fields/status"));
    *place = value;
  }
  return TRUE;
}

static gboolean
read_words (Options *options, GError **error)
{
  options->meanings = g_array_new (FALSE, FALSE, sizeof (SlipAdapterWord));
  for (guint i = 0; options->words != NULL && options->words[i]; i++) {
    const char *nick = cut (options->words[i]);
    SlipAdapterWord word = { options->words[i], SLIP_OBSERVED_UNKNOWN };

    if (nick != NULL)
      word.state = slip_observed_state_find (nick);
    if (nick == NULL ||
        (word.state == SLIP_OBSERVED_UNKNOWN && !g_str_equal (nick, "unknown")))
      return fail_usage (error,
                         _ ("A word is said as in “Nearly there=at_risk”; "
                            "slipway-status(5) lists the states"));
    g_array_append_val (options->meanings, word);
  }
  options->settings.words =
    (const SlipAdapterWord *) (gpointer) options->meanings->data;
  options->settings.n_words = options->meanings->len;
  return TRUE;
}

/* Reads the secret from a file descriptor, up to its end or a line end. */
static char *
read_secret (int fd, GError **error)
{
  g_autoptr (GInputStream) stream = g_unix_input_stream_new (fd, FALSE);
  char buffer[MAX_SECRET_BYTES + 1];
  gsize n;

  if (!g_input_stream_read_all (stream, buffer, MAX_SECRET_BYTES, &n, NULL,
                                error)) {
    g_prefix_error (error, "%s: ", _ ("The secret could not be read"));
    return NULL;
  }
  buffer[n] = '\0';
  buffer[strcspn (buffer, "\r\n")] = '\0';
  return g_strdup (buffer);
}

static gboolean
set_secret (Options *options, SlipFeedRequest *request, GError **error)
{
  const char *name = options->auth != NULL ? strchr (options->auth, ':') : NULL;

  if (options->auth == NULL)
    return TRUE;
  if (g_str_equal (options->auth, "bearer"))
    request->secret_type = SLIP_FEED_SECRET_BEARER;
  else if (name != NULL && g_str_has_prefix (options->auth, "basic:"))
    request->secret_type = SLIP_FEED_SECRET_BASIC;
  else if (name != NULL && g_str_has_prefix (options->auth, "header:"))
    request->secret_type = SLIP_FEED_SECRET_HEADER;
  else
    return fail_usage (
      error, _ ("A secret is sent as bearer, basic:NAME or header:NAME"));
  if (options->secret_fd >= 0) {
    options->secret = read_secret (options->secret_fd, error);
    if (options->secret == NULL)
      return FALSE;
  } else {
    options->secret = g_strdup (g_getenv (SECRET_VARIABLE));
  }
  if (options->secret == NULL || *options->secret == '\0')
    return fail_usage (error, _ ("There is no secret; it is read from the "
                                 "variable SLIPWAY_FEED_SECRET or from "
                                 "--secret-fd"));
  request->secret_name = name != NULL ? name + 1 : NULL;
  request->secret = options->secret;
  return TRUE;
}

static const SlipAdapter *
find_adapter (const char *id, GError **error)
{
  const SlipAdapter *adapter =
    slip_adapter_find (id != NULL ? id : slip_adapter_native.id);
  g_autoptr (GString) ids = g_string_new (NULL);
  guint n;
  const SlipAdapter *const *list = slip_adapter_list (&n);

  if (adapter != NULL)
    return adapter;
  for (guint i = 0; i < n; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? ", " : "", list[i]->id);
  g_set_error (error, SLIP_CLI_ERROR, SLIP_CLI_ERROR_USAGE,
               _ ("There is no adapter “%s”, only: %s"), id, ids->str);
  return NULL;
}

static SlipFeedClient *
new_client (SlipCli *cli, const Options *options, GError **error)
{
  g_autoptr (SlipFeedClient) client = slip_feed_client_new (cli->clock);
  g_autoptr (GTlsDatabase) trust = NULL;

  if (options->authority == NULL)
    return g_steal_pointer (&client);
  g_autofree char *path = g_canonicalize_filename (options->authority, NULL);
  trust = g_tls_file_database_new (path, error);
  if (trust == NULL) {
    g_prefix_error (error, "%s: ", options->authority);
    return NULL;
  }
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
                      .settings = &options->settings,
                      .today = slip_clock_get_today (cli->clock) };
  g_autoptr (SlipFeedClient) client = NULL;
  g_autoptr (SlipFeedResult) result = NULL;

  run.request.limits.deadline_ms = (guint) options->seconds * 1000;
  run.adapter = find_adapter (options->adapter, error);
  if (run.adapter == NULL || !read_pointers (options, error) ||
      !read_words (options, error) ||
      !set_secret (options, &run.request, error))
    return FALSE;
  if (run.adapter == &slip_adapter_general &&
      !slip_adapter_settings_check (&options->settings, error))
    return FALSE;
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
    { "adapter", 0, 0, G_OPTION_ARG_FILENAME, &options.adapter,
      N_ ("How to read what comes"), N_ ("ADAPTER") },
    { "auth", 0, 0, G_OPTION_ARG_FILENAME, &options.auth,
      N_ ("How to send the secret: bearer, basic:NAME or header:NAME"),
      N_ ("HOW") },
    { "secret-fd", 0, 0, G_OPTION_ARG_INT, &options.secret_fd,
      N_ ("Read the secret from this file descriptor"), N_ ("NUMBER") },
    { "authority", 0, 0, G_OPTION_ARG_FILENAME, &options.authority,
      N_ ("Believe certificates of this authority only"), N_ ("FILE") },
    { "pointer", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.pointers,
      N_ ("Where something is, for the adapter “general”"),
      N_ ("NAME=POINTER") },
    { "word", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.words,
      N_ ("What a state means, for the same"), N_ ("WORD=STATE") },
    { "timeout", 0, 0, G_OPTION_ARG_INT, &options.seconds,
      N_ ("How long one answer may take"), N_ ("SECONDS") },
    { NULL },
  };

  if (!slip_cli_parse (cli, verb, entries, arguments, error))
    return FALSE;
  if (options.seconds < 0 || options.seconds > MAX_SECONDS)
    return fail_usage (error, _ ("A timeout is at most 600 seconds"));
  return try_feed (cli, (*arguments)[0], &options, error);
}

const SlipCliVerb slip_cli_feed_verbs[] = {
  { "feed try", "ADDRESS", N_ ("Ask a status feed and tell what matches"), 1, 1,
    run_feed_try },
  { NULL },
};
