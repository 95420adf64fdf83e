/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-observation.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const struct {
  const char *nick;
  const char *label;
} states[SLIP_OBSERVED_N_STATES] = {
  [SLIP_OBSERVED_UNKNOWN] = { "unknown", N_ ("Unknown") },
  [SLIP_OBSERVED_NOT_STARTED] = { "not_started", N_ ("Not started") },
  [SLIP_OBSERVED_IN_PROGRESS] = { "in_progress", N_ ("In progress") },
  [SLIP_OBSERVED_ON_TRACK] = { "on_track", N_ ("On track") },
  [SLIP_OBSERVED_AT_RISK] = { "at_risk", N_ ("At risk") },
  [SLIP_OBSERVED_OFF_TRACK] = { "off_track", N_ ("Off track") },
  [SLIP_OBSERVED_BLOCKED] = { "blocked", N_ ("Blocked") },
  [SLIP_OBSERVED_DONE] = { "done", N_ ("Done") },
  [SLIP_OBSERVED_NOT_NEEDED] = { "not_needed", N_ ("Not needed") },
};

SlipObservation *
slip_observation_new (SlipObservationType type)
{
  SlipObservation *self = g_new0 (SlipObservation, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->type = type;
  self->stated_release_date = SLIP_DATE_NONE;
  self->done = SLIP_OBSERVED_NO_COUNT;
  self->total = SLIP_OBSERVED_NO_COUNT;
  self->items =
    g_ptr_array_new_with_free_func ((GDestroyNotify) slip_observed_item_free);
  self->share = SLIP_OBSERVED_NO_SHARE;
  self->freeze = slip_range_new (SLIP_DATE_NONE, SLIP_DATE_NONE);
  return self;
}

SlipObservation *
slip_observation_ref (const SlipObservation *self)
{
  SlipObservation *observation = (SlipObservation *) self;

  g_atomic_ref_count_inc (&observation->ref_count);
  return observation;
}

void
slip_observation_unref (SlipObservation *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->release);
  g_free (self->audience);
  g_free (self->state_word);
  g_free (self->text);
  g_free (self->owner);
  g_ptr_array_unref (self->items);
  g_free (self->flag);
  g_free (self->environment);
  g_free (self->stage);
  g_free (self->criterion);
  g_free (self->unit);
  g_free (self->url);
  g_free (self);
}

SlipObservedItem *
slip_observed_item_new (void)
{
  SlipObservedItem *self = g_new0 (SlipObservedItem, 1);

  self->due_date = SLIP_DATE_NONE;
  return self;
}

SlipObservedItem *
slip_observed_item_copy (const SlipObservedItem *self)
{
  SlipObservedItem *copy = slip_observed_item_new ();

  copy->title = g_strdup (self->title);
  copy->state = self->state;
  copy->owner = g_strdup (self->owner);
  copy->due_date = self->due_date;
  copy->url = g_strdup (self->url);
  return copy;
}

void
slip_observed_item_free (SlipObservedItem *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_free (self->owner);
  g_free (self->url);
  g_free (self);
}

const char *
slip_observed_state_get_nick (SlipObservedState state)
{
  g_return_val_if_fail (state < SLIP_OBSERVED_N_STATES, NULL);

  return states[state].nick;
}

const char *
slip_observed_state_get_label (SlipObservedState state)
{
  g_return_val_if_fail (state < SLIP_OBSERVED_N_STATES, NULL);

  return _ (states[state].label);
}

SlipObservedState
slip_observed_state_find (const char *nick)
{
  for (guint i = 0; i < SLIP_OBSERVED_N_STATES; i++)
    if (strcmp (states[i].nick, nick) == 0)
      return (SlipObservedState) i;
  return SLIP_OBSERVED_UNKNOWN;
}

static void
append_name (GString *key, const char *name)
{
  if (name == NULL)
    g_string_append (key, " -");
  else
    g_string_append_printf (key, " %" G_GSIZE_FORMAT ":%s", strlen (name),
                            name);
}

char *
slip_observation_dup_key (const SlipObservation *self)
{
  GString *key = g_string_new (NULL);

  switch (self->type) {
  case SLIP_OBSERVATION_STATUS:
    g_string_append (key, "status");
    append_name (key, self->release);
    append_name (key, self->audience);
    break;
  case SLIP_OBSERVATION_FLAG:
    g_string_append (key, "flag");
    append_name (key, self->flag);
    append_name (key, self->environment);
    break;
  case SLIP_OBSERVATION_CRITERION:
    g_string_append (key, "criterion");
    append_name (key, self->release);
    append_name (key, self->criterion);
    break;
  case SLIP_OBSERVATION_FREEZE:
    g_string_append_printf (key, "freeze %d", self->freeze.first.day);
    append_name (key, self->text);
    append_name (key, self->environment);
    break;
  }
  return g_string_free (key, FALSE);
}

static gboolean
is_same_item (const SlipObservedItem *a, const SlipObservedItem *b)
{
  return g_strcmp0 (a->title, b->title) == 0 && a->state == b->state &&
         g_strcmp0 (a->owner, b->owner) == 0 &&
         slip_date_equal (a->due_date, b->due_date) &&
         g_strcmp0 (a->url, b->url) == 0;
}

static gboolean
have_same_items (const GPtrArray *a, const GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (!is_same_item (a->pdata[i], b->pdata[i]))
      return FALSE;
  return TRUE;
}

static gboolean
have_same_texts (const SlipObservation *a, const SlipObservation *b)
{
  return g_strcmp0 (a->release, b->release) == 0 &&
         g_strcmp0 (a->audience, b->audience) == 0 &&
         g_strcmp0 (a->state_word, b->state_word) == 0 &&
         g_strcmp0 (a->text, b->text) == 0 &&
         g_strcmp0 (a->owner, b->owner) == 0 &&
         g_strcmp0 (a->flag, b->flag) == 0 &&
         g_strcmp0 (a->environment, b->environment) == 0 &&
         g_strcmp0 (a->stage, b->stage) == 0 &&
         g_strcmp0 (a->criterion, b->criterion) == 0 &&
         g_strcmp0 (a->unit, b->unit) == 0 && g_strcmp0 (a->url, b->url) == 0;
}

gboolean
slip_observation_equal (const SlipObservation *a, const SlipObservation *b)
{
  /* Bit by bit, as what was read once is read alike again. */
  return a->type == b->type && a->state == b->state && a->knows == b->knows &&
         slip_date_equal (a->stated_release_date, b->stated_release_date) &&
         a->done == b->done && a->total == b->total && a->is_on == b->is_on &&
         a->share == b->share &&
         memcmp (&a->value, &b->value, sizeof a->value) == 0 &&
         slip_date_equal (a->freeze.first, b->freeze.first) &&
         slip_date_equal (a->freeze.last, b->freeze.last) &&
         a->updated_at_ms == b->updated_at_ms && have_same_texts (a, b) &&
         have_same_items (a->items, b->items);
}
