/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "slip-plan-state.h"

G_BEGIN_DECLS

/**
 * SlipDependencyList:
 *
 * The releases that a release depends on, with how long after each it has to
 * come, why, and how that stands; and those that depend on it.
 */
#define SLIP_TYPE_DEPENDENCY_LIST (slip_dependency_list_get_type ())
G_DECLARE_FINAL_TYPE (SlipDependencyList,
                      slip_dependency_list,
                      SLIP,
                      DEPENDENCY_LIST,
                      AdwPreferencesGroup)

GtkWidget *slip_dependency_list_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* Shows the dependencies of the release @id. */
void slip_dependency_list_set_release (SlipDependencyList *self,
                                       const SlipPlanState *state,
                                       const char *id);

/* Asks for what was typed and not yet asked for. */
void slip_dependency_list_commit (SlipDependencyList *self);

G_END_DECLS
