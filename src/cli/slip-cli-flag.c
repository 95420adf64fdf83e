/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-cli-verbs.h"

#include "slip-cli-arguments.h"
#include "slip-cli-feed-load.h"
#include "slip-cli-json.h"
#include "slip-cli-parts.h"
#include "slip-cli-print.h"
#include "slip-cli-report.h"
#include "slip-entity-find.h"
#include "slip-flag-edit.h"
#include "slip-flag-sight.h"
#include "slip-flag.h"
#include "slip-stage.h"

#include <glib/gi18n.h>
#include <string.h>

/* What the options of `flag set` say. */
typedef struct {
  char *environment;
  char *type;
  char *owner;
  char *note;
  char **stages;
  char **expected;
  char *observed;
  char *source;
  char *at;
  gboolean is_permanent;
  gboolean is_temporary;
} Options;

static void
clear_options (Options *options)
{
  g_free (options->environment);
  g_free (options->type);
  g_free (options->owner);
  g_free (options->note);
  g_strfreev (options->stages);
  g_strfreev (options->expected);
  g_free (options->observed);
  g_free (options->source);
  g_free (options->at);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, clear_options)

static guint
count (char **words)
{
  return words != NULL ? g_strv_length (words) : 0;
}

/* What can be told without the plan. */
static gboolean
check_options (const Options *options, GError **error)
{
  if (count (options->stages) != count (options->expected))
    return slip_cli_fail_usage (error,
                                _ ("Each --stage takes one --expect after it"));
  if (options->observed == NULL &&
      (options->source != NULL || options->at != NULL))
    return slip_cli_fail_usage (error,
                                _ ("--source and --at say where and when "
                                   "something was --observed"));
  if (options->is_permanent && options->is_temporary)
    return slip_cli_fail_usage (error,
                                _ ("A flag is permanent or not, not both"));
  return TRUE;
}

/* GLib wants seconds, people leave them out. */
static char *
dup_with_seconds (const char *text)
{
  const gsize length = strlen ("2026-12-08T14:30");

  if (strlen (text) < length || text[length - 3] != ':' || text[length] == ':')
    return g_strdup (text);
  g_autofree char *start = g_strndup (text, length);
  return g_strconcat (start, ":00", text + length, NULL);
}

/* An instant as ISO 8601, in local time unless it says otherwise, or a day. */
static gboolean
parse_instant (SlipCli *cli, const char *text, gint64 *at_ms, GError **error)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr (GDateTime) at = NULL;
  g_autofree char *full = NULL;
  SlipDate day;

  if (text == NULL) {
    *at_ms = slip_clock_get_now_ms (cli->clock);
    return TRUE;
  }
  full = dup_with_seconds (text);
  at = g_date_time_new_from_iso8601 (full, zone);
  if (at != NULL) {
    *at_ms = g_date_time_to_unix (at) * 1000;
    return TRUE;
  }
  if (!slip_cli_parse_date (cli, text, &day, error))
    return FALSE;
  *at_ms = slip_clock_get_instant (cli->clock, day);
  return TRUE;
}

/* The flag of @release with @key in @environment, or, without that, the only
 * one of that key; @flag is NULL if there is none. */
static gboolean
find_flag (SlipCli *cli,
           const char *release,
           const char *key,
           const char *environment,
           const SlipRow **flag,
           GError **error)
{
  g_autoptr (GPtrArray) flags = slip_flag_list (cli->state, release);
  const char *wanted =
    environment != NULL && *environment == '\0' ? NULL : environment;
  guint n_found = 0;

  *flag = NULL;
  for (guint i = 0; i < flags->len; i++) {
    if (g_strcmp0 (slip_row_get_text (flags->pdata[i], SLIP_FLAG_KEY), key) !=
          0 ||
        (environment != NULL &&
         g_strcmp0 (slip_row_get_text (flags->pdata[i], SLIP_FLAG_ENVIRONMENT),
                    wanted) != 0))
      continue;
    *flag = slip_plan_state_get (cli->state, SLIP_KIND_FLAG,
                                 slip_row_get_id (flags->pdata[i]));
    n_found++;
  }
  if (n_found < 2)
    return TRUE;
  g_set_error (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_AMBIGUOUS,
               _ ("There is a flag “%s” in several environments; say which "
                  "with --env"),
               key);
  return FALSE;
}

static gboolean
add_expected (SlipCli *cli,
              SlipFlagEdit *edit,
              const char *release,
              const Options *options,
              GError **error)
{
  for (guint i = 0; i < count (options->stages); i++) {
    const SlipRow *stage =
      slip_cli_find_stage (cli, release, options->stages[i], error);
    SlipFlagState expected;
    gint64 share;

    if (stage == NULL ||
        !slip_flag_parse_state (options->expected[i], &expected, &share, error))
      return FALSE;
    slip_flag_edit_expect (edit, slip_row_get_id (stage), expected, share);
  }
  return TRUE;
}

