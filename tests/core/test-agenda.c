/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-agenda.h"

#include "crowded-plan.h"
#include "slip-decision.h"

#define TODAY (day ("2026-12-01"))

static SlipAgenda *
new_agenda (const SlipPlanState *state, const char *person)
{
  const SlipAgendaSpec spec = { person,
                                NULL,
                                { TODAY, 2, 10, SLIP_MONDAY },
                                14 };

  return slip_agenda_new (state, &spec);
}

static void
append_entry (const SlipAgenda *agenda,
              const SlipAgendaEntry *entry,
              GString *text)
{
  g_autofree char *date = slip_date_to_text (entry->day);

  g_string_append_printf (text, "%s%s %s %s\n", entry->is_urgent ? "!" : "",
                          slip_agenda_type_get_nick (entry->type),
                          slip_row_get_id (entry->subject),
                          date != NULL ? date : "-");
}

/* 'type subject day' a line, '!' before what is urgent. */
static void
assert_list (const SlipPlanState *state,
             const char *person,
             SlipAgendaList list,
             const char *expected)
{
  g_autoptr (SlipAgenda) agenda = new_agenda (state, person);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < agenda->lists[list]->len; i++)
    append_entry (agenda, slip_agenda_get (agenda, list, i), text);
  g_assert_cmpstr (text->str, ==, expected);
}

/* Asserts what the first entry of @list says. */
static void
assert_says (const SlipPlanState *state,
             const char *person,
             SlipAgendaList list,
             const char *expected_text,
             const char *expected_detail)
{
  g_autoptr (SlipAgenda) agenda = new_agenda (state, person);
  g_autofree char *text = NULL;
  g_autofree char *detail = NULL;

  g_assert_cmpuint (agenda->lists[list]->len, >, 0);
  text = slip_agenda_dup_text (agenda, slip_agenda_get (agenda, list, 0));
  detail = slip_agenda_dup_detail (agenda, slip_agenda_get (agenda, list, 0));
  g_assert_cmpstr (text, ==, expected_text);
  g_assert_cmpstr (detail, ==, expected_detail);
}

/* 'pay' of 'ops', whose checklist for Support is 'lead's. */
static SlipPlanState *
new_agenda_plan (void)
{
  SlipPlanState *state = new_checked_plan ();

  add_release (&state, "pay", "payments", "3.9", "2026-12-08");
  set_text (&state, SLIP_KIND_RELEASE, "pay", SLIP_RELEASE_OWNER, "ops");
  set_text (&state, SLIP_KIND_RELEASE, "pay", SLIP_RELEASE_MARKET_OWNER, "ops");
  add_checklist (&state, "pay", "support", "lead");
  return state;
}

static void
add_support_item (SlipPlanState **state, const char *id, const char *due)
{
  add_item (state, "pay", "support", id, SLIP_ITEM_STATE_TO_DO, due);
}

static void
test_lists_open_items_overdue_first (void)
{
  g_autoptr (SlipPlanState) state = new_agenda_plan ();

  add_support_item (&state, "next", "2026-12-02");
  add_support_item (&state, "late", "2026-11-27");
  add_support_item (&state, "far", "2026-12-16");
  add_support_item (&state, "last", "2026-12-15");
  add_support_item (&state, "someday", NULL);
  add_item (&state, "pay", "support", "over", SLIP_ITEM_STATE_DONE,
            "2026-11-27");
  add_item (&state, "pay", "support", "stuck", SLIP_ITEM_STATE_BLOCKED,
            "2026-12-03");
  assert_list (state, "lead", SLIP_AGENDA_DO,
               "!item late 2026-11-27\n"
               "item next 2026-12-02\n"
               "!item stuck 2026-12-03\n"
               "item last 2026-12-15\n"
               "item someday -\n");
  assert_list (state, "ops", SLIP_AGENDA_DO, "");
}

/* The owner of the item comes before that of the checklist. */
static void
test_item_is_its_owners (void)
{
  g_autoptr (SlipPlanState) state = new_agenda_plan ();

  add_support_item (&state, "mine", "2026-12-02");
  add_support_item (&state, "theirs", "2026-12-02");
  set_text (&state, SLIP_KIND_ITEM, "theirs", SLIP_ITEM_OWNER, "ops");
  assert_list (state, "lead", SLIP_AGENDA_DO, "item mine 2026-12-02\n");
  assert_list (state, "ops", SLIP_AGENDA_DO, "item theirs 2026-12-02\n");
  assert_list (state, NULL, SLIP_AGENDA_DO,
               "item mine 2026-12-02\nitem theirs 2026-12-02\n");
}

