/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-cli-verbs.h"

#include "slip-accept.h"
#include "slip-change-text.h"
#include "slip-cli-arguments.h"
#include "slip-cli-feed-load.h"
#include "slip-cli-json.h"
#include "slip-cli-parts.h"
#include "slip-cli-print.h"
#include "slip-cli-report.h"
#include "slip-entity-find.h"
#include "slip-flag.h"
#include "slip-text.h"

#include <glib/gi18n.h>

/* What `accept` was told. */
typedef struct {
  char *feed;
  char *criterion;
  char *flag;
  char *environment;
  char *freeze;
  gboolean is_dry_run;
} Options;

static void
options_clear (Options *self)
{
  g_free (self->feed);
  g_free (self->criterion);
  g_free (self->flag);
  g_free (self->environment);
  g_free (self->freeze);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static void
set_silent (GError **error)
{
  g_set_error_literal (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_NOT_FOUND,
                       _ ("No feed says anything about it"));
}

/* The newest of @values, of @feed alone if that is not %NULL. */
static const SlipFeedValue *
pick (const GPtrArray *values, const char *feed, GError **error)
{
  for (guint i = 0; values != NULL && i < values->len; i++) {
    const SlipFeedValue *value = values->pdata[i];

    if (feed == NULL || g_str_equal (value->feed, feed))
      return value;
  }
  set_silent (error);
  return NULL;
}

static const SlipFeedValue *
pick_freeze (const GPtrArray *values,
             const char *feed,
             const char *name,
             GError **error)
{
  g_autofree char *folded = slip_text_fold (name);

  for (guint i = 0; values != NULL && i < values->len; i++) {
    const SlipFeedValue *value = values->pdata[i];
    const char *text = value->observation->text;
    g_autofree char *other = text != NULL ? slip_text_fold (text) : NULL;

    if ((feed == NULL || g_str_equal (value->feed, feed)) &&
        g_strcmp0 (other, folded) == 0)
      return value;
  }
  set_silent (error);
  return NULL;
}

/* Without an environment the release's only flag of that key is meant. */
static const SlipRow *
find_flag (const SlipCli *cli,
           const Options *options,
           const char *release,
           GError **error)
{
  const SlipRow *found =
    slip_flag_find (cli->state, release, options->flag, options->environment);
  g_autoptr (GPtrArray) flags = NULL;
  guint n_found = 0;

  if (found != NULL)
    return found;
  flags = slip_plan_state_list_owned (cli->state, SLIP_KIND_FLAG, release);
  for (guint i = 0; options->environment == NULL && i < flags->len; i++)
    if (g_strcmp0 (slip_row_get_text (flags->pdata[i], SLIP_FLAG_KEY),
                   options->flag) == 0) {
      found = flags->pdata[i];
      n_found++;
    }
  if (n_found == 1)
    return slip_plan_state_get (cli->state, SLIP_KIND_FLAG,
                                slip_row_get_id (found));
  g_set_error (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_NOT_FOUND,
               n_found == 0 ? _ ("The release has no flag “%s”")
                            : _ ("The release has several flags “%s”; name an "
                                 "environment"),
               options->flag);
  return NULL;
}

/* @target: (out) (nullable): the flag that is meant */
static const SlipFeedValue *
pick_flag (const SlipCli *cli,
           const Options *options,
           const char *release,
           const char *feed,
           const char **target,
           GError **error)
{
  const SlipRow *flag = find_flag (cli, options, release, error);

  if (flag == NULL)
    return NULL;
  *target = slip_row_get_id (flag);
  return pick (slip_observations_get_flags (
                 slip_plan_state_get_observations (cli->state), options->flag,
                 slip_row_get_text (flag, SLIP_FLAG_ENVIRONMENT)),
               feed, error);
}

/* What is said of a release, or of one of its audiences. */
static const SlipFeedValue *
pick_status (const SlipCli *cli,
             const char *release,
             const char *audience,
             const char *feed,
             GError **error)
{
  const SlipRow *row =
    audience != NULL
      ? slip_entity_find (cli->state, SLIP_KIND_AUDIENCE, audience, error)
      : NULL;

  if (audience != NULL && row == NULL)
    return NULL;
  return pick (slip_observations_get_statuses (
                 slip_plan_state_get_observations (cli->state), release,
                 row != NULL ? slip_row_get_id (row) : NULL),
               feed, error);
}

/* Opens the plan and finds what is to be accepted. */
static SlipAccept *
open_value (SlipCli *cli,
            const Options *options,
            char **arguments,
            GError **error)
{
  const SlipObservations *seen;
  const SlipFeedValue *value;
  const SlipRow *feed = NULL;
  const char *target = NULL;
  const char *feed_id;
  g_autofree char *release = NULL;

  if (arguments[0] != NULL) {
    const SlipRow *row = slip_cli_open_release_with_feeds (cli, SLIP_CLI_WRITE,
                                                           arguments[0], error);
    if (row == NULL)
      return NULL;
    release = g_strdup (slip_row_get_id (row));
  } else if (!slip_cli_open (cli, SLIP_CLI_WRITE, error) ||
             !slip_cli_load_feeds (cli, error)) {
    return NULL;
  }
  if (options->feed != NULL) {
    feed = slip_entity_find (cli->state, SLIP_KIND_FEED, options->feed, error);
    if (feed == NULL)
      return NULL;
  }
  feed_id = feed != NULL ? slip_row_get_id (feed) : NULL;
  seen = slip_plan_state_get_observations (cli->state);
  if (options->freeze != NULL)
    value = pick_freeze (slip_observations_get_freezes (seen), feed_id,
                         options->freeze, error);
  else if (options->flag != NULL)
    value = pick_flag (cli, options, release, feed_id, &target, error);
  else if (options->criterion != NULL)
    value =
      pick (slip_observations_get_criteria (seen, release, options->criterion),
            feed_id, error);
  else
    value = pick_status (cli, release, arguments[1], feed_id, error);
  return value != NULL ? slip_accept_new (cli->state, value, target,
                                          slip_clock_get_moment (cli->clock))
                       : NULL;
}

/* What it would change; %NULL with an error. */
static GPtrArray *
rehearse (SlipCli *cli, const SlipAccept *accept, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (SlipChangeSet) set = NULL;
  g_autoptr (SlipPlanState) after = NULL;

  slip_workspace_rehearse_async (cli->workspace, slip_accept_run, accept, NULL,
                                 slip_cli_ready_cb, &result);
  set = slip_workspace_rehearse_finish (cli->workspace, slip_cli_wait (&result),
                                        error);
  slip_cli_refresh (cli);
  if (set == NULL)
    return NULL;
  after = slip_plan_state_apply (cli->state, set, error);
  return after != NULL ? slip_change_set_dup_lines (after, set) : NULL;
}

static void
print_lines (const SlipCli *cli, const GPtrArray *lines, const char *nothing)
{
  JsonArray *array;

  if (!cli->is_json) {
    if (lines->len == 0)
      slip_cli_print ("%s", nothing);
    for (guint i = 0; i < lines->len; i++)
      slip_cli_print ("%s", (const char *) lines->pdata[i]);
    return;
  }
  array = json_array_new ();
  for (guint i = 0; i < lines->len; i++)
    json_array_add_string_element (array, lines->pdata[i]);
  slip_cli_json_print (slip_cli_json_array_node (array));
}

static gboolean
accept_value (SlipCli *cli,
              const SlipAccept *accept,
              gboolean is_dry_run,
              GError **error)
{
  g_autoptr (GPtrArray) lines = rehearse (cli, accept, error);
  g_autofree char *nothing = slip_accept_dup_nothing (accept, cli->state);

  if (lines == NULL)
    return FALSE;
  if (is_dry_run || (!cli->is_json && lines->len > 0))
    print_lines (cli, lines, nothing);
  if (is_dry_run)
    return TRUE;
  if (lines->len == 0) {
    g_set_error_literal (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_NOTHING,
                         nothing);
    return FALSE;
  }
  return slip_cli_report_step (
    cli, slip_cli_execute (cli, slip_accept_run, accept, error), NULL);
}

static gboolean
run_accept (SlipCli *cli,
            const SlipCliVerb *verb,
            char ***arguments,
            GError **error)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "feed", 0, 0, G_OPTION_ARG_FILENAME, &options.feed,
      N_ ("The word of this feed, not the newest"), N_ ("FEED") },
    { "criterion", 0, 0, G_OPTION_ARG_FILENAME, &options.criterion,
      N_ ("A figure that gates ask for"), N_ ("NAME") },
    { "flag", 0, 0, G_OPTION_ARG_FILENAME, &options.flag,
      N_ ("What was seen of a feature flag"), N_ ("KEY") },
    { "environment", 0, 0, G_OPTION_ARG_FILENAME, &options.environment,
      N_ ("Where the flag is"), N_ ("NAME") },
    { "freeze", 0, 0, G_OPTION_ARG_FILENAME, &options.freeze,
      N_ ("A freeze, in place of a release"), N_ ("NAME") },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &options.is_dry_run,
      N_ ("Only tell what it would do"), NULL },
    { NULL },
  };
  guint n_others;
  g_autoptr (SlipAccept) accept = NULL;

  if (!slip_cli_parse (cli, verb, entries, arguments, error))
    return FALSE;
  n_others = (options.criterion != NULL) + (options.flag != NULL) +
             (options.freeze != NULL) +
             ((*arguments)[0] != NULL && (*arguments)[1] != NULL);
  if (n_others > 1 || (options.freeze != NULL) != ((*arguments)[0] == NULL))
    return slip_cli_fail_usage (
      error, _ ("Say one thing to accept: RELEASE, RELEASE AUDIENCE, "
                "RELEASE --criterion, RELEASE --flag or --freeze"));
  accept = open_value (cli, &options, *arguments, error);
  return accept != NULL &&
         accept_value (cli, accept, options.is_dry_run, error);
}

const SlipCliVerb slip_cli_accept_verbs[] = {
  { "accept", "[RELEASE [AUDIENCE]]",
    N_ ("Take over into the plan what a status feed says"), 0, 2, run_accept },
  { NULL },
};
