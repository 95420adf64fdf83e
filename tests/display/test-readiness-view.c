/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "readiness-fixture.h"

#include "slip-card-marks.h"
#include "slip-dragged-person.h"
#include "slip-matrix.h"
#include "slip-person-picker.h"
#include "slip-readiness-asker.h"
#include "slip-readiness-view.h"

typedef struct {
  Readiness readiness;
  SlipQuery *query;
  GtkWidget *view;
  SlipReadinessGrid *grid;
} Fixture;

static void
show_plan (gpointer data)
{
  Fixture *fixture = data;

  slip_view_set_plan (SLIP_VIEW (fixture->view), fixture->readiness.state,
                      fixture->query, TODAY);
}

static void
set_up (Fixture *fixture, gconstpointer width)
{
  readiness_set_up (&fixture->readiness);
  fixture->query = slip_query_new ();
  fixture->view = slip_readiness_view_new ();
  show_plan (fixture);
  fixture->readiness.changed = show_plan;
  readiness_show (&fixture->readiness, fixture->view, GPOINTER_TO_INT (width),
                  640);
  fixture->grid =
    SLIP_READINESS_GRID (readiness_find (fixture->view, "readiness-grid"));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  readiness_close (&fixture->readiness, fixture->readiness.window);
  readiness_tear_down (&fixture->readiness);
  slip_query_unref (fixture->query);
}

static SlipReadinessCell *
find_cell (Fixture *fixture, const char *name)
{
  GtkWidget *cell = readiness_find (GTK_WIDGET (fixture->grid), name);

  return cell ? SLIP_READINESS_CELL (cell) : NULL;
}

static void
assert_label (Fixture *fixture, const char *name, const char *label)
{
  SlipReadinessCell *cell = find_cell (fixture, name);

  g_assert_nonnull (cell);
  g_assert_cmpstr (slip_readiness_cell_get_label (cell), ==, label);
  gtk_test_accessible_assert_role (cell, GTK_ACCESSIBLE_ROLE_BUTTON);
  gtk_test_accessible_assert_property (cell, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       label);
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
  SlipReadinessCell *cell = slip_readiness_grid_get_focused (fixture->grid);

  g_assert_nonnull (cell);
  g_assert_cmpstr (slip_widget_name_get (GTK_WIDGET (cell)), ==, name);
}

static void
test_labels (Fixture *fixture, gconstpointer data)
{
  assert_label (fixture, "cell:Mobile 4.2:Sales",
                "Mobile 4.2, Sales: 0 of 1, no owner, 1 overdue");
  assert_label (fixture, "cell:Mobile 4.2:Support",
                "Mobile 4.2, Support: 1 of 2, Support lead, due Fri 4 "
                "December");
  assert_label (fixture, "cell:Mobile 4.2:Marketing",
                "Mobile 4.2, Marketing: not needed");
  assert_label (fixture, "cell:Mobile 4.3:Support",
                "Mobile 4.3, Support: ready, 1 of 1, Support lead");
  assert_label (fixture, "cell:Mobile 4.3:Sales",
                "Mobile 4.3, Sales: no checklist");
  assert_label (fixture, "cell:Mobile 4.2",
                "Mobile 4.2, Tue 8 December\u00a0· in 7 days, ready: 1 of 3, "
                "1 checklist without an owner, 1 overdue");
}

static void
test_states_differ_by_class (Fixture *fixture, gconstpointer data)
{
  static const char *const classes[] = {
    "cell:Mobile 4.2:Sales",     "error",
    "cell:Mobile 4.2:Support",   "warning",
    "cell:Mobile 4.3:Support",   "good",
    "cell:Mobile 4.2:Marketing", "not-needed",
    "cell:Mobile 4.3:Marketing", "blank",
    "cell:Mobile 4.3",           "release",
  };

  for (guint i = 0; i < G_N_ELEMENTS (classes); i += 2) {
    GtkWidget *cell = GTK_WIDGET (find_cell (fixture, classes[i]));

    g_assert_true (gtk_widget_has_css_class (cell, classes[i + 1]));
  }
}

