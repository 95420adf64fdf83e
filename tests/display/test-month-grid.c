/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "calendar-fixture.h"
#include "slip-chip.h"
#include "slip-count-text.h"
#include "slip-day-popover.h"
#include "slip-dragged-release.h"
#include "slip-month-grid.h"
#include "slip-release-menu.h"

#define WIDTH  900
#define HEIGHT 720

typedef struct {
  SlipPlanState *state;
  GString *asked;
  GtkWidget *window;
  GtkWidget *widget;
  SlipMonthGrid *grid;
  int n_hovers;
} Fixture;

static void
hover_changed_cb (SlipMonthGrid *grid,
                  const char *release,
                  int day,
                  Fixture *fixture)
{
  fixture->n_hovers++;
}

static void
show (Fixture *fixture)
{
  g_autoptr (SlipCalendarIndex) index = new_index (fixture->state);

  slip_month_grid_set_plan (fixture->grid, index, TODAY);
}

static void
open_grid (Fixture *fixture, int width, int height)
{
  fixture->state = new_plan ();
  fixture->asked = g_string_new (NULL);
  fixture->widget = slip_month_grid_new ();
  fixture->grid = SLIP_MONTH_GRID (fixture->widget);
  g_signal_connect (fixture->grid, "hover-changed",
                    G_CALLBACK (hover_changed_cb), fixture);
  show (fixture);
  fixture->window =
    open_window (fixture->widget, fixture->asked, width, height);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  open_grid (fixture, WIDTH, HEIGHT);
}

static void
set_up_narrow (Fixture *fixture, gconstpointer data)
{
  open_grid (fixture, 360, 500);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  GtkWidget *grid = fixture->widget;

  g_object_add_weak_pointer (G_OBJECT (grid), (gpointer *) &grid);
  close_window (fixture->window);
  g_assert_null (grid);
  g_string_free (fixture->asked, TRUE);
  slip_plan_state_unref (fixture->state);
}

static SlipDayCell *
get_cell (Fixture *fixture, int month, int day)
{
  return slip_month_grid_get_cell (fixture->grid,
                                   slip_date_new (2026, month, day));
}

static void
get_middle (Fixture *fixture, GtkWidget *widget, double *x, double *y)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (widget, fixture->widget, &bounds));
  *x = bounds.origin.x + bounds.size.width / 2;
  *y = bounds.origin.y + bounds.size.height / 2;
}

static void
assert_focus (Fixture *fixture, const char *name)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (fixture->window));

  g_assert_nonnull (focus);
  g_assert_cmpstr (slip_widget_name_get (focus), ==, name);
}

static void
press_focused (Fixture *fixture, guint key, GdkModifierType modifiers)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (fixture->window));

  g_assert_true (press (focus, key, modifiers));
}

static gboolean
drop_at (Fixture *fixture, const char *release, GtkWidget *place)
{
  g_autoptr (GtkEventController) target =
    find_controller (fixture->widget, GTK_TYPE_DROP_TARGET);
  g_autoptr (SlipDraggedRelease) dragged = slip_dragged_release_new (release);
  g_auto (GValue) value = G_VALUE_INIT;
  gboolean is_dropped = FALSE;
  double x;
  double y;

  get_middle (fixture, place, &x, &y);
  g_value_init (&value, SLIP_TYPE_DRAGGED_RELEASE);
  g_value_set_boxed (&value, dragged);
  g_signal_emit_by_name (target, "drop", &value, x, y, &is_dropped);
  return is_dropped;
}

static void
test_places (Fixture *fixture, gconstpointer data)
{
  SlipDayCell *cell = get_cell (fixture, 12, 8);
  GtkWidget *chip = find_widget (fixture->widget, "chip:Tool 1.0");
  double x;
  double y;

  g_assert_nonnull (chip);
  g_assert_true (gtk_widget_get_parent (chip) == GTK_WIDGET (cell));
  g_assert_cmpint (slip_day_cell_get_n_chips (cell), ==, 1);
  g_assert_true (find_widget (fixture->widget, "day:2026-12-08") ==
                 GTK_WIDGET (cell));
  /* What the pointer would hit. */
  get_middle (fixture, chip, &x, &y);
  g_assert_true (gtk_widget_pick (fixture->widget, x, y, GTK_PICK_DEFAULT) ==
                 chip);
  g_assert_cmpstr (slip_month_grid_get_title (fixture->grid), ==,
                   "December 2026");
}

