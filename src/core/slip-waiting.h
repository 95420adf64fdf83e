/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-moment.h"
#include "slip-plan-state.h"

G_BEGIN_DECLS

/**
 * SlipWaitingReason:
 * @SLIP_WAITING_REVIEW: the last decision said to look again by then
 * @SLIP_WAITING_SOAK: the stage that runs has soaked, and asks to be told of it
 * @SLIP_WAITING_START: the next stage was planned to start by then
 *
 * Why a release waits for a decision.
 */
typedef enum {
  SLIP_WAITING_REVIEW,
  SLIP_WAITING_SOAK,
  SLIP_WAITING_START,
} SlipWaitingReason;

/**
 * SlipWaiting:
 * @release: the release
 * @current: (nullable): the stage that runs or is held
 * @next: (nullable): the stage that would start next; %NULL if only the end of
 *   @current is left
 * @since: the day on which to look again or to start; unset for a soak
 *
 * A release that waits for somebody to decide how it goes on.  What it points
 * to is valid as long as its state.
 */
typedef struct {
  SlipWaitingReason reason;
  const SlipRow *release;
  const SlipRow *current;
  const SlipRow *next;
  SlipDate since;
} SlipWaiting;

/**
 * slip_waiting_find:
 * @release: a release whose parts are in memory; others never wait
 * @waiting: (out caller-allocates): what it waits for, if it does
 *
 * Whether @release waits for a decision.  It does not while it is closed, on
 * hold or paused, until the day that a no-go or a hold named to look again, or
 * for a stage that was rolled back.
 */
gboolean slip_waiting_find (const SlipPlanState *state,
                            const SlipRow *release,
                            SlipMoment moment,
                            SlipWaiting *waiting);

/**
 * slip_waiting_list:
 *
 * Returns: (transfer full) (element-type SlipWaiting): what waits for a
 * decision, by release date.
 */
GArray *slip_waiting_list (const SlipPlanState *state,
                           SlipMoment moment) G_GNUC_WARN_UNUSED_RESULT;

/* Returns: (transfer full): what is to be decided: '25 % → Everyone'. */
char *slip_waiting_dup_step (const SlipWaiting *self) G_GNUC_WARN_UNUSED_RESULT;

/* Returns: (transfer full): why: 'planned to start Tue 8
 * December, today'. */
char *slip_waiting_dup_reason (const SlipWaiting *self,
                               SlipDate today) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
