/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "running.h"

/* Payments 3.9 on 8 December, Support of the Support lead and Sales of nobody.
 */
static void
add_payments (Home *home)
{
  home_do (home, "product", "add", "Payments");
  home_do (home, "person", "add", "Support lead");
  home_do (home, "person", "add", "Sales ops");
  home_do (home, "add", "Payments 3.9", "--product", "payments", "--date",
           "2026-12-08", "--tier", "1");
  home_do (home, "item", "add", "Payments 3.9", "Support", "Train the team",
           "--due", "T-10 wd");
  home_do (home, "item", "add", "Payments 3.9", "support", "Write macros",
           "--due", "2026-12-01", "--owner", "sales ops", "--optional",
           "--needs-evidence", "--note", "In both tools");
  home_do (home, "item", "add", "Payments 3.9", "sales", "Train the team",
           "--due", "2026-11-20");
  home_do (home, "checklist", "owner", "Payments 3.9", "support",
           "support lead");
}

static void
test_items_from_beginning_to_end (Home *home, gconstpointer data)
{
  g_autoptr (JsonNode) all = NULL;
  g_autoptr (JsonNode) open = NULL;

  add_payments (home);
  home_do (home, "--json", "item", "list", "payments 3.9");
  all = home_parse (home);
  JsonObject *late = get_object (all, 0);
  assert_member (late, "title", "Train the team");
  assert_member (late, "audience_name", "Sales");
  assert_member (late, "release_title", "Payments 3.9");
  assert_member (late, "person", NULL);
  assert_member (late, "rule", NULL);
  g_assert_true (json_object_get_boolean_member (late, "is_overdue"));
  JsonObject *ruled = get_object (all, 1);
  assert_member (ruled, "due_date", "2026-11-24");
  assert_member (ruled, "rule", "T−10 wd");
  assert_member (ruled, "person_name", "Support lead");
  g_assert_true (json_object_get_boolean_member (ruled, "is_required"));
  JsonObject *macros = get_object (all, 2);
  assert_member (macros, "person_name", "Sales ops");
  assert_member (macros, "note", "In both tools");
  g_assert_false (json_object_get_boolean_member (macros, "is_required"));
  g_assert_true (json_object_get_boolean_member (macros, "needs_evidence"));

  home_do (home, "item", "done", "payments 3.9", "train the team", "--audience",
           "sales");
  home_do (home, "item", "done", json_object_get_string_member (macros, "id"),
           "--evidence", "https://example.org/macros");
  home_do (home, "--json", "item", "list", "--open");
  open = home_parse (home);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (open)), ==, 1);
  assert_member (get_object (open, 0), "audience_name", "Support");
  home_do (home, "undo");
  home_do (home, "item", "list", "--open");
  assert_says (home->out, "Write macros");
}

static void
test_lists_are_narrowed (Home *home, gconstpointer data)
{
  add_payments (home);
  home_do (home, "item", "list", "--overdue");
  assert_says (home->out, "2026-11-20");
  g_assert_null (strstr (home->out, "2026-11-24"));
  home_do (home, "item", "list", "--owner", "support lead");
  assert_says (home->out, "2026-11-24");
  g_assert_null (strstr (home->out, "Write macros"));
  home_do (home, "item", "list", "Payments 3.9", "--audience", "sales");
  assert_says (home->out, "2026-11-20");
  g_assert_null (strstr (home->out, "2026-11-24"));
}

/* A rule moves with its release, a day stays, and so does what has neither. */
static void
test_due_is_set_as_rule_or_day (Home *home, gconstpointer data)
{
  g_autoptr (JsonNode) list = NULL;

  add_payments (home);
  home_do (home, "item", "set", "Payments 3.9", "Write macros",
           "due=release -1 d", "owner_person=");
  home_do (home, "item", "set", "Payments 3.9", "Train the team", "--audience",
           "sales", "due=", "state=blocked", "state_note=Legal", "title=Deck");
  home_do (home, "move", "Payments 3.9", "2026-12-15");
  home_do (home, "--json", "item", "list");
  list = home_parse (home);
  assert_member (get_object (list, 0), "due_date", "2026-12-01");
  assert_member (get_object (list, 1), "title", "Write macros");
  assert_member (get_object (list, 1), "due_date", "2026-12-14");
  assert_member (get_object (list, 1), "person_name", "Support lead");
  assert_member (get_object (list, 2), "title", "Deck");
  assert_member (get_object (list, 2), "due_date", NULL);
  assert_member (get_object (list, 2), "state", "blocked");
}

