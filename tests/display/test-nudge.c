/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-board.h"
#include "slip-entity-find.h"
#include "slip-intent.h"
#include "slip-nudge.h"
#include "slip-sample.h"
#include "slip-step-news.h"

#include <string.h>

#define TODAY (slip_date_new (2026, 12, 1))

static SlipPlanState *
apply (const SlipPlanState *state, SlipIntentFunc func, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SlipChangeSet) set = slip_intent_run (func, data, state, &error);
  g_assert_no_error (error);
  SlipPlanState *next = slip_plan_state_apply (state, set, &error);
  g_assert_no_error (error);
  return next;
}

static SlipPlanState *
new_sample (void)
{
  g_autoptr (SlipPlanState) empty = slip_plan_state_new ();
  SlipDate today = TODAY;
  slip_plan_state_take_row (empty,
                            slip_row_new (SLIP_KIND_PLAN, "plan", NULL, NULL));
  return apply (empty, slip_sample_run, &today);
}

static const SlipRow *
find (const SlipPlanState *state, const char *title)
{
  g_autoptr (GError) error = NULL;
  const SlipRow *row =
    slip_entity_find (state, SLIP_KIND_RELEASE, title, &error);
  g_assert_no_error (error);
  return row;
}

static SlipDate
get_date (const SlipPlanState *state, const char *id, SlipAnchor anchor)
{
  return slip_release_resolve (
    state, slip_plan_state_get (state, SLIP_KIND_RELEASE, id), anchor);
}

static void
test_days_follow_each_other (void)
{
  g_autoptr (SlipPlanState) state = new_sample ();
  g_autofree char *id = g_strdup (slip_row_get_id (find (state, "Mobile 4.2")));
  SlipDate before = get_date (state, id, SLIP_ANCHOR_RELEASE);
  SlipDate deploy = get_date (state, id, SLIP_ANCHOR_DEPLOY);
  g_autoptr (SlipDayNudge) nudge = slip_day_nudge_new (id, 1, FALSE, TODAY);

  g_autoptr (SlipPlanState) once = apply (state, slip_day_nudge_run, nudge);
  g_autoptr (SlipPlanState) twice = apply (once, slip_day_nudge_run, nudge);
  g_assert_cmpint (
    slip_date_days_until (before, get_date (twice, id, SLIP_ANCHOR_RELEASE)),
    ==, 2);
  g_assert_cmpint (slip_date_days_until (deploy, get_date (twice, id,
                                                           SLIP_ANCHOR_DEPLOY)),
                   ==, 2);
}

static void
test_only_the_release_date (void)
{
  g_autoptr (SlipPlanState) state = new_sample ();
  g_autofree char *id = g_strdup (slip_row_get_id (find (state, "Mobile 4.2")));
  SlipDate deploy = get_date (state, id, SLIP_ANCHOR_DEPLOY);
  g_autoptr (SlipDayNudge) nudge = slip_day_nudge_new (id, 7, TRUE, TODAY);

  g_autoptr (SlipPlanState) next = apply (state, slip_day_nudge_run, nudge);
  g_assert_true (
    slip_date_equal (deploy, get_date (next, id, SLIP_ANCHOR_DEPLOY)));
}

static void
test_without_a_date_is_refused (void)
{
  g_autoptr (SlipPlanState) state = new_sample ();
  g_autoptr (GError) error = NULL;
  g_autoptr (SlipDayNudge) nudge =
    slip_day_nudge_new (slip_row_get_id (find (state, "Mobile 4.3")), 1, FALSE,
                        TODAY);

  g_autoptr (SlipChangeSet) set =
    slip_intent_run (slip_day_nudge_run, nudge, state, &error);
  g_assert_null (set);
  g_assert_error (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "Mobile 4.3"));
}

static void
test_a_release_that_is_gone_is_refused (void)
{
  g_autoptr (SlipPlanState) state = new_sample ();
  g_autoptr (GError) error = NULL;
  g_autoptr (SlipCardNudge) nudge = slip_card_nudge_new ("nobody", 1, 0);

  g_autoptr (SlipChangeSet) set =
    slip_intent_run (slip_card_nudge_run, nudge, state, &error);
  g_assert_null (set);
  g_assert_error (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_NOT_FOUND);
}

static char *
dup_column (const SlipPlanState *state, SlipStatus status)
{
  g_autoptr (GPtrArray) column = slip_board_list_column (state, status);
  GString *text = g_string_new (NULL);
  for (guint i = 0; i < column->len; i++) {
    g_autofree char *title =
      slip_release_dup_short_title (state, column->pdata[i]);
    g_string_append_printf (text, "%s%s", i > 0 ? "|" : "", title);
  }
  return g_string_free (text, FALSE);
}

