/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "running.h"

static void
add_releases (Home *home)
{
  home_do (home, "product", "add", "Payments");
  home_do (home, "add", "Payments 3.9", "--product", "payments", "--date",
           "2026-12-08");
  home_do (home, "add", "Payments 4.0", "--product", "payments", "--date",
           "2026-12-10");
}

static void
test_nothing_conflicts_at_first (Home *home, gconstpointer data)
{
  add_releases (home);
  home_do (home, "conflicts");
  assert_says (home->out, "No conflicts");
  home_do (home, "conflicts", "--json");
  assert_says (home->out, "[]");
}

static void
test_dependency_conflicts (Home *home, gconstpointer data)
{
  add_releases (home);
  home_do (home, "depend", "Payments 3.9", "Payments 4.0", "--lag", "1",
           "--note", "Needs the new ledger");
  g_assert_cmpint (home_run (home, "conflicts"), ==, 3);
  assert_says (home->out, "! Released on Tue 8 December");
  assert_says (home->out, "→ Move to Fri 11 December");
  g_assert_cmpint (home_run (home, "conflicts", "--from", "2026-12-09"), ==, 0);
  g_assert_cmpint (home_run (home, "conflicts", "Payments 4.0"), ==, 0);
  g_assert_cmpint (home_run (home, "conflicts", "Payments 3.9", "--json"), ==,
                   3);
  assert_says (home->out, "\"type\": \"dependency\"");
  assert_says (home->out, "\"day\": \"2026-12-11\"");
  /* As it says, so it is. */
  home_do (home, "move", "Payments 3.9", "2026-12-11");
  home_do (home, "conflicts");
}

static void
test_dependency_is_changed_and_removed (Home *home, gconstpointer data)
{
  add_releases (home);
  home_do (home, "depend", "Payments 4.0", "Payments 3.9");
  home_do (home, "depend", "Payments 4.0", "Payments 3.9", "--lag", "2");
  g_assert_cmpint (home_run (home, "depend", "Payments 4.0", "Payments 3.9",
                             "--lag", "-2"),
                   ==, 1);
  g_assert_cmpint (home_run (home, "depend", "Payments 3.9", "Payments 4.0"),
                   ==, 1);
  assert_says (home->err, "Payments 3.9 → Payments 4.0 → Payments 3.9");
  home_do (home, "depend", "Payments 4.0", "Payments 3.9", "--remove");
  g_assert_cmpint (home_run (home, "depend", "Payments 4.0", "Payments 3.9",
                             "--remove"),
                   ==, 1);
  assert_says (home->err, "does not depend");
  home_do (home, "depend", "Payments 3.9", "Payments 4.0");
}

static void
test_move_takes_dependents (Home *home, gconstpointer data)
{
  add_releases (home);
  home_do (home, "depend", "Payments 4.0", "Payments 3.9");
  home_do (home, "move", "Payments 3.9", "2026-12-15", "--dry-run");
  assert_says (home->out, "! Payments 4.0: Released on Thu 10 December");
  home_do (home, "move", "Payments 3.9", "2026-12-15", "--take-dependents");
  assert_says (home->out, "Payments 4.0 follows: Thu 10 December → Tue 15");
  home_do (home, "conflicts");
  home_do (home, "undo");
  home_do (home, "list");
  assert_says (home->out, "2026-12-10");
}

/* The plan's own, for everybody who looks at it. */
static void
test_limits_are_the_plans (Home *home, gconstpointer data)
{
  add_releases (home);
  home_do (home, "person", "add", "Support lead");
  home_do (home, "set", "Payments 3.9", "owner_person=Support lead");
  home_do (home, "set", "Payments 4.0", "owner_person=Support lead");
  home_do (home, "conflicts");
  home_do (home, "limits");
  assert_says (home->out, "Not too many in a week: 2 releases, 10 items due");
  home_do (home, "limits", "--releases", "1");
  g_assert_cmpint (home_run (home, "conflicts", "--json"), ==, 0);
  assert_says (home->out, "\"type\": \"too-many-releases\"");
  home_do (home, "limits", "--json");
  assert_says (home->out, "\"max_releases\": 1");
  g_assert_cmpint (home_run (home, "limits", "--items", "0"), !=, 0);
  home_do (home, "undo");
  home_do (home, "conflicts");
  assert_says (home->out, "No conflicts");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func)                                                        \
  g_test_add ("/conflicts/" name, Home, NULL, home_set_up, func, home_tear_down)
  ADD ("limits-are-the-plans", test_limits_are_the_plans);
  ADD ("nothing-conflicts-at-first", test_nothing_conflicts_at_first);
  ADD ("dependency-conflicts", test_dependency_conflicts);
  ADD ("dependency-is-changed-and-removed",
       test_dependency_is_changed_and_removed);
  ADD ("move-takes-dependents", test_move_takes_dependents);
#undef ADD

  return g_test_run ();
}
