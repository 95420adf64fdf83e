/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-freeze.h"

#include "checked-plan.h"

/* A freeze as a test writes it; unset parts are none. */
typedef struct {
  const char *first;
  const char *last;
  SlipRepeat repeat;
  gint64 weekdays;
  gint64 months;
  const char *until;
} Rule;

static void
add_freeze (SlipPlanState **state, const char *id, Rule rule)
{
  SlipEdit *edit = slip_edit_new (*state, SLIP_VERB_ADD);

  create_named (edit, SLIP_KIND_FREEZE, id, id);
  slip_edit_set_date (edit, SLIP_KIND_FREEZE, id, SLIP_FREEZE_FIRST_DAY,
                      day (rule.first));
  slip_edit_set_date (edit, SLIP_KIND_FREEZE, id, SLIP_FREEZE_LAST_DAY,
                      day (rule.last));
  slip_edit_set_integer (edit, SLIP_KIND_FREEZE, id, SLIP_FREEZE_REPEAT,
                         rule.repeat);
  if (rule.repeat == SLIP_REPEAT_WEEKLY) {
    slip_edit_set_integer (edit, SLIP_KIND_FREEZE, id, SLIP_FREEZE_WEEKDAYS,
                           rule.weekdays);
    slip_edit_set_integer (edit, SLIP_KIND_FREEZE, id, SLIP_FREEZE_MONTHS,
                           rule.months);
  }
  slip_edit_set_date (edit, SLIP_KIND_FREEZE, id, SLIP_FREEZE_UNTIL,
                      day (rule.until));
  apply_edit (state, edit);
}

static void
hold_product (SlipPlanState **state, const char *freeze, const char *product)
{
  SlipEdit *edit = slip_edit_new (*state, SLIP_VERB_ADD);
  g_autofree char *id = g_strconcat (freeze, "-", product, NULL);

  slip_edit_create (edit, SLIP_KIND_FREEZE_PRODUCT, id, freeze);
  slip_edit_set_text (edit, SLIP_KIND_FREEZE_PRODUCT, id,
                      SLIP_FREEZE_PRODUCT_PRODUCT, product);
  apply_edit (state, edit);
}

/* 'first/last first/last …' of the occurrences. */
static char *
dup_spans (const SlipPlanState *state, SlipRange range, const char *product)
{
  g_autoptr (GArray) spans = slip_freeze_list_spans (state, range, product);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < spans->len; i++) {
    SlipRange span = g_array_index (spans, SlipFreezeSpan, i).range;
    g_autofree char *first = slip_date_to_text (span.first);
    g_autofree char *last = slip_date_to_text (span.last);

    g_string_append_printf (text, "%s%s/%s", i > 0 ? " " : "", first, last);
  }

  return g_string_free (text, FALSE);
}

#define FRIDAY   0x10
#define WEEKEND  0x60
#define DECEMBER 0x800
#define JANUARY  0x001

