/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-cron.h"

#include <string.h>

#define MAX_TEXT 200

/* One field: what numbers it takes and what words stand for them. */
typedef struct {
  int least;
  int most;
  const char *names; /* three letters each, from the least number on */
} Field;

static const Field fields[] = {
  { 0, 59, NULL },
  { 0, 23, NULL },
  { 1, 31, NULL },
  { 1, 12, "janfebmaraprmayjunjulaugsepoctnovdec" },
  { 0, 7, "sunmontuewedthufrisat" },
};

/* Reads a number or a name; returns what follows it, or %NULL. */
static const char *
read_value (const Field *field, const char *p, int *value)
{
  if (g_ascii_isdigit (*p)) {
    *value = 0;
    while (g_ascii_isdigit (*p) && *value <= field->most)
      *value = *value * 10 + g_ascii_digit_value (*p++);
    return *value >= field->least && *value <= field->most ? p : NULL;
  }
  for (int i = 0; field->names != NULL && field->names[i * 3] != '\0'; i++)
    if (g_ascii_strncasecmp (p, field->names + i * 3, 3) == 0) {
      *value = field->least + i;
      return p + 3;
    }
  return NULL;
}

/* Reads `*`, `5`, `1-5` or any of them with `/2`. */
static const char *
read_part (const Field *field, const char *p, guint64 *mask)
{
  int first = field->least, last = field->most, by = 1;

  if (*p == '*') {
    p++;
  } else {
    p = read_value (field, p, &first);
    last = first;
    if (p != NULL && *p == '-')
      p = read_value (field, p + 1, &last);
    else if (p != NULL && *p == '/')
      last = field->most;
  }
  if (p != NULL && *p == '/') {
    const Field step = { 1, field->most, NULL };
    p = read_value (&step, p + 1, &by);
  }
  if (p == NULL || last < first)
    return NULL;
  for (int i = first; i <= last; i += by)
    *mask |= G_GUINT64_CONSTANT (1) << i;
  return p;
}

static gboolean
read_field (const Field *field, const char *text, guint64 *mask)
{
  const char *p = text;

  *mask = 0;
  while ((p = read_part (field, p, mask)) != NULL) {
    if (*p == '\0')
      return TRUE;
    if (*p++ != ',')
      return FALSE;
  }
  return FALSE;
}

/* From cron's days, in which Sunday is 0 and 7, to ISO's. */
static guint32
convert_weekdays (guint64 mask)
{
  guint32 weekdays = (guint32) (mask & 0xfe);

  if ((mask & 1) != 0)
    weekdays |= 1u << SLIP_SUNDAY;
  return weekdays;
}

static int
find_lowest (guint64 mask)
{
  return g_bit_nth_lsf ((gulong) mask, -1);
}

gboolean
slip_cron_parse (const char *text, SlipCron *cron)
{
  g_auto (GStrv) words = NULL;
  guint64 masks[G_N_ELEMENTS (fields)];
  guint n = 0;

  if (strlen (text) > MAX_TEXT)
    return FALSE;
  words = g_strsplit_set (text, " \t", -1);
  for (guint i = 0; words[i] != NULL; i++) {
    if (*words[i] == '\0')
      continue;
    if (n == G_N_ELEMENTS (fields) ||
        !read_field (&fields[n], words[i], &masks[n]))
      return FALSE;
    n++;
  }
  if (n != G_N_ELEMENTS (fields))
    return FALSE;

  cron->minute = find_lowest (masks[1]) * 60 + find_lowest (masks[0]);
  cron->days = (guint32) masks[2];
  cron->months = (guint32) masks[3];
  cron->weekdays = convert_weekdays (masks[4]);
  cron->is_either = cron->days != 0xfffffffeu && cron->weekdays != 0xfeu;
  return TRUE;
}

static gboolean
applies_on (const SlipCron *cron, SlipDate day)
{
  gboolean is_day = (cron->days >> slip_date_get_day (day) & 1) != 0;
  gboolean is_weekday =
    (cron->weekdays >> slip_date_get_weekday (day) & 1) != 0;

  if ((cron->months >> slip_date_get_month (day) & 1) == 0)
    return FALSE;
  return cron->is_either ? is_day || is_weekday : is_day && is_weekday;
}

SlipDate
slip_cron_find_day (const SlipCron *cron, SlipDate from, SlipDate last)
{
  for (SlipDate day = from; slip_date_compare (day, last) <= 0;
       day = slip_date_add_days (day, 1)) {
    if (applies_on (cron, day))
      return day;
    /* The last of all days is followed by itself. */
    if (slip_date_equal (day, last))
      break;
  }
  return SLIP_DATE_NONE;
}
