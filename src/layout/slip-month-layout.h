/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-date.h"
#include "slip-rect.h"

G_BEGIN_DECLS

#define SLIP_DAYS_PER_WEEK     7
#define SLIP_WEEKS_PER_QUARTER 13

/**
 * SlipMonthSpec:
 * @width_px: the width to fill
 * @height_px: the height to fill
 * @first_weekday: the weekday of the first column
 * @is_rtl: whether the first column is the right one
 * @shows_week_numbers: whether a column of ISO week numbers comes first; left
 *   out all the same where the layout is compact
 * @week_number_width_px: its width
 * @weekday_header_height_px: the row of weekday names on top
 * @day_header_height_px: the line with the day's number in each day
 * @padding_px: between the edges of a day and what is in it; half of it where
 *   the layout is compact
 * @spacing_px: between bars, chips and '+n' of a day
 * @chip_height_px: a chip
 * @bar_height_px: a bar across days
 * @more_height_px: the '+n' that stands for what did not fit
 * @compact_below_px: days narrower than this make the layout compact
 * @compact_chip_height_px: a chip in a compact layout, which is a short
 *   coloured bar without text
 * @compact_bar_height_px: a bar across days in a compact layout
 * @is_dense: whether a '+n' always stands beside the day's number, so that low
 *   days have room for what it stands for
 *
 * What a grid of weeks is made from.
 */
typedef struct {
  int width_px;
  int height_px;
  SlipWeekday first_weekday;
  gboolean is_rtl;
  gboolean shows_week_numbers;
  int week_number_width_px;
  int weekday_header_height_px;
  int day_header_height_px;
  int padding_px;
  int spacing_px;
  int chip_height_px;
  int bar_height_px;
  int more_height_px;
  int compact_below_px;
  int compact_chip_height_px;
  int compact_bar_height_px;
  gboolean is_dense;
} SlipMonthSpec;

/**
 * SlipMonthLayout:
 * @spec: what it was made from
 * @first_cell: the day of the first cell; the only day here that may lie
 *   outside the valid days, use [method@MonthLayout.get_cell_date]
 * @n_weeks: rows
 * @is_compact: whether the days are too narrow for text: chips are short bars
 * @shows_week_numbers: whether there is a column of week numbers
 * @grid: where the days are
 * @padding_px: between the edges of a day and what is in it
 * @chip_height_px: the height of a chip
 * @bar_height_px: the height of a bar across days
 * @max_lanes: how many lanes of bars can be shown in a week so that a chip and
 *   a '+n' still have room
 *
 * Where everything in a grid of weeks is: a month (4 to 6 weeks), a week, or
 * any number of weeks.  A plain value to be read, made by one of the two
 * functions below.  The cells tile the grid without gaps; cell i is in row i
 * / 7.
 */
typedef struct {
  SlipMonthSpec spec;
  SlipDate first_cell;
  int n_weeks;
  gboolean is_compact;
  gboolean shows_week_numbers;
  SlipRect grid;
  int padding_px;
  int chip_height_px;
  int bar_height_px;
  int max_lanes;
} SlipMonthLayout;

/**
 * SlipMonthDay:
 * @date: the day
 * @n_lanes: the lanes of bars its chips lie below
 * @n_chips: the chips that are shown
 * @n_hidden: the chips and bars that are not; above 0 there is a '+n'
 *
 * How the room of one day is used.
 */
typedef struct {
  SlipDate date;
  int n_lanes;
  int n_chips;
  int n_hidden;
} SlipMonthDay;

/**
 * slip_month_layout_for_month:
 * @day: any day of the month
 *
 * Lays out the weeks that hold a day of the month of @day.
 */
SlipMonthLayout slip_month_layout_for_month (const SlipMonthSpec *spec,
                                             SlipDate day);

/**
 * slip_month_layout_for_weeks:
 * @day: any day of the first week
 * @n_weeks: at least 1
 *
 * Lays out @n_weeks weeks; 1 makes a week view.
 */
SlipMonthLayout slip_month_layout_for_weeks (const SlipMonthSpec *spec,
                                             SlipDate day,
                                             int n_weeks);

/**
 * slip_month_layout_get_min_height:
 * @n_weeks: at least 1
 *
 * Returns: the least height at which each day has room for a '+n'; in a dense
 * layout for a bar and a chip.
 */
int slip_month_layout_get_min_height (const SlipMonthSpec *spec, int n_weeks);

/**
 * slip_month_layout_get_range:
 *
 * Returns: the days that are shown, those of the months beside included.
 */
SlipRange slip_month_layout_get_range (const SlipMonthLayout *self);

