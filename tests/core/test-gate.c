/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-gate.h"

#include "gate-plan.h"

/* How a criterion is brought to stand.  Waivers are put on what is not met or,
 * where that cannot be, on what is not known. */
typedef enum {
  MET,
  NOT_MET,
  UNKNOWN,
  WAIVED,
  EXPIRED, /* its waiver ended yesterday */
} Situation;

static const char *const situations[] = { "met", "not-met", "unknown", "waived",
                                          "waiver-expired" };

typedef struct {
  SlipCriterionType type;
  Situation situation;
  gboolean is_must;
  SlipGateState state;
  gboolean is_open;
} Cell;

#define MUST   TRUE
#define SHOULD FALSE
#define OPEN   TRUE
#define SHUT   FALSE

#define M SLIP_GATE_MET
#define N SLIP_GATE_NOT_MET
#define U SLIP_GATE_UNKNOWN
#define W SLIP_GATE_WAIVED

/* Every criterion that there is, in every situation, as a must and as a should.
 * Written by hand: what is open without being met can only be a should or
 * waived. */
static const Cell cells[] = {
  { SLIP_CRITERION_ITEMS, MET, MUST, M, OPEN },
  { SLIP_CRITERION_ITEMS, MET, SHOULD, M, OPEN },
  { SLIP_CRITERION_ITEMS, NOT_MET, MUST, N, SHUT },
  { SLIP_CRITERION_ITEMS, NOT_MET, SHOULD, N, OPEN },
  /* Unknown: see impossible_cells. */
  { SLIP_CRITERION_ITEMS, WAIVED, MUST, W, OPEN },
  { SLIP_CRITERION_ITEMS, WAIVED, SHOULD, W, OPEN },
  { SLIP_CRITERION_ITEMS, EXPIRED, MUST, N, SHUT },
  { SLIP_CRITERION_ITEMS, EXPIRED, SHOULD, N, OPEN },

  { SLIP_CRITERION_NOTICE, MET, MUST, M, OPEN },
  { SLIP_CRITERION_NOTICE, MET, SHOULD, M, OPEN },
  { SLIP_CRITERION_NOTICE, NOT_MET, MUST, N, SHUT },
  { SLIP_CRITERION_NOTICE, NOT_MET, SHOULD, N, OPEN },
  { SLIP_CRITERION_NOTICE, UNKNOWN, MUST, U, SHUT },
  { SLIP_CRITERION_NOTICE, UNKNOWN, SHOULD, U, OPEN },
  { SLIP_CRITERION_NOTICE, WAIVED, MUST, W, OPEN },
  { SLIP_CRITERION_NOTICE, WAIVED, SHOULD, W, OPEN },
  { SLIP_CRITERION_NOTICE, EXPIRED, MUST, N, SHUT },
  { SLIP_CRITERION_NOTICE, EXPIRED, SHOULD, N, OPEN },

  { SLIP_CRITERION_SOAK, MET, MUST, M, OPEN },
  { SLIP_CRITERION_SOAK, MET, SHOULD, M, OPEN },
  { SLIP_CRITERION_SOAK, NOT_MET, MUST, N, SHUT },
  { SLIP_CRITERION_SOAK, NOT_MET, SHOULD, N, OPEN },
  { SLIP_CRITERION_SOAK, UNKNOWN, MUST, U, SHUT },
  { SLIP_CRITERION_SOAK, UNKNOWN, SHOULD, U, OPEN },
  { SLIP_CRITERION_SOAK, WAIVED, MUST, W, OPEN },
  { SLIP_CRITERION_SOAK, WAIVED, SHOULD, W, OPEN },
  { SLIP_CRITERION_SOAK, EXPIRED, MUST, N, SHUT },
  { SLIP_CRITERION_SOAK, EXPIRED, SHOULD, N, OPEN },

  { SLIP_CRITERION_FLAGS, MET, MUST, M, OPEN },
  { SLIP_CRITERION_FLAGS, MET, SHOULD, M, OPEN },
  { SLIP_CRITERION_FLAGS, NOT_MET, MUST, N, SHUT },
  { SLIP_CRITERION_FLAGS, NOT_MET, SHOULD, N, OPEN },
  { SLIP_CRITERION_FLAGS, UNKNOWN, MUST, U, SHUT },
  { SLIP_CRITERION_FLAGS, UNKNOWN, SHOULD, U, OPEN },
  { SLIP_CRITERION_FLAGS, WAIVED, MUST, W, OPEN },
  { SLIP_CRITERION_FLAGS, WAIVED, SHOULD, W, OPEN },
  { SLIP_CRITERION_FLAGS, EXPIRED, MUST, N, SHUT },
  { SLIP_CRITERION_FLAGS, EXPIRED, SHOULD, N, OPEN },

  { SLIP_CRITERION_FEED, MET, MUST, M, OPEN },
  { SLIP_CRITERION_FEED, MET, SHOULD, M, OPEN },
  { SLIP_CRITERION_FEED, NOT_MET, MUST, N, SHUT },
  { SLIP_CRITERION_FEED, NOT_MET, SHOULD, N, OPEN },
  { SLIP_CRITERION_FEED, UNKNOWN, MUST, U, SHUT },
  { SLIP_CRITERION_FEED, UNKNOWN, SHOULD, U, OPEN },
  { SLIP_CRITERION_FEED, WAIVED, MUST, W, OPEN },
  { SLIP_CRITERION_FEED, WAIVED, SHOULD, W, OPEN },
  { SLIP_CRITERION_FEED, EXPIRED, MUST, N, SHUT },
  { SLIP_CRITERION_FEED, EXPIRED, SHOULD, N, OPEN },

  { SLIP_CRITERION_NO_FREEZE, MET, MUST, M, OPEN },
  { SLIP_CRITERION_NO_FREEZE, MET, SHOULD, M, OPEN },
  { SLIP_CRITERION_NO_FREEZE, NOT_MET, MUST, N, SHUT },
  { SLIP_CRITERION_NO_FREEZE, NOT_MET, SHOULD, N, OPEN },
  /* Unknown: see impossible_cells. */
  { SLIP_CRITERION_NO_FREEZE, WAIVED, MUST, W, OPEN },
  { SLIP_CRITERION_NO_FREEZE, WAIVED, SHOULD, W, OPEN },
  { SLIP_CRITERION_NO_FREEZE, EXPIRED, MUST, N, SHUT },
  { SLIP_CRITERION_NO_FREEZE, EXPIRED, SHOULD, N, OPEN },

  { SLIP_CRITERION_ROLLBACK_PLAN, MET, MUST, M, OPEN },
  { SLIP_CRITERION_ROLLBACK_PLAN, MET, SHOULD, M, OPEN },
  { SLIP_CRITERION_ROLLBACK_PLAN, NOT_MET, MUST, N, SHUT },
  { SLIP_CRITERION_ROLLBACK_PLAN, NOT_MET, SHOULD, N, OPEN },
  /* Unknown: see impossible_cells. */
  { SLIP_CRITERION_ROLLBACK_PLAN, WAIVED, MUST, W, OPEN },
  { SLIP_CRITERION_ROLLBACK_PLAN, WAIVED, SHOULD, W, OPEN },
  { SLIP_CRITERION_ROLLBACK_PLAN, EXPIRED, MUST, N, SHUT },
  { SLIP_CRITERION_ROLLBACK_PLAN, EXPIRED, SHOULD, N, OPEN },

  { SLIP_CRITERION_FIGURE_WITHIN, MET, MUST, M, OPEN },
  { SLIP_CRITERION_FIGURE_WITHIN, MET, SHOULD, M, OPEN },
  { SLIP_CRITERION_FIGURE_WITHIN, NOT_MET, MUST, N, SHUT },
  { SLIP_CRITERION_FIGURE_WITHIN, NOT_MET, SHOULD, N, OPEN },
  { SLIP_CRITERION_FIGURE_WITHIN, UNKNOWN, MUST, U, SHUT },
  { SLIP_CRITERION_FIGURE_WITHIN, UNKNOWN, SHOULD, U, OPEN },
  { SLIP_CRITERION_FIGURE_WITHIN, WAIVED, MUST, W, OPEN },
  { SLIP_CRITERION_FIGURE_WITHIN, WAIVED, SHOULD, W, OPEN },
  { SLIP_CRITERION_FIGURE_WITHIN, EXPIRED, MUST, N, SHUT },
  { SLIP_CRITERION_FIGURE_WITHIN, EXPIRED, SHOULD, N, OPEN },

  { SLIP_CRITERION_OWN, MET, MUST, M, OPEN },
  { SLIP_CRITERION_OWN, MET, SHOULD, M, OPEN },
  { SLIP_CRITERION_OWN, NOT_MET, MUST, N, SHUT },
  { SLIP_CRITERION_OWN, NOT_MET, SHOULD, N, OPEN },
  /* Unknown: see impossible_cells. */
  { SLIP_CRITERION_OWN, WAIVED, MUST, W, OPEN },
  { SLIP_CRITERION_OWN, WAIVED, SHOULD, W, OPEN },
  { SLIP_CRITERION_OWN, EXPIRED, MUST, N, SHUT },
  { SLIP_CRITERION_OWN, EXPIRED, SHOULD, N, OPEN },
};

