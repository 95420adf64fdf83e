/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "calendar-fixture.h"
#include "slip-chip-title.h"
#include "slip-chip.h"
#include "slip-dragged-release.h"

typedef struct {
  SlipPlanState *state;
  GString *asked;
  GtkWidget *chip;
  GtkWidget *window;
} Fixture;

static void
show (Fixture *fixture, const char *id, SlipAnchor anchor)
{
  g_autoptr (SlipCalendarIndex) index = new_index (fixture->state);

  slip_chip_set_release (SLIP_CHIP (fixture->chip), index,
                         slip_plan_state_get (fixture->state, SLIP_KIND_RELEASE,
                                              id),
                         anchor);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->state = new_plan ();
  fixture->asked = g_string_new (NULL);
  fixture->chip = slip_chip_new ();
  show (fixture, FIRST, SLIP_ANCHOR_RELEASE);
  fixture->window = open_window (fixture->chip, fixture->asked, 200, 40);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  GtkWidget *chip = fixture->chip;

  g_object_add_weak_pointer (G_OBJECT (chip), (gpointer *) &chip);
  close_window (fixture->window);
  g_assert_null (chip);
  g_string_free (fixture->asked, TRUE);
  slip_plan_state_unref (fixture->state);
}

static void
test_label (Fixture *fixture, gconstpointer data)
{
  GtkAccessible *accessible = GTK_ACCESSIBLE (fixture->chip);

  gtk_test_accessible_assert_role (accessible, GTK_ACCESSIBLE_ROLE_BUTTON);
  gtk_test_accessible_assert_property (accessible,
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       slip_chip_get_label (
                                         SLIP_CHIP (fixture->chip)));
  g_assert_nonnull (
    strstr (slip_chip_get_label (SLIP_CHIP (fixture->chip)), "Tool 1.0"));
  g_assert_nonnull (
    strstr (slip_chip_get_label (SLIP_CHIP (fixture->chip)), "8 December"));
  g_assert_nonnull (
    strstr (slip_chip_get_label (SLIP_CHIP (fixture->chip)), "Planned"));
  g_assert_cmpstr (slip_widget_name_get (fixture->chip), ==, "chip:Tool 1.0");
}

static void
test_conflict_in_label (Fixture *fixture, gconstpointer data)
{
  set_planned (&fixture->state, FIRST, SLIP_ANCHOR_RELEASE,
               plan_on (slip_date_new (2026, 12, 22),
                        SLIP_CERTAINTY_CONFIRMED));
  show (fixture, FIRST, SLIP_ANCHOR_RELEASE);
  g_assert_nonnull (strstr (slip_chip_get_label (SLIP_CHIP (fixture->chip)),
                            "Year-end freeze"));
}

/* A label is heard to its end, and the details list them all. */
static void
test_many_conflicts_in_label (Fixture *fixture, gconstpointer data)
{
  SlipDate day = slip_date_new (2026, 12, 16);
  g_auto (GStrv) told = NULL;
  const char *label;

  for (guint i = 1; i <= 12; i++) {
    SlipEntityEdit *edit =
      slip_entity_edit_new_create (SLIP_KIND_FREEZE, NULL, NULL);
    g_autofree char *name = g_strdup_printf ("Audit %u", i);

    slip_entity_edit_add_text (edit, SLIP_FREEZE_NAME, name);
    slip_entity_edit_add_date (edit, SLIP_FREEZE_FIRST_DAY, day);
    slip_entity_edit_add_date (edit, SLIP_FREEZE_LAST_DAY, day);
    run_edit (&fixture->state, edit);
  }
  set_planned (&fixture->state, FIRST, SLIP_ANCHOR_RELEASE,
               plan_on (day, SLIP_CERTAINTY_CONFIRMED));
  show (fixture, FIRST, SLIP_ANCHOR_RELEASE);
  label = slip_chip_get_label (SLIP_CHIP (fixture->chip));
  told = g_strsplit (label, "Audit ", -1);
  g_assert_cmpuint (g_strv_length (told) - 1, ==, 5);
  g_assert_true (g_str_has_suffix (label, "\nand 7 more"));
}

