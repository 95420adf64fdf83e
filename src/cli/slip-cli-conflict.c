/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-cli-verbs.h"

#include "slip-cli-json.h"
#include "slip-cli-parts.h"
#include "slip-cli-print.h"
#include "slip-cli-report.h"
#include "slip-dependency.h"
#include "slip-entity-edit.h"
#include "slip-entity-find.h"
#include "slip-release-index.h"
#include "slip-solution.h"

#include <glib/gi18n.h>

typedef struct {
  char *lag;
  char *note;
  gboolean is_removal;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->lag);
  g_free (options->note);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static const SlipRow *
find_dependency (const SlipCli *cli, const char *release, const char *on)
{
  g_autoptr (GPtrArray) rows = slip_dependency_list (cli->state, release);

  for (guint i = 0; i < rows->len; i++)
    if (g_strcmp0 (slip_row_get_text (rows->pdata[i],
                                      SLIP_DEPENDENCY_ON_RELEASE),
                   on) == 0)
      return slip_plan_state_get (cli->state, SLIP_KIND_DEPENDENCY,
                                  slip_row_get_id (rows->pdata[i]));

  return NULL;
}

static gboolean
set_options (SlipEntityEdit *edit, const Options *options, GError **error)
{
  const SlipProperty *property =
    slip_schema_get_property (SLIP_KIND_DEPENDENCY, SLIP_DEPENDENCY_LAG_DAYS);
  g_auto (SlipValue) lag = SLIP_VALUE_INIT;

  if (options->lag != NULL) {
    if (!slip_property_parse (property, options->lag, &lag, error) ||
        !slip_property_check (property, &lag, error))
      return FALSE;
    slip_entity_edit_add (edit, SLIP_DEPENDENCY_LAG_DAYS, &lag);
  }
  if (options->note != NULL)
    slip_entity_edit_add_text (edit, SLIP_DEPENDENCY_NOTE,
                               *options->note != '\0' ? options->note : NULL);
  return TRUE;
}

/* @dependency: (nullable): the one that is there already */
static SlipEntityEdit *
make_edit (const SlipRow *dependency,
           const char *release,
           const char *on,
           const Options *options,
           GError **error)
{
  g_autoptr (SlipEntityEdit) edit = NULL;

  if (options->is_removal && dependency == NULL) {
    g_set_error_literal (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_NOT_FOUND,
                         _ ("The release does not depend on that one"));
    return NULL;
  }
  if (options->is_removal)
    return slip_entity_edit_new_remove (SLIP_KIND_DEPENDENCY,
                                        slip_row_get_id (dependency));

  if (dependency != NULL) {
    edit = slip_entity_edit_new_set (SLIP_KIND_DEPENDENCY,
                                     slip_row_get_id (dependency));
  } else {
    edit = slip_entity_edit_new_create (SLIP_KIND_DEPENDENCY, NULL, release);
    slip_entity_edit_add_text (edit, SLIP_DEPENDENCY_ON_RELEASE, on);
  }
  return set_options (edit, options, error) ? g_steal_pointer (&edit) : NULL;
}

static gboolean
run_depend (SlipCli *cli,
            const SlipCliVerb *verb,
            char ***arguments,
            GError **error)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "lag", 0, 0, G_OPTION_ARG_FILENAME, &options.lag,
      N_ ("How many days after it at least"), N_ ("DAYS") },
    { "note", 0, 0, G_OPTION_ARG_FILENAME, &options.note, N_ ("Why"),
      N_ ("TEXT") },
    { "remove", 0, 0, G_OPTION_ARG_NONE, &options.is_removal,
      N_ ("It does not depend on it any more"), NULL },
    { NULL },
  };

  if (!slip_cli_parse (cli, verb, entries, arguments, error))
    return FALSE;
  const SlipRow *release =
    slip_cli_open_release (cli, SLIP_CLI_WRITE, (*arguments)[0], error);
  if (release == NULL)
    return FALSE;
  const SlipRow *on =
    slip_entity_find (cli->state, SLIP_KIND_RELEASE, (*arguments)[1], error);
  if (on == NULL)
    return FALSE;
  const SlipRow *dependency =
    find_dependency (cli, slip_row_get_id (release), slip_row_get_id (on));
  g_autoptr (SlipEntityEdit) edit =
    make_edit (dependency, slip_row_get_id (release), slip_row_get_id (on),
               &options, error);
  if (edit == NULL)
    return FALSE;
  SlipStep *step = slip_cli_execute (cli, slip_entity_edit_run, edit, error);
  return slip_cli_report_step (
    cli, step, options.is_removal ? NULL : slip_entity_edit_get_id (edit));
}

