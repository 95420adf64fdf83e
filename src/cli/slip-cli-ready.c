/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-cli-verbs.h"

#include "slip-audience.h"
#include "slip-cli-feed-load.h"
#include "slip-cli-json.h"
#include "slip-cli-parts.h"
#include "slip-cli-print.h"
#include "slip-disagreement.h"
#include "slip-gate.h"
#include "slip-obstacle.h"
#include "slip-stage.h"

#include <glib/gi18n.h>

static void
set_item (const SlipCli *cli, JsonObject *object, const SlipRow *item)
{
  const SlipProperty *states =
    slip_schema_get_property (SLIP_KIND_ITEM, SLIP_ITEM_STATE);
  SlipDate due = slip_row_get_date (item, SLIP_ITEM_DUE_DATE);

  slip_cli_json_set_text (object, "item", slip_row_get_id (item));
  slip_cli_json_set_text (object, "title",
                          slip_row_get_text (item, SLIP_ITEM_TITLE));
  slip_cli_json_set_text (
    object, "state",
    states->values[slip_row_get_integer (item, SLIP_ITEM_STATE)].nick);
  slip_cli_json_set_text (object, "state_note",
                          slip_row_get_text (item, SLIP_ITEM_STATE_NOTE));
  slip_cli_json_set_date (object, "due", due);
  json_object_set_boolean_member (
    object, "is_overdue",
    slip_date_is_set (due) &&
      slip_date_is_before (due, slip_clock_get_today (cli->clock)));
}

static JsonObject *
new_obstacle (const SlipCli *cli, const SlipObstacle *obstacle)
{
  g_autofree char *text =
    slip_obstacle_dup_text (obstacle, cli->state,
                            slip_clock_get_today (cli->clock));
  const SlipRow *person =
    slip_plan_state_get (cli->state, SLIP_KIND_PERSON, obstacle->person);
  JsonObject *object = json_object_new ();

  slip_cli_json_set_text (object, "type",
                          slip_obstacle_type_get_nick (obstacle->type));
  slip_cli_json_set_text (object, "text", text);
  if (obstacle->checklist != NULL) {
    slip_cli_json_set_text (object, "checklist",
                            slip_row_get_id (obstacle->checklist));
    slip_cli_json_set_text (object, "audience",
                            slip_row_get_text (obstacle->checklist,
                                               SLIP_CHECKLIST_AUDIENCE));
    slip_cli_json_set_text (object, "audience_name",
                            slip_cli_get_name (cli, obstacle->checklist,
                                               SLIP_CHECKLIST_AUDIENCE));
    slip_cli_json_set_text (object, "person", obstacle->person);
    slip_cli_json_set_text (object, "person_name",
                            person != NULL
                              ? slip_row_get_text (person, SLIP_PERSON_NAME)
                              : NULL);
  }
  if (obstacle->item != NULL)
    set_item (cli, object, obstacle->item);
  return object;
}

/* Where feeds and plan disagree about @release: on itself, then on each
 * audience in the order of telling. */
static GPtrArray *
list_disagreements (const SlipCli *cli, const SlipRow *release)
{
  SlipMoment moment = slip_clock_get_moment (cli->clock);
  g_autoptr (GPtrArray) audiences = slip_audience_list (cli->state);
  GPtrArray *all = slip_disagreement_list (cli->state, release, NULL, moment);

  for (guint i = 0; i < audiences->len; i++)
    g_ptr_array_extend_and_steal (
      all,
      slip_disagreement_list (cli->state, release,
                              slip_row_get_id (audiences->pdata[i]), moment));
  return all;
}

static JsonObject *
new_disagreement (const SlipDisagreement *disagreement)
{
  JsonObject *object = json_object_new ();

  slip_cli_json_set_text (object, "type",
                          slip_disagreement_type_get_nick (disagreement->type));
  slip_cli_json_set_text (object, "feed", disagreement->value->feed);
  slip_cli_json_set_text (object, "audience", disagreement->value->audience);
  slip_cli_json_set_text (object, "text", disagreement->text);
  return object;
}

static JsonArray *
new_disagreements (const SlipCli *cli, const SlipRow *release)
{
  g_autoptr (GPtrArray) disagreements = list_disagreements (cli, release);
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < disagreements->len; i++)
    json_array_add_object_element (array,
                                   new_disagreement (disagreements->pdata[i]));
  return array;
}

