/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * slip_control_name_set:
 * @control: a control of GTK, such as a drop-down, a button with a menu, a
 *   button with a colour, or any other
 * @name: what it is for
 *
 * Has assistive technology tell @name of @control.  Some of GTK's controls hand
 * the focus on to a button in them, which has no name of its own, so it gets
 * the name as well; that of a drop-down tells what is chosen, too.  Can be
 * called again with another name.
 */
void slip_control_name_set (GtkWidget *control, const char *name);

/**
 * slip_control_name_buttons:
 * @others: what a button with an icon is called that says nothing itself
 *
 * Names the buttons in @widget, of which a library made some: those that have
 * an icon and a tooltip by the latter, the rest of those with an icon @others.
 */
void slip_control_name_buttons (GtkWidget *widget, const char *others);

G_END_DECLS
