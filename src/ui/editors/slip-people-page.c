/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-people-page.h"

#include <glib/gi18n-lib.h>

static char *
dup_away_text (const SlipPlanState *state, const SlipRow *row, SlipDate today)
{
  return slip_entity_form_dup_range_text (
    slip_row_get_date (row, SLIP_AWAY_FIRST_DAY),
    slip_row_get_date (row, SLIP_AWAY_LAST_DAY), today);
}

static char *
dup_role (const SlipPlanState *state, const SlipRow *row, SlipDate today)
{
  return g_strdup (slip_row_get_text (row, SLIP_PERSON_ROLE));
}

static const SlipFormField away_fields[] = {
  { SLIP_AWAY_FIRST_DAY, SLIP_FIELD_PLAIN },
  { SLIP_AWAY_LAST_DAY, SLIP_FIELD_PLAIN },
  { SLIP_AWAY_NOTE, SLIP_FIELD_PLAIN },
};

static const SlipEntityForm away_form = {
  .kind = SLIP_KIND_AWAY,
  .title = N_ ("Away"),
  .add_label = N_ ("Add Days Away"),
  .fields = away_fields,
  .n_fields = G_N_ELEMENTS (away_fields),
  .dup_subtitle = dup_away_text,
};

static const SlipFormField fields[] = {
  { SLIP_PERSON_NAME, SLIP_FIELD_PLAIN },
  { SLIP_PERSON_ROLE, SLIP_FIELD_PLAIN },
  { SLIP_PERSON_EMAIL, SLIP_FIELD_PLAIN },
};

static const SlipEntityForm form = {
  .kind = SLIP_KIND_PERSON,
  .title = N_ ("People"),
  .description = N_ ("Who can own releases, and when they are away"),
  .add_label = N_ ("Add Person"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .part = &away_form,
  .dup_subtitle = dup_role,
};

const SlipEntityForm *
slip_people_page_get_form (void)
{
  return &form;
}

SlipSettingsPage *
slip_people_page_new (void)
{
  SlipSettingsPage *page =
    slip_settings_page_new ("people", _ ("People"), "system-users-symbolic");

  slip_settings_page_add_list (page, &form);
  return page;
}