static void
test_leaves_out_what_is_not_needed_or_closed (void)
{
  g_autoptr (SlipPlanState) state = new_agenda_plan ();

  add_support_item (&state, "mine", "2026-12-02");
  set_integer (&state, SLIP_KIND_CHECKLIST, "pay-support",
               SLIP_CHECKLIST_IS_NOT_NEEDED, TRUE);
  assert_list (state, NULL, SLIP_AGENDA_DO, "");
  set_integer (&state, SLIP_KIND_CHECKLIST, "pay-support",
               SLIP_CHECKLIST_IS_NOT_NEEDED, FALSE);
  assert_list (state, NULL, SLIP_AGENDA_DO, "item mine 2026-12-02\n");
  set_status (&state, "pay", SLIP_STATUS_CANCELLED);
  assert_list (state, NULL, SLIP_AGENDA_DO, "");
  assert_list (state, NULL, SLIP_AGENDA_DECIDE, "");
  assert_list (state, NULL, SLIP_AGENDA_KNOW, "");
}

/* 'T−10 wd' of a release without a date is nothing to do yet. */
static void
test_rule_without_a_day_is_not_next (void)
{
  g_autoptr (SlipPlanState) state = new_agenda_plan ();

  add_release (&state, "mob", "mobile", "4.2", NULL);
  add_checklist (&state, "mob", "support", "lead");
  add_item (&state, "mob", "support", "ruled", SLIP_ITEM_STATE_TO_DO, NULL);
  assert_list (state, "lead", SLIP_AGENDA_DO, "item ruled -\n");
  set_integer (&state, SLIP_KIND_ITEM, "ruled", SLIP_ITEM_DUE_ANCHOR,
               SLIP_DUE_RELEASE);
  assert_list (state, "lead", SLIP_AGENDA_DO, "");
}

static void
add_communication (SlipPlanState **state, const char *id, const char *planned)
{
  SlipEdit *edit = slip_edit_new (*state, SLIP_VERB_ADD);

  slip_edit_create (edit, SLIP_KIND_COMMUNICATION, id, "pay");
  slip_edit_set_text (edit, SLIP_KIND_COMMUNICATION, id,
                      SLIP_COMMUNICATION_AUDIENCE, "support");
  slip_edit_set_date (edit, SLIP_KIND_COMMUNICATION, id,
                      SLIP_COMMUNICATION_PLANNED_DATE, day (planned));
  apply_edit (state, edit);
}

static void
test_lists_communications_to_send (void)
{
  g_autoptr (SlipPlanState) state = new_agenda_plan ();

  add_communication (&state, "told", "2026-11-30");
  set_integer (&state, SLIP_KIND_COMMUNICATION, "told",
               SLIP_COMMUNICATION_SENT_AT, 1);
  add_communication (&state, "telling", "2026-11-30");
  assert_list (state, "lead", SLIP_AGENDA_DO,
               "!communication telling 2026-11-30\n");
  assert_says (state, "lead", SLIP_AGENDA_DO, "Heads-up to Support",
               "Payments 3.9 · overdue since Mon 30 November, yesterday");

  /* Without an owner of the checklist it is for who brings it to market, else
   * for who owns the release. */
  set_text (&state, SLIP_KIND_CHECKLIST, "pay-support", SLIP_CHECKLIST_OWNER,
            NULL);
  assert_list (state, "lead", SLIP_AGENDA_DO, "");
  assert_list (state, "ops", SLIP_AGENDA_DO,
               "!communication telling 2026-11-30\n");
  set_text (&state, SLIP_KIND_RELEASE, "pay", SLIP_RELEASE_MARKET_OWNER,
            "lead");
  assert_list (state, "lead", SLIP_AGENDA_DO,
               "!communication telling 2026-11-30\n");
}

