/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "slip-plan-state.h"

G_BEGIN_DECLS

/**
 * SlipItemDialog:
 *
 * Everything about an item of a checklist, editable in place.  It goes when the
 * item does.
 */
#define SLIP_TYPE_ITEM_DIALOG (slip_item_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SlipItemDialog,
                      slip_item_dialog,
                      SLIP,
                      ITEM_DIALOG,
                      AdwWindow)

/**
 * slip_item_dialog_show:
 * @widget: a widget of the window that it stands in front of
 * @item: the id of the item
 *
 * Returns: (transfer none): the dialog, which the window keeps up to date if it
 * is a #SlipWindow; others call slip_item_dialog_set_plan()
 */
SlipItemDialog *slip_item_dialog_show (GtkWidget *widget,
                                       const SlipPlanState *state,
                                       const char *item,
                                       SlipDate today);

void slip_item_dialog_set_plan (SlipItemDialog *self,
                                const SlipPlanState *state,
                                SlipDate today);

G_END_DECLS
