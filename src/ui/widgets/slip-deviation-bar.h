/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SlipDeviationBar:
 *
 * One bar of a chart: to the right of its line, hatched, what is above nothing;
 * to the left, hollow, what is below; a broken frame where nothing is known.
 * The pattern says it without colour, and the text beside the bar says it in
 * words, so that assistive technology passes over the bar.
 */
#define SLIP_TYPE_DEVIATION_BAR (slip_deviation_bar_get_type ())
G_DECLARE_FINAL_TYPE (SlipDeviationBar,
                      slip_deviation_bar,
                      SLIP,
                      DEVIATION_BAR,
                      GtkWidget)

/* @least, @most: the ends of the chart, the same for all its bars. */
GtkWidget *slip_deviation_bar_new (gint64 value,
                                   gint64 least,
                                   gint64 most) G_GNUC_WARN_UNUSED_RESULT;

GtkWidget *slip_deviation_bar_new_unknown (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