static void
test_owners_are_to_be_decided (void)
{
  g_autoptr (SlipPlanState) state = new_agenda_plan ();

  add_checklist (&state, "pay", "sales", NULL);
  set_text (&state, SLIP_KIND_RELEASE, "pay", SLIP_RELEASE_MARKET_OWNER, NULL);
  assert_list (state, "ops", SLIP_AGENDA_DECIDE,
               "!market-owner pay 2026-12-08\n"
               "!checklist-owner pay 2026-12-08\n");
  assert_list (state, "lead", SLIP_AGENDA_DECIDE, "");
  set_text (&state, SLIP_KIND_RELEASE, "pay", SLIP_RELEASE_MARKET_OWNER,
            "lead");
  assert_list (state, "lead", SLIP_AGENDA_DECIDE,
               "!checklist-owner pay 2026-12-08\n");
  assert_says (state, "lead", SLIP_AGENDA_DECIDE, "Sales has no owner",
               "Payments 3.9 · due Tue 8 December, in 7 days");
}

/* Who owns the product gives a release away that nobody owns. */
static void
test_release_without_owner_is_the_products (void)
{
  g_autoptr (SlipPlanState) state = new_agenda_plan ();

  set_text (&state, SLIP_KIND_RELEASE, "pay", SLIP_RELEASE_OWNER, NULL);
  assert_list (state, "lead", SLIP_AGENDA_DECIDE, "");
  set_text (&state, SLIP_KIND_PRODUCT, "payments", SLIP_PRODUCT_OWNER, "lead");
  assert_list (state, "lead", SLIP_AGENDA_DECIDE, "!owner pay 2026-12-08\n");
  assert_list (state, NULL, SLIP_AGENDA_DECIDE, "!owner pay 2026-12-08\n");
}

static void
test_late_checklists_of_others_are_to_be_decided (void)
{
  g_autoptr (SlipPlanState) state = new_agenda_plan ();

  add_support_item (&state, "late", "2026-11-27");
  add_item (&state, "pay", "support", "stuck", SLIP_ITEM_STATE_BLOCKED,
            "2026-12-03");
  assert_list (state, "ops", SLIP_AGENDA_DECIDE,
               "!late-checklist pay 2026-11-27\n");
  assert_says (state, "ops", SLIP_AGENDA_DECIDE,
               "Support: 1 item overdue, 1 item blocked",
               "Payments 3.9 · Support lead · overdue since Fri 27 November, "
               "4 days ago");
  set_text (&state, SLIP_KIND_CHECKLIST, "pay-support", SLIP_CHECKLIST_OWNER,
            "ops");
  assert_list (state, "ops", SLIP_AGENDA_DECIDE, "");
}

static void
test_what_was_put_off_is_to_be_decided_again (void)
{
  g_autoptr (SlipPlanState) state = new_agenda_plan ();
  SlipEdit *edit = slip_edit_new (state, SLIP_VERB_EDIT);

  slip_decision_record (edit, "d",
                        &(SlipDecision){ .type = SLIP_DECISION_NO_GO,
                                         .release = "pay",
                                         .at_ms = 0,
                                         .person_name = "Sales ops",
                                         .reason = "Too many errors",
                                         .review_day = day ("2026-12-02"),
                                         .until = SLIP_DATE_NONE });
  apply_edit (&state, edit);
  assert_list (state, "ops", SLIP_AGENDA_DECIDE, "review pay 2026-12-02\n");
  assert_says (state, "ops", SLIP_AGENDA_DECIDE,
               "Payments 3.9 is to be looked at again",
               "Wed 2 December, tomorrow");
}

static void
test_stage_whose_day_has_come_is_to_be_decided (void)
{
  g_autoptr (SlipPlanState) state = new_agenda_plan ();
  SlipEdit *edit = slip_edit_new (state, SLIP_VERB_ADD);

  slip_edit_create (edit, SLIP_KIND_STAGE, "inside", "pay");
  slip_edit_set_text (edit, SLIP_KIND_STAGE, "inside", SLIP_STAGE_NAME,
                      "Internal");
  slip_edit_set_date (edit, SLIP_KIND_STAGE, "inside", SLIP_STAGE_PLANNED_START,
                      TODAY);
  apply_edit (&state, edit);
  assert_list (state, "ops", SLIP_AGENDA_DECIDE, "!stage pay 2026-12-01\n");
  assert_says (state, "ops", SLIP_AGENDA_DECIDE,
               "Payments 3.9 waits for a decision",
               "Internal · planned to start Tue 1 December, today");
  assert_list (state, "lead", SLIP_AGENDA_DECIDE, "");
}

