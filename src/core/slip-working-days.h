/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-date.h"

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * SlipWorkingDays:
 *
 * Which days are worked: the weekdays of a mask, but for holidays.  Once its
 * holidays are added it never changes and may be shared between threads.
 *
 * Every search ends: it gives up after `SLIP_WORKING_DAYS_MAX_GAP` days in a
 * row without a working day and at the ends of the valid days.  What is
 * returned then, each function says; it is always a set day.
 */
typedef struct _SlipWorkingDays SlipWorkingDays;

/**
 * SlipSnap:
 * @SLIP_SNAP_NONE: stays where it is
 * @SLIP_SNAP_EARLIER: goes to the last working day before
 * @SLIP_SNAP_LATER: goes to the next working day
 *
 * What happens to a day that is not worked.
 */
typedef enum {
  SLIP_SNAP_NONE,
  SLIP_SNAP_EARLIER,
  SLIP_SNAP_LATER,
} SlipSnap;

/* Bit i - 1 stands for the ISO weekday i. */
#define SLIP_WEEKDAY_MASK_MONDAY_TO_FRIDAY 0x1fu
#define SLIP_WEEKDAY_MASK_ALL              0x7fu

/* Ten years: longer without a working day, and there is none. */
#define SLIP_WORKING_DAYS_MAX_GAP 3660

#define SLIP_TYPE_WORKING_DAYS (slip_working_days_get_type ())

GType slip_working_days_get_type (void) G_GNUC_CONST;

/**
 * slip_working_days_new:
 * @weekday_mask: the weekdays that are worked, bit i - 1 for ISO weekday i;
 *   other bits are ignored, and 0 means that no day is worked
 *
 * Returns: (transfer full): new working days without holidays.
 */
SlipWorkingDays *slip_working_days_new (guint weekday_mask)
  G_GNUC_WARN_UNUSED_RESULT;

SlipWorkingDays *slip_working_days_ref (SlipWorkingDays *self);
void slip_working_days_unref (SlipWorkingDays *self);

/**
 * slip_working_days_add_holiday:
 * @range: the days off; an empty range is ignored
 * @name: (nullable): what the days are called
 *
 * Adds days off.  They may overlap with others.  Only to be called before
 * anything is asked of @self and before it is shared.
 */
void slip_working_days_add_holiday (SlipWorkingDays *self,
                                    SlipRange range,
                                    const char *name);

/**
 * slip_working_days_add_yearly_holiday:
 *
 * As slip_working_days_add_holiday(), for a holiday that falls on the days of
 * @range in every year (29 February on the 28th where there is none).
 */
void slip_working_days_add_yearly_holiday (SlipWorkingDays *self,
                                           SlipRange range,
                                           const char *name);

/**
 * slip_working_days_is_working:
 *
 * Returns: `TRUE` if @date is set and worked.
 */
gboolean slip_working_days_is_working (const SlipWorkingDays *self,
                                       SlipDate date);

/**
 * slip_working_days_peek_holiday_name:
 *
 * Returns: (nullable): the name of the holiday on @date, "" for one without a
 * name, or %NULL if there is none.  Of several, the one that began last.
 */
const char *slip_working_days_peek_holiday_name (const SlipWorkingDays *self,
                                                 SlipDate date);

/**
 * slip_working_days_add:
 * @n_working_days: how many working days to go; negative goes back
 *
 * The result is a working day unless @n_working_days is 0, which leaves @date
 * as it is, worked or not.  From a day off the first step leads to the next (or
 * last) working day.  Where the search gives up, the remaining steps are
 * calendar days.
 *
 * Returns: the day, unset if @date is.
 */
SlipDate slip_working_days_add (const SlipWorkingDays *self,
                                SlipDate date,
                                int n_working_days);

/**
 * slip_working_days_snap:
 *
 * Returns: @date if it is a working day, else the nearest one in the direction
 * of @snap; @date itself where the search gives up.
 */
SlipDate slip_working_days_snap (const SlipWorkingDays *self,
                                 SlipDate date,
                                 SlipSnap snap);

/**
 * slip_working_days_count:
 *
 * Counts the steps of [method@WorkingDays.add] from @from to @to: the working
 * days after @from up to and with @to, or, negative, those before @from down to
 * and with @to.  Both must be set.
 */
int slip_working_days_count (const SlipWorkingDays *self,
                             SlipDate from,
                             SlipDate to);

/**
 * slip_working_days_last_in:
 *
 * Returns: the last working day of @range, its last day if it has none or none
 * within the last `SLIP_WORKING_DAYS_MAX_GAP` days, unset if it is empty.
 */
SlipDate slip_working_days_last_in (const SlipWorkingDays *self,
                                    SlipRange range);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlipWorkingDays, slip_working_days_unref)

G_END_DECLS
