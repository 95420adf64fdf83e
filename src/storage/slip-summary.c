/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-summary.h"

#include "slip-change-set.h"
#include "slip-table.h"

#include <string.h>

#define SELECT                                                                 \
  "SELECT checklist, audience, owner_person, is_not_needed, n_required, "      \
  "n_required_closed, n_required_blocked, n_required_started, "                \
  "n_optional_open, due_days "                                                 \
  "FROM checklist_summary WHERE \"release\" = ?1 ORDER BY checklist"
#define INSERT                                                                 \
  "INSERT INTO checklist_summary (\"release\", checklist, audience, "          \
  "owner_person, is_not_needed, n_required, n_required_closed, "               \
  "n_required_blocked, n_required_started, n_optional_open, due_days) "        \
  "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)"
/* Flags are few: the items of their releases alone are looked at. */
#define UNFINISHED                                                             \
  "SELECT DISTINCT r.id FROM flag AS f "                                       \
  "CROSS JOIN \"release\" AS r ON r.id = f.owner "                             \
  "CROSS JOIN item AS i ON i.owner = f.owner "                                 \
  "WHERE r.status = 'released' AND NOT r.is_deleted AND i.origin = f.id "      \
  "AND i.state NOT IN ('done', 'not-applicable') ORDER BY r.id"
#define DELETE "DELETE FROM checklist_summary WHERE \"release\" = ?1"

/* The checklists and items of one release. */
typedef struct {
  GPtrArray *checklists;
  GPtrArray *items;
} Parts;

static Parts *
parts_new (void)
{
  Parts *parts = g_new (Parts, 1);

  parts->checklists =
    g_ptr_array_new_with_free_func ((GDestroyNotify) slip_row_unref);
  parts->items =
    g_ptr_array_new_with_free_func ((GDestroyNotify) slip_row_unref);
  return parts;
}

static void
parts_free (Parts *parts)
{
  g_ptr_array_unref (parts->checklists);
  g_ptr_array_unref (parts->items);
  g_free (parts);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Parts, parts_free)

gboolean
slip_summary_prepare (SlipConnection *connection, GError **error)
{
  return slip_connection_prepare (connection, SELECT, error) != NULL;
}

GPtrArray *
slip_summary_list_touched (const GPtrArray *changes)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *releases = g_ptr_array_new ();

  for (guint i = 0; i < changes->len; i++) {
    const SlipChange *change = g_ptr_array_index (changes, i);

    if ((change->kind == SLIP_KIND_CHECKLIST ||
         change->kind == SLIP_KIND_ITEM) &&
        change->owner != NULL && g_hash_table_add (seen, change->owner))
      g_ptr_array_add (releases, change->owner);
  }
  return releases;
}

static char *
print_days (const GArray *days)
{
  GString *text = g_string_sized_new (days->len * SLIP_DATE_TEXT_SIZE);

  for (guint i = 0; i < days->len; i++) {
    char day[SLIP_DATE_TEXT_SIZE];

    if (i > 0)
      g_string_append_c (text, ' ');
    g_string_append (text,
                     slip_date_print (g_array_index (days, SlipDate, i), day));
  }
  return g_string_free (text, FALSE);
}

/* Adds the days in @text; what is none there was written by hand, and is found
 * by slip_check_run(). */
static void
parse_days (const char *text, GArray *days)
{
  for (const char *at = text; at != NULL && *at != '\0';) {
    gsize length = strcspn (at, " ");
    char day[SLIP_DATE_TEXT_SIZE];
    SlipDate date = SLIP_DATE_NONE;

    if (length < sizeof day) {
      memcpy (day, at, length);
      day[length] = '\0';
      date = slip_date_parse (day);
    }
    if (slip_date_is_set (date))
      g_array_append_val (days, date);
    at += length;
    at += strspn (at, " ");
  }
}

static gboolean
insert (SlipConnection *connection,
        const char *release,
        const SlipChecklistSummary *summary,
        GError **error)
{
  g_autofree char *days = print_days (summary->due);
  sqlite3_stmt *statement = slip_connection_prepare (connection, INSERT, error);

  if (statement == NULL)
    return FALSE;
  slip_bind_text (statement, 1, release);
  slip_bind_text (statement, 2, summary->checklist);
  slip_bind_text (statement, 3, summary->audience);
  slip_bind_text (statement, 4, summary->owner);
  sqlite3_bind_int64 (statement, 5, summary->is_not_needed);
  sqlite3_bind_int64 (statement, 6, summary->n_required);
  sqlite3_bind_int64 (statement, 7, summary->n_required_closed);
  sqlite3_bind_int64 (statement, 8, summary->n_required_blocked);
  sqlite3_bind_int64 (statement, 9, summary->n_required_started);
  sqlite3_bind_int64 (statement, 10, summary->n_optional_open);
  slip_bind_text (statement, 11, days);
  return slip_connection_finish (connection, statement, error);
}

static gboolean
insert_all (SlipConnection *connection,
            const SlipReleaseSummary *summary,
            GError **error)
{
  for (guint i = 0; i < summary->checklists->len; i++)
    if (!insert (connection, summary->release,
                 g_ptr_array_index (summary->checklists, i), error))
      return FALSE;
  return TRUE;
}

