/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "editor-fixture.h"

#include "slip-adjust-dialog.h"
#include "slip-conflict-window.h"
#include "slip-date-entry.h"
#include "slip-entity-choice.h"
#include "slip-limits.h"
#include "slip-move-dialog.h"
#include "slip-preferences.h"
#include "slip-release-dialog.h"
#include "slip-template-choice.h"

typedef struct {
  Editor editor;
  GtkWidget *dialog;
  char *id;
  guint stay;
  char *kept;
  char *freed;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  editor_set_up (&fixture->editor, 400, 300);
  fixture->id = g_strdup (
    editor_find_id (&fixture->editor, SLIP_KIND_RELEASE, "Mobile 4.2"));
  editor_show (&fixture->editor, gtk_label_new (NULL));
}

static void
show_dialog (Fixture *fixture, GtkWidget *dialog)
{
  fixture->dialog = dialog;
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &fixture->dialog);
  gtk_window_set_transient_for (GTK_WINDOW (dialog),
                                GTK_WINDOW (fixture->editor.window));
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_test_widget_wait_for_draw (dialog);
}

/* Every dialog has closed itself by then, and is gone. */
static void
tear_down (Fixture *fixture, gconstpointer data)
{
  GtkWidget *child = gtk_window_get_child (GTK_WINDOW (fixture->editor.window));

  for (int i = 0; fixture->dialog && i < 100; i++)
    g_main_context_iteration (NULL, FALSE);
  g_assert_null (fixture->dialog);
  editor_tear_down (&fixture->editor, child);
  g_free (fixture->id);
  g_free (fixture->kept);
  g_free (fixture->freed);
}

static GtkWidget *
find (Fixture *fixture, const char *name)
{
  GtkWidget *widget = editor_find (fixture->dialog, name);

  g_assert_nonnull (widget);
  return widget;
}

static void
click (Fixture *fixture, const char *name)
{
  g_signal_emit_by_name (find (fixture, name), "clicked");
}

static SlipDateEntry *
find_date (Fixture *fixture)
{
  return SLIP_DATE_ENTRY (
    editor_find_type (fixture->dialog, SLIP_TYPE_DATE_ENTRY));
}

static void
test_move (Fixture *fixture, gconstpointer data)
{
  GtkWidget *lines;

  show_dialog (fixture, slip_move_dialog_new (fixture->editor.state,
                                              fixture->id, TODAY));
  lines = find (fixture, "consequences");
  g_assert_false (gtk_widget_get_visible (lines));
  g_assert_false (gtk_widget_get_sensitive (find (fixture, "move")));

  /* What would follow is told while one types. */
  slip_date_entry_type (find_date (fixture), "22 December");
  g_assert_true (gtk_widget_get_visible (lines));
  g_assert_nonnull (gtk_widget_get_first_child (lines));
  g_assert_true (gtk_widget_get_sensitive (find (fixture, "move")));
  click (fixture, "move");
  editor_assert_asked (
    &fixture->editor,
    "move-release-planned ('%s', '2026-12-22', 'confirmed', 0)\n", fixture->id);
}

/* What would follow is told as soon as the checklists are in memory. */
static void
test_move_waits (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SlipPlanState) light =
    slip_plan_state_fork (fixture->editor.state);
  GtkWidget *lines;

  slip_plan_state_unload (light, fixture->id);
  show_dialog (fixture, slip_move_dialog_new (light, fixture->id, TODAY));
  slip_move_dialog_set_state (SLIP_MOVE_DIALOG (fixture->dialog), light);
  lines = find (fixture, "consequences");
  slip_date_entry_type (find_date (fixture), "22 December");
  g_assert_false (gtk_widget_get_visible (lines));
  g_assert_false (gtk_widget_get_sensitive (find (fixture, "move")));
  editor_assert_asked (&fixture->editor, "load-parts '%s'\n", fixture->id);

  slip_move_dialog_set_state (SLIP_MOVE_DIALOG (fixture->dialog),
                              fixture->editor.state);
  g_assert_true (gtk_widget_get_visible (lines));
  g_assert_true (gtk_widget_get_sensitive (find (fixture, "move")));
  gtk_window_close (GTK_WINDOW (fixture->dialog));
}

