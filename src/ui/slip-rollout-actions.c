/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-rollout-actions.h"

#include "slip-actions.h"
#include "slip-edit-runner.h"
#include "slip-plain-text.h"
#include "slip-rollout-view.h"
#include "slip-rollout.h"
#include "slip-soak-watch.h"
#include "slip-stage-edit.h"
#include "slip-stage-preset.h"
#include "slip-waiting-window.h"

#include <glib/gi18n.h>

#define WATCH_KEY "slip-soak-watch"

/* What a person decides about a stage is asked by the decision, where there is
 * one; the rest is done at once. */
static gboolean
try_decision (SlipWindow *window, const SlipRow *stage, SlipStageActType type)
{
  GActionGroup *actions = G_ACTION_GROUP (window);
  const char *release = slip_row_get_owner (stage);
  const SlipRow *next =
    slip_rollout_get_next (slip_window_get_state (window), release);
  if (type == SLIP_STAGE_START && next == stage &&
      g_action_group_has_action (actions, "go-wider")) {
    g_action_group_activate_action (actions, "go-wider",
                                    g_variant_new_string (release));
    return TRUE;
  }
  if (type == SLIP_STAGE_FINISH || type == SLIP_STAGE_SKIP ||
      !g_action_group_has_action (actions, "decide"))
    return FALSE;
  g_action_group_activate_action (
    actions, "decide",
    g_variant_new ("(sss)", release, slip_row_get_id (stage),
                   type == SLIP_STAGE_START ? "go"
                                            : slip_stage_act_get_nick (type)));
  return TRUE;
}

static void
act_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  const char *id;
  const char *nick;
  const char *to_stage;
  const SlipPlanState *state = slip_window_get_state (window);
  if (state == NULL)
    return;
  g_variant_get (parameter, "(&s&s&s)", &id, &nick, &to_stage);
  SlipStageActType type = slip_stage_act_find (nick);
  const SlipRow *stage = slip_plan_state_get (state, SLIP_KIND_STAGE, id);
  if (type == SLIP_N_STAGE_ACTS || stage == NULL ||
      try_decision (window, stage, type))
    return;
  slip_edit_runner_run (slip_window_get_runner (window), slip_stage_act_run,
                        slip_stage_act_new (type, id,
                                            *to_stage != '\0' ? to_stage : NULL,
                                            slip_window_get_moment (window)),
                        (GDestroyNotify) slip_stage_act_free,
                        SLIP_EDIT_DEFAULT);
}

static void
preset_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  const char *release;
  const char *preset;
  g_variant_get (parameter, "(&s&s)", &release, &preset);
  slip_edit_runner_run (slip_window_get_runner (window),
                        slip_preset_application_run,
                        slip_preset_application_new (preset, release),
                        (GDestroyNotify) slip_preset_application_free,
                        SLIP_EDIT_DEFAULT);
}

static void
refresh_list_cb (SlipWaitingWindow *list)
{
  SlipWindow *window =
    SLIP_WINDOW (gtk_window_get_transient_for (GTK_WINDOW (list)));
  const SlipPlanState *state = slip_window_get_state (window);
  if (state != NULL)
    slip_waiting_window_set_plan (list, state, slip_window_get_moment (window));
}

static void
show_due_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  if (slip_window_get_state (window) == NULL)
    return;
  SlipWaitingWindow *list = slip_waiting_window_new ();
  gtk_window_set_transient_for (GTK_WINDOW (list), GTK_WINDOW (window));
  gtk_window_set_destroy_with_parent (GTK_WINDOW (list), TRUE);
  gtk_widget_insert_action_group (GTK_WIDGET (list), "win",
                                  G_ACTION_GROUP (window));
  g_signal_connect_object (window, "refreshed", G_CALLBACK (refresh_list_cb),
                           list, G_CONNECT_SWAPPED);
  refresh_list_cb (list);
  gtk_window_present (GTK_WINDOW (list));
}

/* However many there are, and however long nobody looked, they are one notice.
 */
static void
due_cb (SlipSoakWatch *watch, guint n_due, SlipWindow *window)
{
  g_autofree char *text =
    g_strdup_printf (ngettext ("The soak of %u stage is over: it can go wider",
                               "The soak of %u stages is over: they can go "
                               "wider",
                               n_due),
                     n_due);
  AdwToast *toast = slip_plain_text_toast_new (text);
  adw_toast_set_timeout (toast, 0);
  adw_toast_set_button_label (toast, _ ("_Show"));
  adw_toast_set_action_name (toast, SLIP_ACTION_SHOW_WAITING);
  slip_window_take_toast (window, toast);
}

static void
looked_cb (SlipSoakWatch *watch, SlipWindow *window)
{
  if (slip_window_get_state (window) != NULL)
    slip_plan_page_show_moment (slip_window_get_page (window),
                                slip_window_get_moment (window));
}

static void
refreshed_cb (SlipWindow *window)
{
  SlipSoakWatch *watch = g_object_get_data (G_OBJECT (window), WATCH_KEY);
  SlipWorkspace *workspace = slip_window_get_workspace (window);
  if (watch == NULL || workspace == NULL ||
      slip_window_get_state (window) == NULL)
    return;
  slip_soak_watch_set_plan (watch, slip_workspace_get_state (workspace),
                            slip_workspace_get_clock (workspace));
  looked_cb (watch, window);
}

/* A computer that slept wakes up with a window in front. */
static void
active_changed_cb (SlipWindow *window)
{
  SlipSoakWatch *watch = g_object_get_data (G_OBJECT (window), WATCH_KEY);
  if (watch != NULL && gtk_window_is_active (GTK_WINDOW (window)))
    slip_soak_watch_catch_up (watch);
}

static void
show_stage_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  SlipPlanPage *page = slip_window_get_page (window);
  const char *release;
  const char *stage;
  g_variant_get (parameter, "(&s&s)", &release, &stage);
  slip_plan_page_select (page, release);
  slip_plan_page_show_view (page, "rollout");
  SlipView *view = slip_plan_page_get_view (page);
  if (SLIP_IS_ROLLOUT_VIEW (view))
    slip_rollout_view_show_stage (SLIP_ROLLOUT_VIEW (view), release, stage);
}

static const GActionEntry entries[] = {
  { "act-on-stage", act_cb, "(sss)" },
  { "apply-preset", preset_cb, "(ss)" },
  { "show-stage", show_stage_cb, "(ss)" },
  { "show-waiting", show_due_cb },
};

void
slip_rollout_actions_add (SlipWindow *window)
{
  g_return_if_fail (SLIP_IS_WINDOW (window));

  SlipSoakWatch *watch = slip_soak_watch_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (window), entries,
                                   G_N_ELEMENTS (entries), window);
  g_object_set_data_full (G_OBJECT (window), WATCH_KEY, watch, g_object_unref);
  g_signal_connect_object (watch, "due", G_CALLBACK (due_cb), window, 0);
  g_signal_connect_object (watch, "looked", G_CALLBACK (looked_cb), window, 0);
  g_signal_connect (window, "refreshed", G_CALLBACK (refreshed_cb), NULL);
  g_signal_connect (window, "notify::is-active", G_CALLBACK (active_changed_cb),
                    NULL);
}

void
slip_rollout_actions_update (SlipWindow *window)
{
  g_return_if_fail (SLIP_IS_WINDOW (window));

  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (
                                 G_ACTION_MAP (window), "show-waiting")),
                               slip_window_get_workspace (window) != NULL);
}
