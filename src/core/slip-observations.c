/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-observations.h"

#include "slip-text.h"

#include <string.h>

struct _SlipObservations {
  gatomicrefcount ref_count;
  GPtrArray *known;   /* of SlipFeedValue: also of feeds that are gone */
  GPtrArray *values;  /* borrowed from known, as in all that follow */
  GPtrArray *freezes; /* (nullable), as every list that follows */
  GPtrArray *unmatched;
  GHashTable *feeds; /* from names to GPtrArray, as all that follow */
  GHashTable *statuses;
  GHashTable *releases;
  GHashTable *flags;
  GHashTable *flag_keys;
  GHashTable *criteria;
  GHashTable *standings; /* of SlipFeedStanding, by feed */
};

SlipFeedValue *
slip_feed_value_new (const char *feed,
                     SlipObservation *observation,
                     gint64 seen_at_ms)
{
  SlipFeedValue *self = g_new0 (SlipFeedValue, 1);

  self->feed = g_strdup (feed);
  self->observation = observation;
  self->seen_at_ms = seen_at_ms;
  return self;
}

void
slip_feed_value_free (SlipFeedValue *self)
{
  if (self == NULL)
    return;
  g_free (self->feed);
  slip_observation_unref (self->observation);
  g_free (self->release);
  g_free (self->audience);
  g_free (self->owner);
  g_free (self);
}

gint64
slip_feed_value_get_at_ms (const SlipFeedValue *self)
{
  return self->observation->updated_at_ms != 0
           ? self->observation->updated_at_ms
           : self->seen_at_ms;
}

SlipFeedStanding *
slip_feed_standing_new (const char *feed)
{
  SlipFeedStanding *self = g_new0 (SlipFeedStanding, 1);

  self->feed = g_strdup (feed);
  return self;
}

SlipFeedStanding *
slip_feed_standing_copy (const SlipFeedStanding *self)
{
  SlipFeedStanding *copy = g_memdup2 (self, sizeof *self);

  copy->feed = g_strdup (self->feed);
  copy->source_name = g_strdup (self->source_name);
  copy->source_url = g_strdup (self->source_url);
  copy->error = g_strdup (self->error);
  return copy;
}

void
slip_feed_standing_free (SlipFeedStanding *self)
{
  if (self == NULL)
    return;
  g_free (self->feed);
  g_free (self->source_name);
  g_free (self->source_url);
  g_free (self->error);
  g_free (self);
}

static GHashTable *
new_lists (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                (GDestroyNotify) g_ptr_array_unref);
}

/* Appends @value to the list called @name (transfer full). */
static void
list_under (GHashTable *lists, char *name, SlipFeedValue *value)
{
  GPtrArray *list = g_hash_table_lookup (lists, name);

  if (list != NULL) {
    g_free (name);
  } else {
    list = g_ptr_array_new ();
    g_hash_table_insert (lists, name, list);
  }
  g_ptr_array_add (list, value);
}

/* A name for two texts, of which the first is an id or a key and the second
 * (nullable) any text; the length keeps others from passing for them. */
static char *
name_pair (const char *first, const char *second)
{
  return g_strdup_printf ("%" G_GSIZE_FORMAT " %s %s", strlen (first), first,
                          second != NULL ? second : "");
}

/* The same where the second is compared as names are. */
static char *
name_folded_pair (const char *first, const char *second)
{
  g_autofree char *folded = second != NULL ? slip_text_fold (second) : NULL;

  return name_pair (first, folded);
}

static void
list_flag (SlipObservations *self, SlipFeedValue *value)
{
  const SlipObservation *flag = value->observation;

  list_under (self->flags, name_folded_pair (flag->flag, flag->environment),
              value);
  list_under (self->flag_keys, g_strdup (flag->flag), value);
}

