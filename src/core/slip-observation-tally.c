/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-observation-tally.h"

#include "slip-text.h"

#include <glib/gi18n-lib.h>

/* The most pressing first. */
static const SlipObservedState states_by_urgency[] = {
  SLIP_OBSERVED_BLOCKED,  SLIP_OBSERVED_OFF_TRACK,   SLIP_OBSERVED_AT_RISK,
  SLIP_OBSERVED_UNKNOWN,  SLIP_OBSERVED_NOT_STARTED, SLIP_OBSERVED_IN_PROGRESS,
  SLIP_OBSERVED_ON_TRACK, SLIP_OBSERVED_DONE,        SLIP_OBSERVED_NOT_NEEDED,
};

static void
free_name (gpointer data)
{
  SlipUnmatchedName *name = data;

  g_free (name->text);
  g_free (name);
}

static SlipKind
get_kind (SlipMatchProblem problem)
{
  switch (problem) {
  case SLIP_MATCH_NO_AUDIENCE:
  case SLIP_MATCH_AUDIENCES:
    return SLIP_KIND_AUDIENCE;
  case SLIP_MATCH_NO_FLAG:
    return SLIP_KIND_FLAG;
  case SLIP_MATCH_FINE:
  case SLIP_MATCH_NO_RELEASE:
  case SLIP_MATCH_RELEASES:
    break;
  }
  return SLIP_KIND_RELEASE;
}

static const char *
get_text (SlipKind kind, const SlipObservation *observation)
{
  if (kind == SLIP_KIND_AUDIENCE)
    return observation->audience;
  return kind == SLIP_KIND_FLAG ? observation->flag : observation->release;
}

/* @names: from kind and folded text to what is in the list already. */
static void
add_unmatched (SlipObservationTally *self,
               GHashTable *names,
               SlipMatchProblem problem,
               const SlipObservation *observation)
{
  SlipKind kind = get_kind (problem);
  const char *text = get_text (kind, observation);
  g_autofree char *folded = slip_text_fold (text != NULL ? text : "");
  g_autofree char *key = g_strdup_printf ("%d %s", (int) kind, folded);
  SlipUnmatchedName *name = g_hash_table_lookup (names, key);

  if (name == NULL) {
    name = g_new0 (SlipUnmatchedName, 1);
    name->kind = kind;
    name->text = g_strdup (text != NULL ? text : "");
    name->problem = problem;
    g_ptr_array_add (self->unmatched, name);
    g_hash_table_insert (names, g_steal_pointer (&key), name);
  }
  name->n_observations++;
}

static SlipObservationTally *
new_tally (void)
{
  SlipObservationTally *self = g_new0 (SlipObservationTally, 1);

  self->unmatched = g_ptr_array_new_with_free_func (free_name);
  return self;
}

/* @names and @releases: what is counted already */
static void
count (SlipObservationTally *self,
       GHashTable *names,
       GHashTable *releases,
       const SlipObservation *observation,
       SlipObservationMatch match)
{
  self->n_observations++;
  self->n_types[observation->type]++;
  if (observation->type == SLIP_OBSERVATION_STATUS)
    self->n_states[observation->state]++;
  if (match.release != NULL)
    g_hash_table_add (releases, (gpointer) match.release);
  self->n_releases = g_hash_table_size (releases);
  if (match.problem == SLIP_MATCH_FINE) {
    self->n_matched++;
    return;
  }
  add_unmatched (self, names, match.problem, observation);
  /* The problem told is that of the release. */
  if (get_kind (match.problem) == SLIP_KIND_RELEASE &&
      observation->audience != NULL && match.audience == NULL)
    add_unmatched (self, names, SLIP_MATCH_NO_AUDIENCE, observation);
}

static GHashTable *
new_names (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

SlipObservationTally *
slip_observation_tally_new (const SlipObservationMatcher *matcher,
                            const GPtrArray *observations)
{
  SlipObservationTally *self = new_tally ();
  g_autoptr (GHashTable) names = new_names ();
  g_autoptr (GHashTable) releases = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < observations->len; i++)
    count (self, names, releases, observations->pdata[i],
           slip_observation_matcher_find (matcher, observations->pdata[i]));
  return self;
}

SlipObservationTally *
slip_observation_tally_new_for_feed (const SlipObservations *observations,
                                     const char *feed)
{
  SlipObservationTally *self = new_tally ();
  g_autoptr (GHashTable) names = new_names ();
  g_autoptr (GHashTable) releases = g_hash_table_new (g_str_hash, g_str_equal);
  const GPtrArray *values = slip_observations_get_feed (observations, feed);

  for (guint i = 0; values != NULL && i < values->len; i++) {
    const SlipFeedValue *value = values->pdata[i];
    SlipObservationMatch match = { .problem = value->problem,
                                   .release = value->release,
                                   .audience = value->audience };

    count (self, names, releases, value->observation, match);
  }
  return self;
}

void
slip_observation_tally_free (SlipObservationTally *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->unmatched);
  g_free (self);
}

char *
slip_observation_tally_dup_text (const SlipObservationTally *self)
{
  g_autofree char *values = NULL;
  g_autofree char *releases = NULL;

  if (self->n_observations == 0)
    return g_strdup (_ ("The feed says nothing"));
  values = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u value",
                                         "%u values", self->n_observations),
                            self->n_observations);
  if (self->n_releases == 0)
    return g_steal_pointer (&values);
  releases =
    g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u release of this plan",
                                  "%u releases of this plan", self->n_releases),
                     self->n_releases);
  /* Translators: what a feed says: '14 values, about 6 releases of this plan'.
   */
  return g_strdup_printf (_ ("%s, about %s"), values, releases);
}

char *
slip_observation_tally_dup_states (const SlipObservationTally *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (states_by_urgency); i++) {
    SlipObservedState state = states_by_urgency[i];

    if (self->n_states[state] == 0)
      continue;
    if (text->len > 0)
      g_string_append (text, " · ");
    /* Translators: how many are in a state: '3 × At risk'. */
    g_string_append_printf (text, _ ("%u × %s"), self->n_states[state],
                            slip_observed_state_get_label (state));
  }
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

char *
slip_unmatched_name_dup_text (const SlipUnmatchedName *self)
{
  SlipObservation named = {
    .type = self->kind == SLIP_KIND_FLAG ? SLIP_OBSERVATION_FLAG
                                         : SLIP_OBSERVATION_STATUS,
    .release = self->text,
    .audience = self->text,
    .flag = self->text,
  };

  return slip_match_problem_dup_text (self->problem, &named);
}
