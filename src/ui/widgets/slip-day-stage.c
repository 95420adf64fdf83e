/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-day-stage.h"

#include "slip-actions.h"
#include "slip-calendar-stage.h"
#include "slip-color-dot.h"
#include "slip-release-menu.h"
#include "slip-stage-keys.h"
#include "slip-stage-menu.h"
#include "slip-stage.h"
#include "slip-widget-name.h"

#define MAX_CHARS 30

struct _SlipDayStage {
  GtkButton parent_instance;

  SlipPlanState *state; /* NULL: it shows nothing */
  SlipRow *stage;
  SlipColorDot *dot;
  GtkLabel *caption;
};

G_DEFINE_FINAL_TYPE (SlipDayStage, slip_day_stage, GTK_TYPE_BUTTON)

static void
clear (SlipDayStage *self)
{
  g_clear_pointer (&self->stage, slip_row_unref);
  g_clear_pointer (&self->state, slip_plan_state_unref);
}

static void
show_menu (SlipDayStage *self)
{
  if (self->stage == NULL)
    return;

  g_autoptr (GMenuModel) menu = slip_stage_menu_new (self->state, self->stage);

  slip_release_menu_popup_model (GTK_WIDGET (self), menu);
}

static gboolean
menu_key_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  show_menu (SLIP_DAY_STAGE (widget));
  return TRUE;
}

static void
secondary_pressed_cb (GtkGestureClick *click,
                      int n_press,
                      double x,
                      double y,
                      SlipDayStage *self)
{
  show_menu (self);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint key,
                guint code,
                GdkModifierType modifiers,
                SlipDayStage *self)
{
  return self->stage != NULL &&
         slip_stage_keys_move (GTK_WIDGET (self), slip_row_get_id (self->stage),
                               key,
                               modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK |
                                            GDK_SHIFT_MASK));
}

static void
slip_day_stage_clicked (GtkButton *button)
{
  SlipDayStage *self = SLIP_DAY_STAGE (button);

  if (self->stage != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), SLIP_ACTION_PICK, "s",
                                slip_row_get_owner (self->stage));
}

static void
slip_day_stage_size_allocate (GtkWidget *widget,
                              int width,
                              int height,
                              int baseline)
{
  GTK_WIDGET_CLASS (slip_day_stage_parent_class)
    ->size_allocate (widget, width, height, baseline);
  slip_release_menu_present (widget);
}

static void
slip_day_stage_dispose (GObject *object)
{
  SlipDayStage *self = SLIP_DAY_STAGE (object);

  slip_release_menu_popdown (GTK_WIDGET (object));
  clear (self);

  G_OBJECT_CLASS (slip_day_stage_parent_class)->dispose (object);
}

static void
slip_day_stage_class_init (SlipDayStageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = slip_day_stage_dispose;
  widget_class->size_allocate = slip_day_stage_size_allocate;
  GTK_BUTTON_CLASS (klass)->clicked = slip_day_stage_clicked;
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, menu_key_cb,
                                NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK,
                                menu_key_cb, NULL);
}

static GtkWidget *
new_face (SlipDayStage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  self->dot = SLIP_COLOR_DOT (slip_color_dot_new ());
  self->caption = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->caption, 0);
  gtk_label_set_wrap (self->caption, TRUE);
  gtk_label_set_max_width_chars (self->caption, MAX_CHARS);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->dot));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->caption));
  return box;
}

static void
slip_day_stage_init (SlipDayStage *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_add_css_class (GTK_WIDGET (self), "flat");
  gtk_button_set_child (GTK_BUTTON (self), new_face (self));
  /* Before the list, which goes from row to row by these keys. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click),
                                 GDK_BUTTON_SECONDARY);
  g_signal_connect (click, "pressed", G_CALLBACK (secondary_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

GtkWidget *
slip_day_stage_new (void)
{
  return g_object_new (SLIP_TYPE_DAY_STAGE, NULL);
}

static void
show (SlipDayStage *self,
      const SlipCalendarStage *stage,
      const SlipCalendarIndex *index)
{
  g_autofree char *caption = slip_calendar_stage_dup_caption (stage, index);
  g_autofree char *label = slip_calendar_stage_dup_label (stage, index);
  g_autofree char *release =
    slip_release_dup_short_title (self->state, stage->release);
  g_autofree char *title = slip_stage_dup_title (stage->stage);
  const SlipRow *product =
    slip_plan_state_follow (self->state, stage->release, SLIP_RELEASE_PRODUCT);

  slip_color_dot_set_color (self->dot,
                            product != NULL
                              ? slip_row_get_text (product, SLIP_PRODUCT_COLOR)
                              : NULL);
  gtk_label_set_text (self->caption, caption);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  slip_widget_name_set (GTK_WIDGET (self),
                        g_strdup_printf ("day-stage:%s:%s", release, title));
}

void
slip_day_stage_set (SlipDayStage *self,
                    const SlipCalendarStage *stage,
                    const SlipCalendarIndex *index)
{
  g_return_if_fail (SLIP_IS_DAY_STAGE (self));

  clear (self);
  if (stage == NULL)
    return;
  self->stage = slip_row_ref (stage->stage);
  self->state = slip_plan_state_ref (slip_calendar_index_get_state (index));
  show (self, stage, index);
}

const char *
slip_day_stage_get_id (SlipDayStage *self)
{
  g_return_val_if_fail (SLIP_IS_DAY_STAGE (self), NULL);

  return self->stage != NULL ? slip_row_get_id (self->stage) : NULL;
}
