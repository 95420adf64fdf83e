/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-identity.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#define PERSON_KEY "person"
#define NAME_KEY   "name"

SlipIdentity *
slip_identity_new (const char *person, const char *name)
{
  SlipIdentity *identity = g_new0 (SlipIdentity, 1);

  identity->person = g_strdup (person);
  identity->name = g_strdup (name);
  return identity;
}

void
slip_identity_free (SlipIdentity *identity)
{
  g_free (identity->person);
  g_free (identity->name);
  g_free (identity);
}

static char *
dup_path (void)
{
  return g_build_filename (g_get_user_config_dir (), "slipway", "people.ini",
                           NULL);
}

/* A file that is missing or broken says nothing about anybody. */
static GKeyFile *
read_people (void)
{
  g_autofree char *path = dup_path ();
  GKeyFile *people = g_key_file_new ();

  g_key_file_load_from_file (people, path, G_KEY_FILE_KEEP_COMMENTS, NULL);
  return people;
}

SlipIdentity *
slip_identity_load (const char *plan)
{
  g_return_val_if_fail (plan != NULL, NULL);

  g_autoptr (GKeyFile) people = read_people ();
  if (!g_key_file_has_group (people, plan))
    return NULL;
  g_autofree char *person =
    g_key_file_get_string (people, plan, PERSON_KEY, NULL);
  g_autofree char *name = g_key_file_get_string (people, plan, NAME_KEY, NULL);
  return slip_identity_new (person, name);
}

static void
set_key (GKeyFile *people, const char *plan, const char *key, const char *value)
{
  if (value != NULL)
    g_key_file_set_string (people, plan, key, value);
  else
    g_key_file_remove_key (people, plan, key, NULL);
}

gboolean
slip_identity_save (const char *plan,
                    const SlipIdentity *identity,
                    GError **error)
{
  g_return_val_if_fail (plan != NULL, FALSE);
  g_return_val_if_fail (identity != NULL, FALSE);

  g_autoptr (GKeyFile) people = read_people ();
  g_autofree char *path = dup_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  if (g_mkdir_with_parents (folder, 0700) != 0) {
    int code = errno;
    g_autofree char *name = g_filename_display_name (folder);
    g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (code),
                 _ ("The folder “%s” cannot be made: %s"), name,
                 g_strerror (code));
    return FALSE;
  }
  set_key (people, plan, PERSON_KEY, identity->person);
  set_key (people, plan, NAME_KEY, identity->name);
  return g_key_file_save_to_file (people, path, error);
}

char *
slip_identity_dup_system_name (void)
{
  const char *name = g_get_real_name ();

  if (name == NULL || *name == '\0' || strcmp (name, "Unknown") == 0)
    name = g_get_user_name ();
  return g_utf8_make_valid (name, -1);
}