static const struct {
  Rule rule;
  const char *first;
  const char *last;
  const char *spans;
} span_cases[] = {
  /* Once: whole where it passes the asked-for days, 'until' ignored. */
  { { "2026-12-20", "2027-01-03", SLIP_REPEAT_NEVER, 0, 0, "2026-12-22" },
    "2026-12-31",
    "2026-12-31",
    "2026-12-20/2027-01-03" },
  { { "2026-12-20", "2027-01-03", SLIP_REPEAT_NEVER, 0, 0, NULL },
    "2027-01-04",
    "2028-01-03",
    "" },
  { { "2026-12-20", "2027-01-03", SLIP_REPEAT_NEVER, 0, 0, NULL },
    "2026-12-01",
    "2026-12-20",
    "2026-12-20/2027-01-03" },
  { { "2026-12-20", "2026-12-10", SLIP_REPEAT_NEVER, 0, 0, NULL },
    "2026-12-01",
    "2026-12-31",
    "" },
  /* Weekly. */
  { { "2026-12-04", NULL, SLIP_REPEAT_WEEKLY, FRIDAY, 0, NULL },
    "2026-11-01",
    "2026-12-18",
    "2026-12-04/2026-12-04 2026-12-11/2026-12-11 2026-12-18/2026-12-18" },
  { { "2026-12-01", NULL, SLIP_REPEAT_WEEKLY, WEEKEND, 0, NULL },
    "2026-12-06",
    "2026-12-12",
    "2026-12-05/2026-12-06 2026-12-12/2026-12-13" },
  /* Sunday and Monday are neighbours. */
  { { "2026-12-07", NULL, SLIP_REPEAT_WEEKLY, 0x41, 0, NULL },
    "2026-12-07",
    "2026-12-14",
    "2026-12-07/2026-12-07 2026-12-13/2026-12-14" },
  /* Begins in the midst of a run, ends in one. */
  { { "2026-12-06", NULL, SLIP_REPEAT_WEEKLY, WEEKEND, 0, "2026-12-12" },
    "2026-01-01",
    "2027-12-31",
    "2026-12-06/2026-12-06 2026-12-12/2026-12-12" },
  { { "2026-12-04", NULL, SLIP_REPEAT_WEEKLY, FRIDAY, 0, "2026-12-10" },
    "2027-01-01",
    "2027-12-31",
    "" },
  { { "2026-12-04", NULL, SLIP_REPEAT_WEEKLY, FRIDAY, 0, "2026-12-01" },
    "2026-01-01",
    "2027-12-31",
    "" },
  /* Long after and long before the first day. */
  { { "1990-01-01", NULL, SLIP_REPEAT_WEEKLY, FRIDAY, 0, NULL },
    "2026-12-05",
    "2026-12-11",
    "2026-12-11/2026-12-11" },
  { { "2090-01-01", NULL, SLIP_REPEAT_WEEKLY, FRIDAY, 0, NULL },
    "2026-12-05",
    "2036-12-11",
    "" },
  { { "1990-01-01", NULL, SLIP_REPEAT_WEEKLY, FRIDAY, 0, "2000-01-01" },
    "2026-12-05",
    "2036-12-11",
    "" },
  /* Months. */
  { { "2026-01-01", NULL, SLIP_REPEAT_WEEKLY, FRIDAY, DECEMBER, NULL },
    "2026-11-01",
    "2027-11-30",
    "2026-12-04/2026-12-04 2026-12-11/2026-12-11 2026-12-18/2026-12-18 "
    "2026-12-25/2026-12-25" },
  { { "2020-01-01", NULL, SLIP_REPEAT_WEEKLY, 0x7f, DECEMBER | JANUARY, NULL },
    "2026-12-24",
    "2026-12-24",
    "2026-12-01/2027-01-31" },
  { { "2020-01-01", NULL, SLIP_REPEAT_WEEKLY, 0x7f, 0xfff & ~JANUARY, NULL },
    "2026-06-24",
    "2027-01-24",
    "2026-02-01/2026-12-31" },
  { { "2026-01-30", NULL, SLIP_REPEAT_WEEKLY, WEEKEND, JANUARY, NULL },
    "2026-01-01",
    "2026-12-31",
    "2026-01-31/2026-01-31" },
  /* Every day: one occurrence. */
  { { "1990-01-01", NULL, SLIP_REPEAT_WEEKLY, 0x7f, 0, NULL },
    "2026-12-24",
    "2026-12-24",
    "1990-01-01/9999-12-31" },
  { { "1990-01-01", NULL, SLIP_REPEAT_WEEKLY, 0x7f, 0xfff, "2026-12-31" },
    "2026-12-24",
    "2030-12-24",
    "1990-01-01/2026-12-31" },
  { { "1990-01-01", NULL, SLIP_REPEAT_WEEKLY, 0x7f, 0, "2026-12-31" },
    "2027-12-24",
    "2030-12-24",
    "" },
  { { "1990-01-01", NULL, SLIP_REPEAT_WEEKLY, 0, 0, NULL },
    "2027-12-24",
    "2030-12-24",
    "" },
  /* Yearly. */
  { { "2024-02-29", "2024-02-29", SLIP_REPEAT_YEARLY, 0, 0, NULL },
    "2023-01-01",
    "2028-12-31",
    "2024-02-29/2024-02-29 2025-02-28/2025-02-28 2026-02-28/2026-02-28 "
    "2027-02-28/2027-02-28 2028-02-29/2028-02-29" },
  { { "2020-12-20", "2021-01-03", SLIP_REPEAT_YEARLY, 0, 0, NULL },
    "2026-01-02",
    "2026-12-20",
    "2025-12-20/2026-01-03 2026-12-20/2027-01-03" },
  { { "2020-12-20", "2021-01-03", SLIP_REPEAT_YEARLY, 0, 0, NULL },
    "2020-01-01",
    "2020-12-20",
    "2020-12-20/2021-01-03" },
  { { "2020-12-20", "2021-01-03", SLIP_REPEAT_YEARLY, 0, 0, "2022-12-25" },
    "2021-06-01",
    "2028-01-01",
    "2021-12-20/2022-01-03 2022-12-20/2022-12-25" },
  { { "2020-12-20", "2021-01-03", SLIP_REPEAT_YEARLY, 0, 0, "2022-12-25" },
    "2022-12-26",
    "2023-12-25",
    "" },
  { { "2020-01-01", "2020-12-31", SLIP_REPEAT_YEARLY, 0, 0, NULL },
    "2026-12-31",
    "2027-01-01",
    "2026-01-01/2026-12-31 2027-01-01/2027-12-31" },
  /* Without days nothing occurs. */
  { { NULL, NULL, SLIP_REPEAT_WEEKLY, FRIDAY, 0, NULL },
    "2026-12-01",
    "2026-12-31",
    "" },
  { { "2020-01-01", NULL, SLIP_REPEAT_YEARLY, 0, 0, NULL },
    "2026-12-01",
    "2026-12-31",
    "" },
  /* The ends of time. */
  { { "2020-12-20", "2021-01-03", SLIP_REPEAT_YEARLY, 0, 0, NULL },
    "9999-12-30",
    "9999-12-31",
    "9999-12-20/9999-12-31" },
  { { "2020-12-20", NULL, SLIP_REPEAT_WEEKLY, FRIDAY, 0, NULL },
    "9999-12-30",
    "9999-12-31",
    "9999-12-31/9999-12-31" },
  { { "0001-01-01", NULL, SLIP_REPEAT_WEEKLY, WEEKEND, 0, NULL },
    "0001-01-01",
    "0001-01-07",
    "0001-01-06/0001-01-07" },
};

