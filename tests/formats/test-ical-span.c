/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-ical.h"

#include <string.h>

static SlipIcalCalendar *
parse (const char *text, GTimeZone *zone)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  SlipIcalCalendar *calendar = slip_ical_parse (bytes, zone, NULL, &error);

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

typedef struct {
  const char *times;
  const char *first;
  const char *last;
  gboolean is_all_day;
} Days;

/* In a zone of UTC+9. */
static const Days days[] = {
  /* Days. */
  { "DTSTART;VALUE=DATE:20250101", "2025-01-01", "2025-01-01", TRUE },
  { "DTSTART:20250101", "2025-01-01", "2025-01-01", TRUE },
  { "DTSTART: 20250101 ", "2025-01-01", "2025-01-01", TRUE },
  { "DTSTART;VALUE=DATE:20240229", "2024-02-29", "2024-02-29", TRUE },
  { "DTSTART;VALUE=DATE:20250101\nDTEND;VALUE=DATE:20250102", "2025-01-01",
    "2025-01-01", TRUE },
  { "DTSTART;VALUE=DATE:20250101\nDTEND;VALUE=DATE:20250104", "2025-01-01",
    "2025-01-03", TRUE },
  { "DTSTART;VALUE=DATE:20250101\nDTEND;VALUE=DATE:20250101", "2025-01-01",
    "2025-01-01", TRUE },
  { "DTEND;VALUE=DATE:20250301\nDTSTART;VALUE=DATE:20250227", "2025-02-27",
    "2025-02-28", TRUE },
  { "DTSTART;VALUE=DATE:20250101\nDURATION:P1D", "2025-01-01", "2025-01-01",
    TRUE },
  { "DTSTART;VALUE=DATE:20250101\nDURATION:P2W", "2025-01-01", "2025-01-14",
    TRUE },
  { "DTSTART;VALUE=DATE:20250101\nDURATION:PT0S", "2025-01-01", "2025-01-01",
    TRUE },
  { "DTSTART;VALUE=DATE:20250101\nDURATION:PT36H", "2025-01-01", "2025-01-02",
    TRUE },
  { "DTSTART;VALUE=DATE:20250101\nDTEND;VALUE=DATE:20250103\nDURATION:P9D",
    "2025-01-01", "2025-01-02", TRUE },
  { "DTSTART;VALUE=DATE:20250101\nDTEND:20250103T120000", "2025-01-01",
    "2025-01-03", TRUE },
  { "DTSTART;VALUE=DATE:00010101", "0001-01-01", "0001-01-01", TRUE },
  { "DTSTART;VALUE=DATE:99991231", "9999-12-31", "9999-12-31", TRUE },
  { "DTSTART;VALUE=DATE:99991231\nDURATION:P4000000000D", "9999-12-31",
    "9999-12-31", TRUE },

  /* Floating midnights. */
  { "DTSTART:20250101T000000", "2025-01-01", "2025-01-01", TRUE },
  { "DTSTART;VALUE=DATE:20250101T000000", "2025-01-01", "2025-01-01", TRUE },
  { "DTSTART:20250101T000000\nDTEND:20250102T000000", "2025-01-01",
    "2025-01-01", TRUE },
  { "DTSTART:20250101T000000\nDTEND:20250101T000000", "2025-01-01",
    "2025-01-01", TRUE },
  { "DTSTART:20250101T000000\nDTEND:20250104T000000", "2025-01-01",
    "2025-01-03", TRUE },
  { "DTSTART:20250101T000000\nDURATION:P3D", "2025-01-01", "2025-01-03", TRUE },
  { "DTSTART:20250101T000000\nDTEND;VALUE=DATE:20250103", "2025-01-01",
    "2025-01-02", TRUE },
  { "DTSTART:20250101T000000\nDTEND:20250101T235900", "2025-01-01",
    "2025-01-01", FALSE },
  { "DTSTART:20250101T000000\nDURATION:PT1H", "2025-01-01", "2025-01-01",
    FALSE },

  /* Times: the day as written, whatever the zone. */
  { "DTSTART:20250101T090000", "2025-01-01", "2025-01-01", FALSE },
  { "DTSTART:20250101T235959", "2025-01-01", "2025-01-01", FALSE },
  { "DTSTART;TZID=America/New_York:20250101T233000", "2025-01-01", "2025-01-01",
    FALSE },
  { "DTSTART;tzid=\"No: such, zone\":20250101T000000", "2025-01-01",
    "2025-01-01", FALSE },
  { "DTSTART;TZID=Asia/Tokyo:20250101T220000\nDTEND;TZID=Asia/Tokyo:"
    "20250102T020000",
    "2025-01-01", "2025-01-02", FALSE },
  { "DTSTART;TZID=Asia/Tokyo:20250101T000000\nDTEND;TZID=Asia/Tokyo:"
    "20250103T000000",
    "2025-01-01", "2025-01-02", FALSE },
  { "DTSTART:20250101T220000\nDURATION:PT2H", "2025-01-01", "2025-01-01",
    FALSE },
  { "DTSTART:20250101T220000\nDURATION:PT2H1S", "2025-01-01", "2025-01-02",
    FALSE },
  { "DTSTART:20250101T100000\nDTEND:20250101T100000", "2025-01-01",
    "2025-01-01", FALSE },
  { "DTSTART:20250101T100000\nDTEND;VALUE=DATE:20250103", "2025-01-01",
    "2025-01-02", FALSE },

  /* Instants: the day where the reader is. */
  { "DTSTART:20250101T000000Z", "2025-01-01", "2025-01-01", FALSE },
  { "DTSTART:20250101T145959Z", "2025-01-01", "2025-01-01", FALSE },
  { "DTSTART:20250101T150000Z", "2025-01-02", "2025-01-02", FALSE },
  { "DTSTART:20241231T150000Z\nDTEND:20250102T150000Z", "2025-01-01",
    "2025-01-02", FALSE },
  { "DTSTART;TZID=America/New_York:20250101T150000Z", "2025-01-02",
    "2025-01-02", FALSE },
  { "DTSTART:20241231T235960Z", "2025-01-01", "2025-01-01", FALSE },
};