static void
test_keys (Fixture *fixture, gconstpointer data)
{
  GtkWidget *chip = fixture->chip;

  g_assert_true (press (chip, GDK_KEY_Left, GDK_ALT_MASK));
  g_assert_true (press (chip, GDK_KEY_Down, GDK_ALT_MASK));
  g_assert_true (press (chip, GDK_KEY_Right, GDK_ALT_MASK | GDK_SHIFT_MASK));
  g_assert_true (press (chip, GDK_KEY_Return, 0));
  g_assert_true (press (chip, GDK_KEY_space, 0));
  g_assert_true (press (chip, GDK_KEY_Delete, 0));
  g_assert_cmpstr (fixture->asked->str, ==,
                   "move-release-by ('" FIRST "', -1, false)\n"
                   "move-release-by ('" FIRST "', 7, false)\n"
                   "move-release-by ('" FIRST "', 1, true)\n"
                   "open-release '" FIRST "'\n"
                   "select-release '" FIRST "'\n"
                   "delete-release '" FIRST "'\n");
}

static void
test_keys_mirrored (Fixture *fixture, gconstpointer data)
{
  gtk_widget_set_direction (fixture->chip, GTK_TEXT_DIR_RTL);
  g_assert_true (press (fixture->chip, GDK_KEY_Left, GDK_ALT_MASK));
  g_assert_true (press (fixture->chip, GDK_KEY_Up, GDK_ALT_MASK));
  g_assert_cmpstr (fixture->asked->str, ==,
                   "move-release-by ('" FIRST "', 1, false)\n"
                   "move-release-by ('" FIRST "', -7, false)\n");
}

static void
test_drag (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GtkEventController) source =
    find_controller (fixture->chip, GTK_TYPE_DRAG_SOURCE);
  g_autoptr (GdkContentProvider) content = NULL;
  g_auto (GValue) value = G_VALUE_INIT;

  g_signal_emit_by_name (source, "prepare", 5.0, 5.0, &content);
  g_assert_nonnull (content);
  g_value_init (&value, SLIP_TYPE_DRAGGED_RELEASE);
  g_assert_true (gdk_content_provider_get_value (content, &value, NULL));
  const SlipDraggedRelease *dragged = g_value_get_boxed (&value);
  g_assert_cmpstr (dragged->id, ==, FIRST);
  g_assert_cmpuint (fixture->asked->len, ==, 0);
}

static void
test_deploy (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GdkContentProvider) content = NULL;

  set_planned (&fixture->state, FIRST, SLIP_ANCHOR_DEPLOY,
               plan_on (slip_date_new (2026, 12, 3), SLIP_CERTAINTY_CONFIRMED));
  show (fixture, FIRST, SLIP_ANCHOR_DEPLOY);
  g_autoptr (GtkEventController) source =
    find_controller (fixture->chip, GTK_TYPE_DRAG_SOURCE);
  g_signal_emit_by_name (source, "prepare", 5.0, 5.0, &content);
  g_assert_null (content);
  g_assert_false (press (fixture->chip, GDK_KEY_Left, GDK_ALT_MASK));
  g_assert_cmpuint (fixture->asked->len, ==, 0);
  g_assert_nonnull (
    strstr (slip_chip_get_label (SLIP_CHIP (fixture->chip)), "Deploy"));
}

static void
test_deploy_conflict (Fixture *fixture, gconstpointer data)
{
  /* Released in the freeze, deployed on a good day before it. */
  set_planned (&fixture->state, FIRST, SLIP_ANCHOR_RELEASE,
               plan_on (slip_date_new (2026, 12, 22),
                        SLIP_CERTAINTY_CONFIRMED));
  set_planned (&fixture->state, FIRST, SLIP_ANCHOR_DEPLOY,
               plan_on (slip_date_new (2026, 12, 3), SLIP_CERTAINTY_CONFIRMED));
  show (fixture, FIRST, SLIP_ANCHOR_RELEASE);
  g_assert_true (slip_chip_is_marked (SLIP_CHIP (fixture->chip)));
  show (fixture, FIRST, SLIP_ANCHOR_DEPLOY);
  g_assert_false (slip_chip_is_marked (SLIP_CHIP (fixture->chip)));

  set_planned (&fixture->state, FIRST, SLIP_ANCHOR_DEPLOY,
               plan_on (slip_date_new (2026, 12, 21),
                        SLIP_CERTAINTY_CONFIRMED));
  show (fixture, FIRST, SLIP_ANCHOR_DEPLOY);
  g_assert_true (slip_chip_is_marked (SLIP_CHIP (fixture->chip)));
  g_assert_nonnull (strstr (slip_chip_get_label (SLIP_CHIP (fixture->chip)),
                            "Year-end freeze"));
}

