/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-cli-verbs.h"

#include "slip-cli-arguments.h"
#include "slip-cli-assignments.h"
#include "slip-cli-json.h"
#include "slip-cli-parts.h"
#include "slip-cli-print.h"
#include "slip-cli-report.h"
#include "slip-criterion-edit.h"
#include "slip-entity-find.h"
#include "slip-gate-usual.h"
#include "slip-gate.h"
#include "slip-stage.h"

#include <glib/gi18n.h>
#include <string.h>

static int
find_type (const char *text, GError **error)
{
  g_autoptr (GString) nicks = g_string_new (NULL);

  for (guint i = 0; i < SLIP_N_CRITERIA; i++) {
    const char *nick = slip_criterion_type_get_nick ((SlipCriterionType) i);

    if (strcmp (text, nick) == 0)
      return (int) i;
    g_string_append_printf (nicks, "%s%s", i > 0 ? ", " : "", nick);
  }
  g_set_error (error, SLIP_CLI_ERROR, SLIP_CLI_ERROR_USAGE,
               /* Translators: what was typed, and what may be. */
               _ ("“%s” is no kind of criterion; there are: %s"), text,
               nicks->str);
  return -1;
}

static gboolean
report (SlipCli *cli, SlipEntityEdit *edit, GError **error)
{
  SlipStep *step = slip_cli_execute (cli, slip_entity_edit_run, edit, error);

  return slip_cli_report_step (cli, step, slip_entity_edit_get_id (edit));
}

/* What is typed as KEY=VALUE; numbers as people write them. */
static gboolean
add_assignments (SlipCli *cli,
                 SlipEntityEdit *edit,
                 const SlipRow *row,
                 char **assignments,
                 GError **error)
{
  static const struct {
    const char *key;
    guint property;
  } numbers[] = { { "threshold=", SLIP_CRITERION_THRESHOLD },
                  { "figure=", SLIP_CRITERION_FIGURE } };

  if (!slip_cli_add_assignments (cli, edit, SLIP_KIND_CRITERION, row,
                                 assignments, error))
    return FALSE;
  for (char **text = assignments; *text != NULL; text++)
    for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
      if (g_str_has_prefix (*text, numbers[i].key))
        slip_criterion_edit_add_number (edit, numbers[i].property,
                                        *text + strlen (numbers[i].key));
  return TRUE;
}

static gboolean
run_add (SlipCli *cli,
         const SlipCliVerb *verb,
         char ***arguments,
         GError **error)
{
  gboolean is_should = FALSE;
  const GOptionEntry entries[] = {
    { "should", 0, 0, G_OPTION_ARG_NONE, &is_should,
      N_ ("The stage may start without it"), NULL },
    { NULL },
  };

  if (!slip_cli_parse (cli, verb, entries, arguments, error))
    return FALSE;
  int type = find_type ((*arguments)[2], error);
  if (type < 0)
    return FALSE;
  const SlipRow *release =
    slip_cli_open_release (cli, SLIP_CLI_WRITE, (*arguments)[0], error);
  const SlipRow *stage =
    release != NULL ? slip_cli_find_stage (cli, slip_row_get_id (release),
                                           (*arguments)[1], error)
                    : NULL;
  if (stage == NULL)
    return FALSE;
  g_autoptr (SlipEntityEdit) edit =
    slip_criterion_edit_new_add (slip_row_get_id (release),
                                 slip_row_get_id (stage),
                                 (SlipCriterionType) type, !is_should);
  return add_assignments (cli, edit, NULL, *arguments + 3, error) &&
         report (cli, edit, error);
}

/* Opens the plan and finds a criterion of an open release by its id. */
static const SlipRow *
open_criterion (SlipCli *cli, const char *id, GError **error)
{
  const SlipRow *row;

  if (!slip_cli_open (cli, SLIP_CLI_WRITE, error) ||
      !slip_cli_load_open (cli, error))
    return NULL;
  row = slip_plan_state_get (cli->state, SLIP_KIND_CRITERION, id);
  if (row == NULL)
    g_set_error (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_NOT_FOUND,
                 _ ("No criterion of an open release has the id “%s”"), id);
  return row;
}

/* As above, of the kind that is ticked, or that takes a figure. */
static const SlipRow *
open_recorded (SlipCli *cli,
               const char *id,
               SlipCriterionType type,
               GError **error)
{
  const SlipRow *row = open_criterion (cli, id, error);

  if (row == NULL || slip_row_get_integer (row, SLIP_CRITERION_TYPE) == type)
    return row;
  g_set_error_literal (
    error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_INVALID,
    type == SLIP_CRITERION_OWN
      ? _ ("Only a criterion of your own is ticked; the others are found out")
      : _ ("Only a threshold takes a figure"));
  return NULL;
}

static gboolean
run_set (SlipCli *cli,
         const SlipCliVerb *verb,
         char ***arguments,
         GError **error)
{
  if (!slip_cli_parse (cli, verb, NULL, arguments, error))
    return FALSE;
  const SlipRow *row = open_criterion (cli, (*arguments)[0], error);
  if (row == NULL)
    return FALSE;
  g_autoptr (SlipEntityEdit) edit =
    slip_entity_edit_new_set (SLIP_KIND_CRITERION, slip_row_get_id (row));
  return add_assignments (cli, edit, row, *arguments + 1, error) &&
         report (cli, edit, error);
}

