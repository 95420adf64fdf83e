/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-ical.h"

#include <string.h>

static SlipIcalCalendar *
parse_data (const char *data, gsize length, GError **error)
{
  /* A copy of the exact size, so that sanitizers see a read beyond it. */
  g_autoptr (GBytes) bytes = g_bytes_new (data, length);
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("UTC");

  return slip_ical_parse (bytes, zone, NULL, error);
}

static SlipIcalCalendar *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  SlipIcalCalendar *calendar = parse_data (text, strlen (text), &error);

  g_assert_no_error (error);
  g_assert_nonnull (calendar);
  return calendar;
}

static const SlipIcalEvent *
get_event (const SlipIcalCalendar *calendar, guint index)
{
  g_assert_cmpuint (index, <, calendar->events->len);
  return g_ptr_array_index (calendar->events, index);
}

static const SlipIcalSkipped *
get_skipped (const SlipIcalCalendar *calendar, guint index)
{
  g_assert_cmpuint (index, <, calendar->skipped->len);
  return g_ptr_array_index (calendar->skipped, index);
}

static void
print_text (GString *text, const char *label, const char *value)
{
  g_autofree char *escaped = NULL;
  g_auto (GStrv) lines = NULL;

  if (value == NULL)
    return;
  lines = g_strsplit (value, "\n", -1);
  escaped = g_strjoinv ("\\n", lines);
  g_string_append_printf (text, "%s: %s\n", label, escaped);
}

static void
print_event (GString *text, const SlipIcalEvent *event)
{
  static const char *const statuses[] = {
    [SLIP_ICAL_STATUS_NONE] = "",
    [SLIP_ICAL_STATUS_TENTATIVE] = " tentative",
    [SLIP_ICAL_STATUS_CONFIRMED] = " confirmed",
    [SLIP_ICAL_STATUS_CANCELLED] = " cancelled",
  };
  char first[SLIP_DATE_TEXT_SIZE];
  char last[SLIP_DATE_TEXT_SIZE];

  g_string_append_printf (text, "%u %s..%s %s%s%s \"%s\"\n", event->line,
                          slip_date_print (event->first, first),
                          slip_date_print (event->last, last),
                          event->is_all_day ? "day" : "timed",
                          event->is_yearly      ? " yearly"
                          : event->is_recurring ? " recurring"
                                                : "",
                          statuses[event->status], event->summary);
  print_text (text, "  uid", event->uid);
  print_text (text, "  url", event->url);
  print_text (text, "  description", event->description);
  print_text (text, "  location", event->location);
  for (guint i = 0; event->categories[i] != NULL; i++)
    print_text (text, "  category", event->categories[i]);
}

static char *
print_calendar (const SlipIcalCalendar *calendar)
{
  GString *text = g_string_new (NULL);

  print_text (text, "name", calendar->name);
  print_text (text, "description", calendar->description);
  for (guint i = 0; i < calendar->events->len; i++)
    print_event (text, get_event (calendar, i));
  for (guint i = 0; i < calendar->skipped->len; i++) {
    const SlipIcalSkipped *skipped = get_skipped (calendar, i);

    g_string_append_printf (text, "%s %u %s: %s\n",
                            skipped->is_read ? "note" : "skipped",
                            skipped->line, skipped->what, skipped->reason);
  }
  return g_string_free (text, FALSE);
}

static char *
load_fixture (const char *name, const char *ending)
{
  g_autofree char *file = g_strconcat (name, ending, NULL);
  g_autofree char *path =
    g_test_build_filename (G_TEST_DIST, "..", "fixtures", "ical", file, NULL);
  g_autoptr (GError) error = NULL;
  char *text;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

/* The name of the fixture is the data of the test. */
static void
test_fixture (gconstpointer data)
{
  g_autofree char *text = load_fixture (data, ".ics");
  g_autofree char *expected = load_fixture (data, ".expected");
  g_autoptr (SlipIcalCalendar) calendar = parse (text);
  g_autofree char *printed = print_calendar (calendar);

  g_assert_cmpstr (printed, ==, expected);
}

/* All fixtures mean the same with other line ends and a byte order mark, except
 * for the number of a line where CR LF are counted once. */
static void
test_line_ends_do_not_matter (gconstpointer data)
{
  static const char *const ends[] = { "\r\n", "\r" };
  g_autofree char *text = load_fixture (data, ".ics");
  g_autofree char *expected = load_fixture (data, ".expected");
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++) {
    g_autofree char *joined = g_strjoinv (ends[i], lines);
    g_autofree char *marked = g_strconcat ("\xef\xbb\xbf", joined, NULL);
    g_autoptr (SlipIcalCalendar) calendar = parse (marked);
    g_autofree char *printed = print_calendar (calendar);

    g_assert_cmpstr (printed, ==, expected);
  }
}

