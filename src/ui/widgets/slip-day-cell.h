/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "slip-calendar-index.h"
#include "slip-chip.h"
#include "slip-day-marks.h"
#include "slip-month-layout.h"

G_BEGIN_DECLS

/**
 * SlipDayCell:
 *
 * One day of the month grid: its number, what it is, and its chips.  It keeps
 * its chips and shows other releases in them when it becomes another day.
 */
#define SLIP_TYPE_DAY_CELL (slip_day_cell_get_type ())
G_DECLARE_FINAL_TYPE (SlipDayCell, slip_day_cell, SLIP, DAY_CELL, GtkWidget)

/**
 * SlipDayPlace:
 * @SLIP_DAY_OTHER_MONTH: it is not of the month shown
 * @SLIP_DAY_TODAY: it is today
 * @SLIP_DAY_STARTS_ROW: it is the first of its row
 * @SLIP_DAY_NAMES_MONTH: its number has the month beside it, if that has room
 */
typedef enum {
  SLIP_DAY_OTHER_MONTH = 1 << 0,
  SLIP_DAY_TODAY = 1 << 1,
  SLIP_DAY_STARTS_ROW = 1 << 2,
  SLIP_DAY_NAMES_MONTH = 1 << 3,
} SlipDayPlace;

GtkWidget *slip_day_cell_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* Makes it the day of @marks. */
void slip_day_cell_set_day (SlipDayCell *self,
                            const SlipDayMarks *marks,
                            SlipDayPlace place);

/* How many lines the chips that are set from now on have. */
void slip_day_cell_set_n_lines (SlipDayCell *self, int n_lines);

/**
 * slip_day_cell_set_bars:
 * @n_lanes: how many lanes of bars go across the day, above its chips
 * @n_hidden: how many of its bars have no room
 * @stages: (nullable): what the bars stand for, in words
 *
 * To be called before slip_day_cell_set_entries(), which makes use of it.
 */
void slip_day_cell_set_bars (SlipDayCell *self,
                             int n_lanes,
                             int n_hidden,
                             const char *stages);

/* Whether there are stages on it, shown or not. */
gboolean slip_day_cell_has_stages (SlipDayCell *self);

/**
 * slip_day_cell_set_entries:
 * @index: where they are from
 * @entries: (element-type SlipCalendarEntry): all that is on the day
 * @promoted: (nullable): the id of a release that is shown even where others
 *   must give way
 *
 * Shows what of @entries has room, after slip_day_cell_set_day().
 */
void slip_day_cell_set_entries (SlipDayCell *self,
                                const SlipCalendarIndex *index,
                                GArray *entries,
                                const SlipMonthLayout *layout,
                                const char *promoted);

SlipDate slip_day_cell_get_date (SlipDayCell *self);

/* The chips that are shown, from the top. */
int slip_day_cell_get_n_chips (SlipDayCell *self);
SlipChip *slip_day_cell_get_chip (SlipDayCell *self, int i);

/* The chip of @release's release date, or %NULL. */
SlipChip *slip_day_cell_find_chip (SlipDayCell *self, const char *release);

/* The '+n', or %NULL if everything is shown. */
GtkWidget *slip_day_cell_get_more (SlipDayCell *self);

/* Marks the chip of @selected (nullable), and, in another way, those of the
 * releases that it depends on or that depend on it. */
void slip_day_cell_set_selected (SlipDayCell *self,
                                 const SlipPlanState *state,
                                 const char *selected);

/* Whether something is about to be dropped on it. */
void slip_day_cell_set_hovered (SlipDayCell *self, gboolean is_hovered);

G_END_DECLS
