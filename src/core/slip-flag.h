/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-edit.h"

G_BEGIN_DECLS

/**
 * SlipFlagStanding:
 * @SLIP_FLAG_AS_PLANNED: what was observed is what the stage expects
 * @SLIP_FLAG_AHEAD: more people have it than the stage expects
 * @SLIP_FLAG_BEHIND: fewer have it
 * @SLIP_FLAG_UNKNOWN: nothing was observed, or the share that is expected was
 *   not
 * @SLIP_FLAG_UNPLANNED: the stage expects nothing of it
 *
 * How a feature flag stands at a stage.
 */
typedef enum {
  SLIP_FLAG_AS_PLANNED,
  SLIP_FLAG_AHEAD,
  SLIP_FLAG_BEHIND,
  SLIP_FLAG_UNKNOWN,
  SLIP_FLAG_UNPLANNED,
  SLIP_N_FLAG_STANDINGS,
} SlipFlagStanding;

/* Its name for people, translated: 'Ahead of plan'. */
const char *slip_flag_standing_get_label (SlipFlagStanding standing);
/* Its name in JSON: 'ahead'. */
const char *slip_flag_standing_get_nick (SlipFlagStanding standing);

/**
 * slip_flag_list:
 *
 * Returns: (transfer full) (element-type SlipRow): the flags of @release, whose
 * parts are in memory, by key and environment.
 */
GPtrArray *slip_flag_list (const SlipPlanState *state,
                           const char *release) G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_flag_find:
 * @environment: (nullable): %NULL for the one without
 *
 * Returns: (nullable): the flag of @release with that key and environment.
 */
const SlipRow *slip_flag_find (const SlipPlanState *state,
                               const char *release,
                               const char *key,
                               const char *environment);

/**
 * slip_flag_find_expected:
 *
 * Returns: (nullable): the row of kind flag_stage that says what @flag is to be
 * during @stage; %NULL if nothing is expected.
 */
const SlipRow *slip_flag_find_expected (const SlipPlanState *state,
                                        const SlipRow *flag,
                                        const char *stage);

/**
 * slip_flag_find_stage:
 *
 * Returns: (nullable): the stage of @release by which its flags are judged: the
 * last that has begun and was not rolled back; %NULL before that.
 */
const SlipRow *slip_flag_find_stage (const SlipPlanState *state,
                                     const char *release);

/**
 * slip_flag_compare:
 * @stage: (nullable): the id of a stage of its release; %NULL for before all of
 *   them, when nothing is expected
 *
 * Compares what was last seen of @flag, by a person or by a feed, with what
 * @stage expects.  Off is on for
 * nobody.  A stage that asks for on without a share is content with any; one
 * that asks for a share is not told by a bare 'on', which is unknown.
 */
SlipFlagStanding slip_flag_compare (const SlipPlanState *state,
                                    const SlipRow *flag,
                                    const char *stage);

/**
 * slip_flag_dup_label:
 *
 * Returns: (transfer full): its key, and its environment if it has one:
 * 'new-checkout (production)'.
 */
char *slip_flag_dup_label (const SlipRow *flag) G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_flag_dup_state:
 * @share: hundredths of a percent, -1 for none
 *
 * Returns: (transfer full): the state for people: 'On, 25 %', 'Off', 'Unknown'.
 */
char *slip_flag_dup_state (SlipFlagState flag_state,
                           gint64 share) G_GNUC_WARN_UNUSED_RESULT;
/* What was last seen of @flag (see slip_flag_sight_get()), and what @expected
 * (nullable) asks for, the same way; 'Nothing' if nothing is. */
char *slip_flag_dup_observed (const SlipPlanState *state,
                              const SlipRow *flag) G_GNUC_WARN_UNUSED_RESULT;
char *slip_flag_dup_expected (const SlipRow *expected)
  G_GNUC_WARN_UNUSED_RESULT;

/* The share that the flag or flag_stage @row keeps as @property, -1 if none. */
gint64 slip_flag_get_share (const SlipRow *row, guint property);

/**
 * slip_flag_check:
 * @row: a flag or what one is to be during a stage
 *
 * Checks what @row's values alone cannot break: a release has one flag of a key
 * and environment, and one expectation for each of its flags and stages.
 *
 * Returns: `FALSE` with a `SLIP_PLAN_ERROR_INVALID`; `TRUE` for every other
 * kind.
 */
gboolean slip_flag_check (const SlipPlanState *state,
                          const SlipRow *row,
                          GError **error);

/**
 * slip_flag_let_go:
 * @kind: flag or stage
 * @id: the id of one that is about to be deleted
 *
 * Deletes what says what a flag is to be during a stage, as it refers to both.
 */
void slip_flag_let_go (SlipEdit *edit, SlipKind kind, const char *id);

G_END_DECLS
