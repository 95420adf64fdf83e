/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "running.h"

static void
add_payments (Home *home)
{
  home_do (home, "product", "add", "Payments");
  home_do (home, "person", "add", "Somebody", "role=support lead");
  home_do (home, "calendar", "holiday", "add", "Off", "2026-12-03");
  home_do (home, "add", "Payments 3.9", "--product", "payments", "--version",
           "3.9", "--date", "2026-12-08", "--tier", "3");
}

/* The object of a printed array whose @name is @value. */
static JsonObject *
find_object (JsonArray *array, const char *name, const char *value)
{
  for (guint i = 0; i < json_array_get_length (array); i++) {
    JsonObject *object = json_array_get_object_element (array, i);

    if (g_strcmp0 (json_object_get_string_member (object, name), value) == 0)
      return object;
  }
  g_error ("there is no %s %s", name, value);
}

static void
test_list_is_by_tier (Home *home, gconstpointer data)
{
  add_payments (home);
  home_do (home, "template", "list", "--json");
  g_autoptr (JsonNode) all = home_parse (home);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (all)), ==, 6);
  assert_member (get_object (all, 0), "name", "Full launch");

  home_do (home, "template", "list", "--tier", "3", "--json");
  g_autoptr (JsonNode) small = home_parse (home);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (small)), ==, 1);
  assert_member (get_object (small, 0), "name", "Fix");

  home_do (home, "template", "list");
  assert_says (home->out, "Mobile app");
  g_assert_cmpint (home_run (home, "template", "list", "--tier", "4"), ==, 2);
  g_assert_cmpint (home_run (home, "template", "list", "--product", "Wallet"),
                   ==, 1);
  assert_says (home->err, "Wallet");
}

static void
test_show_tells_everything (Home *home, gconstpointer data)
{
  add_payments (home);
  home_do (home, "template", "show", "fix");
  assert_says (home->out, "Support · Support lead");
  assert_says (home->out, "required  T−1 wd");
  assert_says (home->out, "Stage: Everyone (launch), 1 day");

  home_do (home, "template", "show", "Full launch", "--json");
  g_autoptr (JsonNode) node = home_parse (home);
  JsonObject *object = json_node_get_object (node);
  g_assert_cmpint (json_object_get_int_member (object, "tier"), ==, 1);
  g_assert_cmpuint (json_array_get_length (
                      json_object_get_array_member (object, "stages")),
                    ==, 4);
  JsonObject *support =
    find_object (json_object_get_array_member (object, "audiences"),
                 "audience_name", "Support");
  JsonObject *item =
    find_object (json_object_get_array_member (support, "items"), "title",
                 "Support trained on what changes");
  assert_member (item, "rule", "T−7 wd");
  assert_member (item, "due_anchor", "release");
}

static void
test_apply_tells_then_does (Home *home, gconstpointer data)
{
  add_payments (home);
  home_do (home, "template", "apply", "Fix", "Payments 3.9", "--dry-run");
  assert_says (home->out, "Support        Somebody");
  assert_says (home->out, "no owner");
  assert_says (home->out, "3 checklists, 10 items, 1 stage, 2 planned");
  home_do (home, "template", "apply", "Fix", "Payments 3.9", "--dry-run",
           "--json");
  g_autoptr (JsonNode) told = home_parse (home);
  g_assert_true (
    json_object_get_null_member (json_node_get_object (told), "step"));

  home_do (home, "template", "apply", "Fix", "Payments 3.9", "--json");
  g_autoptr (JsonNode) done = home_parse (home);
  JsonObject *object = json_node_get_object (done);
  JsonArray *items = json_object_get_array_member (object, "items");
  g_assert_cmpuint (json_array_get_length (items), ==, 10);
  /* Tuesday 8 December less 2 working days: the 7th and Friday the 4th; the
   * notice of 5: 7, 4, 2 (the 3rd is off), 1 and Monday 30 November. */
  assert_member (find_object (items, "title", "A test fails without the fix"),
                 "due_date", "2026-12-04");
  assert_member (find_object (json_object_get_array_member (object,
                                                            "communications"),
                              "audience_name", "Support"),
                 "planned_date", "2026-11-30");
  g_assert_cmpint (json_object_get_int_member (object, "step"), >, 0);

  g_assert_cmpint (home_run (home, "template", "apply", "Fix", "Payments 3.9"),
                   ==, 1);
  assert_says (home->err, "already");
  home_do (home, "check");
  home_do (home, "history", "--limit", "1");
  assert_says (home->out, "template for Payments 3.9");

  home_do (home, "undo");
  home_do (home, "template", "apply", "Fix", "Payments 3.9", "--dry-run");
  assert_says (home->out, "10 items");
}

static void
test_uncertain_days_are_marked (Home *home, gconstpointer data)
{
  add_payments (home);
  home_do (home, "add", "Later", "--product", "payments", "--date", "2026-12");
  home_do (home, "template", "apply", "Fix", "Later", "--dry-run");
  assert_says (home->out, "stage          ≈ 2026-12-31");
  assert_says (home->out, "≈ 2026-12-30  Engineering    Verified");

  home_do (home, "add", "Some day", "--product", "payments");
  home_do (home, "template", "apply", "Fix", "Some day", "--dry-run");
  assert_says (home->out, "T−1 wd  Engineering    Verified");
}