static void
assert_fitting (GtkWidget *widget,
                const SlipChipTitle *title,
                const char *room,
                const char *expected)
{
  g_autoptr (PangoLayout) layout =
    gtk_widget_create_pango_layout (widget, room);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  slip_chip_title_fit (title, layout, width);
  g_assert_cmpstr (pango_layout_get_text (layout), ==, expected);
}

static void
test_narrow_title (Fixture *fixture, gconstpointer data)
{
  SlipChipTitle title = { NULL, "Payments 3.9", "Payments", "3.9" };
  SlipChipTitle about = { "≈ ", "Payments 3.9", "Payments", "3.9" };
  SlipChipTitle named = { NULL, "Python 3.14.9", NULL, NULL };
  SlipChipTitle step = { NULL, "F46: Change Checkpoint: Completion", NULL,
                         NULL };

  assert_fitting (fixture->chip, &title, "Payments 3.9", "Payments 3.9");
  assert_fitting (fixture->chip, &title, "Paym… 3.9", "Paym… 3.9");
  assert_fitting (fixture->chip, &title, "Pa… 3.9", "Pa… 3.9");
  assert_fitting (fixture->chip, &title, "… 3.9", "3.9");
  assert_fitting (fixture->chip, &about, "≈ Pay… 3.9", "≈ Pay… 3.9");
  assert_fitting (fixture->chip, &about, "≈ 3.9", "≈ 3.9");
  assert_fitting (fixture->chip, &named, "Pyt… 3.14.9", "Pyt… 3.14.9");

  g_autoptr (PangoLayout) layout =
    gtk_widget_create_pango_layout (fixture->chip, NULL);
  slip_chip_title_fit (&step, layout, 90);
  g_assert_true (pango_layout_is_ellipsized (layout));
  g_assert_cmpint (pango_layout_get_ellipsize (layout), ==,
                   PANGO_ELLIPSIZE_MIDDLE);
}

static void
test_title_with_line_ends (Fixture *fixture, gconstpointer data)
{
  static const char *const titles[] = { "Two\nlines", "Two\r\nlines",
                                        "Two\u2029lines" };
  g_autoptr (PangoLayout) layout =
    gtk_widget_create_pango_layout (fixture->chip, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++) {
    SlipChipTitle title = { NULL, titles[i], NULL, NULL };
    SlipChipTitle plain = { NULL, "Plain", NULL, NULL };

    slip_chip_title_fit (&title, layout, 400);
    g_assert_cmpint (pango_layout_get_line_count (layout), ==, 1);
    slip_chip_title_fit (&plain, layout, 400);
    g_assert_cmpint (pango_layout_get_line_count (layout), ==, 1);
  }
}

static void
test_status_has_one_line (Fixture *fixture, gconstpointer data)
{
  SlipChipTitle title = { NULL, "Desktop 9.0", NULL, NULL };
  g_autoptr (PangoLayout) layout =
    gtk_widget_create_pango_layout (fixture->chip, NULL);

  for (int width = 30; width < 200; width += 10) {
    const char *text;
    PangoLayoutLine *line;

    slip_chip_title_wrap (&title, layout, width, 2, "In the making");
    text = pango_layout_get_text (layout);
    line =
      pango_layout_get_line_readonly (layout,
                                      pango_layout_get_line_count (layout) - 1);
    /* The last line is the only one of its paragraph. */
    g_assert_true (text[line->start_index - 1] == '\n');
    g_assert_cmpint (pango_layout_get_line_count (layout), <=, 3);
  }
  g_assert_true (g_str_has_suffix (pango_layout_get_text (layout), "making"));
}

