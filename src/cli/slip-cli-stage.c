/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-cli-verbs.h"

#include "slip-cli-arguments.h"
#include "slip-cli-json.h"
#include "slip-cli-parts.h"
#include "slip-cli-print.h"
#include "slip-cli-report.h"
#include "slip-entity-edit.h"
#include "slip-rollout.h"
#include "slip-stage-edit.h"
#include "slip-stage-move.h"
#include "slip-stage-preset.h"
#include "slip-stage-text.h"
#include "slip-stage.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

static void
set_known (JsonObject *object, const char *name, gint64 number)
{
  if (number < 0)
    json_object_set_null_member (object, name);
  else
    json_object_set_int_member (object, name, number);
}

/* What a stage adds and what is exposed then; nothing for one that is skipped:
 * it never exposes anybody. */
static SlipExposure
find_exposure (const SlipCli *cli, const SlipRow *stage)
{
  if (slip_stage_get_state (stage) == SLIP_STAGE_STATE_SKIPPED)
    return (SlipExposure){ -1, -1, -1, -1 };

  return slip_stage_get_exposure (cli->state, stage);
}

static void
set_exposure (JsonObject *object, const SlipExposure *exposure)
{
  set_known (object, "exposed_share", exposure->share);
  set_known (object, "exposed_people", exposure->people);
  set_known (object, "added_share", exposure->added_share);
  set_known (object, "added_people", exposure->added_people);
}

static JsonObject *
new_stage (const SlipCli *cli, const SlipRow *stage)
{
  SlipMoment moment = slip_clock_get_moment (cli->clock);
  JsonObject *object = slip_cli_json_new_entity (stage);
  SlipExposure exposure = find_exposure (cli, stage);
  g_autofree char *standing = slip_stage_dup_standing (stage, moment);
  gint64 soaked = slip_stage_get_soaked_seconds (stage, moment.at_ms);

  slip_cli_json_set_text (object, "standing", standing);
  set_exposure (object, &exposure);
  set_known (object, "soaked_seconds", soaked);
  json_object_set_boolean_member (object, "is_due",
                                  slip_rollout_is_due (stage, moment.at_ms));
  return object;
}

static void
set_stage_id (JsonObject *object, const char *name, const SlipRow *stage)
{
  slip_cli_json_set_text (object, name,
                          stage != NULL ? slip_row_get_id (stage) : NULL);
}

static void
print_json (const SlipCli *cli, const SlipRow *release, GPtrArray *stages)
{
  const char *id = slip_row_get_id (release);
  SlipExposure exposure = slip_rollout_get_exposure (cli->state, id);
  g_autofree char *title = slip_release_dup_title (cli->state, release);
  JsonObject *object = json_object_new ();
  JsonArray *array = json_array_new ();

  slip_cli_json_set_text (object, "release", id);
  slip_cli_json_set_text (object, "title", title);
  slip_cli_json_set_text (object, "status",
                          slip_status_get_nick (
                            slip_release_get_status (release)));
  set_stage_id (object, "current", slip_rollout_get_current (cli->state, id));
  set_stage_id (object, "next", slip_rollout_get_next (cli->state, id));
  set_known (object, "exposed_share", exposure.share);
  set_known (object, "exposed_people", exposure.people);
  for (guint i = 0; i < stages->len; i++)
    json_array_add_object_element (array, new_stage (cli, stages->pdata[i]));
  json_object_set_array_member (object, "stages", array);
  slip_cli_json_print (slip_cli_json_node (object));
}

static char *
dup_date (SlipDate date)
{
  char text[SLIP_DATE_TEXT_SIZE];

  return g_strdup (slip_date_print (date, text));
}

