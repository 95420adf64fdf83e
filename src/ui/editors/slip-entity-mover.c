/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-entity-mover.h"

#include "slip-compat.h"
#include "slip-dragged-entity.h"

#include <glib/gi18n-lib.h>

struct _SlipEntityMover {
  GObject parent_instance;

  GtkWidget *row; /* borrowed: owns this */
  const SlipEntityForm *form;
  SlipPlanState *state;
  char *id;
  char *owner;
  char *group;
};

G_DEFINE_FINAL_TYPE (SlipEntityMover, slip_entity_mover, G_TYPE_OBJECT)

static void
show_drop (SlipEntityMover *self, gboolean is_above, gboolean is_below)
{
  if (is_above)
    gtk_widget_add_css_class (self->row, "drop-above");
  else
    gtk_widget_remove_css_class (self->row, "drop-above");
  if (is_below)
    gtk_widget_add_css_class (self->row, "drop-below");
  else
    gtk_widget_remove_css_class (self->row, "drop-below");
}

static gboolean
key_pressed_cb (GtkEventControllerKey *keys,
                guint key,
                guint code,
                GdkModifierType modifiers,
                SlipEntityMover *self)
{
  GdkModifierType wanted = modifiers & gtk_accelerator_get_default_mod_mask ();

  if (!self->id || wanted != GDK_ALT_MASK ||
      (key != GDK_KEY_Up && key != GDK_KEY_Down))
    return FALSE;
  slip_entity_form_ask_step (self->form, self->row, self->state, self->id,
                             key == GDK_KEY_Up ? -1 : 1);
  return TRUE;
}

static GdkContentProvider *
prepare_cb (GtkDragSource *source, double x, double y, SlipEntityMover *self)
{
  g_autoptr (SlipDraggedEntity) dragged = NULL;

  if (!self->id)
    return NULL;
  dragged = slip_dragged_entity_new (self->form->kind, self->id, self->owner);
  return gdk_content_provider_new_typed (SLIP_TYPE_DRAGGED_ENTITY, dragged);
}

static void
drag_begin_cb (GtkDragSource *source, GdkDrag *drag, SlipEntityMover *self)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (self->row);

  gtk_drag_source_set_icon (source, picture, 0, 0);
}

static const SlipDraggedEntity *
get_dragged (SlipEntityMover *self, const GValue *value)
{
  const SlipDraggedEntity *dragged =
    value && G_VALUE_HOLDS (value, SLIP_TYPE_DRAGGED_ENTITY)
      ? g_value_get_boxed (value)
      : NULL;

  return dragged && dragged->kind == self->form->kind &&
             g_strcmp0 (dragged->owner, self->owner) == 0 &&
             g_strcmp0 (dragged->id, self->id) != 0
           ? dragged
           : NULL;
}

static gboolean
is_lower_half (SlipEntityMover *self, double y)
{
  return self->id && y > gtk_widget_get_height (self->row) / 2.0;
}

static GdkDragAction
motion_cb (GtkDropTarget *target, double x, double y, SlipEntityMover *self)
{
  gboolean is_taken =
    get_dragged (self, gtk_drop_target_get_value (target)) != NULL;
  gboolean is_below = is_lower_half (self, y);

  show_drop (self, is_taken && !is_below, is_taken && is_below);
  return is_taken ? GDK_ACTION_MOVE : 0;
}

static void
leave_cb (GtkDropTarget *target, SlipEntityMover *self)
{
  show_drop (self, FALSE, FALSE);
}

static gboolean
drop_cb (GtkDropTarget *target,
         const GValue *value,
         double x,
         double y,
         SlipEntityMover *self)
{
  const SlipDraggedEntity *dragged = get_dragged (self, value);

  show_drop (self, FALSE, FALSE);
  if (!dragged)
    return FALSE;
  slip_entity_mover_drop (self, dragged->id, is_lower_half (self, y));
  return TRUE;
}