static void
test_move_only (Fixture *fixture, gconstpointer data)
{
  show_dialog (fixture, slip_move_dialog_new (fixture->editor.state,
                                              fixture->id, TODAY));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (
                                 find (fixture, "only-release-date")),
                               TRUE);
  slip_date_entry_type (find_date (fixture), "");
  click (fixture, "move");
  editor_assert_asked (&fixture->editor,
                       "move-release-planned ('%s', '', 'unscheduled', %u)\n",
                       fixture->id, SLIP_MOVE_ONLY_RELEASE);
}

static void
test_move_fault (Fixture *fixture, gconstpointer data)
{
  show_dialog (fixture, slip_move_dialog_new (fixture->editor.state,
                                              fixture->id, TODAY));
  slip_date_entry_type (find_date (fixture), "whenever");
  click (fixture, "move");
  editor_assert_asked (&fixture->editor, "%s", "");
  g_assert_nonnull (fixture->dialog);
  g_assert_nonnull (slip_date_entry_get_fault (find_date (fixture)));
  gtk_window_close (GTK_WINDOW (fixture->dialog));
}

static void
adjusted_cb (SlipAdjustDialog *dialog,
             guint stay,
             const char *const *kept,
             const char *const *freed,
             Fixture *fixture)
{
  fixture->stay = stay;
  g_clear_pointer (&fixture->kept, g_free);
  g_clear_pointer (&fixture->freed, g_free);
  fixture->kept = g_strjoinv (" ", (GStrv) kept);
  fixture->freed = g_strjoinv (" ", (GStrv) freed);
}

/* @stay: what the move that is adjusted has left where it was */
static void
show_adjust_of (Fixture *fixture, guint stay)
{
  g_autoptr (SlipMove) move =
    slip_move_new (fixture->id,
                   (SlipPlannedDate){ slip_date_new (2026, 12, 17),
                                      SLIP_CERTAINTY_CONFIRMED },
                   stay, TODAY);
  g_autoptr (SlipPreview) preview =
    slip_preview_new (fixture->editor.state, fixture->id, slip_move_run, move,
                      &CONTEXT, NULL);

  show_dialog (fixture,
               slip_adjust_dialog_new (preview, fixture->editor.state, TODAY));
  g_signal_connect (fixture->dialog, "adjusted", G_CALLBACK (adjusted_cb),
                    fixture);
}

static void
show_adjust (Fixture *fixture)
{
  show_adjust_of (fixture, 0);
}

static void
test_adjust (Fixture *fixture, gconstpointer data)
{
  g_autofree char *name = g_strdup_printf ("adjust:%u", SLIP_ANCHOR_ANNOUNCE);

  show_adjust (fixture);
  g_assert_false (gtk_widget_get_sensitive (find (fixture, "apply")));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (find (fixture, name)), FALSE);
  g_assert_true (gtk_widget_get_sensitive (find (fixture, "apply")));
  click (fixture, "apply");
  g_assert_cmpuint (fixture->stay, ==, SLIP_ANCHOR_BIT (SLIP_ANCHOR_ANNOUNCE));
}

/* What a move has pinned can be let go when it is adjusted again. */
static void
test_adjust_again (Fixture *fixture, gconstpointer data)
{
  g_autofree char *name = g_strdup_printf ("adjust:%u", SLIP_ANCHOR_DEPLOY);
  GtkCheckButton *check;
  GtkWidget *label;

  show_adjust_of (fixture, SLIP_ANCHOR_BIT (SLIP_ANCHOR_DEPLOY));
  check = GTK_CHECK_BUTTON (find (fixture, name));
  label = gtk_check_button_get_child (check);
  g_assert_true (g_str_has_prefix (gtk_label_get_text (GTK_LABEL (label)),
                                   "Deploy date: pinned, "));
  g_assert_false (gtk_check_button_get_active (check));
  g_assert_false (gtk_widget_get_sensitive (find (fixture, "apply")));
  gtk_check_button_set_active (check, TRUE);
  click (fixture, "apply");
  g_assert_cmpuint (fixture->stay, ==, 0);
}

