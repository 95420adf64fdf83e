/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For terminals. */
#define _GNU_SOURCE

#include "config.h"

#include "running.h"

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

/* What a command line ends with and says. */
typedef struct {
  const char *arguments[8];
  const char *says; /* on standard error, or on standard output if it works */
} Saying;

static void
add_payments (Home *home)
{
  home_do (home, "product", "add", "Payments", "color=#3584e4");
  home_do (home, "add", "Payments 3.9", "--product", "payments", "--date",
           "2026-12-08", "--deploy", "2026-12-07", "--tier", "1");
}

static void
test_wrong_usage_ends_with_2 (Home *home, gconstpointer data)
{
  static const Saying cases[] = {
    { { NULL }, "A command is missing" },
    { { "frobnicate" }, "There is no command “frobnicate”" },
    { { "--frobnicate" }, "frobnicate" },
    { { "list", "--frobnicate" }, "frobnicate" },
    { { "list", "extra" }, "Usage: slipway-cli list" },
    { { "list", "--status", "done" }, "rolling-out" },
    { { "list", "--from", "someday" }, "“someday” is no date" },
    { { "list", "--to", "2026-02-30" }, "“2026-02-30” is no date" },
    { { "conflicts", "--from", "2026-12-02", "--to", "2026-12-01" },
      "The last day is before the first" },
    { { "show" }, "Usage: slipway-cli show RELEASE" },
    { { "add" }, "Usage: slipway-cli add" },
    { { "add", "Payments 3.9" }, "--product is missing" },
    { { "add", "x", "--product", "p", "--tier", "4" }, "1, 2 or 3" },
    { { "add", "x", "--product", "p", "--date", "2026-W54" }, "is no date" },
    { { "move", "x", "2026-13" }, "is no date" },
    { { "status", "x", "shipped" }, "“shipped” is no status" },
    { { "freeze" }, "freeze add" },
    { { "freeze", "add", "x", "--weekdays", "someday" }, "someday" },
    { { "freeze", "add", "x", "--repeat", "hourly" }, "weekly or yearly" },
    { { "freeze", "add", "x", "--recur", "yearly:fri" }, "Only a weekly" },
    { { "freeze", "add", "x", "--recur", "weekly:fri", "--months", "dec" },
      "--recur says all" },
    { { "flag", "set", "x", "key", "--stage", "5" }, "one --expect" },
    { { "flag", "set", "x", "key", "--source", "me" }, "--observed" },
    { { "exception", "x", "y", "--by", "me" }, "--asked-by, --by and" },
    { { "calendar", "set", "mon-" }, "mon-" },
    { { "holidays", "add" }, "from a country" },
    { { "holidays", "add", "AT", "--file", "x" }, "from a country" },
    { { "holidays", "add", "AT", "--year", "2027-" }, "written like" },
    { { "generate" }, "--releases takes" },
    { { "generate", "--releases", "-1" }, "--releases takes" },
    { { "import" }, "Usage: slipway-cli import FILE" },
    { { "add",
        "a\xff"
        "b",
        "--product", "p" },
      "UTF-8" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    int status = home_run_strv (home, cases[i].arguments);

    g_assert_cmpstr (home->out, ==, "");
    g_assert_true (g_str_has_prefix (home->err, "slipway-cli: "));
    assert_says (home->err, cases[i].says);
    g_assert_cmpint (status, ==, 2);
  }
  /* None of this has made a plan. */
  g_assert_false (g_file_test (home->db, G_FILE_TEST_EXISTS));
}

static void
test_failure_ends_with_1 (Home *home, gconstpointer data)
{
  static const Saying cases[] = {
    { { "show", "Wallet 1" }, "There is no release “Wallet 1”" },
    { { "add", "x", "--product", "Wallet" }, "Wallet" },
    { { "add", "", "--product", "Payments" }, "name" },
    { { "set", "Payments 3.9", "name=Payments 3.9" }, "already" },
    { { "set", "Payments 3.9", "tier=7" }, "tier" },
    { { "set", "Payments 3.9", "owner_person=Nobody" }, "Nobody" },
    { { "status", "Payments 3.9", "planned" }, "already" },
    { { "move", "Payments 3.9", "2026-12-08" }, "already" },
    { { "delete", "Wallet" }, "Wallet" },
    { { "redo" }, "nothing to redo" },
    { { "freeze", "remove", "x" }, "x" },
    { { "freeze", "add", "x", "--from", "2026-12-02", "--to", "2026-12-01" },
      "before" },
    { { "product", "add", "" }, "name" },
    { { "product", "set", "Payments", "color=red" }, "#rrggbb" },
    { { "import", "missing.ics" }, "missing.ics" },
    { { "--as", "Somebody", "delete", "Payments 3.9" }, "nobody yet" },
    { { "generate", "--releases", "3" }, "empty" },
    { { "sample" }, "empty" },
  };

  add_payments (home);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    int status = home_run_strv (home, cases[i].arguments);

    g_assert_cmpstr (home->out, ==, "");
    g_assert_true (g_str_has_prefix (home->err, "slipway-cli: "));
    assert_says (home->err, cases[i].says);
    g_assert_cmpint (status, ==, 1);
  }
  home_do (home, "list");
  assert_says (home->out, "Payments 3.9");
}