static gboolean
run_tick (SlipCli *cli,
          const SlipCliVerb *verb,
          char ***arguments,
          GError **error)
{
  gboolean is_ticked = g_str_has_suffix (verb->name, " tick");

  if (!slip_cli_parse (cli, verb, NULL, arguments, error))
    return FALSE;
  const SlipRow *row =
    open_recorded (cli, (*arguments)[0], SLIP_CRITERION_OWN, error);
  if (row == NULL)
    return FALSE;
  g_autoptr (SlipEntityEdit) edit =
    slip_criterion_edit_new_tick (slip_row_get_id (row), is_ticked);
  return report (cli, edit, error);
}

static gboolean
run_figure (SlipCli *cli,
            const SlipCliVerb *verb,
            char ***arguments,
            GError **error)
{
  g_autofree char *source = NULL;
  const GOptionEntry entries[] = {
    { "source", 0, 0, G_OPTION_ARG_FILENAME, &source, N_ ("Where it is from"),
      N_ ("TEXT") },
    { NULL },
  };

  if (!slip_cli_parse (cli, verb, entries, arguments, error))
    return FALSE;
  const SlipRow *row =
    open_recorded (cli, (*arguments)[0], SLIP_CRITERION_FIGURE_WITHIN, error);
  if (row == NULL)
    return FALSE;
  g_autoptr (SlipEntityEdit) edit =
    slip_criterion_edit_new_figure (slip_row_get_id (row), (*arguments)[1],
                                    source, slip_clock_get_now_ms (cli->clock));
  return report (cli, edit, error);
}

/* Who waives: somebody named, else whoever sits there. */
static const char *
find_person (SlipCli *cli, const char *by, GError **error)
{
  const SlipRow *person =
    by != NULL
      ? slip_entity_find_offered (cli->state, SLIP_KIND_PERSON, by, error)
      : NULL;
  const char *me = slip_workspace_get_person (cli->workspace);

  if (by != NULL)
    return person != NULL ? slip_row_get_id (person) : NULL;
  if (me == NULL)
    g_set_error_literal (error, SLIP_CLI_ERROR, SLIP_CLI_ERROR_USAGE,
                         _ ("Say with --by who waives the criterion"));
  return me;
}

static gboolean
run_waive (SlipCli *cli,
           const SlipCliVerb *verb,
           char ***arguments,
           GError **error)
{
  g_autofree char *by = NULL;
  g_autofree char *reason = NULL;
  g_autofree char *until = NULL;
  const GOptionEntry entries[] = {
    { "by", 0, 0, G_OPTION_ARG_FILENAME, &by, N_ ("Who waives it, if not you"),
      N_ ("PERSON") },
    { "reason", 0, 0, G_OPTION_ARG_FILENAME, &reason, N_ ("Why"), N_ ("TEXT") },
    { "until", 0, 0, G_OPTION_ARG_FILENAME, &until,
      N_ ("The last day on which it is waived"), N_ ("DATE") },
    { NULL },
  };
  SlipDate day;

  if (!slip_cli_parse (cli, verb, entries, arguments, error))
    return FALSE;
  if (reason == NULL || until == NULL)
    return slip_cli_fail_usage (error,
                                _ ("A waiver needs --reason and --until"));
  const SlipRow *row = open_criterion (cli, (*arguments)[0], error);
  const char *person = row != NULL ? find_person (cli, by, error) : NULL;
  if (person == NULL || !slip_cli_parse_last_day (cli, until, &day, error))
    return FALSE;
  g_autoptr (SlipEntityEdit) edit =
    slip_criterion_edit_new_waiver (slip_row_get_id (row), person, reason, day);
  return report (cli, edit, error);
}

static gboolean
run_unwaive (SlipCli *cli,
             const SlipCliVerb *verb,
             char ***arguments,
             GError **error)
{
  if (!slip_cli_parse (cli, verb, NULL, arguments, error))
    return FALSE;
  const SlipRow *row = open_criterion (cli, (*arguments)[0], error);
  if (row == NULL)
    return FALSE;
  g_autoptr (SlipEntityEdit) edit =
    slip_criterion_edit_new_no_waiver (slip_row_get_id (row));
  return report (cli, edit, error);
}

static gboolean
run_remove (SlipCli *cli,
            const SlipCliVerb *verb,
            char ***arguments,
            GError **error)
{
  if (!slip_cli_parse (cli, verb, NULL, arguments, error))
    return FALSE;
  const SlipRow *row = open_criterion (cli, (*arguments)[0], error);
  if (row == NULL)
    return FALSE;
  g_autoptr (SlipEntityEdit) edit =
    slip_entity_edit_new_remove (SLIP_KIND_CRITERION, slip_row_get_id (row));
  return report (cli, edit, error);
}

