/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-date-text.h"
#include "slip-plan-state.h"

G_BEGIN_DECLS

/* More than so many in one week are too much for an audience or a person,
 * unless somebody says otherwise. */
#define SLIP_LOAD_MAX_RELEASES 2
#define SLIP_LOAD_MAX_ITEMS    10

/**
 * SlipConflictContext:
 * @today: the present day
 * @max_releases: more releases in one week are too much for an audience or a
 *   person
 * @max_items: more items due in one week are too much for a person
 * @first_weekday: what weeks start with
 *
 * What conflicts depend on besides the plan.
 */
typedef struct {
  SlipDate today;
  guint max_releases;
  guint max_items;
  SlipWeekday first_weekday;
} SlipConflictContext;

/* The usual limits.  What weeks start with is as the locale says. */
static inline SlipConflictContext
slip_conflict_context_new (SlipDate today)
{
  return (SlipConflictContext){ today, SLIP_LOAD_MAX_RELEASES,
                                SLIP_LOAD_MAX_ITEMS,
                                slip_locale_get_first_weekday () };
}

static inline guint
slip_conflict_limit_get (const SlipRow *plan, guint property, guint usual)
{
  gint64 limit = plan != NULL ? slip_row_get_integer (plan, property) : 0;

  return limit > 0 ? (guint) limit : usual;
}

/* The limits of the plan @state. */
static inline SlipConflictContext
slip_conflict_context_new_for_plan (const SlipPlanState *state, SlipDate today)
{
  const SlipRow *plan = slip_plan_state_get_plan (state);
  SlipConflictContext context = slip_conflict_context_new (today);

  context.max_releases = slip_conflict_limit_get (plan, SLIP_PLAN_MAX_RELEASES,
                                                  SLIP_LOAD_MAX_RELEASES);
  context.max_items =
    slip_conflict_limit_get (plan, SLIP_PLAN_MAX_ITEMS, SLIP_LOAD_MAX_ITEMS);
  return context;
}

/* The week that @day is in. */
static inline SlipRange
slip_conflict_context_get_week (const SlipConflictContext *self, SlipDate day)
{
  SlipDate first = slip_date_get_week_start (day, self->first_weekday);

  return slip_range_new (first, slip_date_add_days (first, 6));
}

static inline gboolean
slip_conflict_context_equal (const SlipConflictContext *a,
                             const SlipConflictContext *b)
{
  return slip_date_equal (a->today, b->today) &&
         a->max_releases == b->max_releases && a->max_items == b->max_items &&
         a->first_weekday == b->first_weekday;
}

G_END_DECLS
