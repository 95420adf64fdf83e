/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-gate-scope.h"

#include <glib/gi18n-lib.h>

#include "slip-checklist.h"
#include "slip-feed-age.h"
#include "slip-observation-text.h"

/* The criterion that asks the feeds.  Only what says done or not needed, and
 * was confirmed lately, is met. */

char *
slip_gate_scope_dup_value_source (const SlipGateScope *scope,
                                  const SlipFeedValue *value)
{
  const SlipFeedStanding *standing = slip_observations_get_standing (
    slip_plan_state_get_observations (scope->state), value->feed);
  g_autofree char *at = NULL;
  g_autofree char *answered = NULL;

  if (!scope->is_record)
    return slip_feed_value_dup_source (value, scope->state,
                                       scope->moment.at_ms);

  at = slip_gate_dup_utc (slip_feed_value_get_at_ms (value));
  answered = standing != NULL && standing->succeeded_at_ms != 0
               ? slip_gate_dup_utc (standing->succeeded_at_ms)
               : g_strdup ("?");
  /* Translators: a feed, when it said something, and when it last answered. */
  return g_strdup_printf (_ ("%s, %s, last answer %s"),
                          slip_feed_get_name (scope->state, value->feed), at,
                          answered);
}

static SlipFeedAge
get_age (const SlipGateScope *scope, const SlipFeedValue *value)
{
  return slip_feed_get_age (scope->state, value->feed, scope->moment.at_ms);
}

static SlipGateState
get_gate_state (const SlipGateScope *scope, const SlipFeedValue *value)
{
  if (get_age (scope, value) == SLIP_FEED_AGE_STALE)
    return SLIP_GATE_UNKNOWN;

  switch (value->observation->state) {
  case SLIP_OBSERVED_DONE:
  case SLIP_OBSERVED_NOT_NEEDED:
    return SLIP_GATE_MET;
  case SLIP_OBSERVED_NOT_STARTED:
  case SLIP_OBSERVED_IN_PROGRESS:
  case SLIP_OBSERVED_ON_TRACK:
  case SLIP_OBSERVED_AT_RISK:
  case SLIP_OBSERVED_OFF_TRACK:
  case SLIP_OBSERVED_BLOCKED:
    return SLIP_GATE_NOT_MET;
  case SLIP_OBSERVED_UNKNOWN:
  case SLIP_OBSERVED_N_STATES:
    break;
  }
  return SLIP_GATE_UNKNOWN;
}

/* The name of an audience, %NULL for the release itself. */
static const char *
get_name (const SlipGateScope *scope, const char *audience)
{
  const SlipRow *row =
    slip_plan_state_get (scope->state, SLIP_KIND_AUDIENCE, audience);

  return row != NULL ? slip_row_get_text (row, SLIP_AUDIENCE_NAME) : NULL;
}

/* 'Support: At risk, 3 of 5, Help desk, 3 h ago' */
static void
take_value (const SlipGateScope *scope,
            SlipGateLine *line,
            const SlipFeedValue *value)
{
  g_autofree char *says =
    slip_observation_dup_says (value->observation, scope->is_record
                                                     ? SLIP_DATE_NONE
                                                     : scope->moment.today);
  g_autofree char *source = slip_gate_scope_dup_value_source (scope, value);
  const char *name = get_name (scope, value->audience);

  slip_gate_line_take_part (
    line, get_gate_state (scope, value),
    value->audience != NULL ? SLIP_KIND_AUDIENCE : SLIP_KIND_RELEASE,
    value->audience != NULL ? value->audience
                            : slip_row_get_id (scope->release),
    name != NULL
      /* Translators: an audience, what a feed says of it, and which feed. */
      ? g_strdup_printf (_ ("%s: %s, %s"), name, says, source)
      : g_strdup_printf (_ ("%s, %s"), says, source));
  if (get_age (scope, value) == SLIP_FEED_AGE_AGEING)
    line->is_marked = TRUE;
}

