/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "checked-plan.h"
#include "slip-search-filter.h"
#include "slip-search-result.h"

#define TODAY (day ("2026-12-01"))

/* 'pay' with owners, a late item and an unowned checklist; 'mob' without an
 * owner; 'old', which is over. */
static SlipPlanState *
new_searched_plan (void)
{
  SlipPlanState *state = new_checked_plan ();

  add_release (&state, "pay", "payments", "3.9", "2026-12-08");
  add_release (&state, "mob", "mobile", "4.2", "2026-12-04");
  add_release (&state, "old", "payments", "3.8", "2026-01-13");
  set_text (&state, SLIP_KIND_RELEASE, "pay", SLIP_RELEASE_OWNER, "lead");
  set_text (&state, SLIP_KIND_RELEASE, "pay", SLIP_RELEASE_MARKET_OWNER, "ops");
  set_text (&state, SLIP_KIND_RELEASE, "mob", SLIP_RELEASE_NAME,
            "Offline mode");
  set_text (&state, SLIP_KIND_RELEASE, "mob", SLIP_RELEASE_SUMMARY,
            "Works in Zürich\nwithout payments");
  add_checklist (&state, "pay", "sales", NULL);
  add_checklist (&state, "pay", "support", "lead");
  add_item (&state, "pay", "support", "late", SLIP_ITEM_STATE_DOING,
            "2026-11-30");
  add_item (&state, "pay", "support", "later", SLIP_ITEM_STATE_TO_DO,
            "2026-12-07");
  add_item (&state, "pay", "sales", "nobody", SLIP_ITEM_STATE_TO_DO, NULL);
  set_text (&state, SLIP_KIND_ITEM, "later", SLIP_ITEM_OWNER, "ops");
  set_text (&state, SLIP_KIND_ITEM, "late", SLIP_ITEM_NOTE,
            "Ask <b>Payments</b>");
  add_checklist (&state, "old", "support", NULL);
  add_item (&state, "old", "support", "past", SLIP_ITEM_STATE_TO_DO,
            "2026-01-02");
  set_status (&state, "old", SLIP_STATUS_RELEASED);
  return state;
}

typedef struct {
  const SlipSearchFilter *filter;
  const SlipPlanState *state;
  GPtrArray *ids;
} Filtered;

static void
filter_cb (const SlipRow *row, gpointer data)
{
  Filtered *filtered = data;

  if (slip_search_filter_matches (filtered->filter, filtered->state, row, NULL))
    g_ptr_array_add (filtered->ids, (char *) slip_row_get_id (row));
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The ids of all that a filter lets through, in alphabetical order. */
static char *
list (const SlipPlanState *state, const char *typed)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SlipSearchQuery) query =
    slip_search_query_parse (typed, TODAY, &error);
  g_autoptr (SlipSearchFilter) filter =
    slip_search_filter_new (query, state, TODAY, &error);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  Filtered filtered = { filter, state, ids };

  g_assert_no_error (error);
  for (guint i = 0; i < SLIP_N_KINDS; i++)
    slip_plan_state_foreach (state, (SlipKind) i, filter_cb, &filtered);
  g_ptr_array_sort (ids, compare_ids);
  g_ptr_array_add (ids, NULL);
  return g_strjoinv (" ", (char **) ids->pdata);
}

static const struct {
  const char *typed;
  const char *ids;
} filters[] = {
  { "product:payments",
    "late later nobody old old-support past pay pay-sales pay-support "
    "payments" },
  { "product:mobile", "mob mobile" },
  { "product:\"mobile a\"", "mob mobile" },
  { "owner:lead", "late lead pay pay-support" },
  { "owner:\"support lead\"", "late lead pay pay-support" },
  { "owner:ops", "later ops pay" },
  { "owner:s", "late later lead ops pay pay-support" },
  { "audience:sales", "nobody pay pay-sales sales" },
  { "audience:support",
    "late later old old-support past pay pay-support support" },
  { "before:2026-12-07", "late mob old past" },
  { "before:2026-12-08", "late later mob old past" },
  { "is:unowned", "mob nobody pay pay-sales" },
  { "is:overdue", "late pay pay-support" },
  { "is:overdue owner:lead", "late pay pay-support" },
  { "is:overdue owner:ops", "pay" },
  { "is:unowned product:payments audience:sales", "nobody pay pay-sales" },
};

static void
test_filter (void)
{
  g_autoptr (SlipPlanState) state = new_searched_plan ();

  for (guint i = 0; i < G_N_ELEMENTS (filters); i++) {
    g_autofree char *ids = list (state, filters[i].typed);

    g_test_message ("%s", filters[i].typed);
    g_assert_cmpstr (ids, ==, filters[i].ids);
  }
}

