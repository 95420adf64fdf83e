/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-calendar-span.h"

#include "slip-month-layout.h"

#include <glib/gi18n-lib.h>

static const struct {
  const char *nick;
  const char *label;
  int n_weeks;
} spans[SLIP_N_SPANS] = {
  [SLIP_SPAN_MONTH] = { "month", N_ ("Month"), 0 },
  [SLIP_SPAN_WEEK] = { "week", N_ ("Week"), 1 },
  /* Translators: 13 weeks of the calendar. */
  [SLIP_SPAN_QUARTER] = { "quarter", N_ ("Quarter"), SLIP_WEEKS_PER_QUARTER },
  [SLIP_SPAN_AGENDA] = { "agenda", N_ ("Agenda"), 0 },
};

const char *
slip_calendar_span_get_nick (SlipCalendarSpan span)
{
  return spans[span].nick;
}

gboolean
slip_calendar_span_parse (const char *nick, SlipCalendarSpan *span)
{
  for (guint i = 0; i < G_N_ELEMENTS (spans); i++) {
    if (g_strcmp0 (nick, spans[i].nick) != 0)
      continue;
    if (span != NULL)
      *span = (SlipCalendarSpan) i;
    return TRUE;
  }
  return FALSE;
}

const char *
slip_calendar_span_get_label (SlipCalendarSpan span)
{
  return _ (spans[span].label);
}

int
slip_calendar_span_count_weeks (SlipCalendarSpan span)
{
  return spans[span].n_weeks;
}

SlipDate
slip_calendar_span_add (SlipCalendarSpan span, SlipDate date, int n)
{
  int n_weeks = spans[span].n_weeks;

  return n_weeks == 0
           ? slip_date_add_months (date, n)
           : slip_date_add_days (date, n * n_weeks * SLIP_DAYS_PER_WEEK);
}
