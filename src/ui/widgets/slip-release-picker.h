/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-picker.h"
#include "slip-plan-state.h"

G_BEGIN_DECLS

/**
 * SlipReleasePicker:
 *
 * A popover to choose a release by its title: open ones, and those that are
 * closed once something is typed.  Its entry is named `release-entry`.
 */
#define SLIP_TYPE_RELEASE_PICKER (slip_release_picker_get_type ())
G_DECLARE_FINAL_TYPE (SlipReleasePicker,
                      slip_release_picker,
                      SLIP,
                      RELEASE_PICKER,
                      SlipPicker)

GtkWidget *slip_release_picker_new (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_release_picker_ask:
 * @without: (element-type utf8): a set of ids that are not listed
 *
 * Shows the releases of @state and opens.
 */
void slip_release_picker_ask (SlipReleasePicker *self,
                              const SlipPlanState *state,
                              GHashTable *without);

G_END_DECLS
