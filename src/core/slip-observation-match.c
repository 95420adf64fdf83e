/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-observation-match.h"

#include "slip-release.h"
#include "slip-text.h"

#include <glib/gi18n-lib.h>

struct _SlipObservationMatcher {
  SlipPlanState *state;
  /* From folded names to ids, or to nobody where several are called so. */
  GHashTable *releases;
  GHashTable *audiences;
  GHashTable *people;
  GHashTable *release_aliases;
  GHashTable *audience_aliases;
  GHashTable *flags; /* a set of keys */
};

static const char nobody[] = "";

/* Lets @name (nullable) mean the entity @id. */
static void
add_name (GHashTable *names, const char *name, const char *id)
{
  g_autofree char *key = NULL;
  const char *other;

  if (name == NULL || *name == '\0')
    return;
  key = slip_text_fold (name);
  other = g_hash_table_lookup (names, key);
  if (other == NULL)
    g_hash_table_insert (names, g_steal_pointer (&key), (gpointer) id);
  else if (!g_str_equal (other, id))
    g_hash_table_insert (names, g_steal_pointer (&key), (gpointer) nobody);
}

/* What a release is called after its product: 'Mobile 4.2', 'Mobile Offline
 * mode'. */
static void
add_product_names (SlipObservationMatcher *self,
                   const SlipRow *product,
                   const char *name,
                   const char *id)
{
  static const guint names[] = { SLIP_PRODUCT_NAME, SLIP_PRODUCT_SHORT_NAME };

  for (guint i = 0; name != NULL && i < G_N_ELEMENTS (names); i++) {
    const char *of = slip_row_get_text (product, names[i]);
    g_autofree char *full =
      of != NULL ? g_strdup_printf ("%s %s", of, name) : NULL;

    add_name (self->releases, full, id);
  }
}

static void
add_release_cb (const SlipRow *release, gpointer data)
{
  SlipObservationMatcher *self = data;
  const SlipRow *product =
    slip_plan_state_follow (self->state, release, SLIP_RELEASE_PRODUCT);
  const char *name = slip_row_get_text (release, SLIP_RELEASE_NAME);
  const char *id = slip_row_get_id (release);
  g_autofree char *title = NULL;

  if (slip_release_is_deleted (release))
    return;
  title = slip_release_dup_title (self->state, release);
  add_name (self->releases, name, id);
  add_name (self->releases, title, id);
  if (product == NULL)
    return;
  add_product_names (self, product, name, id);
  add_product_names (self, product,
                     slip_row_get_text (release, SLIP_RELEASE_VERSION), id);
}

static void
add_audience_cb (const SlipRow *audience, gpointer data)
{
  SlipObservationMatcher *self = data;

  add_name (self->audiences, slip_row_get_text (audience, SLIP_AUDIENCE_NAME),
            slip_row_get_id (audience));
}

static void
add_person_cb (const SlipRow *person, gpointer data)
{
  SlipObservationMatcher *self = data;
  const char *id = slip_row_get_id (person);

  if (slip_row_get_boolean (person, SLIP_PERSON_IS_RETIRED))
    return;
  add_name (self->people, slip_row_get_text (person, SLIP_PERSON_NAME), id);
  add_name (self->people, slip_row_get_text (person, SLIP_PERSON_EMAIL), id);
}

static void
add_flag_cb (const SlipRow *flag, gpointer data)
{
  SlipObservationMatcher *self = data;
  const char *key = slip_row_get_text (flag, SLIP_FLAG_KEY);

  if (key != NULL)
    g_hash_table_add (self->flags, g_strdup (key));
}

static GHashTable *
new_names (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static void
add_alias (SlipObservationMatcher *self, const SlipObservationAlias *alias)
{
  const SlipRow *row =
    slip_plan_state_get (self->state, alias->kind, alias->id);
  GHashTable *aliases = alias->kind == SLIP_KIND_RELEASE
                          ? self->release_aliases
                          : self->audience_aliases;

  if (row == NULL ||
      (alias->kind == SLIP_KIND_RELEASE && slip_release_is_deleted (row)))
    return;
  g_hash_table_insert (aliases, slip_text_fold (alias->text),
                       (gpointer) slip_row_get_id (row));
}

SlipObservationMatcher *
slip_observation_matcher_new (const SlipPlanState *state,
                              const SlipObservationAlias *aliases,
                              guint n_aliases)
{
  SlipObservationMatcher *self = g_new0 (SlipObservationMatcher, 1);

  self->state = slip_plan_state_ref (state);
  self->releases = new_names ();
  self->audiences = new_names ();
  self->people = new_names ();
  self->release_aliases = new_names ();
  self->audience_aliases = new_names ();
  self->flags = new_names ();
  slip_plan_state_foreach (state, SLIP_KIND_RELEASE, add_release_cb, self);
  slip_plan_state_foreach (state, SLIP_KIND_AUDIENCE, add_audience_cb, self);
  slip_plan_state_foreach (state, SLIP_KIND_PERSON, add_person_cb, self);
  slip_plan_state_foreach (state, SLIP_KIND_FLAG, add_flag_cb, self);
  slip_observation_matcher_set_aliases (self, aliases, n_aliases);
  return self;
}

void
slip_observation_matcher_set_aliases (SlipObservationMatcher *self,
                                      const SlipObservationAlias *aliases,
                                      guint n_aliases)
{
  g_hash_table_remove_all (self->release_aliases);
  g_hash_table_remove_all (self->audience_aliases);
  for (guint i = 0; i < n_aliases; i++)
    add_alias (self, &aliases[i]);
}

void
slip_observation_matcher_free (SlipObservationMatcher *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->releases);
  g_hash_table_unref (self->audiences);
  g_hash_table_unref (self->people);
  g_hash_table_unref (self->release_aliases);
  g_hash_table_unref (self->audience_aliases);
  g_hash_table_unref (self->flags);
  slip_plan_state_unref (self->state);
  g_free (self);
}