static const char *const commands[] = {
  "list",
  "show",
  "search",
  "agenda",
  "ready",
  "item add",
  "item set",
  "item done",
  "item list",
  "checklist add",
  "checklist list",
  "checklist not-needed",
  "checklist owner",
  "add",
  "set",
  "move",
  "status",
  "delete",
  "history",
  "undo",
  "redo",
  "product add",
  "product list",
  "product set",
  "product retire",
  "person add",
  "person list",
  "person set",
  "person retire",
  "person me",
  "audience add",
  "audience list",
  "audience set",
  "audience order",
  "audience retire",
  "exception",
  "exception list",
  "flag list",
  "flag remove",
  "flag set",
  "freeze add",
  "freeze list",
  "freeze set",
  "freeze remove",
  "calendar show",
  "calendar set",
  "calendar holiday add",
  "calendar holiday list",
  "calendar holiday remove",
  "holidays add",
  "holidays countries",
  "key-date add",
  "key-date list",
  "key-date remove",
  "import",
  "check",
  "sample",
  "generate",
};

static void
test_help_is_there_for_every_command (Home *home, gconstpointer data)
{
  home_do (home, "--help");
  g_autofree char *all = g_strdup (home->out);
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++) {
    g_autofree char *line = g_strdup_printf ("%s --help", commands[i]);
    g_auto (GStrv) words = g_strsplit (line, " ", -1);
    g_autofree char *usage =
      g_strdup_printf ("slipway-cli [OPTION…] %s", commands[i]);

    assert_says (all, commands[i]);
    home_do_strv (home, (const char *const *) words);
    assert_says (home->out, usage);
    assert_says (home->out, "--json");
  }
  home_do (home, "freeze", "--help");
  assert_says (home->out, "freeze remove");
  home_do (home, "--version");
  assert_says (home->out, "slipway-cli 0.");
  g_assert_false (g_file_test (home->db, G_FILE_TEST_EXISTS));
}

