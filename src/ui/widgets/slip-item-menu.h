/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "slip-plan-state.h"

G_BEGIN_DECLS

/**
 * slip_item_menu_new:
 * @items: (element-type SlipRow): the items of one checklist that are selected
 *
 * Returns: (transfer full): what can be done with them: actions of the group
 * `items`: `details`, `state` (s), `owner`, `due`, `pin` (b), `required` (b),
 * `move-to` (s) and `delete`.
 */
GMenuModel *slip_item_menu_new (const SlipPlanState *state,
                                const GPtrArray *items)
  G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
