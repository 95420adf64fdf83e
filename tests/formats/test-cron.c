/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-cron.h"

static const struct {
  const char *text;
  const char *from;
  const char *day; /* NULL: none within a year */
  int minute;
} accepted[] = {
  { "0 23 * * 5", "2026-11-24", "2026-11-27", 23 * 60 },
  { "0 8 * * mon", "2026-11-24", "2026-11-30", 8 * 60 },
  { "0 0 * * 0", "2026-11-24", "2026-11-29", 0 },
  { "0 0 * * 7", "2026-11-24", "2026-11-29", 0 },
  { "*/15 9-17 * * 1-5", "2026-11-28", "2026-11-30", 9 * 60 },
  { "5,10 4,2 * * *", "2026-11-24", "2026-11-24", 2 * 60 + 5 },
  { "0 0 29 2 *", "2026-11-24", NULL, 0 },
  { "0 0 29 2 *", "2027-11-24", "2028-02-29", 0 },
  { "0 0 1 jan,JUL *", "2026-11-24", "2027-01-01", 0 },
  /* Both named: either is enough. */
  { "0 0 13 * 5", "2026-11-24", "2026-11-27", 0 },
  { "0 0 26 * 5", "2026-11-24", "2026-11-26", 0 },
  { "0 0 31 4 *", "2026-11-24", NULL, 0 },
  { "  0\t0  * * *  ", "2026-11-24", "2026-11-24", 0 },
  { "0 0 10/10 * *", "2026-11-24", "2026-11-30", 0 },
};

static const char *const refused[] = {
  "",
  "* * * *",
  "* * * * * *",
  "60 * * * *",
  "* 24 * * *",
  "* * 0 * *",
  "* * 32 * *",
  "* * * 13 *",
  "* * * * 8",
  "5-1 * * * *",
  "a * * * *",
  "1, * * * *",
  "1- * * * *",
  "*/0 * * * *",
  "@weekly",
  "-1 * * * *",
  "99999999999 * * * *",
  "* * * foo *",
  "1/ * * * *",
  "* * L * *",
};

static void
test_five_fields_tell_the_day (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (accepted); i++) {
    SlipDate from = slip_date_parse (accepted[i].from);
    char text[SLIP_DATE_TEXT_SIZE];
    SlipCron cron;

    g_assert_true (slip_cron_parse (accepted[i].text, &cron));
    g_assert_cmpint (cron.minute, ==, accepted[i].minute);
    SlipDate day =
      slip_cron_find_day (&cron, from, slip_date_add_days (from, 366));
    slip_date_print (day, text);
    g_assert_cmpstr (text, ==, accepted[i].day != NULL ? accepted[i].day : "");
  }
}

static void
test_all_else_is_refused (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++) {
    SlipCron cron;

    if (slip_cron_parse (refused[i], &cron))
      g_error ("“%s” is accepted", refused[i]);
  }
}

static void
test_search_ends_on_the_last_of_days (void)
{
  SlipDate last = slip_date_new (9999, 12, 31);
  SlipCron cron;

  g_assert_true (slip_cron_parse ("0 0 1 1 *", &cron));
  g_assert_false (slip_date_is_set (
    slip_cron_find_day (&cron, slip_date_new (9999, 12, 1), last)));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cron/five-fields-tell-the-day",
                   test_five_fields_tell_the_day);
  g_test_add_func ("/cron/all-else-is-refused", test_all_else_is_refused);
  g_test_add_func ("/cron/search-ends-on-the-last-of-days",
                   test_search_ends_on_the_last_of_days);
  return g_test_run ();
}
