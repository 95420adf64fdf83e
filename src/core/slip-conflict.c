/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-conflict-search.h"
#include "slip-exception.h"
#include "slip-freeze.h"
#include "slip-neighbours.h"
#include "slip-stage.h"

SlipConflict *
slip_conflict_copy (const SlipConflict *conflict)
{
  SlipConflict *copy = g_memdup2 (conflict, sizeof *conflict);

  copy->stage = g_strdup (conflict->stage);
  copy->stage_name = g_strdup (conflict->stage_name);
  copy->cause = g_strdup (conflict->cause);
  copy->cause_name = g_strdup (conflict->cause_name);
  copy->excepted_by = g_strdup (conflict->excepted_by);
  return copy;
}

void
slip_conflict_free (SlipConflict *conflict)
{
  g_free (conflict->stage);
  g_free (conflict->stage_name);
  g_free (conflict->cause);
  g_free (conflict->cause_name);
  g_free (conflict->excepted_by);
  g_free (conflict);
}

static gboolean
is_of_week (const SlipConflict *conflict)
{
  return conflict->type == SLIP_CONFLICT_TOO_MANY_RELEASES ||
         conflict->type == SLIP_CONFLICT_TOO_MANY_ITEMS;
}

gboolean
slip_conflict_equal (const SlipConflict *a, const SlipConflict *b)
{
  if (a->type != b->type || a->anchor != b->anchor ||
      g_strcmp0 (a->stage, b->stage) != 0)
    return FALSE;
  /* Which of the T-dates is the first makes them no other ones. */
  if (a->type == SLIP_CONFLICT_T_DATES_PAST)
    return TRUE;
  if (is_of_week (a) && !slip_date_equal (a->day, b->day))
    return FALSE;

  return (a->excepted_by != NULL) == (b->excepted_by != NULL) &&
         g_strcmp0 (a->cause, b->cause) == 0 &&
         g_strcmp0 (a->cause_name, b->cause_name) == 0;
}

gboolean
slip_conflict_is_among (const SlipConflict *conflict,
                        const GPtrArray *conflicts)
{
  for (guint i = 0; i < conflicts->len; i++)
    if (slip_conflict_equal (conflicts->pdata[i], conflict))
      return TRUE;

  return FALSE;
}

gboolean
slip_conflict_search_is_over (const SlipConflictSearch *search)
{
  return search->is_for_any && search->found->len > 0;
}

SlipConflict *
slip_conflict_search_add (SlipConflictSearch *search,
                          SlipConflictType type,
                          SlipAnchor anchor)
{
  SlipConflict *conflict = g_new0 (SlipConflict, 1);

  conflict->type = type;
  conflict->anchor = anchor;
  conflict->day = search->days[anchor];
  conflict->cause_kind = SLIP_KIND_NONE;
  conflict->other_day = SLIP_DATE_NONE;
  conflict->free_day = SLIP_DATE_NONE;
  g_ptr_array_add (search->found, conflict);
  return conflict;
}

void
slip_conflict_set_cause (SlipConflict *conflict,
                         const SlipRow *cause,
                         const char *name)
{
  conflict->cause_kind = slip_row_get_kind (cause);
  conflict->cause = g_strdup (slip_row_get_id (cause));
  conflict->cause_name = g_strdup (name);
}

void
slip_conflict_search_set_freeze (const SlipConflictSearch *search,
                                 SlipConflict *conflict,
                                 const SlipRow *freeze,
                                 const char *stage)
{
  const SlipRow *exception = NULL;

  slip_conflict_set_cause (conflict, freeze,
                           slip_row_get_text (freeze, SLIP_FREEZE_NAME));
  conflict->is_soft =
    slip_row_get_integer (freeze, SLIP_FREEZE_SEVERITY) == SLIP_SEVERITY_SOFT;
  if (!conflict->is_soft)
    exception =
      slip_exception_find (search->state, slip_row_get_id (search->release),
                           stage, slip_row_get_id (freeze), conflict->day);
  if (exception == NULL)
    return;

  conflict->excepted_by =
    g_strdup (slip_row_get_text (exception, SLIP_DECISION_PERSON_NAME));
  conflict->is_soft = TRUE;
}