/* A flag outlives the rollout; what else was left does not matter any more. */
static void
test_flags_are_cleaned_up_after_the_release (void)
{
  g_autoptr (SlipPlanState) state = new_agenda_plan ();
  SlipEdit *edit = slip_edit_new (state, SLIP_VERB_ADD);

  slip_edit_create (edit, SLIP_KIND_FLAG, "checkout", "pay");
  apply_edit (&state, edit);
  add_support_item (&state, "left", "2026-12-02");
  add_support_item (&state, "tidy", "2026-12-03");
  set_text (&state, SLIP_KIND_ITEM, "tidy", SLIP_ITEM_ORIGIN, "checkout");
  set_text (&state, SLIP_KIND_ITEM, "tidy", SLIP_ITEM_OWNER, "ops");
  set_status (&state, "pay", SLIP_STATUS_RELEASED);
  assert_list (state, "ops", SLIP_AGENDA_DO, "item tidy 2026-12-03\n");
  assert_list (state, "lead", SLIP_AGENDA_DO, "");
  set_integer (&state, SLIP_KIND_ITEM, "tidy", SLIP_ITEM_STATE,
               SLIP_ITEM_STATE_DONE);
  assert_list (state, "ops", SLIP_AGENDA_DO, "");
}

static void
test_past_date_is_to_be_decided (void)
{
  g_autoptr (SlipPlanState) state = new_agenda_plan ();

  set_planned (&state, "pay", SLIP_ANCHOR_RELEASE, "2026-11-30",
               SLIP_CERTAINTY_CONFIRMED);
  assert_list (state, "ops", SLIP_AGENDA_DECIDE, "!past-date pay 2026-11-30\n");
  set_status (&state, "pay", SLIP_STATUS_ROLLING_OUT);
  assert_list (state, "ops", SLIP_AGENDA_DECIDE, "");
  set_status (&state, "pay", SLIP_STATUS_BUILDING);
  set_planned (&state, "pay", SLIP_ANCHOR_RELEASE, "2026-11-30",
               SLIP_CERTAINTY_WEEK);
  assert_list (state, "ops", SLIP_AGENDA_DECIDE, "");
}

/* By working days before the first day that it may be. */
static void
test_unsure_date_is_to_be_decided_before_notice (void)
{
  g_autoptr (SlipPlanState) state = new_agenda_plan ();

  set_planned (&state, "pay", SLIP_ANCHOR_RELEASE, "2026-12-14",
               SLIP_CERTAINTY_TENTATIVE);
  assert_list (state, "ops", SLIP_AGENDA_DECIDE, "");
  set_integer (&state, SLIP_KIND_AUDIENCE, "support", SLIP_AUDIENCE_NOTICE_DAYS,
               3);
  assert_list (state, "ops", SLIP_AGENDA_DECIDE,
               "unsure-date pay 2026-12-09\n");
  set_integer (&state, SLIP_KIND_AUDIENCE, "support", SLIP_AUDIENCE_NOTICE_DAYS,
               9);
  assert_list (state, "ops", SLIP_AGENDA_DECIDE,
               "!unsure-date pay 2026-12-01\n");
  set_planned (&state, "pay", SLIP_ANCHOR_RELEASE, "2026-12-14",
               SLIP_CERTAINTY_CONFIRMED);
  assert_list (state, "ops", SLIP_AGENDA_DECIDE, "");
}

static void
test_conflicts_are_to_be_decided (void)
{
  g_autoptr (SlipPlanState) state = new_agenda_plan ();

  set_planned (&state, "pay", SLIP_ANCHOR_RELEASE, "2026-12-05",
               SLIP_CERTAINTY_CONFIRMED);
  assert_list (state, "ops", SLIP_AGENDA_DECIDE, "conflict pay 2026-12-05\n");
  assert_list (state, "lead", SLIP_AGENDA_DECIDE, "");
}

