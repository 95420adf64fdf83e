/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-picker.h"
#include "slip-plan-state.h"

G_BEGIN_DECLS

/**
 * SlipPersonPicker:
 *
 * A popover to choose a person by name, or to name a new one.  Its entry is
 * named `person-entry`.
 */
#define SLIP_TYPE_PERSON_PICKER (slip_person_picker_get_type ())
G_DECLARE_FINAL_TYPE (SlipPersonPicker,
                      slip_person_picker,
                      SLIP,
                      PERSON_PICKER,
                      SlipPicker)

GtkWidget *slip_person_picker_new (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_person_picker_ask:
 * @owner: (nullable): the id of who it is now; there is a row for nobody then
 * @suggested: (nullable): the id of who comes first
 *
 * Shows the people of @state and opens.
 */
void slip_person_picker_ask (SlipPersonPicker *self,
                             const SlipPlanState *state,
                             const char *owner,
                             const char *suggested);

G_END_DECLS
