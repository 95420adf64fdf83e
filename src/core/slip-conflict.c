/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-conflict.h"

#include <glib/gi18n-lib.h>

#include "slip-date-text.h"
#include "slip-freeze.h"

typedef struct {
  const SlipPlanState *state;
  const SlipRow *release;
  SlipWorkingDays *working_days;
  SlipPlannedDate planned[SLIP_N_ANCHORS];
  SlipDate days[SLIP_N_ANCHORS];
  GPtrArray *found;
} Search;

void
slip_conflict_free (SlipConflict *conflict)
{
  g_free (conflict->cause);
  g_free (conflict->cause_name);
  g_free (conflict);
}

gboolean
slip_conflict_equal (const SlipConflict *a, const SlipConflict *b)
{
  return a->type == b->type && a->anchor == b->anchor &&
         g_strcmp0 (a->cause, b->cause) == 0 &&
         g_strcmp0 (a->cause_name, b->cause_name) == 0;
}

static SlipConflict *
add_conflict (Search *search, SlipConflictType type, SlipAnchor anchor)
{
  SlipConflict *conflict = g_new0 (SlipConflict, 1);

  conflict->type = type;
  conflict->anchor = anchor;
  conflict->day = search->days[anchor];
  g_ptr_array_add (search->found, conflict);
  return conflict;
}

static void
add_freeze (Search *search, SlipAnchor anchor, const SlipRow *freeze)
{
  SlipConflict *conflict = add_conflict (search, SLIP_CONFLICT_FREEZE, anchor);

  conflict->cause = g_strdup (slip_row_get_id (freeze));
  conflict->cause_name =
    g_strdup (slip_row_get_text (freeze, SLIP_FREEZE_NAME));
  conflict->is_soft =
    slip_row_get_integer (freeze, SLIP_FREEZE_SEVERITY) == SLIP_SEVERITY_SOFT;
}

/* Whether every working day of @period lies in a span of @freeze.  A period
 * without one has a day off for a conflict, and no other. */
static gboolean
fills_period (const Search *search,
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
has_freeze (const Search *search, SlipAnchor anchor, const SlipRow *freeze)
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
find_freezes (Search *search, SlipAnchor anchor)
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
find_day_off (Search *search, SlipAnchor anchor)
{
  SlipDate day = search->days[anchor];
  const char *holiday;
  SlipConflict *conflict;

  if (!slip_date_is_set (day) ||
      slip_working_days_is_working (search->working_days, day))
    return;

  holiday = slip_working_days_peek_holiday_name (search->working_days, day);
  if (holiday == NULL) {
    conflict = add_conflict (search, SLIP_CONFLICT_WEEKEND, anchor);
  } else {
    conflict = add_conflict (search, SLIP_CONFLICT_HOLIDAY, anchor);
    conflict->cause_name = g_strdup (holiday);
  }
  conflict->is_soft = TRUE;
}

/* Two dates are out of order when no choice of days would put them right. */
static void
find_disorder (Search *search,
               SlipConflictType type,
               SlipAnchor early,
               SlipAnchor late)
{
  SlipRange first = slip_planned_date_get_period (search->planned[early]);
  SlipRange second = slip_planned_date_get_period (search->planned[late]);

  if (!slip_range_is_empty (first) && !slip_range_is_empty (second) &&
      slip_date_is_before (second.last, first.first))
    add_conflict (search, type, early);
}

static int
compare_conflicts (gconstpointer a, gconstpointer b)
{
  const SlipConflict *const *conflict_a = a;
  const SlipConflict *const *conflict_b = b;

  if ((*conflict_a)->type != (*conflict_b)->type)
    return (int) (*conflict_a)->type - (int) (*conflict_b)->type;
  if ((*conflict_a)->anchor != (*conflict_b)->anchor)
    return (int) (*conflict_a)->anchor - (int) (*conflict_b)->anchor;

  return g_strcmp0 ((*conflict_a)->cause, (*conflict_b)->cause);
}

static void
find_conflicts (Search *search)
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
}

GPtrArray *
slip_conflict_list (const SlipPlanState *state, const SlipRow *release)
{
  GPtrArray *found =
    g_ptr_array_new_with_free_func ((GDestroyNotify) slip_conflict_free);
  g_autoptr (SlipWorkingDays) working_days = NULL;
  Search search = { .state = state, .release = release, .found = found };

  if (slip_release_is_closed (release) || slip_release_is_deleted (release))
    return found;

  working_days = slip_plan_state_dup_working_days (
    state, slip_row_get_text (release, SLIP_RELEASE_PRODUCT));
  search.working_days = working_days;
  find_conflicts (&search);
  g_ptr_array_sort (found, compare_conflicts);
  return found;
}

static void
touch_release_cb (const SlipRow *before, const SlipRow *after, gpointer data)
{
  const SlipRow *row = after != NULL ? after : before;
  const char *owner = slip_row_get_owner (row);

  g_hash_table_add (data,
                    g_strdup (owner != NULL ? owner : slip_row_get_id (row)));
}

static void
touch_all_cb (const SlipRow *before, const SlipRow *after, gpointer data)
{
  gboolean *touches_all = data;

  *touches_all = TRUE;
}

GHashTable *
slip_conflict_list_touched (const SlipPlanState *before,
                            const SlipPlanState *after)
{
  g_autoptr (GHashTable) touched =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gboolean touches_all = FALSE;

  for (guint i = 0; i < SLIP_N_KINDS; i++) {
    SlipKind kind = (SlipKind) i;

    if (kind == SLIP_KIND_RELEASE || slip_schema_is_part_of_release (kind))
      slip_plan_state_diff (before, after, kind, touch_release_cb, touched);
    else
      slip_plan_state_diff (before, after, kind, touch_all_cb, &touches_all);
  }

  return touches_all ? NULL : g_steal_pointer (&touched);
}

char *
slip_conflict_describe (const SlipConflict *conflict)
{
  const char *anchor = slip_anchor_get_label (conflict->anchor);
  g_autofree char *day =
    slip_date_dup_text (conflict->day, SLIP_DATE_STYLE_MEDIUM, conflict->day);

  switch (conflict->type) {
  case SLIP_CONFLICT_FREEZE:
    /* Translators: 'Deploy date (Tue 22 December) lies in “Year-end”'. */
    return g_strdup_printf (_ ("%s (%s) lies in “%s”"), anchor, day,
                            conflict->cause_name != NULL ? conflict->cause_name
                                                         : _ ("Freeze"));
  case SLIP_CONFLICT_HOLIDAY:
    if (conflict->cause_name == NULL || *conflict->cause_name == '\0')
      return g_strdup_printf (_ ("%s (%s) is a holiday"), anchor, day);
    return g_strdup_printf (_ ("%s (%s) is a holiday: “%s”"), anchor, day,
                            conflict->cause_name);
  case SLIP_CONFLICT_WEEKEND:
    return g_strdup_printf (_ ("%s (%s) is not a working day"), anchor, day);
  case SLIP_CONFLICT_DEPLOY_AFTER_RELEASE:
    return g_strdup_printf (_ ("Deployed on %s, after the release"), day);
  case SLIP_CONFLICT_CODE_COMPLETE_AFTER_DEPLOY:
    return g_strdup_printf (_ ("Code complete on %s, after it is deployed"),
                            day);
  }

  g_assert_not_reached ();
}