/* What cannot be, as a must or as a should, and why. */
static const struct {
  SlipCriterionType type;
  Situation situation;
  const char *reason;
} impossible_cells[] = {
  { SLIP_CRITERION_ITEMS, UNKNOWN,
    "a gate is evaluated with the items in memory, and each has a state" },
  { SLIP_CRITERION_NO_FREEZE, UNKNOWN,
    "all freezes of the plan are in memory, and today is always known" },
  { SLIP_CRITERION_ROLLBACK_PLAN, UNKNOWN, "it is written or it is not" },
  { SLIP_CRITERION_OWN, UNKNOWN, "it is ticked or it is not" },
};

static void
arrange_items (SlipPlanState **state, Situation situation)
{
  set_text (state, SLIP_KIND_CRITERION, "c", SLIP_CRITERION_AUDIENCE,
            "support");
  add_checklist (state, "r", "support", "lead");
  add_item (state, "r", "support", "Train",
            situation == MET ? SLIP_ITEM_STATE_DONE : SLIP_ITEM_STATE_TO_DO,
            NULL);
}

static void
arrange_notice (SlipPlanState **state, Situation situation)
{
  gint64 sent = noon ("2026-11-30");

  if (situation == MET)
    sent = noon ("2026-11-26");
  if (situation == UNKNOWN)
    sent = G_GINT64_CONSTANT (400000000000000000);

  set_text (state, SLIP_KIND_CRITERION, "c", SLIP_CRITERION_AUDIENCE, "sales");
  set_integer (state, SLIP_KIND_AUDIENCE, "sales", SLIP_AUDIENCE_NOTICE_DAYS,
               5);
  tell_at (state, "sales", sent, "2026-12-08");
}

