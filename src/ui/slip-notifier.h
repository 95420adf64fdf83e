/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-day-watch.h"
#include "slip-workspace.h"

G_BEGIN_DECLS

/**
 * SlipNotifier:
 *
 * Tells the desktop what somebody asked in the preferences to be reminded of:
 * one notification a kind, plan and day, also after a restart, taken away when
 * there is nothing left of it.  Looks when the plan or the day changes and
 * every few minutes, in a thread of its own, and not at all while nothing is
 * wished.
 */
#define SLIP_TYPE_NOTIFIER (slip_notifier_get_type ())
G_DECLARE_FINAL_TYPE (SlipNotifier, slip_notifier, SLIP, NOTIFIER, GObject)

/* @application: shows the notifications, and owns this */
SlipNotifier *slip_notifier_new (GApplication *application,
                                 SlipDayWatch *day_watch)
  G_GNUC_WARN_UNUSED_RESULT;

/* Looks after @workspace from now on, until nobody else holds it. */
void slip_notifier_watch (SlipNotifier *self, SlipWorkspace *workspace);

G_END_DECLS
