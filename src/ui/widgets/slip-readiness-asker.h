/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-readiness-grid.h"

G_BEGIN_DECLS

/*
 * How a #SlipReadinessGrid is told what to do with a cell: by clicks, by its
 * menu, by its list of people, and by dropping somebody on it.
 */

void slip_readiness_asker_add (SlipReadinessGrid *grid);

/* Opens the list of people, or the context menu, of the cell that has the
 * focus. */
void slip_readiness_asker_ask_owner (SlipReadinessGrid *grid);
void slip_readiness_asker_show_menu (SlipReadinessGrid *grid);

/* Goes back to the cell that was asked about last, and asks for its owner. */
void slip_readiness_asker_ask_again (SlipReadinessGrid *grid);

G_END_DECLS
