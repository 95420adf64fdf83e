/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "checked-plan.h"
#include "said.h"
#include "slip-gate.h"

/*
 * The checked plan with the release 'r' (Payments 3.9, Tuesday 8 December
 * 2026), which has the stages 'internal', 'five' (5 %, active since noon of
 * Tuesday 1 December, to soak three days) and 'everyone' (the launch).  Now is
 * noon of Thursday 3 December.
 */

#define TODAY   "2026-12-03"
#define HOUR_MS G_GINT64_CONSTANT (3600000)

static inline gint64
noon (const char *date)
{
  return (gint64) day (date).day * 86400000 + 12 * HOUR_MS;
}

static inline SlipMoment
now (void)
{
  return (SlipMoment){ noon (TODAY), day (TODAY) };
}

static inline void
add_stage (SlipPlanState **state,
           const char *id,
           const char *name,
           const char *rank,
           SlipStageState stage_state)
{
  SlipEdit *edit = slip_edit_new (*state, SLIP_VERB_ADD);

  slip_edit_create (edit, SLIP_KIND_STAGE, id, "r");
  slip_edit_set_text (edit, SLIP_KIND_STAGE, id, SLIP_STAGE_NAME, name);
  slip_edit_set_text (edit, SLIP_KIND_STAGE, id, SLIP_STAGE_RANK, rank);
  slip_edit_set_integer (edit, SLIP_KIND_STAGE, id, SLIP_STAGE_STATE,
                         stage_state);
  apply_edit (state, edit);
}

static inline SlipPlanState *
new_gate_plan (void)
{
  SlipPlanState *state = new_checked_plan ();

  add_release (&state, "r", "payments", "3.9", "2026-12-08");
  set_integer (&state, SLIP_KIND_RELEASE, "r", SLIP_RELEASE_STATUS,
               SLIP_STATUS_ROLLING_OUT);
  add_stage (&state, "internal", "Internal", "A", SLIP_STAGE_STATE_DONE);
  set_integer (&state, SLIP_KIND_STAGE, "internal", SLIP_STAGE_STARTED_AT,
               noon ("2026-11-26"));
  set_integer (&state, SLIP_KIND_STAGE, "internal", SLIP_STAGE_ENDED_AT,
               noon ("2026-12-01"));
  add_stage (&state, "five", "5 %", "B", SLIP_STAGE_STATE_ACTIVE);
  set_integer (&state, SLIP_KIND_STAGE, "five", SLIP_STAGE_TYPE,
               SLIP_STAGE_TYPE_PERCENTAGE);
  set_integer (&state, SLIP_KIND_STAGE, "five", SLIP_STAGE_SHARE, 500);
  set_integer (&state, SLIP_KIND_STAGE, "five", SLIP_STAGE_SOAK_HOURS, 72);
  set_integer (&state, SLIP_KIND_STAGE, "five", SLIP_STAGE_STARTED_AT,
               noon ("2026-12-01"));
  add_stage (&state, "everyone", "everyone", "C", SLIP_STAGE_STATE_PLANNED);
  set_integer (&state, SLIP_KIND_STAGE, "everyone", SLIP_STAGE_TYPE,
               SLIP_STAGE_TYPE_EVERYONE);
  set_integer (&state, SLIP_KIND_STAGE, "everyone", SLIP_STAGE_IS_LAUNCH, TRUE);
  slip_plan_state_set_loaded (state, "r");
  return state;
}

/* Asks for something before @stage starts. */
static inline void
add_criterion_to (SlipPlanState **state,
                  const char *id,
                  const char *stage,
                  SlipCriterionType type,
                  gboolean is_must)
{
  SlipEdit *edit = slip_edit_new (*state, SLIP_VERB_ADD);

  slip_edit_create (edit, SLIP_KIND_CRITERION, id, "r");
  slip_edit_set_text (edit, SLIP_KIND_CRITERION, id, SLIP_CRITERION_STAGE,
                      stage);
  slip_edit_set_integer (edit, SLIP_KIND_CRITERION, id, SLIP_CRITERION_TYPE,
                         type);
  slip_edit_set_integer (edit, SLIP_KIND_CRITERION, id, SLIP_CRITERION_IS_MUST,
                         is_must);
  apply_edit (state, edit);
}

static inline void
add_criterion (SlipPlanState **state,
               const char *id,
               SlipCriterionType type,
               gboolean is_must)
{
  add_criterion_to (state, id, "everyone", type, is_must);
}

