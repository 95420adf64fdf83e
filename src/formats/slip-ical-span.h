/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-date.h"

G_BEGIN_DECLS

/**
 * SlipIcalTimes:
 * @start: (nullable): the value of DTSTART
 * @end: (nullable): the value of DTEND
 * @duration: (nullable): the value of DURATION
 * @is_start_zoned: whether DTSTART has a TZID
 * @is_end_zoned: whether DTEND has a TZID
 *
 * When an event takes place, as it is written.
 */
typedef struct {
  const char *start;
  const char *end;
  const char *duration;
  gboolean is_start_zoned;
  gboolean is_end_zoned;
} SlipIcalTimes;

/**
 * SlipIcalSpan:
 * @first: the first day; unset if the start is none
 * @last: the last day, included
 * @is_all_day: `FALSE` if times of day were given
 * @is_end_bad: the end could not be read; @last is @first
 * @is_reversed: the end lies before the start; @last is @first
 *
 * The days of an event.
 */
typedef struct {
  SlipDate first;
  SlipDate last;
  gboolean is_all_day;
  gboolean is_end_bad;
  gboolean is_reversed;
} SlipIcalSpan;

/* Applies the rules told at slip_ical_parse(); pure. */
SlipIcalSpan slip_ical_span_read (const SlipIcalTimes *times,
                                  GTimeZone *local_zone);

/**
 * slip_ical_span_read_day:
 *
 * Returns: the civil day of the DATE or DATE-TIME @value in @local_zone, unset
 * if it is none.
 */
SlipDate slip_ical_span_read_day (const char *value, GTimeZone *local_zone);

G_END_DECLS
