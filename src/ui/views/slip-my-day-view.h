/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-agenda-line.h"
#include "slip-moment.h"
#include "slip-view.h"

G_BEGIN_DECLS

/**
 * SlipMyDayView:
 *
 * What somebody must do, decide and know next, and what the coming weeks ask
 * of audiences and people.  It is worked out beside the main loop: what is
 * shown stays until the new is there.
 */
#define SLIP_TYPE_MY_DAY_VIEW (slip_my_day_view_get_type ())
G_DECLARE_FINAL_TYPE (SlipMyDayView,
                      slip_my_day_view,
                      SLIP,
                      MY_DAY_VIEW,
                      GtkWidget)

/**
 * SlipMyDayView:is-busy:
 *
 * Whether something is being worked out.
 */

GtkWidget *slip_my_day_view_new (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_my_day_view_set_me:
 * @person: (nullable): the id of who sits in front of it
 *
 * Whose day it is unless another is chosen; everybody's if nobody is known.
 */
void slip_my_day_view_set_me (SlipMyDayView *self, const char *person);

/* Chooses whose day it is; %NULL for everybody's. */
void slip_my_day_view_choose (SlipMyDayView *self, const char *person);

/* Says which instant it is, since other releases wait for a decision by then.
 */
void slip_my_day_view_show_moment (SlipMyDayView *self, SlipMoment moment);

gboolean slip_my_day_view_is_busy (SlipMyDayView *self);

/* What is shown: of #SlipAgendaLine. */
GListModel *slip_my_day_view_get_lines (SlipMyDayView *self);

G_END_DECLS
