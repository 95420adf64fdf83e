/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "slip-conflict.h"

G_BEGIN_DECLS

/**
 * SlipConflictWindow:
 *
 * A window that lists what the sidebar's count of conflicts is made of: the
 * releases by date, each with its conflicts and the days that solve them.
 */
#define SLIP_TYPE_CONFLICT_WINDOW (slip_conflict_window_get_type ())
G_DECLARE_FINAL_TYPE (SlipConflictWindow,
                      slip_conflict_window,
                      SLIP,
                      CONFLICT_WINDOW,
                      AdwWindow)

SlipConflictWindow *slip_conflict_window_new (void) G_GNUC_WARN_UNUSED_RESULT;

void slip_conflict_window_set_plan (SlipConflictWindow *self,
                                    const SlipPlanState *state,
                                    const SlipConflictContext *context);

/* How many releases have conflicts, as far as was looked. */
guint slip_conflict_window_get_n_releases (SlipConflictWindow *self);

G_END_DECLS
