/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "editor-fixture.h"

#include "slip-change-text.h"
#include "slip-checklist.h"
#include "slip-date-entry.h"
#include "slip-entity-choice.h"
#include "slip-history-list.h"
#include "slip-inspector.h"
#include "slip-item-row.h"
#include "slip-link-list.h"
#include "slip-open-uri.h"
#include "slip-release-picker.h"
#include "slip-solution-box.h"
#include "slip-stage.h"
#include "slip-text-field.h"

typedef struct {
  Editor editor;
  GtkWidget *inspector;
  char *id;
} Fixture;

static void
show_plan (gpointer data)
{
  Fixture *fixture = data;

  slip_inspector_set_plan (SLIP_INSPECTOR (fixture->inspector),
                           fixture->editor.state, TODAY);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  editor_set_up (&fixture->editor, 360, 700);
  fixture->inspector = slip_inspector_new ();
  show_plan (fixture);
  fixture->editor.changed = show_plan;
  fixture->id = g_strdup (
    editor_find_id (&fixture->editor, SLIP_KIND_RELEASE, "Console 12.2"));
  editor_show (&fixture->editor, fixture->inspector);
  slip_inspector_set_release (SLIP_INSPECTOR (fixture->inspector), fixture->id);
  gtk_test_widget_wait_for_draw (fixture->editor.window);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  editor_tear_down (&fixture->editor, fixture->inspector);
  g_free (fixture->id);
}

static GtkWidget *
find (Fixture *fixture, const char *name)
{
  GtkWidget *widget = editor_find (fixture->inspector, name);

  g_assert_nonnull (widget);
  return widget;
}

static SlipTextField *
find_text (Fixture *fixture, const char *name)
{
  return SLIP_TEXT_FIELD (
    editor_find_type (find (fixture, name), SLIP_TYPE_TEXT_FIELD));
}

static void
edit_plan (Fixture *fixture, guint property, const char *text)
{
  g_autoptr (SlipEntityEdit) edit =
    slip_entity_edit_new_set (SLIP_KIND_RELEASE, fixture->id);

  slip_entity_edit_add_text (edit, property, text);
  editor_run (&fixture->editor, slip_entity_edit_run, edit);
}

static void
assert_shows (SlipTextField *field, const char *text)
{
  g_autofree char *shown = slip_text_field_dup_text (field);

  g_assert_cmpstr (shown, ==, text);
}

static void
test_shows (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpstr (gtk_label_get_text (
                     GTK_LABEL (find (fixture, "inspector-title"))),
                   ==, "Console 12.2");
  assert_shows (find_text (fixture, "field:version"), "12.2");
  g_assert_cmpuint (gtk_drop_down_get_selected (
                      GTK_DROP_DOWN (find (fixture, "status"))),
                    ==, SLIP_STATUS_BUILDING);
  editor_assert_asked (&fixture->editor, "%s", "");
}

static void
test_another_release_begins_at_the_top (Fixture *fixture, gconstpointer data)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (find (fixture, "status"),
                                                 GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *place =
    gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  const char *other =
    editor_find_id (&fixture->editor, SLIP_KIND_RELEASE, "Web console 12.1");

  gtk_adjustment_set_value (place, 200);
  edit_plan (fixture, SLIP_RELEASE_VERSION, "12.3");
  gtk_test_widget_wait_for_draw (fixture->editor.window);
  g_assert_cmpint ((int) gtk_adjustment_get_value (place), ==, 200);
  slip_inspector_set_release (SLIP_INSPECTOR (fixture->inspector), other);
  gtk_test_widget_wait_for_draw (fixture->editor.window);
  g_assert_cmpint ((int) gtk_adjustment_get_value (place), ==, 0);
}

static void
test_conflicts (Fixture *fixture, gconstpointer data)
{
  GtkWidget *first =
    editor_find_type (gtk_widget_get_first_child (find (fixture, "conflicts")),
                      GTK_TYPE_LABEL);

  g_assert_cmpstr (
    gtk_label_get_text (GTK_LABEL (first)), ==,
    "⊘ “Everyone” (Sun 20 December) starts in “Year-end freeze”");
}

