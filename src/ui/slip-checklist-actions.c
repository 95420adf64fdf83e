/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-checklist-actions.h"

#include "slip-edit-runner.h"
#include "slip-item-edit.h"
#include "slip-item-list.h"

#include <glib/gi18n.h>

static void
run (SlipWindow *window,
     SlipIntentFunc func,
     gpointer data,
     gpointer data_free,
     SlipEditFlags flags)
{
  slip_edit_runner_run (slip_window_get_runner (window), func, data,
                        (GDestroyNotify) data_free, flags);
}

static const char *
or_null (const char *text)
{
  return *text != '\0' ? text : NULL;
}

static void
add_checklist_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  const char *release;
  const char *audience;
  g_variant_get (parameter, "(&s&s)", &release, &audience);
  run (window, slip_checklist_edit_run,
       slip_checklist_edit_new_add (release, audience),
       slip_checklist_edit_free, SLIP_EDIT_QUIET);
}

static void
delete_checklist_cb (GSimpleAction *action,
                     GVariant *parameter,
                     gpointer window)
{
  const char *release;
  const char *checklist;
  g_variant_get (parameter, "(&s&s)", &release, &checklist);
  run (window, slip_checklist_edit_run,
       slip_checklist_edit_new_delete (release, checklist),
       slip_checklist_edit_free, SLIP_EDIT_DEFAULT);
}

static void
add_items_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  const char *release;
  const char *checklist;
  const char *text;
  g_variant_get (parameter, "(&s&s&s)", &release, &checklist, &text);
  run (window, slip_item_add_run, slip_item_add_new (release, checklist, text),
       slip_item_add_free, SLIP_EDIT_QUIET);
}

static void
move_items_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  const char *release;
  g_autofree const char **items = NULL;
  const char *checklist;
  const char *before;
  const char *after;
  g_variant_get (parameter, "(&s^a&s&s&s&s)", &release, &items, &checklist,
                 &before, &after);
  run (window, slip_item_move_run,
       slip_item_move_new (release, items, checklist, or_null (before),
                           or_null (after)),
       slip_item_move_free, SLIP_EDIT_QUIET);
}

static void
delete_items_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  const char *release;
  g_autofree const char **items = NULL;
  g_variant_get (parameter, "(&s^a&s)", &release, &items);
  SlipItemEdit *edit = slip_item_edit_new (release, items);
  slip_item_edit_set_deleted (edit);
  run (window, slip_item_edit_run, edit, slip_item_edit_free,
       SLIP_EDIT_DEFAULT);
}

static void
set_state_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  const char *release;
  g_autofree const char **items = NULL;
  const char *nick;
  const char *note;
  const char *evidence;
  g_variant_get (parameter, "(&s^a&s&s&s&s)", &release, &items, &nick, &note,
                 &evidence);
  const SlipProperty *property =
    slip_schema_get_property (SLIP_KIND_ITEM, SLIP_ITEM_STATE);
  int state = slip_enum_find (property->values, nick);
  if (state < 0)
    return;
  SlipItemEdit *edit = slip_item_edit_new (release, items);
  slip_item_edit_set_state (edit, (SlipItemState) state, or_null (note));
  if (*evidence != '\0')
    slip_item_edit_set_evidence (edit, evidence);
  run (window, slip_item_edit_run, edit, slip_item_edit_free, SLIP_EDIT_QUIET);
}

static void
set_owner_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  const char *release;
  g_autofree const char **items = NULL;
  const char *person;
  const char *name;
  g_variant_get (parameter, "(&s^a&s&s&s)", &release, &items, &person, &name);
  SlipItemEdit *edit = slip_item_edit_new (release, items);
  slip_item_edit_set_owner (edit, or_null (person), or_null (name));
  run (window, slip_item_edit_run, edit, slip_item_edit_free, SLIP_EDIT_QUIET);
}

