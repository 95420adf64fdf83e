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
 * @product: (nullable): only freezes that may hold releases of this product;
 *   %NULL for all
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

/* The same, only of freezes that hold @release. */
GArray *slip_freeze_list_release_spans (const SlipPlanState *state,
                                        SlipRange range,
                                        const SlipRow *release)
  G_GNUC_WARN_UNUSED_RESULT;

/* Whether @freeze names no products, or @product among them. */
gboolean slip_freeze_holds_product (const SlipPlanState *state,
                                    const SlipRow *freeze,
                                    const char *product);

/**
 * slip_freeze_holds_release:
 *
 * Whether @freeze is for @release.  One without products and audiences is for
 * everything.  Each of them narrows it: to releases of its products, and to
 * releases that need a checklist for one of its audiences.  Of a release whose
 * checklists are not known, as of one that is closed and not loaded, no
 * audience is.
 */
gboolean slip_freeze_holds_release (const SlipPlanState *state,
                                    const SlipRow *freeze,
                                    const SlipRow *release);

G_END_DECLS