static void
test_yearly_is_what_needs_no_rule (void)
{
  static const struct {
    const char *rule;
    gboolean is_yearly;
  } cases[] = {
    { "RRULE:FREQ=YEARLY", TRUE },
    { "RRULE:freq=yearly;wkst=MO;interval=1", TRUE },
    { "RRULE:FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=5", TRUE },
    { "RRULE:FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=5", FALSE },
    { "RRULE:FREQ=YEARLY;BYMONTH=5;BYDAY=1SU", FALSE },
    { "RRULE:FREQ=YEARLY;INTERVAL=2", FALSE },
    { "RRULE:FREQ=YEARLY;COUNT=3", FALSE },
    { "RRULE:FREQ=YEARLY;UNTIL=20300101", FALSE },
    { "RRULE:FREQ=YEARLY\nRDATE;VALUE=DATE:20270606", FALSE },
    { "RRULE:FREQ=MONTHLY", FALSE },
    { "RRULE:INTERVAL=1", FALSE },
    { "RRULE:", FALSE },
    { "SUMMARY:Once", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *text =
      g_strdup_printf ("BEGIN:VEVENT\nDTSTART;VALUE=DATE:20270505\nUID:a\n"
                       "%s\nEND:VEVENT\n",
                       cases[i].rule);
    g_autoptr (SlipIcalCalendar) calendar = parse (text);

    g_test_message ("%s", cases[i].rule);
    g_assert_cmpint (get_event (calendar, 0)->is_yearly, ==,
                     cases[i].is_yearly);
  }
}

/* Folded after every byte, so inside of every character too. */
static void
test_folds_inside_of_characters_are_undone (void)
{
  const char *summary = "SUMMARY:Größe — 発売日 🚀";
  g_autoptr (GString) text =
    g_string_new ("BEGIN:VEVENT\nDTSTART:20250101\nUID:a\n");
  g_autoptr (SlipIcalCalendar) calendar = NULL;

  for (const char *p = summary; *p != '\0'; p++)
    g_string_append_printf (text, "%c\r\n%c", *p,
                            (p - summary) % 2 ? ' ' : '\t');
  g_string_append (text, "\r\nEND:VEVENT\n");
  calendar = parse (text->str);
  g_assert_cmpstr (get_event (calendar, 0)->summary, ==, summary + 8);
  g_assert_cmpuint (calendar->skipped->len, ==, 0);
}

static void
test_blank_lines_do_not_break_folds (void)
{
  g_autoptr (SlipIcalCalendar) calendar =
    parse ("BEGIN:VEVENT\r\r\nDTSTART:20250101\n\n\nSUMMARY:A long\r\r\n  "
           "summary\n\nUID:a\nEND:VEVENT\n");

  g_assert_cmpstr (get_event (calendar, 0)->summary, ==, "A long summary");
  g_assert_cmpstr (get_event (calendar, 0)->uid, ==, "a");
}

static void
test_latin1_is_read_and_told (void)
{
  g_autoptr (SlipIcalCalendar) calendar =
    parse ("BEGIN:VCALENDAR\nX-WR-CALNAME:Pl\xe4ne\nBEGIN:VEVENT\n"
           "DTSTART:20250101\nSUMMARY:Gr\xf6\xdf"
           "e\nLOCATION:Größe\nEND:VEVENT\n");

  g_assert_cmpstr (calendar->name, ==, "Pläne");
  g_assert_cmpstr (get_event (calendar, 0)->summary, ==, "Größe");
  g_assert_cmpstr (get_event (calendar, 0)->location, ==, "Größe");
  g_assert_cmpuint (calendar->skipped->len, ==, 1);
  g_assert_cmpstr (get_skipped (calendar, 0)->reason, ==,
                   "Text that is not UTF-8 was read as Latin-1");
  g_assert_true (get_skipped (calendar, 0)->is_read);
}

static void
test_stray_backslashes_stay (void)
{
  g_autoptr (SlipIcalCalendar) calendar =
    parse ("BEGIN:VEVENT\nDTSTART:20250101\nSUMMARY:C:\\temp\\dir \\é "
           "\\\\n end\\\nCATEGORIES:a\\,b\\\\,c\\\nEND:VEVENT\n");
  char **categories = get_event (calendar, 0)->categories;

  g_assert_cmpstr (get_event (calendar, 0)->summary, ==,
                   "C:\\temp\\dir \\é \\n end\\");
  g_assert_cmpstr (categories[0], ==, "a,b\\");
  g_assert_cmpstr (categories[1], ==, "c\\");
  g_assert_null (categories[2]);
}

static void
test_control_characters_are_dropped (void)
{
  g_autoptr (SlipIcalCalendar) calendar =
    parse ("BEGIN:VEVENT\nDTSTART:20250101\nSUMMARY:a\x1b[31mb\tc\\nd"
           "\xe2\x80\xa8"
           "e\x7f\nUID:u\x01v\nDESCRIPTION:a\x08\\nb\nEND:VEVENT\n");

  g_assert_cmpstr (get_event (calendar, 0)->summary, ==, "a[31mb c d e");
  g_assert_cmpstr (get_event (calendar, 0)->uid, ==, "uv");
  g_assert_cmpstr (get_event (calendar, 0)->description, ==, "a\nb");
}

static void
test_identity_survives_a_moved_date_and_another_order (void)
{
  g_autoptr (SlipIcalCalendar) before =
    parse ("BEGIN:VEVENT\nSUMMARY:Alpha\nDTSTART:20250101\nEND:VEVENT\n"
           "BEGIN:VEVENT\nSUMMARY:Beta\nDTSTART:20250201\nEND:VEVENT\n");
  g_autoptr (SlipIcalCalendar) after =
    parse ("BEGIN:VEVENT\nSUMMARY:Beta\nDTSTART:20250215\nEND:VEVENT\n"
           "BEGIN:VEVENT\nSUMMARY:Alpha\nDTSTART:20250101\nEND:VEVENT\n");

  g_assert_cmpstr (get_event (before, 0)->uid, ==, get_event (after, 1)->uid);
  g_assert_cmpstr (get_event (before, 1)->uid, ==, get_event (after, 0)->uid);
}

static void
assert_uids_unique (const SlipIcalCalendar *calendar)
{
  g_autoptr (GHashTable) uids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < calendar->events->len; i++) {
    g_assert_cmpstr (get_event (calendar, i)->uid, !=, "");
    g_assert_true (g_hash_table_add (uids, get_event (calendar, i)->uid));
  }
}

