/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SlipSteadyWidth:
 *
 * Holds one widget, and wants the same width for it whatever height there is.
 *
 * A horizontal box asks its children how wide they are at its height.  A
 * vertical box tells it by trying out one width after the other, and each label
 * in it that wraps breaks its lines for each of them: a hundred times the work
 * of showing them.  In between, this ends the question.
 */
#define SLIP_TYPE_STEADY_WIDTH (slip_steady_width_get_type ())
G_DECLARE_FINAL_TYPE (SlipSteadyWidth,
                      slip_steady_width,
                      SLIP,
                      STEADY_WIDTH,
                      GtkWidget)

/* What @child says of aligning and expanding is to be said of the container. */
GtkWidget *slip_steady_width_new (GtkWidget *child) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
