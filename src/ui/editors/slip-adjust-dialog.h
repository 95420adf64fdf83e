/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "slip-preview.h"

G_BEGIN_DECLS

/**
 * SlipAdjustDialog:
 *
 * After a move: lists the dates that followed with boxes to tick.  What is
 * unticked shall stay where it was.
 */
#define SLIP_TYPE_ADJUST_DIALOG (slip_adjust_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SlipAdjustDialog,
                      slip_adjust_dialog,
                      SLIP,
                      ADJUST_DIALOG,
                      AdwWindow)

/**
 * SlipAdjustDialog::adjusted:
 * @stay: the dates that shall stay, a set of `SLIP_ANCHOR_BIT()`s; never empty
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
