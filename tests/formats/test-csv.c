/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-csv.h"

static void
test_cells (void)
{
  static const struct {
    const char *cell;
    const char *csv;
  } cases[] = {
    { "", "\r\n" },
    { NULL, "\r\n" },
    { "Payments 3.9", "Payments 3.9\r\n" },
    { "one, two", "\"one, two\"\r\n" },
    { "say \"hi\"", "\"say \"\"hi\"\"\"\r\n" },
    { "one\ntwo", "\"one\ntwo\"\r\n" },
    { "ä → ö", "ä → ö\r\n" },
    { " = ", " = \r\n" },
    /* Formulas become text. */
    { "=1+1", "'=1+1\r\n" },
    { "=HYPERLINK(\"x\",1)", "\"'=HYPERLINK(\"\"x\"\",1)\"\r\n" },
    { "+SUM(A1)", "'+SUM(A1)\r\n" },
    { "-2+3", "'-2+3\r\n" },
    { "@cmd", "'@cmd\r\n" },
    { "\t=1", "'\t=1\r\n" },
    { "\r=1", "\"'\r=1\"\r\n" },
    { "＝1", "'＝1\r\n" },
    { "+", "'+\r\n" },
    { "-.5", "'-.5\r\n" },
    { "-1.", "'-1.\r\n" },
    /* Numbers do not. */
    { "-5", "-5\r\n" },
    { "+14", "+14\r\n" },
    { "-2.5", "-2.5\r\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GString) csv = g_string_new (NULL);

    slip_csv_append_row (csv, &cases[i].cell, 1);
    g_assert_cmpstr (csv->str, ==, cases[i].csv);
  }
}

static void
test_rows (void)
{
  static const char *const cells[] = { "a", NULL, "c,d" };
  g_autoptr (GString) csv = g_string_new (NULL);

  slip_csv_append_row (csv, cells, G_N_ELEMENTS (cells));
  slip_csv_append_row (csv, cells, 1);
  g_assert_cmpstr (csv->str, ==, "a,,\"c,d\"\r\na\r\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv/cells", test_cells);
  g_test_add_func ("/csv/rows", test_rows);
  return g_test_run ();
}
