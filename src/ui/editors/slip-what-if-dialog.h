/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "slip-conflict-context.h"
#include "slip-what-if.h"

G_BEGIN_DECLS

/**
 * SlipWhatIfDialog:
 *
 * Shows what a what-if comes to: its moves, those that do not apply any more,
 * and the table of differences against the plan.  It stands beside the plan,
 * which can be moved on in.  Its transient parent is asked by action.
 */
#define SLIP_TYPE_WHAT_IF_DIALOG (slip_what_if_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SlipWhatIfDialog,
                      slip_what_if_dialog,
                      SLIP,
                      WHAT_IF_DIALOG,
                      AdwWindow)

/**
 * SlipWhatIfDialog::save-wanted:
 * @csv: the table as comma-separated values
 */

GtkWidget *slip_what_if_dialog_new (gboolean is_narrow)
  G_GNUC_WARN_UNUSED_RESULT;

void slip_what_if_dialog_set_what_if (SlipWhatIfDialog *self,
                                      const SlipWhatIf *what_if,
                                      const SlipConflictContext *context);

G_END_DECLS
