/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "slip-plan-state.h"

G_BEGIN_DECLS

/**
 * SlipTemplateEditor:
 *
 * A page in which one template is edited, with the days that it would come to
 * for a release on a day of one's choice.
 */
#define SLIP_TYPE_TEMPLATE_EDITOR (slip_template_editor_get_type ())
G_DECLARE_FINAL_TYPE (SlipTemplateEditor,
                      slip_template_editor,
                      SLIP,
                      TEMPLATE_EDITOR,
                      GtkWidget)

/**
 * SlipTemplateEditor::left:
 *
 * Somebody wants to go back, or the template is gone.
 */

GtkWidget *slip_template_editor_new (const char *id) G_GNUC_WARN_UNUSED_RESULT;

void slip_template_editor_set_plan (SlipTemplateEditor *self,
                                    const SlipPlanState *state,
                                    SlipDate today);

G_END_DECLS