static void
test_labels (Fixture *fixture, gconstpointer data)
{
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (fixture->grid),
                                   GTK_ACCESSIBLE_ROLE_GRID);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (fixture->grid),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "December 2026");
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (get_cell (fixture, 12, 8)),
                                   GTK_ACCESSIBLE_ROLE_GRID_CELL);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (
                                         get_cell (fixture, 12, 8)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Tuesday 8 December 2026, 1 release");
  gtk_test_accessible_assert_property (
    GTK_ACCESSIBLE (get_cell (fixture, 12, 22)), GTK_ACCESSIBLE_PROPERTY_LABEL,
    "Tuesday 22 December 2026, Year-end freeze");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (
                                         get_cell (fixture, 12, 1)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Tuesday 1 December 2026, today");
}

static void
test_drop (Fixture *fixture, gconstpointer data)
{
  g_assert_true (
    drop_at (fixture, FIRST, GTK_WIDGET (get_cell (fixture, 12, 16))));
  g_assert_cmpstr (fixture->asked->str, ==,
                   "move-release ('" FIRST "', '2026-12-16', false)\n");
}

static void
test_drop_unscheduled (Fixture *fixture, gconstpointer data)
{
  g_assert_true (
    drop_at (fixture, LOOSE, GTK_WIDGET (get_cell (fixture, 12, 2))));
  g_assert_cmpstr (fixture->asked->str, ==,
                   "move-release ('" LOOSE "', '2026-12-02', false)\n");
}

static void
test_drop_on_own_day (Fixture *fixture, gconstpointer data)
{
  drop_at (fixture, FIRST, GTK_WIDGET (get_cell (fixture, 12, 8)));
  g_assert_cmpuint (fixture->asked->len, ==, 0);
}

static void
test_hover (Fixture *fixture, gconstpointer data)
{
  SlipDate day = slip_date_new (2026, 12, 16);
  g_autofree char *before = slip_plan_state_digest (fixture->state);
  GtkWidget *cell = GTK_WIDGET (get_cell (fixture, 12, 16));

  for (int i = 0; i < 5; i++)
    slip_month_grid_hover (fixture->grid, FIRST, day);
  g_assert_cmpint (fixture->n_hovers, ==, 1);
  g_assert_true (gtk_widget_has_css_class (cell, "hovered"));
  slip_month_grid_hover (fixture->grid, FIRST, slip_date_add_days (day, 1));
  g_assert_cmpint (fixture->n_hovers, ==, 2);
  g_assert_false (gtk_widget_has_css_class (cell, "hovered"));
  for (int i = 0; i < 3; i++)
    slip_month_grid_hover (fixture->grid, NULL, SLIP_DATE_NONE);
  g_assert_cmpint (fixture->n_hovers, ==, 3);

  g_autofree char *after = slip_plan_state_digest (fixture->state);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpuint (fixture->asked->len, ==, 0);
}

static void
test_leave (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GtkEventController) target =
    find_controller (fixture->widget, GTK_TYPE_DROP_TARGET);
  GtkWidget *cell = GTK_WIDGET (get_cell (fixture, 12, 16));

  slip_month_grid_hover (fixture->grid, FIRST, slip_date_new (2026, 12, 16));
  g_signal_emit_by_name (target, "leave");
  g_signal_emit_by_name (target, "leave");
  g_assert_false (gtk_widget_has_css_class (cell, "hovered"));
  g_assert_cmpint (fixture->n_hovers, ==, 2);
}

