/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * The folder of the application's plans.  In a sandbox it is where all plans
 * are: files outside of it come and go through the document portal, which
 * lends single files and is no file system for a plan that is open (it shares
 * neither locks nor the files that SQLite keeps beside its own).
 */

/**
 * SlipFolderPlan:
 * @path: the plan's file
 * @name: what it is called: the file's name, without its ending
 * @changed_at_ms: when the file was last changed, milliseconds since 1970-01-01
 *   UTC
 */
typedef struct {
  char *path;
  char *name;
  gint64 changed_at_ms;
} SlipFolderPlan;

void slip_folder_plan_free (SlipFolderPlan *self);

/**
 * slip_plan_folder_is_the_place:
 *
 * Returns: whether plans can lie in the application's folder only: whether this
 *   is a Flatpak's sandbox.
 */
gboolean slip_plan_folder_is_the_place (void);

/**
 * slip_plan_folder_is_lent:
 * @path: an absolute path
 *
 * Returns: whether the document portal lends the file.
 */
gboolean slip_plan_folder_is_lent (const char *path);

/**
 * slip_plan_folder_dup_path:
 * @name: what a new plan is to be called, as typed
 *
 * Returns: (transfer full) (nullable): where it would lie: no other file has
 *   that name now; %NULL if @name is empty or can be no file's name.
 */
char *slip_plan_folder_dup_path (const char *name) G_GNUC_WARN_UNUSED_RESULT;

/* Looks for the plans in the folder. */
void slip_plan_folder_list_async (GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer data);

/* Returns: (transfer full) (element-type SlipFolderPlan): the last changed
 *   first. */
GPtrArray *slip_plan_folder_list_finish (GAsyncResult *result, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_plan_folder_take_async:
 * @path: a file that is lent
 *
 * Copies it into the folder, beside what is there; the file stays as it is.
 */
void slip_plan_folder_take_async (const char *path,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer data);

/* Returns: (transfer full): the path of the copy. */
char *slip_plan_folder_take_finish (GAsyncResult *result,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlipFolderPlan, slip_folder_plan_free)

G_END_DECLS
