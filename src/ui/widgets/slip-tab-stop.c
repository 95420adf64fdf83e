/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-tab-stop.h"

static gboolean
key_pressed_cb (GtkEventControllerKey *keys,
                guint key,
                guint code,
                GdkModifierType modifiers,
                GtkWidget *list)
{
  guint held = modifiers & gtk_accelerator_get_default_mod_mask ();
  GtkDirectionType direction =
    held == GDK_SHIFT_MASK ? GTK_DIR_TAB_BACKWARD : GTK_DIR_TAB_FORWARD;
  gboolean is_tab =
    key == GDK_KEY_Tab || key == GDK_KEY_KP_Tab || key == GDK_KEY_ISO_Left_Tab;
  gboolean has_moved = FALSE;

  if (!is_tab || (held & ~GDK_SHIFT_MASK) != 0)
    return FALSE;
  /* Meanwhile nothing in it can be gone to. */
  gtk_widget_set_can_focus (list, FALSE);
  has_moved =
    gtk_widget_child_focus (GTK_WIDGET (gtk_widget_get_root (list)), direction);
  gtk_widget_set_can_focus (list, TRUE);
  return has_moved;
}

void
slip_tab_stop_make (GtkWidget *list)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_return_if_fail (GTK_IS_WIDGET (list));

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), list);
  gtk_widget_add_controller (list, keys);
}
