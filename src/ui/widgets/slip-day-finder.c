/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-day-finder.h"

/* So many days are looked at at once. */
#define N_DAYS 28

/* As long as nothing is planned there still are holidays and freezes. */
#define LEAST_DAYS 365

SlipDayFinder
slip_day_finder_begin (SlipCalendarIndex *index, SlipDate first)
{
  SlipDate last = slip_date_add_days (first, LEAST_DAYS);
  SlipDate planned = slip_calendar_index_find_last_day (index);

  if (slip_date_is_set (planned) && slip_date_is_before (last, planned))
    last = planned;
  return (SlipDayFinder){ index, slip_date_add_days (first, -1), last };
}

static gboolean
wants_more (const SlipDayFinder *self, guint n_missing, SlipDate until)
{
  if (!slip_date_is_before (self->found, self->last))
    return FALSE;
  return n_missing > 0 ||
         (slip_date_is_set (until) && slip_date_is_before (self->found, until));
}

GArray *
slip_day_finder_find (SlipDayFinder *self, guint n, SlipDate until)
{
  GArray *events =
    slip_day_event_list (self->index,
                         slip_range_new (SLIP_DATE_NONE, SLIP_DATE_NONE));

  while (wants_more (self, n - MIN (n, events->len), until)) {
    SlipDate from = slip_date_add_days (self->found, 1);
    SlipDate to = slip_date_add_days (self->found, N_DAYS);

    if (slip_date_is_before (self->last, to))
      to = self->last;
    g_autoptr (GArray) more =
      slip_day_event_list (self->index, slip_range_new (from, to));
    slip_day_event_take (events, more);
    self->found = to;
  }
  return events;
}