static void
test_spans_table (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (span_cases); i++) {
    g_autoptr (SlipPlanState) state = new_plan ();
    g_autofree char *spans = NULL;

    add_freeze (&state, "freeze", span_cases[i].rule);
    spans =
      dup_spans (state, days (span_cases[i].first, span_cases[i].last), NULL);
    g_test_message ("case %u", i);
    g_assert_cmpstr (spans, ==, span_cases[i].spans);
  }
}

static void
test_product_filters (void)
{
  g_autoptr (SlipPlanState) state = new_plan ();
  Rule rule = { "2026-12-20", "2026-12-24", SLIP_REPEAT_NEVER, 0, 0, NULL };
  g_autoptr (GArray) all = NULL;
  g_autoptr (GArray) mobile = NULL;

  add_freeze (&state, "everything", rule);
  add_freeze (&state, "mobile-only", rule);
  add_freeze (&state, "payments-only", rule);
  hold_product (&state, "mobile-only", "mobile");
  hold_product (&state, "payments-only", "payments");

  all = slip_freeze_list_spans (state, days ("2026-12-01", "2026-12-31"), NULL);
  mobile =
    slip_freeze_list_spans (state, days ("2026-12-01", "2026-12-31"), "mobile");
  g_assert_cmpuint (all->len, ==, 3);
  g_assert_cmpuint (mobile->len, ==, 2);
  /* On one day in the order of the ids. */
  g_assert_cmpstr (slip_row_get_id (
                     g_array_index (mobile, SlipFreezeSpan, 0).freeze),
                   ==, "everything");
  g_assert_cmpstr (slip_row_get_id (
                     g_array_index (mobile, SlipFreezeSpan, 1).freeze),
                   ==, "mobile-only");
  g_assert_false (slip_freeze_holds_product (
    state, slip_plan_state_get (state, SLIP_KIND_FREEZE, "mobile-only"),
    "payments"));
}