/* What is too much for several is one thing to decide. */
static void
test_busy_week_is_decided_once (void)
{
  static const char *const others[] = { "a", "b" };
  g_autoptr (SlipPlanState) state = new_agenda_plan ();

  add_checklist (&state, "pay", "sales", "lead");
  for (guint i = 0; i < G_N_ELEMENTS (others); i++) {
    add_release (&state, others[i], "mobile", others[i], "2026-12-09");
    add_checklist (&state, others[i], "support", "lead");
    add_checklist (&state, others[i], "sales", "lead");
  }
  assert_list (state, "ops", SLIP_AGENDA_DECIDE, "conflict pay 2026-12-07\n");
  assert_says (state, "ops", SLIP_AGENDA_DECIDE,
               "Sales, Support: 3 releases each in the week of Mon 7 December "
               "(limit 2)",
               "Payments 3.9");
}

static void
test_ready_release_without_date_is_to_be_decided (void)
{
  g_autoptr (SlipPlanState) state = new_agenda_plan ();

  set_planned (&state, "pay", SLIP_ANCHOR_RELEASE, NULL,
               SLIP_CERTAINTY_UNSCHEDULED);
  assert_list (state, "ops", SLIP_AGENDA_DECIDE, "");
  set_status (&state, "pay", SLIP_STATUS_READY);
  assert_list (state, "ops", SLIP_AGENDA_DECIDE, "unscheduled pay -\n");
  assert_says (state, "ops", SLIP_AGENDA_DECIDE,
               "Payments 3.9 is ready and has no date", "");
}

static void
test_releases_coming_are_to_be_known (void)
{
  g_autoptr (SlipPlanState) state = new_agenda_plan ();
  SlipEdit *edit;

  assert_list (state, "ops", SLIP_AGENDA_KNOW, "release pay 2026-12-08\n");
  assert_list (state, "lead", SLIP_AGENDA_KNOW, "release pay 2026-12-08\n");
  set_text (&state, SLIP_KIND_CHECKLIST, "pay-support", SLIP_CHECKLIST_OWNER,
            NULL);
  assert_list (state, "lead", SLIP_AGENDA_KNOW, "");
  set_text (&state, SLIP_KIND_AUDIENCE, "support", SLIP_AUDIENCE_OWNER, "lead");
  assert_list (state, "lead", SLIP_AGENDA_KNOW, "release pay 2026-12-08\n");

  edit = slip_edit_new (state, SLIP_VERB_EDIT);
  slip_edit_set_date (edit, SLIP_KIND_RELEASE, "pay",
                      SLIP_RELEASE_FIRST_PLANNED_DATE, day ("2026-11-24"));
  apply_edit (&state, edit);
  assert_list (state, "ops", SLIP_AGENDA_KNOW,
               "moved-release pay 2026-12-08\n");
  assert_says (state, "ops", SLIP_AGENDA_KNOW, "Payments 3.9 has moved",
               "Tue 8 December, in 7 days · first planned for Tue 24 November");
}

static void
test_wrong_dates_are_to_be_known (void)
{
  g_autoptr (SlipPlanState) state = new_agenda_plan ();
  SlipEdit *edit;

  add_communication (&state, "told", "2026-11-20");
  edit = slip_edit_new (state, SLIP_VERB_EDIT);
  slip_edit_set_integer (edit, SLIP_KIND_COMMUNICATION, "told",
                         SLIP_COMMUNICATION_SENT_AT, 1);
  slip_edit_set_date (edit, SLIP_KIND_COMMUNICATION, "told",
                      SLIP_COMMUNICATION_DATE_TOLD, day ("2026-12-08"));
  apply_edit (&state, edit);
  assert_list (state, "lead", SLIP_AGENDA_KNOW, "release pay 2026-12-08\n");
  set_planned (&state, "pay", SLIP_ANCHOR_RELEASE, "2026-12-17",
               SLIP_CERTAINTY_CONFIRMED);
  assert_list (state, "lead", SLIP_AGENDA_KNOW, "!wrong-date pay 2026-12-17\n");
  assert_list (state, "ops", SLIP_AGENDA_KNOW, "!wrong-date pay 2026-12-17\n");
  assert_says (state, "ops", SLIP_AGENDA_KNOW, "Support knows a wrong date",
               "Payments 3.9 · was told Tue 8 December, is Thu 17 December");
  set_planned (&state, "pay", SLIP_ANCHOR_RELEASE, NULL,
               SLIP_CERTAINTY_UNSCHEDULED);
  assert_says (state, "ops", SLIP_AGENDA_KNOW, "Support knows a wrong date",
               "Payments 3.9 · was told Tue 8 December, is unscheduled");
  /* To others it means nothing. */
  set_text (&state, SLIP_KIND_RELEASE, "pay", SLIP_RELEASE_OWNER, NULL);
  set_text (&state, SLIP_KIND_RELEASE, "pay", SLIP_RELEASE_MARKET_OWNER, NULL);
  assert_list (state, "ops", SLIP_AGENDA_KNOW, "");
}

