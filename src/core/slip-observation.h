/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-date.h"

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * SlipObservationType:
 * @SLIP_OBSERVATION_STATUS: how an audience stands to a release, or, without an
 *   audience, the release itself
 * @SLIP_OBSERVATION_FLAG: what a feature flag is in an environment
 * @SLIP_OBSERVATION_CRITERION: a number that a gate asks for
 * @SLIP_OBSERVATION_FREEZE: days on which nothing goes out
 *
 * What is said about.
 */
typedef enum {
  SLIP_OBSERVATION_STATUS,
  SLIP_OBSERVATION_FLAG,
  SLIP_OBSERVATION_CRITERION,
  SLIP_OBSERVATION_FREEZE,
} SlipObservationType;

/**
 * SlipObservedState:
 *
 * The states of the native document, in its order.  What a source says in other
 * words is @SLIP_OBSERVED_UNKNOWN, which is never good news.
 */
typedef enum {
  SLIP_OBSERVED_UNKNOWN,
  SLIP_OBSERVED_NOT_STARTED,
  SLIP_OBSERVED_IN_PROGRESS,
  SLIP_OBSERVED_ON_TRACK,
  SLIP_OBSERVED_AT_RISK,
  SLIP_OBSERVED_OFF_TRACK,
  SLIP_OBSERVED_BLOCKED,
  SLIP_OBSERVED_DONE,
  SLIP_OBSERVED_NOT_NEEDED,
  SLIP_OBSERVED_N_STATES,
} SlipObservedState;

/* What may be said or left out: yes, no, nothing. */
typedef enum {
  SLIP_SAID_NOTHING,
  SLIP_SAID_NO,
  SLIP_SAID_YES,
} SlipSaid;

/**
 * SlipObservedItem:
 * @title: never empty
 * @state: as of an observation
 * @owner: (nullable): in the source's words
 * @due_date: unset if none was said
 * @url: (nullable): http or https; for the person to open, never fetched
 *
 * One line of a checklist as a source has it.
 */
typedef struct {
  char *title;
  SlipObservedState state;
  char *owner;
  SlipDate due_date;
  char *url;
} SlipObservedItem;

/* What @done and @total are where nothing was said. */
#define SLIP_OBSERVED_NO_COUNT G_GINT64_CONSTANT (-1)

/* What @share is where nothing was said. */
#define SLIP_OBSERVED_NO_SHARE (-1)

/**
 * SlipObservation:
 * @type: which of the members mean something
 * @release: (nullable): identifier or name of a release, as the source has it;
 *   there for statuses and criteria
 * @audience: (nullable): of a status: the audience, likewise
 * @state: of a status
 * @state_word: (nullable): the state in the source's own words, to be shown
 *   beside @SLIP_OBSERVED_UNKNOWN
 * @text: (nullable): a sentence or two, plain text; of a freeze its name
 * @owner: (nullable): who answers for it, in the source's words
 * @knows: of a status: whether the audience says that it knows the date
 * @stated_release_date: the date that the source takes for the release's
 * @done: how many are done; may exceed @total, as sources are not always right
 * @total: of how many
 * @items: (element-type SlipObservedItem): never %NULL
 * @flag: (nullable): of a flag: its key
 * @environment: (nullable): of a flag or a freeze
 * @is_on: of a flag
 * @share: of a flag: to how many, in hundredths of a percent
 * @stage: (nullable): of a flag: the stage of its rollout
 * @criterion: (nullable): of a criterion: its name
 * @value: of a criterion
 * @unit: (nullable): of @value
 * @freeze: of a freeze: its days; unset if the source says them in words that
 *   are not understood, which are then in @text
 * @updated_at_ms: when the source last changed it, milliseconds since
 *   1970-01-01 UTC; 0 if it does not say
 * @url: (nullable): http or https; for the person to open, never fetched
 *
 * One thing that a source says, beside the plan: it edits nothing.  Texts are
 * never empty, valid UTF-8, of bounded length, and nothing but text.  Reference
 * counted, and not changed once it was shared.
 */
typedef struct {
  /*< private >*/
  gatomicrefcount ref_count;
  /*< public >*/
  SlipObservationType type;
  char *release;
  char *audience;
  SlipObservedState state;
  char *state_word;
  char *text;
  char *owner;
  SlipSaid knows;
  SlipDate stated_release_date;
  gint64 done;
  gint64 total;
  GPtrArray *items;
  char *flag;
  char *environment;
  SlipSaid is_on;
  int share;
  char *stage;
  char *criterion;
  double value;
  char *unit;
  SlipRange freeze;
  gint64 updated_at_ms;
  char *url;
} SlipObservation;

/* Makes an observation that says nothing yet. */
SlipObservation *slip_observation_new (SlipObservationType type)
  G_GNUC_WARN_UNUSED_RESULT;
SlipObservation *slip_observation_ref (const SlipObservation *self);
void slip_observation_unref (SlipObservation *self);

SlipObservedItem *slip_observed_item_new (void) G_GNUC_WARN_UNUSED_RESULT;
SlipObservedItem *slip_observed_item_copy (const SlipObservedItem *self)
  G_GNUC_WARN_UNUSED_RESULT;
void slip_observed_item_free (SlipObservedItem *self);

/* The word of the native document: `on_track`. */
const char *slip_observed_state_get_nick (SlipObservedState state);

/* The state for people, translated: 'On track'. */
const char *slip_observed_state_get_label (SlipObservedState state);

/**
 * slip_observed_state_find:
 *
 * Returns: the state that @nick is the word for, else `SLIP_OBSERVED_UNKNOWN`.
 */
SlipObservedState slip_observed_state_find (const char *nick);

/**
 * slip_observation_dup_key:
 *
 * Returns: (transfer full): what the observation is about: equal for two of one
 *   source if the later takes the place of the earlier.  It is made of the type
 *   and the members that name, with their lengths, so that no text can pass for
 *   another.
 */
char *slip_observation_dup_key (const SlipObservation *self)
  G_GNUC_WARN_UNUSED_RESULT;

/* Whether both say the same about the same; when it was updated counts too. */
gboolean slip_observation_equal (const SlipObservation *a,
                                 const SlipObservation *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlipObservation, slip_observation_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlipObservedItem, slip_observed_item_free)

G_END_DECLS
