/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-date-text.h"

#include <glib/gi18n-lib.h>
#include <langinfo.h>
#include <string.h>

static GDateTime *
to_date_time (SlipDate date)
{
  int year;
  int month;
  int day;

  slip_date_get_parts (date, &year, &month, &day);
  return g_date_time_new_utc (year, month, day, 12, 0, 0);
}

/* The format of g_date_time_format() for @style. */
static const char *
get_format (SlipDateStyle style, gboolean has_year)
{
  switch (style) {
  case SLIP_DATE_STYLE_SHORT:
    /* Translators: a short date: '8 Dec'.  These are formats of
     * g_date_time_format(); put the parts in the order of your language. */
    return has_year ? _ ("%-d %b %Y") : _ ("%-d %b");
  case SLIP_DATE_STYLE_MEDIUM:
    /* Translators: a date with its weekday: 'Tue 8 December'. */
    return has_year ? _ ("%a %-d %B %Y") : _ ("%a %-d %B");
  case SLIP_DATE_STYLE_LONG:
    /* Translators: a date in full: 'Tuesday 8 December 2026'. */
    return _ ("%A %-d %B %Y");
  case SLIP_DATE_STYLE_MONTH:
    /* Translators: a month: 'December 2026'. */
    return _ ("%OB %Y");
  }

  g_assert_not_reached ();
}

char *
slip_date_dup_text (SlipDate date, SlipDateStyle style, SlipDate today)
{
  g_autoptr (GDateTime) time = NULL;
  gboolean has_year;
  char *text;

  if (!slip_date_is_set (date))
    return g_strdup (_ ("Unscheduled"));

  time = to_date_time (date);
  has_year = slip_date_is_set (today) &&
             slip_date_get_year (today) != slip_date_get_year (date);
  text = g_date_time_format (time, get_format (style, has_year));

  /* A translated format can be wrong. */
  return text != NULL ? text : slip_date_to_text (date);
}

static char *
dup_span (SlipDate first,
          const char *first_format,
          SlipDate last,
          const char *last_format)
{
  g_autoptr (GDateTime) from_time = to_date_time (first);
  g_autoptr (GDateTime) to_time = to_date_time (last);
  g_autofree char *from = g_date_time_format (from_time, first_format);
  g_autofree char *to = g_date_time_format (to_time, last_format);

  /* A translated format can be wrong. */
  if (from == NULL || to == NULL)
    return slip_date_to_text (first);
  /* Translators: the first and the last of several days or months. */
  return g_strdup_printf (_ ("%s – %s"), from, to);
}

char *
slip_date_dup_days (SlipDate first, SlipDate last)
{
  g_return_val_if_fail (slip_date_is_set (first), NULL);
  g_return_val_if_fail (slip_date_is_set (last), NULL);

  if (slip_date_get_year (first) != slip_date_get_year (last))
    return dup_span (first, _ ("%-d %b %Y"), last, _ ("%-d %b %Y"));
  if (slip_date_get_month (first) != slip_date_get_month (last))
    /* Translators: of several days in one year the first: '30 Nov' of '30 Nov –
     * 6 Dec 2026'.  The next one is the last, and so on; put the year where
     * your language has it. */
    return dup_span (first, C_ ("first day in a year", "%-d %b"), last,
                     C_ ("last day in a year", "%-d %b %Y"));
  return dup_span (first,
                   /* Translators: '7' of '7 – 13 Dec 2026'.
                    * xgettext:no-c-format */
                   C_ ("first day in a month", "%-d"), last,
                   C_ ("last day in a month", "%-d %b %Y"));
}

char *
slip_date_dup_months (SlipDate first, SlipDate last)
{
  g_return_val_if_fail (slip_date_is_set (first), NULL);
  g_return_val_if_fail (slip_date_is_set (last), NULL);

  if (slip_date_get_year (first) != slip_date_get_year (last))
    /* Translators: each of several months: 'Dec 2026 – Jan 2027'. */
    return dup_span (first, C_ ("months", "%Ob %Y"), last,
                     C_ ("months", "%Ob %Y"));
  if (slip_date_get_month (first) != slip_date_get_month (last))
    /* Translators: 'Nov – Dec 2026'. */
    return dup_span (first, C_ ("first month in a year", "%Ob"), last,
                     C_ ("last month in a year", "%Ob %Y"));
  return slip_date_dup_text (first, SLIP_DATE_STYLE_MONTH, SLIP_DATE_NONE);
}

static char *
dup_week_text (SlipDate monday, SlipDate today)
{
  g_autofree char *day =
    slip_date_dup_text (monday, SLIP_DATE_STYLE_SHORT, today);

  /* Translators: an ISO week number and the day it begins on. */
  return g_strdup_printf (_ ("week %d (from %s)"),
                          slip_date_get_iso_week (monday), day);
}

static char *
dup_quarter_text (SlipDate first)
{
  /* Translators: a quarter of a year, 1 to 4, and the year: 'Q4 2026'. */
  return g_strdup_printf (_ ("Q%d %d"),
                          (slip_date_get_month (first) - 1) / 3 + 1,
                          slip_date_get_year (first));
}

