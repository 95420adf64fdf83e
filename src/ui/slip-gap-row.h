/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "slip-gap.h"

G_BEGIN_DECLS

/**
 * SlipGapRow:
 *
 * One thing that needs attention: what, whose and since when, and a way to mend
 * it at once.  Activating it opens its checklist or its release.  Named `gap:`
 * and its title.
 */
#define SLIP_TYPE_GAP_ROW (slip_gap_row_get_type ())
G_DECLARE_FINAL_TYPE (SlipGapRow, slip_gap_row, SLIP, GAP_ROW, AdwActionRow)

/**
 * SlipGapRow::owner-wanted:
 * @button: what was clicked
 *
 * Somebody wants to pick who owns it; answered by slip_gap_row_assign().
 */

GtkWidget *slip_gap_row_new (const SlipGap *gap,
                             const SlipPlanState *state,
                             SlipDate today) G_GNUC_WARN_UNUSED_RESULT;

/* Who is to be offered first, or %NULL. */
const char *slip_gap_row_get_suggested (SlipGapRow *self);

/* Asks for that person, or a new one called @name. */
void slip_gap_row_assign (SlipGapRow *self,
                          const char *person,
                          const char *name);

G_END_DECLS
