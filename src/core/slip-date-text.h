/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-release.h"

G_BEGIN_DECLS

/**
 * SlipDateStyle:
 * @SLIP_DATE_STYLE_SHORT: '8 Dec'
 * @SLIP_DATE_STYLE_MEDIUM: 'Tue 8 December'
 * @SLIP_DATE_STYLE_LONG: 'Tuesday 8 December 2026'
 * @SLIP_DATE_STYLE_MONTH: 'December 2026'
 */
typedef enum {
  SLIP_DATE_STYLE_SHORT,
  SLIP_DATE_STYLE_MEDIUM,
  SLIP_DATE_STYLE_LONG,
  SLIP_DATE_STYLE_MONTH,
} SlipDateStyle;

/**
 * slip_date_dup_text:
 * @today: short and medium dates in another year than this one's say their
 * year; unset for never
 *
 * Returns: (transfer full): @date as the locale writes it; 'Unscheduled' if
 * unset.
 */
char *slip_date_dup_text (SlipDate date,
                          SlipDateStyle style,
                          SlipDate today) G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_date_dup_days:
 *
 * Returns: (transfer full): the days from @first to @last, which are set, as
 * briefly as they can be said: '7 – 13 Dec 2026', '30 Nov – 6 Dec 2026'.
 */
char *slip_date_dup_days (SlipDate first,
                          SlipDate last) G_GNUC_WARN_UNUSED_RESULT;

/* The same for months: 'Nov – Dec 2026', or 'December 2026'. */
char *slip_date_dup_months (SlipDate first,
                            SlipDate last) G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_planned_date_dup_text:
 *
 * Returns: (transfer full): 'Tue 8 December', 'Tue 8 December, tentative',
 * 'week 50 (from 7 Dec)', 'December 2026', 'Q4 2026' or 'Unscheduled'.
 */
char *slip_planned_date_dup_text (SlipPlannedDate planned,
                                  SlipDate today) G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_date_dup_distance:
 *
 * Returns: (transfer full): 'today', 'tomorrow', 'in 7 days', 'in 6 weeks', 'in
 * 3 months', 'yesterday', '3 days ago' and so on; 'Unscheduled' if @date is
 * unset.  @today must be set.
 */
char *slip_date_dup_distance (SlipDate date,
                              SlipDate today) G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_release_dup_rule_text:
 *
 * Returns: (transfer full) (nullable): the rule by which @anchor, unscheduled
 * with its release, will get a day again: '2 days before the release'; %NULL if
 * there is none.
 */
char *slip_release_dup_rule_text (const SlipRow *release,
                                  SlipAnchor anchor) G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_instant_dup_text:
 * @at_ms: milliseconds since 1970 UTC
 *
 * Returns: (transfer full): the instant in local time: 'Tue 8 December, 14:05',
 * or '2:05 PM' where the locale's clock has twelve hours; the empty text if it
 * lies beyond the calendar.
 */
char *slip_instant_dup_text (gint64 at_ms) G_GNUC_WARN_UNUSED_RESULT;

/* 'Mon' or 'Monday', as the locale names it; valid until the locale changes. */
const char *slip_weekday_get_name (SlipWeekday weekday, gboolean is_short);

/**
 * slip_locale_get_first_weekday:
 *
 * Returns: the weekday that weeks start with in the locale of LC_TIME.
 */
SlipWeekday slip_locale_get_first_weekday (void);

G_END_DECLS
