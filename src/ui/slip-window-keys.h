/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SlipWindowKeys:
 *
 * The keys that close a window and end the program, in every window that is
 * none of the application's own: settings, dialogs, the help.
 */
typedef struct _SlipWindowKeys SlipWindowKeys;

/* @application: has the action `quit`, and lives as long as the keys. */
SlipWindowKeys *slip_window_keys_new (GtkApplication *application)
  G_GNUC_WARN_UNUSED_RESULT;
void slip_window_keys_free (SlipWindowKeys *self);

/* Closes the dialogs and settings of @window, those in front first, so that
 * what was typed in them is still asked of it. */
void slip_window_keys_close_dialogs (GtkWindow *window);

G_END_DECLS
