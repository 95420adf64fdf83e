/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-compat.h"

#include "slip-text.h"

#ifdef GDK_WINDOWING_X11
#include <X11/extensions/XInput2.h>
#include <gdk/x11/gdkx.h>
#endif

#if GTK_CHECK_VERSION(4, 14, 0)

void
slip_compat_announce (GtkWidget *widget, const char *text)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (text != NULL);

  g_autofree char *contained = slip_text_dup_contained (text);
  g_autoptr (GtkATContext) context =
    gtk_accessible_get_at_context (GTK_ACCESSIBLE (widget));
  /* That of GTK's tests cannot, and GTK does not ask whether it can. */
  if (context != NULL &&
      !g_str_equal (G_OBJECT_TYPE_NAME (context), "GtkTestATContext"))
    gtk_accessible_announce (GTK_ACCESSIBLE (widget), contained,
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

#else

static void
focus_changed_cb (GtkWidget *widget)
{
  if (gtk_widget_has_focus (widget))
    return;
  gtk_accessible_reset_property (GTK_ACCESSIBLE (widget),
                                 GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
  g_signal_handlers_disconnect_by_func (widget, focus_changed_cb, NULL);
}

void
slip_compat_announce (GtkWidget *widget, const char *text)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (text != NULL);

  g_autofree char *contained = slip_text_dup_contained (text);
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  if (focus == NULL)
    focus = widget;
  gtk_accessible_update_property (GTK_ACCESSIBLE (focus),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  contained, -1);
  g_signal_handlers_disconnect_by_func (focus, focus_changed_cb, NULL);
  g_signal_connect (focus, "notify::has-focus", G_CALLBACK (focus_changed_cb),
                    NULL);
}

#endif

#ifdef GDK_WINDOWING_X11

static gboolean
is_escape (GdkDisplay *display, const XEvent *event)
{
  if (event->type != GenericEvent || event->xcookie.evtype != XI_KeyPress ||
      event->xcookie.data == NULL)
    return FALSE;
  const XIDeviceEvent *press = event->xcookie.data;
  g_autofree guint *keyvals = NULL;
  int n_keyvals = 0;
  gdk_display_map_keycode (display, (guint) press->detail, NULL, &keyvals,
                           &n_keyvals);
  for (int i = 0; i < n_keyvals; i++)
    if (keyvals[i] == GDK_KEY_Escape)
      return TRUE;
  return FALSE;
}

/* gtk_drag_source_drag_cancel() would leave the pointer grabbed, and letting go
 * of its button would still drop. */
static gboolean
xevent_cb (GdkDisplay *display, const XEvent *event, GtkDragSource *source)
{
  GdkDrag *drag = gtk_drag_source_get_drag (source);
  if (drag == NULL || !is_escape (display, event))
    return FALSE;
  g_signal_emit_by_name (drag, "cancel", GDK_DRAG_CANCEL_USER_CANCELLED);
  return TRUE;
}

static void
drag_begin_cb (GtkDragSource *source, GdkDrag *drag)
{
  GdkDisplay *display = gdk_drag_get_display (drag);
  if (GDK_IS_X11_DISPLAY (display))
    g_signal_connect_object (display, "xevent", G_CALLBACK (xevent_cb), source,
                             0);
}

static void
drag_end_cb (GtkDragSource *source, GdkDrag *drag)
{
  g_signal_handlers_disconnect_by_func (gdk_drag_get_display (drag), xevent_cb,
                                        source);
}

void
slip_compat_let_escape_end_drags (GtkDragSource *source)
{
  g_return_if_fail (GTK_IS_DRAG_SOURCE (source));

  g_signal_connect (source, "drag-begin", G_CALLBACK (drag_begin_cb), NULL);
  g_signal_connect (source, "drag-end", G_CALLBACK (drag_end_cb), NULL);
}

#else

void
slip_compat_let_escape_end_drags (GtkDragSource *source)
{
  g_return_if_fail (GTK_IS_DRAG_SOURCE (source));
}

#endif

static void
close_popover (GtkPopover *popover)
{
  gtk_popover_popdown (popover);
  gtk_widget_set_opacity (GTK_WIDGET (popover), 1);
}

void
slip_compat_put_aside (GtkPopover *popover, GdkDrag *drag)
{
  g_return_if_fail (GTK_IS_POPOVER (popover));
  g_return_if_fail (GDK_IS_DRAG (drag));

#ifdef GDK_WINDOWING_X11
  if (GDK_IS_X11_DISPLAY (gdk_drag_get_display (drag))) {
    close_popover (popover);
    return;
  }
#endif
  cairo_region_t *nothing = cairo_region_create ();
  gtk_widget_set_opacity (GTK_WIDGET (popover), 0);
  gdk_surface_set_input_region (gtk_native_get_surface (GTK_NATIVE (popover)),
                                nothing);
  cairo_region_destroy (nothing);
  g_signal_connect_object (drag, "cancel", G_CALLBACK (close_popover), popover,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "dnd-finished", G_CALLBACK (close_popover),
                           popover, G_CONNECT_SWAPPED);
}
