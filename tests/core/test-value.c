/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-value.h"

static void
test_empty_is_none (void)
{
  g_auto (SlipValue) empty = slip_value_new_text ("");
  g_auto (SlipValue) null = slip_value_new_text (NULL);
  SlipValue unset = slip_value_new_date (SLIP_DATE_NONE);

  g_assert_cmpint (empty.type, ==, SLIP_VALUE_NONE);
  g_assert_cmpint (null.type, ==, SLIP_VALUE_NONE);
  g_assert_cmpint (unset.type, ==, SLIP_VALUE_NONE);
}

static void
test_copy_outlives_the_original (void)
{
  SlipValue text = slip_value_new_text ("Ledger");
  g_auto (SlipValue) copy = slip_value_copy (&text);

  slip_value_clear (&text);
  g_assert_cmpstr (slip_value_get_text (&copy), ==, "Ledger");
  g_assert_null (slip_value_get_text (&text));
  slip_value_clear (&text);
}

static void
test_equal_table (void)
{
  SlipValue values[] = {
    SLIP_VALUE_INIT,
    slip_value_new_integer (0),
    slip_value_new_integer (7),
    slip_value_new_integer (-7),
    slip_value_new_text ("7"),
    slip_value_new_text ("Ledger"),
    slip_value_new_date (slip_date_new (2026, 12, 8)),
  };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    for (guint j = 0; j < G_N_ELEMENTS (values); j++)
      g_assert_true (slip_value_equal (&values[i], &values[j]) == (i == j));

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    slip_value_clear (&values[i]);
}

static void
test_equal_texts_need_not_be_the_same (void)
{
  g_auto (SlipValue) a = slip_value_new_text ("Ledger");
  g_auto (SlipValue) b = slip_value_new_text ("Ledger");

  g_assert_true (a.text != b.text);
  g_assert_true (slip_value_equal (&a, &b));
}

static void
test_other_forms_read_as_nothing (void)
{
  g_auto (SlipValue) text = slip_value_new_text ("2026-12-08");
  SlipValue integer = slip_value_new_integer (5);

  g_assert_cmpint (slip_value_get_integer (&text), ==, 0);
  g_assert_false (slip_date_is_set (slip_value_get_date (&text)));
  g_assert_null (slip_value_get_text (&integer));
}

static void
test_date_survives (void)
{
  for (int i = 0; i < 1000; i++) {
    SlipDate date = slip_date_new (g_test_rand_int_range (1, 10000),
                                   g_test_rand_int_range (1, 13), 28);
    SlipValue value = slip_value_new_date (date);

    g_assert_true (slip_date_equal (slip_value_get_date (&value), date));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/value/new/empty-is-none", test_empty_is_none);
  g_test_add_func ("/value/copy/outlives-the-original",
                   test_copy_outlives_the_original);
  g_test_add_func ("/value/equal/table", test_equal_table);
  g_test_add_func ("/value/equal/texts-need-not-be-the-same",
                   test_equal_texts_need_not_be_the_same);
  g_test_add_func ("/value/get/other-forms-read-as-nothing",
                   test_other_forms_read_as_nothing);
  g_test_add_func ("/value/get/date-survives", test_date_survives);

  return g_test_run ();
}
