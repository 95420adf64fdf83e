/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-row.h"
#include "slip-step.h"

G_BEGIN_DECLS

/**
 * SlipPast:
 *
 * What the history of releases says about when things happened that the plan
 * itself does not keep: how often a release date moved, when a release was said
 * to be released, when an item was closed.  What was there already when it came
 * into the plan, or came by an import, happened at a time that nobody knows.
 */
typedef struct _SlipPast SlipPast;

SlipPast *slip_past_new (void) G_GNUC_WARN_UNUSED_RESULT;
void slip_past_free (SlipPast *self);

/**
 * slip_past_read:
 * @steps: (element-type SlipStep): all steps on @release and its parts, newest
 *   first
 */
void slip_past_read (SlipPast *self,
                     const char *release,
                     const GPtrArray *steps);

/* How often the release date moved from one day to another or to none, moves
 * that are undone not counted; -1 if the release was not read. */
int slip_past_count_moves (const SlipPast *self, const char *release);

/* When the status became Released, in ms since 1970; -1 if that is not known or
 * it is not. */
gint64 slip_past_get_released (const SlipPast *self, const char *release);

/* Instead of a time: nobody knows when, and not at all. */
#define SLIP_PAST_UNKNOWN (-1)
#define SLIP_PAST_NEVER   (-2)

typedef gboolean (*SlipPastTest) (const SlipValue *value, gconstpointer data);

/**
 * slip_past_find_since:
 * @row: as it is at present: a release that was read, a criterion or a flag of
 *   one
 * @property: its rollback plan; whether it is ticked, its figure, the reason of
 *   its waiver; what was observed, with which share
 * @until_ms: the instant that is asked about
 *
 * Finds since when, without a break until @until_ms, @property passed @test.
 *
 * Returns: in ms since 1970, `SLIP_PAST_UNKNOWN` or, if it did not,
 *   `SLIP_PAST_NEVER`.
 */
gint64 slip_past_find_since (const SlipPast *self,
                             const SlipRow *row,
                             guint property,
                             gint64 until_ms,
                             SlipPastTest test,
                             gconstpointer data);

/* When an item became done or not applicable, in ms since 1970; -1 if that is
 * not known or it is open. */
gint64 slip_past_get_closed (const SlipPast *self, const char *item);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlipPast, slip_past_free)

G_END_DECLS
