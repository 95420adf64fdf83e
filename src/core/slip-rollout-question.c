/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-rollout-question.h"

#include <glib/gi18n-lib.h>

#include "slip-gate-freeze.h"
#include "slip-gate.h"
#include "slip-release.h"
#include "slip-rollout.h"
#include "slip-stage.h"

static guint
count (const GPtrArray *stages, SlipStageState state)
{
  guint n = 0;

  for (guint i = 0; i < stages->len; i++)
    if (slip_stage_get_state (stages->pdata[i]) == state)
      n++;

  return n;
}

static SlipRolloutQuestion
ask_rolling_out (const GPtrArray *stages)
{
  if (count (stages, SLIP_STAGE_STATE_ACTIVE) > 0)
    return SLIP_QUESTION_NONE;
  if (count (stages, SLIP_STAGE_STATE_HELD) > 0)
    return SLIP_QUESTION_RESUMED;
  if (count (stages, SLIP_STAGE_STATE_PLANNED) +
        count (stages, SLIP_STAGE_STATE_ROLLED_BACK) >
      0)
    return SLIP_QUESTION_STARTED;

  return count (stages, SLIP_STAGE_STATE_DONE) > 0 ? SLIP_QUESTION_GOES_ON
                                                   : SLIP_QUESTION_NONE;
}

static SlipRolloutQuestion
ask_released (const GPtrArray *stages)
{
  guint n_open = count (stages, SLIP_STAGE_STATE_ACTIVE) +
                 count (stages, SLIP_STAGE_STATE_HELD) +
                 count (stages, SLIP_STAGE_STATE_PLANNED);

  return n_open > 0 ? SLIP_QUESTION_TOOK_PLACE : SLIP_QUESTION_NONE;
}

SlipRolloutQuestion
slip_rollout_question_find (const SlipPlanState *state,
                            const char *release,
                            SlipStatus status)
{
  const SlipRow *row = slip_plan_state_get (state, SLIP_KIND_RELEASE, release);
  g_autoptr (GPtrArray) stages = slip_stage_list (state, release);
  guint n_active = count (stages, SLIP_STAGE_STATE_ACTIVE);
  guint n_running = n_active + count (stages, SLIP_STAGE_STATE_HELD);

  if (row == NULL || slip_release_get_status (row) == status)
    return SLIP_QUESTION_NONE;

  switch (status) {
  case SLIP_STATUS_PLANNED:
  case SLIP_STATUS_BUILDING:
  case SLIP_STATUS_READY:
    return n_running + count (stages, SLIP_STAGE_STATE_DONE) > 0
             ? SLIP_QUESTION_ROLLED_BACK
             : SLIP_QUESTION_NONE;
  case SLIP_STATUS_ROLLING_OUT:
    return ask_rolling_out (stages);
  case SLIP_STATUS_RELEASED:
    return ask_released (stages);
  case SLIP_STATUS_ON_HOLD:
    return n_active > 0 ? SLIP_QUESTION_HELD : SLIP_QUESTION_NONE;
  case SLIP_STATUS_CANCELLED:
    return n_running > 0 ? SLIP_QUESTION_BROKEN_OFF : SLIP_QUESTION_NONE;
  case SLIP_N_STATUSES:
    break;
  }

  g_assert_not_reached ();
}

static gboolean
is_choice (const SlipRow *stage, SlipRolloutQuestion question)
{
  if (question == SLIP_QUESTION_STARTED)
    return slip_stage_is_left (stage);

  return question == SLIP_QUESTION_TOOK_PLACE &&
         slip_stage_get_state (stage) == SLIP_STAGE_STATE_PLANNED;
}

GPtrArray *
slip_rollout_question_list_choices (const SlipPlanState *state,
                                    const char *release,
                                    SlipRolloutQuestion question)
{
  GPtrArray *stages = slip_stage_list (state, release);

  for (guint i = stages->len; i > 0; i--)
    if (!is_choice (stages->pdata[i - 1], question))
      g_ptr_array_remove_index (stages, i - 1);

  return stages;
}

