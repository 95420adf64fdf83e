/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-date-text.h"

#include <glib/gstdio.h>
#include <locale.h>

static SlipDate
day (const char *text)
{
  return slip_date_parse (text);
}

static void
test_styles_table (void)
{
  static const struct {
    const char *date;
    SlipDateStyle style;
    const char *today;
    const char *text;
  } cases[] = {
    { "2026-12-08", SLIP_DATE_STYLE_SHORT, NULL, "8 Dec" },
    { "2026-12-08", SLIP_DATE_STYLE_SHORT, "2026-01-01", "8 Dec" },
    { "2026-12-08", SLIP_DATE_STYLE_SHORT, "2027-01-01", "8 Dec 2026" },
    { "2026-12-08", SLIP_DATE_STYLE_MEDIUM, "2026-11-23", "Tue 8 December" },
    { "2026-12-08", SLIP_DATE_STYLE_MEDIUM, "2025-11-23",
      "Tue 8 December 2026" },
    { "2026-12-08", SLIP_DATE_STYLE_LONG, "2026-11-23",
      "Tuesday 8 December 2026" },
    { "2026-12-08", SLIP_DATE_STYLE_MONTH, "2026-11-23", "December 2026" },
    { NULL, SLIP_DATE_STYLE_LONG, "2026-11-23", "Unscheduled" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *text =
      slip_date_dup_text (day (cases[i].date), cases[i].style,
                          day (cases[i].today));

    g_assert_cmpstr (text, ==, cases[i].text);
  }
}

static void
test_any_valid_day_has_a_text (void)
{
  static const char *const dates[] = { "0001-01-01", "1582-10-10", "2028-02-29",
                                       "9999-12-31" };

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    for (int style = SLIP_DATE_STYLE_SHORT; style <= SLIP_DATE_STYLE_MONTH;
         style++) {
      g_autofree char *text =
        slip_date_dup_text (day (dates[i]), (SlipDateStyle) style,
                            SLIP_DATE_NONE);

      g_assert_true (g_utf8_validate (text, -1, NULL));
      g_assert_cmpuint (*text, !=, '\0');
    }
}

static void
test_planned_table (void)
{
  static const struct {
    const char *date;
    SlipCertainty certainty;
    const char *text;
  } cases[] = {
    { "2026-12-08", SLIP_CERTAINTY_CONFIRMED, "Tue 8 December" },
    { "2026-12-08", SLIP_CERTAINTY_TENTATIVE, "Tue 8 December, tentative" },
    { "2026-12-07", SLIP_CERTAINTY_WEEK, "week 50 (from 7 Dec)" },
    { "2026-12-28", SLIP_CERTAINTY_WEEK, "week 53 (from 28 Dec)" },
    { "2026-12-01", SLIP_CERTAINTY_MONTH, "December 2026" },
    { "2026-01-01", SLIP_CERTAINTY_QUARTER, "Q1 2026" },
    { "2026-10-01", SLIP_CERTAINTY_QUARTER, "Q4 2026" },
    { NULL, SLIP_CERTAINTY_UNSCHEDULED, "Unscheduled" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *text =
      slip_planned_date_dup_text ((SlipPlannedDate){ day (cases[i].date),
                                                     cases[i].certainty },
                                  day ("2026-11-23"));

    g_assert_cmpstr (text, ==, cases[i].text);
  }
}

static void
test_distance_table (void)
{
  static const struct {
    int n_days;
    const char *text;
  } cases[] = {
    { 0, "today" },          { 1, "tomorrow" },       { 2, "in 2 days" },
    { 20, "in 20 days" },    { 21, "in 3 weeks" },    { 69, "in 9 weeks" },
    { 70, "in 2 months" },   { 365, "in 12 months" }, { -1, "yesterday" },
    { -2, "2 days ago" },    { -20, "20 days ago" },  { -21, "3 weeks ago" },
    { -70, "2 months ago" },
  };
  SlipDate today = day ("2026-11-23");
  g_autofree char *unset = slip_date_dup_distance (SLIP_DATE_NONE, today);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *text =
      slip_date_dup_distance (slip_date_add_days (today, cases[i].n_days),
                              today);

    g_assert_cmpstr (text, ==, cases[i].text);
  }
  g_assert_cmpstr (unset, ==, "Unscheduled");
}

static void
test_rule_table (void)
{
  static const struct {
    int offset;
    const char *text;
  } cases[] = {
    { -2, "2 days before the release" },
    { -1, "1 day before the release" },
    { 0, "on the day of the release" },
    { 3, "3 days after the release" },
  };
  g_autoptr (SlipRow) release =
    slip_row_new (SLIP_KIND_RELEASE, "r", NULL, NULL);

  g_assert_null (slip_release_dup_rule_text (release, SLIP_ANCHOR_DEPLOY));
  g_assert_null (slip_release_dup_rule_text (release, SLIP_ANCHOR_RELEASE));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    SlipValue offset = slip_value_new_integer (cases[i].offset);
    g_autoptr (SlipRow) row =
      slip_row_new_with (release, SLIP_RELEASE_DEPLOY_OFFSET, &offset);
    g_autofree char *text =
      slip_release_dup_rule_text (row, SLIP_ANCHOR_DEPLOY);

    g_assert_cmpstr (text, ==, cases[i].text);
  }
}

static void
test_weekdays_by_name (void)
{
  static const char *const names[] = { "Monday",   "Tuesday", "Wednesday",
                                       "Thursday", "Friday",  "Saturday",
                                       "Sunday" };

  for (int i = 0; i < 7; i++) {
    SlipWeekday weekday = (SlipWeekday) (SLIP_MONDAY + i);
    g_autofree char *brief = g_strndup (names[i], 3);

    g_assert_cmpstr (slip_weekday_get_name (weekday, FALSE), ==, names[i]);
    g_assert_cmpstr (slip_weekday_get_name (weekday, TRUE), ==, brief);
  }
}

