/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "editor-fixture.h"

#include "slip-condition-list.h"
#include "slip-criterion-edit.h"
#include "slip-deciding.h"
#include "slip-decision-dialog.h"
#include "slip-decision-ledger.h"
#include "slip-gate-list.h"

#include <glib/gstdio.h>
#include <string.h>

#define NOW_MS ((gint64) TODAY.day * 86400000 + 36000000)
#define MOMENT ((SlipMoment){ NOW_MS, TODAY })

typedef struct {
  Editor editor;
  GtkWidget *dialog;
  GtkWidget *ledger;
  char *id;
} Fixture;

/* '5 %', which runs, and 'everyone', before which Legal has to agree. */
static gboolean
run_rollout (SlipEdit *edit, gconstpointer data, GError **error)
{
  static const char *const stages[] = { "five",     "5 %",      "A",
                                        "everyone", "everyone", "B" };

  for (guint i = 0; i < G_N_ELEMENTS (stages); i += 3) {
    slip_edit_create (edit, SLIP_KIND_STAGE, stages[i], data);
    slip_edit_set_text (edit, SLIP_KIND_STAGE, stages[i], SLIP_STAGE_NAME,
                        stages[i + 1]);
    slip_edit_set_text (edit, SLIP_KIND_STAGE, stages[i], SLIP_STAGE_RANK,
                        stages[i + 2]);
  }
  slip_edit_set_integer (edit, SLIP_KIND_STAGE, "everyone", SLIP_STAGE_TYPE,
                         SLIP_STAGE_TYPE_EVERYONE);
  slip_edit_set_integer (edit, SLIP_KIND_STAGE, "everyone", SLIP_STAGE_PEOPLE,
                         480);
  slip_edit_create (edit, SLIP_KIND_CRITERION, "c", data);
  slip_edit_set_text (edit, SLIP_KIND_CRITERION, "c", SLIP_CRITERION_STAGE,
                      "everyone");
  slip_edit_set_integer (edit, SLIP_KIND_CRITERION, "c", SLIP_CRITERION_TYPE,
                         SLIP_CRITERION_OWN);
  slip_edit_set_text (edit, SLIP_KIND_CRITERION, "c", SLIP_CRITERION_TEXT,
                      "Legal <agrees>");
  slip_edit_set_integer (edit, SLIP_KIND_CRITERION, "c", SLIP_CRITERION_IS_MUST,
                         TRUE);
  return TRUE;
}

static void
show_plan (gpointer data)
{
  Fixture *fixture = data;

  slip_decision_dialog_set_plan (SLIP_DECISION_DIALOG (fixture->dialog),
                                 fixture->editor.state, MOMENT);
  slip_decision_ledger_set_release (SLIP_DECISION_LEDGER (fixture->ledger),
                                    fixture->editor.state, fixture->id);
}

static void
add_release (Fixture *fixture)
{
  g_autoptr (SlipEntityEdit) edit =
    slip_entity_edit_new_create (SLIP_KIND_RELEASE, NULL, NULL);
  g_autoptr (SlipDeciding) go = NULL;

  slip_entity_edit_add_text (edit, SLIP_RELEASE_PRODUCT,
                             editor_find_id (&fixture->editor,
                                             SLIP_KIND_PRODUCT, "Web console"));
  slip_entity_edit_add_text (edit, SLIP_RELEASE_VERSION, "99.1");
  editor_run (&fixture->editor, slip_entity_edit_run, edit);
  fixture->id = g_strdup (slip_entity_edit_get_id (edit));
  editor_run (&fixture->editor, run_rollout, fixture->id);
  go = slip_deciding_new (SLIP_DECISION_GO, fixture->id, "five",
                          (SlipMoment){ NOW_MS - 3600000, TODAY });
  go->person_name = g_strdup ("Release lead");
  editor_run (&fixture->editor, slip_deciding_run, go);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  editor_set_up (&fixture->editor, 360, 700);
  add_release (fixture);
  fixture->ledger = slip_decision_ledger_new ();
  fixture->dialog =
    slip_decision_dialog_new (fixture->id, NULL, SLIP_DECISION_GO, NULL);
  g_object_ref_sink (fixture->dialog);
  show_plan (fixture);
  fixture->editor.changed = show_plan;
  editor_show (&fixture->editor, fixture->ledger);
  gtk_window_set_transient_for (GTK_WINDOW (fixture->dialog),
                                GTK_WINDOW (fixture->editor.window));
  gtk_window_present (GTK_WINDOW (fixture->dialog));
  editor_spin ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->dialog));
  fixture->editor.changed = NULL;
  g_assert_finalize_object (fixture->dialog);
  editor_tear_down (&fixture->editor, fixture->ledger);
  g_free (fixture->id);
}

