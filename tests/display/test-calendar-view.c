/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "calendar-fixture.h"
#include "slip-calendar-view.h"
#include "slip-day-popover.h"
#include "slip-dragged-release.h"
#include "slip-month-grid.h"
#include "slip-preview-card.h"
#include "slip-tray.h"
#include "slip-view.h"

typedef struct {
  SlipPlanState *state;
  SlipQuery *query;
  GString *asked;
  GtkWidget *window;
  SlipView *view;
} Fixture;

static void
show (Fixture *fixture)
{
  slip_view_set_plan (fixture->view, fixture->state, fixture->query, TODAY);
  settle (fixture->window);
}

static void
open_view (Fixture *fixture, int width, int height)
{
  GtkWidget *view = slip_calendar_view_new ();

  fixture->state = new_plan ();
  fixture->query = slip_query_new ();
  fixture->asked = g_string_new (NULL);
  fixture->view = SLIP_VIEW (view);
  slip_view_set_plan (fixture->view, fixture->state, fixture->query, TODAY);
  fixture->window = open_window (view, fixture->asked, width, height);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  open_view (fixture, 900, 800);
}

static void
set_up_narrow (Fixture *fixture, gconstpointer data)
{
  open_view (fixture, 360, 640);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  SlipView *view = fixture->view;

  g_object_add_weak_pointer (G_OBJECT (view), (gpointer *) &view);
  close_window (fixture->window);
  g_assert_null (view);
  g_string_free (fixture->asked, TRUE);
  slip_query_unref (fixture->query);
  slip_plan_state_unref (fixture->state);
}

static GtkWidget *
find (Fixture *fixture, const char *name)
{
  return find_widget (GTK_WIDGET (fixture->view), name);
}

static const char *
get_title (Fixture *fixture)
{
  return gtk_label_get_text (GTK_LABEL (find (fixture, "calendar-title")));
}

static void
assert_focus (Fixture *fixture, const char *name)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (fixture->window));

  g_assert_nonnull (focus);
  g_assert_cmpstr (slip_widget_name_get (focus), ==, name);
}

static void
move (Fixture *fixture, const char *release, SlipDate date)
{
  set_planned (&fixture->state, release, SLIP_ANCHOR_RELEASE,
               slip_date_is_set (date)
                 ? plan_on (date, SLIP_CERTAINTY_CONFIRMED)
                 : SLIP_UNSCHEDULED);
  show (fixture);
}

static void
drop_on_tray (Fixture *fixture, const char *release)
{
  g_autoptr (GtkEventController) target =
    find_controller (find (fixture, "tray"), GTK_TYPE_DROP_TARGET);
  g_autoptr (SlipDraggedRelease) dragged = slip_dragged_release_new (release);
  g_auto (GValue) value = G_VALUE_INIT;
  gboolean is_dropped;

  g_value_init (&value, SLIP_TYPE_DRAGGED_RELEASE);
  g_value_set_boxed (&value, dragged);
  g_signal_emit_by_name (target, "drop", &value, 5.0, 5.0, &is_dropped);
}

static void
test_shows (Fixture *fixture, gconstpointer data)
{
  GtkWidget *tray = find (fixture, "tray");
  GtkWidget *loose = find (fixture, "chip:Tool 1.2");

  g_assert_cmpstr (get_title (fixture), ==, "December 2026");
  g_assert_nonnull (find (fixture, "chip:Tool 1.0"));
  g_assert_nonnull (loose);
  g_assert_true (gtk_widget_is_ancestor (loose, tray));
  slip_view_go (fixture->view, 1);
  g_assert_cmpstr (get_title (fixture), ==, "January 2027");
  slip_view_go (fixture->view, 0);
  g_assert_cmpstr (get_title (fixture), ==, "December 2026");
  slip_view_go (fixture->view, -1);
  g_assert_cmpstr (get_title (fixture), ==, "November 2026");
  slip_view_go_to_date (fixture->view, slip_date_new (2028, 2, 29));
  g_assert_cmpstr (get_title (fixture), ==, "February 2028");
}

static void
test_tray_drop (Fixture *fixture, gconstpointer data)
{
  drop_on_tray (fixture, LOOSE);
  g_assert_cmpuint (fixture->asked->len, ==, 0);
  drop_on_tray (fixture, FIRST);
  g_assert_cmpstr (fixture->asked->str, ==, "unschedule-release '" FIRST "'\n");
}

