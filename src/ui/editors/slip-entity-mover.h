/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-entity-form.h"

G_BEGIN_DECLS

/**
 * SlipEntityMover:
 *
 * Lets the row of an entity be moved in its list: by Alt+Up and Alt+Down, and
 * by dragging its handle over another row, which shows where it would go.  The
 * move is asked for; the row stays where it is until the plan says so.
 */
#define SLIP_TYPE_ENTITY_MOVER (slip_entity_mover_get_type ())
G_DECLARE_FINAL_TYPE (SlipEntityMover,
                      slip_entity_mover,
                      SLIP,
                      ENTITY_MOVER,
                      GObject)

/**
 * slip_entity_mover_new:
 * @row: what shows the entity; the mover lives no longer
 * @form: how its kind is listed
 */
SlipEntityMover *slip_entity_mover_new (GtkWidget *row,
                                        const SlipEntityForm *form)
  G_GNUC_WARN_UNUSED_RESULT;

/* What the entity is dragged by, to be put into the row. */
GtkWidget *slip_entity_mover_new_handle (SlipEntityMover *self)
  G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_entity_mover_set_plan:
 * @id: (nullable): the entity; with %NULL the row is no entity, and what is
 *   dropped on it comes after all others
 * @owner: (nullable): what the entity is part of
 * @group: (nullable): the list it is in
 */
void slip_entity_mover_set_plan (SlipEntityMover *self,
                                 const SlipPlanState *state,
                                 const char *id,
                                 const char *owner,
                                 const char *group);

/**
 * slip_entity_mover_drop:
 * @dragged: the id of the entity that was dragged
 * @is_after: whether it comes after the row's entity or before
 *
 * Asks for what a drop there does.
 */
void slip_entity_mover_drop (SlipEntityMover *self,
                             const char *dragged,
                             gboolean is_after);

G_END_DECLS
