/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-rollout-status.h"

#include "slip-board.h"
#include "slip-schedule.h"

#include "rollout-plan.h"

#define N_LIVES    1000
#define LIFE_STEPS 12

/* Puts the stages of 'pay' into the states @letters (see assert_rollout()) with
 * @status, whether they agree or not. */
static void
force (SlipPlanState **state, const char *letters, SlipStatus status)
{
  g_autoptr (GPtrArray) stages = slip_stage_list (*state, "pay");
  SlipEdit *edit = slip_edit_new (*state, SLIP_VERB_EDIT);

  for (guint i = 0; i < stages->len; i++)
    slip_edit_set_integer (edit, SLIP_KIND_STAGE,
                           slip_row_get_id (stages->pdata[i]), SLIP_STAGE_STATE,
                           strchr ("pahdrs", letters[i]) - "pahdrs");
  slip_edit_set_integer (edit, SLIP_KIND_RELEASE, "pay", SLIP_RELEASE_STATUS,
                         status);
  apply_edit (state, edit);
}

static void
test_stages_follow_a_status (void)
{
  static const struct {
    const char *before;
    SlipStatus was;
    SlipStatus status;
    const char *after;
  } cases[] = {
    { "pppp", SLIP_STATUS_READY, SLIP_STATUS_BUILDING, "pppp" },
    { "pppp", SLIP_STATUS_READY, SLIP_STATUS_ROLLING_OUT, "appp" },
    { "pppp", SLIP_STATUS_READY, SLIP_STATUS_RELEASED, "ssss" },
    { "pppp", SLIP_STATUS_READY, SLIP_STATUS_CANCELLED, "pppp" },
    { "rrpp", SLIP_STATUS_READY, SLIP_STATUS_ROLLING_OUT, "rrap" },
    { "rrss", SLIP_STATUS_READY, SLIP_STATUS_ROLLING_OUT, "arss" },
    { "rrpp", SLIP_STATUS_READY, SLIP_STATUS_RELEASED, "rdss" },
    { "dapp", SLIP_STATUS_ROLLING_OUT, SLIP_STATUS_RELEASED, "ddss" },
    { "dhpp", SLIP_STATUS_ROLLING_OUT, SLIP_STATUS_RELEASED, "ddss" },
    { "dapp", SLIP_STATUS_ROLLING_OUT, SLIP_STATUS_READY, "rrpp" },
    { "dapp", SLIP_STATUS_ROLLING_OUT, SLIP_STATUS_ON_HOLD, "dhpp" },
    { "dhpp", SLIP_STATUS_ON_HOLD, SLIP_STATUS_ROLLING_OUT, "dhpp" },
    { "dapp", SLIP_STATUS_ROLLING_OUT, SLIP_STATUS_CANCELLED, "drpp" },
    { "dddd", SLIP_STATUS_RELEASED, SLIP_STATUS_ROLLING_OUT, "ddda" },
    { "ddds", SLIP_STATUS_RELEASED, SLIP_STATUS_PLANNED, "rrrs" },
    { "dddd", SLIP_STATUS_RELEASED, SLIP_STATUS_ON_HOLD, "dddd" },
    { "ssss", SLIP_STATUS_RELEASED, SLIP_STATUS_PLANNED, "ssss" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (SlipPlanState) state = new_rollout_plan ();

    g_test_message ("%s to %d", cases[i].before, cases[i].status);
    force (&state, cases[i].before, cases[i].was);
    set_status_by_hand (&state, cases[i].status);
    assert_rollout (state, cases[i].after, cases[i].status);
    assert_no_faults (state);
  }
}

static void
set_state_by_hand (SlipPlanState **state,
                   const char *stage,
                   SlipStageState stage_state)
{
  g_autoptr (SlipEntityEdit) edit =
    slip_entity_edit_new_set (SLIP_KIND_STAGE, stage);

  slip_entity_edit_add_integer (edit, SLIP_STAGE_STATE, stage_state);
  apply_intent (state, slip_entity_edit_run, edit);
}

static void
test_status_follows_a_stage (void)
{
  static const struct {
    const char *before;
    SlipStatus was;
    const char *stage;
    SlipStageState stage_state;
    SlipStatus status;
  } cases[] = {
    { "pppp", SLIP_STATUS_PLANNED, "five", SLIP_STAGE_STATE_ACTIVE,
      SLIP_STATUS_ROLLING_OUT },
    { "pppp", SLIP_STATUS_PLANNED, "five", SLIP_STAGE_STATE_DONE,
      SLIP_STATUS_ROLLING_OUT },
    { "pppp", SLIP_STATUS_BUILDING, "five", SLIP_STAGE_STATE_SKIPPED,
      SLIP_STATUS_BUILDING },
    { "ddda", SLIP_STATUS_ROLLING_OUT, "all", SLIP_STAGE_STATE_DONE,
      SLIP_STATUS_RELEASED },
    { "dddd", SLIP_STATUS_RELEASED, "all", SLIP_STAGE_STATE_PLANNED,
      SLIP_STATUS_ROLLING_OUT },
    { "appp", SLIP_STATUS_ROLLING_OUT, "internal", SLIP_STAGE_STATE_PLANNED,
      SLIP_STATUS_READY },
    { "dhpp", SLIP_STATUS_ON_HOLD, "five", SLIP_STAGE_STATE_ACTIVE,
      SLIP_STATUS_ROLLING_OUT },
    { "pppp", SLIP_STATUS_CANCELLED, "five", SLIP_STAGE_STATE_HELD,
      SLIP_STATUS_ROLLING_OUT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (SlipPlanState) state = new_rollout_plan ();

    g_test_message ("case %u", i);
    force (&state, cases[i].before, cases[i].was);
    set_state_by_hand (&state, cases[i].stage, cases[i].stage_state);
    g_assert_cmpint (slip_release_get_status (get_release (state, "pay")), ==,
                     cases[i].status);
    assert_no_faults (state);
  }
}

static void
remove_stage (SlipPlanState **state, const char *stage)
{
  g_autoptr (SlipEntityEdit) edit =
    slip_entity_edit_new_remove (SLIP_KIND_STAGE, stage);

  apply_intent (state, slip_entity_edit_run, edit);
}

static void
test_status_follows_a_stage_that_goes (void)
{
  g_autoptr (SlipPlanState) state = new_rollout_plan ();

  act (&state, slip_rollout_start, "five", "2026-12-08", 9);
  remove_stage (&state, "five");
  assert_rollout (state, "spp", SLIP_STATUS_READY);
  act (&state, slip_rollout_start, "quarter", "2026-12-09", 9);
  act (&state, slip_rollout_finish, "quarter", "2026-12-10", 9);
  remove_stage (&state, "all");
  assert_rollout (state, "sd", SLIP_STATUS_RELEASED);
  assert_no_faults (state);
}

static void
test_stage_that_comes_late_is_skipped (void)
{
  static const PlannedStage late = { "late", SLIP_STAGE_TYPE_SEGMENT,    0, 0,
                                     FALSE,  SLIP_STAGE_ANCHOR_PREVIOUS, 0, 1,
                                     0,      SLIP_ADVANCE_BY_HAND };
  g_autoptr (SlipPlanState) state = new_rollout_plan ();

  set_status_by_hand (&state, SLIP_STATUS_RELEASED);
  add_planned_stage (&state, "pay", &late);
  assert_rollout (state, "sssss", SLIP_STATUS_RELEASED);
  assert_no_faults (state);
}

static void
test_times_follow_the_state (void)
{
  g_autoptr (SlipPlanState) state = new_rollout_plan ();
  const SlipRow *five;

  act (&state, slip_rollout_start, "five", "2026-12-08", 9);
  act (&state, slip_rollout_hold, "five", "2026-12-08", 10);
  set_state_by_hand (&state, "five", SLIP_STAGE_STATE_DONE);
  five = get_stage (state, "five");
  g_assert_cmpint (slip_row_get_integer (five, SLIP_STAGE_HELD_AT), ==, 0);
  g_assert_cmpint (slip_row_get_integer (five, SLIP_STAGE_STARTED_AT), >, 0);
  set_state_by_hand (&state, "five", SLIP_STAGE_STATE_PLANNED);
  five = get_stage (state, "five");
  g_assert_cmpint (slip_row_get_integer (five, SLIP_STAGE_STARTED_AT), ==, 0);
  assert_stage_date (state, "five", SLIP_STAGE_EXPECTED_END, NULL);
  assert_no_faults (state);
}

static void
test_faults_are_found (void)
{
  g_autoptr (SlipPlanState) state = new_rollout_plan ();
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);

  force (&state, "pppp", SLIP_STATUS_RELEASED);
  set_integer (&state, SLIP_KIND_STAGE, "five", SLIP_STAGE_HELD_AT, 1);
  set_integer (&state, SLIP_KIND_STAGE, "five", SLIP_STAGE_SHARE, 9000);
  slip_rollout_find_faults (state, faults);
  /* The time, the share of two, and the status. */
  g_assert_cmpuint (faults->len, ==, 4);
}

/* A life: intents drawn at random, one after the other. */
typedef struct {
  SlipPlanState *state;
  GPtrArray *sets;
  GPtrArray *digests;
  int day;
  guint n_refused;
} Life;

static const char *
draw_stage (const Life *life)
{
  g_autoptr (GPtrArray) stages = slip_stage_list (life->state, "pay");

  if (stages->len == 0)
    return "none";
  return slip_row_get_id (
    stages->pdata[g_test_rand_int_range (0, (int) stages->len)]);
}

/* Runs an intent, which may be refused, and keeps what it did. */
static void
live (Life *life, SlipIntentFunc func, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  SlipChangeSet *set = slip_intent_run (func, data, life->state, &error);
  SlipPlanState *next;

  if (set == NULL) {
    g_assert_true (error->domain == SLIP_PLAN_ERROR);
    life->n_refused++;
    return;
  }

  next = slip_plan_state_apply (life->state, set, &error);
  g_assert_no_error (error);
  g_ptr_array_add (life->digests, slip_plan_state_digest (life->state));
  g_ptr_array_add (life->sets, set);
  slip_plan_state_unref (life->state);
  life->state = next;
}

static SlipMoment
draw_moment (Life *life)
{
  SlipDate today;

  life->day += g_test_rand_int_range (0, 4);
  today = slip_date_add_days (day ("2026-11-25"), life->day);
  return (SlipMoment){
    ((gint64) today.day * 24 + g_test_rand_int_range (0, 24)) * HOUR_MS, today
  };
}

static void
draw_act (Life *life)
{
  static void (*const acts[]) (SlipEdit *, const char *, SlipMoment) = {
    slip_rollout_start,
    slip_rollout_hold,
    slip_rollout_resume,
    slip_rollout_finish,
  };
  const SlipRow *next = slip_rollout_get_next (life->state, "pay");
  const SlipRow *current = slip_rollout_get_current (life->state, "pay");
  guint i = (guint) g_test_rand_int_range (0, G_N_ELEMENTS (acts));
  const SlipRow *meant = i == 0 ? next : current;
  const Act data = { acts[i],
                     meant != NULL && g_test_rand_int_range (0, 4) > 0
                       ? slip_row_get_id (meant)
                       : draw_stage (life),
                     draw_moment (life) };

  live (life, run_act, &data);
}

static void
draw_roll_back (Life *life)
{
  const RollBack data = { draw_stage (life),
                          g_test_rand_bit () ? draw_stage (life) : NULL,
                          draw_moment (life) };

  live (life, run_roll_back, &data);
}

static void
draw_status (Life *life)
{
  g_autoptr (SlipEntityEdit) edit =
    slip_entity_edit_new_set (SLIP_KIND_RELEASE, "pay");
  SlipBoardMove move = {
    .release = (char *) "pay",
    .status = (SlipStatus) g_test_rand_int_range (0, SLIP_N_STATUSES),
  };

  if (g_test_rand_bit ()) {
    live (life, slip_board_move_run, &move);
    return;
  }
  slip_entity_edit_add_integer (edit, SLIP_RELEASE_STATUS, move.status);
  live (life, slip_entity_edit_run, edit);
}

static void
draw_stage_edit (Life *life)
{
  static const struct {
    guint property;
    int n;
  } draws[] = {
    { SLIP_STAGE_STATE, 6 },        { SLIP_STAGE_TYPE, 4 },
    { SLIP_STAGE_SHARE, 10001 },    { SLIP_STAGE_LENGTH_DAYS, 9 },
    { SLIP_STAGE_START_OFFSET, 9 }, { SLIP_STAGE_START_ANCHOR, 2 },
    { SLIP_STAGE_HELD_AT, 999 },    { SLIP_STAGE_STARTED_AT, 999 },
  };
  guint i = (guint) g_test_rand_int_range (0, G_N_ELEMENTS (draws));
  g_autoptr (SlipEntityEdit) edit =
    slip_entity_edit_new_set (SLIP_KIND_STAGE, draw_stage (life));

  slip_entity_edit_add_integer (edit, draws[i].property,
                                g_test_rand_int_range (0, draws[i].n));
  live (life, slip_entity_edit_run, edit);
}

static void
draw_stage_set (Life *life)
{
  g_autoptr (SlipEntityEdit) remove =
    slip_entity_edit_new_remove (SLIP_KIND_STAGE, draw_stage (life));
  g_autoptr (SlipEntityEdit) add =
    slip_entity_edit_new_create (SLIP_KIND_STAGE, NULL, "pay");

  if (g_test_rand_bit ()) {
    live (life, slip_entity_edit_run, remove);
    return;
  }
  slip_entity_edit_add_integer (add, SLIP_STAGE_STATE,
                                g_test_rand_int_range (0, 6));
  live (life, slip_entity_edit_run, add);
}

/* Takes back the newest step. */
static void
take_back (Life *life)
{
  g_autoptr (SlipChangeSet) inverse = NULL;
  g_autofree char *digest = NULL;
  SlipPlanState *before;

  if (life->sets->len == 0)
    return;

  inverse = slip_change_set_new_inverse (
    g_ptr_array_index (life->sets, life->sets->len - 1));
  before = slip_plan_state_apply (life->state, inverse, NULL);
  g_assert_nonnull (before);
  slip_plan_state_unref (life->state);
  life->state = before;
  digest = slip_plan_state_digest (before);
  g_assert_cmpstr (digest, ==,
                   g_ptr_array_index (life->digests, life->digests->len - 1));
  g_ptr_array_set_size (life->sets, (int) life->sets->len - 1);
  g_ptr_array_set_size (life->digests, (int) life->digests->len - 1);
}

static void
draw_step (Life *life)
{
  int dice = g_test_rand_int_range (0, 20);

  if (dice < 8)
    draw_act (life);
  else if (dice < 9)
    live (life, run_skip, draw_stage (life));
  else if (dice < 11)
    draw_roll_back (life);
  else if (dice < 14)
    draw_status (life);
  else if (dice < 17)
    draw_stage_edit (life);
  else if (dice < 19)
    draw_stage_set (life);
  else
    take_back (life);
}

static void
test_random_lives_agree (void)
{
  g_autoptr (SlipPlanState) beginning = new_rollout_plan ();
  guint n_done = 0;
  guint n_refused = 0;

  for (guint i = 0; i < N_LIVES; i++) {
    Life life = {
      .state = slip_plan_state_ref (beginning),
      .sets =
        g_ptr_array_new_with_free_func ((GDestroyNotify) slip_change_set_unref),
      .digests = g_ptr_array_new_with_free_func (g_free),
    };

    for (guint k = 0; k < LIFE_STEPS; k++) {
      g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);

      draw_step (&life);
      slip_rollout_find_faults (life.state, faults);
      slip_schedule_find_faults (life.state, faults);
      if (faults->len > 0)
        g_test_message ("%s", (const char *) faults->pdata[0]);
      g_assert_cmpuint (faults->len, ==, 0);
    }
    n_done += life.sets->len;
    n_refused += life.n_refused;
    while (life.sets->len > 0)
      take_back (&life);
    slip_plan_state_unref (life.state);
    g_ptr_array_unref (life.sets);
    g_ptr_array_unref (life.digests);
  }

  /* The draws have to say something. */
  g_assert_cmpuint (n_done, >, n_refused);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/rollout-status/settle/stages-follow-a-status",
                   test_stages_follow_a_status);
  g_test_add_func ("/rollout-status/settle/status-follows-a-stage",
                   test_status_follows_a_stage);
  g_test_add_func ("/rollout-status/settle/status-follows-a-stage-that-goes",
                   test_status_follows_a_stage_that_goes);
  g_test_add_func ("/rollout-status/settle/late-stage-is-skipped",
                   test_stage_that_comes_late_is_skipped);
  g_test_add_func ("/rollout-status/settle/times-follow-the-state",
                   test_times_follow_the_state);
  g_test_add_func ("/rollout-status/faults/found", test_faults_are_found);
  g_test_add_func ("/rollout-status/law/random-lives-agree",
                   test_random_lives_agree);

  return g_test_run ();
}
