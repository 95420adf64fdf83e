/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-window-actions.h"

#include "slip-actions.h"
#include "slip-board.h"
#include "slip-checklist-actions.h"
#include "slip-compat.h"
#include "slip-edit-runner.h"
#include "slip-entity-edit.h"
#include "slip-feed-actions.h"
#include "slip-flag-actions.h"
#include "slip-gate-actions.h"
#include "slip-holiday-actions.h"
#include "slip-knowledge-actions.h"
#include "slip-move.h"
#include "slip-nudge.h"
#include "slip-plan-actions.h"
#include "slip-readiness-actions.h"
#include "slip-rollout-actions.h"
#include "slip-search-actions.h"
#include "slip-stage-actions.h"
#include "slip-stage-question.h"
#include "slip-sync-actions.h"
#include "slip-template-actions.h"
#include "slip-tour.h"
#include "slip-truth-actions.h"
#include "slip-what-if-actions.h"
#include "slip-what-if-mode.h"
#include "slip-window-dialogs.h"
#include "slip-wishes.h"

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

static gboolean
is_what_if (SlipWindow *window)
{
  return slip_what_if_mode_get (slip_window_get_what_if (window)) != NULL;
}

/* The release that an action is about, or NULL. */
static const char *
get_release (SlipWindow *window, const char *id)
{
  const SlipPlanState *state = slip_window_get_state (window);
  if (state == NULL)
    return NULL;
  if (*id == '\0')
    return slip_plan_page_get_selected (slip_window_get_page (window));
  const SlipRow *row = slip_plan_state_get (state, SLIP_KIND_RELEASE, id);
  return row != NULL ? slip_row_get_id (row) : NULL;
}

static const char *
get_release_of (SlipWindow *window, GVariant *parameter)
{
  return get_release (window, g_variant_get_string (parameter, NULL));
}

/* For what is asked by keys: with nothing selected it says so, rather than
 * doing nothing. */
static const char *
demand_release (SlipWindow *window, const char *id)
{
  const char *release = get_release (window, id);
  if (release == NULL && *id == '\0' && slip_window_get_state (window) != NULL)
    slip_window_say (window, _ ("Select a release first"));
  return release;
}

static void
select_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  slip_plan_page_select (slip_window_get_page (window),
                         get_release_of (window, parameter));
}

static void
parts_loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SlipWindow) window = data;
  g_autoptr (GError) error = NULL;

  slip_window_end_work (window);
  if (!slip_workspace_load_parts_finish (SLIP_WORKSPACE (source), result,
                                         &error))
    slip_window_say (window, error->message);
}

static void
load_parts_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  const char *const ids[] = { get_release_of (window, parameter), NULL };

  if (ids[0] == NULL)
    return;
  slip_window_begin_work (window);
  slip_workspace_load_parts_async (slip_window_get_workspace (window), ids,
                                   NULL, parts_loaded_cb,
                                   g_object_ref (window));
}

static void
open_release_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  SlipPlanPage *page = slip_window_get_page (window);
  const char *release = get_release_of (window, parameter);
  if (release == NULL)
    return;
  slip_plan_page_select (page, release);
  slip_plan_page_show_inspector (page, TRUE);
}

static void
new_release_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  slip_window_dialogs_show_new_release (
    window, slip_date_parse (g_variant_get_string (parameter, NULL)));
}

static void
move_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  const char *id;
  const char *day;
  gboolean is_alone;
  g_variant_get (parameter, "(&s&sb)", &id, &day, &is_alone);
  const char *release = get_release (window, id);
  SlipDate date = slip_date_parse (day);
  if (release == NULL || !slip_date_is_set (date))
    return;
  SlipMove *move =
    slip_move_new_to_day (slip_window_get_state (window), release, date,
                          is_alone ? SLIP_MOVE_ONLY_RELEASE : 0,
                          slip_window_get_today (window));
  run (window, slip_move_run, move, slip_move_free, SLIP_EDIT_SELECT);
}

static void
move_by_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  const char *id;
  int days;
  gboolean is_alone;
  g_variant_get (parameter, "(&sib)", &id, &days, &is_alone);
  const char *release = demand_release (window, id);
  if (release == NULL)
    return;
  SlipDayNudge *nudge = slip_day_nudge_new (release, days, is_alone,
                                            slip_window_get_today (window));
  run (window, slip_day_nudge_run, nudge, slip_day_nudge_free,
       SLIP_EDIT_SELECT | SLIP_EDIT_FOLLOW);
}

