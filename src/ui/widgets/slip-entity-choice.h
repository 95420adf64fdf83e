/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "slip-plan-state.h"

G_BEGIN_DECLS

/**
 * SlipEntityChoice:
 *
 * A drop-down of the entities of one kind.  Retired ones are left out unless
 * chosen.  Products and audiences come by rank, everything else by name.
 */
#define SLIP_TYPE_ENTITY_CHOICE (slip_entity_choice_get_type ())
G_DECLARE_FINAL_TYPE (SlipEntityChoice,
                      slip_entity_choice,
                      SLIP,
                      ENTITY_CHOICE,
                      GtkWidget)

/**
 * SlipEntityChoice::chosen:
 * @id: (nullable): the id, %NULL for none
 *
 * Somebody has chosen another one.
 */

/**
 * slip_entity_choice_new:
 * @none: (nullable): what having none is called; %NULL if there must be one
 * @extra: (nullable): a last entry that stands for something to be made
 */
GtkWidget *slip_entity_choice_new (SlipKind kind,
                                   const char *none,
                                   const char *extra) G_GNUC_WARN_UNUSED_RESULT;

/* Takes effect when the plan is set next. */
void slip_entity_choice_set_extra (SlipEntityChoice *self, const char *extra);

/* Shows the entities of @state with @id (nullable) chosen. */
void slip_entity_choice_set_plan (SlipEntityChoice *self,
                                  const SlipPlanState *state,
                                  const char *id);

/* The id chosen, %NULL for none or the extra entry. */
const char *slip_entity_choice_get_id (SlipEntityChoice *self);
gboolean slip_entity_choice_is_extra (SlipEntityChoice *self);

/* Chooses as a person does. */
void slip_entity_choice_choose (SlipEntityChoice *self, const char *id);
void slip_entity_choice_choose_extra (SlipEntityChoice *self);

/* Its accessible name. */
void slip_entity_choice_set_label (SlipEntityChoice *self, const char *label);

/**
 * slip_entity_choice_list:
 * @keep: (nullable): the id of one that is listed even if retired
 *
 * Returns: (transfer full) (element-type SlipRow): the entities of @kind, as
 * the drop-down orders them.
 */
GPtrArray *slip_entity_choice_list (const SlipPlanState *state,
                                    SlipKind kind,
                                    const char *keep) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
