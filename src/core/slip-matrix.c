/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-matrix.h"

#include "slip-audience.h"
#include "slip-disagreement.h"
#include "slip-release-index.h"

#include <string.h>

static void
free_row (gpointer data)
{
  SlipMatrixRow *row = data;

  slip_row_unref (row->release);
  g_clear_pointer (&row->summary, slip_release_summary_unref);
  g_free (row->checklists);
  g_free (row->title);
  g_free (row->title_key);
  g_free (row);
}

void
slip_matrix_free (SlipMatrix *self)
{
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->audiences);
  g_free (self);
}

static SlipMatrixUrgency
find_urgency (const SlipMatrixRow *row)
{
  const SlipReadinessTotal *total = &row->total;

  if (total->n_unowned > 0 || total->n_required_blocked > 0 ||
      total->n_overdue > 0)
    return SLIP_MATRIX_LOUD;

  return total->n_ready < total->n_needed || row->n_disagreements > 0
           ? SLIP_MATRIX_GAP
           : SLIP_MATRIX_QUIET;
}

/* Nothing is known to be ready of a release without a single checklist. */
static gboolean
is_without_gaps (const SlipMatrixRow *row)
{
  return row->urgency == SLIP_MATRIX_QUIET && row->summary != NULL &&
         row->summary->checklists->len > 0;
}

typedef struct {
  const SlipPlanState *state;
  const SlipQuery *query;
  const SlipMatrixSpec *spec;
  SlipDate end; /* unset for none */
  GPtrArray *rows;
} Search;

/* A period counts by its first day: it may be as early as that. */
static gboolean
is_in_window (const Search *search, const SlipRow *release)
{
  SlipPlannedDate planned;

  if (!slip_date_is_set (search->end))
    return TRUE;
  planned = slip_release_get_planned (release, SLIP_ANCHOR_RELEASE);
  return slip_date_is_set (planned.date) &&
         !slip_date_is_before (search->end, planned.date);
}

static void
look_at_release_cb (const SlipRow *release, gpointer data)
{
  Search *search = data;
  SlipMatrixRow *row;

  if (!is_in_window (search, release) ||
      !slip_query_matches (search->query, search->state, release))
    return;

  row = g_new0 (SlipMatrixRow, 1);
  row->release = slip_row_ref (release);
  row->summary =
    slip_plan_state_get_summary (search->state, slip_row_get_id (release));
  row->total = slip_release_summary_total (row->summary, search->spec->today);
  if (search->spec->now_ms != 0)
    row->n_disagreements =
      slip_disagreement_count (search->state, release,
                               (SlipMoment){ search->spec->now_ms,
                                             search->spec->today });
  row->urgency = find_urgency (row);
  if (search->spec->is_only_gaps && is_without_gaps (row)) {
    free_row (row);
    return;
  }
  row->day = slip_release_resolve (search->state, release, SLIP_ANCHOR_RELEASE);
  row->title = slip_release_dup_title (search->state, release);
  g_ptr_array_add (search->rows, row);
}

/* Made where it is needed, and not for each comparison. */
static const char *
get_title_key (SlipMatrixRow *row)
{
  if (row->title_key == NULL)
    row->title_key = g_utf8_collate_key (row->title, -1);
  return row->title_key;
}

static int
compare_rows_cb (gconstpointer a, gconstpointer b)
{
  SlipMatrixRow *row_a = *(SlipMatrixRow *const *) a;
  SlipMatrixRow *row_b = *(SlipMatrixRow *const *) b;
  int order = (int) row_a->urgency - (int) row_b->urgency;

  if (order == 0)
    order = slip_date_compare (row_a->day, row_b->day);
  if (order == 0)
    order = strcmp (get_title_key (row_a), get_title_key (row_b));
  if (order == 0)
    order = g_strcmp0 (slip_row_get_id (row_a->release),
                       slip_row_get_id (row_b->release));

  return order;
}

static void
add_totals (SlipMatrix *self)
{
  for (guint i = 0; i < self->rows->len; i++) {
    const SlipMatrixRow *row = slip_matrix_get_row (self, i);
    const SlipReadinessTotal *total = &row->total;

    self->n_unowned += total->n_unowned;
    self->n_overdue += total->n_overdue;
    self->n_not_ready += total->n_needed - total->n_ready;
    self->n_disagreements += row->n_disagreements;
  }
}