static void
test_preview (Fixture *fixture, gconstpointer data)
{
  SlipMonthGrid *grid = SLIP_MONTH_GRID (find (fixture, "month"));
  GtkWidget *cell = find (fixture, "day:2026-12-22");
  graphene_rect_t card_bounds;
  graphene_rect_t cell_bounds;

  g_assert_null (find (fixture, "preview-card"));
  slip_month_grid_hover (grid, FIRST, slip_date_new (2026, 12, 22));
  settle (fixture->window);
  GtkWidget *card = find (fixture, "preview-card");
  g_assert_nonnull (card);
  g_assert_false (gtk_widget_get_can_target (card));
  g_assert_true (
    gtk_widget_compute_bounds (card, GTK_WIDGET (fixture->view), &card_bounds));
  g_assert_true (
    gtk_widget_compute_bounds (cell, GTK_WIDGET (fixture->view), &cell_bounds));
  g_assert_false (
    graphene_rect_intersection (&card_bounds, &cell_bounds, NULL));

  /* Nothing would change on its own day. */
  slip_month_grid_hover (grid, FIRST, slip_date_new (2026, 12, 8));
  g_assert_false (gtk_widget_get_visible (card));
  slip_month_grid_hover (grid, FIRST, slip_date_new (2026, 12, 9));
  g_assert_true (gtk_widget_get_visible (card));
  slip_month_grid_hover (grid, NULL, SLIP_DATE_NONE);
  g_assert_false (gtk_widget_get_visible (card));
}

static void
test_focus_follows (Fixture *fixture, gconstpointer data)
{
  g_assert_true (slip_view_focus_release (fixture->view, FIRST));
  assert_focus (fixture, "chip:Tool 1.0");
  move (fixture, FIRST, slip_date_new (2026, 12, 10));
  assert_focus (fixture, "chip:Tool 1.0");
  move (fixture, FIRST, slip_date_new (2027, 3, 10));
  assert_focus (fixture, "chip:Tool 1.0");
  g_assert_cmpstr (get_title (fixture), ==, "March 2027");
  move (fixture, FIRST, SLIP_DATE_NONE);
  assert_focus (fixture, "chip:Tool 1.0");
  g_assert_true (gtk_widget_is_ancestor (find (fixture, "chip:Tool 1.0"),
                                         find (fixture, "tray")));
}

static void
test_focus_after_delete (Fixture *fixture, gconstpointer data)
{
  g_assert_true (slip_view_focus_release (fixture->view, FIRST));
  run_edit (&fixture->state,
            slip_entity_edit_new_remove (SLIP_KIND_RELEASE, FIRST));
  show (fixture);
  g_assert_null (find (fixture, "chip:Tool 1.0"));
  g_assert_false (slip_view_focus_release (fixture->view, FIRST));
  assert_focus (fixture, "day:2026-12-08");
}

static void
test_drag_over_pages (Fixture *fixture, gconstpointer data)
{
  GtkWidget *view = GTK_WIDGET (fixture->view);
  GtkWidget *tray = find_widget (view, "tray");

  /* As when the drag ends by Escape in January. */
  gtk_widget_activate_action (view, "calendar.drag", "b", TRUE);
  slip_view_go (fixture->view, 1);
  settle (fixture->window);
  g_assert_nonnull (find_widget (view, "day:2027-01-20"));
  gtk_widget_activate_action (view, "calendar.drag", "b", FALSE);
  settle (fixture->window);
  g_assert_null (find_widget (view, "day:2027-01-20"));
  g_assert_nonnull (find_widget (view, "day:2026-12-20"));

  /* As when the release was dropped there. */
  gtk_widget_activate_action (view, "calendar.drag", "b", TRUE);
  slip_view_go (fixture->view, 1);
  g_signal_emit_by_name (tray, "dropped", FIRST);
  gtk_widget_activate_action (view, "calendar.drag", "b", FALSE);
  settle (fixture->window);
  g_assert_nonnull (find_widget (view, "day:2027-01-20"));
}

static void
test_focus_after_drop (Fixture *fixture, gconstpointer data)
{
  drop_on_tray (fixture, FIRST);
  move (fixture, FIRST, SLIP_DATE_NONE);
  assert_focus (fixture, "chip:Tool 1.0");
}

static void
test_other_edits_leave_focus (Fixture *fixture, gconstpointer data)
{
  g_assert_true (slip_view_focus_release (fixture->view, SECOND));
  move (fixture, FIRST, slip_date_new (2027, 5, 3));
  assert_focus (fixture, "chip:Tool 1.1");
  g_assert_cmpstr (get_title (fixture), ==, "December 2026");
}

