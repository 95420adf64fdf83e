/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "slip-calendar-index.h"

G_BEGIN_DECLS

/**
 * SlipDayStage:
 *
 * A rollout stage in the list of a day.  It selects its release, has the
 * stage's menu, and is moved by the keys of the rollout view.
 */
#define SLIP_TYPE_DAY_STAGE (slip_day_stage_get_type ())
G_DECLARE_FINAL_TYPE (SlipDayStage, slip_day_stage, SLIP, DAY_STAGE, GtkButton)

GtkWidget *slip_day_stage_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* @stage: (nullable): what it shows of @index; %NULL for nothing */
void slip_day_stage_set (SlipDayStage *self,
                         const SlipCalendarStage *stage,
                         const SlipCalendarIndex *index);

/* The id of the stage, or %NULL. */
const char *slip_day_stage_get_id (SlipDayStage *self);

G_END_DECLS