/* 'Sales: Help desk says “At risk”, the plan says “ready”' */
static void
print_disagreements (const SlipCli *cli, const SlipRow *release)
{
  g_autoptr (GPtrArray) disagreements = list_disagreements (cli, release);

  for (guint i = 0; i < disagreements->len; i++) {
    const SlipDisagreement *disagreement = disagreements->pdata[i];
    const SlipRow *audience =
      slip_plan_state_get (cli->state, SLIP_KIND_AUDIENCE,
                           disagreement->value->audience);

    slip_cli_print ("≠ %s%s%s",
                    audience != NULL
                      ? slip_row_get_text (audience, SLIP_AUDIENCE_NAME)
                      : "",
                    audience != NULL ? ": " : "", disagreement->text);
  }
}

static void
print_json (const SlipCli *cli,
            const SlipRow *release,
            const GPtrArray *obstacles)
{
  g_autofree char *title = slip_release_dup_title (cli->state, release);
  JsonObject *object = json_object_new ();
  JsonArray *array = json_array_new ();

  slip_cli_json_set_text (object, "release", slip_row_get_id (release));
  slip_cli_json_set_text (object, "title", title);
  json_object_set_boolean_member (object, "is_ready", obstacles->len == 0);
  for (guint i = 0; i < obstacles->len; i++)
    json_array_add_object_element (array,
                                   new_obstacle (cli, obstacles->pdata[i]));
  json_object_set_array_member (object, "obstacles", array);
  json_object_set_array_member (object, "disagreements",
                                new_disagreements (cli, release));
  slip_cli_json_print (slip_cli_json_node (object));
}

static void
print_lines (const SlipCli *cli,
             const SlipRow *release,
             const GPtrArray *obstacles)
{
  g_autofree char *title = slip_release_dup_title (cli->state, release);

  if (obstacles->len == 0)
    /* Translators: a release. */
    slip_cli_print (_ ("%s is ready"), title);
  for (guint i = 0; i < obstacles->len; i++) {
    g_autofree char *text =
      slip_obstacle_dup_text (obstacles->pdata[i], cli->state,
                              slip_clock_get_today (cli->clock));
    slip_cli_print ("%s", text);
  }
  print_disagreements (cli, release);
}

static JsonObject *
new_part (const SlipGatePart *part)
{
  JsonObject *object = json_object_new ();

  slip_cli_json_set_text (object, "state",
                          slip_gate_state_get_nick (part->state));
  slip_cli_json_set_text (object, "kind",
                          part->id != NULL ? slip_schema_get (part->kind)->name
                                           : NULL);
  slip_cli_json_set_text (object, "id", part->id);
  slip_cli_json_set_text (object, "text", part->text);
  return object;
}

static JsonObject *
new_line (const SlipGateLine *line)
{
  JsonObject *object = json_object_new ();
  JsonArray *parts = json_array_new ();

  slip_cli_json_set_text (object, "criterion",
                          slip_row_get_id (line->criterion));
  slip_cli_json_set_text (object, "type",
                          slip_criterion_type_get_nick (
                            (SlipCriterionType) slip_row_get_integer (
                              line->criterion, SLIP_CRITERION_TYPE)));
  slip_cli_json_set_text (object, "state",
                          slip_gate_state_get_nick (line->state));
  json_object_set_boolean_member (object, "is_must", line->is_must);
  slip_cli_json_set_text (object, "title", line->title);
  slip_cli_json_set_text (object, "detail", line->detail);
  slip_cli_json_set_text (object, "waiver", line->waiver);
  slip_cli_json_set_text (object, "cause_kind",
                          line->cause != NULL
                            ? slip_schema_get (line->cause_kind)->name
                            : NULL);
  slip_cli_json_set_text (object, "cause", line->cause);
  for (guint i = 0; i < line->parts->len; i++)
    json_array_add_object_element (parts, new_part (line->parts->pdata[i]));
  json_object_set_array_member (object, "parts", parts);
  return object;
}

