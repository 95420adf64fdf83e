/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "slip-template-addition.h"

G_BEGIN_DECLS

/**
 * SlipTemplateDialog:
 *
 * Apply Template: shows precisely what a template would add to a release and
 * asks for it by `SLIP_ACTION_TAKE_TEMPLATE`.
 */
#define SLIP_TYPE_TEMPLATE_DIALOG (slip_template_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SlipTemplateDialog,
                      slip_template_dialog,
                      SLIP,
                      TEMPLATE_DIALOG,
                      AdwWindow)

/* Offers the template that @release remembers, else the first that is meant
 * for its tier and product. */
GtkWidget *slip_template_dialog_new (const char *release)
  G_GNUC_WARN_UNUSED_RESULT;

void slip_template_dialog_set_plan (SlipTemplateDialog *self,
                                    const SlipPlanState *state,
                                    SlipDate today);

/**
 * slip_template_dialog_dup_account:
 *
 * Returns: (transfer full): what @addition is in a line, with how many of its
 * checklists nobody would own.
 */
char *slip_template_dialog_dup_account (const SlipTemplateAddition *addition)
  G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
