/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "running.h"

/* Payments 3.9 with the stages of a template, and who decides. */
static void
add_payments (Home *home)
{
  home_do (home, "product", "add", "Payments");
  home_do (home, "person", "add", "Release lead");
  home_do (home, "add", "Payments 3.9", "--product", "payments", "--date",
           "2026-12-15", "--template", "Full launch");
}

static const char *
get_stage_name (JsonObject *flag, guint i)
{
  JsonArray *stages = json_object_get_array_member (flag, "stages");

  g_assert_cmpuint (json_array_get_length (stages), >, i);
  return json_object_get_string_member (json_array_get_object_element (stages,
                                                                       i),
                                        "name");
}

static void
test_flags_from_beginning_to_end (Home *home, gconstpointer data)
{
  g_autoptr (JsonNode) added = NULL;
  g_autoptr (JsonNode) changed = NULL;

  add_payments (home);
  home_do (home, "flag", "set", "payments 3.9", "new-checkout", "--env",
           "production", "--kind", "operations", "--owner", "release lead",
           "--permanent");
  home_do (home, "flag", "list", "--json");
  added = home_parse (home);
  JsonObject *flag = get_object (added, 0);
  assert_member (flag, "key", "new-checkout");
  assert_member (flag, "environment", "production");
  assert_member (flag, "type", "operations");
  assert_member (flag, "owner_name", "Release lead");
  assert_member (flag, "standing", "unplanned");
  g_assert_true (json_object_get_boolean_member (flag, "is_permanent"));

  home_do (home, "flag", "set", "payments 3.9", "new-checkout", "--stage",
           get_stage_name (flag, 0), "--expect", "on=5", "--stage",
           get_stage_name (flag, 1), "--expect", "off", "--observed", "on=2.5%",
           "--source", "Flag console", "--at", "2026-12-08T14:30");
  home_do (home, "flag", "list", "payments 3.9", "--json");
  changed = home_parse (home);
  flag = get_object (changed, 0);
  assert_member (flag, "observed", "on");
  assert_member (flag, "observed_source", "Flag console");
  assert_member (flag, "observed_at", "2026-12-08T14:30:00.000Z");
  g_assert_cmpint (json_object_get_int_member (flag, "observed_share"), ==,
                   250);
  JsonArray *stages = json_object_get_array_member (flag, "stages");
  JsonObject *first = json_array_get_object_element (stages, 0);
  g_assert_true (json_object_get_boolean_member (first, "is_on"));
  g_assert_cmpint (json_object_get_int_member (first, "share"), ==, 500);
  assert_member (first, "standing", "behind");
  assert_member (json_array_get_object_element (stages, 1), "standing",
                 "ahead");

  home_do (home, "flag", "list");
  assert_says (home->out, "new-checkout (production)");
  assert_says (home->out, "On, 2.5 %");
  home_do (home, "flag", "remove", "payments 3.9", "new-checkout");
  home_do (home, "flag", "list");
  g_assert_cmpstr (home->out, ==, "");
  home_do (home, "undo");
  home_do (home, "flag", "list");
  assert_says (home->out, "Release lead");
  home_do (home, "check");
}

static void
test_flags_are_refused (Home *home, gconstpointer data)
{
  add_payments (home);
  home_do (home, "flag", "set", "payments 3.9", "x", "--env", "test");
  home_do (home, "flag", "set", "payments 3.9", "x", "--env", "production");
  g_assert_cmpint (home_run (home, "flag", "set", "payments 3.9", "x",
                             "--permanent"),
                   ==, 1);
  assert_says (home->err, "--env");
  g_assert_cmpint (home_run (home, "flag", "set", "payments 3.9", "y",
                             "--stage", "nowhere", "--expect", "on"),
                   ==, 1);
  assert_says (home->err, "no stage “nowhere”");
  g_assert_cmpint (home_run (home, "flag", "set", "payments 3.9", "y",
                             "--observed", "maybe"),
                   ==, 1);
  assert_says (home->err, "“maybe” is no state");
  g_assert_cmpint (home_run (home, "flag", "remove", "payments 3.9", "z"), ==,
                   1);
  assert_says (home->err, "no flag “z”");
}

static void
test_exceptions_from_beginning_to_end (Home *home, gconstpointer data)
{
  g_autoptr (JsonNode) list = NULL;

  add_payments (home);
  home_do (home, "freeze", "add", "Year end", "--from", "2026-12-14", "--to",
           "2027-01-05");
  g_assert_cmpint (home_run (home, "exception", "payments 3.9", "year end",
                             "--asked-by", "Sales", "--by", "nobody",
                             "--reason", "Why not"),
                   ==, 1);
  assert_says (home->err, "no person “nobody”");
  home_do (home, "exception", "payments 3.9", "year end", "--asked-by", "Sales",
           "--by", "release lead", "--reason", "A customer waits", "--until",
           "2026-12-20");
  home_do (home, "exception", "list", "--json");
  list = home_parse (home);
  JsonObject *record = get_object (list, 0);
  assert_member (record, "type", "exception");
  assert_member (record, "asked_by", "Sales");
  assert_member (record, "person_name", "Release lead");
  assert_member (record, "subject_name", "Year end");
  assert_member (record, "until", "2026-12-20");
  g_assert_true (json_object_get_boolean_member (record, "is_valid"));

  home_do (home, "exception", "list", "payments 3.9");
  assert_says (home->out, "A customer waits");
  home_do (home, "undo");
  home_do (home, "exception", "list");
  assert_says (home->out, "withdrawn");
  home_do (home, "redo");
  home_do (home, "decisions", "payments 3.9");
  assert_says (home->out, "Withdrawn: Year end");
  assert_says (home->out, "Valid again: Year end");
  home_do (home, "check");
}

#define ADD(name, func)                                                        \
  g_test_add (name, Home, NULL, home_set_up, func, home_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/flags/from-beginning-to-end", test_flags_from_beginning_to_end);
  ADD ("/flags/are-refused", test_flags_are_refused);
  ADD ("/exceptions/from-beginning-to-end",
       test_exceptions_from_beginning_to_end);

  return g_test_run ();
}