static void
arrange_soak (SlipPlanState **state, Situation situation)
{
  SlipEdit *edit = slip_edit_new (*state, SLIP_VERB_EDIT);
  SlipValue none = SLIP_VALUE_INIT;

  if (situation == UNKNOWN)
    slip_edit_set (edit, SLIP_KIND_STAGE, "five", SLIP_STAGE_STARTED_AT, &none);
  else
    slip_edit_set_integer (edit, SLIP_KIND_STAGE, "five", SLIP_STAGE_STARTED_AT,
                           noon (situation == MET ? "2026-11-30"
                                                  : "2026-12-01"));
  apply_edit (state, edit);
}

static void
arrange_flags (SlipPlanState **state, Situation situation)
{
  add_flag (state,
            situation == UNKNOWN ? SLIP_FLAG_STATE_UNKNOWN : SLIP_FLAG_STATE_ON,
            situation == MET ? 500 : 10000);
}

static void
arrange_feed (SlipPlanState **state, Situation situation)
{
  g_autoptr (Said) said = new_said (state, 0);

  if (situation == UNKNOWN)
    return;
  say_status (said, "desk", "r", NULL,
              situation == MET ? SLIP_OBSERVED_DONE : SLIP_OBSERVED_ON_TRACK);
  put_said (state, said);
}

static void
arrange_freeze (SlipPlanState **state, Situation situation)
{
  if (situation != MET)
    add_freeze (state, "freeze", SLIP_SEVERITY_HARD, TODAY, TODAY);
}

static void
arrange_rollback_plan (SlipPlanState **state, Situation situation)
{
  if (situation == MET)
    set_text (state, SLIP_KIND_RELEASE, "r", SLIP_RELEASE_ROLLBACK_PLAN,
              "Turn the flag off");
}

static void
arrange_figure (SlipPlanState **state, Situation situation)
{
  set_text (state, SLIP_KIND_CRITERION, "c", SLIP_CRITERION_THRESHOLD, "0.5");
  if (situation != UNKNOWN)
    set_text (state, SLIP_KIND_CRITERION, "c", SLIP_CRITERION_FIGURE,
              situation == MET ? "0.5" : "0.50001");
}

static void
arrange_own (SlipPlanState **state, Situation situation)
{
  set_integer (state, SLIP_KIND_CRITERION, "c", SLIP_CRITERION_IS_TICKED,
               situation == MET);
}

