/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "running.h"

static char *
dup_fixture (const char *name)
{
  return g_test_build_filename (G_TEST_DIST, "..", "fixtures", "ical", name,
                                NULL);
}

static gint64
get_count (JsonNode *report, const char *outcome)
{
  JsonObject *counts =
    json_object_get_object_member (json_node_get_object (report), "counts");

  return json_object_get_int_member (counts, outcome);
}

static JsonNode *
import (Home *home, const char *name)
{
  g_autofree char *path = dup_fixture (name);

  home_do (home, "import", path, "--json");
  return home_parse (home);
}

static void
test_second_import_and_one_undo (Home *home, gconstpointer data)
{
  g_autoptr (JsonNode) first = import (home, "payments.ics");
  g_autoptr (JsonNode) second = NULL;
  g_autoptr (JsonNode) list = NULL;
  JsonObject *report = json_node_get_object (first);

  g_assert_cmpint (get_count (first, "created"), ==, 3);
  assert_member (report, "source", "Payments schedule");
  assert_member (report, "product_name", "Payments schedule");
  g_assert_true (json_object_get_boolean_member (report, "is_new_product"));
  home_do (home, "list", "--json");
  list = home_parse (home);
  assert_member (get_object (list, 0), "title", "Payments 3.8");
  assert_member (get_object (list, 0), "status", "released");
  assert_member (get_object (list, 1), "release_date", "2026-12-08");
  assert_member (get_object (list, 1), "summary",
                 "Cards, refunds\nand receipts");
  assert_member (get_object (list, 1), "status", "planned");
  assert_member (get_object (list, 2), "release_certainty", "tentative");
  home_do (home, "show", "Payments 3.8");
  assert_says (home->out, "https://example.org/payments/3.8");

  second = import (home, "payments.ics");
  g_assert_cmpint (get_count (second, "unchanged"), ==, 3);
  g_assert_true (
    json_object_get_null_member (json_node_get_object (second), "step"));
  home_do (home, "undo");
  assert_says (home->out, "payments.ics");
  home_do (home, "list");
  g_assert_cmpstr (home->out, ==, "");
  home_do (home, "product", "list");
  g_assert_cmpstr (home->out, ==, "");
  home_do (home, "redo");
  home_do (home, "show", "Payments 3.8");
  assert_says (home->out, "https://example.org/payments/3.8");
  home_do (home, "check");
}

static void
test_skipped_is_listed_with_line_and_reason (Home *home, gconstpointer data)
{
  g_autofree char *path = dup_fixture ("payments.ics");
  g_autoptr (JsonNode) report = import (home, "payments.ics");
  JsonArray *skipped =
    json_object_get_array_member (json_node_get_object (report), "skipped");

  g_assert_cmpuint (json_array_get_length (skipped), ==, 2);
  JsonObject *event = json_array_get_object_element (skipped, 0);
  JsonObject *todo = json_array_get_object_element (skipped, 1);
  g_assert_cmpint (json_object_get_int_member (event, "line"), ==, 28);
  assert_member (event, "what", "Some day");
  g_assert_cmpint (json_object_get_int_member (todo, "line"), ==, 33);
  home_do (home, "import", path);
  assert_says (home->out, "line 28: Some day: ");
  assert_says (home->out, "3 unchanged, 2 skipped");
}

static void
test_later_file_updates (Home *home, gconstpointer data)
{
  g_autoptr (JsonNode) first = import (home, "payments.ics");
  g_autoptr (JsonNode) later = NULL;
  g_autoptr (JsonNode) list = NULL;

  home_do (home, "set", "Payments 3.8", "name=Payments 3.8 “Autumn”");
  later = import (home, "payments-later.ics");
  g_assert_cmpint (get_count (later, "created"), ==, 1);
  g_assert_cmpint (get_count (later, "updated"), ==, 1);
  g_assert_cmpint (get_count (later, "unchanged"), ==, 1);
  g_assert_cmpint (get_count (later, "vanished"), ==, 1);
  home_do (home, "list", "--json");
  list = home_parse (home);
  assert_member (get_object (list, 0), "name", "Payments 3.8 “Autumn”");
  assert_member (get_object (list, 1), "release_date", "2026-12-15");
  assert_member (get_object (list, 2), "name", "Payments 4.0");
  assert_member (get_object (list, 3), "name", "Payments 4.1");
}

static void
test_product_is_chosen (Home *home, gconstpointer data)
{
  g_autofree char *path = dup_fixture ("payments.ics");

  home_do (home, "product", "add", "Wallet", "short_name=W");
  home_do (home, "import", path, "--product", "w", "--dry-run");
  assert_says (home->out, "Wallet: 3 added");
  home_do (home, "list");
  g_assert_cmpstr (home->out, ==, "");
  home_do (home, "import", path, "--product", "wallet");
  home_do (home, "list", "--product", "Wallet");
  assert_says (home->out, "Payments 4.0");
  home_do (home, "import", path, "--product", "Something new");
  assert_says (home->out, "3 unchanged");
  home_do (home, "product", "list");
  g_assert_null (strstr (home->out, "Something new"));
}

static void
test_what_is_no_calendar_changes_nothing (Home *home, gconstpointer data)
{
  g_autofree char *path = g_build_filename (home->folder, "list.csv", NULL);
  g_autoptr (GError) error = NULL;

  home_do (home, "product", "add", "Payments");
  g_file_set_contents (path, "a,b,c\n", -1, &error);
  g_assert_no_error (error);
  g_assert_cmpint (home_run (home, "import", path), ==, 1);
  assert_says (home->err, "list.csv");
  g_assert_cmpint (home_run (home, "import", home->folder), ==, 1);
  g_assert_cmpint (home_run (home, "import", home->db), ==, 1);
  home_do (home, "list");
  g_assert_cmpstr (home->out, ==, "");
  home_do (home, "check");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func)                                                        \
  g_test_add ("/import-file/" name, Home, NULL, home_set_up, func,             \
              home_tear_down)
  ADD ("second-import-and-one-undo", test_second_import_and_one_undo);
  ADD ("skipped-is-listed-with-line-and-reason",
       test_skipped_is_listed_with_line_and_reason);
  ADD ("later-file-updates", test_later_file_updates);
  ADD ("product-is-chosen", test_product_is_chosen);
  ADD ("what-is-no-calendar-changes-nothing",
       test_what_is_no_calendar_changes_nothing);
#undef ADD
  return g_test_run ();
}
