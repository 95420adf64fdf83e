/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-conflict-context.h"
#include "slip-query.h"

G_BEGIN_DECLS

/**
 * SlipLoad:
 * @who: an audience or a person
 * @releases: (element-type SlipRow): for an audience, the releases of the week
 *   that it is not ready for; for a person, those they own or bring to market
 * @n_items: the open items that a person has to do in the week
 * @is_over: whether it is too much
 *
 * What a week asks of somebody.
 */
typedef struct {
  SlipRow *who;
  GPtrArray *releases;
  guint n_items;
  gboolean is_over;
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

/* How many audiences and people the week asks too much of. */
guint slip_load_week_count_over (const SlipLoadWeek *self);

/**
 * slip_load_list:
 * @query: (nullable): which releases count
 * @context: how much is too much
 * @first: the first day of the first week
 *
 * Any thread may call it.
 *
 * Returns: (transfer full) (element-type SlipLoadWeek): @n_weeks weeks.
 */
GPtrArray *slip_load_list (const SlipPlanState *state,
                           const SlipQuery *query,
                           const SlipConflictContext *context,
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

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlipLoadWeek, slip_load_week_free)

G_END_DECLS
