/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-day-label.h"

#include "slip-date-text.h"
#include "slip-text.h"

#include <glib/gi18n-lib.h>

static int
count_releases (GArray *entries)
{
  int n = 0;

  for (guint i = 0; i < entries->len; i++)
    n += g_array_index (entries, SlipCalendarEntry, i).anchor ==
         SLIP_ANCHOR_RELEASE;
  return n;
}

static void
take_count (GString *label, char *count)
{
  slip_text_append_member (label, count);
  g_free (count);
}

char *
slip_day_label_dup (SlipDate date,
                    gboolean is_today,
                    GArray *entries,
                    const char *names,
                    const char *stages)
{
  g_autofree char *day =
    slip_date_dup_text (date, SLIP_DATE_STYLE_LONG, SLIP_DATE_NONE);
  GString *label = g_string_new (day);
  int n_releases = count_releases (entries);
  int n_deploys = (int) entries->len - n_releases;

  if (is_today)
    slip_text_append_member (label, _ ("today"));
  if (n_releases > 0)
    take_count (label, g_strdup_printf (ngettext ("%d release", "%d releases",
                                                  (gulong) n_releases),
                                        n_releases));
  if (n_deploys > 0)
    take_count (label,
                g_strdup_printf (ngettext ("%d deploy date", "%d deploy dates",
                                           (gulong) n_deploys),
                                 n_deploys));
  if (names != NULL)
    slip_text_append_member (label, names);
  if (stages != NULL)
    g_string_append_printf (label, "\n%s", stages);
  return g_string_free (label, FALSE);
}
