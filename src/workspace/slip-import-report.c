/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-import-report.h"

#include "slip-text.h"

#include <glib/gi18n-lib.h>

const char *
slip_import_outcome_get_nick (SlipImportOutcome outcome)
{
  static const char *const nicks[SLIP_N_IMPORT_OUTCOMES] = {
    "created", "updated", "unchanged", "kept", "deleted", "vanished",
  };

  return nicks[outcome];
}

static void
entry_free (gpointer data)
{
  SlipImportEntry *entry = data;

  g_free (entry->release);
  g_free (entry->title);
  g_free (entry->detail);
  g_free (entry);
}

SlipImportReport *
slip_import_report_new (const char *source, GPtrArray *skipped)
{
  SlipImportReport *report = g_new0 (SlipImportReport, 1);

  report->source = g_strdup (source);
  report->entries = g_ptr_array_new_with_free_func (entry_free);
  report->skipped = g_ptr_array_ref (skipped);
  return report;
}

void
slip_import_report_free (SlipImportReport *report)
{
  g_free (report->source);
  g_free (report->product);
  g_free (report->product_name);
  g_ptr_array_unref (report->entries);
  g_ptr_array_unref (report->skipped);
  g_clear_pointer (&report->step, slip_step_free);
  g_free (report);
}

void
slip_import_report_add (SlipImportReport *report, const SlipImportEntry *entry)
{
  SlipImportEntry *copy = g_new0 (SlipImportEntry, 1);

  copy->outcome = entry->outcome;
  copy->release = g_strdup (entry->release);
  copy->title = g_strdup (entry->title);
  copy->date = entry->date;
  copy->old_date = entry->old_date;
  copy->line = entry->line;
  copy->detail = g_strdup (entry->detail);
  g_ptr_array_add (report->entries, copy);
  report->counts[entry->outcome]++;
}

/* What is in the report but no release of its own. */
static guint
count_skipped (const SlipImportReport *report)
{
  guint n = 0;

  for (guint i = 0; i < report->skipped->len; i++) {
    const SlipIcalSkipped *skipped = report->skipped->pdata[i];
    n += skipped->is_read ? 0 : 1;
  }
  return n;
}

/* Takes @count, which says how many @n are. */
static void
take_count (GString *text, char *count, guint n)
{
  if (n > 0)
    slip_text_append_member (text, count);
  g_free (count);
}

char *
slip_import_report_describe (const SlipImportReport *report)
{
  GString *text = g_string_new (NULL);
  guint n;

  /* Translators: what became of the entries of a calendar. */
  n = report->counts[SLIP_IMPORT_CREATED];
  take_count (text, g_strdup_printf (ngettext ("%u added", "%u added", n), n),
              n);
  n = report->counts[SLIP_IMPORT_UPDATED];
  take_count (text,
              g_strdup_printf (ngettext ("%u updated", "%u updated", n), n), n);
  n = report->counts[SLIP_IMPORT_UNCHANGED];
  take_count (text,
              g_strdup_printf (ngettext ("%u unchanged", "%u unchanged", n), n),
              n);
  n = report->counts[SLIP_IMPORT_KEPT];
  take_count (text,
              g_strdup_printf (ngettext ("%u kept as it is here",
                                         "%u kept as they are here", n),
                               n),
              n);
  n = report->counts[SLIP_IMPORT_DELETED];
  take_count (
    text,
    g_strdup_printf (ngettext ("%u deleted here", "%u deleted here", n), n), n);
  n = report->counts[SLIP_IMPORT_VANISHED];
  take_count (text,
              g_strdup_printf (ngettext ("%u no longer in the file",
                                         "%u no longer in the file", n),
                               n),
              n);
  n = count_skipped (report);
  take_count (text,
              g_strdup_printf (ngettext ("%u skipped", "%u skipped", n), n), n);
  if (text->len == 0)
    g_string_append (text, _ ("The calendar is empty"));
  return g_string_free (text, FALSE);
}
