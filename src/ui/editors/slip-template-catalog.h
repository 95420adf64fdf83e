/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "slip-plan-state.h"

G_BEGIN_DECLS

/**
 * SlipTemplateCatalog:
 *
 * The templates of the plan in order, retired ones last, each a row that leads
 * to its editor.  Named `list:template`.
 */
#define SLIP_TYPE_TEMPLATE_CATALOG (slip_template_catalog_get_type ())
G_DECLARE_FINAL_TYPE (SlipTemplateCatalog,
                      slip_template_catalog,
                      SLIP,
                      TEMPLATE_CATALOG,
                      AdwPreferencesGroup)

/**
 * SlipTemplateCatalog::chosen:
 * @id: the id of a template of the plan
 *
 * Somebody wants to edit it.
 */

GtkWidget *slip_template_catalog_new (void) G_GNUC_WARN_UNUSED_RESULT;

void slip_template_catalog_set_plan (SlipTemplateCatalog *self,
                                     const SlipPlanState *state,
                                     SlipDate today);

G_END_DECLS
