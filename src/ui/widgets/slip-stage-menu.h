/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "slip-release.h"

G_BEGIN_DECLS

/**
 * slip_stage_menu_new_acts:
 *
 * Returns: (transfer full): what can be done with @stage where it stands: start
 * it, hold it, end it, roll back, ….
 */
GMenuModel *slip_stage_menu_new_acts (const SlipPlanState *state,
                                      const SlipRow *stage)
  G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_stage_menu_new_moves:
 *
 * Returns: (transfer full): what dragging @stage does: move it, change its
 * length; empty if it stays where it is.
 */
GMenuModel *slip_stage_menu_new_moves (const SlipPlanState *state,
                                       const SlipRow *stage)
  G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_stage_menu_new:
 *
 * Makes the menu of a rollout stage: move it, change its length, what can be
 * done with it where it stands, and what its release's menu has.  Its items are
 * the window's actions.
 *
 * Returns: (transfer full): the menu.
 */
GMenuModel *slip_stage_menu_new (const SlipPlanState *state,
                                 const SlipRow *stage)
  G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
