/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-board.h"
#include "slip-moment.h"

G_BEGIN_DECLS

/**
 * SlipRolloutQuestion:
 * @SLIP_QUESTION_NONE: nothing is to be asked: the stages agree already, or the
 *   release has none
 * @SLIP_QUESTION_STARTED: which of the stages that are left has started
 * @SLIP_QUESTION_TOOK_PLACE: which of those that are left took place
 * @SLIP_QUESTION_GOES_ON: whether the last stage that is done goes on
 * @SLIP_QUESTION_RESUMED: whether what is held goes on
 * @SLIP_QUESTION_HELD: whether what is active is held
 * @SLIP_QUESTION_ROLLED_BACK: whether what has begun is rolled back to nobody
 * @SLIP_QUESTION_BROKEN_OFF: whether what runs is rolled back
 *
 * What a status that somebody gives to a release leaves open about its stages.
 */
typedef enum {
  SLIP_QUESTION_NONE,
  SLIP_QUESTION_STARTED,
  SLIP_QUESTION_TOOK_PLACE,
  SLIP_QUESTION_GOES_ON,
  SLIP_QUESTION_RESUMED,
  SLIP_QUESTION_HELD,
  SLIP_QUESTION_ROLLED_BACK,
  SLIP_QUESTION_BROKEN_OFF,
} SlipRolloutQuestion;

/* What to ask before @release, whose parts are in memory, gets @status. */
SlipRolloutQuestion slip_rollout_question_find (const SlipPlanState *state,
                                                const char *release,
                                                SlipStatus status);

/* Returns: (transfer full) (element-type SlipRow): what may be chosen as the
 * answer; empty for a question that is only confirmed. */
GPtrArray *slip_rollout_question_list_choices (const SlipPlanState *state,
                                               const char *release,
                                               SlipRolloutQuestion question)
  G_GNUC_WARN_UNUSED_RESULT;

/* Returns: (transfer full): the question as a sentence. */
char *slip_rollout_question_dup_text (const SlipPlanState *state,
                                      const char *release,
                                      SlipRolloutQuestion question)
  G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_rollout_needs_decision:
 * @stage: the id of a stage whose release's parts are in memory
 *
 * Whether starting @stage has to be decided on: its gate is shut, or it would
 * start in a hard freeze without an exception.
 */
gboolean slip_rollout_needs_decision (const SlipPlanState *state,
                                      const char *stage,
                                      SlipMoment moment);

/**
 * SlipRolloutAnswer:
 * @move: where the card goes
 * @question: what was asked
 * @stages: the ids of the stages that were chosen
 * @moment: when
 */
typedef struct {
  SlipBoardMove *move;
  SlipRolloutQuestion question;
  GStrv stages;
  SlipMoment moment;
} SlipRolloutAnswer;

/* @move: (transfer full) */
SlipRolloutAnswer *slip_rollout_answer_new (SlipBoardMove *move,
                                            SlipRolloutQuestion question,
                                            const char *const *stages,
                                            SlipMoment moment)
  G_GNUC_WARN_UNUSED_RESULT;
void slip_rollout_answer_free (SlipRolloutAnswer *self);

/**
 * slip_rollout_answer_run:
 *
 * A #SlipIntentFunc over a #SlipRolloutAnswer: does to the stages what was
 * answered, and moves the card, in one step.  What took place before is done at
 * times that are not known.
 */
gboolean slip_rollout_answer_run (SlipEdit *edit,
                                  gconstpointer answer,
                                  GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlipRolloutAnswer, slip_rollout_answer_free)

G_END_DECLS
