/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "editor-fixture.h"

#include "slip-date-entry.h"
#include "slip-dragged-entity.h"
#include "slip-plan-settings.h"
#include "slip-quick-entry.h"
#include "slip-release-dialog.h"
#include "slip-t-date-entry.h"
#include "slip-template-choice.h"
#include "slip-template-dialog.h"
#include "slip-template-editor.h"
#include "slip-template-row.h"
#include "slip-template.h"
#include "slip-text-field.h"

typedef struct {
  Editor editor;
  GtkWidget *shown; /* the window or widget that is tested */
  char *template_id;
} Fixture;

static void
show_plan (gpointer data)
{
  Fixture *fixture = data;
  const SlipPlanState *state = fixture->editor.state;

  if (SLIP_IS_PLAN_SETTINGS (fixture->shown))
    slip_plan_settings_set_plan (SLIP_PLAN_SETTINGS (fixture->shown), state,
                                 TODAY);
  else if (SLIP_IS_TEMPLATE_DIALOG (fixture->shown))
    slip_template_dialog_set_plan (SLIP_TEMPLATE_DIALOG (fixture->shown), state,
                                   TODAY);
  else if (SLIP_IS_TEMPLATE_EDITOR (fixture->shown))
    slip_template_editor_set_plan (SLIP_TEMPLATE_EDITOR (fixture->shown), state,
                                   TODAY);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  editor_set_up (&fixture->editor, 480, 600);
  fixture->template_id =
    g_strdup (editor_find_id (&fixture->editor, SLIP_KIND_TEMPLATE, "Feature"));
}

static void
show_editor (Fixture *fixture)
{
  fixture->shown = slip_template_editor_new (fixture->template_id);
  fixture->editor.changed = show_plan;
  show_plan (fixture);
  editor_show (&fixture->editor, fixture->shown);
}

static void
show_window (Fixture *fixture, GtkWidget *window)
{
  fixture->shown = window;
  gtk_window_set_transient_for (GTK_WINDOW (window),
                                GTK_WINDOW (fixture->editor.window));
  show_plan (fixture);
  fixture->editor.changed = show_plan;
  editor_show (&fixture->editor, gtk_label_new (NULL));
  gtk_window_set_destroy_with_parent (GTK_WINDOW (window), TRUE);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &fixture->shown);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  GtkWidget *shown = fixture->shown;

  if (shown && GTK_IS_WINDOW (shown))
    g_object_remove_weak_pointer (G_OBJECT (shown),
                                  (gpointer *) &fixture->shown);
  fixture->shown = NULL;
  editor_tear_down (&fixture->editor, shown ? shown : fixture->editor.window);
  g_free (fixture->template_id);
}

static GtkWidget *
find (GtkWidget *widget, const char *name)
{
  GtkWidget *found = editor_find (widget, name);

  if (!found)
    g_error ("no %s", name);
  return found;
}

static void
click (GtkWidget *widget, const char *name)
{
  g_signal_emit_by_name (find (widget, name), "clicked");
  editor_spin ();
}

static GPtrArray *
list_items (Fixture *fixture, const char *audience)
{
  g_autoptr (GPtrArray) parts =
    slip_template_list_audiences (fixture->editor.state, fixture->template_id);

  for (guint i = 0; i < parts->len; i++) {
    const SlipRow *row =
      slip_plan_state_follow (fixture->editor.state, parts->pdata[i],
                              SLIP_TEMPLATE_AUDIENCE_AUDIENCE);

    if (g_str_equal (slip_row_get_text (row, SLIP_AUDIENCE_NAME), audience))
      return slip_template_list_items (fixture->editor.state,
                                       fixture->template_id,
                                       slip_row_get_id (parts->pdata[i]));
  }

  g_error ("no %s", audience);
}

static const char *
get_title (GPtrArray *items, guint i)
{
  return slip_row_get_text (items->pdata[i], SLIP_TEMPLATE_ITEM_TITLE);
}

/* The row of the item at @i of @audience. */
static GtkWidget *
find_item (Fixture *fixture, const char *audience, guint i)
{
  g_autoptr (GPtrArray) items = list_items (fixture, audience);
  g_autofree char *section = g_strconcat ("audience:", audience, NULL);
  g_autofree char *name = g_strconcat ("entity:", get_title (items, i), NULL);

  return find (find (fixture->shown, section), name);
}

static guint
count_log_lines (Fixture *fixture)
{
  guint n = 0;

  for (const char *c = fixture->editor.log->str; *c; c++)
    n += *c == '\n';
  return n;
}

