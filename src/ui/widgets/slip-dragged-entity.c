/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-dragged-entity.h"

G_DEFINE_BOXED_TYPE (SlipDraggedEntity,
                     slip_dragged_entity,
                     slip_dragged_entity_copy,
                     slip_dragged_entity_free)

SlipDraggedEntity *
slip_dragged_entity_new (SlipKind kind, const char *id, const char *owner)
{
  SlipDraggedEntity *self = g_new (SlipDraggedEntity, 1);

  *self = (SlipDraggedEntity){
    .kind = kind,
    .id = g_strdup (id),
    .owner = g_strdup (owner),
  };
  return self;
}

SlipDraggedEntity *
slip_dragged_entity_copy (const SlipDraggedEntity *self)
{
  return slip_dragged_entity_new (self->kind, self->id, self->owner);
}

void
slip_dragged_entity_free (SlipDraggedEntity *self)
{
  if (!self)
    return;

  g_free (self->id);
  g_free (self->owner);
  g_free (self);
}
