/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-what-if-actions.h"

#include "slip-limits.h"
#include "slip-text-saver.h"
#include "slip-what-if-dialog.h"
#include "slip-what-if-mode.h"

#include <glib/gi18n.h>

static SlipWhatIf *
get_what_if (SlipWindow *window)
{
  return slip_what_if_mode_get (slip_window_get_what_if (window));
}

static void
refresh_dialog_cb (SlipWhatIfDialog *dialog, SlipWindow *window)
{
  SlipWhatIf *what_if = get_what_if (window);
  const SlipConflictContext context =
    slip_limits_get_context (GTK_WIDGET (window),
                             slip_window_get_today (window));
  if (what_if != NULL)
    slip_what_if_dialog_set_what_if (dialog, what_if, &context);
  else
    gtk_window_close (GTK_WINDOW (dialog));
}

static void
save_wanted_cb (SlipWhatIfDialog *dialog, const char *csv, SlipWindow *window)
{
  slip_text_saver_save (window, GTK_WINDOW (dialog), _ ("Save the Differences"),
                        _ ("Tables"), _ ("what-if.csv"), csv);
}

static void
show_differences (SlipWindow *window)
{
  SlipPlanPage *page = slip_window_get_page (window);
  GtkWidget *dialog = slip_what_if_dialog_new (slip_plan_page_is_narrow (page));
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (window));
  refresh_dialog_cb (SLIP_WHAT_IF_DIALOG (dialog), window);
  g_signal_connect_object (window, "refreshed", G_CALLBACK (refresh_dialog_cb),
                           dialog, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "save-wanted", G_CALLBACK (save_wanted_cb),
                           window, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
what_if_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  slip_what_if_mode_start (slip_window_get_what_if (window));
}

static void
differences_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  if (get_what_if (window) != NULL)
    show_differences (window);
}

/* What does not apply any more is shown first. */
static void
keep_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  SlipWhatIf *what_if = get_what_if (window);
  if (what_if == NULL)
    return;
  if (slip_what_if_get_n_applied (what_if) < slip_what_if_get_n_moves (what_if))
    show_differences (window);
  else
    slip_what_if_mode_keep (slip_window_get_what_if (window));
}

static void
keep_rest_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  slip_what_if_mode_keep (slip_window_get_what_if (window));
}

static void
throw_away_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  slip_what_if_mode_throw_away (slip_window_get_what_if (window));
}

static void
bring_back_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  slip_what_if_mode_bring_back (slip_window_get_what_if (window));
}

static void
drop_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  slip_what_if_mode_drop (slip_window_get_what_if (window),
                          g_variant_get_uint32 (parameter));
}

static void
insist_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  slip_what_if_mode_insist (slip_window_get_what_if (window),
                            g_variant_get_uint32 (parameter));
}

static const GActionEntry entries[] = {
  { "what-if", what_if_cb },
  { "what-if-differences", differences_cb },
  { "keep-what-if", keep_cb },
  { "keep-rest-of-what-if", keep_rest_cb },
  { "throw-away-what-if", throw_away_cb },
  { "bring-back-what-if", bring_back_cb },
  { "drop-from-what-if", drop_cb, "u" },
  { "insist-in-what-if", insist_cb, "u" },
};

void
slip_what_if_actions_add (SlipWindow *window)
{
  g_return_if_fail (SLIP_IS_WINDOW (window));

  g_action_map_add_action_entries (G_ACTION_MAP (window), entries,
                                   G_N_ELEMENTS (entries), window);
}

static void
set_enabled (SlipWindow *window, const char *name, gboolean is_enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (window), name);
  if (action != NULL)
    g_simple_action_set_enabled (G_SIMPLE_ACTION (action), is_enabled);
}

void
slip_what_if_actions_update (SlipWindow *window)
{
  g_return_if_fail (SLIP_IS_WINDOW (window));

  SlipWhatIfMode *mode = slip_window_get_what_if (window);
  SlipWhatIf *what_if = get_what_if (window);
  gboolean is_on = what_if != NULL;
  gboolean can_keep = is_on && slip_window_can_write (window) &&
                      slip_what_if_get_n_applied (what_if) > 0;
  set_enabled (window, "what-if",
               !is_on && slip_window_get_workspace (window) != NULL);
  set_enabled (window, "what-if-differences", is_on);
  set_enabled (window, "keep-what-if", can_keep);
  set_enabled (window, "keep-rest-of-what-if", can_keep);
  set_enabled (window, "throw-away-what-if",
               is_on || slip_what_if_mode_get_offered (mode) != NULL);
  set_enabled (window, "bring-back-what-if",
               slip_what_if_mode_can_bring_back (mode));
  set_enabled (window, "drop-from-what-if", is_on);
  set_enabled (window, "insist-in-what-if", is_on);
}
