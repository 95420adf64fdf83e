/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-holiday-rules.h"

#include "slip-schema.h"

#include <string.h>

static void
test_easter (void)
{
  static const char *const days[] = {
    "1818-03-22", "1943-04-25", "1954-04-18", "1981-04-19", "2000-04-23",
    "2008-03-23", "2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28",
    "2028-04-16", "2029-04-01", "2030-04-21", "2038-04-25", "2285-03-22",
  };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++) {
    SlipDate day = slip_date_parse (days[i]);
    g_autofree char *easter =
      slip_date_to_text (slip_date_get_easter (slip_date_get_year (day)));

    g_assert_cmpstr (easter, ==, days[i]);
  }
}

/* The days of a year of a country as 'MM-DD MM-DD …'. */
static char *
dup_days (const char *code, int year)
{
  g_autoptr (SlipHolidayRules) rules = slip_holiday_rules_new_shipped ();
  int country = slip_holiday_rules_find (rules, code);
  g_autoptr (GPtrArray) holidays = NULL;
  GString *text = g_string_new (NULL);

  g_assert_cmpint (country, >=, 0);
  holidays = slip_holiday_rules_expand (rules, (guint) country, year);
  for (guint i = 0; i < holidays->len; i++) {
    const SlipHoliday *holiday = holidays->pdata[i];
    g_autofree char *day = slip_date_to_text (holiday->days.first);

    g_assert_true (slip_date_equal (holiday->days.first, holiday->days.last));
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "",
                            day + strlen ("2026-"));
  }
  return g_string_free (text, FALSE);
}

/* As the governments list them; those on a weekend are there beside the day
 * that stands in for them.  2026 and 2027 were compared for every country with
 * date-holidays 3: that has the days of elections in Brazil, of provinces in
 * Canada, of cantons in Switzerland and of states in India, which the law does
 * not give to the whole country. */
