/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-conflict-search.h"
#include "slip-neighbours.h"

static SlipConflict *
add_dependency (SlipConflictSearch *search,
                SlipConflictType type,
                const SlipRow *on)
{
  SlipConflict *conflict =
    slip_conflict_search_add (search, type, SLIP_ANCHOR_RELEASE);
  g_autofree char *title = slip_release_dup_title (search->state, on);

  slip_conflict_set_cause (conflict, on, title);
  return conflict;
}

/* Only a warning where some choice of days within their periods is right. */
static void
compare_days (SlipConflictSearch *search, const SlipRow *on, int lag)
{
  SlipPlannedDate planned = slip_release_get_planned (on, SLIP_ANCHOR_RELEASE);
  SlipRange own =
    slip_planned_date_get_period (search->planned[SLIP_ANCHOR_RELEASE]);
  SlipRange other = slip_planned_date_get_period (planned);
  SlipDate day = slip_release_resolve (search->state, on, SLIP_ANCHOR_RELEASE);
  SlipConflict *conflict;

  if (!slip_date_is_before (search->days[SLIP_ANCHOR_RELEASE],
                            slip_date_add_days (day, lag)))
    return;

  conflict = add_dependency (search, SLIP_CONFLICT_DEPENDENCY, on);
  conflict->other_day = day;
  conflict->n = (guint) lag;
  conflict->is_soft =
    !slip_date_is_before (own.last, slip_date_add_days (other.first, lag));
}

static gboolean
find_dependency_cb (const SlipRow *dependency, gpointer data)
{
  SlipConflictSearch *search = data;
  const SlipRow *on = slip_plan_state_follow (search->state, dependency,
                                              SLIP_DEPENDENCY_ON_RELEASE);

  if (on == NULL)
    return TRUE;

  if (slip_release_is_deleted (on) ||
      slip_release_get_status (on) == SLIP_STATUS_CANCELLED)
    add_dependency (search, SLIP_CONFLICT_DEPENDENCY_GONE, on);
  else if (slip_row_peek (on, SLIP_RELEASE_RELEASE_DATE)->type !=
           SLIP_VALUE_NONE)
    compare_days (search, on,
                  (int) slip_row_get_integer (dependency,
                                              SLIP_DEPENDENCY_LAG_DAYS));
  else if (!slip_release_is_closed (on))
    add_dependency (search, SLIP_CONFLICT_DEPENDENCY_WITHOUT_DATE, on)
      ->is_soft = TRUE;
  return TRUE;
}

/* A week in which the release asks something of somebody. */
typedef struct {
  const SlipRow *who;
  SlipRange week;
  gboolean is_item;
} Ask;

static gboolean
has_too_much (const SlipConflictSearch *search, const Ask *ask)
{
  for (guint i = 0; i < search->found->len; i++) {
    const SlipConflict *conflict = search->found->pdata[i];

    if (conflict->type == (ask->is_item ? SLIP_CONFLICT_TOO_MANY_ITEMS
                                        : SLIP_CONFLICT_TOO_MANY_RELEASES) &&
        g_str_equal (conflict->cause, slip_row_get_id (ask->who)))
      return TRUE;
  }

  return FALSE;
}

static void
add_too_much (SlipConflictSearch *search, const Ask *ask, guint n, guint limit)
{
  SlipConflict *conflict =
    slip_conflict_search_add (search,
                              ask->is_item ? SLIP_CONFLICT_TOO_MANY_ITEMS
                                           : SLIP_CONFLICT_TOO_MANY_RELEASES,
                              SLIP_ANCHOR_RELEASE);
  gboolean is_person = slip_row_get_kind (ask->who) == SLIP_KIND_PERSON;

  slip_conflict_set_cause (conflict, ask->who,
                           slip_row_get_text (ask->who,
                                              is_person
                                                ? (guint) SLIP_PERSON_NAME
                                                : (guint) SLIP_AUDIENCE_NAME));
  conflict->day = ask->week.first;
  conflict->n = n;
  conflict->limit = limit;
  conflict->is_soft = TRUE;
}

/* Of each person the first week with too many items is told; that they have
 * more of the kind is seen once it is solved. */
static void
judge (SlipConflictSearch *search, const Ask *ask)
{
  const SlipConflictContext *context = search->context;
  SlipLoadSum sum;
  guint n;
  guint limit;

  if (ask->is_item && has_too_much (search, ask))
    return;
  sum = slip_neighbours_sum (slip_plan_state_get_neighbours (search->state),
                             slip_row_get_id (ask->who), ask->week);
  n = ask->is_item ? sum.n_items : sum.n_releases;
  limit = ask->is_item ? context->max_items : context->max_releases;
  if (n > limit)
    add_too_much (search, ask, n, limit);
}

typedef struct {
  SlipConflictSearch *search;
  GArray *asks;
} Asking;

/* Where the first that is too much will do, nothing has to be in order. */
static void
note_ask_cb (const char *who, SlipDate day, gboolean is_item, gpointer data)
{
  const Asking *asking = data;
  SlipConflictSearch *search = asking->search;
  Ask ask = { NULL, slip_conflict_context_get_week (search->context, day),
              is_item };

  if (slip_conflict_search_is_over (search) ||
      slip_date_is_before (ask.week.last, search->context->today))
    return;

  for (guint i = 0; i < asking->asks->len; i++) {
    const Ask *other = &g_array_index (asking->asks, Ask, i);

    if (other->is_item == is_item &&
        slip_date_equal (other->week.first, ask.week.first) &&
        g_str_equal (slip_row_get_id (other->who), who))
      return;
  }

  ask.who = slip_plan_state_get (search->state, SLIP_KIND_PERSON, who);
  if (ask.who == NULL)
    ask.who = slip_plan_state_get (search->state, SLIP_KIND_AUDIENCE, who);
  if (ask.who == NULL)
    return;
  g_array_append_val (asking->asks, ask);
  if (search->is_for_any)
    judge (search, &ask);
}

static int
compare_asks_cb (gconstpointer a, gconstpointer b)
{
  const Ask *first = a;
  const Ask *second = b;

  return slip_date_compare (first->week.first, second->week.first);
}

static void
find_too_much (SlipConflictSearch *search)
{
  g_autoptr (GArray) asks = g_array_new (FALSE, FALSE, sizeof (Ask));

  slip_neighbours_foreach_asked (search->state, search->release, note_ask_cb,
                                 &(Asking){ search, asks });
  if (search->is_for_any)
    return;
  g_array_sort (asks, compare_asks_cb);
  for (guint i = 0; i < asks->len; i++)
    judge (search, &g_array_index (asks, Ask, i));
}

void
slip_conflict_search_neighbours (SlipConflictSearch *search)
{
  if (slip_date_is_set (search->days[SLIP_ANCHOR_RELEASE]))
    slip_plan_state_foreach_owned (search->state, SLIP_KIND_DEPENDENCY,
                                   slip_row_get_id (search->release),
                                   find_dependency_cb, search);
  if (!slip_conflict_search_is_over (search))
    find_too_much (search);
}
