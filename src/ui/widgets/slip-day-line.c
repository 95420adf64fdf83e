/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-day-line.h"

#include "slip-line-store.h"

struct _SlipDayLine {
  GObject parent_instance;

  SlipCalendarIndex *index;
  SlipDayEvent event; /* of a month, only its day */
  gboolean is_month;
  gboolean begins_day;
  char *key;
};

enum {
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SlipDayLine, slip_day_line, G_TYPE_OBJECT)

static void
slip_day_line_finalize (GObject *object)
{
  SlipDayLine *self = SLIP_DAY_LINE (object);

  slip_calendar_index_unref (self->index);
  g_free (self->event.holiday);
  g_free (self->key);

  G_OBJECT_CLASS (slip_day_line_parent_class)->finalize (object);
}

static void
slip_day_line_class_init (SlipDayLineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = slip_day_line_finalize;
  signals[CHANGED] =
    g_signal_new ("changed", SLIP_TYPE_DAY_LINE, G_SIGNAL_RUN_LAST, 0, NULL,
                  NULL, NULL, G_TYPE_NONE, 0);
}

static void
slip_day_line_init (SlipDayLine *self)
{
}

static SlipDayLine *
new_line (SlipCalendarIndex *index, const SlipDayEvent *event)
{
  SlipDayLine *self = g_object_new (SLIP_TYPE_DAY_LINE, NULL);

  self->index = slip_calendar_index_ref (index);
  self->event = *event;
  self->event.holiday = g_strdup (event->holiday);
  self->begins_day = TRUE;
  return self;
}

static gboolean
is_same_month (SlipDate a, SlipDate b)
{
  return slip_date_equal (slip_date_get_month_start (a),
                          slip_date_get_month_start (b));
}

GPtrArray *
slip_day_line_list (SlipCalendarIndex *index, GArray *events, SlipDate after)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < events->len; i++) {
    const SlipDayEvent *event = &g_array_index (events, SlipDayEvent, i);
    SlipDayLine *line;

    if (slip_date_is_set (after) && !is_same_month (after, event->day)) {
      SlipDayEvent month = { .day = event->day };

      line = new_line (index, &month);
      line->is_month = TRUE;
      line->key =
        g_strdup_printf ("%d", slip_date_get_month_start (event->day).day);
      g_ptr_array_add (lines, line);
    }
    line = new_line (index, event);
    line->begins_day =
      !slip_date_is_set (after) || !slip_date_equal (after, event->day);
    line->key = slip_day_event_dup_key (event);
    g_ptr_array_add (lines, line);
    after = event->day;
  }
  return lines;
}

SlipDate
slip_day_line_get_day (SlipDayLine *self)
{
  g_return_val_if_fail (SLIP_IS_DAY_LINE (self), SLIP_DATE_NONE);

  return self->event.day;
}

const SlipDayEvent *
slip_day_line_get_event (SlipDayLine *self)
{
  g_return_val_if_fail (SLIP_IS_DAY_LINE (self), NULL);

  return self->is_month ? NULL : &self->event;
}

const SlipCalendarIndex *
slip_day_line_get_index (SlipDayLine *self)
{
  g_return_val_if_fail (SLIP_IS_DAY_LINE (self), NULL);

  return self->index;
}

gboolean
slip_day_line_begins_day (SlipDayLine *self)
{
  g_return_val_if_fail (SLIP_IS_DAY_LINE (self), FALSE);

  return self->begins_day;
}

gboolean
slip_day_line_is_release (SlipDayLine *self, const char *release)
{
  g_return_val_if_fail (SLIP_IS_DAY_LINE (self), FALSE);

  return !self->is_month && self->event.type == SLIP_DAY_EVENT_DATE &&
         self->event.anchor == SLIP_ANCHOR_RELEASE &&
         g_strcmp0 (slip_row_get_id (self->event.release), release) == 0;
}

static void
take_news (gpointer line, gpointer data)
{
  SlipDayLine *self = line;
  SlipDayLine *news = data;
  SlipDayEvent event = self->event;
  SlipCalendarIndex *index = self->index;

  self->event = news->event;
  self->index = news->index;
  self->begins_day = news->begins_day;
  news->event = event;
  news->index = index;
  g_signal_emit (self, signals[CHANGED], 0);
}

static const char *
get_key (gpointer line)
{
  return ((SlipDayLine *) line)->key;
}

void
slip_day_line_update (GListStore *store, GPtrArray *lines)
{
  slip_line_store_update (store, lines, get_key, take_news);
}
