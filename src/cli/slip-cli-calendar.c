/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-cli-verbs.h"

#include "slip-cli-json.h"
#include "slip-cli-print.h"
#include "slip-cli-report.h"
#include "slip-entity-edit.h"
#include "slip-entity-find.h"

#include <glib/gi18n.h>

/* The plan's working calendar, or NULL with an error. */
static const SlipRow *
find_calendar (SlipCli *cli, GError **error)
{
  const SlipRow *plan = slip_plan_state_get_plan (cli->state);
  const SlipRow *calendar = NULL;

  if (plan != NULL)
    calendar = slip_plan_state_follow (cli->state, plan, SLIP_PLAN_CALENDAR);
  if (calendar == NULL)
    g_set_error_literal (
      error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_NOT_FOUND,
      _ ("The plan has no working calendar; Monday to Friday are worked"));
  return calendar;
}

static int
compare_first_days (gconstpointer a, gconstpointer b)
{
  const SlipRow *row_a = *(const SlipRow *const *) a;
  const SlipRow *row_b = *(const SlipRow *const *) b;
  guint property =
    (guint) slip_schema_find_property (slip_row_get_kind (row_a), "first_day");

  return slip_date_compare (slip_row_get_date (row_a, property),
                            slip_row_get_date (row_b, property));
}

static void
print_days (GPtrArray *rows, guint name, guint first, guint last)
{
  g_autoptr (SlipCliTable) table = slip_cli_table_new ((const char *[]){
    _ ("FIRST DAY"), _ ("LAST DAY"), _ ("NAME"), "ID", NULL });

  for (guint i = 0; i < rows->len; i++) {
    const SlipRow *row = rows->pdata[i];
    g_autofree char *first_day =
      slip_date_to_text (slip_row_get_date (row, first));
    g_autofree char *last_day =
      slip_date_to_text (slip_row_get_date (row, last));
    slip_cli_table_add (table, (const char *[]){ first_day, last_day,
                                                 slip_row_get_text (row, name),
                                                 slip_row_get_id (row) });
  }
  slip_cli_table_print (table);
}

static gboolean
run_show (SlipCli *cli,
          const SlipCliVerb *verb,
          char ***arguments,
          GError **error)
{
  if (!slip_cli_parse (cli, verb, NULL, arguments, error) ||
      !slip_cli_open (cli, SLIP_CLI_READ, error))
    return FALSE;
  const SlipRow *calendar = find_calendar (cli, error);
  if (calendar == NULL)
    return FALSE;
  g_autoptr (GPtrArray) holidays =
    slip_plan_state_list_owned (cli->state, SLIP_KIND_HOLIDAY,
                                slip_row_get_id (calendar));
  g_ptr_array_sort (holidays, compare_first_days);
  if (cli->is_json) {
    JsonObject *object = slip_cli_json_new_entity (calendar);
    json_object_set_member (object, "holidays",
                            slip_cli_json_new_list (holidays));
    slip_cli_json_print (slip_cli_json_node (object));
    return TRUE;
  }
  g_autofree char *weekdays = slip_cli_dup_weekdays (
    (guint) slip_row_get_integer (calendar, SLIP_WORKING_CALENDAR_WEEKDAYS));
  slip_cli_print ("%s: %s",
                  slip_row_get_text (calendar, SLIP_WORKING_CALENDAR_NAME),
                  weekdays);
  print_days (holidays, SLIP_HOLIDAY_NAME, SLIP_HOLIDAY_FIRST_DAY,
              SLIP_HOLIDAY_LAST_DAY);
  return TRUE;
}

static gboolean
run_set (SlipCli *cli,
         const SlipCliVerb *verb,
         char ***arguments,
         GError **error)
{
  if (!slip_cli_parse (cli, verb, NULL, arguments, error))
    return FALSE;
  guint mask = slip_cli_parse_weekdays ((*arguments)[0], error);
  if (mask == 0 || !slip_cli_open (cli, SLIP_CLI_WRITE, error))
    return FALSE;
  const SlipRow *calendar = find_calendar (cli, error);
  if (calendar == NULL)
    return FALSE;
  g_autoptr (SlipEntityEdit) edit =
    slip_entity_edit_new_set (SLIP_KIND_WORKING_CALENDAR,
                              slip_row_get_id (calendar));
  slip_entity_edit_add_integer (edit, SLIP_WORKING_CALENDAR_WEEKDAYS, mask);
  SlipStep *step = slip_cli_execute (cli, slip_entity_edit_run, edit, error);
  return slip_cli_report_step (cli, step, NULL);
}

