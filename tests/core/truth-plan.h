/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <stdlib.h>

#include "slip-decision.h"
#include "slip-moment.h"
#include "slip-past.h"
#include "told-plan.h"

/*
 * The told plan with two rollout stages of 'r': 'internal' (planned from 1 to 4
 * December, a soak of two days) and 'all' (for everyone, the launch, planned
 * from 8 to 9 December), and the item 'deck' of Sales.  Instants are written
 * 'YYYY-MM-DD hh:mm', in UTC, which is the time of the tests.
 */

static inline gint64
at (const char *text)
{
  g_autofree char *date = g_strndup (text, 10);
  int hours = atoi (text + 11);
  int minutes = atoi (text + 14);

  return ((gint64) day (date).day * 86400 + hours * 3600 + minutes * 60) * 1000;
}

static inline SlipMoment
moment (const char *text)
{
  g_autofree char *date = g_strndup (text, 10);

  return (SlipMoment){ at (text), day (date) };
}

static inline void
add_truth_stage (SlipPlanState **state,
                 const char *id,
                 SlipStageType type,
                 const char *first,
                 const char *last,
                 const char *rank)
{
  SlipEdit *edit = slip_edit_new (*state, SLIP_VERB_ADD);

  slip_edit_create (edit, SLIP_KIND_STAGE, id, "r");
  slip_edit_set_text (edit, SLIP_KIND_STAGE, id, SLIP_STAGE_NAME, id);
  slip_edit_set_integer (edit, SLIP_KIND_STAGE, id, SLIP_STAGE_TYPE, type);
  slip_edit_set_date (edit, SLIP_KIND_STAGE, id, SLIP_STAGE_PLANNED_START,
                      day (first));
  slip_edit_set_date (edit, SLIP_KIND_STAGE, id, SLIP_STAGE_PLANNED_END,
                      day (last));
  slip_edit_set_integer (edit, SLIP_KIND_STAGE, id, SLIP_STAGE_LENGTH_DAYS,
                         slip_range_get_length (days (first, last)));
  slip_edit_set_text (edit, SLIP_KIND_STAGE, id, SLIP_STAGE_RANK, rank);
  apply_edit (state, edit);
}

static inline SlipPlanState *
new_truth_plan (void)
{
  SlipPlanState *state = new_told_plan ();

  add_truth_stage (&state, "internal", SLIP_STAGE_TYPE_INTERNAL, "2026-12-01",
                   "2026-12-04", "A");
  add_truth_stage (&state, "all", SLIP_STAGE_TYPE_EVERYONE, "2026-12-08",
                   "2026-12-09", "B");
  set_integer (&state, SLIP_KIND_STAGE, "internal", SLIP_STAGE_SOAK_HOURS, 48);
  set_integer (&state, SLIP_KIND_STAGE, "all", SLIP_STAGE_IS_LAUNCH, TRUE);
  add_item (&state, "r", "sales", "deck", SLIP_ITEM_STATE_DONE, "2026-12-01");
  slip_plan_state_set_loaded (state, "r");
  return state;
}

/* Says when a stage started and ended; NULL: not recorded. */
static inline void
run_stage (SlipPlanState **state,
           const char *stage,
           SlipStageState to,
           const char *started,
           const char *ended)
{
  SlipEdit *edit = slip_edit_new (*state, SLIP_VERB_EDIT);

  slip_edit_set_integer (edit, SLIP_KIND_STAGE, stage, SLIP_STAGE_STATE, to);
  if (started != NULL)
    slip_edit_set_integer (edit, SLIP_KIND_STAGE, stage, SLIP_STAGE_STARTED_AT,
                           at (started));
  if (ended != NULL)
    slip_edit_set_integer (edit, SLIP_KIND_STAGE, stage, SLIP_STAGE_ENDED_AT,
                           at (ended));
  apply_edit (state, edit);
}

/* Has the gate of 'all' ask for the required items of @audience. */
static inline void
ask_items (SlipPlanState **state, const char *audience)
{
  SlipEdit *edit = slip_edit_new (*state, SLIP_VERB_ADD);

  slip_edit_create (edit, SLIP_KIND_CRITERION, "asked", "r");
  slip_edit_set_text (edit, SLIP_KIND_CRITERION, "asked", SLIP_CRITERION_STAGE,
                      "all");
  slip_edit_set_integer (edit, SLIP_KIND_CRITERION, "asked",
                         SLIP_CRITERION_TYPE, SLIP_CRITERION_ITEMS);
  slip_edit_set_integer (edit, SLIP_KIND_CRITERION, "asked",
                         SLIP_CRITERION_IS_MUST, TRUE);
  slip_edit_set_text (edit, SLIP_KIND_CRITERION, "asked",
                      SLIP_CRITERION_AUDIENCE, audience);
  apply_edit (state, edit);
}

/* Appends a step that sets one property, and then is the newest. */
static inline void
put_step (GPtrArray *steps,
          gint64 number,
          SlipStepType type,
          gint64 target,
          const char *when,
          SlipWriter writer,
          SlipChange *change)
{
  SlipStep *step = g_new0 (SlipStep, 1);

  step->number = number;
  step->type = type;
  step->target = target;
  step->at_ms = at (when);
  step->author = slip_author_new (NULL, "Release lead", writer);
  step->set = slip_change_set_new (SLIP_VERB_EDIT, NULL);
  slip_change_set_take (step->set, change);
  g_ptr_array_insert (steps, 0, step);
}

static inline SlipChange *
new_change (SlipKind kind,
            const char *id,
            const char *owner,
            guint property,
            SlipValue before,
            SlipValue after)
{
  SlipChange *change = slip_change_new_create (kind, id, owner);

  change->type = SLIP_CHANGE_SET;
  change->property = property;
  change->old_value = before;
  change->new_value = after;
  return change;
}

/* 'deck' is done at that time. */
static inline SlipPast *
new_past_of_deck (const char *when)
{
  SlipPast *past = slip_past_new ();
  g_autoptr (GPtrArray) steps =
    g_ptr_array_new_with_free_func ((GDestroyNotify) slip_step_free);

  put_step (steps, 1, SLIP_STEP_EDIT, 0, when, SLIP_WRITER_WINDOW,
            new_change (SLIP_KIND_ITEM, "deck", "r", SLIP_ITEM_STATE,
                        slip_value_new_integer (SLIP_ITEM_STATE_TO_DO),
                        slip_value_new_integer (SLIP_ITEM_STATE_DONE)));
  slip_past_read (past, "r", steps);
  return past;
}