/* The stage that a question is about. */
static const SlipRow *
find_stage (const SlipPlanState *state, const char *release)
{
  g_autoptr (GPtrArray) stages = slip_stage_list (state, release);
  const SlipRow *current = slip_rollout_get_current (state, release);

  for (guint i = stages->len; current == NULL && i > 0; i--)
    if (slip_stage_has_begun (stages->pdata[i - 1]))
      current = stages->pdata[i - 1];

  return current;
}

static char *
dup_started (const SlipPlanState *state, const char *release)
{
  g_autoptr (GPtrArray) choices =
    slip_rollout_question_list_choices (state, release, SLIP_QUESTION_STARTED);
  g_autofree char *title = NULL;

  if (choices->len != 1)
    return g_strdup (_ ("Which stage has started?"));

  title = slip_stage_dup_title (choices->pdata[0]);
  return g_strdup_printf (_ ("“%s” starts now."), title);
}

char *
slip_rollout_question_dup_text (const SlipPlanState *state,
                                const char *release,
                                SlipRolloutQuestion question)
{
  const SlipRow *stage = find_stage (state, release);
  g_autofree char *title =
    stage != NULL ? slip_stage_dup_title (stage) : g_strdup ("");

  switch (question) {
  case SLIP_QUESTION_STARTED:
    return dup_started (state, release);
  case SLIP_QUESTION_TOOK_PLACE:
    return g_strdup (_ ("What has begun ends now. Which of the other stages "
                        "took place? The rest is skipped."));
  case SLIP_QUESTION_GOES_ON:
    return g_strdup_printf (_ ("“%s” goes on."), title);
  case SLIP_QUESTION_RESUMED:
    return g_strdup_printf (_ ("“%s” is held. It goes on now."), title);
  case SLIP_QUESTION_HELD:
    return g_strdup_printf (_ ("“%s” is held from now on; its soak stands "
                               "still meanwhile."),
                            title);
  case SLIP_QUESTION_ROLLED_BACK:
    return g_strdup (_ ("Every stage that has begun is rolled back: nobody has "
                        "it any more."));
  case SLIP_QUESTION_BROKEN_OFF:
    return g_strdup_printf (_ ("“%s” is rolled back."), title);
  case SLIP_QUESTION_NONE:
    break;
  }

  return g_strdup ("");
}

static gboolean
is_frozen (const SlipPlanState *state, const char *stage, SlipDate today)
{
  const SlipRow *row = slip_plan_state_get (state, SLIP_KIND_STAGE, stage);
  g_autoptr (GArray) freezes =
    row != NULL ? slip_gate_freeze_list (state, row, today) : NULL;

  for (guint i = 0; freezes != NULL && i < freezes->len; i++)
    if (slip_gate_freeze_forbids (&g_array_index (freezes, SlipGateFreeze, i)))
      return TRUE;

  return FALSE;
}

gboolean
slip_rollout_needs_decision (const SlipPlanState *state,
                             const char *stage,
                             SlipMoment moment)
{
  g_autoptr (SlipGate) gate = slip_gate_evaluate (state, stage, moment);

  return (gate != NULL && !gate->is_open) ||
         is_frozen (state, stage, moment.today);
}

SlipRolloutAnswer *
slip_rollout_answer_new (SlipBoardMove *move,
                         SlipRolloutQuestion question,
                         const char *const *stages,
                         SlipMoment moment)
{
  SlipRolloutAnswer *self = g_new0 (SlipRolloutAnswer, 1);

  self->move = move;
  self->question = question;
  self->stages = g_strdupv ((GStrv) stages);
  self->moment = moment;
  return self;
}

void
slip_rollout_answer_free (SlipRolloutAnswer *self)
{
  slip_board_move_free (self->move);
  g_strfreev (self->stages);
  g_free (self);
}

