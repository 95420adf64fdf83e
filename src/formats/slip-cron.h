/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-date.h"

G_BEGIN_DECLS

/**
 * SlipCron:
 * @minute: the first minute of a day on which it applies, from midnight
 * @months: bit i for month i
 * @days: bit i for day i of the month
 * @weekdays: bit i for ISO weekday i
 * @is_either: whether one of @days and @weekdays is enough, as cron has it when
 *   both are named
 *
 * When something happens, in the five fields of crontab(5), as far as days
 * tell.
 */
typedef struct {
  int minute;
  guint32 months;
  guint32 days;
  guint32 weekdays;
  gboolean is_either;
} SlipCron;

/**
 * slip_cron_parse:
 *
 * Reads five fields: `*`, numbers, ranges, lists, steps, and names of months
 * and weekdays.
 *
 * Returns: `FALSE` if @text is anything else.
 */
gboolean slip_cron_parse (const char *text, SlipCron *cron);

/* Returns: the first day from @from to @last on which it applies, or none. */
SlipDate slip_cron_find_day (const SlipCron *cron,
                             SlipDate from,
                             SlipDate last);

G_END_DECLS
