/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-gate-wait.h"
#include "slip-query.h"
#include "slip-release.h"

G_BEGIN_DECLS

/* Instead of a number of days: it is not known. */
#define SLIP_TRUTH_UNKNOWN G_MININT

/**
 * SlipStageTruth:
 * @id: the id of the stage
 * @title: what people call it
 * @state: its state
 * @planned: the days it was planned for; unset ends are not known
 * @actual: the days on which it started and ended; unset if it has not, or
 *   nobody recorded when
 * @start_slip: calendar days from the planned start to the actual one
 * @end_slip: the same for the ends
 * @paused_seconds: how long it was held
 * @wait: how long its gate was waited at
 */
typedef struct {
  char *id;
  char *title;
  SlipStageState state;
  SlipRange planned;
  SlipRange actual;
  int start_slip;
  int end_slip;
  gint64 paused_seconds;
  SlipGateWait *wait;
} SlipStageTruth;

/**
 * SlipReleaseTruth:
 * @release: the id of the release
 * @title: what people call it
 * @product: (nullable): the id of its product
 * @first_planned: the first day it was planned for; unset if there was none
 * @planned: the day it is planned for now
 * @actual: the day people got it; unset if they have not, or it is not known
 * @slip: calendar days from the first planned day to the actual one; while
 *   people have not got it, to the present one
 * @is_out: whether people have got it
 * @n_moves: how often its date was moved, -1 if that is not known
 * @stages: (element-type SlipStageTruth): its stages in order
 *
 * People get a release when its launch stage starts; without one, when the
 * first stage for everyone does; of a release without stages, when its status
 * becomes Released.
 */
typedef struct {
  char *release;
  char *title;
  char *product;
  SlipDate first_planned;
  SlipDate planned;
  SlipDate actual;
  int slip;
  gboolean is_out;
  int n_moves;
  GPtrArray *stages;
} SlipReleaseTruth;

/**
 * SlipProductTruth:
 * @product: the id of the product
 * @name: its name
 * @n_releases: how many of its releases are in the report
 * @n_known: for how many of them the slip is known
 * @n_late: how many of those came, or are to come, later than first planned
 * @slip: the sum of their slips in days
 * @worst: the greatest of them, `SLIP_TRUTH_UNKNOWN` if none is known
 */
typedef struct {
  char *product;
  char *name;
  guint n_releases;
  guint n_known;
  guint n_late;
  int slip;
  int worst;
} SlipProductTruth;

/**
 * SlipWaitTruth:
 * @cause: what sort of thing it is
 * @audience: (nullable): the id of an audience, of items and notice
 * @name: what it is called
 * @seconds: how long gates waited for it in all, as far as is known
 * @n_gates: at how many gates it was waited for
 * @n_unknown: at how many gates it is not known how long
 */
typedef struct {
  SlipWaitCause cause;
  char *audience;
  char *name;
  gint64 seconds;
  guint n_gates;
  guint n_unknown;
} SlipWaitTruth;

/**
 * SlipPlanTruth:
 * @releases: (element-type SlipReleaseTruth): by the day they came out or are
 *   planned for
 * @products: (element-type SlipProductTruth): by name
 * @waits: (element-type SlipWaitTruth): the longest first
 *
 * What was planned against what happened.
 */
typedef struct {
  GPtrArray *releases;
  GPtrArray *products;
  GPtrArray *waits;
} SlipPlanTruth;

/**
 * slip_plan_truth_list:
 * @query: (nullable): which releases; its range counts for the present date
 *
 * Returns: (transfer full) (element-type utf8): the ids of the releases that a
 * report is about: those that are neither deleted nor cancelled.  Their parts
 * and history are to be read before slip_plan_truth_new().
 */
GPtrArray *slip_plan_truth_list (const SlipPlanState *state,
                                 const SlipQuery *query)
  G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_plan_truth_new:
 * @releases: (element-type utf8): their ids
 * @past: (nullable): their history
 *
 * Returns: (transfer full): the report.
 */
SlipPlanTruth *slip_plan_truth_new (const SlipPlanState *state,
                                    const GPtrArray *releases,
                                    const SlipPast *past,
                                    SlipMoment now) G_GNUC_WARN_UNUSED_RESULT;
void slip_plan_truth_free (SlipPlanTruth *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlipPlanTruth, slip_plan_truth_free)

G_END_DECLS