/* UIDs that look like those that are made here do not lead to doubles. */
static void
test_uids_are_unique_whatever_they_are (void)
{
  static const char *const uids[] = {
    "UID:a\n",
    "UID:a#a\n",
    "UID:a#b\n",
    "UID:a#20250101\n",
    "UID:a#a#2025-01-01\n",
    "UID:a#a#2025-01-01#2\n",
    "UID:summary:a\n",
    "",
  };

  for (guint round = 0; round < 300; round++) {
    g_autoptr (GString) text = g_string_new (NULL);
    g_autoptr (SlipIcalCalendar) calendar = NULL;

    for (guint i = 0; i < 12; i++)
      g_string_append_printf (
        text,
        "BEGIN:VEVENT\n%sSUMMARY:%c\nDTSTART:2025010%d\nSEQUENCE:%d\n"
        "DURATION:P%dD\n%sEND:VEVENT\n",
        uids[g_test_rand_int_range (0, G_N_ELEMENTS (uids))],
        g_test_rand_bit () ? 'a' : 'b', g_test_rand_int_range (1, 3),
        g_test_rand_bit (), g_test_rand_int_range (1, 4),
        g_test_rand_int_range (0, 4) == 0 ? "RECURRENCE-ID:20250101\n" : "");
    calendar = parse (text->str);
    g_assert_cmpuint (calendar->events->len, >, 0);
    assert_uids_unique (calendar);
  }
}

typedef struct {
  const char *data;
  gsize length;
  const char *message;
} NoCalendar;

#define BYTES(literal) literal, sizeof (literal) - 1