static void
add_stage_row (const SlipCli *cli, SlipCliTable *table, const SlipRow *stage)
{
  SlipExposure exposure = find_exposure (cli, stage);
  g_autofree char *title = slip_stage_dup_title (stage);
  SlipRange days = slip_stage_get_days (stage);
  g_autofree char *start = dup_date (days.first);
  g_autofree char *end = dup_date (days.last);
  g_autofree char *standing =
    slip_stage_dup_standing (stage, slip_clock_get_moment (cli->clock));
  gboolean is_skipped =
    slip_stage_get_state (stage) == SLIP_STAGE_STATE_SKIPPED;
  g_autofree char *exposed =
    is_skipped ? NULL : slip_exposure_dup_text (&exposure);
  g_autofree char *added = slip_exposure_dup_added_text (&exposure);

  slip_cli_table_add (
    table, (const char *[]){
             title, slip_stage_state_get_label (slip_stage_get_state (stage)),
             start, end, standing, exposed, added, slip_row_get_id (stage) });
}

static void
print_table (SlipCli *cli, const SlipRow *release, GPtrArray *stages)
{
  g_autoptr (SlipCliTable) table = slip_cli_table_new (
    (const char *[]){ _ ("STAGE"), _ ("STATE"), _ ("START"), _ ("END"),
                      _ ("NOW"), _ ("EXPOSED"), _ ("ADDS"), "ID", NULL });
  g_autofree char *text =
    slip_rollout_dup_text (cli->state, slip_row_get_id (release));

  for (guint i = 0; i < stages->len; i++)
    add_stage_row (cli, table, stages->pdata[i]);
  slip_cli_table_print (table);
  if (text != NULL)
    slip_cli_print ("%s", text);
}

static gboolean
run_stages (SlipCli *cli,
            const SlipCliVerb *verb,
            char ***arguments,
            GError **error)
{
  if (!slip_cli_parse (cli, verb, NULL, arguments, error))
    return FALSE;
  const SlipRow *release =
    slip_cli_open_release (cli, SLIP_CLI_READ, (*arguments)[0], error);
  if (release == NULL)
    return FALSE;
  g_autoptr (GPtrArray) stages =
    slip_stage_list (cli->state, slip_row_get_id (release));
  if (cli->is_json)
    print_json (cli, release, stages);
  else
    print_table (cli, release, stages);
  return TRUE;
}

/* What the options of `stage add` and `stage edit` say. */
typedef struct {
  char *name;
  char *type;
  char *share;
  char *people;
  char *segment;
  char *after;
  char *length;
  char *soak;
  char *advance;
  gboolean is_launch;
} Options;

static void
clear_options (Options *options)
{
  g_free (options->name);
  g_free (options->type);
  g_free (options->share);
  g_free (options->people);
  g_free (options->segment);
  g_free (options->after);
  g_free (options->length);
  g_free (options->soak);
  g_free (options->advance);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, clear_options)

static gboolean
add_parsed (SlipEntityEdit *edit,
            guint property,
            const char *text,
            GError **error)
{
  g_auto (SlipValue) value = SLIP_VALUE_INIT;

  if (text == NULL)
    return TRUE;
  if (!slip_property_parse (slip_schema_get_property (SLIP_KIND_STAGE,
                                                      property),
                            text, &value, error))
    return FALSE;
  slip_entity_edit_add (edit, property, &value);
  return TRUE;
}

/* A share in percent, with decimals and the sign or without. */
static gboolean
add_share (SlipEntityEdit *edit, const char *text, GError **error)
{
  char *end = NULL;
  double share;

  if (text == NULL)
    return TRUE;
  share = g_ascii_strtod (text, &end);
  while (*end == ' ' || *end == '%')
    end++;
  if (end == text || *end != '\0' || !(share >= 0 && share <= 100))
    return slip_cli_fail_usage (error,
                                _ ("A share is a number of percent, from 0 to "
                                   "100"));
  slip_entity_edit_add_integer (edit, SLIP_STAGE_SHARE,
                                (gint64) llround (share * 100));
  return TRUE;
}

