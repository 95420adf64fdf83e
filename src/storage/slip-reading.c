/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-reading.h"

#include "slip-history.h"
#include "slip-new-file.h"
#include "slip-release-index.h"
#include "slip-summary.h"
#include "slip-table.h"

void
slip_news_free (SlipNews *news)
{
  g_clear_pointer (&news->steps, g_ptr_array_unref);
  g_clear_pointer (&news->summaries, g_ptr_array_unref);
  g_clear_pointer (&news->undo, slip_step_free);
  g_clear_pointer (&news->redo, slip_step_free);
  g_free (news);
}

void
slip_commit_free (SlipCommit *commit)
{
  g_clear_pointer (&commit->news, slip_news_free);
  g_free (commit);
}

static SlipNews *
make_news (gint64 generation, gint64 head)
{
  SlipNews *news = g_new0 (SlipNews, 1);

  news->generation = generation;
  news->head = head;
  news->steps =
    g_ptr_array_new_with_free_func ((GDestroyNotify) slip_step_free);
  news->summaries = g_ptr_array_new_with_free_func (
    (GDestroyNotify) slip_release_summary_unref);
  return news;
}

static SlipNews *
copy_news (const SlipNews *news)
{
  SlipNews *copy = make_news (news->generation, news->head);

  copy->feeds = news->feeds;
  copy->undo = news->undo == NULL ? NULL : slip_step_copy (news->undo);
  copy->redo = news->redo == NULL ? NULL : slip_step_copy (news->redo);
  return copy;
}

static gboolean
read_next_steps (SlipConnection *connection, SlipNews *news, GError **error)
{
  gint64 undo;
  gint64 redo;

  if (!slip_history_read_undo (connection, &undo, error) ||
      !slip_history_read_redo (connection, &redo, error))
    return FALSE;
  if (undo != 0) {
    news->undo = slip_history_read_step (connection, undo, FALSE, error);
    if (news->undo == NULL)
      return FALSE;
  }
  if (redo != 0) {
    news->redo = slip_history_read_step (connection, redo, FALSE, error);
    if (news->redo == NULL)
      return FALSE;
  }
  return TRUE;
}

SlipNews *
slip_reading_take_news (SlipConnection *connection,
                        gint64 since,
                        GError **error)
{
  g_autoptr (SlipNews) news = NULL;
  gint64 generation;
  gint64 head;

  if (!slip_connection_read_integer (
        connection, "SELECT value FROM meta WHERE key = 'generation'",
        &generation, error) ||
      !slip_history_read_head (connection, &head, error))
    return NULL;
  news = make_news (generation, head);
  if (!slip_connection_read_integer (
        connection, "SELECT value FROM meta WHERE key = 'feeds'", &news->feeds,
        error))
    return NULL;
  if (!read_next_steps (connection, news, error))
    return NULL;
  if (since >= head)
    return g_steal_pointer (&news);
  g_clear_pointer (&news->steps, g_ptr_array_unref);
  news->steps = slip_history_read_since (connection, since, error);
  if (news->steps == NULL ||
      !slip_reading_add_summaries (connection, news, error))
    return NULL;
  return g_steal_pointer (&news);
}

/* The release whose summary has to be known after @change, or %NULL. */
static const char *
get_summed_up (const SlipChange *change)
{
  if (change->kind == SLIP_KIND_CHECKLIST || change->kind == SLIP_KIND_ITEM)
    return change->owner;
  if (change->kind == SLIP_KIND_RELEASE && change->type == SLIP_CHANGE_SET &&
      (change->property == SLIP_RELEASE_STATUS ||
       change->property == SLIP_RELEASE_IS_DELETED))
    return change->id;
  return NULL;
}

