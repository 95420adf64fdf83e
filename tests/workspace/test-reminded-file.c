/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "../known-leaks.h"
#include "slip-reminded-file.h"

#include "waiting.h"

/* GLib 2.74 forgets the folders of a test that is over. */
KNOWN_LEAKS ("leak:g_set_user_dirs\n")

#define PLAN  "11111111-1111-4111-8111-111111111111"
#define OTHER "[no]\nname=of a group"

static void
assert_day (const char *plan, const char *what, SlipDate day)
{
  g_assert_true (slip_date_equal (slip_reminded_file_load (plan, what), day));
}

static void
test_each_plan_and_kind_has_its_day (void)
{
  SlipDate monday = slip_date_new (2026, 11, 30);
  SlipDate tuesday = slip_date_new (2026, 12, 1);
  assert_day (PLAN, "items", SLIP_DATE_NONE);
  slip_reminded_file_save (PLAN, "items", monday);
  slip_reminded_file_save (OTHER, "items", tuesday);
  slip_reminded_file_save (PLAN, "decisions", tuesday);
  assert_day (PLAN, "items", monday);
  assert_day (PLAN, "decisions", tuesday);
  assert_day (OTHER, "items", tuesday);
  assert_day (OTHER, "decisions", SLIP_DATE_NONE);
  slip_reminded_file_save (PLAN, "items", tuesday);
  assert_day (PLAN, "items", tuesday);
}

static void
test_what_cannot_be_read_is_none (void)
{
  g_autofree char *path =
    g_build_filename (g_get_user_state_dir (), "slipway", "reminded.ini", NULL);
  slip_reminded_file_save (PLAN, "items", slip_date_new (2026, 12, 1));
  g_assert_true (g_file_set_contents (path, "\xff no key file", -1, NULL));
  assert_day (PLAN, "items", SLIP_DATE_NONE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/reminded-file/each-plan-and-kind-has-its-day",
                   test_each_plan_and_kind_has_its_day);
  g_test_add_func ("/reminded-file/what-cannot-be-read-is-none",
                   test_what_cannot_be_read_is_none);
  return g_test_run ();
}
