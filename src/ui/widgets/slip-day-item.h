/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "slip-calendar-index.h"

G_BEGIN_DECLS

/**
 * SlipDayItem:
 *
 * What is on a day, for a list: a calendar entry or a rollout stage.  It keeps
 * the index that it is from.
 */
#define SLIP_TYPE_DAY_ITEM (slip_day_item_get_type ())
G_DECLARE_FINAL_TYPE (SlipDayItem, slip_day_item, SLIP, DAY_ITEM, GObject)

SlipDayItem *slip_day_item_new (SlipCalendarIndex *index,
                                const SlipCalendarEntry *entry)
  G_GNUC_WARN_UNUSED_RESULT;

SlipDayItem *slip_day_item_new_stage (SlipCalendarIndex *index,
                                      const SlipCalendarStage *stage)
  G_GNUC_WARN_UNUSED_RESULT;

/* The stage, or %NULL if it is an entry. */
const SlipCalendarStage *slip_day_item_get_stage (SlipDayItem *self);
/* Only of one that is an entry. */
const SlipCalendarEntry *slip_day_item_get_entry (SlipDayItem *self);
const SlipCalendarIndex *slip_day_item_get_index (SlipDayItem *self);

G_END_DECLS