/* Reads DATE and --to as the properties of a range of days. */
static gboolean
add_days (SlipCli *cli,
          SlipEntityEdit *edit,
          guint first,
          guint last,
          const char *const *texts,
          GError **error)
{
  SlipDate date;

  if (!slip_cli_parse_date (cli, texts[0], &date, error))
    return FALSE;
  slip_entity_edit_add_date (edit, first, date);
  if (texts[1] != NULL && !slip_cli_parse_date (cli, texts[1], &date, error))
    return FALSE;
  slip_entity_edit_add_date (edit, last, date);
  return TRUE;
}

static gboolean
run_holiday_add (SlipCli *cli,
                 const SlipCliVerb *verb,
                 char ***arguments,
                 GError **error)
{
  g_autofree char *to = NULL;
  gboolean is_yearly = FALSE;
  const GOptionEntry entries[] = {
    { "to", 0, 0, G_OPTION_ARG_FILENAME, &to, N_ ("Its last day"),
      N_ ("DATE") },
    { "yearly", 0, 0, G_OPTION_ARG_NONE, &is_yearly, N_ ("Every year"), NULL },
    { NULL },
  };

  if (!slip_cli_parse (cli, verb, entries, arguments, error) ||
      !slip_cli_open (cli, SLIP_CLI_WRITE, error))
    return FALSE;
  const SlipRow *calendar = find_calendar (cli, error);
  if (calendar == NULL)
    return FALSE;
  g_autoptr (SlipEntityEdit) edit =
    slip_entity_edit_new_create (SLIP_KIND_HOLIDAY, NULL,
                                 slip_row_get_id (calendar));
  const char *days[] = { (*arguments)[1], to };
  if (!add_days (cli, edit, SLIP_HOLIDAY_FIRST_DAY, SLIP_HOLIDAY_LAST_DAY, days,
                 error))
    return FALSE;
  slip_entity_edit_add_text (edit, SLIP_HOLIDAY_NAME, (*arguments)[0]);
  slip_entity_edit_add_integer (edit, SLIP_HOLIDAY_IS_YEARLY, is_yearly);
  SlipStep *step = slip_cli_execute (cli, slip_entity_edit_run, edit, error);
  return slip_cli_report_step (cli, step, slip_entity_edit_get_id (edit));
}

static gboolean
run_key_date_add (SlipCli *cli,
                  const SlipCliVerb *verb,
                  char ***arguments,
                  GError **error)
{
  g_autofree char *to = NULL;
  g_autofree char *product = NULL;
  const GOptionEntry entries[] = {
    { "to", 0, 0, G_OPTION_ARG_FILENAME, &to, N_ ("Its last day"),
      N_ ("DATE") },
    { "product", 0, 0, G_OPTION_ARG_FILENAME, &product,
      N_ ("Only for this product"), N_ ("PRODUCT") },
    { NULL },
  };
  g_autoptr (SlipEntityEdit) edit =
    slip_entity_edit_new_create (SLIP_KIND_KEY_DATE, NULL, NULL);

  if (!slip_cli_parse (cli, verb, entries, arguments, error))
    return FALSE;
  const char *days[] = { (*arguments)[1], to };
  if (!add_days (cli, edit, SLIP_KEY_DATE_FIRST_DAY, SLIP_KEY_DATE_LAST_DAY,
                 days, error) ||
      !slip_cli_open (cli, SLIP_CLI_WRITE, error))
    return FALSE;
  slip_entity_edit_add_text (edit, SLIP_KEY_DATE_NAME, (*arguments)[0]);
  if (product != NULL) {
    const SlipRow *row =
      slip_entity_find_offered (cli->state, SLIP_KIND_PRODUCT, product, error);
    if (row == NULL)
      return FALSE;
    slip_entity_edit_add_text (edit, SLIP_KEY_DATE_PRODUCT,
                               slip_row_get_id (row));
  }
  SlipStep *step = slip_cli_execute (cli, slip_entity_edit_run, edit, error);
  return slip_cli_report_step (cli, step, slip_entity_edit_get_id (edit));
}