/**
 * slip_month_layout_get_cell_date:
 * @cell: 0 to 7 * n_weeks - 1
 *
 * Returns: the day of a cell, unset where the calendar ends (year 1 and 9999).
 */
SlipDate slip_month_layout_get_cell_date (const SlipMonthLayout *self,
                                          int cell);

/* Returns: the cell of @date, -1 if it is not shown. */
int slip_month_layout_get_cell (const SlipMonthLayout *self, SlipDate date);

SlipRect slip_month_layout_get_cell_rect (const SlipMonthLayout *self,
                                          int cell);

/* Returns: the rectangle of @date, empty if it is not shown. */
SlipRect slip_month_layout_get_day_rect (const SlipMonthLayout *self,
                                         SlipDate date);

/**
 * slip_month_layout_day_at:
 *
 * Returns: the day at a point, unset outside the days.
 */
SlipDate slip_month_layout_day_at (const SlipMonthLayout *self,
                                   double x,
                                   double y);

/* The weekday of a column, 0 to 6, and where its name stands. */
SlipWeekday slip_month_layout_get_weekday (const SlipMonthLayout *self,
                                           int column);
SlipRect slip_month_layout_get_weekday_rect (const SlipMonthLayout *self,
                                             int column);

/**
 * slip_month_layout_get_week_number:
 *
 * Returns: the ISO week of the row's Thursday, 0 where the calendar has none.
 */
int slip_month_layout_get_week_number (const SlipMonthLayout *self, int week);

/* Returns: where a week's number stands, empty if none are shown. */
SlipRect slip_month_layout_get_week_number_rect (const SlipMonthLayout *self,
                                                 int week);

/**
 * slip_month_layout_get_day_header_rect:
 *
 * Returns: where the day's number stands, empty if @date is not shown.
 */
SlipRect slip_month_layout_get_day_header_rect (const SlipMonthLayout *self,
                                                SlipDate date);

/**
 * slip_month_layout_get_span_rect:
 * @week: the row
 * @first_column: the earlier column
 * @last_column: the later column, included
 *
 * Returns: the rectangle of some neighbouring days of one week.
 */
SlipRect slip_month_layout_get_span_rect (const SlipMonthLayout *self,
                                          int week,
                                          int first_column,
                                          int last_column);

/**
 * slip_month_layout_get_capacity:
 * @n_lanes: the lanes of bars above the chips
 * @has_more: whether a '+n' needs room too
 *
 * Returns: how many chips fit in each day.
 */
int slip_month_layout_get_capacity (const SlipMonthLayout *self,
                                    int n_lanes,
                                    gboolean has_more);

/**
 * slip_month_layout_fill_day:
 * @n_lanes: the lanes of bars its chips lie below
 * @n_hidden_bars: the bars of the day that are not shown
 * @n_chips: the chips the day has
 *
 * Decides how many chips are shown: all if they fit, else as many as fit
 * together with a '+n'.  They are always the first ones.
 */
SlipMonthDay slip_month_layout_fill_day (const SlipMonthLayout *self,
                                         SlipDate date,
                                         int n_lanes,
                                         int n_hidden_bars,
                                         int n_chips);

/**
 * slip_month_layout_get_chip_rect:
 * @i: the number of the chip
 *
 * Returns: where a chip is, empty for one that is not shown.
 */
SlipRect slip_month_layout_get_chip_rect (const SlipMonthLayout *self,
                                          const SlipMonthDay *day,
                                          int i);

/**
 * slip_month_layout_get_more_rect:
 *
 * Returns: where the '+n' is, empty if nothing is hidden.  It follows the
 * chips; in a dense layout, or a day too low for that, it takes the end half of
 * the day's header.
 */
SlipRect slip_month_layout_get_more_rect (const SlipMonthLayout *self,
                                          const SlipMonthDay *day);

/**
 * SlipMonthEdge:
 * @before: below the days that still are of the old month
 * @side: between the two months; empty if the new one begins the row
 * @after: above the days of the new month
 *
 * The line between two months, in three parts.
 */
typedef struct {
  SlipRect before;
  SlipRect side;
  SlipRect after;
} SlipMonthEdge;

/**
 * slip_month_layout_find_month_edge:
 * @width_px: how wide the line is
 *
 * Finds the line in the row @week.
 *
 * Returns: `FALSE` if no month begins in that row.
 */
gboolean slip_month_layout_find_month_edge (const SlipMonthLayout *self,
                                            int week,
                                            int width_px,
                                            SlipMonthEdge *edge);

G_END_DECLS
