/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-plan-state.h"

G_BEGIN_DECLS

/**
 * SlipTemplatePreview:
 *
 * The days that a template would come to, for a release that is not there: on
 * the working days of the template's product, else of the plan.
 */
typedef struct _SlipTemplatePreview SlipTemplatePreview;

/**
 * slip_template_preview_new:
 * @release_date: when that release would be
 *
 * Returns: (transfer full): the days.
 */
SlipTemplatePreview *slip_template_preview_new (const SlipPlanState *state,
                                                const char *template_id,
                                                SlipDate release_date)
  G_GNUC_WARN_UNUSED_RESULT;
void slip_template_preview_free (SlipTemplatePreview *self);

/* The day of a template_item, unset if it has none. */
SlipDate slip_template_preview_get_day (const SlipTemplatePreview *self,
                                        const char *item);

/* The days of a template_stage, unset if it has none. */
SlipRange slip_template_preview_get_stage (const SlipTemplatePreview *self,
                                           const char *stage);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlipTemplatePreview, slip_template_preview_free)

G_END_DECLS
