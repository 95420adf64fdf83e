/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-gate-freeze.h"

#include <glib/gi18n-lib.h>

#include "slip-exception.h"
#include "slip-gate-scope.h"

/* How far ahead a free day is looked for. */
#define SEARCH_DAYS 731

static gboolean
is_soft (const SlipRow *freeze)
{
  return slip_row_get_integer (freeze, SLIP_FREEZE_SEVERITY) ==
         SLIP_SEVERITY_SOFT;
}

static int
compare_freezes_cb (gconstpointer a, gconstpointer b)
{
  const SlipGateFreeze *freeze_a = a;
  const SlipGateFreeze *freeze_b = b;

  if (freeze_a->is_soft != freeze_b->is_soft)
    return freeze_a->is_soft - freeze_b->is_soft;
  return g_strcmp0 (slip_row_get_id (freeze_a->freeze),
                    slip_row_get_id (freeze_b->freeze));
}

/* The spans in @range that hold the release of @stage. */
static GArray *
list_spans (const SlipPlanState *state, const SlipRow *stage, SlipRange range)
{
  return slip_freeze_list_release_spans (
    state, range,
    slip_plan_state_get (state, SLIP_KIND_RELEASE, slip_row_get_owner (stage)));
}

GArray *
slip_gate_freeze_list (const SlipPlanState *state,
                       const SlipRow *stage,
                       SlipDate day)
{
  g_autoptr (GArray) spans =
    list_spans (state, stage, slip_range_new (day, day));
  GArray *freezes = g_array_new (FALSE, FALSE, sizeof (SlipGateFreeze));

  for (guint i = 0; i < spans->len; i++) {
    const SlipFreezeSpan *span = &g_array_index (spans, SlipFreezeSpan, i);
    SlipGateFreeze freeze = {
      .freeze = span->freeze,
      .range = span->range,
      .is_soft = is_soft (span->freeze),
      .exception = slip_exception_find (state, slip_row_get_owner (stage),
                                        slip_row_get_id (stage),
                                        slip_row_get_id (span->freeze), day),
    };

    g_array_append_val (freezes, freeze);
  }

  g_array_sort (freezes, compare_freezes_cb);
  return freezes;
}

SlipDate
slip_gate_find_free_day (const SlipPlanState *state,
                         const SlipRow *stage,
                         SlipDate day)
{
  SlipRange range = slip_range_new (day, slip_date_add_days (day, SEARCH_DAYS));
  g_autoptr (GArray) spans = list_spans (state, stage, range);
  SlipDate free_day = day;

  /* They are ordered by their first day. */
  for (guint i = 0; i < spans->len; i++) {
    const SlipFreezeSpan *span = &g_array_index (spans, SlipFreezeSpan, i);

    if (!is_soft (span->freeze) && slip_range_contains (span->range, free_day))
      free_day = slip_date_add_days (span->range.last, 1);
  }

  return slip_range_contains (range, free_day) ? free_day : SLIP_DATE_NONE;
}

static const char *
get_name (const SlipRow *freeze)
{
  const char *name = slip_row_get_text (freeze, SLIP_FREEZE_NAME);

  return name != NULL ? name : _ ("Freeze");
}

/* '“Year-end freeze”, first free day Tue 5 January' */
static char *
dup_hard (const SlipGateScope *scope, const SlipGateFreeze *freeze)
{
  SlipDate free_day =
    slip_gate_find_free_day (scope->state, scope->stage, scope->moment.today);
  g_autofree char *day = slip_gate_scope_dup_day (scope, free_day);

  if (!slip_date_is_set (free_day))
    /* Translators: a freeze. */
    return g_strdup_printf (_ ("“%s”, no free day within two years"),
                            get_name (freeze->freeze));
  /* Translators: a freeze, and the first day that lies in none. */
  return g_strdup_printf (_ ("“%s”, first free day: %s"),
                          get_name (freeze->freeze), day);
}

/* '“Year-end freeze”, exception decided by Head of product: the customers…' */
static char *
dup_exception (const SlipGateFreeze *freeze)
{
  const char *person =
    slip_row_get_text (freeze->exception, SLIP_DECISION_PERSON_NAME);
  const char *reason =
    slip_row_get_text (freeze->exception, SLIP_DECISION_REASON);

  /* Translators: a freeze, who decided an exception from it, and why. */
  return g_strdup_printf (_ ("“%s”, exception by %s: %s"),
                          get_name (freeze->freeze),
                          person != NULL ? person : _ ("nobody known"),
                          reason != NULL ? reason : _ ("no reason given"));
}

static char *
dup_text (const SlipGateScope *scope, const SlipGateFreeze *freeze)
{
  if (freeze->exception != NULL && !freeze->is_soft)
    return dup_exception (freeze);
  if (!freeze->is_soft)
    return dup_hard (scope, freeze);

  /* Translators: a freeze that only warns. */
  return g_strdup_printf (_ ("“%s”, soft: be careful"),
                          get_name (freeze->freeze));
}

void
slip_gate_check_freeze (const SlipGateScope *scope, SlipGateLine *line)
{
  g_autoptr (GArray) freezes =
    slip_gate_freeze_list (scope->state, scope->stage, scope->moment.today);

  for (guint i = 0; i < freezes->len; i++) {
    const SlipGateFreeze *freeze = &g_array_index (freezes, SlipGateFreeze, i);

    slip_gate_line_take_part (line,
                              slip_gate_freeze_forbids (freeze)
                                ? SLIP_GATE_NOT_MET
                                : SLIP_GATE_MET,
                              SLIP_KIND_FREEZE,
                              slip_row_get_id (freeze->freeze),
                              dup_text (scope, freeze));
  }

  line->bare_state = slip_gate_line_sum_parts (line);
  line->is_marked = freezes->len > 0 && line->bare_state == SLIP_GATE_MET;
  slip_gate_line_set_cause (line, SLIP_KIND_NONE, NULL);
  if (freezes->len == 0) {
    line->detail = g_strdup (_ ("none today"));
    return;
  }

  /* Hard ones come first; one with an exception may come before one without. */
  for (guint i = 0; i < line->parts->len; i++) {
    const SlipGatePart *part = line->parts->pdata[i];

    if (part->state != line->bare_state)
      continue;
    slip_gate_line_set_cause (line, SLIP_KIND_FREEZE, part->id);
    line->detail = g_strdup (part->text);
    return;
  }
}