static void
test_full_tray (Fixture *fixture, gconstpointer data)
{
  SlipTray *tray = SLIP_TRAY (find (fixture, "tray"));

  for (int i = 0; i < 99; i++) {
    g_autofree char *version = g_strdup_printf ("3.%d", i);

    add_release (&fixture->state, NULL, version, SLIP_UNSCHEDULED);
  }
  show (fixture);
  GtkWidget *more = find (fixture, "more:unscheduled");
  g_assert_nonnull (more);
  g_assert_cmpint (slip_tray_get_n_chips (tray), <, 100);
  g_signal_emit_by_name (more, "clicked");
  settle (fixture->window);
  GtkWidget *popover = gtk_widget_get_last_child (GTK_WIDGET (tray));
  while (popover != NULL && !SLIP_IS_DAY_POPOVER (popover))
    popover = gtk_widget_get_prev_sibling (popover);
  g_assert_nonnull (popover);
  g_assert_cmpuint (g_list_model_get_n_items (
                      slip_day_popover_get_model (SLIP_DAY_POPOVER (popover))),
                    ==, 100);
  gtk_popover_popdown (GTK_POPOVER (popover));

  /* One that has no room gets it when it gets the focus. */
  add_release (&fixture->state, "00000000-0000-4000-8000-0000000000ff", "9.9",
               SLIP_UNSCHEDULED);
  show (fixture);
  g_assert_true (
    slip_view_focus_release (fixture->view,
                             "00000000-0000-4000-8000-0000000000ff"));
  settle (fixture->window);
  assert_focus (fixture, "chip:Tool 9.9");
  g_assert_nonnull (find (fixture, "chip:Tool 9.9"));
}

static void
test_week (Fixture *fixture, gconstpointer data)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->view),
                                             "calendar.span", "s", "week"));
  settle (fixture->window);
  g_assert_cmpstr (get_title (fixture), ==, "29 Nov – 5 Dec 2026");
  g_assert_null (find (fixture, "chip:Tool 1.0"));
  slip_view_go (fixture->view, 1);
  settle (fixture->window);
  g_assert_nonnull (find (fixture, "chip:Tool 1.0"));
}

/* The names of the weekdays stay where they are when the weeks are scrolled. */
static void
test_quarter (Fixture *fixture, gconstpointer data)
{
  GtkWidget *scroller = find (fixture, "calendar-scroller");
  GtkAdjustment *scroll =
    gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  g_autofree char *span = NULL;

  g_assert_null (find (fixture, "calendar-weekdays"));
  g_object_set (fixture->view, "span", "quarter", NULL);
  settle (fixture->window);
  g_assert_nonnull (find (fixture, "calendar-weekdays"));
  g_assert_cmpstr (get_title (fixture), ==, "29 Nov 2026 – 27 Feb 2027");
  g_assert_cmpfloat (gtk_adjustment_get_upper (scroll), >,
                     gtk_adjustment_get_page_size (scroll));

  /* A day that is there comes into sight; today begins the page again. */
  slip_view_go_to_date (fixture->view, slip_date_new (2027, 2, 24));
  g_assert_cmpfloat (gtk_adjustment_get_value (scroll), >, 0);
  g_assert_cmpstr (get_title (fixture), ==, "29 Nov 2026 – 27 Feb 2027");
  slip_view_go (fixture->view, 0);
  g_assert_cmpfloat (gtk_adjustment_get_value (scroll), <, 1);
  slip_view_go_to_date (fixture->view, slip_date_new (2027, 3, 3));
  g_assert_cmpstr (get_title (fixture), ==, "28 Feb – 29 May 2027");

  g_object_set (fixture->view, "span", "nonsense", NULL);
  g_object_get (fixture->view, "span", &span, NULL);
  g_assert_cmpstr (span, ==, "month");
}

/* Before another span has its size, it has its days and can be gone to. */
static void
test_focus_in_another_span (Fixture *fixture, gconstpointer data)
{
  SlipMonthGrid *grid = SLIP_MONTH_GRID (find (fixture, "month"));

  slip_month_grid_show_date (grid, slip_date_new (2027, 6, 1));
  g_object_set (fixture->view, "span", "quarter", NULL);
  slip_month_grid_set_selected (grid, SECOND);
  g_assert_true (slip_month_grid_focus_release (grid, SECOND));
  assert_focus (fixture, "chip:Tool 1.1");
  settle (fixture->window);
  assert_focus (fixture, "chip:Tool 1.1");
  g_assert_true (
    gtk_widget_has_css_class (find (fixture, "chip:Tool 1.1"), "selected"));
}