static void
slip_entity_mover_finalize (GObject *object)
{
  SlipEntityMover *self = SLIP_ENTITY_MOVER (object);

  g_clear_pointer (&self->state, slip_plan_state_unref);
  g_free (self->id);
  g_free (self->owner);
  g_free (self->group);

  G_OBJECT_CLASS (slip_entity_mover_parent_class)->finalize (object);
}

static void
slip_entity_mover_class_init (SlipEntityMoverClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = slip_entity_mover_finalize;
}

static void
slip_entity_mover_init (SlipEntityMover *self)
{
}

SlipEntityMover *
slip_entity_mover_new (GtkWidget *row, const SlipEntityForm *form)
{
  SlipEntityMover *self = g_object_new (SLIP_TYPE_ENTITY_MOVER, NULL);
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkDropTarget *target =
    gtk_drop_target_new (SLIP_TYPE_DRAGGED_ENTITY, GDK_ACTION_MOVE);

  self->row = row;
  self->form = form;
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb),
                           self, 0);
  gtk_widget_add_controller (row, keys);
  gtk_drop_target_set_preload (target, TRUE);
  g_signal_connect_object (target, "enter", G_CALLBACK (motion_cb), self, 0);
  g_signal_connect_object (target, "motion", G_CALLBACK (motion_cb), self, 0);
  g_signal_connect_object (target, "leave", G_CALLBACK (leave_cb), self, 0);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, 0);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (target));
  return self;
}

GtkWidget *
slip_entity_mover_new_handle (SlipEntityMover *self)
{
  GtkWidget *handle;
  GtkDragSource *source;

  g_return_val_if_fail (SLIP_IS_ENTITY_MOVER (self), NULL);

  handle = gtk_image_new_from_icon_name ("list-drag-handle-symbolic");
  source = gtk_drag_source_new ();
  gtk_widget_set_name (handle, "handle");
  gtk_widget_set_cursor_from_name (handle, "grab");
  gtk_widget_add_css_class (handle, "drag-handle");
  gtk_widget_set_tooltip_text (handle,
                               _ ("Drag to move it, or press Alt with the "
                                  "arrow up or down"));
  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  slip_compat_let_escape_end_drags (source);
  g_signal_connect_object (source, "prepare", G_CALLBACK (prepare_cb), self, 0);
  g_signal_connect_object (source, "drag-begin", G_CALLBACK (drag_begin_cb),
                           self, 0);
  gtk_widget_add_controller (handle, GTK_EVENT_CONTROLLER (source));
  return handle;
}

void
slip_entity_mover_set_plan (SlipEntityMover *self,
                            const SlipPlanState *state,
                            const char *id,
                            const char *owner,
                            const char *group)
{
  SlipPlanState *old;

  g_return_if_fail (SLIP_IS_ENTITY_MOVER (self));

  old = self->state;
  self->state = slip_plan_state_ref (state);
  if (g_strcmp0 (id, self->id) != 0) {
    g_free (self->id);
    self->id = g_strdup (id);
  }
  if (g_strcmp0 (owner, self->owner) != 0) {
    g_free (self->owner);
    self->owner = g_strdup (owner);
  }
  if (g_strcmp0 (group, self->group) != 0) {
    g_free (self->group);
    self->group = g_strdup (group);
  }
  g_clear_pointer (&old, slip_plan_state_unref);
}

void
slip_entity_mover_drop (SlipEntityMover *self,
                        const char *dragged,
                        gboolean is_after)
{
  g_autoptr (GPtrArray) rows = NULL;
  guint place = 0;

  g_return_if_fail (SLIP_IS_ENTITY_MOVER (self));

  rows =
    slip_entity_form_list (self->form, self->state, self->owner, self->group);
  for (guint i = 0; i < rows->len; i++) {
    const char *id = slip_row_get_id (rows->pdata[i]);

    if (self->id && g_str_equal (id, self->id)) {
      place += is_after;
      break;
    }
    place += !g_str_equal (id, dragged);
  }
  slip_entity_form_ask_place (self->form, self->row, self->state, dragged,
                              self->group, place);
}