static void
move_planned_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  const char *id;
  const char *day;
  const char *nick;
  guint stay;
  g_variant_get (parameter, "(&s&s&su)", &id, &day, &nick, &stay);
  const char *release = get_release (window, id);
  const SlipProperty *certainty =
    slip_schema_get_property (SLIP_KIND_RELEASE,
                              SLIP_RELEASE_RELEASE_CERTAINTY);
  int i = slip_enum_find (certainty->values, nick);
  if (release == NULL || i < 0)
    return;
  SlipPlannedDate to = { slip_date_parse (day), (SlipCertainty) i };
  SlipMove *move = slip_move_new (release, slip_planned_date_normalize (to),
                                  stay, slip_window_get_today (window));
  run (window, slip_move_run, move, slip_move_free,
       SLIP_EDIT_SELECT | SLIP_EDIT_FOLLOW);
}

static void
move_to_date_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  const char *release =
    demand_release (window, g_variant_get_string (parameter, NULL));
  if (release != NULL)
    slip_window_dialogs_show_move (window, release);
}

static void
unschedule_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  const char *release = get_release_of (window, parameter);
  if (release == NULL)
    return;
  SlipMove *move = slip_move_new (release, SLIP_UNSCHEDULED, 0,
                                  slip_window_get_today (window));
  run (window, slip_move_run, move, slip_move_free, SLIP_EDIT_SELECT);
}

static void
place (SlipWindow *window,
       const char *id,
       const char *status,
       const char *before,
       const char *after)
{
  const char *release = get_release (window, id);
  int i = -1;
  for (int candidate = 0; candidate < SLIP_N_STATUSES; candidate++)
    if (g_str_equal (slip_status_get_nick ((SlipStatus) candidate), status))
      i = candidate;
  if (release == NULL || i < 0)
    return;
  SlipBoardMove *move = slip_board_move_new (release, (SlipStatus) i,
                                             *before != '\0' ? before : NULL,
                                             *after != '\0' ? after : NULL);
  /* A what-if begins and ends no stage, so there is nothing to ask. */
  if (is_what_if (window))
    run (window, slip_board_move_run, move, slip_board_move_free,
         SLIP_EDIT_SELECT);
  else
    slip_stage_question_ask (window, move);
}

static void
status_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  const char *id;
  const char *status;
  g_variant_get (parameter, "(&s&s)", &id, &status);
  place (window, id, status, "", "");
}

static void
place_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  const char *id;
  const char *status;
  const char *before;
  const char *after;
  g_variant_get (parameter, "(&s&s&s&s)", &id, &status, &before, &after);
  place (window, id, status, before, after);
}

/* Whether a step by @columns leaves open what its stages do: then that is asked
 * first. */
static gboolean
nudge_asks (SlipWindow *window, const char *release, int columns)
{
  const SlipPlanState *state = slip_window_get_state (window);
  const SlipRow *row =
    state != NULL ? slip_plan_state_get (state, SLIP_KIND_RELEASE, release)
                  : NULL;
  int status = row != NULL ? (int) slip_release_get_status (row) + columns : -1;
  if (is_what_if (window) || columns == 0 || status < 0 ||
      status >= SLIP_N_STATUSES ||
      slip_rollout_question_find (state, release, (SlipStatus) status) ==
        SLIP_QUESTION_NONE)
    return FALSE;
  slip_stage_question_ask (window,
                           slip_board_move_new (release, (SlipStatus) status,
                                                NULL, NULL));
  return TRUE;
}

static void
nudge_card_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  int columns;
  int places;
  g_variant_get (parameter, "(ii)", &columns, &places);
  const char *release = demand_release (window, "");
  if (release != NULL && !nudge_asks (window, release, columns))
    run (window, slip_card_nudge_run,
         slip_card_nudge_new (release, columns, places), slip_card_nudge_free,
         SLIP_EDIT_FOLLOW);
}

static void
delete_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  const char *release =
    demand_release (window, g_variant_get_string (parameter, NULL));
  if (release != NULL)
    run (window, slip_entity_edit_run,
         slip_entity_edit_new_remove (SLIP_KIND_RELEASE, release),
         slip_entity_edit_free, SLIP_EDIT_DEFAULT);
}

