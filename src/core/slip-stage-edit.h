/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-edit.h"
#include "slip-moment.h"

G_BEGIN_DECLS

/**
 * SlipStageActType:
 *
 * What can be done to a stage on its way, see slip-rollout.h.
 */
typedef enum {
  SLIP_STAGE_START,
  SLIP_STAGE_HOLD,
  SLIP_STAGE_RESUME,
  SLIP_STAGE_FINISH,
  SLIP_STAGE_SKIP,
  SLIP_STAGE_ROLL_BACK,
  SLIP_N_STAGE_ACTS,
} SlipStageActType;

/* Its name on the command line and in actions: 'roll-back'. */
const char *slip_stage_act_get_nick (SlipStageActType type);

/* Returns: the type called @nick, or `SLIP_N_STAGE_ACTS`. */
SlipStageActType slip_stage_act_find (const char *nick);

/**
 * SlipStageAct:
 * @stage: the id of the stage
 * @to_stage: (nullable): for a roll back, the id of the stage to go back to
 * @moment: when
 *
 * A step of a rollout.
 */
typedef struct {
  SlipStageActType type;
  char *stage;
  char *to_stage;
  SlipMoment moment;
} SlipStageAct;

SlipStageAct *slip_stage_act_new (SlipStageActType type,
                                  const char *stage,
                                  const char *to_stage,
                                  SlipMoment moment) G_GNUC_WARN_UNUSED_RESULT;
void slip_stage_act_free (SlipStageAct *self);

/* A #SlipIntentFunc over a #SlipStageAct. */
gboolean slip_stage_act_run (SlipEdit *edit, gconstpointer act, GError **error);

/**
 * SlipStageOrder:
 * @stage: the id of the stage
 * @before: (nullable): the id of the stage it is put before; %NULL for the end
 *
 * A stage gets another place in the order.
 */
typedef struct {
  char *stage;
  char *before;
} SlipStageOrder;

SlipStageOrder *slip_stage_order_new (const char *stage, const char *before)
  G_GNUC_WARN_UNUSED_RESULT;
void slip_stage_order_free (SlipStageOrder *self);

/**
 * slip_stage_order_run:
 *
 * A #SlipIntentFunc over a #SlipStageOrder.  Fails with
 * `SLIP_PLAN_ERROR_INVALID` where a rollout would shrink (see
 * slip_exposure_check()) or a stage that has not begun would come before one
 * that has.
 */
gboolean slip_stage_order_run (SlipEdit *edit,
                               gconstpointer order,
                               GError **error);

/**
 * slip_stage_place:
 * @stage: the id of a new stage, or of one that has a new type or share
 *
 * Puts @stage where a rollout only grows: after all that have begun and before
 * the first that exposes more; internal and segment stages before the first
 * percentage.
 */
void slip_stage_place (SlipEdit *edit, const char *stage);

/**
 * slip_stage_remove:
 *
 * Deletes @stage with its criteria and what flags are to be during it; what has
 * a date that hangs on it stays where it is.
 */
void slip_stage_remove (SlipEdit *edit, const char *stage);

/* Returns: (transfer full): what a step with @stage is called: '25 % of Console
 * 12.1'. */
char *slip_stage_dup_subject (const SlipPlanState *state,
                              const SlipRow *stage) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlipStageAct, slip_stage_act_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlipStageOrder, slip_stage_order_free)

G_END_DECLS
