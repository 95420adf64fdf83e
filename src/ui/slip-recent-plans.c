/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-recent-plans.h"

#include "slip-plan-file.h"

/* As many as one overlooks. */
#define MAX_PLANS 8

void
slip_recent_plans_add (GtkRecentManager *manager,
                       const char *path,
                       const char *name)
{
  g_return_if_fail (GTK_IS_RECENT_MANAGER (manager));
  g_return_if_fail (path != NULL && name != NULL);

  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  g_autofree char *display_name = g_strdup (name);
  g_autofree char *program = g_strdup (PACKAGE_NAME);
  g_autofree char *command = g_strdup (PACKAGE_NAME " %f");
  g_autofree char *type = g_strdup (SLIP_RECENT_PLANS_TYPE);
  GtkRecentData data = {
    .display_name = display_name,
    .mime_type = type,
    .app_name = program,
    .app_exec = command,
  };
  if (uri != NULL)
    gtk_recent_manager_add_full (manager, uri, &data);
}

static int
compare_newest_first (gconstpointer a, gconstpointer b)
{
  GDateTime *visited_a = gtk_recent_info_get_visited ((GtkRecentInfo *) a);
  GDateTime *visited_b = gtk_recent_info_get_visited ((GtkRecentInfo *) b);
  return g_date_time_compare (visited_b, visited_a);
}

/* What the plan is called, and what else tells it from others.  A menu takes a
 * line below for the mark of a key. */
static char *
dup_label (const char *path, const char *name, GHashTable *names)
{
  g_autofree char *usual_name = slip_plan_file_dup_name (path, NULL);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *more = NULL;
  if (!g_str_equal (name, usual_name))
    more = g_filename_display_basename (path);
  else if (g_hash_table_contains (names, name))
    more = g_filename_display_basename (folder);
  g_hash_table_add (names, g_strdup (name));
  g_autofree char *label =
    more != NULL ? g_strdup_printf ("%s (%s)", name, more) : g_strdup (name);
  g_auto (GStrv) parts = g_strsplit (label, "_", -1);
  return g_strjoinv ("__", parts);
}

static gboolean
append (GMenu *menu, GtkRecentInfo *info, const char *but, GHashTable *names)
{
  g_autofree char *path =
    g_filename_from_uri (gtk_recent_info_get_uri (info), NULL, NULL);
  if (path == NULL || g_strcmp0 (path, but) == 0 ||
      g_strcmp0 (gtk_recent_info_get_mime_type (info),
                 SLIP_RECENT_PLANS_TYPE) != 0 ||
      !g_file_test (path, G_FILE_TEST_IS_REGULAR))
    return FALSE;
  g_autofree char *label =
    dup_label (path, gtk_recent_info_get_display_name (info), names);
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);
  g_menu_item_set_action_and_target_value (item, "win.open-plan",
                                           g_variant_new_bytestring (path));
  g_menu_append_item (menu, item);
  return TRUE;
}

void
slip_recent_plans_fill (GtkRecentManager *manager, GMenu *menu, const char *but)
{
  g_return_if_fail (GTK_IS_RECENT_MANAGER (manager));
  g_return_if_fail (G_IS_MENU (menu));

  g_autoptr (GHashTable) names =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GList *infos =
    g_list_sort (gtk_recent_manager_get_items (manager), compare_newest_first);
  guint n = 0;
  g_menu_remove_all (menu);
  for (GList *l = infos; l != NULL && n < MAX_PLANS; l = l->next)
    n += append (menu, l->data, but, names) ? 1 : 0;
  g_list_free_full (infos, (GDestroyNotify) gtk_recent_info_unref);
}
