/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-stage-actions.h"

#include "slip-adjust-dialog.h"
#include "slip-edit-runner.h"
#include "slip-limits.h"
#include "slip-stage-dialog.h"
#include "slip-stage-move.h"
#include "slip-step-news.h"
#include "slip-what-if-mode.h"

#include <glib/gi18n.h>

static const SlipRow *
find_stage (SlipWindow *window, const char *id)
{
  const SlipPlanState *state = slip_window_get_state (window);
  return state != NULL ? slip_plan_state_get (state, SLIP_KIND_STAGE, id)
                       : NULL;
}

static void
run (SlipWindow *window, SlipStageMove *move)
{
  slip_edit_runner_run (slip_window_get_runner (window), slip_stage_move_run,
                        move, (GDestroyNotify) slip_stage_move_free,
                        SLIP_EDIT_SELECT);
}

static void
move_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  const char *stage;
  const char *first;
  const char *last;
  g_variant_get (parameter, "(&s&s&s)", &stage, &first, &last);
  SlipRange to = { slip_date_parse (first), slip_date_parse (last) };
  if (find_stage (window, stage) == NULL || !slip_date_is_set (to.first))
    return;
  run (window, slip_stage_move_new (stage, to, slip_window_get_today (window)));
}

static void
move_by_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  const char *stage;
  int start_days;
  int end_days;
  g_variant_get (parameter, "(&sii)", &stage, &start_days, &end_days);
  if (find_stage (window, stage) != NULL)
    run (window, slip_stage_move_new_by (stage, start_days, end_days,
                                         slip_window_get_today (window)));
}

static void
refresh_dialog_cb (SlipStageDialog *dialog)
{
  SlipWindow *window =
    SLIP_WINDOW (gtk_window_get_transient_for (GTK_WINDOW (dialog)));
  const SlipPlanState *state = slip_window_get_state (window);
  if (state != NULL)
    slip_stage_dialog_set_state (dialog, state);
}

static void
present (GtkWidget *dialog, SlipWindow *window)
{
  gtk_window_set_modal (GTK_WINDOW (dialog), TRUE);
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (window));
  gtk_window_set_destroy_with_parent (GTK_WINDOW (dialog), TRUE);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
ask_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  const SlipRow *stage =
    find_stage (window, g_variant_get_string (parameter, NULL));
  gboolean is_about_length =
    g_str_equal (g_action_get_name (G_ACTION (action)), "change-stage-length");
  if (stage == NULL || slip_range_is_empty (slip_stage_get_days (stage)))
    return;
  GtkWidget *dialog =
    slip_stage_dialog_new (slip_window_get_state (window),
                           slip_row_get_id (stage),
                           slip_window_get_today (window), is_about_length);
  present (dialog, window);
  g_signal_connect_object (window, "refreshed", G_CALLBACK (refresh_dialog_cb),
                           dialog, G_CONNECT_SWAPPED);
}

static const GActionEntry entries[] = {
  { "move-stage", move_cb, "(sss)" },
  { "move-stage-by", move_by_cb, "(sii)" },
  { "move-stage-to-date", ask_cb, "s" },
  { "change-stage-length", ask_cb, "s" },
};

void
slip_stage_actions_add (SlipWindow *window)
{
  g_return_if_fail (SLIP_IS_WINDOW (window));

  g_action_map_add_action_entries (G_ACTION_MAP (window), entries,
                                   G_N_ELEMENTS (entries), window);
}

void
slip_stage_actions_update (SlipWindow *window)
{
  g_return_if_fail (SLIP_IS_WINDOW (window));

  gboolean can_edit =
    slip_window_can_edit (window) ||
    slip_what_if_mode_get (slip_window_get_what_if (window)) != NULL;
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++) {
    GAction *action =
      g_action_map_lookup_action (G_ACTION_MAP (window), entries[i].name);
    g_simple_action_set_enabled (G_SIMPLE_ACTION (action), can_edit);
  }
}

/* The move that is adjusted. */
typedef struct {
  gint64 step;
  char *stage;
  SlipRange to;
} Adjustment;

static void
free_adjustment (gpointer data, GClosure *closure)
{
  Adjustment *adjustment = data;
  g_free (adjustment->stage);
  g_free (adjustment);
}

static void
adjusted_cb (GtkWindow *dialog,
             guint stay,
             const char *const *kept,
             const char *const *freed,
             const Adjustment *adjustment)
{
  SlipWindow *window = SLIP_WINDOW (gtk_window_get_transient_for (dialog));
  SlipStageMove *move = slip_stage_move_new (adjustment->stage, adjustment->to,
                                             slip_window_get_today (window));
  slip_stage_move_set_parts (move, stay, kept, freed);
  slip_edit_runner_replace (slip_window_get_runner (window), adjustment->step,
                            slip_stage_move_run, move,
                            (GDestroyNotify) slip_stage_move_free);
}

gboolean
slip_stage_actions_adjust (SlipWindow *window,
                           const SlipStep *step,
                           const SlipPlanState *before)
{
  g_return_val_if_fail (SLIP_IS_WINDOW (window), FALSE);

  const char *stage = slip_step_news_get_stage (step);
  g_autoptr (SlipPlanState) after =
    slip_plan_state_apply (before, step->set, NULL);
  if (stage == NULL || after == NULL)
    return FALSE;

  SlipDate today = slip_window_get_today (window);
  SlipRange to =
    slip_stage_get_days (slip_plan_state_get (after, SLIP_KIND_STAGE, stage));
  const SlipConflictContext context =
    slip_limits_get_context (GTK_WIDGET (window), today);
  g_autoptr (SlipPreview) preview =
    slip_stage_move_preview_between (before, after, stage, &context);
  Adjustment *adjustment = g_new (Adjustment, 1);
  *adjustment = (Adjustment){ step->number, g_strdup (stage), to };
  GtkWidget *dialog = slip_adjust_dialog_new (preview, before, today);
  g_signal_connect_data (dialog, "adjusted", G_CALLBACK (adjusted_cb),
                         adjustment, free_adjustment, 0);
  present (dialog, window);
  return TRUE;
}