static void
test_spans_are_in_order (void)
{
  g_autoptr (SlipPlanState) state = new_plan ();
  g_autofree char *spans = NULL;

  add_freeze (&state, "z", (Rule){ "2026-12-03", "2026-12-20" });
  add_freeze (&state, "a", (Rule){ "2026-12-10", "2026-12-11" });
  add_freeze (&state, "m",
              (Rule){ "2026-12-01", NULL, SLIP_REPEAT_WEEKLY, FRIDAY });
  spans = dup_spans (state, days ("2026-12-01", "2026-12-12"), NULL);
  g_assert_cmpstr (spans, ==,
                   "2026-12-03/2026-12-20 2026-12-04/2026-12-04 "
                   "2026-12-10/2026-12-11 2026-12-11/2026-12-11");
}

static void
test_empty_range_has_none (void)
{
  g_autoptr (SlipPlanState) state = new_plan ();
  g_autofree char *spans = NULL;

  add_freeze (&state, "a", (Rule){ "2026-12-10", "2026-12-11" });
  spans = dup_spans (state, days ("2026-12-11", "2026-12-10"), NULL);
  g_assert_cmpstr (spans, ==, "");
}

/* What is asked for makes no difference to what an occurrence is. */
static void
test_law_parts_agree_with_the_whole (void)
{
  for (int i = 0; i < 200; i++) {
    g_autoptr (SlipPlanState) state = new_plan ();
    g_autoptr (GArray) all = NULL;
    SlipDate first =
      slip_date_add_days (day ("2020-01-01"), g_test_rand_int_range (0, 1500));
    SlipDate from = day ("2022-01-01");
    g_autofree char *first_text = slip_date_to_text (first);
    g_autofree char *last_text = slip_date_to_text (
      slip_date_add_days (first, g_test_rand_int_range (0, 60)));

    add_freeze (&state, "freeze",
                (Rule){ first_text, last_text,
                        (SlipRepeat) g_test_rand_int_range (0, 3),
                        g_test_rand_int_range (1, 128),
                        g_test_rand_int_range (0, 4096),
                        g_test_rand_int_range (0, 2) ? "2024-06-05" : NULL });
    all =
      slip_freeze_list_spans (state, days ("2021-01-01", "2026-12-31"), NULL);
    for (int j = 0; j < 60; j++) {
      SlipDate date =
        slip_date_add_days (from, g_test_rand_int_range (0, 1400));
      g_autoptr (GArray) one =
        slip_freeze_list_spans (state, slip_range_new (date, date), NULL);
      guint n = 0;

      for (guint k = 0; k < all->len; k++) {
        SlipRange span = g_array_index (all, SlipFreezeSpan, k).range;

        if (!slip_range_contains (span, date))
          continue;
        g_assert_cmpuint (n, <, one->len);
        g_assert_true (
          slip_date_equal (g_array_index (one, SlipFreezeSpan, n).range.first,
                           span.first));
        g_assert_true (
          slip_date_equal (g_array_index (one, SlipFreezeSpan, n).range.last,
                           span.last));
        n++;
      }
      g_assert_cmpuint (n, ==, one->len);
    }
  }
}

