/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * slip_readiness_headings_name:
 * @headings: (element-type GtkLabel): the names of the columns, the first
 *   column's first; made longer or shorter as need be
 * @parent: whose children they are, the first of them below the others
 * @audiences: (nullable) (element-type SlipRow): of the other columns
 */
void slip_readiness_headings_name (GPtrArray *headings,
                                   GtkWidget *parent,
                                   GPtrArray *audiences);

G_END_DECLS