static void
test_walk (Fixture *fixture, gconstpointer data)
{
  g_assert_true (gtk_widget_child_focus (fixture->widget, GTK_DIR_TAB_FORWARD));
  assert_focus (fixture, "day:2026-12-01");
  press_focused (fixture, GDK_KEY_Right, 0);
  assert_focus (fixture, "day:2026-12-02");
  press_focused (fixture, GDK_KEY_Down, 0);
  assert_focus (fixture, "day:2026-12-09");
  press_focused (fixture, GDK_KEY_Home, 0);
  /* The C locale's weeks start on Sunday. */
  assert_focus (fixture, "day:2026-12-06");
  press_focused (fixture, GDK_KEY_End, 0);
  assert_focus (fixture, "day:2026-12-12");
  press_focused (fixture, GDK_KEY_Page_Down, 0);
  assert_focus (fixture, "day:2027-01-12");
  g_assert_cmpstr (slip_month_grid_get_title (fixture->grid), ==,
                   "January 2027");
  press_focused (fixture, GDK_KEY_Home, GDK_CONTROL_MASK);
  assert_focus (fixture, "day:2026-12-01");
  /* One stop for the Tab key. */
  g_assert_false (
    gtk_widget_child_focus (fixture->widget, GTK_DIR_TAB_FORWARD));
}

static void
test_walk_off_the_page (Fixture *fixture, gconstpointer data)
{
  slip_month_grid_focus_date (fixture->grid, slip_date_new (2026, 12, 31));
  press_focused (fixture, GDK_KEY_Down, 0);
  assert_focus (fixture, "day:2027-01-07");
  g_assert_cmpstr (slip_month_grid_get_title (fixture->grid), ==,
                   "January 2027");
}

static void
test_enter (Fixture *fixture, gconstpointer data)
{
  slip_month_grid_focus_date (fixture->grid, slip_date_new (2026, 12, 8));
  press_focused (fixture, GDK_KEY_Return, 0);
  assert_focus (fixture, "chip:Tool 1.0");
  press_focused (fixture, GDK_KEY_Escape, 0);
  assert_focus (fixture, "day:2026-12-08");
  g_assert_cmpuint (fixture->asked->len, ==, 0);

  slip_month_grid_focus_date (fixture->grid, slip_date_new (2026, 12, 3));
  press_focused (fixture, GDK_KEY_Return, 0);
  g_assert_cmpstr (fixture->asked->str, ==, "new-release '2026-12-03'\n");
}

static void
add_many (Fixture *fixture, int n)
{
  for (int i = 0; i < n; i++) {
    g_autofree char *version = g_strdup_printf ("2.%d", i);

    add_release (&fixture->state, NULL, version,
                 plan_on (slip_date_new (2026, 12, 8),
                          SLIP_CERTAINTY_CONFIRMED));
  }
  show (fixture);
  settle (fixture->window);
}

static void
test_overflow (Fixture *fixture, gconstpointer data)
{
  add_many (fixture, 119);
  SlipDayCell *cell = get_cell (fixture, 12, 8);
  int n_chips = slip_day_cell_get_n_chips (cell);
  GtkWidget *more = find_widget (fixture->widget, "more:2026-12-08");
  g_autofree char *label = g_strdup_printf ("+%d", 120 - n_chips);

  g_assert_cmpint (n_chips, >, 0);
  g_assert_cmpint (n_chips, <, 10);
  g_assert_nonnull (more);
  g_assert_cmpstr (slip_count_text_get (SLIP_COUNT_TEXT (
                     gtk_button_get_child (GTK_BUTTON (more)))),
                   ==, label);
  g_signal_emit_by_name (more, "clicked");
  settle (fixture->window);

  GtkWidget *popover = gtk_widget_get_last_child (fixture->widget);
  g_assert_true (SLIP_IS_DAY_POPOVER (popover));
  g_assert_true (gtk_widget_get_visible (popover));
  GListModel *model = slip_day_popover_get_model (SLIP_DAY_POPOVER (popover));
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, 120);
  /* All can be reached, few are widgets at a time. */
  g_assert_nonnull (find_widget (popover, "chip:Tool 2.10"));
  gtk_popover_popdown (GTK_POPOVER (popover));
}