/* Builds @locale in @folder; FALSE where the system cannot. */
static gboolean
build_locale (const char *folder, const char *locale)
{
  g_autofree char *path = g_strdup_printf ("%s/%s.UTF-8", folder, locale);
  const char *arguments[] = { "localedef", "--no-archive", "-i", locale,
                              "-f",        "UTF-8",        path, NULL };
  int status = 0;

  return g_spawn_sync (NULL, (char **) arguments, NULL,
                       G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL |
                         G_SPAWN_STDERR_TO_DEV_NULL,
                       NULL, NULL, NULL, NULL, &status, NULL) &&
         g_spawn_check_wait_status (status, NULL) &&
         g_file_test (path, G_FILE_TEST_IS_DIR);
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (folder, name, NULL);

    if (g_file_test (path, G_FILE_TEST_IS_DIR))
      remove_folder (path);
    else
      g_unlink (path);
  }
  g_rmdir (folder);
}

/* A locale of a test: it is built in a folder of its own and set. */
typedef struct {
  const char *name;
  SlipWeekday first_weekday;
  const char *monday;
  const char *medium;
  const char *time; /* 'some day, 14:05', without the day */
} Locale;

static const Locale locales[] = {
  { "en_US", SLIP_SUNDAY, "Monday", "Tue 8 December", "2:05\302\240PM" },
  { "de_DE", SLIP_MONDAY, "Montag", "Di 8 Dezember", "14:05" },
  { "ar_EG", SLIP_SATURDAY, "الاثنين", NULL, "2:05\302\240م" },
};

static void
test_locale (gconstpointer data)
{
  const Locale *locale = data;
  g_autofree char *folder = g_dir_make_tmp ("slipway-locale-XXXXXX", NULL);
  g_autofree char *full = g_strconcat (locale->name, ".UTF-8", NULL);
  g_autofree char *text = NULL;
  g_autofree char *instant = NULL;

  g_assert_nonnull (folder);
  if (!build_locale (folder, locale->name)) {
    remove_folder (folder);
    g_test_skip ("the locale cannot be built with localedef here");
    return;
  }

  g_setenv ("LOCPATH", folder, TRUE);
  g_assert_nonnull (setlocale (LC_ALL, full));
  text = slip_date_dup_text (day ("2026-12-08"), SLIP_DATE_STYLE_MEDIUM,
                             day ("2026-12-08"));
  g_assert_cmpint (slip_locale_get_first_weekday (), ==, locale->first_weekday);
  g_assert_cmpstr (slip_weekday_get_name (SLIP_MONDAY, FALSE), ==,
                   locale->monday);
  g_assert_true (g_utf8_validate (text, -1, NULL));
  instant = slip_instant_dup_text (G_GINT64_CONSTANT (1796738700000));
  g_assert_true (g_str_has_suffix (instant, locale->time));
  if (locale->medium != NULL)
    g_assert_cmpstr (text, ==, locale->medium);

  g_unsetenv ("LOCPATH");
  setlocale (LC_ALL, "C.UTF-8");
  remove_folder (folder);
}

static void
test_first_weekday_without_a_locale (void)
{
  SlipWeekday weekday = slip_locale_get_first_weekday ();

  g_assert_cmpint (weekday, >=, SLIP_MONDAY);
  g_assert_cmpint (weekday, <=, SLIP_SUNDAY);
}

static void
test_spans_table (void)
{
  static const struct {
    const char *first;
    const char *last;
    const char *days;
    const char *months;
  } cases[] = {
    { "2026-12-07", "2026-12-13", "7 – 13 Dec 2026", "December 2026" },
    { "2026-11-30", "2026-12-06", "30 Nov – 6 Dec 2026", "Nov – Dec 2026" },
    { "2026-12-28", "2027-01-03", "28 Dec 2026 – 3 Jan 2027",
      "Dec 2026 – Jan 2027" },
    { "2026-12-07", "2027-12-13", "7 Dec 2026 – 13 Dec 2027",
      "Dec 2026 – Dec 2027" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    SlipDate first = slip_date_parse (cases[i].first);
    SlipDate last = slip_date_parse (cases[i].last);
    g_autofree char *days = slip_date_dup_days (first, last);
    g_autofree char *months = slip_date_dup_months (first, last);

    g_assert_cmpstr (days, ==, cases[i].days);
    g_assert_cmpstr (months, ==, cases[i].months);
  }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/date-text/styles/table", test_styles_table);
  g_test_add_func ("/date-text/styles/any-valid-day-has-a-text",
                   test_any_valid_day_has_a_text);
  g_test_add_func ("/date-text/spans/table", test_spans_table);
  g_test_add_func ("/date-text/planned/table", test_planned_table);
  g_test_add_func ("/date-text/distance/table", test_distance_table);
  g_test_add_func ("/date-text/rule/table", test_rule_table);
  g_test_add_func ("/date-text/weekdays/by-name", test_weekdays_by_name);
  g_test_add_func ("/date-text/first-weekday/without-a-locale",
                   test_first_weekday_without_a_locale);
  for (guint i = 0; i < G_N_ELEMENTS (locales); i++) {
    g_autofree char *path =
      g_strconcat ("/date-text/locale/", locales[i].name, NULL);

    g_test_add_data_func (path, &locales[i], test_locale);
  }

  return g_test_run ();
}
