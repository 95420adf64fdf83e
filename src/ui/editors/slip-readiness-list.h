/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "slip-plan-state.h"

G_BEGIN_DECLS

/**
 * SlipReadinessList:
 *
 * How ready a release is: a bar, and a line for each checklist in the order of
 * telling that opens into its items.
 */
#define SLIP_TYPE_READINESS_LIST (slip_readiness_list_get_type ())
G_DECLARE_FINAL_TYPE (SlipReadinessList,
                      slip_readiness_list,
                      SLIP,
                      READINESS_LIST,
                      GtkBox)

GtkWidget *slip_readiness_list_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* Shows the checklists of the release @id. */
void slip_readiness_list_set_release (SlipReadinessList *self,
                                      const SlipPlanState *state,
                                      const char *id,
                                      SlipDate today);

/**
 * slip_readiness_list_show_checklist:
 * @checklist: (nullable): the id of a checklist; %NULL for all of them
 *
 * Opens a checklist of the release shown and gives it the keyboard focus, as
 * soon as it is known.
 */
void slip_readiness_list_show_checklist (SlipReadinessList *self,
                                         const char *checklist);

/* The same, of the item @item of @checklist. */
void slip_readiness_list_show_item (SlipReadinessList *self,
                                    const char *checklist,
                                    const char *item);

/* Gives the button that adds a checklist the keyboard focus. */
void slip_readiness_list_show_add (SlipReadinessList *self);

G_END_DECLS
