/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * slip_month_keys_install:
 * @klass: the class of #SlipMonthGrid
 *
 * Gives the grid its keys: arrows go from day to day, Home and End to the ends
 * of the week, Page Up and Page Down turn the page, Ctrl+Home goes to today.
 * Enter goes from a day to its chips, up and down go through them, and Escape
 * goes back.
 */
void slip_month_keys_install (GtkWidgetClass *klass);

G_END_DECLS