static void
test_focus_hidden (Fixture *fixture, gconstpointer data)
{
  add_many (fixture, 40);
  add_release (&fixture->state, "00000000-0000-4000-8000-0000000000ff", "9.9",
               plan_on (slip_date_new (2026, 12, 8), SLIP_CERTAINTY_CONFIRMED));
  show (fixture);
  g_assert_null (find_widget (fixture->widget, "chip:Tool 9.9"));
  g_assert_true (
    slip_month_grid_focus_release (fixture->grid,
                                   "00000000-0000-4000-8000-0000000000ff"));
  settle (fixture->window);
  assert_focus (fixture, "chip:Tool 9.9");
  g_assert_nonnull (find_widget (fixture->widget, "chip:Tool 9.9"));
}

static void
test_focus_release (Fixture *fixture, gconstpointer data)
{
  slip_month_grid_show_date (fixture->grid, slip_date_new (2027, 6, 1));
  g_assert_true (slip_month_grid_focus_release (fixture->grid, SECOND));
  assert_focus (fixture, "chip:Tool 1.1");
  g_assert_cmpstr (slip_month_grid_get_title (fixture->grid), ==,
                   "December 2026");
  g_assert_false (slip_month_grid_focus_release (fixture->grid, LOOSE));
}

static void
test_selected (Fixture *fixture, gconstpointer data)
{
  slip_month_grid_set_selected (fixture->grid, FIRST);
  g_assert_true (
    gtk_widget_has_css_class (find_widget (fixture->widget, "chip:Tool 1.0"),
                              "selected"));
  slip_month_grid_set_selected (fixture->grid, SECOND);
  g_assert_false (
    gtk_widget_has_css_class (find_widget (fixture->widget, "chip:Tool 1.0"),
                              "selected"));
  g_assert_true (
    gtk_widget_has_css_class (find_widget (fixture->widget, "chip:Tool 1.1"),
                              "selected"));
}

static void
depend (Fixture *fixture, const char *release, const char *on)
{
  SlipEntityEdit *edit =
    slip_entity_edit_new_create (SLIP_KIND_DEPENDENCY, NULL, release);

  slip_entity_edit_add_text (edit, SLIP_DEPENDENCY_ON_RELEASE, on);
  run_edit (&fixture->state, edit);
  show (fixture);
}

static void
assert_linked (Fixture *fixture,
               const char *name,
               const char *css_class,
               gboolean is_broken,
               const char *description)
{
  GtkWidget *chip = find_widget (fixture->widget, name);

  g_assert_true (gtk_widget_has_css_class (chip, css_class));
  g_assert_cmpint (gtk_widget_has_css_class (chip, "broken"), ==, is_broken);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (chip),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       description);
}

static void
test_linked (Fixture *fixture, gconstpointer data)
{
  GtkWidget *chip;

  slip_month_grid_set_selected (fixture->grid, FIRST);
  depend (fixture, SECOND, FIRST);
  assert_linked (fixture, "chip:Tool 1.1", "dependent", FALSE,
                 "It depends on Tool 1.0");
  slip_month_grid_set_selected (fixture->grid, SECOND);
  assert_linked (fixture, "chip:Tool 1.0", "prerequisite", FALSE,
                 "Tool 1.1 depends on it");
  chip = find_widget (fixture->widget, "chip:Tool 1.1");
  g_assert_false (gtk_widget_has_css_class (chip, "dependent"));
  g_assert_false (
    gtk_test_accessible_has_property (GTK_ACCESSIBLE (chip),
                                      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION));
  slip_month_grid_set_selected (fixture->grid, NULL);
  g_assert_false (
    gtk_widget_has_css_class (find_widget (fixture->widget, "chip:Tool 1.0"),
                              "prerequisite"));
}

static void
test_linked_too_early (Fixture *fixture, gconstpointer data)
{
  depend (fixture, FIRST, SECOND);
  slip_month_grid_set_selected (fixture->grid, SECOND);
  assert_linked (fixture, "chip:Tool 1.0", "dependent", TRUE,
                 "It depends on Tool 1.1");
}

static int
count_widgets (GtkWidget *widget)
{
  int n = 1;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_widgets (child);
  return n;
}

