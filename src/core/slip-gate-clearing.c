/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-gate-clearing.h"

#include "slip-clock.h"
#include "slip-exception.h"
#include "slip-flag-sight.h"
#include "slip-flag.h"
#include "slip-freeze.h"
#include "slip-gate-scope.h"
#include "slip-release.h"
#include "slip-stage.h"

static gboolean
is_written (const SlipValue *value, gconstpointer data)
{
  return slip_value_get_text (value) != NULL;
}

static gboolean
is_true (const SlipValue *value, gconstpointer data)
{
  return slip_value_get_integer (value) != 0;
}

static gboolean
is_integer (const SlipValue *value, gconstpointer data)
{
  const gint64 *wanted = data;

  return value->type == SLIP_VALUE_INTEGER && value->integer == *wanted;
}

/* @data: the criterion */
static gboolean
is_figure_within (const SlipValue *value, gconstpointer data)
{
  const SlipRow *criterion = data;
  const char *figure = slip_value_get_text (value);
  const char *threshold =
    slip_row_get_text (criterion, SLIP_CRITERION_THRESHOLD);

  return figure != NULL && threshold != NULL &&
         slip_gate_is_within (figure,
                              (SlipComparison) slip_row_get_integer (
                                criterion, SLIP_CRITERION_COMPARISON),
                              threshold);
}

static gint64
find_since (const SlipGateSpell *spell,
            const SlipRow *row,
            guint property,
            SlipPastTest test,
            gconstpointer data)
{
  if (spell->past == NULL)
    return SLIP_PAST_UNKNOWN;

  return slip_past_find_since (spell->past, row, property, spell->until_ms,
                               test, data);
}

/* The later of both: what never was is later than what nobody knows, which is
 * later than everything else. */
static gint64
find_later (gint64 a, gint64 b)
{
  if (a < 0 || b < 0)
    return MIN (a, b);

  return MAX (a, b);
}

/* What a feed says of a flag or figure counts now, and may have counted then.
 */
static gint64
doubt (gint64 since, gboolean has_feed)
{
  return since == SLIP_PAST_NEVER && has_feed ? SLIP_PAST_UNKNOWN : since;
}

static gint64
find_flag (const SlipGateSpell *spell,
           const SlipRow *flag,
           const SlipRow *expected)
{
  gboolean is_on = slip_row_get_boolean (expected, SLIP_FLAG_STAGE_IS_ON);
  gint64 wanted = is_on ? SLIP_FLAG_STATE_ON : SLIP_FLAG_STATE_OFF;
  gint64 share = slip_flag_get_share (expected, SLIP_FLAG_STAGE_SHARE);
  SlipFlagSight sight = slip_flag_sight_get (spell->state, flag);
  gint64 since =
    find_since (spell, flag, SLIP_FLAG_OBSERVED, is_integer, &wanted);

  if (is_on && share >= 0)
    since =
      find_later (since, find_since (spell, flag, SLIP_FLAG_OBSERVED_SHARE,
                                     is_integer, &share));
  return doubt (since, sight.value != NULL);
}

/* The stage before, which flags are about. */
static const SlipRow *
find_previous (const SlipGateSpell *spell)
{
  g_autoptr (GPtrArray) stages =
    slip_stage_list (spell->state, slip_row_get_id (spell->release));
  const SlipRow *previous = NULL;

  for (guint i = 0; i < stages->len; i++) {
    const SlipRow *row = stages->pdata[i];

    if (g_str_equal (slip_row_get_id (row), slip_row_get_id (spell->stage)))
      break;
    if (slip_stage_get_state (row) != SLIP_STAGE_STATE_SKIPPED)
      previous = slip_plan_state_get (spell->state, SLIP_KIND_STAGE,
                                      slip_row_get_id (row));
  }

  return previous;
}

static gint64
find_flags (const SlipGateSpell *spell)
{
  const SlipRow *previous = find_previous (spell);
  g_autoptr (GPtrArray) flags =
    slip_flag_list (spell->state, slip_row_get_id (spell->release));
  gint64 last = spell->from_ms;

  for (guint i = 0; previous != NULL && i < flags->len; i++) {
    const SlipRow *expected =
      slip_flag_find_expected (spell->state, flags->pdata[i],
                               slip_row_get_id (previous));

    if (expected != NULL)
      last = find_later (last, find_flag (spell, flags->pdata[i], expected));
  }

  return last;
}

static gint64
find_figure (const SlipGateSpell *spell, const SlipRow *criterion)
{
  const char *text = slip_row_get_text (criterion, SLIP_CRITERION_TEXT);
  const GPtrArray *values =
    text != NULL
      ? slip_observations_get_criteria (slip_plan_state_get_observations (
                                          spell->state),
                                        slip_row_get_id (spell->release), text)
      : NULL;

  return doubt (find_since (spell, criterion, SLIP_CRITERION_FIGURE,
                            is_figure_within, criterion),
                values != NULL);
}

/* When @span let the stage go: its end, or when somebody decided that it need
 * not wait for it. */
static gint64
find_let_go (const SlipGateSpell *spell,
             const SlipFreezeSpan *span,
             SlipRange days)
{
  SlipDate first = slip_date_is_before (span->range.first, days.first)
                     ? days.first
                     : span->range.first;
  const SlipRow *exception =
    slip_exception_find (spell->state, slip_row_get_id (spell->release),
                         slip_row_get_id (spell->stage),
                         slip_row_get_id (span->freeze), first);

  if (exception != NULL)
    return slip_row_get_integer (exception, SLIP_DECISION_AT);

  return slip_clock_find_start (slip_date_add_days (span->range.last, 1));
}

