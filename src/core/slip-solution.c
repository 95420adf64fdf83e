/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-solution.h"

#include <glib/gi18n-lib.h>

#include "slip-dependency.h"
#include "slip-entity-edit.h"
#include "slip-freeze.h"
#include "slip-intent.h"
#include "slip-move.h"
#include "slip-neighbours.h"

/* So far from the conflict days are looked at, and so many are tried out. */
#define MAX_DAYS   400
#define MAX_TRIALS 12

void
slip_solution_free (SlipSolution *self)
{
  g_free (self->release);
  g_free (self->stage);
  g_free (self->stage_name);
  g_free (self);
}

static gboolean
run_move (SlipEdit *edit, const SlipSolution *self, GError **error)
{
  const SlipPlanState *state = slip_edit_get_state (edit);
  g_autoptr (SlipMove) move = NULL;

  if (slip_plan_state_get (state, SLIP_KIND_RELEASE, self->release) == NULL) {
    g_set_error_literal (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_NOT_FOUND,
                         _ ("The release to move is not there any more"));
    return FALSE;
  }

  move = slip_move_new_to_day (state, self->release, self->day, self->stay,
                               self->today);
  return slip_move_run (edit, move, error);
}

static gboolean
run_date (SlipEdit *edit, const SlipSolution *self, GError **error)
{
  const SlipRow *release =
    slip_plan_state_get (slip_edit_get_state (edit), SLIP_KIND_RELEASE,
                         self->release);
  g_autoptr (SlipEntityEdit) setting =
    slip_entity_edit_new_set (SLIP_KIND_RELEASE, self->release);
  SlipPlannedDate planned = { self->day, SLIP_CERTAINTY_TENTATIVE };

  if (release != NULL &&
      slip_release_get_planned (release, self->anchor).certainty ==
        SLIP_CERTAINTY_CONFIRMED)
    planned.certainty = SLIP_CERTAINTY_CONFIRMED;
  slip_entity_edit_add_planned (setting, self->anchor, planned);
  return slip_entity_edit_run (edit, setting, error);
}

/* It stays as long as it was, and where somebody put it. */
static gboolean
run_stage (SlipEdit *edit, const SlipSolution *self, GError **error)
{
  const SlipRow *stage = slip_plan_state_get (slip_edit_get_state (edit),
                                              SLIP_KIND_STAGE, self->stage);
  g_autoptr (SlipEntityEdit) setting =
    slip_entity_edit_new_set (SLIP_KIND_STAGE, self->stage);
  gint64 length =
    stage != NULL ? slip_row_get_integer (stage, SLIP_STAGE_LENGTH_DAYS) : 1;

  slip_entity_edit_add_integer (setting, SLIP_STAGE_START_IS_PINNED, TRUE);
  slip_entity_edit_add_date (setting, SLIP_STAGE_PLANNED_START, self->day);
  slip_entity_edit_add_date (setting, SLIP_STAGE_PLANNED_END,
                             slip_date_add_days (self->day,
                                                 (int) MAX (length, 1) - 1));
  return slip_entity_edit_run (edit, setting, error);
}

gboolean
slip_solution_run (SlipEdit *edit, gconstpointer data, GError **error)
{
  const SlipSolution *self = data;

  if (self->stage != NULL)
    return run_stage (edit, self, error);
  if (self->anchor != SLIP_ANCHOR_RELEASE)
    return run_date (edit, self, error);

  return run_move (edit, self, error);
}

char *
slip_solution_dup_text (const SlipSolution *self)
{
  g_autofree char *day =
    slip_date_dup_text (self->day, SLIP_DATE_STYLE_MEDIUM, self->today);

  if (self->stage != NULL)
    /* Translators: a rollout stage and a day. */
    return g_strdup_printf (_ ("Start “%s” on %s"),
                            self->stage_name != NULL ? self->stage_name : "",
                            day);
  if (self->anchor != SLIP_ANCHOR_RELEASE)
    /* Translators: 'Deploy date: Mon 7 December'. */
    return g_strdup_printf (_ ("%s: %s"), slip_anchor_get_label (self->anchor),
                            day);

  if ((self->stay & SLIP_MOVE_TAKE_DEPENDENTS) != 0)
    /* Translators: to move a release to a day, and others that depend on it. */
    return g_strdup_printf (_ ("Move to %s, with what depends on it"), day);

  /* Translators: to move a release to a day. */
  return g_strdup_printf (_ ("Move to %s"), day);
}

