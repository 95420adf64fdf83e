/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "slip-checklist-items.h"
#include "slip-checklist-row.h"
#include "slip-dragged-items.h"
#include "slip-due-editor.h"
#include "slip-item-edit.h"
#include "slip-item-list.h"
#include "slip-item-state-row.h"
#include "slip-open-uri.h"
#include "slip-quick-entry.h"
#include "slip-readiness-list.h"
#include "slip-text-field.h"
#include "slip-widget-name.h"

#include <adwaita.h>

#include "../core/checked-plan.h"

/*
 * The release 'mob' with checklists for 'support' (owned, with the items 'one',
 * 'two' and 'three') and 'sales' (not owned, with 'deck') in a window that
 * writes down what it is asked for.
 */

#define TODAY (day ("2026-12-01"))

typedef struct {
  SlipPlanState *state;
  GtkWidget *window;
  GtkWidget *list;
  GString *log; /* 'action parameter' a line */
} Fixture;

static void
activate_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  Fixture *fixture = data;
  g_autofree char *text =
    parameter ? g_variant_print (parameter, FALSE) : g_strdup ("");

  g_string_append_printf (fixture->log, "%s%s%s\n",
                          g_action_get_name (G_ACTION (action)),
                          parameter ? " " : "", text);
}

static void
add_actions (Fixture *fixture)
{
  static const char *const actions[] = {
    "add-checklist",   "(ss)",      "delete-checklist", "(ss)",
    "add-items",       "(sss)",     "move-items",       "(sassss)",
    "delete-items",    "(sas)",     "set-items-state",  "(sassss)",
    "set-items-owner", "(sasss)",   "set-items-due",    "(sass)",
    "edit-entity",     "(ssa(ss))",
  };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) undo = g_simple_action_new ("undo", NULL);

  g_signal_connect (undo, "activate", G_CALLBACK (activate_cb), fixture);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (undo));
  for (guint i = 0; i < G_N_ELEMENTS (actions); i += 2) {
    g_autoptr (GSimpleAction) action =
      g_simple_action_new (actions[i], G_VARIANT_TYPE (actions[i + 1]));

    g_signal_connect (action, "activate", G_CALLBACK (activate_cb), fixture);
    g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
  }
  gtk_widget_insert_action_group (fixture->window, "win",
                                  G_ACTION_GROUP (group));
}

static void
show (Fixture *fixture)
{
  slip_readiness_list_set_release (SLIP_READINESS_LIST (fixture->list),
                                   fixture->state, "mob", TODAY);
}

static void
fill_plan (Fixture *fixture)
{
  static const char *const items[] = { "one", "A", "two", "B", "three", "C" };

  fixture->state = new_checked_plan ();
  add_release (&fixture->state, "mob", "mobile", "4.2", "2026-12-08");
  add_checklist (&fixture->state, "mob", "sales", NULL);
  add_checklist (&fixture->state, "mob", "support", "lead");
  for (guint i = 0; i < G_N_ELEMENTS (items); i += 2) {
    add_item (&fixture->state, "mob", "support", items[i],
              SLIP_ITEM_STATE_TO_DO, NULL);
    set_text (&fixture->state, SLIP_KIND_ITEM, items[i], SLIP_ITEM_RANK,
              items[i + 1]);
  }
  add_item (&fixture->state, "mob", "sales", "deck", SLIP_ITEM_STATE_TO_DO,
            NULL);
}

static void
spin (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    continue;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fill_plan (fixture);
  fixture->log = g_string_new (NULL);
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 360, 700);
  add_actions (fixture);
  fixture->list = slip_readiness_list_new ();
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->list);
  show (fixture);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (fixture->window);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gpointer weak_list = fixture->list;
  gpointer weak_window = fixture->window;

  g_object_add_weak_pointer (weak_list, &weak_list);
  g_object_add_weak_pointer (weak_window, &weak_window);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  for (int i = 0; (weak_window || weak_list) && i < 200; i++)
    g_main_context_iteration (NULL, FALSE);
  g_assert_null (weak_list);
  g_assert_null (weak_window);
  slip_plan_state_unref (fixture->state);
  g_string_free (fixture->log, TRUE);
}

