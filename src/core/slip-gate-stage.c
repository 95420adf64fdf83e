/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-gate-scope.h"

#include <glib/gi18n-lib.h>

#include "slip-feed-age.h"
#include "slip-flag-sight.h"
#include "slip-flag.h"
#include "slip-stage.h"
#include "slip-text.h"

/* The criteria that are about the stage before: its soak and its flags. */

static void
set_without_previous (SlipGateLine *line)
{
  line->bare_state = SLIP_GATE_MET;
  line->detail = g_strdup (_ ("there is no stage before"));
}

/* '2 d 4 h so far, over in 20 h' */
static char *
dup_soaking (const SlipGateScope *scope, gint64 soaked, gint64 asked)
{
  g_autofree char *so_far = slip_gate_dup_duration (soaked);
  g_autofree char *rest = NULL;
  SlipStageState state = slip_stage_get_state (scope->previous);

  if (state == SLIP_STAGE_STATE_HELD)
    /* Translators: how long a stage has soaked, which is paused now. */
    return g_strdup_printf (_ ("%s so far, on hold"), so_far);
  if (state == SLIP_STAGE_STATE_DONE)
    /* Translators: how long a stage has soaked, which is over. */
    return g_strdup_printf (_ ("ended after %s"), so_far);

  /* A last minute that has begun is a minute. */
  rest = slip_gate_dup_duration (asked - soaked + 59);
  /* Translators: how long a stage has soaked, and when that is enough. */
  return g_strdup_printf (_ ("%s so far, over in %s"), so_far, rest);
}

static void
check_soaked (const SlipGateScope *scope, SlipGateLine *line)
{
  gint64 asked = slip_stage_get_soak_seconds (scope->previous);
  gint64 soaked =
    slip_stage_get_soaked_seconds (scope->previous, scope->moment.at_ms);

  if (soaked < 0) {
    line->bare_state = SLIP_GATE_UNKNOWN;
    line->detail = g_strdup (_ ("its start is not recorded"));
  } else if (soaked < asked) {
    line->bare_state = SLIP_GATE_NOT_MET;
    line->detail = dup_soaking (scope, soaked, asked);
  } else {
    line->bare_state = SLIP_GATE_MET;
    line->detail = slip_gate_dup_duration (soaked);
  }
}

void
slip_gate_check_soak (const SlipGateScope *scope, SlipGateLine *line)
{
  if (scope->previous == NULL) {
    set_without_previous (line);
    return;
  }

  slip_gate_line_set_cause (line, SLIP_KIND_STAGE,
                            slip_row_get_id (scope->previous));
  line->bare_state = SLIP_GATE_NOT_MET;
  switch (slip_stage_get_state (scope->previous)) {
  case SLIP_STAGE_STATE_PLANNED:
    line->detail = g_strdup (_ ("it has not started"));
    break;
  case SLIP_STAGE_STATE_ROLLED_BACK:
    line->detail = g_strdup (_ ("it was rolled back"));
    break;
  case SLIP_STAGE_STATE_ACTIVE:
  case SLIP_STAGE_STATE_HELD:
  case SLIP_STAGE_STATE_DONE:
  case SLIP_STAGE_STATE_SKIPPED:
    check_soaked (scope, line);
    break;
  }
}

/* What a feed has not confirmed for long is not known. */
static gboolean
is_stale (const SlipGateScope *scope, const SlipFeedValue *value)
{
  return value != NULL &&
         slip_feed_get_age (scope->state, value->feed, scope->moment.at_ms) ==
           SLIP_FEED_AGE_STALE;
}

static SlipGateState
get_flag_state (const SlipGateScope *scope,
                const SlipRow *flag,
                SlipFlagStanding standing)
{
  SlipFlagSight sight = slip_flag_sight_get (scope->state, flag);

  if (is_stale (scope, sight.value))
    return SLIP_GATE_UNKNOWN;

  switch (standing) {
  case SLIP_FLAG_AS_PLANNED:
    return SLIP_GATE_MET;
  case SLIP_FLAG_AHEAD:
  case SLIP_FLAG_BEHIND:
    return SLIP_GATE_NOT_MET;
  case SLIP_FLAG_UNKNOWN:
  case SLIP_FLAG_UNPLANNED:
  case SLIP_N_FLAG_STANDINGS:
    break;
  }

  return SLIP_GATE_UNKNOWN;
}

/* Where and when it was seen: 'the console, 3 h ago'; %NULL if nobody knows. */
static char *
dup_sight_source (const SlipGateScope *scope, const SlipFlagSight *sight)
{
  g_autofree char *when = NULL;

  if (sight->value != NULL)
    return slip_gate_scope_dup_value_source (scope, sight->value);
  if (sight->at_ms == 0)
    return g_strdup (sight->source);
  when = slip_gate_scope_dup_instant (scope, sight->at_ms);
  return sight->source != NULL
           ? g_strdup_printf (_ ("%s, %s"), sight->source, when)
           : g_steal_pointer (&when);
}

/* 'new-checkout: On, 25 %, expected On, 5 %, from the console, 3 h ago' */
static char *
dup_flag (const SlipGateScope *scope, const SlipRow *flag)
{
  g_autofree char *label = slip_flag_dup_label (flag);
  g_autofree char *observed = slip_flag_dup_observed (scope->state, flag);
  g_autofree char *expected = slip_flag_dup_expected (
    slip_flag_find_expected (scope->state, flag,
                             slip_row_get_id (scope->previous)));
  SlipFlagSight sight = slip_flag_sight_get (scope->state, flag);
  g_autofree char *source = dup_sight_source (scope, &sight);
  g_autoptr (GString) text = g_string_new (NULL);

  /* Translators: a feature flag, the state it is seen in, and the state it is
   * to be in. */
  g_string_append_printf (text, _ ("%s: %s, expected %s"), label, observed,
                          expected);
  if (source != NULL)
    slip_text_append_member (text, source);
  return g_strdup (text->str);
}

void
slip_gate_check_flags (const SlipGateScope *scope, SlipGateLine *line)
{
  g_autoptr (GPtrArray) flags = NULL;

  if (scope->previous == NULL) {
    set_without_previous (line);
    return;
  }

  flags = slip_flag_list (scope->state, slip_row_get_id (scope->release));
  for (guint i = 0; i < flags->len; i++) {
    const SlipRow *flag = flags->pdata[i];
    SlipFlagStanding standing =
      slip_flag_compare (scope->state, flag, slip_row_get_id (scope->previous));

    if (standing != SLIP_FLAG_UNPLANNED)
      slip_gate_line_take_part (line, get_flag_state (scope, flag, standing),
                                SLIP_KIND_FLAG, slip_row_get_id (flag),
                                dup_flag (scope, flag));
  }

  line->bare_state = slip_gate_line_sum_parts (line);
  slip_gate_line_set_cause (line, SLIP_KIND_STAGE,
                            slip_row_get_id (scope->previous));
  for (guint i = 0; i < line->parts->len; i++) {
    const SlipGatePart *part = line->parts->pdata[i];

    if (part->state != line->bare_state)
      continue;
    slip_gate_line_set_cause (line, part->kind, part->id);
    line->detail = g_strdup (part->text);
    return;
  }
  line->detail = g_strdup (_ ("no flag is expected in a state"));
}