/* The search for days that solve one conflict. */
typedef struct {
  const SlipPlanState *state;
  const SlipConflictContext *context;
  const SlipRow *release;
  const SlipConflict *conflict;
  SlipWorkingDays *working_days;
  GPtrArray *had;
  SlipDate from; /* where what moves is now */
} Search;

static gboolean
asks_too_much (const SlipConflict *conflict)
{
  return conflict->type == SLIP_CONFLICT_TOO_MANY_RELEASES ||
         conflict->type == SLIP_CONFLICT_TOO_MANY_ITEMS;
}

static gboolean
breaks_dependents (const Search *search, const SlipPlanState *after)
{
  g_autoptr (GPtrArray) edges =
    slip_dependency_list_on (after, slip_row_get_id (search->release));

  for (guint i = 0; i < edges->len; i++)
    if (slip_dependency_get_state (after, edges->pdata[i]) ==
          SLIP_DEPENDENCY_BROKEN &&
        slip_dependency_get_state (search->state, edges->pdata[i]) !=
          SLIP_DEPENDENCY_BROKEN)
      return TRUE;

  return FALSE;
}

/* A week that the release may move to. */
typedef struct {
  const Search *search;
  SlipRange week;
  gboolean is_full;
} Week;

static void
look_at_load_cb (const char *who, SlipDate day, gboolean is_item, gpointer data)
{
  Week *week = data;
  const Search *search = week->search;

  if (is_item || week->is_full ||
      (slip_plan_state_get (search->state, SLIP_KIND_PERSON, who) == NULL &&
       slip_plan_state_get (search->state, SLIP_KIND_AUDIENCE, who) == NULL))
    return;

  week->is_full =
    slip_neighbours_sum (slip_plan_state_get_neighbours (search->state), who,
                         week->week)
      .n_releases >= search->context->max_releases;
}

/* Whether the week that the release alone would move to has as much as may be
 * for somebody already.  That says in advance what a trial would come to, where
 * no week with too much is put up with. */
static gboolean
is_for_a_full_week (const Search *search, const SlipSolution *solution)
{
  Week week = { search,
                slip_conflict_context_get_week (search->context, solution->day),
                FALSE };

  if (!asks_too_much (search->conflict) || solution->stay != 0 ||
      slip_range_contains (week.week, search->from))
    return FALSE;

  slip_neighbours_foreach_asked (search->state, search->release,
                                 look_at_load_cb, &week);
  return week.is_full;
}

static gboolean
try_out (const Search *search, const SlipSolution *solution)
{
  g_autoptr (SlipChangeSet) set =
    slip_intent_run (slip_solution_run, solution, search->state, NULL);
  g_autoptr (SlipPlanState) after =
    set != NULL ? slip_plan_state_apply (search->state, set, NULL) : NULL;
  g_autoptr (GPtrArray) has = NULL;

  if (after == NULL)
    return FALSE;

  has = slip_conflict_list (after, search->context,
                            slip_plan_state_get (after, SLIP_KIND_RELEASE,
                                                 solution->release));
  if (slip_conflict_is_among (search->conflict, has))
    return FALSE;

  for (guint i = 0; i < has->len; i++)
    if (!slip_conflict_is_among (has->pdata[i], search->had) &&
        (!asks_too_much (has->pdata[i]) || asks_too_much (search->conflict)))
      return FALSE;

  return !breaks_dependents (search, after);
}

static gboolean
solves (const Search *search, const SlipSolution *solution)
{
  return !is_for_a_full_week (search, solution) && try_out (search, solution);
}

/* Whether @day is worth a trial: worked, and in no freeze. */
static gboolean
is_free (const Search *search, SlipDate day)
{
  g_autoptr (GArray) spans = NULL;

  if (!slip_working_days_is_working (search->working_days, day))
    return FALSE;
  if (search->conflict->anchor != SLIP_ANCHOR_RELEASE &&
      search->conflict->anchor != SLIP_ANCHOR_DEPLOY)
    return TRUE;

  spans =
    slip_freeze_list_release_spans (search->state, slip_range_new (day, day),
                                    search->release);
  return spans->len == 0;
}

