/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-history-look.h"

/* As many steps as the inspector lists. */
#define MAX_HISTORY 200

/* A look into the history of one release. */
typedef struct {
  SlipWindow *window;
  char *release;
} Look;

static void
free_look (Look *look)
{
  g_object_unref (look->window);
  g_free (look->release);
  g_free (look);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Look, free_look)

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Look) look = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) steps =
    slip_store_history_finish (SLIP_STORE (source), result, &error);
  slip_window_end_work (look->window);
  if (steps != NULL)
    slip_plan_page_set_history (slip_window_get_page (look->window),
                                look->release, steps);
  else
    slip_window_say (look->window, error->message);
}

void
slip_history_look_start (SlipWindow *window, const char *release)
{
  g_return_if_fail (SLIP_IS_WINDOW (window));
  g_return_if_fail (release != NULL);

  SlipWorkspace *workspace = slip_window_get_workspace (window);
  if (workspace == NULL)
    return;
  Look *look = g_new (Look, 1);
  *look = (Look){ g_object_ref (window), g_strdup (release) };
  slip_window_begin_work (window);
  slip_store_history_async (slip_workspace_get_store (workspace), release,
                            G_MAXINT64, MAX_HISTORY, NULL, read_cb, look);
}
