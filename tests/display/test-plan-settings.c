/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "editor-fixture.h"

#include "slip-add-dialog.h"
#include "slip-companions.h"
#include "slip-date-entry.h"
#include "slip-dragged-entity.h"
#include "slip-entity-choice.h"
#include "slip-mask-choice.h"
#include "slip-people-page.h"
#include "slip-plan-settings.h"
#include "slip-text-field.h"

typedef struct {
  Editor editor;
  GtkWidget *settings;
} Fixture;

static void
show_plan (gpointer data)
{
  Fixture *fixture = data;

  slip_plan_settings_set_plan (SLIP_PLAN_SETTINGS (fixture->settings),
                               fixture->editor.state, TODAY);
}

static void
set_up (Fixture *fixture, gconstpointer page)
{
  editor_set_up (&fixture->editor, 400, 300);
  fixture->settings = slip_plan_settings_new ();
  gtk_window_set_transient_for (GTK_WINDOW (fixture->settings),
                                GTK_WINDOW (fixture->editor.window));
  show_plan (fixture);
  fixture->editor.changed = show_plan;
  editor_show (&fixture->editor, gtk_label_new (NULL));
  slip_plan_settings_show_page (SLIP_PLAN_SETTINGS (fixture->settings), page);
  gtk_window_present (GTK_WINDOW (fixture->settings));
  gtk_test_widget_wait_for_draw (fixture->settings);
}

/* The settings go with the window that they are in front of. */
static void
tear_down (Fixture *fixture, gconstpointer data)
{
  editor_tear_down (&fixture->editor, fixture->settings);
}

static GtkWidget *
find (GtkWidget *widget, const char *name)
{
  GtkWidget *found = editor_find (widget, name);

  if (!found)
    g_test_message ("no %s", name);
  g_assert_nonnull (found);
  return found;
}

static GtkWidget *
find_entity (Fixture *fixture, const char *name)
{
  g_autofree char *full_name = g_strconcat ("entity:", name, NULL);

  return find (fixture->settings, full_name);
}

/* The same, with its form. */
static GtkWidget *
open_entity (Fixture *fixture, const char *name)
{
  GtkWidget *row = find_entity (fixture, name);

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  return row;
}

static void
click (GtkWidget *button)
{
  g_signal_emit_by_name (button, "clicked");
  editor_spin ();
}

static void
click_add (Fixture *fixture, const char *list)
{
  click (find (find (fixture->settings, list), "add"));
}

static void
commit (GtkWidget *entity, const char *field_name, const char *text)
{
  SlipTextField *field = SLIP_TEXT_FIELD (
    editor_find_type (find (entity, field_name), SLIP_TYPE_TEXT_FIELD));

  slip_text_field_type (field, text);
  slip_text_field_commit (field);
}

static const char *
find_id (Fixture *fixture, SlipKind kind, const char *name)
{
  return editor_find_id (&fixture->editor, kind, name);
}

static void
test_pages (Fixture *fixture, gconstpointer data)
{
  static const char *const lists[] = {
    "list:product",          "list:person", "list:audience",
    "list:working-calendar", "list:freeze", "list:key-date",
  };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++) {
    g_autofree char *name = g_strdelimit (g_strdup (lists[i]), "-", '_');

    if (!editor_find (fixture->settings, lists[i]))
      find (fixture->settings, name);
  }
  editor_assert_asked (&fixture->editor, "%s", "");
}

static GtkWidget *
find_dialog (void)
{
  g_autoptr (GListModel) windows = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++) {
    g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

    if (SLIP_IS_ADD_DIALOG (window))
      return window;
  }

  return NULL;
}

static void
type_name (GtkWidget *dialog, const char *text)
{
  slip_text_field_type (SLIP_TEXT_FIELD (
                          editor_find_type (find (dialog, "field:name"),
                                            SLIP_TYPE_TEXT_FIELD)),
                        text);
}

static void
type_day (GtkWidget *parent, const char *field, const char *text)
{
  SlipDateEntry *entry = SLIP_DATE_ENTRY (
    editor_find_type (find (parent, field), SLIP_TYPE_DATE_ENTRY));

  slip_date_entry_type (entry, text);
  slip_date_entry_commit (entry);
}