static void
test_quick_entry (Fixture *fixture, gconstpointer data)
{
  SlipQuickEntry *entry;
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;

  show_editor (fixture);
  before = list_items (fixture, "Support");
  entry = SLIP_QUICK_ENTRY (
    find (find (fixture->shown, "audience:Support"), "quick-entry"));
  slip_quick_entry_type (entry, "Hold a drill");
  slip_quick_entry_enter (entry);
  slip_quick_entry_type (entry, "  ");
  slip_quick_entry_enter (entry);
  g_assert_cmpuint (count_log_lines (fixture), ==, 1);
  after = list_items (fixture, "Support");
  g_assert_cmpuint (after->len, ==, before->len + 1);
  g_assert_cmpstr (get_title (after, after->len - 1), ==, "Hold a drill");
  g_assert_true (slip_row_get_boolean (after->pdata[after->len - 1],
                                       SLIP_TEMPLATE_ITEM_IS_REQUIRED));
  find_item (fixture, "Support", after->len - 1);
}

/* A list that is pasted is one step; a single line stays to be changed. */
static void
test_paste (Fixture *fixture, gconstpointer data)
{
  SlipQuickEntry *entry;
  g_autoptr (GPtrArray) items = NULL;
  guint n_before;

  show_editor (fixture);
  items = list_items (fixture, "Sales");
  n_before = items->len;
  entry = SLIP_QUICK_ENTRY (
    find (find (fixture->shown, "audience:Sales"), "quick-entry"));
  slip_quick_entry_type (entry, "One line\n");
  editor_spin ();
  editor_assert_asked (&fixture->editor, "%s", "");
  slip_quick_entry_type (entry, "- Price list\n- Battle card\n\n- Demo\n");
  editor_spin ();
  g_assert_cmpuint (count_log_lines (fixture), ==, 1);
  g_ptr_array_unref (items);
  items = list_items (fixture, "Sales");
  g_assert_cmpuint (items->len, ==, n_before + 3);
  g_assert_cmpstr (get_title (items, n_before), ==, "Price list");
  g_assert_cmpstr (get_title (items, n_before + 2), ==, "Demo");
}

static void
test_item_fields (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row;
  SlipTDateEntry *due;
  g_autoptr (GPtrArray) items = NULL;

  show_editor (fixture);
  row = find_item (fixture, "Support", 0);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  due = SLIP_T_DATE_ENTRY (
    editor_find_type (find (row, "field:due_anchor"), SLIP_TYPE_T_DATE_ENTRY));
  slip_t_date_entry_type (due, "T-7 wd");
  g_assert_true (slip_t_date_entry_commit (due));
  g_assert_cmpuint (count_log_lines (fixture), ==, 1);
  items = list_items (fixture, "Support");
  g_assert_cmpint (slip_row_get_integer (items->pdata[0],
                                         SLIP_TEMPLATE_ITEM_DUE_OFFSET),
                   ==, -7);
  g_assert_nonnull (
    strstr (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (row)), "T−7 wd"));
}

/* The days of a release on a day of one's choice. */
static void
test_preview (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row;
  SlipTDateEntry *due;
  SlipDateEntry *date;

  show_editor (fixture);
  date = SLIP_DATE_ENTRY (find (fixture->shown, "preview-date"));
  slip_date_entry_type (date, "2027-02-16");
  g_assert_true (slip_date_entry_commit (date));
  row = find_item (fixture, "Support", 0);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  due = SLIP_T_DATE_ENTRY (
    editor_find_type (find (row, "field:due_anchor"), SLIP_TYPE_T_DATE_ENTRY));
  slip_t_date_entry_type (due, "T-2 wd");
  slip_t_date_entry_commit (due);
  g_assert_nonnull (
    strstr (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (row)),
            "12 February"));
}

static void
test_keys_order (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;

  show_editor (fixture);
  before = list_items (fixture, "Support");
  g_assert_true (editor_press_key (find_item (fixture, "Support", 1),
                                   GDK_KEY_Up, GDK_ALT_MASK));
  after = list_items (fixture, "Support");
  g_assert_cmpstr (get_title (after, 0), ==, get_title (before, 1));
  g_assert_cmpstr (get_title (after, 1), ==, get_title (before, 0));
}

static void
drop (Fixture *fixture, const char *id, GtkWidget *row, double y)
{
  GtkEventController *target =
    editor_find_controller (row, GTK_TYPE_DROP_TARGET);
  g_autoptr (SlipDraggedEntity) entity =
    slip_dragged_entity_new (SLIP_KIND_TEMPLATE_ITEM, id, fixture->template_id);
  g_auto (GValue) value = G_VALUE_INIT;
  gboolean is_taken = FALSE;

  g_value_init (&value, SLIP_TYPE_DRAGGED_ENTITY);
  g_value_set_boxed (&value, entity);
  g_signal_emit_by_name (target, "drop", &value, 10.0, y, &is_taken);
  g_assert_true (is_taken);
  editor_spin ();
}

