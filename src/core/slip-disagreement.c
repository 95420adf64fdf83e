/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-disagreement.h"

#include <glib/gi18n-lib.h>

#include "slip-date-text.h"
#include "slip-knowledge.h"
#include "slip-observation-text.h"
#include "slip-readiness-text.h"
#include "slip-release.h"

/* What is compared, and what was found. */
typedef struct {
  const SlipPlanState *state;
  const SlipRow *release;
  const char *audience;                /* (nullable) */
  const SlipChecklistSummary *summary; /* (nullable): of the audience */
  SlipMoment moment;
  GPtrArray *found; /* (nullable): of SlipDisagreement, if texts are wanted */
  guint n_found;
} Comparison;

const char *
slip_disagreement_type_get_nick (SlipDisagreementType type)
{
  static const char *const nicks[] = { "ready", "done",  "need",
                                       "date",  "owner", "knowledge" };

  g_return_val_if_fail (type < G_N_ELEMENTS (nicks), NULL);

  return nicks[type];
}

static void
free_disagreement (gpointer data)
{
  SlipDisagreement *self = data;

  g_free (self->text);
  g_free (self);
}

/* @text: (transfer full) */
static void
take (Comparison *self,
      SlipDisagreementType type,
      const SlipFeedValue *value,
      char *text)
{
  SlipDisagreement *disagreement = g_new (SlipDisagreement, 1);

  disagreement->type = type;
  disagreement->value = value;
  disagreement->text = text;
  g_ptr_array_add (self->found, disagreement);
}

/* What the plan says of the state, for people. */
static char *
dup_plan_word (const Comparison *self)
{
  const SlipRow *audience =
    slip_plan_state_get (self->state, SLIP_KIND_AUDIENCE, self->audience);

  if (self->audience == NULL)
    return g_strdup_printf (
      /* Translators: the status of a release: 'Building'. */
      _ ("the plan says “%s”"),
      slip_status_get_label (slip_release_get_status (self->release)));
  if (self->summary == NULL)
    return g_strdup_printf (
      /* Translators: an audience. */
      _ ("the plan has no checklist for %s"),
      audience != NULL ? slip_row_get_text (audience, SLIP_AUDIENCE_NAME)
                       : NULL);
  else {
    g_autofree char *label =
      slip_checklist_summary_dup_label (self->summary, self->state,
                                        self->moment.today);

    return g_strdup_printf (_ ("the plan says “%s”"), label);
  }
}

static void
add_state (Comparison *self,
           SlipDisagreementType type,
           const SlipFeedValue *value)
{
  g_autofree char *says = NULL;
  g_autofree char *plan = NULL;

  self->n_found++;
  if (self->found == NULL)
    return;
  says = slip_observation_dup_says (value->observation, self->moment.today);
  plan = dup_plan_word (self);
  /* Translators: a feed, what it says, and 'the plan says …'. */
  take (self, type, value,
        g_strdup_printf (_ ("%s says “%s”, %s"),
                         slip_feed_get_name (self->state, value->feed), says,
                         plan));
}

/* Whether somebody is still at it. */
static gboolean
is_at_work (SlipObservedState observed)
{
  return observed != SLIP_OBSERVED_UNKNOWN && observed != SLIP_OBSERVED_DONE &&
         observed != SLIP_OBSERVED_NOT_NEEDED;
}

static void
compare_audience_state (Comparison *self, const SlipFeedValue *value)
{
  SlipObservedState observed = value->observation->state;
  SlipReadiness readiness =
    self->summary != NULL ? slip_checklist_summary_get_readiness (self->summary)
                          : SLIP_READINESS_NOT_NEEDED;

  switch (readiness) {
  case SLIP_READINESS_NOT_NEEDED:
    if (is_at_work (observed))
      add_state (self, SLIP_DISAGREEMENT_NEED, value);
    break;
  case SLIP_READINESS_READY:
    if (is_at_work (observed))
      add_state (self, SLIP_DISAGREEMENT_READY, value);
    break;
  case SLIP_READINESS_EMPTY:
  case SLIP_READINESS_UNOWNED:
  case SLIP_READINESS_BLOCKED:
  case SLIP_READINESS_STARTED:
  case SLIP_READINESS_NOT_STARTED:
    if (observed == SLIP_OBSERVED_DONE)
      add_state (self, SLIP_DISAGREEMENT_DONE, value);
    else if (observed == SLIP_OBSERVED_NOT_NEEDED)
      add_state (self, SLIP_DISAGREEMENT_NEED, value);
    break;
  }
}

static void
compare_release_state (Comparison *self, const SlipFeedValue *value)
{
  SlipObservedState observed = value->observation->state;
  SlipStatus status = slip_release_get_status (self->release);

  if (observed == SLIP_OBSERVED_DONE &&
      (status == SLIP_STATUS_PLANNED || status == SLIP_STATUS_BUILDING ||
       status == SLIP_STATUS_ON_HOLD))
    add_state (self, SLIP_DISAGREEMENT_DONE, value);
  else if (status == SLIP_STATUS_READY && is_at_work (observed) &&
           observed != SLIP_OBSERVED_ON_TRACK)
    add_state (self, SLIP_DISAGREEMENT_READY, value);
}

