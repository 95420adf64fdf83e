/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "slip-moment.h"
#include "slip-query.h"

G_BEGIN_DECLS

/**
 * SlipSidebar:
 *
 * The filters of every view: what needs attention, a product, an audience that
 * is not ready, an owner or everything.
 */
#define SLIP_TYPE_SIDEBAR (slip_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (SlipSidebar, slip_sidebar, SLIP, SIDEBAR, AdwBin)

/**
 * SlipSidebar::filter-changed:
 *
 * Emitted when what slip_sidebar_filter() sets has changed.
 */

/* Shows the products, owners and counts of @state; keeps what is chosen. */
void slip_sidebar_set_plan (SlipSidebar *self,
                            const SlipPlanState *state,
                            SlipDate today);

/* Says which instant it is, and whether other releases than before wait for a
 * decision by then. */
gboolean slip_sidebar_show_moment (SlipSidebar *self, SlipMoment moment);

/* The id of the chosen product, or %NULL. */
const char *slip_sidebar_get_product (SlipSidebar *self);

/* Has @query let through what is chosen: at most a product, an owner,
 * an audience that is not ready, or what needs attention for one reason. */
void slip_sidebar_filter (SlipSidebar *self, SlipQuery *query);

/* Counts the plan's releases, whatever is chosen. */
guint slip_sidebar_get_n_releases (SlipSidebar *self);

/* Whether counts are still being worked out. */
gboolean slip_sidebar_is_busy (SlipSidebar *self);

G_END_DECLS
