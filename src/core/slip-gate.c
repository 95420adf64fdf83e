/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-gate-scope.h"

#include <glib/gi18n-lib.h>

#include "slip-stage.h"

static void
part_free (SlipGatePart *part)
{
  g_free (part->id);
  g_free (part->text);
  g_free (part);
}

static void
line_free (SlipGateLine *line)
{
  slip_row_unref (line->criterion);
  g_free (line->title);
  g_free (line->detail);
  g_free (line->waiver);
  g_free (line->cause);
  g_ptr_array_unref (line->parts);
  g_free (line);
}

void
slip_gate_free (SlipGate *self)
{
  slip_row_unref (self->release);
  slip_row_unref (self->stage);
  g_clear_pointer (&self->previous, slip_row_unref);
  g_ptr_array_unref (self->lines);
  g_free (self);
}

void
slip_gate_line_set_cause (SlipGateLine *line, SlipKind kind, const char *id)
{
  g_free (line->cause);
  line->cause_kind = id != NULL ? kind : SLIP_KIND_NONE;
  line->cause = g_strdup (id);
}

void
slip_gate_line_take_part (SlipGateLine *line,
                          SlipGateState state,
                          SlipKind kind,
                          const char *id,
                          char *text)
{
  SlipGatePart *part = g_new0 (SlipGatePart, 1);

  part->state = state;
  part->kind = id != NULL ? kind : SLIP_KIND_NONE;
  part->id = g_strdup (id);
  part->text = text;
  g_ptr_array_add (line->parts, part);
}

SlipGateState
slip_gate_line_sum_parts (const SlipGateLine *line)
{
  SlipGateState sum = SLIP_GATE_MET;

  for (guint i = 0; i < line->parts->len; i++) {
    const SlipGatePart *part = line->parts->pdata[i];

    if (part->state == SLIP_GATE_NOT_MET)
      return SLIP_GATE_NOT_MET;
    if (part->state == SLIP_GATE_UNKNOWN)
      sum = SLIP_GATE_UNKNOWN;
  }

  return sum;
}

static int
compare_ranks_cb (gconstpointer a, gconstpointer b)
{
  const SlipRow *row_a = *(const SlipRow *const *) a;
  const SlipRow *row_b = *(const SlipRow *const *) b;
  const char *rank_a = slip_row_get_text (row_a, SLIP_CRITERION_RANK);
  const char *rank_b = slip_row_get_text (row_b, SLIP_CRITERION_RANK);
  int order = (rank_a == NULL) - (rank_b == NULL);

  if (order == 0)
    order = g_strcmp0 (rank_a, rank_b);
  return order != 0
           ? order
           : g_strcmp0 (slip_row_get_id (row_a), slip_row_get_id (row_b));
}

GPtrArray *
slip_criterion_list (const SlipPlanState *state,
                     const char *release,
                     const char *stage)
{
  g_autoptr (GPtrArray) all =
    slip_plan_state_list_owned (state, SLIP_KIND_CRITERION, release);
  GPtrArray *criteria =
    g_ptr_array_new_with_free_func ((GDestroyNotify) slip_row_unref);

  for (guint i = 0; i < all->len; i++)
    if (stage == NULL ||
        g_strcmp0 (slip_row_get_text (all->pdata[i], SLIP_CRITERION_STAGE),
                   stage) == 0)
      g_ptr_array_add (criteria, slip_row_ref (all->pdata[i]));

  g_ptr_array_sort (criteria, compare_ranks_cb);
  return criteria;
}

const SlipRow *
slip_gate_find_previous (const SlipPlanState *state, const SlipRow *stage)
{
  g_autoptr (GPtrArray) stages =
    slip_stage_list (state, slip_row_get_owner (stage));
  const char *previous = NULL;

  for (guint i = 0; i < stages->len; i++) {
    const SlipRow *row = stages->pdata[i];

    if (g_str_equal (slip_row_get_id (row), slip_row_get_id (stage)))
      break;
    if (slip_row_get_integer (row, SLIP_STAGE_STATE) !=
        SLIP_STAGE_STATE_SKIPPED)
      previous = slip_row_get_id (row);
  }

  return previous != NULL
           ? slip_plan_state_get (state, SLIP_KIND_STAGE, previous)
           : NULL;
}

gboolean
slip_criterion_is_waived (const SlipRow *criterion)
{
  return slip_row_get_text (criterion, SLIP_CRITERION_WAIVER_PERSON) != NULL &&
         slip_row_get_text (criterion, SLIP_CRITERION_WAIVER_REASON) != NULL;
}

static char *
dup_waiver (const SlipGateScope *scope,
            const SlipRow *criterion,
            gboolean is_over)
{
  const char *person = slip_gate_scope_get_person (
    scope, slip_row_get_text (criterion, SLIP_CRITERION_WAIVER_PERSON));
  const char *reason =
    slip_row_get_text (criterion, SLIP_CRITERION_WAIVER_REASON);
  SlipDate until = slip_row_get_date (criterion, SLIP_CRITERION_WAIVER_UNTIL);
  g_autofree char *day = NULL;

  if (!slip_date_is_set (until))
    /* Translators: a person, and why they do not ask for something. */
    return g_strdup_printf (_ ("waived by %s: %s"), person, reason);

  day = slip_gate_scope_dup_day (scope, until);
  if (is_over)
    /* Translators: a person, the last day of what they granted, and why. */
    return g_strdup_printf (_ ("the waiver by %s ended on %s: %s"), person, day,
                            reason);
  /* Translators: a person, the last day of what they granted, and why. */
  return g_strdup_printf (_ ("waived by %s until %s: %s"), person, day, reason);
}

