/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-month-layout.h"

#include <math.h>

static gboolean
is_valid_day (SlipDate date)
{
  return date.day >= slip_date_new (1, 1, 1).day &&
         date.day <= slip_date_new (9999, 12, 31).day;
}

/* The pixel at which part @i of @n_parts of @length begins.  The pixels that
 * are left over are spread evenly. */
static int
split_at (int length, int i, int n_parts)
{
  return (int) ((gint64) length * i / n_parts);
}

/* The part of split_at () in which pixel @offset lies. */
static int
find_part (int length, int offset, int n_parts)
{
  return (int) (((gint64) (offset + 1) * n_parts - 1) / length);
}

static SlipRect
turn_to_text (const SlipMonthLayout *self, SlipRect rect)
{
  return self->spec.is_rtl ? slip_rect_mirror (rect, self->spec.width_px)
                           : rect;
}

/* The grid as left-to-right text has it. */
static SlipRect
get_grid_ltr (const SlipMonthLayout *self)
{
  return turn_to_text (self, self->grid);
}

static SlipRect
cut_header (const SlipMonthSpec *spec, int start_px)
{
  int top = spec->weekday_header_height_px;

  return (SlipRect){ start_px, top, MAX (spec->width_px - start_px, 0),
                     MAX (spec->height_px - top, 0) };
}

static int
get_content_height (const SlipMonthLayout *self)
{
  int row_height = self->grid.height / self->n_weeks;

  return MAX (row_height - self->spec.day_header_height_px - self->padding_px,
              0);
}

/* What a '+n' takes from the room for chips. */
static int
get_more_room (const SlipMonthLayout *self)
{
  return self->spec.is_dense
           ? 0
           : self->spec.more_height_px + self->spec.spacing_px;
}

static int
count_lanes_that_fit (const SlipMonthLayout *self)
{
  int spacing = self->spec.spacing_px;
  int space =
    get_content_height (self) - self->chip_height_px - get_more_room (self);

  return MAX (space, 0) / MAX (self->bar_height_px + spacing, 1);
}

/* The part of a day below its header, lower by @offset. */
static SlipRect
get_slot (const SlipMonthLayout *self, SlipDate date, int offset, int height)
{
  SlipRect day = slip_month_layout_get_day_rect (self, date);

  if (slip_rect_is_empty (day))
    return (SlipRect){ 0 };

  SlipRect slot = slip_rect_trim (day, self->padding_px, self->padding_px);
  slot.y += self->spec.day_header_height_px + offset;
  slot.height = height;
  return slot;
}

static int
get_chip_offset (const SlipMonthLayout *self, int n_lanes, int n_chips)
{
  int spacing = self->spec.spacing_px;

  return n_lanes * (self->bar_height_px + spacing) +
         n_chips * (self->chip_height_px + spacing);
}

SlipMonthLayout
slip_month_layout_for_month (const SlipMonthSpec *spec, SlipDate day)
{
  SlipMonthLayout none = { 0 };
  g_return_val_if_fail (spec != NULL, none);
  g_return_val_if_fail (slip_date_is_set (day), none);

  SlipDate first = slip_date_get_month_start (day);
  SlipDate last = slip_date_get_month_end (day);
  int weekday = (int) slip_date_get_weekday (first);
  int n_before = (weekday - (int) spec->first_weekday + 7) % 7;
  int n_days = n_before + slip_date_days_until (first, last) + 1;

  return slip_month_layout_for_weeks (spec, first, (n_days + 6) / 7);
}

SlipMonthLayout
slip_month_layout_for_weeks (const SlipMonthSpec *spec,
                             SlipDate day,
                             int n_weeks)
{
  SlipMonthLayout self = { 0 };
  g_return_val_if_fail (spec != NULL, self);
  g_return_val_if_fail (slip_date_is_set (day), self);
  g_return_val_if_fail (n_weeks > 0, self);

  int weekday = (int) slip_date_get_weekday (day);
  int n_before = (weekday - (int) spec->first_weekday + 7) % 7;
  int start_px = spec->shows_week_numbers ? spec->week_number_width_px : 0;

  self.spec = *spec;
  self.first_cell = (SlipDate){ day.day - n_before };
  self.n_weeks = n_weeks;
  self.is_compact = cut_header (spec, start_px).width / SLIP_DAYS_PER_WEEK <
                    spec->compact_below_px;
  self.shows_week_numbers = spec->shows_week_numbers && !self.is_compact;
  self.grid =
    turn_to_text (&self, cut_header (spec, self.is_compact ? 0 : start_px));
  self.padding_px = self.is_compact ? spec->padding_px / 2 : spec->padding_px;
  self.chip_height_px =
    self.is_compact ? spec->compact_chip_height_px : spec->chip_height_px;
  self.bar_height_px =
    self.is_compact ? spec->compact_bar_height_px : spec->bar_height_px;
  self.max_lanes = count_lanes_that_fit (&self);
  return self;
}

