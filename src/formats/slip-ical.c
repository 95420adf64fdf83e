/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-ical.h"

#include "slip-ical-block.h"
#include "slip-ical-identity.h"
#include "slip-ical-lines.h"
#include "slip-ical-property.h"
#include "slip-ical-text.h"

#include <glib/gi18n-lib.h>
#include <libical/ical.h>
#include <string.h>

/* How often a reader that finds nothing looks whether it is cancelled. */
#define LINES_PER_CHECK 4096

/* A component that is not an event. */
typedef struct {
  char *kind;
  char *summary;
  guint line;
} Other;

/*
 * What has been read so far.  At any line at most one of @block and @other is
 * open, with @depth components open inside of it, whose lines are passed over.
 */
typedef struct {
  SlipIcalCalendar *calendar;
  GPtrArray *entries;
  GTimeZone *local_zone;
  gboolean is_calendar;
  guint n_components;
  SlipIcalBlock *block;
  Other other;
  guint depth;
} Reader;

typedef struct {
  GBytes *bytes;
  GTimeZone *local_zone;
} ParseJob;

static void
parse_job_free (ParseJob *self)
{
  g_bytes_unref (self->bytes);
  g_clear_pointer (&self->local_zone, g_time_zone_unref);
  g_free (self);
}

static void
clear_other (Other *self)
{
  g_clear_pointer (&self->kind, g_free);
  g_clear_pointer (&self->summary, g_free);
}

static void
clear_reader (Reader *self)
{
  g_clear_pointer (&self->calendar, slip_ical_calendar_free);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_clear_pointer (&self->block, slip_ical_block_free);
  clear_other (&self->other);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reader, clear_reader)

/*
 * What is relied on in libical: it is given single times and durations
 * only, never lines or components, some of which take it time that grows with
 * the square of their length.  icalerrno and the ring of temporary buffers
 * belong to the thread (libical is built with pthreads); the ring is freed when
 * a file has been read, lest it stay with a pooled thread.  Errors must come
 * back as values: whether they abort is a flag of the whole process, which
 * Debian's build leaves off and others may not.  Who writes it writes the same,
 * so the race is harmless.
 */
static void
prepare_libical (void)
{
  if (icalerror_get_errors_are_fatal () != 0)
    icalerror_set_errors_are_fatal (0);
  icalerror_clear_errno ();
}

static char *
dup_text (const char *bytes, gsize length)
{
  gboolean is_latin1 = FALSE;

  return slip_ical_text_dup_utf8 (bytes, length, &is_latin1);
}

static void
finish_block (Reader *self, gboolean is_complete)
{
  g_autoptr (SlipIcalBlock) block = g_steal_pointer (&self->block);
  SlipIcalEntry *entry;

  if (block == NULL)
    return;
  entry = slip_ical_block_read (block, is_complete, self->local_zone,
                                self->calendar->skipped);
  if (entry != NULL)
    g_ptr_array_add (self->entries, entry);
}

static void
finish_other (Reader *self)
{
  static const char *const silent[] = { "VTIMEZONE", "VALARM", NULL };
  Other *other = &self->other;
  const char *reason = _ ("It is of a kind that is not read");

  if (other->kind == NULL)
    return;
  if (g_strcmp0 (other->kind, "VTODO") == 0)
    reason = _ ("It is a task, and only events are read");
  else if (g_strcmp0 (other->kind, "VJOURNAL") == 0)
    reason = _ ("It is a journal entry, and only events are read");
  if (!g_strv_contains (silent, other->kind))
    g_ptr_array_add (self->calendar->skipped,
                     slip_ical_skipped_new (other->line,
                                            other->summary != NULL
                                              ? other->summary
                                              : other->kind,
                                            reason, FALSE));
  clear_other (other);
}

static void
finish_component (Reader *self, gboolean is_complete)
{
  finish_block (self, is_complete);
  finish_other (self);
  self->depth = 0;
}

static void
start_other (Reader *self, const SlipIcalProperty *begin, guint line)
{
  g_autofree char *kind = dup_text (begin->value, begin->value_length);

  self->n_components++;
  self->other.line = line;
  self->other.kind =
    g_ascii_strup (kind != NULL && *kind != '\0' ? kind : "?", -1);
}

static gboolean
names_kind (const SlipIcalProperty *property, const char *kind)
{
  return property->value_length == strlen (kind) &&
         g_ascii_strncasecmp (property->value, kind, property->value_length) ==
           0;
}

