/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-cli-verbs.h"

#include "slip-cli-json.h"
#include "slip-cli-print.h"
#include "slip-cli-report.h"
#include "slip-date-text.h"
#include "slip-entity-find.h"
#include "slip-knowledge-text.h"
#include "slip-telling.h"

#include <glib/gi18n.h>
#include <string.h>

/* What the options of 'tell' say. */
typedef struct {
  char *kind;
  char *date_told;
  char *how;
  char *at;
  char *confirmed_by;
  char *note;
} TellOptions;

static void
clear_options (TellOptions *options)
{
  g_free (options->kind);
  g_free (options->date_told);
  g_free (options->how);
  g_free (options->at);
  g_free (options->confirmed_by);
  g_free (options->note);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TellOptions, clear_options)

static int
parse_kind (const char *text, GError **error)
{
  const SlipProperty *property =
    slip_schema_get_property (SLIP_KIND_COMMUNICATION, SLIP_COMMUNICATION_TYPE);
  int kind = text != NULL ? slip_cli_find_enum (property->values, text) : -1;
  g_autoptr (GString) nicks = g_string_new (NULL);

  if (kind >= 0)
    return kind;

  for (const SlipEnumValue *value = property->values; value->nick != NULL;
       value++)
    g_string_append_printf (nicks, "%s%s", nicks->len > 0 ? ", " : "",
                            value->nick);
  g_set_error (error, SLIP_CLI_ERROR, SLIP_CLI_ERROR_USAGE,
               _ ("--kind takes one of %s"), nicks->str);
  return -1;
}

/* Says which date was told, and when; the present one and now if nothing is
 * said. */
static gboolean
parse_dates (SlipCli *cli,
             const TellOptions *options,
             SlipTelling *telling,
             GError **error)
{
  SlipDate at = telling->today;

  if (options->at != NULL &&
      !slip_cli_parse_date (cli, options->at, &at, error))
    return FALSE;
  telling->at_ms = slip_clock_get_instant (cli->clock, at);
  if (options->date_told == NULL)
    return TRUE;

  telling->tells_present = FALSE;
  return strcmp (options->date_told, "none") == 0 ||
         slip_cli_parse_date (cli, options->date_told, &telling->date_told,
                              error);
}

static SlipTelling *
make_telling (SlipCli *cli,
              char **arguments,
              SlipCommunicationType kind,
              const TellOptions *options,
              GError **error)
{
  const SlipRow *release =
    slip_entity_find (cli->state, SLIP_KIND_RELEASE, arguments[0], error);
  const SlipRow *audience = NULL;
  g_autoptr (SlipTelling) telling = NULL;

  if (release != NULL)
    audience =
      slip_entity_find (cli->state, SLIP_KIND_AUDIENCE, arguments[1], error);
  if (audience == NULL)
    return NULL;

  telling =
    slip_telling_new (slip_row_get_id (release), slip_row_get_id (audience),
                      kind, 0, slip_clock_get_today (cli->clock));
  telling->by = g_strdup (slip_workspace_get_person (cli->workspace));
  telling->channel = g_strdup (options->how);
  telling->confirmed_by = g_strdup (options->confirmed_by);
  telling->note = g_strdup (options->note);
  return parse_dates (cli, options, telling, error) ? g_steal_pointer (&telling)
                                                    : NULL;
}

static gboolean
run_tell (SlipCli *cli,
          const SlipCliVerb *verb,
          char ***arguments,
          GError **error)
{
  g_auto (TellOptions) options = { NULL };
  const GOptionEntry entries[] = {
    { "kind", 0, 0, G_OPTION_ARG_FILENAME, &options.kind,
      N_ ("What it was: heads-up, training, brief, …"), N_ ("KIND") },
    { "date-told", 0, 0, G_OPTION_ARG_FILENAME, &options.date_told,
      N_ ("The release date they were told, or none"), N_ ("DATE") },
    { "how", 0, 0, G_OPTION_ARG_FILENAME, &options.how,
      N_ ("How: e-mail, weekly call, …"), N_ ("TEXT") },
    { "at", 0, 0, G_OPTION_ARG_FILENAME, &options.at, N_ ("When, if not today"),
      N_ ("DATE") },
    { "confirmed-by", 0, 0, G_OPTION_ARG_FILENAME, &options.confirmed_by,
      N_ ("Who has confirmed it"), N_ ("NAME") },
    { "note", 0, 0, G_OPTION_ARG_FILENAME, &options.note,
      N_ ("What else there is to say"), N_ ("TEXT") },
    { NULL },
  };

  if (!slip_cli_parse (cli, verb, entries, arguments, error))
    return FALSE;
  int kind = parse_kind (options.kind, error);
  if (kind < 0 || !slip_cli_open (cli, SLIP_CLI_WRITE, error))
    return FALSE;
  g_autoptr (SlipTelling) telling =
    make_telling (cli, *arguments, (SlipCommunicationType) kind, &options,
                  error);
  if (telling == NULL)
    return FALSE;
  return slip_cli_report_step (
    cli, slip_cli_execute (cli, slip_telling_run, telling, error), NULL);
}

static JsonObject *
new_communication (const SlipPlanState *state, const SlipRow *row)
{
  JsonObject *object = slip_cli_json_new_entity (row);
  const SlipRow *person =
    slip_plan_state_follow (state, row, SLIP_COMMUNICATION_SENT_BY);

  slip_cli_json_set_text (object, "sent_by_name",
                          person != NULL
                            ? slip_row_get_text (person, SLIP_PERSON_NAME)
                            : NULL);
  return object;
}