/* Goes back from a text of several lines, over a choice and a date. */
static void
test_goes_back_by_tab (Fixture *fixture, gconstpointer data)
{
  static const char *const fields[] = { "field:contact", "field:action",
                                        "field:tier", "field:version",
                                        "field:market_owner" };
  GtkWidget *window = fixture->editor.window;
  GtkWidget *start = find (fixture, fields[0]);

  gtk_widget_grab_focus (editor_find_type (start, GTK_TYPE_TEXT_VIEW));
  for (guint i = 1; i < G_N_ELEMENTS (fields); i++) {
    GtkWidget *field = find (fixture, fields[i]);
    guint n = 0;

    while (
      !gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (window)), field)) {
      g_assert_cmpuint (n++, <, 20);
      gtk_widget_child_focus (window, GTK_DIR_TAB_BACKWARD);
    }
  }
}

static gboolean
has_focus (Fixture *fixture, GtkWidget *widget)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (fixture->editor.window));

  return focus && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

static void
wait_for_focus (Fixture *fixture, const char *name)
{
  GtkWidget *widget = find (fixture, name);

  while (!has_focus (fixture, widget))
    g_main_context_iteration (NULL, TRUE);
}

static gboolean
is_in_sight (Fixture *fixture, const char *name)
{
  graphene_rect_t bounds;

  return gtk_widget_compute_bounds (find (fixture, name),
                                    fixture->editor.window, &bounds) &&
         bounds.origin.y >= 0 &&
         bounds.origin.y < gtk_widget_get_height (fixture->editor.window);
}

/* It is scrolled to some frames after it has the focus. */
static void
wait_for_sight (Fixture *fixture, const char *name)
{
  while (!is_in_sight (fixture, name))
    g_main_context_iteration (NULL, TRUE);
}

static void
test_goes_to_a_field (Fixture *fixture, gconstpointer data)
{
  slip_inspector_show_field (SLIP_INSPECTOR (fixture->inspector),
                             SLIP_RELEASE_ROLLBACK_PLAN);
  wait_for_focus (fixture, "field:rollback_plan");
  wait_for_sight (fixture, "field:rollback_plan");
}

static void
test_goes_to_an_item (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) lists =
    slip_checklist_list (fixture->editor.state, fixture->id);
  const char *list = slip_row_get_id (lists->pdata[lists->len - 1]);
  g_autoptr (GPtrArray) items =
    slip_checklist_list_items (fixture->editor.state, fixture->id, list);
  const SlipRow *last = items->pdata[items->len - 1];
  GtkWidget *focus;

  slip_inspector_show_part (SLIP_INSPECTOR (fixture->inspector), SLIP_KIND_ITEM,
                            slip_row_get_id (last));
  do {
    g_main_context_iteration (NULL, TRUE);
    focus = gtk_root_get_focus (GTK_ROOT (fixture->editor.window));
  } while (!focus || !SLIP_IS_ITEM_ROW (focus));
  g_assert_true (slip_item_row_get_item (SLIP_ITEM_ROW (focus)) == last);
}

static void
test_goes_to_a_stage (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) stages =
    slip_stage_list (fixture->editor.state, fixture->id);
  const SlipRow *last = stages->pdata[stages->len - 1];

  slip_inspector_show_part (SLIP_INSPECTOR (fixture->inspector),
                            SLIP_KIND_STAGE, slip_row_get_id (last));
  wait_for_focus (fixture, "entity:Everyone");
  wait_for_sight (fixture, "entity:Everyone");
}

static void
test_enter (Fixture *fixture, gconstpointer data)
{
  SlipTextField *field = find_text (fixture, "field:name");
  GtkWidget *entry = editor_find_type (GTK_WIDGET (field), GTK_TYPE_ENTRY);

  gtk_widget_grab_focus (GTK_WIDGET (field));
  slip_text_field_type (field, "Te");
  slip_text_field_type (field, "Teams & <b>");
  editor_assert_asked (&fixture->editor, "%s", "");
  g_signal_emit_by_name (entry, "activate");
  editor_assert_asked (
    &fixture->editor,
    "edit-entity ('release', '%s', [('name', 'Teams & <b>')])\n", fixture->id);
  g_assert_cmpstr (gtk_label_get_text (
                     GTK_LABEL (find (fixture, "inspector-title"))),
                   ==, "Console 12.2 “Teams & <b>”");

  /* Leaving the field afterwards says nothing new. */
  gtk_widget_grab_focus (find (fixture, "field:version"));
  editor_assert_asked (&fixture->editor, "%s", "");
}