static void
set_span (Fixture *fixture, const char *span)
{
  g_object_set (fixture->view, "span", span, NULL);
  settle (fixture->window);
}

/* The agenda begins with today, or with the page that was turned to; and the
 * month is that of the agenda. */
static void
test_agenda (Fixture *fixture, gconstpointer data)
{
  SlipCalendarView *view = SLIP_CALENDAR_VIEW (fixture->view);

  set_span (fixture, "agenda");
  g_assert_null (find (fixture, "month"));
  g_assert_nonnull (find (fixture, "agenda-list"));
  g_assert_nonnull (find (fixture, "chip:Tool 1.0"));
  g_assert_true (
    slip_date_equal (slip_calendar_view_get_range (view).first, TODAY));
  g_assert_false (slip_date_is_set (slip_calendar_view_find_kept_date (view)));
  slip_view_go (fixture->view, 1);
  settle (fixture->window);
  g_assert_nonnull (find (fixture, "agenda-nothing"));
  g_assert_true (slip_date_equal (slip_calendar_view_find_kept_date (view),
                                  slip_date_new (2027, 1, 1)));

  set_span (fixture, "month");
  g_assert_cmpstr (get_title (fixture), ==, "January 2027");
  slip_view_go (fixture->view, -1);
  slip_view_go (fixture->view, -1);
  set_span (fixture, "agenda");
  g_assert_true (slip_date_equal (slip_calendar_view_get_range (view).first,
                                  slip_date_new (2026, 11, 1)));
  slip_view_go (fixture->view, 0);
  g_assert_true (
    slip_date_equal (slip_calendar_view_get_range (view).first, TODAY));

  /* December lies on November's page too, but beside it. */
  slip_view_go_to_date (fixture->view, slip_date_new (2026, 12, 9));
  set_span (fixture, "month");
  g_assert_cmpstr (get_title (fixture), ==, "December 2026");
}

/* The focus goes along with the release that is moved, and with the span. */
static void
test_agenda_focus (Fixture *fixture, gconstpointer data)
{
  g_assert_true (slip_view_focus_release (fixture->view, FIRST));
  set_span (fixture, "agenda");
  settle (fixture->window);
  g_assert_true (
    gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (fixture->window)),
                            find (fixture, "agenda-list")));
  g_assert_true (slip_view_focus_release (fixture->view, FIRST));
  assert_focus (fixture, "chip:Tool 1.0");
  move (fixture, FIRST, slip_date_new (2026, 12, 30));
  assert_focus (fixture, "chip:Tool 1.0");
  move (fixture, FIRST, slip_date_new (2026, 11, 25));
  assert_focus (fixture, "chip:Tool 1.0");
  move (fixture, FIRST, SLIP_DATE_NONE);
  assert_focus (fixture, "chip:Tool 1.0");
  g_assert_true (
    gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (fixture->window)),
                            find (fixture, "tray")));
}

static void
test_kept_date (Fixture *fixture, gconstpointer data)
{
  SlipCalendarView *view = SLIP_CALENDAR_VIEW (fixture->view);

  g_object_set (view, "span", "quarter", NULL);
  settle (fixture->window);
  g_assert_false (slip_date_is_set (slip_calendar_view_find_kept_date (view)));
  slip_view_go (fixture->view, 1);
  settle (fixture->window);
  g_assert_true (slip_date_equal (slip_calendar_view_find_kept_date (view),
                                  slip_date_new (2027, 2, 28)));
}

static void
test_narrow (Fixture *fixture, gconstpointer data)
{
  graphene_rect_t bounds;
  int least;
  int here;

  gtk_widget_measure (find (fixture, "tray"), GTK_ORIENTATION_VERTICAL, -1,
                      &least, NULL, NULL, NULL);
  gtk_widget_measure (find (fixture, "tray"), GTK_ORIENTATION_VERTICAL, 360,
                      &here, NULL, NULL, NULL);
  g_assert_cmpint (least, <=, here);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (fixture->view)), <=, 360);
  g_assert_true (gtk_widget_compute_bounds (find (fixture, "tray"),
                                            GTK_WIDGET (fixture->view),
                                            &bounds));
  g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <=, 641);
  g_assert_cmpstr (get_title (fixture), ==, "December 2026");
}

static void
assert_place (SlipRect place, int x, int y)
{
  SlipRect area = { 0, 0, 400, 300 };
  SlipRect card = slip_preview_card_place (area, place, 150, 80);

  g_assert_cmpint (card.x, ==, x);
  g_assert_cmpint (card.y, ==, y);
  g_assert_false (slip_rect_overlaps (card, place));
}