static GtkWidget *
find_below (GtkWidget *widget, const char *name)
{
  if (g_strcmp0 (slip_widget_name_get (widget), name) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = find_below (child, name);

    if (found)
      return found;
  }

  return NULL;
}

static GtkWidget *
find (Fixture *fixture, const char *name)
{
  GtkWidget *widget = find_below (fixture->list, name);

  g_assert_nonnull (widget);
  return widget;
}

/* All texts that can be seen below @widget, in their order. */
static void
add_texts (GtkWidget *widget, GString *texts)
{
  if (!gtk_widget_get_visible (widget))
    return;
  if (GTK_IS_LABEL (widget) && *gtk_label_get_text (GTK_LABEL (widget)))
    g_string_append_printf (texts, "%s|",
                            gtk_label_get_text (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    add_texts (child, texts);
}

static void
assert_texts (GtkWidget *widget, const char *expected)
{
  g_autoptr (GString) texts = g_string_new (NULL);

  add_texts (widget, texts);
  g_assert_cmpstr (texts->str, ==, expected);
}

#define assert_asked(fixture, expected)                                        \
  G_STMT_START                                                                 \
  {                                                                            \
    g_assert_cmpstr ((fixture)->log->str, ==, (expected));                     \
    g_string_truncate ((fixture)->log, 0);                                     \
  }                                                                            \
  G_STMT_END

static GtkEventController *
find_controller (GtkWidget *widget, GType type)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++) {
    g_autoptr (GtkEventController) controller =
      g_list_model_get_item (controllers, i);

    if (g_type_is_a (G_OBJECT_TYPE (controller), type))
      return controller;
  }
  g_assert_not_reached ();
}

static gboolean
press (GtkWidget *widget, guint key, GdkModifierType modifiers)
{
  gboolean is_handled = FALSE;

  g_signal_emit_by_name (find_controller (widget,
                                          GTK_TYPE_EVENT_CONTROLLER_KEY),
                         "key-pressed", key, 0, modifiers, &is_handled);
  return is_handled;
}

/* Opens the checklist of an audience; returns its list of items. */
static GtkListBox *
open_checklist (Fixture *fixture, const char *audience, const char *first)
{
  g_autofree char *name = g_strconcat ("checklist:", audience, NULL);

  g_signal_emit_by_name (find (fixture, name), "clicked");
  return GTK_LIST_BOX (gtk_widget_get_parent (find (fixture, first)));
}

static void
test_lines_come_in_the_order_of_telling (Fixture *fixture, gconstpointer data)
{
  assert_texts (fixture->list,
                "Readiness|0 of 4 required|Support|○ 0/3|Support lead|"
                "Sales|○ 0/1|⚠ no owner|");
}

static void
test_a_line_opens_into_its_items (Fixture *fixture, gconstpointer data)
{
  GtkListBox *list = open_checklist (fixture, "Support", "item:one");

  assert_texts (GTK_WIDGET (list), "one|two|three|");
  /* An owner is told where it is another than the checklist's. */
  set_text (&fixture->state, SLIP_KIND_ITEM, "one", SLIP_ITEM_OWNER, "lead");
  set_text (&fixture->state, SLIP_KIND_ITEM, "two", SLIP_ITEM_OWNER, "ops");
  show (fixture);
  assert_texts (GTK_WIDGET (list), "one|two|Sales ops|three|");
  g_signal_emit_by_name (find (fixture, "checklist:Support"), "clicked");
  g_assert_null (find_below (fixture->list, "item:one"));
}

static void
test_a_release_that_is_not_read_says_so (Fixture *fixture, gconstpointer data)
{
  SlipPlanState *unread = slip_plan_state_fork (fixture->state);

  slip_plan_state_unload (unread, "mob");
  slip_plan_state_unref (fixture->state);
  fixture->state = unread;
  show (fixture);
  slip_readiness_list_show_checklist (SLIP_READINESS_LIST (fixture->list),
                                      "mob-sales");
  g_assert_null (find_below (fixture->list, "item:deck"));

  /* What was asked for is shown once it is there. */
  slip_plan_state_unref (fixture->state);
  fill_plan (fixture);
  show (fixture);
  for (int i = 0; !find_below (fixture->list, "item:deck") && i < 1000; i++)
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (find_below (fixture->list, "item:deck"));
}

