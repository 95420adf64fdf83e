/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "slip-schema.h"

G_BEGIN_DECLS

/**
 * SlipDraggedEntity:
 * @kind: what it is
 * @id: its id
 * @owner: (nullable): the id of the entity it is part of
 *
 * What the drag of an entity in a list carries, never the widget that shows it.
 * It never leaves the program.
 */
typedef struct {
  SlipKind kind;
  char *id;
  char *owner;
} SlipDraggedEntity;

#define SLIP_TYPE_DRAGGED_ENTITY (slip_dragged_entity_get_type ())

GType slip_dragged_entity_get_type (void) G_GNUC_CONST;

SlipDraggedEntity *slip_dragged_entity_new (SlipKind kind,
                                            const char *id,
                                            const char *owner)
  G_GNUC_WARN_UNUSED_RESULT;
SlipDraggedEntity *slip_dragged_entity_copy (const SlipDraggedEntity *self)
  G_GNUC_WARN_UNUSED_RESULT;
void slip_dragged_entity_free (SlipDraggedEntity *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlipDraggedEntity, slip_dragged_entity_free)

G_END_DECLS