static void
test_leave (Fixture *fixture, gconstpointer data)
{
  SlipTextField *field = find_text (fixture, "field:changes");

  gtk_widget_grab_focus (GTK_WIDGET (field));
  slip_text_field_type (field, "One\nTwo");
  gtk_widget_grab_focus (find (fixture, "field:version"));
  editor_assert_asked (
    &fixture->editor,
    "edit-entity ('release', '%s', [('changes', 'One\\nTwo')])\n", fixture->id);
}

static void
test_escape (Fixture *fixture, gconstpointer data)
{
  SlipTextField *field = find_text (fixture, "field:version");

  gtk_widget_grab_focus (GTK_WIDGET (field));
  slip_text_field_type (field, "13");
  g_assert_true (editor_press_key (GTK_WIDGET (field), GDK_KEY_Escape, 0));
  assert_shows (field, "12.2");
  g_assert_false (editor_press_key (GTK_WIDGET (field), GDK_KEY_Escape, 0));
  gtk_widget_grab_focus (find (fixture, "field:name"));
  editor_assert_asked (&fixture->editor, "%s", "");
}

static void
test_foreign (Fixture *fixture, gconstpointer data)
{
  SlipTextField *field = find_text (fixture, "field:name");

  gtk_widget_grab_focus (GTK_WIDGET (field));
  slip_text_field_type (field, "Mine");
  edit_plan (fixture, SLIP_RELEASE_NAME, "Theirs");
  assert_shows (field, "Mine");
  g_assert_true (slip_text_field_is_contested (field));

  /* Committing wins, as a new edit. */
  slip_text_field_commit (field);
  editor_assert_asked (&fixture->editor,
                       "edit-entity ('release', '%s', [('name', 'Mine')])\n",
                       fixture->id);
  g_assert_false (slip_text_field_is_contested (field));
}

static void
test_foreign_escape (Fixture *fixture, gconstpointer data)
{
  SlipTextField *field = find_text (fixture, "field:name");

  gtk_widget_grab_focus (GTK_WIDGET (field));
  slip_text_field_type (field, "Mine");
  edit_plan (fixture, SLIP_RELEASE_NAME, "Theirs");
  editor_press_key (GTK_WIDGET (field), GDK_KEY_Escape, 0);
  assert_shows (field, "Theirs");
  g_assert_false (slip_text_field_is_contested (field));
}

static void
test_foreign_elsewhere (Fixture *fixture, gconstpointer data)
{
  gtk_widget_grab_focus (find (fixture, "field:version"));
  edit_plan (fixture, SLIP_RELEASE_NAME, "Theirs");
  assert_shows (find_text (fixture, "field:name"), "Theirs");
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  SlipTextField *field = find_text (fixture, "field:version");

  fixture->editor.is_refused = TRUE;
  gtk_widget_grab_focus (GTK_WIDGET (field));
  slip_text_field_type (field, "");
  slip_text_field_commit (field);
  slip_text_field_commit (field);
  editor_assert_asked (&fixture->editor,
                       "edit-entity ('release', '%s', [('version', '')])\n",
                       fixture->id);
}

static SlipDateEntry *
find_date (Fixture *fixture, const char *name)
{
  return SLIP_DATE_ENTRY (
    editor_find_type (find (fixture, name), SLIP_TYPE_DATE_ENTRY));
}

static void
test_release_date (Fixture *fixture, gconstpointer data)
{
  SlipDateEntry *entry = find_date (fixture, "date:release_date");

  slip_date_entry_type (entry, "22 December");
  slip_date_entry_commit (entry);
  editor_assert_asked (
    &fixture->editor,
    "move-release-planned ('%s', '2026-12-22', 'confirmed', 0)\n", fixture->id);
}

static void
test_other_date (Fixture *fixture, gconstpointer data)
{
  SlipDateEntry *entry = find_date (fixture, "date:code_complete_date");

  slip_date_entry_type (entry, "Q1 2027");
  slip_date_entry_commit (entry);
  editor_assert_asked (&fixture->editor,
                       "edit-entity ('release', '%s', "
                       "[('code_complete_date', '2027-01-01'), "
                       "('code_complete_certainty', 'quarter')])\n",
                       fixture->id);
}