static gboolean
run_usual (SlipCli *cli,
           const SlipCliVerb *verb,
           char ***arguments,
           GError **error)
{
  if (!slip_cli_parse (cli, verb, NULL, arguments, error))
    return FALSE;
  const SlipRow *release =
    slip_cli_open_release (cli, SLIP_CLI_WRITE, (*arguments)[0], error);
  const SlipRow *stage = NULL;
  if (release == NULL)
    return FALSE;
  if ((*arguments)[1] != NULL) {
    stage = slip_cli_find_stage (cli, slip_row_get_id (release),
                                 (*arguments)[1], error);
    if (stage == NULL)
      return FALSE;
  }
  g_autoptr (SlipGateUsual) usual =
    slip_gate_usual_new (slip_row_get_id (release),
                         stage != NULL ? slip_row_get_id (stage) : NULL);
  return slip_cli_report_step (
    cli, slip_cli_execute (cli, slip_gate_usual_run, usual, error), NULL);
}

static void
print_criteria (const SlipCli *cli, const GPtrArray *criteria)
{
  g_autoptr (SlipCliTable) table = slip_cli_table_new ((const char *const[]){
    _ ("Stage"), _ ("Kind"), _ ("Criterion"), "", "ID", NULL });

  for (guint i = 0; i < criteria->len; i++) {
    const SlipRow *row = criteria->pdata[i];
    const SlipRow *stage =
      slip_plan_state_follow (cli->state, row, SLIP_CRITERION_STAGE);
    g_autofree char *title = slip_criterion_dup_title (cli->state, row);
    g_autofree char *name = stage != NULL ? slip_stage_dup_title (stage) : NULL;

    slip_cli_table_add (
      table,
      (const char *const[]){
        name,
        slip_criterion_type_get_nick (
          (SlipCriterionType) slip_row_get_integer (row, SLIP_CRITERION_TYPE)),
        title,
        slip_row_get_boolean (row, SLIP_CRITERION_IS_MUST)
          ? C_ ("criterion", "must")
          : C_ ("criterion", "should"),
        slip_row_get_id (row) });
  }
  slip_cli_table_set_narrowing (table, 1 << 2);
  slip_cli_table_print (table);
}

/* The criteria of a release, stage by stage. */
static GPtrArray *
list_criteria (const SlipCli *cli, const char *release, const char *stage)
{
  g_autoptr (GPtrArray) stages = slip_stage_list (cli->state, release);
  GPtrArray *all =
    g_ptr_array_new_with_free_func ((GDestroyNotify) slip_row_unref);

  for (guint i = 0; i < stages->len; i++) {
    const char *id = slip_row_get_id (stages->pdata[i]);

    if (stage == NULL || strcmp (stage, id) == 0)
      g_ptr_array_extend_and_steal (all, slip_criterion_list (cli->state,
                                                              release, id));
  }
  return all;
}

static gboolean
run_list (SlipCli *cli,
          const SlipCliVerb *verb,
          char ***arguments,
          GError **error)
{
  if (!slip_cli_parse (cli, verb, NULL, arguments, error))
    return FALSE;
  const SlipRow *release =
    slip_cli_open_release (cli, SLIP_CLI_READ, (*arguments)[0], error);
  const SlipRow *stage = NULL;
  if (release == NULL)
    return FALSE;
  if ((*arguments)[1] != NULL) {
    stage = slip_cli_find_stage (cli, slip_row_get_id (release),
                                 (*arguments)[1], error);
    if (stage == NULL)
      return FALSE;
  }
  g_autoptr (GPtrArray) criteria =
    list_criteria (cli, slip_row_get_id (release),
                   stage != NULL ? slip_row_get_id (stage) : NULL);
  if (cli->is_json)
    slip_cli_json_print (slip_cli_json_new_list (criteria));
  else
    print_criteria (cli, criteria);
  return TRUE;
}

const SlipCliVerb slip_cli_criterion_verbs[] = {
  { "criterion list", "RELEASE [STAGE]",
    N_ ("List what stages ask for before they start"), 1, 2, run_list },
  { "criterion add", "RELEASE STAGE KIND [KEY=VALUE…]",
    N_ ("Ask for something before a stage starts"), 3, -1, run_add },
  { "criterion usual", "RELEASE [STAGE]",
    N_ ("Ask for what such stages usually ask for"), 1, 2, run_usual },
  { "criterion set", "CRITERION KEY=VALUE…", N_ ("Change a criterion"), 2, -1,
    run_set },
  { "criterion tick", "CRITERION", N_ ("Say that a criterion is met"), 1, 1,
    run_tick },
  { "criterion untick", "CRITERION", N_ ("Say that it is not"), 1, 1,
    run_tick },
  { "criterion figure", "CRITERION NUMBER",
    N_ ("Record the figure of a criterion"), 2, 2, run_figure },
  { "criterion waive", "CRITERION --reason TEXT --until DATE",
    N_ ("Do without a criterion for a while"), 1, 1, run_waive },
  { "criterion unwaive", "CRITERION", N_ ("Take a waiver back"), 1, 1,
    run_unwaive },
  { "criterion remove", "CRITERION", N_ ("Ask for it no more"), 1, 1,
    run_remove },
  { NULL },
};
