/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-working-days.h"

typedef struct {
  SlipRange range;
  char *name;
  SlipDate last_so_far; /* latest last day of this holiday and those before */
} Holiday;

struct _SlipWorkingDays {
  guint weekday_mask;
  GArray *holidays; /* of Holiday, by first day */
  GArray *yearly;   /* of Holiday, as they fall in one of the years */
};

G_DEFINE_BOXED_TYPE (SlipWorkingDays,
                     slip_working_days,
                     slip_working_days_ref,
                     slip_working_days_unref)

static void
clear_holiday (gpointer data)
{
  Holiday *holiday = data;

  g_free (holiday->name);
}

static const Holiday *
peek_holiday_at (const SlipWorkingDays *self, guint i)
{
  return &g_array_index (self->holidays, Holiday, i);
}

/* Counts the holidays that begin on @date or before. */
static guint
count_begun (const SlipWorkingDays *self, SlipDate date)
{
  guint low = 0, high = self->holidays->len;

  while (low < high) {
    guint middle = low + (high - low) / 2;

    if (peek_holiday_at (self, middle)->range.first.day <= date.day)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

static const Holiday *
find_holiday (const SlipWorkingDays *self, SlipDate date)
{
  for (guint i = count_begun (self, date); i > 0; i--) {
    const Holiday *holiday = peek_holiday_at (self, i - 1);

    if (holiday->last_so_far.day < date.day)
      return NULL;
    if (holiday->range.last.day >= date.day)
      return holiday;
  }
  return NULL;
}

/* Whether @range, moved to another year, holds @date. */
static gboolean
recurs_on (SlipRange range, SlipDate date)
{
  int years = slip_date_get_year (date) - slip_date_get_year (range.first);

  /* One that passes the end of a year began in the year before. */
  for (int i = years - 1; i <= years; i++) {
    SlipRange moved =
      slip_range_new (slip_date_add_months (range.first, 12 * i),
                      slip_date_add_months (range.last, 12 * i));

    if (slip_range_contains (moved, date))
      return TRUE;
  }
  return FALSE;
}

static const Holiday *
find_yearly_holiday (const SlipWorkingDays *self, SlipDate date)
{
  for (guint i = 0; i < self->yearly->len; i++) {
    const Holiday *holiday = &g_array_index (self->yearly, Holiday, i);

    if (recurs_on (holiday->range, date))
      return holiday;
  }
  return NULL;
}

/* Goes by @step days from the day next to @date to the first working day;
 * unset if the search gives up. */
static SlipDate
find_working_day (const SlipWorkingDays *self, SlipDate date, int step)
{
  for (int i = 0; i < SLIP_WORKING_DAYS_MAX_GAP; i++) {
    SlipDate next = slip_date_add_days (date, step);

    if (slip_date_equal (next, date))
      return SLIP_DATE_NONE;
    if (slip_working_days_is_working (self, next))
      return next;
    date = next;
  }
  return SLIP_DATE_NONE;
}

static void
destroy_working_days (gpointer data)
{
  SlipWorkingDays *self = data;

  g_array_unref (self->holidays);
  g_array_unref (self->yearly);
}

SlipWorkingDays *
slip_working_days_new (guint weekday_mask)
{
  SlipWorkingDays *self = g_atomic_rc_box_new0 (SlipWorkingDays);

  self->weekday_mask = weekday_mask & SLIP_WEEKDAY_MASK_ALL;
  self->holidays = g_array_new (FALSE, FALSE, sizeof (Holiday));
  g_array_set_clear_func (self->holidays, clear_holiday);
  self->yearly = g_array_new (FALSE, FALSE, sizeof (Holiday));
  g_array_set_clear_func (self->yearly, clear_holiday);
  return self;
}

SlipWorkingDays *
slip_working_days_ref (SlipWorkingDays *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

void
slip_working_days_unref (SlipWorkingDays *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, destroy_working_days);
}

void
slip_working_days_add_holiday (SlipWorkingDays *self,
                               SlipRange range,
                               const char *name)
{
  g_return_if_fail (self != NULL);

  if (slip_range_is_empty (range))
    return;

  guint position = count_begun (self, range.first);
  Holiday added = { .range = range, .name = g_strdup (name ? name : "") };
  g_array_insert_val (self->holidays, position, added);

  for (guint i = position; i < self->holidays->len; i++) {
    Holiday *holiday = &g_array_index (self->holidays, Holiday, i);

    holiday->last_so_far = holiday->range.last;
    if (i > 0) {
      SlipDate before = peek_holiday_at (self, i - 1)->last_so_far;

      holiday->last_so_far.day = MAX (before.day, holiday->last_so_far.day);
    }
  }
}

void
slip_working_days_add_yearly_holiday (SlipWorkingDays *self,
                                      SlipRange range,
                                      const char *name)
{
  g_return_if_fail (self != NULL);

  if (slip_range_is_empty (range))
    return;

  Holiday added = { .range = range, .name = g_strdup (name ? name : "") };
  g_array_append_val (self->yearly, added);
}

gboolean
slip_working_days_is_working (const SlipWorkingDays *self, SlipDate date)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (!slip_date_is_set (date))
    return FALSE;

  guint bit = 1u << (slip_date_get_weekday (date) - SLIP_MONDAY);
  return (self->weekday_mask & bit) != 0 && find_holiday (self, date) == NULL &&
         find_yearly_holiday (self, date) == NULL;
}

const char *
slip_working_days_peek_holiday_name (const SlipWorkingDays *self, SlipDate date)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (!slip_date_is_set (date))
    return NULL;

  const Holiday *holiday = find_holiday (self, date);
  if (holiday == NULL)
    holiday = find_yearly_holiday (self, date);
  return holiday != NULL ? holiday->name : NULL;
}

