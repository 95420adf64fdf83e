/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-deviation.h"

static void
test_places (void)
{
  static const struct {
    gint64 value;
    gint64 least;
    gint64 most;
    int width_px;
    double zero_px;
    double first_px;
    double last_px;
  } cases[] = {
    { 5, 0, 10, 100, 0, 0, 50 },
    { 10, 0, 10, 100, 0, 0, 100 },
    { 0, 0, 10, 100, 0, 0, 0 },
    { 5, -10, 10, 100, 50, 50, 75 },
    { -10, -10, 10, 100, 50, 0, 50 },
    { -5, -5, 15, 200, 50, 0, 50 },
    /* Too little to see is seen. */
    { 1, 0, 10000, 100, 0, 0, 1 },
    { -1, -10000, 0, 100, 100, 99, 100 },
    /* Beyond the ends, and charts that have none. */
    { 20, 0, 10, 100, 0, 0, 100 },
    { -20, -10, 10, 100, 50, 0, 50 },
    { 0, 0, 0, 100, 0, 0, 0 },
    { 3, 5, 10, 100, 0, 0, 30 },
    { 3, 0, 10, 0, 0, 0, 0 },
    { 3, 0, 10, -5, 0, 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    SlipDeviation place =
      slip_deviation_place (cases[i].value, cases[i].least, cases[i].most,
                            cases[i].width_px);

    g_assert_cmpfloat_with_epsilon (place.zero_px, cases[i].zero_px, 1e-9);
    g_assert_cmpfloat_with_epsilon (place.first_px, cases[i].first_px, 1e-9);
    g_assert_cmpfloat_with_epsilon (place.last_px, cases[i].last_px, 1e-9);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/deviation/places", test_places);
  return g_test_run ();
}
