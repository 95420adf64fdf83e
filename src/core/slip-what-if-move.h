/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-board.h"
#include "slip-move.h"
#include "slip-stage-move.h"

G_BEGIN_DECLS

/**
 * SlipWhatIfMoveType:
 * @SLIP_WHAT_IF_DATE: a release goes to another date, or to none
 * @SLIP_WHAT_IF_CARD: its card goes to a column of the board, or within one
 * @SLIP_WHAT_IF_STAGE: a rollout stage goes to other days
 */
typedef enum {
  SLIP_WHAT_IF_DATE,
  SLIP_WHAT_IF_CARD,
  SLIP_WHAT_IF_STAGE,
} SlipWhatIfMoveType;

/**
 * SlipWhatIfMove:
 * @date: (nullable): what a `SLIP_WHAT_IF_DATE` does
 * @card: (nullable): what a `SLIP_WHAT_IF_CARD` does
 * @stage: (nullable): what a `SLIP_WHAT_IF_STAGE` does: to given days
 * @release: the id of the release that it moves
 * @date_before: the release date that it moves away from
 * @status_before: the status that the release then has
 * @days_before: the days of the stage that it moves; empty for other moves
 *
 * One move of a what-if, and what it was thought up for: where the release is
 * found elsewhere, somebody else has moved it.  Reference counted; not changed
 * once it was shared.
 */
typedef struct {
  /*< private >*/
  grefcount ref_count;
  /*< public >*/
  SlipWhatIfMoveType type;
  SlipMove *date;
  SlipBoardMove *card;
  SlipStageMove *stage;
  char *release;
  SlipPlannedDate date_before;
  SlipStatus status_before;
  SlipRange days_before;
} SlipWhatIfMove;

/**
 * slip_what_if_move_new_date:
 * @state: the plan in which it is thought up
 * @move: (transfer full)
 */
SlipWhatIfMove *slip_what_if_move_new_date (const SlipPlanState *state,
                                            SlipMove *move)
  G_GNUC_WARN_UNUSED_RESULT;

/* The same for a card; @move is (transfer full). */
SlipWhatIfMove *slip_what_if_move_new_card (const SlipPlanState *state,
                                            SlipBoardMove *move)
  G_GNUC_WARN_UNUSED_RESULT;

/* The same for a stage of @state; @move is (transfer full) and may be relative.
 */
SlipWhatIfMove *slip_what_if_move_new_stage (const SlipPlanState *state,
                                             SlipStageMove *move)
  G_GNUC_WARN_UNUSED_RESULT;

/* Returns: (transfer full): @self as if it was thought up in @state. */
SlipWhatIfMove *slip_what_if_move_new_renewed (const SlipWhatIfMove *self,
                                               const SlipPlanState *state)
  G_GNUC_WARN_UNUSED_RESULT;

SlipWhatIfMove *slip_what_if_move_ref (SlipWhatIfMove *self);
void slip_what_if_move_unref (SlipWhatIfMove *self);

/* The id of the release that it moves. */
const char *slip_what_if_move_get_release (const SlipWhatIfMove *self);

/* Whether both put the same in a place: a release, its card or a stage. */
gboolean slip_what_if_move_is_alike (const SlipWhatIfMove *a,
                                     const SlipWhatIfMove *b);

/* Whether the release is in @state where the move wants it. */
gboolean slip_what_if_move_is_made (const SlipWhatIfMove *self,
                                    const SlipPlanState *state);

/**
 * SlipWhatIfFate:
 * @SLIP_WHAT_IF_APPLIES: it does what it was thought up for
 * @SLIP_WHAT_IF_DONE: the plan is like that already
 * @SLIP_WHAT_IF_GONE: the release is not there any more
 * @SLIP_WHAT_IF_CHANGED: the release is not where it was to be moved from
 * @SLIP_WHAT_IF_REFUSED: a rule forbids it now
 * @SLIP_WHAT_IF_NOT_LOADED: it takes parts of releases that are not in memory
 *
 * What becomes of a move where it is made.
 */
typedef enum {
  SLIP_WHAT_IF_APPLIES,
  SLIP_WHAT_IF_DONE,
  SLIP_WHAT_IF_GONE,
  SLIP_WHAT_IF_CHANGED,
  SLIP_WHAT_IF_REFUSED,
  SLIP_WHAT_IF_NOT_LOADED,
} SlipWhatIfFate;

/**
 * slip_what_if_move_try:
 * @needs: (nullable) (element-type utf8): takes the ids of releases whose parts
 *   it needs
 * @fate: (out): what becomes of it
 *
 * Makes the changes of the move on @state.
 *
 * Returns: (transfer full) (nullable): the changes if it applies, else %NULL,
 * with an error if a rule forbids it.
 */
SlipChangeSet *slip_what_if_move_try (const SlipWhatIfMove *self,
                                      const SlipPlanState *state,
                                      GPtrArray *needs,
                                      SlipWhatIfFate *fate,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_what_if_move_dup_text:
 * @state: where to find the name of the release
 *
 * Returns: (transfer full): 'move of Payments 3.9 to Tue 8 December', as can
 * follow 'Undo:'.
 */
char *slip_what_if_move_dup_text (const SlipWhatIfMove *self,
                                  const SlipPlanState *state,
                                  SlipDate today) G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_what_if_move_dup_reason:
 * @state: the plan in which it did not apply
 *
 * Returns: (transfer full) (nullable): why a move with @fate does not apply, as
 * a sentence: 'Payments 3.9 was changed meanwhile: it is on Fri 11 December
 * now'; %NULL if it does.
 */
char *slip_what_if_move_dup_reason (const SlipWhatIfMove *self,
                                    SlipWhatIfFate fate,
                                    const SlipPlanState *state,
                                    SlipDate today) G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_what_if_keep:
 * @moves: (element-type SlipWhatIfMove): a #GPtrArray
 *
 * A #SlipIntentFunc that makes the moves in order, as one step.  Those that do
 * not apply are left out.
 */
gboolean slip_what_if_keep (SlipEdit *edit,
                            gconstpointer moves,
                            GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlipWhatIfMove, slip_what_if_move_unref)

G_END_DECLS
