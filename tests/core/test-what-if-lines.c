/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-schema.h"
#include "slip-what-if-lines.h"

static void
test_lines (void)
{
  static const struct {
    const char *text;
    const char *release; /* NULL: no line */
    const char *date;
    guint number;
  } cases[] = {
    { "", NULL, NULL, 0 },
    { "\n  \n# a comment\n\t# another\n", NULL, NULL, 0 },
    { "Payments 2026-12-08", "Payments", "2026-12-08", 1 },
    { "Payments 3.9 2026-12-08", "Payments 3.9", "2026-12-08", 1 },
    { "  Payments 3.9 \t 2026-12-08  ", "Payments 3.9", "2026-12-08", 1 },
    { "\"Payments 3.9\" 2026-12-08", "Payments 3.9", "2026-12-08", 1 },
    { "'Payments 3.9' next week", "Payments 3.9", "next week", 1 },
    { "\"It's #1\"\tunscheduled", "It's #1", "unscheduled", 1 },
    { "'Say \"hi\"' +7", "Say \"hi\"", "+7", 1 },
    { "Payments unscheduled", "Payments", "unscheduled", 1 },
    { "# first\r\n\r\nPayments 2026-12-08\r\n", "Payments", "2026-12-08", 3 },
    { "\xEF\xBB\xBFPayments 2026-12-08", "Payments", "2026-12-08", 1 },
    { "Зарплата 2 2026-12-08", "Зарплата 2", "2026-12-08", 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (GPtrArray) lines =
      slip_what_if_lines_parse (cases[i].text, &error);
    const SlipWhatIfLine *line;

    g_assert_no_error (error);
    g_assert_cmpuint (lines->len, ==, cases[i].release != NULL);
    if (cases[i].release == NULL)
      continue;
    line = lines->pdata[0];
    g_assert_cmpstr (line->release, ==, cases[i].release);
    g_assert_cmpstr (line->date, ==, cases[i].date);
    g_assert_cmpuint (line->number, ==, cases[i].number);
  }
}

static void
test_order_is_kept (void)
{
  g_autoptr (GPtrArray) lines =
    slip_what_if_lines_parse ("A 2026-12-01\n\nB 2026-12-02\n", NULL);

  g_assert_cmpuint (lines->len, ==, 2);
  g_assert_cmpstr (((SlipWhatIfLine *) lines->pdata[1])->release, ==, "B");
  g_assert_cmpuint (((SlipWhatIfLine *) lines->pdata[1])->number, ==, 3);
}

static void
test_faults_name_the_line (void)
{
  static const struct {
    const char *text;
    const char *message;
  } cases[] = {
    { "Payments", "Line 1: a release and a date are wanted, as in \"Payments "
                  "3.9\" 2026-12-08" },
    { "\n\"Payments 3.9 2026-12-08", "Line 2: the closing quote is missing" },
    { "\"Payments\"2026-12-08",
      "Line 1: a space is missing after the closing quote" },
    { "A 2026-12-01\n# no\n'' 2026-12-08",
      "Line 3: a release and a date are wanted, as in \"Payments 3.9\" "
      "2026-12-08" },
    { "'Payments 3.9'", "Line 1: a release and a date are wanted, as in "
                        "\"Payments 3.9\" 2026-12-08" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (GPtrArray) lines =
      slip_what_if_lines_parse (cases[i].text, &error);

    g_assert_null (lines);
    g_assert_error (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_INVALID);
    g_assert_cmpstr (error->message, ==, cases[i].message);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/what-if-lines/lines", test_lines);
  g_test_add_func ("/what-if-lines/order-is-kept", test_order_is_kept);
  g_test_add_func ("/what-if-lines/faults-name-the-line",
                   test_faults_name_the_line);
  return g_test_run ();
}