static void
apply_waiver (const SlipGateScope *scope, SlipGateLine *line)
{
  SlipDate until =
    slip_row_get_date (line->criterion, SLIP_CRITERION_WAIVER_UNTIL);
  gboolean is_over = slip_date_is_set (until) &&
                     slip_date_is_before (until, scope->moment.today);

  line->state = line->bare_state;
  if (!slip_criterion_is_waived (line->criterion))
    return;

  line->waiver = dup_waiver (scope, line->criterion, is_over);
  if (!is_over && slip_gate_line_is_open (line))
    line->state = SLIP_GATE_WAIVED;
}

static void
check (const SlipGateScope *scope, SlipGateLine *line)
{
  static void (*const checks[SLIP_N_CRITERIA]) (const SlipGateScope *,
                                                SlipGateLine *) = {
    [SLIP_CRITERION_ITEMS] = slip_gate_check_items,
    [SLIP_CRITERION_NOTICE] = slip_gate_check_notice,
    [SLIP_CRITERION_SOAK] = slip_gate_check_soak,
    [SLIP_CRITERION_FLAGS] = slip_gate_check_flags,
    [SLIP_CRITERION_FEED] = slip_gate_check_feed,
    [SLIP_CRITERION_NO_FREEZE] = slip_gate_check_freeze,
    [SLIP_CRITERION_ROLLBACK_PLAN] = slip_gate_check_rollback_plan,
    [SLIP_CRITERION_FIGURE_WITHIN] = slip_gate_check_figure,
    [SLIP_CRITERION_OWN] = slip_gate_check_own,
  };

  checks[slip_row_get_integer (line->criterion, SLIP_CRITERION_TYPE)](scope,
                                                                      line);
  apply_waiver (scope, line);
}

static SlipGateLine *
line_new (const SlipGateScope *scope, const SlipRow *criterion)
{
  SlipGateLine *line = g_new0 (SlipGateLine, 1);

  line->criterion = slip_row_ref (criterion);
  line->is_must = slip_row_get_boolean (criterion, SLIP_CRITERION_IS_MUST);
  line->title = slip_criterion_dup_title (scope->state, criterion);
  /* Until something says otherwise. */
  line->bare_state = SLIP_GATE_UNKNOWN;
  line->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) part_free);
  slip_gate_line_set_cause (line, SLIP_KIND_CRITERION,
                            slip_row_get_id (criterion));
  check (scope, line);
  return line;
}

static SlipGate *
gate_new (const SlipGateScope *scope)
{
  SlipGate *self = g_new0 (SlipGate, 1);
  g_autoptr (GPtrArray) criteria =
    slip_criterion_list (scope->state, slip_row_get_id (scope->release),
                         slip_row_get_id (scope->stage));

  self->release = slip_row_ref (scope->release);
  self->stage = slip_row_ref (scope->stage);
  if (scope->previous != NULL)
    self->previous = slip_row_ref (scope->previous);
  self->moment = scope->moment;
  self->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) line_free);
  for (guint i = 0; i < criteria->len; i++) {
    SlipGateLine *line = line_new (scope, criteria->pdata[i]);

    g_ptr_array_add (self->lines, line);
    self->n_open_must += slip_gate_line_is_open (line) && line->is_must;
    self->n_open_should += slip_gate_line_is_open (line) && !line->is_must;
  }
  self->is_open = self->n_open_must == 0;
  return self;
}

static SlipGate *
evaluate (const SlipPlanState *state,
          const char *stage,
          SlipMoment moment,
          gboolean is_record)
{
  const SlipRow *row = slip_plan_state_get (state, SLIP_KIND_STAGE, stage);
  SlipGateScope scope = { .state = state,
                          .stage = row,
                          .moment = moment,
                          .is_record = is_record };

  if (row == NULL ||
      !slip_plan_state_is_loaded (state, slip_row_get_owner (row)))
    return NULL;

  scope.release =
    slip_plan_state_get (state, SLIP_KIND_RELEASE, slip_row_get_owner (row));
  scope.previous = slip_gate_find_previous (state, row);
  return gate_new (&scope);
}

SlipGate *
slip_gate_evaluate (const SlipPlanState *state,
                    const char *stage,
                    SlipMoment moment)
{
  return evaluate (state, stage, moment, FALSE);
}

SlipGate *
slip_gate_evaluate_for_record (const SlipPlanState *state,
                               const char *stage,
                               SlipMoment moment)
{
  return evaluate (state, stage, moment, TRUE);
}

const SlipGateLine *
slip_gate_find_line (const SlipGate *self, const char *criterion)
{
  for (guint i = 0; i < self->lines->len; i++) {
    const SlipGateLine *line = self->lines->pdata[i];

    if (g_strcmp0 (slip_row_get_id (line->criterion), criterion) == 0)
      return line;
  }

  return NULL;
}