/* Chips are used again; turning pages neither makes nor leaves any behind. */
static void
test_recycles (Fixture *fixture, gconstpointer data)
{
  GtkWidget *chip =
    GTK_WIDGET (slip_day_cell_get_chip (get_cell (fixture, 12, 8), 0));

  for (int i = 0; i < 3; i++) {
    slip_month_grid_go (fixture->grid, 1);
    settle (fixture->window);
  }
  int n_widgets = count_widgets (fixture->widget);
  g_assert_false (gtk_widget_get_mapped (chip));
  g_assert_null (slip_chip_get_release (SLIP_CHIP (chip)));

  for (int i = 0; i < 30; i++) {
    slip_month_grid_go (fixture->grid, i % 2 == 0 ? 1 : -1);
    settle (fixture->window);
  }
  g_assert_cmpint (count_widgets (fixture->widget), ==, n_widgets);
  for (int i = 0; i < 3; i++)
    slip_month_grid_go (fixture->grid, -1);
  settle (fixture->window);
  g_assert_true (
    GTK_WIDGET (slip_day_cell_get_chip (get_cell (fixture, 12, 8), 0)) == chip);
}

static void
test_long_names (Fixture *fixture, gconstpointer data)
{
  const char *name = "Checkpoint: completion of everything that can be tested "
                     "by those who know it";
  SlipEntityEdit *edit =
    slip_entity_edit_new_create (SLIP_KIND_RELEASE, NULL, NULL);

  slip_entity_edit_add_text (edit, SLIP_RELEASE_PRODUCT, PRODUCT);
  slip_entity_edit_add_text (edit, SLIP_RELEASE_NAME, name);
  slip_entity_edit_add_planned (edit, SLIP_ANCHOR_RELEASE,
                                plan_on (slip_date_new (2026, 12, 8),
                                         SLIP_CERTAINTY_CONFIRMED));
  run_edit (&fixture->state, edit);
  show (fixture);
  slip_month_grid_open_day (fixture->grid, slip_date_new (2026, 12, 8));
  settle (fixture->window);

  GtkWidget *popover = gtk_widget_get_last_child (fixture->widget);
  g_autofree char *chip_name = g_strconcat ("chip:", name, NULL);
  GtkWidget *short_chip = find_widget (popover, "chip:Tool 1.0");
  GtkWidget *long_chip = find_widget (popover, chip_name);
  g_assert_nonnull (short_chip);
  g_assert_nonnull (long_chip);
  g_assert_cmpint (gtk_widget_get_height (long_chip), >,
                   gtk_widget_get_height (short_chip));
  g_assert_cmpstr (slip_chip_get_shown_text (SLIP_CHIP (long_chip)), ==, name);
  gtk_popover_popdown (GTK_POPOVER (popover));
}

static void
test_week (Fixture *fixture, gconstpointer data)
{
  slip_month_grid_focus_date (fixture->grid, slip_date_new (2026, 12, 9));
  slip_month_grid_set_span (fixture->grid, SLIP_SPAN_WEEK);
  settle (fixture->window);
  g_assert_cmpint (slip_range_get_length (
                     slip_month_grid_get_range (fixture->grid)),
                   ==, 7);
  /* There is room for the whole title and the status. */
  g_assert_cmpstr (slip_chip_get_shown_text (SLIP_CHIP (
                     find_widget (fixture->widget, "chip:Tool 1.0"))),
                   ==, "Tool 1.0\nPlanned");
  g_assert_null (find_widget (fixture->widget, "day:2026-12-01"));
  slip_month_grid_go (fixture->grid, 1);
  settle (fixture->window);
  g_assert_nonnull (find_widget (fixture->widget, "day:2026-12-14"));
}

static void
show_quarter (Fixture *fixture)
{
  slip_month_grid_set_span (fixture->grid, SLIP_SPAN_QUARTER);
  settle (fixture->window);
}

