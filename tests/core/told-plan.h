/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "checked-plan.h"
#include "slip-telling.h"

/*
 * The checked plan with the release 'r' (Payments 3.9, Tuesday 8 December
 * 2026), which has checklists for 'support' and 'sales'.  Today is Monday 23
 * November.
 */

#define TODAY "2026-11-23"

static inline SlipPlanState *
new_told_plan (void)
{
  SlipPlanState *state = new_checked_plan ();

  add_release (&state, "r", "payments", "3.9", "2026-12-08");
  add_checklist (&state, "r", "support", "lead");
  add_checklist (&state, "r", "sales", NULL);
  return state;
}

static inline gint64
noon (const char *date)
{
  return (gint64) day (date).day * 86400000 + 12 * 3600000;
}

/* Tells @audience by a communication of @type at noon of @sent that the release
 * date is @date: "" for the present one, %NULL for none. */
static inline void
tell (SlipPlanState **state,
      const char *audience,
      SlipCommunicationType type,
      const char *sent,
      const char *date,
      const char *confirmed_by)
{
  g_autoptr (SlipTelling) telling =
    slip_telling_new ("r", audience, type, noon (sent), day (TODAY));

  telling->by = g_strdup ("lead");
  telling->confirmed_by = g_strdup (confirmed_by);
  if (date == NULL || *date != '\0') {
    telling->tells_present = FALSE;
    telling->date_told = day (date);
  }
  apply_intent (state, slip_telling_run, telling);
}

/* Plans a communication as @id on a fixed day; @date may be %NULL. */
static inline void
plan_communication (SlipPlanState **state,
                    const char *id,
                    const char *audience,
                    SlipCommunicationType type,
                    const char *date)
{
  SlipEdit *edit = slip_edit_new (*state, SLIP_VERB_ADD);

  slip_edit_create (edit, SLIP_KIND_COMMUNICATION, id, "r");
  slip_edit_set_text (edit, SLIP_KIND_COMMUNICATION, id,
                      SLIP_COMMUNICATION_AUDIENCE, audience);
  slip_edit_set_integer (edit, SLIP_KIND_COMMUNICATION, id,
                         SLIP_COMMUNICATION_TYPE, type);
  slip_edit_set_date (edit, SLIP_KIND_COMMUNICATION, id,
                      SLIP_COMMUNICATION_PLANNED_DATE, day (date));
  apply_edit (state, edit);
}