static SlipDecisionDialog *
get (Fixture *fixture)
{
  return SLIP_DECISION_DIALOG (fixture->dialog);
}

static void
tick (Fixture *fixture)
{
  g_autoptr (SlipEntityEdit) edit = slip_criterion_edit_new_tick ("c", TRUE);

  editor_run (&fixture->editor, slip_entity_edit_run, edit);
}

static void
assert_asked (Fixture *fixture, const char *part)
{
  if (strstr (fixture->editor.log->str, part) == NULL)
    g_error ("“%s” was not asked for: %s", part, fixture->editor.log->str);
}

/* What asks for nothing says so, however often it is shown. */
static void
test_empty_gate_says_that_nothing_is_asked (Fixture *fixture,
                                            gconstpointer data)
{
  g_autoptr (SlipEntityEdit) edit =
    slip_entity_edit_new_remove (SLIP_KIND_CRITERION, "c");
  GtkWidget *nothing = editor_find_text (fixture->dialog, "Nothing is asked");

  g_assert_nonnull (nothing);
  g_assert_false (gtk_widget_get_child_visible (nothing));
  editor_run (&fixture->editor, slip_entity_edit_run, edit);
  g_assert_true (editor_find_text (fixture->dialog, "Nothing is asked") ==
                 nothing);
  g_assert_true (gtk_widget_get_child_visible (nothing));
}

static void
test_going_anyway_needs_a_reason (Fixture *fixture, gconstpointer data)
{
  g_assert_nonnull (
    editor_find_text (fixture->dialog, "99.1: 5 % → everyone?"));
  g_assert_nonnull (editor_find_text (fixture->dialog, "480 people"));
  /* What people wrote is no markup. */
  g_assert_nonnull (editor_find_text (fixture->dialog, "Legal <agrees>"));
  g_assert_cmpstr (slip_decision_dialog_get_verb (get (fixture)), ==,
                   "_Go Anyway");
  g_assert_false (slip_decision_dialog_can_decide (get (fixture)));
  slip_decision_dialog_type_reason (get (fixture), "  ");
  g_assert_false (slip_decision_dialog_can_decide (get (fixture)));
  slip_decision_dialog_decide (get (fixture));
  g_assert_cmpstr (fixture->editor.log->str, ==, "");

  slip_decision_dialog_type_reason (get (fixture), "The customers wait");
  g_assert_true (slip_decision_dialog_can_decide (get (fixture)));
  slip_decision_dialog_decide (get (fixture));
  assert_asked (fixture, "record-decision ('go', ");
  assert_asked (fixture, "'everyone', '', '', '', 'The customers wait', ''");
}

static void
test_follows_the_plan (Fixture *fixture, gconstpointer data)
{
  slip_decision_dialog_type_reason (get (fixture), "Half a thou");
  tick (fixture);
  g_assert_cmpstr (slip_decision_dialog_get_verb (get (fixture)), ==, "_Go");
  slip_decision_dialog_type_reason (get (fixture), "");
  g_assert_true (slip_decision_dialog_can_decide (get (fixture)));
}

static void
test_a_line_opens_its_cause (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row = editor_find (fixture->dialog, "gate-line:0");

  g_assert_nonnull (row);
  gtk_test_accessible_assert_property (
    GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
    "not met, must: Legal <agrees>, not ticked");
  gtk_widget_activate (row);
  assert_asked (fixture, ", 'criterion', 'c', 'c')");
}

static void
test_other_decisions_ask_for_what_they_need (Fixture *fixture,
                                             gconstpointer data)
{
  slip_decision_dialog_set_type (get (fixture), SLIP_DECISION_HOLD);
  g_assert_cmpstr (slip_decision_dialog_get_verb (get (fixture)), ==, "_Hold");
  g_assert_false (slip_decision_dialog_can_decide (get (fixture)));
  g_assert_true (
    gtk_widget_get_mapped (editor_find (fixture->dialog, "review-day")));
  slip_decision_dialog_set_type (get (fixture), SLIP_DECISION_ROLL_BACK);
  g_assert_true (
    gtk_widget_get_mapped (editor_find (fixture->dialog, "to-stage")));
  slip_decision_dialog_type_reason (get (fixture), "Errors");
  slip_decision_dialog_decide (get (fixture));
  assert_asked (fixture, "record-decision ('roll-back', ");
  assert_asked (fixture, "'five', '', '', '', 'Errors', ''");
}

