/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "editor-fixture.h"

#include "slip-edit.h"
#include "slip-t-date-entry.h"
#include "slip-t-date-form.h"

typedef struct {
  SlipPlanState *state;
  GtkWidget *window;
  GtkWidget *entry;
  guint n_committed;
} Fixture;

static void
count_cb (GtkWidget *entry, guint *n)
{
  *n += 1;
}

static SlipPlanState *
new_state (void)
{
  g_autoptr (SlipPlanState) empty = slip_plan_state_new ();
  g_autoptr (SlipEdit) edit = slip_edit_new (empty, SLIP_VERB_EDIT);
  g_autoptr (SlipChangeSet) set = NULL;
  g_autoptr (GError) error = NULL;
  SlipPlanState *state;

  slip_edit_create (edit, SLIP_KIND_TEMPLATE, "launch", NULL);
  slip_edit_create (edit, SLIP_KIND_TEMPLATE_STAGE, "wide", "launch");
  slip_edit_set_text (edit, SLIP_KIND_TEMPLATE_STAGE, "wide",
                      SLIP_TEMPLATE_STAGE_NAME, "Everyone");
  slip_edit_set_text (edit, SLIP_KIND_TEMPLATE_STAGE, "wide",
                      SLIP_TEMPLATE_STAGE_RANK, "V");
  slip_edit_create (edit, SLIP_KIND_TEMPLATE_STAGE, "beta", "launch");
  slip_edit_set_text (edit, SLIP_KIND_TEMPLATE_STAGE, "beta",
                      SLIP_TEMPLATE_STAGE_NAME, "Beta");
  slip_edit_set_text (edit, SLIP_KIND_TEMPLATE_STAGE, "beta",
                      SLIP_TEMPLATE_STAGE_RANK, "B");
  set = slip_edit_end (edit, &error);
  g_assert_no_error (error);
  state = slip_plan_state_apply (empty, set, &error);
  g_assert_no_error (error);
  return state;
}

static void
show (Fixture *fixture, SlipTDate rule)
{
  slip_t_date_entry_set_rule (SLIP_T_DATE_ENTRY (fixture->entry),
                              fixture->state, "launch", &rule);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->state = new_state ();
  fixture->window = gtk_window_new ();
  fixture->entry =
    slip_t_date_entry_new (SLIP_KIND_TEMPLATE_STAGE, "No due date");
  slip_t_date_entry_set_label (SLIP_T_DATE_ENTRY (fixture->entry), "Due");
  show (fixture, (SlipTDate){ .anchor = SLIP_DUE_RELEASE,
                              .offset = -10,
                              .unit = SLIP_UNIT_WORKING_DAYS });
  g_signal_connect (fixture->entry, "committed", G_CALLBACK (count_cb),
                    &fixture->n_committed);
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->entry);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (fixture->window);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gpointer weak = fixture->entry;

  g_object_add_weak_pointer (weak, &weak);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  editor_spin ();
  g_assert_null (weak);
  slip_plan_state_unref (fixture->state);
}

static GtkWidget *
get_editable (Fixture *fixture)
{
  return editor_find_type (fixture->entry, GTK_TYPE_ENTRY);
}

static const char *
get_text (Fixture *fixture)
{
  return gtk_editable_get_text (GTK_EDITABLE (get_editable (fixture)));
}

static gboolean
type (Fixture *fixture, const char *text)
{
  slip_t_date_entry_type (SLIP_T_DATE_ENTRY (fixture->entry), text);
  return slip_t_date_entry_commit (SLIP_T_DATE_ENTRY (fixture->entry));
}

static void
assert_rule (Fixture *fixture,
             SlipDueAnchor anchor,
             int offset,
             SlipUnit unit,
             SlipSnap snap)
{
  SlipTDate rule =
    slip_t_date_entry_get_rule (SLIP_T_DATE_ENTRY (fixture->entry));

  g_assert_cmpint (rule.anchor, ==, anchor);
  g_assert_cmpint (rule.offset, ==, offset);
  g_assert_cmpint (rule.unit, ==, unit);
  g_assert_cmpint (rule.snap, ==, snap);
}

static void
test_type (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpstr (get_text (fixture), ==, "T−10 wd");
  g_assert_true (type (fixture, "deploy +2d later"));
  assert_rule (fixture, SLIP_DUE_DEPLOY, 2, SLIP_UNIT_CALENDAR_DAYS,
               SLIP_SNAP_LATER);
  g_assert_cmpstr (get_text (fixture), ==, "Deploy +2 d later");
  g_assert_cmpuint (fixture->n_committed, ==, 1);
  g_assert_true (type (fixture, "deploy + 2 d later"));
  g_assert_cmpuint (fixture->n_committed, ==, 1);
}

static void
test_stage (Fixture *fixture, gconstpointer data)
{
  SlipTDate rule;

  g_assert_true (type (fixture, "beta - 1 wd"));
  rule = slip_t_date_entry_get_rule (SLIP_T_DATE_ENTRY (fixture->entry));
  g_assert_cmpstr (rule.stage, ==, "beta");
  g_assert_cmpstr (get_text (fixture), ==, "“Beta” −1 wd");
  g_assert_cmpuint (fixture->n_committed, ==, 1);
}

static void
test_clear (Fixture *fixture, gconstpointer data)
{
  g_assert_true (type (fixture, "  "));
  assert_rule (fixture, SLIP_DUE_FIXED, 0, SLIP_UNIT_CALENDAR_DAYS,
               SLIP_SNAP_NONE);
  g_assert_cmpstr (get_text (fixture), ==, "");
}

