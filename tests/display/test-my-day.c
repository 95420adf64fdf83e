/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "readiness-fixture.h"

#include "slip-agenda-row.h"
#include "slip-load-strip.h"
#include "slip-my-day-view.h"

typedef struct {
  Readiness readiness;
  SlipQuery *query;
  SlipMyDayView *view;
} Fixture;

static void
wait_for_work (Fixture *fixture)
{
  while (slip_my_day_view_is_busy (fixture->view))
    g_main_context_iteration (NULL, TRUE);
  readiness_spin ();
}

static void
show_plan (gpointer data)
{
  Fixture *fixture = data;

  slip_view_set_plan (SLIP_VIEW (fixture->view), fixture->readiness.state,
                      fixture->query, TODAY);
  wait_for_work (fixture);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  readiness_set_up (&fixture->readiness);
  fixture->query = slip_query_new ();
  fixture->view = SLIP_MY_DAY_VIEW (slip_my_day_view_new ());
  slip_my_day_view_set_me (fixture->view, "lead");
  show_plan (fixture);
  fixture->readiness.changed = show_plan;
  readiness_show (&fixture->readiness, GTK_WIDGET (fixture->view), 900, 900);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  readiness_close (&fixture->readiness, fixture->readiness.window);
  readiness_tear_down (&fixture->readiness);
  slip_query_unref (fixture->query);
}

/* Where a view was freed. */
typedef struct {
  GThread *thread;
} End;

static void
freed_cb (gpointer data, GObject *view)
{
  ((End *) data)->thread = g_thread_self ();
}

/* One that goes while it works things out: a thread that freed a widget would
 * do so beside the one that draws. */
static void
test_goes_in_the_main_thread (Fixture *fixture, gconstpointer data)
{
  for (int i = 0; i < 500; i++) {
    SlipMyDayView *view = SLIP_MY_DAY_VIEW (slip_my_day_view_new ());
    End end = { NULL };

    g_object_ref_sink (view);
    g_object_weak_ref (G_OBJECT (view), freed_cb, &end);
    slip_view_set_plan (SLIP_VIEW (view), fixture->readiness.state,
                        fixture->query, TODAY);
    g_object_unref (view);
    while (end.thread == NULL)
      g_main_context_iteration (NULL, FALSE);
    g_assert_true (end.thread == g_thread_self ());
  }
}

static char *
dup_line (SlipAgendaLine *line)
{
  static const char marks[] = { '#', '-', '+', '0' };
  SlipAgendaRole role = slip_agenda_line_get_role (line);
  const SlipAgendaEntry *entry = slip_agenda_line_get_entry (line);

  if (entry == NULL)
    return g_strdup_printf ("%c%u", marks[role],
                            slip_agenda_line_get_count (line));
  return slip_agenda_dup_text (slip_agenda_line_get_agenda (line), entry);
}

/* A line each: '#n' of a heading, '+n' for n more, '00' for nothing. */
static void
assert_lines (Fixture *fixture, const char *expected)
{
  GListModel *lines = slip_my_day_view_get_lines (fixture->view);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (lines); i++) {
    g_autoptr (SlipAgendaLine) line = g_list_model_get_item (lines, i);
    g_autofree char *words = dup_line (line);

    g_string_append_printf (text, "%s\n", words);
  }
  g_assert_cmpstr (text->str, ==, expected);
}

static GtkWidget *
find (Fixture *fixture, const char *name)
{
  GtkWidget *found = readiness_find (GTK_WIDGET (fixture->view), name);

  g_assert_nonnull (found);
  return found;
}

static gboolean
press (Fixture *fixture, guint key)
{
  GtkEventController *keys =
    readiness_find_controller (find (fixture, "my-day-list"),
                               GTK_TYPE_EVENT_CONTROLLER_KEY);
  gboolean is_handled = FALSE;

  g_signal_emit_by_name (keys, "key-pressed", key, 0, 0, &is_handled);
  return is_handled;
}

static void
focus_row (Fixture *fixture, const char *name)
{
  g_assert_true (
    gtk_widget_grab_focus (gtk_widget_get_parent (find (fixture, name))));
}

static void
test_my_lists_come_first (Fixture *fixture, gconstpointer data)
{
  assert_lines (fixture, "#1\nWrite macros\n"
                         "#2\nSales has no owner\nSales: 1 item overdue\n"
                         "#1\nMobile 4.2 comes out\n");
}

static void
test_others_can_be_chosen (Fixture *fixture, gconstpointer data)
{
  GtkDropDown *chooser = GTK_DROP_DOWN (find (fixture, "my-day-person"));
  GListModel *people = gtk_drop_down_get_model (chooser);
  static const char *const names[] = { "Me (Support lead)", "All",
                                       "Sales ops" };

  g_assert_cmpuint (g_list_model_get_n_items (people), ==,
                    G_N_ELEMENTS (names));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_cmpstr (gtk_string_list_get_string (GTK_STRING_LIST (people), i),
                     ==, names[i]);

  gtk_drop_down_set_selected (chooser, 2);
  wait_for_work (fixture);
  assert_lines (fixture, "#0\n00\n#0\n00\n#1\nMobile 4.2 comes out\n");
  gtk_drop_down_set_selected (chooser, 1);
  wait_for_work (fixture);
  assert_lines (fixture, "#2\nMake the deck\nWrite macros\n"
                         "#2\nSales has no owner\nSales: 1 item overdue\n"
                         "#1\nMobile 4.2 comes out\n");
}

