/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SlipHelpTopic:
 * @place: the name of a type, the name of a widget, or after 'page:' that of a
 *   page of preferences
 * @page: the id of the page of the help about it; empty where it is about what
 *   lies behind
 *
 * What a part of the screen is about.
 */
typedef struct {
  const char *place;
  const char *page;
} SlipHelpTopic;

/* Returns: (transfer none) (array length=n): every topic. */
const SlipHelpTopic *slip_help_topics_list (guint *n);

/**
 * slip_help_topics_find:
 * @widget: what has the keyboard focus, or a window
 *
 * Returns: (transfer none) (nullable): the id of the page about @widget: about
 *   the nearest thing around it that has one, in a window otherwise about what
 *   it shows, else about what lies behind it.
 */
const char *slip_help_topics_find (GtkWidget *widget);

G_END_DECLS