/* The stage that starts on the release date. */
static const char *
find_launch (const SlipConflictSearch *search)
{
  g_autoptr (GPtrArray) stages =
    slip_stage_list (search->state, slip_row_get_id (search->release));

  for (guint i = 0; i < stages->len; i++)
    if (slip_row_get_boolean (stages->pdata[i], SLIP_STAGE_IS_LAUNCH))
      return slip_row_get_id (
        slip_plan_state_get (search->state, SLIP_KIND_STAGE,
                             slip_row_get_id (stages->pdata[i])));

  return NULL;
}

static void
add_freeze (SlipConflictSearch *search,
            SlipAnchor anchor,
            const SlipRow *freeze)
{
  SlipConflict *conflict =
    slip_conflict_search_add (search, SLIP_CONFLICT_FREEZE, anchor);

  slip_conflict_search_set_freeze (search, conflict, freeze,
                                   anchor == SLIP_ANCHOR_RELEASE
                                     ? find_launch (search)
                                     : NULL);
}

/* Whether every working day of @period lies in a span of @freeze.  A period
 * without one has a day off for a conflict, and no other. */
static gboolean
fills_period (const SlipConflictSearch *search,
              const GArray *spans,
              const SlipRow *freeze,
              SlipRange period)
{
  int n_working = 0;

  for (SlipDate day = period.first; !slip_date_is_before (period.last, day);
       day = slip_date_add_days (day, 1)) {
    gboolean is_frozen = FALSE;

    if (!slip_working_days_is_working (search->working_days, day))
      continue;

    n_working++;
    for (guint i = 0; i < spans->len && !is_frozen; i++) {
      const SlipFreezeSpan *span = &g_array_index (spans, SlipFreezeSpan, i);

      is_frozen =
        span->freeze == freeze && slip_range_contains (span->range, day);
    }
    if (!is_frozen)
      return FALSE;
  }

  return n_working > 0;
}

static gboolean
has_freeze (const SlipConflictSearch *search,
            SlipAnchor anchor,
            const SlipRow *freeze)
{
  for (guint i = 0; i < search->found->len; i++) {
    const SlipConflict *conflict = search->found->pdata[i];

    if (conflict->type == SLIP_CONFLICT_FREEZE && conflict->anchor == anchor &&
        g_str_equal (conflict->cause, slip_row_get_id (freeze)))
      return TRUE;
  }

  return FALSE;
}

static void
find_freezes (SlipConflictSearch *search, SlipAnchor anchor)
{
  SlipRange period = slip_planned_date_get_period (search->planned[anchor]);
  g_autoptr (GArray) spans = NULL;

  if (!slip_date_is_set (search->days[anchor]))
    return;

  spans =
    slip_freeze_list_release_spans (search->state, period, search->release);
  for (guint i = 0; i < spans->len; i++) {
    const SlipRow *freeze = g_array_index (spans, SlipFreezeSpan, i).freeze;
    gboolean is_about = slip_planned_date_is_about (search->planned[anchor]);

    if (has_freeze (search, anchor, freeze) ||
        (is_about && !fills_period (search, spans, freeze, period)))
      continue;
    add_freeze (search, anchor, freeze);
  }
}

static void
find_day_off (SlipConflictSearch *search, SlipAnchor anchor)
{
  SlipDate day = search->days[anchor];
  const char *holiday;
  SlipConflict *conflict;

  if (!slip_date_is_set (day) ||
      slip_working_days_is_working (search->working_days, day))
    return;

  holiday = slip_working_days_peek_holiday_name (search->working_days, day);
  if (holiday == NULL) {
    conflict = slip_conflict_search_add (search, SLIP_CONFLICT_WEEKEND, anchor);
  } else {
    conflict = slip_conflict_search_add (search, SLIP_CONFLICT_HOLIDAY, anchor);
    conflict->cause_name = g_strdup (holiday);
  }
  conflict->is_soft = TRUE;
}

