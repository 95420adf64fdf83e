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

/**
 * slip_entity_list_set_owner:
 * @owner: the id of the entity whose parts are listed
 * @group: (nullable): the list of those; %NULL if there is but one
 */
void slip_entity_list_set_owner (SlipEntityList *self,
                                 const char *owner,
                                 const char *group);

/* Adds a row that stays below the entities. */
void slip_entity_list_set_tail (SlipEntityList *self, GtkWidget *tail);

/**
 * SlipRemarkFunc:
 * @id: the id of an entity of the list
 *
 * Returns: (transfer full) (nullable): what else is said of it.
 */
typedef char *(*SlipRemarkFunc) (const char *id, gpointer data);

/* @data: lives as long as the list is shown a plan. */
void slip_entity_list_set_remark_func (SlipEntityList *self,
                                       SlipRemarkFunc func,
                                       gpointer data);

/* Opens the entity @id now or as soon as it is there. */
void slip_entity_list_want (SlipEntityList *self, const char *id);

void slip_entity_list_set_plan (SlipEntityList *self,
                                const SlipPlanState *state,
                                SlipDate today);

G_END_DECLS