char *
slip_planned_date_dup_text (SlipPlannedDate planned, SlipDate today)
{
  g_autofree char *day = NULL;

  switch (planned.certainty) {
  case SLIP_CERTAINTY_UNSCHEDULED:
  case SLIP_N_CERTAINTIES:
    break;
  case SLIP_CERTAINTY_CONFIRMED:
    return slip_date_dup_text (planned.date, SLIP_DATE_STYLE_MEDIUM, today);
  case SLIP_CERTAINTY_TENTATIVE:
    day = slip_date_dup_text (planned.date, SLIP_DATE_STYLE_MEDIUM, today);
    /* Translators: a date that is not firm: 'Tue 8 December, tentative'. */
    return g_strdup_printf (_ ("%s, tentative"), day);
  case SLIP_CERTAINTY_WEEK:
    return dup_week_text (planned.date, today);
  case SLIP_CERTAINTY_MONTH:
    return slip_date_dup_text (planned.date, SLIP_DATE_STYLE_MONTH, today);
  case SLIP_CERTAINTY_QUARTER:
    return dup_quarter_text (planned.date);
  }

  return g_strdup (_ ("Unscheduled"));
}

static char *
dup_past_distance (int n_days)
{
  if (n_days == 1)
    return g_strdup (_ ("yesterday"));
  if (n_days < 21)
    return g_strdup_printf (ngettext ("%d day ago", "%d days ago",
                                      (gulong) n_days),
                            n_days);
  if (n_days < 70)
    return g_strdup_printf (ngettext ("%d week ago", "%d weeks ago",
                                      (gulong) n_days / 7),
                            n_days / 7);

  return g_strdup_printf (ngettext ("%d month ago", "%d months ago",
                                    (gulong) n_days / 30),
                          n_days / 30);
}

char *
slip_date_dup_distance (SlipDate date, SlipDate today)
{
  int n_days;

  if (!slip_date_is_set (date))
    return g_strdup (_ ("Unscheduled"));

  n_days = slip_date_days_until (today, date);
  if (n_days < 0)
    return dup_past_distance (-n_days);
  if (n_days == 0)
    return g_strdup (_ ("today"));
  if (n_days == 1)
    return g_strdup (_ ("tomorrow"));
  if (n_days < 21)
    return g_strdup_printf (ngettext ("in %d day", "in %d days",
                                      (gulong) n_days),
                            n_days);
  if (n_days < 70)
    return g_strdup_printf (ngettext ("in %d week", "in %d weeks",
                                      (gulong) n_days / 7),
                            n_days / 7);

  return g_strdup_printf (ngettext ("in %d month", "in %d months",
                                    (gulong) n_days / 30),
                          n_days / 30);
}

char *
slip_release_dup_rule_text (const SlipRow *release, SlipAnchor anchor)
{
  int property = slip_anchor_get_offset_property (anchor);
  const SlipValue *offset =
    property >= 0 ? slip_row_peek (release, (guint) property) : NULL;
  int n_days;

  if (offset == NULL || offset->type == SLIP_VALUE_NONE)
    return NULL;

  n_days = (int) slip_value_get_integer (offset);
  if (n_days == 0)
    return g_strdup (_ ("on the day of the release"));
  if (n_days < 0)
    return g_strdup_printf (ngettext ("%d day before the release",
                                      "%d days before the release",
                                      (gulong) -n_days),
                            -n_days);

  return g_strdup_printf (ngettext ("%d day after the release",
                                    "%d days after the release",
                                    (gulong) n_days),
                          n_days);
}

/* The locale's clock of twelve hours or of twenty-four. */
static const char *
get_time_format (void)
{
  static const char *const twelve[] = { "%r", "%I", "%l", "%p" };
  const char *format = nl_langinfo (T_FMT);

  for (guint i = 0; i < G_N_ELEMENTS (twelve); i++)
    if (strstr (format, twelve[i]) != NULL)
      return "%-I:%M\302\240%p";

  return "%H:%M";
}

char *
slip_instant_dup_text (gint64 at_ms)
{
  g_autoptr (GDateTime) at = g_date_time_new_from_unix_local (at_ms / 1000);
  SlipDate day;
  g_autofree char *date = NULL;
  g_autofree char *time = NULL;

  if (at == NULL)
    return g_strdup ("");

  day = slip_date_new (g_date_time_get_year (at), g_date_time_get_month (at),
                       g_date_time_get_day_of_month (at));
  date = slip_date_dup_text (day, SLIP_DATE_STYLE_MEDIUM, SLIP_DATE_NONE);
  time = g_date_time_format (at, get_time_format ());
  /* Translators: a date and a time of day. */
  return g_strdup_printf (_ ("%s, %s"), date, time);
}

const char *
slip_weekday_get_name (SlipWeekday weekday, gboolean is_short)
{
  /* nl_langinfo() begins with Sunday. */
  static const nl_item names[2][7] = {
    { DAY_1, DAY_2, DAY_3, DAY_4, DAY_5, DAY_6, DAY_7 },
    { ABDAY_1, ABDAY_2, ABDAY_3, ABDAY_4, ABDAY_5, ABDAY_6, ABDAY_7 },
  };

  return nl_langinfo (names[is_short != FALSE][weekday % 7]);
}

SlipWeekday
slip_locale_get_first_weekday (void)
{
#ifdef __GLIBC__
  /* The first weekday counts from the day that the week's first day is, which
   * glibc gives as a number: 19971130, a Sunday, or 19971201, a Monday. */
  int first = nl_langinfo (_NL_TIME_FIRST_WEEKDAY)[0];
  union {
    char *text;
    guint32 number;
  } origin = { nl_langinfo (_NL_TIME_WEEK_1STDAY) };
  int offset = origin.number == 19971201 ? 1 : 0;
  int weekday = (first - 1 + offset) % 7;

  return weekday == 0 ? SLIP_SUNDAY : (SlipWeekday) weekday;
#else
  return SLIP_MONDAY;
#endif
}
