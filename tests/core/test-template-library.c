/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-rules.h"
#include "slip-sample.h"
#include "slip-schedule.h"
#include "slip-template-library-table.h"
#include "slip-template-library.h"
#include "template-plan.h"

/* What the table says of the one item of @draft with @key, or NULL. */
static const SlipDraftItem *
find_item (const SlipTemplateDraft *draft,
           const char *key,
           const char **audience)
{
  const SlipDraftItem *found = NULL;

  for (guint i = 0; i < draft->audiences->len; i++) {
    const SlipDraftAudience *part = draft->audiences->pdata[i];

    for (guint j = 0; j < part->items->len; j++) {
      const SlipDraftItem *item = part->items->pdata[j];

      if (g_str_equal (item->key, key)) {
        g_assert_null (found);
        found = item;
        *audience = part->name;
      }
    }
  }

  return found;
}

static void
test_tier_1_and_2_have_the_five_required_items (void)
{
  static const char *const wanted[][2] = {
    { SLIP_SHIPPED_SUPPORT_TRAINED, "Support" },
    { SLIP_SHIPPED_DOCS_UPDATED, "Documentation" },
    { SLIP_SHIPPED_FLAGS_SET, "Engineering" },
    { SLIP_SHIPPED_CUSTOMERS_NOTIFIED, "Customers" },
    { SLIP_SHIPPED_SALES_BRIEFED, "Sales" },
  };
  guint n_checked = 0;

  for (guint i = 0; i < slip_template_library_count (); i++) {
    g_autoptr (SlipTemplateDraft) draft = slip_template_library_new_draft (i);

    if (draft->tier != 1 && draft->tier != 2)
      continue;
    for (guint j = 0; j < G_N_ELEMENTS (wanted); j++) {
      const char *audience = NULL;
      const SlipDraftItem *item = find_item (draft, wanted[j][0], &audience);

      if (item == NULL)
        g_error ("%s has no %s", draft->key, wanted[j][0]);
      g_assert_true (item->is_required);
      g_assert_cmpint (item->anchor, !=, SLIP_DUE_FIXED);
      g_assert_cmpstr (audience, ==, wanted[j][1]);
    }
    n_checked++;
  }
  g_assert_cmpuint (n_checked, ==, 5);
}

static void
check_audience (const SlipTemplateDraft *draft,
                const SlipDraftAudience *audience,
                GHashTable *keys)
{
  guint n_required = 0;

  g_assert_nonnull (audience->owner_role);
  g_assert_cmpuint (audience->items->len, >=, 3);
  g_assert_cmpuint (audience->items->len, <=, 8);
  for (guint i = 0; i < audience->items->len; i++) {
    const SlipDraftItem *item = audience->items->pdata[i];

    g_assert_true (g_hash_table_add (keys, item->key));
    g_assert_cmpint (item->anchor, !=, SLIP_DUE_FIXED);
    if (item->anchor == SLIP_DUE_STAGE)
      g_assert_cmpuint (item->stage, <, draft->stages->len);
    n_required += item->is_required ? 1 : 0;
  }
  /* One without a required item would never be ready. */
  g_assert_cmpuint (n_required, >=, 1);
}

static void
test_every_template_is_whole (void)
{
  g_assert_cmpuint (slip_template_library_count (), ==, 6);
  for (guint i = 0; i < slip_template_library_count (); i++) {
    g_autoptr (SlipTemplateDraft) draft = slip_template_library_new_draft (i);
    g_autoptr (GHashTable) keys = g_hash_table_new (g_str_hash, g_str_equal);
    guint n_launch = 0;
    int share = 0;

    g_test_message ("%s", draft->key);
    g_assert_nonnull (draft->summary);
    for (guint j = 0; j < draft->audiences->len; j++)
      check_audience (draft, draft->audiences->pdata[j], keys);
    g_assert_cmpuint (draft->stages->len, >=, 1);
    for (guint j = 0; j < draft->stages->len; j++) {
      const SlipDraftStage *stage = draft->stages->pdata[j];

      n_launch += stage->is_launch ? 1 : 0;
      g_assert_cmpint (stage->length_days, >=, 1);
      /* No stage before the launch runs into it. */
      if (stage->start_offset < 0)
        g_assert_cmpint (stage->start_offset + stage->length_days, <=, 0);
      if (stage->share >= 0) {
        g_assert_cmpint (stage->share, >, share);
        share = stage->share;
      }
    }
    g_assert_cmpuint (n_launch, ==, 1);
    g_assert_cmpint (share, ==, 10000);
  }
}