/* `previous`, or days from the release date: -7. */
static gboolean
add_start (SlipEntityEdit *edit, const char *text, GError **error)
{
  const char *offset;

  if (text == NULL)
    return TRUE;
  if (g_str_has_prefix (text, "previous")) {
    offset = text + strlen ("previous");
    slip_entity_edit_add_integer (edit, SLIP_STAGE_START_ANCHOR,
                                  SLIP_STAGE_ANCHOR_PREVIOUS);
  } else if (g_str_has_prefix (text, "release")) {
    offset = text + strlen ("release");
    slip_entity_edit_add_integer (edit, SLIP_STAGE_START_ANCHOR,
                                  SLIP_STAGE_ANCHOR_RELEASE);
  } else {
    return slip_cli_fail_usage (error,
                                _ ("A stage starts at release or previous, or "
                                   "days from there: release-7, previous+2"));
  }
  if (*offset == '+')
    offset++;
  return add_parsed (edit, SLIP_STAGE_START_OFFSET,
                     *offset != '\0' ? offset : "0", error);
}

static gboolean
add_options (SlipEntityEdit *edit, const Options *options, GError **error)
{
  if (options->is_launch)
    slip_entity_edit_add_integer (edit, SLIP_STAGE_IS_LAUNCH, TRUE);
  return add_parsed (edit, SLIP_STAGE_NAME, options->name, error) &&
         add_parsed (edit, SLIP_STAGE_TYPE, options->type, error) &&
         add_share (edit, options->share, error) &&
         add_parsed (edit, SLIP_STAGE_PEOPLE, options->people, error) &&
         add_parsed (edit, SLIP_STAGE_SEGMENT, options->segment, error) &&
         add_start (edit, options->after, error) &&
         add_parsed (edit, SLIP_STAGE_LENGTH_DAYS, options->length, error) &&
         add_parsed (edit, SLIP_STAGE_SOAK_HOURS, options->soak, error) &&
         add_parsed (edit, SLIP_STAGE_ADVANCE, options->advance, error);
}

static gboolean
parse_options (SlipCli *cli,
               const SlipCliVerb *verb,
               Options *options,
               char ***arguments,
               GError **error)
{
  const GOptionEntry entries[] = {
    { "name", 0, 0, G_OPTION_ARG_FILENAME, &options->name,
      N_ ("What it is called"), N_ ("TEXT") },
    { "type", 0, 0, G_OPTION_ARG_FILENAME, &options->type,
      N_ ("internal, segment, percentage or everyone"), N_ ("TYPE") },
    { "share", 0, 0, G_OPTION_ARG_FILENAME, &options->share,
      N_ ("How many get it, in percent"), N_ ("PERCENT") },
    { "people", 0, 0, G_OPTION_ARG_FILENAME, &options->people,
      N_ ("How many people that are, as expected"), N_ ("NUMBER") },
    { "segment", 0, 0, G_OPTION_ARG_FILENAME, &options->segment,
      N_ ("Who gets it"), N_ ("TEXT") },
    { "start", 0, 0, G_OPTION_ARG_FILENAME, &options->after,
      N_ ("When it starts: release-7, previous, previous+2"), N_ ("RULE") },
    { "length", 0, 0, G_OPTION_ARG_FILENAME, &options->length,
      N_ ("How many days it takes"), N_ ("DAYS") },
    { "soak", 0, 0, G_OPTION_ARG_FILENAME, &options->soak,
      N_ ("How long it is to be active before the next"), N_ ("HOURS") },
    { "advance", 0, 0, G_OPTION_ARG_FILENAME, &options->advance,
      N_ ("by-hand, or proposed when the soak is over"), N_ ("HOW") },
    { "launch", 0, 0, G_OPTION_ARG_NONE, &options->is_launch,
      N_ ("It starts on the release date"), NULL },
    { NULL },
  };

  return slip_cli_parse (cli, verb, entries, arguments, error);
}