static void
test_what_is_refused_can_be_put_right (Fixture *fixture, gconstpointer data)
{
  GtkWidget *refusal = editor_find (fixture->dialog, "refusal");

  slip_decision_dialog_type_reason (get (fixture), "The customers wait");
  slip_decision_dialog_decide (get (fixture));
  g_assert_true (gtk_widget_get_visible (fixture->dialog));
  slip_decision_dialog_start_recording (get (fixture));
  g_assert_true (slip_decision_dialog_is_recording (get (fixture)));
  /* A second click asks for nothing more. */
  g_string_truncate (fixture->editor.log, 0);
  slip_decision_dialog_decide (get (fixture));
  g_assert_cmpstr (fixture->editor.log->str, ==, "");
  /* It stays what it was about, even if the plan has got further. */
  tick (fixture);
  g_assert_cmpstr (slip_decision_dialog_get_verb (get (fixture)), ==,
                   "_Go Anyway");

  slip_decision_dialog_stop_recording (get (fixture), "<No> disk");
  g_assert_true (gtk_widget_get_mapped (refusal));
  g_assert_nonnull (editor_find_text (fixture->dialog, "<No> disk"));
  slip_decision_dialog_decide (get (fixture));
  assert_asked (fixture, "'The customers wait'");
}

static void
test_conditions_have_to_be_complete (Fixture *fixture, gconstpointer data)
{
  GtkWidget *conditions =
    editor_find_type (fixture->dialog, SLIP_TYPE_CONDITION_LIST);

  tick (fixture);
  slip_condition_list_add (SLIP_CONDITION_LIST (conditions));
  g_assert_cmpstr (slip_decision_dialog_get_verb (get (fixture)), ==,
                   "_Go With Conditions");
  g_assert_false (slip_decision_dialog_can_decide (get (fixture)));
  gtk_editable_set_text (GTK_EDITABLE (
                           editor_find (conditions, "condition-title")),
                         "Call them");
  g_assert_false (slip_decision_dialog_can_decide (get (fixture)));
}

static void
test_a_hard_freeze_asks_for_an_exception (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SlipEntityEdit) edit =
    slip_entity_edit_new_create (SLIP_KIND_FREEZE, NULL, NULL);

  tick (fixture);
  slip_entity_edit_add_text (edit, SLIP_FREEZE_NAME, "Audit");
  slip_entity_edit_add_date (edit, SLIP_FREEZE_FIRST_DAY, TODAY);
  slip_entity_edit_add_date (edit, SLIP_FREEZE_LAST_DAY, TODAY);
  editor_run (&fixture->editor, slip_entity_edit_run, edit);
  g_assert_false (slip_decision_dialog_can_decide (get (fixture)));
  g_signal_emit_by_name (editor_find (fixture->dialog, "ask-exception"),
                         "clicked");
  assert_asked (fixture, "ask-exception (");
}

static void
test_the_list_tells_what_was_decided (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row = editor_find_type (fixture->ledger, ADW_TYPE_ACTION_ROW);

  g_assert_nonnull (editor_find_text (row, "Go: 5 %"));
  g_assert_nonnull (editor_find_text (row, "Release lead · Tue 1 December"));
  adw_action_row_activate (ADW_ACTION_ROW (row));
  assert_asked (fixture, "show-decision '");
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(path, function)                                                    \
  g_test_add ("/decisions/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("empty-gate-says-that-nothing-is-asked",
       test_empty_gate_says_that_nothing_is_asked);
  ADD ("going-anyway-needs-a-reason", test_going_anyway_needs_a_reason);
  ADD ("follows-the-plan", test_follows_the_plan);
  ADD ("a-line-opens-its-cause", test_a_line_opens_its_cause);
  ADD ("other-decisions-ask-for-what-they-need",
       test_other_decisions_ask_for_what_they_need);
  ADD ("what-is-refused-can-be-put-right",
       test_what_is_refused_can_be_put_right);
  ADD ("conditions-have-to-be-complete", test_conditions_have_to_be_complete);
  ADD ("a-hard-freeze-asks-for-an-exception",
       test_a_hard_freeze_asks_for_an_exception);
  ADD ("the-list-tells-what-was-decided", test_the_list_tells_what_was_decided);

  return g_test_run ();
}
