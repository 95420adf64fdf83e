/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "running.h"

#include "slip-feed-server.h"

G_BEGIN_DECLS

/*
 * A status document that this process serves while the command line runs.
 */

typedef struct {
  Home home;
  GFile *file;
  SlipFeedServer *server;
} Serving;

static inline void
serving_write (Serving *serving, const char *document)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_file_get_path (serving->file);

  g_file_set_contents (path, document, -1, &error);
  g_assert_no_error (error);
}

/* @bearer: (nullable): the secret that it asks for */
static inline void
serving_set_up (Serving *serving, const char *document, const char *bearer)
{
  const SlipFeedServerOptions options = { .bearer = bearer };
  g_autoptr (GError) error = NULL;

  home_set_up (&serving->home, NULL);
  g_autofree char *path =
    g_build_filename (serving->home.folder, "status.json", NULL);
  serving->file = g_file_new_for_path (path);
  serving_write (serving, document);
  serving->server = slip_feed_server_new (serving->file, &options, &error);
  g_assert_no_error (error);
  home_do (&serving->home, "product", "add", "Payments");
  home_do (&serving->home, "add", "Payments 3.9", "--product", "payments",
           "--date", "2026-12-08");
}

static inline void
serving_tear_down (Serving *serving)
{
  g_assert_finalize_object (serving->server);
  g_object_unref (serving->file);
  home_tear_down (&serving->home, NULL);
}

static inline void
communicated_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GAsyncResult **place = data;

  *place = g_object_ref (result);
}

/* As home_run_strv(), but this process answers meanwhile. */
static inline int
serving_run_strv (Serving *serving, const char *const *words)
{
  g_autoptr (GPtrArray) line = g_ptr_array_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  Home *home = &serving->home;

  g_ptr_array_add (line, (gpointer) g_getenv ("SLIPWAY_CLI"));
  for (guint i = 0; words[i] != NULL; i++)
    g_ptr_array_add (line, (gpointer) words[i]);
  g_ptr_array_add (line, NULL);
  g_autoptr (GSubprocess) process =
    g_subprocess_launcher_spawnv (home->launcher,
                                  (const char *const *) line->pdata, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8_async (process, NULL, NULL, communicated_cb,
                                       &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_clear_pointer (&home->out, g_free);
  g_clear_pointer (&home->err, g_free);
  g_subprocess_communicate_utf8_finish (process, result, &home->out, &home->err,
                                        &error);
  g_assert_no_error (error);
  g_subprocess_wait (process, NULL, &error);
  return g_subprocess_get_exit_status (process);
}

#define serving_run(serving, ...)                                              \
  serving_run_strv (serving, (const char *const[]){ __VA_ARGS__, NULL })

G_END_DECLS