static const struct {
  const char *code;
  int year;
  const char *days;
} years[] = {
  { "GB", 2021, "01-01 04-02 04-05 05-03 05-31 08-30 12-25 12-26 12-27 12-28" },
  { "GB", 2022,
    "01-01 01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-25 12-26 12-27" },
  { "GB", 2023, "01-01 01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26" },
  { "GB", 2020, "01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-26 12-28" },
  { "US", 2026,
    "01-01 01-19 02-16 05-25 06-19 07-03 07-04 09-07 10-12 11-11 11-26 12-25" },
  { "US", 2021,
    "01-01 01-18 02-15 05-31 06-18 06-19 07-04 07-05 09-06 10-11 11-11 11-25 "
    "12-24 12-25 12-31" },
  { "CA", 2026,
    "01-01 04-03 05-18 07-01 09-07 09-30 10-12 11-11 12-25 12-26 12-28" },
  { "DE", 2026, "01-01 04-03 04-06 05-01 05-14 05-25 10-03 12-25 12-26" },
  { "AT", 2026,
    "01-01 01-06 04-06 05-01 05-14 05-25 06-04 08-15 10-26 11-01 12-08 12-25 "
    "12-26" },
  { "FR", 2027,
    "01-01 03-29 05-01 05-06 05-08 05-17 07-14 08-15 11-01 11-11 12-25" },
  { "IE", 2026, "01-01 02-02 03-17 04-06 05-04 06-01 08-03 10-26 12-25 12-26" },
  { "IE", 2030, "01-01 02-01 03-17 04-22 05-06 06-03 08-05 10-28 12-25 12-26" },
  { "SE", 2026,
    "01-01 01-06 04-03 04-05 04-06 05-01 05-14 05-24 06-06 06-20 10-31 12-25 "
    "12-26" },
  { "NL", 2025, "01-01 04-20 04-21 04-26 05-05 05-29 06-08 06-09 12-25 12-26" },
  { "NL", 2026, "01-01 04-05 04-06 04-27 05-14 05-24 05-25 12-25 12-26" },
  { "DK", 2023,
    "01-01 04-06 04-07 04-09 04-10 05-05 05-18 05-28 05-29 12-25 12-26" },
  { "DK", 2024, "01-01 03-28 03-29 03-31 04-01 05-09 05-19 05-20 12-25 12-26" },
  { "BR", 2023, "01-01 04-07 04-21 05-01 09-07 10-12 11-02 11-15 12-25" },
  { "IN", 2026, "01-26 08-15 10-02" },
  /* Constitution Day on a Sunday; a day between two holidays of September. */
  { "JP", 2026,
    "01-01 01-12 02-11 02-23 03-20 04-29 05-03 05-04 05-05 05-06 07-20 08-11 "
    "09-21 09-22 09-23 10-12 11-03 11-23" },
  { "JP", 2025,
    "01-01 01-13 02-11 02-23 02-24 03-20 04-29 05-03 05-04 05-05 05-06 07-21 "
    "08-11 09-15 09-23 10-13 11-03 11-23 11-24" },
  /* What is left of this year and the next: the Easter of 2026 is on 5 April,
   * that of 2027 on 28 March. */
  { "AT", 2027,
    "01-01 01-06 03-29 05-01 05-06 05-17 05-27 08-15 10-26 11-01 12-08 "
    "12-25 12-26" },
  { "BE", 2026, "01-01 04-06 05-01 05-14 05-25 07-21 08-15 11-01 11-11 12-25" },
  { "BE", 2027, "01-01 03-29 05-01 05-06 05-17 07-21 08-15 11-01 11-11 12-25" },
  { "BR", 2026, "01-01 04-03 04-21 05-01 09-07 10-12 11-02 11-15 11-20 12-25" },
  { "BR", 2027, "01-01 03-26 04-21 05-01 09-07 10-12 11-02 11-15 11-20 12-25" },
  { "CA", 2027,
    "01-01 03-26 05-24 07-01 09-06 09-30 10-11 11-11 12-25 12-26 12-27 "
    "12-28" },
  { "CH", 2026, "01-01 05-14 08-01 12-25" },
  { "CH", 2027, "01-01 05-06 08-01 12-25" },
  { "DE", 2027, "01-01 03-26 03-29 05-01 05-06 05-17 10-03 12-25 12-26" },
  { "DK", 2026, "01-01 04-02 04-03 04-05 04-06 05-14 05-24 05-25 12-25 12-26" },
  { "DK", 2027, "01-01 03-25 03-26 03-28 03-29 05-06 05-16 05-17 12-25 12-26" },
  { "ES", 2026, "01-01 01-06 04-03 05-01 08-15 10-12 11-01 12-06 12-08 12-25" },
  { "ES", 2027, "01-01 01-06 03-26 05-01 08-15 10-12 11-01 12-06 12-08 12-25" },
  { "FI", 2026,
    "01-01 01-06 04-03 04-05 04-06 05-01 05-14 05-24 06-20 10-31 12-06 "
    "12-25 12-26" },
  { "FI", 2027,
    "01-01 01-06 03-26 03-28 03-29 05-01 05-06 05-16 06-26 11-06 12-06 "
    "12-25 12-26" },
  { "FR", 2026,
    "01-01 04-06 05-01 05-08 05-14 05-25 07-14 08-15 11-01 11-11 12-25" },
  { "GB", 2026, "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-26 12-28" },
  { "GB", 2027, "01-01 03-26 03-29 05-03 05-31 08-30 12-25 12-26 12-27 12-28" },
  { "IE", 2027, "01-01 02-01 03-17 03-29 05-03 06-07 08-02 10-25 12-25 12-26" },
  { "IN", 2027, "01-26 08-15 10-02" },
  { "IT", 2026,
    "01-01 01-06 04-05 04-06 04-25 05-01 06-02 08-15 10-04 11-01 12-08 "
    "12-25 12-26" },
  { "IT", 2027,
    "01-01 01-06 03-28 03-29 04-25 05-01 06-02 08-15 10-04 11-01 12-08 "
    "12-25 12-26" },
  { "JP", 2027,
    "01-01 01-11 02-11 02-23 03-21 03-22 04-29 05-03 05-04 05-05 07-19 "
    "08-11 09-20 09-23 10-11 11-03 11-23" },
  { "NL", 2027, "01-01 03-28 03-29 04-27 05-06 05-16 05-17 12-25 12-26" },
  { "NO", 2026,
    "01-01 04-02 04-03 04-05 04-06 05-01 05-14 05-17 05-24 05-25 12-25 "
    "12-26" },
  { "NO", 2027,
    "01-01 03-25 03-26 03-28 03-29 05-01 05-06 05-16 05-17 12-25 12-26" },
  { "PL", 2026,
    "01-01 01-06 04-05 04-06 05-01 05-03 05-24 06-04 08-15 11-01 11-11 "
    "12-24 12-25 12-26" },
  { "PL", 2027,
    "01-01 01-06 03-28 03-29 05-01 05-03 05-16 05-27 08-15 11-01 11-11 "
    "12-24 12-25 12-26" },
  { "PT", 2026,
    "01-01 04-03 04-05 04-25 05-01 06-04 06-10 08-15 10-05 11-01 12-01 "
    "12-08 12-25" },
  { "PT", 2027,
    "01-01 03-26 03-28 04-25 05-01 05-27 06-10 08-15 10-05 11-01 12-01 "
    "12-08 12-25" },
  { "SE", 2027,
    "01-01 01-06 03-26 03-28 03-29 05-01 05-06 05-16 06-06 06-26 11-06 "
    "12-25 12-26" },
  { "US", 2027,
    "01-01 01-18 02-15 05-31 06-18 06-19 07-04 07-05 09-06 10-11 11-11 "
    "11-25 12-24 12-25 12-31" },
};

