/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-ical-block.h"

#include "slip-ical-property.h"
#include "slip-ical-span.h"
#include "slip-ical-text.h"
#include "slip-ical.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef enum {
  VALUE_UID,
  VALUE_SUMMARY,
  VALUE_DESCRIPTION,
  VALUE_URL,
  VALUE_LOCATION,
  VALUE_STATUS,
  VALUE_START,
  VALUE_END,
  VALUE_DURATION,
  VALUE_CATEGORIES,
  VALUE_SEQUENCE,
  VALUE_RECURRENCE_ID,
  VALUE_RULE,
  VALUE_DATES,
  N_VALUES,
} Value;

static const char *const names[N_VALUES] = {
  [VALUE_UID] = "UID",
  [VALUE_SUMMARY] = "SUMMARY",
  [VALUE_DESCRIPTION] = "DESCRIPTION",
  [VALUE_URL] = "URL",
  [VALUE_LOCATION] = "LOCATION",
  [VALUE_STATUS] = "STATUS",
  [VALUE_START] = "DTSTART",
  [VALUE_END] = "DTEND",
  [VALUE_DURATION] = "DURATION",
  [VALUE_CATEGORIES] = "CATEGORIES",
  [VALUE_SEQUENCE] = "SEQUENCE",
  [VALUE_RECURRENCE_ID] = "RECURRENCE-ID",
  [VALUE_RULE] = "RRULE",
  [VALUE_DATES] = "RDATE",
};

struct _SlipIcalBlock {
  guint line;
  gsize size;
  char *values[N_VALUES];
  gboolean is_zoned[N_VALUES];
  gboolean has_nul;
  gboolean is_latin1;
};

/* A note about @block that is being read as @what. */
typedef struct {
  const SlipIcalBlock *block;
  const char *what;
  GPtrArray *skipped;
} Notes;

static void
add_note (const Notes *self, const char *reason, gboolean is_read)
{
  g_ptr_array_add (self->skipped,
                   slip_ical_skipped_new (self->block->line, self->what, reason,
                                          is_read));
}

/* The %s of @reason stands for @value. */
static void
add_note_about (const Notes *self,
                const char *reason,
                const char *value,
                gboolean is_read)
{
  g_autofree char *shown = NULL;
  g_autoptr (GString) text = g_string_new (reason);

  shown = g_utf8_substring (value, 0, MIN (g_utf8_strlen (value, -1), 40));
  g_string_replace (text, "%s", shown, 1);
  add_note (self, text->str, is_read);
}

static char *
dup_first_line (const char *value)
{
  g_autofree char *text = slip_ical_text_dup_paragraphs (value);

  if (text == NULL)
    return NULL;
  text[strcspn (text, "\n")] = '\0';
  return slip_ical_text_dup_line (text);
}

/* What the event is called; NULL if it has no text at all. */
static char *
dup_summary (const SlipIcalBlock *self)
{
  char *summary = slip_ical_text_dup_line (self->values[VALUE_SUMMARY]);

  if (summary == NULL)
    summary = dup_first_line (self->values[VALUE_DESCRIPTION]);
  if (summary == NULL)
    summary = slip_ical_text_dup_line (self->values[VALUE_UID]);
  return summary;
}

static SlipIcalStatus
read_status (const char *value)
{
  static const char *const status_names[] = {
    [SLIP_ICAL_STATUS_NONE] = "",
    [SLIP_ICAL_STATUS_TENTATIVE] = "TENTATIVE",
    [SLIP_ICAL_STATUS_CONFIRMED] = "CONFIRMED",
    [SLIP_ICAL_STATUS_CANCELLED] = "CANCELLED",
  };

  for (guint i = 1; value != NULL && i < G_N_ELEMENTS (status_names); i++) {
    if (g_ascii_strcasecmp (value, status_names[i]) == 0)
      return (SlipIcalStatus) i;
  }
  return SLIP_ICAL_STATUS_NONE;
}

