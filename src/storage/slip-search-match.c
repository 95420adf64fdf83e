/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-search-match.h"

#include "slip-search-index.h"
#include "slip-search-text.h"
#include "slip-table-sql.h"
#include "slip-table.h"

#define SELECT                                                                 \
  "SELECT rowid FROM search WHERE search MATCH ?1 "                            \
  "AND rowid >= ?2 AND rowid < ?3 ORDER BY rowid DESC LIMIT ?4"

/* Appends @text in the quotes that make it text, whatever it holds. */
static void
append_quoted (GString *question, const char *text)
{
  g_string_append_c (question, '"');
  for (const char *p = text; *p != '\0'; p++) {
    if (*p == '"')
      g_string_append_c (question, '"');
    g_string_append_c (question, *p);
  }
  g_string_append_c (question, '"');
}

/* A run of two and more characters is its pairs, one after the other; a single
 * one begins a pair or stands alone. */
static void
append_paired (GString *question, const char *text)
{
  g_autofree char *pairs = slip_search_text_dup_pairs (text);
  gboolean is_single = *g_utf8_next_char (text) == '\0';

  if (pairs == NULL)
    return;
  g_strstrip (pairs);
  if (!is_single)
    *strrchr (pairs, ' ') = '\0';
  g_string_append (question, "pairs : ");
  append_quoted (question, pairs);
  if (is_single)
    g_string_append_c (question, '*');
}

char *
slip_search_match_compose (const GPtrArray *terms)
{
  GString *question = g_string_new (NULL);

  for (guint i = 0; i < terms->len; i++) {
    const SlipSearchTerm *term = g_ptr_array_index (terms, i);

    if (question->len > 0)
      g_string_append_c (question, ' ');
    if (term->is_paired) {
      append_paired (question, term->text);
      continue;
    }
    append_quoted (question, term->text);
    if (term->is_prefix)
      g_string_append_c (question, '*');
  }
  return g_string_free (question, FALSE);
}

void
slip_search_hits_free (SlipSearchHits *hits)
{
  g_array_unref (hits->hits);
  g_free (hits);
}

static void
hit_clear (SlipSearchHit *hit)
{
  g_clear_pointer (&hit->row, slip_row_unref);
  g_clear_pointer (&hit->checklist, slip_row_unref);
}

static gint64
get_first_place (SlipSearchRange range)
{
  switch (range) {
  case SLIP_SEARCH_PLAN:
    return SLIP_SEARCH_PLACE (SLIP_SEARCH_CLASS_PLAN, 0);
  case SLIP_SEARCH_PARTS:
    return SLIP_SEARCH_PLACE (SLIP_SEARCH_CLASS_PARTS, 0);
  case SLIP_SEARCH_ITEMS:
    return SLIP_SEARCH_PLACE (SLIP_SEARCH_CLASS_ITEM, 0);
  }
  g_assert_not_reached ();
}

static gint64
get_end_place (SlipSearchRange range)
{
  switch (range) {
  case SLIP_SEARCH_PLAN:
    return SLIP_SEARCH_PLACE (SLIP_SEARCH_CLASS_END, 0);
  case SLIP_SEARCH_PARTS:
    return SLIP_SEARCH_PLACE (SLIP_SEARCH_CLASS_PLAN, 0);
  case SLIP_SEARCH_ITEMS:
    return SLIP_SEARCH_PLACE (SLIP_SEARCH_CLASS_PARTS, 0);
  }
  g_assert_not_reached ();
}