static void
test_release_from_beginning_to_end (Home *home, gconstpointer data)
{
  g_autoptr (JsonNode) list = NULL;
  g_autoptr (JsonNode) shown = NULL;

  add_payments (home);
  home_do (home, "person", "add", "Release manager");
  home_do (home, "set", "payments 3.9", "version=3.9", "summary=Cards",
           "owner_person=release manager", "announce_date=2026-12-09",
           "announce_certainty=tentative");
  home_do (home, "status", "Payments 3.9", "building");
  home_do (home, "--json", "list");
  list = home_parse (home);
  JsonObject *release = get_object (list, 0);
  assert_member (release, "title", "Payments 3.9");
  assert_member (release, "product_name", "Payments");
  assert_member (release, "name", "Payments 3.9");
  assert_member (release, "version", "3.9");
  assert_member (release, "status", "building");
  assert_member (release, "release_date", "2026-12-08");
  assert_member (release, "release_certainty", "confirmed");
  assert_member (release, "release_day", "2026-12-08");
  assert_member (release, "deploy_date", "2026-12-07");
  assert_member (release, "announce_certainty", "tentative");
  assert_member (release, "code_complete_date", NULL);
  assert_member (release, "first_planned_date", "2026-12-08");
  g_assert_cmpint (json_object_get_int_member (release, "tier"), ==, 1);
  g_assert_cmpuint (json_array_get_length (
                      json_object_get_array_member (release, "conflicts")),
                    ==, 0);

  home_do (home, "show", json_object_get_string_member (release, "id"),
           "--json");
  shown = home_parse (home);
  JsonObject *parts =
    json_object_get_object_member (json_node_get_object (shown), "parts");
  g_assert_true (json_object_has_member (parts, "checklist"));
  g_assert_true (json_object_has_member (parts, "stage"));

  home_do (home, "delete", "Payments 3.9", "--reason", "Not this year");
  home_do (home, "list", "--json");
  g_assert_cmpstr (home->out, ==, "[]\n");
  home_do (home, "undo");
  assert_says (home->out, "Payments 3.9");
  home_do (home, "list");
  assert_says (home->out, "Payments 3.9");
  home_do (home, "redo");
  home_do (home, "list");
  g_assert_cmpstr (home->out, ==, "");
  home_do (home, "check");
  g_assert_cmpstr (home->out, ==, "");
}

static void
test_list_filters (Home *home, gconstpointer data)
{
  add_payments (home);
  home_do (home, "product", "add", "Wallet");
  home_do (home, "add", "Wallet 1", "--product", "Wallet", "--date", "+3",
           "--status", "ready");
  home_do (home, "add", "Wallet 2", "--product", "Wallet");

  home_do (home, "list", "--product", "wallet");
  assert_says (home->out, "Wallet 1");
  assert_says (home->out, "2026-11-26");
  assert_says (home->out, "Wallet 2");
  g_assert_null (strstr (home->out, "Payments 3.9"));
  home_do (home, "list", "--status", "ready");
  g_assert_null (strstr (home->out, "Wallet 2"));
  home_do (home, "list", "--from", "today", "--to", "2026-11-30");
  assert_says (home->out, "Wallet 1");
  g_assert_null (strstr (home->out, "Wallet 2"));
  g_assert_null (strstr (home->out, "Payments"));
  home_do (home, "list", "--from", "2027-01-01");
  g_assert_cmpstr (home->out, ==, "");
}

static void
test_move_tells_what_follows (Home *home, gconstpointer data)
{
  g_autoptr (JsonNode) preview = NULL;
  g_autoptr (JsonNode) list = NULL;

  add_payments (home);
  home_do (home, "freeze", "add", "Year-end freeze", "--from", "2026-12-14",
           "--to", "2026-12-31");
  home_do (home, "move", "Payments 3.9", "2026-12-15", "--dry-run", "--json");
  preview = home_parse (home);
  JsonObject *object = json_node_get_object (preview);
  JsonArray *dates = json_object_get_array_member (object, "dates");
  g_assert_cmpuint (json_array_get_length (dates), ==, 2);
  JsonObject *deploy = json_array_get_object_element (dates, 1);
  assert_member (deploy, "property", "deploy_date");
  assert_member (deploy, "before", "2026-12-07");
  assert_member (deploy, "after", "2026-12-14");
  g_assert_false (json_object_get_boolean_member (object, "is_noop"));
  assert_says (home->out, "Year-end freeze");

  home_do (home, "list");
  assert_says (home->out, "2026-12-08");
  home_do (home, "move", "Payments 3.9", "2026-12-15");
  assert_says (home->out, "Year-end freeze");
  assert_says (home->out, "Deploy date");
  home_do (home, "move", "Payments 3.9", "2026-12-09", "--only-release-date");
  home_do (home, "list", "--json");
  list = home_parse (home);
  assert_member (get_object (list, 0), "release_date", "2026-12-09");
  assert_member (get_object (list, 0), "deploy_date", "2026-12-14");
  g_assert_true (
    json_object_get_boolean_member (get_object (list, 0), "deploy_is_pinned"));
}

