/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-audiences-page.h"

#include <glib/gi18n-lib.h>

static char *
dup_notice (const SlipPlanState *state, const SlipRow *row, SlipDate today)
{
  gint64 n_days = slip_row_get_integer (row, SLIP_AUDIENCE_NOTICE_DAYS);
  const SlipProperty *side =
    slip_schema_get_property (SLIP_KIND_AUDIENCE, SLIP_AUDIENCE_SIDE);
  const char *label = slip_enum_value_get_label (
    &side->values[slip_row_get_integer (row, SLIP_AUDIENCE_SIDE)]);
  g_autofree char *notice = NULL;

  if (n_days == 0)
    return g_strdup (label);
  notice =
    g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d working day’s notice",
                                  "%d working days’ notice", (gulong) n_days),
                     (int) n_days);
  return g_strdup_printf ("%s · %s", label, notice);
}

static const SlipFormField fields[] = {
  { SLIP_AUDIENCE_NAME, SLIP_FIELD_PLAIN },
  { SLIP_AUDIENCE_SIDE, SLIP_FIELD_PLAIN },
  { SLIP_AUDIENCE_NOTICE_DAYS, SLIP_FIELD_PLAIN },
  { SLIP_AUDIENCE_OWNER, SLIP_FIELD_OPTIONAL },
};

static const SlipEntityForm form = {
  .kind = SLIP_KIND_AUDIENCE,
  .title = N_ ("Audiences"),
  .description = N_ ("Who needs to be ready, in the order of telling"),
  .add_label = N_ ("Add Audience"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .members = SLIP_KIND_NONE,
  .dup_subtitle = dup_notice,
};

SlipSettingsPage *
slip_audiences_page_new (void)
{
  SlipSettingsPage *page = slip_settings_page_new ("audiences", _ ("Audiences"),
                                                   "user-available-symbolic");

  slip_settings_page_add_list (page, &form);
  return page;
}