static SlipPlanState *
new_started_plan (void)
{
  SlipPlanState *state = slip_plan_state_new ();
  SlipEdit *edit = slip_edit_new (state, SLIP_VERB_EDIT);

  create_named (edit, SLIP_KIND_PLAN, "plan", "Plan");
  create_named (edit, SLIP_KIND_PRODUCT, "payments", "Payments");
  apply_edit (&state, edit);
  apply_intent (&state, slip_starter_run, NULL);
  return state;
}

static void
assert_no_fault (const SlipPlanState *state)
{
  g_autoptr (GPtrArray) faults = slip_rules_check (state);

  for (guint i = 0; i < faults->len; i++)
    g_test_message ("%s", (const char *) faults->pdata[i]);
  g_assert_cmpuint (faults->len, ==, 0);
}

static void
test_new_plans_have_them (void)
{
  g_autoptr (SlipPlanState) state = new_started_plan ();
  g_autoptr (GPtrArray) templates = slip_template_list (state, 0, NULL);
  g_autofree char *first = slip_template_library_dup_id (0);

  g_assert_cmpuint (templates->len, ==, 6);
  g_assert_cmpstr (slip_row_get_id (templates->pdata[0]), ==, first);
  /* Their audiences are those of the plan. */
  g_assert_cmpuint (slip_plan_state_count (state, SLIP_KIND_AUDIENCE), ==, 8);
  g_assert_cmpuint (slip_template_library_count_missing (state), ==, 0);
  assert_refused (state, slip_template_library_run, NULL,
                  SLIP_PLAN_ERROR_NOTHING);
  assert_no_fault (state);
}

static void
test_older_plans_get_those_they_lack (void)
{
  g_autoptr (SlipPlanState) state = new_started_plan ();
  g_autofree char *fix = slip_template_library_dup_id (2);
  SlipEdit *edit = slip_edit_new (state, SLIP_VERB_DELETE);

  slip_edit_delete (edit, SLIP_KIND_TEMPLATE, fix);
  apply_edit (&state, edit);
  g_assert_cmpuint (slip_template_library_count_missing (state), ==, 1);
  apply_intent (&state, slip_template_library_run, NULL);
  g_assert_cmpuint (slip_template_library_count_missing (state), ==, 0);
  g_assert_cmpuint (slip_plan_state_count (state, SLIP_KIND_TEMPLATE), ==, 6);
  assert_no_fault (state);
}

static void
add_holiday (SlipPlanState **state, const char *id, const char *date)
{
  g_autoptr (GPtrArray) calendars =
    slip_plan_state_list (*state, SLIP_KIND_WORKING_CALENDAR);
  SlipEdit *edit = slip_edit_new (*state, SLIP_VERB_ADD);

  slip_edit_create (edit, SLIP_KIND_HOLIDAY, id,
                    slip_row_get_id (calendars->pdata[0]));
  slip_edit_set_text (edit, SLIP_KIND_HOLIDAY, id, SLIP_HOLIDAY_NAME, id);
  slip_edit_set_date (edit, SLIP_KIND_HOLIDAY, id, SLIP_HOLIDAY_FIRST_DAY,
                      day (date));
  slip_edit_set_date (edit, SLIP_KIND_HOLIDAY, id, SLIP_HOLIDAY_LAST_DAY,
                      day (date));
  apply_edit (state, edit);
}

/*
 * A full launch on Tuesday 12 January 2027, deployed on Friday the 8th and
 * announced on the 12th.  Days off besides weekends are Friday 25 December
 * 2026, Friday 1 January and Wednesday 6 January 2027.  Counted by hand on a
 * calendar:
 *
 *   T−1  Mon 11 Jan
 *   T−2  Fri  8 Jan   (10 and 9 are a weekend)
 *   T−3  Thu  7 Jan
 *   T−4  Tue  5 Jan   (6 is off)
 *   T−5  Mon  4 Jan
 *   T−6  Thu 31 Dec   (3 and 2 are a weekend, 1 is off)
 *   T−7  Wed 30 Dec
 *   T−8  Tue 29 Dec
 *   T−9  Mon 28 Dec
 *   T−10 Thu 24 Dec   (27 and 26 are a weekend, 25 is off)
 *   T−11 Wed 23 Dec
 *   T−12 Tue 22 Dec
 *   T−13 Mon 21 Dec
 *   T−14 Fri 18 Dec   (20 and 19 are a weekend)
 *   T−15 Thu 17 Dec
 *   T+10 Tue 26 Jan   (13, 14, 15, 18, 19, 20, 21, 22, 25, 26)
 */