static gboolean
add_observed (SlipCli *cli,
              SlipFlagEdit *edit,
              const Options *options,
              GError **error)
{
  SlipFlagState observed;
  gint64 share;
  gint64 at_ms;

  if (options->observed == NULL)
    return TRUE;
  if (!slip_flag_parse_state (options->observed, &observed, &share, error) ||
      !parse_instant (cli, options->at, &at_ms, error))
    return FALSE;
  slip_flag_edit_observe (edit, observed, share, options->source, at_ms);
  return TRUE;
}

static gboolean
add_type (SlipFlagEdit *edit, const char *text, GError **error)
{
  const SlipProperty *property =
    slip_schema_get_property (SLIP_KIND_FLAG, SLIP_FLAG_TYPE);
  int type = slip_cli_find_enum (property->values, text);

  if (type < 0)
    return slip_cli_fail_usage (error,
                                _ ("A flag is of kind release, experiment, "
                                   "operations or permission"));
  slip_flag_edit_set_integer (edit, SLIP_FLAG_TYPE, type);
  return TRUE;
}

static gboolean
add_properties (SlipCli *cli,
                SlipFlagEdit *edit,
                const Options *options,
                GError **error)
{
  if (options->environment != NULL)
    slip_flag_edit_set_text (edit, SLIP_FLAG_ENVIRONMENT, options->environment);
  if (options->note != NULL)
    slip_flag_edit_set_text (edit, SLIP_FLAG_NOTE, options->note);
  if (options->is_permanent || options->is_temporary)
    slip_flag_edit_set_integer (edit, SLIP_FLAG_IS_PERMANENT,
                                options->is_permanent);
  if (options->owner != NULL) {
    const SlipRow *person =
      slip_entity_find_offered (cli->state, SLIP_KIND_PERSON, options->owner,
                                error);
    if (person == NULL)
      return FALSE;
    slip_flag_edit_set_text (edit, SLIP_FLAG_OWNER, slip_row_get_id (person));
  }
  return options->type == NULL || add_type (edit, options->type, error);
}

static gboolean
set_flag (SlipCli *cli, char **words, const Options *options, GError **error)
{
  const SlipRow *release =
    slip_cli_open_release (cli, SLIP_CLI_WRITE, words[0], error);
  const SlipRow *flag;

  if (release == NULL || !find_flag (cli, slip_row_get_id (release), words[1],
                                     options->environment, &flag, error))
    return FALSE;
  g_autoptr (SlipFlagEdit) edit =
    slip_flag_edit_new (slip_row_get_id (release),
                        flag != NULL ? slip_row_get_id (flag) : NULL);
  if (flag == NULL)
    slip_flag_edit_set_text (edit, SLIP_FLAG_KEY, words[1]);
  if (!add_properties (cli, edit, options, error) ||
      !add_expected (cli, edit, slip_row_get_id (release), options, error) ||
      !add_observed (cli, edit, options, error))
    return FALSE;
  const char *id = flag == NULL ? slip_flag_edit_get_id (edit) : NULL;
  SlipStep *step = slip_cli_execute (cli, slip_flag_edit_run, edit, error);
  return slip_cli_report_step (cli, step, id);
}

static gboolean
run_set (SlipCli *cli,
         const SlipCliVerb *verb,
         char ***arguments,
         GError **error)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "env", 0, 0, G_OPTION_ARG_FILENAME, &options.environment,
      N_ ("The environment it is in"), N_ ("ENVIRONMENT") },
    { "kind", 0, 0, G_OPTION_ARG_FILENAME, &options.type,
      N_ ("release, experiment, operations or permission"), N_ ("KIND") },
    { "owner", 0, 0, G_OPTION_ARG_FILENAME, &options.owner, N_ ("Whose it is"),
      N_ ("PERSON") },
    { "permanent", 0, 0, G_OPTION_ARG_NONE, &options.is_permanent,
      N_ ("It stays: nothing is to be cleaned up"), NULL },
    { "temporary", 0, 0, G_OPTION_ARG_NONE, &options.is_temporary,
      N_ ("It goes once everyone has it"), NULL },
    { "note", 0, 0, G_OPTION_ARG_FILENAME, &options.note, N_ ("A note"),
      N_ ("TEXT") },
    { "stage", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.stages,
      N_ ("A stage that expects something; may be repeated"), N_ ("STAGE") },
    { "expect", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.expected,
      N_ ("What it expects: on, off, on=25 (percent), unknown for nothing"),
      N_ ("STATE") },
    { "observed", 0, 0, G_OPTION_ARG_FILENAME, &options.observed,
      N_ ("What was observed, written the same way"), N_ ("STATE") },
    { "source", 0, 0, G_OPTION_ARG_FILENAME, &options.source,
      N_ ("Where it was observed"), N_ ("TEXT") },
    { "at", 0, 0, G_OPTION_ARG_FILENAME, &options.at,
      N_ ("When, if not now: 2026-12-08T14:30, or a day"), N_ ("TIME") },
    { NULL },
  };

  return slip_cli_parse (cli, verb, entries, arguments, error) &&
         check_options (&options, error) &&
         set_flag (cli, *arguments, &options, error);
}

