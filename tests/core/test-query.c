/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "built-plan.h"
#include "slip-query.h"

static SlipPlanState *
new_filled_plan (void)
{
  SlipPlanState *state = new_plan ();
  SlipEdit *edit = slip_edit_new (state, SLIP_VERB_ADD);

  create_named (edit, SLIP_KIND_PERSON, "lead", "Support lead");
  create_named (edit, SLIP_KIND_PERSON, "pm", "Mobile PM");
  apply_edit (&state, edit);

  add_release (&state, "a", "payments", "3.9", "2026-12-08");
  add_release (&state, "b", "mobile", "4.2", "2026-12-01");
  add_release (&state, "c", "mobile", "4.3", NULL);
  add_release (&state, "d", "payments", "4.0", NULL);
  add_release (&state, "e", "payments", "3.8", "2026-12-08");
  add_release (&state, "x", "payments", "0.1", "2026-12-08");
  set_planned (&state, "d", SLIP_ANCHOR_RELEASE, "2026-12-01",
               SLIP_CERTAINTY_MONTH);
  set_text (&state, SLIP_KIND_RELEASE, "a", SLIP_RELEASE_OWNER, "lead");
  set_text (&state, SLIP_KIND_RELEASE, "a", SLIP_RELEASE_MARKET_OWNER, "lead");
  set_text (&state, SLIP_KIND_RELEASE, "b", SLIP_RELEASE_MARKET_OWNER, "lead");
  set_text (&state, SLIP_KIND_RELEASE, "b", SLIP_RELEASE_OWNER, "pm");
  set_text (&state, SLIP_KIND_RELEASE, "b", SLIP_RELEASE_NAME, "Größe Élan");
  set_text (&state, SLIP_KIND_RELEASE, "c", SLIP_RELEASE_SUMMARY,
            "Shared folders");
  set_text (&state, SLIP_KIND_RELEASE, "d", SLIP_RELEASE_AFFECTED,
            "İstanbul office\nand others");
  set_integer (&state, SLIP_KIND_RELEASE, "b", SLIP_RELEASE_STATUS,
               SLIP_STATUS_READY);
  set_integer (&state, SLIP_KIND_RELEASE, "x", SLIP_RELEASE_IS_DELETED, TRUE);
  return state;
}

static void
assert_found (const SlipQuery *query,
              const SlipPlanState *state,
              const char *expected)
{
  g_autoptr (GPtrArray) rows = slip_query_list (query, state);
  g_autoptr (GPtrArray) all = slip_plan_state_list (state, SLIP_KIND_RELEASE);
  g_autoptr (GPtrArray) filtered = slip_query_filter (query, state, all);
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++) {
    g_string_append (ids, slip_row_get_id (rows->pdata[i]));
    g_assert_true (slip_query_matches (query, state, rows->pdata[i]));
  }
  g_assert_cmpuint (slip_query_count (query, state), ==, rows->len);
  g_assert_cmpuint (filtered->len, ==, rows->len);
  for (guint i = 0; i < all->len; i++)
    g_assert_true (slip_query_matches (query, state, all->pdata[i]) ==
                   g_ptr_array_find (filtered, all->pdata[i], NULL));
  g_assert_cmpstr (ids->str, ==, expected);
}

/* By date, then by title; those without a day last, the deleted not at all. */
static void
test_new_lets_all_through_in_order (void)
{
  g_autoptr (SlipPlanState) state = new_filled_plan ();
  g_autoptr (SlipQuery) query = slip_query_new ();

  g_assert_true (slip_query_is_empty (query));
  assert_found (query, state, "beadc");
}

static void
test_text_table (void)
{
  static const struct {
    const char *text;
    const char *found;
  } cases[] = {
    { "", "beadc" },
    { "  \t ", "beadc" },
    { "payments", "ead" },
    { "PAY", "ead" },
    { "3.9", "a" },
    { "payments 3.9", "a" },
    { "3.9 payments", "a" },
    { "grosse", "b" },
    { "groß", "b" },
    { "GRÖSSE", "b" },
    { "gro\xcc\x88sse", "b" },
    { "elan", "b" },
    { "ÉLAN größe", "b" },
    { "folders", "c" },
    { "shared  folders", "c" },
    { "istanbul", "d" },
    { "İSTANBUL", "d" },
    { "office others", "d" },
    { "support lead", "ba" },
    { "Mobile app", "bc" },
    { "app shared mobile", "c" },
    { "lead app", "b" },
    { "nothing", "" },
    { "%s", "" },
    { "0.1", "" },
    { "office\nand", "d" },
  };
  g_autoptr (SlipPlanState) state = new_filled_plan ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (SlipQuery) query = slip_query_new ();

    g_test_message ("“%s”", cases[i].text);
    slip_query_set_text (query, cases[i].text);
    assert_found (query, state, cases[i].found);
    g_assert_true (slip_query_is_empty (query) == (i < 2));
  }
}