/* The id that @text stands for, `nobody` for several, %NULL for none. */
static const char *
find_id (const SlipObservationMatcher *self, SlipKind kind, const char *text)
{
  gboolean is_release = kind == SLIP_KIND_RELEASE;
  const SlipRow *row = slip_plan_state_get (self->state, kind, text);
  g_autofree char *key = NULL;
  const char *id;

  if (row != NULL)
    return slip_row_get_id (row);
  key = slip_text_fold (text);
  id = g_hash_table_lookup (is_release ? self->release_aliases
                                       : self->audience_aliases,
                            key);
  if (id == NULL)
    id =
      g_hash_table_lookup (is_release ? self->releases : self->audiences, key);
  return id;
}

static const char *
find_owner (const SlipObservationMatcher *self, const char *text)
{
  g_autofree char *key = slip_text_fold (text);
  const char *id = g_hash_table_lookup (self->people, key);

  return id != NULL && *id != '\0' ? id : NULL;
}

static SlipObservationMatch
find_named (const SlipObservationMatcher *self,
            const SlipObservation *observation)
{
  SlipObservationMatch match = { SLIP_MATCH_FINE, NULL, NULL, NULL };
  const char *release = find_id (self, SLIP_KIND_RELEASE, observation->release);
  const char *audience = NULL;

  if (observation->audience != NULL)
    audience = find_id (self, SLIP_KIND_AUDIENCE, observation->audience);
  if (release == NULL)
    match.problem = SLIP_MATCH_NO_RELEASE;
  else if (*release == '\0')
    match.problem = SLIP_MATCH_RELEASES;
  else if (observation->audience != NULL && audience == NULL)
    match.problem = SLIP_MATCH_NO_AUDIENCE;
  else if (observation->audience != NULL && *audience == '\0')
    match.problem = SLIP_MATCH_AUDIENCES;
  /* What was found is told also where the rest was not. */
  if (release != NULL && *release != '\0')
    match.release = release;
  if (audience != NULL && *audience != '\0')
    match.audience = audience;
  if (observation->owner != NULL)
    match.owner = find_owner (self, observation->owner);
  return match;
}

SlipObservationMatch
slip_observation_matcher_find (const SlipObservationMatcher *self,
                               const SlipObservation *observation)
{
  SlipObservationMatch match = { SLIP_MATCH_FINE, NULL, NULL, NULL };

  switch (observation->type) {
  case SLIP_OBSERVATION_STATUS:
  case SLIP_OBSERVATION_CRITERION:
    return find_named (self, observation);
  case SLIP_OBSERVATION_FLAG:
    if (!g_hash_table_contains (self->flags, observation->flag))
      match.problem = SLIP_MATCH_NO_FLAG;
    break;
  case SLIP_OBSERVATION_FREEZE:
    break;
  }
  return match;
}

char *
slip_match_problem_dup_text (SlipMatchProblem problem,
                             const SlipObservation *observation)
{
  switch (problem) {
  case SLIP_MATCH_FINE:
    return NULL;
  case SLIP_MATCH_NO_RELEASE:
    return g_strdup_printf (_ ("No release is called “%s”"),
                            observation->release);
  case SLIP_MATCH_RELEASES:
    return g_strdup_printf (_ ("Several releases are called “%s”"),
                            observation->release);
  case SLIP_MATCH_NO_AUDIENCE:
    return g_strdup_printf (_ ("No audience is called “%s”"),
                            observation->audience);
  case SLIP_MATCH_AUDIENCES:
    return g_strdup_printf (_ ("Several audiences are called “%s”"),
                            observation->audience);
  case SLIP_MATCH_NO_FLAG:
    return g_strdup_printf (_ ("No open release has the flag “%s”"),
                            observation->flag);
  }
  g_assert_not_reached ();
}
