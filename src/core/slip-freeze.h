/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-plan-state.h"

G_BEGIN_DECLS

/**
 * SlipFreezeSpan:
 * @freeze: (transfer none): the freeze's row, valid as long as its state
 * @range: the days of one occurrence, whole even where it passes the asked-for
 *   range
 *
 * One occurrence of a freeze.
 */
typedef struct {
  const SlipRow *freeze;
  SlipRange range;
} SlipFreezeSpan;

/**
 * slip_freeze_list_spans:
 * @range: the days of interest, at most ten years
 * @product: (nullable): only freezes that hold this product; %NULL for all
 *
 * Finds the occurrences of freezes that touch @range.  A weekly freeze occurs
 * on each of its weekdays, neighbouring days as one span, from its first day
 * on; a yearly one on its days in every year from its first on (29 February on
 * the 28th where there is none).  Both end with the day that the freeze repeats
 * until, in the midst of an occurrence if need be.
 *
 * Returns: (transfer full) (element-type SlipFreezeSpan): ordered by first day.
 */
GArray *slip_freeze_list_spans (const SlipPlanState *state,
                                SlipRange range,
                                const char *product) G_GNUC_WARN_UNUSED_RESULT;

/* Whether @freeze is for everything or names @product. */
gboolean slip_freeze_holds_product (const SlipPlanState *state,
                                    const SlipRow *freeze,
                                    const char *product);

G_END_DECLS
