/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "slip-plan-state.h"

G_BEGIN_DECLS

/**
 * SlipSidebar:
 *
 * What needs attention, and the filters of every view: a product, an owner or
 * everything.
 */
#define SLIP_TYPE_SIDEBAR (slip_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (SlipSidebar, slip_sidebar, SLIP, SIDEBAR, AdwBin)

/**
 * SlipSidebar::filter-changed:
 *
 * Emitted when slip_sidebar_get_product() or slip_sidebar_get_owner() have
 * changed.
 */

/* Shows the products, owners and counts of @state; keeps what is chosen. */
void slip_sidebar_set_plan (SlipSidebar *self,
                            const SlipPlanState *state,
                            SlipDate today);

/* The id of the chosen product or owner, %NULL for all; at most one of them is
 * chosen. */
const char *slip_sidebar_get_product (SlipSidebar *self);
const char *slip_sidebar_get_owner (SlipSidebar *self);

/* Counts the plan's releases, whatever is chosen. */
guint slip_sidebar_get_n_releases (SlipSidebar *self);

/* Whether counts are still being worked out. */
gboolean slip_sidebar_is_busy (SlipSidebar *self);

G_END_DECLS
