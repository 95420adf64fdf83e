/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-freeze.h"

G_BEGIN_DECLS

/**
 * SlipGateFreeze:
 * @freeze: the freeze, valid as long as its state
 * @range: the days of the occurrence that the day lies in
 * @is_soft: whether it only warns
 * @exception: (nullable): the record that allows to start nevertheless
 *
 * A freeze that a stage would start in.
 */
typedef struct {
  const SlipRow *freeze;
  SlipRange range;
  gboolean is_soft;
  const SlipRow *exception;
} SlipGateFreeze;

/* Whether it forbids to start: it is hard, and there is no exception. */
static inline gboolean
slip_gate_freeze_forbids (const SlipGateFreeze *self)
{
  return !self->is_soft && self->exception == NULL;
}

/**
 * slip_gate_freeze_list:
 * @stage: a stage of a release whose parts are in memory
 *
 * Returns: (transfer full) (element-type SlipGateFreeze): the freezes on @day
 * that hold the release of @stage, hard ones first.
 */
GArray *slip_gate_freeze_list (const SlipPlanState *state,
                               const SlipRow *stage,
                               SlipDate day) G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_gate_find_free_day:
 *
 * Returns: the first day, from @day on, that no hard freeze holds for @stage,
 * exceptions or not; unset if there is none within two years.
 */
SlipDate slip_gate_find_free_day (const SlipPlanState *state,
                                  const SlipRow *stage,
                                  SlipDate day);

G_END_DECLS
