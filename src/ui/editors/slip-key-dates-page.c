/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-key-dates-page.h"

#include <glib/gi18n-lib.h>

static char *
dup_subtitle (const SlipPlanState *state, const SlipRow *row, SlipDate today)
{
  return slip_entity_form_dup_range_text (
    slip_row_get_date (row, SLIP_KEY_DATE_FIRST_DAY),
    slip_row_get_date (row, SLIP_KEY_DATE_LAST_DAY), today);
}

static const SlipFormField fields[] = {
  { SLIP_KEY_DATE_NAME, SLIP_FIELD_PLAIN },
  { SLIP_KEY_DATE_FIRST_DAY, SLIP_FIELD_PLAIN },
  { SLIP_KEY_DATE_LAST_DAY, SLIP_FIELD_PLAIN },
  { SLIP_KEY_DATE_PRODUCT, SLIP_FIELD_OPTIONAL },
  { SLIP_KEY_DATE_NOTE, SLIP_FIELD_PLAIN },
};

static const SlipEntityForm form = {
  .kind = SLIP_KIND_KEY_DATE,
  .title = N_ ("Key Dates"),
  .description = N_ ("Fairs, quarter ends, anything to plan around"),
  .add_label = N_ ("Add Key Date"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .dup_subtitle = dup_subtitle,
};

SlipSettingsPage *
slip_key_dates_page_new (void)
{
  SlipSettingsPage *page =
    slip_settings_page_new ("key-dates", _ ("Key Dates"), "starred-symbolic");

  slip_settings_page_add_list (page, &form);
  return page;
}