static void
test_add (Fixture *fixture, gconstpointer data)
{
  GtkWidget *dialog;
  GtkWidget *row;

  click_add (fixture, "list:product");
  dialog = find_dialog ();
  g_assert_nonnull (dialog);
  type_name (dialog, "Television");
  editor_assert_asked (&fixture->editor, "%s", "");

  /* Return adds. */
  g_assert_true (editor_press_key (dialog, GDK_KEY_Return, 0));
  editor_spin ();
  g_assert_true (
    g_str_has_prefix (fixture->editor.log->str, "create-entity ('product', '"));
  g_assert_nonnull (
    strstr (fixture->editor.log->str, "[('name', 'Television'), ('color', '#"));
  g_assert_null (find_dialog ());

  /* The new one is open, ready for more. */
  row = find_entity (fixture, "Television");
  g_assert_true (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (row)));
}

/* Nothing is written before there is a name, nor after Escape. */
static void
test_nothing_left (Fixture *fixture, gconstpointer data)
{
  GtkWidget *dialog;

  click_add (fixture, "list:freeze");
  dialog = find_dialog ();
  click (find (dialog, "add"));
  g_assert_true (find_dialog () == dialog);
  g_assert_nonnull (editor_find_text (dialog, "a name is needed"));
  type_name (dialog, "Audit");
  click (find (dialog, "add"));
  g_assert_nonnull (editor_find_text (dialog, "A first and a last day"));
  type_day (dialog, "field:first_day", "8 December");
  g_assert_true (editor_press_key (dialog, GDK_KEY_Escape, 0));
  editor_spin ();
  g_assert_null (find_dialog ());
  editor_assert_asked (&fixture->editor, "%s", "");

  click_add (fixture, "list:product");
  dialog = find_dialog ();
  type_name (dialog, "desktop");
  click (find (dialog, "add"));
  g_assert_nonnull (editor_find_text (dialog, "“desktop” already"));
  click (find (dialog, "cancel"));
  g_assert_null (find_dialog ());
  editor_assert_asked (&fixture->editor, "%s", "");
}

/* While a range is being made, its other end moves along. */
static void
test_range (Fixture *fixture, gconstpointer data)
{
  GtkWidget *dialog;

  click_add (fixture, "list:freeze");
  dialog = find_dialog ();
  type_name (dialog, "Audit");
  type_day (dialog, "field:first_day", "8 December");
  type_day (dialog, "field:last_day", "10 December");
  type_day (dialog, "field:first_day", "12 December");
  click (find (dialog, "add"));
  g_assert_nonnull (strstr (fixture->editor.log->str,
                            "[('name', 'Audit'), ('first_day', '2026-12-12'), "
                            "('last_day', '2026-12-14')]"));
}

/* Later an end that would break the range is held back and said so. */
static void
test_held_back (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row = open_entity (fixture, "Year-end freeze");
  const char *id = find_id (fixture, SLIP_KIND_FREEZE, "Year-end freeze");
  GtkWidget *last = find (row, "field:last_day");

  g_assert_null (editor_find_text (row, "before the first"));
  type_day (row, "field:last_day", "2026-12-10");
  editor_assert_asked (&fixture->editor, "%s", "");
  g_assert_nonnull (editor_find_text (last, "before the first"));
  show_plan (fixture);
  g_assert_cmpstr (gtk_editable_get_text (
                     GTK_EDITABLE (editor_find_type (last, GTK_TYPE_ENTRY))),
                   ==, "Thu 10 Dec");
  type_day (row, "field:first_day", "2026-12-08");
  editor_assert_asked (&fixture->editor,
                       "edit-entity ('freeze', '%s', [('last_day', "
                       "'2026-12-10'), ('first_day', '2026-12-08')])\n",
                       id);
  g_assert_null (editor_find_text (last, "before the first"));
}

/* Every list adds one, with a form that is open, and removes it again. */
static void
test_every_list (Fixture *fixture, gconstpointer data)
{
  static const char *const kinds[] = {
    "product", "person", "audience", "working_calendar", "freeze", "key_date",
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++) {
    g_autofree char *list = g_strconcat ("list:", kinds[i], NULL);
    g_autofree char *asked =
      g_strconcat ("create-entity ('", kinds[i], "', '", NULL);
    g_autofree char *id = NULL;
    const char *log;

    click_add (fixture, list);
    type_name (find_dialog (), "Something new");
    if (editor_find (find_dialog (), "field:first_day"))
      type_day (find_dialog (), "field:first_day", "2026-12-08");
    click (find (find_dialog (), "add"));
    log = fixture->editor.log->str;
    g_assert_true (g_str_has_prefix (log, asked));
    id = g_strndup (log + strlen (asked), 36);
    g_string_truncate (fixture->editor.log, 0);
    click (find (find (find (fixture->settings, list), "entity:Something new"),
                 "remove"));
    editor_assert_asked (&fixture->editor, "remove-entity ('%s', '%s')\n",
                         kinds[i], id);
  }
}

