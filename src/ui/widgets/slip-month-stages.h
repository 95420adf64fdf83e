/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "slip-calendar-index.h"
#include "slip-drag.h"
#include "slip-month-bars.h"

G_BEGIN_DECLS

/**
 * SlipMonthStages:
 *
 * The rollout stages on a page of the calendar: thin bars across its days,
 * drawn without widgets.  What they are is told with the days they lie on.
 */
typedef struct _SlipMonthStages SlipMonthStages;

/* @widget is drawn on, and must live longer. */
SlipMonthStages *slip_month_stages_new (GtkWidget *widget)
  G_GNUC_WARN_UNUSED_RESULT;
void slip_month_stages_free (SlipMonthStages *self);

/* Finds the stages on the days of @layout. */
void slip_month_stages_fill (SlipMonthStages *self,
                             SlipCalendarIndex *index,
                             const SlipMonthLayout *layout);

/* To be called when the style has changed. */
void slip_month_stages_clear_texts (SlipMonthStages *self);

/* As slip_month_bars_fill_day(). */
SlipMonthDay slip_month_stages_fill_day (const SlipMonthStages *self,
                                         const SlipMonthLayout *layout,
                                         SlipDate date,
                                         int n_chips);

/* The stage @dragged (an id, nullable) is drawn in outline on the days of
 * @proposed too. */
void slip_month_stages_set_dragged (SlipMonthStages *self,
                                    const char *dragged,
                                    SlipRange proposed);

void slip_month_stages_draw (SlipMonthStages *self,
                             const SlipMonthLayout *layout,
                             GtkSnapshot *snapshot);

/**
 * slip_month_stages_dup_names:
 *
 * Returns: (transfer full) (nullable): the stages on @date in words, a line
 *   each, of a great many the first and how many more; %NULL if there are none.
 */
char *slip_month_stages_dup_names (SlipMonthStages *self,
                                   SlipDate date) G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_month_stages_new_menu:
 * Returns: (transfer full) (nullable): a submenu for each stage on @date that
 *   can be moved, with what dragging its bar does; %NULL if there is none.
 */
GMenuModel *slip_month_stages_new_menu (SlipMonthStages *self, SlipDate date)
  G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_month_stages_find:
 * @part: (out) (optional): what of the stage is there
 *
 * Returns: (transfer none) (nullable): the stage at a point.
 */
const SlipRow *slip_month_stages_find (const SlipMonthStages *self,
                                       double x,
                                       double y,
                                       SlipDragPart *part);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlipMonthStages, slip_month_stages_free)

G_END_DECLS