static JsonArray *
new_stages (const SlipCli *cli, const SlipRow *flag)
{
  g_autoptr (GPtrArray) stages =
    slip_stage_list (cli->state, slip_row_get_owner (flag));
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < stages->len; i++) {
    const char *id = slip_row_get_id (stages->pdata[i]);
    const SlipRow *row = slip_flag_find_expected (cli->state, flag, id);
    JsonObject *object = json_object_new ();
    gint64 share =
      row != NULL ? slip_flag_get_share (row, SLIP_FLAG_STAGE_SHARE) : -1;

    json_object_set_string_member (object, "stage", id);
    slip_cli_json_set_text (object, "name",
                            slip_row_get_text (stages->pdata[i],
                                               SLIP_STAGE_NAME));
    if (row != NULL)
      json_object_set_boolean_member (
        object, "is_on", slip_row_get_boolean (row, SLIP_FLAG_STAGE_IS_ON));
    else
      json_object_set_null_member (object, "is_on");
    if (share >= 0)
      json_object_set_int_member (object, "share", share);
    else
      json_object_set_null_member (object, "share");
    slip_cli_json_set_text (object, "standing",
                            slip_flag_standing_get_nick (
                              slip_flag_compare (cli->state, flag, id)));
    json_array_add_object_element (array, object);
  }
  return array;
}

static const char *
get_stage_id (const SlipRow *stage)
{
  return stage != NULL ? slip_row_get_id (stage) : NULL;
}

/* What was last seen of it, by a person or by a feed. */
static JsonObject *
new_sight (const SlipCli *cli, const SlipRow *flag)
{
  const SlipProperty *observed =
    slip_schema_get_property (SLIP_KIND_FLAG, SLIP_FLAG_OBSERVED);
  SlipFlagSight sight = slip_flag_sight_get (cli->state, flag);
  JsonObject *object = json_object_new ();

  slip_cli_json_set_text (object, "state",
                          observed->values[sight.flag_state].nick);
  if (sight.share >= 0)
    json_object_set_int_member (object, "share", sight.share);
  else
    json_object_set_null_member (object, "share");
  slip_cli_json_set_text (object, "source", sight.source);
  if (sight.at_ms != 0)
    slip_cli_json_set_instant (object, "at", sight.at_ms);
  else
    json_object_set_null_member (object, "at");
  slip_cli_json_set_text (object, "feed",
                          sight.value != NULL ? sight.value->feed : NULL);
  return object;
}

static JsonObject *
new_flag (const SlipCli *cli, const SlipRow *flag)
{
  JsonObject *object = slip_cli_json_new_entity (flag);
  const SlipRow *release = slip_plan_state_get (cli->state, SLIP_KIND_RELEASE,
                                                slip_row_get_owner (flag));
  const SlipRow *stage =
    slip_flag_find_stage (cli->state, slip_row_get_owner (flag));
  g_autofree char *title = slip_release_dup_title (cli->state, release);

  slip_cli_json_set_text (object, "release_title", title);
  slip_cli_json_set_text (object, "owner_name",
                          slip_cli_get_name (cli, flag, SLIP_FLAG_OWNER));
  slip_cli_json_set_text (object, "stage", get_stage_id (stage));
  slip_cli_json_set_text (object, "standing",
                          slip_flag_standing_get_nick (
                            slip_flag_compare (cli->state, flag,
                                               get_stage_id (stage))));
  json_object_set_array_member (object, "stages", new_stages (cli, flag));
  json_object_set_object_member (object, "seen", new_sight (cli, flag));
  return object;
}

static void
add_flag_row (const SlipCli *cli, SlipCliTable *table, const SlipRow *flag)
{
  const SlipRow *release = slip_plan_state_get (cli->state, SLIP_KIND_RELEASE,
                                                slip_row_get_owner (flag));
  const SlipRow *stage =
    slip_flag_find_stage (cli->state, slip_row_get_owner (flag));
  const SlipRow *row =
    slip_flag_find_expected (cli->state, flag, get_stage_id (stage));
  g_autofree char *title = slip_release_dup_short_title (cli->state, release);
  g_autofree char *label = slip_flag_dup_label (flag);
  g_autofree char *expected = slip_flag_dup_expected (row);
  g_autofree char *observed = slip_flag_dup_observed (cli->state, flag);
  SlipFlagStanding standing =
    slip_flag_compare (cli->state, flag, get_stage_id (stage));

  slip_cli_table_add (
    table, (const char *[]){
             title, label, slip_flag_standing_get_label (standing),
             stage != NULL ? slip_row_get_text (stage, SLIP_STAGE_NAME) : NULL,
             expected, observed, slip_cli_get_name (cli, flag, SLIP_FLAG_OWNER),
             slip_row_get_id (flag) });
}

