/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-decimal.h"

#include <math.h>

static void
test_is_written_in_one_way (void)
{
  static const char *const cases[][2] = {
    { "0", "0" },          { "-0", "0" },        { "+7", "7" },
    { "007", "7" },        { "0.50", "0.5" },    { ".5", "0.5" },
    { "5.", "5" },         { " 1,5 ", "1.5" },   { "−3", "-3" },
    { "–0.25", "-0.25" },  { "-00.0", "0" },     { "100", "100" },
    { "99.950", "99.95" }, { "1000.0", "1000" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *normal = slip_decimal_normalize (cases[i][0]);

    g_assert_cmpstr (normal, ==, cases[i][1]);
  }
}

static void
test_anything_else_is_none (void)
{
  static const char *const texts[] = { NULL,  "",    " ",    ".",   ",",
                                       "-",   "1e3", "0x10", "1 2", "1.2.3",
                                       "--1", "5 %", "nan",  "1-",  "½" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_false (slip_decimal_is_valid (texts[i]));
}

static void
test_compares_exactly (void)
{
  /* In ascending order; neighbours that floating point takes for equal. */
  static const char *const numbers[] = {
    "-100",
    "-99.5",
    "-0.1",
    "0",
    "0.000000000000000000000000000001",
    "0.09",
    "0.1",
    "0.1000000000000000055511151231257827",
    "0.10001",
    "0.5",
    "9",
    "10",
    "9007199254740992",
    "9007199254740993",
    "123456789012345678901234567890.5",
  };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    for (guint j = 0; j < G_N_ELEMENTS (numbers); j++) {
      int order = slip_decimal_compare (numbers[i], numbers[j]);

      g_assert_cmpint ((order > 0) - (order < 0), ==, (i > j) - (i < j));
    }
  g_assert_cmpint (slip_decimal_compare ("0,50", ".5"), ==, 0);
}

static void
test_prints_what_is_read_back (void)
{
  static const struct {
    double value;
    const char *text;
  } cases[] = {
    { 0, "0" },
    { -0.0, "0" },
    { 0.1, "0.1" },
    { -0.5, "-0.5" },
    { 99.95, "99.95" },
    { 1e21, "1000000000000000000000" },
    { -1.5e-7, "-0.00000015" },
    { 1.0 / 3, "0.3333333333333333" },
    { 12345678.25, "12345678.25" },
    { HUGE_VAL, NULL },
    { NAN, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *text = slip_decimal_print (cases[i].value);

    g_assert_cmpstr (text, ==, cases[i].text);
  }
  for (guint i = 0; i < 1000; i++) {
    double value = g_test_rand_double_range (-1e6, 1e6);
    g_autofree char *text = slip_decimal_print (value);

    double read = g_ascii_strtod (text, NULL);

    g_assert_cmpmem (&read, sizeof read, &value, sizeof value);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/decimal/is-written-in-one-way",
                   test_is_written_in_one_way);
  g_test_add_func ("/decimal/anything-else-is-none",
                   test_anything_else_is_none);
  g_test_add_func ("/decimal/prints-what-is-read-back",
                   test_prints_what_is_read_back);
  g_test_add_func ("/decimal/compares-exactly", test_compares_exactly);

  return g_test_run ();
}
