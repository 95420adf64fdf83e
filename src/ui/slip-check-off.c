/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-check-off.h"

#include "slip-identity.h"
#include "slip-item-edit.h"

#include <glib/gi18n.h>

typedef struct {
  SlipWorkspace *workspace; /* held */
  char *release;
  char *item;
} Wish;

static void
free_wish (gpointer data)
{
  Wish *wish = data;
  g_free (wish->release);
  g_free (wish->item);
  g_free (wish);
}

static void
end (GTask *task, GError *error)
{
  Wish *wish = g_task_get_task_data (task);
  if (wish->workspace != NULL)
    slip_open_plans_release (g_task_get_source_object (task),
                             g_steal_pointer (&wish->workspace));
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
  g_object_unref (task);
}

static void
executed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SlipStep) step =
    slip_workspace_execute_finish (SLIP_WORKSPACE (source), result, &error);
  if (g_error_matches (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_NOTHING))
    g_clear_error (&error);
  end (data, g_steal_pointer (&error));
}

static gboolean
introduce (SlipWorkspace *workspace)
{
  g_autoptr (SlipIdentity) me = slip_identity_load (
    slip_store_get_plan_id (slip_workspace_get_store (workspace)));
  if (me == NULL)
    return FALSE;
  slip_workspace_set_person (workspace, me->person, me->name);
  return TRUE;
}

static void
held_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GTask *task = data;
  Wish *wish = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  wish->workspace =
    slip_open_plans_hold_finish (SLIP_OPEN_PLANS (source), result, &error);
  if (wish->workspace == NULL || !introduce (wish->workspace)) {
    end (task, error != NULL
                 ? g_steal_pointer (&error)
                 : g_error_new (SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_INVALID,
                                _ ("The plan does not know yet who you are")));
    return;
  }
  const char *const items[] = { wish->item, NULL };
  SlipItemEdit *edit = slip_item_edit_new (wish->release, items);
  slip_item_edit_set_state (edit, SLIP_ITEM_STATE_DONE, NULL);
  slip_workspace_execute_async (wish->workspace, slip_item_edit_run, edit,
                                (GDestroyNotify) slip_item_edit_free, NULL,
                                executed_cb, task);
}

void
slip_check_off_async (SlipOpenPlans *plans,
                      const char *path,
                      const char *release,
                      const char *item,
                      GAsyncReadyCallback callback,
                      gpointer data)
{
  g_return_if_fail (SLIP_IS_OPEN_PLANS (plans));
  g_return_if_fail (path != NULL && release != NULL && item != NULL);

  GTask *task = g_task_new (plans, NULL, callback, data);
  Wish *wish = g_new0 (Wish, 1);
  wish->release = g_strdup (release);
  wish->item = g_strdup (item);
  g_task_set_task_data (task, wish, free_wish);
  slip_open_plans_hold_async (plans, path, SLIP_STORE_DEFAULT, held_cb, task);
}

gboolean
slip_check_off_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
