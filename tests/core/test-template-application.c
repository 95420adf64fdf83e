/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-entity-edit.h"
#include "slip-rules.h"
#include "slip-schedule.h"
#include "slip-template-addition.h"
#include "template-plan.h"

static void
assert_no_fault (const SlipPlanState *state)
{
  g_autoptr (GPtrArray) faults = slip_rules_check (state);

  for (guint i = 0; i < faults->len; i++)
    g_test_message ("%s", (const char *) faults->pdata[i]);
  g_assert_cmpuint (faults->len, ==, 0);
}

static const char *
get_owner (const SlipPlanState *state, const char *audience)
{
  return slip_row_get_text (find_part (state, SLIP_KIND_CHECKLIST, "r",
                                       SLIP_CHECKLIST_AUDIENCE, audience),
                            SLIP_CHECKLIST_OWNER);
}

static char *
dup_customers (const SlipPlanState *state)
{
  g_autoptr (GPtrArray) rows = slip_plan_state_list (state, SLIP_KIND_AUDIENCE);

  for (guint i = 0; i < rows->len; i++)
    if (g_strcmp0 (slip_row_get_text (rows->pdata[i], SLIP_AUDIENCE_NAME),
                   "Customers") == 0)
      return g_strdup (slip_row_get_id (rows->pdata[i]));

  g_assert_not_reached ();
}

static void
test_adds_what_the_template_has (void)
{
  g_autofree char *id = NULL;
  g_autoptr (SlipPlanState) state = new_template_plan (&id);
  g_autofree char *customers = dup_customers (state);
  const SlipRow *row;

  add_release (&state, "r", "payments", "4.0", "2026-12-15");
  apply_template (&state, id, "r");

  g_assert_cmpstr (slip_row_get_text (get_release (state, "r"),
                                      SLIP_RELEASE_TEMPLATE),
                   ==, id);
  g_assert_cmpuint (count_parts (state, SLIP_KIND_CHECKLIST, "r"), ==, 2);
  g_assert_cmpuint (count_parts (state, SLIP_KIND_ITEM, "r"), ==, 3);
  g_assert_cmpuint (count_parts (state, SLIP_KIND_STAGE, "r"), ==, 2);
  /* 15 December 2026 is a Tuesday; back five working days: 14, 11, 10, 9, 8. */
  assert_due (state, "r", "Train", "2026-12-08");
  /* Internal starts 4 days before, on Friday the 11th; the working day after
   * is Monday. */
  assert_due (state, "r", "Watch the queue", "2026-12-14");
  assert_due (state, "r", "Tell them", "2026-12-01");
  row = find_part (state, SLIP_KIND_STAGE, "r", SLIP_STAGE_NAME, "Internal");
  assert_row_date (row, SLIP_STAGE_PLANNED_START, "2026-12-11");
  assert_row_date (row, SLIP_STAGE_PLANNED_END, "2026-12-14");
  row = find_part (state, SLIP_KIND_STAGE, "r", SLIP_STAGE_NAME, "Everyone");
  assert_row_date (row, SLIP_STAGE_PLANNED_START, "2026-12-15");
  row = find_part (state, SLIP_KIND_COMMUNICATION, "r",
                   SLIP_COMMUNICATION_AUDIENCE, "support");
  g_assert_cmpint (slip_row_get_integer (row, SLIP_COMMUNICATION_TYPE), ==,
                   SLIP_COMMUNICATION_BRIEF);
  assert_row_date (row, SLIP_COMMUNICATION_PLANNED_DATE, "2026-12-08");
  row = find_part (state, SLIP_KIND_COMMUNICATION, "r",
                   SLIP_COMMUNICATION_AUDIENCE, customers);
  g_assert_cmpint (slip_row_get_integer (row, SLIP_COMMUNICATION_TYPE), ==,
                   SLIP_COMMUNICATION_ANNOUNCEMENT);
  assert_row_date (row, SLIP_COMMUNICATION_PLANNED_DATE, "2026-12-01");
  assert_no_fault (state);
}

