/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "slip-preview.h"

G_BEGIN_DECLS

/**
 * slip_preview_lines_show:
 * @box: a box that holds nothing else
 * @preview: (nullable): what to tell; %NULL for nothing
 *
 * Tells in @box, line by line, what a change would do.
 */
void slip_preview_lines_show (GtkBox *box, const SlipPreview *preview);

G_END_DECLS
