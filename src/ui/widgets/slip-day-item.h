/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "slip-calendar-index.h"

G_BEGIN_DECLS

/**
 * SlipDayItem:
 *
 * A calendar entry for a list: it keeps the index that the entry is from.
 */
#define SLIP_TYPE_DAY_ITEM (slip_day_item_get_type ())
G_DECLARE_FINAL_TYPE (SlipDayItem, slip_day_item, SLIP, DAY_ITEM, GObject)

SlipDayItem *slip_day_item_new (SlipCalendarIndex *index,
                                const SlipCalendarEntry *entry)
  G_GNUC_WARN_UNUSED_RESULT;

const SlipCalendarEntry *slip_day_item_get_entry (SlipDayItem *self);
const SlipCalendarIndex *slip_day_item_get_index (SlipDayItem *self);

G_END_DECLS