static void
test_enter_adds_to_the_checklist (Fixture *fixture, gconstpointer data)
{
  SlipQuickEntry *entry;

  open_checklist (fixture, "Support", "item:one");
  entry = SLIP_QUICK_ENTRY (find (fixture, "new-item:Support"));
  slip_quick_entry_type (entry, " four ");
  slip_quick_entry_enter (entry);
  assert_asked (fixture, "add-items ('mob', 'mob-support', 'four')\n");
  slip_quick_entry_type (entry, "- a\n- b");
  spin ();
  assert_asked (fixture, "add-items ('mob', 'mob-support', '- a\\n- b')\n");
}

static void
test_a_click_adds_to_the_checklist (Fixture *fixture, gconstpointer data)
{
  GtkWidget *entry;
  GtkWidget *add;

  open_checklist (fixture, "Support", "item:one");
  entry = find (fixture, "new-item:Support");
  add = find_below (entry, "quick-add");
  g_assert_nonnull (add);
  slip_quick_entry_type (SLIP_QUICK_ENTRY (entry), "four");
  g_signal_emit_by_name (add, "clicked");
  assert_asked (fixture, "add-items ('mob', 'mob-support', 'four')\n");
  /* Nothing is typed: the next is waited for. */
  g_signal_emit_by_name (add, "clicked");
  assert_asked (fixture, "");
}

static void
test_an_empty_line_undoes (Fixture *fixture, gconstpointer data)
{
  GtkWidget *entry;

  open_checklist (fixture, "Support", "item:one");
  entry = find (fixture, "new-item:Support");
  g_assert_true (press (entry, GDK_KEY_z, GDK_CONTROL_MASK));
  assert_asked (fixture, "undo\n");
  slip_quick_entry_type (SLIP_QUICK_ENTRY (entry), "typed");
  g_assert_false (press (entry, GDK_KEY_z, GDK_CONTROL_MASK));
  assert_asked (fixture, "");
}

static void
test_space_ticks_what_is_selected (Fixture *fixture, gconstpointer data)
{
  GtkListBox *list = open_checklist (fixture, "Support", "item:one");

  gtk_list_box_select_row (list, GTK_LIST_BOX_ROW (find (fixture, "item:one")));
  gtk_list_box_select_row (list,
                           GTK_LIST_BOX_ROW (find (fixture, "item:three")));
  g_assert_true (press (GTK_WIDGET (list), GDK_KEY_space, 0));
  assert_asked (fixture, "set-items-state ('mob', ['one', 'three'], 'done', "
                         "'', '')\n");
  g_assert_true (press (GTK_WIDGET (list), GDK_KEY_Delete, 0));
  assert_asked (fixture, "delete-items ('mob', ['one', 'three'])\n");
}

static void
test_evidence_is_asked_for_first (Fixture *fixture, gconstpointer data)
{
  GtkListBox *list;
  g_autoptr (GListModel) windows = NULL;
  guint n_windows;

  set_integer (&fixture->state, SLIP_KIND_ITEM, "one", SLIP_ITEM_NEEDS_EVIDENCE,
               TRUE);
  show (fixture);
  list = open_checklist (fixture, "Support", "item:one");
  gtk_list_box_select_row (list, GTK_LIST_BOX_ROW (find (fixture, "item:one")));
  windows = g_object_ref (gtk_window_get_toplevels ());
  n_windows = g_list_model_get_n_items (windows);
  press (GTK_WIDGET (list), GDK_KEY_space, 0);
  assert_asked (fixture, "");
  g_assert_cmpuint (g_list_model_get_n_items (windows), ==, n_windows + 1);
  for (guint i = n_windows + 1; i > 0; i--) {
    g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i - 1);
    GtkWidget *entry;

    if (!ADW_IS_MESSAGE_DIALOG (window))
      continue;
    entry = find_below (GTK_WIDGET (window), "prompt-entry");
    gtk_editable_set_text (GTK_EDITABLE (entry), "seen by the lead");
    adw_message_dialog_response (ADW_MESSAGE_DIALOG (window), "confirm");
  }
  assert_asked (fixture, "set-items-state ('mob', ['one'], 'done', '', "
                         "'seen by the lead')\n");
}

