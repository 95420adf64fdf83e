/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * slip_locale_begin:
 *
 * Takes the locale of the environment, and the texts in its language from where
 * they were installed, or from the folder that SLIPWAY_LOCALE_DIR names: so the
 * program speaks other languages from the build folder.  There the texts of the
 * help lie in the folder 'help' below it.
 *
 * Call it first and once, before there are threads.
 */
void slip_locale_begin (void);

G_END_DECLS