static gboolean
is_chosen (const SlipRolloutAnswer *self, const SlipRow *stage)
{
  return self->stages != NULL &&
         g_strv_contains ((const char *const *) self->stages,
                          slip_row_get_id (stage));
}

/* What was planned took place at some time, or is not going to. */
static void
end_all (SlipEdit *edit, const SlipRolloutAnswer *self, const GPtrArray *stages)
{
  for (guint i = 0; i < stages->len; i++) {
    const SlipRow *stage = stages->pdata[i];

    if (slip_stage_get_state (stage) == SLIP_STAGE_STATE_PLANNED)
      slip_edit_set_integer (edit, SLIP_KIND_STAGE, slip_row_get_id (stage),
                             SLIP_STAGE_STATE,
                             is_chosen (self, stage)
                               ? SLIP_STAGE_STATE_DONE
                               : SLIP_STAGE_STATE_SKIPPED);
  }
  for (guint i = 0; i < stages->len; i++)
    if (slip_stage_is_running (stages->pdata[i]))
      slip_rollout_finish (edit, slip_row_get_id (stages->pdata[i]),
                           self->moment);
}

/* Does @act to every stage in @stage_state. */
static void
act_on_all (SlipEdit *edit,
            const SlipRolloutAnswer *self,
            const GPtrArray *stages,
            SlipStageState stage_state,
            void (*act) (SlipEdit *, const char *, SlipMoment))
{
  for (guint i = 0; i < stages->len; i++)
    if (slip_stage_get_state (stages->pdata[i]) == stage_state)
      act (edit, slip_row_get_id (stages->pdata[i]), self->moment);
}

static void
answer_stages (SlipEdit *edit, const SlipRolloutAnswer *self)
{
  const SlipPlanState *state = slip_edit_get_state (edit);
  const char *release = self->move->release;
  g_autoptr (GPtrArray) stages = slip_stage_list (state, release);
  const SlipRow *last = find_stage (state, release);

  switch (self->question) {
  case SLIP_QUESTION_STARTED:
    if (self->stages != NULL && self->stages[0] != NULL)
      slip_rollout_start (edit, self->stages[0], self->moment);
    return;
  case SLIP_QUESTION_TOOK_PLACE:
    end_all (edit, self, stages);
    return;
  case SLIP_QUESTION_RESUMED:
    act_on_all (edit, self, stages, SLIP_STAGE_STATE_HELD, slip_rollout_resume);
    return;
  case SLIP_QUESTION_HELD:
    act_on_all (edit, self, stages, SLIP_STAGE_STATE_ACTIVE, slip_rollout_hold);
    return;
  case SLIP_QUESTION_ROLLED_BACK:
    if (last != NULL)
      slip_rollout_roll_back (edit, slip_row_get_id (last), NULL, self->moment);
    return;
  case SLIP_QUESTION_GOES_ON:
    if (last != NULL)
      slip_rollout_go_on (edit, slip_row_get_id (last), self->moment);
    return;
  case SLIP_QUESTION_BROKEN_OFF:
    act_on_all (edit, self, stages, SLIP_STAGE_STATE_ACTIVE,
                slip_rollout_break_off);
    act_on_all (edit, self, stages, SLIP_STAGE_STATE_HELD,
                slip_rollout_break_off);
    return;
  case SLIP_QUESTION_NONE:
    return;
  }

  g_assert_not_reached ();
}

gboolean
slip_rollout_answer_run (SlipEdit *edit, gconstpointer answer, GError **error)
{
  const SlipRolloutAnswer *self = answer;

  if (!slip_edit_need (edit, self->move->release))
    return FALSE;
  answer_stages (edit, self);
  if (slip_edit_has_failed (edit))
    return TRUE;
  if (!slip_board_move_run (edit, self->move, error))
    return FALSE;

  /* The stages may have given it the status already. */
  if (self->question != SLIP_QUESTION_NONE)
    slip_edit_set_verb (edit, SLIP_VERB_STATUS);
  return TRUE;
}
