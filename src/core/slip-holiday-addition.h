/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-edit.h"
#include "slip-holiday-rules.h"

G_BEGIN_DECLS

/**
 * SlipHolidayAddition:
 *
 * Adding holidays to a working calendar in one step: the data of
 * slip_holiday_addition_run().
 */
typedef struct _SlipHolidayAddition SlipHolidayAddition;

/**
 * slip_holiday_addition_new:
 * @calendar: the id of a working calendar
 */
SlipHolidayAddition *slip_holiday_addition_new (const char *calendar)
  G_GNUC_WARN_UNUSED_RESULT;
void slip_holiday_addition_free (SlipHolidayAddition *self);

/* @name: as much of it as may be kept */
void slip_holiday_addition_add (SlipHolidayAddition *self,
                                SlipRange days,
                                const char *name,
                                gboolean is_yearly);

/**
 * slip_holiday_addition_run:
 *
 * A #SlipIntentFunc over a #SlipHolidayAddition.  Adds those of which @calendar
 * has a day that is no holiday yet; nothing if there are none.
 */
gboolean slip_holiday_addition_run (SlipEdit *edit,
                                    gconstpointer data,
                                    GError **error);

/**
 * slip_holiday_is_there:
 *
 * Whether every day of @days is a holiday of the working calendar @calendar
 * already, and with @is_yearly of later years, too.
 */
gboolean slip_holiday_is_there (const SlipPlanState *state,
                                const char *calendar,
                                SlipRange days,
                                gboolean is_yearly);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlipHolidayAddition, slip_holiday_addition_free)

G_END_DECLS
