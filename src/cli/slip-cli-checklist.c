/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-cli-verbs.h"

#include "slip-assignment.h"
#include "slip-checklist.h"
#include "slip-cli-arguments.h"
#include "slip-cli-json.h"
#include "slip-cli-parts.h"
#include "slip-cli-print.h"
#include "slip-cli-report.h"
#include "slip-entity-find.h"
#include "slip-item-list.h"
#include "slip-readiness-text.h"

#include <glib/gi18n.h>

/* How the state of a checklist is written in JSON. */
static const char *
get_nick (SlipReadiness readiness)
{
  static const char *const nicks[] = {
    [SLIP_READINESS_NOT_NEEDED] = "not-needed",
    [SLIP_READINESS_READY] = "ready",
    [SLIP_READINESS_EMPTY] = "empty",
    [SLIP_READINESS_UNOWNED] = "unowned",
    [SLIP_READINESS_BLOCKED] = "blocked",
    [SLIP_READINESS_STARTED] = "started",
    [SLIP_READINESS_NOT_STARTED] = "not-started",
  };

  return nicks[readiness];
}

static void
add_checklist (const SlipCli *cli,
               const SlipRow *checklist,
               const SlipChecklistSummary *summary,
               SlipCliTable *table)
{
  SlipDate today = slip_clock_get_today (cli->clock);
  g_autofree char *figure = slip_checklist_summary_dup_figure (summary, today);
  g_autofree char *due =
    slip_date_to_text (slip_checklist_summary_get_first_due (summary));
  guint n_overdue = slip_checklist_summary_count_overdue (summary, today);
  g_autofree char *overdue =
    n_overdue > 0
      ? g_strdup_printf (ngettext ("%u overdue", "%u overdue", n_overdue),
                         n_overdue)
      : NULL;

  slip_cli_table_add (
    table,
    (const char *[]){
      slip_cli_get_name (cli, checklist, SLIP_CHECKLIST_AUDIENCE), figure,
      slip_cli_get_name (cli, checklist, SLIP_CHECKLIST_OWNER), due, overdue,
      slip_row_get_text (checklist, SLIP_CHECKLIST_REASON) });
}

static JsonObject *
new_checklist (const SlipCli *cli,
               const SlipRow *checklist,
               const SlipChecklistSummary *summary)
{
  SlipDate today = slip_clock_get_today (cli->clock);
  JsonObject *object = slip_cli_json_new_entity (checklist);

  slip_cli_json_set_text (object, "audience_name",
                          slip_cli_get_name (cli, checklist,
                                             SLIP_CHECKLIST_AUDIENCE));
  slip_cli_json_set_text (object, "owner_name",
                          slip_cli_get_name (cli, checklist,
                                             SLIP_CHECKLIST_OWNER));
  slip_cli_json_set_text (object, "readiness",
                          get_nick (
                            slip_checklist_summary_get_readiness (summary)));
  json_object_set_int_member (object, "required", summary->n_required);
  json_object_set_int_member (object, "required_closed",
                              summary->n_required_closed);
  json_object_set_int_member (object, "optional_open",
                              summary->n_optional_open);
  json_object_set_int_member (object, "overdue",
                              slip_checklist_summary_count_overdue (summary,
                                                                    today));
  slip_cli_json_set_date (object, "first_due",
                          slip_checklist_summary_get_first_due (summary));
  return object;
}

static const SlipChecklistSummary *
find_summary (const SlipReleaseSummary *release, const SlipRow *checklist)
{
  for (guint i = 0; i < release->checklists->len; i++) {
    const SlipChecklistSummary *summary = release->checklists->pdata[i];

    if (g_str_equal (summary->checklist, slip_row_get_id (checklist)))
      return summary;
  }
  return NULL;
}

static void
print_checklists (const SlipCli *cli, const char *release)
{
  g_autoptr (GPtrArray) checklists = slip_checklist_list (cli->state, release);
  g_autoptr (SlipReleaseSummary) summary =
    slip_plan_state_get_summary (cli->state, release);
  g_autoptr (SlipCliTable) table = slip_cli_table_new ((const char *[]){
    _ ("AUDIENCE"), _ ("READY"), _ ("OWNER"), _ ("NEXT DUE"), "", "", NULL });
  g_autoptr (JsonArray) array = json_array_new ();

  for (guint i = 0; i < checklists->len; i++) {
    const SlipChecklistSummary *sum =
      find_summary (summary, checklists->pdata[i]);

    if (cli->is_json)
      json_array_add_object_element (array,
                                     new_checklist (cli, checklists->pdata[i],
                                                    sum));
    else
      add_checklist (cli, checklists->pdata[i], sum, table);
  }
  if (cli->is_json)
    slip_cli_json_print (slip_cli_json_array_node (json_array_ref (array)));
  else
    slip_cli_table_print (table);
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
  if (release == NULL)
    return FALSE;
  print_checklists (cli, slip_row_get_id (release));
  return TRUE;
}

