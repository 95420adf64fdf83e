/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-entity-form.h"

G_BEGIN_DECLS

/**
 * SlipEntityRow:
 *
 * A row for one entity that opens into its form.  Named `entity:` and its name.
 */
#define SLIP_TYPE_ENTITY_ROW (slip_entity_row_get_type ())
G_DECLARE_FINAL_TYPE (SlipEntityRow,
                      slip_entity_row,
                      SLIP,
                      ENTITY_ROW,
                      AdwExpanderRow)

/* @form: lives as long as the program. */
GtkWidget *slip_entity_row_new (const SlipEntityForm *form,
                                const char *id) G_GNUC_WARN_UNUSED_RESULT;

const char *slip_entity_row_get_id (SlipEntityRow *self);

/* What else is said of it, from the next plan on; @remark: (nullable). */
void slip_entity_row_set_remark (SlipEntityRow *self, const char *remark);

void slip_entity_row_set_plan (SlipEntityRow *self,
                               const SlipPlanState *state,
                               SlipDate today);

/* Opens it and puts the focus into its first field. */
void slip_entity_row_edit (SlipEntityRow *self);

G_END_DECLS