/* Also to another audience, between its items or after all. */
static void
test_drag (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) support = NULL;
  g_autoptr (GPtrArray) sales = NULL;
  g_autoptr (GPtrArray) sales_after = NULL;
  GtkWidget *quick;

  show_editor (fixture);
  support = list_items (fixture, "Support");
  sales = list_items (fixture, "Sales");
  drop (fixture, slip_row_get_id (support->pdata[0]),
        find_item (fixture, "Sales", 0), 1);
  sales_after = list_items (fixture, "Sales");
  g_assert_cmpuint (sales_after->len, ==, sales->len + 1);
  g_assert_cmpstr (get_title (sales_after, 0), ==, get_title (support, 0));

  quick = find (find (fixture->shown, "audience:Sales"), "quick-entry");
  drop (fixture, slip_row_get_id (support->pdata[1]),
        gtk_widget_get_ancestor (quick, ADW_TYPE_PREFERENCES_ROW), 1);
  g_ptr_array_unref (sales_after);
  sales_after = list_items (fixture, "Sales");
  g_assert_cmpstr (get_title (sales_after, sales_after->len - 1), ==,
                   get_title (support, 1));
}

static void
test_audiences (Fixture *fixture, gconstpointer data)
{
  GtkWidget *section;
  GtkWidget *first;

  show_editor (fixture);
  section = find (fixture->shown, "audience:Support");
  first = gtk_widget_get_prev_sibling (section);
  click (section, "audience-up");
  g_assert_true (gtk_widget_get_next_sibling (section) == first);
  click (section, "audience-remove");
  g_assert_null (editor_find (fixture->shown, "audience:Support"));
  g_string_truncate (fixture->editor.log, 0);
  gtk_widget_activate_action (fixture->shown, "template.add-audience", "s",
                              editor_find_id (&fixture->editor,
                                              SLIP_KIND_AUDIENCE, "Support"));
  g_assert_cmpuint (count_log_lines (fixture), ==, 1);
  find (fixture->shown, "audience:Support");
}

static void
test_role (Fixture *fixture, gconstpointer data)
{
  GtkWidget *section;
  SlipTextField *field;

  show_editor (fixture);
  section = find (fixture->shown, "audience:Support");
  field = SLIP_TEXT_FIELD (editor_find_type (find (section, "field:owner_role"),
                                             SLIP_TYPE_TEXT_FIELD));
  slip_text_field_type (field, "Nobody of that role");
  slip_text_field_commit (field);
  editor_spin ();
  g_assert_nonnull (editor_find_text (section, "Nobody in the plan"));
}

static void
test_settings (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row;

  show_window (fixture, slip_plan_settings_new ());
  slip_plan_settings_show_page (SLIP_PLAN_SETTINGS (fixture->shown),
                                "templates");
  row = find (fixture->shown, "template:Feature");
  g_assert_nonnull (
    strstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), "Tier 2"));
  adw_action_row_activate (ADW_ACTION_ROW (row));
  editor_spin ();
  find (fixture->shown, "audience:Support");
  click (find (fixture->shown, "template-editor"), "back");
}

static const SlipRow *
find_release (Fixture *fixture, const char *name)
{
  g_autoptr (GError) error = NULL;
  const SlipRow *row =
    slip_entity_find (fixture->editor.state, SLIP_KIND_RELEASE, name, &error);

  g_assert_no_error (error);
  return row;
}

static guint
count_owned (Fixture *fixture, SlipKind kind, const char *owner)
{
  g_autoptr (GPtrArray) rows =
    slip_plan_state_list_owned (fixture->editor.state, kind, owner);

  return rows->len;
}

/* A release and all of its template are one wish. */
static void
test_creation (Fixture *fixture, gconstpointer data)
{
  const char *release;

  show_window (fixture,
               slip_release_dialog_new (fixture->editor.state,
                                        editor_find_id (&fixture->editor,
                                                        SLIP_KIND_PRODUCT,
                                                        "Desktop"),
                                        slip_date_new (2027, 2, 16), TODAY));
  g_assert_null (editor_find_text (fixture->shown, "checklists"));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (find (fixture->shown, "tier")), 2);
  g_assert_cmpstr (slip_template_choice_get_id (
                     SLIP_TEMPLATE_CHOICE (find (fixture->shown, "template"))),
                   ==, fixture->template_id);
  g_assert_nonnull (editor_find_text (fixture->shown, "checklists"));
  gtk_editable_set_text (GTK_EDITABLE (find (fixture->shown, "release-name")),
                         "Made so");
  click (fixture->shown, "create");
  g_assert_cmpuint (count_log_lines (fixture), ==, 1);
  release = slip_row_get_id (find_release (fixture, "Made so"));
  g_assert_cmpuint (count_owned (fixture, SLIP_KIND_ITEM, release), ==,
                    count_owned (fixture, SLIP_KIND_TEMPLATE_ITEM,
                                 fixture->template_id));
}