/* The C locale's weeks start on Sunday. */
static void
test_quarter (Fixture *fixture, gconstpointer data)
{
  GtkWidget *chip;

  show_quarter (fixture);
  g_assert_cmpint (slip_range_get_length (
                     slip_month_grid_get_range (fixture->grid)),
                   ==, 13 * 7);
  g_assert_cmpstr (slip_month_grid_get_title (fixture->grid), ==,
                   "29 Nov 2026 – 27 Feb 2027");
  chip = find_widget (fixture->widget, "chip:Tool 1.0");
  g_assert_nonnull (chip);
  g_assert_true (gtk_widget_is_ancestor (chip, find_widget (fixture->widget,
                                                            "day:2026-12-08")));
  slip_month_grid_go (fixture->grid, 1);
  settle (fixture->window);
  g_assert_nonnull (find_widget (fixture->widget, "day:2027-02-28"));
  g_assert_null (find_widget (fixture->widget, "day:2027-02-27"));

  /* Back in a month the days that it does not have are gone. */
  slip_month_grid_set_span (fixture->grid, SLIP_SPAN_MONTH);
  settle (fixture->window);
  g_assert_null (find_widget (fixture->widget, "day:2027-04-20"));
}

static void
test_quarter_keys (Fixture *fixture, gconstpointer data)
{
  show_quarter (fixture);
  slip_month_grid_focus_date (fixture->grid, slip_date_new (2026, 12, 16));
  press_focused (fixture, GDK_KEY_Page_Down, 0);
  assert_focus (fixture, "day:2027-03-17");
  g_assert_cmpstr (slip_month_grid_get_title (fixture->grid), ==,
                   "28 Feb – 29 May 2027");
  press_focused (fixture, GDK_KEY_Page_Up, 0);
  assert_focus (fixture, "day:2026-12-16");

  /* Past its ends go the pages that touch it. */
  slip_month_grid_focus_date (fixture->grid, slip_date_new (2026, 12, 2));
  press_focused (fixture, GDK_KEY_Up, 0);
  assert_focus (fixture, "day:2026-11-25");
  g_assert_cmpstr (slip_month_grid_get_title (fixture->grid), ==,
                   "30 Aug – 28 Nov 2026");
  press_focused (fixture, GDK_KEY_Down, 0);
  assert_focus (fixture, "day:2026-12-02");
  g_assert_cmpstr (slip_month_grid_get_title (fixture->grid), ==,
                   "29 Nov 2026 – 27 Feb 2027");
  press_focused (fixture, GDK_KEY_Page_Down, 0);
  press_focused (fixture, GDK_KEY_Home, GDK_CONTROL_MASK);
  assert_focus (fixture, "day:2026-12-01");
}

/* What was turned to counts, and not where the keys were before. */
static void
test_span_keeps_the_page (Fixture *fixture, gconstpointer data)
{
  slip_month_grid_focus_date (fixture->grid, slip_date_new (2026, 12, 9));
  slip_month_grid_go (fixture->grid, 2);
  settle (fixture->window);
  slip_month_grid_set_span (fixture->grid, SLIP_SPAN_WEEK);
  settle (fixture->window);
  g_assert_nonnull (find_widget (fixture->widget, "day:2027-02-01"));
}

static void
add_stage (Fixture *fixture, int number)
{
  g_autofree char *name = g_strdup_printf ("Stage %d", number);
  SlipEntityEdit *edit =
    slip_entity_edit_new_create (SLIP_KIND_STAGE, NULL, FIRST);

  slip_entity_edit_add_text (edit, SLIP_STAGE_NAME, name);
  slip_entity_edit_add_integer (edit, SLIP_STAGE_START_IS_PINNED, TRUE);
  slip_entity_edit_add_date (edit, SLIP_STAGE_PLANNED_START,
                             slip_date_new (2026, 12, 16));
  slip_entity_edit_add_date (edit, SLIP_STAGE_PLANNED_END,
                             slip_date_new (2026, 12, 16));
  run_edit (&fixture->state, edit);
}

static void
set_up_low (Fixture *fixture, gconstpointer data)
{
  open_grid (fixture, 560, 330);
}

