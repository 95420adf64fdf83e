/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-day-event.h"

#include "slip-calendar-stage.h"
#include "slip-date-text.h"
#include "slip-freeze.h"

#include <glib/gi18n-lib.h>

static void
clear_event (gpointer data)
{
  SlipDayEvent *event = data;

  g_free (event->holiday);
}

/* Where @days begin and where they end, as far as that is in @range. */
static void
add_ends (GArray *events, SlipDayEvent event, SlipRange days, SlipRange range)
{
  event.days = days;
  event.day = days.first;
  if (slip_range_contains (range, event.day))
    g_array_append_val (events, event);
  event.day = days.last;
  if (!slip_date_equal (days.first, days.last) &&
      slip_range_contains (range, event.day))
    g_array_append_val (events, event);
}

static void
add_key_dates (GArray *events,
               const SlipPlanState *state,
               const char *product,
               SlipRange range)
{
  g_autoptr (GPtrArray) rows = slip_plan_state_list (state, SLIP_KIND_KEY_DATE);

  for (guint i = 0; i < rows->len; i++) {
    const SlipRow *row = rows->pdata[i];
    const char *of = slip_row_get_text (row, SLIP_KEY_DATE_PRODUCT);
    SlipDate first = slip_row_get_date (row, SLIP_KEY_DATE_FIRST_DAY);
    SlipDate last = slip_row_get_date (row, SLIP_KEY_DATE_LAST_DAY);
    /* The plan has it as long as the index has the plan. */
    SlipDayEvent event = { .type = SLIP_DAY_EVENT_KEY_DATE,
                           .row =
                             slip_plan_state_get (state, SLIP_KIND_KEY_DATE,
                                                  slip_row_get_id (row)) };

    if (!slip_date_is_set (first) ||
        (product != NULL && of != NULL && !g_str_equal (product, of)))
      continue;
    if (!slip_date_is_set (last))
      last = first;
    add_ends (events, event, slip_range_new (first, last), range);
  }
}

static void
add_holidays (GArray *events,
              const SlipPlanState *state,
              const char *product,
              SlipRange range)
{
  g_autoptr (SlipWorkingDays) days =
    slip_plan_state_dup_working_days (state, product);

  for (int i = 0; i < slip_range_get_length (range); i++) {
    SlipDayEvent event = { .day = slip_date_add_days (range.first, i),
                           .type = SLIP_DAY_EVENT_HOLIDAY };
    const char *name = slip_working_days_peek_holiday_name (days, event.day);

    if (name == NULL)
      continue;
    event.days = slip_range_new (event.day, event.day);
    event.holiday = g_strdup (name[0] != '\0' ? name : _ ("Holiday"));
    g_array_append_val (events, event);
  }
}

static void
add_freezes (GArray *events,
             const SlipPlanState *state,
             const char *product,
             SlipRange range)
{
  g_autoptr (GArray) spans = slip_freeze_list_spans (state, range, product);

  for (guint i = 0; i < spans->len; i++) {
    const SlipFreezeSpan *span = &g_array_index (spans, SlipFreezeSpan, i);
    SlipDayEvent event = { .type = SLIP_DAY_EVENT_FREEZE, .row = span->freeze };

    add_ends (events, event, span->range, range);
  }
}

static void
add_entries (GArray *events, GArray *entries)
{
  for (guint i = 0; i < entries->len; i++) {
    const SlipCalendarEntry *entry =
      &g_array_index (entries, SlipCalendarEntry, i);
    SlipDayEvent event = { .day = entry->day,
                           .type = SLIP_DAY_EVENT_DATE,
                           .release = entry->release,
                           .anchor = entry->anchor,
                           .days = { entry->day, entry->day } };

    g_array_append_val (events, event);
  }
}

static void
add_releases (GArray *events, SlipCalendarIndex *index, SlipRange range)
{
  g_autoptr (GArray) dates = slip_calendar_index_find_dates (index, range);

  for (int i = 0; i < slip_range_get_length (range); i++) {
    g_autoptr (GArray) entries =
      slip_calendar_index_list_day (index, slip_date_add_days (range.first, i));

    add_entries (events, entries);
  }
  add_entries (events, dates);
}

static void
add_stages (GArray *events, SlipCalendarIndex *index, SlipRange range)
{
  g_autoptr (GArray) stages = slip_calendar_index_find_stages (index, range);

  for (guint i = 0; i < stages->len; i++) {
    const SlipCalendarStage *stage =
      &g_array_index (stages, SlipCalendarStage, i);
    SlipDayEvent event = { .type = SLIP_DAY_EVENT_STAGE,
                           .row = stage->stage,
                           .release = stage->release };

    add_ends (events, event, stage->days, range);
  }
}

static int
compare_events (gconstpointer a, gconstpointer b)
{
  const SlipDayEvent *first = a;
  const SlipDayEvent *second = b;
  int order = slip_date_compare (first->day, second->day);

  return order != 0 ? order : (int) first->type - (int) second->type;
}