static void
test_summary (Fixture *fixture, gconstpointer data)
{
  SlipReadinessView *view = SLIP_READINESS_VIEW (fixture->view);
  GtkWidget *unowned = readiness_find (fixture->view, "readiness-unowned");

  g_assert_cmpstr (slip_readiness_view_get_summary (view), ==,
                   "next 6 weeks · 2 releases");
  g_assert_cmpstr (gtk_label_get_text (
                     GTK_LABEL (gtk_button_get_child (GTK_BUTTON (unowned)))),
                   ==, "1 checklist without an owner");
  g_signal_emit_by_name (unowned, "clicked");
  readiness_assert_asked (&fixture->readiness, "show-attention 'unowned'\n");
  slip_readiness_view_set_n_days (view, SLIP_MATRIX_ALL);
  readiness_spin ();
  g_assert_cmpstr (slip_readiness_view_get_summary (view), ==,
                   "all open releases · 3 releases");
  g_assert_nonnull (find_cell (fixture, "cell:Mobile 5.0"));
}

static void
test_only_gaps (Fixture *fixture, gconstpointer data)
{
  g_object_set (fixture->view, "is-only-gaps", TRUE, NULL);
  gtk_test_widget_wait_for_draw (fixture->readiness.window);
  g_assert_nonnull (find_cell (fixture, "cell:Mobile 4.2"));
  g_assert_null (find_cell (fixture, "cell:Mobile 4.3"));
}

static void
test_empty (Fixture *fixture, gconstpointer data)
{
  slip_query_unref (fixture->query);
  fixture->query = slip_query_new ();
  slip_query_set_product (fixture->query, "another");
  show_plan (fixture);
  gtk_test_widget_wait_for_draw (fixture->readiness.window);
  g_assert_true (
    gtk_widget_get_mapped (readiness_find (fixture->view, "readiness-none")));
  g_object_set (fixture->view, "is-only-gaps", TRUE, NULL);
  gtk_test_widget_wait_for_draw (fixture->readiness.window);
  g_assert_true (
    gtk_widget_get_mapped (readiness_find (fixture->view, "readiness-ready")));
}

static void
test_hint (Fixture *fixture, gconstpointer data)
{
  GtkWidget *hint = readiness_find (fixture->view, "readiness-hint");

  g_assert_false (gtk_widget_get_visible (hint));
  slip_query_unref (fixture->query);
  fixture->query = slip_query_new ();
  slip_query_set_text (fixture->query, "5.0");
  show_plan (fixture);
  slip_readiness_view_set_n_days (SLIP_READINESS_VIEW (fixture->view),
                                  SLIP_MATRIX_ALL);
  g_assert_true (gtk_widget_get_visible (hint));
}

static void
test_keys (Fixture *fixture, gconstpointer data)
{
  static const struct {
    guint key;
    GdkModifierType modifiers;
    const char *focused;
  } steps[] = {
    { GDK_KEY_Right, 0, "cell:Mobile 4.2:Support" },
    { GDK_KEY_Right, 0, "cell:Mobile 4.2:Sales" },
    { GDK_KEY_Down, 0, "cell:Mobile 4.3:Sales" },
    { GDK_KEY_Left, 0, "cell:Mobile 4.3:Support" },
    { GDK_KEY_Up, 0, "cell:Mobile 4.2:Support" },
    { GDK_KEY_End, 0, "cell:Mobile 4.2:Marketing" },
    { GDK_KEY_Home, 0, "cell:Mobile 4.2" },
    { GDK_KEY_End, GDK_CONTROL_MASK, "cell:Mobile 4.3:Marketing" },
    { GDK_KEY_Home, GDK_CONTROL_MASK, "cell:Mobile 4.2" },
    { GDK_KEY_Page_Down, 0, "cell:Mobile 4.3" },
    { GDK_KEY_Page_Up, 0, "cell:Mobile 4.2" },
  };

  gtk_widget_child_focus (GTK_WIDGET (fixture->grid), GTK_DIR_TAB_FORWARD);
  assert_focused (fixture, "cell:Mobile 4.2");
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++) {
    g_assert_true (press (fixture, steps[i].key, steps[i].modifiers));
    assert_focused (fixture, steps[i].focused);
  }
}

