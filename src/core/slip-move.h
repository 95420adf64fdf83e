/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-edit.h"
#include "slip-release.h"

G_BEGIN_DECLS

/* The bit of @anchor in a set of anchors. */
#define SLIP_ANCHOR_BIT(anchor) (1u << (anchor))

/* Every date but the release date: what stays if only that one moves. */
#define SLIP_ANCHORS_BUT_RELEASE                                               \
  (SLIP_ANCHOR_BIT (SLIP_ANCHOR_DEPLOY) |                                      \
   SLIP_ANCHOR_BIT (SLIP_ANCHOR_CODE_COMPLETE) |                               \
   SLIP_ANCHOR_BIT (SLIP_ANCHOR_ANNOUNCE))

/**
 * SlipMove:
 * @release: the id of the release
 * @to: its new release date; unscheduled takes it away
 * @stay: a set of `SLIP_ANCHOR_BIT()`s: dates that stay and are pinned
 * @today: the day on which it is done
 *
 * Moving a release.  Its other dates follow by as many calendar days as the
 * release date moves, unless they are pinned, in @stay, without a day, or over
 * before @today (which happened, and stay).  A date that stands for a period
 * counts as the day it is shown on, and moves to the period in which that day
 * then lies.  Taking the release date away takes theirs along and keeps how far
 * they were from it; giving it one again brings them back, tentative.  Nothing
 * happens and nothing is pinned when the release date does not move.
 */
typedef struct {
  char *release;
  SlipPlannedDate to;
  guint stay;
  SlipDate today;
} SlipMove;

SlipMove *slip_move_new (const char *release,
                         SlipPlannedDate to,
                         guint stay,
                         SlipDate today) G_GNUC_WARN_UNUSED_RESULT;
void slip_move_free (SlipMove *move);

/**
 * slip_move_new_to_day:
 *
 * As slip_move_new() for a drop on a day: a confirmed date stays confirmed,
 * everything else becomes tentative.  @release must exist.
 */
SlipMove *slip_move_new_to_day (const SlipPlanState *state,
                                const char *release,
                                SlipDate day,
                                guint stay,
                                SlipDate today) G_GNUC_WARN_UNUSED_RESULT;

/* A #SlipIntentFunc over a #SlipMove. */
gboolean slip_move_run (SlipEdit *edit, gconstpointer move, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlipMove, slip_move_free)

G_END_DECLS
