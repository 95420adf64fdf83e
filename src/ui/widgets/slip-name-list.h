/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What most buttons with a name in them have room for, in characters. */
#define SLIP_NAME_LIST_USUAL 28

/**
 * slip_name_list_set_up:
 * @drop_down: one whose model has GtkStringObjects
 * @min_chars: how wide the name in the button is at least, in characters; -1
 *   for as little as may be
 * @max_chars: how wide it would like to be at most
 *
 * Lets it show names that may be long: cut short in the button, so that no
 * window becomes wide, and readable in the list.
 */
void slip_name_list_set_up (GtkDropDown *drop_down,
                            int min_chars,
                            int max_chars);

G_END_DECLS