static void
test_one_tab_stop (Fixture *fixture, gconstpointer data)
{
  GtkWidget *grid = GTK_WIDGET (fixture->grid);

  slip_readiness_grid_focus (fixture->grid, "first", "sales");
  g_assert_false (gtk_widget_child_focus (grid, GTK_DIR_TAB_FORWARD));
  gtk_widget_grab_focus (readiness_find (fixture->view, "readiness-gaps"));
  gtk_widget_child_focus (grid, GTK_DIR_TAB_FORWARD);
  assert_focused (fixture, "cell:Mobile 4.2:Sales");
}

/* Cells are found by where they are. */
static void
test_click (Fixture *fixture, gconstpointer data)
{
  GtkEventController *click =
    readiness_find_controller (GTK_WIDGET (fixture->grid),
                               GTK_TYPE_GESTURE_CLICK);
  SlipReadinessCell *cell = find_cell (fixture, "cell:Mobile 4.2:Sales");
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (cell),
                                            GTK_WIDGET (fixture->grid),
                                            &bounds));
  g_signal_emit_by_name (click, "pressed", 1, bounds.origin.x + 4.0,
                         bounds.origin.y + 4.0);
  assert_focused (fixture, "cell:Mobile 4.2:Sales");
  g_assert_true (slip_readiness_grid_find_cell (fixture->grid,
                                                bounds.origin.x + 4.0,
                                                bounds.origin.y + 4.0) == cell);
  g_assert_null (slip_readiness_grid_find_cell (fixture->grid, 900, 500));
}

static void
test_return (Fixture *fixture, gconstpointer data)
{
  slip_readiness_grid_focus (fixture->grid, "first", "sales");
  g_assert_true (press (fixture, GDK_KEY_Return, 0));
  readiness_assert_asked (&fixture->readiness,
                          "show-checklist ('first', 'first-sales')\n");
  slip_readiness_grid_focus (fixture->grid, "second", "sales");
  press (fixture, GDK_KEY_Return, 0);
  readiness_assert_asked (&fixture->readiness,
                          "show-checklist ('second', '')\n");
  slip_readiness_grid_focus (fixture->grid, "second", NULL);
  press (fixture, GDK_KEY_Return, 0);
  readiness_assert_asked (&fixture->readiness, "open-release 'second'\n");
}

static SlipPersonPicker *
open_picker (Fixture *fixture, const char *release, const char *audience)
{
  slip_readiness_grid_focus (fixture->grid, release, audience);
  g_assert_true (press (fixture, GDK_KEY_o, 0));
  return SLIP_PERSON_PICKER (
    readiness_find (GTK_WIDGET (fixture->grid), "person-picker"));
}

static void
test_picker (Fixture *fixture, gconstpointer data)
{
  SlipPersonPicker *picker = open_picker (fixture, "first", "sales");
  g_autofree char *rows = slip_picker_dup_rows (SLIP_PICKER (picker));

  /* Who owns the audience comes first. */
  g_assert_cmpstr (rows, ==, "Sales ops\nSupport lead\n");
  slip_picker_take_first (SLIP_PICKER (picker));
  readiness_spin ();
  readiness_assert_asked (&fixture->readiness,
                          "assign-owner ('first', 'sales', 'ops', '')\n");
  assert_label (fixture, "cell:Mobile 4.2:Sales",
                "Mobile 4.2, Sales: 0 of 1, Sales ops, 1 overdue");
}