int
slip_month_layout_get_min_height (const SlipMonthSpec *spec, int n_weeks)
{
  g_return_val_if_fail (spec != NULL, 0);

  int content_height = spec->is_dense ? spec->bar_height_px + spec->spacing_px +
                                          spec->chip_height_px
                                      : spec->more_height_px;
  int day_height =
    spec->day_header_height_px + content_height + spec->padding_px;
  return spec->weekday_header_height_px + n_weeks * day_height;
}

SlipRange
slip_month_layout_get_range (const SlipMonthLayout *self)
{
  SlipDate last = { self->first_cell.day + self->n_weeks * 7 - 1 };
  SlipRange valid = { slip_date_new (1, 1, 1), slip_date_new (9999, 12, 31) };

  return slip_range_intersect (slip_range_new (self->first_cell, last), valid);
}

SlipDate
slip_month_layout_get_cell_date (const SlipMonthLayout *self, int cell)
{
  SlipDate date = { self->first_cell.day + cell };

  return is_valid_day (date) ? date : SLIP_DATE_NONE;
}

int
slip_month_layout_get_cell (const SlipMonthLayout *self, SlipDate date)
{
  if (!slip_range_contains (slip_month_layout_get_range (self), date))
    return -1;
  return slip_date_days_until (self->first_cell, date);
}

SlipRect
slip_month_layout_get_cell_rect (const SlipMonthLayout *self, int cell)
{
  g_return_val_if_fail (cell >= 0 && cell < self->n_weeks * 7, (SlipRect){ 0 });

  int column = cell % SLIP_DAYS_PER_WEEK;
  return slip_month_layout_get_span_rect (self, cell / SLIP_DAYS_PER_WEEK,
                                          column, column);
}

SlipRect
slip_month_layout_get_day_rect (const SlipMonthLayout *self, SlipDate date)
{
  int cell = slip_month_layout_get_cell (self, date);

  if (cell < 0)
    return (SlipRect){ 0 };
  return slip_month_layout_get_cell_rect (self, cell);
}

SlipRect
slip_month_layout_get_span_rect (const SlipMonthLayout *self,
                                 int week,
                                 int first_column,
                                 int last_column)
{
  SlipRect grid = get_grid_ltr (self);
  int left = split_at (grid.width, first_column, SLIP_DAYS_PER_WEEK);
  int right = split_at (grid.width, last_column + 1, SLIP_DAYS_PER_WEEK);
  int top = split_at (grid.height, week, self->n_weeks);
  int bottom = split_at (grid.height, week + 1, self->n_weeks);
  SlipRect rect = { grid.x + left, grid.y + top, right - left, bottom - top };

  return turn_to_text (self, rect);
}

SlipDate
slip_month_layout_day_at (const SlipMonthLayout *self, double x, double y)
{
  if (!slip_rect_contains (self->grid, x, y))
    return SLIP_DATE_NONE;

  int left = (int) floor (x) - self->grid.x;
  if (self->spec.is_rtl)
    left = self->grid.width - 1 - left;
  int top = (int) floor (y) - self->grid.y;
  int column = find_part (self->grid.width, left, SLIP_DAYS_PER_WEEK);
  int week = find_part (self->grid.height, top, self->n_weeks);

  return slip_month_layout_get_cell_date (self,
                                          week * SLIP_DAYS_PER_WEEK + column);
}

SlipWeekday
slip_month_layout_get_weekday (const SlipMonthLayout *self, int column)
{
  int n_after_monday = (int) self->spec.first_weekday - SLIP_MONDAY + column;

  return (SlipWeekday) (n_after_monday % SLIP_DAYS_PER_WEEK + SLIP_MONDAY);
}

SlipRect
slip_month_layout_get_weekday_rect (const SlipMonthLayout *self, int column)
{
  SlipRect rect = slip_month_layout_get_span_rect (self, 0, column, column);

  rect.y = 0;
  rect.height = self->spec.weekday_header_height_px;
  return rect;
}

