/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gdk/gdk.h>

G_BEGIN_DECLS

/**
 * slip_contrast_style_add:
 *
 * From then on what is shown on @display follows high-contrast.css whenever the
 * person wants high contrast.  (libadwaita loads such a file by itself under a
 * name that newer versions warn of, and the media queries that they know
 * instead are unknown to older ones.)
 */
void slip_contrast_style_add (GdkDisplay *display);

G_END_DECLS