static const NoCalendar no_calendars[] = {
  { BYTES (""), "The file is empty" },
  { BYTES (" \r\n\t\n"), "The file is empty" },
  { BYTES ("\xef\xbb\xbf"), "The file is empty" },
  { BYTES ("PK\x03\x04..."), "ZIP archive" },
  { BYTES ("\x1f\x8b\x08\0\0"), "compressed (gzip)" },
  { BYTES ("%PDF-1.7"), "PDF" },
  { BYTES ("SQLite format 3\0"), "a database" },
  { BYTES ("\xff\xfe"
           "B\0E\0G\0"),
    "UTF-16" },
  { BYTES ("\xfe\xff\0B\0E\0G"), "UTF-16" },
  { BYTES ("BEGIN:VCARD\nEND:VCARD\n"), "contacts" },
  { BYTES ("\n<!doctype html>\n<p>"), "a web page" },
  { BYTES ("<HTML>"), "a web page" },
  { BYTES ("<?xml version=\"1.0\"?>"), "XML" },
  { BYTES ("{\"a\":1}"), "JSON" },
  { BYTES ("[1]"), "JSON" },
  { BYTES ("\0\0\0\0"), "not text" },
  { BYTES ("what,who,when\n"), "text without “BEGIN:VCALENDAR”" },
};

static void
test_what_is_no_calendar_is_named (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (no_calendars); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_null (
      parse_data (no_calendars[i].data, no_calendars[i].length, &error));
    g_assert_error (error, SLIP_FORMAT_ERROR, SLIP_FORMAT_ERROR_INVALID);
    g_assert_nonnull (strstr (error->message, no_calendars[i].message));
  }
}

static void
test_empty_calendar_is_a_calendar (void)
{
  g_autoptr (SlipIcalCalendar) calendar =
    parse ("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n");

  g_assert_cmpuint (calendar->events->len, ==, 0);
  g_assert_null (calendar->name);
}

static void
test_nul_bytes_skip_the_event_only (void)
{
  static const char text[] = "BEGIN:VEVENT\nSUMMARY:a\0b\nUID:first\n"
                             "DTSTART:20250101\nEND:VEVENT\nBEGIN:VEVENT\n"
                             "SUMMARY:Second\nDTSTART:20250102\nX-A:\0\n"
                             "END:VEVENT\n\0\0\n";
  g_autoptr (GError) error = NULL;
  g_autoptr (SlipIcalCalendar) calendar =
    parse_data (text, sizeof text - 1, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (calendar->events->len, ==, 1);
  g_assert_cmpstr (get_event (calendar, 0)->summary, ==, "Second");
  g_assert_cmpstr (get_skipped (calendar, 0)->what, ==, "first");
  g_assert_nonnull (strstr (get_skipped (calendar, 0)->reason, "NUL"));
}

static char *
repeat (const char *text, guint n)
{
  GString *result = g_string_sized_new (strlen (text) * n);

  for (guint i = 0; i < n; i++)
    g_string_append (result, text);
  return g_string_free (result, FALSE);
}

static void
test_event_above_64_kib_is_skipped (void)
{
  g_autofree char *run = repeat ("0123456789", 6000);
  g_autofree char *text = g_strconcat (
    "BEGIN:VEVENT\nSUMMARY:Fits\nUID:a\nDTSTART:20250101\nDESCRIPTION:", run,
    "\nEND:VEVENT\nBEGIN:VEVENT\nSUMMARY:Does not\nUID:b\nDTSTART:20250101\n"
    "DESCRIPTION:",
    run, "\nX-MORE:", run,
    "\nEND:VEVENT\nBEGIN:VEVENT\nSUMMARY:Comes after\n"
    "DTSTART:20250101\nEND:VEVENT\n",
    NULL);
  g_autoptr (SlipIcalCalendar) calendar = parse (text);

  g_assert_cmpuint (calendar->events->len, ==, 2);
  g_assert_cmpuint (strlen (get_event (calendar, 0)->description), ==, 60000);
  g_assert_cmpstr (get_event (calendar, 1)->summary, ==, "Comes after");
  g_assert_cmpstr (get_skipped (calendar, 0)->what, ==, "Does not");
  g_assert_cmpstr (get_skipped (calendar, 0)->reason, ==,
                   "It is larger than 64 KiB");
}

static void
assert_too_large (const char *data, gsize length)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (parse_data (data, length, &error));
  g_assert_error (error, SLIP_FORMAT_ERROR, SLIP_FORMAT_ERROR_TOO_LARGE);
}

