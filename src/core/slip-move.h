/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-edit.h"
#include "slip-release.h"

G_BEGIN_DECLS

/* The bit of @anchor in a set of anchors. */
#define SLIP_ANCHOR_BIT(anchor) (1u << (anchor))

/* In a set of what stays: every checklist date, communication and stage. */
#define SLIP_MOVE_STAY_PARTS (1u << SLIP_N_ANCHORS)

/* In the same set: what depends on it and would come too early moves as well,
 * just as far as it has to, and so on for what depends on that. */
#define SLIP_MOVE_TAKE_DEPENDENTS (1u << (SLIP_N_ANCHORS + 1))

/* What stays if only the release date moves: everything else. */
#define SLIP_MOVE_ONLY_RELEASE                                                 \
  (SLIP_ANCHOR_BIT (SLIP_ANCHOR_DEPLOY) |                                      \
   SLIP_ANCHOR_BIT (SLIP_ANCHOR_CODE_COMPLETE) |                               \
   SLIP_ANCHOR_BIT (SLIP_ANCHOR_ANNOUNCE) | SLIP_MOVE_STAY_PARTS)

/**
 * SlipMove:
 * @release: the id of the release
 * @to: its new release date; unscheduled takes it away
 * @stay: a set of `SLIP_ANCHOR_BIT()`s and `SLIP_MOVE_STAY_PARTS`: what stays
 *   and is pinned; and `SLIP_MOVE_TAKE_DEPENDENTS`
 * @today: the day on which it is done
 * @kept: (nullable): ids of items, communications and stages that stay
 * @freed: (nullable): ids of those that are pinned and shall follow
 *
 * Moving a release.  Its other dates follow by as many calendar days as the
 * release date moves, unless they are pinned, in @stay, without a day, or over
 * before @today (which happened, and stay).  A date that stands for a period
 * counts as the day it is shown on, and moves to the period in which that day
 * then lies.  Taking the release date away takes theirs along and keeps how far
 * they were from it; giving it one again brings them back, tentative.  Nothing
 * happens and nothing is pinned when the release date does not move.
 *
 * Checklist dates, planned communications and stages then follow their rules
 * (see slip-schedule.h), but for those that stay.  Audiences that then know a
 * wrong date get a change notice (see slip-change-notice.h).
 */
typedef struct {
  char *release;
  SlipPlannedDate to;
  guint stay;
  SlipDate today;
  GStrv kept;
  GStrv freed;
} SlipMove;

SlipMove *slip_move_new (const char *release,
                         SlipPlannedDate to,
                         guint stay,
                         SlipDate today) G_GNUC_WARN_UNUSED_RESULT;
SlipMove *slip_move_copy (const SlipMove *move) G_GNUC_WARN_UNUSED_RESULT;
void slip_move_free (SlipMove *move);

/* Says which parts stay and which pinned ones follow; %NULL for none. */
void slip_move_set_parts (SlipMove *move,
                          const char *const *kept,
                          const char *const *freed);

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
