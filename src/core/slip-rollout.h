/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-edit.h"
#include "slip-exposure.h"
#include "slip-moment.h"
#include "slip-rollout-status.h"

G_BEGIN_DECLS

/*
 * The life of a release's stages.  Their planned days stay as they were planned
 * once they have started; what follows goes by what really happened.
 *
 * Each of the functions over a SlipEdit fails, as edits do, with a
 * `SLIP_PLAN_ERROR_INVALID` if the stage is in no state for it, and leaves
 * status and stages in agreement.
 */

/**
 * slip_rollout_get_current:
 *
 * Returns: (nullable): the last of @release's stages that is active or held;
 *   valid as long as @state.
 */
const SlipRow *slip_rollout_get_current (const SlipPlanState *state,
                                         const char *release);

/**
 * slip_rollout_get_next:
 *
 * Returns: (nullable): the stage of @release that would start next: the first
 *   after all that have begun that is planned or rolled back.
 */
const SlipRow *slip_rollout_get_next (const SlipPlanState *state,
                                      const char *release);

/* Both the current and the next stage, with less work than one by one. */
void slip_rollout_get_both (const SlipPlanState *state,
                            const char *release,
                            const SlipRow **current,
                            const SlipRow **next);

/**
 * slip_rollout_start:
 * @stage: one that is planned, skipped or rolled back, after all that have
 *   begun
 *
 * Starts @stage: what was running ends, what is planned before it is skipped,
 * and the release is rolling out.
 */
void slip_rollout_start (SlipEdit *edit, const char *stage, SlipMoment moment);

/* Pauses @stage, which is active.  Its soak stands still meanwhile. */
void slip_rollout_hold (SlipEdit *edit, const char *stage, SlipMoment moment);

/**
 * slip_rollout_resume:
 *
 * Makes @stage, which is held, active again.  As many days as it was held it
 * ends later, and so do the stages that follow it; those that hang on the
 * release date too, unless the launch stage is still to come: a date that was
 * promised is moved by nobody but the person.
 */
void slip_rollout_resume (SlipEdit *edit, const char *stage, SlipMoment moment);

/**
 * slip_rollout_finish:
 *
 * Ends @stage, which is active or held.  With the last one the release is
 * released.
 */
void slip_rollout_finish (SlipEdit *edit, const char *stage, SlipMoment moment);

/**
 * slip_rollout_go_on:
 *
 * Makes @stage, which is done, active again.  The time since it ended counts as
 * a pause.
 */
void slip_rollout_go_on (SlipEdit *edit, const char *stage, SlipMoment moment);

/**
 * slip_rollout_break_off:
 *
 * Rolls @stage, which is active or held, back by itself: what was done before
 * it stays done.  It is for the caller to give the release a status.
 */
void slip_rollout_break_off (SlipEdit *edit,
                             const char *stage,
                             SlipMoment moment);

/* Says that @stage, which is planned or rolled back, is not going to start. */
void slip_rollout_skip (SlipEdit *edit, const char *stage);

/**
 * slip_rollout_roll_back:
 * @stage: one that has begun
 * @to_stage: (nullable): one before it, which is active from now on, with its
 *   soak to come; %NULL to leave the release to nobody, and ready
 *
 * Takes the release back: whatever has begun after @to_stage is rolled back,
 * and may be started again.
 */
void slip_rollout_roll_back (SlipEdit *edit,
                             const char *stage,
                             const char *to_stage,
                             SlipMoment moment);

/**
 * slip_rollout_is_due:
 *
 * Whether the next step after @stage is to be proposed: it is active, asks for
 * it, and its soak is over; without a soak, its last day is.
 */
gboolean slip_rollout_is_due (const SlipRow *stage, gint64 now_ms);

/**
 * slip_rollout_foreach_current:
 *
 * Calls @func with the current stage of each release that is Rolling out: what
 * runs, by the index, however many stages the plan has.
 */
void slip_rollout_foreach_current (const SlipPlanState *state,
                                   SlipRowFunc func,
                                   gpointer data);

/**
 * slip_rollout_list_proposals:
 *
 * Returns: (transfer full) (element-type SlipRow): the current stages of
 * releases that are Rolling out whose next step is to be proposed, by their
 * release's id.
 */
GPtrArray *slip_rollout_list_proposals (const SlipPlanState *state,
                                        gint64 now_ms)
  G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
