/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-holiday-addition.h"

#include <glib/gi18n-lib.h>

#include "slip-release.h"

/* As long as a name may be. */
#define NAME_CHARS 200

/* No file may make days off of a lifetime. */
#define MAX_DAYS 366

typedef struct {
  SlipHoliday *holiday;
  char *id;
} NewHoliday;

struct _SlipHolidayAddition {
  char *calendar;
  GPtrArray *holidays; /* NewHoliday */
};

static void
new_holiday_free (gpointer data)
{
  NewHoliday *holiday = data;

  slip_holiday_free (holiday->holiday);
  g_free (holiday->id);
  g_free (holiday);
}

SlipHolidayAddition *
slip_holiday_addition_new (const char *calendar)
{
  SlipHolidayAddition *self = g_new0 (SlipHolidayAddition, 1);

  self->calendar = g_strdup (calendar);
  self->holidays = g_ptr_array_new_with_free_func (new_holiday_free);
  return self;
}

void
slip_holiday_addition_free (SlipHolidayAddition *self)
{
  g_free (self->calendar);
  g_ptr_array_unref (self->holidays);
  g_free (self);
}

void
slip_holiday_addition_add (SlipHolidayAddition *self,
                           SlipRange days,
                           const char *name,
                           gboolean is_yearly)
{
  NewHoliday *holiday = g_new (NewHoliday, 1);
  g_autofree char *valid = g_utf8_make_valid (name, -1);
  g_autofree char *cut =
    g_utf8_substring (valid, 0, MIN (g_utf8_strlen (valid, -1), NAME_CHARS));

  holiday->holiday = slip_holiday_new (days, g_strdelimit (cut, "\n\r\t", ' '));
  holiday->holiday->is_yearly = is_yearly;
  holiday->id = slip_id_new ();
  g_ptr_array_add (self->holidays, holiday);
}

static gboolean
add_days_off_cb (const SlipRow *row, gpointer data)
{
  SlipRange range =
    slip_range_new (slip_row_get_date (row, SLIP_HOLIDAY_FIRST_DAY),
                    slip_row_get_date (row, SLIP_HOLIDAY_LAST_DAY));

  if (slip_row_get_boolean (row, SLIP_HOLIDAY_IS_YEARLY))
    slip_working_days_add_yearly_holiday (data, range, NULL);
  else
    slip_working_days_add_holiday (data, range, NULL);
  return TRUE;
}

/* (transfer full): every day is worked but for the holidays of @calendar. */
static SlipWorkingDays *
new_days (const SlipPlanState *state, const char *calendar)
{
  SlipWorkingDays *days = slip_working_days_new (SLIP_WEEKDAY_MASK_ALL);

  slip_plan_state_foreach_owned (state, SLIP_KIND_HOLIDAY, calendar,
                                 add_days_off_cb, days);
  return days;
}

static gboolean
are_off (const SlipWorkingDays *days, SlipRange range)
{
  for (SlipDate day = range.first; !slip_date_is_before (range.last, day);
       day = slip_date_add_days (day, 1))
    if (slip_working_days_is_working (days, day))
      return FALSE;

  return TRUE;
}

/* The same days four years later: there is one in each such year. */
static SlipRange
get_later (SlipRange range)
{
  SlipDate days[] = { range.first, range.last };
  int year, month, day;

  for (guint i = 0; i < G_N_ELEMENTS (days); i++) {
    slip_date_get_parts (days[i], &year, &month, &day);
    days[i] = slip_date_new (year + 4, month, day);
  }
  return slip_range_new (days[0], days[1]);
}

static gboolean
is_there (const SlipWorkingDays *days, SlipRange range, gboolean is_yearly)
{
  return are_off (days, range) &&
         (!is_yearly || are_off (days, get_later (range)));
}

gboolean
slip_holiday_is_there (const SlipPlanState *state,
                       const char *calendar,
                       SlipRange range,
                       gboolean is_yearly)
{
  g_autoptr (SlipWorkingDays) days = new_days (state, calendar);

  return is_there (days, range, is_yearly);
}

static void
create (SlipEdit *edit, const char *calendar, const NewHoliday *holiday)
{
  slip_edit_create (edit, SLIP_KIND_HOLIDAY, holiday->id, calendar);
  slip_edit_set_text (edit, SLIP_KIND_HOLIDAY, holiday->id, SLIP_HOLIDAY_NAME,
                      holiday->holiday->name);
  slip_edit_set_date (edit, SLIP_KIND_HOLIDAY, holiday->id,
                      SLIP_HOLIDAY_FIRST_DAY, holiday->holiday->days.first);
  slip_edit_set_date (edit, SLIP_KIND_HOLIDAY, holiday->id,
                      SLIP_HOLIDAY_LAST_DAY, holiday->holiday->days.last);
  if (holiday->holiday->is_yearly)
    slip_edit_set_integer (edit, SLIP_KIND_HOLIDAY, holiday->id,
                           SLIP_HOLIDAY_IS_YEARLY, TRUE);
}

static gboolean
is_sound (const SlipHoliday *holiday)
{
  return !slip_range_is_empty (holiday->days) &&
         slip_range_get_length (holiday->days) <= MAX_DAYS &&
         *holiday->name != '\0';
}

static void
call_step (SlipEdit *edit, const SlipRow *calendar, guint n_added)
{
  g_autofree char *subject = g_strdup_printf (
    /* Translators: how many, and the name of a working calendar: '12 holidays
       of Standard'. */
    g_dngettext (GETTEXT_PACKAGE, "%u holiday of %s", "%u holidays of %s",
                 n_added),
    n_added, slip_row_get_text (calendar, SLIP_WORKING_CALENDAR_NAME));

  slip_edit_set_verb (edit, SLIP_VERB_ADD);
  slip_edit_set_subject (edit, subject);
}

gboolean
slip_holiday_addition_run (SlipEdit *edit, gconstpointer data, GError **error)
{
  const SlipHolidayAddition *self = data;
  const SlipPlanState *base = slip_edit_get_base (edit);
  const SlipRow *calendar =
    slip_plan_state_get (base, SLIP_KIND_WORKING_CALENDAR, self->calendar);
  g_autoptr (SlipWorkingDays) there = NULL;
  guint n_added = 0;

  if (calendar == NULL) {
    g_set_error_literal (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_NOT_FOUND,
                         _ ("It has been deleted in the meantime"));
    return FALSE;
  }

  there = new_days (base, self->calendar);
  for (guint i = 0; i < self->holidays->len; i++) {
    const NewHoliday *holiday = self->holidays->pdata[i];

    if (!is_sound (holiday->holiday) ||
        is_there (there, holiday->holiday->days, holiday->holiday->is_yearly))
      continue;
    create (edit, self->calendar, holiday);
    n_added++;
  }

  call_step (edit, calendar, n_added);
  return TRUE;
}