static void
test_limits_refuse_the_file (void)
{
  const char *event = "BEGIN:VEVENT\nSUMMARY:a\nDTSTART:20250101\nEND:VEVENT\n";
  g_autofree char *most = repeat (event, SLIP_ICAL_MAX_COMPONENTS);
  g_autofree char *too_many = g_strconcat (most, event, NULL);
  g_autofree char *todos = repeat ("BEGIN:VTODO\nEND:VTODO\n", 50001);
  g_autofree char *large = g_malloc0 (SLIP_ICAL_MAX_BYTES + 1);
  g_autoptr (SlipIcalCalendar) calendar = parse (most);

  g_assert_cmpuint (calendar->events->len + calendar->skipped->len, ==, 50000);
  assert_too_large (too_many, strlen (too_many));
  assert_too_large (todos, strlen (todos));
  assert_too_large (large, SLIP_ICAL_MAX_BYTES + 1);
}

typedef struct {
  const char *start;
  const char *unit;
  guint n;
} Hostile;

static const Hostile hostiles[] = {
  { "BEGIN:VEVENT\nDTSTART:20250101\nSUMMARY:", "a", 300000 },
  { "BEGIN:VEVENT\nDTSTART:20250101\nSUMMARY;", "a=b;", 75000 },
  { "BEGIN:VEVENT\nDTSTART:20250101\nSUMMARY;X=\"", "a\",\"", 75000 },
  { "BEGIN:VEVENT\nDTSTART:20250101\nCATEGORIES:", "a,", 30000 },
  { "BEGIN:VEVENT\nDTSTART:20250101\nSUMMARY:", "\\", 60000 },
  { "BEGIN:VEVENT\nDTSTART:", "1", 60000 },
  { "BEGIN:VEVENT\nSUMMARY:a\nDTSTART:20250101\nDURATION:P", "1D", 30000 },
  { "BEGIN:VEVENT\nSUMMARY:a\nDTSTART:20250101\nSEQUENCE:", "9", 60000 },
  { "BEGIN:VEVENT\n", "X-A:b\n", 100000 },
  { "BEGIN:VEVENT\n", "CATEGORIES:b\n", 100000 },
  { "BEGIN:VEVENT\n", "BEGIN:VALARM\n", 100000 },
  { "BEGIN:VCALENDAR\n", "BEGIN:VCALENDAR\n", 100000 },
  { "BEGIN:VTODO\n", "BEGIN:VTODO\n", 100000 },
  { "", "BEGIN:VEVENT\n", 50000 },
  { "", "END:VEVENT\n", 100000 },
  { "BEGIN:VCALENDAR\n", "\n", 1000000 },
  { "BEGIN:VCALENDAR\n", "\n ", 1000000 },
  { "BEGIN:VCALENDAR\nX-WR-CALNAME:a", "\n\n a", 1000000 },
  { "BEGIN:VCALENDAR\nX-WR-CALNAME:", "a", 16000000 },
  { "BEGIN:VCALENDAR\n", ":", 1000000 },
  { "BEGIN:VCALENDAR\n", "\"", 1000000 },
  { "BEGIN:VCALENDAR\n", "A;\n", 1000000 },
  { "",
    "BEGIN:VEVENT\nUID:a\nSUMMARY:b\nDTSTART:20250101\nRECURRENCE-ID:1\n"
    "END:VEVENT\n",
    50000 },
  { "",
    "BEGIN:VEVENT\nUID:a\nSUMMARY:b\nSEQUENCE:1\nDTSTART:20250101\n"
    "END:VEVENT\nBEGIN:VEVENT\nUID:a\nSUMMARY:b\nDTSTART:20250102\n"
    "END:VEVENT\n",
    25000 },
};

static void
test_hostile_files_are_read_or_refused (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (hostiles); i++) {
    g_autofree char *run = repeat (hostiles[i].unit, hostiles[i].n);
    g_autofree char *text = g_strconcat (hostiles[i].start, run, NULL);
    g_autoptr (GError) error = NULL;
    g_autoptr (SlipIcalCalendar) calendar =
      parse_data (text, strlen (text), &error);

    g_assert_true ((calendar == NULL) == (error != NULL));
  }
}