static void
arrange (SlipPlanState **state, SlipCriterionType type, Situation situation)
{
  static void (*const arrangers[SLIP_N_CRITERIA]) (SlipPlanState **,
                                                   Situation) = {
    [SLIP_CRITERION_ITEMS] = arrange_items,
    [SLIP_CRITERION_NOTICE] = arrange_notice,
    [SLIP_CRITERION_SOAK] = arrange_soak,
    [SLIP_CRITERION_FLAGS] = arrange_flags,
    [SLIP_CRITERION_FEED] = arrange_feed,
    [SLIP_CRITERION_NO_FREEZE] = arrange_freeze,
    [SLIP_CRITERION_ROLLBACK_PLAN] = arrange_rollback_plan,
    [SLIP_CRITERION_FIGURE_WITHIN] = arrange_figure,
    [SLIP_CRITERION_OWN] = arrange_own,
  };

  if (arrangers[type] != NULL)
    arrangers[type](state, situation);
  if (situation == WAIVED)
    waive (state, "c", TODAY);
  if (situation == EXPIRED)
    waive (state, "c", "2026-12-02");
}

static SlipGate *
new_gate (SlipCriterionType type, Situation situation, gboolean is_must)
{
  g_autoptr (SlipPlanState) state = new_gate_plan ();

  add_criterion (&state, "c", type, is_must);
  arrange (&state, type, situation);
  return evaluate (state);
}

static void
test_agrees_with_the_table (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++) {
    const Cell *cell = &cells[i];
    g_autoptr (SlipGate) gate =
      new_gate (cell->type, cell->situation, cell->is_must);
    const SlipGateLine *line = gate->lines->pdata[0];

    g_test_message ("%s, %s, %s", slip_criterion_type_get_nick (cell->type),
                    situations[cell->situation],
                    cell->is_must ? "must" : "should");
    g_assert_cmpuint (gate->lines->len, ==, 1);
    g_assert_cmpstr (slip_gate_state_get_nick (line->state), ==,
                     slip_gate_state_get_nick (cell->state));
    g_assert_cmpint (gate->is_open, ==, cell->is_open);
    g_assert_cmpint (line->is_must, ==, cell->is_must);
    g_assert_nonnull (line->title);
    g_assert_nonnull (line->detail);
    g_assert_cmpint (line->waiver != NULL, ==, cell->situation >= WAIVED);
  }
}

/* How often a cell stands in either table. */
static guint
count_cells (SlipCriterionType type, Situation situation, gboolean is_must)
{
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    n += cells[i].type == type && cells[i].situation == situation &&
         cells[i].is_must == is_must;
  for (guint i = 0; i < G_N_ELEMENTS (impossible_cells); i++)
    n += impossible_cells[i].type == type &&
         impossible_cells[i].situation == situation &&
         impossible_cells[i].reason != NULL;
  return n;
}

static void
test_table_has_every_cell_once (void)
{
  for (guint type = 0; type < SLIP_N_CRITERIA; type++)
    for (guint situation = MET; situation <= EXPIRED; situation++)
      for (guint is_must = 0; is_must < 2; is_must++)
        g_assert_cmpuint (count_cells ((SlipCriterionType) type,
                                       (Situation) situation,
                                       (gboolean) is_must),
                          ==, 1);
}

/* What cannot be stays so when it is asked for. */
static void
test_impossible_cells_cannot_be_reached (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (impossible_cells); i++) {
    g_autoptr (SlipGate) gate =
      new_gate (impossible_cells[i].type, impossible_cells[i].situation, MUST);
    const SlipGateLine *line = gate->lines->pdata[0];

    g_test_message ("%s", impossible_cells[i].reason);
    g_assert_cmpint (line->bare_state, !=, (int) impossible_cells[i].situation);
  }
}

static void
test_what_is_met_needs_no_waiver (void)
{
  g_autoptr (SlipPlanState) state = new_gate_plan ();
  g_autoptr (SlipGate) gate = NULL;
  const SlipGateLine *line;

  add_criterion (&state, "c", SLIP_CRITERION_OWN, MUST);
  arrange_own (&state, MET);
  waive (&state, "c", TODAY);
  gate = evaluate (state);
  line = gate->lines->pdata[0];
  g_assert_cmpint (line->state, ==, SLIP_GATE_MET);
  g_assert_cmpstr (line->waiver, ==,
                   "waived by Support lead until Thu 3 December: The vendor is "
                   "late");
}

static void
test_a_waiver_takes_what_is_unknown (void)
{
  g_autoptr (SlipPlanState) state = new_gate_plan ();
  g_autoptr (SlipGate) gate = NULL;
  const SlipGateLine *line;

  add_criterion (&state, "c", SLIP_CRITERION_FIGURE_WITHIN, MUST);
  waive (&state, "c", NULL);
  gate = evaluate (state);
  line = gate->lines->pdata[0];
  g_assert_cmpint (line->state, ==, SLIP_GATE_WAIVED);
  g_assert_cmpint (line->bare_state, ==, SLIP_GATE_UNKNOWN);
  g_assert_cmpstr (line->waiver, ==,
                   "waived by Support lead: The vendor is late");
}