static void
test_dates_may_be_periods (Home *home, gconstpointer data)
{
  static const struct {
    const char *text, *date, *certainty;
  } cases[] = {
    { "2026-W50", "2026-12-07", "week" },
    { "2027-01", "2027-01-01", "month" },
    { "2027-Q2", "2027-04-01", "quarter" },
    { "2026-W53", "2026-12-28", "week" },
    { "unscheduled", NULL, "unscheduled" },
    { "today", "2026-11-23", "tentative" },
    { "+10", "2026-12-03", "tentative" },
  };

  add_payments (home);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (JsonNode) list = NULL;

    home_do (home, "move", "Payments 3.9", cases[i].text);
    home_do (home, "list", "--json");
    list = home_parse (home);
    assert_member (get_object (list, 0), "release_date", cases[i].date);
    assert_member (get_object (list, 0), "release_certainty",
                   cases[i].certainty);
  }
  home_do (home, "set", "Payments 3.9", "release_date=2026-12-08",
           "release_certainty=confirmed");
  home_do (home, "move", "Payments 3.9", "2026-12-10");
  g_autoptr (JsonNode) list = NULL;
  home_do (home, "list", "--json");
  list = home_parse (home);
  assert_member (get_object (list, 0), "release_certainty", "confirmed");
}

/* The same words as in the window. */
static void
test_dates_may_be_words (Home *home, gconstpointer data)
{
  static const struct {
    const char *typed;
    const char *date;
    const char *certainty;
  } cases[] = {
    { "tomorrow", "2026-11-24", "confirmed" },
    { "friday", "2026-11-27", "confirmed" },
    { "8.12.2026", "2026-12-08", "confirmed" },
    { "15.1.", "2027-01-15", "confirmed" },
    { "in 2 weeks", "2026-12-07", "confirmed" },
    { "next week", "2026-11-30", "week" },
    { "week 51", "2026-12-14", "week" },
    { "January", "2027-01-01", "month" },
  };

  home_do (home, "product", "add", "Payments");
  home_do (home, "add", "Payments 3.9", "--product", "payments", "--date",
           "yesterday");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *pair = g_strconcat ("release_date=", cases[i].typed, NULL);
    g_autoptr (JsonNode) list = NULL;

    home_do (home, "set", "Payments 3.9", pair);
    home_do (home, "list", "--json");
    list = home_parse (home);
    assert_member (get_object (list, 0), "release_date", cases[i].date);
    assert_member (get_object (list, 0), "release_certainty",
                   cases[i].certainty);
  }
  home_do (home, "move", "Payments 3.9", "next friday");
  home_do (home, "list", "--from", "this week", "--to", "next week");
  assert_says (home->out, "2026-12-04");
  home_do (home, "list", "--to", "2026-11");
  g_assert_cmpstr (home->out, ==, "");
  g_assert_cmpint (home_run (home, "freeze", "add", "x", "--from", "January"),
                   ==, 2);
}

static void
test_values_have_their_labels (Home *home, gconstpointer data)
{
  add_payments (home);
  home_do (home, "person", "add", "Release manager");
  home_do (home, "status", "Payments 3.9", "Rolling out");
  g_assert_cmpint (home_run (home, "status", "Payments 3.9", "ROLLING-OUT"), ==,
                   1);
  home_do (home, "list", "--status", "rolling OUT");
  assert_says (home->out, "Rolling out");
  home_do (home, "set", "Payments 3.9", "release_certainty=Tentative");
  home_do (home, "list");
  assert_says (home->out, "2026-12-08 tentative");
  home_do (home, "set", "Payments 3.9", "owner_person=Release manager");
  home_do (home, "history", "Payments 3.9");
  assert_says (home->out, "Owner: Release manager");
  assert_says (home->out, "Product: Payments");
  assert_says (home->out, "Status: Planned → Rolling out");
  g_assert_null (strstr (home->out, "Order:"));
  g_assert_null (strstr (home->out, "owner_person"));
}

