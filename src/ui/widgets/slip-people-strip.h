/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "slip-plan-state.h"

G_BEGIN_DECLS

/**
 * SlipPeopleStrip:
 *
 * The people of the plan in a line, to be dragged (as #SlipDraggedPerson) onto
 * what they are to own.  What it does, a #SlipPersonPicker does by keys.  A
 * person's chip is named `person:` and the name.
 */
#define SLIP_TYPE_PEOPLE_STRIP (slip_people_strip_get_type ())
G_DECLARE_FINAL_TYPE (SlipPeopleStrip,
                      slip_people_strip,
                      SLIP,
                      PEOPLE_STRIP,
                      GtkWidget)

GtkWidget *slip_people_strip_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* Says before the people what they are dragged onto, which is a checklist
 * unless told otherwise. */
void slip_people_strip_set_hint (SlipPeopleStrip *self, const char *hint);

/* Shows the people of @state who are not retired. */
void slip_people_strip_set_plan (SlipPeopleStrip *self,
                                 const SlipPlanState *state);

G_END_DECLS
