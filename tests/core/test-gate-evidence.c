/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-gate-evidence.h"

#include "gate-plan.h"

/* A gate with something of everything. */
static SlipPlanState *
new_full_plan (void)
{
  SlipPlanState *state = new_gate_plan ();

  add_criterion (&state, "a", SLIP_CRITERION_ITEMS, TRUE);
  set_text (&state, SLIP_KIND_CRITERION, "a", SLIP_CRITERION_AUDIENCE,
            "support");
  add_checklist (&state, "r", "support", "lead");
  add_item (&state, "r", "support", "Train", SLIP_ITEM_STATE_DONE, NULL);
  add_item (&state, "r", "support", "Write macros", SLIP_ITEM_STATE_DOING,
            "2026-12-04");
  add_criterion (&state, "b", SLIP_CRITERION_NOTICE, TRUE);
  set_text (&state, SLIP_KIND_CRITERION, "b", SLIP_CRITERION_AUDIENCE, "sales");
  set_integer (&state, SLIP_KIND_AUDIENCE, "sales", SLIP_AUDIENCE_NOTICE_DAYS,
               5);
  tell_at (&state, "sales", noon ("2026-11-30"), "2026-12-08");
  add_criterion (&state, "c", SLIP_CRITERION_SOAK, TRUE);
  waive (&state, "c", "2026-12-10");
  add_criterion (&state, "d", SLIP_CRITERION_NO_FREEZE, TRUE);
  add_freeze (&state, "hard", SLIP_SEVERITY_HARD, TODAY, "2026-12-04");
  add_criterion (&state, "e", SLIP_CRITERION_FIGURE_WITHIN, FALSE);
  set_text (&state, SLIP_KIND_CRITERION, "e", SLIP_CRITERION_TEXT,
            "Error\nrate");
  set_text (&state, SLIP_KIND_CRITERION, "e", SLIP_CRITERION_THRESHOLD, "0.5");
  set_text (&state, SLIP_KIND_CRITERION, "e", SLIP_CRITERION_FIGURE, "0.4");
  set_integer (&state, SLIP_KIND_CRITERION, "e", SLIP_CRITERION_FIGURE_AT,
               noon (TODAY) - 3 * HOUR_MS);
  add_criterion (&state, "f", SLIP_CRITERION_FEED, FALSE);
  return state;
}

static const char evidence_text[] =
  "Payments 3.9: 5 % → everyone\n"
  "As of 2026-12-03 12:00 UTC, local day 2026-12-03\n"
  "Release date: 2026-12-08 (Confirmed); status: Rolling out\n"
  "Exposed then: share 100 %\n"
  "Gate: shut: 3 musts stand in the way\n"
  "✗ not met, must: Required items of Support · 1 of 2, Support lead\n"
  "    ✗ Support: “Write macros”, Doing, Support lead, due 2026-12-04\n"
  "✗ not met, must: Sales was told in time · Sales was told on 2026-11-30, 3 "
  "working days before and asks for 5: met from 2026-12-07\n"
  "– waived, must: Soaked 3 days at 5 % · 2 d so far, over in 1 d\n"
  "    waived by Support lead until 2026-12-10: The vendor is late\n"
  "✗ not met, must: No freeze · “Year-end freeze”, first free day: 2026-12-05\n"
  "    ✗ “Year-end freeze”, first free day: 2026-12-05\n"
  "✓ met, should: Error rate at most 0.5 · 0.4, source not known, 2026-12-03 "
  "09:00 UTC\n"
  "? not known, should: Feed says ready · no feed reports\n"
  "Stages:\n"
  "    Internal: Done, started 2026-11-26 12:00 UTC, ended 2026-12-01 12:00 "
  "UTC\n"
  "    5 %: Active, started 2026-12-01 12:00 UTC\n"
  "    everyone: Planned";

static void
test_writes_everything_out (void)
{
  g_autoptr (SlipPlanState) state = new_full_plan ();
  g_autofree char *text = slip_gate_dup_evidence (state, "everyone", now ());

  g_assert_cmpstr (text, ==, evidence_text);
}

static void
test_is_no_longer_than_a_record_keeps (void)
{
  g_autoptr (SlipPlanState) state = new_gate_plan ();
  g_autofree char *long_text = g_strnfill (19999, 'x');
  g_autofree char *text = NULL;
  g_auto (SlipValue) value = SLIP_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 60; i++) {
    g_autofree char *id = g_strdup_printf ("c%02u", i);

    add_criterion (&state, id, SLIP_CRITERION_OWN, TRUE);
    set_text (&state, SLIP_KIND_CRITERION, id, SLIP_CRITERION_TEXT, long_text);
  }
  text = slip_gate_dup_evidence (state, "everyone", now ());
  value = slip_value_new_text (text);
  slip_property_check (slip_schema_get_property (SLIP_KIND_DECISION,
                                                 SLIP_DECISION_EVIDENCE),
                       &value, &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_suffix (text, "…"));
}

static void
test_is_none_without_a_stage (void)
{
  g_autoptr (SlipPlanState) state = new_gate_plan ();

  g_assert_null (slip_gate_dup_evidence (state, "nowhere", now ()));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/gate-evidence/writes-everything-out",
                   test_writes_everything_out);
  g_test_add_func ("/gate-evidence/is-no-longer-than-a-record-keeps",
                   test_is_no_longer_than_a_record_keeps);
  g_test_add_func ("/gate-evidence/is-none-without-a-stage",
                   test_is_none_without_a_stage);

  return g_test_run ();
}
