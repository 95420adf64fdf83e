/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-date.h"

G_BEGIN_DECLS

/**
 * SlipCalendarSpan:
 * @SLIP_SPAN_MONTH: the weeks of a month
 * @SLIP_SPAN_WEEK: a week
 * @SLIP_SPAN_QUARTER: 13 weeks, beginning with that of the day asked for
 * @SLIP_SPAN_AGENDA: what happens, day after day
 *
 * How much the calendar shows at once.
 */
typedef enum {
  SLIP_SPAN_MONTH,
  SLIP_SPAN_WEEK,
  SLIP_SPAN_QUARTER,
  SLIP_SPAN_AGENDA,
} SlipCalendarSpan;

#define SLIP_N_SPANS 4

/* What it is called in settings, actions and options: 'month'. */
const char *slip_calendar_span_get_nick (SlipCalendarSpan span);

/**
 * slip_calendar_span_parse:
 * @nick: (nullable):
 * @span: (out) (optional): left alone if there is none
 *
 * Returns: whether there is a span of that name.
 */
gboolean slip_calendar_span_parse (const char *nick, SlipCalendarSpan *span);

/* What people call it: 'Month'. */
const char *slip_calendar_span_get_label (SlipCalendarSpan span);

/* The weeks of a page; 0 where they are those of a month. */
int slip_calendar_span_count_weeks (SlipCalendarSpan span);

/* The day that lies @n pages after @date. */
SlipDate slip_calendar_span_add (SlipCalendarSpan span, SlipDate date, int n);

G_END_DECLS