static SlipSolution *
solution_new (const Search *search, SlipDate day, guint stay)
{
  const SlipConflict *conflict = search->conflict;
  SlipSolution *solution = g_new0 (SlipSolution, 1);

  solution->release = g_strdup (slip_row_get_id (search->release));
  solution->anchor = conflict->anchor;
  solution->stage = g_strdup (conflict->stage);
  solution->stage_name = g_strdup (conflict->stage_name);
  solution->day = day;
  solution->stay = stay;
  solution->today = search->context->today;
  return solution;
}

/* Tries days from @start on, towards @step, of weeks one day each if that is
 * what is too full. */
static SlipSolution *
find (const Search *search, SlipDate start, int step, guint stay)
{
  gboolean is_by_week =
    search->conflict->type == SLIP_CONFLICT_TOO_MANY_RELEASES;
  guint n_trials = 0;
  SlipDate day = start;

  for (int i = 0; i < MAX_DAYS && n_trials < MAX_TRIALS; i++) {
    g_autoptr (SlipSolution) solution = NULL;

    if (slip_date_is_before (day, search->context->today))
      return NULL;
    if (is_free (search, day)) {
      solution = solution_new (search, day, stay);
      n_trials++;
      if (solves (search, solution))
        return g_steal_pointer (&solution);
      if (is_by_week) {
        SlipRange week = slip_conflict_context_get_week (search->context, day);

        day = step > 0 ? week.last : week.first;
      }
    }
    day = slip_date_add_days (day, step);
  }

  return NULL;
}

/* The days of the freeze that the conflict is with. */
static SlipRange
find_span (const Search *search)
{
  SlipDate day = search->conflict->day;
  g_autoptr (GArray) spans =
    slip_freeze_list_release_spans (search->state, slip_range_new (day, day),
                                    search->release);

  for (guint i = 0; i < spans->len; i++) {
    const SlipFreezeSpan *span = &g_array_index (spans, SlipFreezeSpan, i);

    if (g_strcmp0 (slip_row_get_id (span->freeze), search->conflict->cause) ==
        0)
      return span->range;
  }

  return slip_range_new (day, day);
}

/* @days days away from where what moves is now */
static SlipDate
away (const Search *search, int days)
{
  return slip_date_add_days (search->from, days);
}

/* The first day that may solve the conflict, towards later; unset if none. */
static SlipDate
start_later (const Search *search)
{
  const SlipConflict *conflict = search->conflict;

  switch (conflict->type) {
  case SLIP_CONFLICT_FREEZE:
  case SLIP_CONFLICT_STAGE_FREEZE:
    return slip_date_add_days (find_span (search).last, 1);
  case SLIP_CONFLICT_DEPENDENCY:
    return slip_date_add_days (conflict->other_day, (int) conflict->n);
  case SLIP_CONFLICT_STAGE_ORDER:
    return slip_date_add_days (conflict->other_day, 1);
  case SLIP_CONFLICT_NOTICE:
    return slip_working_days_add (search->working_days, search->context->today,
                                  (int) conflict->n);
  case SLIP_CONFLICT_T_DATES_PAST:
    return away (search,
                 slip_date_days_until (conflict->day, search->context->today));
  case SLIP_CONFLICT_TOO_MANY_RELEASES:
    return slip_date_add_days (conflict->day, 7);
  case SLIP_CONFLICT_TOO_MANY_ITEMS:
  case SLIP_CONFLICT_HOLIDAY:
  case SLIP_CONFLICT_WEEKEND:
    return away (search, 1);
  case SLIP_CONFLICT_DEPENDENCY_WITHOUT_DATE:
  case SLIP_CONFLICT_DEPENDENCY_GONE:
  case SLIP_CONFLICT_DEPLOY_AFTER_RELEASE:
  case SLIP_CONFLICT_CODE_COMPLETE_AFTER_DEPLOY:
  case SLIP_CONFLICT_STAGE_SHRINKS:
  case SLIP_N_CONFLICT_TYPES:
    break;
  }

  return SLIP_DATE_NONE;
}

