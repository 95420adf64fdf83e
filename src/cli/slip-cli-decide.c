/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-cli-verbs.h"

#include "slip-cli-feed-load.h"
#include "slip-cli-json.h"
#include "slip-cli-parts.h"
#include "slip-cli-print.h"
#include "slip-cli-report.h"
#include "slip-date-text.h"
#include "slip-deciding.h"
#include "slip-decision-text.h"
#include "slip-entity-find.h"

#include <glib/gi18n.h>
#include <string.h>

/* What the options of 'decide' say. */
typedef struct {
  char *stage;
  char *by;
  char *reason;
  char *to;
  char *review;
  char **conditions;
  char **asked;
} Options;

static void
clear_options (Options *options)
{
  g_free (options->stage);
  g_free (options->by);
  g_free (options->reason);
  g_free (options->to);
  g_free (options->review);
  g_strfreev (options->conditions);
  g_strfreev (options->asked);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, clear_options)

static gboolean
find_type (const char *text, SlipDecisionType *type, GError **error)
{
  static const SlipDecisionType types[] = {
    SLIP_DECISION_GO,   SLIP_DECISION_CONDITIONAL_GO, SLIP_DECISION_NO_GO,
    SLIP_DECISION_HOLD, SLIP_DECISION_RESUME,         SLIP_DECISION_ROLL_BACK
  };
  g_autoptr (GString) nicks = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (types); i++) {
    const char *nick = slip_decision_type_get_nick (types[i]);

    g_string_append_printf (nicks, "%s%s", i > 0 ? ", " : "", nick);
    if (strcmp (text, nick) == 0) {
      *type = types[i];
      return TRUE;
    }
  }
  g_set_error (error, SLIP_CLI_ERROR, SLIP_CLI_ERROR_USAGE,
               /* Translators: what was typed, and what may be. */
               _ ("“%s” is no decision; there are: %s"), text, nicks->str);
  return FALSE;
}

/* Reads 'TITLE; OWNER; DATE'; the title may have semicolons of its own. */
static gboolean
add_condition (SlipCli *cli,
               SlipDeciding *deciding,
               const char *text,
               GError **error)
{
  const char *last = strrchr (text, ';');
  g_autofree char *start =
    last != NULL ? g_strndup (text, (gsize) (last - text)) : NULL;
  char *middle = start != NULL ? strrchr (start, ';') : NULL;
  SlipDate due;

  if (middle == NULL) {
    g_set_error_literal (error, SLIP_CLI_ERROR, SLIP_CLI_ERROR_USAGE,
                         _ ("--condition takes “TITLE; OWNER; DATE”"));
    return FALSE;
  }
  *middle = '\0';
  const SlipRow *owner =
    slip_entity_find_offered (cli->state, SLIP_KIND_PERSON,
                              g_strstrip (middle + 1), error);
  g_autofree char *day = g_strstrip (g_strdup (last + 1));
  if (owner == NULL || !slip_cli_parse_date (cli, day, &due, error))
    return FALSE;
  slip_deciding_add_condition (deciding, g_strstrip (start),
                               slip_row_get_id (owner), NULL, due);
  return TRUE;
}

/* Who decides: somebody named, else whoever sits there. */
static gboolean
take_person (SlipCli *cli,
             SlipDeciding *deciding,
             const char *by,
             GError **error)
{
  const SlipRow *person;

  if (by == NULL) {
    deciding->person = g_strdup (slip_workspace_get_person (cli->workspace));
    deciding->person_name =
      g_strdup (slip_workspace_get_person_name (cli->workspace));
    return TRUE;
  }
  person = slip_entity_find_offered (cli->state, SLIP_KIND_PERSON, by, error);
  if (person == NULL)
    return FALSE;
  deciding->person = g_strdup (slip_row_get_id (person));
  return TRUE;
}

static gboolean
take_options (SlipCli *cli,
              SlipDeciding *deciding,
              const Options *options,
              GError **error)
{
  deciding->reason = g_strdup (options->reason);
  if (options->asked != NULL)
    deciding->opinions = g_strjoinv ("\n", options->asked);
  if (options->review != NULL &&
      !slip_cli_parse_date (cli, options->review, &deciding->review_day, error))
    return FALSE;
  if (options->to != NULL) {
    const SlipRow *to =
      slip_cli_find_stage (cli, deciding->release, options->to, error);

    if (to == NULL)
      return FALSE;
    deciding->to_stage = g_strdup (slip_row_get_id (to));
  }
  for (char **condition = options->conditions;
       condition != NULL && *condition != NULL; condition++)
    if (!add_condition (cli, deciding, *condition, error))
      return FALSE;
  return take_person (cli, deciding, options->by, error);
}

