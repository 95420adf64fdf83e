/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-release-index.h"

#include "built-plan.h"

#define N_RELEASES 60
#define N_STEPS    400

/* '2026-12-01 release r7', closed ones in brackets. */
static char *
print_entry (const SlipReleaseEntry *entry)
{
  char text[SLIP_DATE_TEXT_SIZE];

  return g_strdup_printf ("%s %s %s%s%s", slip_date_print (entry->day, text),
                          entry->anchor == SLIP_ANCHOR_DEPLOY ? "deploy"
                                                              : "release",
                          entry->is_closed ? "(" : "",
                          slip_row_get_id (entry->release),
                          entry->is_closed ? ")" : "");
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

/* The entries, a line each, those of a day in the order of ids. */
static char *
print_entries (const SlipReleaseEntry *entries, guint n)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < n; i++) {
    if (i > 0)
      g_assert_cmpint (slip_date_compare (entries[i - 1].day, entries[i].day),
                       <=, 0);
    g_ptr_array_add (lines, print_entry (&entries[i]));
  }
  g_ptr_array_sort (lines, compare_texts);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

static char *
print_index (const SlipPlanState *state)
{
  const SlipReleaseIndex *index = slip_plan_state_get_index (state);
  guint n;
  const SlipReleaseEntry *entries = slip_release_index_list (index, &n);
  g_autofree char *text = print_entries (entries, n);

  return g_strdup_printf ("%s\n%u, payments %u, mobile %u, lead %u", text,
                          slip_release_index_count (index),
                          slip_release_index_count_of_product (index,
                                                               "payments"),
                          slip_release_index_count_of_product (index, "mobile"),
                          slip_release_index_count_of_owner (index, "lead"));
}

