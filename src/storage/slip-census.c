/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-census.h"

#include "slip-table-sql.h"

static gboolean
count (SlipConnection *connection, SlipCensus *census, GError **error)
{
  gint64 version = 0;
  for (guint i = 0; i < SLIP_N_KINDS; i++)
    if (!slip_connection_read_integer (connection,
                                       slip_table_sql_count (connection->sql,
                                                             (SlipKind) i),
                                       &census->n_entities[i], error))
      return FALSE;
  if (!slip_connection_read_integer (connection,
                                     "SELECT count(*) FROM history_step",
                                     &census->n_steps, error) ||
      !slip_connection_read_integer (connection,
                                     "SELECT page_count * page_size "
                                     "FROM pragma_page_count, pragma_page_size",
                                     &census->n_bytes, error) ||
      !slip_connection_read_integer (connection, "PRAGMA user_version",
                                     &version, error))
    return FALSE;
  census->version = (int) version;
  return TRUE;
}

SlipCensus *
slip_census_run (SlipConnection *connection, GError **error)
{
  g_autofree SlipCensus *census = g_new0 (SlipCensus, 1);
  if (!slip_connection_begin_reading (connection, error))
    return NULL;
  gboolean is_counted = count (connection, census, error);
  slip_connection_end_reading (connection);
  return is_counted ? g_steal_pointer (&census) : NULL;
}