static void
test_edit (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row = open_entity (fixture, "Desktop");
  const char *id = find_id (fixture, SLIP_KIND_PRODUCT, "Desktop");

  commit (row, "field:name", "Desktop <b>");
  editor_assert_asked (
    &fixture->editor,
    "edit-entity ('product', '%s', [('name', 'Desktop <b>')])\n", id);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)),
                   ==, "Desktop <b>");
  g_assert_false (
    adw_preferences_row_get_use_markup (ADW_PREFERENCES_ROW (row)));
}

static void
test_retire (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row = open_entity (fixture, "Desktop");
  const char *id = find_id (fixture, SLIP_KIND_PRODUCT, "Desktop");

  click (find (row, "remove"));
  editor_assert_asked (&fixture->editor, "remove-entity ('product', '%s')\n",
                       id);
  row = find_entity (fixture, "Desktop");
  g_assert_cmpstr (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (row)), ==,
                   "Retired");
  click (find (row, "remove"));
  editor_assert_asked (
    &fixture->editor,
    "edit-entity ('product', '%s', [('is_retired', 'false')])\n", id);
}

/* The order in which the rows of a list stand. */
static char *
dup_order (Fixture *fixture, GtkWidget *list)
{
  GString *order = g_string_new (NULL);
  GtkWidget *box = editor_find_type (list, GTK_TYPE_LIST_BOX);

  for (GtkWidget *row = gtk_widget_get_first_child (box); row;
       row = gtk_widget_get_next_sibling (row))
    g_string_append_printf (order, "%s ",
                            adw_preferences_row_get_title (
                              ADW_PREFERENCES_ROW (row)));

  return g_string_free (order, FALSE);
}

static void
test_order (Fixture *fixture, gconstpointer data)
{
  GtkWidget *list = find (fixture->settings, "list:audience");
  GtkWidget *row = open_entity (fixture, "Engineering");
  g_autofree char *before = dup_order (fixture, list);
  g_autofree char *after = NULL;
  GtkWidget *up;
  GtkWidget *down;

  g_assert_true (g_str_has_prefix (before, "Engineering Support "));
  up =
    gtk_widget_get_first_child (gtk_widget_get_parent (find (row, "remove")));
  down = gtk_widget_get_next_sibling (up);
  click (up);
  editor_assert_asked (&fixture->editor, "%s", "");
  gtk_widget_grab_focus (down);
  click (down);
  g_assert_nonnull (strstr (fixture->editor.log->str, "[('rank', '"));
  after = dup_order (fixture, list);
  g_assert_true (g_str_has_prefix (after, "Support Engineering "));
  g_assert_true (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (row)));
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->settings)) == down);
}

static void
assert_begins (Fixture *fixture, const char *list, const char *order)
{
  g_autofree char *text = dup_order (fixture, find (fixture->settings, list));

  g_assert_true (g_str_has_prefix (text, order));
}

static void
test_keys_order (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row = find_entity (fixture, "Support");

  g_assert_true (editor_press_key (row, GDK_KEY_Up, GDK_ALT_MASK));
  assert_begins (fixture, "list:audience", "Support Engineering ");
  g_assert_true (editor_press_key (row, GDK_KEY_Down, GDK_ALT_MASK));
  g_assert_true (editor_press_key (row, GDK_KEY_Down, GDK_ALT_MASK));
  assert_begins (fixture, "list:audience",
                 "Engineering Documentation Support ");
  g_assert_false (editor_press_key (row, GDK_KEY_Up, 0));
}