/* What it prints to a terminal of @columns columns. */
static char *
dup_terminal_text (Home *home, const char *columns, const char *command)
{
  int master = posix_openpt (O_RDWR | O_NOCTTY);
  char text[4096];
  g_autoptr (GString) all = g_string_new (NULL);
  gssize length;

  g_assert_cmpint (master, >=, 0);
  g_assert_cmpint (grantpt (master), ==, 0);
  g_assert_cmpint (unlockpt (master), ==, 0);
  int slave = open (ptsname (master), O_RDWR | O_NOCTTY);
  g_assert_cmpint (slave, >=, 0);
  g_autoptr (GSubprocessLauncher) launcher =
    g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_NONE);
  g_subprocess_launcher_take_stdout_fd (launcher, dup (slave));
  g_subprocess_launcher_setenv (launcher, "SLIPWAY_DB", home->db, TRUE);
  g_subprocess_launcher_setenv (launcher, "COLUMNS", columns, TRUE);
  g_autoptr (GSubprocess) process =
    g_subprocess_launcher_spawn (launcher, NULL, g_getenv ("SLIPWAY_CLI"),
                                 command, NULL);
  g_assert_true (g_subprocess_wait_check (process, NULL, NULL));
  g_subprocess_launcher_close (launcher);
  close (slave);
  /* What was written before comes in pieces, then the terminal is gone. */
  while ((length = read (master, text, sizeof text)) > 0)
    g_string_append_len (all, text, length);
  g_assert_cmpuint (all->len, >, 0);
  close (master);
  return g_strdup (all->str);
}

static void
test_rows_fit_the_terminal (Home *home, gconstpointer data)
{
  static const char name[] =
    "A release whose name is far longer than a line of a terminal can hold";
  g_autofree char *narrow = NULL;
  g_autofree char *wide = NULL;
  g_auto (GStrv) lines = NULL;

  home_do (home, "product", "add", "Payments");
  home_do (home, "add", name, "--product", "Payments", "--date", "2026-12-08");
  home_do (home, "list");
  assert_says (home->out, name);
  narrow = dup_terminal_text (home, "60", "list");
  lines = g_strsplit (narrow, "\r\n", -1);
  for (char **line = lines; *line != NULL; line++)
    g_assert_cmpint (g_utf8_strlen (*line, -1), <=, 60);
  assert_says (narrow, "A release whose");
  assert_says (narrow, "…");
  assert_says (narrow, "2026-12-08");
  wide = dup_terminal_text (home, "200", "list");
  assert_says (wide, name);
}

static void
test_ambiguous_name_lists_the_candidates (Home *home, gconstpointer data)
{
  g_autoptr (JsonNode) list = NULL;

  add_payments (home);
  home_do (home, "add", "payments 3.9", "--product", "Payments");
  g_assert_cmpint (home_run (home, "show", "PAYMENTS 3.9"), ==, 1);
  g_autofree char *said = g_strdup (home->err);
  home_do (home, "list", "--json");
  list = home_parse (home);
  for (guint i = 0; i < 2; i++) {
    const char *id = json_object_get_string_member (get_object (list, i), "id");
    assert_says (said, id);
    home_do (home, "show", id);
    assert_says (home->out, id);
  }
}

static void
test_history_says_who (Home *home, gconstpointer data)
{
  g_autoptr (JsonNode) history = NULL;
  g_autoptr (JsonNode) one = NULL;

  add_payments (home);
  home_do (home, "person", "add", "Release manager", "role=Release manager");
  home_do (home, "person", "add", "Support lead");
  home_do (home, "--as", "release manager", "set", "Payments 3.9", "tier=2",
           "--reason", "Smaller than thought");
  home_do (home, "person", "me", "Support lead");
  home_do (home, "set", "Payments 3.9", "tier=3");
  g_subprocess_launcher_setenv (home->launcher, "SLIPWAY_PERSON",
                                "Release manager", TRUE);
  home_do (home, "undo");

  home_do (home, "history", "--json");
  history = home_parse (home);
  JsonObject *undo = get_object (history, 0);
  JsonObject *second = get_object (history, 1);
  JsonObject *first = get_object (history, 2);
  assert_member (undo, "type", "undo");
  assert_member (undo, "name", "Release manager");
  g_assert_cmpint (json_object_get_int_member (undo, "target"), ==,
                   json_object_get_int_member (second, "number"));
  assert_member (second, "name", "Support lead");
  assert_member (first, "name", "Release manager");
  assert_member (first, "reason", "Smaller than thought");
  assert_member (first, "writer", "command line");
  JsonObject *change = json_array_get_object_element (
    json_object_get_array_member (first, "changes"), 0);
  assert_member (change, "property", "tier");
  g_assert_cmpint (json_object_get_int_member (change, "old"), ==, 1);
  g_assert_cmpint (json_object_get_int_member (change, "new"), ==, 2);

  home_do (home, "history", "Payments 3.9", "--json", "--limit", "2");
  one = home_parse (home);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (one)), ==, 2);
  home_do (home, "history", "Payments 3.9");
  assert_says (home->out, "Tier: 1 → 2");

  g_assert_cmpint (home_run (home, "--as", "Nobody", "undo"), ==, 1);
  assert_says (home->err, "Release manager, Support lead");
}

