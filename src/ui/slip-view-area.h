/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SlipViewArea:
 *
 * Holds the views and asks for a width of its own, whatever they ask for: the
 * panes beside it fold away by that width, the same in every view.  Its minimum
 * is that of the narrowest window.
 */
#define SLIP_TYPE_VIEW_AREA (slip_view_area_get_type ())
G_DECLARE_FINAL_TYPE (SlipViewArea, slip_view_area, SLIP, VIEW_AREA, GtkWidget)

G_END_DECLS
