/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-open-plans.h"

#include "slip-secret-keeper.h"

#include "slip-open-mark.h"
#include "slip-plan-folder.h"

#include <stdlib.h>

struct _SlipOpenPlans {
  GObject parent_instance;

  SlipClock *clock;
  SlipSecretKeeper *secrets;
  GHashTable *plans; /* path → OpenPlan */
  guint n_busy;
};

/* A file that is open, being opened or being closed.  Without a workspace it
 * is being opened; with one and without holders it is being closed. */
typedef struct {
  char *path;
  SlipWorkspace *workspace;
  SlipFeedService *feeds; /* of the workspace */
  SlipOpenMark *mark;     /* NULL if another process has it open, too */
  gboolean had_accident;
  guint n_holders;
  GQueue waiting; /* of GTask; wait until it is open or closed */
} OpenPlan;

typedef struct {
  SlipOpenPlans *plans;
  OpenPlan *plan;
} Call;

enum {
  PROP_IS_BUSY = 1,
  N_PROPERTIES,
};

G_DEFINE_FINAL_TYPE (SlipOpenPlans, slip_open_plans, G_TYPE_OBJECT)

static void ask (SlipOpenPlans *self, GTask *task);

static void
free_plan (gpointer data)
{
  OpenPlan *plan = data;
  g_queue_clear_full (&plan->waiting, g_object_unref);
  g_clear_object (&plan->feeds);
  g_clear_object (&plan->workspace);
  g_clear_pointer (&plan->mark, slip_open_mark_release);
  g_free (plan->path);
  g_free (plan);
}

static Call *
new_call (SlipOpenPlans *self, OpenPlan *plan)
{
  Call *call = g_new (Call, 1);
  *call = (Call){ g_object_ref (self), plan };
  return call;
}

static void
free_call (Call *call)
{
  g_object_unref (call->plans);
  g_free (call);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Call, free_call)

static void
change_busy (SlipOpenPlans *self, int difference)
{
  gboolean was_busy = self->n_busy > 0;
  self->n_busy += difference;
  if (was_busy != (self->n_busy > 0))
    g_object_notify (G_OBJECT (self), "is-busy");
}

static void
share (OpenPlan *plan, GTask *task)
{
  plan->n_holders++;
  g_task_return_pointer (task, g_object_ref (plan->workspace), g_object_unref);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Call) call = data;
  SlipOpenPlans *self = call->plans;
  OpenPlan *plan = call->plan;
  g_autoptr (GError) error = NULL;
  plan->workspace = slip_workspace_open_finish (result, &error);
  if (plan->workspace != NULL)
    plan->feeds = slip_feed_service_new (plan->workspace,
                                         SLIP_SECRET_SOURCE (self->secrets));
  if (plan->workspace != NULL &&
      !slip_store_is_read_only (slip_workspace_get_store (plan->workspace)))
    plan->mark = slip_open_mark_take (plan->path, &plan->had_accident);

  GQueue waiting = plan->waiting;
  g_queue_init (&plan->waiting);
  if (plan->workspace == NULL)
    g_hash_table_remove (self->plans, plan->path);
  for (GTask *task; (task = g_queue_pop_head (&waiting)) != NULL;) {
    if (error == NULL)
      share (plan, task);
    else
      g_task_return_error (task, g_error_copy (error));
    g_object_unref (task);
  }
  change_busy (self, -1);
}

static void
closed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Call) call = data;
  SlipOpenPlans *self = call->plans;
  g_autoptr (GError) error = NULL;
  if (!slip_workspace_close_finish (SLIP_WORKSPACE (source), result, &error))
    g_warning ("A plan could not be closed: %s", error->message);

  GQueue waiting = call->plan->waiting;
  g_queue_init (&call->plan->waiting);
  g_hash_table_remove (self->plans, call->plan->path);
  for (GTask *task; (task = g_queue_pop_head (&waiting)) != NULL;) {
    ask (self, task);
    g_object_unref (task);
  }
  change_busy (self, -1);
}

static void
open_plan (SlipOpenPlans *self, const char *path, GTask *task)
{
  OpenPlan *plan = g_new0 (OpenPlan, 1);
  plan->path = g_strdup (path);
  g_queue_push_tail (&plan->waiting, g_object_ref (task));
  g_hash_table_insert (self->plans, plan->path, plan);
  change_busy (self, 1);
  slip_workspace_open_async (path,
                             (SlipStoreFlags) GPOINTER_TO_INT (
                               g_object_get_data (G_OBJECT (task), "flags")),
                             SLIP_WRITER_WINDOW, self->clock, NULL, opened_cb,
                             new_call (self, plan));
}

static void
ask (SlipOpenPlans *self, GTask *task)
{
  const char *path = g_task_get_task_data (task);
  OpenPlan *plan = g_hash_table_lookup (self->plans, path);
  if (plan == NULL)
    open_plan (self, path, task);
  else if (plan->n_holders > 0)
    share (plan, task);
  else
    g_queue_push_tail (&plan->waiting, g_object_ref (task));
}

static OpenPlan *
find_plan (SlipOpenPlans *self, SlipWorkspace *workspace)
{
  GHashTableIter iter;
  gpointer value;
  g_hash_table_iter_init (&iter, self->plans);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (((OpenPlan *) value)->workspace == workspace)
      return value;
  return NULL;
}

