/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-cli-verbs.h"

#include "slip-board.h"
#include "slip-change-notice.h"
#include "slip-cli-assignments.h"
#include "slip-cli-json.h"
#include "slip-cli-parts.h"
#include "slip-cli-print.h"
#include "slip-cli-report.h"
#include "slip-entity-find.h"
#include "slip-move.h"
#include "slip-rollout-question.h"
#include "slip-stage.h"
#include "slip-template-application.h"

#include <glib/gi18n.h>

/* Opens the plan to write and finds the release that is named first. */
static const SlipRow *
open_release (SlipCli *cli, char **arguments, GError **error)
{
  if (!slip_cli_open (cli, SLIP_CLI_WRITE, error))
    return NULL;
  return slip_entity_find (cli->state, SLIP_KIND_RELEASE, arguments[0], error);
}

static gboolean
execute_edit (SlipCli *cli,
              SlipEntityEdit *edit,
              gboolean is_new,
              GError **error)
{
  SlipStep *step = slip_cli_execute (cli, slip_entity_edit_run, edit, error);

  return slip_cli_report_step (cli, step,
                               is_new ? slip_entity_edit_get_id (edit) : NULL);
}

/* Nobody has decided yet on the stages that a template brings. */
static gboolean
check_template (SlipCli *cli,
                const SlipRow *template,
                SlipStatus status,
                GError **error)
{
  g_autoptr (GPtrArray) stages =
    slip_plan_state_list_owned (cli->state, SLIP_KIND_TEMPLATE_STAGE,
                                slip_row_get_id (template));

  if (stages->len == 0 ||
      (status != SLIP_STATUS_ROLLING_OUT && status != SLIP_STATUS_RELEASED))
    return TRUE;
  g_set_error_literal (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_INVALID,
                       /* Translators: 'decide' is a command. */
                       _ ("With a template a release is added before its "
                          "rollout begins; begin it with ‘decide’"));
  return FALSE;
}

/* Makes the release that @edit (transfer full) makes, and puts in what the
 * template has, as one step. */
static gboolean
execute_creation (SlipCli *cli,
                  SlipEntityEdit *edit,
                  const char *template_name,
                  SlipStatus status,
                  GError **error)
{
  GPtrArray *edits =
    g_ptr_array_new_with_free_func ((GDestroyNotify) slip_entity_edit_free);
  g_autofree char *id = g_strdup (slip_entity_edit_get_id (edit));
  const SlipRow *row =
    slip_entity_find (cli->state, SLIP_KIND_TEMPLATE, template_name, error);

  g_ptr_array_add (edits, edit);
  if (row == NULL || !check_template (cli, row, status, error)) {
    g_ptr_array_unref (edits);
    return FALSE;
  }
  g_autoptr (SlipTemplateApplication) application =
    slip_template_application_new (slip_row_get_id (row), id);
  slip_template_application_take_creation (application, edits);
  SlipStep *step =
    slip_cli_execute (cli, slip_template_application_run, application, error);
  return slip_cli_report_step (cli, step, id);
}

static gboolean
add_planned (SlipCli *cli,
             SlipEntityEdit *edit,
             SlipAnchor anchor,
             const char *text,
             GError **error)
{
  SlipPlannedDate planned;

  if (text == NULL)
    return TRUE;
  if (!slip_cli_parse_planned (cli, text, &planned, error))
    return FALSE;
  slip_entity_edit_add_planned (edit, anchor, planned);
  return TRUE;
}

static gboolean
check_product_and_tier (const char *product, int tier, GError **error)
{
  if (product != NULL && tier >= 0 && tier <= 3)
    return TRUE;
  g_set_error_literal (error, SLIP_CLI_ERROR, SLIP_CLI_ERROR_USAGE,
                       product == NULL ? _ ("--product is missing")
                                       : _ ("The tier is 1, 2 or 3"));
  return FALSE;
}

