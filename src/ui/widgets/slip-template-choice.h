/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "slip-plan-state.h"

G_BEGIN_DECLS

/**
 * SlipTemplateChoice:
 *
 * A drop-down of the templates that are not retired: none, then those that are
 * meant for a tier and product, then the others.
 */
#define SLIP_TYPE_TEMPLATE_CHOICE (slip_template_choice_get_type ())
G_DECLARE_FINAL_TYPE (SlipTemplateChoice,
                      slip_template_choice,
                      SLIP,
                      TEMPLATE_CHOICE,
                      GtkWidget)

/**
 * SlipTemplateChoice::chosen:
 *
 * Somebody has chosen another one.
 */

/* @none: (nullable): what none is called; %NULL if there must be one. */
GtkWidget *slip_template_choice_new (const char *none)
  G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_template_choice_set_plan:
 * @tier: of the release; 0 for not decided
 * @product: (nullable): the id of its product
 *
 * What is chosen stays.
 */
void slip_template_choice_set_plan (SlipTemplateChoice *self,
                                    const SlipPlanState *state,
                                    int tier,
                                    const char *product);

/* Returns: (nullable): the id of the template chosen. */
const char *slip_template_choice_get_id (SlipTemplateChoice *self);

/* @id: (nullable); does not tell of it. */
void slip_template_choice_set_id (SlipTemplateChoice *self, const char *id);

/* Chooses as a person does. */
void slip_template_choice_choose (SlipTemplateChoice *self, const char *id);

G_END_DECLS
