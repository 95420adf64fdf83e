/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "slip-preview.h"

G_BEGIN_DECLS

/**
 * SlipAdjustDialog:
 *
 * After a move: lists what followed and what stayed with boxes to tick: dates,
 * checklist dates, communications and stages.  What is unticked shall stay
 * where it was and be pinned; what was pinned and is ticked shall follow. Where
 * releases that depend on it come too early, another box has them move along.
 */
#define SLIP_TYPE_ADJUST_DIALOG (slip_adjust_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SlipAdjustDialog,
                      slip_adjust_dialog,
                      SLIP,
                      ADJUST_DIALOG,
                      AdwWindow)

/**
 * SlipAdjustDialog::adjusted:
 * @stay: the dates that shall stay, a set of `SLIP_ANCHOR_BIT()`s, and whether
 *   what depends on it moves as well, `SLIP_MOVE_TAKE_DEPENDENTS`
 * @kept: (array zero-terminated=1): ids of the parts that shall stay
 * @freed: (array zero-terminated=1): ids of pinned parts that shall follow
 *
 * Somebody wants the move done anew.
 */

/**
 * slip_adjust_dialog_new:
 * @preview: what the move did
 * @before: the plan before it
 * @today: the present day
 */
GtkWidget *slip_adjust_dialog_new (const SlipPreview *preview,
                                   const SlipPlanState *before,
                                   SlipDate today) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
