/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-edit.h"

G_BEGIN_DECLS

/*
 * What hangs on what.  Items and communications with a T-date that is not
 * pinned are on the day their rule comes to, and rollout stages that have not
 * begun start and end where theirs say; one that starts at the end of the stage
 * before follows that stage's expected end once it has begun, and passes over
 * what is skipped or rolled back.  Closed and deleted releases stay as
 * they are; one that opens again is settled then.
 */

/**
 * slip_schedule_settle:
 *
 * Puts every part of an open release that hangs on something @edit changed
 * where its rule says: a date of the release, a stage, the rule itself, the
 * product, a working calendar or its holidays.  What is over (an item that is
 * done or not applicable, a communication that was sent) stays and is pinned if
 * its rule says another day, and so is what hangs on a stage that is gone.
 *
 * Run after every intent; an intent that wants to know the outcome itself may
 * call it too.  Needs the parts of the releases it touches.
 */
void slip_schedule_settle (SlipEdit *edit);

/**
 * slip_schedule_keep:
 * @release: the id of a release
 * @ids: (nullable) (array zero-terminated=1): which of its parts stay; %NULL
 *   for all
 *
 * Pins the items, communications and stages of @release that their rules would
 * now put on another day.
 */
void slip_schedule_keep (SlipEdit *edit,
                         const char *release,
                         const char *const *ids);

/**
 * slip_schedule_free:
 *
 * Takes the pins off parts of @release, so that they follow their rules again.
 */
void slip_schedule_free (SlipEdit *edit,
                         const char *release,
                         const char *const *ids);

/**
 * slip_schedule_day_set:
 * @before: (nullable): the part as it was; %NULL if it is new
 * @has_day: whether its day was set
 * @has_rule: whether its rule was
 * @has_pin: whether its pin was
 *
 * Called after somebody set properties of the item or communication @id: a day
 * of one's own pins what has a rule, and a new rule takes the pin off.
 */
void slip_schedule_day_set (SlipEdit *edit,
                            SlipKind kind,
                            const char *id,
                            const SlipRow *before,
                            gboolean has_day,
                            gboolean has_rule,
                            gboolean has_pin);

/**
 * slip_schedule_let_go:
 * @stage: the id of a stage that is about to be deleted
 *
 * Pins what hangs on @stage where it is, so that nothing refers to it.
 */
void slip_schedule_let_go (SlipEdit *edit, const char *stage);

/**
 * slip_schedule_is_over:
 *
 * Whether the item or communication is done with: its day is history.
 */
gboolean slip_schedule_is_over (const SlipRow *row);

/**
 * slip_schedule_find_faults:
 * @faults: (element-type utf8): where to add a line for each stage, item and
 *   communication in memory that is not where its rule says
 */
void slip_schedule_find_faults (const SlipPlanState *state, GPtrArray *faults);

G_END_DECLS