static void
test_owners_are_found_by_role (void)
{
  g_autofree char *id = NULL;
  g_autoptr (SlipPlanState) state = new_template_plan (&id);
  g_autofree char *customers = dup_customers (state);
  const SlipRow *item;

  set_text (&state, SLIP_KIND_AUDIENCE, customers, SLIP_AUDIENCE_OWNER, "ops");
  add_release (&state, "r", "payments", "4.0", "2026-12-15");
  apply_template (&state, id, "r");

  g_assert_cmpstr (get_owner (state, "support"), ==, "lead");
  g_assert_cmpstr (get_owner (state, customers), ==, "ops");
  item = find_part (state, SLIP_KIND_ITEM, "r", SLIP_ITEM_TITLE, "Tell them");
  g_assert_cmpstr (slip_row_get_text (item, SLIP_ITEM_OWNER), ==, "lead");
  item = find_part (state, SLIP_KIND_ITEM, "r", SLIP_ITEM_TITLE, "Train");
  g_assert_null (slip_row_get_text (item, SLIP_ITEM_OWNER));
}

static void
test_nobody_of_the_role_leaves_it_unowned (void)
{
  g_autofree char *id = NULL;
  g_autoptr (SlipPlanState) state = new_template_plan (&id);
  g_autofree char *customers = dup_customers (state);

  set_integer (&state, SLIP_KIND_PERSON, "lead", SLIP_PERSON_IS_RETIRED, TRUE);
  set_integer (&state, SLIP_KIND_PERSON, "ops", SLIP_PERSON_IS_RETIRED, TRUE);
  set_text (&state, SLIP_KIND_AUDIENCE, customers, SLIP_AUDIENCE_OWNER, "ops");
  add_release (&state, "r", "payments", "4.0", "2026-12-15");
  apply_template (&state, id, "r");

  g_assert_null (get_owner (state, "support"));
  g_assert_null (get_owner (state, customers));
}

static void
test_leaves_out_what_is_not_wanted (void)
{
  g_autofree char *id = NULL;
  g_autoptr (SlipPlanState) state = new_template_plan (&id);
  g_autoptr (GPtrArray) parts = slip_template_list_audiences (state, id);
  g_autoptr (SlipTemplateApplication) application =
    slip_template_application_new (id, "r");

  add_release (&state, "r", "payments", "4.0", "2026-12-15");
  slip_template_application_set_without (
    application,
    (const char *const[]){ slip_row_get_id (parts->pdata[0]), NULL });
  apply_intent (&state, slip_template_application_run, application);
  g_assert_cmpuint (count_parts (state, SLIP_KIND_CHECKLIST, "r"), ==, 1);
  g_assert_cmpuint (count_parts (state, SLIP_KIND_ITEM, "r"), ==, 1);
  g_assert_cmpuint (count_parts (state, SLIP_KIND_COMMUNICATION, "r"), ==, 1);
  g_assert_cmpuint (count_parts (state, SLIP_KIND_STAGE, "r"), ==, 2);
  assert_due (state, "r", "Tell them", "2026-12-01");
  assert_no_fault (state);

  /* What was left out can come later. */
  apply_template (&state, id, "r");
  g_assert_cmpuint (count_parts (state, SLIP_KIND_ITEM, "r"), ==, 3);
}

static void
test_twice_adds_nothing (void)
{
  g_autofree char *id = NULL;
  g_autoptr (SlipPlanState) state = new_template_plan (&id);
  g_autoptr (SlipTemplateApplication) again = NULL;
  g_autoptr (SlipTemplateAddition) addition = NULL;
  g_autoptr (SlipChangeSet) set = NULL;

  add_release (&state, "r", "payments", "4.0", "2026-12-15");
  apply_template (&state, id, "r");
  again = slip_template_application_new (id, "r");
  set = slip_intent_run (slip_template_application_run, again, state, NULL);
  g_assert_cmpuint (set->changes->len, ==, 0);
  addition = slip_template_addition_new (state, again, NULL);
  g_assert_true (slip_template_addition_is_empty (addition));
  g_assert_cmpuint (addition->n_present, ==, 3);
}