/* An event begins wherever it says so, whatever was left open before. */
static void
read_begin (Reader *self, const SlipIcalProperty *begin, guint line)
{
  if (names_kind (begin, "VCALENDAR")) {
    finish_component (self, FALSE);
    self->is_calendar = TRUE;
  } else if (names_kind (begin, "VEVENT")) {
    finish_component (self, FALSE);
    self->is_calendar = TRUE;
    self->n_components++;
    self->block = slip_ical_block_new (line);
  } else if (self->block != NULL || self->other.kind != NULL) {
    self->depth++;
  } else {
    start_other (self, begin, line);
  }
}

static void
read_end (Reader *self, const SlipIcalProperty *end)
{
  if (names_kind (end, "VCALENDAR"))
    finish_component (self, FALSE);
  else if (names_kind (end, "VEVENT") && self->block != NULL)
    finish_component (self, TRUE);
  else if (self->depth > 0)
    self->depth--;
  else if (self->block == NULL)
    finish_component (self, TRUE);
}

static void
keep_line (char **text, const SlipIcalProperty *property)
{
  g_autofree char *value = NULL;

  if (*text != NULL)
    return;
  value = dup_text (property->value, property->value_length);
  *text = slip_ical_text_dup_line (value);
}

/* The names that most programs write, and those of RFC 7986. */
static void
read_calendar_property (Reader *self, const SlipIcalProperty *property)
{
  SlipIcalCalendar *calendar = self->calendar;

  if (slip_ical_property_is (property, "X-WR-CALNAME"))
    keep_line (&calendar->name, property);
  else if (slip_ical_property_is (property, "NAME"))
    keep_line (&calendar->name, property);
  else if (slip_ical_property_is (property, "X-WR-CALDESC"))
    keep_line (&calendar->description, property);
  else if (slip_ical_property_is (property, "DESCRIPTION"))
    keep_line (&calendar->description, property);
}

static void
read_line (Reader *self, const SlipIcalLines *line)
{
  SlipIcalProperty property;

  if (!slip_ical_property_split (&property, line->text->str, line->text->len))
    return;
  if (slip_ical_property_is (&property, "BEGIN"))
    read_begin (self, &property, line->number);
  else if (slip_ical_property_is (&property, "END"))
    read_end (self, &property);
  else if (self->depth > 0)
    return;
  else if (self->block != NULL)
    slip_ical_block_add (self->block, line);
  else if (self->other.kind == NULL)
    read_calendar_property (self, &property);
  else if (slip_ical_property_is (&property, "SUMMARY"))
    keep_line (&self->other.summary, &property);
}

static gboolean
check_size (gsize length, GError **error)
{
  if (length <= SLIP_ICAL_MAX_BYTES)
    return TRUE;
  g_set_error_literal (error, SLIP_FORMAT_ERROR, SLIP_FORMAT_ERROR_TOO_LARGE,
                       _ ("The calendar is larger than 16 MiB"));
  return FALSE;
}

static gboolean
check_count (const Reader *self, GError **error)
{
  if (self->n_components <= SLIP_ICAL_MAX_COMPONENTS)
    return TRUE;
  g_set_error (error, SLIP_FORMAT_ERROR, SLIP_FORMAT_ERROR_TOO_LARGE,
               _ ("The calendar has more than %u entries"),
               SLIP_ICAL_MAX_COMPONENTS);
  return FALSE;
}

/* Says what a file that is no calendar looks like. */
static const char *
guess_content (const char *data, gsize length)
{
  static const struct {
    const char *start;
    const char *message;
  } kinds[] = {
    { "PK\x03\x04", N_ ("The file is a ZIP archive, not a calendar") },
    { "\x1f\x8b", N_ ("The file is compressed (gzip), not a calendar") },
    { "%PDF-", N_ ("The file is a PDF document, not a calendar") },
    { "SQLite format 3", N_ ("The file is a database, not a calendar") },
    { "\xff\xfe", N_ ("The file is text in UTF-16; save it as UTF-8") },
    { "\xfe\xff", N_ ("The file is text in UTF-16; save it as UTF-8") },
    { "BEGIN:VCARD", N_ ("The file holds contacts, not a calendar") },
    { "<!DOCTYPE", N_ ("The file is a web page, not a calendar") },
    { "<html", N_ ("The file is a web page, not a calendar") },
    { "<", N_ ("The file is XML or a web page, not a calendar") },
    { "{", N_ ("The file is JSON, not a calendar") },
    { "[", N_ ("The file is JSON, not a calendar") },
  };

  while (length > 0 && g_ascii_isspace (*data)) {
    data++;
    length--;
  }
  if (length == 0)
    return _ ("The file is empty");
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++) {
    gsize start_length = strlen (kinds[i].start);

    if (length >= start_length &&
        g_ascii_strncasecmp (data, kinds[i].start, start_length) == 0)
      return _ (kinds[i].message);
  }
  if (memchr (data, '\0', length) != NULL)
    return _ ("The file is not text, so it is not a calendar");
  return _ (
    "The file is text without “BEGIN:VCALENDAR”, so it is not a calendar");
}

