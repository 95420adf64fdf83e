/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-day-event.h"

G_BEGIN_DECLS

/**
 * SlipDayFinder:
 * @index: (transfer none): where to look
 * @found: up to here everything was found
 * @last: beyond there is nothing
 *
 * Finds what happens from one day on, some weeks at a time, so that whoever
 * looks at the beginning does not wait for all the years behind it.
 */
typedef struct {
  SlipCalendarIndex *index;
  SlipDate found;
  SlipDate last;
} SlipDayFinder;

/* Begins with @first. */
SlipDayFinder slip_day_finder_begin (SlipCalendarIndex *index, SlipDate first);

/**
 * slip_day_finder_find:
 * @n: how many are wanted
 * @until: a day up to which all are; unset for any
 *
 * Returns: (transfer full) (element-type SlipDayEvent): those that come next,
 *   at least @n if there still are so many.
 */
GArray *slip_day_finder_find (SlipDayFinder *self,
                              guint n,
                              SlipDate until) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