static gboolean
run_add (SlipCli *cli,
         const SlipCliVerb *verb,
         char ***arguments,
         GError **error)
{
  g_auto (Options) options = { 0 };

  if (!parse_options (cli, verb, &options, arguments, error))
    return FALSE;
  const SlipRow *release =
    slip_cli_open_release (cli, SLIP_CLI_WRITE, (*arguments)[0], error);
  if (release == NULL)
    return FALSE;
  g_autoptr (SlipEntityEdit) edit =
    slip_entity_edit_new_create (SLIP_KIND_STAGE, NULL,
                                 slip_row_get_id (release));
  slip_entity_edit_add_text (edit, SLIP_STAGE_NAME, (*arguments)[1]);
  slip_entity_edit_add_integer (edit, SLIP_STAGE_START_ANCHOR,
                                SLIP_STAGE_ANCHOR_PREVIOUS);
  if (!add_options (edit, &options, error))
    return FALSE;
  SlipStep *step = slip_cli_execute (cli, slip_entity_edit_run, edit, error);
  return slip_cli_report_step (cli, step, slip_entity_edit_get_id (edit));
}

/* The stage that the words name: a release and one of its stages. */
static const SlipRow *
take_stage (SlipCli *cli, char **words, GError **error)
{
  const SlipRow *release =
    slip_cli_open_release (cli, SLIP_CLI_WRITE, words[0], error);

  return release != NULL ? slip_cli_find_stage (cli, slip_row_get_id (release),
                                                words[1], error)
                         : NULL;
}

/* Whether @options leave @stage, if it is the launch stage, where it is. */
static gboolean
check_launch (const SlipRow *stage, const Options *options, GError **error)
{
  g_autofree char *title = slip_stage_dup_title (stage);

  if (options->after == NULL ||
      !slip_row_get_boolean (stage, SLIP_STAGE_IS_LAUNCH))
    return TRUE;
  g_set_error (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_INVALID,
               /* Translators: the name of a rollout stage. */
               _ ("“%s” is the launch stage, it starts on the release date"),
               title);
  return FALSE;
}

static gboolean
run_edit (SlipCli *cli,
          const SlipCliVerb *verb,
          char ***arguments,
          GError **error)
{
  g_auto (Options) options = { 0 };

  if (!parse_options (cli, verb, &options, arguments, error))
    return FALSE;
  const SlipRow *stage = take_stage (cli, *arguments, error);
  if (stage == NULL || !check_launch (stage, &options, error))
    return FALSE;
  g_autoptr (SlipEntityEdit) edit =
    slip_entity_edit_new_set (SLIP_KIND_STAGE, slip_row_get_id (stage));
  if (!add_options (edit, &options, error))
    return FALSE;
  SlipStep *step = slip_cli_execute (cli, slip_entity_edit_run, edit, error);
  return slip_cli_report_step (cli, step, NULL);
}

static gboolean
run_remove (SlipCli *cli,
            const SlipCliVerb *verb,
            char ***arguments,
            GError **error)
{
  if (!slip_cli_parse (cli, verb, NULL, arguments, error))
    return FALSE;
  const SlipRow *stage = take_stage (cli, *arguments, error);
  if (stage == NULL)
    return FALSE;
  g_autoptr (SlipEntityEdit) edit =
    slip_entity_edit_new_remove (SLIP_KIND_STAGE, slip_row_get_id (stage));
  SlipStep *step = slip_cli_execute (cli, slip_entity_edit_run, edit, error);
  return slip_cli_report_step (cli, step, NULL);
}

/* `stage finish` and `stage skip`: the second word says which. */
static gboolean
run_act (SlipCli *cli,
         const SlipCliVerb *verb,
         char ***arguments,
         GError **error)
{
  SlipStageActType type = slip_stage_act_find (verb->name + strlen ("stage "));

  if (!slip_cli_parse (cli, verb, NULL, arguments, error))
    return FALSE;
  const SlipRow *stage = take_stage (cli, *arguments, error);
  if (stage == NULL)
    return FALSE;
  g_autoptr (SlipStageAct) act =
    slip_stage_act_new (type, slip_row_get_id (stage), NULL,
                        slip_clock_get_moment (cli->clock));
  SlipStep *step = slip_cli_execute (cli, slip_stage_act_run, act, error);
  return slip_cli_report_step (cli, step, NULL);
}

