/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-chip.h"

G_BEGIN_DECLS

/**
 * slip_chip_link_update:
 * @selected: (nullable): the id of the selected release
 *
 * Marks @chip if its release depends on @selected, or @selected on it: an
 * outline, dashed where the dependent comes too early, and a description for
 * those who cannot see it.
 */
void slip_chip_link_update (SlipChip *chip,
                            const SlipPlanState *state,
                            const char *selected);

/* Describes @widget, which shows @release (nullable), by what it has to do with
 * @selected (nullable), for those who cannot see it. */
void slip_chip_link_describe (GtkWidget *widget,
                              const SlipPlanState *state,
                              const char *release,
                              const char *selected);

/**
 * slip_chip_link_draw:
 * @chip: one that shows a title
 *
 * Draws the small arrow of a marked chip: where its lines begin if something
 * leads to it, or where they end if it leads to something.
 */
void slip_chip_link_draw (GtkWidget *chip, GtkSnapshot *snapshot);

G_END_DECLS