static void
test_pin (Fixture *fixture, gconstpointer data)
{
  GtkWidget *check = editor_find_type (find (fixture, "date:deploy_date"),
                                       GTK_TYPE_CHECK_BUTTON);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  editor_assert_asked (
    &fixture->editor,
    "edit-entity ('release', '%s', [('deploy_is_pinned', 'true')])\n",
    fixture->id);
}

static void
test_status (Fixture *fixture, gconstpointer data)
{
  gtk_drop_down_set_selected (GTK_DROP_DOWN (find (fixture, "status")),
                              SLIP_STATUS_READY);
  editor_assert_asked (&fixture->editor, "set-status ('%s', 'ready')\n",
                       fixture->id);
}

static void
test_owner (Fixture *fixture, gconstpointer data)
{
  GtkWidget *field = find (fixture, "field:owner_person");
  GtkWidget *choice = editor_find_type (field, SLIP_TYPE_ENTITY_CHOICE);
  GtkWidget *note = gtk_widget_get_last_child (
    gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (field)));

  g_assert_false (gtk_widget_get_visible (note));
  slip_entity_choice_choose (SLIP_ENTITY_CHOICE (choice), NULL);
  editor_assert_asked (
    &fixture->editor, "edit-entity ('release', '%s', [('owner_person', '')])\n",
    fixture->id);
  g_assert_true (gtk_widget_get_visible (note));
  g_assert_true (gtk_widget_has_css_class (note, "error"));
}

static void
test_switch_release (Fixture *fixture, gconstpointer data)
{
  SlipTextField *field = find_text (fixture, "field:name");

  gtk_widget_grab_focus (GTK_WIDGET (field));
  slip_text_field_type (field, "Half");
  slip_inspector_set_release (SLIP_INSPECTOR (fixture->inspector),
                              editor_find_id (&fixture->editor,
                                              SLIP_KIND_RELEASE, "Mobile 4.2"));
  editor_assert_asked (&fixture->editor,
                       "edit-entity ('release', '%s', [('name', 'Half')])\n",
                       fixture->id);
  assert_shows (field, "Offline mode");
  g_assert_false (slip_text_field_is_contested (field));
}

static void
test_gone (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SlipEntityEdit) edit =
    slip_entity_edit_new_remove (SLIP_KIND_RELEASE, fixture->id);
  GtkStack *stack = GTK_STACK (gtk_widget_get_first_child (fixture->inspector));

  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "release");
  editor_run (&fixture->editor, slip_entity_edit_run, edit);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "empty");
  slip_inspector_set_release (SLIP_INSPECTOR (fixture->inspector), NULL);
}

static void
test_links (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) links = NULL;
  GtkWidget *list;
  const char *id;

  slip_plan_state_set_loaded (fixture->editor.state, fixture->id);
  g_signal_emit_by_name (find (fixture, "add-link"), "clicked");
  editor_assert_asked (&fixture->editor,
                       "create-entity ('link', '', '%s', [('title', "
                       "'New link'), ('uri', 'https://')])\n",
                       fixture->id);
  links = slip_plan_state_list_owned (fixture->editor.state, SLIP_KIND_LINK,
                                      fixture->id);
  g_assert_cmpuint (links->len, ==, 1);
  id = slip_row_get_id (links->pdata[0]);
  list = editor_find_type (fixture->inspector, SLIP_TYPE_LINK_LIST);
  SlipTextField *title =
    SLIP_TEXT_FIELD (editor_find_type (list, SLIP_TYPE_TEXT_FIELD));
  slip_text_field_type (title, "Notes");
  slip_text_field_commit (title);
  editor_assert_asked (&fixture->editor,
                       "edit-entity ('link', '%s', [('title', 'Notes')])\n",
                       id);
}

static void
test_open (void)
{
  g_assert_true (slip_uri_is_web ("https://example.org/a?b=c"));
  g_assert_true (slip_uri_is_mail ("mailto:a@example.org"));
  g_assert_false (slip_uri_is_web ("file:///etc/passwd"));
  g_assert_false (slip_uri_is_web ("javascript:alert(1)"));
  g_assert_false (slip_uri_is_web ("/bin/sh"));
  g_assert_false (slip_uri_is_web (NULL));
}