static int
count_texts (GskRenderNode *node)
{
  int n = 0;

  if (gsk_render_node_get_node_type (node) == GSK_TEXT_NODE)
    return 1;
  if (gsk_render_node_get_node_type (node) == GSK_TRANSFORM_NODE)
    return count_texts (gsk_transform_node_get_child (node));
  if (gsk_render_node_get_node_type (node) == GSK_CONTAINER_NODE)
    for (guint i = 0; i < gsk_container_node_get_n_children (node); i++)
      n += count_texts (gsk_container_node_get_child (node, i));

  return n;
}

/* Where no bar has room, their number stands where a second line would be. */
static void
test_caption_leaves_room (Fixture *fixture, gconstpointer data)
{
  SlipEntityEdit *edit =
    slip_entity_edit_new_create (SLIP_KIND_KEY_DATE, NULL, NULL);
  GtkWidget *cell = find_widget (fixture->widget, "day:2026-12-16");
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (cell);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;

  slip_entity_edit_add_text (edit, SLIP_KEY_DATE_NAME, "Customers meet us");
  slip_entity_edit_add_date (edit, SLIP_KEY_DATE_FIRST_DAY,
                             slip_date_new (2026, 12, 16));
  slip_entity_edit_add_date (edit, SLIP_KEY_DATE_LAST_DAY,
                             slip_date_new (2026, 12, 16));
  run_edit (&fixture->state, edit);
  add_stage (fixture, 1);
  add_stage (fixture, 2);
  show (fixture);
  settle (fixture->window);
  g_assert_nonnull (slip_day_cell_get_more (SLIP_DAY_CELL (cell)));
  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (cell),
                          gtk_widget_get_height (cell));
  node = gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
  /* The number of the day, its name, the ellipsis and how many more there are.
   */
  g_assert_cmpint (count_texts (node), ==, 4);
}

/* How many lines the names of the stages on the 16th take, and the last. */
static int
count_names (Fixture *fixture, const char **last)
{
  SlipMonthStages *stages = slip_month_grid_get_stages (fixture->grid);
  g_autofree char *names =
    slip_month_stages_dup_names (stages, slip_date_new (2026, 12, 16));
  g_auto (GStrv) lines = g_strsplit (names, "\n", -1);
  int n = (int) g_strv_length (lines);

  *last = g_intern_string (lines[n - 1]);
  return n;
}

static void
test_stage_names (Fixture *fixture, gconstpointer data)
{
  const char *last;

  for (int i = 1; i <= 5; i++)
    add_stage (fixture, i);
  show (fixture);
  g_assert_cmpint (count_names (fixture, &last), ==, 5);
  g_assert_true (g_str_has_prefix (last, "Tool 1.0, Stage 5: planned"));

  add_stage (fixture, 6);
  show (fixture);
  g_assert_cmpint (count_names (fixture, &last), ==, 6);
  g_assert_cmpstr (last, ==, "and 1 more stage");
}

/* The bars are no widgets: a menu of the day does what dragging them does. */
static void
test_menu_key_reaches_the_stages (Fixture *fixture, gconstpointer data)
{
  SlipMonthStages *stages = slip_month_grid_get_stages (fixture->grid);
  GtkWidget *cell = GTK_WIDGET (get_cell (fixture, 12, 16));
  g_autoptr (GMenuModel) menu = NULL;
  g_autoptr (GMenuModel) none =
    slip_month_stages_new_menu (stages, slip_date_new (2026, 12, 16));
  g_autofree char *label = NULL;

  g_assert_null (none);
  gtk_widget_grab_focus (cell);
  g_assert_false (press (cell, GDK_KEY_Menu, 0));
  add_stage (fixture, 1);
  add_stage (fixture, 2);
  show (fixture);
  menu = slip_month_stages_new_menu (stages, slip_date_new (2026, 12, 16));
  g_assert_cmpint (g_menu_model_get_n_items (menu), ==, 2);
  g_assert_true (g_menu_model_get_item_attribute (menu, 1,
                                                  G_MENU_ATTRIBUTE_LABEL, "s",
                                                  &label));
  g_assert_cmpstr (label, ==, "Tool 1.0: Stage 2");

  gtk_widget_grab_focus (GTK_WIDGET (get_cell (fixture, 12, 16)));
  press_focused (fixture, GDK_KEY_F10, GDK_SHIFT_MASK);
  settle (fixture->window);
  g_assert_true (slip_release_menu_is_open (cell));
}

