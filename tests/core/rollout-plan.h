/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-entity-edit.h"
#include "slip-rollout.h"
#include "slip-rules.h"

#include "built-plan.h"

/*
 * The small plan with 'pay', Payments 3.9 on Tuesday 8 December 2026, and its
 * stages 'internal' (from the Tuesday before, 7 days, 20 people), 'five' (5 %,
 * the launch, 2 days, a soak of 24 hours, 1,000 people), 'quarter' (25 %, 3
 * days, 48 hours, proposed, 5,000 people) and 'all' (everyone, 20,000 people),
 * each but the first two after the end of the one before.
 */

#define HOUR_MS G_GINT64_CONSTANT (3600000)

/* @hour of the day @date, in UTC. */
static inline SlipMoment
moment (const char *date, int hour)
{
  SlipDate today = day (date);

  return (SlipMoment){ ((gint64) today.day * 24 + hour) * HOUR_MS, today };
}

typedef struct {
  const char *id;
  SlipStageType type;
  int share;
  int people;
  gboolean is_launch;
  SlipStageAnchor anchor;
  int offset;
  int length;
  int soak;
  SlipAdvance advance;
} PlannedStage;

static inline void
add_planned_stage (SlipPlanState **state,
                   const char *release,
                   const PlannedStage *stage)
{
  g_autoptr (SlipEntityEdit) edit =
    slip_entity_edit_new_create (SLIP_KIND_STAGE, stage->id, release);

  slip_entity_edit_add_text (edit, SLIP_STAGE_NAME, stage->id);
  slip_entity_edit_add_integer (edit, SLIP_STAGE_TYPE, stage->type);
  if (stage->share > 0)
    slip_entity_edit_add_integer (edit, SLIP_STAGE_SHARE, stage->share);
  if (stage->people > 0)
    slip_entity_edit_add_integer (edit, SLIP_STAGE_PEOPLE, stage->people);
  slip_entity_edit_add_integer (edit, SLIP_STAGE_IS_LAUNCH, stage->is_launch);
  slip_entity_edit_add_integer (edit, SLIP_STAGE_START_ANCHOR, stage->anchor);
  slip_entity_edit_add_integer (edit, SLIP_STAGE_START_OFFSET, stage->offset);
  slip_entity_edit_add_integer (edit, SLIP_STAGE_LENGTH_DAYS, stage->length);
  slip_entity_edit_add_integer (edit, SLIP_STAGE_SOAK_HOURS, stage->soak);
  slip_entity_edit_add_integer (edit, SLIP_STAGE_ADVANCE, stage->advance);
  apply_intent (state, slip_entity_edit_run, edit);
}

static inline SlipPlanState *
new_rollout_plan (void)
{
  static const PlannedStage stages[] = {
    { "internal", SLIP_STAGE_TYPE_INTERNAL, 0, 20, FALSE,
      SLIP_STAGE_ANCHOR_RELEASE, -7, 7, 0, SLIP_ADVANCE_BY_HAND },
    { "five", SLIP_STAGE_TYPE_PERCENTAGE, 500, 1000, TRUE,
      SLIP_STAGE_ANCHOR_RELEASE, 0, 2, 24, SLIP_ADVANCE_BY_HAND },
    { "quarter", SLIP_STAGE_TYPE_PERCENTAGE, 2500, 5000, FALSE,
      SLIP_STAGE_ANCHOR_PREVIOUS, 0, 3, 48, SLIP_ADVANCE_PROPOSED },
    { "all", SLIP_STAGE_TYPE_EVERYONE, 0, 20000, FALSE,
      SLIP_STAGE_ANCHOR_PREVIOUS, 0, 1, 0, SLIP_ADVANCE_BY_HAND },
  };
  SlipPlanState *state = new_plan ();

  add_release (&state, "pay", "payments", "3.9", "2026-12-08");
  for (guint i = 0; i < G_N_ELEMENTS (stages); i++)
    add_planned_stage (&state, "pay", &stages[i]);
  return state;
}

static inline const SlipRow *
get_stage (const SlipPlanState *state, const char *id)
{
  const SlipRow *row = slip_plan_state_get (state, SLIP_KIND_STAGE, id);

  g_assert_nonnull (row);
  return row;
}

/* One step of a rollout, as an intent's data. */
typedef struct {
  void (*act) (SlipEdit *edit, const char *stage, SlipMoment moment);
  const char *stage;
  SlipMoment moment;
} Act;

static inline gboolean
run_act (SlipEdit *edit, gconstpointer data, GError **error)
{
  const Act *act = data;

  act->act (edit, act->stage, act->moment);
  return TRUE;
}

static inline void
act (SlipPlanState **state,
     void (*func) (SlipEdit *edit, const char *stage, SlipMoment moment),
     const char *stage,
     const char *date,
     int hour)
{
  const Act data = { func, stage, moment (date, hour) };

  apply_intent (state, run_act, &data);
}

static inline gboolean
run_skip (SlipEdit *edit, gconstpointer data, GError **error)
{
  slip_rollout_skip (edit, data);
  return TRUE;
}

typedef struct {
  const char *stage;
  const char *to_stage;
  SlipMoment moment;
} RollBack;

static inline gboolean
run_roll_back (SlipEdit *edit, gconstpointer data, GError **error)
{
  const RollBack *back = data;

  slip_rollout_roll_back (edit, back->stage, back->to_stage, back->moment);
  return TRUE;
}

static inline void
roll_back (SlipPlanState **state,
           const char *stage,
           const char *to_stage,
           const char *date,
           int hour)
{
  const RollBack data = { stage, to_stage, moment (date, hour) };

  apply_intent (state, run_roll_back, &data);
}

static inline void
set_status_by_hand (SlipPlanState **state, SlipStatus status)
{
  g_autoptr (SlipEntityEdit) edit =
    slip_entity_edit_new_set (SLIP_KIND_RELEASE, "pay");

  slip_entity_edit_add_integer (edit, SLIP_RELEASE_STATUS, status);
  apply_intent (state, slip_entity_edit_run, edit);
}

/* Asserts the states of all stages of 'pay', a letter each, and its status:
 * p(lanned), a(ctive), h(eld), d(one), r(olled back), s(kipped). */
static inline void
assert_rollout (const SlipPlanState *state,
                const char *letters,
                SlipStatus status)
{
  g_autoptr (GPtrArray) stages = slip_stage_list (state, "pay");
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < stages->len; i++)
    g_string_append_c (found,
                       "pahdrs"[slip_stage_get_state (stages->pdata[i])]);
  g_assert_cmpstr (found->str, ==, letters);
  g_assert_cmpint (slip_release_get_status (get_release (state, "pay")), ==,
                   status);
}

static inline void
assert_stage_date (const SlipPlanState *state,
                   const char *stage,
                   guint property,
                   const char *date)
{
  g_autofree char *text =
    slip_date_to_text (slip_row_get_date (get_stage (state, stage), property));

  g_assert_cmpstr (text, ==, date);
}

static inline void
assert_no_faults (const SlipPlanState *state)
{
  g_autoptr (GPtrArray) faults = slip_rules_check (state);

  for (guint i = 0; i < faults->len; i++)
    g_test_message ("%s", (const char *) faults->pdata[i]);
  g_assert_cmpuint (faults->len, ==, 0);
}