static void
add_days_off (SlipPlanState **state,
              SlipKind kind,
              const char *id,
              const char *owner,
              const char *const days_off[2])
{
  SlipEdit *edit = slip_edit_new (*state, SLIP_VERB_ADD);
  static const char *const names[] = { "first_day", "last_day" };

  slip_edit_create (edit, kind, id, owner);
  if (owner == NULL)
    slip_edit_set_text (edit, kind, id,
                        (guint) slip_schema_find_property (kind, "name"), id);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    slip_edit_set_date (edit, kind, id,
                        (guint) slip_schema_find_property (kind, names[i]),
                        day (days_off[i]));
  apply_edit (state, edit);
}

static void
test_freezes_and_key_dates_are_to_be_known (void)
{
  g_autoptr (SlipPlanState) state = new_agenda_plan ();
  static const char *const freeze[] = { "2026-12-11", "2026-12-20" };
  static const char *const fair[] = { "2026-12-03", NULL };
  static const char *const over[] = { "2026-11-03", "2026-11-04" };

  set_planned (&state, "pay", SLIP_ANCHOR_RELEASE, NULL,
               SLIP_CERTAINTY_UNSCHEDULED);
  add_days_off (&state, SLIP_KIND_FREEZE, "Winter", NULL, freeze);
  add_days_off (&state, SLIP_KIND_KEY_DATE, "Fair", NULL, fair);
  add_days_off (&state, SLIP_KIND_KEY_DATE, "Over", NULL, over);
  assert_list (state, "lead", SLIP_AGENDA_KNOW,
               "key-date Fair 2026-12-03\nfreeze Winter 2026-12-11\n");
  assert_says (state, "lead", SLIP_AGENDA_KNOW, "Fair", "Thu 3 December");
}

static void
test_absence_counts_what_is_due_then (void)
{
  g_autoptr (SlipPlanState) state = new_agenda_plan ();
  static const char *const away[] = { "2026-12-02", "2026-12-04" };

  set_planned (&state, "pay", SLIP_ANCHOR_RELEASE, NULL,
               SLIP_CERTAINTY_UNSCHEDULED);
  add_days_off (&state, SLIP_KIND_AWAY, "trip", "lead", away);
  assert_list (state, NULL, SLIP_AGENDA_KNOW, "");
  add_support_item (&state, "then", "2026-12-03");
  add_support_item (&state, "later", "2026-12-07");
  assert_list (state, NULL, SLIP_AGENDA_KNOW, "away trip 2026-12-02\n");
  assert_list (state, "ops", SLIP_AGENDA_KNOW, "away trip 2026-12-02\n");
  assert_says (state, "ops", SLIP_AGENDA_KNOW,
               "Support lead is away and 1 item is due then",
               "Wed 2 December to Fri 4 December");
  /* To others it means nothing. */
  set_text (&state, SLIP_KIND_RELEASE, "pay", SLIP_RELEASE_OWNER, NULL);
  set_text (&state, SLIP_KIND_RELEASE, "pay", SLIP_RELEASE_MARKET_OWNER, NULL);
  assert_list (state, "ops", SLIP_AGENDA_KNOW, "");
}

static void
test_item_says_where_whose_and_since_when (void)
{
  g_autoptr (SlipPlanState) state = new_agenda_plan ();

  add_item (&state, "pay", "support", "stuck", SLIP_ITEM_STATE_BLOCKED,
            "2026-11-27");
  set_text (&state, SLIP_KIND_ITEM, "stuck", SLIP_ITEM_STATE_NOTE, "Legal");
  set_integer (&state, SLIP_KIND_ITEM, "stuck", SLIP_ITEM_IS_REQUIRED, FALSE);
  assert_says (state, NULL, SLIP_AGENDA_DO, "stuck",
               "Payments 3.9, Support · Support lead · blocked: Legal · "
               "optional · overdue since Fri 27 November, 4 days ago");
  assert_says (state, "lead", SLIP_AGENDA_DO, "stuck",
               "Payments 3.9, Support · blocked: Legal · optional · overdue "
               "since Fri 27 November, 4 days ago");
}