/* What the audience called @dragged does when it is dropped on @row. */
static void
drop (Fixture *fixture, const char *dragged, GtkWidget *row, double y)
{
  GtkEventController *target =
    editor_find_controller (row, GTK_TYPE_DROP_TARGET);
  g_autoptr (SlipDraggedEntity) entity =
    slip_dragged_entity_new (SLIP_KIND_AUDIENCE,
                             find_id (fixture, SLIP_KIND_AUDIENCE, dragged),
                             NULL);
  g_auto (GValue) value = G_VALUE_INIT;
  gboolean is_taken = FALSE;

  g_value_init (&value, SLIP_TYPE_DRAGGED_ENTITY);
  g_value_set_boxed (&value, entity);
  g_signal_emit_by_name (target, "drop", &value, 10.0, y, &is_taken);
  editor_spin ();
}

static void
test_drag_order (Fixture *fixture, gconstpointer data)
{
  drop (fixture, "Documentation", find_entity (fixture, "Engineering"), 1);
  assert_begins (fixture, "list:audience",
                 "Documentation Engineering Support ");
  drop (fixture, "Documentation", find_entity (fixture, "Support"), 1000);
  assert_begins (fixture, "list:audience",
                 "Engineering Support Documentation ");
  g_string_truncate (fixture->editor.log, 0);
  drop (fixture, "Support", find_entity (fixture, "Engineering"), 1000);
  drop (fixture, "Support", find_entity (fixture, "Support"), 1);
  editor_assert_asked (&fixture->editor, "%s", "");
}

static void
test_notice (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row = open_entity (fixture, "Sales");
  g_autoptr (SlipEntityEdit) edit =
    slip_entity_edit_new_set (SLIP_KIND_AUDIENCE,
                              find_id (fixture, SLIP_KIND_AUDIENCE, "Sales"));

  slip_entity_edit_add_integer (edit, SLIP_AUDIENCE_NOTICE_DAYS, 3);
  editor_run (&fixture->editor, slip_entity_edit_run, edit);
  g_assert_nonnull (
    editor_find_text (row, "must be told at least 3 working days"));
}

/* Whoever closes the settings before it rests has meant it. */
static void
test_number_of_closed_settings (Fixture *fixture, gconstpointer data)
{
  const char *id = find_id (fixture, SLIP_KIND_AUDIENCE, "Sales");
  GtkWidget *field = find (open_entity (fixture, "Sales"), "field:notice_days");
  GtkSpinButton *spin =
    GTK_SPIN_BUTTON (editor_find_type (field, GTK_TYPE_SPIN_BUTTON));
  double days = gtk_spin_button_get_value (spin);
  g_autofree char *expected = g_strdup_printf (
    "edit-entity ('audience', '%s', [('notice_days', '%d')])\n", id,
    (int) days + 2);

  gtk_spin_button_spin (spin, GTK_SPIN_STEP_FORWARD, 2);
  editor_assert_asked (&fixture->editor, "%s", "");
  fixture->editor.changed = NULL;
  gtk_window_close (GTK_WINDOW (fixture->settings));
  editor_spin ();
  editor_assert_asked (&fixture->editor, "%s", expected);
  /* They are gone: nothing but the window is left to take down. */
  fixture->settings = fixture->editor.window;
}

/* A number is asked for once, however many lie on the way to it: when it is
 * left and, as here by the pointer, when it rests. */
static void
test_number (Fixture *fixture, gconstpointer data)
{
  const char *id = find_id (fixture, SLIP_KIND_AUDIENCE, "Sales");
  GtkWidget *field = find (open_entity (fixture, "Sales"), "field:notice_days");
  GtkSpinButton *spin =
    GTK_SPIN_BUTTON (editor_find_type (field, GTK_TYPE_SPIN_BUTTON));

  gtk_spin_button_set_value (spin, 0);
  while (fixture->editor.log->len == 0)
    g_main_context_iteration (NULL, TRUE);
  g_string_truncate (fixture->editor.log, 0);
  for (int i = 0; i < 3; i++)
    gtk_spin_button_spin (spin, GTK_SPIN_STEP_FORWARD, 1);
  editor_spin ();
  editor_assert_asked (&fixture->editor, "%s", "");
  while (fixture->editor.log->len == 0)
    g_main_context_iteration (NULL, TRUE);
  editor_assert_asked (
    &fixture->editor,
    "edit-entity ('audience', '%s', [('notice_days', '3')])\n", id);

  gtk_widget_grab_focus (GTK_WIDGET (spin));
  gtk_spin_button_spin (spin, GTK_SPIN_STEP_FORWARD, 2);
  gtk_root_set_focus (gtk_widget_get_root (field), NULL);
  editor_assert_asked (
    &fixture->editor,
    "edit-entity ('audience', '%s', [('notice_days', '5')])\n", id);
}

