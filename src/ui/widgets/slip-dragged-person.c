/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-dragged-person.h"

G_DEFINE_BOXED_TYPE (SlipDraggedPerson,
                     slip_dragged_person,
                     slip_dragged_person_copy,
                     slip_dragged_person_free)

SlipDraggedPerson *
slip_dragged_person_new (const char *id)
{
  SlipDraggedPerson *self = g_new0 (SlipDraggedPerson, 1);

  self->id = g_strdup (id);
  return self;
}

SlipDraggedPerson *
slip_dragged_person_copy (const SlipDraggedPerson *self)
{
  return slip_dragged_person_new (self->id);
}

void
slip_dragged_person_free (SlipDraggedPerson *self)
{
  if (self == NULL)
    return;

  g_free (self->id);
  g_free (self);
}

GdkContentProvider *
slip_dragged_person_new_provider (const char *id)
{
  g_autoptr (SlipDraggedPerson) dragged = slip_dragged_person_new (id);

  return gdk_content_provider_new_typed (SLIP_TYPE_DRAGGED_PERSON, dragged);
}

GtkDropTarget *
slip_dragged_person_new_target (void)
{
  return gtk_drop_target_new (SLIP_TYPE_DRAGGED_PERSON, GDK_ACTION_COPY);
}

char *
slip_dragged_person_dup_hovering (GtkDropTarget *target)
{
  GdkDrop *drop = gtk_drop_target_get_current_drop (target);
  GdkDrag *drag = drop != NULL ? gdk_drop_get_drag (drop) : NULL;
  g_auto (GValue) value = G_VALUE_INIT;

  if (drag == NULL)
    return NULL;
  g_value_init (&value, SLIP_TYPE_DRAGGED_PERSON);
  if (!gdk_content_provider_get_value (gdk_drag_get_content (drag), &value,
                                       NULL))
    return NULL;

  const SlipDraggedPerson *dragged = g_value_get_boxed (&value);
  return dragged != NULL ? g_strdup (dragged->id) : NULL;
}
