/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-intent.h"

#include "slip-flag-clean-up.h"
#include "slip-rollout-status.h"
#include "slip-schedule.h"

SlipChangeSet *
slip_intent_run_needing (SlipIntentFunc func,
                         gconstpointer data,
                         const SlipPlanState *state,
                         GPtrArray **needs,
                         GError **error)
{
  g_autoptr (SlipEdit) edit = slip_edit_new (state, SLIP_VERB_EDIT);
  g_autoptr (SlipChangeSet) set = NULL;
  g_autoptr (GError) refusal = NULL;
  gboolean is_done = func (edit, data, &refusal);

  if (is_done) {
    slip_rollout_settle (edit);
    slip_flag_settle (edit);
    slip_schedule_settle (edit);
  }

  /* Calls that did nothing after a failure make a rule see less than it asked
   * for: what failed first says why. */
  if (is_done || slip_edit_has_failed (edit)) {
    set = slip_edit_end (edit, error);
    if (set == NULL && needs != NULL)
      *needs = slip_edit_dup_needs (edit);
    return g_steal_pointer (&set);
  }

  g_propagate_error (error, g_steal_pointer (&refusal));
  return NULL;
}

SlipChangeSet *
slip_intent_run (SlipIntentFunc func,
                 gconstpointer data,
                 const SlipPlanState *state,
                 GError **error)
{
  return slip_intent_run_needing (func, data, state, NULL, error);
}
