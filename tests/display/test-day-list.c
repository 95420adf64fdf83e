/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "calendar-fixture.h"
#include "slip-day-finder.h"
#include "slip-day-line.h"
#include "slip-day-list.h"

typedef struct {
  SlipPlanState *state;
  SlipQuery *query;
  GString *asked;
  GtkWidget *window;
  GtkWidget *widget;
  SlipDayList *list;
} Fixture;

static void
show (Fixture *fixture)
{
  g_autoptr (SlipCalendarIndex) index =
    slip_calendar_index_new (fixture->state, fixture->query, TODAY);

  slip_day_list_set_plan (fixture->list, index, TODAY);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->state = new_plan ();
  fixture->query = slip_query_new ();
  fixture->asked = g_string_new (NULL);
  fixture->widget = slip_day_list_new ();
  fixture->list = SLIP_DAY_LIST (fixture->widget);
  show (fixture);
  fixture->window = open_window (fixture->widget, fixture->asked, 700, 500);
  settle (fixture->window);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  close_window (fixture->window);
  g_string_free (fixture->asked, TRUE);
  slip_query_unref (fixture->query);
  slip_plan_state_unref (fixture->state);
}

static char *
print_line (SlipDayLine *line)
{
  const SlipDayEvent *event = slip_day_line_get_event (line);
  const SlipCalendarIndex *index = slip_day_line_get_index (line);
  char day[SLIP_DATE_TEXT_SIZE];

  slip_date_print (slip_day_line_get_day (line), day);
  if (event == NULL)
    return g_strndup (day, 7);

  g_autofree char *title = slip_day_event_dup_title (event, index);
  g_autofree char *detail = slip_day_event_dup_detail (event, index);
  return g_strdup_printf ("%s %s: %s",
                          slip_day_line_begins_day (line) ? day + 5 : "     ",
                          title, detail);
}

static void
assert_lines (Fixture *fixture, const char *expected)
{
  GListModel *lines = slip_day_list_get_lines (fixture->list);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (lines); i++) {
    g_autoptr (SlipDayLine) line = g_list_model_get_item (lines, i);
    g_autofree char *printed = print_line (line);

    g_string_append_printf (text, "%s\n", printed);
  }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
add_day (SlipPlanState **state,
         SlipEntityEdit *edit,
         guint first_property,
         SlipDate first,
         guint last_property,
         SlipDate last)
{
  slip_entity_edit_add_date (edit, first_property, first);
  slip_entity_edit_add_date (edit, last_property, last);
  run_edit (state, edit);
}

static void
add_stage (Fixture *fixture, SlipDate first, SlipDate last)
{
  SlipEntityEdit *edit =
    slip_entity_edit_new_create (SLIP_KIND_STAGE, NULL, SECOND);

  slip_entity_edit_add_text (edit, SLIP_STAGE_NAME, "Internal");
  slip_entity_edit_add_integer (edit, SLIP_STAGE_START_IS_PINNED, TRUE);
  add_day (&fixture->state, edit, SLIP_STAGE_PLANNED_START, first,
           SLIP_STAGE_PLANNED_END, last);
}

static void
test_days (Fixture *fixture, gconstpointer data)
{
  assert_lines (fixture,
                "12-08 Tool 1.0: Release date · Planned\n"
                "12-09 Fair: Key date\n"
                "12-10 Tool 1.1: Release date · Planned\n"
                "12-21 Year-end freeze: Freeze begins, until Sun 27 December\n"
                "12-27 Year-end freeze: Freeze ends\n");
  g_assert_null (find_widget (fixture->widget, "agenda-nothing"));
}

/* All of a release's dates, and both ends of its stages; a month where one
 * begins. */
static void
test_everything (Fixture *fixture, gconstpointer data)
{
  set_planned (&fixture->state, SECOND, SLIP_ANCHOR_ANNOUNCE,
               plan_on (slip_date_new (2026, 12, 8), SLIP_CERTAINTY_CONFIRMED));
  set_planned (&fixture->state, SECOND, SLIP_ANCHOR_CODE_COMPLETE,
               plan_on (slip_date_new (2026, 12, 2), SLIP_CERTAINTY_CONFIRMED));
  set_planned (&fixture->state, SECOND, SLIP_ANCHOR_DEPLOY,
               plan_on (slip_date_new (2026, 12, 8), SLIP_CERTAINTY_CONFIRMED));
  add_stage (fixture, slip_date_new (2026, 12, 10),
             slip_date_new (2027, 1, 12));
  show (fixture);
  assert_lines (
    fixture,
    "12-02 Tool 1.1: Code complete · Planned\n"
    "12-08 Tool 1.0: Release date · Planned\n"
    "      Tool 1.1: Deploy date · Planned\n"
    "      Tool 1.1: Announce date · Planned\n"
    "12-09 Fair: Key date\n"
    "12-10 Tool 1.1: Release date · Planned\n"
    "      Tool 1.1\u00a0· Internal: Stage starts, until Tue 12 January 2027\n"
    "12-21 Year-end freeze: Freeze begins, until Sun 27 December\n"
    "12-27 Year-end freeze: Freeze ends\n"
    "2027-01\n"
    "01-12 Tool 1.1\u00a0· Internal: Stage ends\n");
}

