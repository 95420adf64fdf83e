/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-probe.h"

#include "slip-store.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <unistd.h>

/* The database header, of which page 1 in the log begins with a copy. */
#define HEADER_SIZE           100
#define HEADER_MAGIC          "SQLite format 3"
#define HEADER_PAGE_SIZE      16
#define HEADER_CHANGES        24
#define HEADER_PAGES          28
#define HEADER_USER_VERSION   60
#define HEADER_APPLICATION_ID 68
#define HEADER_CHANGES_VALID  92

/* The write-ahead log: a header, then frames of a header and a page each. */
#define LOG_HEADER_SIZE 32
#define LOG_PAGE_SIZE   8
#define LOG_SALTS       16
#define FRAME_SIZE      24
#define FRAME_PAGE      0
#define FRAME_COMMITTED 4
#define FRAME_SALTS     8
#define SALTS_SIZE      8
#define LOG_MAGIC       0x377f0682
#define SMALLEST_PAGE   512
#define LARGEST_PAGE    65536

typedef struct {
  guint8 bytes[HEADER_SIZE];
} Header;

typedef struct {
  const char *path;
  const char *name;
  const char *log;
  int newest;
  SlipProbe *probe;
} Subject;

static guint32
read_big_endian (const guint8 *bytes)
{
  guint32 number;

  memcpy (&number, bytes, sizeof number);
  return GUINT32_FROM_BE (number);
}

static guint32
get_page_size (const Header *header)
{
  guint32 size = (guint32) header->bytes[HEADER_PAGE_SIZE] << 8 |
                 header->bytes[HEADER_PAGE_SIZE + 1];

  return size == 1 ? LARGEST_PAGE : size;
}

/* SQLite's own view of a file.  Its xClose keeps the descriptor open as long
 * as another connection of this process holds locks on the same file. */
static sqlite3_file *
open_file (const char *path, int type)
{
  sqlite3_vfs *vfs = sqlite3_vfs_find (NULL);
  sqlite3_file *file = g_malloc0 ((gsize) vfs->szOsFile);

  if (vfs->xOpen (vfs, path, file, SQLITE_OPEN_READONLY | type, NULL) ==
      SQLITE_OK)
    return file;
  g_free (file);
  return NULL;
}

static void
close_file (sqlite3_file *file)
{
  file->pMethods->xClose (file);
  g_free (file);
}

static gboolean
read_bytes (sqlite3_file *file, void *bytes, int size, gint64 offset)
{
  return file->pMethods->xRead (file, bytes, size, offset) == SQLITE_OK;
}

static gboolean
read_header (const char *path, Header *header, sqlite3_int64 *size)
{
  /* SQLite wants names of this form for what it may have to look up in. */
  sqlite3_filename name = sqlite3_create_filename (path, "", "", 0, NULL);
  sqlite3_file *file = open_file (name, SQLITE_OPEN_MAIN_DB);
  gboolean is_read = FALSE;

  if (file != NULL) {
    is_read = read_bytes (file, header->bytes, HEADER_SIZE, 0) &&
              file->pMethods->xFileSize (file, size) == SQLITE_OK;
    close_file (file);
  }
  sqlite3_free_filename (name);
  return is_read;
}

/* Follows the frames of the log that belong together, and replaces @header by
 * the last copy of it that was committed. */
static void
follow_frames (sqlite3_file *file,
               const guint8 *log_header,
               gint64 frame_size,
               Header *header)
{
  Header pending = *header;
  guint8 frame[FRAME_SIZE];

  for (gint64 at = LOG_HEADER_SIZE; read_bytes (file, frame, FRAME_SIZE, at);
       at += frame_size) {
    if (memcmp (frame + FRAME_SALTS, log_header + LOG_SALTS, SALTS_SIZE) != 0)
      return;
    if (read_big_endian (frame + FRAME_PAGE) == 1 &&
        !read_bytes (file, pending.bytes, HEADER_SIZE, at + FRAME_SIZE))
      return;
    if (read_big_endian (frame + FRAME_COMMITTED) != 0)
      *header = pending;
  }
}

/* What a newer version wrote may still be in its log only.  SQLite would take
 * over the log by opening it, so it is read here. */
static void
read_log (const char *path, Header *header)
{
  guint8 log_header[LOG_HEADER_SIZE];
  sqlite3_file *file = open_file (path, SQLITE_OPEN_WAL);
  guint32 page_size;

  if (file == NULL)
    return;
  if (read_bytes (file, log_header, LOG_HEADER_SIZE, 0) &&
      (read_big_endian (log_header) & ~1u) == LOG_MAGIC) {
    page_size = read_big_endian (log_header + LOG_PAGE_SIZE);
    if (page_size >= SMALLEST_PAGE && page_size <= LARGEST_PAGE)
      follow_frames (file, log_header, FRAME_SIZE + (gint64) page_size, header);
  }
  close_file (file);
}