static gboolean delete (SlipConnection *connection,
                        const char *release,
                        GError **error)
{
  sqlite3_stmt *statement = slip_connection_prepare (connection, DELETE, error);

  if (statement == NULL)
    return FALSE;
  slip_bind_text (statement, 1, release);
  return slip_connection_finish (connection, statement, error);
}

SlipReleaseSummary *
slip_summary_count (SlipConnection *connection,
                    const char *release,
                    GError **error)
{
  g_autoptr (Parts) parts = parts_new ();

  if (!slip_table_read (connection, SLIP_KIND_CHECKLIST, release,
                        parts->checklists, error) ||
      !slip_table_read (connection, SLIP_KIND_ITEM, release, parts->items,
                        error))
    return NULL;
  return slip_readiness_summarize (release, parts->checklists, parts->items);
}

static gboolean
renew (SlipConnection *connection, const char *release, GError **error)
{
  g_autoptr (SlipReleaseSummary) summary =
    slip_summary_count (connection, release, error);

  return summary != NULL && delete (connection, release, error) &&
         insert_all (connection, summary, error);
}

gboolean
slip_summary_renew (SlipConnection *connection,
                    const GPtrArray *releases,
                    GError **error)
{
  for (guint i = 0; i < releases->len; i++)
    if (!renew (connection, g_ptr_array_index (releases, i), error))
      return FALSE;
  return TRUE;
}

static Parts *
get_parts (GHashTable *by_release, const char *release)
{
  Parts *parts = g_hash_table_lookup (by_release, release);

  if (parts == NULL) {
    parts = parts_new ();
    g_hash_table_insert (by_release, (char *) release, parts);
  }
  return parts;
}

/* The checklists and items in @rows, by the id of their release. */
static GHashTable *
sort_by_release (const GPtrArray *rows)
{
  GHashTable *by_release = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                                  (GDestroyNotify) parts_free);

  for (guint i = 0; i < rows->len; i++) {
    const SlipRow *row = g_ptr_array_index (rows, i);
    const char *release = slip_row_get_owner (row);

    if (slip_row_get_kind (row) == SLIP_KIND_CHECKLIST)
      g_ptr_array_add (get_parts (by_release, release)->checklists,
                       slip_row_ref (row));
    else if (slip_row_get_kind (row) == SLIP_KIND_ITEM)
      g_ptr_array_add (get_parts (by_release, release)->items,
                       slip_row_ref (row));
  }
  return by_release;
}

/* In the order of their ids, in which the table lies: so that each row comes
 * after the last one. */
gboolean
slip_summary_fill (SlipConnection *connection,
                   const GPtrArray *rows,
                   GError **error)
{
  g_autoptr (GHashTable) by_release = sort_by_release (rows);
  g_autoptr (GList) releases =
    g_list_sort (g_hash_table_get_keys (by_release), (GCompareFunc) strcmp);

  for (GList *at = releases; at != NULL; at = at->next) {
    const Parts *parts = g_hash_table_lookup (by_release, at->data);
    g_autoptr (SlipReleaseSummary) summary =
      slip_readiness_summarize (at->data, parts->checklists, parts->items);

    if (!insert_all (connection, summary, error))
      return FALSE;
  }
  return TRUE;
}

static SlipChecklistSummary *
read_row (sqlite3_stmt *statement)
{
  SlipChecklistSummary *summary =
    slip_checklist_summary_new (slip_column_text (statement, 0));

  summary->audience = g_strdup (slip_column_text (statement, 1));
  summary->owner = g_strdup (slip_column_text (statement, 2));
  summary->is_not_needed = sqlite3_column_int (statement, 3) != 0;
  summary->n_required = (guint) sqlite3_column_int (statement, 4);
  summary->n_required_closed = (guint) sqlite3_column_int (statement, 5);
  summary->n_required_blocked = (guint) sqlite3_column_int (statement, 6);
  summary->n_required_started = (guint) sqlite3_column_int (statement, 7);
  summary->n_optional_open = (guint) sqlite3_column_int (statement, 8);
  parse_days (slip_column_text (statement, 9), summary->due);
  return summary;
}

SlipReleaseSummary *
slip_summary_read (SlipConnection *connection,
                   const char *release,
                   GError **error)
{
  g_autoptr (SlipReleaseSummary) summary = slip_release_summary_new (release);
  g_autoptr (GError) local_error = NULL;
  sqlite3_stmt *statement = slip_connection_prepare (connection, SELECT, error);

  if (statement == NULL)
    return NULL;
  slip_bind_text (statement, 1, release);
  while (slip_connection_next (connection, statement, &local_error))
    g_ptr_array_add (summary->checklists, read_row (statement));
  if (local_error == NULL)
    return g_steal_pointer (&summary);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

GPtrArray *
slip_summary_list_unfinished (SlipConnection *connection, GError **error)
{
  g_autoptr (GPtrArray) releases = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) local_error = NULL;
  sqlite3_stmt *statement =
    slip_connection_prepare (connection, UNFINISHED, error);

  if (statement == NULL)
    return NULL;
  while (slip_connection_next (connection, statement, &local_error))
    g_ptr_array_add (releases, g_strdup (slip_column_text (statement, 0)));
  if (local_error == NULL)
    return g_steal_pointer (&releases);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}