/* Two dates are out of order when no choice of days would put them right. */
static void
find_disorder (SlipConflictSearch *search,
               SlipConflictType type,
               SlipAnchor early,
               SlipAnchor late)
{
  SlipRange first = slip_planned_date_get_period (search->planned[early]);
  SlipRange second = slip_planned_date_get_period (search->planned[late]);

  if (!slip_range_is_empty (first) && !slip_range_is_empty (second) &&
      slip_date_is_before (second.last, first.first))
    slip_conflict_search_add (search, type, early);
}

static int
compare_conflicts (gconstpointer a, gconstpointer b)
{
  const SlipConflict *conflict_a = *(const SlipConflict *const *) a;
  const SlipConflict *conflict_b = *(const SlipConflict *const *) b;
  int order = (int) conflict_a->type - (int) conflict_b->type;

  if (order == 0)
    order = (int) conflict_a->anchor - (int) conflict_b->anchor;
  if (order == 0)
    order = slip_date_compare (conflict_a->day, conflict_b->day);
  if (order == 0)
    order = g_strcmp0 (conflict_a->cause_name, conflict_b->cause_name);
  if (order == 0)
    order = g_strcmp0 (conflict_a->stage, conflict_b->stage);

  return order != 0 ? order : g_strcmp0 (conflict_a->cause, conflict_b->cause);
}

static void
find_conflicts (SlipConflictSearch *search)
{
  for (guint i = 0; i < SLIP_N_ANCHORS; i++) {
    search->planned[i] =
      slip_release_get_planned (search->release, (SlipAnchor) i);
    search->days[i] =
      slip_planned_date_resolve (search->planned[i], search->working_days);
    find_day_off (search, (SlipAnchor) i);
  }

  find_freezes (search, SLIP_ANCHOR_RELEASE);
  find_freezes (search, SLIP_ANCHOR_DEPLOY);
  find_disorder (search, SLIP_CONFLICT_DEPLOY_AFTER_RELEASE, SLIP_ANCHOR_DEPLOY,
                 SLIP_ANCHOR_RELEASE);
  find_disorder (search, SLIP_CONFLICT_CODE_COMPLETE_AFTER_DEPLOY,
                 SLIP_ANCHOR_CODE_COMPLETE, SLIP_ANCHOR_DEPLOY);
  if (!slip_conflict_search_is_over (search))
    slip_conflict_search_stages (search);
  if (!slip_conflict_search_is_over (search))
    slip_conflict_search_past (search);
  if (!slip_conflict_search_is_over (search))
    slip_conflict_search_neighbours (search);
}

static GPtrArray *
run_search (const SlipPlanState *state,
            const SlipConflictContext *context,
            const SlipRow *release,
            gboolean is_for_any)
{
  GPtrArray *found =
    g_ptr_array_new_with_free_func ((GDestroyNotify) slip_conflict_free);
  g_autoptr (SlipWorkingDays) working_days = NULL;
  SlipConflictSearch search = {
    .state = state,
    .context = context,
    .release = release,
    .found = found,
    .is_for_any = is_for_any,
  };

  if (!slip_release_is_open (release))
    return found;

  working_days = slip_plan_state_dup_working_days (
    state, slip_row_get_text (release, SLIP_RELEASE_PRODUCT));
  search.working_days = working_days;
  find_conflicts (&search);
  return found;
}

GPtrArray *
slip_conflict_list (const SlipPlanState *state,
                    const SlipConflictContext *context,
                    const SlipRow *release)
{
  GPtrArray *found = run_search (state, context, release, FALSE);

  g_ptr_array_sort (found, compare_conflicts);
  return found;
}