static void
test_fault (Fixture *fixture, gconstpointer data)
{
  SlipTDateEntry *entry = SLIP_T_DATE_ENTRY (fixture->entry);

  g_assert_false (type (fixture, "soon"));
  g_assert_nonnull (strstr (slip_t_date_entry_get_fault (entry), "soon"));
  g_assert_cmpstr (get_text (fixture), ==, "soon");
  g_assert_cmpuint (fixture->n_committed, ==, 0);
  slip_t_date_entry_restore (entry);
  g_assert_null (slip_t_date_entry_get_fault (entry));
  g_assert_cmpstr (get_text (fixture), ==, "T−10 wd");
}

static void
test_foreign (Fixture *fixture, gconstpointer data)
{
  gtk_widget_grab_focus (fixture->entry);
  slip_t_date_entry_type (SLIP_T_DATE_ENTRY (fixture->entry), "T-3 d");
  show (fixture, SLIP_T_DATE_FIXED);
  g_assert_cmpstr (get_text (fixture), ==, "T-3 d");
  g_assert_true (slip_t_date_entry_commit (SLIP_T_DATE_ENTRY (fixture->entry)));
  assert_rule (fixture, SLIP_DUE_RELEASE, -3, SLIP_UNIT_CALENDAR_DAYS,
               SLIP_SNAP_NONE);
}

static GtkMenuButton *
open_form (Fixture *fixture)
{
  GtkMenuButton *button =
    GTK_MENU_BUTTON (editor_find_type (fixture->entry, GTK_TYPE_MENU_BUTTON));

  gtk_menu_button_popup (button);
  editor_spin ();
  return button;
}

static gboolean
is_called (GtkWidget *widget, const char *label)
{
  g_autofree char *other =
    gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget),
                                        GTK_ACCESSIBLE_PROPERTY_LABEL, label);

  return other == NULL;
}

/* The drop-down of the popover that is called @label. */
static GtkDropDown *
find_choice (GtkWidget *widget, const char *label)
{
  if (GTK_IS_DROP_DOWN (widget) && is_called (widget, label))
    return GTK_DROP_DOWN (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child)) {
    GtkDropDown *found = find_choice (child, label);

    if (found)
      return found;
  }
  return NULL;
}

/* One rule put together from many choices is one commit. */
static void
test_form (Fixture *fixture, gconstpointer data)
{
  GtkMenuButton *button = open_form (fixture);
  GtkWidget *popover = GTK_WIDGET (gtk_menu_button_get_popover (button));

  gtk_spin_button_set_value (
    GTK_SPIN_BUTTON (editor_find_type (popover, GTK_TYPE_SPIN_BUTTON)), 3);
  gtk_drop_down_set_selected (find_choice (popover, "Before or after"), 1);
  gtk_drop_down_set_selected (find_choice (popover, "Unit"), 0);
  gtk_drop_down_set_selected (find_choice (popover, "On a day off"),
                              SLIP_SNAP_EARLIER);
  /* After the release's dates come the stages in their order. */
  gtk_drop_down_set_selected (find_choice (popover, "Relative to"), 6);
  g_assert_cmpuint (fixture->n_committed, ==, 0);
  gtk_menu_button_popdown (button);
  editor_spin ();
  assert_rule (fixture, SLIP_DUE_STAGE, 3, SLIP_UNIT_CALENDAR_DAYS,
               SLIP_SNAP_EARLIER);
  g_assert_cmpstr (
    slip_t_date_entry_get_rule (SLIP_T_DATE_ENTRY (fixture->entry)).stage, ==,
    "wide");
  g_assert_cmpstr (get_text (fixture), ==, "“Everyone” +3 d earlier");
  g_assert_cmpuint (fixture->n_committed, ==, 1);
}

static void
test_untouched_form (Fixture *fixture, gconstpointer data)
{
  gtk_menu_button_popdown (open_form (fixture));
  editor_spin ();
  g_assert_cmpuint (fixture->n_committed, ==, 0);
  g_assert_cmpstr (get_text (fixture), ==, "T−10 wd");
}

static void
test_pairs (Fixture *fixture, gconstpointer data)
{
  g_auto (GStrv) pairs = NULL;
  g_autofree char *joined = NULL;

  type (fixture, "Beta+1d earlier");
  pairs = slip_t_date_entry_dup_pairs (SLIP_T_DATE_ENTRY (fixture->entry),
                                       SLIP_KIND_TEMPLATE_ITEM);
  joined = g_strjoinv (" ", pairs);
  g_assert_cmpstr (joined, ==,
                   "due_anchor stage due_offset 1 due_unit calendar-days "
                   "due_snap earlier due_stage beta");
}

static void
test_label (Fixture *fixture, gconstpointer data)
{
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (get_editable (fixture)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Due");
  g_assert_cmpstr (gtk_widget_get_tooltip_text (get_editable (fixture)), ==,
                   "10 working days before the release date");
}

#define ADD(name, func)                                                        \
  g_test_add ("/t-date-entry/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("takes-what-is-typed", test_type);
  ADD ("takes-the-name-of-a-stage", test_stage);
  ADD ("no-text-is-no-rule", test_clear);
  ADD ("says-what-is-wrong-and-keeps-the-text", test_fault);
  ADD ("a-foreign-edit-does-not-overwrite-typing", test_foreign);
  ADD ("a-rule-put-together-is-one-commit", test_form);
  ADD ("closing-an-untouched-form-is-no-change", test_untouched_form);
  ADD ("gives-the-pairs-of-an-edit", test_pairs);
  ADD ("the-entry-has-its-label-and-says-the-rule", test_label);
  return g_test_run ();
}
