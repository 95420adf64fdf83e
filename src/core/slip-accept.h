/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-edit.h"
#include "slip-moment.h"
#include "slip-observations.h"

G_BEGIN_DECLS

/**
 * SlipAccept:
 *
 * Taking over into the plan what a feed says: the data of slip_accept_run(),
 * and the one way by which the word of a feed gets into a plan.  What it would
 * change is the change set of the intent, which a person is shown before.
 */
typedef struct _SlipAccept SlipAccept;

/**
 * slip_accept_new:
 * @state: the plan in which @value was found
 * @target: (nullable): of a flag: the id of the one that is meant; %NULL for
 *   every flag of that key and environment in memory
 *
 * Returns: (transfer full) (nullable): %NULL if it was not found in the plan
 *   what @value is about: then there is nothing to take it over into.
 */
SlipAccept *slip_accept_new (const SlipPlanState *state,
                             const SlipFeedValue *value,
                             const char *target,
                             SlipMoment moment) G_GNUC_WARN_UNUSED_RESULT;
void slip_accept_free (SlipAccept *self);

/**
 * slip_accept_run:
 *
 * A #SlipIntentFunc over a #SlipAccept.  It copies what a plan has a place for:
 *
 * - Of the status of an audience: that the audience needs nothing, and whose
 *   word that is; else its owner, if the plan knows exactly one person called
 *   so, and its items, by their titles: those that the plan has get the state,
 *   also one that opens them again, and those that it lacks are added.  If the
 *   feed says done, the required items that it does not name are done, too, and
 *   a checklist that asks for nothing gets one item that says so.  Evidence
 *   where it is due is the address that the feed gives, or its word.  If the
 *   feed says that they are still at it and no required item is open, there is
 *   one item with that state and the word of the feed as its note, which later
 *   words change.
 * - That the audience knows a date, or states one: it is recorded that it was
 *   told that date, and has confirmed it.
 * - Of the status of a release: its owner, likewise, and the date stated, to
 *   which the release is moved with all that follows.
 * - Of a flag, what was seen; of a criterion, the figure for each criterion of
 *   the release that is about it; with source and time.
 * - A freeze, or its days if the plan has one of that name that it touches.
 *
 * Nothing changes if the plan is like that already.  Fails with
 * `SLIP_PLAN_ERROR_NOT_FOUND` if what it is about is gone, with
 * `SLIP_PLAN_ERROR_INVALID` if the days of a freeze are not understood.
 */
gboolean slip_accept_run (SlipEdit *edit, gconstpointer data, GError **error);

/**
 * slip_accept_dup_nothing:
 *
 * Returns: (transfer full): a sentence on why slip_accept_run() changes
 * nothing, if it does not.
 */
char *slip_accept_dup_nothing (const SlipAccept *self,
                               const SlipPlanState *state)
  G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlipAccept, slip_accept_free)

G_END_DECLS