/* What cannot be meant is told, and what was typed taken back. */
static void
refuse (SlipWindow *window, const GError *error)
{
  slip_window_say (window, error->message);
  slip_window_refresh (window);
}

static void
run_entity_edit (SlipWindow *window,
                 SlipEntityEdit *edit,
                 SlipKind kind,
                 GVariant *pairs,
                 SlipEditFlags flags)
{
  g_autoptr (SlipEntityEdit) owned = edit;
  g_autoptr (GError) error = NULL;
  if (!slip_wishes_add_pairs (owned, kind, pairs, &error)) {
    refuse (window, error);
    return;
  }
  run (window, slip_entity_edit_run, g_steal_pointer (&owned),
       slip_entity_edit_free, flags);
}

/* What was typed into a field shows in that field: no toast. */
static void
edit_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  const char *kind_name;
  const char *id;
  g_autoptr (GVariant) pairs = NULL;
  g_variant_get (parameter, "(&s&s@a(ss))", &kind_name, &id, &pairs);
  SlipKind kind = slip_schema_find_kind (kind_name);
  if (kind == SLIP_KIND_NONE || slip_window_get_state (window) == NULL)
    return;
  run_entity_edit (window, slip_entity_edit_new_set (kind, id), kind, pairs,
                   SLIP_EDIT_QUIET);
}

static void
create_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  const char *kind_name;
  const char *id;
  const char *owner;
  g_autoptr (GVariant) pairs = NULL;
  g_variant_get (parameter, "(&s&s&s@a(ss))", &kind_name, &id, &owner, &pairs);
  SlipKind kind = slip_schema_find_kind (kind_name);
  if (kind == SLIP_KIND_NONE || slip_window_get_state (window) == NULL)
    return;
  gboolean is_release = kind == SLIP_KIND_RELEASE;
  run_entity_edit (window,
                   slip_entity_edit_new_create (kind, *id != '\0' ? id : NULL,
                                                *owner != '\0' ? owner : NULL),
                   kind, pairs,
                   is_release ? SLIP_EDIT_SELECT | SLIP_EDIT_FOLLOW
                              : SLIP_EDIT_QUIET);
}

static void
remove_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  const char *kind_name;
  const char *id;
  g_variant_get (parameter, "(&s&s)", &kind_name, &id);
  SlipKind kind = slip_schema_find_kind (kind_name);
  if (kind != SLIP_KIND_NONE && slip_window_get_state (window) != NULL)
    run (window, slip_entity_edit_run, slip_entity_edit_new_remove (kind, id),
         slip_entity_edit_free, SLIP_EDIT_DEFAULT);
}

static void
edit_all_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  g_autoptr (GError) error = NULL;
  gboolean has_release = FALSE;
  if (slip_window_get_state (window) == NULL)
    return;
  GPtrArray *edits = slip_wishes_read (parameter, &has_release, &error);
  if (edits == NULL) {
    refuse (window, error);
    return;
  }
  run (window, slip_entity_edit_run_all, edits, g_ptr_array_unref,
       has_release ? SLIP_EDIT_SELECT | SLIP_EDIT_FOLLOW : SLIP_EDIT_QUIET);
}

static void
new_person_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  const char *kind_name;
  const char *id;
  const char *property;
  g_variant_get (parameter, "(&s&s&s)", &kind_name, &id, &property);
  SlipKind kind = slip_schema_find_kind (kind_name);
  if (kind != SLIP_KIND_NONE && slip_schema_find_property (kind, property) >= 0)
    slip_window_dialogs_show_new_person (window, kind, id, property);
}

static void
undo_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  slip_edit_runner_turn_next (slip_window_get_runner (window), SLIP_STEP_UNDO);
}

static void
redo_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  slip_edit_runner_turn_next (slip_window_get_runner (window), SLIP_STEP_REDO);
}

static void
undo_step_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  slip_edit_runner_turn (slip_window_get_runner (window), SLIP_STEP_UNDO,
                         g_variant_get_int64 (parameter), TRUE);
}

static void
adjust_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  slip_window_dialogs_show_adjust (window, g_variant_get_int64 (parameter));
}

