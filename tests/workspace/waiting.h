/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-workspace.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

G_BEGIN_DECLS

/*
 * The workspace's asynchronous calls as blocking ones, and folders for plans
 * that are gone with the test.
 */

/* Valgrind makes everything fifty times as slow. */
static inline gboolean
is_under_valgrind (void)
{
  const char *preload = g_getenv ("LD_PRELOAD");

  return preload != NULL && strstr (preload, "vgpreload") != NULL;
}

static inline void
ready_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GAsyncResult **place = data;

  *place = g_object_ref (result);
}

static inline GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return *result;
}

/* A new folder, in memory if the system has a file system for that. */
static inline char *
make_folder (void)
{
  const char *base = g_file_test ("/dev/shm", G_FILE_TEST_IS_DIR)
                       ? "/dev/shm"
                       : g_get_tmp_dir ();
  char *folder = g_build_filename (base, "slipway-test-XXXXXX", NULL);

  g_assert_nonnull (g_mkdtemp (folder));
  return folder;
}

/* A file of SQLite's may go by itself meanwhile. */
static inline void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (folder, name, NULL);
    if (g_file_test (path, G_FILE_TEST_IS_DIR))
      remove_folder (path);
    else
      g_assert_true (g_remove (path) == 0 || errno == ENOENT);
  }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static inline SlipWorkspace *
open_workspace_at (const char *path, SlipWriter writer, SlipClock *clock)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  slip_workspace_open_async (path, SLIP_STORE_CREATE, writer, clock, NULL,
                             ready_cb, &result);
  SlipWorkspace *workspace =
    slip_workspace_open_finish (wait_for (&result), &error);
  g_assert_no_error (error);
  return workspace;
}

static inline SlipWorkspace *
open_workspace (const char *path, SlipWriter writer)
{
  g_autoptr (SlipClock) clock =
    slip_clock_new_fixed (slip_date_new (2026, 11, 23), 1795392000000);

  return open_workspace_at (path, writer, clock);
}

/* Closes @workspace, which must not be in use elsewhere. */
static inline void
close_workspace (SlipWorkspace *workspace)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  slip_workspace_close_async (workspace, ready_cb, &result);
  slip_workspace_close_finish (workspace, wait_for (&result), &error);
  g_assert_no_error (error);
  g_clear_object (&result);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (workspace);
}

static inline SlipStep *
execute (SlipWorkspace *workspace,
         SlipIntentFunc func,
         gpointer data,
         GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  slip_workspace_execute_async (workspace, func, data, NULL, NULL, ready_cb,
                                &result);
  return slip_workspace_execute_finish (workspace, wait_for (&result), error);
}

static inline SlipStep *
turn (SlipWorkspace *workspace,
      SlipStepType type,
      gint64 number,
      gboolean may_be_older,
      GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  slip_workspace_turn_async (workspace, type, number, may_be_older, NULL,
                             ready_cb, &result);
  return slip_workspace_turn_finish (workspace, wait_for (&result), error);
}

static inline void
load_all (SlipWorkspace *workspace)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  slip_workspace_load_parts_async (workspace, NULL, NULL, ready_cb, &result);
  slip_workspace_load_parts_finish (workspace, wait_for (&result), &error);
  g_assert_no_error (error);
}

static inline char *
dup_digest (SlipWorkspace *workspace)
{
  return slip_plan_state_digest (slip_workspace_get_state (workspace));
}

/* Polls until @workspace knows step @head. */
static inline void
catch_up (SlipWorkspace *workspace, gint64 head)
{
  slip_workspace_poll (workspace);
  while (slip_workspace_get_head (workspace) < head)
    g_main_context_iteration (NULL, TRUE);
}

G_END_DECLS