static void
hold_audience (SlipPlanState **state, const char *freeze, const char *audience)
{
  SlipEdit *edit = slip_edit_new (*state, SLIP_VERB_ADD);
  g_autofree char *id = g_strconcat (freeze, "-", audience, NULL);

  slip_edit_create (edit, SLIP_KIND_FREEZE_AUDIENCE, id, freeze);
  slip_edit_set_text (edit, SLIP_KIND_FREEZE_AUDIENCE, id,
                      SLIP_FREEZE_AUDIENCE_AUDIENCE, audience);
  apply_edit (state, edit);
}

static gboolean
holds (const SlipPlanState *state, const char *release)
{
  SlipRange range = days ("2026-12-10", "2026-12-11");
  const SlipRow *row = get_release (state, release);
  g_autoptr (GArray) spans = slip_freeze_list_release_spans (state, range, row);
  gboolean is_held = slip_freeze_holds_release (
    state, slip_plan_state_get (state, SLIP_KIND_FREEZE, "ice"), row);

  g_assert_true (is_held == (spans->len == 1));
  return is_held;
}

/* The freeze 'ice' and the releases 'pay' and 'mob', each with a checklist for
 * Support. */
static SlipPlanState *
new_frozen_plan (void)
{
  SlipPlanState *state = new_checked_plan ();

  add_freeze (&state, "ice", (Rule){ "2026-12-10", "2026-12-11" });
  add_release (&state, "pay", "payments", "3.9", "2026-12-10");
  add_release (&state, "mob", "mobile", "4.2", "2026-12-10");
  add_checklist (&state, "pay", "support", NULL);
  add_checklist (&state, "mob", "support", NULL);
  return state;
}

static void
test_without_names_holds_everything (void)
{
  g_autoptr (SlipPlanState) state = new_frozen_plan ();

  g_assert_true (holds (state, "pay"));
  g_assert_true (holds (state, "mob"));
}

static void
test_audience_holds_what_needs_it (void)
{
  g_autoptr (SlipPlanState) state = new_frozen_plan ();

  hold_audience (&state, "ice", "sales");
  g_assert_false (holds (state, "pay"));
  add_checklist (&state, "pay", "sales", NULL);
  g_assert_true (holds (state, "pay"));
  g_assert_false (holds (state, "mob"));

  set_integer (&state, SLIP_KIND_CHECKLIST, "pay-sales",
               SLIP_CHECKLIST_IS_NOT_NEEDED, TRUE);
  g_assert_false (holds (state, "pay"));

  hold_audience (&state, "ice", "support");
  g_assert_true (holds (state, "pay"));
  g_assert_true (holds (state, "mob"));
}

static void
test_product_and_audience_narrow_each_other (void)
{
  g_autoptr (SlipPlanState) state = new_frozen_plan ();

  hold_product (&state, "ice", "payments");
  g_assert_true (holds (state, "pay"));
  g_assert_false (holds (state, "mob"));
  hold_audience (&state, "ice", "sales");
  g_assert_false (holds (state, "pay"));
  add_checklist (&state, "mob", "sales", NULL);
  g_assert_false (holds (state, "mob"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/freeze/spans/table", test_spans_table);
  g_test_add_func ("/freeze/spans/are-in-order", test_spans_are_in_order);
  g_test_add_func ("/freeze/spans/empty-range-has-none",
                   test_empty_range_has_none);
  g_test_add_func ("/freeze/spans/law-parts-agree-with-the-whole",
                   test_law_parts_agree_with_the_whole);
  g_test_add_func ("/freeze/product/filters", test_product_filters);
  g_test_add_func ("/freeze/release/without-names-holds-everything",
                   test_without_names_holds_everything);
  g_test_add_func ("/freeze/release/audience-holds-what-needs-it",
                   test_audience_holds_what_needs_it);
  g_test_add_func ("/freeze/release/product-and-audience-narrow-each-other",
                   test_product_and_audience_narrow_each_other);

  return g_test_run ();
}