static void
test_what_is_there_stays (void)
{
  g_autofree char *id = NULL;
  g_autoptr (SlipPlanState) state = new_template_plan (&id);
  g_autofree char *text = NULL;
  g_autoptr (SlipTemplateApplication) application =
    slip_template_application_new (id, "r");
  g_autoptr (SlipTemplateAddition) addition = NULL;
  SlipEdit *edit;

  add_release (&state, "r", "payments", "4.0", "2026-12-15");
  add_checklist (&state, "r", "support", NULL);
  add_item (&state, "r", "support", "TRAIN", SLIP_ITEM_STATE_DONE,
            "2026-11-30");
  edit = slip_edit_new (state, SLIP_VERB_ADD);
  slip_edit_create (edit, SLIP_KIND_STAGE, "all", "r");
  slip_edit_set_text (edit, SLIP_KIND_STAGE, "all", SLIP_STAGE_NAME, "All");
  slip_edit_set_integer (edit, SLIP_KIND_STAGE, "all", SLIP_STAGE_IS_LAUNCH,
                         TRUE);
  slip_edit_set_text (edit, SLIP_KIND_STAGE, "all", SLIP_STAGE_RANK, "V");
  apply_edit (&state, edit);

  addition = slip_template_addition_new (state, application, NULL);
  g_assert_cmpuint (addition->checklists->len, ==, 1);
  g_assert_cmpuint (addition->owned->len, ==, 1);
  g_assert_cmpuint (addition->items->len, ==, 2);
  g_assert_cmpuint (addition->stages->len, ==, 1);
  g_assert_cmpuint (addition->communications->len, ==, 2);
  g_assert_cmpuint (addition->n_present, ==, 1);
  text = slip_template_addition_describe (addition);
  g_assert_cmpstr (text, ==,
                   "1 checklist, 2 items, 1 stage, 2 planned communications, "
                   "an owner for 1 checklist; 1 item is there already");

  apply_intent (&state, slip_template_application_run, application);
  g_assert_cmpuint (count_parts (state, SLIP_KIND_STAGE, "r"), ==, 2);
  /* The template has Internal before the launch. */
  g_assert_cmpstr (slip_row_get_text (find_part (state, SLIP_KIND_STAGE, "r",
                                                 SLIP_STAGE_NAME, "Internal"),
                                      SLIP_STAGE_RANK),
                   <, "V");
  assert_due (state, "r", "TRAIN", "2026-11-30");
  assert_no_fault (state);
}

static void
test_addition_is_what_applying_does (void)
{
  g_autofree char *id = NULL;
  g_autoptr (SlipPlanState) state = new_template_plan (&id);
  g_autoptr (SlipTemplateApplication) application =
    slip_template_application_new (id, "r");
  g_autoptr (SlipTemplateAddition) addition = NULL;
  g_autofree char *digest = NULL;
  g_autofree char *same = NULL;

  add_release (&state, "r", "payments", "4.0", "2026-12-15");
  addition = slip_template_addition_new (state, application, NULL);
  apply_intent (&state, slip_template_application_run, application);
  digest = slip_plan_state_digest (addition->state);
  same = slip_plan_state_digest (state);
  g_assert_cmpstr (digest, ==, same);
  g_assert_cmpuint (addition->items->len, ==, 3);
}

static void
test_not_needed_and_retired_get_nothing (void)
{
  g_autofree char *id = NULL;
  g_autoptr (SlipPlanState) state = new_template_plan (&id);
  g_autofree char *customers = dup_customers (state);
  g_autoptr (SlipTemplateApplication) application =
    slip_template_application_new (id, "r");
  g_autoptr (SlipTemplateAddition) addition = NULL;

  add_release (&state, "r", "payments", "4.0", "2026-12-15");
  add_checklist (&state, "r", "support", NULL);
  set_integer (&state, SLIP_KIND_CHECKLIST, "r-support",
               SLIP_CHECKLIST_IS_NOT_NEEDED, TRUE);
  set_integer (&state, SLIP_KIND_AUDIENCE, customers, SLIP_AUDIENCE_IS_RETIRED,
               TRUE);
  addition = slip_template_addition_new (state, application, NULL);
  g_assert_cmpuint (addition->items->len, ==, 0);
  g_assert_cmpuint (addition->checklists->len, ==, 0);
  g_assert_cmpuint (addition->communications->len, ==, 0);
  g_assert_cmpuint (addition->n_not_needed, ==, 3);
  g_assert_cmpuint (addition->n_present, ==, 0);
  g_assert_cmpuint (addition->stages->len, ==, 2);
}

static void
test_unscheduled_release_keeps_the_rules (void)
{
  g_autofree char *id = NULL;
  g_autoptr (SlipPlanState) state = new_template_plan (&id);

  add_release (&state, "r", "payments", "4.0", NULL);
  apply_template (&state, id, "r");
  assert_due (state, "r", "Train", NULL);
  assert_no_fault (state);
}

