/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-freezes-page.h"

#include "slip-feed-values.h"
#include "slip-freeze-text.h"
#include "slip-plain-row.h"

#include <glib/gi18n-lib.h>

#define VALUES_KEY "slip-feed-values"

static char *
dup_subtitle (const SlipPlanState *state, const SlipRow *row, SlipDate today)
{
  const char *severity = slip_enum_value_get_label (
    &slip_schema_get_property (SLIP_KIND_FREEZE, SLIP_FREEZE_SEVERITY)
       ->values[slip_row_get_integer (row, SLIP_FREEZE_SEVERITY)]);
  g_autofree char *when = slip_freeze_dup_when (row, today);
  g_autofree char *whom = slip_freeze_dup_whom (state, row);

  return whom ? g_strdup_printf ("%s · %s · %s", severity, when, whom)
              : g_strdup_printf ("%s · %s", severity, when);
}

static char *
dup_note (const SlipPlanState *state, const SlipRow *row, guint property)
{
  if (slip_row_get_integer (row, SLIP_FREEZE_REPEAT) != SLIP_REPEAT_WEEKLY)
    return NULL;
  if (property == SLIP_FREEZE_FIRST_DAY)
    return g_strdup (_ ("Every week from this day on, on the weekdays below"));
  if (property == SLIP_FREEZE_LAST_DAY)
    return g_strdup (_ ("Says nothing of a weekly freeze, which goes on until "
                        "the day given below"));
  return NULL;
}

static const SlipFormField fields[] = {
  { SLIP_FREEZE_NAME, SLIP_FIELD_PLAIN },
  { SLIP_FREEZE_SEVERITY, SLIP_FIELD_PLAIN },
  { SLIP_FREEZE_FIRST_DAY, SLIP_FIELD_PLAIN },
  { SLIP_FREEZE_LAST_DAY, SLIP_FIELD_PLAIN },
  { SLIP_FREEZE_REPEAT, SLIP_FIELD_PLAIN },
  { SLIP_FREEZE_WEEKDAYS, SLIP_FIELD_WEEKDAYS, TRUE, SLIP_FREEZE_REPEAT,
    SLIP_REPEAT_WEEKLY },
  { SLIP_FREEZE_MONTHS, SLIP_FIELD_MONTHS, TRUE, SLIP_FREEZE_REPEAT,
    SLIP_REPEAT_WEEKLY },
  { SLIP_FREEZE_UNTIL, SLIP_FIELD_PLAIN },
  { SLIP_FREEZE_NOTE, SLIP_FIELD_PLAIN },
};

static const SlipKind members[] = { SLIP_KIND_FREEZE_PRODUCT,
                                    SLIP_KIND_FREEZE_AUDIENCE };

static const SlipEntityForm form = {
  .kind = SLIP_KIND_FREEZE,
  .title = N_ ("Freezes"),
  .description = N_ ("When nothing may go out: a hard one forbids it, a soft "
                     "one warns"),
  .add_label = N_ ("Add Freeze"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .members = members,
  .n_members = G_N_ELEMENTS (members),
  .dup_subtitle = dup_subtitle,
  .dup_note = dup_note,
};

/* What feeds say beside the plan's own. */
static void
show_feeds (SlipSettingsPage *page,
            GtkWidget *group,
            const SlipPlanState *state,
            SlipDate today)
{
  SlipFeedValues *values = g_object_get_data (G_OBJECT (group), VALUES_KEY);

  slip_feed_values_set_plan (values, state, NULL, NULL, today);
  gtk_widget_set_visible (group, gtk_widget_get_visible (GTK_WIDGET (values)));
}

static GtkWidget *
new_feeds_group (void)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *values = slip_feed_values_new ();

  gtk_widget_add_css_class (values, "field");
  g_object_set_data (G_OBJECT (group), VALUES_KEY, values);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                             slip_plain_row_new (values));
  return group;
}

SlipSettingsPage *
slip_freezes_page_new (void)
{
  SlipSettingsPage *page =
    slip_settings_page_new ("freezes", _ ("Freezes"),
                            "action-unavailable-symbolic");

  slip_settings_page_add_list (page, &form);
  slip_settings_page_add_group (page, new_feeds_group (), show_feeds);
  return page;
}