/* Returns: (transfer full): what is decided, %NULL with an error. */
static SlipDeciding *
new_deciding (SlipCli *cli,
              const SlipRow *release,
              SlipDecisionType type,
              const Options *options,
              GError **error)
{
  const char *id = slip_row_get_id (release);
  const SlipRow *stage =
    options->stage != NULL
      ? slip_cli_find_stage (cli, id, options->stage, error)
      : slip_deciding_find_stage (cli->state, id, type);
  SlipMoment moment = slip_clock_get_moment (cli->clock);

  if (stage == NULL && options->stage == NULL)
    g_set_error_literal (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_NOT_FOUND,
                         slip_decision_type_starts (type) ||
                             type == SLIP_DECISION_NO_GO
                           ? _ ("There is no stage to start next")
                           : _ ("No stage has started, or all have ended"));
  if (stage == NULL)
    return NULL;

  g_autoptr (SlipDeciding) deciding =
    slip_deciding_new (type, id, slip_row_get_id (stage), moment);
  return take_options (cli, deciding, options, error)
           ? g_steal_pointer (&deciding)
           : NULL;
}

/* Says where the conditions went. */
static void
print_places (const SlipCli *cli, const SlipDeciding *deciding)
{
  g_autoptr (GPtrArray) items =
    slip_plan_state_list_owned (cli->state, SLIP_KIND_ITEM, deciding->release);

  for (guint i = 0; i < items->len && !cli->is_json; i++) {
    const SlipRow *item = items->pdata[i];
    const char *audience = slip_cli_get_audience (cli, item);

    if (g_strcmp0 (slip_row_get_text (item, SLIP_ITEM_ORIGIN), deciding->id) ==
        0)
      /* Translators: the title of an item and whose checklist it is in. */
      slip_cli_print (_ ("Condition “%s” is a required item of %s"),
                      slip_row_get_text (item, SLIP_ITEM_TITLE),
                      audience != NULL ? audience : _ ("a checklist"));
  }
}

static gboolean
decide (SlipCli *cli,
        char **arguments,
        SlipDecisionType type,
        const Options *options,
        GError **error)
{
  /* The gate is recorded with the decision, and it asks the feeds. */
  const SlipRow *release =
    slip_cli_open_release_with_feeds (cli, SLIP_CLI_WRITE, arguments[0], error);
  g_autoptr (SlipDeciding) deciding =
    release != NULL ? new_deciding (cli, release, type, options, error) : NULL;

  if (deciding == NULL)
    return FALSE;
  SlipStep *step = slip_cli_execute (cli, slip_deciding_run, deciding, error);
  if (!slip_cli_report_step (cli, step, deciding->id))
    return FALSE;
  print_places (cli, deciding);
  return TRUE;
}

static gboolean
run_decide (SlipCli *cli,
            const SlipCliVerb *verb,
            char ***arguments,
            GError **error)
{
  g_auto (Options) options = { NULL };
  const GOptionEntry entries[] = {
    { "stage", 0, 0, G_OPTION_ARG_FILENAME, &options.stage,
      N_ ("The stage, if not the next or the present one"), N_ ("STAGE") },
    { "by", 0, 0, G_OPTION_ARG_FILENAME, &options.by,
      N_ ("Who decides, if not you"), N_ ("PERSON") },
    { "reason", 0, 0, G_OPTION_ARG_FILENAME, &options.reason, N_ ("Why"),
      N_ ("TEXT") },
    { "to", 0, 0, G_OPTION_ARG_FILENAME, &options.to,
      N_ ("Roll back: the stage it goes back to, if not to nobody"),
      N_ ("STAGE") },
    { "condition", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.conditions,
      N_ ("A condition of a conditional go; may be repeated"),
      N_ ("“TITLE; OWNER; DATE”") },
    { "review", 0, 0, G_OPTION_ARG_FILENAME, &options.review,
      N_ ("When to look again"), N_ ("DATE") },
    { "asked", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.asked,
      N_ ("Who else was asked, and what they said; may be repeated"),
      N_ ("“WHO: WHAT”") },
    { NULL },
  };
  SlipDecisionType type;

  return slip_cli_parse (cli, verb, entries, arguments, error) &&
         find_type ((*arguments)[1], &type, error) &&
         decide (cli, *arguments, type, &options, error);
}

/* The decisions on @release, or on all releases in memory, oldest first. */
static GPtrArray *
list_decisions (const SlipPlanState *state, const char *release)
{
  return release != NULL ? slip_decision_list (state, release)
                         : slip_plan_state_list (state, SLIP_KIND_DECISION);
}