static void
test_creation_in_one_step (void)
{
  g_autofree char *id = NULL;
  g_autoptr (SlipPlanState) state = new_template_plan (&id);
  g_autofree char *before = slip_plan_state_digest (state);
  g_autoptr (SlipTemplateApplication) application =
    slip_template_application_new (id, "r");
  GPtrArray *edits =
    g_ptr_array_new_with_free_func ((GDestroyNotify) slip_entity_edit_free);
  SlipEntityEdit *create =
    slip_entity_edit_new_create (SLIP_KIND_RELEASE, "r", NULL);
  g_autoptr (SlipChangeSet) set = NULL;
  g_autoptr (SlipChangeSet) inverse = NULL;
  g_autoptr (SlipPlanState) after = NULL;
  g_autoptr (SlipPlanState) undone = NULL;
  g_autofree char *again = NULL;

  slip_entity_edit_add_text (create, SLIP_RELEASE_PRODUCT, "payments");
  slip_entity_edit_add_text (create, SLIP_RELEASE_VERSION, "4.0");
  slip_entity_edit_add_planned (create, SLIP_ANCHOR_RELEASE,
                                (SlipPlannedDate){ day ("2026-12-15"),
                                                   SLIP_CERTAINTY_CONFIRMED });
  g_ptr_array_add (edits, create);
  slip_template_application_take_creation (application, edits);
  set =
    slip_intent_run (slip_template_application_run, application, state, NULL);
  g_assert_nonnull (set);
  g_assert_cmpint (set->verb, ==, SLIP_VERB_ADD);
  g_assert_cmpstr (set->subject, ==, "Payments 4.0");
  after = slip_plan_state_apply (state, set, NULL);
  assert_due (after, "r", "Train", "2026-12-08");
  assert_no_fault (after);

  inverse = slip_change_set_new_inverse (set);
  undone = slip_plan_state_apply (after, inverse, NULL);
  again = slip_plan_state_digest (undone);
  g_assert_cmpstr (again, ==, before);
}

static void
test_is_refused_when_over_or_gone (void)
{
  g_autofree char *id = NULL;
  g_autoptr (SlipPlanState) state = new_template_plan (&id);
  g_autoptr (SlipTemplateApplication) application =
    slip_template_application_new (id, "r");
  g_autoptr (SlipTemplateApplication) nothing =
    slip_template_application_new ("gone", "r");

  assert_refused (state, slip_template_application_run, application,
                  SLIP_PLAN_ERROR_NOT_FOUND);
  add_release (&state, "r", "payments", "4.0", "2026-12-15");
  assert_refused (state, slip_template_application_run, nothing,
                  SLIP_PLAN_ERROR_NOT_FOUND);
  set_status (&state, "r", SLIP_STATUS_RELEASED);
  assert_refused (state, slip_template_application_run, application,
                  SLIP_PLAN_ERROR_INVALID);
  set_status (&state, "r", SLIP_STATUS_PLANNED);
  slip_plan_state_unload (state, "r");
  assert_refused (state, slip_template_application_run, application,
                  SLIP_PLAN_ERROR_NOT_LOADED);
}

static SlipTemplateDraft *
new_random_draft (void)
{
  static const char *const names[] = { "Support", "Sales", "Customers",
                                       "Legal" };
  SlipTemplateDraft *draft = slip_template_draft_new ("Random");
  guint n_stages = (guint) g_test_rand_int_range (0, 4);
  int launch = g_test_rand_int_range (0, 4);

  for (guint i = 0; i < n_stages; i++) {
    SlipDraftStage *stage = slip_template_draft_add_stage (draft);

    stage->name = g_strdup_printf ("Stage %u", i);
    stage->is_launch = (int) i == launch;
    stage->start_anchor = (SlipStageAnchor) g_test_rand_int_range (0, 2);
    stage->start_offset = g_test_rand_int_range (-15, 16);
    stage->start_unit = (SlipUnit) g_test_rand_int_range (0, 2);
    stage->length_days = g_test_rand_int_range (0, 9);
  }
  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    SlipDraftAudience *audience = slip_template_draft_add_audience (draft);
    int n_items = g_test_rand_int_range (0, 6);

    audience->name = g_strdup (names[i]);
    audience->notice_days = g_test_rand_int_range (0, 20);
    for (int j = 0; j < n_items; j++) {
      SlipDraftItem *item =
        add_draft_item (audience, "",
                        (SlipDueAnchor) g_test_rand_int_range (0, 6),
                        g_test_rand_int_range (-30, 31),
                        (SlipUnit) g_test_rand_int_range (0, 2));

      g_free (item->title);
      item->title = g_strdup_printf ("Item %d", j);
      item->snap = (SlipSnap) g_test_rand_int_range (0, 3);
      if (item->anchor == SLIP_DUE_STAGE && n_stages == 0)
        item->anchor = SLIP_DUE_DEPLOY;
      else if (item->anchor == SLIP_DUE_STAGE)
        item->stage = (guint) g_test_rand_int_range (0, (gint32) n_stages);
    }
  }
  return draft;
}

