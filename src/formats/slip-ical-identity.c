/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-ical-identity.h"

#include "slip-ical-block.h"
#include "slip-ical-skipped.h"

#include <glib/gi18n-lib.h>

typedef char *(*DupKey) (const SlipIcalEntry *entry);

static char *
dup_uid (const SlipIcalEntry *entry)
{
  return g_strdup (entry->event->uid);
}

/* No summary holds a line end, so the parts cannot run together. */
static char *
dup_uid_and_summary (const SlipIcalEntry *entry)
{
  return g_strconcat (entry->event->uid, "\n", entry->event->summary, NULL);
}

static char *
dup_uid_summary_and_days (const SlipIcalEntry *entry)
{
  return g_strdup_printf ("%s\n%s\n%d %d", entry->event->uid,
                          entry->event->summary, entry->event->first.day,
                          entry->event->last.day);
}

static void
note (const SlipIcalEntry *entry,
      GPtrArray *skipped,
      const char *reason,
      gboolean is_read)
{
  g_ptr_array_add (skipped, slip_ical_skipped_new (entry->event->line,
                                                   entry->event->summary,
                                                   reason, is_read));
}

static void
drop (SlipIcalEntry *entry, GPtrArray *skipped, const char *reason)
{
  note (entry, skipped, reason, FALSE);
  g_clear_pointer (&entry->event, slip_ical_event_free);
}

static void
append_to_uid (SlipIcalEvent *event, const char *text)
{
  g_autofree char *uid = g_steal_pointer (&event->uid);

  event->uid = g_strconcat (uid, "#", text, NULL);
}

/* Gives changed occurrences a UID of their own; one that is the first
 * occurrence takes the place of the event it belongs to. */
static void
settle_occurrences (GPtrArray *entries, GPtrArray *skipped)
{
  g_autoptr (GHashTable) masters = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < entries->len; i++) {
    SlipIcalEntry *entry = g_ptr_array_index (entries, i);

    if (entry->recurrence_id == NULL)
      g_hash_table_insert (masters, entry->event->uid, entry);
  }
  for (guint i = 0; i < entries->len; i++) {
    SlipIcalEntry *entry = g_ptr_array_index (entries, i);
    SlipIcalEntry *master;

    if (entry->event == NULL || entry->recurrence_id == NULL)
      continue;
    master = g_hash_table_lookup (masters, entry->event->uid);
    if (master != NULL &&
        slip_date_equal (master->event->first, entry->recurrence_day)) {
      g_hash_table_remove (masters, entry->event->uid);
      drop (master, skipped,
            _ ("Its first time was changed, and is read as changed"));
    } else {
      append_to_uid (entry->event, entry->recurrence_id);
    }
  }
}

/* Keeps the entry of the highest sequence for each key, and the first one of
 * those. */
static void
keep_newest (GPtrArray *entries,
             GPtrArray *skipped,
             DupKey dup_key,
             gboolean drops_equals)
{
  g_autoptr (GHashTable) newest =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < entries->len; i++) {
    SlipIcalEntry *entry = g_ptr_array_index (entries, i);
    SlipIcalEntry *other;
    char *key;

    if (entry->event == NULL)
      continue;
    key = dup_key (entry);
    other = g_hash_table_lookup (newest, key);
    if (other == NULL || other->sequence < entry->sequence)
      g_hash_table_insert (newest, key, entry);
    else
      g_free (key);
  }
  for (guint i = 0; i < entries->len; i++) {
    SlipIcalEntry *entry = g_ptr_array_index (entries, i);
    const SlipIcalEntry *best;
    g_autofree char *key = NULL;

    if (entry->event == NULL)
      continue;
    key = dup_key (entry);
    best = g_hash_table_lookup (newest, key);
    if (best->sequence > entry->sequence)
      drop (entry, skipped, _ ("A newer version of it is in the file"));
    else if (best != entry && drops_equals)
      drop (entry, skipped, _ ("It is in the file more than once"));
  }
}

static GHashTable *
count_uids (GPtrArray *entries)
{
  GHashTable *counts =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < entries->len; i++) {
    const SlipIcalEntry *entry = g_ptr_array_index (entries, i);
    guint n;

    if (entry->event == NULL)
      continue;
    n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, entry->event->uid));
    g_hash_table_insert (counts, dup_uid (entry), GUINT_TO_POINTER (n + 1));
  }
  return counts;
}

static gboolean
is_shared (GHashTable *counts, const SlipIcalEvent *event)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (counts, event->uid)) > 1;
}

static void
tell_apart_by_summary (GPtrArray *entries, GPtrArray *skipped)
{
  g_autoptr (GHashTable) counts = count_uids (entries);

  for (guint i = 0; i < entries->len; i++) {
    SlipIcalEntry *entry = g_ptr_array_index (entries, i);

    if (entry->event == NULL || !entry->has_uid ||
        !is_shared (counts, entry->event))
      continue;
    note (entry, skipped,
          _ ("Others have the same UID; its summary tells them apart"), TRUE);
    append_to_uid (entry->event, entry->event->summary);
  }
}

static void
tell_apart_by_day (GPtrArray *entries, GPtrArray *skipped)
{
  g_autoptr (GHashTable) counts = count_uids (entries);
  char day[SLIP_DATE_TEXT_SIZE];

  for (guint i = 0; i < entries->len; i++) {
    SlipIcalEntry *entry = g_ptr_array_index (entries, i);

    if (entry->event == NULL || !is_shared (counts, entry->event))
      continue;
    note (entry, skipped,
          _ ("Others have the same UID and summary; its day tells them apart"),
          TRUE);
    append_to_uid (entry->event, slip_date_print (entry->event->first, day));
  }
}

/* What is left are UIDs that happen to look like ours: they are numbered. */
static void
number_the_rest (GPtrArray *entries)
{
  g_autoptr (GHashTable) last =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < entries->len; i++) {
    SlipIcalEntry *entry = g_ptr_array_index (entries, i);
    g_autofree char *base = NULL;
    guint n;

    if (entry->event == NULL)
      continue;
    base = dup_uid (entry);
    n = GPOINTER_TO_UINT (g_hash_table_lookup (last, base));
    while (g_hash_table_contains (last, entry->event->uid)) {
      g_free (entry->event->uid);
      entry->event->uid = g_strdup_printf ("%s#%u", base, ++n + 1);
    }
    g_hash_table_insert (last, g_strdup (base), GUINT_TO_POINTER (n));
    if (n > 0)
      g_hash_table_insert (last, dup_uid (entry), GUINT_TO_POINTER (0));
  }
}

void
slip_ical_settle_identity (GPtrArray *entries, GPtrArray *skipped)
{
  settle_occurrences (entries, skipped);
  keep_newest (entries, skipped, dup_uid_and_summary, FALSE);
  keep_newest (entries, skipped, dup_uid_summary_and_days, TRUE);
  tell_apart_by_summary (entries, skipped);
  tell_apart_by_day (entries, skipped);
  number_the_rest (entries);
}
