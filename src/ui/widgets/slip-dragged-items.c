/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-dragged-items.h"

G_DEFINE_BOXED_TYPE (SlipDraggedItems,
                     slip_dragged_items,
                     slip_dragged_items_copy,
                     slip_dragged_items_free)

SlipDraggedItems *
slip_dragged_items_new (const char *release, const char *const *items)
{
  SlipDraggedItems *self = g_new0 (SlipDraggedItems, 1);

  self->release = g_strdup (release);
  self->items = g_strdupv ((char **) items);
  return self;
}

SlipDraggedItems *
slip_dragged_items_copy (const SlipDraggedItems *self)
{
  return slip_dragged_items_new (self->release,
                                 (const char *const *) self->items);
}

void
slip_dragged_items_free (SlipDraggedItems *self)
{
  if (self == NULL)
    return;

  g_free (self->release);
  g_strfreev (self->items);
  g_free (self);
}

GdkContentProvider *
slip_dragged_items_new_provider (const char *release, const char *const *items)
{
  g_autoptr (SlipDraggedItems) dragged =
    slip_dragged_items_new (release, items);

  return gdk_content_provider_new_typed (SLIP_TYPE_DRAGGED_ITEMS, dragged);
}

GtkDropTarget *
slip_dragged_items_new_target (void)
{
  return gtk_drop_target_new (SLIP_TYPE_DRAGGED_ITEMS, GDK_ACTION_MOVE);
}

SlipDraggedItems *
slip_dragged_items_dup_hovering (GtkDropTarget *target, const char *release)
{
  GdkDrop *drop = gtk_drop_target_get_current_drop (target);
  GdkDrag *drag = drop != NULL ? gdk_drop_get_drag (drop) : NULL;
  g_auto (GValue) value = G_VALUE_INIT;
  const SlipDraggedItems *dragged;

  if (drag == NULL)
    return NULL;
  g_value_init (&value, SLIP_TYPE_DRAGGED_ITEMS);
  if (!gdk_content_provider_get_value (gdk_drag_get_content (drag), &value,
                                       NULL))
    return NULL;

  dragged = g_value_get_boxed (&value);
  return dragged != NULL && g_strcmp0 (dragged->release, release) == 0
           ? slip_dragged_items_copy (dragged)
           : NULL;
}
