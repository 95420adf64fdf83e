/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "slip-plan-state.h"

G_BEGIN_DECLS

/**
 * SlipFlagList:
 *
 * The feature flags of a release, and a button to add one.  Named `flags`.
 */
#define SLIP_TYPE_FLAG_LIST (slip_flag_list_get_type ())
G_DECLARE_FINAL_TYPE (SlipFlagList,
                      slip_flag_list,
                      SLIP,
                      FLAG_LIST,
                      AdwPreferencesGroup)

GtkWidget *slip_flag_list_new (void) G_GNUC_WARN_UNUSED_RESULT;

void slip_flag_list_set_release (SlipFlagList *self,
                                 const SlipPlanState *state,
                                 const char *release);

G_END_DECLS