static void
test_evidence_is_asked_for (void)
{
  g_autoptr (SlipPlanState) state = new_agenda_plan ();

  add_support_item (&state, "sign", "2026-12-02");
  set_integer (&state, SLIP_KIND_ITEM, "sign", SLIP_ITEM_NEEDS_EVIDENCE, TRUE);
  g_autoptr (SlipAgenda) agenda = new_agenda (state, "lead");
  g_assert_false (slip_agenda_entry_can_check_off (
    slip_agenda_get (agenda, SLIP_AGENDA_DO, 0)));
  assert_says (state, "lead", SLIP_AGENDA_DO, "sign",
               "Payments 3.9, Support · needs evidence · due Wed 2 December, "
               "tomorrow");
}

static void
test_query_leaves_releases_out (void)
{
  g_autoptr (SlipPlanState) state = new_agenda_plan ();
  g_autoptr (SlipQuery) query = slip_query_new ();
  const SlipAgendaSpec spec = { NULL,
                                query,
                                { TODAY, 2, 10, SLIP_MONDAY },
                                14 };

  add_support_item (&state, "next", "2026-12-02");
  slip_query_set_product (query, "mobile");
  g_autoptr (SlipAgenda) agenda = slip_agenda_new (state, &spec);
  for (guint i = 0; i < SLIP_N_AGENDA_LISTS; i++)
    g_assert_cmpuint (agenda->lists[i]->len, ==, 0);
}

/* Without its items a release still tells what its summary has. */
static void
test_says_what_it_has_not_read (void)
{
  g_autoptr (SlipPlanState) state = new_agenda_plan ();
  const SlipAgendaSpec spec = { NULL, NULL, { TODAY, 2, 10, SLIP_MONDAY }, 14 };
  SlipReleaseSummary *summary;
  SlipPlanState *bare;

  add_support_item (&state, "late", "2026-11-27");
  summary = slip_plan_state_get_summary (state, "pay");
  bare = slip_plan_state_fork (state);
  slip_plan_state_unload (bare, "pay");
  slip_plan_state_take_summary (bare, summary);
  slip_plan_state_unref (state);
  state = bare;

  g_autoptr (SlipAgenda) agenda = slip_agenda_new (state, &spec);
  g_autoptr (GPtrArray) unread = slip_agenda_list_unread (state, &spec);
  g_assert_cmpuint (agenda->n_unread, ==, 1);
  g_assert_cmpuint (unread->len, ==, 1);
  g_assert_cmpstr (unread->pdata[0], ==, "pay");
  assert_list (state, NULL, SLIP_AGENDA_DO, "");
  assert_list (state, NULL, SLIP_AGENDA_DECIDE,
               "!late-checklist pay 2026-11-27\n");
}

/* However few are wanted, they are the first, and all are counted. */
static void
assert_first_are_first (const SlipPlanState *state, guint n_first)
{
  SlipAgendaSpec spec = { NULL, NULL, draw_context (), 60 };
  g_autoptr (SlipAgenda) all = slip_agenda_new (state, &spec);

  spec.n_first = n_first;
  g_autoptr (SlipAgenda) few = slip_agenda_new (state, &spec);
  for (guint k = 0; k < SLIP_N_AGENDA_LISTS; k++) {
    g_autoptr (GString) expected = g_string_new (NULL);
    g_autoptr (GString) found = g_string_new (NULL);
    guint n_all = all->lists[k]->len;

    g_assert_cmpuint (all->n_entries[k], ==, n_all);
    g_assert_cmpuint (few->n_entries[k], ==, n_all);
    g_assert_cmpuint (few->lists[k]->len, ==, MIN (n_first, n_all));
    for (guint n = 0; n < few->lists[k]->len; n++) {
      append_entry (all, slip_agenda_get (all, k, n), expected);
      append_entry (few, slip_agenda_get (few, k, n), found);
    }
    g_assert_cmpstr (found->str, ==, expected->str);
  }
}

