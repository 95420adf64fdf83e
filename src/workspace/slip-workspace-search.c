/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-workspace-search.h"

#include "slip-query.h"
#include "slip-search-filter.h"
#include "slip-search-text.h"
#include "slip-store-search.h"
#include "slip-workspace-private.h"

/* As many as one page of the index has: enough to rank, little enough for a few
 * milliseconds. */
#define PLAN_PAGE 1000
#define PART_PAGE 300
/* With filters, which may let little through; and how much is looked through at
 * most, some seconds' worth. */
#define FILTER_PAGE   4000
#define MAX_LOOKED_AT 200000

/* After all that the window does, and when nobody has searched for so long. */
#define INDEX_PRIORITY (G_PRIORITY_LOW + 10)
#define INDEX_REST_MS  1500

typedef struct {
  SlipRow *row;
  SlipRow *checklist;
  int score;
  guint place; /* in the order of finding */
} Candidate;

/* A search under way. */
typedef struct {
  SlipSearchQuery *query;
  SlipSearchFilter *filter;
  SlipDate today;
  guint limit;
  GArray *found;   /* of Candidate */
  GHashTable *ids; /* of what is in found */
  SlipSearchPage page;
  guint n_in_range;
  guint n_looked_at;
  gboolean has_more;
  double fraction;
  gboolean has_releases; /* whether those are all in the index */
} Search;

static void
candidate_clear (Candidate *candidate)
{
  g_clear_pointer (&candidate->row, slip_row_unref);
  g_clear_pointer (&candidate->checklist, slip_row_unref);
}

static void
search_free (Search *search)
{
  slip_search_query_free (search->query);
  g_clear_pointer (&search->filter, slip_search_filter_unref);
  g_array_unref (search->found);
  g_hash_table_unref (search->ids);
  g_free (search);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Search, search_free)

void
slip_search_answer_free (SlipSearchAnswer *answer)
{
  g_ptr_array_unref (answer->results);
  g_free (answer);
}

static Search *
search_new (SlipWorkspace *self, const char *text, guint limit, GError **error)
{
  SlipDate today = slip_clock_get_today (self->clock);
  SlipSearchQuery *query = slip_search_query_parse (text, today, error);
  g_autoptr (Search) search = NULL;

  if (query == NULL)
    return NULL;
  search = g_new0 (Search, 1);
  search->query = query;
  search->today = today;
  search->limit = limit;
  search->fraction = self->index_fraction;
  search->found = g_array_new (FALSE, FALSE, sizeof (Candidate));
  g_array_set_clear_func (search->found, (GDestroyNotify) candidate_clear);
  search->ids = g_hash_table_new (g_str_hash, g_str_equal);
  if (!slip_search_query_has_filter (query))
    return g_steal_pointer (&search);
  search->filter = slip_search_filter_new (query, self->state, today, error);
  return search->filter != NULL ? g_steal_pointer (&search) : NULL;
}

/* Takes @row among what was found, if it is to be shown. */
static void
consider (Search *search,
          const SlipPlanState *state,
          const SlipRow *row,
          const SlipRow *checklist)
{
  Candidate candidate;
  int score;

  if (search->filter != NULL &&
      !slip_search_filter_matches (search->filter, state, row, checklist))
    return;
  score = slip_search_score (state, row, search->query->terms, search->today);
  if (score < 0 ||
      !g_hash_table_add (search->ids, (char *) slip_row_get_id (row)))
    return;
  candidate.row = slip_row_ref (row);
  candidate.checklist = checklist != NULL ? slip_row_ref (checklist) : NULL;
  candidate.score = score;
  candidate.place = search->found->len;
  g_array_append_val (search->found, candidate);
  search->n_in_range++;
}

static int
compare_candidates (gconstpointer a, gconstpointer b)
{
  const Candidate *candidate_a = a;
  const Candidate *candidate_b = b;

  if (candidate_a->score != candidate_b->score)
    return candidate_a->score > candidate_b->score ? -1 : 1;
  return candidate_a->place < candidate_b->place ? -1 : 1;
}