static gboolean
run_move (SlipCli *cli,
          const SlipCliVerb *verb,
          char ***arguments,
          GError **error)
{
  const SlipRow *before = NULL;

  if (!slip_cli_parse (cli, verb, NULL, arguments, error))
    return FALSE;
  const SlipRow *stage = take_stage (cli, *arguments, error);
  if (stage == NULL)
    return FALSE;
  if ((*arguments)[2] != NULL) {
    before = slip_cli_find_stage (cli, slip_row_get_owner (stage),
                                  (*arguments)[2], error);
    if (before == NULL)
      return FALSE;
  }
  g_autoptr (SlipStageOrder) order =
    slip_stage_order_new (slip_row_get_id (stage),
                          before != NULL ? slip_row_get_id (before) : NULL);
  SlipStep *step = slip_cli_execute (cli, slip_stage_order_run, order, error);
  return slip_cli_report_step (cli, step, NULL);
}

static void
list_presets (const SlipCli *cli)
{
  g_autoptr (SlipCliTable) table = slip_cli_table_new (
    (const char *[]){ _ ("PRESET"), _ ("NAME"), _ ("STAGES"), NULL });
  guint n;
  const SlipStagePreset *presets = slip_stage_preset_get_all (&n);
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < n; i++) {
    const char *label = slip_stage_preset_get_label (&presets[i]);
    g_autofree char *stages = slip_stage_preset_dup_stages (&presets[i]);
    JsonObject *object = json_object_new ();

    slip_cli_json_set_text (object, "preset", presets[i].key);
    slip_cli_json_set_text (object, "name", label);
    slip_cli_json_set_text (object, "stages", stages);
    json_array_add_object_element (array, object);
    slip_cli_table_add (table,
                        (const char *[]){ presets[i].key, label, stages });
  }
  if (cli->is_json)
    slip_cli_json_print (slip_cli_json_array_node (json_array_ref (array)));
  else
    slip_cli_table_print (table);
  json_array_unref (array);
}

static gboolean
run_preset (SlipCli *cli,
            const SlipCliVerb *verb,
            char ***arguments,
            GError **error)
{
  if (!slip_cli_parse (cli, verb, NULL, arguments, error))
    return FALSE;
  if ((*arguments)[0] == NULL) {
    list_presets (cli);
    return TRUE;
  }
  if ((*arguments)[1] == NULL)
    return slip_cli_fail_usage (error, _ ("Say which preset the release gets"));
  const SlipRow *release =
    slip_cli_open_release (cli, SLIP_CLI_WRITE, (*arguments)[0], error);
  if (release == NULL)
    return FALSE;
  g_autoptr (SlipPresetApplication) application =
    slip_preset_application_new ((*arguments)[1], slip_row_get_id (release));
  SlipStep *step =
    slip_cli_execute (cli, slip_preset_application_run, application, error);
  return slip_cli_report_step (cli, step, NULL);
}

const SlipCliVerb slip_cli_stage_verbs[] = {
  { "stages", "RELEASE", N_ ("Tell how far the rollout of a release is"), 1, 1,
    run_stages },
  { "stage preset", "[RELEASE PRESET]",
    N_ ("List usual rollouts, or give one to a release"), 0, 2, run_preset },
  { "stage add", "RELEASE NAME", N_ ("Add a stage to a release"), 2, 2,
    run_add },
  { "stage edit", "RELEASE STAGE", N_ ("Change a stage"), 2, 2, run_edit },
  { "stage move", "RELEASE STAGE [BEFORE]",
    N_ ("Put a stage before another, or at the end"), 2, 3, run_move },
  { "stage remove", "RELEASE STAGE", N_ ("Remove a stage"), 2, 2, run_remove },
  { "stage finish", "RELEASE STAGE", N_ ("End a stage that has begun"), 2, 2,
    run_act },
  { "stage skip", "RELEASE STAGE", N_ ("Say that a stage is not to start"), 2,
    2, run_act },
  { NULL },
};
