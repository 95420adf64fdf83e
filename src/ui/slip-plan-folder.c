/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-plan-folder.h"

#include "slip-plan-file.h"

#include <string.h>

/* So many plans of one name are told apart by number. */
#define MAX_NUMBER 1000

#define ATTRIBUTES                                                             \
  G_FILE_ATTRIBUTE_STANDARD_NAME "," G_FILE_ATTRIBUTE_STANDARD_TYPE            \
                                 "," G_FILE_ATTRIBUTE_TIME_MODIFIED            \
                                 "," G_FILE_ATTRIBUTE_TIME_MODIFIED_USEC

void
slip_folder_plan_free (SlipFolderPlan *self)
{
  g_free (self->path);
  g_free (self->name);
  g_free (self);
}

gboolean
slip_plan_folder_is_the_place (void)
{
  return g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS);
}

gboolean
slip_plan_folder_is_lent (const char *path)
{
  g_return_val_if_fail (path != NULL, FALSE);

  /* Within a sandbox the latter is what the former may point to. */
  g_autofree char *lent = g_build_filename (g_get_user_runtime_dir (), "doc",
                                            G_DIR_SEPARATOR_S, NULL);
  return g_str_has_prefix (path, lent) ||
         g_str_has_prefix (path, "/run/flatpak/doc/");
}

/* The folder, which the default plan lies in as well. */
static char *
dup_folder (void)
{
  g_autofree char *path = slip_plan_file_dup_default_path ();
  return g_path_get_dirname (path);
}

/* The file's name without its ending, in the file name encoding. */
static char *
dup_stem (const char *path)
{
  char *name = g_path_get_basename (path);
  if (g_str_has_suffix (name, SLIP_PLAN_FILE_ENDING))
    name[strlen (name) - strlen (SLIP_PLAN_FILE_ENDING)] = '\0';
  return name;
}

static char *
dup_numbered_path (const char *stem, guint number)
{
  g_autofree char *folder = dup_folder ();
  g_autofree char *name =
    number == 1 ? g_strconcat (stem, SLIP_PLAN_FILE_ENDING, NULL)
                : g_strdup_printf ("%s %u" SLIP_PLAN_FILE_ENDING, stem, number);
  return g_build_filename (folder, name, NULL);
}

char *
slip_plan_folder_dup_path (const char *name)
{
  g_return_val_if_fail (name != NULL, NULL);

  g_autofree char *typed = g_strstrip (g_strdup (name));
  if (*typed == '\0' || *typed == '.' || strchr (typed, G_DIR_SEPARATOR))
    return NULL;
  g_autofree char *file_name =
    g_filename_from_utf8 (typed, -1, NULL, NULL, NULL);
  if (file_name == NULL)
    return NULL;
  g_autofree char *stem = dup_stem (file_name);
  for (guint number = 1; number <= MAX_NUMBER; number++) {
    g_autofree char *path = dup_numbered_path (stem, number);
    if (!g_file_test (path, G_FILE_TEST_EXISTS))
      return g_steal_pointer (&path);
  }
  return NULL;
}

static int
compare_plans (gconstpointer a, gconstpointer b)
{
  const SlipFolderPlan *x = *(SlipFolderPlan *const *) a;
  const SlipFolderPlan *y = *(SlipFolderPlan *const *) b;
  if (x->changed_at_ms != y->changed_at_ms)
    return x->changed_at_ms < y->changed_at_ms ? 1 : -1;
  return strcmp (x->path, y->path);
}

static SlipFolderPlan *
new_plan (const char *folder, GFileInfo *info)
{
  g_autoptr (GDateTime) changed = g_file_info_get_modification_date_time (info);
  SlipFolderPlan *plan = g_new (SlipFolderPlan, 1);
  *plan = (SlipFolderPlan){
    .path = g_build_filename (folder, g_file_info_get_name (info), NULL),
    .changed_at_ms = changed != NULL
                       ? g_date_time_to_unix (changed) * 1000 +
                           g_date_time_get_microsecond (changed) / 1000
                       : 0,
  };
  g_autofree char *stem = dup_stem (plan->path);
  plan->name = g_filename_display_name (stem);
  return plan;
}

static gboolean
is_plan (GFileInfo *info)
{
  return g_file_info_get_file_type (info) == G_FILE_TYPE_REGULAR &&
         g_str_has_suffix (g_file_info_get_name (info), SLIP_PLAN_FILE_ENDING);
}

static void
list_thread (GTask *task,
             gpointer source,
             gpointer data,
             GCancellable *cancellable)
{
  g_autofree char *path = dup_folder ();
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  g_autoptr (GPtrArray) plans =
    g_ptr_array_new_with_free_func ((GDestroyNotify) slip_folder_plan_free);
  GError *error = NULL;
  g_autoptr (GFileEnumerator) files =
    g_file_enumerate_children (folder, ATTRIBUTES, G_FILE_QUERY_INFO_NONE,
                               cancellable, &error);
  GFileInfo *info = NULL;

  while (files != NULL &&
         g_file_enumerator_iterate (files, &info, NULL, cancellable, &error) &&
         info != NULL)
    if (is_plan (info))
      g_ptr_array_add (plans, new_plan (path, info));
  if (error != NULL) {
    g_task_return_error (task, error);
    return;
  }
  g_ptr_array_sort (plans, compare_plans);
  g_task_return_pointer (task, g_steal_pointer (&plans),
                         (GDestroyNotify) g_ptr_array_unref);
}

void
slip_plan_folder_list_async (GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);
  g_task_set_source_tag (task, slip_plan_folder_list_async);
  g_task_run_in_thread (task, list_thread);
}

GPtrArray *
slip_plan_folder_list_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result,
                                                  slip_plan_folder_list_async),
                        NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* The copy is made under a name of its own first, so that no half of a plan is
 * ever found in the folder. */
static void
take_thread (GTask *task,
             gpointer source,
             gpointer data,
             GCancellable *cancellable)
{
  const char *path = data;
  g_autofree char *stem = dup_stem (path);
  g_autofree char *folder = dup_folder ();
  g_autofree char *id = g_uuid_string_random ();
  g_autofree char *half_path = g_build_filename (folder, id, NULL);
  g_autoptr (GFile) lent = g_file_new_for_path (path);
  g_autoptr (GFile) half = g_file_new_for_path (half_path);
  GError *error = NULL;

  if (!g_file_copy (lent, half, G_FILE_COPY_TARGET_DEFAULT_PERMS, cancellable,
                    NULL, NULL, &error)) {
    g_file_delete (half, NULL, NULL);
    g_task_return_error (task, error);
    return;
  }
  for (guint number = 1; number <= MAX_NUMBER; number++) {
    g_autofree char *new_path = dup_numbered_path (stem, number);
    g_autoptr (GFile) file = g_file_new_for_path (new_path);

    g_clear_error (&error);
    if (g_file_move (half, file, G_FILE_COPY_NONE, cancellable, NULL, NULL,
                     &error)) {
      g_task_return_pointer (task, g_steal_pointer (&new_path), g_free);
      return;
    }
    if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_EXISTS))
      break;
  }
  g_file_delete (half, NULL, NULL);
  g_task_return_error (task, error);
}

void
slip_plan_folder_take_async (const char *path,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer data)
{
  g_return_if_fail (path != NULL);

  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);
  g_task_set_source_tag (task, slip_plan_folder_take_async);
  g_task_set_task_data (task, g_strdup (path), g_free);
  g_task_run_in_thread (task, take_thread);
}

char *
slip_plan_folder_take_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result,
                                                  slip_plan_folder_take_async),
                        NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