static void
test_an_expired_waiver_says_so (void)
{
  g_autoptr (SlipGate) gate = new_gate (SLIP_CRITERION_OWN, EXPIRED, MUST);
  const SlipGateLine *line = gate->lines->pdata[0];

  g_assert_cmpstr (line->waiver, ==,
                   "the waiver by Support lead ended on Wed 2 December: The "
                   "vendor is late");
}

static void
test_a_waiver_without_a_name_is_none (void)
{
  g_autoptr (SlipPlanState) state = new_gate_plan ();
  g_autoptr (SlipGate) gate = NULL;

  add_criterion (&state, "c", SLIP_CRITERION_OWN, MUST);
  set_text (&state, SLIP_KIND_CRITERION, "c", SLIP_CRITERION_WAIVER_REASON,
            "Because");
  gate = evaluate (state);
  g_assert_false (gate->is_open);
}

static void
test_one_open_must_shuts_the_gate (void)
{
  g_autoptr (SlipPlanState) state = new_gate_plan ();
  g_autoptr (SlipGate) gate = NULL;
  g_autofree char *text = NULL;

  add_criterion (&state, "a", SLIP_CRITERION_OWN, MUST);
  add_criterion (&state, "b", SLIP_CRITERION_OWN, SHOULD);
  add_criterion (&state, "c", SLIP_CRITERION_OWN, MUST);
  arrange_own (&state, MET);
  gate = evaluate (state);
  g_assert_false (gate->is_open);
  g_assert_cmpuint (gate->n_open_must, ==, 1);
  g_assert_cmpuint (gate->n_open_should, ==, 1);
  text = slip_gate_dup_text (gate);
  g_assert_cmpstr (text, ==, "shut: 1 must stands in the way");
}

static void
test_criteria_are_of_their_stage_and_in_order (void)
{
  g_autoptr (SlipPlanState) state = new_gate_plan ();
  g_autoptr (SlipGate) gate = NULL;

  add_criterion_to (&state, "other", "five", SLIP_CRITERION_OWN, MUST);
  add_criterion (&state, "first", SLIP_CRITERION_OWN, MUST);
  add_criterion (&state, "second", SLIP_CRITERION_OWN, MUST);
  set_text (&state, SLIP_KIND_CRITERION, "first", SLIP_CRITERION_RANK, "A");
  set_text (&state, SLIP_KIND_CRITERION, "second", SLIP_CRITERION_RANK, "B");
  gate = evaluate (state);
  g_assert_cmpuint (gate->lines->len, ==, 2);
  g_assert_true (slip_gate_find_line (gate, "first") == gate->lines->pdata[0]);
  g_assert_true (slip_gate_find_line (gate, "second") == gate->lines->pdata[1]);
  g_assert_null (slip_gate_find_line (gate, "other"));
  g_assert_cmpstr (slip_row_get_id (gate->previous), ==, "five");
}

static void
test_nothing_is_known_without_the_parts (void)
{
  g_autoptr (SlipPlanState) state = new_gate_plan ();

  g_assert_null (slip_gate_evaluate (state, "nowhere", now ()));
  slip_plan_state_unload (state, "r");
  g_assert_null (slip_gate_evaluate (state, "everyone", now ()));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/gate/agrees-with-the-table", test_agrees_with_the_table);
  g_test_add_func ("/gate/table-has-every-cell-once",
                   test_table_has_every_cell_once);
  g_test_add_func ("/gate/impossible-cells-cannot-be-reached",
                   test_impossible_cells_cannot_be_reached);
  g_test_add_func ("/gate/what-is-met-needs-no-waiver",
                   test_what_is_met_needs_no_waiver);
  g_test_add_func ("/gate/a-waiver-takes-what-is-unknown",
                   test_a_waiver_takes_what_is_unknown);
  g_test_add_func ("/gate/an-expired-waiver-says-so",
                   test_an_expired_waiver_says_so);
  g_test_add_func ("/gate/a-waiver-without-a-name-is-none",
                   test_a_waiver_without_a_name_is_none);
  g_test_add_func ("/gate/one-open-must-shuts-the-gate",
                   test_one_open_must_shuts_the_gate);
  g_test_add_func ("/gate/criteria-are-of-their-stage-and-in-order",
                   test_criteria_are_of_their_stage_and_in_order);
  g_test_add_func ("/gate/nothing-is-known-without-the-parts",
                   test_nothing_is_known_without_the_parts);

  return g_test_run ();
}