static gint64
find_thaw (const SlipGateSpell *spell)
{
  SlipRange days = slip_range_new (slip_clock_find_day (spell->from_ms),
                                   slip_clock_find_day (spell->until_ms));
  g_autoptr (GArray) spans =
    slip_freeze_list_release_spans (spell->state, days, spell->release);
  gint64 last = spell->from_ms;

  for (guint i = 0; i < spans->len; i++) {
    const SlipFreezeSpan *span = &g_array_index (spans, SlipFreezeSpan, i);

    if (slip_row_get_integer (span->freeze, SLIP_FREEZE_SEVERITY) !=
        SLIP_SEVERITY_SOFT)
      last = MAX (last, find_let_go (spell, span, days));
  }

  return last;
}

static gint64
find_bare (const SlipGateSpell *spell, const SlipRow *criterion)
{
  switch (
    (SlipCriterionType) slip_row_get_integer (criterion, SLIP_CRITERION_TYPE)) {
  case SLIP_CRITERION_FLAGS:
    return find_flags (spell);
  case SLIP_CRITERION_NO_FREEZE:
    return find_thaw (spell);
  case SLIP_CRITERION_ROLLBACK_PLAN:
    return find_since (spell, spell->release, SLIP_RELEASE_ROLLBACK_PLAN,
                       is_written, NULL);
  case SLIP_CRITERION_FIGURE_WITHIN:
    return find_figure (spell, criterion);
  case SLIP_CRITERION_OWN:
    return find_since (spell, criterion, SLIP_CRITERION_IS_TICKED, is_true,
                       NULL);
  case SLIP_CRITERION_SOAK:
    return spell->from_ms;
  case SLIP_CRITERION_FEED:
  case SLIP_CRITERION_ITEMS:
  case SLIP_CRITERION_NOTICE:
  case SLIP_N_CRITERIA:
    break;
  }

  return SLIP_PAST_UNKNOWN;
}

/* Whether @criterion stands in the way still. */
static gboolean
stands_in_the_way (const SlipGateSpell *spell, const SlipRow *criterion)
{
  for (guint i = 0; spell->gate != NULL && i < spell->gate->lines->len; i++) {
    const SlipGateLine *line = spell->gate->lines->pdata[i];

    if (g_str_equal (slip_row_get_id (line->criterion),
                     slip_row_get_id (criterion)))
      return slip_gate_line_is_open (line);
  }

  return FALSE;
}

gint64
slip_gate_clearing_find (const SlipGateSpell *spell, const SlipRow *criterion)
{
  gint64 at_ms;

  if (stands_in_the_way (spell, criterion))
    return spell->until_ms;

  at_ms = find_bare (spell, criterion);
  /* The gate says that it is so by now: by a word that history has not. */
  if (spell->gate != NULL && at_ms == SLIP_PAST_NEVER)
    at_ms = SLIP_PAST_UNKNOWN;
  return slip_gate_clearing_limit (spell, criterion, at_ms);
}

static gint64
find_notice (const SlipGateSpell *spell, const SlipKnowledge *knowledge)
{
  g_autoptr (SlipWorkingDays) working_days = slip_plan_state_dup_working_days (
    spell->state, slip_row_get_text (spell->release, SLIP_RELEASE_PRODUCT));
  int n_days =
    (int) slip_row_get_integer (knowledge->audience, SLIP_AUDIENCE_NOTICE_DAYS);
  SlipDate sent;

  if (knowledge->told == NULL)
    return SLIP_PAST_NEVER;
  if (knowledge->state == SLIP_KNOWLEDGE_WRONG_DATE)
    return spell->gate != NULL ? SLIP_PAST_NEVER : SLIP_PAST_UNKNOWN;

  sent = slip_clock_find_day (
    slip_row_get_integer (knowledge->since, SLIP_COMMUNICATION_SENT_AT));
  if (!slip_date_is_set (sent) ||
      slip_row_peek (knowledge->since, SLIP_COMMUNICATION_SENT_AT)->type ==
        SLIP_VALUE_NONE)
    return SLIP_PAST_UNKNOWN;

  return slip_clock_find_start (
    slip_working_days_add (working_days, sent, n_days));
}

gint64
slip_gate_clearing_find_notice (const SlipGateSpell *spell,
                                const SlipRow *criterion,
                                const SlipKnowledge *knowledge)
{
  return slip_gate_clearing_limit (spell, criterion,
                                   find_notice (spell, knowledge));
}

gint64
slip_gate_clearing_limit (const SlipGateSpell *spell,
                          const SlipRow *criterion,
                          gint64 at_ms)
{
  gint64 waived =
    slip_row_get_text (criterion, SLIP_CRITERION_WAIVER_REASON) != NULL
      ? find_since (spell, criterion, SLIP_CRITERION_WAIVER_REASON, is_written,
                    NULL)
      : SLIP_PAST_NEVER;

  if (waived >= 0 && (at_ms < 0 || waived < at_ms))
    at_ms = waived;
  else if (waived == SLIP_PAST_UNKNOWN && at_ms != spell->from_ms)
    return SLIP_PAST_UNKNOWN;
  if (at_ms == SLIP_PAST_NEVER)
    return spell->until_ms;
  if (at_ms == SLIP_PAST_UNKNOWN)
    return SLIP_PAST_UNKNOWN;

  return CLAMP (at_ms, spell->from_ms, spell->until_ms);
}
