/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-gate-scope.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "slip-decimal.h"
#include "slip-feed-age.h"

/* The criteria that look at one value each: a plan that is written, a figure, a
 * tick. */

/* The first line of what is written, cut to a line of a list. */
static char *
dup_first_line (const char *text)
{
  gsize n_bytes = strcspn (text, "\n");
  g_autofree char *line = g_strndup (text, n_bytes);
  gboolean is_cut = text[n_bytes] != '\0';

  if (g_utf8_strlen (line, -1) > 80) {
    *g_utf8_offset_to_pointer (line, 79) = '\0';
    is_cut = TRUE;
  }

  return is_cut ? g_strconcat (line, "…", NULL) : g_steal_pointer (&line);
}

void
slip_gate_check_rollback_plan (const SlipGateScope *scope, SlipGateLine *line)
{
  const char *plan =
    slip_row_get_text (scope->release, SLIP_RELEASE_ROLLBACK_PLAN);

  slip_gate_line_set_cause (line, SLIP_KIND_RELEASE,
                            slip_row_get_id (scope->release));
  line->bare_state = plan != NULL ? SLIP_GATE_MET : SLIP_GATE_NOT_MET;
  line->detail =
    plan != NULL ? dup_first_line (plan) : g_strdup (_ ("not written yet"));
}

gboolean
slip_gate_is_within (const char *figure,
                     SlipComparison comparison,
                     const char *threshold)
{
  int order = slip_decimal_compare (figure, threshold);

  switch (comparison) {
  case SLIP_COMPARISON_AT_MOST:
    return order <= 0;
  case SLIP_COMPARISON_BELOW:
    return order < 0;
  case SLIP_COMPARISON_AT_LEAST:
    return order >= 0;
  case SLIP_COMPARISON_ABOVE:
    return order > 0;
  }

  g_assert_not_reached ();
}

/* The newest word of a feed on the figure that @criterion is about, if it is
 * newer than the one in the plan, else %NULL. */
static const SlipFeedValue *
find_value (const SlipGateScope *scope, const SlipRow *criterion)
{
  const char *text = slip_row_get_text (criterion, SLIP_CRITERION_TEXT);
  const GPtrArray *values =
    text != NULL
      ? slip_observations_get_criteria (slip_plan_state_get_observations (
                                          scope->state),
                                        slip_row_get_id (scope->release), text)
      : NULL;
  gboolean is_in_plan =
    slip_row_get_text (criterion, SLIP_CRITERION_FIGURE) != NULL;

  if (values == NULL ||
      (is_in_plan &&
       slip_row_get_integer (criterion, SLIP_CRITERION_FIGURE_AT) >=
         slip_feed_value_get_at_ms (values->pdata[0])))
    return NULL;
  return values->pdata[0];
}

/* '0.42 %, Help desk, 3 h ago' */
static char *
dup_value (const SlipGateScope *scope,
           const SlipFeedValue *value,
           const char *figure)
{
  const char *unit = value->observation->unit;
  g_autofree char *source = slip_gate_scope_dup_value_source (scope, value);

  return g_strdup_printf ("%s%s%s, %s", figure, unit != NULL ? " " : "",
                          unit != NULL ? unit : "", source);
}

/* '0.42, from the dashboard, 3 h ago' */
static char *
dup_figure (const SlipGateScope *scope, const SlipRow *criterion)
{
  const char *source =
    slip_row_get_text (criterion, SLIP_CRITERION_FIGURE_SOURCE);
  const SlipValue *at = slip_row_peek (criterion, SLIP_CRITERION_FIGURE_AT);
  g_autofree char *when = NULL;

  if (at->type == SLIP_VALUE_NONE)
    when = g_strdup (_ ("nobody knows when"));
  else
    when = slip_gate_scope_dup_instant (scope, slip_value_get_integer (at));

  /* Translators: a figure, where it is from, and how old it is. */
  return g_strdup_printf (_ ("%s, %s, %s"),
                          slip_row_get_text (criterion, SLIP_CRITERION_FIGURE),
                          source != NULL ? source : _ ("source not known"),
                          when);
}

void
slip_gate_check_figure (const SlipGateScope *scope, SlipGateLine *line)
{
  const SlipFeedValue *value = find_value (scope, line->criterion);
  g_autofree char *figure =
    value != NULL
      ? slip_decimal_print (value->observation->value)
      : g_strdup (slip_row_get_text (line->criterion, SLIP_CRITERION_FIGURE));
  const char *threshold =
    slip_row_get_text (line->criterion, SLIP_CRITERION_THRESHOLD);
  SlipComparison comparison =
    (SlipComparison) slip_row_get_integer (line->criterion,
                                           SLIP_CRITERION_COMPARISON);

  line->bare_state = SLIP_GATE_UNKNOWN;
  if (figure == NULL) {
    line->detail = g_strdup (_ ("no figure yet"));
    return;
  }

  line->detail = value != NULL ? dup_value (scope, value, figure)
                               : dup_figure (scope, line->criterion);
  if (!slip_decimal_is_valid (threshold) || !slip_decimal_is_valid (figure)) {
    g_autofree char *known = g_steal_pointer (&line->detail);

    /* Translators: a figure. */
    line->detail = g_strdup_printf (_ ("%s; there is no threshold"), known);
    return;
  }

  /* Nobody has confirmed it for long: it may be anything by now. */
  if (value != NULL &&
      slip_feed_get_age (scope->state, value->feed, scope->moment.at_ms) ==
        SLIP_FEED_AGE_STALE)
    return;
  line->bare_state = slip_gate_is_within (figure, comparison, threshold)
                       ? SLIP_GATE_MET
                       : SLIP_GATE_NOT_MET;
}

void
slip_gate_check_own (const SlipGateScope *scope, SlipGateLine *line)
{
  gboolean is_ticked =
    slip_row_get_boolean (line->criterion, SLIP_CRITERION_IS_TICKED);

  line->bare_state = is_ticked ? SLIP_GATE_MET : SLIP_GATE_NOT_MET;
  line->detail = g_strdup (is_ticked ? _ ("ticked") : _ ("not ticked"));
}