/* Whoever looks for releases does not look for days. */
static void
test_narrowed (Fixture *fixture, gconstpointer data)
{
  slip_query_unref (fixture->query);
  fixture->query = slip_query_new ();
  slip_query_set_text (fixture->query, "1.1");
  show (fixture);
  assert_lines (fixture, "12-10 Tool 1.1: Release date · Planned\n");

  slip_query_unref (fixture->query);
  fixture->query = slip_query_new ();
  slip_query_set_text (fixture->query, "nonsense");
  show (fixture);
  settle (fixture->window);
  assert_lines (fixture, "");
  g_assert_nonnull (find_widget (fixture->widget, "agenda-nothing"));

  slip_query_unref (fixture->query);
  fixture->query = slip_query_new ();
  slip_query_set_product (fixture->query, PRODUCT);
  show (fixture);
  settle (fixture->window);
  g_assert_cmpuint (g_list_model_get_n_items (
                      slip_day_list_get_lines (fixture->list)),
                    ==, 5);
  g_assert_null (find_widget (fixture->widget, "agenda-nothing"));
}

static char *
dup_title (Fixture *fixture)
{
  char *title;

  g_object_get (fixture->list, "title", &title, NULL);
  return title;
}

static void
test_begins (Fixture *fixture, gconstpointer data)
{
  g_autofree char *title = NULL;

  slip_day_list_begin_with (fixture->list, slip_date_new (2026, 12, 10));
  assert_lines (fixture,
                "12-10 Tool 1.1: Release date · Planned\n"
                "12-21 Year-end freeze: Freeze begins, until Sun 27 December\n"
                "12-27 Year-end freeze: Freeze ends\n");
  slip_day_list_go (fixture->list, 1);
  assert_lines (fixture, "");
  title = dup_title (fixture);
  g_assert_cmpstr (title, ==, "January 2027");
  slip_day_list_go (fixture->list, -1);
  g_assert_true (slip_date_equal (slip_day_list_get_first (fixture->list),
                                  slip_date_new (2026, 12, 1)));
}

/* What lies far below is not looked for, until somebody comes there. */
static void
test_grows (Fixture *fixture, gconstpointer data)
{
  GListModel *lines = slip_day_list_get_lines (fixture->list);
  guint n_lines;

  for (int i = 0; i < 400; i++) {
    g_autofree char *id =
      g_strdup_printf ("00000000-0000-4000-8000-00000001%04d", i);
    g_autofree char *version = g_strdup_printf ("2.%d", i);

    add_release (&fixture->state, id, version,
                 plan_on (slip_date_add_days (TODAY, 40 + i),
                          SLIP_CERTAINTY_CONFIRMED));
  }
  show (fixture);
  settle (fixture->window);
  n_lines = g_list_model_get_n_items (lines);
  g_assert_cmpuint (n_lines, >=, 100);
  g_assert_cmpuint (n_lines, <, 250);

  /* The last one's day is found on the way to it. */
  g_assert_true (
    slip_day_list_focus_release (fixture->list,
                                 "00000000-0000-4000-8000-000000010399"));
  settle (fixture->window);
  g_assert_cmpuint (g_list_model_get_n_items (lines), >, 400);
  g_assert_cmpstr (slip_widget_name_get (
                     gtk_root_get_focus (GTK_ROOT (fixture->window))),
                   ==, "chip:Tool 2.399");
  /* What is at the top has another month by now. */
  g_autofree char *title = dup_title (fixture);
  g_assert_cmpstr (title, !=, "December 2026");

  /* From there it begins again, and GTK has nothing to say to that. */
  slip_day_list_begin_with (fixture->list, TODAY);
  settle (fixture->window);
  g_autofree char *first_title = dup_title (fixture);
  g_assert_cmpstr (first_title, ==, "December 2026");
  g_assert_cmpuint (g_list_model_get_n_items (lines), <, 250);

  /* The same where another span was shown meanwhile. */
  slip_day_list_focus_release (fixture->list,
                               "00000000-0000-4000-8000-000000010399");
  settle (fixture->window);
  slip_day_list_forget_plan (fixture->list);
  show (fixture);
  settle (fixture->window);
  g_autofree char *title_again = dup_title (fixture);
  g_assert_cmpstr (title_again, ==, "December 2026");
}