static void
assert_days (const SlipPlanState *state, SlipRange range, const char *expected)
{
  guint n;
  const SlipReleaseEntry *entries =
    slip_release_index_find (slip_plan_state_get_index (state), range, &n);
  g_autofree char *text = print_entries (entries, n);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_days_are_found (void)
{
  g_autoptr (SlipPlanState) state = new_plan ();

  add_release (&state, "a", "payments", "1", "2026-12-01");
  add_release (&state, "b", "payments", "2", "2026-12-02");
  add_release (&state, "c", "mobile", "3", NULL);
  add_release (&state, "d", "mobile", "4", "9999-12-31");
  set_planned (&state, "b", SLIP_ANCHOR_DEPLOY, "2026-12-01",
               SLIP_CERTAINTY_CONFIRMED);
  set_planned (&state, "a", SLIP_ANCHOR_DEPLOY, "2026-12-01",
               SLIP_CERTAINTY_CONFIRMED);

  assert_days (state, days ("2026-12-01", "2026-12-01"),
               "2026-12-01 deploy b\n2026-12-01 release a");
  assert_days (state, days ("2026-12-02", "9999-12-31"),
               "2026-12-02 release b\n9999-12-31 release d");
  assert_days (state, days ("2026-12-03", "2026-12-03"), "");
  assert_days (state, days (NULL, NULL), " release c");

  set_integer (&state, SLIP_KIND_RELEASE, "b", SLIP_RELEASE_STATUS,
               SLIP_STATUS_RELEASED);
  assert_days (state, days ("0001-01-01", "2026-12-31"),
               "2026-12-01 release a\n2026-12-02 release (b)");
}

static void
test_date_about_moves_with_the_calendar (void)
{
  g_autoptr (SlipPlanState) state = new_plan ();

  add_release (&state, "a", "payments", "1", NULL);
  set_planned (&state, "a", SLIP_ANCHOR_RELEASE, "2026-12-07",
               SLIP_CERTAINTY_WEEK);
  assert_days (state, days ("2026-12-01", "2026-12-31"),
               "2026-12-11 release a");
  set_integer (&state, SLIP_KIND_WORKING_CALENDAR, "standard",
               SLIP_WORKING_CALENDAR_WEEKDAYS, 0x3);
  assert_days (state, days ("2026-12-01", "2026-12-31"),
               "2026-12-08 release a");
}

/* A state is asked for its index at any time: before and after it was forked,
 * and while its one holder changes it. */
static void
test_index_follows_changes_in_place (void)
{
  g_autoptr (SlipPlanState) state = new_plan ();
  g_autoptr (SlipPlanState) fork = NULL;
  SlipRow *row;

  add_release (&state, "a", "payments", "1", "2026-12-01");
  assert_days (state, days ("2026-12-01", "2026-12-31"),
               "2026-12-01 release a");
  fork = slip_plan_state_fork (state);
  for (int i = 2; i < 5; i++) {
    SlipValue date = slip_value_new_date (slip_date_new (2026, 12, i));
    g_autofree char *expected = g_strdup_printf ("2026-12-%02d release a", i);

    row = slip_row_new_with (get_release (fork, "a"), SLIP_RELEASE_RELEASE_DATE,
                             &date);
    slip_plan_state_take_row (fork, row);
    if (i != 3)
      assert_days (fork, days ("2026-12-01", "2026-12-31"), expected);
  }
  assert_days (state, days ("2026-12-01", "2026-12-31"),
               "2026-12-01 release a");
}

static void
copy_row_cb (const SlipRow *row, gpointer data)
{
  slip_plan_state_take_row (data, slip_row_ref (row));
}

/* The same plan as if it came from a file. */
static SlipPlanState *
read_again (const SlipPlanState *state)
{
  SlipPlanState *copy = slip_plan_state_new ();

  for (guint kind = 0; kind < SLIP_N_KINDS; kind++)
    slip_plan_state_foreach (state, (SlipKind) kind, copy_row_cb, copy);
  return copy;
}

static void
set_anything (SlipEdit *edit, const char *id)
{
  static const SlipCertainty certainties[] = {
    SLIP_CERTAINTY_CONFIRMED,
    SLIP_CERTAINTY_WEEK,
    SLIP_CERTAINTY_MONTH,
    SLIP_CERTAINTY_QUARTER,
  };
  SlipAnchor anchor =
    g_test_rand_bit () ? SLIP_ANCHOR_RELEASE : SLIP_ANCHOR_DEPLOY;

  switch (g_test_rand_int_range (0, 6)) {
  case 0:
  case 1:
    slip_edit_set_date (edit, SLIP_KIND_RELEASE, id,
                        slip_anchor_get_date_property (anchor),
                        slip_date_add_days (day ("2026-12-01"),
                                            g_test_rand_int_range (0, 40)));
    slip_edit_set_integer (edit, SLIP_KIND_RELEASE, id,
                           slip_anchor_get_certainty_property (anchor),
                           certainties[g_test_rand_int_range (0, 4)]);
    break;
  case 2:
    slip_edit_set_integer (edit, SLIP_KIND_RELEASE, id, SLIP_RELEASE_STATUS,
                           g_test_rand_int_range (0, SLIP_N_STATUSES));
    break;
  case 3:
    slip_edit_set_text (edit, SLIP_KIND_RELEASE, id, SLIP_RELEASE_OWNER,
                        g_test_rand_bit () ? "lead" : NULL);
    break;
  case 4:
    slip_edit_set_text (edit, SLIP_KIND_RELEASE, id, SLIP_RELEASE_PRODUCT,
                        g_test_rand_bit () ? "payments" : "mobile");
    break;
  default:
    slip_edit_set_integer (edit, SLIP_KIND_RELEASE, id, SLIP_RELEASE_IS_DELETED,
                           g_test_rand_int_range (0, 2));
    break;
  }
}

static void
take_step (SlipPlanState **state, int step)
{
  SlipEdit *edit = slip_edit_new (*state, SLIP_VERB_EDIT);
  int n = step % 50 == 0 ? 30 : g_test_rand_int_range (1, 4);

  for (int i = 0; i < n; i++) {
    g_autofree char *id =
      g_strdup_printf ("r%d", g_test_rand_int_range (0, N_RELEASES));

    set_anything (edit, id);
  }
  if (step % 7 == 0)
    slip_edit_set_integer (edit, SLIP_KIND_WORKING_CALENDAR, "standard",
                           SLIP_WORKING_CALENDAR_WEEKDAYS,
                           g_test_rand_int_range (1, 0x80));
  apply_edit (state, edit);
}

/* Made from the index of the state before, or of one long before, it is the one
 * that would be made of the whole plan. */
static void
test_made_from_another_is_made_anew (void)
{
  g_autoptr (SlipPlanState) state = new_plan ();
  SlipEdit *edit = slip_edit_new (state, SLIP_VERB_EDIT);

  create_named (edit, SLIP_KIND_PERSON, "lead", "Support lead");
  apply_edit (&state, edit);
  for (int i = 0; i < N_RELEASES; i++) {
    g_autofree char *id = g_strdup_printf ("r%d", i);

    add_release (&state, id, "payments", "1", "2026-12-01");
  }
  for (int step = 1; step < N_STEPS; step++) {
    take_step (&state, step);
    if (g_test_rand_bit ()) {
      g_autoptr (SlipPlanState) again = read_again (state);
      g_autofree char *expected = print_index (again);
      g_autofree char *text = print_index (state);

      g_assert_cmpstr (text, ==, expected);
    }
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/release-index/days-are-found", test_days_are_found);
  g_test_add_func ("/release-index/date-about-moves-with-the-calendar",
                   test_date_about_moves_with_the_calendar);
  g_test_add_func ("/release-index/follows-changes-in-place",
                   test_index_follows_changes_in_place);
  g_test_add_func ("/release-index/law/made-from-another-is-made-anew",
                   test_made_from_another_is_made_anew);

  return g_test_run ();
}
