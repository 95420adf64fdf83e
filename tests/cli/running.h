/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-json.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

G_BEGIN_DECLS

/*
 * Runs the real command line in a home of its own, on 23 November 2026.
 */

typedef struct {
  char *folder;
  char *db; /* the plan, named in SLIPWAY_DB unless it was taken away */
  GSubprocessLauncher *launcher;
  char *out;
  char *err;
} Home;

static inline void
home_set_up (Home *home, gconstpointer data)
{
  const char *base = g_file_test ("/dev/shm", G_FILE_TEST_IS_DIR)
                       ? "/dev/shm"
                       : g_get_tmp_dir ();

  home->folder = g_build_filename (base, "slipway-test-XXXXXX", NULL);
  g_assert_nonnull (g_mkdtemp (home->folder));
  home->db = g_build_filename (home->folder, "plan.slipway", NULL);
  home->launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE |
                                              G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_subprocess_launcher_set_cwd (home->launcher, home->folder);
  g_subprocess_launcher_setenv (home->launcher, "HOME", home->folder, TRUE);
  g_subprocess_launcher_setenv (home->launcher, "XDG_DATA_HOME", home->folder,
                                TRUE);
  g_subprocess_launcher_setenv (home->launcher, "XDG_CONFIG_HOME", home->folder,
                                TRUE);
  g_subprocess_launcher_setenv (home->launcher, "SLIPWAY_DB", home->db, TRUE);
  g_subprocess_launcher_setenv (home->launcher, "SLIPWAY_TODAY", "2026-11-23",
                                TRUE);
  g_subprocess_launcher_unsetenv (home->launcher, "SLIPWAY_PERSON");
}

static inline void
home_remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (folder, name, NULL);
    if (g_file_test (path, G_FILE_TEST_IS_DIR))
      home_remove_folder (path);
    else
      g_assert_cmpint (g_remove (path), ==, 0);
  }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static inline void
home_tear_down (Home *home, gconstpointer data)
{
  home_remove_folder (home->folder);
  g_object_unref (home->launcher);
  g_free (home->folder);
  g_free (home->db);
  g_free (home->out);
  g_free (home->err);
}

/* Runs it with @arguments; returns the exit status. */
static inline int
home_run_strv (Home *home, const char *const *arguments)
{
  g_autoptr (GPtrArray) line = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (line, (gpointer) g_getenv ("SLIPWAY_CLI"));
  for (guint i = 0; arguments[i] != NULL; i++)
    g_ptr_array_add (line, (gpointer) arguments[i]);
  g_ptr_array_add (line, NULL);
  g_autoptr (GSubprocess) process =
    g_subprocess_launcher_spawnv (home->launcher,
                                  (const char *const *) line->pdata, &error);
  g_assert_no_error (error);
  g_clear_pointer (&home->out, g_free);
  g_clear_pointer (&home->err, g_free);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &home->out, &home->err,
                                 &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));
  return g_subprocess_get_exit_status (process);
}

#define home_run(home, ...)                                                    \
  home_run_strv (home, (const char *const[]){ __VA_ARGS__, NULL })

/* Runs it and wants it to work without a word of complaint. */
static inline void
home_do_strv (Home *home, const char *const *arguments)
{
  int status = home_run_strv (home, arguments);

  if (status != 0 || *home->err != '\0')
    g_error ("%s …: %d: %s", arguments[0], status, home->err);
}

#define home_do(home, ...)                                                     \
  home_do_strv (home, (const char *const[]){ __VA_ARGS__, NULL })

/* What it printed, as JSON. */
static inline JsonNode *
home_parse (Home *home)
{
  g_autoptr (GBytes) bytes = g_bytes_new (home->out, strlen (home->out));
  g_autoptr (GError) error = NULL;
  JsonNode *node = slip_json_parse (bytes, NULL, &error);

  g_assert_no_error (error);
  return node;
}

/* The object at @index of an array that was printed, borrowed. */
static inline JsonObject *
get_object (JsonNode *list, guint index)
{
  JsonArray *array = json_node_get_array (list);

  g_assert_cmpuint (json_array_get_length (array), >, index);
  return json_array_get_object_element (array, index);
}

static inline void
assert_member (JsonObject *object, const char *name, const char *expected)
{
  g_assert_true (json_object_has_member (object, name));
  if (expected == NULL)
    g_assert_true (json_object_get_null_member (object, name));
  else
    g_assert_cmpstr (json_object_get_string_member (object, name), ==,
                     expected);
}

static inline void
assert_says (const char *text, const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("“%s” does not say “%s”", text, part);
}

G_END_DECLS