static void
test_picker_new_person (Fixture *fixture, gconstpointer data)
{
  SlipPersonPicker *picker = open_picker (fixture, "first", "support");
  g_autofree char *all = slip_picker_dup_rows (SLIP_PICKER (picker));
  g_autofree char *typed = NULL;

  g_assert_cmpstr (all, ==, "Sales ops\nSupport lead\nNo owner\n");
  slip_picker_type (SLIP_PICKER (picker), "Night shift");
  typed = slip_picker_dup_rows (SLIP_PICKER (picker));
  g_assert_cmpstr (typed, ==, "New person “Night shift”\n");
  slip_picker_take_first (SLIP_PICKER (picker));
  readiness_spin ();
  readiness_assert_asked (&fixture->readiness,
                          "assign-owner ('first', 'support', '', 'Night "
                          "shift')\n");
  assert_label (fixture, "cell:Mobile 4.2:Support",
                "Mobile 4.2, Support: 1 of 2, Night shift, due Fri 4 "
                "December");
}

static void
test_picker_known_person (Fixture *fixture, gconstpointer data)
{
  SlipPersonPicker *picker = open_picker (fixture, "first", "support");
  g_autofree char *rows = NULL;

  slip_picker_type (SLIP_PICKER (picker), "SALES ops");
  rows = slip_picker_dup_rows (SLIP_PICKER (picker));
  g_assert_cmpstr (rows, ==, "Sales ops\n");
}

static void
drop (Fixture *fixture, const char *name, const char *person)
{
  GtkEventController *target =
    readiness_find_controller (GTK_WIDGET (fixture->grid),
                               GTK_TYPE_DROP_TARGET);
  SlipReadinessCell *cell = find_cell (fixture, name);
  g_autoptr (SlipDraggedPerson) dragged = slip_dragged_person_new (person);
  g_auto (GValue) value = G_VALUE_INIT;
  graphene_rect_t bounds;
  gboolean is_taken = FALSE;

  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (cell),
                                            GTK_WIDGET (fixture->grid),
                                            &bounds));
  g_value_init (&value, SLIP_TYPE_DRAGGED_PERSON);
  g_value_set_boxed (&value, dragged);
  g_signal_emit_by_name (target, "drop", &value,
                         (double) bounds.origin.x + bounds.size.width / 2.0,
                         (double) bounds.origin.y + bounds.size.height / 2.0,
                         &is_taken);
  g_assert_true (is_taken);
  readiness_spin ();
}

static void
test_drop (Fixture *fixture, gconstpointer data)
{
  drop (fixture, "cell:Mobile 4.2:Sales", "lead");
  readiness_assert_asked (&fixture->readiness,
                          "assign-owner ('first', 'sales', 'lead', '')\n");
  assert_label (fixture, "cell:Mobile 4.2:Sales",
                "Mobile 4.2, Sales: 0 of 1, Support lead, 1 overdue");
  /* Where there is no checklist, one is begun. */
  drop (fixture, "cell:Mobile 4.3:Sales", "ops");
  assert_label (fixture, "cell:Mobile 4.3:Sales",
                "Mobile 4.3, Sales: no items yet, Sales ops");
}

static void
test_drag (Fixture *fixture, gconstpointer data)
{
  GtkWidget *chip = readiness_find (fixture->view, "person:Sales ops");
  GtkEventController *source;
  GdkContentProvider *provider = NULL;
  g_auto (GValue) value = G_VALUE_INIT;
  const SlipDraggedPerson *dragged;

  g_assert_nonnull (chip);
  source = readiness_find_controller (chip, GTK_TYPE_DRAG_SOURCE);
  g_signal_emit_by_name (source, "prepare", 1.0, 1.0, &provider);
  g_value_init (&value, SLIP_TYPE_DRAGGED_PERSON);
  g_assert_true (gdk_content_provider_get_value (provider, &value, NULL));
  dragged = g_value_get_boxed (&value);
  g_assert_cmpstr (dragged->id, ==, "ops");
  g_object_unref (provider);
}

