/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-status-report.h"

#include "slip-status-reading.h"

#include <string.h>

SlipStatusReport *
slip_status_report_new (void)
{
  SlipStatusReport *self = g_new0 (SlipStatusReport, 1);

  self->observations =
    g_ptr_array_new_with_free_func ((GDestroyNotify) slip_observation_unref);
  return self;
}

void
slip_status_report_free (SlipStatusReport *self)
{
  if (self == NULL)
    return;
  g_free (self->source_name);
  g_free (self->source_url);
  g_ptr_array_unref (self->observations);
  g_free (self->next);
  g_free (self);
}

SlipObservation *
slip_status_report_add (SlipStatusReport *self, SlipObservationType type)
{
  SlipObservation *observation = slip_observation_new (type);

  g_ptr_array_add (self->observations, observation);
  return observation;
}

/* Whether @owner is one of those that @owners names. */
static gboolean
names_owner (const char *owners, const char *owner)
{
  g_autofree char *here = g_strdup_printf (", %s, ", owners);
  g_autofree char *there = g_strdup_printf (", %s, ", owner);

  return strstr (here, there) != NULL;
}

/* Puts people together, each once. */
static void
add_owners (SlipObservation *self, const char *owners)
{
  g_auto (GStrv) names = g_strsplit (owners != NULL ? owners : "", ", ", -1);

  for (guint i = 0; names[i] != NULL; i++) {
    g_autofree char *both = NULL;

    if (self->owner == NULL) {
      self->owner = g_strdup (names[i]);
    } else if (!names_owner (self->owner, names[i])) {
      both = g_strdup_printf ("%s, %s", self->owner, names[i]);
      g_free (self->owner);
      self->owner = slip_status_dup_clipped (both, SLIP_STATUS_MAX_NAME);
    }
  }
}

/* An unknown state of a part leaves the part open. */
static SlipObservedState
find_state (gint64 done, gint64 total)
{
  if (total == 0)
    return SLIP_OBSERVED_NOT_NEEDED;
  if (done >= total)
    return SLIP_OBSERVED_DONE;
  return done > 0 ? SLIP_OBSERVED_IN_PROGRESS : SLIP_OBSERVED_NOT_STARTED;
}

static void
add_part (SlipObservation *self, SlipObservation *part)
{
  guint n_free =
    SLIP_STATUS_MAX_ITEMS - MIN (self->items->len, SLIP_STATUS_MAX_ITEMS);

  for (guint i = 0; i < MIN (part->items->len, n_free); i++)
    g_ptr_array_add (self->items,
                     slip_observed_item_copy (part->items->pdata[i]));
  self->done = MAX (self->done, 0) + MAX (part->done, 0);
  self->total = MAX (self->total, 0) + MAX (part->total, 0);
  self->updated_at_ms = MAX (self->updated_at_ms, part->updated_at_ms);
  add_owners (self, part->owner);
}

static GHashTable *
index_keys (const SlipStatusReport *self)
{
  GHashTable *places =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->observations->len; i++)
    g_hash_table_replace (places,
                          slip_observation_dup_key (
                            self->observations->pdata[i]),
                          GUINT_TO_POINTER (i));
  return places;
}

static void
put (SlipStatusReport *self,
     GHashTable *places,
     SlipObservation *observation,
     gboolean is_summed)
{
  g_autofree char *key = slip_observation_dup_key (observation);
  gpointer place;

  if (!g_hash_table_lookup_extended (places, key, NULL, &place)) {
    g_hash_table_insert (places, g_steal_pointer (&key),
                         GUINT_TO_POINTER (self->observations->len));
    g_ptr_array_add (self->observations, observation);
  } else if (is_summed && observation->type == SLIP_OBSERVATION_STATUS) {
    add_part (self->observations->pdata[GPOINTER_TO_UINT (place)], observation);
    slip_observation_unref (observation);
  } else {
    gpointer *slot = &self->observations->pdata[GPOINTER_TO_UINT (place)];

    slip_observation_unref (*slot);
    *slot = observation;
  }
}

void
slip_status_report_merge (SlipStatusReport *self,
                          SlipStatusReport *page,
                          gboolean is_summed)
{
  g_autoptr (GHashTable) places = index_keys (self);
  gsize n;
  g_autofree gpointer *observations =
    g_ptr_array_steal (page->observations, &n);

  for (gsize i = 0; i < n; i++)
    put (self, places, observations[i], is_summed);
  for (guint i = 0; is_summed && i < self->observations->len; i++) {
    SlipObservation *status = self->observations->pdata[i];

    if (status->type == SLIP_OBSERVATION_STATUS)
      status->state = find_state (status->done, status->total);
  }
  if (self->source_name == NULL)
    self->source_name = g_steal_pointer (&page->source_name);
  if (self->source_url == NULL)
    self->source_url = g_steal_pointer (&page->source_url);
  self->generated_at_ms = MAX (self->generated_at_ms, page->generated_at_ms);
  g_free (self->next);
  self->next = g_steal_pointer (&page->next);
}
