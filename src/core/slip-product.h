/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-plan-state.h"

G_BEGIN_DECLS

/**
 * slip_product_pick_color:
 *
 * Returns: (transfer none): a colour for a new product, `#rrggbb`: the first of
 * a palette of ten that the fewest products of @state have.
 */
const char *slip_product_pick_color (const SlipPlanState *state);

/**
 * slip_product_check_name:
 *
 * Returns: `FALSE` with a `SLIP_PLAN_ERROR_INVALID` if another product that is
 * not retired has the name of the product @id, in whatever case.
 */
gboolean slip_product_check_name (const SlipPlanState *state,
                                  const char *id,
                                  GError **error);

G_END_DECLS
