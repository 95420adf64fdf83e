/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "slip-rollout-scene.h"

G_BEGIN_DECLS

/**
 * slip_rollout_links_draw:
 * @widget: what is drawn on
 *
 * Draws a line from the release day of each release that the selected one
 * depends on to the release day of the selected one, and from there to what
 * depends on it.  Where the dependent comes too early the line is dashed.
 */
void slip_rollout_links_draw (GtkWidget *widget,
                              const SlipRolloutScene *scene,
                              GtkSnapshot *snapshot);

G_END_DECLS
