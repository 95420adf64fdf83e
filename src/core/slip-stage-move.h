/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-edit.h"
#include "slip-preview.h"

G_BEGIN_DECLS

/**
 * SlipStageMove:
 * @stage: the id of the rollout stage
 * @to: its first and last day afterwards; empty for a relative move
 * @start_days: by how many days it starts later, of a relative move
 * @end_days: by how many days it ends later
 * @stay: what stays if that moves the release, as in #SlipMove
 * @today: the day on which it is done
 * @kept: (nullable): ids of items, communications and stages that stay
 * @freed: (nullable): ids of those that are pinned and shall follow
 *
 * Moving a rollout stage as a whole, or one of its ends.
 *
 * A planned stage is moved through its rule: as many days from what it hangs on
 * as lead to its new first day, in working days if it counts in them and the
 * day can be named so, else in calendar days.  The launch stage starts on the
 * release date: moving its start moves the release.  A pinned one stays pinned,
 * where it is put.  Of one that is active or held only the last day moves, and
 * not into the past.  What hangs on the stage follows, but for @kept.
 *
 * Refused, with a `SLIP_PLAN_ERROR_INVALID`, for a stage that is over or has no
 * days, and where it would end before it starts; with a
 * `SLIP_PLAN_ERROR_NOTHING` if it is there already.
 */
typedef struct {
  char *stage;
  SlipRange to;
  int start_days;
  int end_days;
  guint stay;
  SlipDate today;
  GStrv kept;
  GStrv freed;
} SlipStageMove;

SlipStageMove *slip_stage_move_new (const char *stage,
                                    SlipRange to,
                                    SlipDate today) G_GNUC_WARN_UNUSED_RESULT;

/* A move from wherever the stage is when it is carried out, so that keys that
 * are pressed quicker than edits are written all count. */
SlipStageMove *slip_stage_move_new_by (const char *stage,
                                       int start_days,
                                       int end_days,
                                       SlipDate today)
  G_GNUC_WARN_UNUSED_RESULT;
SlipStageMove *slip_stage_move_copy (const SlipStageMove *move)
  G_GNUC_WARN_UNUSED_RESULT;
void slip_stage_move_free (SlipStageMove *move);

/* Says what stays, as slip_move_set_parts() does. */
void slip_stage_move_set_parts (SlipStageMove *move,
                                guint stay,
                                const char *const *kept,
                                const char *const *freed);

/* A #SlipIntentFunc over a #SlipStageMove. */
gboolean slip_stage_move_run (SlipEdit *edit,
                              gconstpointer move,
                              GError **error);

/**
 * slip_stage_move_preview:
 *
 * As slip_preview_new() of the stage's release, told of the stage.
 */
SlipPreview *slip_stage_move_preview (const SlipPlanState *state,
                                      const SlipStageMove *move,
                                      const SlipConflictContext *context,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_stage_move_preview_between:
 *
 * As slip_preview_new_between() of the release of @stage, which must be in
 * @before, told of the stage.
 */
SlipPreview *slip_stage_move_preview_between (
  const SlipPlanState *before,
  const SlipPlanState *after,
  const char *stage,
  const SlipConflictContext *context) G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_stage_get_days:
 *
 * Returns: the days that @stage takes, as far as is known: those it is planned
 * for; once it has started, those from its start to its (expected) end.  Empty
 * if it has none.
 */
SlipRange slip_stage_get_days (const SlipRow *stage);

/* Whether @stage could be moved as a whole and by its start, and whether by its
 * end. */
gboolean slip_stage_can_move (const SlipRow *stage);
gboolean slip_stage_can_end_otherwise (const SlipRow *stage);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlipStageMove, slip_stage_move_free)

G_END_DECLS