/* 50,000 events that differ only by an end, all with one UID. */
static void
test_one_uid_for_all_is_settled (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (SlipIcalCalendar) calendar = NULL;

  for (guint i = 0; i < SLIP_ICAL_MAX_COMPONENTS; i++)
    g_string_append_printf (text,
                            "BEGIN:VEVENT\nUID:a\nSUMMARY:b\nDTSTART:20250101\n"
                            "DURATION:P%uD\nEND:VEVENT\n",
                            i + 1);
  calendar = parse (text->str);
  g_assert_cmpuint (calendar->events->len, ==, SLIP_ICAL_MAX_COMPONENTS);
  assert_uids_unique (calendar);
}

static void
assert_well_formed (const SlipIcalCalendar *calendar)
{
  assert_uids_unique (calendar);
  for (guint i = 0; i < calendar->events->len; i++) {
    const SlipIcalEvent *event = get_event (calendar, i);

    g_assert_cmpstr (event->summary, !=, "");
    g_assert_true (g_utf8_validate (event->summary, -1, NULL));
    g_assert_true (g_utf8_validate (event->uid, -1, NULL));
    g_assert_true (slip_date_is_set (event->first));
    g_assert_cmpint (slip_date_compare (event->first, event->last), <=, 0);
    g_assert_nonnull (event->categories);
    g_assert_cmpuint (event->line, >, 0);
  }
  for (guint i = 0; i < calendar->skipped->len; i++) {
    g_assert_true (g_utf8_validate (get_skipped (calendar, i)->what, -1, NULL));
    g_assert_true (
      g_utf8_validate (get_skipped (calendar, i)->reason, -1, NULL));
  }
}

static void
append_copy (GByteArray *data, guint length)
{
  g_autofree guint8 *copy = g_memdup2 (data->data, length);

  if (copy != NULL)
    g_byte_array_append (data, copy, length);
}

static void
mutate (GByteArray *data)
{
  static const char spice[] = "\r\n\n \t:;,=\"\\\x00\xff\xc3\xa9TZ0199-+PDW";
  guint n = (guint) g_test_rand_int_range (1, 40);

  for (guint i = 0; i < n && data->len > 0; i++) {
    guint at = (guint) g_test_rand_int_range (0, (gint32) data->len);
    guint8 c =
      (guint8) spice[g_test_rand_int_range (0, (gint32) sizeof spice - 1)];

    switch (g_test_rand_int_range (0, 40)) {
    case 0:
      g_byte_array_set_size (data, at);
      break;
    case 1:
      append_copy (data, at);
      break;
    default:
      if (g_test_rand_bit ())
        data->data[at] = c;
      else
        g_byte_array_remove_index (data, at);
      break;
    }
  }
}

static void
test_random_changes_do_no_harm (gconstpointer name)
{
  g_autofree char *text = load_fixture (name, ".ics");

  for (guint i = 0; i < 1000; i++) {
    g_autoptr (GByteArray) data = g_byte_array_new ();
    g_autoptr (GError) error = NULL;
    g_autoptr (SlipIcalCalendar) calendar = NULL;

    g_byte_array_append (data, (const guint8 *) text, (guint) strlen (text));
    mutate (data);
    calendar = parse_data ((const char *) data->data, data->len, &error);
    g_assert_true ((calendar == NULL) == (error != NULL));
    if (calendar != NULL)
      assert_well_formed (calendar);
  }
}

static void
parsed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GAsyncResult **slot = user_data;

  *slot = g_object_ref (result);
}

static GAsyncResult *
wait_for_result (GAsyncResult **slot)
{
  while (*slot == NULL)
    g_main_context_iteration (NULL, TRUE);
  return *slot;
}

static void
test_threads_read_without_disturbing_one_another (void)
{
  static const char *const names[] = { "sloppy",  "texts",      "components",
                                       "repeats", "duplicates", "faults" };
  GAsyncResult *results[60] = { NULL };

  for (guint i = 0; i < G_N_ELEMENTS (results); i++) {
    char *text = load_fixture (names[i % G_N_ELEMENTS (names)], ".ics");
    g_autoptr (GBytes) bytes = g_bytes_new_take (text, strlen (text));

    slip_ical_parse_async (bytes, NULL, NULL, parsed_cb, &results[i]);
  }
  for (guint i = 0; i < G_N_ELEMENTS (results); i++) {
    g_autoptr (GAsyncResult) result = wait_for_result (&results[i]);
    g_autofree char *expected =
      load_fixture (names[i % G_N_ELEMENTS (names)], ".expected");
    g_autoptr (GError) error = NULL;
    g_autoptr (SlipIcalCalendar) calendar =
      slip_ical_parse_finish (result, &error);
    g_autofree char *printed = NULL;

    g_assert_no_error (error);
    printed = print_calendar (calendar);
    g_assert_cmpstr (printed, ==, expected);
  }
}