/* What is shown for the first time takes no focus before it has its size. */
static gboolean
focus_view_cb (GtkWidget *page, GdkFrameClock *frame_clock, gpointer data)
{
  GtkWidget *view =
    GTK_WIDGET (slip_plan_page_get_view (SLIP_PLAN_PAGE (page)));
  if (!slip_plan_page_focus_view (SLIP_PLAN_PAGE (page)))
    return gtk_widget_get_mapped (view) && gtk_widget_get_width (view) == 0;
  gtk_window_set_focus_visible (GTK_WINDOW (gtk_widget_get_root (page)), TRUE);
  return G_SOURCE_REMOVE;
}

static void
view_cb (GSimpleAction *action, GVariant *state, gpointer window)
{
  SlipPlanPage *page = slip_window_get_page (window);
  slip_plan_page_show_view (page, g_variant_get_string (state, NULL));
  if (focus_view_cb (GTK_WIDGET (page), NULL, NULL) == G_SOURCE_CONTINUE)
    gtk_widget_add_tick_callback (GTK_WIDGET (page), focus_view_cb, NULL, NULL);
}

static void
go_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  slip_view_go (slip_plan_page_get_view (slip_window_get_page (window)),
                CLAMP (g_variant_get_int32 (parameter), -1, 1));
}

static void
plan_settings_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  slip_window_dialogs_show_plan_settings (window,
                                          g_variant_get_string (parameter,
                                                                NULL));
}

static void
announce_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  slip_compat_announce (GTK_WIDGET (window),
                        g_variant_get_string (parameter, NULL));
}

static void
search_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  slip_plan_page_search (slip_window_get_page (window), NULL);
}

static void
sidebar_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  SlipPlanPage *page = slip_window_get_page (window);
  slip_plan_page_show_sidebar (page, !slip_plan_page_shows_sidebar (page));
}

static void
inspector_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  SlipPlanPage *page = slip_window_get_page (window);
  slip_plan_page_show_inspector (page, !slip_plan_page_shows_inspector (page));
}

static void
open_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  slip_window_dialogs_open (window);
}

static void
open_again_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  slip_window_open_again (window);
}

static void
open_sample_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  slip_window_dialogs_open_sample (window);
}

static void
new_plan_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  slip_window_dialogs_new_plan (window);
}

static void
save_copy_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  slip_window_dialogs_save_copy (window);
}

static void
import_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  slip_window_dialogs_import (window);
}

static void
preferences_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  slip_window_dialogs_show_preferences (window, NULL);
}

static void
who_am_i_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  slip_edit_runner_ask_who (slip_window_get_runner (window));
}

static const GActionEntry entries[] = {
  { "select-release", select_cb, "s" },
  { "open-release", open_release_cb, "s" },
  { "load-parts", load_parts_cb, "s" },
  { "new-release", new_release_cb, "s" },
  { "move-release", move_cb, "(ssb)" },
  { "move-release-by", move_by_cb, "(sib)" },
  { "move-release-planned", move_planned_cb, "(sssu)" },
  { "move-to-date", move_to_date_cb, "s" },
  { "unschedule-release", unschedule_cb, "s" },
  { "set-status", status_cb, "(ss)" },
  { "place-card", place_cb, "(ssss)" },
  { "nudge-card", nudge_card_cb, "(ii)" },
  { "delete-release", delete_cb, "s" },
  { "edit-entity", edit_cb, "(ssa(ss))" },
  { "create-entity", create_cb, "(sssa(ss))" },
  { "remove-entity", remove_cb, "(ss)" },
  { "edit-entities", edit_all_cb, "a(ssssa(ss))" },
  { "new-person", new_person_cb, "(sss)" },
  { "undo", undo_cb },
  { "redo", redo_cb },
  { "undo-step", undo_step_cb, "x" },
  { "adjust-step", adjust_cb, "x" },
  { "view", NULL, "s", "'calendar'", view_cb },
  { "go", go_cb, "i" },
  { "plan-settings", plan_settings_cb, "s" },
  { "announce", announce_cb, "s" },
  { "search", search_cb },
  { "toggle-sidebar", sidebar_cb },
  { "toggle-inspector", inspector_cb },
  { "open", open_cb },
  { "open-again", open_again_cb },
  { "open-sample", open_sample_cb },
  { "new-plan", new_plan_cb },
  { "save-copy", save_copy_cb },
  { "import", import_cb },
  { "who-am-i", who_am_i_cb },
  { "preferences", preferences_cb },
};

/* What changes the plan, and so is off in one that cannot be written.  The
 * actions that fields ask by stay on: what was typed has to be taken back. */
