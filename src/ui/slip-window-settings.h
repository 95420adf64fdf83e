/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "slip-date.h"

G_BEGIN_DECLS

/**
 * SlipWindowSettings:
 * @shown_date: a day of the period that the calendar showed; unset if that was
 *   the present one
 * @shown_on: the day on which it did
 *
 * How the window was left: its size and what it showed.
 */
typedef struct {
  int width;
  int height;
  gboolean is_maximized;
  gboolean shows_sidebar;
  gboolean shows_inspector;
  char *view;
  char *span; /* of the calendar */
  SlipDate shown_date;
  SlipDate shown_on;
} SlipWindowSettings;

/**
 * slip_window_settings_find:
 *
 * Returns: (transfer full) (nullable): the program's settings, if they are
 * installed.
 */
GSettings *slip_window_settings_find (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_window_settings_load:
 *
 * Returns: (transfer full): what was kept last, or the defaults where the
 * program's settings are not installed.
 */
SlipWindowSettings *slip_window_settings_load (void) G_GNUC_WARN_UNUSED_RESULT;

/* Keeps @self, where settings are installed. */
void slip_window_settings_save (const SlipWindowSettings *self);

void slip_window_settings_free (SlipWindowSettings *self);

/**
 * slip_window_settings_dup_last_plan:
 *
 * Returns: (transfer full) (nullable): the file of the plan that was shown
 * last, if it is still there.
 */
char *slip_window_settings_dup_last_plan (void) G_GNUC_WARN_UNUSED_RESULT;

/* @path: a plan that is shown. */
void slip_window_settings_save_last_plan (const char *path);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlipWindowSettings, slip_window_settings_free)

G_END_DECLS