static SlipSearchAnswer *
make_answer (const SlipPlanState *state, Search *search)
{
  SlipSearchAnswer *answer = g_new0 (SlipSearchAnswer, 1);

  answer->results =
    g_ptr_array_new_with_free_func ((GDestroyNotify) slip_search_result_free);
  answer->has_more = search->has_more || search->found->len > search->limit;
  answer->fraction = search->fraction;
  g_array_sort (search->found, compare_candidates);
  for (guint i = 0; i < MIN (search->found->len, search->limit); i++) {
    const Candidate *candidate = &g_array_index (search->found, Candidate, i);

    g_ptr_array_add (answer->results,
                     slip_search_result_new (state, candidate->row,
                                             candidate->checklist,
                                             search->query->terms,
                                             candidate->score));
  }
  return answer;
}

/* Answers @task (transfer full). */
static void
end_search (GTask *task)
{
  SlipWorkspace *self = g_task_get_source_object (task);
  Search *search = g_task_get_task_data (task);

  g_task_return_pointer (task, make_answer (self->state, search),
                         (GDestroyNotify) slip_search_answer_free);
  g_object_unref (task);
}

/* Looks through all of @state, which takes longer than a frame. */
typedef void (*LookFunc) (Search *search,
                          const SlipPlanState *state,
                          GCancellable *cancellable);

typedef struct {
  Search *search; /* of the task that waits for it */
  SlipPlanState *state;
  LookFunc look;
  GCancellable *cancellable;
} Scan;

static void
scan_free (Scan *scan)
{
  slip_plan_state_unref (scan->state);
  g_clear_object (&scan->cancellable);
  g_free (scan);
}

static void
scan_thread (GTask *task,
             gpointer source,
             gpointer data,
             GCancellable *cancellable)
{
  Scan *scan = data;

  scan->look (scan->search, scan->state, scan->cancellable);
  g_task_return_pointer (task, make_answer (scan->state, scan->search),
                         (GDestroyNotify) slip_search_answer_free);
}

static void
scanned_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;

  g_task_return_pointer (task, g_task_propagate_pointer (G_TASK (result), NULL),
                         (GDestroyNotify) slip_search_answer_free);
}

/* Answers @task (transfer full) once @look has looked through the plan in a
 * thread, which holds neither the task nor the workspace: both belong to the
 * main one. */
static void
scan (GTask *task, LookFunc look)
{
  SlipWorkspace *self = g_task_get_source_object (task);
  g_autoptr (GTask) work = g_task_new (NULL, NULL, scanned_cb, task);
  Scan *data = g_new0 (Scan, 1);

  data->search = g_task_get_task_data (task);
  data->state = slip_plan_state_ref (self->state);
  data->look = look;
  g_set_object (&data->cancellable, g_task_get_cancellable (task));
  g_task_set_task_data (work, data, (GDestroyNotify) scan_free);
  g_task_run_in_thread (work, scan_thread);
}

/* Releases that are not in the index yet are in memory. */
static void
look_in_memory (Search *search,
                const SlipPlanState *state,
                GCancellable *cancellable)
{
  g_autoptr (SlipQuery) query = slip_query_new ();
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (GPtrArray) releases = NULL;

  for (guint i = 0; i < search->query->terms->len; i++) {
    const SlipSearchTerm *term = search->query->terms->pdata[i];

    g_string_append_printf (words, "%s ", term->text);
  }
  slip_query_set_text (query, words->str);
  releases = slip_query_list (query, state);
  for (guint i = 0;
       i < releases->len && !g_cancellable_is_cancelled (cancellable); i++)
    consider (search, state, releases->pdata[i], NULL);
}

static void ask_page (GTask *task);

/* Goes on to the next page, of the same range if few were let through there. */
static void
ask_next (GTask *task, gint64 next)
{
  Search *search = g_task_get_task_data (task);

  search->page.before = next;
  if (next != 0 &&
      (search->filter == NULL || search->n_in_range >= search->limit ||
       search->n_looked_at >= MAX_LOOKED_AT)) {
    search->has_more = TRUE;
    next = 0;
  }
  if (next == 0) {
    search->page.range++;
    search->page.before = 0;
    search->n_in_range = 0;
  }
  if (search->page.range < SLIP_N_SEARCH_RANGES) {
    ask_page (task);
    return;
  }
  if (search->fraction < 1 && !search->has_releases)
    scan (task, look_in_memory);
  else
    end_search (task);
}

/* An index that is damaged is made anew; what is in memory is found all the
 * same. */
