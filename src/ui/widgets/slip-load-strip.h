/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "slip-plan-state.h"

G_BEGIN_DECLS

/**
 * SlipLoadStrip:
 *
 * A button for every week, which says how many releases it has and for whom it
 * is the heaviest, and opens what it is made of.
 */
#define SLIP_TYPE_LOAD_STRIP (slip_load_strip_get_type ())
G_DECLARE_FINAL_TYPE (SlipLoadStrip,
                      slip_load_strip,
                      SLIP,
                      LOAD_STRIP,
                      GtkWidget)

/**
 * SlipLoadStrip::person-wanted:
 * @person: an id
 *
 * Somebody wants to see what @person has to do.
 */

/**
 * slip_load_strip_set_weeks:
 * @weeks: (transfer full) (element-type SlipLoadWeek): of @state
 * @person: (nullable): the id of the person whose load each week says; %NULL
 *   for the heaviest
 */
void slip_load_strip_set_weeks (SlipLoadStrip *self,
                                GPtrArray *weeks,
                                const SlipPlanState *state,
                                const char *person,
                                SlipDate today);

G_END_DECLS