/* Down and up again for every card of the longest column. */
static void
test_cards_go_down_and_up (void)
{
  g_autoptr (SlipPlanState) state = new_sample ();
  g_autofree char *order = dup_column (state, SLIP_STATUS_PLANNED);
  g_autoptr (GPtrArray) column =
    slip_board_list_column (state, SLIP_STATUS_PLANNED);
  g_assert_cmpuint (column->len, >=, 3);
  for (guint i = 0; i + 1 < column->len; i++) {
    const char *id = slip_row_get_id (column->pdata[i]);
    g_autoptr (SlipCardNudge) down = slip_card_nudge_new (id, 0, 1);
    g_autoptr (SlipCardNudge) up = slip_card_nudge_new (id, 0, -1);
    g_autoptr (SlipPlanState) lower = apply (state, slip_card_nudge_run, down);
    g_autoptr (GPtrArray) then =
      slip_board_list_column (lower, SLIP_STATUS_PLANNED);
    g_assert_cmpstr (slip_row_get_id (then->pdata[i + 1]), ==, id);
    g_autoptr (SlipPlanState) back = apply (lower, slip_card_nudge_run, up);
    g_autofree char *back_order = dup_column (back, SLIP_STATUS_PLANNED);
    g_assert_cmpstr (back_order, ==, order);
  }
}

static void
test_edges_are_nothing (void)
{
  g_autoptr (SlipPlanState) state = new_sample ();
  g_autoptr (GPtrArray) column =
    slip_board_list_column (state, SLIP_STATUS_PLANNED);
  const struct {
    guint place;
    int columns;
    int places;
  } cases[] = {
    { 0, -1, 0 },
    { 0, 0, -1 },
    { column->len - 1, 0, 1 },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (SlipCardNudge) nudge =
      slip_card_nudge_new (slip_row_get_id (column->pdata[cases[i].place]),
                           cases[i].columns, cases[i].places);
    g_autoptr (SlipChangeSet) set =
      slip_intent_run (slip_card_nudge_run, nudge, state, &error);
    g_assert_null (set);
    g_assert_error (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_NOTHING);
  }
}

static void
test_columns_are_statuses (void)
{
  g_autoptr (SlipPlanState) state = new_sample ();
  g_autofree char *id = g_strdup (slip_row_get_id (find (state, "Mobile 4.2")));
  g_autoptr (SlipCardNudge) nudge = slip_card_nudge_new (id, 1, 0);
  g_autoptr (SlipPlanState) next = apply (state, slip_card_nudge_run, nudge);
  g_assert_cmpint (slip_release_get_status (
                     slip_plan_state_get (next, SLIP_KIND_RELEASE, id)),
                   ==, SLIP_STATUS_READY);
}

static SlipStep *
new_step (const SlipPlanState *state,
          SlipStepType type,
          SlipIntentFunc func,
          gconstpointer data)
{
  SlipStep *step = slip_step_new (7, type, 0, 0);
  g_autoptr (GError) error = NULL;
  step->set = slip_intent_run (func, data, state, &error);
  g_assert_no_error (error);
  return step;
}

static void
test_news_say_where_it_went (void)
{
  g_autoptr (SlipPlanState) state = new_sample ();
  g_autofree char *id = g_strdup (slip_row_get_id (find (state, "Mobile 4.2")));
  g_autoptr (SlipDayNudge) day = slip_day_nudge_new (id, 1, FALSE, TODAY);
  g_autoptr (SlipCardNudge) card = slip_card_nudge_new (id, 1, 0);
  const struct {
    SlipIntentFunc func;
    gconstpointer data;
    SlipStepType type;
    const char *start;
  } cases[] = {
    { slip_day_nudge_run, day, SLIP_STEP_EDIT,
      "Mobile 4.2 “Offline mode” moved to " },
    { slip_card_nudge_run, card, SLIP_STEP_EDIT,
      "Mobile 4.2 “Offline mode” is now Ready" },
    { slip_day_nudge_run, day, SLIP_STEP_UNDO, "Undone: move of Mobile 4.2" },
    { slip_day_nudge_run, day, SLIP_STEP_REDO, "Redone: move of Mobile 4.2" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (SlipStep) step =
      new_step (state, cases[i].type, cases[i].func, cases[i].data);
    g_autoptr (SlipPlanState) after =
      apply (state, cases[i].func, cases[i].data);
    g_autofree char *text = slip_step_news_dup_text (step, after, TODAY);
    g_autofree char *release = slip_step_news_dup_release (step);
    g_assert_true (g_str_has_prefix (text, cases[i].start));
    g_assert_cmpstr (release, ==, id);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/nudge/day/each-counts", test_days_follow_each_other);
  g_test_add_func ("/nudge/day/only-the-release-date",
                   test_only_the_release_date);
  g_test_add_func ("/nudge/day/without-a-date-is-refused",
                   test_without_a_date_is_refused);
  g_test_add_func ("/nudge/card/gone-is-refused",
                   test_a_release_that_is_gone_is_refused);
  g_test_add_func ("/nudge/card/down-and-up-is-as-before",
                   test_cards_go_down_and_up);
  g_test_add_func ("/nudge/card/edges-are-nothing", test_edges_are_nothing);
  g_test_add_func ("/nudge/card/columns-are-statuses",
                   test_columns_are_statuses);
  g_test_add_func ("/step-news/say-where-it-went", test_news_say_where_it_went);

  return g_test_run ();
}
