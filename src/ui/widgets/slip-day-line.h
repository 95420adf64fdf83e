/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "slip-day-event.h"

G_BEGIN_DECLS

/**
 * SlipDayLine:
 *
 * A line of a list by day: something that happens, or the month that begins
 * there.  It keeps the index that it is from.
 */
#define SLIP_TYPE_DAY_LINE (slip_day_line_get_type ())
G_DECLARE_FINAL_TYPE (SlipDayLine, slip_day_line, SLIP, DAY_LINE, GObject)

/**
 * SlipDayLine::changed:
 *
 * Emitted when it tells something else of the same thing.
 */

/**
 * slip_day_line_list:
 * @events: (element-type SlipDayEvent): by day
 * @after: the day of the line before; unset for none
 *
 * Returns: (transfer full) (element-type SlipDayLine): their lines, with one
 *   before each month but the first.
 */
GPtrArray *slip_day_line_list (SlipCalendarIndex *index,
                               GArray *events,
                               SlipDate after) G_GNUC_WARN_UNUSED_RESULT;

/* Its day; of a month, the first day that something happens on. */
SlipDate slip_day_line_get_day (SlipDayLine *self);

/* What happens, or %NULL if it is a month's. */
const SlipDayEvent *slip_day_line_get_event (SlipDayLine *self);
const SlipCalendarIndex *slip_day_line_get_index (SlipDayLine *self);

/* Whether the line before is of another day. */
gboolean slip_day_line_begins_day (SlipDayLine *self);

/* Whether it is that of @release's release date. */
gboolean slip_day_line_is_release (SlipDayLine *self, const char *release);

/**
 * slip_day_line_update:
 * @store: of #SlipDayLine
 * @lines: (element-type SlipDayLine): what it is to hold
 *
 * Makes @store hold @lines; the lines of what was there before stay the same
 * objects and say what has changed, so that focus and place are kept.
 */
void slip_day_line_update (GListStore *store, GPtrArray *lines);

G_END_DECLS
