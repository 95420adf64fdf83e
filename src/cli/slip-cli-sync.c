/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-cli-verbs.h"

#include "slip-cli-arguments.h"
#include "slip-cli-feed-options.h"
#include "slip-cli-json.h"
#include "slip-cli-print.h"
#include "slip-cli-secrets.h"
#include "slip-entity-find.h"
#include "slip-feed-age.h"
#include "slip-feed-service.h"

#include <glib/gi18n.h>

static const char *
get_nick (SlipFeedSyncOutcome outcome)
{
  switch (outcome) {
  case SLIP_FEED_SYNC_UPDATED:
    return "updated";
  case SLIP_FEED_SYNC_UNCHANGED:
    return "unchanged";
  case SLIP_FEED_SYNC_NOT_DUE:
    return "not-due";
  case SLIP_FEED_SYNC_ELSEWHERE:
    return "elsewhere";
  case SLIP_FEED_SYNC_OFFLINE:
    return "offline";
  case SLIP_FEED_SYNC_FAILED:
    return "failed";
  }
  g_assert_not_reached ();
}

/* Whether nobody has got what the feed says now. */
static gboolean
has_failed (const SlipFeedSynced *synced)
{
  return synced->outcome == SLIP_FEED_SYNC_OFFLINE ||
         synced->outcome == SLIP_FEED_SYNC_FAILED;
}

/* How it ended where it did not fail. */
static char *
dup_text (const SlipCli *cli, const SlipFeedSynced *synced)
{
  const char *name = slip_feed_get_name (cli->state, synced->feed);

  switch (synced->outcome) {
  case SLIP_FEED_SYNC_UPDATED:
    /* Translators: a feed, and how much it says. */
    return g_strdup_printf (ngettext ("%s: %u value", "%s: %u values",
                                      synced->n_observations),
                            name, synced->n_observations);
  case SLIP_FEED_SYNC_UNCHANGED:
    /* Translators: a feed. */
    return g_strdup_printf (_ ("%s: nothing new"), name);
  case SLIP_FEED_SYNC_NOT_DUE:
  case SLIP_FEED_SYNC_ELSEWHERE:
    /* Translators: a feed. */
    return g_strdup_printf (_ ("%s: another program asks it"), name);
  case SLIP_FEED_SYNC_OFFLINE:
  case SLIP_FEED_SYNC_FAILED:
    break;
  }
  return NULL;
}

static void
print_lines (const SlipCli *cli, const GPtrArray *list)
{
  if (list->len == 0)
    slip_cli_print (_ ("There is no feed to ask"));
  for (guint i = 0; i < list->len; i++) {
    g_autofree char *text = dup_text (cli, list->pdata[i]);

    if (text != NULL)
      slip_cli_print ("%s", text);
  }
}

static void
print_json (const SlipCli *cli, const GPtrArray *list)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < list->len; i++) {
    const SlipFeedSynced *synced = list->pdata[i];
    JsonObject *object = json_object_new ();

    slip_cli_json_set_text (object, "feed", synced->feed);
    slip_cli_json_set_text (object, "name",
                            slip_feed_get_name (cli->state, synced->feed));
    slip_cli_json_set_text (object, "outcome", get_nick (synced->outcome));
    json_object_set_int_member (object, "values", synced->n_observations);
    slip_cli_json_set_text (object, "error",
                            synced->error != NULL ? synced->error->message
                                                  : NULL);
    json_array_add_object_element (array, object);
  }
  slip_cli_json_print (slip_cli_json_array_node (array));
}

/* Tells what failed, each in a sentence. */
static gboolean
check_all (const SlipCli *cli, const GPtrArray *list, GError **error)
{
  guint n_failed = 0;

  for (guint i = 0; i < list->len; i++) {
    const SlipFeedSynced *synced = list->pdata[i];

    if (!has_failed (synced))
      continue;
    n_failed++;
    slip_cli_print_error ("%s: %s",
                          slip_feed_get_name (cli->state, synced->feed),
                          synced->error->message);
  }
  if (n_failed == 0)
    return TRUE;
  g_set_error (error, SLIP_CLI_ERROR, SLIP_CLI_ERROR_FAULTY,
               ngettext ("%u feed was not reached", "%u feeds were not reached",
                         n_failed),
               n_failed);
  return FALSE;
}