static void
test_law_first_are_first (void)
{
  for (int i = 0; i < 50; i++) {
    g_autoptr (SlipPlanState) state = draw_crowded_plan ();

    assert_first_are_first (state, (guint) g_test_rand_int_range (1, 12));
  }
}

/* So many that most are let go before all have been seen. */
static void
test_first_of_many (void)
{
  g_autoptr (SlipPlanState) state = new_agenda_plan ();

  for (guint i = 0; i < 1200; i++) {
    g_autofree char *id = g_strdup_printf ("item %u", i);
    g_autofree char *due =
      g_strdup_printf ("2026-12-%02d", g_test_rand_int_range (1, 15));

    add_support_item (&state, id, due);
  }
  assert_first_are_first (state, 8);
  assert_first_are_first (state, 1199);
}

/* The mark alone tells what colour would. */
static void
test_marks_differ (void)
{
  g_autoptr (SlipPlanState) state = new_agenda_plan ();

  add_support_item (&state, "late", "2026-11-27");
  add_item (&state, "pay", "support", "stuck", SLIP_ITEM_STATE_BLOCKED,
            "2026-12-02");
  add_support_item (&state, "next", "2026-12-03");
  g_autoptr (SlipAgenda) agenda = new_agenda (state, "lead");
  static const char *const marks[] = { "⚠", "⊘", "○" };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    g_assert_cmpstr (slip_agenda_entry_get_mark (
                       slip_agenda_get (agenda, SLIP_AGENDA_DO, i)),
                     ==, marks[i]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add_func ("/agenda/" name, func)
  ADD ("lists-open-items-overdue-first", test_lists_open_items_overdue_first);
  ADD ("item-is-its-owners", test_item_is_its_owners);
  ADD ("leaves-out-what-is-not-needed-or-closed",
       test_leaves_out_what_is_not_needed_or_closed);
  ADD ("rule-without-a-day-is-not-next", test_rule_without_a_day_is_not_next);
  ADD ("lists-communications-to-send", test_lists_communications_to_send);
  ADD ("owners-are-to-be-decided", test_owners_are_to_be_decided);
  ADD ("release-without-owner-is-the-products",
       test_release_without_owner_is_the_products);
  ADD ("late-checklists-of-others-are-to-be-decided",
       test_late_checklists_of_others_are_to_be_decided);
  ADD ("what-was-put-off-is-to-be-decided-again",
       test_what_was_put_off_is_to_be_decided_again);
  ADD ("stage-whose-day-has-come-is-to-be-decided",
       test_stage_whose_day_has_come_is_to_be_decided);
  ADD ("flags-are-cleaned-up-after-the-release",
       test_flags_are_cleaned_up_after_the_release);
  ADD ("past-date-is-to-be-decided", test_past_date_is_to_be_decided);
  ADD ("unsure-date-is-to-be-decided-before-notice",
       test_unsure_date_is_to_be_decided_before_notice);
  ADD ("conflicts-are-to-be-decided", test_conflicts_are_to_be_decided);
  ADD ("busy-week-is-decided-once", test_busy_week_is_decided_once);
  ADD ("ready-release-without-date-is-to-be-decided",
       test_ready_release_without_date_is_to_be_decided);
  ADD ("releases-coming-are-to-be-known", test_releases_coming_are_to_be_known);
  ADD ("wrong-dates-are-to-be-known", test_wrong_dates_are_to_be_known);
  ADD ("freezes-and-key-dates-are-to-be-known",
       test_freezes_and_key_dates_are_to_be_known);
  ADD ("absence-counts-what-is-due-then", test_absence_counts_what_is_due_then);
  ADD ("item-says-where-whose-and-since-when",
       test_item_says_where_whose_and_since_when);
  ADD ("evidence-is-asked-for", test_evidence_is_asked_for);
  ADD ("query-leaves-releases-out", test_query_leaves_releases_out);
  ADD ("says-what-it-has-not-read", test_says_what_it_has_not_read);
  ADD ("marks-differ", test_marks_differ);
  ADD ("law/first-are-first", test_law_first_are_first);
  ADD ("first-of-many", test_first_of_many);
#undef ADD

  return g_test_run ();
}
