/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-query.h"

G_BEGIN_DECLS

/* More than so many in one week are too much for an audience or a person. */
#define SLIP_LOAD_MAX_RELEASES 2
#define SLIP_LOAD_MAX_ITEMS    10

/**
 * SlipLoad:
 * @who: an audience or a person
 * @releases: (element-type SlipRow): for an audience, the releases of the week
 *   that it is not ready for; for a person, those they own or bring to market
 * @n_items: the open items that a person has to do in the week
 *
 * What a week asks of somebody.
 */
typedef struct {
  SlipRow *who;
  GPtrArray *releases;
  guint n_items;
} SlipLoad;

/**
 * SlipLoadWeek:
 * @range: its seven days
 * @releases: (element-type SlipRow): the open releases that come out in it
 * @audiences: (element-type SlipLoad): those that have to get ready for any,
 *   the heaviest first
 * @owners: (element-type SlipLoad): the people who have anything to do, the
 *   heaviest first
 *
 * One week of a plan.
 */
typedef struct {
  SlipRange range;
  GPtrArray *releases;
  GPtrArray *audiences;
  GPtrArray *owners;
} SlipLoadWeek;

void slip_load_free (SlipLoad *self);
void slip_load_week_free (SlipLoadWeek *self);

/* Whether it is too much. */
gboolean slip_load_is_over (const SlipLoad *self);

/* How many audiences and people the week asks too much of. */
guint slip_load_week_count_over (const SlipLoadWeek *self);

/**
 * slip_load_list:
 * @query: (nullable): which releases count
 * @first: the first day of the first week
 *
 * Any thread may call it.
 *
 * Returns: (transfer full) (element-type SlipLoadWeek): @n_weeks weeks.
 */
GPtrArray *slip_load_list (const SlipPlanState *state,
                           const SlipQuery *query,
                           SlipDate first,
                           guint n_weeks) G_GNUC_WARN_UNUSED_RESULT;

/* Returns: (transfer full): 'Support: 3 releases', 'Sales ops: 5 items due, 2
 * releases'. */
char *slip_load_dup_text (const SlipLoad *self) G_GNUC_WARN_UNUSED_RESULT;

/* Returns: (transfer full): the same where there is little room: 'Support: 3',
 * 'Sales ops: 5 due'. */
char *slip_load_dup_short_text (const SlipLoad *self) G_GNUC_WARN_UNUSED_RESULT;

/* Returns: (transfer full): the week in words, to be read out: 'Week of Mon 7
 * December: 4 releases, too much for Support and 1 other'. */
char *slip_load_week_dup_label (const SlipLoadWeek *self,
                                SlipDate today) G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_load_describe_week:
 * @release: an open release
 * @day: where it may go
 *
 * Tells whether the week of @day, as the locale has weeks, would be too much
 * for an audience that is not ready for @release, or for its owners.  Looks at
 * the releases of that week alone, so that it can be asked while one is
 * dragged.
 *
 * Returns: (transfer full) (nullable): 'Sales has 2 other releases that week',
 * 'Sales, Support: 2 other releases each that week', for the heaviest; %NULL if
 * it is not.
 */
char *slip_load_describe_week (const SlipPlanState *state,
                               const SlipRow *release,
                               SlipDate day) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlipLoadWeek, slip_load_week_free)

G_END_DECLS
