/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-audiences-page.h"

#include <glib/gi18n-lib.h>

static char *
dup_notice (const SlipRow *row)
{
  gint64 n_days = slip_row_get_integer (row, SLIP_AUDIENCE_NOTICE_DAYS);

  if (n_days == 0)
    return NULL;
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "%d working day’s notice",
                                       "%d working days’ notice",
                                       (gulong) n_days),
                          (int) n_days);
}

static char *
dup_subtitle (const SlipPlanState *state, const SlipRow *row, SlipDate today)
{
  const SlipProperty *side =
    slip_schema_get_property (SLIP_KIND_AUDIENCE, SLIP_AUDIENCE_SIDE);
  const SlipRow *owner =
    slip_plan_state_follow (state, row, SLIP_AUDIENCE_OWNER);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;
  g_autofree char *notice = dup_notice (row);

  g_strv_builder_add (
    builder, slip_enum_value_get_label (
               &side->values[slip_row_get_integer (row, SLIP_AUDIENCE_SIDE)]));
  if (notice)
    g_strv_builder_add (builder, notice);
  if (owner)
    g_strv_builder_add (builder, slip_row_get_text (owner, SLIP_PERSON_NAME));
  parts = g_strv_builder_end (builder);
  return g_strjoinv (" · ", parts);
}

/* What the number means, in words. */
static char *
dup_notice_sentence (const SlipRow *row)
{
  gint64 n_days = slip_row_get_integer (row, SLIP_AUDIENCE_NOTICE_DAYS);

  if (n_days == 0)
    return g_strdup (_ ("They may be told on the day customers see it"));
  return g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE,
                 "They must be told at least %d working day before any "
                 "customer can see it",
                 "They must be told at least %d working days before any "
                 "customer can see it",
                 (gulong) n_days),
    (int) n_days);
}

static char *
dup_note (const SlipPlanState *state, const SlipRow *row, guint property)
{
  if (property == SLIP_AUDIENCE_NOTICE_DAYS)
    return dup_notice_sentence (row);
  if (property == SLIP_AUDIENCE_OWNER)
    return g_strdup (_ ("Owns the checklist in new releases, unless the "
                        "template names a role that somebody has"));
  return NULL;
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
  .description = N_ ("Who needs to be ready, in the order of telling: drag "
                     "them by their handles, or press Alt+Up and Alt+Down"),
  .add_label = N_ ("Add Audience"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .dup_subtitle = dup_subtitle,
  .dup_note = dup_note,
};

SlipSettingsPage *
slip_audiences_page_new (void)
{
  SlipSettingsPage *page = slip_settings_page_new ("audiences", _ ("Audiences"),
                                                   "user-available-symbolic");

  slip_settings_page_add_list (page, &form);
  return page;
}