static SlipIcalSpan
read_span (const SlipIcalBlock *self, GTimeZone *local_zone)
{
  const SlipIcalTimes times = {
    .start = self->values[VALUE_START],
    .end = self->values[VALUE_END],
    .duration = self->values[VALUE_DURATION],
    .is_start_zoned = self->is_zoned[VALUE_START],
    .is_end_zoned = self->is_zoned[VALUE_END],
  };

  return slip_ical_span_read (&times, local_zone);
}

/* Says why the event cannot be read, if so. */
static gboolean
check_readable (const SlipIcalBlock *self,
                const char *summary,
                const SlipIcalSpan *span,
                const Notes *notes)
{
  if (self->size > SLIP_ICAL_MAX_EVENT_BYTES)
    add_note (notes, _ ("It is larger than 64 KiB"), FALSE);
  else if (self->has_nul)
    add_note (notes, _ ("It holds NUL bytes, which are not text"), FALSE);
  else if (self->values[VALUE_START] == NULL)
    add_note (notes, _ ("It has no start"), FALSE);
  else if (!slip_date_is_set (span->first))
    add_note_about (notes, _ ("Its start “%s” is no day"),
                    self->values[VALUE_START], FALSE);
  else if (summary == NULL)
    add_note (notes, _ ("It has no text to call it by"), FALSE);
  else
    return TRUE;
  return FALSE;
}

static void
note_mended (const SlipIcalBlock *self,
             gboolean is_complete,
             const SlipIcalSpan *span,
             const Notes *notes)
{
  const char *end = self->values[VALUE_END];

  if (!is_complete)
    add_note (notes, _ ("The file breaks it off; what is there was read"),
              TRUE);
  if (self->is_latin1)
    add_note (notes, _ ("Text that is not UTF-8 was read as Latin-1"), TRUE);
  if (span->is_end_bad)
    add_note_about (notes,
                    _ (
                      "Its end “%s” cannot be read; only its first day counts"),
                    end != NULL ? end : self->values[VALUE_DURATION], TRUE);
  if (span->is_reversed)
    add_note (notes, _ ("It ends before it begins; only its first day counts"),
              TRUE);
  if (self->values[VALUE_RULE] != NULL || self->values[VALUE_DATES] != NULL)
    add_note (notes, _ ("It repeats; only the first time was read"), TRUE);
}

/* Whether the rule for repeats @rule, of what is on @day first, means every
 * year on that day, for ever. */
static gboolean
is_yearly (const char *rule, SlipDate day)
{
  g_autofree char *upper = g_ascii_strup (rule, -1);
  g_auto (GStrv) parts = g_strsplit (upper, ";", -1);
  gboolean is_yearly = FALSE;
  int year, month, day_of_month;

  slip_date_get_parts (day, &year, &month, &day_of_month);
  g_autofree char *by_month = g_strdup_printf ("BYMONTH=%d", month);
  g_autofree char *by_day = g_strdup_printf ("BYMONTHDAY=%d", day_of_month);

  for (char **part = parts; *part != NULL; part++)
    if (g_str_equal (*part, "FREQ=YEARLY"))
      is_yearly = TRUE;
    else if (!g_str_equal (*part, "INTERVAL=1") &&
             !g_str_equal (*part, by_month) && !g_str_equal (*part, by_day) &&
             !g_str_has_prefix (*part, "WKST="))
      return FALSE;

  return is_yearly;
}

static SlipIcalEvent *
make_event (const SlipIcalBlock *self,
            const char *summary,
            const SlipIcalSpan *span)
{
  SlipIcalEvent *event = g_new0 (SlipIcalEvent, 1);

  event->uid = slip_ical_text_dup_line (self->values[VALUE_UID]);
  event->summary = g_strdup (summary);
  event->description =
    slip_ical_text_dup_paragraphs (self->values[VALUE_DESCRIPTION]);
  event->url = g_strdup (self->values[VALUE_URL]);
  event->location = slip_ical_text_dup_line (self->values[VALUE_LOCATION]);
  event->categories = slip_ical_text_split (self->values[VALUE_CATEGORIES]);
  event->status = read_status (self->values[VALUE_STATUS]);
  event->first = span->first;
  event->last = span->last;
  event->is_all_day = span->is_all_day;
  event->is_recurring =
    self->values[VALUE_RULE] != NULL || self->values[VALUE_DATES] != NULL;
  event->is_yearly = self->values[VALUE_RULE] != NULL &&
                     self->values[VALUE_DATES] == NULL &&
                     is_yearly (self->values[VALUE_RULE], event->first);
  event->line = self->line;
  return event;
}

