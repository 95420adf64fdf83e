/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-decision.h"

#include "built-plan.h"

#define AT_MS G_GINT64_CONSTANT (1796040000000)

/* A release 'r' with a stage 'five', and a person 'lead'. */
static SlipPlanState *
new_staged_plan (void)
{
  SlipPlanState *state = new_plan ();
  SlipEdit *edit;

  add_release (&state, "r", "payments", "3.9", "2026-12-08");
  edit = slip_edit_new (state, SLIP_VERB_EDIT);
  create_named (edit, SLIP_KIND_PERSON, "lead", "Release lead");
  slip_edit_create (edit, SLIP_KIND_STAGE, "five", "r");
  slip_edit_set_text (edit, SLIP_KIND_STAGE, "five", SLIP_STAGE_NAME, "5 %");
  apply_edit (&state, edit);
  return state;
}

/* Starts the stage and records why. */
static gboolean
go_cb (SlipEdit *edit, gconstpointer data, GError **error)
{
  const SlipDecision decision = { .type = SLIP_DECISION_GO,
                                  .release = "r",
                                  .stage = "five",
                                  .at_ms = AT_MS,
                                  .person = "lead",
                                  .reason = "All is well",
                                  .review_day = day ("2026-12-10"),
                                  .evidence = "✓ Support is ready" };

  slip_edit_set_integer (edit, SLIP_KIND_STAGE, "five", SLIP_STAGE_STATE,
                         SLIP_STAGE_STATE_ACTIVE);
  slip_decision_record (edit, "d", &decision);
  return TRUE;
}

static const SlipRow *
get_decision (const SlipPlanState *state)
{
  return slip_plan_state_get (state, SLIP_KIND_DECISION, "d");
}

/* Applies what undo or redo of @set does. */
static void
turn (SlipPlanState **state, const SlipChangeSet *set, SlipStepType type)
{
  g_autoptr (GError) error = NULL;
  SlipAuthor *author =
    slip_author_new (NULL, "Somebody else", SLIP_WRITER_COMMAND_LINE);
  g_autoptr (SlipChangeSet) turned =
    slip_decision_new_turn_set (set, type, author, AT_MS + 1);
  SlipPlanState *next = slip_plan_state_apply (*state, turned, &error);

  g_assert_no_error (error);
  slip_plan_state_unref (*state);
  *state = next;
  slip_author_free (author);
}

static void
test_writes_names_out (void)
{
  g_autoptr (SlipPlanState) state = new_staged_plan ();
  const SlipRow *row;

  apply_intent (&state, go_cb, NULL);
  set_text (&state, SLIP_KIND_PERSON, "lead", SLIP_PERSON_NAME, "Renamed");
  set_text (&state, SLIP_KIND_STAGE, "five", SLIP_STAGE_NAME, "Renamed");

  row = get_decision (state);
  g_assert_cmpstr (slip_row_get_owner (row), ==, "r");
  g_assert_cmpstr (slip_row_get_text (row, SLIP_DECISION_PERSON_NAME), ==,
                   "Release lead");
  g_assert_cmpstr (slip_row_get_text (row, SLIP_DECISION_STAGE_NAME), ==,
                   "5 %");
  g_assert_cmpstr (slip_row_get_text (row, SLIP_DECISION_RELEASE_NAME), ==,
                   "Payments 3.9");
  g_assert_cmpint (slip_row_get_integer (row, SLIP_DECISION_AT), ==, AT_MS);
  g_assert_cmpint (slip_row_get_date (row, SLIP_DECISION_REVIEW_DAY).day, ==,
                   day ("2026-12-10").day);
}

static void
test_undo_withdraws_and_redo_restores (void)
{
  g_autoptr (SlipPlanState) state = new_staged_plan ();
  g_autofree char *before = slip_plan_state_digest (state);
  g_autoptr (SlipChangeSet) set = slip_intent_run (go_cb, NULL, state, NULL);
  g_autoptr (GPtrArray) list = NULL;
  g_autofree char *undone = NULL;
  g_autoptr (SlipRow) kept = NULL;

  apply_intent (&state, go_cb, NULL);
  kept = slip_row_ref (get_decision (state));

  turn (&state, set, SLIP_STEP_UNDO);
  undone = slip_plan_state_digest (state);
  g_assert_cmpstr (before, ==, undone);
  g_assert_true (get_decision (state) == kept);
  g_assert_true (slip_decision_is_withdrawn (state, kept));

  turn (&state, set, SLIP_STEP_REDO);
  g_assert_false (slip_decision_is_withdrawn (state, kept));
  turn (&state, set, SLIP_STEP_UNDO);
  g_assert_true (slip_decision_is_withdrawn (state, kept));

  list = slip_decision_list (state, "r");
  g_assert_cmpuint (list->len, ==, 4);
  g_assert_true (list->pdata[0] == get_decision (state));
  for (guint i = 1; i < list->len; i++) {
    g_assert_cmpstr (slip_row_get_text (list->pdata[i],
                                        SLIP_DECISION_PERSON_NAME),
                     ==, "Somebody else");
    g_assert_cmpstr (slip_row_get_text (list->pdata[i],
                                        SLIP_DECISION_STAGE_NAME),
                     ==, "5 %");
  }
}

static gboolean
reword_cb (SlipEdit *edit, gconstpointer data, GError **error)
{
  slip_edit_set_text (edit, SLIP_KIND_DECISION, "d", SLIP_DECISION_REASON,
                      "Never said");
  return TRUE;
}

static gboolean
delete_cb (SlipEdit *edit, gconstpointer data, GError **error)
{
  slip_edit_delete (edit, SLIP_KIND_DECISION, "d");
  return TRUE;
}

static void
test_cannot_be_edited (void)
{
  g_autoptr (SlipPlanState) state = new_staged_plan ();

  apply_intent (&state, go_cb, NULL);
  assert_refused (state, reword_cb, NULL, SLIP_PLAN_ERROR_INVALID);
  assert_refused (state, delete_cb, NULL, SLIP_PLAN_ERROR_INVALID);
}

static gboolean
delete_release_cb (SlipEdit *edit, gconstpointer data, GError **error)
{
  slip_edit_delete (edit, SLIP_KIND_RELEASE, "r");
  return TRUE;
}

static void
test_outlives_its_release (void)
{
  g_autoptr (SlipPlanState) state = new_staged_plan ();
  g_autoptr (GPtrArray) list = NULL;

  apply_intent (&state, go_cb, NULL);
  apply_intent (&state, delete_release_cb, NULL);
  g_assert_null (slip_plan_state_get (state, SLIP_KIND_STAGE, "five"));

  add_release (&state, "r", "payments", "3.9", NULL);
  list = slip_decision_list (state, "r");
  g_assert_cmpuint (list->len, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/decision/writes-names-out", test_writes_names_out);
  g_test_add_func ("/decision/undo-withdraws-and-redo-restores",
                   test_undo_withdraws_and_redo_restores);
  g_test_add_func ("/decision/cannot-be-edited", test_cannot_be_edited);
  g_test_add_func ("/decision/outlives-its-release", test_outlives_its_release);

  return g_test_run ();
}
