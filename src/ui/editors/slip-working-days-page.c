/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-working-days-page.h"

#include "slip-actions.h"
#include "slip-date-text.h"

#include <glib/gi18n-lib.h>

static char *
dup_holiday_text (const SlipPlanState *state,
                  const SlipRow *row,
                  SlipDate today)
{
  g_autofree char *range = slip_entity_form_dup_range_text (
    slip_row_get_date (row, SLIP_HOLIDAY_FIRST_DAY),
    slip_row_get_date (row, SLIP_HOLIDAY_LAST_DAY), today);

  if (slip_row_get_boolean (row, SLIP_HOLIDAY_IS_YEARLY))
    return g_strdup_printf (_ ("%s, every year"), range);
  return g_steal_pointer (&range);
}

static char *
dup_weekdays (const SlipPlanState *state, const SlipRow *row, SlipDate today)
{
  guint mask =
    (guint) slip_row_get_integer (row, SLIP_WORKING_CALENDAR_WEEKDAYS);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 1; i <= 7; i++)
    if (mask & (1u << (i - 1)))
      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "",
                              slip_weekday_get_name (i, TRUE));

  return g_strdup (text->str);
}

static const SlipFormField holiday_fields[] = {
  { SLIP_HOLIDAY_NAME, SLIP_FIELD_PLAIN },
  { SLIP_HOLIDAY_FIRST_DAY, SLIP_FIELD_PLAIN },
  { SLIP_HOLIDAY_LAST_DAY, SLIP_FIELD_PLAIN },
  { SLIP_HOLIDAY_IS_YEARLY, SLIP_FIELD_PLAIN },
};

static const SlipEntityForm holiday_form = {
  .kind = SLIP_KIND_HOLIDAY,
  .title = N_ ("Holidays"),
  .add_label = N_ ("Add Holiday"),
  .fields = holiday_fields,
  .n_fields = G_N_ELEMENTS (holiday_fields),
  .dup_subtitle = dup_holiday_text,
};

static const SlipFormField fields[] = {
  { SLIP_WORKING_CALENDAR_NAME, SLIP_FIELD_PLAIN },
  { SLIP_WORKING_CALENDAR_WEEKDAYS, SLIP_FIELD_WEEKDAYS },
};

static const char *const new_pairs[] = { "weekdays", "31", NULL };

static const SlipEntityForm form = {
  .kind = SLIP_KIND_WORKING_CALENDAR,
  .title = N_ ("Calendars"),
  .add_label = N_ ("Add Calendar"),
  .new_pairs = new_pairs,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .part = &holiday_form,
  .more_label = N_ ("Add Holidays…"),
  .more_action = SLIP_ACTION_ADD_HOLIDAYS,
  .dup_subtitle = dup_weekdays,
};

SlipSettingsPage *
slip_working_days_page_new (void)
{
  SlipSettingsPage *page =
    slip_settings_page_new ("working-days", _ ("Working Days"),
                            "x-office-calendar-symbolic");

  slip_settings_page_add_plan_field (page, _ ("Default"), SLIP_PLAN_CALENDAR,
                                     SLIP_FIELD_PLAIN);
  slip_settings_page_add_list (page, &form);
  return page;
}
