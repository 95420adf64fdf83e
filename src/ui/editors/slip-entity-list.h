/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-entity-form.h"

G_BEGIN_DECLS

/**
 * SlipEntityList:
 *
 * The entities of one kind, each a row that opens into its form, and a button
 * to add one.  Named `list:` and the kind's name.
 */
#define SLIP_TYPE_ENTITY_LIST (slip_entity_list_get_type ())
G_DECLARE_FINAL_TYPE (SlipEntityList,
                      slip_entity_list,
                      SLIP,
                      ENTITY_LIST,
                      AdwPreferencesGroup)

/* @form: lives as long as the program. */
GtkWidget *slip_entity_list_new (const SlipEntityForm *form)
  G_GNUC_WARN_UNUSED_RESULT;

void slip_entity_list_set_plan (SlipEntityList *self,
                                const SlipPlanState *state,
                                SlipDate today);

G_END_DECLS