static gboolean
set_not_a_plan (const Subject *subject, GError **error)
{
  g_set_error (error, SLIP_STORE_ERROR, SLIP_STORE_ERROR_NOT_A_PLAN,
               _ ("“%s” is not a Slipway plan"), subject->name);
  return FALSE;
}

static gboolean
set_system_error (const Subject *subject, int system_errno, GError **error)
{
  g_set_error (error, SLIP_STORE_ERROR, SLIP_STORE_ERROR_FAILED,
               _ ("“%s” cannot be read: %s"), subject->name,
               g_strerror (system_errno));
  return FALSE;
}

/* Whether a file of @size bytes has all the pages that its header counts. */
static gboolean
is_whole (const Header *header, gint64 size)
{
  guint32 page_size = get_page_size (header);
  const guint8 *bytes = header->bytes;

  if (page_size < SMALLEST_PAGE || (page_size & (page_size - 1)) != 0)
    return FALSE;
  if (memcmp (bytes + HEADER_CHANGES, bytes + HEADER_CHANGES_VALID, 4) != 0)
    return TRUE;
  return size >= (gint64) read_big_endian (bytes + HEADER_PAGES) * page_size;
}

static gboolean
judge_header (const Subject *subject,
              const Header *header,
              gboolean is_complete,
              GError **error)
{
  guint32 id = read_big_endian (header->bytes + HEADER_APPLICATION_ID);
  int version = (int) read_big_endian (header->bytes + HEADER_USER_VERSION);

  subject->probe->version = version;
  if (memcmp (header->bytes, HEADER_MAGIC, sizeof HEADER_MAGIC) != 0 ||
      id != SLIP_STORE_APPLICATION_ID)
    return set_not_a_plan (subject, error);
  if (version > subject->newest) {
    g_set_error (error, SLIP_STORE_ERROR, SLIP_STORE_ERROR_TOO_NEW,
                 _ ("“%s” was written by a newer version of Slipway"),
                 subject->name);
    return FALSE;
  }
  if (version >= 1 && is_complete)
    return TRUE;
  g_set_error (error, SLIP_STORE_ERROR, SLIP_STORE_ERROR_CORRUPT,
               _ ("“%s” is damaged: a part of it is missing"), subject->name);
  return FALSE;
}

static gboolean
has_log (const Subject *subject)
{
  GStatBuf status;

  return g_stat (subject->log, &status) == 0;
}

static gboolean
is_writable (const Subject *subject)
{
  g_autofree char *folder = g_path_get_dirname (subject->path);

  return g_access (subject->path, W_OK) == 0 &&
         g_access (folder, W_OK | X_OK) == 0;
}

/* What is missing at the end may be in the log, or be on its way from there if
 * the log was there before: another program may be closing the file. */
static gboolean
look_into (const Subject *subject, GError **error)
{
  gboolean had_log = has_log (subject);
  Header header = { { 0 } };
  sqlite3_int64 size = 0;
  gboolean is_complete;

  if (g_access (subject->path, R_OK) != 0)
    return set_system_error (subject, errno, error);
  if (!read_header (subject->path, &header, &size))
    return set_not_a_plan (subject, error);
  subject->probe->has_log = has_log (subject);
  subject->probe->is_writable = is_writable (subject);
  is_complete = had_log || subject->probe->has_log || is_whole (&header, size);
  if (subject->probe->has_log)
    read_log (subject->log, &header);
  return judge_header (subject, &header, is_complete, error);
}

/* SQLite follows a symbolic link to find the log beside the file itself. */
static char *
resolve (const char *path)
{
  g_autofree char *whole = g_canonicalize_filename (path, NULL);
  char *real = realpath (whole, NULL);
  char *copy = g_strdup (real != NULL ? real : whole);

  free (real);
  return copy;
}

gboolean
slip_probe_file (const char *path, int newest, SlipProbe *probe, GError **error)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *real = resolve (path);
  g_autofree char *log = g_strconcat (real, "-wal", NULL);
  Subject subject = { real, name, log, newest, probe };
  GStatBuf status;

  *probe = (SlipProbe){ .exists = FALSE };
  if (g_stat (real, &status) != 0)
    return errno == ENOENT || set_system_error (&subject, errno, error);
  probe->exists = TRUE;
  if (!S_ISREG (status.st_mode))
    return set_not_a_plan (&subject, error);
  return look_into (&subject, error);
}