static void
test_cancelling_ends_the_work (void)
{
  g_autofree char *text =
    repeat ("BEGIN:VEVENT\nSUMMARY:a\nDTSTART:20250101\nEND:VEVENT\n", 40000);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *slot = NULL;

  slip_ical_parse_async (bytes, NULL, cancellable, parsed_cb, &slot);
  g_cancellable_cancel (cancellable);
  result = wait_for_result (&slot);
  g_assert_null (slip_ical_parse_finish (result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);

  g_assert_null (slip_ical_parse (bytes, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_errors_come_back_from_the_thread (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("{}", 2);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *slot = NULL;

  slip_ical_parse_async (bytes, NULL, NULL, parsed_cb, &slot);
  result = wait_for_result (&slot);
  g_assert_null (slip_ical_parse_finish (result, &error));
  g_assert_error (error, SLIP_FORMAT_ERROR, SLIP_FORMAT_ERROR_INVALID);
}

static void
add_fixture_tests (void)
{
  static const char *const names[] = { "sloppy",  "texts",      "components",
                                       "repeats", "duplicates", "faults" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *read = g_strconcat ("/ical/fixture/", names[i], NULL);
    g_autofree char *ends = g_strconcat ("/ical/line-ends/", names[i], NULL);
    g_autofree char *changes = g_strconcat ("/ical/changes/", names[i], NULL);

    g_test_add_data_func (read, names[i], test_fixture);
    g_test_add_data_func (ends, names[i], test_line_ends_do_not_matter);
    g_test_add_data_func (changes, names[i], test_random_changes_do_no_harm);
  }
}

static void
add_text_tests (void)
{
  g_test_add_func ("/ical/text/folds-inside-of-characters-are-undone",
                   test_folds_inside_of_characters_are_undone);
  g_test_add_func ("/ical/text/blank-lines-do-not-break-folds",
                   test_blank_lines_do_not_break_folds);
  g_test_add_func ("/ical/text/latin1-is-read-and-told",
                   test_latin1_is_read_and_told);
  g_test_add_func ("/ical/text/stray-backslashes-stay",
                   test_stray_backslashes_stay);
  g_test_add_func ("/ical/text/control-characters-are-dropped",
                   test_control_characters_are_dropped);
}

static void
add_hostile_tests (void)
{
  g_test_add_func ("/ical/hostile/nul-bytes-skip-the-event-only",
                   test_nul_bytes_skip_the_event_only);
  g_test_add_func ("/ical/hostile/event-above-64-kib-is-skipped",
                   test_event_above_64_kib_is_skipped);
  g_test_add_func ("/ical/hostile/limits-refuse-the-file",
                   test_limits_refuse_the_file);
  g_test_add_func ("/ical/hostile/files-are-read-or-refused",
                   test_hostile_files_are_read_or_refused);
  g_test_add_func ("/ical/hostile/one-uid-for-all-is-settled",
                   test_one_uid_for_all_is_settled);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add_fixture_tests ();
  add_text_tests ();
  add_hostile_tests ();
  g_test_add_func ("/ical/identity/survives-a-moved-date-and-another-order",
                   test_identity_survives_a_moved_date_and_another_order);
  g_test_add_func ("/ical/identity/uids-are-unique-whatever-they-are",
                   test_uids_are_unique_whatever_they_are);
  g_test_add_func ("/ical/file/what-is-no-calendar-is-named",
                   test_what_is_no_calendar_is_named);
  g_test_add_func ("/ical/file/empty-calendar-is-a-calendar",
                   test_empty_calendar_is_a_calendar);
  g_test_add_func ("/ical/repeats/yearly-is-what-needs-no-rule",
                   test_yearly_is_what_needs_no_rule);
  g_test_add_func ("/ical/thread/many-read-without-disturbing-one-another",
                   test_threads_read_without_disturbing_one_another);
  g_test_add_func ("/ical/thread/cancelling-ends-the-work",
                   test_cancelling_ends_the_work);
  g_test_add_func ("/ical/thread/errors-come-back",
                   test_errors_come_back_from_the_thread);
  return g_test_run ();
}
