/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-companions.h"

static void
add (GPtrArray *pairs, const char *name, char *text)
{
  g_ptr_array_add (pairs, g_strdup (name));
  g_ptr_array_add (pairs, text);
}

static SlipDate
get_day (const SlipRow *row, const char *name)
{
  int property = slip_schema_find_property (slip_row_get_kind (row), name);

  return property < 0 ? SLIP_DATE_NONE
                      : slip_row_get_date (row, (guint) property);
}

static void
add_end (GPtrArray *pairs, const SlipRow *row, const char *name, SlipDate day)
{
  SlipDate first = get_day (row, "first_day");
  SlipDate last = get_day (row, "last_day");

  if (!slip_date_is_set (day))
    return;
  if (g_str_equal (name, "first_day") && !slip_date_is_set (last))
    add (pairs, "last_day", slip_date_to_text (day));
  else if (g_str_equal (name, "last_day") && !slip_date_is_set (first))
    add (pairs, "first_day", slip_date_to_text (day));
  if (!slip_date_is_set (first) || !slip_date_is_set (last))
    return;
  if (g_str_equal (name, "first_day") && slip_date_is_before (last, day))
    add (pairs, "last_day",
         slip_date_to_text (
           slip_date_add_days (last, slip_date_days_until (first, day))));
  else if (g_str_equal (name, "last_day") && slip_date_is_before (day, first))
    add (pairs, "first_day", slip_date_to_text (day));
}

static void
add_weekday (GPtrArray *pairs, const SlipRow *row)
{
  SlipDate first = slip_row_get_date (row, SLIP_FREEZE_FIRST_DAY);

  if (slip_row_get_integer (row, SLIP_FREEZE_WEEKDAYS) == 0 &&
      slip_date_is_set (first))
    add (pairs, "weekdays",
         g_strdup_printf ("%u", 1u << (slip_date_get_weekday (first) - 1)));
}

GPtrArray *
slip_companions_list (const SlipRow *row,
                      guint property,
                      const char *text,
                      gboolean is_new)
{
  SlipKind kind = slip_row_get_kind (row);
  const char *name = slip_schema_get_property (kind, property)->name;
  GPtrArray *pairs = g_ptr_array_new_with_free_func (g_free);

  add (pairs, name, g_strdup (text));
  if (is_new &&
      (g_str_equal (name, "first_day") || g_str_equal (name, "last_day")))
    add_end (pairs, row, name, slip_date_parse (text));
  if (kind == SLIP_KIND_FREEZE && property == SLIP_FREEZE_REPEAT &&
      g_str_equal (text, "weekly"))
    add_weekday (pairs, row);
  g_ptr_array_add (pairs, NULL);
  return pairs;
}
