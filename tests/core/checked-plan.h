/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "built-plan.h"

/*
 * The small plan with people 'lead' (Support lead) and 'ops' (Sales ops), and
 * audiences in the order of telling: 'support' (Support), 'sales' (Sales) and
 * 'legal' (Legal, retired).
 */

static inline SlipPlanState *
new_checked_plan (void)
{
  static const char *const audiences[] = { "support", "Support", "A",
                                           "sales",   "Sales",   "B",
                                           "legal",   "Legal",   "C" };
  SlipPlanState *state = new_plan ();
  SlipEdit *edit = slip_edit_new (state, SLIP_VERB_ADD);

  create_named (edit, SLIP_KIND_PERSON, "lead", "Support lead");
  create_named (edit, SLIP_KIND_PERSON, "ops", "Sales ops");
  for (guint i = 0; i < G_N_ELEMENTS (audiences); i += 3) {
    create_named (edit, SLIP_KIND_AUDIENCE, audiences[i], audiences[i + 1]);
    slip_edit_set_text (edit, SLIP_KIND_AUDIENCE, audiences[i],
                        SLIP_AUDIENCE_RANK, audiences[i + 2]);
  }
  slip_edit_set_integer (edit, SLIP_KIND_AUDIENCE, "legal",
                         SLIP_AUDIENCE_IS_RETIRED, TRUE);
  apply_edit (&state, edit);
  return state;
}

/* Adds the checklist '@release-@audience'; @owner may be NULL. */
static inline void
add_checklist (SlipPlanState **state,
               const char *release,
               const char *audience,
               const char *owner)
{
  g_autofree char *id = g_strconcat (release, "-", audience, NULL);
  SlipEdit *edit = slip_edit_new (*state, SLIP_VERB_ADD);

  slip_edit_create (edit, SLIP_KIND_CHECKLIST, id, release);
  slip_edit_set_text (edit, SLIP_KIND_CHECKLIST, id, SLIP_CHECKLIST_AUDIENCE,
                      audience);
  slip_edit_set_text (edit, SLIP_KIND_CHECKLIST, id, SLIP_CHECKLIST_OWNER,
                      owner);
  apply_edit (state, edit);
}

/* Adds a required item @id to that checklist; @due may be NULL. */
static inline void
add_item (SlipPlanState **state,
          const char *release,
          const char *audience,
          const char *id,
          SlipItemState item_state,
          const char *due)
{
  g_autofree char *checklist = g_strconcat (release, "-", audience, NULL);
  SlipEdit *edit = slip_edit_new (*state, SLIP_VERB_ADD);

  slip_edit_create (edit, SLIP_KIND_ITEM, id, release);
  slip_edit_set_text (edit, SLIP_KIND_ITEM, id, SLIP_ITEM_CHECKLIST, checklist);
  slip_edit_set_text (edit, SLIP_KIND_ITEM, id, SLIP_ITEM_TITLE, id);
  slip_edit_set_integer (edit, SLIP_KIND_ITEM, id, SLIP_ITEM_IS_REQUIRED, TRUE);
  slip_edit_set_integer (edit, SLIP_KIND_ITEM, id, SLIP_ITEM_STATE, item_state);
  slip_edit_set_date (edit, SLIP_KIND_ITEM, id, SLIP_ITEM_DUE_DATE, day (due));
  apply_edit (state, edit);
}

static inline void
set_date_of_item (SlipPlanState **state, const char *item, const char *due)
{
  SlipEdit *edit = slip_edit_new (*state, SLIP_VERB_EDIT);

  slip_edit_set_date (edit, SLIP_KIND_ITEM, item, SLIP_ITEM_DUE_DATE,
                      day (due));
  apply_edit (state, edit);
}

static inline void
set_status (SlipPlanState **state, const char *release, SlipStatus status)
{
  set_integer (state, SLIP_KIND_RELEASE, release, SLIP_RELEASE_STATUS, status);
}