static gboolean
read_lines (Reader *self,
            SlipIcalLines *lines,
            GCancellable *cancellable,
            GError **error)
{
  guint n = 0;
  guint n_components = 0;

  while (slip_ical_lines_next (lines)) {
    read_line (self, lines);
    if (!check_count (self, error))
      return FALSE;
    if (n++ % LINES_PER_CHECK != 0 && n_components == self->n_components)
      continue;
    n_components = self->n_components;
    if (g_cancellable_set_error_if_cancelled (cancellable, error))
      return FALSE;
  }
  finish_component (self, FALSE);
  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  const SlipIcalSkipped *first = *(const SlipIcalSkipped *const *) a;
  const SlipIcalSkipped *second = *(const SlipIcalSkipped *const *) b;

  return first->line < second->line ? -1 : first->line > second->line;
}

static SlipIcalCalendar *
finish_calendar (Reader *self)
{
  SlipIcalCalendar *calendar = g_steal_pointer (&self->calendar);

  slip_ical_settle_identity (self->entries, calendar->skipped);
  for (guint i = 0; i < self->entries->len; i++) {
    SlipIcalEntry *entry = g_ptr_array_index (self->entries, i);

    if (entry->event != NULL)
      g_ptr_array_add (calendar->events, g_steal_pointer (&entry->event));
  }
  g_ptr_array_sort (calendar->skipped, compare_lines);
  return calendar;
}

static SlipIcalCalendar *
new_calendar (void)
{
  SlipIcalCalendar *self = g_new0 (SlipIcalCalendar, 1);

  self->events =
    g_ptr_array_new_with_free_func ((GDestroyNotify) slip_ical_event_free);
  self->skipped =
    g_ptr_array_new_with_free_func ((GDestroyNotify) slip_ical_skipped_free);
  return self;
}

static void
parse_thread (GTask *task,
              gpointer source_object,
              gpointer task_data,
              GCancellable *cancellable)
{
  ParseJob *job = task_data;
  GError *error = NULL;
  SlipIcalCalendar *calendar =
    slip_ical_parse (job->bytes, job->local_zone, cancellable, &error);

  if (calendar == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, calendar,
                           (GDestroyNotify) slip_ical_calendar_free);
}

void
slip_ical_calendar_free (SlipIcalCalendar *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->description);
  g_ptr_array_unref (self->events);
  g_ptr_array_unref (self->skipped);
  g_free (self);
}

SlipIcalCalendar *
slip_ical_parse (GBytes *bytes,
                 GTimeZone *local_zone,
                 GCancellable *cancellable,
                 GError **error)
{
  g_auto (SlipIcalLines) lines = { 0 };
  g_auto (Reader) self = { 0 };
  g_autoptr (GTimeZone) zone = NULL;
  gsize length;
  const char *data;
  gboolean is_read;

  g_return_val_if_fail (bytes != NULL, NULL);
  data = g_bytes_get_data (bytes, &length);
  if (!check_size (length, error))
    return NULL;
  if (data == NULL)
    data = "";
  if (length >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0) {
    data += 3;
    length -= 3;
  }

  prepare_libical ();
  zone = local_zone != NULL ? g_time_zone_ref (local_zone)
                            : g_time_zone_new_local ();
  self.calendar = new_calendar ();
  self.entries =
    g_ptr_array_new_with_free_func ((GDestroyNotify) slip_ical_entry_free);
  self.local_zone = zone;
  slip_ical_lines_init (&lines, data, length, SLIP_ICAL_MAX_EVENT_BYTES);
  is_read = read_lines (&self, &lines, cancellable, error);
  icalmemory_free_ring ();
  if (!is_read)
    return NULL;
  if (!self.is_calendar) {
    g_set_error_literal (error, SLIP_FORMAT_ERROR, SLIP_FORMAT_ERROR_INVALID,
                         guess_content (data, length));
    return NULL;
  }
  return finish_calendar (&self);
}

void
slip_ical_parse_async (GBytes *bytes,
                       GTimeZone *local_zone,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  ParseJob *job = g_new0 (ParseJob, 1);

  job->bytes = g_bytes_ref (bytes);
  if (local_zone != NULL)
    job->local_zone = g_time_zone_ref (local_zone);
  g_task_set_source_tag (task, slip_ical_parse_async);
  g_task_set_task_data (task, job, (GDestroyNotify) parse_job_free);
  g_task_run_in_thread (task, parse_thread);
}

SlipIcalCalendar *
slip_ical_parse_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