int
slip_month_layout_get_week_number (const SlipMonthLayout *self, int week)
{
  int column = (SLIP_THURSDAY - (int) self->spec.first_weekday + 7) % 7;
  SlipDate thursday =
    slip_month_layout_get_cell_date (self, week * SLIP_DAYS_PER_WEEK + column);

  return slip_date_is_set (thursday) ? slip_date_get_iso_week (thursday) : 0;
}

SlipRect
slip_month_layout_get_week_number_rect (const SlipMonthLayout *self, int week)
{
  if (!self->shows_week_numbers)
    return (SlipRect){ 0 };

  SlipRect days = slip_month_layout_get_span_rect (self, week, 0, 6);
  SlipRect rect = { 0, days.y, self->spec.week_number_width_px, days.height };
  return turn_to_text (self, rect);
}

SlipRect
slip_month_layout_get_day_header_rect (const SlipMonthLayout *self,
                                       SlipDate date)
{
  SlipRect rect = slip_month_layout_get_day_rect (self, date);

  rect = slip_rect_trim (rect, self->padding_px, self->padding_px);
  rect.height = MIN (rect.height, self->spec.day_header_height_px);
  return rect;
}

int
slip_month_layout_get_capacity (const SlipMonthLayout *self,
                                int n_lanes,
                                gboolean has_more)
{
  int spacing = self->spec.spacing_px;
  int space = get_content_height (self) - get_chip_offset (self, n_lanes, 0);

  /* The last chip needs no spacing below it, but the '+n' has one above. */
  space += spacing - (has_more ? get_more_room (self) : 0);
  return MAX (space, 0) / MAX (self->chip_height_px + spacing, 1);
}

SlipMonthDay
slip_month_layout_fill_day (const SlipMonthLayout *self,
                            SlipDate date,
                            int n_lanes,
                            int n_hidden_bars,
                            int n_chips)
{
  SlipMonthDay day = { date, n_lanes, n_chips, n_hidden_bars };

  if (n_hidden_bars == 0 &&
      n_chips <= slip_month_layout_get_capacity (self, n_lanes, FALSE))
    return day;

  int n_fit = slip_month_layout_get_capacity (self, n_lanes, TRUE);
  day.n_chips = MIN (n_chips, n_fit);
  day.n_hidden += n_chips - day.n_chips;
  return day;
}

SlipRect
slip_month_layout_get_chip_rect (const SlipMonthLayout *self,
                                 const SlipMonthDay *day,
                                 int i)
{
  if (i < 0 || i >= day->n_chips)
    return (SlipRect){ 0 };
  return get_slot (self, day->date, get_chip_offset (self, day->n_lanes, i),
                   self->chip_height_px);
}

SlipRect
slip_month_layout_get_more_rect (const SlipMonthLayout *self,
                                 const SlipMonthDay *day)
{
  if (day->n_hidden == 0)
    return (SlipRect){ 0 };

  int offset = get_chip_offset (self, day->n_lanes, day->n_chips);
  if (!self->spec.is_dense &&
      offset + self->spec.more_height_px <= get_content_height (self))
    return get_slot (self, day->date, offset, self->spec.more_height_px);

  SlipRect header = slip_month_layout_get_day_header_rect (self, day->date);
  int width = header.width / 2;
  if (!self->spec.is_rtl)
    header.x += header.width - width;
  header.width = width;
  return header;
}

gboolean
slip_month_layout_find_month_edge (const SlipMonthLayout *self,
                                   int week,
                                   int width_px,
                                   SlipMonthEdge *edge)
{
  g_return_val_if_fail (week >= 0 && week < self->n_weeks, FALSE);

  int column = 0;
  while (column < SLIP_DAYS_PER_WEEK) {
    SlipDate date =
      slip_month_layout_get_cell_date (self,
                                       week * SLIP_DAYS_PER_WEEK + column);

    if (slip_date_is_set (date) && slip_date_get_day (date) == 1)
      break;
    column++;
  }
  if (column == SLIP_DAYS_PER_WEEK)
    return FALSE;

  *edge = (SlipMonthEdge){ 0 };
  edge->after = slip_month_layout_get_span_rect (self, week, column,
                                                 SLIP_DAYS_PER_WEEK - 1);
  edge->after.height = width_px;
  if (column == 0)
    return TRUE;

  edge->side = slip_month_layout_get_span_rect (self, week, column, column);
  if (self->spec.is_rtl)
    edge->side.x += edge->side.width - width_px;
  edge->side.width = width_px;
  edge->before = slip_month_layout_get_span_rect (self, week, 0, column - 1);
  edge->before.y += edge->before.height;
  edge->before.height = width_px;
  return TRUE;
}