static void
test_lines (Fixture *fixture, gconstpointer data)
{
  SlipChip *chip = SLIP_CHIP (fixture->chip);
  int one;
  int three;

  settle (fixture->window);
  g_assert_cmpstr (slip_chip_get_shown_text (chip), ==, "Tool 1.0");
  gtk_widget_measure (fixture->chip, GTK_ORIENTATION_VERTICAL, 60, NULL, &one,
                      NULL, NULL);
  slip_chip_set_n_lines (chip, 3);
  settle (fixture->window);
  g_assert_cmpstr (slip_chip_get_shown_text (chip), ==, "Tool 1.0\nPlanned");
  gtk_widget_measure (fixture->chip, GTK_ORIENTATION_VERTICAL, 60, NULL, &three,
                      NULL, NULL);
  g_assert_cmpint (three, >, one);
}

static void
test_states (Fixture *fixture, gconstpointer data)
{
  /* Each look is drawn; none may warn. */
  for (int status = 0; status < SLIP_N_STATUSES; status++) {
    set_integer (&fixture->state, FIRST, SLIP_RELEASE_STATUS, status);
    show (fixture, FIRST, SLIP_ANCHOR_RELEASE);
    settle (fixture->window);
  }
  show (fixture, SECOND, SLIP_ANCHOR_RELEASE);
  slip_chip_set_selected (SLIP_CHIP (fixture->chip), TRUE);
  settle (fixture->window);
  g_assert_true (gtk_widget_has_css_class (fixture->chip, "selected"));
  slip_chip_set_compact (SLIP_CHIP (fixture->chip), TRUE);
  settle (fixture->window);
  g_assert_false (gtk_widget_get_can_target (fixture->chip));
}

/* The row of the release is the same; what is written on it is not. */
static void
test_renamed_product (Fixture *fixture, gconstpointer data)
{
  const SlipRow *release =
    slip_plan_state_get (fixture->state, SLIP_KIND_RELEASE, FIRST);
  SlipEntityEdit *edit = slip_entity_edit_new_set (
    SLIP_KIND_PRODUCT, slip_row_get_text (release, SLIP_RELEASE_PRODUCT));

  settle (fixture->window);
  slip_entity_edit_add_text (edit, SLIP_PRODUCT_NAME, "Kit");
  slip_entity_edit_add_text (edit, SLIP_PRODUCT_SHORT_NAME, NULL);
  run_edit (&fixture->state, edit);
  show (fixture, FIRST, SLIP_ANCHOR_RELEASE);
  settle (fixture->window);
  g_assert_cmpstr (slip_chip_get_shown_text (SLIP_CHIP (fixture->chip)), ==,
                   "Kit 1.0");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (fixture->chip),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       slip_chip_get_label (
                                         SLIP_CHIP (fixture->chip)));
}

static void
test_menu (Fixture *fixture, gconstpointer data)
{
  g_assert_true (press (fixture->chip, GDK_KEY_F10, GDK_SHIFT_MASK));
  settle (fixture->window);
  GtkWidget *menu = gtk_widget_get_first_child (fixture->chip);
  g_assert_true (GTK_IS_POPOVER_MENU (menu));
  g_assert_true (gtk_widget_get_mapped (menu));
  /* What is shown elsewhere of the selected release is of this one. */
  g_assert_cmpstr (fixture->asked->str, ==, "select-release '" FIRST "'\n");

  /* It belongs to a release: another one in the chip closes it.  It stays a
   * child, as GTK may still look for the pointer there. */
  show (fixture, SECOND, SLIP_ANCHOR_RELEASE);
  settle (fixture->window);
  g_assert_false (gtk_widget_get_mapped (menu));
  g_assert_true (gtk_widget_get_first_child (fixture->chip) == menu);
}

static void
test_menu_height (Fixture *fixture, gconstpointer data)
{
  int natural;

  g_assert_true (press (fixture->chip, GDK_KEY_F10, GDK_SHIFT_MASK));
  settle (fixture->window);
  GtkWidget *menu = gtk_widget_get_first_child (fixture->chip);
  gtk_widget_measure (menu, GTK_ORIENTATION_VERTICAL, -1, NULL, &natural, NULL,
                      NULL);
  /* The display gives the popover its size when it comes to it. */
  for (int i = 0; i < 20 && gtk_widget_get_height (menu) < natural; i++)
    settle (fixture->window);
  g_assert_cmpint (gtk_widget_get_height (menu), >=, natural);
}