static GPtrArray *
sync_feeds (SlipCli *cli,
            const char *feed,
            const char *given,
            GTlsDatabase *trust,
            GError **error)
{
  g_autoptr (SlipSecretSource) secrets = slip_cli_secrets_new (cli, given);
  g_autoptr (SlipFeedService) service =
    slip_feed_service_new (cli->workspace, secrets);
  g_autoptr (GAsyncResult) result = NULL;

  slip_feed_service_set_trust (service, trust);
  slip_feed_service_sync_async (service, feed, NULL, slip_cli_ready_cb,
                                &result);
  return slip_feed_service_sync_finish (service, slip_cli_wait (&result),
                                        error);
}

static gboolean
has_shared_secret (void)
{
  const char *secret = g_getenv ("SLIPWAY_FEED_SECRET");

  return secret != NULL && *secret != '\0';
}

static void
count_secret_cb (const SlipRow *feed, gpointer data)
{
  guint *n = data;

  *n +=
    slip_row_get_integer (feed, SLIP_FEED_SECRET_TYPE) != SLIP_FEED_SECRET_NONE;
}

/* How many feeds want a secret: what is for one must not reach another. */
static guint
count_secrets (const SlipCli *cli)
{
  guint n = 0;

  slip_plan_state_foreach (cli->state, SLIP_KIND_FEED, count_secret_cb, &n);
  return n;
}

/* The secret that goes to one feed, if there is one.
 * @feed: (nullable): the feed that is named */
static gboolean
read_secret (const SlipCli *cli,
             const char *feed,
             int fd,
             char **secret,
             GError **error)
{
  if (fd >= 0 && feed == NULL)
    return slip_cli_fail_usage (error, _ ("Name the feed whose secret it is"));
  if (fd >= 0 || (feed != NULL && has_shared_secret ())) {
    *secret = slip_cli_dup_secret (fd, error);
    return *secret != NULL;
  }
  if (feed == NULL && has_shared_secret () && count_secrets (cli) == 1)
    *secret = slip_cli_dup_secret (-1, NULL);
  return TRUE;
}

static gboolean
run_sync (SlipCli *cli,
          const SlipCliVerb *verb,
          char ***arguments,
          GError **error)
{
  int secret_fd = -1;
  g_autofree char *authority = NULL;
  const GOptionEntry entries[] = {
    { "secret-fd", 0, 0, G_OPTION_ARG_INT, &secret_fd,
      N_ ("Read the secret from this file descriptor"), N_ ("NUMBER") },
    { "authority", 0, 0, G_OPTION_ARG_FILENAME, &authority,
      N_ ("Believe certificates of this authority only"), N_ ("FILE") },
    { NULL },
  };
  g_autofree char *given = NULL;
  g_autofree char *id = NULL;
  g_autoptr (GTlsDatabase) trust = NULL;
  g_autoptr (GPtrArray) list = NULL;

  if (!slip_cli_parse (cli, verb, entries, arguments, error) ||
      !slip_cli_open (cli, SLIP_CLI_WRITE, error))
    return FALSE;
  if ((*arguments)[0] != NULL) {
    const SlipRow *feed =
      slip_entity_find (cli->state, SLIP_KIND_FEED, (*arguments)[0], error);

    if (feed == NULL)
      return FALSE;
    id = g_strdup (slip_row_get_id (feed));
  }
  if (!read_secret (cli, id, secret_fd, &given, error) ||
      !slip_cli_load_authority (authority, &trust, error))
    return FALSE;
  list = sync_feeds (cli, id, given, trust, error);
  if (list == NULL)
    return FALSE;
  slip_cli_refresh (cli);
  if (cli->is_json)
    print_json (cli, list);
  else
    print_lines (cli, list);
  return check_all (cli, list, error);
}

const SlipCliVerb slip_cli_sync_verbs[] = {
  { "sync", "[FEED]", N_ ("Ask the status feeds now"), 0, 1, run_sync },
  { NULL },
};
