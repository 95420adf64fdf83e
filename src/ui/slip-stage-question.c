/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-stage-question.h"

#include "slip-edit-runner.h"
#include "slip-plain-text.h"
#include "slip-stage.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* A question; lives as long as its dialog. */
typedef struct {
  SlipWindow *window; /* borrowed: it is what the dialog stands in front of */
  SlipBoardMove *move;
  SlipRolloutQuestion question;
  GPtrArray *ids;    /* of the choices */
  GPtrArray *checks; /* GtkCheckButton, borrowed */
} Asking;

static void
free_asking (gpointer data, GClosure *closure)
{
  Asking *asking = data;
  g_clear_pointer (&asking->move, slip_board_move_free);
  g_ptr_array_unref (asking->ids);
  g_ptr_array_unref (asking->checks);
  g_free (asking);
}

static GStrv
dup_chosen (const Asking *asking)
{
  g_autoptr (GStrvBuilder) chosen = g_strv_builder_new ();
  for (guint i = 0; i < asking->checks->len; i++)
    if (gtk_check_button_get_active (asking->checks->pdata[i]))
      g_strv_builder_add (chosen, asking->ids->pdata[i]);
  return g_strv_builder_end (chosen);
}

/* The first of the stages in @chosen whose gate is shut, or that would start in
 * a hard freeze: such a one is decided on, not just started or said to have
 * taken place. */
static const char *
find_undecided (const Asking *asking, const char *const *chosen)
{
  if ((asking->question != SLIP_QUESTION_STARTED &&
       asking->question != SLIP_QUESTION_TOOK_PLACE) ||
      !g_action_group_has_action (G_ACTION_GROUP (asking->window), "decide"))
    return NULL;
  for (guint i = 0; chosen[i] != NULL; i++)
    if (slip_rollout_needs_decision (slip_window_get_state (asking->window),
                                     chosen[i],
                                     slip_window_get_moment (asking->window)))
      return chosen[i];
  return NULL;
}

static void
answered_cb (AdwMessageDialog *dialog, const char *response, Asking *asking)
{
  if (!g_str_equal (response, "move") ||
      slip_window_get_state (asking->window) == NULL)
    return;
  g_auto (GStrv) chosen = dup_chosen (asking);
  const char *undecided = find_undecided (asking, (const char *const *) chosen);
  if (undecided != NULL) {
    g_action_group_activate_action (G_ACTION_GROUP (asking->window),
                                    "act-on-stage",
                                    g_variant_new ("(sss)", undecided, "start",
                                                   ""));
    return;
  }
  SlipRolloutAnswer *answer =
    slip_rollout_answer_new (g_steal_pointer (&asking->move), asking->question,
                             (const char *const *) chosen,
                             slip_window_get_moment (asking->window));
  slip_edit_runner_run (slip_window_get_runner (asking->window),
                        slip_rollout_answer_run, answer,
                        (GDestroyNotify) slip_rollout_answer_free,
                        SLIP_EDIT_SELECT);
}

/* One of them, or any of them, by the question; the only one needs no choice.
 */
static GtkWidget *
new_choices (Asking *asking, const GPtrArray *stages)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gboolean is_one = asking->question == SLIP_QUESTION_STARTED;
  for (guint i = 0; i < stages->len; i++) {
    g_autofree char *title = slip_stage_dup_title (stages->pdata[i]);
    GtkWidget *check = gtk_check_button_new_with_label (title);
    if (is_one && i > 0)
      gtk_check_button_set_group (GTK_CHECK_BUTTON (check),
                                  asking->checks->pdata[0]);
    gtk_check_button_set_active (GTK_CHECK_BUTTON (check), !is_one || i == 0);
    g_ptr_array_add (asking->ids,
                     g_strdup (slip_row_get_id (stages->pdata[i])));
    g_ptr_array_add (asking->checks, check);
    gtk_box_append (GTK_BOX (box), check);
  }
  gtk_widget_set_visible (box, !is_one || stages->len > 1);
  return box;
}

static void
present (Asking *asking, const SlipPlanState *state, const SlipRow *release)
{
  g_autofree char *title = slip_release_dup_short_title (state, release);
  /* Translators: a release and the status it gets: 'Payments 3.9: Released'. */
  g_autofree char *heading =
    g_strdup_printf (_ ("%s: %s"), title,
                     slip_status_get_label (asking->move->status));
  g_autofree char *body =
    slip_rollout_question_dup_text (state, asking->move->release,
                                    asking->question);
  g_autoptr (GPtrArray) choices =
    slip_rollout_question_list_choices (state, asking->move->release,
                                        asking->question);
  GtkWidget *dialog =
    adw_message_dialog_new (GTK_WINDOW (asking->window), NULL, NULL);
  AdwMessageDialog *message = ADW_MESSAGE_DIALOG (dialog);
  slip_plain_text_set_message (message, heading, body);
  if (choices->len > 0)
    adw_message_dialog_set_extra_child (message, new_choices (asking, choices));
  adw_message_dialog_add_responses (message, "cancel", _ ("_Cancel"), "move",
                                    _ ("_Move"), NULL);
  adw_message_dialog_set_response_appearance (message, "move",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (message, "move");
  adw_message_dialog_set_close_response (message, "cancel");
  gtk_widget_set_name (dialog, "stage-question");
  g_signal_connect_data (dialog, "response", G_CALLBACK (answered_cb), asking,
                         free_asking, 0);
  gtk_window_present (GTK_WINDOW (dialog));
  /* Return answers with what is suggested. */
  gtk_widget_grab_focus (gtk_window_get_default_widget (GTK_WINDOW (dialog)));
}

void
slip_stage_question_ask (SlipWindow *window, SlipBoardMove *move)
{
  g_return_if_fail (SLIP_IS_WINDOW (window));

  const SlipPlanState *state = slip_window_get_state (window);
  const SlipRow *release =
    state != NULL
      ? slip_plan_state_get (state, SLIP_KIND_RELEASE, move->release)
      : NULL;
  SlipRolloutQuestion question =
    release != NULL
      ? slip_rollout_question_find (state, move->release, move->status)
      : SLIP_QUESTION_NONE;
  if (question == SLIP_QUESTION_NONE) {
    slip_edit_runner_run (slip_window_get_runner (window), slip_board_move_run,
                          move, (GDestroyNotify) slip_board_move_free,
                          SLIP_EDIT_SELECT);
    return;
  }
  Asking *asking = g_new (Asking, 1);
  *asking = (Asking){
    .window = window,
    .move = move,
    .question = question,
    .ids = g_ptr_array_new_with_free_func (g_free),
    .checks = g_ptr_array_new (),
  };
  present (asking, state, release);
}