static void
slip_open_plans_get_property (GObject *object,
                              guint id,
                              GValue *value,
                              GParamSpec *pspec)
{
  SlipOpenPlans *self = SLIP_OPEN_PLANS (object);
  switch (id) {
  case PROP_IS_BUSY:
    g_value_set_boolean (value, slip_open_plans_is_busy (self));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
slip_open_plans_finalize (GObject *object)
{
  SlipOpenPlans *self = SLIP_OPEN_PLANS (object);
  g_hash_table_unref (self->plans);
  g_object_unref (self->secrets);
  slip_clock_unref (self->clock);
  G_OBJECT_CLASS (slip_open_plans_parent_class)->finalize (object);
}

static void
slip_open_plans_class_init (SlipOpenPlansClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  object_class->get_property = slip_open_plans_get_property;
  object_class->finalize = slip_open_plans_finalize;
  g_object_class_install_property (
    object_class, PROP_IS_BUSY,
    g_param_spec_boolean ("is-busy", NULL, NULL, FALSE,
                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS |
                            G_PARAM_EXPLICIT_NOTIFY));
}

static void
slip_open_plans_init (SlipOpenPlans *self)
{
  self->plans =
    g_hash_table_new_full (g_str_hash, g_str_equal, NULL, free_plan);
}

SlipOpenPlans *
slip_open_plans_new (SlipClock *clock)
{
  g_return_val_if_fail (clock != NULL, NULL);

  SlipOpenPlans *self = g_object_new (SLIP_TYPE_OPEN_PLANS, NULL);
  self->clock = slip_clock_ref (clock);
  self->secrets = slip_secret_keeper_new ();
  return self;
}

char *
slip_open_plans_dup_path (const char *path)
{
  g_return_val_if_fail (path != NULL, NULL);

  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  char *file = realpath (absolute, NULL);
  if (file != NULL)
    return file;
  g_autofree char *folder = g_path_get_dirname (absolute);
  g_autofree char *name = g_path_get_basename (absolute);
  char *real_folder = realpath (folder, NULL);
  if (real_folder == NULL)
    return g_steal_pointer (&absolute);
  char *real_path = g_build_filename (real_folder, name, NULL);
  free (real_folder);
  return real_path;
}

static void
taken_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  SlipOpenPlans *self = g_task_get_source_object (task);
  GError *error = NULL;
  char *path = slip_plan_folder_take_finish (result, &error);
  if (path != NULL) {
    g_task_set_task_data (task, path, g_free);
    ask (self, task);
  } else
    g_task_return_error (task, error);
  change_busy (self, -1);
}

void
slip_open_plans_hold_async (SlipOpenPlans *self,
                            const char *path,
                            SlipStoreFlags flags,
                            GAsyncReadyCallback callback,
                            gpointer data)
{
  g_return_if_fail (SLIP_IS_OPEN_PLANS (self));
  g_return_if_fail (path != NULL);

  g_autoptr (GTask) task = g_task_new (self, NULL, callback, data);
  g_task_set_source_tag (task, slip_open_plans_hold_async);
  g_task_set_task_data (task, slip_open_plans_dup_path (path), g_free);
  g_object_set_data (G_OBJECT (task), "flags", GINT_TO_POINTER (flags));
  path = g_task_get_task_data (task);
  if (!slip_plan_folder_is_lent (path)) {
    ask (self, task);
    return;
  }
  change_busy (self, 1);
  slip_plan_folder_take_async (path, NULL, taken_cb, g_object_ref (task));
}

SlipWorkspace *
slip_open_plans_hold_finish (SlipOpenPlans *self,
                             GAsyncResult *result,
                             GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
slip_open_plans_release (SlipOpenPlans *self, SlipWorkspace *workspace)
{
  g_return_if_fail (SLIP_IS_OPEN_PLANS (self));
  g_return_if_fail (SLIP_IS_WORKSPACE (workspace));

  g_autoptr (SlipWorkspace) held = workspace;
  OpenPlan *plan = find_plan (self, held);
  g_return_if_fail (plan != NULL);
  plan->n_holders--;
  if (plan->n_holders > 0)
    return;
  change_busy (self, 1);
  slip_workspace_close_async (held, closed_cb, new_call (self, plan));
}

SlipFeedService *
slip_open_plans_get_feeds (SlipOpenPlans *self, SlipWorkspace *workspace)
{
  g_return_val_if_fail (SLIP_IS_OPEN_PLANS (self), NULL);

  GHashTableIter iter;
  gpointer value;
  g_hash_table_iter_init (&iter, self->plans);
  while (g_hash_table_iter_next (&iter, NULL, &value)) {
    OpenPlan *plan = value;
    if (plan->workspace == workspace)
      return plan->feeds;
  }
  return NULL;
}

gboolean
slip_open_plans_has (SlipOpenPlans *self, const char *path)
{
  g_return_val_if_fail (SLIP_IS_OPEN_PLANS (self), FALSE);
  return g_hash_table_contains (self->plans, path);
}

gboolean
slip_open_plans_take_accident (SlipOpenPlans *self, SlipWorkspace *workspace)
{
  g_return_val_if_fail (SLIP_IS_OPEN_PLANS (self), FALSE);
  g_return_val_if_fail (SLIP_IS_WORKSPACE (workspace), FALSE);

  OpenPlan *plan = find_plan (self, workspace);
  g_return_val_if_fail (plan != NULL, FALSE);
  gboolean had_accident = plan->had_accident;
  plan->had_accident = FALSE;
  return had_accident;
}

gboolean
slip_open_plans_is_busy (SlipOpenPlans *self)
{
  g_return_val_if_fail (SLIP_IS_OPEN_PLANS (self), FALSE);
  return self->n_busy > 0;
}