static gboolean
has_fresh (const SlipGateScope *scope, const GPtrArray *values)
{
  for (guint i = 0; i < values->len; i++)
    if (get_age (scope, values->pdata[i]) != SLIP_FEED_AGE_STALE)
      return TRUE;
  return FALSE;
}

/* Takes what the feeds say of an audience, or of the release itself.  A stale
 * word counts only where nobody has a fresh one.  Returns whether there is any.
 */
static gboolean
take_values (const SlipGateScope *scope,
             SlipGateLine *line,
             const char *audience)
{
  const GPtrArray *values =
    slip_observations_get_statuses (slip_plan_state_get_observations (
                                      scope->state),
                                    slip_row_get_id (scope->release), audience);
  gboolean is_fresh;

  if (values == NULL)
    return FALSE;
  is_fresh = has_fresh (scope, values);
  for (guint i = 0; i < values->len; i++)
    if (!is_fresh || get_age (scope, values->pdata[i]) != SLIP_FEED_AGE_STALE)
      take_value (scope, line, values->pdata[i]);
  return TRUE;
}

static void
take_silence (const SlipGateScope *scope,
              SlipGateLine *line,
              const char *audience)
{
  slip_gate_line_take_part (line, SLIP_GATE_UNKNOWN, SLIP_KIND_AUDIENCE,
                            audience,
                            /* Translators: an audience. */
                            g_strdup_printf (_ ("%s: no feed reports"),
                                             get_name (scope, audience)));
}

/* Takes every audience: those that need something, in the order of telling,
 * then those that only a feed knows of.  A word on the release itself stands
 * for whoever has none of their own. */
static void
take_everybody (const SlipGateScope *scope, SlipGateLine *line)
{
  const char *release = slip_row_get_id (scope->release);
  g_autoptr (GPtrArray) checklists =
    slip_checklist_list (scope->state, release);
  const GPtrArray *values = slip_observations_get_release (
    slip_plan_state_get_observations (scope->state), release);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  gboolean is_spoken_for = take_values (scope, line, NULL);

  for (guint i = 0; i < checklists->len; i++) {
    const SlipRow *checklist = checklists->pdata[i];
    const char *audience =
      slip_row_get_text (checklist, SLIP_CHECKLIST_AUDIENCE);

    if (audience == NULL)
      continue;
    g_hash_table_add (seen, (gpointer) audience);
    if (!slip_row_get_boolean (checklist, SLIP_CHECKLIST_IS_NOT_NEEDED) &&
        !take_values (scope, line, audience) && !is_spoken_for)
      take_silence (scope, line, audience);
  }
  for (guint i = 0; i < values->len; i++) {
    const SlipFeedValue *value = values->pdata[i];

    if (value->audience != NULL && g_hash_table_add (seen, value->audience))
      take_values (scope, line, value->audience);
  }
}

void
slip_gate_check_feed (const SlipGateScope *scope, SlipGateLine *line)
{
  const char *audience =
    slip_row_get_text (line->criterion, SLIP_CRITERION_AUDIENCE);
  const GPtrArray *values =
    slip_observations_get_release (slip_plan_state_get_observations (
                                     scope->state),
                                   slip_row_get_id (scope->release));

  if (values != NULL) {
    if (audience == NULL)
      take_everybody (scope, line);
    else if (!take_values (scope, line, audience))
      take_silence (scope, line, audience);
  }
  if (line->parts->len == 0) {
    line->bare_state = SLIP_GATE_UNKNOWN;
    line->detail = g_strdup (_ ("no feed reports"));
    return;
  }

  line->bare_state = slip_gate_line_sum_parts (line);
  line->is_marked = line->is_marked && line->bare_state == SLIP_GATE_MET;
  for (guint i = 0; i < line->parts->len; i++) {
    const SlipGatePart *part = line->parts->pdata[i];

    if (part->state != line->bare_state)
      continue;
    slip_gate_line_set_cause (line, part->kind, part->id);
    line->detail = g_strdup (part->text);
    return;
  }
}