static void
list_value (SlipObservations *self, SlipFeedValue *value)
{
  const SlipObservation *observation = value->observation;
  gboolean is_fine = value->problem == SLIP_MATCH_FINE;

  g_ptr_array_add (self->values, value);
  list_under (self->feeds, g_strdup (value->feed), value);
  if (!is_fine)
    g_ptr_array_add (self->unmatched, value);
  if (value->release != NULL)
    list_under (self->releases, g_strdup (value->release), value);

  switch (observation->type) {
  case SLIP_OBSERVATION_STATUS:
    if (is_fine)
      list_under (self->statuses, name_pair (value->release, value->audience),
                  value);
    break;
  case SLIP_OBSERVATION_FLAG:
    list_flag (self, value);
    break;
  case SLIP_OBSERVATION_CRITERION:
    if (is_fine)
      list_under (self->criteria,
                  name_folded_pair (value->release, observation->criterion),
                  value);
    break;
  case SLIP_OBSERVATION_FREEZE:
    g_ptr_array_add (self->freezes, value);
    break;
  }
}

static int
compare_newest_first_cb (gconstpointer a, gconstpointer b)
{
  gint64 at_a = slip_feed_value_get_at_ms (*(const SlipFeedValue *const *) a);
  gint64 at_b = slip_feed_value_get_at_ms (*(const SlipFeedValue *const *) b);

  return (at_a < at_b) - (at_a > at_b);
}

static void
sort_lists (GHashTable *lists)
{
  GHashTableIter iter;
  gpointer list;

  g_hash_table_iter_init (&iter, lists);
  while (g_hash_table_iter_next (&iter, NULL, &list))
    g_ptr_array_sort (list, compare_newest_first_cb);
}

static SlipFeedValue *
copy_value (const SlipFeedValue *value)
{
  SlipFeedValue *copy =
    slip_feed_value_new (value->feed, slip_observation_ref (value->observation),
                         value->seen_at_ms);

  copy->problem = value->problem;
  return copy;
}

static int
compare_feeds_cb (gconstpointer a, gconstpointer b)
{
  const SlipFeedValue *value_a = *(const SlipFeedValue *const *) a;
  const SlipFeedValue *value_b = *(const SlipFeedValue *const *) b;

  return g_strcmp0 (value_a->feed, value_b->feed);
}

/* Takes over the mapping of @feed. */
static void
set_aliases (SlipObservationMatcher *matcher,
             const SlipPlanState *state,
             const char *feed)
{
  g_autoptr (GPtrArray) rows =
    slip_plan_state_list_owned (state, SLIP_KIND_FEED_ALIAS, feed);
  g_autoptr (GArray) aliases =
    g_array_new (FALSE, FALSE, sizeof (SlipObservationAlias));

  for (guint i = 0; i < rows->len; i++) {
    const char *release =
      slip_row_get_text (rows->pdata[i], SLIP_FEED_ALIAS_RELEASE);
    const char *audience =
      slip_row_get_text (rows->pdata[i], SLIP_FEED_ALIAS_AUDIENCE);
    SlipObservationAlias alias = {
      release != NULL ? SLIP_KIND_RELEASE : SLIP_KIND_AUDIENCE,
      slip_row_get_text (rows->pdata[i], SLIP_FEED_ALIAS_TEXT),
      release != NULL ? release : audience,
    };

    if (alias.text != NULL && alias.id != NULL)
      g_array_append_val (aliases, alias);
  }
  slip_observation_matcher_set_aliases (
    matcher, (const SlipObservationAlias *) (gpointer) aliases->data,
    aliases->len);
}

static void
match_values (SlipObservations *self, const SlipPlanState *state)
{
  g_autoptr (SlipObservationMatcher) matcher = NULL;
  const char *feed = NULL;

  for (guint i = 0; i < self->known->len; i++) {
    SlipFeedValue *value = self->known->pdata[i];
    SlipObservationMatch match;

    if (slip_plan_state_get (state, SLIP_KIND_FEED, value->feed) == NULL)
      continue;
    if (matcher == NULL)
      matcher = slip_observation_matcher_new (state, NULL, 0);
    if (g_strcmp0 (feed, value->feed) != 0)
      set_aliases (matcher, state, value->feed);
    feed = value->feed;
    match = slip_observation_matcher_find (matcher, value->observation);
    value->problem = match.problem;
    value->release = g_strdup (match.release);
    value->audience = g_strdup (match.audience);
    value->owner = g_strdup (match.owner);
    list_value (self, value);
  }
}

