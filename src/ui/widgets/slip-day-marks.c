/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-day-marks.h"

#include "slip-freeze.h"
#include "slip-release.h"

#include <glib/gi18n-lib.h>

static void
clear_marks (gpointer data)
{
  SlipDayMarks *marks = data;

  g_free (marks->holiday);
  g_free (marks->freezes);
  g_free (marks->key_dates);
}

/* Appends @name to the names in @names, once. */
static void
add_name (char **names, const char *name)
{
  if (name == NULL || name[0] == '\0')
    return;
  if (*names == NULL) {
    *names = g_strdup (name);
    return;
  }

  g_autofree char *before = g_steal_pointer (names);
  *names = g_strcmp0 (before, name) == 0
             ? g_steal_pointer (&before)
             : g_strdup_printf ("%s · %s", before, name);
}

static SlipDayMarks *
find_marks (GArray *list, SlipRange range, int i)
{
  int first = g_array_index (list, SlipDayMarks, 0).date.day;

  return &g_array_index (list, SlipDayMarks, range.first.day + i - first);
}

static void
add_working_days (GArray *list, const SlipPlanState *state, const char *product)
{
  g_autoptr (SlipWorkingDays) days =
    slip_plan_state_dup_working_days (state, product);

  for (guint i = 0; i < list->len; i++) {
    SlipDayMarks *marks = &g_array_index (list, SlipDayMarks, i);
    const char *name = slip_working_days_peek_holiday_name (days, marks->date);

    marks->is_day_off = !slip_working_days_is_working (days, marks->date);
    if (name != NULL)
      marks->holiday = g_strdup (name[0] != '\0' ? name : _ ("Holiday"));
  }
}

static void
add_freezes (GArray *list,
             const SlipPlanState *state,
             SlipRange range,
             const char *product)
{
  g_autoptr (GArray) spans = slip_freeze_list_spans (state, range, product);

  for (guint i = 0; i < spans->len; i++) {
    const SlipFreezeSpan *span = &g_array_index (spans, SlipFreezeSpan, i);
    SlipRange days = slip_range_intersect (span->range, range);
    gboolean is_soft =
      slip_row_get_integer (span->freeze, SLIP_FREEZE_SEVERITY) ==
      SLIP_SEVERITY_SOFT;

    for (int day = 0; day < slip_range_get_length (days); day++) {
      SlipDayMarks *marks = find_marks (list, days, day);

      add_name (&marks->freezes,
                slip_row_get_text (span->freeze, SLIP_FREEZE_NAME));
      marks->is_frozen |= !is_soft;
      marks->is_softly_frozen |= is_soft;
      marks->starts_freeze |= slip_date_equal (marks->date, span->range.first);
    }
  }
}

static void
add_key_dates (GArray *list,
               const SlipPlanState *state,
               SlipRange range,
               const char *product)
{
  g_autoptr (GPtrArray) rows = slip_plan_state_list (state, SLIP_KIND_KEY_DATE);

  for (guint i = 0; i < rows->len; i++) {
    const SlipRow *row = g_ptr_array_index (rows, i);
    const char *of = slip_row_get_text (row, SLIP_KEY_DATE_PRODUCT);
    SlipDate first = slip_row_get_date (row, SLIP_KEY_DATE_FIRST_DAY);
    SlipDate last = slip_row_get_date (row, SLIP_KEY_DATE_LAST_DAY);

    if (product != NULL && of != NULL && !g_str_equal (product, of))
      continue;
    if (!slip_date_is_set (last))
      last = first;
    SlipRange days = slip_range_intersect (slip_range_new (first, last), range);
    for (int day = 0; day < slip_range_get_length (days); day++)
      add_name (&find_marks (list, days, day)->key_dates,
                slip_row_get_text (row, SLIP_KEY_DATE_NAME));
  }
}

GArray *
slip_day_marks_list (const SlipPlanState *state,
                     SlipRange range,
                     const char *product)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (SlipDayMarks));

  g_array_set_clear_func (list, clear_marks);
  for (int i = 0; i < slip_range_get_length (range); i++) {
    SlipDayMarks marks = { .date = { range.first.day + i } };
    g_array_append_val (list, marks);
  }
  if (list->len == 0)
    return list;

  add_working_days (list, state, product);
  add_freezes (list, state, range, product);
  add_key_dates (list, state, range, product);
  return list;
}

char *
slip_day_marks_dup_names (const SlipDayMarks *self)
{
  char *names = NULL;

  add_name (&names, self->key_dates);
  add_name (&names, self->holiday);
  add_name (&names, self->freezes);
  return names;
}
