/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-cli-verbs.h"

#include "slip-cli-arguments.h"
#include "slip-cli-assignments.h"
#include "slip-cli-feed-load.h"
#include "slip-cli-feed-options.h"
#include "slip-cli-feed-print.h"
#include "slip-cli-json.h"
#include "slip-cli-print.h"
#include "slip-cli-report.h"
#include "slip-entity-find.h"
#include "slip-feed-address.h"
#include "slip-feed-age.h"

#include <glib/gi18n.h>
#include <string.h>

/* How many past values are told at most. */
#define HISTORY_LIMIT 200

static gboolean
execute_all (SlipCli *cli, GPtrArray *edits, const char *id, GError **error)
{
  return slip_cli_report_step (
    cli, slip_cli_execute (cli, slip_entity_edit_run_all, edits, error), id);
}

static void
add_settings (SlipEntityEdit *edit, const SlipAdapterSettings *settings)
{
  const char *const texts[] = {
    settings->list,           settings->release,
    settings->audience,       settings->state,
    settings->text,           settings->owner,
    settings->done,           settings->total,
    settings->updated_at,     settings->url,
    settings->next,           settings->fixed_release,
    settings->fixed_audience,
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (texts[i] != NULL)
      slip_entity_edit_add_text (edit, SLIP_FEED_LIST_POINTER + i, texts[i]);
}

static SlipEntityEdit *
new_word (const char *feed, const char *word, SlipObservedState meaning)
{
  SlipEntityEdit *edit =
    slip_entity_edit_new_create (SLIP_KIND_FEED_WORD, NULL, feed);

  slip_entity_edit_add_text (edit, SLIP_FEED_WORD_WORD, word);
  slip_entity_edit_add_integer (edit, SLIP_FEED_WORD_STATE, meaning);
  return edit;
}

/* What makes the feed that the options tell of, and its words. */
static GPtrArray *
new_edits (const SlipCliFeedOptions *options,
           const char *name,
           const char *address)
{
  GPtrArray *edits =
    g_ptr_array_new_with_free_func ((GDestroyNotify) slip_entity_edit_free);
  SlipEntityEdit *edit =
    slip_entity_edit_new_create (SLIP_KIND_FEED, NULL, NULL);

  slip_entity_edit_add_text (edit, SLIP_FEED_NAME, name);
  slip_entity_edit_add_text (edit, SLIP_FEED_ADDRESS, address);
  slip_entity_edit_add_text (edit, SLIP_FEED_ADAPTER, options->found->id);
  slip_entity_edit_add_integer (edit, SLIP_FEED_SECRET_TYPE,
                                options->secret_type);
  slip_entity_edit_add_text (edit, SLIP_FEED_SECRET_NAME, options->secret_name);
  add_settings (edit, &options->settings);
  g_ptr_array_add (edits, edit);
  for (guint i = 0; i < options->settings.n_words; i++)
    g_ptr_array_add (edits, new_word (slip_entity_edit_get_id (edit),
                                      options->settings.words[i].word,
                                      options->settings.words[i].state));
  return edits;
}

/* Whether @address is one that may be asked. */
static gboolean
check_address (const char *address, GError **error)
{
  g_autoptr (GUri) uri = slip_feed_address_parse (address, error);

  return uri != NULL;
}

static gboolean
run_add (SlipCli *cli,
         const SlipCliVerb *verb,
         char ***arguments,
         GError **error)
{
  g_auto (SlipCliFeedOptions) options = { 0 };
  int minutes = SLIP_FEED_USUAL_MINUTES;
  gboolean is_by_hand = FALSE;
  const GOptionEntry entries[] = {
    { "adapter", 0, 0, G_OPTION_ARG_FILENAME, &options.adapter,
      N_ ("How to read what comes"), N_ ("ADAPTER") },
    { "every", 0, 0, G_OPTION_ARG_INT, &minutes, N_ ("How often to ask it"),
      N_ ("MINUTES") },
    { "by-hand", 0, 0, G_OPTION_ARG_NONE, &is_by_hand,
      N_ ("Ask it only when somebody wants"), NULL },
    { "auth", 0, 0, G_OPTION_ARG_FILENAME, &options.auth,
      N_ ("How to send the secret: bearer, basic:NAME or header:NAME"),
      N_ ("HOW") },
    { "pointer", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.pointers,
      N_ ("Where something is, for the adapter “general”"),
      N_ ("NAME=POINTER") },
    { "word", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.words,
      N_ ("What a state means, for the same"), N_ ("WORD=STATE") },
    { NULL },
  };

  if (!slip_cli_parse (cli, verb, entries, arguments, error) ||
      !slip_cli_feed_options_read (&options, error) ||
      !check_address ((*arguments)[1], error) ||
      !slip_cli_open (cli, SLIP_CLI_WRITE, error))
    return FALSE;
  g_autoptr (GPtrArray) edits =
    new_edits (&options, (*arguments)[0], (*arguments)[1]);
  SlipEntityEdit *edit = edits->pdata[0];
  slip_entity_edit_add_integer (edit, SLIP_FEED_INTERVAL_MINUTES, minutes);
  slip_entity_edit_add_integer (edit, SLIP_FEED_IS_ENABLED, !is_by_hand);
  return execute_all (cli, edits, slip_entity_edit_get_id (edit), error);
}

static const SlipRow *
open_feed (SlipCli *cli,
           SlipCliOpening opening,
           const char *text,
           GError **error)
{
  return slip_cli_open (cli, opening, error)
           ? slip_entity_find (cli->state, SLIP_KIND_FEED, text, error)
           : NULL;
}

static gboolean
run_set (SlipCli *cli,
         const SlipCliVerb *verb,
         char ***arguments,
         GError **error)
{
  if (!slip_cli_parse (cli, verb, NULL, arguments, error))
    return FALSE;
  for (char **word = *arguments + 1; *word != NULL; word++)
    if (g_str_has_prefix (*word, "address=") &&
        !check_address (*word + strlen ("address="), error))
      return FALSE;
  const SlipRow *feed = open_feed (cli, SLIP_CLI_WRITE, (*arguments)[0], error);
  if (feed == NULL)
    return FALSE;
  g_autoptr (SlipEntityEdit) edit =
    slip_entity_edit_new_set (SLIP_KIND_FEED, slip_row_get_id (feed));
  if (!slip_cli_add_assignments (cli, edit, SLIP_KIND_FEED, feed,
                                 *arguments + 1, error))
    return FALSE;
  return slip_cli_report_step (
    cli, slip_cli_execute (cli, slip_entity_edit_run, edit, error), NULL);
}

static gboolean
run_remove (SlipCli *cli,
            const SlipCliVerb *verb,
            char ***arguments,
            GError **error)
{
  if (!slip_cli_parse (cli, verb, NULL, arguments, error))
    return FALSE;
  const SlipRow *feed = open_feed (cli, SLIP_CLI_WRITE, (*arguments)[0], error);
  if (feed == NULL)
    return FALSE;
  g_autoptr (SlipEntityEdit) edit =
    slip_entity_edit_new_remove (SLIP_KIND_FEED, slip_row_get_id (feed));
  return slip_cli_report_step (
    cli, slip_cli_execute (cli, slip_entity_edit_run, edit, error), NULL);
}

/* The part of @feed that says something of @text already, or %NULL. */
static const SlipRow *
find_part (SlipCli *cli,
           const SlipRow *feed,
           SlipKind kind,
           guint property,
           const char *text)
{
  g_autoptr (GPtrArray) parts =
    slip_plan_state_list_owned (cli->state, kind, slip_row_get_id (feed));
  g_autofree char *folded = g_utf8_casefold (text, -1);

  for (guint i = 0; i < parts->len; i++) {
    const char *other = slip_row_get_text (parts->pdata[i], property);
    g_autofree char *ours = other != NULL ? g_utf8_casefold (other, -1) : NULL;

    if (g_strcmp0 (ours, folded) == 0)
      return slip_plan_state_get (cli->state, kind,
                                  slip_row_get_id (parts->pdata[i]));
  }
  return NULL;
}

/* An edit of the part, or of a new one. */
static SlipEntityEdit *
edit_part (SlipCli *cli,
           const SlipRow *feed,
           SlipKind kind,
           guint property,
           const char *text)
{
  const SlipRow *part = find_part (cli, feed, kind, property, text);
  SlipEntityEdit *edit =
    part != NULL
      ? slip_entity_edit_new_set (kind, slip_row_get_id (part))
      : slip_entity_edit_new_create (kind, NULL, slip_row_get_id (feed));

  if (part == NULL)
    slip_entity_edit_add_text (edit, property, text);
  return edit;
}

/* Takes back what was said of @text. */
static gboolean
remove_part (SlipCli *cli,
             const SlipRow *feed,
             SlipKind kind,
             guint property,
             const char *text,
             GError **error)
{
  const SlipRow *part = find_part (cli, feed, kind, property, text);

  if (part == NULL) {
    g_set_error (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_NOT_FOUND,
                 _ ("Nothing is said of “%s”"), text);
    return FALSE;
  }
  g_autoptr (SlipEntityEdit) edit =
    slip_entity_edit_new_remove (kind, slip_row_get_id (part));
  return slip_cli_report_step (
    cli, slip_cli_execute (cli, slip_entity_edit_run, edit, error), NULL);
}

/* The release, else the audience, that @text names. */
static const SlipRow *
find_target (SlipCli *cli, const char *text, GError **error)
{
  g_autoptr (GError) own_error = NULL;
  const SlipRow *row =
    slip_entity_find (cli->state, SLIP_KIND_RELEASE, text, &own_error);

  if (row != NULL)
    return row;
  if (!g_error_matches (own_error, SLIP_PLAN_ERROR,
                        SLIP_PLAN_ERROR_NOT_FOUND)) {
    g_propagate_error (error, g_steal_pointer (&own_error));
    return NULL;
  }
  row = slip_entity_find (cli->state, SLIP_KIND_AUDIENCE, text, NULL);
  if (row == NULL)
    g_set_error (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_NOT_FOUND,
                 _ ("No release and no audience is called “%s”"), text);
  return row;
}

static gboolean
map_text (SlipCli *cli,
          const SlipRow *feed,
          const char *text,
          const SlipRow *target,
          GError **error)
{
  gboolean is_release = slip_row_get_kind (target) == SLIP_KIND_RELEASE;
  g_autoptr (SlipEntityEdit) edit =
    edit_part (cli, feed, SLIP_KIND_FEED_ALIAS, SLIP_FEED_ALIAS_TEXT, text);

  slip_entity_edit_add_text (edit, SLIP_FEED_ALIAS_RELEASE,
                             is_release ? slip_row_get_id (target) : NULL);
  slip_entity_edit_add_text (edit, SLIP_FEED_ALIAS_AUDIENCE,
                             is_release ? NULL : slip_row_get_id (target));
  return slip_cli_report_step (
    cli, slip_cli_execute (cli, slip_entity_edit_run, edit, error), NULL);
}

static gboolean
set_word (SlipCli *cli,
          const SlipRow *feed,
          const char *word,
          const char *nick,
          GError **error)
{
  SlipObservedState meaning = slip_observed_state_find (nick);
  g_autoptr (SlipEntityEdit) edit = NULL;

  if (meaning == SLIP_OBSERVED_UNKNOWN && !g_str_equal (nick, "unknown"))
    return slip_cli_fail_usage (
      error, _ ("There is no such state; slipway-status(5) lists them"));
  edit = edit_part (cli, feed, SLIP_KIND_FEED_WORD, SLIP_FEED_WORD_WORD, word);
  slip_entity_edit_add_integer (edit, SLIP_FEED_WORD_STATE, meaning);
  return slip_cli_report_step (
    cli, slip_cli_execute (cli, slip_entity_edit_run, edit, error), NULL);
}

/* Reads FEED TEXT [MEANING] with --remove instead of the last.
 *
 * Returns: (nullable): the feed, with what it means in @meaning, or %NULL
 * there where it is to be removed */
static const SlipRow *
open_said (SlipCli *cli,
           const SlipCliVerb *verb,
           char ***arguments,
           const char *what,
           const char **meaning,
           GError **error)
{
  gboolean is_removal = FALSE;
  const GOptionEntry entries[] = {
    { "remove", 0, 0, G_OPTION_ARG_NONE, &is_removal,
      N_ ("Take what was said back"), NULL },
    { NULL },
  };

  if (!slip_cli_parse (cli, verb, entries, arguments, error))
    return NULL;
  *meaning = (*arguments)[2];
  if ((*meaning == NULL) != is_removal) {
    slip_cli_fail_usage (error, what);
    return NULL;
  }
  return open_feed (cli, SLIP_CLI_WRITE, (*arguments)[0], error);
}

static gboolean
run_map (SlipCli *cli,
         const SlipCliVerb *verb,
         char ***arguments,
         GError **error)
{
  const char *name;
  const SlipRow *feed =
    open_said (cli, verb, arguments,
               _ ("Say which release or audience is meant, or --remove"), &name,
               error);
  if (feed == NULL)
    return FALSE;
  if (name == NULL)
    return remove_part (cli, feed, SLIP_KIND_FEED_ALIAS, SLIP_FEED_ALIAS_TEXT,
                        (*arguments)[1], error);
  const SlipRow *target = find_target (cli, name, error);
  return target != NULL && map_text (cli, feed, (*arguments)[1], target, error);
}

static gboolean
run_word (SlipCli *cli,
          const SlipCliVerb *verb,
          char ***arguments,
          GError **error)
{
  const char *nick;
  const SlipRow *feed =
    open_said (cli, verb, arguments, _ ("Say what the word means, or --remove"),
               &nick, error);
  if (feed == NULL)
    return FALSE;
  return nick == NULL
           ? remove_part (cli, feed, SLIP_KIND_FEED_WORD, SLIP_FEED_WORD_WORD,
                          (*arguments)[1], error)
           : set_word (cli, feed, (*arguments)[1], nick, error);
}

static gboolean
run_list (SlipCli *cli,
          const SlipCliVerb *verb,
          char ***arguments,
          GError **error)
{
  if (!slip_cli_parse (cli, verb, NULL, arguments, error) ||
      !slip_cli_open (cli, SLIP_CLI_READ, error) ||
      !slip_cli_load_feeds (cli, error))
    return FALSE;
  slip_cli_print_feeds (cli);
  return TRUE;
}

static gboolean
run_show (SlipCli *cli,
          const SlipCliVerb *verb,
          char ***arguments,
          GError **error)
{
  gboolean is_history = FALSE;
  const GOptionEntry entries[] = {
    { "history", 0, 0, G_OPTION_ARG_NONE, &is_history,
      N_ ("Also what it said before"), NULL },
    { NULL },
  };
  g_autoptr (GPtrArray) past = NULL;

  if (!slip_cli_parse (cli, verb, entries, arguments, error))
    return FALSE;
  const SlipRow *feed = open_feed (cli, SLIP_CLI_READ, (*arguments)[0], error);
  if (feed == NULL)
    return FALSE;
  g_autofree char *id = g_strdup (slip_row_get_id (feed));
  if (!slip_cli_load_feeds (cli, error))
    return FALSE;
  if (is_history) {
    past = slip_cli_load_feed_history (cli, id, HISTORY_LIMIT, error);
    if (past == NULL)
      return FALSE;
  }
  slip_cli_print_feed_values (cli, id, past);
  return TRUE;
}

const SlipCliVerb slip_cli_feeds_verbs[] = {
  { "feed add", "NAME ADDRESS", N_ ("Add a status feed"), 2, 2, run_add },
  { "feed list", "", N_ ("List the status feeds and how they fare"), 0, 0,
    run_list },
  { "feed show", "FEED", N_ ("Show what a status feed says"), 1, 1, run_show },
  { "feed set", "FEED KEY=VALUE...", N_ ("Set properties of a status feed"), 2,
    -1, run_set },
  { "feed map", "FEED TEXT [RELEASE|AUDIENCE]",
    N_ ("Say which release or audience a feed means"), 2, 3, run_map },
  { "feed word", "FEED WORD [STATE]",
    N_ ("Say what a word of a feed means as a state"), 2, 3, run_word },
  { "feed remove", "FEED", N_ ("Remove a status feed"), 1, 1, run_remove },
  { NULL },
};