GArray *
slip_day_event_list (SlipCalendarIndex *index, SlipRange range)
{
  GArray *events = g_array_new (FALSE, FALSE, sizeof (SlipDayEvent));
  const SlipPlanState *state = slip_calendar_index_get_state (index);
  const char *product = slip_calendar_index_get_product (index);

  g_array_set_clear_func (events, clear_event);
  if (slip_range_is_empty (range))
    return events;
  if (!slip_calendar_index_is_narrowed (index)) {
    add_key_dates (events, state, product, range);
    add_holidays (events, state, product, range);
    add_freezes (events, state, product, range);
  }
  add_releases (events, index, range);
  add_stages (events, index, range);
  /* It keeps the order of what is equal. */
  g_array_sort (events, compare_events);
  return events;
}

void
slip_day_event_take (GArray *events, GArray *more)
{
  g_array_append_vals (events, more->data, more->len);
  /* What they hold belongs to the others now. */
  for (guint i = 0; i < more->len; i++)
    g_array_index (more, SlipDayEvent, i).holiday = NULL;
  g_array_set_size (more, 0);
}

gboolean
slip_day_event_begins (const SlipDayEvent *self)
{
  return slip_date_equal (self->day, self->days.first);
}

gboolean
slip_day_event_ends (const SlipDayEvent *self)
{
  return slip_date_equal (self->day, self->days.last);
}

char *
slip_day_event_dup_key (const SlipDayEvent *self)
{
  const SlipRow *row = self->row != NULL ? self->row : self->release;

  /* A release keeps its line wherever it goes; what repeats has one a day. */
  return g_strdup_printf ("%d %d %d %d %s", self->type, self->anchor,
                          slip_day_event_begins (self),
                          row == self->release ||
                              self->type == SLIP_DAY_EVENT_STAGE
                            ? 0
                            : self->day.day,
                          row != NULL ? slip_row_get_id (row) : self->holiday);
}

char *
slip_day_event_dup_title (const SlipDayEvent *self,
                          const SlipCalendarIndex *index)
{
  switch (self->type) {
  case SLIP_DAY_EVENT_KEY_DATE:
    return g_strdup (slip_row_get_text (self->row, SLIP_KEY_DATE_NAME));
  case SLIP_DAY_EVENT_HOLIDAY:
    return g_strdup (self->holiday);
  case SLIP_DAY_EVENT_FREEZE:
    return g_strdup (slip_row_get_text (self->row, SLIP_FREEZE_NAME));
  case SLIP_DAY_EVENT_STAGE: {
    SlipCalendarStage stage = { self->row, self->release, self->days };

    return slip_calendar_stage_dup_caption (&stage, index);
  }
  case SLIP_DAY_EVENT_DATE:
    break;
  }
  return slip_release_dup_short_title (slip_calendar_index_get_state (index),
                                       self->release);
}

static const char *
get_freeze_label (const SlipDayEvent *self)
{
  gboolean is_soft = slip_row_get_integer (self->row, SLIP_FREEZE_SEVERITY) ==
                     SLIP_SEVERITY_SOFT;

  if (slip_day_event_begins (self) && slip_day_event_ends (self))
    return is_soft ? _ ("Soft freeze") : _ ("Freeze");
  if (slip_day_event_begins (self))
    return is_soft ? _ ("Soft freeze begins") : _ ("Freeze begins");
  return is_soft ? _ ("Soft freeze ends") : _ ("Freeze ends");
}

static const char *
get_stage_label (const SlipDayEvent *self)
{
  if (slip_day_event_begins (self) && slip_day_event_ends (self))
    return _ ("Stage of one day");
  return slip_day_event_begins (self) ? _ ("Stage starts") : _ ("Stage ends");
}

static const char *
get_label (const SlipDayEvent *self)
{
  switch (self->type) {
  case SLIP_DAY_EVENT_KEY_DATE:
    if (slip_day_event_begins (self))
      return _ ("Key date");
    /* Translators: the last of the several days of a key date. */
    return _ ("Key date, last day");
  case SLIP_DAY_EVENT_HOLIDAY:
    return _ ("Holiday");
  case SLIP_DAY_EVENT_FREEZE:
    return get_freeze_label (self);
  case SLIP_DAY_EVENT_STAGE:
    return get_stage_label (self);
  case SLIP_DAY_EVENT_DATE:
    break;
  }
  return slip_anchor_get_label (self->anchor);
}

char *
slip_day_event_dup_detail (const SlipDayEvent *self,
                           const SlipCalendarIndex *index)
{
  const char *label = get_label (self);
  g_autofree char *last = NULL;

  if (self->type == SLIP_DAY_EVENT_DATE)
    /* Translators: which of a release's dates it is, and the release's status:
     * 'Release · Building'. */
    return g_strdup_printf (_ ("%s · %s"), label,
                            slip_status_get_label (
                              slip_release_get_status (self->release)));
  if (slip_day_event_ends (self))
    return g_strdup (label);
  last = slip_date_dup_text (self->days.last, SLIP_DATE_STYLE_MEDIUM,
                             slip_calendar_index_get_today (index));
  /* Translators: what begins, and the last day of it: 'Freeze begins, until Sun
   * 3 January'. */
  return g_strdup_printf (_ ("%s, until %s"), label, last);
}
