/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-preview.h"

#include "slip-dependency.h"
#include "slip-intent.h"
#include "slip-release-index.h"
#include "slip-solution.h"

/* Two states of a plan that are compared. */
typedef struct {
  const SlipPlanState *before;
  const SlipPlanState *after;
  const SlipConflictContext *context;
} Comparison;

/* Conflicts that are there in one state only. */
typedef struct {
  GPtrArray *appearing;
  GPtrArray *going;
} ConflictNews;

static void
preview_other_free (gpointer data)
{
  SlipPreviewOther *other = data;

  g_free (other->release);
  g_free (other->title);
  g_ptr_array_unref (other->appearing);
  g_ptr_array_unref (other->going);
  g_free (other);
}

/* @release: (nullable) */
static GPtrArray *
list_conflicts (const Comparison *comparison,
                const SlipPlanState *state,
                const SlipRow *release)
{
  if (release == NULL)
    return g_ptr_array_new_with_free_func ((GDestroyNotify) slip_conflict_free);

  return slip_conflict_list (state, comparison->context, release);
}

/* Takes out of @conflicts what @others has as well. */
static void
remove_common (GPtrArray *conflicts, const GPtrArray *others)
{
  for (guint i = conflicts->len; i > 0; i--)
    if (slip_conflict_is_among (conflicts->pdata[i - 1], others))
      g_ptr_array_remove_index (conflicts, i - 1);
}

static ConflictNews
compare_conflicts (const Comparison *comparison, const char *release)
{
  const SlipRow *was =
    slip_plan_state_get (comparison->before, SLIP_KIND_RELEASE, release);
  const SlipRow *is =
    slip_plan_state_get (comparison->after, SLIP_KIND_RELEASE, release);
  GPtrArray *going = list_conflicts (comparison, comparison->before, was);
  GPtrArray *appearing = list_conflicts (comparison, comparison->after, is);
  g_autoptr (GPtrArray) had =
    list_conflicts (comparison, comparison->before, was);

  remove_common (going, appearing);
  remove_common (appearing, had);
  return (ConflictNews){ appearing, going };
}

static void
compare_dates (SlipPreview *preview,
               const SlipPlanState *state_before,
               const SlipRow *before,
               const SlipPlanState *state_after,
               const SlipRow *after)
{
  for (guint i = 0; i < SLIP_N_ANCHORS; i++) {
    SlipAnchor anchor = (SlipAnchor) i;
    SlipDateChange change = {
      .anchor = anchor,
      .before = slip_release_get_planned (before, anchor),
      .after = slip_release_get_planned (after, anchor),
      .day_before = slip_release_resolve (state_before, before, anchor),
      .day_after = slip_release_resolve (state_after, after, anchor),
      .is_pinned = slip_release_is_pinned (after, anchor),
    };

    if (!slip_planned_date_equal (change.before, change.after))
      g_array_append_val (preview->dates, change);
    else if (slip_date_is_set (change.day_after))
      g_array_append_val (preview->staying, change);
  }
}

static SlipDate
get_day (const SlipPlanState *state, const char *release)
{
  const SlipRow *row = slip_plan_state_get (state, SLIP_KIND_RELEASE, release);

  return row != NULL ? slip_release_resolve (state, row, SLIP_ANCHOR_RELEASE)
                     : SLIP_DATE_NONE;
}

static void
compare_other (SlipPreview *preview,
               const Comparison *comparison,
               const char *release)
{
  const SlipRow *row =
    slip_plan_state_get (comparison->after, SLIP_KIND_RELEASE, release);
  ConflictNews news = compare_conflicts (comparison, release);
  SlipPreviewOther *other = g_new0 (SlipPreviewOther, 1);

  other->release = g_strdup (release);
  other->title = row != NULL ? slip_release_dup_title (comparison->after, row)
                             : g_strdup (release);
  other->day_before = get_day (comparison->before, release);
  other->day_after = get_day (comparison->after, release);
  other->appearing = news.appearing;
  other->going = news.going;
  if (news.appearing->len > 0 || news.going->len > 0 ||
      !slip_date_equal (other->day_before, other->day_after))
    g_ptr_array_add (preview->others, other);
  else
    preview_other_free (other);
}

static int
compare_titles_cb (gconstpointer a, gconstpointer b)
{
  const SlipPreviewOther *other_a = *(const SlipPreviewOther *const *) a;
  const SlipPreviewOther *other_b = *(const SlipPreviewOther *const *) b;
  int order = g_utf8_collate (other_a->title, other_b->title);

  return order != 0 ? order : g_strcmp0 (other_a->release, other_b->release);
}

static void
add_release_cb (const SlipRow *release, gpointer data)
{
  g_hash_table_add (data, g_strdup (slip_row_get_id (release)));
}