static void
end_without_index (GTask *task, GError *error)
{
  SlipWorkspace *self = g_task_get_source_object (task);
  Search *search = g_task_get_task_data (task);

  if (!g_error_matches (error, SLIP_STORE_ERROR, SLIP_STORE_ERROR_CORRUPT) ||
      slip_store_is_read_only (self->store)) {
    g_task_return_error (task, error);
    g_object_unref (task);
    return;
  }
  g_error_free (error);
  self->is_index_spoilt = TRUE;
  slip_workspace_index_async (self, NULL, NULL, NULL);
  search->fraction = 0;
  scan (task, look_in_memory);
}

static gboolean
rested_cb (gpointer data)
{
  SlipWorkspace *self = data;

  self->index_rest = 0;
  slip_workspace_start_indexing (self);
  return G_SOURCE_REMOVE;
}

/* To read what is lacking keeps a processor busy and the file locked for some
 * seconds, which whoever types would notice with every key. */
static void
index_after_rest (SlipWorkspace *self)
{
  g_clear_handle_id (&self->index_rest, g_source_remove);
  if (!slip_store_is_read_only (self->store) &&
      !g_cancellable_is_cancelled (self->gathering))
    self->index_rest =
      g_timeout_add_full (INDEX_PRIORITY, INDEX_REST_MS, rested_cb, self, NULL);
}

static void
page_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GTask *task = data;
  SlipWorkspace *self = g_task_get_source_object (task);
  Search *search = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (SlipSearchHits) hits =
    slip_store_search_finish (SLIP_STORE (source), result, &error);

  if (hits == NULL) {
    end_without_index (task, error);
    return;
  }
  if (g_task_return_error_if_cancelled (task)) {
    g_object_unref (task);
    return;
  }
  for (guint i = 0; i < hits->hits->len; i++) {
    const SlipSearchHit *hit = &g_array_index (hits->hits, SlipSearchHit, i);

    consider (search, self->state, hit->row, hit->checklist);
  }
  search->n_looked_at += hits->hits->len;
  search->fraction = hits->fraction;
  search->has_releases = hits->has_releases;
  if (hits->fraction < 1)
    index_after_rest (self);
  ask_next (task, hits->next);
}

static void
ask_page (GTask *task)
{
  SlipWorkspace *self = g_task_get_source_object (task);
  Search *search = g_task_get_task_data (task);

  search->page.n = search->filter != NULL                   ? FILTER_PAGE
                   : search->page.range == SLIP_SEARCH_PLAN ? PLAN_PAGE
                                                            : PART_PAGE;
  slip_store_search_async (self->store, search->query->terms, search->page,
                           g_task_get_cancellable (task), page_cb, task);
}

typedef struct {
  Search *search;
  const SlipPlanState *state;
  GCancellable *cancellable;
} Look;

/* Parts of what is over are in memory only by chance. */
static void
look_cb (const SlipRow *row, gpointer data)
{
  Look *look = data;
  SlipKind kind = slip_row_get_kind (row);
  const SlipRow *release;

  if (g_cancellable_is_cancelled (look->cancellable))
    return;
  release = slip_schema_is_part_of_release (kind)
              ? slip_plan_state_get (look->state, SLIP_KIND_RELEASE,
                                     slip_row_get_owner (row))
              : NULL;
  if (release == NULL || slip_release_is_open (release))
    consider (look->search, look->state, row, NULL);
}

static void
look_at_all (Search *search,
             const SlipPlanState *state,
             GCancellable *cancellable)
{
  Look look = { search, state, cancellable };

  for (guint i = SLIP_SEARCH_CLASS_END; i > 0; i--) {
    SlipKind kind = slip_search_text_get_kind (i - 1);

    if (kind != SLIP_KIND_NONE)
      slip_plan_state_foreach (state, kind, look_cb, &look);
  }
  search->fraction = 1;
}

static void
parts_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  SlipWorkspace *self = SLIP_WORKSPACE (source);
  GTask *task = data;
  GError *error = NULL;

  if (!slip_workspace_load_parts_finish (self, result, &error) ||
      g_cancellable_set_error_if_cancelled (g_task_get_cancellable (task),
                                            &error)) {
    g_task_return_error (task, error);
    g_object_unref (task);
    return;
  }
  scan (task, look_at_all);
}

static void
collect_open (const SlipRow *release, gpointer data)
{
  if (slip_release_is_open (release))
    g_ptr_array_add (data, (char *) slip_row_get_id (release));
}

