/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-cli-verbs.h"

#include "slip-cli-arguments.h"
#include "slip-cli-json.h"
#include "slip-cli-print.h"
#include "slip-cli-report.h"
#include "slip-entity-find.h"
#include "slip-holiday-addition.h"
#include "slip-holiday-file.h"

#include <glib/gi18n.h>

/* What can be asked for; the rules know no others. */
#define FIRST_YEAR 1900
#define LAST_YEAR  2199

/* The calendar that @text names, else the plan's. */
static const SlipRow *
find_calendar (SlipCli *cli, const char *text, GError **error)
{
  const SlipRow *plan = slip_plan_state_get_plan (cli->state);
  const SlipRow *calendar = NULL;

  if (text != NULL)
    return slip_entity_find (cli->state, SLIP_KIND_WORKING_CALENDAR, text,
                             error);
  if (plan != NULL)
    calendar = slip_plan_state_follow (cli->state, plan, SLIP_PLAN_CALENDAR);
  if (calendar == NULL)
    g_set_error_literal (
      error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_NOT_FOUND,
      _ ("The plan has no working calendar; Monday to Friday are worked"));
  return calendar;
}

/* Reads '2027' or '2027-2030'. */
static gboolean
parse_years (const char *text, int *first, int *last)
{
  g_auto (GStrv) parts = g_strsplit (text, "-", 2);
  gint64 years[2];

  for (guint i = 0; i < 2; i++) {
    const char *part =
      parts[0] != NULL && parts[1] == NULL ? parts[0] : parts[i];

    if (part == NULL || !g_ascii_string_to_signed (part, 10, FIRST_YEAR,
                                                   LAST_YEAR, &years[i], NULL))
      return FALSE;
  }
  *first = (int) years[0];
  *last = (int) years[1];
  return *first <= *last;
}

static gboolean
add_year (const SlipHolidayRules *rules,
          guint country,
          const char *text,
          GPtrArray *holidays,
          GError **error)
{
  int first;
  int last;

  if (!parse_years (text, &first, &last))
    return slip_cli_fail_usage (error,
                                _ (
                                  "A year is written like 2027, or 2027-2030"));
  for (int year = first; year <= last; year++)
    g_ptr_array_extend_and_steal (holidays,
                                  slip_holiday_rules_expand (rules, country,
                                                             year));
  return TRUE;
}

static GPtrArray *
list_country (SlipCli *cli, const char *name, char **years, GError **error)
{
  g_autoptr (SlipHolidayRules) rules = slip_holiday_rules_new_shipped ();
  g_autoptr (GPtrArray) holidays =
    g_ptr_array_new_with_free_func ((GDestroyNotify) slip_holiday_free);
  int country = slip_holiday_rules_find (rules, name);
  g_autofree char *this_year =
    g_strdup_printf ("%d",
                     slip_date_get_year (slip_clock_get_today (cli->clock)));
  char *const only[] = { this_year, NULL };
  char *const *year = years != NULL ? years : only;

  if (country < 0) {
    g_set_error (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_NOT_FOUND,
                 _ ("There are no holidays of “%s”; “slipway-cli holidays "
                    "countries” lists what there is"),
                 name);
    return NULL;
  }
  for (; *year != NULL; year++)
    if (!add_year (rules, (guint) country, *year, holidays, error))
      return NULL;
  return g_steal_pointer (&holidays);
}

static GPtrArray *
read_file (const char *path, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  slip_holiday_file_read_async (path, NULL, slip_cli_ready_cb, &result);
  return slip_holiday_file_read_finish (slip_cli_wait (&result), error);
}

static gboolean
add_holidays (SlipCli *cli,
              const char *calendar_name,
              GPtrArray *holidays,
              GError **error)
{
  if (!slip_cli_open (cli, SLIP_CLI_WRITE, error))
    return FALSE;
  const SlipRow *calendar = find_calendar (cli, calendar_name, error);
  if (calendar == NULL)
    return FALSE;
  g_autoptr (SlipHolidayAddition) addition =
    slip_holiday_addition_new (slip_row_get_id (calendar));
  for (guint i = 0; i < holidays->len; i++) {
    const SlipHoliday *holiday = holidays->pdata[i];
    slip_holiday_addition_add (addition, holiday->days, holiday->name,
                               holiday->is_yearly);
  }
  SlipStep *step =
    slip_cli_execute (cli, slip_holiday_addition_run, addition, error);
  return slip_cli_report_step (cli, step, NULL);
}

static gboolean
run_add (SlipCli *cli,
         const SlipCliVerb *verb,
         char ***arguments,
         GError **error)
{
  g_auto (GStrv) years = NULL;
  g_autofree char *file = NULL;
  g_autofree char *calendar = NULL;
  const GOptionEntry entries[] = {
    { "year", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &years,
      N_ ("A year, or some: 2027-2030 (this year); may be repeated"),
      N_ ("YEAR") },
    { "file", 0, 0, G_OPTION_ARG_FILENAME, &file,
      N_ ("The all-day events of an iCalendar file instead"), N_ ("FILE") },
    { "calendar", 0, 0, G_OPTION_ARG_FILENAME, &calendar,
      N_ ("The working calendar they go to, if not the plan’s"),
      N_ ("CALENDAR") },
    { NULL },
  };
  g_autoptr (GPtrArray) holidays = NULL;

  if (!slip_cli_parse (cli, verb, entries, arguments, error))
    return FALSE;
  const char *country = (*arguments)[0];
  if ((country == NULL) == (file == NULL) || (file != NULL && years != NULL))
    return slip_cli_fail_usage (error,
                                _ ("Holidays come from a country, perhaps with "
                                   "--year, or from a --file"));
  holidays = file != NULL ? read_file (file, error)
                          : list_country (cli, country, years, error);
  return holidays != NULL && add_holidays (cli, calendar, holidays, error);
}

static gboolean
run_countries (SlipCli *cli,
               const SlipCliVerb *verb,
               char ***arguments,
               GError **error)
{
  g_autoptr (SlipHolidayRules) rules = slip_holiday_rules_new_shipped ();
  g_autoptr (SlipCliTable) table =
    slip_cli_table_new ((const char *[]){ _ ("CODE"), _ ("COUNTRY"), NULL });
  g_autoptr (JsonArray) array = json_array_new ();

  if (!slip_cli_parse (cli, verb, NULL, arguments, error))
    return FALSE;
  for (guint i = 0; i < slip_holiday_rules_get_n_countries (rules); i++) {
    const char *code = slip_holiday_rules_get_code (rules, i);
    g_autofree char *name = slip_holiday_rules_dup_name (rules, i);
    JsonObject *object = json_object_new ();
    slip_cli_json_set_text (object, "code", code);
    slip_cli_json_set_text (object, "name", name);
    json_array_add_object_element (array, object);
    slip_cli_table_add (table, (const char *[]){ code, name });
  }
  if (cli->is_json)
    slip_cli_json_print (slip_cli_json_array_node (g_steal_pointer (&array)));
  else
    slip_cli_table_print (table);
  return TRUE;
}

const SlipCliVerb slip_cli_holidays_verbs[] = {
  { "holidays add", "[COUNTRY]", N_ ("Add the holidays of a country or a file"),
    0, 1, run_add },
  { "holidays countries", "",
    N_ ("List the countries whose holidays are known"), 0, 0, run_countries },
  { NULL },
};
