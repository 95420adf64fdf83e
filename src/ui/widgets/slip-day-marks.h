/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-plan-state.h"

G_BEGIN_DECLS

/**
 * SlipDayMarks:
 * @date: the day
 * @is_day_off: whether its weekday is never worked
 * @is_frozen: whether nothing may go out
 * @is_softly_frozen: whether better nothing goes out
 * @starts_freeze: whether a freeze begins on it
 * @holiday: (nullable): its name
 * @freezes: (nullable): the names of its freezes
 * @key_dates: (nullable): the names of its key dates
 *
 * What a day is, apart from the releases on it.
 */
typedef struct {
  SlipDate date;
  gboolean is_day_off;
  gboolean is_frozen;
  gboolean is_softly_frozen;
  gboolean starts_freeze;
  char *holiday;
  char *freezes;
  char *key_dates;
} SlipDayMarks;

/**
 * slip_day_marks_list:
 * @range: the days of interest, at most ten years
 * @product: (nullable): only what is about this product; %NULL for all
 *
 * Returns: (transfer full) (element-type SlipDayMarks): one for each day of
 * @range, in order.
 */
GArray *slip_day_marks_list (const SlipPlanState *state,
                             SlipRange range,
                             const char *product) G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_day_marks_dup_names:
 *
 * Returns: (transfer full) (nullable): all names of the day in one line, or
 * %NULL if it has none.
 */
char *slip_day_marks_dup_names (const SlipDayMarks *self)
  G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