static void
test_alt_and_arrows_move (Fixture *fixture, gconstpointer data)
{
  GtkListBox *list = open_checklist (fixture, "Support", "item:one");

  gtk_list_box_select_row (list,
                           GTK_LIST_BOX_ROW (find (fixture, "item:three")));
  g_assert_true (press (GTK_WIDGET (list), GDK_KEY_Up, GDK_ALT_MASK));
  assert_asked (fixture,
                "move-items ('mob', ['three'], 'mob-support', 'one', '')\n");
  gtk_list_box_unselect_all (list);
  gtk_list_box_select_row (list, GTK_LIST_BOX_ROW (find (fixture, "item:two")));
  g_assert_true (press (GTK_WIDGET (list), GDK_KEY_Up, GDK_ALT_MASK));
  assert_asked (fixture,
                "move-items ('mob', ['two'], 'mob-support', '', 'one')\n");
  g_assert_false (press (GTK_WIDGET (list), GDK_KEY_Up, 0));
}

static gboolean
drop (GtkWidget *widget, const char *const *items, double y)
{
  g_autoptr (SlipDraggedItems) dragged = slip_dragged_items_new ("mob", items);
  g_auto (GValue) value = G_VALUE_INIT;
  gboolean is_taken = FALSE;

  g_value_init (&value, SLIP_TYPE_DRAGGED_ITEMS);
  g_value_set_boxed (&value, dragged);
  g_signal_emit_by_name (find_controller (widget, GTK_TYPE_DROP_TARGET), "drop",
                         &value, 5.0, y, &is_taken);
  return is_taken;
}

static void
test_items_are_dropped_between_others (Fixture *fixture, gconstpointer data)
{
  static const char *const last[] = { "three", NULL };
  static const char *const first_two[] = { "one", "two", NULL };
  GtkListBox *list = open_checklist (fixture, "Support", "item:one");

  gtk_test_widget_wait_for_draw (fixture->window);
  g_assert_true (drop (GTK_WIDGET (list), last, 1));
  assert_asked (fixture,
                "move-items ('mob', ['three'], 'mob-support', '', 'one')\n");
  g_assert_true (drop (GTK_WIDGET (list), first_two, 10000));
  assert_asked (fixture, "move-items ('mob', ['one', 'two'], 'mob-support', "
                         "'three', '')\n");
  /* Beside themselves there is no neighbour but the one after them. */
  g_assert_true (drop (GTK_WIDGET (list), first_two, 1));
  assert_asked (fixture, "move-items ('mob', ['one', 'two'], 'mob-support', "
                         "'', 'three')\n");
}

static void
test_items_are_dropped_on_an_audience (Fixture *fixture, gconstpointer data)
{
  static const char *const items[] = { "one", NULL };
  GtkWidget *header = gtk_widget_get_parent (find (fixture, "checklist:Sales"));

  g_assert_true (drop (header, items, 5));
  assert_asked (fixture, "move-items ('mob', ['one'], 'mob-sales', '', '')\n");
}

static void
test_the_focus_stays_when_a_row_goes (Fixture *fixture, gconstpointer data)
{
  static const char *const ids[] = { "two", NULL };
  g_autoptr (SlipItemEdit) edit = slip_item_edit_new ("mob", ids);
  GtkListBox *list = open_checklist (fixture, "Support", "item:one");

  gtk_widget_grab_focus (find (fixture, "item:two"));
  slip_item_edit_set_deleted (edit);
  apply_intent (&fixture->state, slip_item_edit_run, edit);
  show (fixture);
  g_assert_true (gtk_widget_get_focus_child (GTK_WIDGET (list)) ==
                 find (fixture, "item:three"));
}