static void
test_text_is_looked_for_in_parts (void)
{
  g_autoptr (SlipPlanState) state = new_filled_plan ();
  g_autoptr (SlipQuery) query = slip_query_new ();
  SlipEdit *edit = slip_edit_new (state, SLIP_VERB_EDIT);

  slip_edit_create (edit, SLIP_KIND_CHECKLIST, "list", "c");
  slip_edit_create (edit, SLIP_KIND_ITEM, "item", "c");
  slip_edit_set_text (edit, SLIP_KIND_ITEM, "item", SLIP_ITEM_CHECKLIST,
                      "list");
  slip_edit_set_text (edit, SLIP_KIND_ITEM, "item", SLIP_ITEM_TITLE,
                      "Train the helpdesk");
  slip_edit_create (edit, SLIP_KIND_COMMUNICATION, "told", "d");
  slip_edit_set_text (edit, SLIP_KIND_COMMUNICATION, "told",
                      SLIP_COMMUNICATION_CHANNEL, "Town hall");
  slip_edit_create (edit, SLIP_KIND_FLAG, "flag", "d");
  slip_edit_set_text (edit, SLIP_KIND_FLAG, "flag", SLIP_FLAG_KEY,
                      "new-checkout");
  apply_edit (&state, edit);

  slip_query_set_text (query, "helpdesk shared");
  assert_found (query, state, "c");
  slip_query_set_text (query, "town hall");
  assert_found (query, state, "d");
  slip_query_set_text (query, "New-Check");
  assert_found (query, state, "d");
}

static void
test_more_words_than_fit_are_passed_over (void)
{
  g_autoptr (SlipPlanState) state = new_filled_plan ();
  g_autoptr (SlipQuery) query = slip_query_new ();
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < 32; i++)
    g_string_append (text, "mobile ");
  slip_query_set_text (query, text->str);
  assert_found (query, state, "bc");
  g_string_append (text, "nothing");
  slip_query_set_text (query, text->str);
  assert_found (query, state, "bc");
}

static void
test_filters_add_up (void)
{
  g_autoptr (SlipPlanState) state = new_filled_plan ();
  g_autoptr (SlipQuery) query = slip_query_new ();

  slip_query_set_owner (query, "lead");
  assert_found (query, state, "ba");
  slip_query_set_product (query, "mobile");
  assert_found (query, state, "b");
  slip_query_set_status (query, SLIP_STATUS_PLANNED);
  assert_found (query, state, "");
  slip_query_set_owner (query, NULL);
  assert_found (query, state, "c");
  slip_query_set_product (query, NULL);
  assert_found (query, state, "eadc");
  slip_query_set_text (query, "4");
  assert_found (query, state, "dc");
  slip_query_set_status (query, -1);
  slip_query_set_text (query, NULL);
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_hash_table_add (ids, (gpointer) "a");
  g_hash_table_add (ids, (gpointer) "c");
  slip_query_set_ids (query, ids);
  assert_found (query, state, "ac");
  slip_query_set_unowned (query, TRUE);
  g_assert_false (slip_query_is_empty (query));
  assert_found (query, state, "c");
  slip_query_set_ids (query, NULL);
  assert_found (query, state, "edc");
  slip_query_set_unowned (query, FALSE);
  g_assert_true (slip_query_is_empty (query));
  assert_found (query, state, "beadc");
}

static void
test_gaps_are_of_the_checklists_too (void)
{
  g_autoptr (SlipPlanState) state = new_filled_plan ();
  g_autoptr (SlipQuery) query = slip_query_new ();
  SlipEdit *edit = slip_edit_new (state, SLIP_VERB_ADD);

  create_named (edit, SLIP_KIND_AUDIENCE, "support", "Support");
  slip_edit_create (edit, SLIP_KIND_CHECKLIST, "list", "b");
  slip_edit_set_text (edit, SLIP_KIND_CHECKLIST, "list",
                      SLIP_CHECKLIST_AUDIENCE, "support");
  slip_edit_create (edit, SLIP_KIND_ITEM, "item", "b");
  slip_edit_set_text (edit, SLIP_KIND_ITEM, "item", SLIP_ITEM_CHECKLIST,
                      "list");
  slip_edit_set_date (edit, SLIP_KIND_ITEM, "item", SLIP_ITEM_DUE_DATE,
                      day ("2026-11-30"));
  apply_edit (&state, edit);

  slip_query_set_unowned (query, TRUE);
  assert_found (query, state, "bedc");
  slip_query_set_unowned (query, FALSE);
  slip_query_set_overdue (query, day ("2026-11-30"));
  g_assert_false (slip_query_is_empty (query));
  assert_found (query, state, "");
  slip_query_set_overdue (query, day ("2026-12-01"));
  assert_found (query, state, "b");
  slip_query_set_overdue (query, SLIP_DATE_NONE);
  slip_query_set_not_ready (query, "support");
  g_assert_false (slip_query_is_empty (query));
  assert_found (query, state, "b");
  set_text (&state, SLIP_KIND_CHECKLIST, "list", SLIP_CHECKLIST_OWNER, "pm");
  assert_found (query, state, "b");
  set_integer (&state, SLIP_KIND_ITEM, "item", SLIP_ITEM_IS_REQUIRED, TRUE);
  set_integer (&state, SLIP_KIND_ITEM, "item", SLIP_ITEM_STATE,
               SLIP_ITEM_STATE_DONE);
  assert_found (query, state, "");
}