gboolean
slip_conflict_is_any (const SlipPlanState *state,
                      const SlipConflictContext *context,
                      const SlipRow *release)
{
  g_autoptr (GPtrArray) found = run_search (state, context, release, TRUE);

  return found->len > 0;
}

/* The releases that an edit touched, and what it was compared with. */
typedef struct {
  const SlipNeighbours *before;
  const SlipNeighbours *after;
  GHashTable *releases;
} Touch;

static void
touch_part_cb (const SlipRow *before, const SlipRow *after, gpointer data)
{
  const Touch *touch = data;
  const SlipRow *row = after != NULL ? after : before;

  g_hash_table_add (touch->releases, g_strdup (slip_row_get_owner (row)));
}

static void
touch_dependents (const Touch *touch,
                  const SlipNeighbours *neighbours,
                  const char *release)
{
  const GPtrArray *rows = slip_neighbours_peek_dependents (neighbours, release);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    g_hash_table_add (touch->releases,
                      g_strdup (slip_row_get_owner (rows->pdata[i])));
}

static void
touch_release_cb (const SlipRow *before, const SlipRow *after, gpointer data)
{
  const Touch *touch = data;
  const char *id = slip_row_get_id (after != NULL ? after : before);

  g_hash_table_add (touch->releases, g_strdup (id));
  touch_dependents (touch, touch->before, id);
  touch_dependents (touch, touch->after, id);
}

static void
touch_all_cb (const SlipRow *before, const SlipRow *after, gpointer data)
{
  gboolean *found = data;

  *found = TRUE;
}

static void
touch_reading_cb (const char *release, gpointer data)
{
  const Touch *touch = data;

  g_hash_table_add (touch->releases, g_strdup (release));
}

static gboolean
touches_all (const SlipPlanState *before, const SlipPlanState *after)
{
  gboolean found = FALSE;

  for (guint i = 0; i < SLIP_N_KINDS; i++)
    if (i != SLIP_KIND_RELEASE &&
        !slip_schema_is_part_of_release ((SlipKind) i))
      slip_plan_state_diff (before, after, (SlipKind) i, touch_all_cb, &found);

  return found;
}

/* Returns: (nullable): those touched but for the load of weeks. */
static GHashTable *
list_edited (const SlipPlanState *before, const SlipPlanState *after)
{
  GHashTable *releases;
  Touch touch;

  if (touches_all (before, after))
    return NULL;

  releases = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  touch = (Touch){ slip_plan_state_get_neighbours (before),
                   slip_plan_state_get_neighbours (after), releases };
  slip_plan_state_diff (before, after, SLIP_KIND_RELEASE, touch_release_cb,
                        &touch);
  for (guint i = 0; i < SLIP_N_KINDS; i++)
    if (slip_schema_is_part_of_release ((SlipKind) i))
      slip_plan_state_diff (before, after, (SlipKind) i, touch_part_cb, &touch);
  slip_plan_state_diff_reading (before, after, touch_reading_cb, &touch);
  return releases;
}

GHashTable *
slip_conflict_list_touched (const SlipPlanState *before,
                            const SlipPlanState *after,
                            const SlipConflictContext *context)
{
  GHashTable *releases = list_edited (before, after);

  if (releases != NULL)
    slip_neighbours_add_flipped (slip_plan_state_get_neighbours (before),
                                 slip_plan_state_get_neighbours (after),
                                 context, releases);
  return releases;
}

GHashTable *
slip_conflict_list_changed (const SlipPlanState *before,
                            const SlipPlanState *after,
                            const SlipConflictContext *context)
{
  GHashTable *releases = list_edited (before, after);

  if (releases != NULL)
    slip_neighbours_add_recounted (slip_plan_state_get_neighbours (before),
                                   slip_plan_state_get_neighbours (after),
                                   context, releases);
  return releases;
}
