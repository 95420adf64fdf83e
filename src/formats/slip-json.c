/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-json.h"

#include "slip-json-scanner.h"

#include <glib/gi18n-lib.h>
#include <sqlite3.h>
#include <string.h>

typedef sqlite3 SlipJsonDatabase;
typedef sqlite3_stmt SlipJsonStatement;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlipJsonDatabase, sqlite3_close)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlipJsonStatement, sqlite3_finalize)

static gboolean
check_size (gsize length, gsize max_bytes, GError **error)
{
  g_autofree char *limit = NULL;

  if (length <= max_bytes)
    return TRUE;
  limit = g_format_size_full (max_bytes, G_FORMAT_SIZE_IEC_UNITS);
  g_set_error (error, SLIP_FORMAT_ERROR, SLIP_FORMAT_ERROR_TOO_LARGE,
               /* Translators: a size, as '16 MiB'. */
               _ ("The document is larger than %s"), limit);
  return FALSE;
}

static gboolean
check_utf8 (const char *text, gsize length, GError **error)
{
  const char *bad;
  g_autofree char *what = NULL;

  if (g_utf8_validate_len (text, length, &bad))
    return TRUE;
  if (*bad == '\0')
    what = g_strdup (_ ("a NUL byte is not text"));
  else
    what = g_strdup_printf (_ ("the byte 0x%02X is not UTF-8 text"),
                            (guint) (guchar) *bad);
  return slip_json_fail_at (text, bad, SLIP_FORMAT_ERROR_INVALID, what, error);
}

static gboolean
fail_sqlite (int code, GError **error)
{
  g_set_error (error, SLIP_FORMAT_ERROR, SLIP_FORMAT_ERROR_FAILED,
               _ ("The document could not be checked: %s"),
               sqlite3_errstr (code));
  return FALSE;
}

/*
 * Asks SQLite's parser, which is strict, well tested and not recursive without
 * bound.  The database lives for one question: it costs some 50 µs and spares a
 * global.
 */
static gboolean
ask_sqlite (const char *text, gsize length, gboolean *is_valid, GError **error)
{
  g_autoptr (SlipJsonDatabase) database = NULL;
  g_autoptr (SlipJsonStatement) statement = NULL;
  int code;

  code = sqlite3_open_v2 (":memory:", &database,
                          SQLITE_OPEN_READWRITE | SQLITE_OPEN_MEMORY |
                            SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_PRIVATECACHE,
                          NULL);
  if (code != SQLITE_OK)
    return fail_sqlite (code, error);
  code = sqlite3_prepare_v2 (database, "SELECT json_valid (?1)", -1, &statement,
                             NULL);
  if (code != SQLITE_OK)
    return fail_sqlite (code, error);
  code = sqlite3_bind_text64 (statement, 1, text, length, SQLITE_STATIC,
                              SQLITE_UTF8);
  if (code != SQLITE_OK)
    return fail_sqlite (code, error);
  code = sqlite3_step (statement);
  if (code != SQLITE_ROW)
    return fail_sqlite (code, error);
  *is_valid = sqlite3_column_int (statement, 0) != 0;
  return TRUE;
}

/* The scanner runs in either case: when SQLite refuses it says why and where,
 * when SQLite is content it looks for what only we refuse. */
static gboolean
check_form (const char *text, gsize length, guint max_depth, GError **error)
{
  gboolean is_valid;

  if (!ask_sqlite (text, length, &is_valid, error) ||
      !slip_json_scan (text, length, max_depth, error))
    return FALSE;
  if (!is_valid) {
    g_set_error_literal (error, SLIP_FORMAT_ERROR, SLIP_FORMAT_ERROR_INVALID,
                         _ ("The document is not valid JSON"));
    return FALSE;
  }
  return TRUE;
}

static JsonNode *
load (const char *text, gsize length, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) local_error = NULL;

  if (!json_parser_load_from_data (parser, text, (gssize) length,
                                   &local_error)) {
    g_set_error (error, SLIP_FORMAT_ERROR, SLIP_FORMAT_ERROR_FAILED,
                 _ ("The document could not be read: %s"),
                 local_error->message);
    return NULL;
  }
  return json_parser_steal_root (parser);
}

JsonNode *
slip_json_parse (GBytes *bytes, const SlipJsonLimits *limits, GError **error)
{
  SlipJsonLimits given = { 0, 0 };
  gsize length;
  const char *text;

  g_return_val_if_fail (bytes != NULL, NULL);
  if (limits != NULL)
    given = *limits;
  if (given.max_bytes == 0)
    given.max_bytes = SLIP_JSON_MAX_BYTES;
  if (given.max_depth == 0)
    given.max_depth = SLIP_JSON_MAX_DEPTH;
  g_return_val_if_fail (given.max_depth <= SLIP_JSON_MAX_DEPTH, NULL);

  text = g_bytes_get_data (bytes, &length);
  if (text == NULL)
    text = "";
  if (!check_size (length, given.max_bytes, error) ||
      !check_utf8 (text, length, error) ||
      !check_form (text, length, given.max_depth, error))
    return NULL;
  return load (text, length, error);
}