static const char *const editing_actions[] = {
  "new-release", "delete-release", "import", "who-am-i", "new-person",
};

/* Those that can be tried out as well. */
static const char *const moving_actions[] = {
  "move-release", "move-release-by", "move-to-date", "unschedule-release",
  "place-card",   "nudge-card",      "undo-step",    "adjust-step",
};

/* What needs a plan. */
static const char *const plan_actions[] = {
  "select-release", "open-release", "view",           "go",
  "plan-settings",  "search",       "toggle-sidebar", "toggle-inspector",
  "save-copy",
};

static GSimpleAction *
find_action (SlipWindow *window, const char *name)
{
  return G_SIMPLE_ACTION (
    g_action_map_lookup_action (G_ACTION_MAP (window), name));
}

/* Whether there is a move or a step to undo, or else to redo. */
static gboolean
can_turn (SlipWindow *window, SlipStepType type)
{
  SlipWhatIf *what_if =
    slip_what_if_mode_get (slip_window_get_what_if (window));
  SlipWorkspace *workspace = slip_window_get_workspace (window);
  gboolean is_undo = type == SLIP_STEP_UNDO;
  if (what_if != NULL)
    return (is_undo ? slip_what_if_peek_undo (what_if)
                    : slip_what_if_peek_redo (what_if)) != NULL;
  return slip_window_can_edit (window) &&
         (is_undo ? slip_workspace_peek_undo (workspace)
                  : slip_workspace_peek_redo (workspace)) != NULL;
}

void
slip_window_actions_update (SlipWindow *window)
{
  g_return_if_fail (SLIP_IS_WINDOW (window));

  SlipWorkspace *workspace = slip_window_get_workspace (window);
  if (find_action (window, "undo") == NULL)
    return;
  gboolean can_edit = slip_window_can_edit (window);
  gboolean can_move = can_edit || slip_what_if_mode_get (
                                    slip_window_get_what_if (window)) != NULL;
  for (guint i = 0; i < G_N_ELEMENTS (editing_actions); i++)
    g_simple_action_set_enabled (find_action (window, editing_actions[i]),
                                 can_edit);
  for (guint i = 0; i < G_N_ELEMENTS (moving_actions); i++)
    g_simple_action_set_enabled (find_action (window, moving_actions[i]),
                                 can_move);
  for (guint i = 0; i < G_N_ELEMENTS (plan_actions); i++)
    g_simple_action_set_enabled (find_action (window, plan_actions[i]),
                                 workspace != NULL);
  g_simple_action_set_enabled (find_action (window, "undo"),
                               can_turn (window, SLIP_STEP_UNDO));
  g_simple_action_set_enabled (find_action (window, "redo"),
                               can_turn (window, SLIP_STEP_REDO));
  slip_readiness_actions_update (window);
  slip_search_actions_update (window);
  slip_stage_actions_update (window);
  slip_template_actions_update (window);
  slip_feed_actions_update (window);
  slip_sync_actions_update (window);
  slip_flag_actions_update (window);
  slip_gate_actions_update (window);
  slip_holiday_actions_update (window);
  slip_knowledge_actions_update (window);
  slip_rollout_actions_update (window);
  slip_truth_actions_update (window);
  slip_what_if_actions_update (window);
  g_simple_action_set_state (find_action (window, "view"),
                             g_variant_new_string (
                               slip_plan_page_get_view_name (
                                 slip_window_get_page (window))));
}

/* Left is the day before where people read from left to right. */
static gboolean
move_key_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  int days;
  gboolean is_alone;
  g_variant_get (args, "(ib)", &days, &is_alone);
  if (ABS (days) == 1 && gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    days = -days;
  return gtk_widget_activate_action (widget, SLIP_ACTION_MOVE_BY, "(sib)", "",
                                     days, is_alone);
}

static gboolean
card_key_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  int columns;
  int places;
  g_variant_get (args, "(ii)", &columns, &places);
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    columns = -columns;
  return gtk_widget_activate_action (widget, "win.nudge-card", "(ii)", columns,
                                     places);
}

static gboolean
escape_key_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  return slip_plan_page_close_pane (
    slip_window_get_page (SLIP_WINDOW (widget)));
}

