/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "slip-plan-state.h"

G_BEGIN_DECLS

/**
 * SlipTemplateRow:
 *
 * A row that says which template a release was made with and what that gained
 * since, and from which another is applied.  Named `release-template`.
 */
#define SLIP_TYPE_TEMPLATE_ROW (slip_template_row_get_type ())
G_DECLARE_FINAL_TYPE (SlipTemplateRow,
                      slip_template_row,
                      SLIP,
                      TEMPLATE_ROW,
                      AdwPreferencesRow)

GtkWidget *slip_template_row_new (void) G_GNUC_WARN_UNUSED_RESULT;

void slip_template_row_set_release (SlipTemplateRow *self,
                                    const SlipPlanState *state,
                                    const SlipRow *release);

G_END_DECLS