static void
test_adjust_only (Fixture *fixture, gconstpointer data)
{
  g_autofree char *name = g_strdup_printf ("adjust:%u", SLIP_ANCHOR_DEPLOY);
  GtkCheckButton *only;

  show_adjust (fixture);
  only = GTK_CHECK_BUTTON (find (fixture, "only-release-date"));
  gtk_check_button_set_active (only, TRUE);
  g_assert_false (
    gtk_check_button_get_active (GTK_CHECK_BUTTON (find (fixture, name))));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (find (fixture, name)), TRUE);
  g_assert_false (gtk_check_button_get_active (only));
  gtk_check_button_set_active (only, TRUE);
  click (fixture, "apply");
  g_assert_cmpuint (fixture->stay, ==,
                    SLIP_ANCHOR_BIT (SLIP_ANCHOR_DEPLOY) |
                      SLIP_ANCHOR_BIT (SLIP_ANCHOR_ANNOUNCE));
}

/* Lets Desktop 8.9 come after the release. */
static void
add_dependent (Fixture *fixture)
{
  const char *other =
    editor_find_id (&fixture->editor, SLIP_KIND_RELEASE, "Desktop 8.9");
  g_autoptr (SlipEntityEdit) edit =
    slip_entity_edit_new_create (SLIP_KIND_DEPENDENCY, NULL, other);

  slip_entity_edit_add_text (edit, SLIP_DEPENDENCY_ON_RELEASE, fixture->id);
  slip_entity_edit_add_integer (edit, SLIP_DEPENDENCY_LAG_DAYS, 5);
  editor_run (&fixture->editor, slip_entity_edit_run, edit);
}

/* What stands in front of a window asks that one; the plan has the limits. */
static void
test_preferences (Fixture *fixture, gconstpointer data)
{
  const SlipMoment moment = { 0, TODAY };
  GtkWidget *preferences = slip_preferences_new ();
  g_autoptr (SlipEntityEdit) plan =
    slip_entity_edit_new_create (SLIP_KIND_PLAN, NULL, NULL);
  SlipConflictContext context;

  slip_entity_edit_add_text (plan, SLIP_PLAN_NAME, "Plan one");
  editor_run (&fixture->editor, slip_entity_edit_run, plan);
  slip_limits_set (fixture->editor.window, 5, 7);
  show_dialog (fixture, preferences);
  slip_preferences_set_plan (SLIP_PREFERENCES (preferences),
                             fixture->editor.state, moment);
  context = slip_limits_get_context (find (fixture, "max-items"), TODAY);
  g_assert_cmpuint (context.max_releases, ==, 5);
  g_assert_cmpuint (context.max_items, ==, 7);
  /* A number on the way to the one that is meant is no wish. */
  g_string_truncate (fixture->editor.log, 0);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (find (fixture, "max-releases")),
                             4);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (find (fixture, "max-releases")),
                             3);
  editor_spin ();
  editor_assert_asked (&fixture->editor, "%s", "");
  gtk_window_close (GTK_WINDOW (fixture->dialog));
  editor_spin ();
  context = slip_conflict_context_new_for_plan (fixture->editor.state, TODAY);
  g_assert_cmpuint (context.max_releases, ==, 3);
  g_assert_cmpuint (context.max_items, ==, SLIP_LOAD_MAX_ITEMS);
  editor_assert_asked (&fixture->editor,
                       "edit-entity ('plan', '%s', [('max_releases', '3')])\n",
                       slip_row_get_id (
                         slip_plan_state_get_plan (fixture->editor.state)));
}

static void
test_conflict_window (Fixture *fixture, gconstpointer data)
{
  SlipConflictWindow *conflicts = slip_conflict_window_new ();

  show_dialog (fixture, GTK_WIDGET (conflicts));
  slip_conflict_window_set_plan (conflicts, fixture->editor.state, &CONTEXT);
  while (slip_conflict_window_get_n_releases (conflicts) == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (find (fixture, "conflicts:Console 12.2"));
  g_assert_nonnull (
    editor_find_text (fixture->dialog,
                      "⊘ Deployed on Thu 17 December, after the release"));
  gtk_window_close (GTK_WINDOW (conflicts));
}

static void
test_adjust_dependents (Fixture *fixture, gconstpointer data)
{
  show_adjust (fixture);
  g_assert_false (gtk_widget_get_visible (find (fixture, "take-dependents")));
  gtk_window_destroy (GTK_WINDOW (fixture->dialog));
  add_dependent (fixture);
  show_adjust (fixture);
  g_assert_true (gtk_widget_get_visible (find (fixture, "take-dependents")));
  g_assert_nonnull (editor_find_text (fixture->dialog, "Desktop 8.9"));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (
                                 find (fixture, "take-dependents")),
                               TRUE);
  click (fixture, "apply");
  g_assert_cmpuint (fixture->stay, ==, SLIP_MOVE_TAKE_DEPENDENTS);
}

