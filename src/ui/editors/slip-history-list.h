/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "slip-plan-state.h"
#include "slip-step.h"

G_BEGIN_DECLS

/**
 * SlipHistoryList:
 *
 * What happened to a release, newest first.  Folded at first; opening it emits
 * ::wanted, and whoever knows the history answers with
 * slip_history_list_set_steps().
 */
#define SLIP_TYPE_HISTORY_LIST (slip_history_list_get_type ())
G_DECLARE_FINAL_TYPE (SlipHistoryList,
                      slip_history_list,
                      SLIP,
                      HISTORY_LIST,
                      AdwPreferencesGroup)

/**
 * SlipHistoryList::wanted:
 *
 * Somebody wants to see the history.
 */

GtkWidget *slip_history_list_new (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_history_list_set_steps:
 * @state: the plan, for the names of what the steps refer to
 * @steps: (nullable) (element-type SlipStep): newest first; %NULL for not known
 */
void slip_history_list_set_steps (SlipHistoryList *self,
                                  const SlipPlanState *state,
                                  GPtrArray *steps);

gboolean slip_history_list_is_open (SlipHistoryList *self);

/* Folds it and forgets its steps. */
void slip_history_list_close (SlipHistoryList *self);

G_END_DECLS