static void
test_one_checklist_has_what_is_selected (Fixture *fixture, gconstpointer data)
{
  GtkListBox *support = open_checklist (fixture, "Support", "item:one");
  GtkListBox *sales = open_checklist (fixture, "Sales", "item:deck");
  g_autoptr (GList) selected = NULL;

  gtk_list_box_select_row (support,
                           GTK_LIST_BOX_ROW (find (fixture, "item:one")));
  gtk_widget_grab_focus (find (fixture, "item:deck"));
  gtk_list_box_select_row (sales,
                           GTK_LIST_BOX_ROW (find (fixture, "item:deck")));
  spin ();
  selected = gtk_list_box_get_selected_rows (support);
  g_assert_null (selected);
}

/* An editor of one item in the window, in place of the list; a row in a list of
 * its own. */
static GtkWidget *
put_in (Fixture *fixture, GtkWidget *editor)
{
  GtkWidget *child = editor;

  if (GTK_IS_LIST_BOX_ROW (editor)) {
    child = gtk_list_box_new ();
    gtk_list_box_append (GTK_LIST_BOX (child), editor);
  }
  fixture->list = editor;
  gtk_window_set_child (GTK_WINDOW (fixture->window), child);
  gtk_test_widget_wait_for_draw (fixture->window);
  return editor;
}

static const SlipRow *
get_one (Fixture *fixture)
{
  return slip_plan_state_get (fixture->state, SLIP_KIND_ITEM, "one");
}

static void
test_a_state_waits_for_its_words (Fixture *fixture, gconstpointer data)
{
  SlipItemStateRow *row =
    SLIP_ITEM_STATE_ROW (put_in (fixture, slip_item_state_row_new ()));
  GtkDropDown *state;
  SlipTextField *words;

  slip_item_state_row_set_item (row, get_one (fixture));
  state = GTK_DROP_DOWN (find (fixture, "item-state"));
  words = SLIP_TEXT_FIELD (find (fixture, "item-state-words"));
  gtk_drop_down_set_selected (state, SLIP_ITEM_STATE_DOING);
  assert_asked (fixture, "set-items-state ('mob', ['one'], 'doing', '', '')\n");

  gtk_drop_down_set_selected (state, SLIP_ITEM_STATE_BLOCKED);
  assert_asked (fixture, "");
  slip_item_state_row_set_item (row, get_one (fixture));
  g_assert_cmpuint (gtk_drop_down_get_selected (state), ==,
                    SLIP_ITEM_STATE_BLOCKED);
  slip_text_field_type (words, "the vendor");
  slip_text_field_commit (words);
  assert_asked (fixture, "set-items-state ('mob', ['one'], 'blocked', "
                         "'the vendor', '')\n");
}

static void
test_a_due_date_is_typed (Fixture *fixture, gconstpointer data)
{
  SlipDueEditor *editor =
    SLIP_DUE_EDITOR (put_in (fixture, slip_due_editor_new ()));
  SlipTextField *text;
  GtkLabel *outcome;

  slip_due_editor_set_item (editor, fixture->state, get_one (fixture), TODAY);
  text = SLIP_TEXT_FIELD (find (fixture, "due-text"));
  outcome = GTK_LABEL (find (fixture, "due-outcome"));
  slip_text_field_type (text, "whenever");
  slip_text_field_commit (text);
  assert_asked (fixture, "");
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (outcome), "error"));

  slip_text_field_type (text, "T-2 wd");
  slip_text_field_commit (text);
  assert_asked (fixture, "set-items-due ('mob', ['one'], 'T-2 wd')\n");
}

static void
test_a_due_date_hangs_on_what_is_chosen (Fixture *fixture, gconstpointer data)
{
  SlipDueEditor *editor =
    SLIP_DUE_EDITOR (put_in (fixture, slip_due_editor_new ()));
  GtkDropDown *anchor;

  slip_due_editor_set_item (editor, fixture->state, get_one (fixture), TODAY);
  anchor = GTK_DROP_DOWN (find (fixture, "due-anchor"));
  assert_asked (fixture, "");
  gtk_drop_down_set_selected (anchor, SLIP_DUE_DEPLOY);
  assert_asked (fixture, "edit-entity ('item', 'one', [('due_anchor', "
                         "'deploy'), ('due_stage', '')])\n");
}