static void
test_compact (Fixture *fixture, gconstpointer data)
{
  GtkWidget *chip = find_widget (fixture->widget, "chip:Tool 1.0");

  g_assert_true (slip_month_grid_is_compact (fixture->grid));
  g_assert_nonnull (chip);
  g_assert_false (gtk_widget_get_can_target (chip));
  /* The day is what one taps, and it opens. */
  slip_month_grid_focus_release (fixture->grid, FIRST);
  assert_focus (fixture, "day:2026-12-08");
  press_focused (fixture, GDK_KEY_Return, 0);
  settle (fixture->window);
  GtkWidget *popover = gtk_widget_get_last_child (fixture->widget);
  g_assert_true (SLIP_IS_DAY_POPOVER (popover));
  g_assert_nonnull (find_widget (popover, "chip:Tool 1.0"));
}

static void
test_mirrored (void)
{
  Fixture fixture = { 0 };
  graphene_rect_t first;
  graphene_rect_t second;

  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  set_up (&fixture, NULL);
  g_assert_true (
    gtk_widget_compute_bounds (GTK_WIDGET (get_cell (&fixture, 12, 7)),
                               fixture.widget, &first));
  g_assert_true (
    gtk_widget_compute_bounds (GTK_WIDGET (get_cell (&fixture, 12, 8)),
                               fixture.widget, &second));
  g_assert_cmpfloat (second.origin.x, <, first.origin.x);
  slip_month_grid_focus_date (fixture.grid, slip_date_new (2026, 12, 8));
  press_focused (&fixture, GDK_KEY_Left, 0);
  assert_focus (&fixture, "day:2026-12-09");
  tear_down (&fixture, NULL);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

#define ADD(name, func)                                                        \
  g_test_add ("/month-grid/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("chips-are-in-their-days", test_places);
  ADD ("labels-say-the-whole-day", test_labels);
  ADD ("drop-asks-for-a-move", test_drop);
  ADD ("drop-from-the-tray-asks-for-a-move", test_drop_unscheduled);
  ADD ("drop-on-the-same-day-asks-for-nothing", test_drop_on_own_day);
  ADD ("hover-is-told-once-a-day-and-changes-nothing", test_hover);
  ADD ("leave-clears-the-mark-again-and-again", test_leave);
  ADD ("arrows-walk-through-the-days", test_walk);
  ADD ("walking-off-the-page-turns-it", test_walk_off_the_page);
  ADD ("enter-goes-to-chips-or-makes-a-release", test_enter);
  ADD ("more-opens-all-of-the-day", test_overflow);
  ADD ("focus-brings-a-hidden-chip-out", test_focus_hidden);
  ADD ("focus-turns-to-the-page-of-a-release", test_focus_release);
  ADD ("selection-marks-one-chip", test_selected);
  ADD ("selection-marks-dependents", test_linked);
  ADD ("a-dependent-too-early-is-told-apart", test_linked_too_early);
  ADD ("pages-use-widgets-again", test_recycles);
  ADD ("long-names-take-two-lines-in-the-day's-list", test_long_names);
  ADD ("week-shows-seven-days", test_week);
  ADD ("quarter-shows-thirteen-weeks", test_quarter);
  ADD ("quarter-turns-by-its-weeks", test_quarter_keys);
  ADD ("span-keeps-the-page-turned-to", test_span_keeps_the_page);
  ADD ("menu-key-reaches-the-stages", test_menu_key_reaches_the_stages);
  ADD ("of-many-stages-the-first-are-named", test_stage_names);
  g_test_add ("/month-grid/caption-leaves-room-for-how-many-more", Fixture,
              NULL, set_up_low, test_caption_leaves_room, tear_down);
  g_test_add ("/month-grid/narrow-days-open-as-a-list", Fixture, NULL,
              set_up_narrow, test_compact, tear_down);
  g_test_add_func ("/month-grid/right-to-left-is-mirrored", test_mirrored);
  return g_test_run ();
}
