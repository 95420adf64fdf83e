/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-cli-verbs.h"

#include "slip-cli-arguments.h"
#include "slip-cli-json.h"
#include "slip-cli-parts.h"
#include "slip-cli-print.h"
#include "slip-cli-report.h"
#include "slip-date-text.h"
#include "slip-entity-find.h"
#include "slip-exception.h"

#include <glib/gi18n.h>

/* What the options of `exception` say. */
typedef struct {
  char *asked_by;
  char *by;
  char *reason;
  char *stage;
  char *until;
} Options;

static void
clear_options (Options *options)
{
  g_free (options->asked_by);
  g_free (options->by);
  g_free (options->reason);
  g_free (options->stage);
  g_free (options->until);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, clear_options)

static gboolean
check_options (const Options *options, GError **error)
{
  if (options->asked_by != NULL && options->by != NULL &&
      options->reason != NULL)
    return TRUE;
  g_set_error_literal (
    error, SLIP_CLI_ERROR, SLIP_CLI_ERROR_USAGE,
    _ ("An exception needs --asked-by, --by and --reason: who asks for it, who "
       "decides, and why"));
  return FALSE;
}

/* Fills in what the plan has to be asked for. */
static gboolean
fill_exception (SlipCli *cli,
                SlipException *exception,
                const Options *options,
                GError **error)
{
  const SlipRow *person =
    slip_entity_find_offered (cli->state, SLIP_KIND_PERSON, options->by, error);
  const SlipRow *stage = NULL;

  if (person == NULL)
    return FALSE;
  if (options->stage != NULL) {
    stage =
      slip_cli_find_stage (cli, exception->release, options->stage, error);
    if (stage == NULL)
      return FALSE;
    exception->stage = g_strdup (slip_row_get_id (stage));
  }
  exception->person = g_strdup (slip_row_get_id (person));
  exception->asked_by = g_strdup (options->asked_by);
  exception->reason = g_strdup (options->reason);
  exception->at_ms = slip_clock_get_now_ms (cli->clock);
  return options->until == NULL ||
         slip_cli_parse_last_day (cli, options->until, &exception->until,
                                  error);
}

static gboolean
run_exception (SlipCli *cli,
               const SlipCliVerb *verb,
               char ***arguments,
               GError **error)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "asked-by", 0, 0, G_OPTION_ARG_FILENAME, &options.asked_by,
      N_ ("Who asks for it"), N_ ("TEXT") },
    { "by", 0, 0, G_OPTION_ARG_FILENAME, &options.by, N_ ("Who decides"),
      N_ ("PERSON") },
    { "reason", 0, 0, G_OPTION_ARG_FILENAME, &options.reason, N_ ("Why"),
      N_ ("TEXT") },
    { "stage", 0, 0, G_OPTION_ARG_FILENAME, &options.stage,
      N_ ("Only for this stage"), N_ ("STAGE") },
    { "until", 0, 0, G_OPTION_ARG_FILENAME, &options.until, N_ ("Its last day"),
      N_ ("DATE") },
    { NULL },
  };

  if (!slip_cli_parse (cli, verb, entries, arguments, error) ||
      !check_options (&options, error))
    return FALSE;
  const SlipRow *release =
    slip_cli_open_release (cli, SLIP_CLI_WRITE, (*arguments)[0], error);
  if (release == NULL)
    return FALSE;
  const SlipRow *freeze =
    slip_entity_find (cli->state, SLIP_KIND_FREEZE, (*arguments)[1], error);
  if (freeze == NULL)
    return FALSE;
  g_autoptr (SlipException) exception =
    slip_exception_new (slip_row_get_id (release), NULL,
                        slip_row_get_id (freeze));
  if (!fill_exception (cli, exception, &options, error))
    return FALSE;
  SlipStep *step = slip_cli_execute (cli, slip_exception_run, exception, error);
  return slip_cli_report_step (cli, step, exception->id);
}

static gboolean
is_over (const SlipCli *cli, const SlipRow *row)
{
  return slip_date_is_before (slip_row_get_date (row, SLIP_DECISION_UNTIL),
                              slip_clock_get_today (cli->clock));
}

