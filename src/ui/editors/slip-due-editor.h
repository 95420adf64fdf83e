/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "slip-plan-state.h"

G_BEGIN_DECLS

/**
 * SlipDueEditor:
 *
 * When an item is due: typed as a day or a rule ('T-10 wd'), or put together
 * from what it hangs on, how far from it, and where it goes from a day off.
 * Shows the day that comes to, and pins it.
 */
#define SLIP_TYPE_DUE_EDITOR (slip_due_editor_get_type ())
G_DECLARE_FINAL_TYPE (SlipDueEditor, slip_due_editor, SLIP, DUE_EDITOR, GtkBox)

GtkWidget *slip_due_editor_new (void) G_GNUC_WARN_UNUSED_RESULT;

void slip_due_editor_set_item (SlipDueEditor *self,
                               const SlipPlanState *state,
                               const SlipRow *item,
                               SlipDate today);

/* Commits what somebody has typed. */
void slip_due_editor_commit (SlipDueEditor *self);

G_END_DECLS