static void
test_space_checks_off (Fixture *fixture, gconstpointer data)
{
  focus_row (fixture, "agenda:Write macros");
  g_assert_true (press (fixture, GDK_KEY_space));
  readiness_assert_asked (&fixture->readiness,
                          "set-items-state ('first', ['macro'], 'done', '', "
                          "'')\n");
  assert_lines (fixture, "#0\n00\n"
                         "#2\nSales has no owner\nSales: 1 item overdue\n"
                         "#1\nMobile 4.2 comes out\n");
  /* What is no item is not checked off. */
  focus_row (fixture, "agenda:Sales has no owner");
  g_assert_false (press (fixture, GDK_KEY_space));
  readiness_assert_asked (&fixture->readiness, "");
}

static void
test_evidence_is_not_skipped (Fixture *fixture, gconstpointer data)
{
  READINESS_CREATE (&fixture->readiness, SLIP_KIND_ITEM, "sign", "first",
                    "checklist", "first-support", "title", "Sign it",
                    "due_date", "2026-12-02", "needs_evidence", "true");
  focus_row (fixture, "agenda:Sign it");
  g_assert_true (press (fixture, GDK_KEY_space));
  readiness_assert_asked (&fixture->readiness,
                          "show-checklist ('first', 'first-support')\n");
}

static void
test_rows_lead_to_their_cause (Fixture *fixture, gconstpointer data)
{
  GtkWidget *list = find (fixture, "my-day-list");

  focus_row (fixture, "agenda:Write macros");
  g_signal_emit_by_name (list, "activate", 1);
  readiness_assert_asked (&fixture->readiness,
                          "show-checklist ('first', 'first-support')\n");
  focus_row (fixture, "agenda:Mobile 4.2 comes out");
  g_signal_emit_by_name (list, "activate", 6);
  readiness_assert_asked (&fixture->readiness,
                          "show-checklist ('first', '')\n");
}