/* The same towards earlier; too late is never solved by that. */
static SlipDate
start_earlier (const Search *search)
{
  const SlipConflict *conflict = search->conflict;

  switch (conflict->type) {
  case SLIP_CONFLICT_FREEZE:
  case SLIP_CONFLICT_STAGE_FREEZE:
    return slip_date_add_days (find_span (search).first, -1);
  case SLIP_CONFLICT_TOO_MANY_RELEASES:
    return slip_date_add_days (conflict->day, -1);
  case SLIP_CONFLICT_TOO_MANY_ITEMS:
  case SLIP_CONFLICT_HOLIDAY:
  case SLIP_CONFLICT_WEEKEND:
    return away (search, -1);
  case SLIP_CONFLICT_DEPENDENCY:
  case SLIP_CONFLICT_DEPENDENCY_WITHOUT_DATE:
  case SLIP_CONFLICT_DEPENDENCY_GONE:
  case SLIP_CONFLICT_DEPLOY_AFTER_RELEASE:
  case SLIP_CONFLICT_CODE_COMPLETE_AFTER_DEPLOY:
  case SLIP_CONFLICT_STAGE_ORDER:
  case SLIP_CONFLICT_STAGE_SHRINKS:
  case SLIP_CONFLICT_NOTICE:
  case SLIP_CONFLICT_T_DATES_PAST:
  case SLIP_N_CONFLICT_TYPES:
    break;
  }

  return SLIP_DATE_NONE;
}

static void
take (const Search *search, GPtrArray *found, SlipSolution *solution)
{
  if (slip_date_is_set (solution->day) &&
      !slip_date_is_before (solution->day, search->context->today) &&
      solves (search, solution))
    g_ptr_array_add (found, solution);
  else
    slip_solution_free (solution);
}

/* Of two dates in the wrong order the first goes before the second, or the
 * release date after the deploy date, which stays. */
static void
find_order (const Search *search, GPtrArray *found)
{
  gboolean is_release =
    search->conflict->type == SLIP_CONFLICT_DEPLOY_AFTER_RELEASE;
  SlipDate late = slip_release_resolve (search->state, search->release,
                                        is_release ? SLIP_ANCHOR_RELEASE
                                                   : SLIP_ANCHOR_DEPLOY);
  SlipSolution *later;

  take (search, found,
        solution_new (search,
                      slip_working_days_snap (search->working_days, late,
                                              SLIP_SNAP_EARLIER),
                      0));
  if (!is_release)
    return;

  later = solution_new (search,
                        slip_working_days_snap (search->working_days,
                                                search->conflict->day,
                                                SLIP_SNAP_LATER),
                        SLIP_ANCHOR_BIT (SLIP_ANCHOR_DEPLOY));
  later->anchor = SLIP_ANCHOR_RELEASE;
  take (search, found, later);
}

/* The launch stage starts on the release date and nowhere else. */
static gboolean
may_move (const Search *search)
{
  const SlipRow *stage = slip_plan_state_get (search->state, SLIP_KIND_STAGE,
                                              search->conflict->stage);

  return stage == NULL || !slip_row_get_boolean (stage, SLIP_STAGE_IS_LAUNCH);
}

static gboolean
has_dependents (const Search *search)
{
  const SlipNeighbours *neighbours =
    slip_plan_state_get_neighbours (search->state);

  return slip_neighbours_peek_dependents (neighbours,
                                          slip_row_get_id (search->release)) !=
         NULL;
}

/* Where what depends on it is in the way, it comes along. */
static SlipSolution *
find_later (const Search *search, SlipDate start)
{
  SlipDate today = search->context->today;
  SlipDate first = slip_date_is_before (start, today) ? today : start;
  SlipSolution *solution = find (search, first, 1, 0);
  gboolean is_move = search->conflict->stage == NULL &&
                     search->conflict->anchor == SLIP_ANCHOR_RELEASE;

  return solution != NULL || !is_move || !has_dependents (search)
           ? solution
           : find (search, first, 1, SLIP_MOVE_TAKE_DEPENDENTS);
}