static void
add_callback (GtkShortcutController *keys,
              guint key,
              GdkModifierType modifiers,
              GtkShortcutFunc callback,
              GVariant *arguments)
{
  GtkShortcut *shortcut =
    gtk_shortcut_new (gtk_keyval_trigger_new (key, modifiers),
                      gtk_callback_action_new (callback, NULL, NULL));
  gtk_shortcut_set_arguments (shortcut, arguments);
  gtk_shortcut_controller_add_shortcut (keys, shortcut);
}

static void
add_move_keys (GtkShortcutController *keys)
{
  static const struct {
    guint key;
    int days;
    int columns;
    int places;
  } arrows[] = {
    { GDK_KEY_Left, -1, -1, 0 },
    { GDK_KEY_Right, 1, 1, 0 },
    { GDK_KEY_Up, -7, 0, -1 },
    { GDK_KEY_Down, 7, 0, 1 },
  };
  for (guint i = 0; i < G_N_ELEMENTS (arrows); i++) {
    add_callback (keys, arrows[i].key, GDK_ALT_MASK, move_key_cb,
                  g_variant_new ("(ib)", arrows[i].days, FALSE));
    add_callback (keys, arrows[i].key, GDK_ALT_MASK | GDK_SHIFT_MASK,
                  move_key_cb, g_variant_new ("(ib)", arrows[i].days, TRUE));
    add_callback (keys, arrows[i].key, GDK_CONTROL_MASK, card_key_cb,
                  g_variant_new ("(ii)", arrows[i].columns, arrows[i].places));
  }
}

static void
add_action_keys (GtkShortcutController *keys)
{
  const struct {
    guint key;
    GdkModifierType modifiers;
    const char *action;
    GVariant *parameter;
  } bindings[] = {
    { GDK_KEY_z, GDK_CONTROL_MASK, SLIP_ACTION_UNDO, NULL },
    { GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, SLIP_ACTION_REDO, NULL },
    { GDK_KEY_y, GDK_CONTROL_MASK, SLIP_ACTION_REDO, NULL },
    { GDK_KEY_Delete, 0, SLIP_ACTION_DELETE, g_variant_new_string ("") },
    { GDK_KEY_Return, GDK_ALT_MASK, SLIP_ACTION_OPEN,
      g_variant_new_string ("") },
    { GDK_KEY_Page_Up, 0, SLIP_ACTION_GO, g_variant_new_int32 (-1) },
    { GDK_KEY_Page_Down, 0, SLIP_ACTION_GO, g_variant_new_int32 (1) },
    { GDK_KEY_Home, GDK_ALT_MASK, SLIP_ACTION_GO, g_variant_new_int32 (0) },
  };
  for (guint i = 0; i < G_N_ELEMENTS (bindings); i++) {
    GtkShortcut *shortcut =
      gtk_shortcut_new (gtk_keyval_trigger_new (bindings[i].key,
                                                bindings[i].modifiers),
                        gtk_named_action_new (bindings[i].action));
    gtk_shortcut_set_arguments (shortcut, bindings[i].parameter);
    gtk_shortcut_controller_add_shortcut (keys, shortcut);
  }
}

/* Text entries and views may want these keys for themselves first.  Not keys of
 * the class: GtkWindow has Ctrl with arrows there, and the two would take
 * turns. */
static void
add_keys (SlipWindow *window)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();
  GtkShortcutController *keys = GTK_SHORTCUT_CONTROLLER (controller);
  add_move_keys (keys);
  add_action_keys (keys);
  add_callback (keys, GDK_KEY_Escape, 0, escape_key_cb, NULL);
  gtk_widget_add_controller (GTK_WIDGET (window), controller);
}

void
slip_window_actions_add (SlipWindow *window)
{
  g_return_if_fail (SLIP_IS_WINDOW (window));

  g_action_map_add_action_entries (G_ACTION_MAP (window), entries,
                                   G_N_ELEMENTS (entries), window);
  slip_checklist_actions_add (window);
  slip_rollout_actions_add (window);
  slip_readiness_actions_add (window);
  slip_search_actions_add (window);
  slip_stage_actions_add (window);
  slip_template_actions_add (window);
  slip_feed_actions_add (window);
  slip_sync_actions_add (window);
  slip_flag_actions_add (window);
  slip_gate_actions_add (window);
  slip_holiday_actions_add (window);
  slip_knowledge_actions_add (window);
  slip_plan_actions_add (window);
  slip_tour_add_actions (window);
  slip_truth_actions_add (window);
  slip_what_if_actions_add (window);
  add_keys (window);
  slip_window_actions_update (window);
}