static int
compare_instants (gconstpointer a, gconstpointer b)
{
  gint64 at_a =
    slip_row_get_integer (*(const SlipRow *const *) a, SLIP_DECISION_AT);
  gint64 at_b =
    slip_row_get_integer (*(const SlipRow *const *) b, SLIP_DECISION_AT);

  return (at_a > at_b) - (at_a < at_b);
}

static void
print_json (const SlipCli *cli, const GPtrArray *decisions)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < decisions->len; i++) {
    JsonObject *object = slip_cli_json_new_entity (decisions->pdata[i]);

    json_object_set_boolean_member (
      object, "is_withdrawn",
      slip_decision_is_withdrawn (cli->state, decisions->pdata[i]));
    json_array_add_object_element (array, object);
  }
  slip_cli_json_print (slip_cli_json_array_node (array));
}

static void
print_table (const SlipCli *cli, const GPtrArray *decisions)
{
  g_autoptr (SlipCliTable) table = slip_cli_table_new (
    (const char *const[]){ _ ("Decided"), _ ("Release"), _ ("Decision"),
                           _ ("By whom"), _ ("Reason"), "", "ID", NULL });

  for (guint i = 0; i < decisions->len; i++) {
    const SlipRow *row = decisions->pdata[i];
    g_autofree char *title = slip_decision_dup_title (row);
    g_autofree char *at =
      slip_instant_dup_text (slip_row_get_integer (row, SLIP_DECISION_AT));

    slip_cli_table_add (
      table,
      (const char *const[]){
        at, slip_row_get_text (row, SLIP_DECISION_RELEASE_NAME), title,
        slip_row_get_text (row, SLIP_DECISION_PERSON_NAME),
        slip_row_get_text (row, SLIP_DECISION_REASON),
        slip_decision_is_withdrawn (cli->state, row) ? _ ("withdrawn") : NULL,
        slip_row_get_id (row) });
  }
  slip_cli_table_set_narrowing (table, 1 << 4);
  slip_cli_table_print (table);
  if (decisions->len == 0)
    slip_cli_print (_ ("Nothing was decided"));
}

/* Prints the record line by line, as it stands. */
static void
print_record (const SlipCli *cli, const SlipRow *decision)
{
  g_autofree char *text = slip_decision_dup_text (cli->state, decision);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (lines[i + 1] != NULL || *lines[i] != '\0')
      slip_cli_print ("%s", lines[i]);
}

static gboolean
show_record (SlipCli *cli, const char *id, GError **error)
{
  if (!slip_cli_open (cli, SLIP_CLI_READ, error) ||
      !slip_cli_load_open (cli, error))
    return FALSE;
  const SlipRow *row = slip_plan_state_get (cli->state, SLIP_KIND_DECISION, id);

  if (row == NULL) {
    g_set_error (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_NOT_FOUND,
                 _ ("No decision of an open release has the id “%s”"), id);
    return FALSE;
  }
  if (cli->is_json)
    slip_cli_json_print (slip_cli_json_node (slip_cli_json_new_entity (row)));
  else
    print_record (cli, row);
  return TRUE;
}

static gboolean
run_decisions (SlipCli *cli,
               const SlipCliVerb *verb,
               char ***arguments,
               GError **error)
{
  g_autofree char *record = NULL;
  const GOptionEntry entries[] = {
    { "record", 0, 0, G_OPTION_ARG_FILENAME, &record,
      N_ ("Print one of them in full"), N_ ("ID") },
    { NULL },
  };

  if (!slip_cli_parse (cli, verb, entries, arguments, error))
    return FALSE;
  if (record != NULL)
    return show_record (cli, record, error);

  const SlipRow *release = NULL;
  if ((*arguments)[0] != NULL) {
    release =
      slip_cli_open_release (cli, SLIP_CLI_READ, (*arguments)[0], error);
    if (release == NULL)
      return FALSE;
  } else if (!slip_cli_open (cli, SLIP_CLI_READ, error) ||
             !slip_cli_load_open (cli, error)) {
    return FALSE;
  }
  g_autoptr (GPtrArray) decisions =
    list_decisions (cli->state,
                    release != NULL ? slip_row_get_id (release) : NULL);
  g_ptr_array_sort (decisions, compare_instants);
  if (cli->is_json)
    print_json (cli, decisions);
  else
    print_table (cli, decisions);
  return TRUE;
}

const SlipCliVerb slip_cli_decide_verbs[] = {
  { "decide", "RELEASE go|conditional-go|no-go|hold|resume|roll-back",
    N_ ("Decide whether a release goes wider, and record why"), 2, 2,
    run_decide },
  { "decisions", "[RELEASE]", N_ ("List what was decided"), 0, 1,
    run_decisions },
  { NULL },
};
