/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "slip-item-row.h"

G_BEGIN_DECLS

/**
 * SlipChecklistItems:
 *
 * The items of a checklist, and a line to type or paste new ones.  Several can
 * be selected; Space ticks them, Alt with Up and Down moves them, Delete
 * deletes them, Return opens one, and the context menu has everything else.
 */
#define SLIP_TYPE_CHECKLIST_ITEMS (slip_checklist_items_get_type ())
G_DECLARE_FINAL_TYPE (SlipChecklistItems,
                      slip_checklist_items,
                      SLIP,
                      CHECKLIST_ITEMS,
                      GtkBox)

GtkWidget *slip_checklist_items_new (const char *release, const char *checklist)
  G_GNUC_WARN_UNUSED_RESULT;

const char *slip_checklist_items_get_release (SlipChecklistItems *self);
const char *slip_checklist_items_get_checklist (SlipChecklistItems *self);

/* Puts @widget beside the line for new items. */
void slip_checklist_items_add_suffix (SlipChecklistItems *self,
                                      GtkWidget *widget);

void slip_checklist_items_set_plan (SlipChecklistItems *self,
                                    const SlipPlanState *state,
                                    SlipDate today);
const SlipPlanState *slip_checklist_items_get_state (SlipChecklistItems *self);
SlipDate slip_checklist_items_get_today (SlipChecklistItems *self);

/* For what is added to it: the list and the row at a height of it, %NULL below
 * the last. */
GtkListBox *slip_checklist_items_get_list (SlipChecklistItems *self);
SlipItemRow *slip_checklist_items_find_at (SlipChecklistItems *self, double y);

/**
 * slip_checklist_items_list_selected:
 *
 * Returns: (transfer full) (element-type SlipRow): the selected items in their
 * order; the one with the focus if it is not among them or none is.
 */
GPtrArray *slip_checklist_items_list_selected (SlipChecklistItems *self)
  G_GNUC_WARN_UNUSED_RESULT;

/* Returns: (transfer full): their ids. */
GStrv slip_checklist_items_dup_ids (const GPtrArray *items)
  G_GNUC_WARN_UNUSED_RESULT;

/* Selects the item @id alone, unless it is selected already. */
void slip_checklist_items_select (SlipChecklistItems *self, const char *id);

/* The row of the item @id, or %NULL. */
GtkWidget *slip_checklist_items_find (SlipChecklistItems *self, const char *id);

/* Gives the first item the keyboard focus, the line for new ones if there is
 * none. */
void slip_checklist_items_focus (SlipChecklistItems *self);

G_END_DECLS