static void
test_place (void)
{
  /* Below; pushed in from the right; above; beside what is tall. */
  assert_place ((SlipRect){ 10, 10, 50, 50 }, 10, 66);
  assert_place ((SlipRect){ 340, 10, 50, 50 }, 250, 66);
  assert_place ((SlipRect){ 10, 200, 50, 50 }, 10, 114);
  assert_place ((SlipRect){ 100, 20, 50, 260 }, 156, 20);
  assert_place ((SlipRect){ 340, 20, 50, 260 }, 184, 20);
}

#define ADD(name, func)                                                        \
  g_test_add ("/calendar-view/" name, Fixture, NULL, set_up, func, tear_down)

/* Shows @state, of which FIRST has its parts in memory or has not. */
static void
show_state (Fixture *fixture, gboolean is_loaded)
{
  g_autoptr (SlipPlanState) state = slip_plan_state_fork (fixture->state);

  if (is_loaded)
    slip_plan_state_set_loaded (state, FIRST);
  else
    slip_plan_state_unload (state, FIRST);
  slip_view_set_plan (fixture->view, state, fixture->query, TODAY);
  settle (fixture->window);
}

/* A preview that needs checklists asks for them once, and is there with them;
 * unless the pointer is elsewhere by then. */
static void
test_preview_waits (Fixture *fixture, gconstpointer data)
{
  SlipMonthGrid *grid = SLIP_MONTH_GRID (find (fixture, "month"));

  show_state (fixture, FALSE);
  slip_month_grid_hover (grid, FIRST, slip_date_new (2026, 12, 22));
  g_assert_cmpstr (fixture->asked->str, ==, "load-parts '" FIRST "'\n");
  g_assert_null (find (fixture, "preview-card"));
  show_state (fixture, TRUE);
  g_assert_nonnull (find (fixture, "preview-card"));
  g_assert_true (gtk_widget_get_visible (find (fixture, "preview-card")));

  show_state (fixture, FALSE);
  slip_month_grid_hover (grid, FIRST, slip_date_new (2026, 12, 23));
  slip_month_grid_hover (grid, NULL, SLIP_DATE_NONE);
  show_state (fixture, TRUE);
  g_assert_null (find (fixture, "preview-card"));
}

/* What is asked in a dialog is not to be covered by the list it came from. */
static void
test_popover_makes_room (Fixture *fixture, gconstpointer data)
{
  SlipMonthGrid *grid = SLIP_MONTH_GRID (find (fixture, "month"));
  GtkWidget *popover;
  GtkWidget *dialog;

  slip_month_grid_open_day (grid, slip_date_new (2026, 12, 8));
  settle (fixture->window);
  popover = find (fixture, "SlipDayPopover");
  g_assert_true (gtk_widget_get_visible (popover));
  dialog = gtk_window_new ();
  gtk_window_set_transient_for (GTK_WINDOW (dialog),
                                GTK_WINDOW (fixture->window));
  gtk_window_present (GTK_WINDOW (dialog));
  g_assert_false (gtk_widget_get_visible (popover));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("list-of-a-day-makes-room-for-a-dialog", test_popover_makes_room);
  ADD ("focus-goes-to-a-release-in-another-span-at-once",
       test_focus_in_another_span);
  ADD ("shows-month-and-tray", test_shows);
  ADD ("drop-on-the-tray-unschedules", test_tray_drop);
  ADD ("hover-previews-beside-the-day", test_preview);
  ADD ("hover-previews-once-checklists-are-there", test_preview_waits);
  ADD ("focus-follows-the-moved-release", test_focus_follows);
  ADD ("focus-stays-near-what-was-deleted", test_focus_after_delete);
  ADD ("focus-goes-with-a-drop", test_focus_after_drop);
  ADD ("cancelled-drag-turns-the-pages-back", test_drag_over_pages);
  ADD ("other-edits-leave-focus-and-page", test_other_edits_leave_focus);
  ADD ("full-tray-opens-as-a-list", test_full_tray);
  ADD ("week-is-offered", test_week);
  ADD ("quarter-is-scrolled-below-its-weekdays", test_quarter);
  ADD ("agenda-goes-on-with-what-was-shown", test_agenda);
  ADD ("agenda-keeps-the-focus", test_agenda_focus);
  ADD ("day-is-kept-for-the-next-start", test_kept_date);
  g_test_add ("/calendar-view/fits-a-phone", Fixture, NULL, set_up_narrow,
              test_narrow, tear_down);
  g_test_add_func ("/preview-card/covers-neither-place-nor-edge", test_place);
  return g_test_run ();
}