/* Gives the release a checklist with an item that follows and one that is
 * pinned. */
static void
add_items (Fixture *fixture)
{
  SlipPlanState **state = &fixture->editor.state;
  const char *ids[] = { "follows", "pinned" };
  SlipEdit *edit = slip_edit_new (*state, SLIP_VERB_EDIT);
  g_autoptr (SlipChangeSet) set = NULL;
  SlipPlanState *next;

  slip_edit_create (edit, SLIP_KIND_CHECKLIST, "list", fixture->id);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++) {
    slip_edit_create (edit, SLIP_KIND_ITEM, ids[i], fixture->id);
    slip_edit_set_text (edit, SLIP_KIND_ITEM, ids[i], SLIP_ITEM_CHECKLIST,
                        "list");
    slip_edit_set_text (edit, SLIP_KIND_ITEM, ids[i], SLIP_ITEM_TITLE, ids[i]);
    slip_edit_set_integer (edit, SLIP_KIND_ITEM, ids[i], SLIP_ITEM_DUE_ANCHOR,
                           SLIP_DUE_RELEASE);
    slip_edit_set_integer (edit, SLIP_KIND_ITEM, ids[i],
                           SLIP_ITEM_DUE_IS_PINNED, i);
    slip_edit_set_date (edit, SLIP_KIND_ITEM, ids[i], SLIP_ITEM_DUE_DATE,
                        TODAY);
  }
  set = slip_edit_end (edit, NULL);
  next = slip_plan_state_apply (*state, set, NULL);
  slip_edit_free (edit);
  g_assert_nonnull (next);
  slip_plan_state_unref (*state);
  *state = next;
}

static void
tick (Fixture *fixture, const char *name, gboolean is_ticked)
{
  GtkCheckButton *check = GTK_CHECK_BUTTON (find (fixture, name));

  g_assert_true (gtk_check_button_get_active (check) != is_ticked);
  gtk_check_button_set_active (check, is_ticked);
}

static void
test_adjust_parts (Fixture *fixture, gconstpointer data)
{
  add_items (fixture);
  show_adjust (fixture);
  g_assert_false (gtk_widget_get_sensitive (find (fixture, "apply")));
  tick (fixture, "adjust:follows", FALSE);
  tick (fixture, "adjust:pinned", TRUE);
  click (fixture, "apply");
  g_assert_cmpuint (fixture->stay, ==, 0);
  g_assert_cmpstr (fixture->kept, ==, "follows");
  g_assert_cmpstr (fixture->freed, ==, "pinned");
}

static void
type_into (Fixture *fixture, const char *name, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (find (fixture, name)), text);
}

static void
test_new (Fixture *fixture, gconstpointer data)
{
  const char *product =
    editor_find_id (&fixture->editor, SLIP_KIND_PRODUCT, "Payments API");
  const char *owner =
    editor_find_id (&fixture->editor, SLIP_KIND_PERSON, "Support lead");

  show_dialog (fixture,
               slip_release_dialog_new (fixture->editor.state, product,
                                        slip_date_new (2027, 1, 12), TODAY));
  g_assert_false (gtk_widget_get_sensitive (find (fixture, "create")));
  type_into (fixture, "release-version", " 5.0 ");
  g_assert_true (gtk_widget_get_sensitive (find (fixture, "create")));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (find (fixture, "tier")), 2);
  slip_template_choice_choose (SLIP_TEMPLATE_CHOICE (
                                 find (fixture, "template")),
                               NULL);
  slip_entity_choice_choose (SLIP_ENTITY_CHOICE (find (fixture, "owner")),
                             owner);
  gtk_widget_activate_default (find (fixture, "release-version"));
  /* A button that is activated by a key is shown pressed for a moment. */
  while (fixture->dialog)
    g_main_context_iteration (NULL, TRUE);
  editor_assert_asked (&fixture->editor,
                       "create-entity ('release', '', '', [('product', '%s'), "
                       "('version', '5.0'), ('tier', '2'), "
                       "('owner_person', '%s'), "
                       "('release_date', '2027-01-12'), "
                       "('release_certainty', 'tentative')])\n",
                       product, owner);
}

