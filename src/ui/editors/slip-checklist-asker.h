/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-checklist-items.h"

G_BEGIN_DECLS

/*
 * How a #SlipChecklistItems is told what to do with its items: by keys, by its
 * context menu, and by the questions that some of it takes.
 */

void slip_checklist_asker_add (SlipChecklistItems *list);
void slip_checklist_asker_remove (SlipChecklistItems *list);

/**
 * slip_checklist_asker_set_state:
 * @items: (element-type SlipRow): of the list
 *
 * Asks to give @items a state; first for its note where it takes one, and for
 * evidence where it is missing.
 */
void slip_checklist_asker_set_state (SlipChecklistItems *list,
                                     const GPtrArray *items,
                                     SlipItemState state);

G_END_DECLS