SlipDate
slip_working_days_add (const SlipWorkingDays *self,
                       SlipDate date,
                       int n_working_days)
{
  g_return_val_if_fail (self != NULL, date);

  if (!slip_date_is_set (date))
    return date;

  int step = n_working_days < 0 ? -1 : 1;
  for (int left = n_working_days; left != 0; left -= step) {
    SlipDate next = find_working_day (self, date, step);

    if (!slip_date_is_set (next))
      return slip_date_add_days (date, left);
    date = next;
  }
  return date;
}

SlipDate
slip_working_days_snap (const SlipWorkingDays *self,
                        SlipDate date,
                        SlipSnap snap)
{
  g_return_val_if_fail (self != NULL, date);

  if (!slip_date_is_set (date) || snap == SLIP_SNAP_NONE ||
      slip_working_days_is_working (self, date))
    return date;

  int step = snap == SLIP_SNAP_EARLIER ? -1 : 1;
  SlipDate found = find_working_day (self, date, step);
  return slip_date_is_set (found) ? found : date;
}

int
slip_working_days_count (const SlipWorkingDays *self,
                         SlipDate from,
                         SlipDate to)
{
  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (slip_date_is_set (from), 0);
  g_return_val_if_fail (slip_date_is_set (to), 0);

  int step = slip_date_is_before (to, from) ? -1 : 1;
  int n = 0;
  while (!slip_date_equal (from, to)) {
    from = slip_date_add_days (from, step);
    if (slip_working_days_is_working (self, from))
      n += step;
  }
  return n;
}

SlipDate
slip_working_days_last_in (const SlipWorkingDays *self, SlipRange range)
{
  g_return_val_if_fail (self != NULL, SLIP_DATE_NONE);

  if (slip_range_is_empty (range))
    return SLIP_DATE_NONE;

  SlipDate last = slip_working_days_snap (self, range.last, SLIP_SNAP_EARLIER);
  return slip_range_contains (range, last) ? last : range.last;
}