static void
set_required_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  const char *release;
  g_autofree const char **items = NULL;
  gboolean is_required;
  g_variant_get (parameter, "(&s^a&sb)", &release, &items, &is_required);
  SlipItemEdit *edit = slip_item_edit_new (release, items);
  slip_item_edit_set_required (edit, is_required);
  run (window, slip_item_edit_run, edit, slip_item_edit_free, SLIP_EDIT_QUIET);
}

static void
set_due_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  const char *release;
  g_autofree const char **items = NULL;
  const char *text;
  g_variant_get (parameter, "(&s^a&s&s)", &release, &items, &text);
  const SlipPlanState *state = slip_window_get_state (window);
  if (state == NULL)
    return;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) stages =
    slip_plan_state_list_owned (state, SLIP_KIND_STAGE, release);
  SlipDue due;
  if (!slip_due_parse_among (text, stages, slip_window_get_today (window), &due,
                             &error)) {
    slip_window_say (window, error->message);
    return;
  }
  SlipItemEdit *edit = slip_item_edit_new (release, items);
  slip_item_edit_set_due (edit, &due.rule, due.day);
  run (window, slip_item_edit_run, edit, slip_item_edit_free, SLIP_EDIT_QUIET);
}

static void
pin_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  const char *release;
  g_autofree const char **items = NULL;
  gboolean is_pinned;
  g_variant_get (parameter, "(&s^a&sb)", &release, &items, &is_pinned);
  SlipItemEdit *edit = slip_item_edit_new (release, items);
  slip_item_edit_set_pinned (edit, is_pinned);
  run (window, slip_item_edit_run, edit, slip_item_edit_free, SLIP_EDIT_QUIET);
}

static const GActionEntry entries[] = {
  { "add-checklist", add_checklist_cb, "(ss)" },
  { "delete-checklist", delete_checklist_cb, "(ss)" },
  { "add-items", add_items_cb, "(sss)" },
  { "move-items", move_items_cb, "(sassss)" },
  { "delete-items", delete_items_cb, "(sas)" },
  { "set-items-state", set_state_cb, "(sassss)" },
  { "set-items-owner", set_owner_cb, "(sasss)" },
  { "set-items-required", set_required_cb, "(sasb)" },
  { "set-items-due", set_due_cb, "(sass)" },
  { "pin-items", pin_cb, "(sasb)" },
};

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SlipWindow) window = data;
  g_autoptr (GError) error = NULL;
  gboolean is_loaded =
    slip_workspace_load_parts_finish (SLIP_WORKSPACE (source), result, &error);
  slip_window_end_work (window);
  if (!is_loaded)
    slip_window_say (window, error->message);
  else if (slip_window_get_workspace (window) == SLIP_WORKSPACE (source))
    slip_window_refresh (window);
}

/* Those of open releases are read anyway. */
static void
read_selected (SlipWindow *window)
{
  SlipPlanPage *page = slip_window_get_page (window);
  SlipWorkspace *workspace = slip_window_get_workspace (window);
  const char *release = slip_plan_page_get_selected (page);
  if (workspace == NULL || release == NULL ||
      slip_plan_state_is_loaded (slip_workspace_get_state (workspace), release))
    return;
  const char *releases[] = { release, NULL };
  slip_window_begin_work (window);
  slip_workspace_load_parts_async (workspace, releases, NULL, loaded_cb,
                                   g_object_ref (window));
}

static void
selected_cb (SlipPlanPage *page, GParamSpec *pspec, SlipWindow *window)
{
  read_selected (window);
}

/* A plan that was read again has forgotten them. */
static void
refreshed_cb (SlipWindow *window)
{
  read_selected (window);
}

void
slip_checklist_actions_add (SlipWindow *window)
{
  g_return_if_fail (SLIP_IS_WINDOW (window));

  g_action_map_add_action_entries (G_ACTION_MAP (window), entries,
                                   G_N_ELEMENTS (entries), window);
  g_signal_connect_object (slip_window_get_page (window), "notify::selected",
                           G_CALLBACK (selected_cb), window, 0);
  g_signal_connect (window, "refreshed", G_CALLBACK (refreshed_cb), NULL);
}