/* The ids of the audiences that a row has a checklist for. */
static GHashTable *
find_used (const SlipMatrix *self)
{
  GHashTable *used = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->rows->len; i++) {
    const SlipReleaseSummary *summary = slip_matrix_get_row (self, i)->summary;

    for (guint k = 0; summary != NULL && k < summary->checklists->len; k++) {
      const SlipChecklistSummary *checklist = summary->checklists->pdata[k];

      if (checklist->audience != NULL)
        g_hash_table_add (used, checklist->audience);
    }
  }
  return used;
}

static void
find_columns (SlipMatrix *self, const SlipPlanState *state)
{
  g_autoptr (GHashTable) used = NULL;

  self->audiences = slip_audience_list (state);
  for (guint i = self->audiences->len; i > 0; i--) {
    const SlipRow *audience = self->audiences->pdata[i - 1];

    if (!slip_row_get_boolean (audience, SLIP_AUDIENCE_IS_RETIRED))
      continue;
    if (used == NULL)
      used = find_used (self);
    if (!g_hash_table_contains (used, slip_row_get_id (audience)))
      g_ptr_array_remove_index (self->audiences, i - 1);
  }
}

static void
fill_row (SlipMatrixRow *row, GHashTable *columns, guint n_columns)
{
  row->checklists = g_new0 (const SlipChecklistSummary *, n_columns);
  for (guint i = 0; row->summary != NULL && i < row->summary->checklists->len;
       i++) {
    const SlipChecklistSummary *checklist = row->summary->checklists->pdata[i];
    guint column =
      checklist->audience != NULL
        ? GPOINTER_TO_UINT (g_hash_table_lookup (columns, checklist->audience))
        : 0;

    if (column > 0)
      row->checklists[column - 1] = checklist;
  }
}

static void
fill_rows (SlipMatrix *self)
{
  g_autoptr (GHashTable) columns = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->audiences->len; i++)
    g_hash_table_insert (columns,
                         (gpointer) slip_row_get_id (self->audiences->pdata[i]),
                         GUINT_TO_POINTER (i + 1));
  for (guint i = 0; i < self->rows->len; i++)
    fill_row (self->rows->pdata[i], columns, self->audiences->len);
}

SlipMatrix *
slip_matrix_new (const SlipPlanState *state,
                 const SlipQuery *query,
                 const SlipMatrixSpec *spec)
{
  SlipMatrix *self = g_new0 (SlipMatrix, 1);
  Search search = { state, query, spec, SLIP_DATE_NONE, NULL };

  self->spec = *spec;
  self->rows = g_ptr_array_new_with_free_func (free_row);
  search.rows = self->rows;
  if (spec->n_days != SLIP_MATRIX_ALL)
    search.end = slip_date_add_days (spec->today, spec->n_days);
  slip_release_index_foreach_open (slip_plan_state_get_index (state),
                                   look_at_release_cb, &search);
  g_ptr_array_sort (self->rows, compare_rows_cb);
  add_totals (self);
  find_columns (self, state);
  fill_rows (self);
  return self;
}

int
slip_matrix_find_row (const SlipMatrix *self, const char *release)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (g_strcmp0 (slip_row_get_id (slip_matrix_get_row (self, i)->release),
                   release) == 0)
      return (int) i;

  return -1;
}

int
slip_matrix_find_column (const SlipMatrix *self, const char *audience)
{
  for (guint i = 0; i < self->audiences->len; i++)
    if (g_strcmp0 (slip_row_get_id (self->audiences->pdata[i]), audience) == 0)
      return (int) i;

  return -1;
}

gboolean
slip_matrix_has_checklists (const SlipMatrix *self)
{
  for (guint i = 0; i < self->rows->len; i++) {
    const SlipReleaseSummary *summary = slip_matrix_get_row (self, i)->summary;

    if (summary != NULL && summary->checklists->len > 0)
      return TRUE;
  }

  return FALSE;
}
