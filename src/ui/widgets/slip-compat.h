/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * Every difference between the versions of GTK and libadwaita that the program
 * runs on.  Only this unit is compiled without the ceiling on newer calls.
 */

/**
 * slip_compat_announce:
 * @widget: a widget of the window that has news
 * @text: a sentence, read out by assistive technology
 *
 * Tells people who do not see the screen what has happened.  From GTK 4.14 on
 * it is an announcement; before, it becomes the description of the widget with
 * the keyboard focus until the focus leaves it: screen readers read that out
 * when it changes.
 */
void slip_compat_announce (GtkWidget *widget, const char *text);

/**
 * slip_compat_let_escape_end_drags:
 *
 * Has Escape cancel the drags that begin at @source.  On Wayland the compositor
 * does that.  On X11, GTK 4.8 grabs the key at the root window for it and then
 * loses the event, as it knows no surface for that window.
 */
void slip_compat_let_escape_end_drags (GtkDragSource *source);

/**
 * slip_compat_put_aside:
 * @drag: a drag that has begun in @popover
 *
 * Takes @popover out of the drag's way, and closes it.  On Wayland the surface
 * that a drag comes from has to stay until its end: compositors give the drag
 * up without it, and GTK 4.8 crashes when the pointer is told to be on it.  So
 * there it only goes out of sight and lets the pointer through until then.
 */
void slip_compat_put_aside (GtkPopover *popover, GdkDrag *drag);

G_END_DECLS
