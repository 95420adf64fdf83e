/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "slip-matrix.h"

G_BEGIN_DECLS

/**
 * slip_readiness_menu_new:
 * @audience: (nullable): %NULL for the title of the row
 * @column: its column
 *
 * Makes the context menu of a cell of the readiness matrix.  Its items are the
 * window's actions, and `readiness.assign` of the grid.
 *
 * Returns: (transfer full): the menu.
 */
GMenuModel *slip_readiness_menu_new (const SlipMatrixRow *row,
                                     const SlipRow *audience,
                                     int column) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
