/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-table-sql.h"

/*
 * The only SQL that is composed.  Its parts are the names in the constant
 * schema table, which nobody outside this program can change, and they are
 * quoted; values are always bound.
 */

typedef struct {
  char *insert;
  char *delete;
  char *select;
  char *count;
  char *select_one;
  char *take;
  char *take_owned;
  char *select_placed;
  char *select_at;
  char *select_after;
  char *select_last;
  GPtrArray *update;
} TableTexts;

struct _SlipTableSql {
  TableTexts kinds[SLIP_N_KINDS];
};

char *
slip_table_get_name (SlipKind kind)
{
  return g_strdelimit (g_strdup (slip_schema_get (kind)->name), "-", '_');
}

int
slip_table_get_first (SlipKind kind)
{
  return slip_schema_get (kind)->owner == SLIP_KIND_NONE ? 2 : 3;
}

/* The columns of @kind, each between @before and @after. */
static char *
join_columns (SlipKind kind, const char *before, const char *after)
{
  const SlipKindInfo *info = slip_schema_get (kind);
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%sid%s", before, after);
  if (info->owner != SLIP_KIND_NONE)
    g_string_append_printf (text, ", %sowner%s", before, after);
  for (guint i = 0; i < info->n_properties; i++)
    g_string_append_printf (text, ", %s%s%s", before, info->properties[i].name,
                            after);
  return g_string_free (text, FALSE);
}

static char *
compose_insert (SlipKind kind, const char *table, const char *columns)
{
  int n_columns = slip_table_get_first (kind) - 1 +
                  (int) slip_schema_get (kind)->n_properties;
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "INSERT INTO \"%s\" (%s) VALUES (?1", table,
                          columns);
  for (int i = 2; i <= n_columns; i++)
    g_string_append_printf (text, ", ?%d", i);
  g_string_append_c (text, ')');
  return g_string_free (text, FALSE);
}

static char *
compose_delete (SlipKind kind, const char *table)
{
  const SlipKindInfo *info = slip_schema_get (kind);
  int first = slip_table_get_first (kind);
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "DELETE FROM \"%s\" WHERE \"id\" = ?1", table);
  if (info->owner != SLIP_KIND_NONE)
    g_string_append (text, " AND \"owner\" = ?2");
  for (guint i = 0; i < info->n_properties; i++)
    g_string_append_printf (text, " AND \"%s\" IS ?%d",
                            info->properties[i].name, first + (int) i);
  return g_string_free (text, FALSE);
}

static char *
compose_update (const char *table, const char *property)
{
  return g_strdup_printf ("UPDATE \"%s\" SET \"%s\" = ?2 "
                          "WHERE \"id\" = ?1 AND \"%s\" IS ?3",
                          table, property, property);
}

static void
compose_placed (TableTexts *texts, const char *table, const char *columns)
{
  texts->select_placed =
    g_strdup_printf ("SELECT %s, rowid FROM \"%s\" WHERE \"id\" = ?1", columns,
                     table);
  texts->select_at =
    g_strdup_printf ("SELECT %s, rowid FROM \"%s\" WHERE rowid = ?1", columns,
                     table);
  texts->select_after =
    g_strdup_printf ("SELECT %s, rowid FROM \"%s\" WHERE rowid > ?1 "
                     "ORDER BY rowid LIMIT ?2",
                     columns, table);
  texts->select_last =
    g_strdup_printf ("SELECT max (rowid) FROM \"%s\"", table);
}

static void
compose (TableTexts *texts, SlipKind kind)
{
  const SlipKindInfo *info = slip_schema_get (kind);
  g_autofree char *table = slip_table_get_name (kind);
  g_autofree char *columns = join_columns (kind, "\"", "\"");

  texts->insert = compose_insert (kind, table, columns);
  texts->delete = compose_delete (kind, table);
  texts->select =
    g_strdup_printf ("SELECT %s FROM \"%s\" ORDER BY rowid", columns, table);
  texts->count = g_strdup_printf ("SELECT count(*) FROM \"%s\"", table);
  texts->select_one =
    g_strdup_printf ("SELECT %s FROM \"%s\" WHERE \"id\" = ?1", columns, table);
  texts->take = g_strdup_printf ("SELECT " SLIP_TABLE_TAKE_ROW " (?2, %s) "
                                 "FROM \"%s\" ORDER BY rowid",
                                 columns, table);
  if (info->owner != SLIP_KIND_NONE)
    texts->take_owned =
      g_strdup_printf ("SELECT " SLIP_TABLE_TAKE_ROW " (?2, %s) "
                       "FROM \"%s\" WHERE \"owner\" = ?1",
                       columns, table);
  compose_placed (texts, table, columns);
  texts->update = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < info->n_properties; i++)
    g_ptr_array_add (texts->update,
                     compose_update (table, info->properties[i].name));
}

static void
clear_texts (TableTexts *texts)
{
  g_free (texts->insert);
  g_free (texts->delete);
  g_free (texts->select);
  g_free (texts->count);
  g_free (texts->select_one);
  g_free (texts->take);
  g_free (texts->take_owned);
  g_free (texts->select_placed);
  g_free (texts->select_at);
  g_free (texts->select_after);
  g_free (texts->select_last);
  g_ptr_array_unref (texts->update);
}

SlipTableSql *
slip_table_sql_new (void)
{
  SlipTableSql *self = g_new0 (SlipTableSql, 1);

  for (guint i = 0; i < SLIP_N_KINDS; i++)
    compose (&self->kinds[i], (SlipKind) i);
  return self;
}

void
slip_table_sql_free (SlipTableSql *self)
{
  for (guint i = 0; i < SLIP_N_KINDS; i++)
    clear_texts (&self->kinds[i]);
  g_free (self);
}

const char *
slip_table_sql_insert (const SlipTableSql *self, SlipKind kind)
{
  return self->kinds[kind].insert;
}

const char *
slip_table_sql_delete (const SlipTableSql *self, SlipKind kind)
{
  return self->kinds[kind].delete;
}

const char *
slip_table_sql_update (const SlipTableSql *self, SlipKind kind, guint property)
{
  return g_ptr_array_index (self->kinds[kind].update, property);
}

const char *
slip_table_sql_select (const SlipTableSql *self, SlipKind kind)
{
  return self->kinds[kind].select;
}

const char *
slip_table_sql_count (const SlipTableSql *self, SlipKind kind)
{
  return self->kinds[kind].count;
}

const char *
slip_table_sql_select_one (const SlipTableSql *self, SlipKind kind)
{
  return self->kinds[kind].select_one;
}

const char *
slip_table_sql_take (const SlipTableSql *self, SlipKind kind)
{
  return self->kinds[kind].take;
}

const char *
slip_table_sql_take_owned (const SlipTableSql *self, SlipKind kind)
{
  return self->kinds[kind].take_owned;
}

const char *
slip_table_sql_select_placed (const SlipTableSql *self, SlipKind kind)
{
  return self->kinds[kind].select_placed;
}

const char *
slip_table_sql_select_at (const SlipTableSql *self, SlipKind kind)
{
  return self->kinds[kind].select_at;
}

const char *
slip_table_sql_select_after (const SlipTableSql *self, SlipKind kind)
{
  return self->kinds[kind].select_after;
}

const char *
slip_table_sql_select_last (const SlipTableSql *self, SlipKind kind)
{
  return self->kinds[kind].select_last;
}