static gboolean
list_days (SlipCli *cli,
           const SlipCliVerb *verb,
           SlipKind kind,
           char ***arguments,
           GError **error)
{
  if (!slip_cli_parse (cli, verb, NULL, arguments, error) ||
      !slip_cli_open (cli, SLIP_CLI_READ, error))
    return FALSE;
  g_autoptr (GPtrArray) rows = slip_plan_state_list (cli->state, kind);
  g_ptr_array_sort (rows, compare_first_days);
  if (cli->is_json)
    slip_cli_json_print (slip_cli_json_new_list (rows));
  else
    print_days (rows, (guint) slip_schema_find_property (kind, "name"),
                (guint) slip_schema_find_property (kind, "first_day"),
                (guint) slip_schema_find_property (kind, "last_day"));
  return TRUE;
}

static gboolean
run_holiday_list (SlipCli *cli,
                  const SlipCliVerb *verb,
                  char ***arguments,
                  GError **error)
{
  return list_days (cli, verb, SLIP_KIND_HOLIDAY, arguments, error);
}

static gboolean
run_key_date_list (SlipCli *cli,
                   const SlipCliVerb *verb,
                   char ***arguments,
                   GError **error)
{
  return list_days (cli, verb, SLIP_KIND_KEY_DATE, arguments, error);
}

static gboolean
remove_entity (SlipCli *cli,
               const SlipCliVerb *verb,
               SlipKind kind,
               char ***arguments,
               GError **error)
{
  if (!slip_cli_parse (cli, verb, NULL, arguments, error) ||
      !slip_cli_open (cli, SLIP_CLI_WRITE, error))
    return FALSE;
  const SlipRow *row =
    slip_entity_find (cli->state, kind, (*arguments)[0], error);
  if (row == NULL)
    return FALSE;
  g_autoptr (SlipEntityEdit) edit =
    slip_entity_edit_new_remove (kind, slip_row_get_id (row));
  SlipStep *step = slip_cli_execute (cli, slip_entity_edit_run, edit, error);
  return slip_cli_report_step (cli, step, NULL);
}

static gboolean
run_holiday_remove (SlipCli *cli,
                    const SlipCliVerb *verb,
                    char ***arguments,
                    GError **error)
{
  return remove_entity (cli, verb, SLIP_KIND_HOLIDAY, arguments, error);
}

static gboolean
run_key_date_remove (SlipCli *cli,
                     const SlipCliVerb *verb,
                     char ***arguments,
                     GError **error)
{
  return remove_entity (cli, verb, SLIP_KIND_KEY_DATE, arguments, error);
}

const SlipCliVerb slip_cli_calendar_verbs[] = {
  { "calendar show", "", N_ ("Show the working days and holidays"), 0, 0,
    run_show },
  { "calendar set", "DAYS", N_ ("Set the weekdays that are worked"), 1, 1,
    run_set },
  { "calendar holiday add", "NAME DATE", N_ ("Add a holiday"), 2, 2,
    run_holiday_add },
  { "calendar holiday list", "", N_ ("List the holidays"), 0, 0,
    run_holiday_list },
  { "calendar holiday remove", "HOLIDAY", N_ ("Remove a holiday"), 1, 1,
    run_holiday_remove },
  { "key-date add", "NAME DATE", N_ ("Add a day to be kept in mind"), 2, 2,
    run_key_date_add },
  { "key-date list", "", N_ ("List the key dates"), 0, 0, run_key_date_list },
  { "key-date remove", "KEY-DATE", N_ ("Remove a key date"), 1, 1,
    run_key_date_remove },
  { NULL },
};
