/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-identity.h"
#include "waiting.h"

#define PLAN  "11111111-1111-4111-8111-111111111111"
#define OTHER "22222222-2222-4222-8222-222222222222"

static char *
dup_file (void)
{
  return g_build_filename (g_get_user_config_dir (), "slipway", "people.ini",
                           NULL);
}

static void
save (const char *plan, const char *person, const char *name)
{
  g_autoptr (SlipIdentity) identity = slip_identity_new (person, name);
  g_autoptr (GError) error = NULL;

  slip_identity_save (plan, identity, &error);
  g_assert_no_error (error);
}

static void
test_nobody_before_it_was_said (void)
{
  g_assert_null (slip_identity_load (PLAN));
}

static void
test_each_plan_has_its_own (void)
{
  save (PLAN, "a", "Release manager");
  save (OTHER, NULL, "Grüße = [böse]\nName");

  g_autoptr (SlipIdentity) first = slip_identity_load (PLAN);
  g_autoptr (SlipIdentity) second = slip_identity_load (OTHER);
  g_assert_cmpstr (first->person, ==, "a");
  g_assert_cmpstr (first->name, ==, "Release manager");
  g_assert_null (second->person);
  g_assert_cmpstr (second->name, ==, "Grüße = [böse]\nName");

  /* Saying it again takes away what is no longer so. */
  save (PLAN, NULL, "Somebody");
  g_autoptr (SlipIdentity) third = slip_identity_load (PLAN);
  g_assert_null (third->person);
}

static void
test_broken_file_says_nothing (void)
{
  g_autofree char *path = dup_file ();
  g_autoptr (GError) error = NULL;

  save (PLAN, "a", "Release manager");
  g_file_set_contents (path, "\xff\xfe[[", -1, &error);
  g_assert_no_error (error);
  g_assert_null (slip_identity_load (PLAN));
  save (PLAN, "b", "Support lead");
  g_autoptr (SlipIdentity) identity = slip_identity_load (PLAN);
  g_assert_cmpstr (identity->person, ==, "b");
}

static void
test_folder_that_cannot_be_made_is_told (void)
{
  g_autoptr (SlipIdentity) identity = slip_identity_new ("a", "b");
  g_autoptr (GError) error = NULL;
  g_autofree char *path = dup_file ();
  g_autofree char *folder = g_path_get_dirname (path);

  g_remove (path);
  g_rmdir (folder);
  g_mkdir_with_parents (g_get_user_config_dir (), 0700);
  g_file_set_contents (folder, "in the way", -1, &error);
  g_assert_no_error (error);
  g_assert_false (slip_identity_save (PLAN, identity, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOTDIR);
  g_assert_cmpint (g_remove (folder), ==, 0);
}

static void
test_system_has_a_name (void)
{
  g_autofree char *name = slip_identity_dup_system_name ();

  g_assert_cmpstr (name, !=, "");
  g_assert_cmpstr (name, !=, "Unknown");
  g_assert_true (g_utf8_validate (name, -1, NULL));
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = make_folder ();

  /* GLib's own way to isolate a test leaks the names of its folders. */
  g_setenv ("XDG_CONFIG_HOME", folder, TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/identity/nobody-before-it-was-said",
                   test_nobody_before_it_was_said);
  g_test_add_func ("/identity/each-plan-has-its-own",
                   test_each_plan_has_its_own);
  g_test_add_func ("/identity/broken-file-says-nothing",
                   test_broken_file_says_nothing);
  g_test_add_func ("/identity/folder-that-cannot-be-made-is-told",
                   test_folder_that_cannot_be_made_is_told);
  g_test_add_func ("/identity/system-has-a-name", test_system_has_a_name);
  int status = g_test_run ();
  remove_folder (folder);
  return status;
}
