/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../core/rollout-plan.h"
#include "readiness-fixture.h"

#include "slip-lane-title.h"
#include "slip-preview-card.h"
#include "slip-rollout-grid.h"
#include "slip-rollout-view.h"
#include "slip-stage-bar.h"

/* 'pay' is on 8 December, its first stage has begun on 1 December. */
typedef struct {
  Readiness readiness;
  SlipQuery *query;
  GtkWidget *view;
  SlipRolloutGrid *grid;
} Fixture;

static void
show_plan (Fixture *fixture)
{
  slip_view_set_plan (SLIP_VIEW (fixture->view), fixture->readiness.state,
                      fixture->query, TODAY);
  readiness_spin ();
}

static void
set_up_with (Fixture *fixture, int width, int n_more)
{
  SlipPlanState *state = new_rollout_plan ();

  readiness_set_up (&fixture->readiness);
  act (&state, slip_rollout_start, "internal", "2026-12-01", 6);
  for (int i = 0; i < n_more; i++) {
    g_autofree char *id = g_strdup_printf ("more-%d", i);
    g_autofree char *version = g_strdup_printf ("%d", i);

    add_release (&state, id, "mobile", version, "2027-01-12");
  }
  slip_plan_state_unref (fixture->readiness.state);
  fixture->readiness.state = state;
  fixture->query = slip_query_new ();
  fixture->view = slip_rollout_view_new ();
  show_plan (fixture);
  readiness_show (&fixture->readiness, fixture->view, width, 640);
  fixture->grid =
    SLIP_ROLLOUT_GRID (readiness_find (fixture->view, "rollout-grid"));
}

static void
set_up (Fixture *fixture, gconstpointer width)
{
  set_up_with (fixture, GPOINTER_TO_INT (width), 0);
}

static void
set_up_many (Fixture *fixture, gconstpointer width)
{
  set_up_with (fixture, GPOINTER_TO_INT (width), 300);
}