static void
test_years_are_as_listed (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (years); i++) {
    g_autofree char *days = dup_days (years[i].code, years[i].year);

    g_test_message ("%s %d", years[i].code, years[i].year);
    g_assert_cmpstr (days, ==, years[i].days);
  }
}

static void
test_thanksgiving (void)
{
  static const char *const days[] = { "11-28", "11-27", "11-26", "11-25",
                                      "11-23", "11-22", "11-28" };

  for (int i = 0; i < 7; i++) {
    g_autofree char *all = dup_days ("US", 2024 + i);

    g_assert_nonnull (strstr (all, days[i]));
  }
}

/* What is asked of one year does not hang on the others. */
static void
test_every_country_has_holidays_every_year (void)
{
  g_autoptr (SlipHolidayRules) rules = slip_holiday_rules_new_shipped ();

  g_assert_cmpuint (slip_holiday_rules_get_n_countries (rules), ==, 21);
  for (guint i = 0; i < slip_holiday_rules_get_n_countries (rules); i++)
    for (int year = 2024; year <= 2040; year++) {
      g_autoptr (GPtrArray) holidays =
        slip_holiday_rules_expand (rules, i, year);
      SlipDate last = SLIP_DATE_NONE;

      g_assert_cmpuint (holidays->len, >=, 3);
      for (guint k = 0; k < holidays->len; k++) {
        const SlipHoliday *holiday = holidays->pdata[k];

        g_assert_cmpint (slip_date_get_year (holiday->days.first), ==, year);
        g_assert_true (k == 0 ||
                       slip_date_is_before (last, holiday->days.first));
        last = holiday->days.first;
      }
    }
}

static void
test_names_come_in_two_languages (void)
{
  g_autoptr (SlipHolidayRules) rules = slip_holiday_rules_new_shipped ();
  int country = slip_holiday_rules_find (rules, "österreich");
  g_autofree char *name = NULL;
  g_autoptr (GPtrArray) holidays = NULL;

  g_assert_cmpint (country, ==, slip_holiday_rules_find (rules, "at"));
  g_assert_cmpint (slip_holiday_rules_find (rules, "Atlantis"), ==, -1);
  name = slip_holiday_rules_dup_name (rules, (guint) country);
  g_assert_cmpstr (name, ==, "Austria – Österreich");
  holidays = slip_holiday_rules_expand (rules, (guint) country, 2026);
  g_assert_cmpstr (((SlipHoliday *) holidays->pdata[0])->name, ==,
                   "Neujahr (New Year’s Day)");
}

static const char *const broken[] = {
  "01-01 | Before any country",
  "country at | a | b\n",
  "country AT | a\n",
  "country AT | a | b\n02-30 | Never",
  "country AT | a | b\n02-29 | Sometimes",
  "country AT | a | b\n01-01",
  "country AT | a | b\n01-01 | ",
  "country AT | a | b\n01-01 | a | b | c",
  "country AT | a | b\n1-1 | Short",
  "country AT | a | b\neaster+ | Nothing",
  "country AT | a | b\neaster+1x | More",
  "country AT | a | b\n6th mon 01 | Too many",
  "country AT | a | b\n2nd day 01 | No weekday",
  "country AT | a | b\n2nd mon 13 | No month",
  "country AT | a | b\n2nd mon | No month",
  "country AT | a | b\nmon after 01-01 | No word",
  "country AT | a | b\n01-01 sometimes | No word",
  "country AT | a | b\n01-01 since | No year",
  "country AT | a | b\n01-01 every 0 | Never",
  "country AT | a | b\n01-01 if fri | No day",
  "country AT | a | b\n01-01  since 2020 | Two spaces",
};

static void
test_what_is_not_a_rule_is_refused (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (broken); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (SlipHolidayRules) rules =
      slip_holiday_rules_parse (broken[i], &error);

    g_test_message ("%s", broken[i]);
    g_assert_error (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_INVALID);
    g_assert_null (rules);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/holiday-rules/easter", test_easter);
  g_test_add_func ("/holiday-rules/years-are-as-listed",
                   test_years_are_as_listed);
  g_test_add_func ("/holiday-rules/thanksgiving", test_thanksgiving);
  g_test_add_func ("/holiday-rules/every-country-has-holidays-every-year",
                   test_every_country_has_holidays_every_year);
  g_test_add_func ("/holiday-rules/names-come-in-two-languages",
                   test_names_come_in_two_languages);
  g_test_add_func ("/holiday-rules/what-is-not-a-rule-is-refused",
                   test_what_is_not_a_rule_is_refused);

  return g_test_run ();
}
