/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "../known-leaks.h"
#include "slip-secret-keeper.h"

#include <glib/gstdio.h>
#include <libsecret/secret.h>

/* libsecret 0.20 forgets the entity tag of the file it has written. */
KNOWN_LEAKS ("leak:libgio-2.0.so\n")

/* libsecret's own file, as in a sandbox, stands in for the keyring of a
 * session. */

static const SlipSecretKey first = { "plan", "help-desk", "Help desk" };
static const SlipSecretKey second = { "plan", "flags", NULL };

static void
ready_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GAsyncResult **place = data;

  *place = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return *result;
}

static gboolean
store (SlipSecretSource *source,
       const SlipSecretKey *key,
       const char *secret,
       GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  slip_secret_source_store_async (source, key, secret, NULL, ready_cb, &result);
  return slip_secret_source_store_finish (source, wait_for (&result), error);
}

static SlipSecret *
look_up (SlipSecretSource *source, const SlipSecretKey *key, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  slip_secret_source_lookup_async (source, key, NULL, ready_cb, &result);
  return slip_secret_source_lookup_finish (source, wait_for (&result), error);
}

/* How many secrets are kept of a feed, whatever their credentials. */
static guint
count (const SlipSecretKey *key)
{
  static const SecretSchema any = {
    "any",
    SECRET_SCHEMA_DONT_MATCH_NAME,
    {
      { "plan", SECRET_SCHEMA_ATTRIBUTE_STRING },
      { "feed", SECRET_SCHEMA_ATTRIBUTE_STRING },
      { NULL, SECRET_SCHEMA_ATTRIBUTE_STRING },
    },
  };
  g_autoptr (GError) error = NULL;
  g_autolist (GObject) found =
    secret_password_search_sync (&any, SECRET_SEARCH_ALL, NULL, &error, "plan",
                                 key->plan, "feed", key->feed, NULL);

  g_assert_no_error (error);
  return g_list_length (found);
}

static void
test_kept (void)
{
  g_autoptr (SlipSecretSource) keeper =
    SLIP_SECRET_SOURCE (slip_secret_keeper_new ());
  g_autoptr (GError) error = NULL;
  g_autoptr (SlipSecret) nothing = look_up (keeper, &first, &error);
  g_autoptr (SlipSecret) before = NULL;
  g_autoptr (SlipSecret) after = NULL;
  g_autoptr (SlipSecret) other = NULL;
  g_autoptr (SlipSecret) gone = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (nothing->secret, ==, NULL);
  g_assert_true (store (keeper, &first, "sesame", &error));
  g_assert_true (store (keeper, &second, "another", &error));
  before = look_up (keeper, &first, &error);
  g_assert_cmpstr (before->secret, ==, "sesame");
  g_assert_nonnull (before->credential);

  /* The same secret, typed again, is a new one. */
  g_assert_true (store (keeper, &first, "sesame", &error));
  after = look_up (keeper, &first, &error);
  g_assert_cmpstr (after->secret, ==, "sesame");
  g_assert_cmpstr (after->credential, !=, before->credential);
  g_assert_cmpuint (count (&first), ==, 1);

  g_assert_true (store (keeper, &first, "", &error));
  gone = look_up (keeper, &first, &error);
  g_assert_cmpstr (gone->secret, ==, NULL);
  g_assert_cmpuint (count (&first), ==, 0);
  g_assert_true (store (keeper, &first, NULL, &error));
  other = look_up (keeper, &second, &error);
  g_assert_cmpstr (other->secret, ==, "another");
  g_assert_no_error (error);
}

/* Where nobody keeps secrets it is said, and nothing waits. */
static void
test_no_service (void)
{
  g_autoptr (SlipSecretSource) keeper = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) other_error = NULL;

  if (!g_test_subprocess ()) {
    g_setenv ("SECRET_BACKEND", "service", TRUE);
    g_setenv ("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere", TRUE);
    g_test_trap_subprocess (NULL, 0, 0);
    g_test_trap_assert_passed ();
    return;
  }
  keeper = SLIP_SECRET_SOURCE (slip_secret_keeper_new ());
  g_assert_null (look_up (keeper, &first, &error));
  g_assert_nonnull (strstr (error->message, "keyring"));
  g_assert_false (store (keeper, &first, "sesame", &other_error));
  g_assert_null (strstr (other_error->message, "sesame"));
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("slipway-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "secrets", NULL);
  int result;

  g_test_init (&argc, &argv, NULL);
  if (!g_test_subprocess ()) {
    g_setenv ("SECRET_BACKEND", "file", TRUE);
    g_setenv ("SECRET_FILE_TEST_PATH", path, TRUE);
    g_setenv ("SECRET_FILE_TEST_PASSWORD", "test", TRUE);
  }
  g_test_add_func ("/secret-keeper/keeps-with-a-credential", test_kept);
  g_test_add_func ("/secret-keeper/says-that-there-is-no-keyring",
                   test_no_service);
  result = g_test_run ();
  g_remove (path);
  g_rmdir (folder);
  return result;
}