static inline void
waive (SlipPlanState **state, const char *criterion, const char *until)
{
  SlipEdit *edit = slip_edit_new (*state, SLIP_VERB_EDIT);

  slip_edit_set_text (edit, SLIP_KIND_CRITERION, criterion,
                      SLIP_CRITERION_WAIVER_PERSON, "lead");
  slip_edit_set_text (edit, SLIP_KIND_CRITERION, criterion,
                      SLIP_CRITERION_WAIVER_REASON, "The vendor is late");
  slip_edit_set_date (edit, SLIP_KIND_CRITERION, criterion,
                      SLIP_CRITERION_WAIVER_UNTIL, day (until));
  apply_edit (state, edit);
}

/* Adds a communication that told @audience at @sent_ms that the release comes
 * on @date; %NULL for no date. */
static inline void
tell_at (SlipPlanState **state,
         const char *audience,
         gint64 sent_ms,
         const char *date)
{
  SlipEdit *edit = slip_edit_new (*state, SLIP_VERB_TELL);

  slip_edit_create (edit, SLIP_KIND_COMMUNICATION, audience, "r");
  slip_edit_set_text (edit, SLIP_KIND_COMMUNICATION, audience,
                      SLIP_COMMUNICATION_AUDIENCE, audience);
  slip_edit_set_integer (edit, SLIP_KIND_COMMUNICATION, audience,
                         SLIP_COMMUNICATION_SENT_AT, sent_ms);
  slip_edit_set_date (edit, SLIP_KIND_COMMUNICATION, audience,
                      SLIP_COMMUNICATION_DATE_TOLD, day (date));
  apply_edit (state, edit);
}

/* Adds the flag 'f' (new-checkout), which is to be on for 5 % at that stage. */
static inline void
add_flag (SlipPlanState **state, SlipFlagState observed, gint64 share)
{
  SlipEdit *edit = slip_edit_new (*state, SLIP_VERB_ADD);

  slip_edit_create (edit, SLIP_KIND_FLAG, "f", "r");
  slip_edit_set_text (edit, SLIP_KIND_FLAG, "f", SLIP_FLAG_KEY, "new-checkout");
  slip_edit_set_integer (edit, SLIP_KIND_FLAG, "f", SLIP_FLAG_OBSERVED,
                         observed);
  if (observed == SLIP_FLAG_STATE_ON) {
    slip_edit_set_integer (edit, SLIP_KIND_FLAG, "f", SLIP_FLAG_OBSERVED_SHARE,
                           share);
    slip_edit_set_text (edit, SLIP_KIND_FLAG, "f", SLIP_FLAG_OBSERVED_SOURCE,
                        "flag console");
    slip_edit_set_integer (edit, SLIP_KIND_FLAG, "f", SLIP_FLAG_OBSERVED_AT,
                           noon (TODAY) - 3 * HOUR_MS);
  }
  slip_edit_create (edit, SLIP_KIND_FLAG_STAGE, "f-five", "r");
  slip_edit_set_text (edit, SLIP_KIND_FLAG_STAGE, "f-five",
                      SLIP_FLAG_STAGE_FLAG, "f");
  slip_edit_set_text (edit, SLIP_KIND_FLAG_STAGE, "f-five",
                      SLIP_FLAG_STAGE_STAGE, "five");
  slip_edit_set_integer (edit, SLIP_KIND_FLAG_STAGE, "f-five",
                         SLIP_FLAG_STAGE_IS_ON, TRUE);
  slip_edit_set_integer (edit, SLIP_KIND_FLAG_STAGE, "f-five",
                         SLIP_FLAG_STAGE_SHARE, 500);
  apply_edit (state, edit);
}

/* A feed that answered a time ago, and what it says. */
static inline Said *
new_said (SlipPlanState **state, gint64 ago_ms)
{
  Said *said = said_new ();
  SlipFeedStanding *standing = say_standing (said, "desk", 0);

  add_feed (state, "desk", "Help desk");
  standing->succeeded_at_ms = noon (TODAY) - ago_ms;
  return said;
}

/* Adds the freeze @id, called 'Year-end freeze'. */
static inline void
add_freeze (SlipPlanState **state,
            const char *id,
            SlipSeverity severity,
            const char *first,
            const char *last)
{
  SlipEdit *edit = slip_edit_new (*state, SLIP_VERB_ADD);

  create_named (edit, SLIP_KIND_FREEZE, id, "Year-end freeze");
  slip_edit_set_integer (edit, SLIP_KIND_FREEZE, id, SLIP_FREEZE_SEVERITY,
                         severity);
  slip_edit_set_date (edit, SLIP_KIND_FREEZE, id, SLIP_FREEZE_FIRST_DAY,
                      day (first));
  slip_edit_set_date (edit, SLIP_KIND_FREEZE, id, SLIP_FREEZE_LAST_DAY,
                      day (last));
  apply_edit (state, edit);
}

static inline SlipGate *
evaluate (const SlipPlanState *state)
{
  SlipGate *gate = slip_gate_evaluate (state, "everyone", now ());

  g_assert_nonnull (gate);
  return gate;
}
