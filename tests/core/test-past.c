/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "truth-plan.h"

static GPtrArray *
new_steps (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) slip_step_free);
}

static SlipChange *
new_move (const char *before, const char *after)
{
  return new_change (SLIP_KIND_RELEASE, "r", NULL, SLIP_RELEASE_RELEASE_DATE,
                     before != NULL ? slip_value_new_integer (day (before).day)
                                    : (SlipValue) SLIP_VALUE_INIT,
                     after != NULL ? slip_value_new_integer (day (after).day)
                                   : (SlipValue) SLIP_VALUE_INIT);
}

static SlipChange *
new_status (SlipStatus before, SlipStatus after)
{
  return new_change (SLIP_KIND_RELEASE, "r", NULL, SLIP_RELEASE_STATUS,
                     slip_value_new_integer (before),
                     slip_value_new_integer (after));
}

static void
test_what_was_not_read_is_not_known (void)
{
  g_autoptr (SlipPast) past = slip_past_new ();

  g_assert_cmpint (slip_past_count_moves (past, "r"), ==, -1);
  g_assert_cmpint (slip_past_get_released (past, "r"), ==, -1);
  g_assert_cmpint (slip_past_get_closed (past, "deck"), ==, -1);
}

static void
test_moves (void)
{
  g_autoptr (SlipPast) past = slip_past_new ();
  g_autoptr (GPtrArray) steps = new_steps ();

  /* The first date is no move; the second move is undone, the third too, and
   * then done again. */
  put_step (steps, 1, SLIP_STEP_EDIT, 0, "2026-11-01 10:00", SLIP_WRITER_WINDOW,
            new_move (NULL, "2026-12-01"));
  put_step (steps, 2, SLIP_STEP_EDIT, 0, "2026-11-02 10:00", SLIP_WRITER_WINDOW,
            new_move ("2026-12-01", "2026-12-02"));
  put_step (steps, 3, SLIP_STEP_EDIT, 0, "2026-11-03 10:00", SLIP_WRITER_WINDOW,
            new_move ("2026-12-02", "2026-12-03"));
  put_step (steps, 4, SLIP_STEP_UNDO, 3, "2026-11-03 11:00", SLIP_WRITER_WINDOW,
            new_move ("2026-12-03", "2026-12-02"));
  put_step (steps, 5, SLIP_STEP_EDIT, 0, "2026-11-04 10:00", SLIP_WRITER_WINDOW,
            new_move ("2026-12-02", NULL));
  put_step (steps, 6, SLIP_STEP_UNDO, 5, "2026-11-04 11:00", SLIP_WRITER_WINDOW,
            new_move (NULL, "2026-12-02"));
  put_step (steps, 7, SLIP_STEP_REDO, 5, "2026-11-04 12:00", SLIP_WRITER_WINDOW,
            new_move ("2026-12-02", NULL));
  slip_past_read (past, "r", steps);
  g_assert_cmpint (slip_past_count_moves (past, "r"), ==, 2);
}

static void
test_released (void)
{
  g_autoptr (SlipPast) past = slip_past_new ();
  g_autoptr (GPtrArray) steps = new_steps ();

  put_step (steps, 1, SLIP_STEP_EDIT, 0, "2026-12-08 09:30", SLIP_WRITER_WINDOW,
            new_status (SLIP_STATUS_READY, SLIP_STATUS_RELEASED));
  slip_past_read (past, "r", steps);
  g_assert_cmpint (slip_past_get_released (past, "r"), ==,
                   at ("2026-12-08 09:30"));
  put_step (steps, 2, SLIP_STEP_EDIT, 0, "2026-12-08 10:00", SLIP_WRITER_WINDOW,
            new_status (SLIP_STATUS_RELEASED, SLIP_STATUS_ON_HOLD));
  slip_past_read (past, "r", steps);
  g_assert_cmpint (slip_past_get_released (past, "r"), ==, -1);
}

/* An import, or adding what is over, tells nothing of when it was. */
static void
test_what_came_in_closed_is_not_known (void)
{
  g_autoptr (SlipPast) past = slip_past_new ();
  g_autoptr (GPtrArray) steps = new_steps ();
  SlipStep *step;

  put_step (steps, 1, SLIP_STEP_EDIT, 0, "2026-12-08 09:30", SLIP_WRITER_IMPORT,
            new_status (SLIP_STATUS_PLANNED, SLIP_STATUS_RELEASED));
  slip_past_read (past, "r", steps);
  g_assert_cmpint (slip_past_get_released (past, "r"), ==, -1);

  put_step (steps, 2, SLIP_STEP_EDIT, 0, "2026-12-09 09:30", SLIP_WRITER_WINDOW,
            slip_change_new_create (SLIP_KIND_RELEASE, "r", NULL));
  step = steps->pdata[0];
  slip_change_set_take (step->set,
                        new_status (SLIP_STATUS_PLANNED, SLIP_STATUS_RELEASED));
  slip_past_read (past, "r", steps);
  g_assert_cmpint (slip_past_get_released (past, "r"), ==, -1);
}

static void
test_items (void)
{
  g_autoptr (SlipPast) past = new_past_of_deck ("2026-12-02 12:00");
  g_autoptr (GPtrArray) steps = new_steps ();

  g_assert_cmpint (slip_past_get_closed (past, "deck"), ==,
                   at ("2026-12-02 12:00"));
  put_step (steps, 2, SLIP_STEP_EDIT, 0, "2026-12-03 12:00", SLIP_WRITER_WINDOW,
            new_change (SLIP_KIND_ITEM, "deck", "r", SLIP_ITEM_STATE,
                        slip_value_new_integer (SLIP_ITEM_STATE_DONE),
                        slip_value_new_integer (SLIP_ITEM_STATE_DOING)));
  slip_past_read (past, "r", steps);
  g_assert_cmpint (slip_past_get_closed (past, "deck"), ==, -1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/past/what-was-not-read-is-not-known",
                   test_what_was_not_read_is_not_known);
  g_test_add_func ("/past/moves", test_moves);
  g_test_add_func ("/past/released", test_released);
  g_test_add_func ("/past/what-came-in-closed-is-not-known",
                   test_what_came_in_closed_is_not_known);
  g_test_add_func ("/past/items", test_items);
  return g_test_run ();
}