/* A release without parts, which are known to be none. */
static char *
add_release (Fixture *fixture)
{
  g_autoptr (SlipEntityEdit) edit =
    slip_entity_edit_new_create (SLIP_KIND_RELEASE, "bare", NULL);

  slip_entity_edit_add_text (edit, SLIP_RELEASE_PRODUCT,
                             editor_find_id (&fixture->editor,
                                             SLIP_KIND_PRODUCT, "Desktop"));
  slip_entity_edit_add_text (edit, SLIP_RELEASE_NAME, "Bare");
  slip_entity_edit_add_integer (edit, SLIP_RELEASE_TIER, 2);
  editor_run (&fixture->editor, slip_entity_edit_run, edit);
  return g_strdup ("bare");
}

static void
test_apply (Fixture *fixture, gconstpointer data)
{
  g_autofree char *release = add_release (fixture);
  g_autoptr (GPtrArray) support = list_items (fixture, "Support");
  GtkWidget *row;

  show_window (fixture, slip_template_dialog_new (release));
  row = find (fixture->shown, "add:Support");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (
                                 editor_find_type (row, GTK_TYPE_CHECK_BUTTON)),
                               FALSE);
  click (fixture->shown, "apply");
  g_assert_cmpuint (count_owned (fixture, SLIP_KIND_ITEM, release), ==,
                    count_owned (fixture, SLIP_KIND_TEMPLATE_ITEM,
                                 fixture->template_id) -
                      support->len);
}

/* What it gained since is shown and can be added. */
static void
test_gained (Fixture *fixture, gconstpointer data)
{
  g_autofree char *release = add_release (fixture);
  g_autoptr (SlipTemplateApplication) application =
    slip_template_application_new (fixture->template_id, release);
  g_autoptr (GPtrArray) support = list_items (fixture, "Support");
  g_autoptr (SlipEntityEdit) edit =
    slip_entity_edit_new_create (SLIP_KIND_TEMPLATE_ITEM, NULL,
                                 fixture->template_id);
  GtkWidget *group = adw_preferences_group_new ();
  SlipTemplateRow *row = SLIP_TEMPLATE_ROW (slip_template_row_new ());

  editor_run (&fixture->editor, slip_template_application_run, application);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (row));
  editor_show (&fixture->editor, group);
  slip_template_row_set_release (row, fixture->editor.state,
                                 find_release (fixture, "Bare"));
  g_assert_nonnull (editor_find_text (GTK_WIDGET (row), "“Feature”"));
  g_assert_null (editor_find_text (GTK_WIDGET (row), "has 1 item"));

  slip_entity_edit_add_text (edit, SLIP_TEMPLATE_ITEM_TITLE, "New since");
  slip_entity_edit_add_text (edit, SLIP_TEMPLATE_ITEM_AUDIENCE,
                             slip_row_get_text (support->pdata[0],
                                                SLIP_TEMPLATE_ITEM_AUDIENCE));
  editor_run (&fixture->editor, slip_entity_edit_run, edit);
  slip_template_row_set_release (row, fixture->editor.state,
                                 find_release (fixture, "Bare"));
  g_assert_nonnull (editor_find_text (GTK_WIDGET (row), "has 1 item"));
  click (GTK_WIDGET (row), "apply-template");
  editor_assert_asked (&fixture->editor, "apply-template '%s'\n", release);
}

#define ADD(name, func)                                                        \
  g_test_add ("/template-editor/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("an-item-is-typed-and-entered", test_quick_entry);
  ADD ("a-list-that-is-pasted-is-one-step", test_paste);
  ADD ("an-item-has-its-rule", test_item_fields);
  ADD ("shows-the-days-of-a-release", test_preview);
  ADD ("keys-change-the-order", test_keys_order);
  ADD ("items-are-dragged-between-audiences", test_drag);
  ADD ("audiences-come-and-go", test_audiences);
  ADD ("says-when-nobody-has-the-role", test_role);
  ADD ("a-template-opens-from-the-settings", test_settings);
  ADD ("applied-at-creation", test_creation);
  ADD ("applied-later-without-an-audience", test_apply);
  ADD ("tells-what-the-template-gained", test_gained);
  return g_test_run ();
}
