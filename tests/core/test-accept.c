/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-accept.h"

#include "feed-plan.h"
#include "slip-change-text.h"
#include "slip-disagreement.h"
#include "slip-knowledge.h"
#include "slip-rules.h"

static const SlipMoment now = { NOON, { 20788 } }; /* 2026-12-01 */

static const SlipFeedValue *
get_value (const SlipPlanState *state, guint place)
{
  return slip_observations_get_values (slip_plan_state_get_observations (state))
    ->pdata[place];
}

/* What accepting a value would change, a line each; it is then done. */
static char *
accept (SlipPlanState **state, guint place)
{
  g_autoptr (SlipAccept) data =
    slip_accept_new (*state, get_value (*state, place), NULL, now);
  g_autoptr (GError) error = NULL;
  g_autoptr (SlipChangeSet) set =
    slip_intent_run (slip_accept_run, data, *state, &error);
  SlipPlanState *next;
  g_autoptr (GPtrArray) lines = NULL;

  g_assert_no_error (error);
  g_assert_cmpint (set->verb, ==, SLIP_VERB_ACCEPT);
  next = slip_plan_state_apply (*state, set, &error);
  g_assert_no_error (error);
  lines = slip_change_set_dup_lines (next, set);
  slip_plan_state_unref (*state);
  *state = next;
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

static SlipItemState
get_item_state (const SlipPlanState *state, const char *item)
{
  return (SlipItemState) slip_row_get_integer (
    slip_plan_state_get (state, SLIP_KIND_ITEM, item), SLIP_ITEM_STATE);
}

static const char *
get_checklist_text (const SlipPlanState *state, guint property)
{
  return slip_row_get_text (slip_plan_state_get (state, SLIP_KIND_CHECKLIST,
                                                 "r1-sales"),
                            property);
}

static void
add_observed_item (SlipObservation *status,
                   const char *title,
                   SlipObservedState observed,
                   const char *url)
{
  SlipObservedItem *item = slip_observed_item_new ();

  item->title = g_strdup (title);
  item->state = observed;
  item->url = g_strdup (url);
  g_ptr_array_add (status->items, item);
}

static void
test_items_go_by_their_titles (void)
{
  g_autoptr (SlipPlanState) state = new_feed_plan ();
  g_autoptr (Said) said = said_new ();
  g_autofree char *lines = NULL;
  SlipObservation *status =
    say_status (said, "desk", "r1", "sales", SLIP_OBSERVED_AT_RISK);
  g_autoptr (GPtrArray) items = NULL;

  add_checklist (&state, "r1", "sales", NULL);
  add_item (&state, "r1", "sales", "Deck", SLIP_ITEM_STATE_TO_DO, NULL);
  add_item (&state, "r1", "sales", "Pricing", SLIP_ITEM_STATE_DONE, NULL);
  add_item (&state, "r1", "sales", "Quotes", SLIP_ITEM_STATE_TO_DO, NULL);
  add_item (&state, "r1", "sales", "Ours", SLIP_ITEM_STATE_DOING, NULL);
  status->owner = g_strdup ("sales ops");
  add_observed_item (status, "DECK", SLIP_OBSERVED_DONE, NULL);
  add_observed_item (status, "Pricing", SLIP_OBSERVED_ON_TRACK, NULL);
  add_observed_item (status, "Quotes", SLIP_OBSERVED_BLOCKED, NULL);
  add_observed_item (status, "- Demo", SLIP_OBSERVED_NOT_NEEDED, NULL);
  put_said (&state, said);

  lines = accept (&state, 0);
  g_assert_cmpstr (slip_row_get_text (slip_plan_state_get (state,
                                                           SLIP_KIND_CHECKLIST,
                                                           "r1-sales"),
                                      SLIP_CHECKLIST_OWNER),
                   ==, "ops");
  g_assert_cmpint (get_item_state (state, "Deck"), ==, SLIP_ITEM_STATE_DONE);
  g_assert_cmpint (get_item_state (state, "Pricing"), ==,
                   SLIP_ITEM_STATE_DOING);
  g_assert_cmpint (get_item_state (state, "Quotes"), ==,
                   SLIP_ITEM_STATE_BLOCKED);
  g_assert_cmpstr (
    slip_row_get_text (slip_plan_state_get (state, SLIP_KIND_ITEM, "Quotes"),
                       SLIP_ITEM_STATE_NOTE),
    ==, "Help desk says so");
  /* What the feed does not name stays. */
  g_assert_cmpint (get_item_state (state, "Ours"), ==, SLIP_ITEM_STATE_DOING);
  items = slip_plan_state_list_owned (state, SLIP_KIND_ITEM, "r1");
  g_assert_cmpuint (items->len, ==, 5);
  /* That an item is opened again is shown before. */
  g_assert_nonnull (strstr (lines, "Done → Doing"));
  g_assert_nonnull (strstr (lines, "Demo"));
}

static void
assert_n_disagreements (const SlipPlanState *state, guint n)
{
  const SlipRow *release = slip_plan_state_get (state, SLIP_KIND_RELEASE, "r1");

  g_assert_cmpuint (slip_disagreement_count (state, release, now), ==, n);
}

static void
test_done_closes_what_is_required (void)
{
  g_autoptr (SlipPlanState) state = new_feed_plan ();
  g_autoptr (Said) said = said_new ();
  g_autofree char *lines = NULL;
  g_autofree char *again = NULL;
  const SlipRow *item;

  add_checklist (&state, "r1", "sales", "ops");
  add_item (&state, "r1", "sales", "Deck", SLIP_ITEM_STATE_TO_DO, NULL);
  add_item (&state, "r1", "sales", "Extra", SLIP_ITEM_STATE_TO_DO, NULL);
  set_integer (&state, SLIP_KIND_ITEM, "Extra", SLIP_ITEM_IS_REQUIRED, FALSE);
  set_integer (&state, SLIP_KIND_ITEM, "Deck", SLIP_ITEM_NEEDS_EVIDENCE, TRUE);
  say_status (said, "desk", "r1", "sales", SLIP_OBSERVED_DONE)->url =
    g_strdup ("https://desk.example.org/7");
  say_status (said, "desk", "r1", "support", SLIP_OBSERVED_DONE)->owner =
    g_strdup ("Support lead");
  say_standing (said, "desk", 0);
  put_said (&state, said);

  lines = accept (&state, 0);
  item = slip_plan_state_get (state, SLIP_KIND_ITEM, "Deck");
  g_assert_cmpint (get_item_state (state, "Deck"), ==, SLIP_ITEM_STATE_DONE);
  g_assert_cmpstr (slip_row_get_text (item, SLIP_ITEM_EVIDENCE), ==,
                   "https://desk.example.org/7");
  g_assert_cmpint (get_item_state (state, "Extra"), ==, SLIP_ITEM_STATE_TO_DO);

  /* A checklist that is made says that it is ready, and feed and plan agree. */
  again = accept (&state, 1);
  assert_n_disagreements (state, 0);
}

static void
add_flag_to (SlipPlanState **state,
             const char *id,
             const char *release,
             const char *environment)
{
  SlipEdit *edit = slip_edit_new (*state, SLIP_VERB_ADD);

  slip_edit_create (edit, SLIP_KIND_FLAG, id, release);
  slip_edit_set_text (edit, SLIP_KIND_FLAG, id, SLIP_FLAG_KEY, "checkout");
  slip_edit_set_text (edit, SLIP_KIND_FLAG, id, SLIP_FLAG_ENVIRONMENT,
                      environment);
  apply_edit (state, edit);
}

static void
assert_nothing (const SlipPlanState *state, guint place, const char *part)
{
  g_autoptr (SlipAccept) data =
    slip_accept_new (state, get_value (state, place), NULL, now);
  g_autofree char *why = slip_accept_dup_nothing (data, state);

  if (strstr (why, part) == NULL)
    g_error ("“%s” does not say “%s”", why, part);
}

/* One item says what the feed says; @checklist: of this one, %NULL for another
 * than that of Sales. */
static void
assert_be_ready (const GPtrArray *items,
                 const char *checklist,
                 SlipItemState item_state,
                 const char *says,
                 const char *text)
{
  guint n_found = 0;

  for (guint i = 0; i < items->len; i++) {
    const SlipRow *item = items->pdata[i];
    const char *of = slip_row_get_text (item, SLIP_ITEM_CHECKLIST);
    const char *note = slip_row_get_text (item, SLIP_ITEM_NOTE);

    if (g_strcmp0 (slip_row_get_text (item, SLIP_ITEM_TITLE), "Be ready") !=
          0 ||
        g_str_equal (of, "r1-sales") != (checklist != NULL))
      continue;
    n_found++;
    g_assert_cmpint (slip_row_get_integer (item, SLIP_ITEM_STATE), ==,
                     item_state);
    g_assert_true (slip_row_get_boolean (item, SLIP_ITEM_IS_REQUIRED));
    g_assert_nonnull (strstr (note, says));
    g_assert_true (g_str_has_prefix (note, "Help desk: "));
    g_assert_true (text == NULL || strstr (note, text) != NULL);
  }
  g_assert_cmpuint (n_found, ==, 1);
}

/* Where nothing is open that it could mean, the plan gets what says so. */
static void
test_a_state_without_items_has_a_place (void)
{
  static const struct {
    SlipObservedState observed;
    SlipItemState state;
  } cases[] = {
    { SLIP_OBSERVED_NOT_STARTED, SLIP_ITEM_STATE_TO_DO },
    { SLIP_OBSERVED_IN_PROGRESS, SLIP_ITEM_STATE_DOING },
    { SLIP_OBSERVED_ON_TRACK, SLIP_ITEM_STATE_DOING },
    { SLIP_OBSERVED_AT_RISK, SLIP_ITEM_STATE_DOING },
    { SLIP_OBSERVED_OFF_TRACK, SLIP_ITEM_STATE_DOING },
    { SLIP_OBSERVED_BLOCKED, SLIP_ITEM_STATE_BLOCKED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (SlipPlanState) state = new_feed_plan ();
    g_autoptr (Said) said = said_new ();
    g_autoptr (GPtrArray) items = NULL;
    g_autofree char *made = NULL;
    g_autofree char *opened = NULL;
    SlipObservation *status =
      say_status (said, "desk", "r1", "support", cases[i].observed);

    status->text = g_strdup ("Two trainers are ill");
    say_status (said, "desk", "r1", "sales", cases[i].observed);
    say_standing (said, "desk", 0);
    add_checklist (&state, "r1", "sales", "ops");
    add_item (&state, "r1", "sales", "Deck", SLIP_ITEM_STATE_DONE, NULL);
    put_said (&state, said);
    assert_n_disagreements (state, 2);

    /* No checklist yet, and one that asks for nothing more. */
    made = accept (&state, 0);
    opened = accept (&state, 1);
    assert_n_disagreements (state, 0);
    items = slip_plan_state_list_owned (state, SLIP_KIND_ITEM, "r1");
    g_assert_cmpuint (items->len, ==, 3);
    assert_be_ready (items, "r1-sales", cases[i].state,
                     slip_observed_state_get_label (cases[i].observed), NULL);
    assert_be_ready (items, NULL, cases[i].state,
                     slip_observed_state_get_label (cases[i].observed),
                     "Two trainers are ill");
    g_assert_cmpint (get_item_state (state, "Deck"), ==, SLIP_ITEM_STATE_DONE);
  }
}

/* What said so before says the newest, and nothing is added again. */
static void
test_a_state_without_items_is_kept_up (void)
{
  g_autoptr (SlipPlanState) state = new_feed_plan ();
  g_autoptr (Said) said = said_new ();
  g_autoptr (GPtrArray) items = NULL;
  static const SlipObservedState observed[] = { SLIP_OBSERVED_AT_RISK,
                                                SLIP_OBSERVED_BLOCKED,
                                                SLIP_OBSERVED_DONE,
                                                SLIP_OBSERVED_ON_TRACK };

  for (guint i = 0; i < G_N_ELEMENTS (observed); i++)
    say_status (said, "desk", "r1", "support", observed[i]);
  put_said (&state, said);
  for (guint i = 0; i < G_N_ELEMENTS (observed); i++)
    g_free (accept (&state, i));
  assert_nothing (state, 3, "the plan says so already");
  items = slip_plan_state_list_owned (state, SLIP_KIND_ITEM, "r1");
  g_assert_cmpuint (items->len, ==, 1);
  assert_be_ready (items, NULL, SLIP_ITEM_STATE_DOING, "On track", NULL);

  /* The last word is told also by what is closed; what a person noted stays. */
  g_free (accept (&state, 2));
  g_clear_pointer (&items, g_ptr_array_unref);
  items = slip_plan_state_list_owned (state, SLIP_KIND_ITEM, "r1");
  assert_be_ready (items, NULL, SLIP_ITEM_STATE_DONE, "Done", NULL);
  set_text (&state, SLIP_KIND_ITEM, slip_row_get_id (items->pdata[0]),
            SLIP_ITEM_NOTE, "Ask again on Friday");
  g_free (accept (&state, 0));
  g_clear_pointer (&items, g_ptr_array_unref);
  items = slip_plan_state_list_owned (state, SLIP_KIND_ITEM, "r1");
  g_assert_cmpstr (slip_row_get_text (items->pdata[0], SLIP_ITEM_NOTE), ==,
                   "Ask again on Friday");
}

/* Which item is at risk where several are open, nobody knows but the feed. */
static void
test_what_has_no_place_is_explained (void)
{
  g_autoptr (SlipPlanState) state = new_feed_plan ();
  g_autoptr (Said) said = said_new ();
  static const char *const explained[] = { "which of them “At risk” is about",
                                           "no state that is known",
                                           "by its checklists",
                                           "whether the flag is on" };

  add_checklist (&state, "r1", "sales", "ops");
  add_item (&state, "r1", "sales", "Deck", SLIP_ITEM_STATE_TO_DO, NULL);
  add_flag_to (&state, "f1", "r1", "production");
  say_status (said, "desk", "r1", "sales", SLIP_OBSERVED_AT_RISK);
  say_status (said, "desk", "r1", "sales", SLIP_OBSERVED_UNKNOWN);
  say_status (said, "desk", "r1", NULL, SLIP_OBSERVED_OFF_TRACK);
  say_flag (said, "desk", "checkout", "production", SLIP_SAID_NOTHING, -1);
  say_status (said, "desk", "r1", "sales", SLIP_OBSERVED_AT_RISK)->owner =
    g_strdup ("Sales ops");
  put_said (&state, said);
  for (guint i = 0; i < G_N_ELEMENTS (explained); i++) {
    g_autofree char *lines = accept (&state, i);

    g_assert_cmpstr (lines, ==, "");
    assert_nothing (state, i, explained[i]);
  }
}

static void
test_not_needed_says_whose_word_it_is (void)
{
  g_autoptr (SlipPlanState) state = new_feed_plan ();
  g_autoptr (Said) said = said_new ();
  g_autofree char *not_needed = NULL;
  g_autofree char *needed = NULL;

  add_checklist (&state, "r1", "sales", "ops");
  add_item (&state, "r1", "sales", "Deck", SLIP_ITEM_STATE_TO_DO, NULL);
  say_status (said, "board", "r1", "sales", SLIP_OBSERVED_AT_RISK);
  say_status (said, "desk", "r1", "sales", SLIP_OBSERVED_NOT_NEEDED);
  put_said (&state, said);

  not_needed = accept (&state, 1);
  g_assert_cmpstr (get_checklist_text (state, SLIP_CHECKLIST_REASON), ==,
                   "Help desk says so");
  g_assert_cmpint (get_item_state (state, "Deck"), ==, SLIP_ITEM_STATE_TO_DO);
  needed = accept (&state, 0);
  g_assert_null (get_checklist_text (state, SLIP_CHECKLIST_REASON));
}

static SlipKnowledgeState
get_knowledge (const SlipPlanState *state)
{
  g_autoptr (GPtrArray) list =
    slip_knowledge_list (state,
                         slip_plan_state_get (state, SLIP_KIND_RELEASE, "r1"),
                         now.today);

  for (guint i = 0; i < list->len; i++) {
    const SlipKnowledge *knowledge = list->pdata[i];

    if (g_str_equal (slip_row_get_id (knowledge->audience), "sales"))
      return knowledge->state;
  }
  return SLIP_KNOWLEDGE_NOT_NEEDED;
}

static void
test_what_they_know_is_recorded (void)
{
  static const struct {
    SlipSaid knows;
    const char *stated;
    SlipKnowledgeState state;
  } cases[] = {
    { SLIP_SAID_YES, NULL, SLIP_KNOWLEDGE_KNOWS },
    { SLIP_SAID_YES, "2026-12-08", SLIP_KNOWLEDGE_KNOWS },
    { SLIP_SAID_NOTHING, "2026-12-08", SLIP_KNOWLEDGE_KNOWS },
    { SLIP_SAID_NOTHING, "2026-12-01", SLIP_KNOWLEDGE_WRONG_DATE },
    { SLIP_SAID_NO, "2026-12-08", SLIP_KNOWLEDGE_NOT_TOLD },
    { SLIP_SAID_NOTHING, NULL, SLIP_KNOWLEDGE_NOT_TOLD },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (SlipPlanState) state = new_feed_plan ();
    g_autoptr (Said) said = said_new ();
    g_autofree char *lines = NULL;
    SlipObservation *status =
      say_status (said, "desk", "r1", "sales", SLIP_OBSERVED_UNKNOWN);

    add_checklist (&state, "r1", "sales", "ops");
    status->knows = cases[i].knows;
    status->stated_release_date = day (cases[i].stated);
    put_said (&state, said);
    lines = accept (&state, 0);
    g_assert_cmpint (get_knowledge (state), ==, cases[i].state);
  }
}

static void
test_a_release_gets_its_owner_and_moves (void)
{
  g_autoptr (SlipPlanState) state = new_feed_plan ();
  g_autoptr (Said) said = said_new ();
  g_autofree char *lines = NULL;
  const SlipRow *release;
  SlipObservation *status =
    say_status (said, "desk", "r1", NULL, SLIP_OBSERVED_ON_TRACK);

  status->owner = g_strdup ("Support lead");
  status->stated_release_date = day ("2026-12-15");
  put_said (&state, said);
  lines = accept (&state, 0);
  release = slip_plan_state_get (state, SLIP_KIND_RELEASE, "r1");
  g_assert_cmpstr (slip_row_get_text (release, SLIP_RELEASE_OWNER), ==, "lead");
  g_assert_true (
    slip_date_equal (slip_row_get_date (release, SLIP_RELEASE_RELEASE_DATE),
                     day ("2026-12-15")));
}

static gint64
get_flag_share (const SlipPlanState *state, const char *flag)
{
  return slip_row_get_integer (slip_plan_state_get (state, SLIP_KIND_FLAG,
                                                    flag),
                               SLIP_FLAG_OBSERVED_SHARE);
}

static void
test_flags_are_observed (void)
{
  g_autoptr (SlipPlanState) state = new_feed_plan ();
  g_autoptr (Said) said = said_new ();
  g_autoptr (SlipAccept) one = NULL;
  g_autofree char *lines = NULL;
  const SlipRow *flag;

  add_flag_to (&state, "f1", "r1", "production");
  add_flag_to (&state, "f2", "r2", "Production");
  add_flag_to (&state, "f3", "r2", "staging");
  say_flag (said, "desk", "checkout", "production", SLIP_SAID_YES, 2500);
  put_said (&state, said);

  one = slip_accept_new (state, get_value (state, 0), "f2", now);
  apply_intent (&state, slip_accept_run, one);
  g_assert_cmpint (get_flag_share (state, "f1"), ==, 0);
  g_assert_cmpint (get_flag_share (state, "f2"), ==, 2500);
  lines = accept (&state, 0);
  g_assert_cmpint (get_flag_share (state, "f1"), ==, 2500);
  g_assert_cmpint (get_flag_share (state, "f3"), ==, 0);
  flag = slip_plan_state_get (state, SLIP_KIND_FLAG, "f1");
  g_assert_cmpint (slip_row_get_integer (flag, SLIP_FLAG_OBSERVED), ==,
                   SLIP_FLAG_STATE_ON);
  g_assert_cmpstr (slip_row_get_text (flag, SLIP_FLAG_OBSERVED_SOURCE), ==,
                   "Help desk");
  g_assert_cmpint (slip_row_get_integer (flag, SLIP_FLAG_OBSERVED_AT), ==,
                   NOON);
}

static void
add_figure (SlipPlanState **state)
{
  SlipEdit *edit = slip_edit_new (*state, SLIP_VERB_ADD);

  slip_edit_create (edit, SLIP_KIND_STAGE, "stage", "r1");
  slip_edit_set_text (edit, SLIP_KIND_STAGE, "stage", SLIP_STAGE_NAME, "All");
  slip_edit_set_integer (edit, SLIP_KIND_STAGE, "stage",
                         SLIP_STAGE_START_IS_PINNED, TRUE);
  slip_edit_create (edit, SLIP_KIND_CRITERION, "c", "r1");
  slip_edit_set_text (edit, SLIP_KIND_CRITERION, "c", SLIP_CRITERION_STAGE,
                      "stage");
  slip_edit_set_text (edit, SLIP_KIND_CRITERION, "c", SLIP_CRITERION_TEXT,
                      "Error rate");
  slip_edit_set_integer (edit, SLIP_KIND_CRITERION, "c", SLIP_CRITERION_TYPE,
                         SLIP_CRITERION_FIGURE_WITHIN);
  apply_edit (state, edit);
}

static void
test_figures_are_taken_over (void)
{
  g_autoptr (SlipPlanState) state = new_feed_plan ();
  g_autoptr (Said) said = said_new ();
  g_autoptr (SlipAccept) other = NULL;
  g_autofree char *lines = NULL;
  const SlipRow *criterion;

  add_figure (&state);
  say_criterion (said, "desk", "r1", "error rate", 0.3);
  say_criterion (said, "desk", "r1", "crashes", 7);
  put_said (&state, said);
  lines = accept (&state, 0);
  criterion = slip_plan_state_get (state, SLIP_KIND_CRITERION, "c");
  g_assert_cmpstr (slip_row_get_text (criterion, SLIP_CRITERION_FIGURE), ==,
                   "0.3");
  g_assert_cmpstr (slip_row_get_text (criterion, SLIP_CRITERION_FIGURE_SOURCE),
                   ==, "Help desk");
  other = slip_accept_new (state, get_value (state, 1), NULL, now);
  assert_refused (state, slip_accept_run, other, SLIP_PLAN_ERROR_NOT_FOUND);
}

static void
test_freezes_are_made_and_follow (void)
{
  g_autoptr (SlipPlanState) state = new_feed_plan ();
  g_autoptr (Said) said = said_new ();
  g_autoptr (SlipAccept) unknown = NULL;
  g_autofree char *made = NULL;
  g_autofree char *moved = NULL;
  g_autoptr (GPtrArray) freezes = NULL;
  SlipObservation *first = say (said, "board", SLIP_OBSERVATION_FREEZE);
  SlipObservation *second = say (said, "desk", SLIP_OBSERVATION_FREEZE);
  SlipObservation *third = say (said, "desk", SLIP_OBSERVATION_FREEZE);

  first->text = g_strdup ("Year end");
  first->environment = g_strdup ("production");
  first->freeze = days ("2026-12-24", "2026-12-31");
  second->text = g_strdup ("year END");
  second->freeze = days ("2026-12-28", "2027-01-06");
  third->text = g_strdup ("every full moon");
  put_said (&state, said);

  made = accept (&state, 0);
  moved = accept (&state, 1);
  freezes = slip_plan_state_list (state, SLIP_KIND_FREEZE);
  g_assert_cmpuint (freezes->len, ==, 1);
  g_assert_cmpstr (slip_row_get_text (freezes->pdata[0], SLIP_FREEZE_NAME), ==,
                   "Year end");
  g_assert_true (slip_date_equal (slip_row_get_date (freezes->pdata[0],
                                                     SLIP_FREEZE_LAST_DAY),
                                  day ("2027-01-06")));
  unknown = slip_accept_new (state, get_value (state, 2), NULL, now);
  assert_refused (state, slip_accept_run, unknown, SLIP_PLAN_ERROR_INVALID);
}

static void
test_what_matches_nothing_cannot_be_accepted (void)
{
  g_autoptr (SlipPlanState) state = new_feed_plan ();
  g_autoptr (Said) said = said_new ();

  say_status (said, "desk", "Nowhere 1", "sales", SLIP_OBSERVED_DONE);
  say_flag (said, "desk", "unheard-of", NULL, SLIP_SAID_YES, -1);
  put_said (&state, said);
  for (guint i = 0; i < 2; i++)
    g_assert_null (slip_accept_new (state, get_value (state, i), NULL, now));
}

static void
test_what_is_gone_is_said (void)
{
  g_autoptr (SlipPlanState) state = new_feed_plan ();
  g_autoptr (Said) said = said_new ();
  g_autoptr (SlipAccept) data = NULL;

  say_status (said, "desk", "r1", "sales", SLIP_OBSERVED_DONE);
  put_said (&state, said);
  data = slip_accept_new (state, get_value (state, 0), NULL, now);
  set_integer (&state, SLIP_KIND_RELEASE, "r1", SLIP_RELEASE_IS_DELETED, TRUE);
  assert_refused (state, slip_accept_run, data, SLIP_PLAN_ERROR_NOT_FOUND);
}

/* Anything that a feed may say about the plan of the laws. */
static SlipObservation *
say_anything (Said *said)
{
  static const char *const titles[] = { "Deck",    "pricing", "Train",
                                        "1. Demo", "• ",      "Be ready" };
  static const char *const owners[] = { "Sales ops", "support LEAD", "octo-ops",
                                        NULL };
  SlipObservation *it;

  switch (g_test_rand_int_range (0, 6)) {
  case 0:
    return say_flag (said, "desk", "checkout",
                     g_test_rand_bit () ? "production" : NULL,
                     (SlipSaid) g_test_rand_int_range (0, 3),
                     g_test_rand_int_range (-1, 10001));
  case 1:
    return say_criterion (said, "desk", "r1", "error rate",
                          g_test_rand_double_range (-2, 2));
  case 2:
    it = say (said, "desk", SLIP_OBSERVATION_FREEZE);
    it->text = g_test_rand_bit () ? g_strdup ("Year end") : NULL;
    it->freeze.first =
      slip_date_add_days (day ("2026-12-20"), g_test_rand_int_range (0, 10));
    it->freeze.last =
      slip_date_add_days (it->freeze.first, g_test_rand_int_range (0, 10));
    return it;
  default:
    break;
  }
  it = say_status (
    said, "desk", "r1",
    (const char *[]){ "sales", "support", NULL }[g_test_rand_int_range (0, 3)],
    (SlipObservedState) g_test_rand_int_range (0, SLIP_OBSERVED_N_STATES));
  it->owner = g_strdup (owners[g_test_rand_int_range (0, 4)]);
  it->knows = (SlipSaid) g_test_rand_int_range (0, 3);
  if (g_test_rand_bit ())
    it->stated_release_date =
      slip_date_add_days (day ("2026-12-05"), g_test_rand_int_range (0, 10));
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    if (g_test_rand_bit ())
      add_observed_item (it, titles[i],
                         (SlipObservedState)
                           g_test_rand_int_range (0, SLIP_OBSERVED_N_STATES),
                         g_test_rand_bit () ? "https://example.org/1" : NULL);
  return it;
}

/* A plan with something of everything that may be accepted. */
static SlipPlanState *
new_law_plan (void)
{
  SlipPlanState *state = new_feed_plan ();

  add_checklist (&state, "r1", "sales", g_test_rand_bit () ? "ops" : NULL);
  if (g_test_rand_bit ()) {
    add_item (&state, "r1", "sales", "Deck",
              (SlipItemState) g_test_rand_int_range (0, 3), NULL);
    add_item (&state, "r1", "sales", "Pricing",
              (SlipItemState) g_test_rand_int_range (0, 3), "2026-12-04");
    set_integer (&state, SLIP_KIND_ITEM, "Pricing", SLIP_ITEM_NEEDS_EVIDENCE,
                 get_item_state (state, "Pricing") != SLIP_ITEM_STATE_DONE);
  }
  add_flag_to (&state, "f1", "r1", "production");
  add_flag_to (&state, "f2", "r2", NULL);
  add_figure (&state);
  return state;
}

static void
check_law (SlipPlanState **state, guint place)
{
  g_autoptr (SlipAccept) data =
    slip_accept_new (*state, get_value (*state, place), NULL, now);
  g_autoptr (SlipAccept) again =
    slip_accept_new (*state, get_value (*state, place), NULL, now);
  g_autoptr (GError) error = NULL;
  g_autofree char *before = slip_plan_state_digest (*state);
  g_autofree char *after = NULL;
  g_autoptr (SlipChangeSet) shown =
    slip_intent_run (slip_accept_run, data, *state, &error);
  g_autoptr (SlipChangeSet) committed =
    slip_intent_run (slip_accept_run, data, *state, &error);
  g_autoptr (SlipChangeSet) more = NULL;
  g_autoptr (SlipChangeSet) inverse = NULL;
  g_autoptr (SlipPlanState) accepted = NULL;
  g_autoptr (SlipPlanState) undone = NULL;
  g_autoptr (GPtrArray) faults = NULL;

  g_assert_no_error (error);
  /* What is shown before is what is done. */
  g_assert_true (slip_change_set_equal (shown, committed));
  accepted = slip_plan_state_apply (*state, committed, &error);
  g_assert_no_error (error);
  faults = slip_rules_check (accepted);
  if (faults->len > 0)
    g_test_message ("%s", (char *) faults->pdata[0]);
  g_assert_cmpuint (faults->len, ==, 0);
  /* Once is enough. */
  more = slip_intent_run (slip_accept_run, again, accepted, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (more->changes->len, ==, 0);
  /* And it can be taken back. */
  inverse = slip_change_set_new_inverse (committed);
  undone = slip_plan_state_apply (accepted, inverse, &error);
  g_assert_no_error (error);
  after = slip_plan_state_digest (undone);
  g_assert_cmpstr (after, ==, before);

  slip_plan_state_unref (*state);
  *state = g_steal_pointer (&accepted);
}

static void
test_laws (void)
{
  for (guint i = 0; i < 150; i++) {
    g_autoptr (SlipPlanState) state = new_law_plan ();
    g_autoptr (Said) said = said_new ();
    const guint n_said = 4;

    for (guint j = 0; j < n_said; j++)
      say_anything (said);
    put_said (&state, said);
    for (guint j = 0; j < n_said; j++)
      check_law (&state, j);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/accept/items-go-by-their-titles",
                   test_items_go_by_their_titles);
  g_test_add_func ("/accept/done-closes-what-is-required",
                   test_done_closes_what_is_required);
  g_test_add_func ("/accept/a-state-without-items-has-a-place",
                   test_a_state_without_items_has_a_place);
  g_test_add_func ("/accept/a-state-without-items-is-kept-up",
                   test_a_state_without_items_is_kept_up);
  g_test_add_func ("/accept/what-has-no-place-is-explained",
                   test_what_has_no_place_is_explained);
  g_test_add_func ("/accept/not-needed-says-whose-word-it-is",
                   test_not_needed_says_whose_word_it_is);
  g_test_add_func ("/accept/what-they-know-is-recorded",
                   test_what_they_know_is_recorded);
  g_test_add_func ("/accept/a-release-gets-its-owner-and-moves",
                   test_a_release_gets_its_owner_and_moves);
  g_test_add_func ("/accept/flags-are-observed", test_flags_are_observed);
  g_test_add_func ("/accept/figures-are-taken-over",
                   test_figures_are_taken_over);
  g_test_add_func ("/accept/freezes-are-made-and-follow",
                   test_freezes_are_made_and_follow);
  g_test_add_func ("/accept/what-matches-nothing-cannot-be-accepted",
                   test_what_matches_nothing_cannot_be_accepted);
  g_test_add_func ("/accept/what-is-gone-is-said", test_what_is_gone_is_said);
  g_test_add_func ("/accept/laws", test_laws);
  return g_test_run ();
}