static void
test_row_says_all_of_it (Fixture *fixture, gconstpointer data)
{
  gtk_test_accessible_assert_property (
    gtk_widget_get_parent (find (fixture, "agenda:Write macros")),
    GTK_ACCESSIBLE_PROPERTY_LABEL,
    "Write macros, Mobile 4.2, Support · due Fri 4 December, in 3 days");
  gtk_test_accessible_assert_property (find (fixture, "load-week:1"),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Week of Sun 6 December: 1 release");
}

static const char *
get_audience_text (Fixture *fixture, const char *week)
{
  GtkWidget *label = gtk_widget_get_first_child (
    gtk_button_get_child (GTK_BUTTON (find (fixture, week))));

  label = gtk_widget_get_next_sibling (gtk_widget_get_next_sibling (label));
  return gtk_label_get_text (GTK_LABEL (label));
}

static void
test_every_audience_with_too_much_counts (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpstr (get_audience_text (fixture, "load-week:1"), ==, "Sales: 1");
  readiness_crowd (&fixture->readiness);
  g_assert_cmpstr (get_audience_text (fixture, "load-week:1"), ==,
                   "▲ Sales: 3, +1");
}

static void
add_items (Fixture *fixture, guint n)
{
  fixture->readiness.changed = NULL;
  for (guint i = 0; i < n; i++) {
    g_autofree char *id = g_strdup_printf ("item-%u", i);

    READINESS_CREATE (&fixture->readiness, SLIP_KIND_ITEM, id, "first",
                      "checklist", "first-support", "title", id, "due_date",
                      "2026-12-02");
  }
  show_plan (fixture);
  fixture->readiness.changed = show_plan;
}

static void
test_long_list_is_cut_and_opens (Fixture *fixture, gconstpointer data)
{
  GListModel *lines = slip_my_day_view_get_lines (fixture->view);
  GtkWidget *list = find (fixture, "my-day-list");

  /* That so much is due in one week is to be decided as well. */
  add_items (fixture, 300);
  g_assert_cmpuint (g_list_model_get_n_items (lines), ==, 10 + 4 + 2);
  g_signal_emit_by_name (list, "activate", 9);
  wait_for_work (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (lines), ==, 302 + 4 + 2);
  /* Rows are made for what is in sight alone. */
  guint n_rows = 0;
  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    n_rows++;
  g_assert_cmpuint (n_rows, <, 290);
}

/* What stays stays the same row, so that it keeps the focus. */
static void
test_edit_keeps_the_rows (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row = find (fixture, "agenda:Sales has no owner");
  g_autoptr (SlipEntityEdit) edit =
    slip_entity_edit_new_set (SLIP_KIND_ITEM, "macro");

  focus_row (fixture, "agenda:Sales has no owner");
  slip_entity_edit_add_integer (edit, SLIP_ITEM_STATE, SLIP_ITEM_STATE_DONE);
  readiness_run (&fixture->readiness, slip_entity_edit_run, edit);
  g_assert_true (find (fixture, "agenda:Sales has no owner") == row);
  g_assert_true (gtk_root_get_focus (gtk_widget_get_root (row)) ==
                 gtk_widget_get_parent (row));
}

static void
test_nobody_known_is_told (Fixture *fixture, gconstpointer data)
{
  g_assert_false (gtk_widget_get_visible (find (fixture, "my-day-hint")));
  slip_my_day_view_set_me (fixture->view, NULL);
  wait_for_work (fixture);
  g_assert_true (gtk_widget_get_visible (find (fixture, "my-day-hint")));
  assert_lines (fixture, "#2\nMake the deck\nWrite macros\n"
                         "#2\nSales has no owner\nSales: 1 item overdue\n"
                         "#1\nMobile 4.2 comes out\n");
}

static void
test_nothing_is_said_with_its_reason (Fixture *fixture, gconstpointer data)
{
  SlipQuery *query = slip_query_new ();
  AdwStatusPage *page;

  slip_query_set_product (query, "none");
  slip_query_unref (fixture->query);
  fixture->query = query;
  show_plan (fixture);
  page = ADW_STATUS_PAGE (find (fixture, "my-day-nothing"));
  g_assert_cmpstr (adw_status_page_get_title (page), ==, "Nothing Is Due");
  g_assert_nonnull (strstr (adw_status_page_get_description (page), "filter"));
}

static void
test_nothing_for_one_points_to_all (Fixture *fixture, gconstpointer data)
{
  AdwStatusPage *page;

  slip_my_day_view_choose (fixture->view, "ops");
  slip_view_set_plan (SLIP_VIEW (fixture->view), fixture->readiness.state,
                      fixture->query, slip_date_parse ("2026-10-01"));
  wait_for_work (fixture);
  page = ADW_STATUS_PAGE (find (fixture, "my-day-nothing"));
  g_assert_nonnull (strstr (adw_status_page_get_description (page), "All"));
}

static void
test_unread_items_are_told (Fixture *fixture, gconstpointer data)
{
  GtkWidget *reading = find (fixture, "my-day-reading");
  SlipReleaseSummary *summary =
    slip_plan_state_get_summary (fixture->readiness.state, "first");
  SlipPlanState *bare = slip_plan_state_fork (fixture->readiness.state);

  g_assert_false (gtk_widget_get_visible (reading));
  slip_plan_state_unload (bare, "first");
  slip_plan_state_take_summary (bare, summary);
  slip_plan_state_unref (fixture->readiness.state);
  fixture->readiness.state = bare;
  show_plan (fixture);
  g_assert_true (gtk_widget_get_visible (reading));
}

static void
test_week_opens_into_its_parts (Fixture *fixture, gconstpointer data)
{
  GtkWidget *strip = find (fixture, "my-day-load");

  g_signal_emit_by_name (find (fixture, "load-week:1"), "clicked");
  readiness_spin ();
  GtkWidget *popover = readiness_find (strip, "load-popover");
  g_assert_nonnull (popover);
  g_assert_nonnull (
    readiness_find (popover, "load-entry:Mobile 4.2 · Tue 8 December"));
  g_signal_emit_by_name (
    readiness_find (popover, "load-entry:Mobile 4.2 · Tue 8 December"),
    "clicked");
  readiness_assert_asked (&fixture->readiness, "open-release 'first'\n");
  gtk_popover_popdown (GTK_POPOVER (popover));
}

#define ADD(name, func)                                                        \
  g_test_add ("/my-day/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("goes-in-the-main-thread", test_goes_in_the_main_thread);
  ADD ("my-lists-come-first", test_my_lists_come_first);
  ADD ("others-can-be-chosen", test_others_can_be_chosen);
  ADD ("space-checks-off", test_space_checks_off);
  ADD ("evidence-is-not-skipped", test_evidence_is_not_skipped);
  ADD ("rows-lead-to-their-cause", test_rows_lead_to_their_cause);
  ADD ("row-says-all-of-it", test_row_says_all_of_it);
  ADD ("every-audience-with-too-much-counts",
       test_every_audience_with_too_much_counts);
  ADD ("long-list-is-cut-and-opens", test_long_list_is_cut_and_opens);
  ADD ("edit-keeps-the-rows", test_edit_keeps_the_rows);
  ADD ("nobody-known-is-told", test_nobody_known_is_told);
  ADD ("nothing-is-said-with-its-reason", test_nothing_is_said_with_its_reason);
  ADD ("nothing-for-one-points-to-all", test_nothing_for_one_points_to_all);
  ADD ("unread-items-are-told", test_unread_items_are_told);
  ADD ("week-opens-into-its-parts", test_week_opens_into_its_parts);
  return g_test_run ();
}