/* An owner who is not in the plan yet is asked for with what they are to own.
 */
static void
test_newcomer (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row = open_entity (fixture, "Sales");
  const char *id = find_id (fixture, SLIP_KIND_AUDIENCE, "Sales");
  SlipEntityChoice *choice =
    SLIP_ENTITY_CHOICE (editor_find_type (find (row, "field:owner_person"),
                                          SLIP_TYPE_ENTITY_CHOICE));
  g_autofree char *before = g_strdup (slip_entity_choice_get_id (choice));
  GtkWidget *dialog;

  slip_entity_choice_choose_extra (choice);
  editor_assert_asked (&fixture->editor,
                       "new-person ('audience', '%s', 'owner_person')\n", id);
  g_assert_cmpstr (slip_entity_choice_get_id (choice), ==, before);

  dialog = slip_add_dialog_new (slip_people_page_get_form (),
                                fixture->editor.state, NULL, TODAY);
  slip_add_dialog_set_use (SLIP_ADD_DIALOG (dialog), SLIP_KIND_AUDIENCE, id,
                           "owner_person");
  slip_add_dialog_present (SLIP_ADD_DIALOG (dialog), fixture->settings);
  type_name (dialog, "Sales lead");
  slip_add_dialog_add (SLIP_ADD_DIALOG (dialog));
  editor_spin ();
  g_assert_true (g_str_has_prefix (fixture->editor.log->str,
                                   "edit-entities [('create', 'person', '"));
  g_assert_cmpstr (slip_entity_choice_get_id (choice), ==,
                   find_id (fixture, SLIP_KIND_PERSON, "Sales lead"));
}

static void
set_rank (Fixture *fixture, const char *audience, const char *rank)
{
  g_autoptr (SlipEntityEdit) edit =
    slip_entity_edit_new_set (SLIP_KIND_AUDIENCE,
                              find_id (fixture, SLIP_KIND_AUDIENCE, audience));

  slip_entity_edit_add_text (edit, SLIP_AUDIENCE_RANK, rank);
  editor_run (&fixture->editor, slip_entity_edit_run, edit);
}

/* Where there is no rank between two, all get new ones, by one wish. */
static void
test_no_room (Fixture *fixture, gconstpointer data)
{
  GtkWidget *list = find (fixture->settings, "list:audience");
  GtkWidget *row = open_entity (fixture, "Engineering");
  const char *asked;
  g_autofree char *after = NULL;
  GtkWidget *up =
    gtk_widget_get_first_child (gtk_widget_get_parent (find (row, "remove")));

  set_rank (fixture, "Engineering", "001");
  set_rank (fixture, "Support", "002");
  set_rank (fixture, "Documentation", "002");
  click (gtk_widget_get_next_sibling (up));
  asked = fixture->editor.log->str;
  g_assert_true (
    g_str_has_prefix (asked, "edit-entities [('set', 'audience', '"));
  g_assert_true (strchr (asked, '\n') + 1 == asked + fixture->editor.log->len);
  after = dup_order (fixture, list);
  g_assert_nonnull (strstr (after, " Engineering "));
  g_assert_false (g_str_has_prefix (after, "Engineering "));
}

/* What was typed for an edit that came to nothing gives way to what the plan
 * keeps; what is typed since does not. */
static void
test_refused (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row = open_entity (fixture, "Desktop");
  SlipTextField *field = SLIP_TEXT_FIELD (
    editor_find_type (find (row, "field:name"), SLIP_TYPE_TEXT_FIELD));
  g_autofree char *kept = NULL;
  g_autofree char *typed = NULL;

  fixture->editor.is_refused = TRUE;
  commit (row, "field:name", "Mobile");
  show_plan (fixture);
  kept = slip_text_field_dup_text (field);
  g_assert_cmpstr (kept, ==, "Desktop");

  commit (row, "field:name", "Mobile");
  slip_text_field_type (field, "Mobiles");
  show_plan (fixture);
  typed = slip_text_field_dup_text (field);
  g_assert_cmpstr (typed, ==, "Mobiles");
}