/* What `conflicts` prints, and whether any of it is more than a warning. */
typedef struct {
  SlipCli *cli;
  SlipConflictContext context;
  JsonArray *array;
  guint n;
  guint n_hard;
} Report;

static void
print_conflict (const Report *report,
                const SlipRow *release,
                const SlipConflict *conflict,
                const char *text)
{
  g_autoptr (GPtrArray) solutions =
    slip_solution_list (report->cli->state, &report->context, release,
                        conflict);

  slip_cli_print ("  %s %s", conflict->is_soft ? "?" : "!", text);
  for (guint i = 0; i < solutions->len; i++) {
    g_autofree char *solution = slip_solution_dup_text (solutions->pdata[i]);

    slip_cli_print ("    → %s", solution);
  }
}

static JsonArray *
new_solutions (const Report *report,
               const SlipRow *release,
               const SlipConflict *conflict)
{
  g_autoptr (GPtrArray) solutions =
    slip_solution_list (report->cli->state, &report->context, release,
                        conflict);
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < solutions->len; i++) {
    const SlipSolution *solution = solutions->pdata[i];
    g_autofree char *text = slip_solution_dup_text (solution);
    JsonObject *object = json_object_new ();

    slip_cli_json_set_text (object, "text", text);
    slip_cli_json_set_date (object, "day", solution->day);
    slip_cli_json_set_text (object, "stage", solution->stage);
    slip_cli_json_set_text (
      object, "property",
      solution->stage != NULL
        ? "planned_start"
        : slip_schema_get_property (
            SLIP_KIND_RELEASE, slip_anchor_get_date_property (solution->anchor))
            ->name);
    json_array_add_object_element (array, object);
  }
  return array;
}

static void
add_json (const Report *report, const SlipRow *release, GPtrArray *conflicts)
{
  g_autofree char *title = slip_release_dup_title (report->cli->state, release);

  for (guint i = 0; i < conflicts->len; i++) {
    JsonObject *object = slip_cli_json_new_conflict (conflicts->pdata[i]);

    slip_cli_json_set_text (object, "release", slip_row_get_id (release));
    slip_cli_json_set_text (object, "title", title);
    json_object_set_array_member (object, "solutions",
                                  new_solutions (report, release,
                                                 conflicts->pdata[i]));
    json_array_add_object_element (report->array, object);
  }
}

static void
add_release (Report *report, const SlipRow *release)
{
  g_autoptr (GPtrArray) conflicts =
    slip_conflict_list (report->cli->state, &report->context, release);
  g_autofree char *title = slip_release_dup_title (report->cli->state, release);
  guint n_told = 1;

  for (guint i = 0; i < conflicts->len; i++)
    report->n_hard += !((const SlipConflict *) conflicts->pdata[i])->is_soft;
  report->n += conflicts->len;
  if (report->cli->is_json) {
    add_json (report, release, conflicts);
    return;
  }
  if (conflicts->len == 0)
    return;
  slip_cli_print ("%s", title);
  for (guint i = 0; i < conflicts->len; i += n_told) {
    g_autofree char *text =
      slip_conflict_describe_group (conflicts, i, &n_told);

    print_conflict (report, release, conflicts->pdata[i], text);
  }
}

static void
add_range (Report *report, SlipRange range)
{
  guint n_entries;
  const SlipReleaseEntry *entries =
    slip_release_index_list (slip_plan_state_get_index (report->cli->state),
                             &n_entries);

  for (guint i = 0; i < n_entries; i++)
    if (entries[i].anchor == SLIP_ANCHOR_RELEASE && !entries[i].is_closed &&
        (!slip_date_is_set (range.first) ||
         slip_date_compare (entries[i].day, range.first) >= 0) &&
        (!slip_date_is_set (range.last) ||
         (slip_date_is_set (entries[i].day) &&
          slip_date_compare (entries[i].day, range.last) <= 0)))
      add_release (report, entries[i].release);
}

static gboolean
end_report (Report *report, GError **error)
{
  if (report->cli->is_json)
    slip_cli_json_print (
      slip_cli_json_array_node (json_array_ref (report->array)));
  else if (report->n == 0)
    slip_cli_print ("%s", _ ("No conflicts"));
  if (report->n_hard == 0)
    return TRUE;

  g_set_error_literal (error, SLIP_CLI_ERROR, SLIP_CLI_ERROR_NOT_READY,
                       _ ("There are conflicts"));
  return FALSE;
}

