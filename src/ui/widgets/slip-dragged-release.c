/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-dragged-release.h"

#include "slip-compat.h"

G_DEFINE_BOXED_TYPE (SlipDraggedRelease,
                     slip_dragged_release,
                     slip_dragged_release_copy,
                     slip_dragged_release_free)

SlipDraggedRelease *
slip_dragged_release_new (const char *id)
{
  SlipDraggedRelease *self = g_new0 (SlipDraggedRelease, 1);

  self->id = g_strdup (id);
  return self;
}

SlipDraggedRelease *
slip_dragged_release_copy (const SlipDraggedRelease *self)
{
  return slip_dragged_release_new (self->id);
}

void
slip_dragged_release_free (SlipDraggedRelease *self)
{
  if (self == NULL)
    return;

  g_free (self->id);
  g_free (self);
}

GdkContentProvider *
slip_dragged_release_new_provider (const char *id)
{
  g_autoptr (SlipDraggedRelease) dragged = slip_dragged_release_new (id);

  return gdk_content_provider_new_typed (SLIP_TYPE_DRAGGED_RELEASE, dragged);
}

GtkDragSource *
slip_dragged_release_new_source (void)
{
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  slip_compat_let_escape_end_drags (source);
  return source;
}

GtkDropTarget *
slip_dragged_release_new_target (void)
{
  return gtk_drop_target_new (SLIP_TYPE_DRAGGED_RELEASE, GDK_ACTION_MOVE);
}

char *
slip_dragged_release_dup_hovering (GtkDropTarget *target)
{
  GdkDrop *drop = gtk_drop_target_get_current_drop (target);
  GdkDrag *drag = drop != NULL ? gdk_drop_get_drag (drop) : NULL;
  g_auto (GValue) value = G_VALUE_INIT;

  if (drag == NULL)
    return NULL;
  g_value_init (&value, SLIP_TYPE_DRAGGED_RELEASE);
  if (!gdk_content_provider_get_value (gdk_drag_get_content (drag), &value,
                                       NULL))
    return NULL;

  const SlipDraggedRelease *dragged = g_value_get_boxed (&value);
  return dragged != NULL ? g_strdup (dragged->id) : NULL;
}

gboolean
slip_dragged_release_is_shift_held (GtkDropTarget *target)
{
  GtkWidget *widget =
    gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));
  GdkDrop *drop = gtk_drop_target_get_current_drop (target);
  GdkSurface *surface = gtk_native_get_surface (gtk_widget_get_native (widget));
  GdkModifierType state = 0;

  if (drop != NULL)
    gdk_surface_get_device_position (surface, gdk_drop_get_device (drop), NULL,
                                     NULL, &state);
  return (state & GDK_SHIFT_MASK) != 0;
}