static void
find_days (const Search *search, GPtrArray *found)
{
  SlipDate earlier = start_earlier (search);
  SlipDate later = start_later (search);
  SlipSolution *solution = NULL;

  if (slip_date_is_set (earlier))
    solution = find (search, earlier, -1, 0);
  if (solution != NULL)
    g_ptr_array_add (found, solution);
  solution = NULL;
  if (slip_date_is_set (later))
    solution = find_later (search, later);
  if (solution != NULL)
    g_ptr_array_add (found, solution);
}

/* Whether a later day is all that it takes; of a day off, everybody sees it. */
static gboolean
is_about_a_day (const SlipConflict *conflict)
{
  switch (conflict->type) {
  case SLIP_CONFLICT_FREEZE:
  case SLIP_CONFLICT_STAGE_FREEZE:
    return conflict->excepted_by == NULL;
  case SLIP_CONFLICT_DEPENDENCY:
  case SLIP_CONFLICT_NOTICE:
    return TRUE;
  case SLIP_CONFLICT_DEPENDENCY_WITHOUT_DATE:
  case SLIP_CONFLICT_DEPENDENCY_GONE:
  case SLIP_CONFLICT_DEPLOY_AFTER_RELEASE:
  case SLIP_CONFLICT_CODE_COMPLETE_AFTER_DEPLOY:
  case SLIP_CONFLICT_STAGE_ORDER:
  case SLIP_CONFLICT_STAGE_SHRINKS:
  case SLIP_CONFLICT_T_DATES_PAST:
  case SLIP_CONFLICT_TOO_MANY_RELEASES:
  case SLIP_CONFLICT_TOO_MANY_ITEMS:
  case SLIP_CONFLICT_HOLIDAY:
  case SLIP_CONFLICT_WEEKEND:
  case SLIP_N_CONFLICT_TYPES:
    break;
  }

  return FALSE;
}

SlipDate
slip_solution_find_free_day (const SlipPlanState *state,
                             const SlipConflictContext *context,
                             const SlipRow *release,
                             const SlipConflict *conflict)
{
  g_autoptr (SlipWorkingDays) working_days = NULL;
  Search search = {
    state, context, release, conflict, NULL, NULL, conflict->day
  };
  SlipDate day;

  if (!is_about_a_day (conflict))
    return SLIP_DATE_NONE;

  working_days = slip_plan_state_dup_working_days (
    state, slip_row_get_text (release, SLIP_RELEASE_PRODUCT));
  search.working_days = working_days;
  day = start_later (&search);
  if (slip_date_is_before (day, context->today))
    day = context->today;
  for (int i = 0; i < MAX_DAYS; i++, day = slip_date_add_days (day, 1))
    if (is_free (&search, day))
      return day;

  return SLIP_DATE_NONE;
}

GPtrArray *
slip_solution_list (const SlipPlanState *state,
                    const SlipConflictContext *context,
                    const SlipRow *release,
                    const SlipConflict *conflict)
{
  GPtrArray *found =
    g_ptr_array_new_with_free_func ((GDestroyNotify) slip_solution_free);
  g_autoptr (SlipWorkingDays) working_days = NULL;
  g_autoptr (GPtrArray) had = NULL;
  Search search = { state, context, release, conflict, NULL, NULL };

  if (!slip_release_is_open (release) ||
      !slip_plan_state_is_loaded (state, slip_row_get_id (release)))
    return found;

  working_days = slip_plan_state_dup_working_days (
    state, slip_row_get_text (release, SLIP_RELEASE_PRODUCT));
  had = slip_conflict_list (state, context, release);
  search.working_days = working_days;
  search.had = had;
  search.from = conflict->stage != NULL
                  ? conflict->day
                  : slip_release_resolve (state, release, conflict->anchor);
  if (conflict->type == SLIP_CONFLICT_DEPLOY_AFTER_RELEASE ||
      conflict->type == SLIP_CONFLICT_CODE_COMPLETE_AFTER_DEPLOY)
    find_order (&search, found);
  else if (slip_date_is_set (search.from) && may_move (&search))
    find_days (&search, found);
  return found;
}
