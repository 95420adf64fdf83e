/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-draft-file.h"
#include "waiting.h"

#define PLAN  "11111111-1111-4111-8111-111111111111"
#define OTHER "../22222222-2222-4222-8222-222222222222"

static void
save (const char *plan, const char *text)
{
  g_autoptr (GError) error = NULL;

  slip_draft_file_save (plan, text, &error);
  g_assert_no_error (error);
}

static void
assert_draft (const char *plan, const char *text)
{
  g_autofree char *draft = slip_draft_file_load (plan);

  g_assert_cmpstr (draft, ==, text);
}

static void
test_each_plan_has_its_own (void)
{
  assert_draft (PLAN, NULL);
  save (PLAN, "one");
  save (OTHER, "other");
  assert_draft (PLAN, "one");
  save (PLAN, "two");
  assert_draft (PLAN, "two");
  assert_draft (OTHER, "other");
}

static void
test_none_takes_it_away (void)
{
  save (PLAN, "one");
  save (PLAN, NULL);
  assert_draft (PLAN, NULL);
  save (PLAN, NULL);
  assert_draft (PLAN, NULL);
}

/* Whatever a file calls its plan, the draft stays in its folder. */
static void
test_stays_in_its_folder (void)
{
  g_autofree char *folder =
    g_build_filename (g_get_user_state_dir (), "slipway", "what-if", NULL);
  g_autoptr (GDir) dir = NULL;

  save (OTHER, NULL);
  save (PLAN, NULL);
  save (OTHER, "other");
  dir = g_dir_open (folder, 0, NULL);
  g_assert_nonnull (g_dir_read_name (dir));
  g_assert_null (g_dir_read_name (dir));
}

static void
test_what_is_no_text_is_none (void)
{
  save (PLAN, "\xff\xfe");
  assert_draft (PLAN, NULL);
}

static void
test_folder_that_cannot_be_made_is_told (void)
{
  g_autofree char *folder =
    g_build_filename (g_get_user_state_dir (), "slipway", NULL);
  g_autoptr (GError) error = NULL;

  remove_folder (folder);
  g_file_set_contents (folder, "in the way", -1, &error);
  g_assert_no_error (error);
  g_assert_false (slip_draft_file_save (PLAN, "one", &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOTDIR);
  g_assert_cmpint (g_remove (folder), ==, 0);
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = make_folder ();

  g_setenv ("XDG_STATE_HOME", folder, TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/draft-file/each-plan-has-its-own",
                   test_each_plan_has_its_own);
  g_test_add_func ("/draft-file/none-takes-it-away", test_none_takes_it_away);
  g_test_add_func ("/draft-file/stays-in-its-folder", test_stays_in_its_folder);
  g_test_add_func ("/draft-file/what-is-no-text-is-none",
                   test_what_is_no_text_is_none);
  g_test_add_func ("/draft-file/folder-that-cannot-be-made-is-told",
                   test_folder_that_cannot_be_made_is_told);
  int status = g_test_run ();
  remove_folder (folder);
  return status;
}