static void
test_keeps_focus (Fixture *fixture, gconstpointer data)
{
  GtkWidget *focus;

  g_assert_true (slip_day_list_focus_release (fixture->list, FIRST));
  focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
  g_assert_cmpstr (slip_widget_name_get (focus), ==, "chip:Tool 1.0");

  /* Another one moves to before it. */
  set_planned (&fixture->state, SECOND, SLIP_ANCHOR_RELEASE,
               plan_on (slip_date_new (2026, 12, 4), SLIP_CERTAINTY_CONFIRMED));
  show (fixture);
  settle (fixture->window);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == focus);

  /* It is taken away: something else has the focus then. */
  set_planned (&fixture->state, FIRST, SLIP_ANCHOR_RELEASE, SLIP_UNSCHEDULED);
  show (fixture);
  settle (fixture->window);
  g_assert_false (slip_day_list_focus_release (fixture->list, FIRST));
  focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
  g_assert_nonnull (focus);
  g_assert_true (gtk_widget_is_ancestor (focus, fixture->widget));
}

/* One stop for the Tab key. */
static void
test_tab (Fixture *fixture, gconstpointer data)
{
  gtk_window_set_focus (GTK_WINDOW (fixture->window), NULL);
  g_assert_true (gtk_widget_child_focus (fixture->widget, GTK_DIR_TAB_FORWARD));
  g_assert_cmpstr (slip_widget_name_get (
                     gtk_root_get_focus (GTK_ROOT (fixture->window))),
                   ==, "chip:Tool 1.0");
  g_assert_false (
    gtk_widget_child_focus (fixture->widget, GTK_DIR_TAB_FORWARD));
}

/* From a day that is no release's one gets to where it is set. */
static void
test_opens (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) action =
    g_simple_action_new ("plan-settings", G_VARIANT_TYPE_STRING);
  GtkWidget *list = find_widget (fixture->widget, "agenda-list");

  g_signal_connect (action, "activate", G_CALLBACK (asked_cb), fixture->asked);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
  gtk_widget_insert_action_group (fixture->window, "win",
                                  G_ACTION_GROUP (group));
  g_signal_emit_by_name (list, "activate", 1);
  g_signal_emit_by_name (list, "activate", 3);
  g_assert_cmpstr (fixture->asked->str, ==,
                   "plan-settings 'key-dates'\nplan-settings 'freezes'\n");
}

/* Some weeks at a time, and to the end at last. */
static void
test_finder (void)
{
  g_autoptr (SlipPlanState) state = new_plan ();
  SlipDate late = slip_date_new (2029, 5, 1);
  set_planned (&state, LOOSE, SLIP_ANCHOR_RELEASE,
               plan_on (late, SLIP_CERTAINTY_CONFIRMED));
  g_autoptr (SlipCalendarIndex) index = new_index (state);
  SlipDayFinder finder = slip_day_finder_begin (index, TODAY);
  g_autoptr (GArray) few = slip_day_finder_find (&finder, 1, SLIP_DATE_NONE);

  g_assert_cmpuint (few->len, ==, 5);
  g_assert_true (
    slip_date_is_before (finder.found, slip_date_new (2027, 1, 1)));
  g_autoptr (GArray) none =
    slip_day_finder_find (&finder, 0, slip_date_new (2027, 6, 1));
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_false (
    slip_date_is_before (finder.found, slip_date_new (2027, 6, 1)));
  g_autoptr (GArray) rest = slip_day_finder_find (&finder, 9, SLIP_DATE_NONE);
  g_assert_cmpuint (rest->len, ==, 1);
  g_assert_true (
    slip_date_equal (g_array_index (rest, SlipDayEvent, 0).day, late));
  g_assert_true (slip_date_equal (finder.found, late));
  g_autoptr (GArray) over = slip_day_finder_find (&finder, 9, SLIP_DATE_NONE);
  g_assert_cmpuint (over->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
#define ADD(name, func)                                                        \
  g_test_add ("/day-list/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("shows-only-days-with-something", test_days);
  ADD ("tells-all-dates-and-ends", test_everything);
  ADD ("leaves-days-out-where-releases-are-looked-for", test_narrowed);
  ADD ("begins-where-it-is-told", test_begins);
  ADD ("finds-more-when-somebody-comes-near", test_grows);
  ADD ("keeps-the-focus", test_keeps_focus);
  ADD ("is-one-stop-for-tab", test_tab);
  ADD ("opens-what-is-no-release", test_opens);
#undef ADD
  g_test_add_func ("/day-list/finder-goes-on-where-it-was", test_finder);
  return g_test_run ();
}