/* A rule may hang on a stage, which a day then lets go of. */
static void
test_due_hangs_on_a_stage (Home *home, gconstpointer data)
{
  g_autoptr (JsonNode) ruled = NULL;
  g_autoptr (JsonNode) fixed = NULL;

  home_do (home, "product", "add", "Payments");
  home_do (home, "add", "Payments 3.9", "--product", "payments", "--date",
           "2026-12-08", "--template", "fix");
  home_do (home, "item", "add", "Payments 3.9", "Legal", "Look at the terms",
           "--due", "everyone +2 d");
  home_do (home, "--json", "item", "list", "--audience", "legal");
  ruled = home_parse (home);
  assert_member (get_object (ruled, 0), "due_date", "2026-12-10");

  home_do (home, "item", "set", "Payments 3.9", "look at the terms",
           "due=2026-12-01");
  home_do (home, "--json", "item", "list", "--audience", "legal");
  fixed = home_parse (home);
  assert_member (get_object (fixed, 0), "due_date", "2026-12-01");
  assert_member (get_object (fixed, 0), "rule", NULL);
  assert_member (get_object (fixed, 0), "due_stage", NULL);
  home_do (home, "check");
}

static void
test_what_is_not_clear_is_refused (Home *home, gconstpointer data)
{
  add_payments (home);
  g_assert_cmpint (home_run (home, "item", "done", "Payments 3.9",
                             "train the team"),
                   ==, 1);
  assert_says (home->err, "may mean any of");
  assert_says (home->err, "Sales, Train the team");
  g_assert_cmpint (home_run (home, "item", "done", "Payments 3.9", "Nothing"),
                   ==, 1);
  assert_says (home->err, "Payments 3.9 has no item “Nothing”");
  g_assert_cmpint (home_run (home, "item", "done", "Payments 3.9"), ==, 2);
  assert_says (home->err, "by its release and its title");
  g_assert_cmpint (home_run (home, "item", "done",
                             "00000000-0000-4000-8000-000000000000"),
                   ==, 1);
  assert_says (home->err, "No open release has an item");
  g_assert_cmpint (home_run (home, "item", "done", "Payments 3.9",
                             "Write macros"),
                   ==, 1);
  assert_says (home->err, "evidence");
  g_assert_cmpint (home_run (home, "item", "add", "Payments 3.9", "Sales", "x",
                             "--due", "someday"),
                   ==, 1);
  assert_says (home->err, "someday");
  g_assert_cmpint (home_run (home, "item", "list", "Payments 3.9", "--audience",
                             "Nobody"),
                   ==, 1);
  assert_says (home->err, "Nobody");
}

static void
test_checklists (Home *home, gconstpointer data)
{
  g_autoptr (JsonNode) list = NULL;

  add_payments (home);
  home_do (home, "checklist", "not-needed", "Payments 3.9", "legal", "--reason",
           "No terms change");
  home_do (home, "--json", "checklist", "list", "Payments 3.9");
  list = home_parse (home);
  JsonObject *support = get_object (list, 0);
  assert_member (support, "audience_name", "Support");
  assert_member (support, "owner_name", "Support lead");
  assert_member (support, "readiness", "not-started");
  assert_member (support, "first_due", "2026-11-24");
  g_assert_cmpint (json_object_get_int_member (support, "required"), ==, 1);
  assert_member (get_object (list, 1), "owner_name", NULL);
  g_assert_cmpint (json_object_get_int_member (get_object (list, 1), "overdue"),
                   ==, 1);
  assert_member (get_object (list, 2), "readiness", "not-needed");
  assert_member (get_object (list, 2), "reason", "No terms change");

  home_do (home, "checklist", "add", "Payments 3.9", "legal");
  home_do (home, "checklist", "owner", "Payments 3.9", "support", "");
  home_do (home, "checklist", "list", "Payments 3.9");
  assert_says (home->out, "no items yet");
  g_assert_null (strstr (home->out, "Support lead"));
  g_assert_cmpint (home_run (home, "checklist", "not-needed", "Payments 3.9",
                             "legal"),
                   ==, 2);
  assert_says (home->err, "--reason is missing");
  g_assert_cmpint (home_run (home, "checklist", "add", "Payments 3.9",
                             "support"),
                   ==, 1);
}

