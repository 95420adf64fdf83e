/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-window.h"

G_BEGIN_DECLS

/*
 * What the window asks by dialogs of its own or of the system.
 */

/* @page: 'feeds', or anything else for the first one. */
void slip_window_dialogs_show_preferences (SlipWindow *window,
                                           const char *page);
/* @date: the release date offered; may be unset. */
void slip_window_dialogs_show_new_release (SlipWindow *window, SlipDate date);
void slip_window_dialogs_show_move (SlipWindow *window, const char *release);
/* @step: the number of a move. */
void slip_window_dialogs_show_adjust (SlipWindow *window, gint64 step);
void slip_window_dialogs_show_plan_settings (SlipWindow *window,
                                             const char *page);
/* @property: a property of the entity @id that is to refer to them. */
void slip_window_dialogs_show_new_person (SlipWindow *window,
                                          SlipKind kind,
                                          const char *id,
                                          const char *property);
/* What is in front: @window or a dialog of it. */
GtkWindow *slip_window_dialogs_find_front (SlipWindow *window);

/* The plan's settings, if they stand in front; else %NULL. */
AdwPreferencesWindow *slip_window_dialogs_find_settings (SlipWindow *window);

/* Each asks for a file first, but for the sample plan. */
void slip_window_dialogs_open (SlipWindow *window);
void slip_window_dialogs_open_sample (SlipWindow *window);
void slip_window_dialogs_new_plan (SlipWindow *window);
void slip_window_dialogs_save_copy (SlipWindow *window);
void slip_window_dialogs_import (SlipWindow *window);

/* Shows what the calendar @path would bring. */
void slip_window_dialogs_import_file (SlipWindow *window, const char *path);

G_END_DECLS
