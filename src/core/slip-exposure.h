/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-stage.h"

G_BEGIN_DECLS

/**
 * SlipExposure:
 * @share: hundredths of a percent of those who use the product, in sum
 * @people: how many people, in sum
 * @added_share: how much of @share comes by the last stage
 * @added_people: how many of @people come by the last stage
 *
 * Who has a release.  Each is -1 if it is not known: internal and segment
 * stages have people and no share.
 *
 * Percentages lie within each other, and everyone is all of them: the widest
 * counts.  The people of internal and segment stages come on top of those of a
 * percentage.
 */
typedef struct {
  gint64 share;
  gint64 people;
  gint64 added_share;
  gint64 added_people;
} SlipExposure;

/**
 * slip_stage_get_exposure:
 *
 * Returns: who has the release once @stage has begun, after all before it that
 * are neither skipped nor rolled back.
 */
SlipExposure slip_stage_get_exposure (const SlipPlanState *state,
                                      const SlipRow *stage);

/**
 * slip_rollout_get_exposure:
 *
 * Returns: who has the release @release at present; what is added is that of
 * the last stage that has begun.
 */
SlipExposure slip_rollout_get_exposure (const SlipPlanState *state,
                                        const char *release);

/* Returns: the share that @stage itself exposes, in hundredths of a percent; -1
 * for none or not known. */
gint64 slip_stage_get_share (const SlipRow *stage);

/* Returns: (transfer full): @share as people write it: '25 %', '0.5 %'. */
char *slip_share_print (gint64 share) G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_exposure_check:
 * @stage: a stage of a release or of a template, as it is in @state
 *
 * Checks that @stage exposes no fewer people than the one before it, and no
 * more than the one after it; those without a known share, and those that are
 * skipped or rolled back, are passed over.
 *
 * Returns: `TRUE`, or `FALSE` with a `SLIP_PLAN_ERROR_INVALID`.
 */
gboolean slip_exposure_check (const SlipPlanState *state,
                              const SlipRow *stage,
                              GError **error);

G_END_DECLS
