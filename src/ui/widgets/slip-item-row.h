/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "slip-plan-state.h"

G_BEGIN_DECLS

/**
 * SlipItemRow:
 *
 * An item of a checklist in a list: a box to tick, what is to be done, how far
 * it is and when it is due.  Named `item:` and its title.
 */
#define SLIP_TYPE_ITEM_ROW (slip_item_row_get_type ())
G_DECLARE_FINAL_TYPE (SlipItemRow, slip_item_row, SLIP, ITEM_ROW, GtkListBoxRow)

/**
 * SlipItemRow::ticked:
 * @is_done: whether the item shall be done
 *
 * Somebody has clicked on the box, which shows what the plan says all the same.
 */

GtkWidget *slip_item_row_new (const char *id) G_GNUC_WARN_UNUSED_RESULT;

const char *slip_item_row_get_id (SlipItemRow *self);

/* Shows @item.  @place is its place in the list, from 0. */
void slip_item_row_set_item (SlipItemRow *self,
                             const SlipPlanState *state,
                             const SlipRow *item,
                             guint place,
                             SlipDate today);

guint slip_item_row_get_place (SlipItemRow *self);

/* What the row shows, or %NULL before that. */
const SlipRow *slip_item_row_get_item (SlipItemRow *self);

/**
 * slip_item_row_set_drop:
 * @edge: -1 to show that a drop would go before it, 1 after it, 0 for nothing
 */
void slip_item_row_set_drop (SlipItemRow *self, int edge);

G_END_DECLS