static void
compare_others (SlipPreview *preview, const Comparison *comparison)
{
  g_autoptr (GHashTable) touched =
    slip_conflict_list_touched (comparison->before, comparison->after,
                                comparison->context);
  GHashTableIter iter;
  gpointer id;

  if (touched == NULL) {
    touched = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    slip_release_index_foreach_open (slip_plan_state_get_index (
                                       comparison->after),
                                     add_release_cb, touched);
  }
  g_hash_table_iter_init (&iter, touched);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (!g_str_equal (id, preview->release))
      compare_other (preview, comparison, id);
  g_ptr_array_sort (preview->others, compare_titles_cb);
}

static gboolean
moves_release (const SlipPreview *preview)
{
  for (guint i = 0; i < preview->dates->len; i++)
    if (g_array_index (preview->dates, SlipDateChange, i).anchor ==
        SLIP_ANCHOR_RELEASE)
      return TRUE;

  return FALSE;
}

/* Whether they came too early before as well or not: a move of the release can
 * take them along. */
static void
find_early (SlipPreview *preview, const SlipPlanState *after)
{
  g_autoptr (GPtrArray) edges =
    moves_release (preview) ? slip_dependency_list_on (after, preview->release)
                            : g_ptr_array_new ();

  for (guint i = 0; i < edges->len; i++) {
    const SlipRow *release =
      slip_plan_state_get (after, SLIP_KIND_RELEASE,
                           slip_row_get_owner (edges->pdata[i]));

    if (release != NULL && slip_release_is_open (release) &&
        slip_release_get_status (release) != SLIP_STATUS_ROLLING_OUT &&
        slip_dependency_get_state (after, edges->pdata[i]) ==
          SLIP_DEPENDENCY_BROKEN)
      g_ptr_array_add (preview->early, slip_release_dup_title (after, release));
  }
}

static void
find_free_days (const Comparison *comparison,
                const SlipRow *release,
                GPtrArray *conflicts)
{
  for (guint i = 0; i < conflicts->len; i++) {
    SlipConflict *conflict = conflicts->pdata[i];

    conflict->free_day =
      slip_solution_find_free_day (comparison->after, comparison->context,
                                   release, conflict);
  }
}

SlipPreview *
slip_preview_new_alone (const SlipPlanState *before,
                        const SlipPlanState *after,
                        const char *release,
                        const SlipConflictContext *context)
{
  const SlipRow *row_before =
    slip_plan_state_get (before, SLIP_KIND_RELEASE, release);
  const SlipRow *row_after =
    slip_plan_state_get (after, SLIP_KIND_RELEASE, release);
  const Comparison comparison = { before, after, context };
  ConflictNews news = compare_conflicts (&comparison, release);
  SlipPreview *preview = g_new0 (SlipPreview, 1);

  preview->release = g_strdup (release);
  preview->dates = g_array_new (FALSE, FALSE, sizeof (SlipDateChange));
  preview->staying = g_array_new (FALSE, FALSE, sizeof (SlipDateChange));
  preview->is_noop = row_before == row_after;
  if (row_before != NULL && row_after != NULL) {
    preview->status_before = slip_release_get_status (row_before);
    preview->status_after = slip_release_get_status (row_after);
    compare_dates (preview, before, row_before, after, row_after);
  }
  preview->appearing = news.appearing;
  find_free_days (&comparison, row_after, news.appearing);
  preview->going = news.going;
  preview->others = g_ptr_array_new_with_free_func (preview_other_free);
  preview->early = g_ptr_array_new_with_free_func (g_free);
  preview->parts =
    slip_part_change_list (before, after, release, context->today);
  preview->knowledge =
    slip_knowledge_news_new (before, row_before, after, row_after);

  return preview;
}

SlipPreview *
slip_preview_new_between (const SlipPlanState *before,
                          const SlipPlanState *after,
                          const char *release,
                          const SlipConflictContext *context)
{
  SlipPreview *preview =
    slip_preview_new_alone (before, after, release, context);

  compare_others (preview, &(Comparison){ before, after, context });
  find_early (preview, after);
  return preview;
}

SlipPreview *
slip_preview_new (const SlipPlanState *state,
                  const char *release,
                  SlipIntentFunc func,
                  gconstpointer data,
                  const SlipConflictContext *context,
                  GError **error)
{
  g_autoptr (SlipChangeSet) set = slip_intent_run (func, data, state, error);
  g_autoptr (SlipPlanState) after = NULL;
  SlipPreview *preview;

  if (set == NULL)
    return NULL;

  after = slip_plan_state_apply (state, set, error);
  if (after == NULL)
    return NULL;

  preview = slip_preview_new_between (state, after, release, context);
  preview->is_noop = set->changes->len == 0;
  preview->set = g_steal_pointer (&set);
  return preview;
}

void
slip_preview_free (SlipPreview *preview)
{
  g_free (preview->release);
  g_free (preview->title);
  g_array_unref (preview->dates);
  g_array_unref (preview->staying);
  g_ptr_array_unref (preview->appearing);
  g_ptr_array_unref (preview->going);
  g_ptr_array_unref (preview->others);
  g_ptr_array_unref (preview->early);
  g_ptr_array_unref (preview->parts);
  g_clear_pointer (&preview->set, slip_change_set_unref);
  slip_knowledge_news_free (preview->knowledge);
  g_free (preview);
}
