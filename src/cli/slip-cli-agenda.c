/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-cli-verbs.h"

#include "slip-agenda.h"
#include "slip-cli-json.h"
#include "slip-cli-parts.h"
#include "slip-cli-print.h"
#include "slip-entity-find.h"

#include <glib/gi18n.h>

/* How far it looks ahead, and how far it can. */
#define N_DAYS   14
#define MAX_DAYS 3650

static const char *
get_name (const SlipCli *cli, SlipKind kind, const char *id)
{
  const SlipRow *row = slip_plan_state_get (cli->state, kind, id);
  guint name = (guint) slip_schema_find_property (kind, "name");

  return row != NULL ? slip_row_get_text (row, name) : NULL;
}

static JsonObject *
new_entry (const SlipCli *cli,
           const SlipAgenda *agenda,
           const SlipAgendaEntry *entry)
{
  g_autofree char *text = slip_agenda_dup_text (agenda, entry);
  g_autofree char *detail = slip_agenda_dup_detail (agenda, entry);
  g_autofree char *title =
    entry->release != NULL ? slip_release_dup_title (cli->state, entry->release)
                           : NULL;
  JsonObject *object = json_object_new ();

  slip_cli_json_set_text (object, "type",
                          slip_agenda_type_get_nick (entry->type));
  slip_cli_json_set_text (object, "text", text);
  slip_cli_json_set_text (object, "detail", detail);
  json_object_set_boolean_member (object, "is_urgent", entry->is_urgent);
  slip_cli_json_set_date (object, "day", entry->day);
  slip_cli_json_set_text (object, "subject", slip_row_get_id (entry->subject));
  slip_cli_json_set_text (object, "release",
                          entry->release != NULL
                            ? slip_row_get_id (entry->release)
                            : NULL);
  slip_cli_json_set_text (object, "release_title", title);
  slip_cli_json_set_text (object, "checklist", entry->checklist);
  slip_cli_json_set_text (object, "audience", entry->audience);
  slip_cli_json_set_text (object, "audience_name",
                          get_name (cli, SLIP_KIND_AUDIENCE, entry->audience));
  slip_cli_json_set_text (object, "person", entry->person);
  slip_cli_json_set_text (object, "person_name",
                          get_name (cli, SLIP_KIND_PERSON, entry->person));
  return object;
}

static void
print_json (const SlipCli *cli,
            const SlipAgenda *agenda,
            const SlipAgendaSpec *spec)
{
  JsonObject *object = json_object_new ();

  slip_cli_json_set_text (object, "person", spec->person);
  slip_cli_json_set_text (object, "person_name",
                          get_name (cli, SLIP_KIND_PERSON, spec->person));
  slip_cli_json_set_date (object, "today", spec->context.today);
  json_object_set_int_member (object, "days", spec->n_days);
  for (guint i = 0; i < SLIP_N_AGENDA_LISTS; i++) {
    SlipAgendaList list = (SlipAgendaList) i;
    JsonArray *array = json_array_new ();

    for (guint k = 0; k < agenda->lists[list]->len; k++)
      json_array_add_object_element (
        array, new_entry (cli, agenda, slip_agenda_get (agenda, list, k)));
    json_object_set_array_member (object, slip_agenda_list_get_nick (list),
                                  array);
  }
  slip_cli_json_print (slip_cli_json_node (object));
}

static void
print_list (const SlipAgenda *agenda, SlipAgendaList list)
{
  slip_cli_print ("%s", slip_agenda_list_get_title (list));
  if (agenda->lists[list]->len == 0)
    /* Translators: the answer to 'What must I do next?' and the like. */
    slip_cli_print ("  %s", _ ("Nothing"));
  for (guint i = 0; i < agenda->lists[list]->len; i++) {
    const SlipAgendaEntry *entry = slip_agenda_get (agenda, list, i);
    g_autofree char *text = slip_agenda_dup_text (agenda, entry);
    g_autofree char *detail = slip_agenda_dup_detail (agenda, entry);

    slip_cli_print ("%s %s%s%s", entry->is_urgent ? "!" : " ", text,
                    *detail != '\0' ? " · " : "", detail);
  }
}

static void
print_lists (const SlipAgenda *agenda)
{
  for (guint i = 0; i < SLIP_N_AGENDA_LISTS; i++) {
    if (i > 0)
      slip_cli_print ("%s", "");
    print_list (agenda, (SlipAgendaList) i);
  }
}

/* Whose agenda is asked for: somebody's, one's own, or, where nobody has said
 * who sits there, everybody's. */
static gboolean
find_person (SlipCli *cli,
             const char *text,
             gboolean is_all,
             char **id,
             GError **error)
{
  const SlipRow *person;

  if (text == NULL)
    text = cli->as;
  if (is_all)
    return TRUE;
  if (text == NULL) {
    *id = g_strdup (slip_workspace_get_person (cli->workspace));
    return TRUE;
  }
  person = slip_entity_find (cli->state, SLIP_KIND_PERSON, text, error);
  if (person == NULL)
    return FALSE;
  *id = g_strdup (slip_row_get_id (person));
  return TRUE;
}

static gboolean
run_agenda (SlipCli *cli,
            const SlipCliVerb *verb,
            char ***arguments,
            GError **error)
{
  g_autofree char *person = NULL;
  g_autofree char *id = NULL;
  gboolean is_all = FALSE;
  int n_days = N_DAYS;
  const GOptionEntry entries[] = {
    { "person", 0, 0, G_OPTION_ARG_FILENAME, &person, N_ ("Of this person"),
      N_ ("PERSON") },
    { "all", 0, 0, G_OPTION_ARG_NONE, &is_all, N_ ("Of the whole plan"), NULL },
    { "days", 0, 0, G_OPTION_ARG_INT, &n_days,
      N_ ("How many days it looks ahead"), N_ ("N") },
    { NULL },
  };

  if (!slip_cli_parse (cli, verb, entries, arguments, error))
    return FALSE;
  if (n_days < 0 || n_days > MAX_DAYS) {
    g_set_error (error, SLIP_CLI_ERROR, SLIP_CLI_ERROR_USAGE,
                 _ ("--days takes 0 to %d"), MAX_DAYS);
    return FALSE;
  }
  if (is_all && person != NULL)
    return slip_cli_fail_usage (error, _ ("It is either --person or --all"));
  if (!slip_cli_open (cli, SLIP_CLI_READ, error) ||
      !find_person (cli, person, is_all, &id, error) ||
      !slip_cli_load_open (cli, error))
    return FALSE;
  const SlipAgendaSpec spec = {
    .person = id,
    .context = slip_cli_get_context (cli),
    .n_days = n_days,
    .at_ms = slip_clock_get_now_ms (cli->clock),
  };
  g_autoptr (SlipAgenda) agenda = slip_agenda_new (cli->state, &spec);
  if (cli->is_json)
    print_json (cli, agenda, &spec);
  else
    print_lists (agenda);
  return TRUE;
}

const SlipCliVerb slip_cli_agenda_verbs[] = {
  { "agenda", "", N_ ("Tell what to do, to decide and to know next"), 0, 0,
    run_agenda },
  { NULL },
};
