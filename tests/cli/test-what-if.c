/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "running.h"

static void
add_plan (Home *home)
{
  home_do (home, "product", "add", "Payments");
  home_do (home, "product", "add", "Mobile");
  home_do (home, "add", "Payments 3.9", "--product", "payments", "--date",
           "2026-12-08", "--deploy", "2026-12-07");
  home_do (home, "add", "Mobile 4.2", "--product", "mobile", "--date",
           "2026-12-10");
  home_do (home, "freeze", "add", "Year end", "--from", "2026-12-21", "--to",
           "2027-01-03");
  home_do (home, "tell", "Payments 3.9", "Support", "--kind", "brief");
}

/* Writes @text into the file `moves` and tries it; returns the exit status. */
static int
run_what_if (Home *home, const char *text, const char *option)
{
  g_autofree char *path = g_build_filename (home->folder, "moves", NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return home_run (home, "what-if", path, option);
}

static char *
read_plan (Home *home)
{
  home_do (home, "list", "--json");
  return g_strdup (home->out);
}

static void
test_tells_and_changes_nothing (Home *home, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  add_plan (home);
  before = read_plan (home);
  g_assert_cmpint (run_what_if (home,
                                "# what if\n\nPayments 3.9 2026-12-22\n"
                                "\"Mobile 4.2\" unscheduled\n",
                                NULL),
                   ==, 0);
  assert_says (home->out, "MUST BE TOLD");
  assert_says (home->out, "Tue 8 December");
  assert_says (home->out, "Tue 22 December");
  assert_says (home->out, "+14");
  assert_says (home->out,
               "! Release date (Tue 22 December) lies in “Year end”");
  assert_says (home->out, "Deploy date: Mon 7 December → Mon 21 December");
  assert_says (home->out, "Support");
  assert_says (home->out, "Unscheduled");
  assert_says (home->out,
               "2 releases move, 2 conflicts appear, 1 release has somebody to "
               "tell");
  after = read_plan (home);
  g_assert_cmpstr (before, ==, after);
  home_do (home, "history");
  g_assert_null (strstr (home->out, "what-if"));
}

static void
test_json (Home *home, gconstpointer data)
{
  g_autoptr (JsonNode) node = NULL;
  JsonObject *object;
  JsonObject *release;

  add_plan (home);
  g_assert_cmpint (run_what_if (home, "Payments 3.9 2026-12-22\n", "--json"),
                   ==, 0);
  node = home_parse (home);
  object = json_node_get_object (node);
  g_assert_cmpint (json_object_get_int_member (object, "moves"), ==, 1);
  release = json_array_get_object_element (
    json_object_get_array_member (object, "releases"), 0);
  assert_member (release, "title", "Payments 3.9");
  assert_member (release, "before", "2026-12-08");
  assert_member (release, "after", "2026-12-22");
  g_assert_cmpint (json_object_get_int_member (release, "days"), ==, 14);
  g_assert_cmpuint (json_array_get_length (
                      json_object_get_array_member (release,
                                                    "conflicts_appearing")),
                    ==, 2);
}

static void
test_from_standard_input (Home *home, gconstpointer data)
{
  g_autofree char *path = g_build_filename (home->folder, "moves", NULL);

  add_plan (home);
  g_assert_true (
    g_file_set_contents (path, "Payments 3.9 2026-12-09", -1, NULL));
  g_subprocess_launcher_set_stdin_file_path (home->launcher, path);
  home_do (home, "what-if", "-");
  assert_says (home->out, "1 release moves");
}

static void
test_faults (Home *home, gconstpointer data)
{
  static const struct {
    const char *text;
    const char *message;
    int status;
  } cases[] = {
    { "Payments 3.9 2026-12-22\nPayments\n",
      "Line 2: a release and a date are wanted", 1 },
    { "\n'Payments 3.9 2026-12-22\n", "Line 2: the closing quote is missing",
      1 },
    { "# one\nNobody 2026-12-22\n", "Line 2: ", 1 },
    { "Payments 3.9 someday\n", "Line 1: ", 2 },
    { "Payments 3.9 2026-12-22\nPayments 3.9 2026-12-23\n",
      "Line 2: “Payments 3.9” stands in line 1 already", 1 },
    { "\xff\xfe", "is not a text in UTF-8", 1 },
  };

  add_plan (home);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_assert_cmpint (run_what_if (home, cases[i].text, NULL), ==,
                     cases[i].status);
    assert_says (home->err, cases[i].message);
    g_assert_cmpstr (home->out, ==, "");
  }
  g_assert_cmpint (home_run (home, "what-if"), ==, 2);
  g_assert_cmpint (home_run (home, "what-if", "not-there"), ==, 1);
  assert_says (home->err, "“not-there” cannot be read");
  g_assert_cmpint (home_run (home, "what-if", "."), ==, 1);
}

static void
test_nothing_is_different (Home *home, gconstpointer data)
{
  add_plan (home);
  g_assert_cmpint (run_what_if (home, "# nothing\n", NULL), ==, 0);
  assert_says (home->out, "No release is different");
  g_assert_cmpint (run_what_if (home, "Payments 3.9 2026-12-08\n", NULL), ==,
                   0);
  assert_says (home->out, "is there already");
  assert_says (home->out, "No release is different");
}

#define ADD(name, func)                                                        \
  g_test_add ("/cli/what-if/" name, Home, NULL, home_set_up, func,             \
              home_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("tells-and-changes-nothing", test_tells_and_changes_nothing);
  ADD ("json", test_json);
  ADD ("from-standard-input", test_from_standard_input);
  ADD ("faults", test_faults);
  ADD ("nothing-is-different", test_nothing_is_different);
  return g_test_run ();
}