static void
add_checklist (Fixture *fixture, const char *id, SlipItemState state)
{
  SlipEntityEdit *edit =
    slip_entity_edit_new_create (SLIP_KIND_AUDIENCE, "audience", NULL);

  slip_entity_edit_add_text (edit, SLIP_AUDIENCE_NAME, "Support");
  run_edit (&fixture->state, edit);
  edit = slip_entity_edit_new_create (SLIP_KIND_CHECKLIST, "list", id);
  slip_entity_edit_add_text (edit, SLIP_CHECKLIST_AUDIENCE, "audience");
  run_edit (&fixture->state, edit);
  edit = slip_entity_edit_new_create (SLIP_KIND_ITEM, "item", id);
  slip_entity_edit_add_text (edit, SLIP_ITEM_TITLE, "Train the team");
  slip_entity_edit_add_text (edit, SLIP_ITEM_CHECKLIST, "list");
  slip_entity_edit_add_integer (edit, SLIP_ITEM_IS_REQUIRED, TRUE);
  slip_entity_edit_add_integer (edit, SLIP_ITEM_STATE, state);
  slip_entity_edit_add_date (edit, SLIP_ITEM_DUE_DATE,
                             slip_date_new (2026, 11, 30));
  run_edit (&fixture->state, edit);
}

static void
test_readiness (Fixture *fixture, gconstpointer data)
{
  SlipChip *chip = SLIP_CHIP (fixture->chip);

  g_assert_false (slip_chip_has_ring (chip));
  add_checklist (fixture, FIRST, SLIP_ITEM_STATE_TO_DO);
  show (fixture, FIRST, SLIP_ANCHOR_RELEASE);
  settle (fixture->window);
  g_assert_true (slip_chip_has_ring (chip));
  g_assert_nonnull (
    strstr (slip_chip_get_label (chip),
            "ready: 0 of 1, 1 checklist without an owner, 1 overdue"));
  show (fixture, SECOND, SLIP_ANCHOR_RELEASE);
  g_assert_false (slip_chip_has_ring (chip));
}

/* What is over tells that it is. */
static void
test_no_readiness_once_released (Fixture *fixture, gconstpointer data)
{
  SlipChip *chip = SLIP_CHIP (fixture->chip);

  add_checklist (fixture, FIRST, SLIP_ITEM_STATE_DONE);
  set_integer (&fixture->state, FIRST, SLIP_RELEASE_STATUS,
               SLIP_STATUS_RELEASED);
  show (fixture, FIRST, SLIP_ANCHOR_RELEASE);
  settle (fixture->window);
  g_assert_false (slip_chip_has_ring (chip));
  g_assert_null (strstr (slip_chip_get_label (chip), "ready"));
}

#define ADD(name, func)                                                        \
  g_test_add ("/chip/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("label-says-title-date-and-status", test_label);
  ADD ("label-says-conflicts", test_conflict_in_label);
  ADD ("label-says-so-many-conflicts-and-counts-the-rest",
       test_many_conflicts_in_label);
  ADD ("keys-ask-for-edits", test_keys);
  ADD ("right-to-left-mirrors-the-arrows", test_keys_mirrored);
  ADD ("drag-carries-the-release-and-changes-nothing", test_drag);
  ADD ("deploy-date-cannot-be-dragged", test_deploy);
  ADD ("deploy-date-is-marked-for-its-own-conflicts", test_deploy_conflict);
  ADD ("narrow-title-keeps-product-and-version", test_narrow_title);
  ADD ("status-has-one-line-of-its-own", test_status_has_one_line);
  ADD ("title-with-line-ends-is-one-line", test_title_with_line_ends);
  ADD ("more-lines-tell-the-status", test_lines);
  ADD ("every-look-is-drawn", test_states);
  ADD ("a-renamed-product-is-drawn", test_renamed_product);
  ADD ("readiness-is-a-ring-and-words", test_readiness);
  ADD ("what-is-released-has-no-ring", test_no_readiness_once_released);
  ADD ("menu-closes-when-its-release-goes", test_menu);
  ADD ("menu-is-shown-whole", test_menu_height);
  return g_test_run ();
}
