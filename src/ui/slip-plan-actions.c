/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-plan-actions.h"

#include "slip-plan-file.h"
#include "slip-recent-plans.h"

#include <glib/gi18n.h>

static void
open_plan_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  slip_window_open (window, g_variant_get_bytestring (parameter),
                    SLIP_STORE_DEFAULT, SLIP_WINDOW_START_PLAIN);
}

static void
fill_cb (SlipWindow *window)
{
  GMenu *menu =
    G_MENU (gtk_widget_get_template_child (GTK_WIDGET (window),
                                           SLIP_TYPE_WINDOW, "recent_menu"));
  slip_recent_plans_fill (gtk_recent_manager_get_default (), menu,
                          slip_window_get_path (window));
  /* There is no such action, so it cannot be chosen. */
  if (g_menu_model_get_n_items (G_MENU_MODEL (menu)) == 0)
    g_menu_append (menu, _ ("No other plan was opened yet"), "win.no-plan");
}

/* The sample plan has a place in the menu already. */
static void
plan_shown_cb (SlipWindow *window)
{
  const char *path = slip_window_get_path (window);
  g_autofree char *sample = slip_plan_file_dup_sample_path ();
  g_autofree char *real_sample = slip_open_plans_dup_path (sample);
  g_autofree char *name =
    slip_plan_file_dup_name (path, slip_window_get_state (window));
  if (g_strcmp0 (path, real_sample) != 0)
    slip_recent_plans_add (gtk_recent_manager_get_default (), path, name);
  fill_cb (window);
}

void
slip_plan_actions_add (SlipWindow *window)
{
  static const GActionEntry entries[] = { { "open-plan", open_plan_cb, "ay" } };

  g_return_if_fail (SLIP_IS_WINDOW (window));

  g_action_map_add_action_entries (G_ACTION_MAP (window), entries,
                                   G_N_ELEMENTS (entries), window);
  g_signal_connect (window, "plan-shown", G_CALLBACK (plan_shown_cb), NULL);
  g_signal_connect_object (gtk_recent_manager_get_default (), "changed",
                           G_CALLBACK (fill_cb), window, G_CONNECT_SWAPPED);
  fill_cb (window);
}