static gboolean
run_conflicts (SlipCli *cli,
               const SlipCliVerb *verb,
               char ***arguments,
               GError **error)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  const GOptionEntry entries[] = {
    { "from", 0, 0, G_OPTION_ARG_FILENAME, &from, N_ ("The first day"),
      N_ ("DATE") },
    { "to", 0, 0, G_OPTION_ARG_FILENAME, &to, N_ ("The last day"),
      N_ ("DATE") },
    { NULL },
  };
  g_autoptr (JsonArray) array = json_array_new ();
  SlipRange range;

  if (!slip_cli_parse (cli, verb, entries, arguments, error) ||
      !slip_cli_parse_range (cli, from, to, &range, error) ||
      !slip_cli_open (cli, SLIP_CLI_READ, error) ||
      !slip_cli_load_open (cli, error))
    return FALSE;
  Report report = { cli, slip_cli_get_context (cli), array, 0, 0 };
  if ((*arguments)[0] == NULL) {
    add_range (&report, range);
    return end_report (&report, error);
  }
  const SlipRow *release =
    slip_entity_find (cli->state, SLIP_KIND_RELEASE, (*arguments)[0], error);
  if (release == NULL)
    return FALSE;
  add_release (&report, release);
  return end_report (&report, error);
}

static void
print_limits (SlipCli *cli)
{
  const SlipConflictContext context = slip_cli_get_context (cli);

  if (cli->is_json) {
    JsonObject *object = json_object_new ();

    json_object_set_int_member (object, "max_releases", context.max_releases);
    json_object_set_int_member (object, "max_items", context.max_items);
    slip_cli_json_print (slip_cli_json_node (object));
    return;
  }
  slip_cli_print (_ ("Not too many in a week: %u releases, %u items due"),
                  context.max_releases, context.max_items);
}

static gboolean
add_limit (SlipEntityEdit *edit,
           guint property,
           const char *text,
           GError **error)
{
  g_auto (SlipValue) value = SLIP_VALUE_INIT;

  if (text == NULL)
    return TRUE;
  if (!slip_property_parse (slip_schema_get_property (SLIP_KIND_PLAN, property),
                            text, &value, error))
    return FALSE;
  slip_entity_edit_add (edit, property, &value);
  return TRUE;
}

static gboolean
run_limits (SlipCli *cli,
            const SlipCliVerb *verb,
            char ***arguments,
            GError **error)
{
  g_autofree char *releases = NULL;
  g_autofree char *items = NULL;
  const GOptionEntry entries[] = {
    { "releases", 0, 0, G_OPTION_ARG_STRING, &releases,
      N_ ("How many for an audience or a person"), N_ ("N") },
    { "items", 0, 0, G_OPTION_ARG_STRING, &items,
      N_ ("How many due for a person"), N_ ("N") },
    { NULL },
  };
  g_autoptr (SlipEntityEdit) edit = NULL;

  if (!slip_cli_parse (cli, verb, entries, arguments, error) ||
      !slip_cli_open (cli,
                      releases != NULL || items != NULL ? SLIP_CLI_WRITE
                                                        : SLIP_CLI_READ,
                      error))
    return FALSE;
  if (releases == NULL && items == NULL) {
    print_limits (cli);
    return TRUE;
  }
  edit = slip_entity_edit_new_set (SLIP_KIND_PLAN,
                                   slip_row_get_id (
                                     slip_plan_state_get_plan (cli->state)));
  if (!add_limit (edit, SLIP_PLAN_MAX_RELEASES, releases, error) ||
      !add_limit (edit, SLIP_PLAN_MAX_ITEMS, items, error))
    return FALSE;
  SlipStep *step = slip_cli_execute (cli, slip_entity_edit_run, edit, error);
  return slip_cli_report_step (cli, step, NULL);
}

const SlipCliVerb slip_cli_conflict_verbs[] = {
  { "depend", "RELEASE ON", N_ ("Let a release depend on another"), 2, 2,
    run_depend },
  { "conflicts", "[RELEASE]", N_ ("Tell what will go wrong as planned"), 0, 1,
    run_conflicts },
  { "limits", "", N_ ("Show or set how much in a week is not too much"), 0, 0,
    run_limits },
  { NULL },
};