/* What a command about a release and an audience is about. */
typedef struct {
  char *release;
  char *audience;
} Place;

static void
clear_place (Place *place)
{
  g_free (place->release);
  g_free (place->audience);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Place, clear_place)

static gboolean
open_place (SlipCli *cli, char **arguments, Place *place, GError **error)
{
  const SlipRow *release =
    slip_cli_open_release (cli, SLIP_CLI_WRITE, arguments[0], error);
  const SlipRow *audience =
    release != NULL
      ? slip_entity_find (cli->state, SLIP_KIND_AUDIENCE, arguments[1], error)
      : NULL;

  if (audience == NULL)
    return FALSE;
  place->release = g_strdup (slip_row_get_id (release));
  place->audience = g_strdup (slip_row_get_id (audience));
  return TRUE;
}

static gboolean
run_owner (SlipCli *cli,
           const SlipCliVerb *verb,
           char ***arguments,
           GError **error)
{
  g_auto (Place) place = { NULL, NULL };

  if (!slip_cli_parse (cli, verb, NULL, arguments, error) ||
      !open_place (cli, *arguments, &place, error))
    return FALSE;
  const char *text = (*arguments)[2];
  const SlipRow *person =
    *text != '\0'
      ? slip_entity_find_offered (cli->state, SLIP_KIND_PERSON, text, error)
      : NULL;
  if (person == NULL && *text != '\0')
    return FALSE;
  g_autoptr (SlipAssignment) assignment =
    slip_assignment_new (place.release, place.audience,
                         person != NULL ? slip_row_get_id (person) : NULL,
                         NULL);
  return slip_cli_report_step (
    cli, slip_cli_execute (cli, slip_assignment_run, assignment, error), NULL);
}

/* One that was not needed is needed again. */
static gboolean
run_add (SlipCli *cli,
         const SlipCliVerb *verb,
         char ***arguments,
         GError **error)
{
  g_auto (Place) place = { NULL, NULL };

  if (!slip_cli_parse (cli, verb, NULL, arguments, error) ||
      !open_place (cli, *arguments, &place, error))
    return FALSE;
  const SlipRow *release =
    slip_plan_state_get (cli->state, SLIP_KIND_RELEASE, place.release);
  const SlipRow *there =
    slip_cli_find_checklist (cli, release, place.audience, NULL);
  if (there == NULL && slip_entity_find_offered (cli->state, SLIP_KIND_AUDIENCE,
                                                 place.audience, error) == NULL)
    return FALSE;
  if (there != NULL &&
      slip_row_get_boolean (there, SLIP_CHECKLIST_IS_NOT_NEEDED)) {
    g_autoptr (SlipNeed) need =
      slip_need_new (place.release, place.audience, TRUE, NULL);
    return slip_cli_report_step (
      cli, slip_cli_execute (cli, slip_need_run, need, error), NULL);
  }
  g_autoptr (SlipChecklistEdit) edit =
    slip_checklist_edit_new_add (place.release, place.audience);
  SlipStep *step = slip_cli_execute (cli, slip_checklist_edit_run, edit, error);
  return slip_cli_report_step (cli, step, slip_checklist_edit_get_id (edit));
}

static gboolean
run_not_needed (SlipCli *cli,
                const SlipCliVerb *verb,
                char ***arguments,
                GError **error)
{
  g_autofree char *reason = NULL;
  const GOptionEntry entries[] = {
    { "reason", 0, 0, G_OPTION_ARG_FILENAME, &reason, N_ ("Why"), N_ ("TEXT") },
    { NULL },
  };
  g_auto (Place) place = { NULL, NULL };

  if (!slip_cli_parse (cli, verb, entries, arguments, error))
    return FALSE;
  if (reason == NULL)
    return slip_cli_fail_usage (error, _ ("--reason is missing"));
  if (!open_place (cli, *arguments, &place, error))
    return FALSE;
  g_autoptr (SlipNeed) need =
    slip_need_new (place.release, place.audience, FALSE, reason);
  return slip_cli_report_step (
    cli, slip_cli_execute (cli, slip_need_run, need, error), NULL);
}

const SlipCliVerb slip_cli_checklist_verbs[] = {
  { "checklist list", "RELEASE", N_ ("List the checklists of a release"), 1, 1,
    run_list },
  { "checklist owner", "RELEASE AUDIENCE PERSON",
    N_ ("Give a checklist an owner"), 3, 3, run_owner },
  { "checklist add", "RELEASE AUDIENCE", N_ ("Add a checklist for an audience"),
    2, 2, run_add },
  { "checklist not-needed", "RELEASE AUDIENCE --reason TEXT",
    N_ ("Say that an audience needs nothing"), 2, 2, run_not_needed },
  { NULL },
};