static gboolean
run_add (SlipCli *cli,
         const SlipCliVerb *verb,
         char ***arguments,
         GError **error)
{
  g_autofree char *product = NULL;
  g_autofree char *version = NULL;
  g_autofree char *date = NULL;
  g_autofree char *deploy = NULL;
  g_autofree char *status = NULL;
  g_autofree char *template_name = NULL;
  int tier = 0;
  const GOptionEntry entries[] = {
    { "product", 0, 0, G_OPTION_ARG_FILENAME, &product, N_ ("Of this product"),
      N_ ("PRODUCT") },
    { "version", 0, 0, G_OPTION_ARG_FILENAME, &version, N_ ("Its version"),
      N_ ("VERSION") },
    { "date", 0, 0, G_OPTION_ARG_FILENAME, &date, N_ ("Its release date"),
      N_ ("DATE") },
    { "deploy", 0, 0, G_OPTION_ARG_FILENAME, &deploy, N_ ("Its deploy date"),
      N_ ("DATE") },
    { "tier", 0, 0, G_OPTION_ARG_INT, &tier, N_ ("Its tier: 1, 2 or 3"),
      N_ ("N") },
    { "status", 0, 0, G_OPTION_ARG_FILENAME, &status, N_ ("Its status"),
      N_ ("STATUS") },
    { "template", 0, 0, G_OPTION_ARG_FILENAME, &template_name,
      N_ ("With what this template has"), N_ ("TEMPLATE") },
    { NULL },
  };
  g_autoptr (SlipEntityEdit) edit =
    slip_entity_edit_new_create (SLIP_KIND_RELEASE, NULL, NULL);
  int known_status = SLIP_STATUS_PLANNED;

  if (!slip_cli_parse (cli, verb, entries, arguments, error) ||
      !add_planned (cli, edit, SLIP_ANCHOR_RELEASE, date, error) ||
      !add_planned (cli, edit, SLIP_ANCHOR_DEPLOY, deploy, error))
    return FALSE;
  if (status != NULL)
    known_status = slip_cli_parse_status (status, error);
  if (known_status < 0)
    return FALSE;
  if (!check_product_and_tier (product, tier, error) ||
      !slip_cli_open (cli, SLIP_CLI_WRITE, error))
    return FALSE;
  const SlipRow *row =
    slip_entity_find_offered (cli->state, SLIP_KIND_PRODUCT, product, error);
  if (row == NULL)
    return FALSE;
  slip_entity_edit_add_text (edit, SLIP_RELEASE_PRODUCT, slip_row_get_id (row));
  slip_entity_edit_add_text (edit, SLIP_RELEASE_NAME, (*arguments)[0]);
  slip_entity_edit_add_text (edit, SLIP_RELEASE_VERSION, version);
  slip_entity_edit_add_integer (edit, SLIP_RELEASE_STATUS, known_status);
  if (tier > 0)
    slip_entity_edit_add_integer (edit, SLIP_RELEASE_TIER, tier);
  if (template_name != NULL)
    return execute_creation (cli, g_steal_pointer (&edit), template_name,
                             (SlipStatus) known_status, error);
  return execute_edit (cli, edit, TRUE, error);
}

/* Properties of a release to be set, and the day it is done. */
typedef struct {
  const SlipEntityEdit *edit;
  SlipDate today;
} Setting;

/* A SlipIntentFunc over a Setting: a release whose date is set has moved, and
 * whoever was told the old one is to be told. */
static gboolean
set_properties (SlipEdit *edit, gconstpointer data, GError **error)
{
  const Setting *setting = data;
  const char *id = slip_entity_edit_get_id (setting->edit);

  if (!slip_entity_edit_run (edit, setting->edit, error))
    return FALSE;
  slip_change_notice_settle_if_moved (edit, id, setting->today);
  return TRUE;
}

/* The stages that are the answer to @question, as the window proposes it: the
 * next one has started, all that are left took place. */
static GPtrArray *
list_answers (SlipCli *cli, const char *release, SlipRolloutQuestion question)
{
  GPtrArray *choices =
    slip_rollout_question_list_choices (cli->state, release, question);

  if (question == SLIP_QUESTION_STARTED && choices->len > 1)
    g_ptr_array_set_size (choices, 1);
  return choices;
}

/* Whether no stage that has to be decided on would start, or would be said to
 * have taken place, if @release, whose parts are in memory, got @status. */
static gboolean
check_start (SlipCli *cli,
             const SlipRow *release,
             SlipStatus status,
             GError **error)
{
  const char *id = slip_row_get_id (release);
  SlipMoment moment = slip_clock_get_moment (cli->clock);
  SlipRolloutQuestion question =
    slip_rollout_question_find (cli->state, id, status);
  g_autoptr (GPtrArray) choices = list_answers (cli, id, question);
  const SlipRow *undecided = NULL;

  if (question != SLIP_QUESTION_STARTED && question != SLIP_QUESTION_TOOK_PLACE)
    return TRUE;
  for (guint i = 0; i < choices->len && undecided == NULL; i++)
    if (slip_rollout_needs_decision (cli->state,
                                     slip_row_get_id (choices->pdata[i]),
                                     moment))
      undecided = choices->pdata[i];
  if (undecided == NULL)
    return TRUE;

  g_autofree char *title = slip_stage_dup_title (undecided);
  g_set_error (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_INVALID,
               /* Translators: a stage; 'decide' and 'ready' are commands. */
               _ ("Something stands in the way of “%s”, see ‘ready’; go "
                  "nevertheless with ‘decide’"),
               title);
  return FALSE;
}