static void
test_parts (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row = open_entity (fixture, "Support lead");
  const char *id = find_id (fixture, SLIP_KIND_PERSON, "Support lead");
  g_autofree char *owner = g_strdup (id);
  g_autoptr (GPtrArray) parts = NULL;

  click (find (row, "add-part"));
  type_day (find_dialog (), "field:first_day", "today");
  click (find (find_dialog (), "add"));
  g_assert_true (
    g_str_has_prefix (fixture->editor.log->str, "create-entity ('away', '"));
  g_assert_nonnull (strstr (fixture->editor.log->str,
                            "[('first_day', '2026-12-01'), "
                            "('last_day', '2026-12-01')]"));
  parts =
    slip_plan_state_list_owned (fixture->editor.state, SLIP_KIND_AWAY, owner);
  g_assert_cmpuint (parts->len, ==, 1);
  g_string_truncate (fixture->editor.log, 0);
  commit (row, "field:note", "Conference");
  editor_assert_asked (&fixture->editor,
                       "edit-entity ('away', '%s', [('note', 'Conference')])\n",
                       slip_row_get_id (parts->pdata[0]));
}

static void
test_members (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row = open_entity (fixture, "Year-end freeze");
  const char *id = find_id (fixture, SLIP_KIND_FREEZE, "Year-end freeze");
  g_autofree char *owner = g_strdup (id);
  const char *product;
  GtkWidget *check =
    editor_find_type (find (row, "members"), GTK_TYPE_CHECK_BUTTON);
  g_autoptr (GPtrArray) parts = NULL;

  product = find_id (fixture, SLIP_KIND_PRODUCT,
                     gtk_check_button_get_label (GTK_CHECK_BUTTON (check)));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  editor_assert_asked (&fixture->editor,
                       "create-entity ('freeze_product', '', '%s', "
                       "[('product', '%s')])\n",
                       owner, product);
  parts = slip_plan_state_list_owned (fixture->editor.state,
                                      SLIP_KIND_FREEZE_PRODUCT, owner);
  g_assert_cmpuint (parts->len, ==, 1);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), FALSE);
  editor_assert_asked (&fixture->editor,
                       "remove-entity ('freeze_product', '%s')\n",
                       slip_row_get_id (parts->pdata[0]));
}

static void
test_weekly (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row = open_entity (fixture, "Audit week");
  const char *id = find_id (fixture, SLIP_KIND_FREEZE, "Audit week");
  GtkWidget *weekdays = find (row, "field:weekdays");
  GtkDropDown *repeat = GTK_DROP_DOWN (
    editor_find_type (find (row, "field:repeat"), GTK_TYPE_DROP_DOWN));

  g_assert_false (gtk_widget_get_visible (weekdays));
  gtk_drop_down_set_selected (repeat, SLIP_REPEAT_WEEKLY);
  editor_assert_asked (&fixture->editor,
                       "edit-entity ('freeze', '%s', [('repeat', 'weekly'), "
                       "('weekdays', '1')])\n",
                       id);
  g_assert_true (gtk_widget_get_visible (weekdays));
  g_assert_nonnull (editor_find_text (find (row, "field:first_day"),
                                      "Every week from this day"));
  g_assert_cmpuint (slip_mask_choice_get_mask (SLIP_MASK_CHOICE (
                      editor_find_type (weekdays, SLIP_TYPE_MASK_CHOICE))),
                    ==, 1);
}

static void
test_plan_name (Fixture *fixture, gconstpointer data)
{
  GtkWidget *list = find (fixture->settings, "list:product");
  GtkWidget *group = gtk_widget_get_prev_sibling (list);
  g_autoptr (SlipEntityEdit) edit =
    slip_entity_edit_new_create (SLIP_KIND_PLAN, NULL, NULL);

  slip_entity_edit_add_text (edit, SLIP_PLAN_NAME, "Plan");
  editor_run (&fixture->editor, slip_entity_edit_run, edit);
  commit (group, "field:name", "Roadmap");
  editor_assert_asked (&fixture->editor,
                       "edit-entity ('plan', '%s', [('name', 'Roadmap')])\n",
                       slip_entity_edit_get_id (edit));
}