static void
test_ready_tells_what_stands_in_the_way (Home *home, gconstpointer data)
{
  g_autoptr (JsonNode) node = NULL;

  add_payments (home);
  g_assert_cmpint (home_run (home, "ready", "Payments 3.9"), ==, 3);
  g_assert_cmpstr (home->err, ==, "");
  g_assert_cmpstr (home->out, ==,
                   "Nobody owns the release\n"
                   "There is no go-to-market owner\n"
                   "Support: “Train the team”, Support lead, due Tue 24 "
                   "November, tomorrow\n"
                   "Sales: nobody owns the checklist\n"
                   "Sales: “Train the team”, no owner, overdue since Fri 20 "
                   "November, 3 days ago\n");
  g_assert_cmpint (home_run (home, "--json", "ready", "Payments 3.9"), ==, 3);
  node = home_parse (home);
  JsonObject *object = json_node_get_object (node);
  g_assert_false (json_object_get_boolean_member (object, "is_ready"));
  JsonObject *item = json_array_get_object_element (
    json_object_get_array_member (object, "obstacles"), 2);
  assert_member (item, "type", "item");
  assert_member (item, "title", "Train the team");
  assert_member (item, "audience_name", "Support");
  assert_member (item, "person_name", "Support lead");
  assert_member (item, "due", "2026-11-24");

  home_do (home, "set", "Payments 3.9", "owner_person=Sales ops",
           "market_owner=Sales ops");
  home_do (home, "checklist", "owner", "Payments 3.9", "sales", "Sales ops");
  home_do (home, "item", "done", "Payments 3.9", "Train the team", "--audience",
           "sales");
  home_do (home, "item", "done", "Payments 3.9", "Train the team", "--audience",
           "support");
  home_do (home, "ready", "Payments 3.9");
  g_assert_cmpstr (home->out, ==, "Payments 3.9 is ready\n");
}

static void
test_agenda_is_somebodys_or_everybodys (Home *home, gconstpointer data)
{
  g_autoptr (JsonNode) node = NULL;

  add_payments (home);
  home_do (home, "agenda");
  assert_says (home->out, "What must I do next?\n! Train the team");
  assert_says (home->out, "! Payments 3.9 has no owner");
  assert_says (home->out, "What should I know?\n  Nothing");
  home_do (home, "agenda", "--person", "support lead", "--days", "20");
  g_assert_null (strstr (home->out, "overdue since"));
  assert_says (home->out, "  Train the team · Payments 3.9, Support · due");
  assert_says (home->out, "  Payments 3.9 comes out · Tue 8 December");

  home_do (home, "--json", "agenda", "--person", "Sales ops", "--days", "9");
  node = home_parse (home);
  JsonObject *object = json_node_get_object (node);
  assert_member (object, "person_name", "Sales ops");
  assert_member (object, "today", "2026-11-23");
  JsonArray *to_do = json_object_get_array_member (object, "do");
  g_assert_cmpuint (json_array_get_length (to_do), ==, 1);
  assert_member (json_array_get_object_element (to_do, 0), "text",
                 "Write macros");
  assert_member (json_array_get_object_element (to_do, 0), "type", "item");

  home_do (home, "person", "me", "Support lead");
  home_do (home, "agenda");
  g_assert_null (strstr (home->out, "Write macros"));
  home_do (home, "agenda", "--all");
  assert_says (home->out, "Write macros");
  g_assert_cmpint (home_run (home, "agenda", "--days", "-1"), ==, 2);
  g_assert_cmpint (home_run (home, "agenda", "--person", "Nobody"), ==, 1);
  g_assert_cmpint (home_run (home, "agenda", "--all", "--person",
                             "Support lead"),
                   ==, 2);
}

static void
test_wrong_value_is_named_once (Home *home, gconstpointer data)
{
  g_assert_cmpint (home_run (home, "audience", "set", "Sales", "notice_days=x"),
                   ==, 1);
  g_assert_cmpstr (home->err, ==,
                   "slipway-cli: notice_days: a number was expected, “x” was "
                   "found\n");
  g_assert_cmpint (home_run (home, "audience", "set", "Sales",
                             "owner_person=Nobody"),
                   ==, 1);
  g_assert_cmpstr (home->err, ==,
                   "slipway-cli: owner_person: There is no person “Nobody”\n");
}