/* As above, for a status among @assignments. */
static gboolean
check_assigned_start (SlipCli *cli,
                      const SlipRow *release,
                      char **assignments,
                      GError **error)
{
  for (guint i = 0; assignments[i] != NULL; i++) {
    int status = g_str_has_prefix (assignments[i], "status=")
                   ? slip_cli_parse_status (assignments[i] + 7, NULL)
                   : -1;

    if (status >= 0 && !check_start (cli, release, (SlipStatus) status, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
run_set (SlipCli *cli,
         const SlipCliVerb *verb,
         char ***arguments,
         GError **error)
{
  g_autofree char *reason = NULL;
  const GOptionEntry entries[] = {
    { "reason", 0, 0, G_OPTION_ARG_FILENAME, &reason, N_ ("Why"), N_ ("TEXT") },
    { NULL },
  };

  if (!slip_cli_parse (cli, verb, entries, arguments, error))
    return FALSE;
  const SlipRow *release =
    slip_cli_open_release (cli, SLIP_CLI_WRITE, (*arguments)[0], error);
  if (release == NULL ||
      !check_assigned_start (cli, release, *arguments + 1, error))
    return FALSE;
  g_autoptr (SlipEntityEdit) edit =
    slip_entity_edit_new_set (SLIP_KIND_RELEASE, slip_row_get_id (release));
  slip_entity_edit_set_reason (edit, reason);
  if (!slip_cli_add_assignments (cli, edit, SLIP_KIND_RELEASE, release,
                                 *arguments + 1, error))
    return FALSE;
  return slip_cli_report_step (
    cli,
    slip_cli_execute (cli, set_properties,
                      &(Setting){ edit, slip_clock_get_today (cli->clock) },
                      error),
    NULL);
}

/* What the window asks of the stages, answered as it proposes. */
static SlipRolloutAnswer *
new_answer (SlipCli *cli, const SlipRow *release, SlipStatus status)
{
  const char *id = slip_row_get_id (release);
  SlipMoment moment = slip_clock_get_moment (cli->clock);
  SlipRolloutQuestion question =
    slip_rollout_question_find (cli->state, id, status);
  g_autoptr (GPtrArray) choices = list_answers (cli, id, question);
  g_autoptr (GPtrArray) chosen = g_ptr_array_new ();

  for (guint i = 0; i < choices->len; i++)
    g_ptr_array_add (chosen, (char *) slip_row_get_id (choices->pdata[i]));
  g_ptr_array_add (chosen, NULL);
  return slip_rollout_answer_new (slip_board_move_new (id, status, NULL, NULL),
                                  question, (const char *const *) chosen->pdata,
                                  moment);
}

static gboolean
run_status (SlipCli *cli,
            const SlipCliVerb *verb,
            char ***arguments,
            GError **error)
{
  if (!slip_cli_parse (cli, verb, NULL, arguments, error))
    return FALSE;
  int status = slip_cli_parse_status ((*arguments)[1], error);
  if (status < 0)
    return FALSE;
  const SlipRow *release =
    slip_cli_open_release (cli, SLIP_CLI_WRITE, (*arguments)[0], error);
  if (release == NULL)
    return FALSE;
  if (slip_release_get_status (release) == (SlipStatus) status) {
    g_set_error_literal (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_NOTHING,
                         _ ("The release has that status already"));
    return FALSE;
  }
  if (!check_start (cli, release, (SlipStatus) status, error))
    return FALSE;
  g_autoptr (SlipRolloutAnswer) answer =
    new_answer (cli, release, (SlipStatus) status);
  SlipStep *step =
    slip_cli_execute (cli, slip_rollout_answer_run, answer, error);
  return slip_cli_report_step (cli, step, NULL);
}

static gboolean
run_delete (SlipCli *cli,
            const SlipCliVerb *verb,
            char ***arguments,
            GError **error)
{
  g_autofree char *reason = NULL;
  const GOptionEntry entries[] = {
    { "reason", 0, 0, G_OPTION_ARG_FILENAME, &reason, N_ ("Why"), N_ ("TEXT") },
    { NULL },
  };

  if (!slip_cli_parse (cli, verb, entries, arguments, error))
    return FALSE;
  const SlipRow *release = open_release (cli, *arguments, error);
  if (release == NULL)
    return FALSE;
  g_autoptr (SlipEntityEdit) edit =
    slip_entity_edit_new_remove (SLIP_KIND_RELEASE, slip_row_get_id (release));
  slip_entity_edit_set_reason (edit, reason);
  return execute_edit (cli, edit, FALSE, error);
}

/* A plain day is a drop on it; a period or none is what it says. */
static SlipMove *
make_move (SlipCli *cli,
           const SlipRow *release,
           SlipPlannedDate planned,
           guint stay)
{
  SlipDate today = slip_clock_get_today (cli->clock);
  const char *id = slip_row_get_id (release);

  if (planned.certainty == SLIP_CERTAINTY_CONFIRMED)
    return slip_move_new_to_day (cli->state, id, planned.date, stay, today);
  return slip_move_new (id, planned, stay, today);
}

static void
print_preview (SlipCli *cli, const SlipPreview *preview)
{
  static const char *const marks[] = { "", "  ", "! ", "? ", "✓ ", "= " };
  g_autoptr (GPtrArray) lines = slip_preview_describe (preview);

  if (cli->is_json) {
    slip_cli_json_print (
      slip_cli_json_node (slip_cli_json_new_preview (preview)));
    return;
  }
  for (guint i = 0; i < lines->len; i++) {
    const SlipPreviewLine *line = lines->pdata[i];
    slip_cli_print ("%s%s", marks[line->tone], line->text);
  }
}

static gboolean
run_move (SlipCli *cli,
          const SlipCliVerb *verb,
          char ***arguments,
          GError **error)
{
  gboolean is_dry_run = FALSE;
  gboolean is_only_release_date = FALSE;
  gboolean takes_dependents = FALSE;
  const GOptionEntry entries[] = {
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &is_dry_run,
      N_ ("Only say what would follow"), NULL },
    { "only-release-date", 0, 0, G_OPTION_ARG_NONE, &is_only_release_date,
      N_ ("Leave the other dates where they are"), NULL },
    { "take-dependents", 0, 0, G_OPTION_ARG_NONE, &takes_dependents,
      N_ ("Move what depends on it as far as it must"), NULL },
    { NULL },
  };
  SlipPlannedDate planned;

  if (!slip_cli_parse (cli, verb, entries, arguments, error) ||
      !slip_cli_parse_planned (cli, (*arguments)[1], &planned, error))
    return FALSE;
  if (!slip_cli_open (cli, is_dry_run ? SLIP_CLI_READ : SLIP_CLI_WRITE, error))
    return FALSE;
  const SlipRow *release =
    slip_entity_find (cli->state, SLIP_KIND_RELEASE, (*arguments)[0], error);
  if (release == NULL)
    return FALSE;
  g_autoptr (SlipMove) move =
    make_move (cli, release, planned,
               (is_only_release_date ? SLIP_MOVE_ONLY_RELEASE : 0) |
                 (takes_dependents ? SLIP_MOVE_TAKE_DEPENDENTS : 0));
  /* What it does to others is told as well.  Loading makes another state, in
   * which the release may be another row. */
  if (!slip_cli_load_open (cli, error) ||
      !slip_cli_load_parts (cli, move->release, error))
    return FALSE;
  const SlipConflictContext context = slip_cli_get_context (cli);
  g_autoptr (SlipPreview) preview =
    slip_preview_new (cli->state, move->release, slip_move_run, move, &context,
                      error);
  if (preview == NULL)
    return FALSE;
  if (!is_dry_run) {
    g_autoptr (SlipStep) step =
      slip_cli_execute (cli, slip_move_run, move, error);
    if (step == NULL)
      return FALSE;
  }
  print_preview (cli, preview);
  return TRUE;
}

const SlipCliVerb slip_cli_release_verbs[] = {
  { "add", "NAME --product PRODUCT", N_ ("Add a release"), 1, 1, run_add },
  { "set", "RELEASE KEY=VALUE...", N_ ("Set properties of a release"), 2, -1,
    run_set },
  { "move", "RELEASE DATE", N_ ("Move a release and say what follows"), 2, 2,
    run_move },
  { "status", "RELEASE STATUS", N_ ("Set the status of a release"), 2, 2,
    run_status },
  { "delete", "RELEASE", N_ ("Delete a release"), 1, 1, run_delete },
  { NULL },
};