static gboolean
find_places (SlipConnection *connection,
             const char *question,
             SlipSearchPage page,
             GArray *places,
             GError **error)
{
  g_autoptr (GError) local_error = NULL;
  gint64 end = get_end_place (page.range);
  sqlite3_stmt *statement = slip_connection_prepare (connection, SELECT, error);

  if (statement == NULL)
    return FALSE;
  slip_bind_text (statement, 1, question);
  sqlite3_bind_int64 (statement, 2, get_first_place (page.range));
  sqlite3_bind_int64 (statement, 3,
                      page.before != 0 ? MIN (page.before, end) : end);
  sqlite3_bind_int64 (statement, 4, page.n);
  while (slip_connection_next (connection, statement, &local_error)) {
    gint64 place = sqlite3_column_int64 (statement, 0);

    g_array_append_val (places, place);
  }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* The one row of @sql for what is bound to it; %NULL for none. */
static SlipRow *
read_one (SlipConnection *connection,
          SlipKind kind,
          sqlite3_stmt *statement,
          GError **error)
{
  SlipRow *row = NULL;

  if (slip_connection_next (connection, statement, error))
    row = slip_table_read_row (kind, statement);
  sqlite3_reset (statement);
  return row;
}

/* Items that lie together are often of one checklist: that of @last (nullable)
 * is shared then. */
static SlipRow *
read_checklist (SlipConnection *connection,
                const SlipRow *item,
                const SlipSearchHit *last,
                GError **error)
{
  const char *id = slip_row_get_text (item, SLIP_ITEM_CHECKLIST);
  sqlite3_stmt *statement = NULL;

  if (last != NULL && last->checklist != NULL &&
      g_strcmp0 (slip_row_get_id (last->checklist), id) == 0)
    return slip_row_ref (last->checklist);
  statement =
    slip_connection_prepare (connection,
                             slip_table_sql_select_one (connection->sql,
                                                        SLIP_KIND_CHECKLIST),
                             error);

  if (statement == NULL)
    return NULL;
  slip_bind_text (statement, 1, id);
  return read_one (connection, SLIP_KIND_CHECKLIST, statement, error);
}

static SlipRow *
read_at (SlipConnection *connection, gint64 place, GError **error)
{
  SlipKind kind =
    slip_search_text_get_kind ((guint) (place >> SLIP_SEARCH_CLASS_BITS));
  gint64 number = place & (SLIP_SEARCH_PLACE (1, 0) - 1);
  sqlite3_stmt *statement = NULL;

  if (kind == SLIP_KIND_NONE)
    return NULL;
  statement =
    slip_connection_prepare (connection,
                             slip_table_sql_select_at (connection->sql, kind),
                             error);
  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, number);
  return read_one (connection, kind, statement, error);
}

static gboolean
add_hit (SlipConnection *connection,
         gint64 place,
         SlipSearchHits *hits,
         GError **error)
{
  g_autoptr (GError) local_error = NULL;
  SlipSearchHit hit = { read_at (connection, place, &local_error), NULL };
  guint n = hits->hits->len;
  const SlipSearchHit *last =
    n > 0 ? &g_array_index (hits->hits, SlipSearchHit, n - 1) : NULL;

  if (local_error == NULL && hit.row != NULL &&
      slip_row_get_kind (hit.row) == SLIP_KIND_ITEM)
    hit.checklist = read_checklist (connection, hit.row, last, &local_error);
  hits->next = place;
  if (local_error != NULL) {
    hit_clear (&hit);
    g_propagate_error (error, g_steal_pointer (&local_error));
    return FALSE;
  }
  if (hit.row != NULL)
    g_array_append_val (hits->hits, hit);
  return TRUE;
}

static gboolean
read_progress (SlipConnection *connection, SlipSearchHits *hits, GError **error)
{
  SlipSearchState state;

  if (!slip_search_index_read_state (connection, &state, error))
    return FALSE;
  hits->has_releases =
    state.version == SLIP_SEARCH_TEXT_VERSION &&
    state.class_ < slip_search_text_get_class (SLIP_KIND_RELEASE);
  return slip_search_index_read_fraction (connection, &hits->fraction, error);
}

static gboolean
read_hits (SlipConnection *connection,
           const char *question,
           SlipSearchPage page,
           SlipSearchHits *hits,
           GError **error)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (!find_places (connection, question, page, places, error))
    return FALSE;
  for (guint i = 0; i < places->len; i++)
    if (!add_hit (connection, g_array_index (places, gint64, i), hits, error))
      return FALSE;
  if (places->len < page.n)
    hits->next = 0;
  return read_progress (connection, hits, error);
}

SlipSearchHits *
slip_search_match_run (SlipConnection *connection,
                       const char *question,
                       SlipSearchPage page,
                       GError **error)
{
  g_autoptr (SlipSearchHits) hits = g_new0 (SlipSearchHits, 1);
  gboolean is_read;

  hits->hits = g_array_new (FALSE, FALSE, sizeof (SlipSearchHit));
  g_array_set_clear_func (hits->hits, (GDestroyNotify) hit_clear);
  if (!slip_connection_begin_reading (connection, error))
    return NULL;
  is_read = read_hits (connection, question, page, hits, error);
  slip_connection_end_reading (connection);
  return is_read ? g_steal_pointer (&hits) : NULL;
}