/* A day within an uncertain date's period is that date. */
static void
compare_date (Comparison *self, const SlipFeedValue *value)
{
  SlipDate stated = value->observation->stated_release_date;
  SlipPlannedDate planned =
    slip_release_get_planned (self->release, SLIP_ANCHOR_RELEASE);
  g_autofree char *theirs = NULL;
  g_autofree char *ours = NULL;

  if (!slip_date_is_set (stated) ||
      slip_range_contains (slip_planned_date_get_period (planned), stated))
    return;
  self->n_found++;
  if (self->found == NULL)
    return;
  theirs =
    slip_date_dup_text (stated, SLIP_DATE_STYLE_MEDIUM, self->moment.today);
  ours = slip_planned_date_dup_text (planned, self->moment.today);
  /* Translators: a feed and two release dates. */
  take (self, SLIP_DISAGREEMENT_DATE, value,
        g_strdup_printf (_ ("%s expects %s, the plan says “%s”"),
                         slip_feed_get_name (self->state, value->feed), theirs,
                         ours));
}

static const char *
get_owner (const Comparison *self)
{
  if (self->audience == NULL)
    return slip_row_get_text (self->release, SLIP_RELEASE_OWNER);
  return self->summary != NULL ? self->summary->owner : NULL;
}

static const char *
get_person_name (const Comparison *self, const char *person)
{
  const SlipRow *row =
    slip_plan_state_get (self->state, SLIP_KIND_PERSON, person);
  const char *name =
    row != NULL ? slip_row_get_text (row, SLIP_PERSON_NAME) : NULL;

  /* Translators: in place of the name of an owner. */
  return name != NULL ? name : C_ ("owner", "nobody");
}

static void
compare_owner (Comparison *self, const SlipFeedValue *value)
{
  const char *owner = get_owner (self);

  if (value->owner == NULL || g_strcmp0 (value->owner, owner) == 0 ||
      (self->audience != NULL &&
       (self->summary == NULL || self->summary->is_not_needed)))
    return;
  self->n_found++;
  if (self->found == NULL)
    return;
  /* Translators: a feed and the names of two owners. */
  take (self, SLIP_DISAGREEMENT_OWNER, value,
        g_strdup_printf (_ ("%s names %s as the owner, the plan names %s"),
                         slip_feed_get_name (self->state, value->feed),
                         get_person_name (self, value->owner),
                         get_person_name (self, owner)));
}

static gboolean
has_confirmed (const Comparison *self)
{
  g_autoptr (GPtrArray) list =
    slip_knowledge_list (self->state, self->release, self->moment.today);

  for (guint i = 0; list != NULL && i < list->len; i++) {
    const SlipKnowledge *knowledge = list->pdata[i];

    if (g_str_equal (slip_row_get_id (knowledge->audience), self->audience))
      return knowledge->state == SLIP_KNOWLEDGE_KNOWS;
  }
  return FALSE;
}

static void
compare_knowledge (Comparison *self, const SlipFeedValue *value)
{
  if (self->audience == NULL || value->observation->knows != SLIP_SAID_NO ||
      !has_confirmed (self))
    return;
  self->n_found++;
  if (self->found == NULL)
    return;
  /* Translators: a feed. */
  take (self, SLIP_DISAGREEMENT_KNOWLEDGE, value,
        g_strdup_printf (_ ("%s says that they do not know the date, the plan "
                            "says that they have confirmed it"),
                         slip_feed_get_name (self->state, value->feed)));
}

static void
compare_value (Comparison *self, const SlipFeedValue *value)
{
  if (slip_feed_get_age (self->state, value->feed, self->moment.at_ms) ==
      SLIP_FEED_AGE_STALE)
    return;
  if (self->audience != NULL)
    compare_audience_state (self, value);
  else
    compare_release_state (self, value);
  compare_date (self, value);
  compare_owner (self, value);
  compare_knowledge (self, value);
}

static void
compare (Comparison *self)
{
  const char *id = slip_row_get_id (self->release);
  const GPtrArray *values = slip_observations_get_statuses (
    slip_plan_state_get_observations (self->state), id, self->audience);
  g_autoptr (SlipReleaseSummary) summary = NULL;

  if (values == NULL || !slip_release_is_open (self->release))
    return;
  if (self->audience != NULL) {
    summary = slip_plan_state_get_summary (self->state, id);
    if (summary == NULL)
      return;
    self->summary = slip_release_summary_find (summary, self->audience);
  }
  for (guint i = 0; i < values->len; i++)
    compare_value (self, values->pdata[i]);
}

GPtrArray *
slip_disagreement_list (const SlipPlanState *state,
                        const SlipRow *release,
                        const char *audience,
                        SlipMoment moment)
{
  Comparison comparison = {
    .state = state,
    .release = release,
    .audience = audience,
    .moment = moment,
    .found = g_ptr_array_new_with_free_func (free_disagreement),
  };

  compare (&comparison);
  return comparison.found;
}

gboolean
slip_disagreement_exists (const SlipPlanState *state,
                          const SlipRow *release,
                          const char *audience,
                          SlipMoment moment)
{
  Comparison comparison = { .state = state,
                            .release = release,
                            .audience = audience,
                            .moment = moment };

  compare (&comparison);
  return comparison.n_found > 0;
}

guint
slip_disagreement_count (const SlipPlanState *state,
                         const SlipRow *release,
                         SlipMoment moment)
{
  const GPtrArray *values =
    slip_observations_get_release (slip_plan_state_get_observations (state),
                                   slip_row_get_id (release));
  g_autoptr (GHashTable) audiences = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer audience;
  guint n_found = 0;

  if (values == NULL)
    return 0;
  for (guint i = 0; i < values->len; i++) {
    const SlipFeedValue *value = values->pdata[i];

    if (value->audience != NULL)
      g_hash_table_add (audiences, value->audience);
  }
  n_found += slip_disagreement_exists (state, release, NULL, moment);
  g_hash_table_iter_init (&iter, audiences);
  while (g_hash_table_iter_next (&iter, &audience, NULL))
    n_found += slip_disagreement_exists (state, release, audience, moment);
  return n_found;
}