static void
history_wanted_cb (SlipInspector *inspector, const char *id, GString *wanted)
{
  g_string_append_printf (wanted, "%s\n", id);
}

static GPtrArray *
new_steps (Fixture *fixture)
{
  GPtrArray *steps =
    g_ptr_array_new_with_free_func ((GDestroyNotify) slip_step_free);
  SlipStep *step = slip_step_new (1, SLIP_STEP_EDIT, 0, G_GINT64_CONSTANT (0));
  const SlipRow *row =
    slip_plan_state_get (fixture->editor.state, SLIP_KIND_RELEASE, fixture->id);
  SlipValue value = slip_value_new_date (slip_date_new (2026, 12, 22));

  step->author = slip_author_new (NULL, "Support lead", SLIP_WRITER_WINDOW);
  step->set = slip_change_set_new (SLIP_VERB_MOVE, "Console 12.2");
  slip_change_set_take (step->set,
                        slip_change_new_set (row, SLIP_RELEASE_RELEASE_DATE,
                                             &value));
  g_ptr_array_add (steps, step);
  return steps;
}

static gboolean
is_searching (GtkWidget *widget)
{
  if (SLIP_IS_SOLUTION_BOX (widget) &&
      slip_solution_box_is_searching (SLIP_SOLUTION_BOX (widget)))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    if (is_searching (child))
      return TRUE;

  return FALSE;
}

static void
wait_for_solutions (Fixture *fixture)
{
  while (is_searching (fixture->inspector))
    g_main_context_iteration (NULL, TRUE);
}

static void
test_solutions (Fixture *fixture, gconstpointer data)
{
  wait_for_solutions (fixture);
  g_assert_nonnull (
    editor_find_text (fixture->inspector, "Deployed on Thu 17 December"));
  g_signal_emit_by_name (find (fixture, "solution:2026-12-16"), "clicked");
  g_assert_null (
    editor_find_text (fixture->inspector, "Deployed on Thu 17 December"));

  /* A stage by itself. */
  wait_for_solutions (fixture);
  g_assert_nonnull (
    editor_find_text (fixture->inspector, "starts in “Year-end freeze”"));
  g_signal_emit_by_name (editor_find (find (fixture, "conflicts"),
                                      "solution:2027-01-04"),
                         "clicked");
  g_assert_null (
    editor_find_text (fixture->inspector, "starts in “Year-end freeze”"));
}

static SlipReleasePicker *
ask_for_release (Fixture *fixture, const char *typed)
{
  GtkWidget *add = find (fixture, "add-dependency");
  SlipReleasePicker *picker =
    SLIP_RELEASE_PICKER (editor_find_type (add, SLIP_TYPE_RELEASE_PICKER));

  /* Scrolls there. */
  gtk_widget_grab_focus (add);
  gtk_test_widget_wait_for_draw (fixture->editor.window);
  g_signal_emit_by_name (add, "clicked");
  slip_picker_type (SLIP_PICKER (picker), typed);
  return picker;
}

static void
test_dependencies (Fixture *fixture, gconstpointer data)
{
  SlipReleasePicker *picker = ask_for_release (fixture, "desktop 8.9");
  g_autofree char *rows = slip_picker_dup_rows (SLIP_PICKER (picker));

  g_assert_cmpstr (rows, ==, "Desktop 8.9 · Mon 21 December, tentative\n");
  slip_picker_take_first (SLIP_PICKER (picker));
  g_assert_nonnull (editor_find_text (fixture->inspector, "After Desktop 8.9"));
  g_assert_nonnull (editor_find_text (fixture->inspector,
                                      "⊘ Mon 21 December, tentative · after "
                                      "it · too early"));
  g_assert_nonnull (editor_find_text (fixture->inspector,
                                      "⊘ Released on Wed 16 December, before "
                                      "Desktop 8.9"));

  g_signal_emit_by_name (find (fixture, "remove-dependency"), "clicked");
  g_assert_null (editor_find_text (fixture->inspector, "After Desktop 8.9"));
}

