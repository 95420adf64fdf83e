/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "slip-plan-state.h"

G_BEGIN_DECLS

/**
 * SlipChecklistRow:
 *
 * A checklist of a release: its audience, how far it is and who owns it, and
 * below that, when it is open, its items.  Named `checklist:` and the audience;
 * its owner is `owner:` and the audience.  Grabbing the focus opens it and goes
 * to its first item.
 */
#define SLIP_TYPE_CHECKLIST_ROW (slip_checklist_row_get_type ())
G_DECLARE_FINAL_TYPE (SlipChecklistRow,
                      slip_checklist_row,
                      SLIP,
                      CHECKLIST_ROW,
                      GtkBox)

GtkWidget *slip_checklist_row_new (const char *release, const char *checklist)
  G_GNUC_WARN_UNUSED_RESULT;

const char *slip_checklist_row_get_id (SlipChecklistRow *self);

/* Shows what @summary, of this checklist, says. */
void slip_checklist_row_set_plan (SlipChecklistRow *self,
                                  const SlipPlanState *state,
                                  const SlipChecklistSummary *summary,
                                  SlipDate today);

void slip_checklist_row_set_open (SlipChecklistRow *self, gboolean is_open);

/* Gives its first line the keyboard focus, open or not. */
void slip_checklist_row_focus_header (SlipChecklistRow *self);

/* Opens it and gives the item @id the keyboard focus; without it, what has it
 * when the focus is grabbed. */
void slip_checklist_row_focus_item (SlipChecklistRow *self, const char *id);

/* Selects none of its items. */
void slip_checklist_row_unselect (SlipChecklistRow *self);

G_END_DECLS