static const char *const full_launch_days[][2] = {
  { "Load and failure tests passed", "2026-12-29" }, /* T−8 */
  { "Rollback rehearsed, and who decides on it written down", "2027-01-04" },
  { "Dashboards and alerts show the new behaviour", "2027-01-05" }, /* T−4 */
  { "Deployed dark to production and checked there",
    "2027-01-08" }, /* deploy */
  { "Feature flags set correctly in every environment", "2027-01-08" },
  { "Review of the launch booked", "2027-01-26" },             /* T+10 */
  { "Staffing for the launch week planned", "2026-12-24" },    /* T−10 */
  { "Support trained on what changes", "2026-12-30" },         /* T−7 */
  { "Answers to the likely questions written", "2026-12-31" }, /* T−6 */
  { "Support can see and switch the feature for a customer", "2027-01-04" },
  { "Known issues and ways around them listed", "2027-01-05" }, /* T−4 */
  { "Who is on call, and whom to wake, agreed", "2027-01-07" }, /* T−3 */
  { "Translations ordered", "2026-12-22" },                     /* T−12 */
  { "Help texts in the product agree with the documentation",
    "2026-12-29" },                                               /* T−8 */
  { "Reviewed by somebody who built it", "2026-12-31" },          /* T−6 */
  { "Screenshots and examples replaced", "2027-01-04" },          /* T−5 */
  { "Release notes written", "2027-01-05" },                      /* T−4 */
  { "Documentation updated", "2027-01-07" },                      /* T−3 */
  { "Pages prepared, to appear with the release", "2027-01-11" }, /* T−1 */
  { "Pricing and packaging confirmed", "2026-12-17" },            /* T−15 */
  { "Customers who were promised something about it listed",
    "2026-12-22" },                                               /* T−12 */
  { "Sales knows what changes and when", "2026-12-29" },          /* T−8 */
  { "What not to promise is written down", "2026-12-29" },        /* T−8 */
  { "The demo environment shows the release", "2026-12-31" },     /* T−6 */
  { "A customer agreed to be quoted", "2026-12-17" },             /* T−15 */
  { "Channels, order and time of day agreed", "2026-12-24" },     /* T−10 */
  { "Announcement written and approved", "2026-12-31" },          /* T−6 */
  { "Website and store pages ready", "2027-01-07" },              /* T−3 */
  { "Announcement sent", "2027-01-12" },                          /* announce */
  { "Affected customers and integrations listed", "2026-12-17" }, /* T−15 */
  { "What customers must do fits on one page", "2026-12-24" },    /* T−10 */
  { "Affected customers notified", "2027-01-04" },                /* T−5 */
  { "Those with most at stake called", "2027-01-05" },            /* T−4 */
  { "Terms, privacy and export reviewed", "2026-12-22" },         /* T−12 */
  { "Licences of third-party parts checked", "2026-12-22" },      /* T−12 */
  { "Claims in the announcement checked", "2027-01-04" },         /* T−5 */
  { "The sponsor knows goal, risks and date", "2026-12-24" },     /* T−10 */
  { "Go or no-go meeting held", "2027-01-07" },                   /* T−3 */
  { "The figures that mean success are agreed", "2026-12-24" },   /* T−10 */
};

/* Working days of notice: Support, Documentation, Marketing and Customers 5,
 * Sales 3, Legal 10, Executives 2; Engineering none. */
static const char *const full_launch_communications[][2] = {
  { "Support", "2027-01-04" },    { "Documentation", "2027-01-04" },
  { "Sales", "2027-01-07" },      { "Marketing", "2027-01-04" },
  { "Customers", "2027-01-04" },  { "Legal", "2026-12-24" },
  { "Executives", "2027-01-08" },
};

/* Internal is 6 days before and 6 days long; then 2, 4 and 1 days. */
static const char *const full_launch_stages[][3] = {
  { "Internal", "2027-01-06", "2027-01-11" },
  { "5 %", "2027-01-12", "2027-01-13" },
  { "25 %", "2027-01-14", "2027-01-17" },
  { "Everyone", "2027-01-18", "2027-01-18" },
};

static SlipPlanState *
new_full_launch (void)
{
  SlipPlanState *state = new_started_plan ();
  g_autofree char *id = slip_template_library_dup_id (0);

  add_holiday (&state, "christmas", "2026-12-25");
  add_holiday (&state, "new-year", "2027-01-01");
  add_holiday (&state, "epiphany", "2027-01-06");
  add_release (&state, "r", "payments", "4.0", "2027-01-12");
  set_planned (&state, "r", SLIP_ANCHOR_DEPLOY, "2027-01-08",
               SLIP_CERTAINTY_CONFIRMED);
  set_planned (&state, "r", SLIP_ANCHOR_ANNOUNCE, "2027-01-12",
               SLIP_CERTAINTY_CONFIRMED);
  set_integer (&state, SLIP_KIND_RELEASE, "r", SLIP_RELEASE_TIER, 1);
  apply_template (&state, id, "r");
  return state;
}

