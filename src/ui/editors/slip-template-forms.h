/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-entity-form.h"

G_BEGIN_DECLS

/* How templates and their parts are listed and edited. */
const SlipEntityForm *slip_template_forms_get_template (void);
const SlipEntityForm *slip_template_forms_get_audience (void);
const SlipEntityForm *slip_template_forms_get_item (void);
const SlipEntityForm *slip_template_forms_get_stage (void);

/**
 * slip_template_forms_dup_role_note:
 * @role: (nullable): a role that owns something
 *
 * Returns: (transfer full) (nullable): who that would be now.
 */
char *slip_template_forms_dup_role_note (const SlipPlanState *state,
                                         const char *role)
  G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