static void
test_search_finds_everything (Home *home, gconstpointer data)
{
  g_autoptr (JsonNode) node = NULL;

  add_payments (home);
  home_do (home, "search", "tra", "tea");
  assert_says (home->out, "Item  Train the team · Payments 3.9 · Support");
  home_do (home, "search", "payments");
  assert_says (home->out, "Product  Payments\nRelease  Payments 3.9\n");
  home_do (home, "search", "nothing like this");
  g_assert_cmpstr (home->out, ==, "Nothing was found\n");

  home_do (home, "--json", "search", "audience:Support", "--limit", "1");
  node = home_parse (home);
  JsonObject *object = json_node_get_object (node);
  JsonArray *results = json_object_get_array_member (object, "results");
  g_assert_cmpuint (json_array_get_length (results), ==, 1);
  g_assert_true (json_object_get_boolean_member (object, "has_more"));
  assert_member (json_array_get_object_element (results, 0), "kind",
                 "audience");
  g_assert_cmpint (home_run (home, "search", "team:x"), ==, 1);
  assert_says (home->err, "There is no filter “team:”");
  g_assert_cmpint (home_run (home, "search", "x", "--limit", "0"), ==, 2);
}

static void
test_change_note_and_audiences_are_set (Home *home, gconstpointer data)
{
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (JsonNode) audiences = NULL;

  add_payments (home);
  home_do (home, "set", "Payments 3.9", "changes=New cards", "affected=All",
           "affected_customers=Shops", "affected_integrations=Billing",
           "action=Update", "contact=Support lead");
  home_do (home, "--json", "show", "Payments 3.9");
  node = home_parse (home);
  JsonObject *release = json_node_get_object (node);
  assert_member (release, "changes", "New cards");
  assert_member (release, "affected_integrations", "Billing");
  assert_member (release, "contact", "Support lead");

  home_do (home, "audience", "set", "Sales", "notice_days=3", "side=external",
           "owner_person=Sales ops", "name=Field sales");
  home_do (home, "--json", "audience", "list");
  audiences = home_parse (home);
  g_assert_nonnull (strstr (home->out, "\"notice_days\": 3"));
  g_assert_nonnull (strstr (home->out, "\"side\": \"external\""));
  g_assert_nonnull (strstr (home->out, "Field sales"));
}

static void
test_audiences_are_ordered (Home *home, gconstpointer data)
{
  g_autoptr (JsonNode) list = NULL;

  add_payments (home);
  home_do (home, "audience", "order", "sales", "legal", "sales");
  home_do (home, "--json", "audience", "list");
  list = home_parse (home);
  static const char *const names[] = { "Sales", "Legal", "Engineering",
                                       "Support" };
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    assert_member (get_object (list, i), "name", names[i]);
  home_do (home, "undo");
  home_do (home, "--json", "audience", "list");
  assert_says (home->out, "Sales");
  g_assert_cmpint (home_run (home, "audience", "order", "Nobody"), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func)                                                        \
  g_test_add ("/checklists/" name, Home, NULL, home_set_up, func,              \
              home_tear_down)
  ADD ("items-from-beginning-to-end", test_items_from_beginning_to_end);
  ADD ("lists-are-narrowed", test_lists_are_narrowed);
  ADD ("due-is-set-as-rule-or-day", test_due_is_set_as_rule_or_day);
  ADD ("due-hangs-on-a-stage", test_due_hangs_on_a_stage);
  ADD ("what-is-not-clear-is-refused", test_what_is_not_clear_is_refused);
  ADD ("checklists", test_checklists);
  ADD ("ready-tells-what-stands-in-the-way",
       test_ready_tells_what_stands_in_the_way);
  ADD ("wrong-value-is-named-once", test_wrong_value_is_named_once);
  ADD ("agenda-is-somebodys-or-everybodys",
       test_agenda_is_somebodys_or_everybodys);
  ADD ("search-finds-everything", test_search_finds_everything);
  ADD ("change-note-and-audiences-are-set",
       test_change_note_and_audiences_are_set);
  ADD ("audiences-are-ordered", test_audiences_are_ordered);
#undef ADD
  return g_test_run ();
}