static void
add_random_release (SlipPlanState **state)
{
  static const SlipCertainty certainties[] = { SLIP_CERTAINTY_CONFIRMED,
                                               SLIP_CERTAINTY_WEEK,
                                               SLIP_CERTAINTY_MONTH };
  SlipDate start = day ("2026-12-01");

  add_release (state, "r", "payments", "4.0", NULL);
  for (guint i = 0; i < SLIP_N_ANCHORS; i++) {
    SlipPlannedDate planned = {
      slip_date_add_days (start, g_test_rand_int_range (0, 60)),
      certainties[g_test_rand_int_range (0, G_N_ELEMENTS (certainties))]
    };
    g_autofree char *text = NULL;

    planned = slip_planned_date_normalize (planned);
    text = slip_date_to_text (planned.date);
    if (g_test_rand_int_range (0, 4) > 0)
      set_planned (state, "r", (SlipAnchor) i, text, planned.certainty);
  }
}

/* Any template, on any release: every part is where its rule says, a second
 * time adds nothing, and undoing leaves the plan as it was. */
static void
test_random_templates_keep_the_laws (void)
{
  for (guint i = 0; i < 300; i++) {
    g_autoptr (SlipPlanState) state = new_checked_plan ();
    g_autofree char *id = make_template (&state, new_random_draft ());
    g_autoptr (SlipTemplateApplication) application =
      slip_template_application_new (id, "r");
    g_autofree char *before = NULL;
    g_autofree char *restored = NULL;
    g_autoptr (SlipChangeSet) set = NULL;
    g_autoptr (SlipChangeSet) again = NULL;
    g_autoptr (SlipChangeSet) inverse = NULL;
    g_autoptr (SlipPlanState) after = NULL;
    g_autoptr (SlipPlanState) undone = NULL;

    add_random_release (&state);
    before = slip_plan_state_digest (state);
    set =
      slip_intent_run (slip_template_application_run, application, state, NULL);
    after = slip_plan_state_apply (state, set, NULL);
    assert_no_fault (after);
    again =
      slip_intent_run (slip_template_application_run, application, after, NULL);
    g_assert_cmpuint (again->changes->len, ==, 0);
    inverse = slip_change_set_new_inverse (set);
    undone = slip_plan_state_apply (after, inverse, NULL);
    restored = slip_plan_state_digest (undone);
    g_assert_cmpstr (restored, ==, before);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/template-application/adds-what-the-template-has",
                   test_adds_what_the_template_has);
  g_test_add_func ("/template-application/owner/is-found-by-role",
                   test_owners_are_found_by_role);
  g_test_add_func ("/template-application/owner/nobody-leaves-it-unowned",
                   test_nobody_of_the_role_leaves_it_unowned);
  g_test_add_func ("/template-application/leaves-out-what-is-not-wanted",
                   test_leaves_out_what_is_not_wanted);
  g_test_add_func ("/template-application/twice-adds-nothing",
                   test_twice_adds_nothing);
  g_test_add_func ("/template-application/what-is-there-stays",
                   test_what_is_there_stays);
  g_test_add_func ("/template-application/addition-is-what-applying-does",
                   test_addition_is_what_applying_does);
  g_test_add_func ("/template-application/not-needed-and-retired-get-nothing",
                   test_not_needed_and_retired_get_nothing);
  g_test_add_func ("/template-application/unscheduled-keeps-the-rules",
                   test_unscheduled_release_keeps_the_rules);
  g_test_add_func ("/template-application/creation-in-one-step",
                   test_creation_in_one_step);
  g_test_add_func ("/template-application/is-refused-when-over-or-gone",
                   test_is_refused_when_over_or_gone);
  g_test_add_func ("/template-application/random-templates-keep-the-laws",
                   test_random_templates_keep_the_laws);

  return g_test_run ();
}
