/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "slip-plan-state.h"

G_BEGIN_DECLS

/**
 * SlipConditionList:
 *
 * The conditions of a conditional go in the making: what has to be done, by
 * whom and until when, and into whose checklist it goes.
 */
#define SLIP_TYPE_CONDITION_LIST (slip_condition_list_get_type ())
G_DECLARE_FINAL_TYPE (SlipConditionList,
                      slip_condition_list,
                      SLIP,
                      CONDITION_LIST,
                      AdwPreferencesGroup)

/**
 * SlipConditionList::changed:
 *
 * Another condition is there, or one says something else.
 */

GtkWidget *slip_condition_list_new (void) G_GNUC_WARN_UNUSED_RESULT;

void slip_condition_list_set_release (SlipConditionList *self,
                                      const SlipPlanState *state,
                                      const char *release,
                                      SlipDate today);

/* Adds an empty one and puts the keyboard focus into it. */
void slip_condition_list_add (SlipConditionList *self);

guint slip_condition_list_get_length (SlipConditionList *self);

/* Whether each of them says what, who and when. */
gboolean slip_condition_list_is_complete (SlipConditionList *self);

/* Returns: (transfer floating): `a(sss)` of titles, owners and days. */
GVariant *slip_condition_list_new_conditions (SlipConditionList *self)
  G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