static void
add_stage (Fixture *fixture, const char *id, const char *name, const char *rank)
{
  SlipEdit *edit = slip_edit_new (fixture->state, SLIP_VERB_ADD);

  slip_edit_create (edit, SLIP_KIND_STAGE, id, "mob");
  slip_edit_set_text (edit, SLIP_KIND_STAGE, id, SLIP_STAGE_NAME, name);
  slip_edit_set_text (edit, SLIP_KIND_STAGE, id, SLIP_STAGE_RANK, rank);
  apply_edit (&fixture->state, edit);
}

static void
test_stages_come_after_the_dates_in_order (Fixture *fixture, gconstpointer data)
{
  SlipDueEditor *editor =
    SLIP_DUE_EDITOR (put_in (fixture, slip_due_editor_new ()));
  GtkDropDown *anchor;

  add_stage (fixture, "a", "Everyone", "B");
  add_stage (fixture, "b", "Internal", "A");
  slip_due_editor_set_item (editor, fixture->state, get_one (fixture), TODAY);
  anchor = GTK_DROP_DOWN (find (fixture, "due-anchor"));
  gtk_drop_down_set_selected (anchor, SLIP_DUE_STAGE);
  assert_asked (fixture, "edit-entity ('item', 'one', [('due_anchor', "
                         "'stage'), ('due_stage', 'b')])\n");
}

static void
test_only_web_addresses_open (void)
{
  g_assert_true (slip_uri_is_web ("https://wiki.example/a?b=c"));
  g_assert_true (slip_uri_is_web ("HTTP://wiki.example"));
  g_assert_false (slip_uri_is_web ("file:///etc/passwd"));
  g_assert_false (slip_uri_is_web ("mailto:lead@example.org"));
  g_assert_false (slip_uri_is_web ("javascript:alert(1)"));
  g_assert_false (slip_uri_is_web ("seen on Tuesday"));
  g_assert_false (slip_uri_is_web (NULL));
}

#define ADD(name, function)                                                    \
  g_test_add ("/checklists/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("lines-come-in-the-order-of-telling",
       test_lines_come_in_the_order_of_telling);
  ADD ("a-line-opens-into-its-items", test_a_line_opens_into_its_items);
  ADD ("a-release-that-is-not-read-says-so",
       test_a_release_that_is_not_read_says_so);
  ADD ("enter-adds-to-the-checklist", test_enter_adds_to_the_checklist);
  ADD ("a-click-adds-to-the-checklist", test_a_click_adds_to_the_checklist);
  ADD ("an-empty-line-undoes", test_an_empty_line_undoes);
  ADD ("space-ticks-what-is-selected", test_space_ticks_what_is_selected);
  ADD ("evidence-is-asked-for-first", test_evidence_is_asked_for_first);
  ADD ("alt-and-arrows-move", test_alt_and_arrows_move);
  ADD ("items-are-dropped-between-others",
       test_items_are_dropped_between_others);
  ADD ("items-are-dropped-on-an-audience",
       test_items_are_dropped_on_an_audience);
  ADD ("the-focus-stays-when-a-row-goes", test_the_focus_stays_when_a_row_goes);
  ADD ("one-checklist-has-what-is-selected",
       test_one_checklist_has_what_is_selected);
  ADD ("a-state-waits-for-its-words", test_a_state_waits_for_its_words);
  ADD ("a-due-date-is-typed", test_a_due_date_is_typed);
  ADD ("a-due-date-hangs-on-what-is-chosen",
       test_a_due_date_hangs_on_what_is_chosen);
  ADD ("stages-come-after-the-dates-in-order",
       test_stages_come_after_the_dates_in_order);
  g_test_add_func ("/checklists/only-web-addresses-open",
                   test_only_web_addresses_open);

  return g_test_run ();
}
