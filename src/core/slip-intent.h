/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-edit.h"

G_BEGIN_DECLS

/**
 * slip_intent_run_needing:
 * @needs: (out) (optional) (nullable) (transfer full) (element-type utf8): with
 *   `SLIP_PLAN_ERROR_NOT_LOADED`, the ids of the releases whose parts it needs
 *
 * Makes the change set of @func on @state, and settles in the same set whatever
 * hangs on what it changed (slip_rollout_settle(), slip_flag_settle(),
 * slip_schedule_settle()).
 *
 * Returns: (transfer full): the set, or %NULL with the first error of the edit,
 * else that of @func.  With `SLIP_PLAN_ERROR_NOT_LOADED`, load what it needs
 * and run it again; it may then need more.
 */
SlipChangeSet *slip_intent_run_needing (SlipIntentFunc func,
                                        gconstpointer data,
                                        const SlipPlanState *state,
                                        GPtrArray **needs,
                                        GError **error)
  G_GNUC_WARN_UNUSED_RESULT;

/* The same where nobody can load anything. */
SlipChangeSet *slip_intent_run (SlipIntentFunc func,
                                gconstpointer data,
                                const SlipPlanState *state,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
