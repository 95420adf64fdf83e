/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-calendar-index.h"

G_BEGIN_DECLS

/*
 * What the calendar says of a stage.
 */

/* Returns: (transfer full): as short as fits in a bar: 'Payments 3.9 · 25 %,
 * day 2 of 3'. */
char *slip_calendar_stage_dup_caption (const SlipCalendarStage *stage,
                                       const SlipCalendarIndex *index)
  G_GNUC_WARN_UNUSED_RESULT;

/* Returns: (transfer full): all of it in words, for whoever does not see it. */
char *slip_calendar_stage_dup_label (const SlipCalendarStage *stage,
                                     const SlipCalendarIndex *index)
  G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