static void
test_products_people_and_audiences (Home *home, gconstpointer data)
{
  g_autoptr (JsonNode) people = NULL;
  g_autoptr (JsonNode) audiences = NULL;

  home_do (home, "person", "add", "Support lead", "role=Support",
           "email=support@example.org");
  home_do (home, "product", "add", "Payments", "owner_person=support lead");
  home_do (home, "product", "list");
  assert_says (home->out, "Support lead");
  home_do (home, "product", "set", "Payments", "name=Wallet");
  home_do (home, "product", "retire", "Wallet");
  home_do (home, "product", "list");
  assert_says (home->out, "retired");
  home_do (home, "person", "list", "--json");
  people = home_parse (home);
  assert_member (get_object (people, 0), "email", "support@example.org");
  /* A new plan has the audiences that everybody needs. */
  home_do (home, "audience", "list", "--json");
  audiences = home_parse (home);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (audiences)), ==,
                    8);
  home_do (home, "audience", "add", "Partners", "side=external",
           "notice_days=10");
  home_do (home, "audience", "list");
  assert_says (home->out, "Partners");
}

static void
test_freezes_and_days_off (Home *home, gconstpointer data)
{
  g_autoptr (JsonNode) freezes = NULL;
  g_autoptr (JsonNode) calendar = NULL;

  home_do (home, "product", "add", "Payments");
  home_do (home, "freeze", "add", "No Fridays", "--weekdays", "fri", "--months",
           "nov-jan", "--until", "2027-12-31", "--soft", "--product",
           "Payments");
  home_do (home, "freeze", "list", "--json");
  freezes = home_parse (home);
  JsonObject *freeze = get_object (freezes, 0);
  assert_member (freeze, "repeat", "weekly");
  assert_member (freeze, "severity", "soft");
  assert_member (freeze, "until", "2027-12-31");
  g_assert_cmpint (json_object_get_int_member (freeze, "weekdays"), ==, 16);
  g_assert_cmpint (json_object_get_int_member (freeze, "months"), ==,
                   (1 << 10) | (1 << 11) | 1);
  g_assert_cmpuint (json_array_get_length (
                      json_object_get_array_member (freeze, "products")),
                    ==, 1);
  home_do (home, "freeze", "list");
  assert_says (home->out, "fri jan,nov,dec, from 2026-11-23, until 2027-12-31");
  home_do (home, "freeze", "add", "Weekends", "--recur", "weekly:sat,sun");
  home_do (home, "freeze", "list");
  assert_says (home->out, "weekly sat,sun, from 2026-11-23");
  home_do (home, "freeze", "add", "Year end", "--from", "2026-12-20", "--to",
           "2027-01-03", "--repeat", "yearly");
  home_do (home, "freeze", "set", "No Fridays", "--recur", "weekly:mon,fri@dec",
           "--until", "none", "--hard", "--all-products", "--audience",
           "Support", "--name", "No Fridays at all");
  home_do (home, "freeze", "list");
  assert_says (home->out, "mon,fri dec");
  assert_says (home->out, "what Support has to be ready for");
  home_do (home, "undo");
  home_do (home, "freeze", "remove", "No Fridays");
  home_do (home, "freeze", "list");
  g_assert_null (strstr (home->out, "Fridays"));

  home_do (home, "calendar", "set", "sun-thu");
  home_do (home, "calendar", "holiday", "add", "New Year", "2027-01-01",
           "--yearly");
  home_do (home, "calendar", "show", "--json");
  calendar = home_parse (home);
  g_assert_cmpint (json_object_get_int_member (json_node_get_object (calendar),
                                               "weekdays"),
                   ==, 64 + 15);
  assert_says (home->out, "New Year");
  home_do (home, "calendar", "holiday", "remove", "New Year");
  home_do (home, "calendar", "holiday", "list");
  g_assert_cmpstr (home->out, ==, "");
  home_do (home, "key-date", "add", "Trade fair", "2027-03-01", "--to",
           "2027-03-04", "--product", "Payments");
  home_do (home, "key-date", "list");
  assert_says (home->out, "2027-03-04");
  home_do (home, "key-date", "remove", "Trade fair");
  home_do (home, "check");
}

