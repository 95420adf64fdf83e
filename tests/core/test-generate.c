/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "built-plan.h"
#include "slip-generate.h"
#include "slip-rules.h"
#include "slip-t-date.h"

#define TODAY "2026-11-23"

/* The rows as a plan; each must find its owner and references there. */
static SlipPlanState *
new_generated (guint n_releases, guint n_items, guint32 seed)
{
  g_autoptr (GPtrArray) rows =
    slip_generate_rows (n_releases, n_items, seed, day (TODAY));
  SlipPlanState *state = slip_plan_state_new ();
  SlipEdit *edit = slip_edit_new (state, SLIP_VERB_EDIT);

  create_named (edit, SLIP_KIND_PLAN, "plan", "Plan");
  apply_edit (&state, edit);
  for (guint i = 0; i < rows->len; i++) {
    const SlipRow *row = rows->pdata[i];
    const char *owner = slip_row_get_owner (row);

    if (owner != NULL)
      g_assert_nonnull (slip_plan_state_get (
        state, slip_schema_get (slip_row_get_kind (row))->owner, owner));
    slip_plan_state_take_row (state, slip_row_ref (row));
  }

  return state;
}

typedef struct {
  guint n_on_today;
  guint n_open;
  guint n_open_before_today;
  guint n_closed_after_today;
  SlipRange days;
} Tally;

static void
tally_cb (const SlipRow *row, gpointer data)
{
  Tally *tally = data;
  SlipDate date = slip_row_get_date (row, SLIP_RELEASE_RELEASE_DATE);
  gboolean is_open = !slip_release_is_closed (row);

  tally->n_on_today += slip_date_equal (date, day (TODAY));
  tally->n_open += is_open;
  tally->n_open_before_today +=
    is_open && slip_date_is_before (date, day (TODAY));
  tally->n_closed_after_today +=
    !is_open && !slip_date_is_before (date, day (TODAY));
  if (!slip_date_is_set (tally->days.first) ||
      slip_date_is_before (date, tally->days.first))
    tally->days.first = date;
  if (!slip_date_is_set (tally->days.last) ||
      slip_date_is_before (tally->days.last, date))
    tally->days.last = date;
}