/* Filters alone need no index, but the parts of releases. */
static void
load_open_parts (SlipWorkspace *self, GTask *task)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  slip_plan_state_foreach (self->state, SLIP_KIND_RELEASE, collect_open, ids);
  g_ptr_array_add (ids, NULL);
  slip_workspace_load_parts_async (self, (const char *const *) ids->pdata,
                                   g_task_get_cancellable (task), parts_cb,
                                   task);
}

void
slip_workspace_search_async (SlipWorkspace *self,
                             const char *text,
                             guint limit,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer data)
{
  GTask *task = NULL;
  GError *error = NULL;
  Search *search = NULL;

  g_return_if_fail (SLIP_IS_WORKSPACE (self));
  g_return_if_fail (text != NULL);

  task = g_task_new (self, cancellable, callback, data);
  g_task_set_source_tag (task, slip_workspace_search_async);
  search = search_new (self, text, limit, &error);
  if (search == NULL) {
    g_task_return_error (task, error);
    g_object_unref (task);
    return;
  }
  g_task_set_task_data (task, search, (GDestroyNotify) search_free);
  if (slip_search_query_is_empty (search->query))
    end_search (task);
  else if (search->query->terms->len > 0)
    ask_page (task);
  else
    load_open_parts (self, task);
}

SlipSearchAnswer *
slip_workspace_search_finish (SlipWorkspace *self,
                              GAsyncResult *result,
                              GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
set_fraction (SlipWorkspace *self, double fraction)
{
  /* Only what was finished is exactly 1. */
  if (self->index_fraction < fraction || self->index_fraction > fraction) {
    self->index_fraction = fraction;
    g_object_notify (G_OBJECT (self), "index-fraction");
  }
}

static void
answer_waiting (SlipWorkspace *self, const GError *error)
{
  g_autoptr (GPtrArray) waiting = self->index_tasks;

  self->index_tasks = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < waiting->len; i++)
    if (error != NULL)
      g_task_return_error (waiting->pdata[i], g_error_copy (error));
    else
      g_task_return_boolean (waiting->pdata[i], TRUE);
}

static void indexed_cb (GObject *source, GAsyncResult *result, gpointer data);

static gboolean
index_cb (gpointer data)
{
  SlipWorkspace *self = data;
  gboolean is_spoilt = self->is_index_spoilt;

  self->is_index_spoilt = FALSE;
  slip_store_index_async (self->store, is_spoilt, self->gathering, indexed_cb,
                          g_object_ref (self));
  return G_SOURCE_REMOVE;
}

static void
indexed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SlipWorkspace) self = data;
  g_autoptr (GError) error = NULL;
  double fraction =
    slip_store_index_finish (SLIP_STORE (source), result, &error);

  if (fraction >= 0)
    set_fraction (self, fraction);
  if (fraction >= 0 && fraction < 1 &&
      !g_cancellable_set_error_if_cancelled (self->gathering, &error)) {
    if (self->index_rest != 0 && self->index_tasks->len == 0) {
      self->is_indexing = FALSE; /* rested_cb() goes on */
      return;
    }
    g_idle_add_full (INDEX_PRIORITY, index_cb, g_object_ref (self),
                     g_object_unref);
    return;
  }
  if (error != NULL &&
      !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_debug ("The texts of the plan could not be read: %s", error->message);
  self->is_indexing = FALSE;
  answer_waiting (self, error);
}

void
slip_workspace_start_indexing (SlipWorkspace *self)
{
  if (self->is_indexing || slip_store_is_read_only (self->store))
    return;
  self->is_indexing = TRUE;
  index_cb (self);
}

void
slip_workspace_index_async (SlipWorkspace *self,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer data)
{
  GTask *task = NULL;

  g_return_if_fail (SLIP_IS_WORKSPACE (self));

  task = g_task_new (self, cancellable, callback, data);
  g_task_set_source_tag (task, slip_workspace_index_async);
  /* A file that cannot be written has what it has. */
  if (slip_store_is_read_only (self->store)) {
    g_task_return_boolean (task, TRUE);
    g_object_unref (task);
    return;
  }
  g_ptr_array_add (self->index_tasks, task);
  slip_workspace_start_indexing (self);
}

gboolean
slip_workspace_index_finish (SlipWorkspace *self,
                             GAsyncResult *result,
                             GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

double
slip_workspace_get_index_fraction (SlipWorkspace *self)
{
  g_return_val_if_fail (SLIP_IS_WORKSPACE (self), 1);

  return self->index_fraction;
}