static void
test_nobody (void)
{
  static const char *const typed[] = {
    "owner:nurse",  "Nobody is called “nurse”",
    "product:x",    "No product is called “x”",
    "audience:x y", "No audience is called “x”",
  };
  g_autoptr (SlipPlanState) state = new_searched_plan ();

  for (guint i = 0; i < G_N_ELEMENTS (typed); i += 2) {
    g_autoptr (GError) error = NULL;
    g_autoptr (SlipSearchQuery) query =
      slip_search_query_parse (typed[i], TODAY, NULL);

    g_assert_null (slip_search_filter_new (query, state, TODAY, &error));
    g_assert_error (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_NOT_FOUND);
    g_assert_cmpstr (error->message, ==, typed[i + 1]);
  }
}

static int
score (const SlipPlanState *state,
       SlipKind kind,
       const char *id,
       const char *typed)
{
  g_autoptr (GPtrArray) terms = slip_search_terms_new (typed, TRUE);

  return slip_search_score (state, slip_plan_state_get (state, kind, id), terms,
                            TODAY);
}

static void
test_score (void)
{
  g_autoptr (SlipPlanState) state = new_searched_plan ();
  int pay = score (state, SLIP_KIND_RELEASE, "pay", "payments");
  int old = score (state, SLIP_KIND_RELEASE, "old", "payments");
  int mob = score (state, SLIP_KIND_RELEASE, "mob", "payments");

  /* The product itself, its open release, the one that is over, and what only
   * speaks of it. */
  g_assert_cmpint (score (state, SLIP_KIND_PRODUCT, "payments", "payments"), >,
                   pay);
  g_assert_cmpint (pay, >, old);
  g_assert_cmpint (old, >, mob);
  g_assert_cmpint (score (state, SLIP_KIND_RELEASE, "pay", "payments 3.9"), >,
                   score (state, SLIP_KIND_RELEASE, "old", "payments 3.9"));
  g_assert_cmpint (score (state, SLIP_KIND_RELEASE, "pay", "3.9 payments"), >,
                   pay);
  g_assert_cmpint (mob, >, score (state, SLIP_KIND_ITEM, "late", "payments"));
}

static void
test_gone (void)
{
  g_autoptr (SlipPlanState) state = new_searched_plan ();
  g_autoptr (SlipRow) stray =
    slip_row_new (SLIP_KIND_ITEM, "stray", "gone", NULL);
  g_autoptr (GPtrArray) terms = slip_search_terms_new ("a", TRUE);

  set_integer (&state, SLIP_KIND_RELEASE, "pay", SLIP_RELEASE_IS_DELETED, TRUE);
  g_assert_cmpint (score (state, SLIP_KIND_RELEASE, "pay", "a"), ==, -1);
  g_assert_cmpint (score (state, SLIP_KIND_ITEM, "late", "a"), ==, -1);
  g_assert_cmpint (slip_search_score (state, stray, terms, TODAY), ==, -1);
}

static void
assert_result (const SlipPlanState *state,
               SlipKind kind,
               const char *id,
               const char *typed,
               const char *expected)
{
  g_autoptr (GPtrArray) terms = slip_search_terms_new (typed, TRUE);
  g_autoptr (SlipSearchResult) result =
    slip_search_result_new (state, slip_plan_state_get (state, kind, id), NULL,
                            terms, 1);
  g_autofree char *text =
    g_strdup_printf ("%s|%s|%s|%s|%s", result->title,
                     result->context ? result->context : "-",
                     result->snippet ? result->snippet : "-",
                     result->release ? result->release : "-",
                     result->audience ? result->audience : "-");

  g_assert_cmpstr (text, ==, expected);
}

static void
test_result (void)
{
  g_autoptr (SlipPlanState) state = new_searched_plan ();

  assert_result (state, SLIP_KIND_RELEASE, "mob", "zurich",
                 "Mobile 4.2 “Offline mode”|-|Works in Zürich|mob|-");
  assert_result (state, SLIP_KIND_RELEASE, "mob", "pay",
                 "Mobile 4.2 “Offline mode”|-|without payments|mob|-");
  assert_result (state, SLIP_KIND_RELEASE, "pay", "support",
                 "Payments 3.9|-|Support lead · Sales ops|pay|-");
  assert_result (state, SLIP_KIND_ITEM, "late", "payments",
                 "late|Payments 3.9 · Support|Ask <b>Payments</b>|pay|support");
  assert_result (state, SLIP_KIND_ITEM, "late", "late",
                 "late|Payments 3.9 · Support|-|pay|support");
  assert_result (state, SLIP_KIND_CHECKLIST, "pay-sales", "",
                 "Sales|Payments 3.9|-|pay|sales");
  assert_result (state, SLIP_KIND_PERSON, "lead", "lead",
                 "Support lead|-|-|-|-");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/search-filter/each-lets-through-what-it-says",
                   test_filter);
  g_test_add_func ("/search-filter/a-name-of-nobody-is-told", test_nobody);
  g_test_add_func ("/search-result/score/what-is-meant-comes-first",
                   test_score);
  g_test_add_func ("/search-result/score/what-is-gone-is-not-shown", test_gone);
  g_test_add_func ("/search-result/tells-what-and-where-it-is", test_result);
  return g_test_run ();
}