static void
test_menu (Fixture *fixture, gconstpointer data)
{
  GtkWidget *menu;

  slip_readiness_grid_focus (fixture->grid, "first", "marketing");
  g_assert_true (press (fixture, GDK_KEY_Menu, 0));
  menu = gtk_widget_get_last_child (GTK_WIDGET (fixture->grid));
  g_assert_true (GTK_IS_POPOVER_MENU (menu));
  g_assert_true (gtk_widget_get_visible (menu));
  g_assert_cmpint (g_menu_model_get_n_items (
                     gtk_popover_menu_get_menu_model (GTK_POPOVER_MENU (menu))),
                   ==, 2);
  gtk_popover_popdown (GTK_POPOVER (menu));
}

static void
test_focus_stays (Fixture *fixture, gconstpointer data)
{
  slip_readiness_grid_focus (fixture->grid, "second", "support");
  drop (fixture, "cell:Mobile 4.2:Sales", "lead");
  assert_focused (fixture, "cell:Mobile 4.3:Support");

  /* Its release goes: the next one has the focus. */
  g_autoptr (SlipEntityEdit) edit =
    slip_entity_edit_new_remove (SLIP_KIND_RELEASE, "second");
  readiness_run (&fixture->readiness, slip_entity_edit_run, edit);
  readiness_spin ();
  assert_focused (fixture, "cell:Mobile 4.2");
}

static void
test_selected (Fixture *fixture, gconstpointer data)
{
  GtkWidget *title = GTK_WIDGET (find_cell (fixture, "cell:Mobile 4.3"));

  slip_view_set_selected (SLIP_VIEW (fixture->view), "second");
  g_assert_true (gtk_widget_has_css_class (title, "selected"));
  slip_view_set_selected (SLIP_VIEW (fixture->view), NULL);
  g_assert_false (gtk_widget_has_css_class (title, "selected"));
  g_assert_true (slip_view_focus_release (SLIP_VIEW (fixture->view), "second"));
  g_assert_cmpstr (slip_view_get_focused_release (SLIP_VIEW (fixture->view)),
                   ==, "second");
  assert_focused (fixture, "cell:Mobile 4.3");
  g_assert_false (slip_view_focus_release (SLIP_VIEW (fixture->view), "loose"));
}

static void
test_many_rows_have_few_widgets (Fixture *fixture, gconstpointer data)
{
  fixture->readiness.changed = NULL;
  for (int i = 0; i < 150; i++) {
    g_autofree char *id = g_strdup_printf ("more-%d", i);
    g_autofree char *version = g_strdup_printf ("6.%d", i);

    readiness_add_release (&fixture->readiness, id, version, "2026-12-20");
  }
  show_plan (fixture);
  gtk_test_widget_wait_for_draw (fixture->readiness.window);
  g_assert_cmpuint (slip_readiness_grid_count_cells (fixture->grid), <, 100);
  slip_readiness_grid_focus (fixture->grid, "first", NULL);
  press (fixture, GDK_KEY_End, GDK_CONTROL_MASK);
  gtk_test_widget_wait_for_draw (fixture->readiness.window);
  g_assert_cmpint (slip_readiness_cell_get_place (
                     slip_readiness_grid_get_focused (fixture->grid))
                     .row,
                   ==, 151);
  g_assert_cmpuint (slip_readiness_grid_count_cells (fixture->grid), <, 100);
}

static void
test_narrow (Fixture *fixture, gconstpointer data)
{
  graphene_rect_t bounds;

  g_assert_true (slip_matrix_layout_is_list (
    slip_readiness_grid_get_layout (fixture->grid)));
  g_assert_null (find_cell (fixture, "cell:Mobile 4.3:Sales"));
  g_assert_true (gtk_widget_compute_bounds (
    GTK_WIDGET (find_cell (fixture, "cell:Mobile 4.2:Sales")), fixture->view,
    &bounds));
  g_assert_cmpint (bounds.origin.x, >=, 0);
  g_assert_cmpint (bounds.origin.x + bounds.size.width, <=, 360);
  slip_readiness_grid_focus (fixture->grid, "first", NULL);
  press (fixture, GDK_KEY_Down, 0);
  assert_focused (fixture, "cell:Mobile 4.2:Support");
  press (fixture, GDK_KEY_Down, 0);
  assert_focused (fixture, "cell:Mobile 4.2:Marketing");
}

