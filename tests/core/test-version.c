/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-version.h"

static int
compare (const char *a, const char *b)
{
  int order = slip_version_compare (a, b);

  return order < 0 ? -1 : order > 0;
}

static void
test_order (void)
{
  static const char *const sorted[] = {
    "",
    "1",
    "1.0",
    "1.00",
    "1.0-rc1",
    "1.2",
    "1.9",
    "1.10",
    "1.10.1",
    "2",
    "10",
    "99999999999999999999",
    "100000000000000000000",
    "a1",
    "a02",
    "a10",
    "a10b",
    "ä",
  };

  for (guint i = 0; i < G_N_ELEMENTS (sorted); i++)
    for (guint k = 0; k < G_N_ELEMENTS (sorted); k++) {
      int expected = i < k ? -1 : i > k;

      g_test_message ("“%s” and “%s”", sorted[i], sorted[k]);
      g_assert_cmpint (compare (sorted[i], sorted[k]), ==, expected);
    }
}

static char *
draw_version (void)
{
  static const char letters[] = "0019.a";
  int length = g_test_rand_int_range (0, 6);
  GString *text = g_string_new (NULL);

  for (int i = 0; i < length; i++)
    g_string_append_c (text, letters[g_test_rand_int_range (0, 6)]);
  return g_string_free (text, FALSE);
}

static void
test_law (void)
{
  for (int i = 0; i < 20000; i++) {
    g_autofree char *a = draw_version ();
    g_autofree char *b = draw_version ();
    g_autofree char *c = draw_version ();

    g_assert_cmpint (compare (a, b), ==, -compare (b, a));
    g_assert_true ((compare (a, b) == 0) == g_str_equal (a, b));
    if (compare (a, b) <= 0 && compare (b, c) <= 0)
      g_assert_cmpint (compare (a, c), <=, 0);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/version/numbers-compare-as-people-count", test_order);
  g_test_add_func ("/version/any-two-have-one-order", test_law);
  return g_test_run ();
}