static void
test_add_applies_in_one_step (Home *home, gconstpointer data)
{
  add_payments (home);
  home_do (home, "add", "Payments 4.0", "--product", "payments", "--date",
           "2026-12-15", "--tier", "2", "--template", "feature", "--json");
  g_autoptr (JsonNode) node = home_parse (home);
  assert_member (json_node_get_object (node), "label",
                 "addition of Payments 4.0");
  home_do (home, "show", "Payments 4.0", "--json");
  assert_says (home->out, "Feature flags set correctly in every environment");
  home_do (home, "check");
  home_do (home, "undo");
  g_assert_cmpint (home_run (home, "show", "Payments 4.0"), ==, 1);

  g_assert_cmpint (home_run (home, "add", "x", "--product", "payments",
                             "--template", "Nothing"),
                   ==, 1);
  assert_says (home->err, "There is no template “Nothing”");

  /* Its stages start by decisions only. */
  g_assert_cmpint (home_run (home, "add", "x", "--product", "payments",
                             "--template", "feature", "--status",
                             "rolling-out"),
                   ==, 1);
  assert_says (home->err, "begin it with ‘decide’");
  g_assert_cmpint (home_run (home, "show", "x"), ==, 1);
  home_do (home, "add", "x", "--product", "payments", "--template", "feature",
           "--status", "building");
}

static void
test_from_and_gained (Home *home, gconstpointer data)
{
  add_payments (home);
  home_do (home, "template", "apply", "Fix", "Payments 3.9");
  home_do (home, "template", "gained", "Payments 3.9");
  g_assert_cmpstr (home->out, ==, "");
  home_do (home, "template", "gained", "Payments 3.9", "--json");
  g_assert_cmpstr (home->out, ==, "[]\n");

  home_do (home, "template", "from", "Payments 3.9", "Fix");
  home_do (home, "template", "show", "Fix 2");
  assert_says (home->out, "Support · support lead");
  assert_says (home->out, "A test fails without the fix");

  home_do (home, "set", "Payments 3.9", "template=Full launch");
  home_do (home, "template", "gained", "Payments 3.9");
  assert_says (home->out, "Support: Support trained on what changes");
  home_do (home, "template", "gained", "Payments 3.9", "--json");
  assert_says (home->out, "\"rule\": \"T−7 wd\"");
}

static void
test_export_and_import (Home *home, gconstpointer data)
{
  g_autofree char *path =
    g_build_filename (home->folder, "x.slipway-template", NULL);
  g_autofree char *again =
    g_build_filename (home->folder, "y.slipway-template", NULL);
  g_autofree char *text = NULL;
  g_autofree char *same = NULL;

  add_payments (home);
  home_do (home, "template", "export", "Full launch", path);
  home_do (home, "audience", "set", "Sales", "name=Commerce");
  home_do (home, "template", "import", path);
  assert_says (home->out, "import of Full launch 2");
  assert_says (home->out, "New audience: Sales");
  home_do (home, "template", "export", "Full launch 2", again);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_true (g_file_get_contents (again, &same, NULL, NULL));
  g_autofree char *renamed = g_strdup (strstr (same, "\"summary\""));
  g_assert_cmpstr (strstr (text, "\"summary\""), ==, renamed);
  home_do (home, "check");

  g_assert_true (g_file_set_contents (path, "{\"format\": \"x\"}", -1, NULL));
  g_assert_cmpint (home_run (home, "template", "import", path), ==, 1);
  assert_says (home->err, "not a template");
  g_assert_cmpint (home_run (home, "template", "import", "missing"), ==, 1);
}

static void
test_shipped_ones_come_back (Home *home, gconstpointer data)
{
  home_do (home, "product", "add", "Payments");
  g_assert_cmpint (home_run (home, "template", "add-shipped"), ==, 1);
  assert_says (home->err, "all shipped templates already");
}

static void
test_help_is_there (Home *home, gconstpointer data)
{
  static const char *const commands[] = { "list",   "show",       "apply",
                                          "gained", "from",       "export",
                                          "import", "add-shipped" };

  home_do (home, "--help");
  g_autofree char *all = g_strdup (home->out);
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++) {
    g_autofree char *name = g_strconcat ("template ", commands[i], NULL);

    assert_says (all, name);
    home_do (home, "template", commands[i], "--help");
    assert_says (home->out, name);
  }
  g_assert_cmpint (home_run (home, "template"), ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func)                                                        \
  g_test_add ("/cli/template/" name, Home, NULL, home_set_up, func,            \
              home_tear_down)
  ADD ("list-is-by-tier", test_list_is_by_tier);
  ADD ("show-tells-everything", test_show_tells_everything);
  ADD ("apply-tells-then-does", test_apply_tells_then_does);
  ADD ("uncertain-days-are-marked", test_uncertain_days_are_marked);
  ADD ("add-applies-in-one-step", test_add_applies_in_one_step);
  ADD ("from-and-gained", test_from_and_gained);
  ADD ("export-and-import", test_export_and_import);
  ADD ("shipped-ones-come-back", test_shipped_ones_come_back);
  ADD ("help-is-there", test_help_is_there);
#undef ADD
  return g_test_run ();
}
