/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-adapter.h"
#include "slip-cron.h"
#include "slip-status-reading.h"

#include <glib/gi18n-lib.h>

/*
 * https://docs.gitlab.com/api/freeze_periods/, 'List freeze periods': an array;
 * pages by Link.  Begin and end are in cron's words, and become the days on
 * which they lie for the year ahead, in the source's time zone; a day that is
 * frozen in part counts.  What cannot be read so is told without days.
 */
#define DAYS_BACK   62
#define DAYS_AHEAD  366
#define MAX_FREEZES 100u

typedef struct {
  SlipCron start;
  SlipCron end;
  SlipRange horizon;
} Period;

/* The days of the freeze that begins on @first; the last is unset if it does
 * not end. */
static SlipRange
find_days (const Period *period, SlipDate first)
{
  SlipDate latest = slip_date_add_days (first, DAYS_AHEAD);
  SlipDate last = slip_cron_find_day (&period->end, first, latest);

  if (slip_date_equal (last, first) &&
      period->end.minute <= period->start.minute)
    last =
      slip_cron_find_day (&period->end, slip_date_add_days (first, 1), latest);
  /* What ends at midnight ended the day before. */
  if (slip_date_is_set (last) && period->end.minute == 0)
    last = slip_date_add_days (last, -1);
  return slip_range_new (first, last);
}

static SlipObservation *
add_freeze (SlipStatusReport *report, const char *text, gint64 updated_at_ms)
{
  SlipObservation *freeze =
    slip_status_report_add (report, SLIP_OBSERVATION_FREEZE);

  freeze->text = g_strdup (text);
  freeze->updated_at_ms = updated_at_ms;
  return freeze;
}

static void
add_freezes (const Period *period,
             SlipDate today,
             const char *text,
             gint64 updated_at_ms,
             SlipStatusReport *report)
{
  SlipDate from = period->horizon.first;

  for (guint n = 0; n < MAX_FREEZES;) {
    SlipDate first =
      slip_cron_find_day (&period->start, from, period->horizon.last);
    if (!slip_date_is_set (first))
      return;
    SlipRange days = find_days (period, first);
    if (!slip_date_is_set (days.last))
      return;
    if (!slip_date_is_before (days.last, today)) {
      add_freeze (report, text, updated_at_ms)->freeze = days;
      n++;
    }
    from =
      slip_date_add_days (slip_date_is_before (days.last, first) ? first
                                                                 : days.last,
                          1);
  }
}

static gboolean
read_period (const SlipJsonCursor *entry,
             SlipDate today,
             SlipStatusReport *report,
             GError **error)
{
  g_autofree char *start = NULL;
  g_autofree char *end = NULL;
  g_autofree char *zone = NULL;
  g_autofree char *text = NULL;
  gint64 updated_at_ms = 0;
  Period period;

  if (!slip_json_get_object (entry, error) ||
      !slip_status_read_name (entry, "freeze_start", &start, error) ||
      !slip_status_read_name (entry, "freeze_end", &end, error) ||
      !slip_status_read_clipped (entry, "cron_timezone", SLIP_STATUS_MAX_NAME,
                                 &zone, error) ||
      !slip_status_read_instant (entry, "updated_at", &updated_at_ms, error))
    return FALSE;
  /* Translators: two times in the words of cron, and a time zone. */
  text = g_strdup_printf (_ ("%s to %s (%s)"), start, end,
                          zone != NULL ? zone : "UTC");
  if (!slip_cron_parse (start, &period.start) ||
      !slip_cron_parse (end, &period.end)) {
    add_freeze (report, text, updated_at_ms);
    return TRUE;
  }
  period.horizon = slip_range_new (slip_date_add_days (today, -DAYS_BACK),
                                   slip_date_add_days (today, DAYS_AHEAD));
  add_freezes (&period, today, text, updated_at_ms, report);
  return TRUE;
}

static gboolean
read_periods (const SlipJsonCursor *top,
              const SlipAdapterInput *input,
              SlipStatusReport *report,
              GError **error)
{
  guint n;

  if (!slip_status_get_array (top, MAX_FREEZES, &n, error))
    return FALSE;
  for (guint i = 0; i < n; i++) {
    SlipJsonCursor entry = slip_json_element (top, i);

    if (!read_period (&entry, input->today, report, error))
      return FALSE;
  }
  return TRUE;
}

const SlipAdapter slip_adapter_gitlab_freeze_periods = {
  .id = "gitlab-freeze-periods",
  .label = N_ ("GitLab freeze periods"),
  .example =
    "https://gitlab.com/api/v4/projects/ID/freeze_periods?per_page=100",
  .read = read_periods,
};