static void
assert_communication (const SlipPlanState *state,
                      const char *audience,
                      const char *date)
{
  g_autoptr (GPtrArray) rows =
    slip_plan_state_list_owned (state, SLIP_KIND_COMMUNICATION, "r");

  for (guint i = 0; i < rows->len; i++) {
    const SlipRow *row = slip_plan_state_follow (state, rows->pdata[i],
                                                 SLIP_COMMUNICATION_AUDIENCE);

    if (g_strcmp0 (slip_row_get_text (row, SLIP_AUDIENCE_NAME), audience) ==
        0) {
      assert_row_date (rows->pdata[i], SLIP_COMMUNICATION_PLANNED_DATE, date);
      return;
    }
  }
  g_error ("nothing is planned for %s", audience);
}

static void
test_full_launch_is_where_a_hand_calculation_puts_it (void)
{
  g_autoptr (SlipPlanState) state = new_full_launch ();
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);

  g_assert_cmpuint (count_parts (state, SLIP_KIND_ITEM, "r"), ==,
                    G_N_ELEMENTS (full_launch_days));
  for (guint i = 0; i < G_N_ELEMENTS (full_launch_days); i++) {
    g_test_message ("%s", full_launch_days[i][0]);
    assert_due (state, "r", full_launch_days[i][0], full_launch_days[i][1]);
  }
  g_assert_cmpuint (count_parts (state, SLIP_KIND_COMMUNICATION, "r"), ==,
                    G_N_ELEMENTS (full_launch_communications));
  for (guint i = 0; i < G_N_ELEMENTS (full_launch_communications); i++)
    assert_communication (state, full_launch_communications[i][0],
                          full_launch_communications[i][1]);
  g_assert_cmpuint (count_parts (state, SLIP_KIND_STAGE, "r"), ==,
                    G_N_ELEMENTS (full_launch_stages));
  for (guint i = 0; i < G_N_ELEMENTS (full_launch_stages); i++) {
    const SlipRow *stage =
      find_part (state, SLIP_KIND_STAGE, "r", SLIP_STAGE_NAME,
                 full_launch_stages[i][0]);

    assert_row_date (stage, SLIP_STAGE_PLANNED_START, full_launch_stages[i][1]);
    assert_row_date (stage, SLIP_STAGE_PLANNED_END, full_launch_stages[i][2]);
  }
  slip_schedule_find_faults (state, faults);
  g_assert_cmpuint (faults->len, ==, 0);
}

/* Whatever its dates: nothing is off its rule, and again adds nothing. */
static void
test_every_template_keeps_the_law (void)
{
  static const char *const dates[] = { "2027-01-12", "2027-01-01", "2028-02-29",
                                       NULL };

  for (guint i = 0; i < slip_template_library_count () * 4; i++) {
    g_autoptr (SlipPlanState) state = new_started_plan ();
    g_autofree char *id = slip_template_library_dup_id (i / 4);
    g_autofree char *before = NULL;
    g_autofree char *undone = NULL;
    g_autoptr (SlipTemplateApplication) application =
      slip_template_application_new (id, "r");
    g_autoptr (SlipChangeSet) set = NULL;
    g_autoptr (SlipChangeSet) inverse = NULL;
    g_autoptr (SlipChangeSet) again = NULL;
    g_autoptr (SlipPlanState) after = NULL;
    g_autoptr (SlipPlanState) back = NULL;

    add_holiday (&state, "new-year", "2027-01-01");
    add_release (&state, "r", "payments", "4.0", dates[i % 4]);
    before = slip_plan_state_digest (state);
    set =
      slip_intent_run (slip_template_application_run, application, state, NULL);
    after = slip_plan_state_apply (state, set, NULL);
    assert_no_fault (after);
    again =
      slip_intent_run (slip_template_application_run, application, after, NULL);
    g_assert_cmpuint (again->changes->len, ==, 0);
    inverse = slip_change_set_new_inverse (set);
    back = slip_plan_state_apply (after, inverse, NULL);
    undone = slip_plan_state_digest (back);
    g_assert_cmpstr (undone, ==, before);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/template-library/tier-1-and-2-have-the-five-items",
                   test_tier_1_and_2_have_the_five_required_items);
  g_test_add_func ("/template-library/every-template-is-whole",
                   test_every_template_is_whole);
  g_test_add_func ("/template-library/new-plans-have-them",
                   test_new_plans_have_them);
  g_test_add_func ("/template-library/older-plans-get-those-they-lack",
                   test_older_plans_get_those_they_lack);
  g_test_add_func ("/template-library/full-launch-is-as-counted-by-hand",
                   test_full_launch_is_where_a_hand_calculation_puts_it);
  g_test_add_func ("/template-library/every-template-keeps-the-law",
                   test_every_template_keeps_the_law);

  return g_test_run ();
}