static void
test_holidays_of_a_country (Home *home, gconstpointer data)
{
  home_do (home, "calendar", "holiday", "add", "New Year", "2027-01-01",
           "--yearly");
  home_do (home, "holidays", "countries");
  assert_says (home->out, "Austria – Österreich");
  home_do (home, "holidays", "add", "at", "--year", "2027-2028");
  assert_says (home->out, "24 holidays of");
  home_do (home, "calendar", "show");
  assert_says (home->out, "Pfingstmontag (Whit Monday)");
  g_assert_cmpint (home_run (home, "holidays", "add", "Austria", "--year",
                             "2027"),
                   ==, 1);
  assert_says (home->err, "like that already");
  g_assert_cmpint (home_run (home, "holidays", "add", "Atlantis"), ==, 1);
  assert_says (home->err, "no holidays of “Atlantis”");
  home_do (home, "undo");
  home_do (home, "calendar", "holiday", "list");
  g_assert_null (strstr (home->out, "Pfingst"));
  home_do (home, "check");
}

static void
test_holidays_of_a_file (Home *home, gconstpointer data)
{
  g_autofree char *path = g_build_filename (home->folder, "off.ics", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) list = NULL;

  g_file_set_contents (path,
                       "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\n"
                       "DTSTART;VALUE=DATE:20270315\nSUMMARY:Company day\n"
                       "END:VEVENT\nBEGIN:VEVENT\nUID:b\n"
                       "DTSTART;VALUE=DATE:20270505\nRRULE:FREQ=YEARLY\n"
                       "SUMMARY:Founders\nEND:VEVENT\nEND:VCALENDAR\n",
                       -1, &error);
  g_assert_no_error (error);
  home_do (home, "holidays", "add", "--file", path);
  home_do (home, "calendar", "holiday", "list", "--json");
  list = home_parse (home);
  assert_member (get_object (list, 0), "name", "Company day");
  g_assert_false (
    json_object_get_boolean_member (get_object (list, 0), "is_yearly"));
  assert_member (get_object (list, 1), "name", "Founders");
  g_assert_true (
    json_object_get_boolean_member (get_object (list, 1), "is_yearly"));
  g_assert_cmpint (home_run (home, "holidays", "add", "--file", path), ==, 1);
  assert_says (home->err, "like that already");
}

static void
test_texts_cannot_steer_a_terminal (Home *home, gconstpointer data)
{
  home_do (home, "product", "add", "Payments");
  home_do (home, "add", "one\ntwo\u202egnp.exe", "--product", "Payments");
  home_do (home, "list");
  assert_says (home->out, "one twognp.exe");
  g_assert_cmpint (home_run (home, "add", "\x1b[2J", "--product", "Payments"),
                   ==, 1);
  g_assert_null (strchr (home->err, '\x1b'));
  g_assert_cmpint (home_run (home, "show", "\x1b]0;x\x07\xc2\x9b"), ==, 1);
  g_assert_null (strchr (home->err, '\x1b'));
  g_assert_null (strstr (home->err, "\xc2\x9b"));
}