static gboolean
add_summaries (SlipConnection *connection,
               const GPtrArray *changes,
               GHashTable *seen,
               GPtrArray *summaries,
               GError **error)
{
  for (guint i = 0; i < changes->len; i++) {
    const char *release = get_summed_up (g_ptr_array_index (changes, i));
    SlipReleaseSummary *summary = NULL;

    if (release == NULL || !g_hash_table_add (seen, (char *) release))
      continue;
    summary = slip_summary_read (connection, release, error);
    if (summary == NULL)
      return FALSE;
    g_ptr_array_add (summaries, summary);
  }
  return TRUE;
}

gboolean
slip_reading_add_summaries (SlipConnection *connection,
                            SlipNews *news,
                            GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < news->steps->len; i++) {
    const SlipStep *step = g_ptr_array_index (news->steps, i);

    if (!add_summaries (connection, step->set->changes, seen, news->summaries,
                        error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
read_kind (SlipConnection *connection,
           SlipKind kind,
           SlipPlanState *state,
           GError **error)
{
  g_autoptr (GPtrArray) rows =
    g_ptr_array_new_with_free_func ((GDestroyNotify) slip_row_unref);

  if (!slip_table_read (connection, kind, NULL, rows, error))
    return FALSE;
  /* The state takes them over: to count references up and down again would
   * visit all rows of a large plan twice more. */
  g_ptr_array_set_free_func (rows, NULL);
  for (guint i = 0; i < rows->len; i++)
    slip_plan_state_take_row (state, g_ptr_array_index (rows, i));
  return TRUE;
}

static gboolean
read_kinds (SlipConnection *connection, SlipPlanState *state, GError **error)
{
  for (guint i = 0; i < SLIP_N_KINDS; i++)
    if (!slip_schema_is_part_of_release ((SlipKind) i) &&
        !read_kind (connection, (SlipKind) i, state, error))
      return FALSE;
  return TRUE;
}

static void
collect_open (const SlipRow *release, gpointer data)
{
  GPtrArray *ids = data;

  if (slip_release_is_open (release))
    g_ptr_array_add (ids, g_strdup (slip_row_get_id (release)));
}

/* What is closed is many times more, and nobody asks, unless something of it
 * was left to be done. */
static gboolean
read_summaries (SlipConnection *connection,
                SlipPlanState *state,
                GError **error)
{
  g_autoptr (GPtrArray) ids = slip_summary_list_unfinished (connection, error);

  if (ids == NULL)
    return FALSE;
  slip_plan_state_foreach (state, SLIP_KIND_RELEASE, collect_open, ids);
  for (guint i = 0; i < ids->len; i++) {
    SlipReleaseSummary *summary =
      slip_summary_read (connection, g_ptr_array_index (ids, i), error);

    if (summary == NULL)
      return FALSE;
    slip_plan_state_take_summary (state, summary);
  }
  return TRUE;
}

SlipPlanState *
slip_reading_load (SlipConnection *connection, SlipNews **news, GError **error)
{
  g_autoptr (SlipPlanState) state = slip_plan_state_new ();
  gboolean is_read;

  if (!slip_connection_begin_reading (connection, error))
    return NULL;
  is_read = read_kinds (connection, state, error) &&
            read_summaries (connection, state, error);
  *news =
    is_read ? slip_reading_take_news (connection, G_MAXINT64, error) : NULL;
  slip_connection_end_reading (connection);
  if (*news == NULL)
    return NULL;
  /* Made here, it keeps nobody waiting. */
  slip_plan_state_get_index (state);
  return g_steal_pointer (&state);
}

/* Reads the parts of @release, of all releases for %NULL. */
static gboolean
read_parts (SlipConnection *connection,
            const char *release,
            GPtrArray *rows,
            GError **error)
{
  for (guint i = 0; i < SLIP_N_KINDS; i++)
    if (slip_schema_is_part_of_release ((SlipKind) i) &&
        !slip_table_read (connection, (SlipKind) i, release, rows, error))
      return FALSE;
  return TRUE;
}

static gboolean
read_parts_of_each (SlipConnection *connection,
                    const char *const *releases,
                    GPtrArray *rows,
                    GError **error)
{
  if (releases == NULL)
    return read_parts (connection, NULL, rows, error);
  for (guint i = 0; releases[i] != NULL; i++)
    if (!read_parts (connection, releases[i], rows, error))
      return FALSE;
  return TRUE;
}

GPtrArray *
slip_reading_load_parts (SlipConnection *connection,
                         const char *const *releases,
                         gint64 since,
                         SlipNews **news,
                         GError **error)
{
  g_autoptr (GPtrArray) rows =
    g_ptr_array_new_with_free_func ((GDestroyNotify) slip_row_unref);
  gboolean is_read;

  if (!slip_connection_begin_reading (connection, error))
    return NULL;
  is_read = read_parts_of_each (connection, releases, rows, error);
  *news = is_read ? slip_reading_take_news (connection, since, error) : NULL;
  slip_connection_end_reading (connection);
  return *news == NULL ? NULL : g_steal_pointer (&rows);
}

/* What a connection remembers of its last poll. */
typedef struct {
  gint64 version;
  SlipNews *news;
} Poll;

static void
poll_free (Poll *poll)
{
  slip_news_free (poll->news);
  g_free (poll);
}

static void
remember (SlipConnection *connection, gint64 version, const SlipNews *news)
{
  Poll *poll = g_new0 (Poll, 1);

  poll->version = version;
  poll->news = copy_news (news);
  if (connection->poll != NULL)
    connection->poll_free (connection->poll);
  connection->poll = poll;
  connection->poll_free = (GDestroyNotify) poll_free;
}

SlipNews *
slip_reading_poll (SlipConnection *connection, gint64 since, GError **error)
{
  const Poll *poll = connection->poll;
  SlipNews *news = NULL;
  gint64 version;

  /* Asked before the reading: a writer in between is then seen next time. */
  if (!slip_connection_read_integer (connection, "PRAGMA data_version",
                                     &version, error))
    return NULL;
  if (poll != NULL && poll->version == version && poll->news->head == since)
    return copy_news (poll->news);
  if (!slip_connection_begin_reading (connection, error))
    return NULL;
  news = slip_reading_take_news (connection, since, error);
  slip_connection_end_reading (connection);
  if (news != NULL)
    remember (connection, version, news);
  return news;
}

GPtrArray *
slip_reading_history (SlipConnection *connection,
                      const char *release,
                      gint64 before,
                      guint limit,
                      GError **error)
{
  GPtrArray *steps = NULL;

  if (!slip_connection_begin_reading (connection, error))
    return NULL;
  steps = slip_history_read_before (connection, release, before, limit, error);
  slip_connection_end_reading (connection);
  return steps;
}

static gboolean
vacuum_into (SlipConnection *connection, const char *path, GError **error)
{
  sqlite3_stmt *statement =
    slip_connection_prepare (connection, "VACUUM INTO ?1", error);

  if (statement == NULL)
    return FALSE;
  slip_bind_text (statement, 1, path);
  return slip_connection_finish (connection, statement, error);
}

/* SQLite takes writing a copy for writing. */
static gboolean
write_copy (SlipConnection *connection, const char *path, GError **error)
{
  gint64 only_reads;
  gboolean is_written;

  if (!slip_connection_read_integer (connection, "PRAGMA query_only",
                                     &only_reads, error) ||
      !slip_connection_run (connection, "PRAGMA query_only = OFF", error))
    return FALSE;
  is_written = vacuum_into (connection, path, error);
  if (!only_reads)
    return is_written;
  return slip_connection_run (connection, "PRAGMA query_only = ON",
                              is_written ? error : NULL) &&
         is_written;
}

gboolean
slip_reading_copy (SlipConnection *connection, const char *path, GError **error)
{
  g_autoptr (SlipNewFile) file = slip_new_file_begin (path, error);

  return file != NULL &&
         write_copy (connection, slip_new_file_get_path (file), error) &&
         slip_new_file_finish (file, error);
}