/* The label that shows @text below @widget, or NULL. */
static GtkLabel *
find_shown (GtkWidget *widget, const char *text)
{
  GtkLabel *found = NULL;

  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) &&
      g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text))
    return GTK_LABEL (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child && !found;
       child = gtk_widget_get_next_sibling (child))
    found = find_shown (child, text);
  return found;
}

/* However short the button is that opens the list. */
static void
test_lists_are_readable (Fixture *fixture, gconstpointer data)
{
  GtkWidget *owner;
  GtkLabel *label;

  show_dialog (fixture, slip_release_dialog_new (fixture->editor.state, NULL,
                                                 SLIP_DATE_NONE, TODAY));
  owner = find (fixture, "owner");
  g_signal_emit_by_name (editor_find_type (owner, GTK_TYPE_DROP_DOWN),
                         "activate");
  while (!(label = find_shown (owner, "Customer success lead")))
    g_main_context_iteration (NULL, TRUE);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (label));
  g_assert_false (pango_layout_is_ellipsized (gtk_label_get_layout (label)));
  gtk_window_destroy (GTK_WINDOW (fixture->dialog));
}

static void
test_new_product (Fixture *fixture, gconstpointer data)
{
  const SlipRow *release;
  g_autoptr (GError) error = NULL;

  show_dialog (fixture, slip_release_dialog_new (fixture->editor.state, NULL,
                                                 SLIP_DATE_NONE, TODAY));
  type_into (fixture, "release-name", "Beginning");
  g_assert_false (gtk_widget_get_visible (find (fixture, "new-product")));
  slip_entity_choice_choose_extra (
    SLIP_ENTITY_CHOICE (find (fixture, "product")));
  g_assert_true (gtk_widget_get_visible (find (fixture, "new-product")));
  g_assert_false (gtk_widget_get_sensitive (find (fixture, "create")));
  type_into (fixture, "new-product", "Watch app");
  click (fixture, "create");
  /* One wish. */
  g_assert_true (g_str_has_prefix (fixture->editor.log->str,
                                   "edit-entities [('create', 'product', '"));
  g_assert_true (strchr (fixture->editor.log->str, '\n') + 1 ==
                 fixture->editor.log->str + fixture->editor.log->len);
  release = slip_entity_find (fixture->editor.state, SLIP_KIND_RELEASE,
                              "Beginning", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (slip_row_get_text (release, SLIP_RELEASE_PRODUCT), ==,
                   editor_find_id (&fixture->editor, SLIP_KIND_PRODUCT,
                                   "Watch app"));
  g_string_truncate (fixture->editor.log, 0);
}

/* The first one of a plan: nothing else is in the list, not even nothing. */
static void
test_first_product (void)
{
  g_autoptr (SlipPlanState) state = slip_plan_state_new ();
  SlipEntityChoice *choice = SLIP_ENTITY_CHOICE (g_object_ref_sink (
    slip_entity_choice_new (SLIP_KIND_PRODUCT, NULL, "New Product…")));

  slip_entity_choice_set_plan (choice, state, NULL);
  g_assert_true (slip_entity_choice_is_extra (choice));
  slip_entity_choice_choose (choice, NULL);
  g_assert_true (slip_entity_choice_is_extra (choice));
  g_assert_finalize_object (choice);
}

#define ADD(name, func)                                                        \
  g_test_add ("/dialogs/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("move/tells-what-follows-and-asks-for-the-move", test_move);
  ADD ("move/tells-what-follows-once-checklists-are-there", test_move_waits);
  ADD ("move/only-the-release-date", test_move_only);
  ADD ("move/what-is-no-date-is-not-asked-for", test_move_fault);
  ADD ("adjust/unticked-dates-stay", test_adjust);
  ADD ("adjust/what-was-pinned-can-be-let-go", test_adjust_again);
  ADD ("adjust/only-the-release-date-unticks-all", test_adjust_only);
  ADD ("preferences/limits-are-told", test_preferences);
  ADD ("conflicts/are-listed-by-release", test_conflict_window);
  ADD ("adjust/dependents-move-on-request", test_adjust_dependents);
  ADD ("adjust/unticked-parts-stay-and-ticked-ones-follow", test_adjust_parts);
  ADD ("new-release/enter-creates-it", test_new);
  ADD ("new-release/its-lists-are-readable", test_lists_are_readable);
  ADD ("new-release/its-product-may-be-new", test_new_product);
  g_test_add_func ("/dialogs/new-release/its-first-product-is-new",
                   test_first_product);
  return g_test_run ();
}