static void
set_up_mirrored (Fixture *fixture, gconstpointer width)
{
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  set_up (fixture, width);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  readiness_close (&fixture->readiness, fixture->readiness.window);
  readiness_tear_down (&fixture->readiness);
  slip_query_unref (fixture->query);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

static graphene_rect_t
find_bounds (Fixture *fixture, const char *name)
{
  GtkWidget *widget = readiness_find (GTK_WIDGET (fixture->grid), name);
  graphene_rect_t bounds;

  g_assert_nonnull (widget);
  g_assert_true (
    gtk_widget_compute_bounds (widget, GTK_WIDGET (fixture->grid), &bounds));
  return bounds;
}

static gboolean
press (Fixture *fixture, guint key, GdkModifierType modifiers)
{
  GtkEventController *keys =
    readiness_find_controller (GTK_WIDGET (fixture->grid),
                               GTK_TYPE_EVENT_CONTROLLER_KEY);
  gboolean is_handled = FALSE;

  g_signal_emit_by_name (keys, "key-pressed", key, 0, modifiers, &is_handled);
  readiness_spin ();
  return is_handled;
}

static void
assert_focused (Fixture *fixture, const char *name)
{
  GtkWidget *widget =
    slip_rollout_grid_get_widget (fixture->grid, slip_rollout_grid_get_focused (
                                                   fixture->grid));

  g_assert_nonnull (widget);
  g_assert_cmpstr (slip_widget_name_get (widget), ==, name);
}

static void
test_a_bar_says_what_it_is (Fixture *fixture, gconstpointer data)
{
  GtkWidget *bar =
    readiness_find (GTK_WIDGET (fixture->grid), "stage:Payments 3.9:internal");
  const char *label = "Payments 3.9, internal: active, day 1 of 7, "
                      "Tue 1 December to Mon 7 December, "
                      "planned Tue 1 December to Mon 7 December";

  g_assert_nonnull (bar);
  g_assert_true (gtk_widget_has_css_class (bar, "active"));
  g_assert_cmpstr (slip_stage_bar_get_label (SLIP_STAGE_BAR (bar)), ==, label);
  gtk_test_accessible_assert_role (bar, GTK_ACCESSIBLE_ROLE_BUTTON);
  gtk_test_accessible_assert_property (bar, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       label);
}

static void
test_a_lane_says_every_stage (Fixture *fixture, gconstpointer data)
{
  GtkWidget *title =
    readiness_find (GTK_WIDGET (fixture->grid), "lane:Payments 3.9");
  const char *label = "Payments 3.9, Rolling out, releases 8 Dec; "
                      "internal: active, day 1 of 7, Tue 1 December to Mon 7 "
                      "December, planned Tue 1 December to Mon 7 December; "
                      "five: planned, Tue 8 December to Wed 9 December; "
                      "quarter: planned, Thu 10 December to Sat 12 December; "
                      "all: planned, Sun 13 December";

  g_assert_nonnull (title);
  gtk_test_accessible_assert_property (title, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       label);
}

static void
depend (Fixture *fixture, const char *release, const char *on)
{
  SlipEntityEdit *edit =
    slip_entity_edit_new_create (SLIP_KIND_DEPENDENCY, NULL, release);
  g_autoptr (SlipChangeSet) set = NULL;
  SlipPlanState *next;

  slip_entity_edit_add_text (edit, SLIP_DEPENDENCY_ON_RELEASE, on);
  set = slip_intent_run (slip_entity_edit_run, edit, fixture->readiness.state,
                         NULL);
  slip_entity_edit_free (edit);
  g_assert_nonnull (set);
  next = slip_plan_state_apply (fixture->readiness.state, set, NULL);
  g_assert_nonnull (next);
  slip_plan_state_unref (fixture->readiness.state);
  fixture->readiness.state = next;
  show_plan (fixture);
}

static void
test_a_lane_says_what_it_has_to_do_with_the_selected (Fixture *fixture,
                                                      gconstpointer data)
{
  GtkWidget *grid = GTK_WIDGET (fixture->grid);
  GtkWidget *title;

  slip_view_set_selected (SLIP_VIEW (fixture->view), "pay");
  depend (fixture, "more-0", "pay");
  readiness_spin ();
  title = readiness_find (grid, "lane:Mobile 0");
  g_assert_nonnull (title);
  gtk_test_accessible_assert_property (title,
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "It depends on Payments 3.9");
  slip_view_set_selected (SLIP_VIEW (fixture->view), "more-0");
  gtk_test_accessible_assert_property (readiness_find (grid,
                                                       "lane:Payments 3.9"),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Mobile 0 depends on it");
  g_assert_false (
    gtk_test_accessible_has_property (GTK_ACCESSIBLE (title),
                                      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION));
}

static void
test_stages_follow_each_other (Fixture *fixture, gconstpointer data)
{
  graphene_rect_t title = find_bounds (fixture, "lane:Payments 3.9");
  graphene_rect_t first = find_bounds (fixture, "stage:Payments 3.9:internal");
  graphene_rect_t second = find_bounds (fixture, "stage:Payments 3.9:five");

  g_assert_cmpfloat (title.origin.x, <, first.origin.x);
  g_assert_cmpfloat_with_epsilon (first.origin.x + first.size.width,
                                  second.origin.x, 1.1);
}

static void
test_time_goes_the_other_way_there (Fixture *fixture, gconstpointer data)
{
  graphene_rect_t title = find_bounds (fixture, "lane:Payments 3.9");
  graphene_rect_t first = find_bounds (fixture, "stage:Payments 3.9:internal");
  graphene_rect_t second = find_bounds (fixture, "stage:Payments 3.9:five");

  g_assert_cmpfloat (title.origin.x, >, first.origin.x);
  g_assert_cmpfloat_with_epsilon (second.origin.x + second.size.width,
                                  first.origin.x, 1.1);
  /* Left is where time goes. */
  g_assert_true (slip_rollout_grid_focus (fixture->grid, "pay", "internal"));
  press (fixture, GDK_KEY_Left, 0);
  assert_focused (fixture, "stage:Payments 3.9:five");
  press (fixture, GDK_KEY_Left, GDK_ALT_MASK);
  g_assert_cmpstr (fixture->readiness.log->str, ==,
                   "move-stage-by ('five', 1, 1)\n");
}

static void
test_a_narrow_title_stands_above (Fixture *fixture, gconstpointer data)
{
  graphene_rect_t title = find_bounds (fixture, "lane:Payments 3.9");
  graphene_rect_t bar = find_bounds (fixture, "stage:Payments 3.9:internal");

  g_assert_cmpfloat (title.origin.y + title.size.height, <=, bar.origin.y);
  g_assert_cmpfloat (title.size.width, >, 300);
}

static void
test_only_what_is_in_sight_has_widgets (Fixture *fixture, gconstpointer data)
{
  guint n = slip_rollout_grid_count_widgets (fixture->grid);

  g_assert_cmpuint (n, >, 4);
  g_assert_cmpuint (n, <, 40);
  for (int i = 0; i < 30; i++)
    press (fixture, i == 0 ? GDK_KEY_Home : GDK_KEY_Page_Down, 0);
  g_assert_true (slip_rollout_grid_focus (fixture->grid, "pay", NULL));
  for (int i = 0; i < 100; i++)
    press (fixture, GDK_KEY_Page_Down, 0);
  /* By title. */
  assert_focused (fixture, "lane:Mobile 99");
  g_assert_cmpuint (slip_rollout_grid_count_widgets (fixture->grid), <, 40);
}

static void
test_arrows_walk_through_stages_and_lanes (Fixture *fixture, gconstpointer data)
{
  g_assert_true (
    gtk_widget_child_focus (GTK_WIDGET (fixture->grid), GTK_DIR_TAB_FORWARD));
  assert_focused (fixture, "lane:Payments 3.9");
  press (fixture, GDK_KEY_Right, 0);
  assert_focused (fixture, "stage:Payments 3.9:internal");
  press (fixture, GDK_KEY_End, 0);
  assert_focused (fixture, "stage:Payments 3.9:all");
  press (fixture, GDK_KEY_Left, 0);
  assert_focused (fixture, "stage:Payments 3.9:quarter");
  press (fixture, GDK_KEY_Home, 0);
  assert_focused (fixture, "lane:Payments 3.9");
  press (fixture, GDK_KEY_Down, 0);
  assert_focused (fixture, "lane:Mobile 0");
  press (fixture, GDK_KEY_Up, 0);
  assert_focused (fixture, "lane:Payments 3.9");
}

static void
test_keys_ask_for_moves (Fixture *fixture, gconstpointer data)
{
  g_assert_true (slip_rollout_grid_focus (fixture->grid, "pay", "five"));
  press (fixture, GDK_KEY_Right, GDK_ALT_MASK);
  press (fixture, GDK_KEY_Down, GDK_ALT_MASK);
  press (fixture, GDK_KEY_Right, GDK_ALT_MASK | GDK_SHIFT_MASK);
  press (fixture, GDK_KEY_Left, GDK_CONTROL_MASK | GDK_SHIFT_MASK);
  press (fixture, GDK_KEY_space, 0);
  press (fixture, GDK_KEY_Home, 0);
  press (fixture, GDK_KEY_Right, GDK_ALT_MASK);

  g_assert_cmpstr (fixture->readiness.log->str, ==,
                   "move-stage-by ('five', 1, 1)\n"
                   "move-stage-by ('five', 7, 7)\n"
                   "move-stage-by ('five', 0, 1)\n"
                   "move-stage-by ('five', -1, 0)\n"
                   "select-release 'pay'\n"
                   "move-release-by ('pay', 1, false)\n");
}

static void
test_the_focus_stays_with_a_stage_that_moves (Fixture *fixture,
                                              gconstpointer data)
{
  g_autoptr (SlipEntityEdit) edit =
    slip_entity_edit_new_set (SLIP_KIND_STAGE, "quarter");

  g_assert_true (slip_rollout_grid_focus (fixture->grid, "pay", "quarter"));
  slip_entity_edit_add_integer (edit, SLIP_STAGE_START_OFFSET, 3);
  readiness_run (&fixture->readiness, slip_entity_edit_run, edit);
  show_plan (fixture);

  assert_focused (fixture, "stage:Payments 3.9:quarter");
}

static void
test_it_zooms_to_quarters_and_back (Fixture *fixture, gconstpointer data)
{
  float width = find_bounds (fixture, "stage:Payments 3.9:internal").size.width;

  for (int i = 0; i < 5; i++)
    gtk_widget_activate_action (fixture->view, "rollout.zoom-out", NULL);
  g_assert_cmpint (slip_rollout_grid_get_zoom (fixture->grid), ==,
                   SLIP_ZOOM_QUARTERS);
  gtk_test_widget_wait_for_draw (fixture->readiness.window);
  g_assert_cmpfloat (
    find_bounds (fixture, "stage:Payments 3.9:internal").size.width, <,
    width / 4);
  for (int i = 0; i < 5; i++)
    gtk_widget_activate_action (fixture->view, "rollout.zoom-in", NULL);
  g_assert_cmpint (slip_rollout_grid_get_zoom (fixture->grid), ==,
                   SLIP_ZOOM_DAYS);
  gtk_test_widget_wait_for_draw (fixture->readiness.window);
  g_assert_cmpfloat (
    find_bounds (fixture, "stage:Payments 3.9:internal").size.width, >, width);
}

static void
test_hovering_tells_and_shows_where (Fixture *fixture, gconstpointer data)
{
  GtkWidget *card = readiness_find (fixture->view, "preview-card");

  slip_rollout_grid_hover (fixture->grid, "quarter",
                           days ("2026-12-12", "2026-12-14"));
  g_assert_true (gtk_widget_get_visible (card));
  /* The stage and the one that follows it. */
  g_assert_cmpuint (slip_rollout_grid_get_scene (fixture->grid)->ghosts->len,
                    ==, 4);
  slip_rollout_grid_hover (fixture->grid, NULL, days (NULL, NULL));
  g_assert_false (gtk_widget_get_visible (card));
  g_assert_null (slip_rollout_grid_get_scene (fixture->grid)->ghosts);
  g_assert_cmpstr (fixture->readiness.log->str, ==, "");
}

static void
test_an_empty_filter_says_so (Fixture *fixture, gconstpointer data)
{
  slip_query_set_product (fixture->query, "mobile");
  show_plan (fixture);

  g_assert_true (
    gtk_widget_get_mapped (readiness_find (fixture->view, "rollout-none")));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
#define ADD(path, width, up, func)                                             \
  g_test_add ("/rollout-view/" path, Fixture, GINT_TO_POINTER (width), up,     \
              func, tear_down)
  ADD ("bar/says-what-it-is", 1000, set_up, test_a_bar_says_what_it_is);
  ADD ("lane/says-every-stage", 1000, set_up, test_a_lane_says_every_stage);
  ADD ("lane/says-what-it-has-to-do-with-the-selected", 1000, set_up_many,
       test_a_lane_says_what_it_has_to_do_with_the_selected);
  ADD ("place/stages-follow-each-other", 1000, set_up,
       test_stages_follow_each_other);
  ADD ("place/the-other-way-in-right-to-left", 1000, set_up_mirrored,
       test_time_goes_the_other_way_there);
  ADD ("place/narrow-title-above", 360, set_up,
       test_a_narrow_title_stands_above);
  ADD ("widgets/only-what-is-in-sight", 1000, set_up_many,
       test_only_what_is_in_sight_has_widgets);
  ADD ("keys/arrows-walk", 1000, set_up_many,
       test_arrows_walk_through_stages_and_lanes);
  ADD ("keys/ask-for-moves", 1000, set_up, test_keys_ask_for_moves);
  ADD ("focus/stays-with-a-stage-that-moves", 1000, set_up,
       test_the_focus_stays_with_a_stage_that_moves);
  ADD ("zoom/to-quarters-and-back", 1000, set_up,
       test_it_zooms_to_quarters_and_back);
  ADD ("hover/tells-and-shows-where", 1000, set_up,
       test_hovering_tells_and_shows_where);
  ADD ("empty/says-so", 1000, set_up, test_an_empty_filter_says_so);
#undef ADD
  return g_test_run ();
}