static void
check_companions (const SlipRow *row,
                  guint property,
                  const char *text,
                  gboolean is_new,
                  const char *expected)
{
  g_autoptr (GPtrArray) pairs =
    slip_companions_list (row, property, text, is_new);
  g_autofree char *joined = g_strjoinv (" ", (char **) pairs->pdata);

  g_assert_cmpstr (joined, ==, expected);
}

static void
test_companions (void)
{
  SlipValue values[SLIP_FREEZE_N_PROPERTIES] = { 0 };
  g_autoptr (SlipRow) row = NULL;

  values[SLIP_FREEZE_FIRST_DAY] =
    slip_value_new_date (slip_date_new (2026, 12, 21));
  values[SLIP_FREEZE_LAST_DAY] =
    slip_value_new_date (slip_date_new (2026, 12, 24));
  row = slip_row_new (SLIP_KIND_FREEZE, "x", NULL, values);

  check_companions (row, SLIP_FREEZE_FIRST_DAY, "2026-12-22", TRUE,
                    "first_day 2026-12-22");
  check_companions (row, SLIP_FREEZE_FIRST_DAY, "2026-12-28", TRUE,
                    "first_day 2026-12-28 last_day 2026-12-31");
  check_companions (row, SLIP_FREEZE_LAST_DAY, "2026-12-20", TRUE,
                    "last_day 2026-12-20 first_day 2026-12-20");
  check_companions (row, SLIP_FREEZE_LAST_DAY, "2026-12-20", FALSE,
                    "last_day 2026-12-20");
  check_companions (row, SLIP_FREEZE_REPEAT, "weekly", FALSE,
                    "repeat weekly weekdays 1");
  check_companions (row, SLIP_FREEZE_REPEAT, "yearly", FALSE, "repeat yearly");
  check_companions (row, SLIP_FREEZE_FIRST_DAY, "", TRUE, "first_day ");
}

static void
test_opens_one (Fixture *fixture, gconstpointer page)
{
  g_autofree char *place =
    g_strdup_printf ("freezes/%s",
                     editor_find_id (&fixture->editor, SLIP_KIND_FREEZE,
                                     "Year-end freeze"));
  GtkWidget *row = editor_find (fixture->settings, "entity:Year-end freeze");

  slip_plan_settings_show_page (SLIP_PLAN_SETTINGS (fixture->settings), place);
  g_assert_true (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (row)));
  g_assert_true (
    gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (fixture->settings)),
                            row));
}

#define ADD(name, page, func)                                                  \
  g_test_add ("/plan-settings/" name, Fixture, page, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("every-page-has-its-list", "products", test_pages);
  ADD ("adding-asks-first-and-opens-the-new-one", "products", test_add);
  ADD ("nothing-is-left-of-what-is-not-added", "freezes", test_nothing_left);
  ADD ("a-new-range-keeps-its-order", "freezes", test_range);
  ADD ("a-day-that-breaks-a-range-is-held-back", "freezes", test_held_back);
  ADD ("every-list-adds-and-removes", "products", test_every_list);
  ADD ("a-field-asks-for-one-edit", "products", test_edit);
  ADD ("what-is-retired-can-come-back", "products", test_retire);
  ADD ("buttons-change-the-order", "audiences", test_order);
  ADD ("keys-change-the-order", "audiences", test_keys_order);
  ADD ("dropping-changes-the-order", "audiences", test_drag_order);
  ADD ("an-audience-says-what-its-notice-means", "audiences", test_notice);
  ADD ("a-number-turned-is-one-wish", "audiences", test_number);
  ADD ("a-number-is-kept-where-settings-close", "audiences",
       test_number_of_closed_settings);
  ADD ("an-owner-may-come-with-the-edit", "audiences", test_newcomer);
  ADD ("all-get-new-ranks-where-there-is-no-room", "audiences", test_no_room);
  ADD ("refused-edits-are-taken-back", "products", test_refused);
  ADD ("days-away-are-part-of-a-person", "people", test_parts);
  ADD ("a-freeze-names-its-products", "freezes", test_members);
  ADD ("a-freeze-that-becomes-weekly-gets-a-weekday", "freezes", test_weekly);
  ADD ("opens-one-that-is-asked-for", "products", test_opens_one);
  ADD ("the-plan-has-a-name", "products", test_plan_name);
  g_test_add_func ("/companions/an-entity-keeps-its-rules", test_companions);
  return g_test_run ();
}