static void
test_plans_are_made_when_they_are_written (Home *home, gconstpointer data)
{
  g_autofree char *standard =
    g_build_filename (home->folder, "slipway", "plan.slipway", NULL);

  g_assert_cmpint (home_run (home, "list"), ==, 1);
  g_assert_false (g_file_test (home->db, G_FILE_TEST_EXISTS));
  g_subprocess_launcher_unsetenv (home->launcher, "SLIPWAY_DB");
  home_do (home, "list");
  g_assert_true (g_file_test (standard, G_FILE_TEST_EXISTS));
  home_do (home, "history");
  assert_says (home->out, "    1  ");
  home_do (home, "--db", home->db, "product", "add", "Payments");
  home_do (home, "product", "list");
  g_assert_cmpstr (home->out, ==, "");
  home_do (home, "--db", home->db, "product", "list");
  assert_says (home->out, "Payments");
}

static void
test_what_is_no_plan_is_left_alone (Home *home, gconstpointer data)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_file_set_contents (home->db, "Dear all,\n", -1, &error);
  g_assert_no_error (error);
  g_assert_cmpint (home_run (home, "product", "add", "Payments"), ==, 1);
  assert_says (home->err, "plan.slipway");
  g_assert_cmpint (home_run (home, "check"), ==, 1);
  g_file_get_contents (home->db, &text, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, "Dear all,\n");
}

static void
test_plans_to_try_out (Home *home, gconstpointer data)
{
  g_autofree char *other =
    g_build_filename (home->folder, "other.slipway", NULL);
  g_autoptr (JsonNode) list = NULL;

  home_do (home, "sample");
  home_do (home, "check");
  home_do (home, "list");
  g_assert_cmpuint (strlen (home->out), >, 500);

  /* What a plan begins with is nothing to undo. */
  g_assert_cmpint (home_run (home, "undo"), ==, 1);
  assert_says (home->err, "nothing to undo");

  home_do (home, "--db", other, "generate", "--releases", "50", "--items", "3",
           "--seed", "7");
  home_do (home, "--db", other, "list", "--json");
  list = home_parse (home);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (list)), ==, 50);
  home_do (home, "--db", other, "check", "--json");
  g_assert_cmpstr (home->out, ==, "[]\n");
  g_assert_cmpint (home_run (home, "--db", other, "undo"), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func)                                                        \
  g_test_add ("/cli/" name, Home, NULL, home_set_up, func, home_tear_down)
  ADD ("wrong-usage-ends-with-2", test_wrong_usage_ends_with_2);
  ADD ("failure-ends-with-1", test_failure_ends_with_1);
  ADD ("help-is-there-for-every-command", test_help_is_there_for_every_command);
  ADD ("release-from-beginning-to-end", test_release_from_beginning_to_end);
  ADD ("list-filters", test_list_filters);
  ADD ("move-tells-what-follows", test_move_tells_what_follows);
  ADD ("dates-may-be-periods", test_dates_may_be_periods);
  ADD ("dates-may-be-words", test_dates_may_be_words);
  ADD ("values-have-their-labels", test_values_have_their_labels);
  ADD ("rows-fit-the-terminal", test_rows_fit_the_terminal);
  ADD ("ambiguous-name-lists-the-candidates",
       test_ambiguous_name_lists_the_candidates);
  ADD ("history-says-who", test_history_says_who);
  ADD ("products-people-and-audiences", test_products_people_and_audiences);
  ADD ("freezes-and-days-off", test_freezes_and_days_off);
  ADD ("holidays-of-a-country", test_holidays_of_a_country);
  ADD ("holidays-of-a-file", test_holidays_of_a_file);
  ADD ("texts-cannot-steer-a-terminal", test_texts_cannot_steer_a_terminal);
  ADD ("plans-are-made-when-they-are-written",
       test_plans_are_made_when_they_are_written);
  ADD ("what-is-no-plan-is-left-alone", test_what_is_no_plan_is_left_alone);
  ADD ("plans-to-try-out", test_plans_to_try_out);
#undef ADD
  return g_test_run ();
}