static void
print_gate_json (const SlipCli *cli, const SlipGate *gate)
{
  g_autofree char *title = slip_release_dup_title (cli->state, gate->release);
  g_autofree char *stage = slip_stage_dup_title (gate->stage);
  JsonObject *object = json_object_new ();
  JsonArray *lines = json_array_new ();

  slip_cli_json_set_text (object, "release", slip_row_get_id (gate->release));
  slip_cli_json_set_text (object, "title", title);
  slip_cli_json_set_text (object, "stage", slip_row_get_id (gate->stage));
  slip_cli_json_set_text (object, "stage_name", stage);
  json_object_set_boolean_member (object, "is_ready", gate->is_open);
  for (guint i = 0; i < gate->lines->len; i++)
    json_array_add_object_element (lines, new_line (gate->lines->pdata[i]));
  json_object_set_array_member (object, "criteria", lines);
  slip_cli_json_print (slip_cli_json_node (object));
}

/* '✗ not met, must: Soaked 3 days at 5 % · 2 d so far' */
static void
print_gate_line (const SlipGateLine *line)
{
  slip_cli_print ("%s %s, %s: %s%s%s", slip_gate_state_get_mark (line->state),
                  slip_gate_state_get_label (line->state),
                  line->is_must ? C_ ("criterion", "must")
                                : C_ ("criterion", "should"),
                  line->title, line->detail != NULL ? " · " : "",
                  line->detail != NULL ? line->detail : "");
  for (guint i = 0; i < line->parts->len; i++) {
    const SlipGatePart *part = line->parts->pdata[i];

    if (g_strcmp0 (part->text, line->detail) != 0)
      slip_cli_print ("    %s %s", slip_gate_state_get_mark (part->state),
                      part->text);
  }
  if (line->waiver != NULL)
    slip_cli_print ("    %s", line->waiver);
}

static void
print_gate_lines (const SlipCli *cli, const SlipGate *gate)
{
  g_autofree char *title = slip_release_dup_title (cli->state, gate->release);
  g_autofree char *stage = slip_stage_dup_title (gate->stage);
  g_autofree char *text = slip_gate_dup_text (gate);

  /* Translators: a release, a stage, and how its gate stands. */
  slip_cli_print (_ ("%s → %s: %s"), title, stage, text);
  for (guint i = 0; i < gate->lines->len; i++)
    print_gate_line (gate->lines->pdata[i]);
}

static gboolean
tell_gate (SlipCli *cli,
           const SlipRow *release,
           const char *text,
           GError **error)
{
  const SlipRow *stage =
    slip_cli_find_stage (cli, slip_row_get_id (release), text, error);

  if (stage == NULL)
    return FALSE;
  g_autoptr (SlipGate) gate =
    slip_gate_evaluate (cli->state, slip_row_get_id (stage),
                        slip_clock_get_moment (cli->clock));
  if (cli->is_json)
    print_gate_json (cli, gate);
  else
    print_gate_lines (cli, gate);
  if (gate->is_open)
    return TRUE;
  g_set_error_literal (error, SLIP_CLI_ERROR, SLIP_CLI_ERROR_NOT_READY,
                       _ ("The stage's gate is shut"));
  return FALSE;
}

static gboolean
run_ready (SlipCli *cli,
           const SlipCliVerb *verb,
           char ***arguments,
           GError **error)
{
  g_autofree char *stage = NULL;
  const GOptionEntry entries[] = {
    { "stage", 0, 0, G_OPTION_ARG_FILENAME, &stage,
      N_ ("Tell how the gate of a stage stands"), N_ ("STAGE") },
    { NULL },
  };

  if (!slip_cli_parse (cli, verb, entries, arguments, error))
    return FALSE;
  const SlipRow *release =
    slip_cli_open_release_with_feeds (cli, SLIP_CLI_READ, (*arguments)[0],
                                      error);
  if (release == NULL)
    return FALSE;
  if (stage != NULL)
    return tell_gate (cli, release, stage, error);
  g_autoptr (GPtrArray) obstacles = slip_obstacle_list (cli->state, release);
  if (cli->is_json)
    print_json (cli, release, obstacles);
  else
    print_lines (cli, release, obstacles);
  if (obstacles->len == 0)
    return TRUE;
  g_set_error_literal (error, SLIP_CLI_ERROR, SLIP_CLI_ERROR_NOT_READY,
                       _ ("The release is not ready"));
  return FALSE;
}

const SlipCliVerb slip_cli_ready_verbs[] = {
  { "ready", "RELEASE [--stage STAGE]",
    N_ ("Tell what stands in the way of a release"), 1, 1, run_ready },
  { NULL },
};