static SlipObservations *
observations_new (void)
{
  SlipObservations *self = g_new0 (SlipObservations, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->known =
    g_ptr_array_new_with_free_func ((GDestroyNotify) slip_feed_value_free);
  self->values = g_ptr_array_new ();
  self->freezes = g_ptr_array_new ();
  self->unmatched = g_ptr_array_new ();
  self->feeds = new_lists ();
  self->statuses = new_lists ();
  self->releases = new_lists ();
  self->flags = new_lists ();
  self->flag_keys = new_lists ();
  self->criteria = new_lists ();
  self->standings =
    g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                           (GDestroyNotify) slip_feed_standing_free);
  return self;
}

/* Finds and lists what is known. */
static void
fill (SlipObservations *self, const SlipPlanState *state)
{
  /* Stable, so that each feed's values stay in its order. */
  g_ptr_array_sort (self->known, compare_feeds_cb);
  match_values (self, state);
  g_ptr_array_sort (self->freezes, compare_newest_first_cb);
  sort_lists (self->statuses);
  sort_lists (self->releases);
  sort_lists (self->flags);
  sort_lists (self->flag_keys);
  sort_lists (self->criteria);
}

static void
add_standing (SlipObservations *self, const SlipFeedStanding *standing)
{
  SlipFeedStanding *copy = slip_feed_standing_copy (standing);

  g_hash_table_replace (self->standings, copy->feed, copy);
}

SlipObservations *
slip_observations_new (const SlipPlanState *state,
                       const GPtrArray *values,
                       const GPtrArray *standings)
{
  SlipObservations *self = observations_new ();

  for (guint i = 0; i < values->len; i++)
    g_ptr_array_add (self->known, copy_value (values->pdata[i]));
  for (guint i = 0; i < standings->len; i++)
    add_standing (self, standings->pdata[i]);
  fill (self, state);
  return self;
}

SlipObservations *
slip_observations_rematch (const SlipObservations *self,
                           const SlipPlanState *state)
{
  SlipObservations *other = observations_new ();
  GHashTableIter iter;
  gpointer standing;

  for (guint i = 0; i < self->known->len; i++)
    g_ptr_array_add (other->known, copy_value (self->known->pdata[i]));
  g_hash_table_iter_init (&iter, self->standings);
  while (g_hash_table_iter_next (&iter, NULL, &standing))
    add_standing (other, standing);
  fill (other, state);
  return other;
}

SlipObservations *
slip_observations_ref (const SlipObservations *self)
{
  SlipObservations *observations = (SlipObservations *) self;

  g_atomic_ref_count_inc (&observations->ref_count);
  return observations;
}

void
slip_observations_unref (SlipObservations *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_hash_table_unref (self->feeds);
  g_hash_table_unref (self->statuses);
  g_hash_table_unref (self->releases);
  g_hash_table_unref (self->flags);
  g_hash_table_unref (self->flag_keys);
  g_hash_table_unref (self->criteria);
  g_hash_table_unref (self->standings);
  g_ptr_array_unref (self->unmatched);
  g_ptr_array_unref (self->freezes);
  g_ptr_array_unref (self->values);
  g_ptr_array_unref (self->known);
  g_free (self);
}

/* By which properties of a kind observations are found. */
static const struct {
  SlipKind kind;
  guint n_properties;
  guint properties[4];
} names[] = {
  { SLIP_KIND_RELEASE,
    4,
    { SLIP_RELEASE_NAME, SLIP_RELEASE_VERSION, SLIP_RELEASE_PRODUCT,
      SLIP_RELEASE_IS_DELETED } },
  { SLIP_KIND_PRODUCT, 2, { SLIP_PRODUCT_NAME, SLIP_PRODUCT_SHORT_NAME } },
  { SLIP_KIND_AUDIENCE, 1, { SLIP_AUDIENCE_NAME } },
  { SLIP_KIND_PERSON,
    3,
    { SLIP_PERSON_NAME, SLIP_PERSON_EMAIL, SLIP_PERSON_IS_RETIRED } },
  { SLIP_KIND_FLAG, 1, { SLIP_FLAG_KEY } },
  { SLIP_KIND_FEED, 0, { 0 } },
  { SLIP_KIND_FEED_ALIAS,
    3,
    { SLIP_FEED_ALIAS_TEXT, SLIP_FEED_ALIAS_RELEASE,
      SLIP_FEED_ALIAS_AUDIENCE } },
};

