/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "running.h"

static void
add_payments (Home *home)
{
  home_do (home, "product", "add", "Payments");
  home_do (home, "person", "add", "Release lead");
  home_do (home, "add", "Payments 3.9", "--product", "payments", "--date",
           "2026-12-08");
}

/* Asserts what the audience @name knows; texts may be %NULL. */
static void
assert_knows (Home *home,
              const char *name,
              const char *state,
              const char *date_told,
              const char *since)
{
  g_autoptr (JsonNode) node = NULL;
  JsonArray *audiences;

  home_do (home, "knows", "Payments 3.9", "--json");
  node = home_parse (home);
  audiences =
    json_object_get_array_member (json_node_get_object (node), "audiences");
  for (guint i = 0; i < json_array_get_length (audiences); i++) {
    JsonObject *audience = json_array_get_object_element (audiences, i);

    if (strcmp (json_object_get_string_member (audience, "name"), name) != 0)
      continue;
    assert_member (audience, "state", state);
    assert_member (audience, "date_told", date_told);
    assert_member (audience, "since", since);
    return;
  }
  g_error ("%s is not listed", name);
}

static void
test_nobody_was_told_at_first (Home *home, gconstpointer data)
{
  add_payments (home);
  home_do (home, "knows", "Payments 3.9");
  assert_says (home->out, "No audience needs to know");
  home_do (home, "knows", "Payments 3.9", "--json");
  assert_says (home->out, "\"release_day\": \"2026-12-08\"");
}

static void
test_telling_and_moving (Home *home, gconstpointer data)
{
  add_payments (home);
  home_do (home, "--as", "Release lead", "tell", "Payments 3.9", "support",
           "--kind", "brief", "--at", "2026-11-20", "--how", "e-mail",
           "--confirmed-by", "Helpdesk lead");
  assert_says (home->out, "message to Support about Payments 3.9");
  home_do (home, "tell", "Payments 3.9", "Sales", "--kind", "Heads-up");
  assert_knows (home, "Support", "knows", "2026-12-08", "2026-11-20");
  assert_knows (home, "Sales", "unconfirmed", "2026-12-08", "2026-11-23");
  home_do (home, "knows", "Payments 3.9");
  assert_says (home->out, "by Release lead · confirmed by Helpdesk lead");

  home_do (home, "move", "Payments 3.9", "2026-12-16", "--dry-run");
  assert_says (home->out,
               "? 2 audiences will know the wrong date: Support, Sales");
  assert_says (home->out, "2 change notices to send");
  assert_knows (home, "Support", "knows", "2026-12-08", "2026-11-20");
  home_do (home, "move", "Payments 3.9", "2026-12-16", "--json");
  assert_says (home->out, "2 change notices to send");
  assert_says (home->out, "\"change_notices\": 2");
  assert_knows (home, "Support", "wrong-date", "2026-12-08", "2026-11-20");
  home_do (home, "knows", "Payments 3.9");
  assert_says (home->out, "✗ knows Tue 8 December: wrong date");
  assert_says (home->out, "Change notice due Tue 24 November");

  home_do (home, "tell", "Payments 3.9", "Support", "--kind", "change-notice");
  home_do (home, "history", "Payments 3.9");
  assert_says (home->out, "Change notice for Support: Sent: Mon 23 November");
  assert_says (home->out, "Change notice for Sales: Planned for: Tue 24");
  assert_says (home->out, "Date they were told: Wed 16 December");
  assert_knows (home, "Support", "unconfirmed", "2026-12-16", "2026-11-23");
  home_do (home, "move", "Payments 3.9", "2026-12-08");
  assert_says (home->out, "Sales knows the right date again");
  assert_knows (home, "Support", "wrong-date", "2026-12-16", "2026-11-23");
  assert_knows (home, "Sales", "unconfirmed", "2026-12-08", "2026-11-23");
  home_do (home, "undo");
  home_do (home, "undo");
  assert_knows (home, "Support", "wrong-date", "2026-12-08", "2026-11-20");
  home_do (home, "check");
}

static void
test_setting_the_date_is_a_move (Home *home, gconstpointer data)
{
  add_payments (home);
  home_do (home, "tell", "Payments 3.9", "Support", "--kind", "brief");
  home_do (home, "set", "Payments 3.9", "release_date=2026-12-16");
  home_do (home, "knows", "Payments 3.9");
  assert_says (home->out, "Change notice due Tue 24 November");
  home_do (home, "set", "Payments 3.9", "release_date=2026-12-08", "tier=2");
  home_do (home, "knows", "Payments 3.9");
  g_assert_null (strstr (home->out, "Change notice"));
  home_do (home, "check");
}

static void
test_any_date_or_none_may_be_told (Home *home, gconstpointer data)
{
  add_payments (home);
  home_do (home, "tell", "Payments 3.9", "Support", "--kind", "training",
           "--date-told", "none", "--note", "Slides only");
  assert_knows (home, "Support", "not-needed", NULL, NULL);
  home_do (home, "tell", "Payments 3.9", "Support", "--kind", "brief",
           "--date-told", "1 December");
  assert_knows (home, "Support", "wrong-date", "2026-12-01", "2026-11-23");
}

static void
test_what_cannot_be_is_refused (Home *home, gconstpointer data)
{
  add_payments (home);
  g_assert_cmpint (home_run (home, "tell", "Payments 3.9", "Support"), ==, 2);
  assert_says (home->err, "heads-up, training, brief, announcement, "
                          "change-notice, all-clear");
  g_assert_cmpint (home_run (home, "tell", "Payments 3.9", "Support", "--kind",
                             "brief", "--at", "tomorrow"),
                   ==, 1);
  assert_says (home->err, "after today");
  g_assert_cmpint (home_run (home, "tell", "Payments 3.9", "Nobody", "--kind",
                             "brief"),
                   ==, 1);
  assert_says (home->err, "Nobody");
  g_assert_cmpint (home_run (home, "tell", "Payments 3.9", "Support", "--kind",
                             "brief", "--date-told", "someday"),
                   ==, 2);
  assert_says (home->err, "someday");
  g_assert_cmpint (home_run (home, "knows", "Payments 4"), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func)                                                        \
  g_test_add ("/who-knows/" name, Home, NULL, home_set_up, func, home_tear_down)
  ADD ("nobody-was-told-at-first", test_nobody_was_told_at_first);
  ADD ("telling-and-moving", test_telling_and_moving);
  ADD ("setting-the-date-is-a-move", test_setting_the_date_is_a_move);
  ADD ("any-date-or-none-may-be-told", test_any_date_or_none_may_be_told);
  ADD ("what-cannot-be-is-refused", test_what_cannot_be_is_refused);
#undef ADD
  return g_test_run ();
}
