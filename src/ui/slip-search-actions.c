/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-search-actions.h"

#include "slip-actions.h"
#include "slip-commands.h"
#include "slip-palette.h"

/* Something that was found, and its release's parts are being read. */
typedef struct {
  SlipWindow *window;
  SlipKind kind;
  char *id;
  char *release;
  char *checklist;
} Found;

static void
found_free (Found *found)
{
  g_object_unref (found->window);
  g_free (found->id);
  g_free (found->release);
  g_free (found->checklist);
  g_free (found);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Found, found_free)

/* The page of Plan Settings that has entities of @kind, or NULL. */
static const char *
get_settings_page (SlipKind kind)
{
  switch ((int) kind) {
  case SLIP_KIND_PRODUCT:
    return "products";
  case SLIP_KIND_PERSON:
  case SLIP_KIND_AWAY:
    return "people";
  case SLIP_KIND_AUDIENCE:
    return "audiences";
  case SLIP_KIND_TEMPLATE:
  case SLIP_KIND_TEMPLATE_ITEM:
  case SLIP_KIND_TEMPLATE_STAGE:
    return "templates";
  case SLIP_KIND_WORKING_CALENDAR:
  case SLIP_KIND_HOLIDAY:
    return "working-days";
  case SLIP_KIND_FREEZE:
    return "freezes";
  case SLIP_KIND_KEY_DATE:
    return "key-dates";
  default:
    return NULL;
  }
}

static void
activate (SlipWindow *window, const char *action, GVariant *target)
{
  gtk_widget_activate_action_variant (GTK_WIDGET (window), action, target);
}

/* The release comes first, so that what is closed leaves its page behind. */
static void
show_part (const Found *found)
{
  SlipInspector *inspector = NULL;

  if (found->kind == SLIP_KIND_ITEM || found->kind == SLIP_KIND_CHECKLIST ||
      found->kind == SLIP_KIND_STAGE)
    inspector =
      slip_plan_page_open_release (slip_window_get_page (found->window),
                                   found->release);
  if (inspector != NULL) {
    slip_inspector_show_part (inspector, found->kind, found->id);
    return;
  }
  activate (found->window, SLIP_ACTION_OPEN,
            g_variant_new_string (found->release));
  if (found->kind == SLIP_KIND_DECISION)
    activate (found->window, SLIP_ACTION_SHOW_DECISION,
              g_variant_new_string (found->id));
  else if (found->kind == SLIP_KIND_FLAG)
    activate (found->window, SLIP_ACTION_EDIT_FLAG,
              g_variant_new ("(ss)", found->release, found->id));
}

static void
parts_loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Found) found = data;
  g_autoptr (GError) error = NULL;

  slip_window_end_work (found->window);
  if (!slip_workspace_load_parts_finish (SLIP_WORKSPACE (source), result,
                                         &error))
    slip_window_say (found->window, error->message);
  else if (slip_window_get_workspace (found->window) == SLIP_WORKSPACE (source))
    show_part (found);
}

static void
open_found_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  const char *kind_name;
  const char *id;
  const char *release;
  const char *checklist;
  SlipWorkspace *workspace = slip_window_get_workspace (window);
  const char *page;
  Found *found;

  g_variant_get (parameter, "(&s&s&s&s)", &kind_name, &id, &release,
                 &checklist);
  SlipKind kind = slip_schema_find_kind (kind_name);
  page = kind != SLIP_KIND_NONE ? get_settings_page (kind) : NULL;
  if (page != NULL)
    activate (window, SLIP_ACTION_PLAN_SETTINGS,
              g_variant_new_take_string (g_strdup_printf ("%s/%s", page, id)));
  if (page != NULL || workspace == NULL || kind == SLIP_KIND_NONE ||
      *release == '\0')
    return;
  const char *const ids[] = { release, NULL };
  found = g_new0 (Found, 1);
  found->window = g_object_ref (window);
  found->kind = kind;
  found->id = g_strdup (id);
  found->release = g_strdup (release);
  found->checklist = g_strdup (checklist);
  slip_window_begin_work (window);
  slip_workspace_load_parts_async (workspace, ids, NULL, parts_loaded_cb,
                                   found);
}

static void
palette_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  gtk_window_present (GTK_WINDOW (slip_palette_new (window)));
}

static const GActionEntry entries[] = {
  { "open-found", open_found_cb, "(ssss)" },
  { "command-palette", palette_cb },
};

void
slip_search_actions_add (SlipWindow *window)
{
  g_return_if_fail (SLIP_IS_WINDOW (window));

  g_action_map_add_action_entries (G_ACTION_MAP (window), entries,
                                   G_N_ELEMENTS (entries), window);
  gtk_application_window_set_help_overlay (
    GTK_APPLICATION_WINDOW (window), slip_commands_new_shortcuts_window ());
}

void
slip_search_actions_update (SlipWindow *window)
{
  g_return_if_fail (SLIP_IS_WINDOW (window));

  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (
                                 G_ACTION_MAP (window), "open-found")),
                               slip_window_get_workspace (window) != NULL);
}
