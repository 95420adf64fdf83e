/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-step.h"

static SlipStep *
new_step (SlipWriter writer)
{
  SlipStep *step = slip_step_new (7, SLIP_STEP_UNDO, 5, 1764547200000);

  step->author = slip_author_new ("person", "Support lead", writer);
  step->set = slip_change_set_new (SLIP_VERB_MOVE, "Payments 3.9");
  return step;
}

static void
test_copy_outlives_the_original (void)
{
  SlipStep *step = new_step (SLIP_WRITER_IMPORT);
  g_autoptr (SlipStep) copy = slip_step_copy (step);

  slip_step_free (step);
  g_assert_cmpint (copy->number, ==, 7);
  g_assert_cmpint (copy->type, ==, SLIP_STEP_UNDO);
  g_assert_cmpint (copy->target, ==, 5);
  g_assert_cmpint (copy->at_ms, ==, 1764547200000);
  g_assert_cmpstr (copy->author->person, ==, "person");
  g_assert_cmpstr (copy->author->name, ==, "Support lead");
  g_assert_cmpint (copy->author->writer, ==, SLIP_WRITER_IMPORT);
  g_assert_cmpstr (copy->set->subject, ==, "Payments 3.9");
}

static void
test_copy_of_a_bare_step (void)
{
  g_autoptr (SlipStep) step = slip_step_new (1, SLIP_STEP_EDIT, 0, 0);
  g_autoptr (SlipStep) copy = slip_step_copy (step);

  g_assert_null (copy->author);
  g_assert_null (copy->set);
}

static void
test_writers_are_found_again (void)
{
  g_autoptr (GHashTable) nicks = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint writer = 0; writer < SLIP_N_WRITERS; writer++) {
    const char *nick = slip_writer_get_nick ((SlipWriter) writer);

    g_assert_true (g_hash_table_add (nicks, (char *) nick));
    g_assert_cmpuint (slip_writer_find (nick), ==, writer);
    g_assert_nonnull (slip_writer_get_label ((SlipWriter) writer));
  }
}

static void
test_describe_names_only_other_writers (void)
{
  g_autoptr (SlipStep) step = new_step (SLIP_WRITER_COMMAND_LINE);
  g_autofree char *own = slip_step_describe (step, SLIP_WRITER_COMMAND_LINE);
  g_autofree char *other = slip_step_describe (step, SLIP_WRITER_WINDOW);

  g_assert_cmpstr (own, ==, "move of Payments 3.9");
  g_assert_cmpstr (other, ==, "move of Payments 3.9, command line");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/step/copy/outlives-the-original",
                   test_copy_outlives_the_original);
  g_test_add_func ("/step/copy/of-a-bare-step", test_copy_of_a_bare_step);
  g_test_add_func ("/step/writers/are-found-again",
                   test_writers_are_found_again);
  g_test_add_func ("/step/describe/names-only-other-writers",
                   test_describe_names_only_other_writers);

  return g_test_run ();
}