static SlipIcalEntry *
make_entry (const SlipIcalBlock *self,
            SlipIcalEvent *event,
            GTimeZone *local_zone)
{
  SlipIcalEntry *entry = g_new0 (SlipIcalEntry, 1);
  const char *recurrence_id = self->values[VALUE_RECURRENCE_ID];

  entry->event = event;
  entry->has_uid = event->uid != NULL;
  if (!entry->has_uid)
    event->uid = g_strconcat ("summary:", event->summary, NULL);
  entry->recurrence_id = g_strdup (recurrence_id);
  entry->recurrence_day = SLIP_DATE_NONE;
  if (recurrence_id != NULL)
    entry->recurrence_day = slip_ical_span_read_day (recurrence_id, local_zone);
  if (self->values[VALUE_SEQUENCE] != NULL)
    entry->sequence = g_ascii_strtoll (self->values[VALUE_SEQUENCE], NULL, 10);
  return entry;
}

static void
keep_value (SlipIcalBlock *self, Value value, const SlipIcalProperty *property)
{
  g_autofree char *text = NULL;
  g_autofree char *before = NULL;

  text = slip_ical_text_dup_utf8 (property->value, property->value_length,
                                  &self->is_latin1);
  if (text == NULL) {
    self->has_nul = TRUE;
    return;
  }
  if (*text == '\0')
    return;
  if (self->values[value] != NULL) {
    if (value != VALUE_CATEGORIES)
      return;
    before = g_steal_pointer (&self->values[value]);
    self->values[value] = g_strconcat (before, ",", text, NULL);
    return;
  }
  self->values[value] = g_steal_pointer (&text);
  self->is_zoned[value] = slip_ical_property_is_zoned (property);
}

void
slip_ical_entry_free (SlipIcalEntry *self)
{
  if (self == NULL)
    return;
  slip_ical_event_free (self->event);
  g_free (self->recurrence_id);
  g_free (self);
}

SlipIcalBlock *
slip_ical_block_new (guint line)
{
  SlipIcalBlock *self = g_new0 (SlipIcalBlock, 1);

  self->line = line;
  return self;
}

void
slip_ical_block_free (SlipIcalBlock *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < N_VALUES; i++)
    g_free (self->values[i]);
  g_free (self);
}

void
slip_ical_block_add (SlipIcalBlock *self, const SlipIcalLines *line)
{
  SlipIcalProperty property;

  self->size += line->size;
  if (self->size > SLIP_ICAL_MAX_EVENT_BYTES ||
      !slip_ical_property_split (&property, line->text->str, line->text->len))
    return;
  for (guint i = 0; i < N_VALUES; i++) {
    if (slip_ical_property_is (&property, names[i])) {
      keep_value (self, (Value) i, &property);
      return;
    }
  }
}

SlipIcalEntry *
slip_ical_block_read (const SlipIcalBlock *self,
                      gboolean is_complete,
                      GTimeZone *local_zone,
                      GPtrArray *skipped)
{
  g_autofree char *summary = dup_summary (self);
  SlipIcalSpan span = read_span (self, local_zone);
  const Notes notes = {
    .block = self,
    .what = summary != NULL ? summary : "VEVENT",
    .skipped = skipped,
  };

  if (!check_readable (self, summary, &span, &notes))
    return NULL;
  note_mended (self, is_complete, &span, &notes);
  return make_entry (self, make_event (self, summary, &span), local_zone);
}