static void
test_counts_table (void)
{
  static const struct {
    guint n_releases;
    guint n_items;
    guint n_open;
    guint n_on_today;
  } cases[] = {
    { 0, 40, 0, 0 },       { 1, 0, 1, 0 },       { 50, 40, 50, 0 },
    { 119, 3, 50, 0 },     { 120, 1, 120, 120 }, { 1000, 7, 120, 120 },
    { 4000, 0, 160, 120 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (SlipPlanState) state =
      new_generated (cases[i].n_releases, cases[i].n_items, 1);
    Tally tally = { .days = { SLIP_DATE_NONE, SLIP_DATE_NONE } };

    slip_plan_state_foreach (state, SLIP_KIND_RELEASE, tally_cb, &tally);
    g_assert_cmpuint (slip_plan_state_count (state, SLIP_KIND_RELEASE), ==,
                      cases[i].n_releases);
    g_assert_cmpuint (slip_plan_state_count (state, SLIP_KIND_ITEM), ==,
                      cases[i].n_releases * cases[i].n_items);
    g_assert_cmpuint (tally.n_open, ==, cases[i].n_open);
    g_assert_cmpuint (tally.n_on_today, ==, cases[i].n_on_today);
    g_assert_cmpuint (tally.n_open_before_today, ==, 0);
    g_assert_cmpuint (tally.n_closed_after_today, ==, 0);
    if (cases[i].n_releases >= 1000)
      g_assert_cmpint (slip_range_get_length (tally.days), >, 4 * 365);
    g_assert_cmpint (slip_range_get_length (tally.days), <=, 5 * 366);
  }
}

static void
test_keeps_every_rule (void)
{
  g_autoptr (SlipPlanState) state = new_generated (300, 40, 7);
  g_autoptr (GPtrArray) faults = slip_rules_check (state);

  for (guint i = 0; i < faults->len; i++)
    g_test_message ("%s", (const char *) faults->pdata[i]);
  g_assert_cmpuint (faults->len, ==, 0);
}

typedef struct {
  guint n_rules;
  guint n_fixed;
  guint n_done;
  guint n_unowned;
  guint n_not_needed;
  guint n_sent;
  guint n_planned;
} PartTally;

static void
tally_part_cb (const SlipRow *row, gpointer data)
{
  PartTally *tally = data;

  switch ((int) slip_row_get_kind (row)) {
  case SLIP_KIND_ITEM: {
    SlipTDate rule = slip_t_date_get (row);

    tally->n_rules += slip_t_date_is_rule (&rule);
    tally->n_fixed += !slip_t_date_is_rule (&rule);
    tally->n_done +=
      slip_row_get_integer (row, SLIP_ITEM_STATE) == SLIP_ITEM_STATE_DONE;
    break;
  }
  case SLIP_KIND_CHECKLIST: {
    gboolean is_not_needed =
      slip_row_get_boolean (row, SLIP_CHECKLIST_IS_NOT_NEEDED);
    gboolean is_owned = slip_row_get_text (row, SLIP_CHECKLIST_OWNER) != NULL;

    tally->n_not_needed += is_not_needed;
    tally->n_unowned += !is_not_needed && !is_owned;
    g_assert_true (!is_not_needed ||
                   slip_row_get_text (row, SLIP_CHECKLIST_REASON) != NULL);
    break;
  }
  default:
    if (slip_row_peek (row, SLIP_COMMUNICATION_SENT_AT)->type ==
        SLIP_VALUE_NONE)
      tally->n_planned++;
    else
      tally->n_sent++;
  }
}

/* There is some of everything that views of readiness tell apart. */
static void
test_parts_are_of_all_sorts (void)
{
  g_autoptr (SlipPlanState) state = new_generated (4000, 8, 7);
  PartTally tally = { 0 };

  slip_plan_state_foreach (state, SLIP_KIND_ITEM, tally_part_cb, &tally);
  slip_plan_state_foreach (state, SLIP_KIND_CHECKLIST, tally_part_cb, &tally);
  slip_plan_state_foreach (state, SLIP_KIND_COMMUNICATION, tally_part_cb,
                           &tally);
  g_assert_cmpuint (tally.n_rules, >, 160 * 8 / 2);
  g_assert_cmpuint (tally.n_fixed, >, 3840 * 8 - 1);
  g_assert_cmpuint (tally.n_done, >, 0);
  g_assert_cmpuint (tally.n_unowned, >, 0);
  g_assert_cmpuint (tally.n_not_needed, >, 0);
  g_assert_cmpuint (tally.n_sent, >, 0);
  g_assert_cmpuint (tally.n_planned, >, 0);
}

static void
test_seed_makes_the_plan (void)
{
  g_autoptr (SlipPlanState) a = new_generated (200, 5, 42);
  g_autoptr (SlipPlanState) b = new_generated (200, 5, 42);
  g_autoptr (SlipPlanState) other = new_generated (200, 5, 43);
  g_autofree char *digest_a = slip_plan_state_digest (a);
  g_autofree char *digest_b = slip_plan_state_digest (b);
  g_autofree char *digest_other = slip_plan_state_digest (other);

  g_assert_cmpstr (digest_a, ==, digest_b);
  g_assert_cmpstr (digest_a, !=, digest_other);
}

static void
test_ids_are_uuids (void)
{
  g_autoptr (GPtrArray) rows = slip_generate_rows (50, 5, 3, day (TODAY));
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < rows->len; i++) {
    const char *id = slip_row_get_id (rows->pdata[i]);

    g_assert_true (g_uuid_string_is_valid (id));
    g_assert_true (g_hash_table_add (ids, (char *) id));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/generate/counts/table", test_counts_table);
  g_test_add_func ("/generate/rows/keep-every-rule", test_keeps_every_rule);
  g_test_add_func ("/generate/rows/parts-are-of-all-sorts",
                   test_parts_are_of_all_sorts);
  g_test_add_func ("/generate/rows/ids-are-uuids", test_ids_are_uuids);
  g_test_add_func ("/generate/seed/makes-the-plan", test_seed_makes_the_plan);

  return g_test_run ();
}