static const char *
get_validity (const SlipCli *cli, const SlipRow *row)
{
  if (slip_decision_is_withdrawn (cli->state, row))
    return C_ ("exception", "withdrawn");
  return is_over (cli, row) ? C_ ("exception", "over")
                            : C_ ("exception", "valid");
}

static void
print_exceptions (SlipCli *cli, GPtrArray *rows)
{
  g_autoptr (SlipCliTable) table = slip_cli_table_new ((const char *[]){
    _ ("WHEN"), _ ("RELEASE"), _ ("STAGE"), _ ("FREEZE"), _ ("ASKED BY"),
    _ ("DECIDED BY"), _ ("UNTIL"), "", _ ("REASON"), "ID", NULL });

  for (guint i = 0; i < rows->len; i++) {
    const SlipRow *row = rows->pdata[i];
    g_autofree char *at =
      slip_instant_dup_text (slip_row_get_integer (row, SLIP_DECISION_AT));
    g_autofree char *until =
      slip_date_to_text (slip_row_get_date (row, SLIP_DECISION_UNTIL));
    slip_cli_table_add (
      table,
      (const char *[]){ at, slip_row_get_text (row, SLIP_DECISION_RELEASE_NAME),
                        slip_row_get_text (row, SLIP_DECISION_STAGE_NAME),
                        slip_row_get_text (row, SLIP_DECISION_SUBJECT_NAME),
                        slip_row_get_text (row, SLIP_DECISION_ASKED_BY),
                        slip_row_get_text (row, SLIP_DECISION_PERSON_NAME),
                        until, get_validity (cli, row),
                        slip_row_get_text (row, SLIP_DECISION_REASON),
                        slip_row_get_id (row) });
  }
  slip_cli_table_print (table);
}

static void
print_json (SlipCli *cli, GPtrArray *rows)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < rows->len; i++) {
    const SlipRow *row = rows->pdata[i];
    JsonObject *object = slip_cli_json_new_entity (row);
    gboolean is_withdrawn = slip_decision_is_withdrawn (cli->state, row);
    json_object_set_boolean_member (object, "is_withdrawn", is_withdrawn);
    json_object_set_boolean_member (object, "is_valid",
                                    !is_withdrawn && !is_over (cli, row));
    json_array_add_object_element (array, object);
  }
  slip_cli_json_print (slip_cli_json_array_node (array));
}

/* Leaves only exceptions in the records @rows. */
static void
keep_exceptions (GPtrArray *rows)
{
  for (guint i = rows->len; i > 0; i--)
    if (slip_row_get_integer (rows->pdata[i - 1], SLIP_DECISION_TYPE) !=
        SLIP_DECISION_EXCEPTION)
      g_ptr_array_remove_index (rows, i - 1);
}

static gboolean
run_list (SlipCli *cli,
          const SlipCliVerb *verb,
          char ***arguments,
          GError **error)
{
  g_autoptr (GPtrArray) rows = NULL;

  if (!slip_cli_parse (cli, verb, NULL, arguments, error))
    return FALSE;
  if ((*arguments)[0] != NULL) {
    const SlipRow *release =
      slip_cli_open_release (cli, SLIP_CLI_READ, (*arguments)[0], error);
    if (release == NULL)
      return FALSE;
    rows = slip_decision_list (cli->state, slip_row_get_id (release));
  } else {
    if (!slip_cli_open (cli, SLIP_CLI_READ, error) ||
        !slip_cli_load_open (cli, error))
      return FALSE;
    rows = slip_plan_state_list (cli->state, SLIP_KIND_DECISION);
  }
  keep_exceptions (rows);
  if (cli->is_json)
    print_json (cli, rows);
  else
    print_exceptions (cli, rows);
  return TRUE;
}

/* The longer name first, as a command is looked for in order. */
const SlipCliVerb slip_cli_exception_verbs[] = {
  { "exception list", "[RELEASE]", N_ ("List the exceptions from freezes"), 0,
    1, run_list },
  { "exception", "RELEASE FREEZE",
    N_ ("Record that a release may go out in a freeze"), 2, 2, run_exception },
  { NULL },
};