static void
test_dependents (Fixture *fixture, gconstpointer data)
{
  const char *other =
    editor_find_id (&fixture->editor, SLIP_KIND_RELEASE, "Desktop 8.9");
  g_autoptr (SlipEntityEdit) edit =
    slip_entity_edit_new_create (SLIP_KIND_DEPENDENCY, NULL, other);

  slip_entity_edit_add_text (edit, SLIP_DEPENDENCY_ON_RELEASE, fixture->id);
  slip_entity_edit_add_integer (edit, SLIP_DEPENDENCY_LAG_DAYS, 2);
  editor_run (&fixture->editor, slip_entity_edit_run, edit);
  g_assert_nonnull (
    editor_find_text (fixture->inspector, "Needed by Desktop 8.9"));
  g_assert_nonnull (editor_find_text (fixture->inspector,
                                      "at least 2 days after it · in order"));
  g_assert_null (editor_find (fixture->inspector, "remove-dependency"));
}

static void
test_history (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) wanted = g_string_new (NULL);
  g_autoptr (GPtrArray) steps = new_steps (fixture);
  g_autofree char *expected = g_strconcat (fixture->id, "\n", NULL);
  GtkWidget *expander = find (fixture, "history");
  GtkWidget *row;

  g_signal_connect (fixture->inspector, "history-wanted",
                    G_CALLBACK (history_wanted_cb), wanted);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (expander), TRUE);
  g_assert_cmpstr (wanted->str, ==, expected);
  slip_inspector_set_history (SLIP_INSPECTOR (fixture->inspector), fixture->id,
                              steps);
  row = editor_find_type (gtk_widget_get_last_child (expander),
                          ADW_TYPE_ACTION_ROW);
  while (row && ADW_IS_ACTION_ROW (row) &&
         !adw_action_row_get_subtitle (ADW_ACTION_ROW (row)))
    row = gtk_widget_get_next_sibling (row);
  g_autoptr (SlipChange) change = slip_change_new_inverse (
    ((SlipStep *) steps->pdata[0])->set->changes->pdata[0]);
  g_autofree char *text = slip_change_dup_text (fixture->editor.state, change);
  g_assert_cmpstr (text, ==, "Release date: Tue 22 December → Wed 16 December");

  /* What belongs to another release is not shown. */
  slip_inspector_set_history (SLIP_INSPECTOR (fixture->inspector), "other",
                              NULL);
}

#define ADD(name, func)                                                        \
  g_test_add ("/inspector/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("shows-the-release-and-asks-for-nothing", test_shows);
  ADD ("another-release-begins-at-the-top",
       test_another_release_begins_at_the_top);
  ADD ("lists-hard-conflicts-first", test_conflicts);
  ADD ("goes-back-by-tab", test_goes_back_by_tab);
  ADD ("goes-to-a-field", test_goes_to_a_field);
  ADD ("goes-to-an-item", test_goes_to_an_item);
  ADD ("goes-to-a-stage", test_goes_to_a_stage);
  ADD ("enter-asks-for-one-edit", test_enter);
  ADD ("leaving-a-field-asks-for-one-edit", test_leave);
  ADD ("escape-restores", test_escape);
  ADD ("a-foreign-edit-does-not-overwrite-typing", test_foreign);
  ADD ("escape-shows-the-foreign-edit", test_foreign_escape);
  ADD ("a-foreign-edit-shows-in-other-fields", test_foreign_elsewhere);
  ADD ("what-was-refused-is-asked-for-once", test_refused);
  ADD ("the-release-date-moves-the-release", test_release_date);
  ADD ("other-dates-are-edited-with-their-certainty", test_other_date);
  ADD ("a-date-can-be-pinned", test_pin);
  ADD ("the-status-is-asked-for", test_status);
  ADD ("having-no-owner-is-loud", test_owner);
  ADD ("another-release-commits-what-was-typed", test_switch_release);
  ADD ("a-deleted-release-goes", test_gone);
  ADD ("links-are-added-and-edited", test_links);
  g_test_add_func ("/inspector/only-harmless-links-open", test_open);
  ADD ("solutions-do-what-they-say", test_solutions);
  ADD ("dependencies-are-added-and-removed", test_dependencies);
  ADD ("dependents-are-told", test_dependents);
  ADD ("history-is-wanted-when-opened", test_history);
  return g_test_run ();
}