static void
test_mirrored (Fixture *fixture, gconstpointer data)
{
  graphene_rect_t title;
  graphene_rect_t cell;

  gtk_widget_set_direction (GTK_WIDGET (fixture->grid), GTK_TEXT_DIR_RTL);
  gtk_test_widget_wait_for_draw (fixture->readiness.window);
  readiness_spin ();
  g_assert_true (gtk_widget_compute_bounds (
    GTK_WIDGET (find_cell (fixture, "cell:Mobile 4.2")), fixture->view,
    &title));
  g_assert_true (gtk_widget_compute_bounds (
    GTK_WIDGET (find_cell (fixture, "cell:Mobile 4.2:Support")), fixture->view,
    &cell));
  g_assert_cmpint (cell.origin.x, <, title.origin.x);
  slip_readiness_grid_focus (fixture->grid, "first", NULL);
  press (fixture, GDK_KEY_Left, 0);
  assert_focused (fixture, "cell:Mobile 4.2:Support");
}

static char *
dup_marks (Fixture *fixture, const char *release)
{
  g_autoptr (GPtrArray) marks =
    slip_card_list_marks (fixture->readiness.state,
                          slip_plan_state_get (fixture->readiness.state,
                                               SLIP_KIND_RELEASE, release),
                          &CONTEXT);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < marks->len; i++) {
    const SlipCardMark *mark = marks->pdata[i];

    g_string_append_printf (text, "%u %s\n", mark->tone, mark->text);
  }
  return g_string_free (text, FALSE);
}

static void
test_cards_name_audiences_with_gaps (Fixture *fixture, gconstpointer data)
{
  g_autofree char *gaps = dup_marks (fixture, "first");
  g_autofree char *ready = dup_marks (fixture, "second");
  g_autofree char *none = dup_marks (fixture, "loose");

  g_assert_cmpstr (gaps, ==,
                   "2 Support 1/2\n3 Sales 0/1 · no owner · 1 overdue\n");
  g_assert_cmpstr (ready, ==, "1 ✓ all 1 audience\n");
  g_assert_cmpstr (none, ==, "");
}

#define ADD(name, width, func)                                                 \
  g_test_add ("/readiness-view/" name, Fixture, GINT_TO_POINTER (width),       \
              set_up, func, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("labels-say-everything", 1000, test_labels);
  ADD ("states-differ-by-more-than-text", 1000, test_states_differ_by_class);
  ADD ("summary-counts-what-is-shown", 1000, test_summary);
  ADD ("only-gaps-leaves-out-what-is-ready", 1000, test_only_gaps);
  ADD ("emptiness-says-why", 1000, test_empty);
  ADD ("without-checklists-it-points-to-templates", 1000, test_hint);
  ADD ("keys-go-from-cell-to-cell", 1000, test_keys);
  ADD ("is-one-tab-stop", 1000, test_one_tab_stop);
  ADD ("click-focuses-what-is-below-the-pointer", 1000, test_click);
  ADD ("return-opens-the-checklist", 1000, test_return);
  ADD ("picker-assigns-who-owns-the-audience-first", 1000, test_picker);
  ADD ("picker-makes-a-new-person", 1000, test_picker_new_person);
  ADD ("picker-knows-a-name-in-any-case", 1000, test_picker_known_person);
  ADD ("a-person-dropped-becomes-the-owner", 1000, test_drop);
  ADD ("a-drag-carries-the-person", 1000, test_drag);
  ADD ("menu-key-opens-the-menu", 1000, test_menu);
  ADD ("focus-stays-through-edits", 1000, test_focus_stays);
  ADD ("selected-release-is-marked", 1000, test_selected);
  ADD ("many-rows-have-few-widgets", 1000, test_many_rows_have_few_widgets);
  ADD ("narrow-is-a-list", 360, test_narrow);
  ADD ("right-to-left-is-mirrored", 1000, test_mirrored);
  ADD ("cards-name-audiences-with-gaps", 1000,
       test_cards_name_audiences_with_gaps);
  return g_test_run ();
}