static void
set_communications (JsonObject *object,
                    const char *name,
                    const SlipPlanState *state,
                    const GPtrArray *rows)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < rows->len; i++)
    json_array_add_object_element (array,
                                   new_communication (state, rows->pdata[i]));
  json_object_set_array_member (object, name, array);
}

static SlipDate
get_day_sent (const SlipRow *communication)
{
  return communication != NULL
           ? slip_clock_find_day (
               slip_row_get_integer (communication, SLIP_COMMUNICATION_SENT_AT))
           : SLIP_DATE_NONE;
}

static JsonObject *
new_audience (const SlipPlanState *state, const SlipKnowledge *knowledge)
{
  JsonObject *object = json_object_new ();

  slip_cli_json_set_text (object, "audience",
                          slip_row_get_id (knowledge->audience));
  slip_cli_json_set_text (object, "name",
                          slip_row_get_text (knowledge->audience,
                                             SLIP_AUDIENCE_NAME));
  slip_cli_json_set_text (object, "state",
                          slip_knowledge_state_get_nick (knowledge->state));
  slip_cli_json_set_date (object, "date_told",
                          slip_knowledge_get_date_told (knowledge));
  slip_cli_json_set_date (object, "since", get_day_sent (knowledge->since));
  slip_cli_json_set_text (object, "notice",
                          slip_notice_get_nick (knowledge->notice));
  slip_cli_json_set_date (object, "last_day", knowledge->last_day);
  json_object_set_int_member (object, "n_overdue", knowledge->n_overdue);
  set_communications (object, "sent", state, knowledge->sent);
  set_communications (object, "planned", state, knowledge->planned);
  return object;
}

static void
print_json (SlipCli *cli, const SlipRow *release, const GPtrArray *list)
{
  JsonObject *object = json_object_new ();
  JsonArray *audiences = json_array_new ();
  g_autofree char *title = slip_release_dup_title (cli->state, release);

  slip_cli_json_set_text (object, "release", slip_row_get_id (release));
  slip_cli_json_set_text (object, "title", title);
  slip_cli_json_set_date (object, "release_day",
                          slip_release_resolve (cli->state, release,
                                                SLIP_ANCHOR_RELEASE));
  for (guint i = 0; i < list->len; i++)
    json_array_add_object_element (audiences,
                                   new_audience (cli->state, list->pdata[i]));
  json_object_set_array_member (object, "audiences", audiences);
  slip_cli_json_print (slip_cli_json_node (object));
}

/* A line each: what they know, which date, since when, by whom, what next. */
static void
print_lines (SlipCli *cli, const GPtrArray *list)
{
  g_autoptr (SlipCliTable) table = slip_cli_table_new (
    (const char *const[]){ _ ("Audience"), _ ("Knows"), _ ("Date told"),
                           _ ("Since"), _ ("By whom"), _ ("To do"), NULL });
  SlipDate today = slip_clock_get_today (cli->clock);

  for (guint i = 0; i < list->len; i++) {
    const SlipKnowledge *knowledge = list->pdata[i];
    g_autofree char *text = slip_knowledge_dup_marked (knowledge, today);
    g_autofree char *told =
      slip_date_to_text (slip_knowledge_get_date_told (knowledge));
    g_autofree char *since =
      slip_date_to_text (get_day_sent (knowledge->since));
    g_autofree char *people =
      knowledge->told != NULL
        ? slip_communication_dup_people (cli->state, knowledge->told)
        : NULL;
    g_autofree char *detail = slip_knowledge_dup_detail (knowledge, today);

    slip_cli_table_add (table, (const char *const[]){
                                 slip_row_get_text (knowledge->audience,
                                                    SLIP_AUDIENCE_NAME),
                                 text, told, since, people, detail });
  }
  slip_cli_table_print (table);
  if (list->len == 0)
    slip_cli_print (
      _ ("No audience needs to know, and none was told anything"));
}

static gboolean
run_knows (SlipCli *cli,
           const SlipCliVerb *verb,
           char ***arguments,
           GError **error)
{
  if (!slip_cli_parse (cli, verb, NULL, arguments, error) ||
      !slip_cli_open (cli, SLIP_CLI_READ, error))
    return FALSE;
  const SlipRow *release =
    slip_entity_find (cli->state, SLIP_KIND_RELEASE, (*arguments)[0], error);
  if (release == NULL)
    return FALSE;
  g_autofree char *id = g_strdup (slip_row_get_id (release));
  /* Loading makes another state, in which the release may be another row. */
  if (!slip_cli_load_parts (cli, id, error))
    return FALSE;
  release = slip_plan_state_get (cli->state, SLIP_KIND_RELEASE, id);
  g_autoptr (GPtrArray) list =
    slip_knowledge_list (cli->state, release,
                         slip_clock_get_today (cli->clock));

  g_return_val_if_fail (list != NULL, FALSE);
  if (cli->is_json)
    print_json (cli, release, list);
  else
    print_lines (cli, list);
  return TRUE;
}

const SlipCliVerb slip_cli_knowledge_verbs[] = {
  { "tell", "RELEASE AUDIENCE --kind KIND",
    N_ ("Record that an audience was told a date"), 2, 2, run_tell },
  { "knows", "RELEASE", N_ ("Say who knows which date"), 1, 1, run_knows },
  { NULL },
};