static void
test_range_is_of_the_day_shown (void)
{
  g_autoptr (SlipPlanState) state = new_filled_plan ();
  g_autoptr (SlipQuery) query = slip_query_new ();

  slip_query_set_range (query, days ("2026-12-08", "2026-12-30"));
  assert_found (query, state, "ea");
  slip_query_set_range (query, days ("2026-12-31", "2026-12-31"));
  assert_found (query, state, "d");
  slip_query_set_range (query, days ("2026-12-31", "2026-12-30"));
  g_assert_true (slip_query_is_empty (query));
}

static void
test_filter_of_a_search (void)
{
  g_autoptr (SlipPlanState) state = new_filled_plan ();
  g_autoptr (SlipQuery) query = slip_query_new ();
  g_autoptr (SlipQuery) copy = NULL;
  g_autoptr (SlipSearchQuery) search =
    slip_search_query_parse ("owner:pm", day ("2026-12-01"), NULL);
  g_autoptr (SlipSearchFilter) filter =
    slip_search_filter_new (search, state, day ("2026-12-01"), NULL);

  slip_query_set_text (query, "4");
  slip_query_set_filter (query, filter);
  g_assert_false (slip_query_is_empty (query));
  assert_found (query, state, "b");
  copy = slip_query_copy (query);
  slip_query_set_filter (query, NULL);
  assert_found (query, state, "bdc");
  assert_found (copy, state, "b");
  slip_query_set_text (copy, NULL);
  g_assert_false (slip_query_is_empty (copy));
}

static void
test_typed_search (void)
{
  g_autoptr (SlipPlanState) state = new_filled_plan ();
  g_autoptr (SlipQuery) query = slip_query_new ();
  SlipDate today = day ("2026-12-01");

  slip_query_set_search (query, "owner:pm 4", state, today);
  assert_found (query, state, "b");
  slip_query_set_search (query, "4", state, today);
  assert_found (query, state, "bdc");
  slip_query_set_search (query, "owner:pm", state, today);
  g_assert_false (slip_query_is_empty (query));
  /* Not yet whole: the words of before are gone as well. */
  slip_query_set_search (query, "is:over", state, today);
  g_assert_true (slip_query_is_empty (query));
}

static void
test_copy_is_its_own (void)
{
  g_autoptr (SlipPlanState) state = new_filled_plan ();
  g_autoptr (SlipQuery) query = slip_query_new ();
  g_autoptr (SlipQuery) copy = NULL;

  slip_query_set_product (query, "payments");
  slip_query_set_owner (query, "lead");
  slip_query_set_text (query, "3.9");
  slip_query_set_status (query, SLIP_STATUS_PLANNED);
  slip_query_set_range (query, days ("2026-12-08", "2026-12-30"));
  copy = slip_query_copy (query);
  slip_query_set_text (query, "nothing");

  assert_found (query, state, "");
  assert_found (copy, state, "a");
  g_assert_cmpstr (slip_query_get_product (copy), ==, "payments");
  g_assert_cmpstr (slip_query_get_owner (copy), ==, "lead");
  g_assert_cmpstr (slip_query_get_text (copy), ==, "3.9");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/query/gaps-are-of-the-checklists-too",
                   test_gaps_are_of_the_checklists_too);
  g_test_add_func ("/query/new/lets-all-through-in-order",
                   test_new_lets_all_through_in_order);
  g_test_add_func ("/query/text/table", test_text_table);
  g_test_add_func ("/query/text/is-looked-for-in-parts",
                   test_text_is_looked_for_in_parts);
  g_test_add_func ("/query/more-than-32-words-are-passed-over",
                   test_more_words_than_fit_are_passed_over);
  g_test_add_func ("/query/filters/add-up", test_filters_add_up);
  g_test_add_func ("/query/range/is-of-the-day-shown",
                   test_range_is_of_the_day_shown);
  g_test_add_func ("/query/filters/of-a-search", test_filter_of_a_search);
  g_test_add_func ("/query/filters/as-typed", test_typed_search);
  g_test_add_func ("/query/copy/is-its-own", test_copy_is_its_own);

  return g_test_run ();
}
