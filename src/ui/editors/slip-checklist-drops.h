/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-checklist-items.h"

G_BEGIN_DECLS

/* Lets the items of @list be dragged, and dropped between them. */
void slip_checklist_drops_add (SlipChecklistItems *list);

/**
 * slip_checklist_drops_add_header:
 * @header: what stands for a checklist that may be closed; has the style class
 *   `drop-here` while items hover over it
 *
 * Lets items of @release be dropped on @header, to go to the end of @checklist.
 */
void slip_checklist_drops_add_header (GtkWidget *header,
                                      const char *release,
                                      const char *checklist);

G_END_DECLS
