/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The parts that the dialog of a decision is put together from. */

/* Lines of @text, which wrap. */
GtkWidget *slip_decision_part_new_label (const char *text,
                                         const char *css_class)
  G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_decision_part_new_text:
 * @view: (out) (transfer none): what is typed into
 * @name: the widget's name
 *
 * Returns: a field of several lines, in what scrolls it
 */
GtkWidget *slip_decision_part_new_text (GtkTextView **view, const char *name)
  G_GNUC_WARN_UNUSED_RESULT;

/* A row of a list with @title above @editor. */
GtkWidget *slip_decision_part_new_field (const char *title, GtkWidget *editor)
  G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
