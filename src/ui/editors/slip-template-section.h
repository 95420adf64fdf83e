/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-template-preview.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SlipTemplateSection:
 *
 * One audience of a template: the role that owns its checklist, its items in
 * order, and an entry for more of them.  Named `audience:` and its name.
 */
#define SLIP_TYPE_TEMPLATE_SECTION (slip_template_section_get_type ())
G_DECLARE_FINAL_TYPE (SlipTemplateSection,
                      slip_template_section,
                      SLIP,
                      TEMPLATE_SECTION,
                      GtkWidget)

/* @id: of a template_audience. */
GtkWidget *slip_template_section_new (const char *id) G_GNUC_WARN_UNUSED_RESULT;

const char *slip_template_section_get_id (SlipTemplateSection *self);

/* @preview: the days that the items come to; valid during the call. */
void slip_template_section_set_plan (SlipTemplateSection *self,
                                     const SlipPlanState *state,
                                     const SlipTemplatePreview *preview,
                                     SlipDate today);

G_END_DECLS