static void
print_flags (SlipCli *cli, GPtrArray *flags)
{
  g_autoptr (SlipCliTable) table = slip_cli_table_new ((const char *[]){
    _ ("RELEASE"), _ ("FLAG"), _ ("STANDING"), _ ("STAGE"), _ ("EXPECTED"),
    _ ("OBSERVED"), _ ("OWNER"), "ID", NULL });

  for (guint i = 0; i < flags->len; i++)
    add_flag_row (cli, table, flags->pdata[i]);
  slip_cli_table_print (table);
}

/* The flags of the release that @text names, or of all open ones. */
static GPtrArray *
load_flags (SlipCli *cli, const char *text, GError **error)
{
  GPtrArray *flags =
    g_ptr_array_new_with_free_func ((GDestroyNotify) slip_row_unref);
  g_autoptr (GPtrArray) releases = NULL;

  if (text != NULL) {
    const SlipRow *release =
      slip_cli_open_release_with_feeds (cli, SLIP_CLI_READ, text, error);
    g_ptr_array_unref (flags);
    return release != NULL
             ? slip_flag_list (cli->state, slip_row_get_id (release))
             : NULL;
  }
  if (!slip_cli_open (cli, SLIP_CLI_READ, error) ||
      !slip_cli_load_open (cli, error) || !slip_cli_load_feeds (cli, error)) {
    g_ptr_array_unref (flags);
    return NULL;
  }
  releases = slip_plan_state_list (cli->state, SLIP_KIND_RELEASE);
  for (guint i = 0; i < releases->len; i++)
    if (slip_release_is_open (releases->pdata[i]))
      g_ptr_array_extend_and_steal (
        flags,
        slip_flag_list (cli->state, slip_row_get_id (releases->pdata[i])));
  return flags;
}

static gboolean
run_list (SlipCli *cli,
          const SlipCliVerb *verb,
          char ***arguments,
          GError **error)
{
  if (!slip_cli_parse (cli, verb, NULL, arguments, error))
    return FALSE;
  g_autoptr (GPtrArray) flags = load_flags (cli, (*arguments)[0], error);
  if (flags == NULL)
    return FALSE;
  if (!cli->is_json) {
    print_flags (cli, flags);
    return TRUE;
  }
  JsonArray *array = json_array_new ();
  for (guint i = 0; i < flags->len; i++)
    json_array_add_object_element (array, new_flag (cli, flags->pdata[i]));
  slip_cli_json_print (slip_cli_json_array_node (array));
  return TRUE;
}

static gboolean
run_remove (SlipCli *cli,
            const SlipCliVerb *verb,
            char ***arguments,
            GError **error)
{
  g_autofree char *environment = NULL;
  const GOptionEntry entries[] = {
    { "env", 0, 0, G_OPTION_ARG_FILENAME, &environment,
      N_ ("The environment it is in"), N_ ("ENVIRONMENT") },
    { NULL },
  };
  const SlipRow *flag;

  if (!slip_cli_parse (cli, verb, entries, arguments, error))
    return FALSE;
  const SlipRow *release =
    slip_cli_open_release (cli, SLIP_CLI_WRITE, (*arguments)[0], error);
  if (release == NULL ||
      !find_flag (cli, slip_row_get_id (release), (*arguments)[1], environment,
                  &flag, error))
    return FALSE;
  if (flag == NULL) {
    g_set_error (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_NOT_FOUND,
                 _ ("There is no flag “%s”"), (*arguments)[1]);
    return FALSE;
  }
  g_autoptr (SlipEntityEdit) edit =
    slip_entity_edit_new_remove (SLIP_KIND_FLAG, slip_row_get_id (flag));
  SlipStep *step = slip_cli_execute (cli, slip_entity_edit_run, edit, error);
  return slip_cli_report_step (cli, step, NULL);
}

const SlipCliVerb slip_cli_flag_verbs[] = {
  { "flag set", "RELEASE KEY", N_ ("Add a feature flag or change one"), 2, 2,
    run_set },
  { "flag list", "[RELEASE]", N_ ("List feature flags and how they stand"), 0,
    1, run_list },
  { "flag remove", "RELEASE KEY", N_ ("Remove a feature flag"), 2, 2,
    run_remove },
  { NULL },
};