typedef struct {
  guint place; /* in names */
  gboolean is_outdated;
} Comparison;

static void
compare_names_cb (const SlipRow *before, const SlipRow *after, gpointer data)
{
  Comparison *comparison = data;
  guint place = comparison->place;

  if (before == NULL || after == NULL) {
    comparison->is_outdated = TRUE;
    return;
  }
  for (guint i = 0; i < names[place].n_properties; i++)
    if (!slip_value_equal (slip_row_peek (before, names[place].properties[i]),
                           slip_row_peek (after, names[place].properties[i])))
      comparison->is_outdated = TRUE;
}

gboolean
slip_observations_is_outdated (const SlipPlanState *before,
                               const SlipPlanState *after)
{
  Comparison comparison = { 0, FALSE };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    comparison.place = i;
    slip_plan_state_diff (before, after, names[i].kind, compare_names_cb,
                          &comparison);
  }
  return comparison.is_outdated;
}

const GPtrArray *
slip_observations_get_values (const SlipObservations *self)
{
  return self != NULL ? self->values : NULL;
}

const GPtrArray *
slip_observations_get_feed (const SlipObservations *self, const char *feed)
{
  return self != NULL ? g_hash_table_lookup (self->feeds, feed) : NULL;
}

const GPtrArray *
slip_observations_get_statuses (const SlipObservations *self,
                                const char *release,
                                const char *audience)
{
  g_autofree char *name = NULL;

  if (self == NULL)
    return NULL;
  name = name_pair (release, audience);
  return g_hash_table_lookup (self->statuses, name);
}

const GPtrArray *
slip_observations_get_release (const SlipObservations *self,
                               const char *release)
{
  return self != NULL ? g_hash_table_lookup (self->releases, release) : NULL;
}

/* Whether all of @values, of one flag, are about one environment that may stand
 * for @environment: one of the two names none. */
static gboolean
is_only_environment (const GPtrArray *values, const char *environment)
{
  const SlipFeedValue *first = values->pdata[0];
  const char *only = first->observation->environment;
  g_autofree char *folded = only != NULL ? slip_text_fold (only) : NULL;

  if (environment != NULL && only != NULL)
    return FALSE;
  for (guint i = 1; i < values->len; i++) {
    const SlipFeedValue *value = values->pdata[i];
    const char *other = value->observation->environment;
    g_autofree char *text = other != NULL ? slip_text_fold (other) : NULL;

    if (g_strcmp0 (text, folded) != 0)
      return FALSE;
  }
  return TRUE;
}

const GPtrArray *
slip_observations_get_flags (const SlipObservations *self,
                             const char *key,
                             const char *environment)
{
  g_autofree char *name = NULL;
  const GPtrArray *values;

  if (self == NULL)
    return NULL;
  name = name_folded_pair (key, environment);
  values = g_hash_table_lookup (self->flags, name);
  if (values != NULL)
    return values;
  values = g_hash_table_lookup (self->flag_keys, key);
  return values != NULL && is_only_environment (values, environment) ? values
                                                                     : NULL;
}

const GPtrArray *
slip_observations_get_criteria (const SlipObservations *self,
                                const char *release,
                                const char *name)
{
  g_autofree char *pair = NULL;

  if (self == NULL)
    return NULL;
  pair = name_folded_pair (release, name);
  return g_hash_table_lookup (self->criteria, pair);
}

const GPtrArray *
slip_observations_get_freezes (const SlipObservations *self)
{
  return self != NULL ? self->freezes : NULL;
}

const GPtrArray *
slip_observations_get_unmatched (const SlipObservations *self)
{
  return self != NULL ? self->unmatched : NULL;
}

const SlipFeedStanding *
slip_observations_get_standing (const SlipObservations *self, const char *feed)
{
  return self != NULL ? g_hash_table_lookup (self->standings, feed) : NULL;
}
