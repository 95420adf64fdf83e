/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-reminded-file.h"

static char *
dup_path (void)
{
  return g_build_filename (g_get_user_state_dir (), "slipway", "reminded.ini",
                           NULL);
}

/* A plan's id comes from a file, and may be no name of a group. */
static char *
dup_group (const char *plan)
{
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, plan, -1);
}

static GKeyFile *
load (const char *path)
{
  GKeyFile *file = g_key_file_new ();
  g_autoptr (GError) error = NULL;
  if (!g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, &error))
    g_debug ("Nobody was reminded of anything: %s", error->message);
  return file;
}

SlipDate
slip_reminded_file_load (const char *plan, const char *what)
{
  g_return_val_if_fail (plan != NULL && what != NULL, SLIP_DATE_NONE);

  g_autofree char *path = dup_path ();
  g_autofree char *group = dup_group (plan);
  g_autoptr (GKeyFile) file = load (path);
  g_autofree char *text = g_key_file_get_string (file, group, what, NULL);
  return slip_date_parse (text);
}

void
slip_reminded_file_save (const char *plan, const char *what, SlipDate day)
{
  g_return_if_fail (plan != NULL && what != NULL);
  g_return_if_fail (slip_date_is_set (day));

  g_autofree char *path = dup_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *group = dup_group (plan);
  g_autofree char *text = slip_date_to_text (day);
  g_autoptr (GKeyFile) file = load (path);
  g_autoptr (GError) error = NULL;
  g_key_file_set_string (file, group, what, text);
  if (g_mkdir_with_parents (folder, 0700) != 0 ||
      !g_key_file_save_to_file (file, path, &error))
    g_debug ("That somebody was reminded could not be kept");
}