static void
assert_days (const Days *expected, GTimeZone *zone)
{
  g_autofree char *text =
    g_strdup_printf ("BEGIN:VEVENT\nSUMMARY:a\n%s\nEND:VEVENT\n",
                     expected->times);
  g_autoptr (SlipIcalCalendar) calendar = parse (text, zone);
  char day[SLIP_DATE_TEXT_SIZE];

  g_test_message ("%s", expected->times);
  g_assert_cmpuint (calendar->skipped->len, ==, 0);
  g_assert_cmpstr (slip_date_print (get_event (calendar, 0)->first, day), ==,
                   expected->first);
  g_assert_cmpstr (slip_date_print (get_event (calendar, 0)->last, day), ==,
                   expected->last);
  g_assert_true (get_event (calendar, 0)->is_all_day == expected->is_all_day);
}

static void
test_days_are_civil_days (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("+09:00");

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    assert_days (&days[i], zone);
}

/* Whatever start and end are, the last day is not before the first. */
static void
test_last_day_is_never_before_the_first (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (SlipIcalCalendar) calendar = NULL;

  for (guint i = 0; i < 2000; i++) {
    g_string_append (text, "BEGIN:VEVENT\nSUMMARY:a\n");
    for (guint j = 0; j < 2; j++)
      g_string_append_printf (text, "%s:2025%02d%02d%s\n",
                              j == 0 ? "DTSTART" : "DTEND",
                              g_test_rand_int_range (1, 13),
                              g_test_rand_int_range (1, 29),
                              g_test_rand_bit () ? "" : "T000000");
    g_string_append (text, "END:VEVENT\n");
  }
  calendar = parse (text->str, NULL);
  g_assert_cmpuint (calendar->events->len, >, 100);
  for (guint i = 0; i < calendar->events->len; i++)
    g_assert_cmpint (slip_date_compare (get_event (calendar, i)->first,
                                        get_event (calendar, i)->last),
                     <=, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ical-span/are-civil-days", test_days_are_civil_days);
  g_test_add_func ("/ical-span/last-is-never-before-the-first",
                   test_last_day_is_never_before_the_first);
  return g_test_run ();
}
