/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-readiness-actions.h"

#include "slip-actions.h"
#include "slip-assignment.h"
#include "slip-attention-list.h"
#include "slip-conflict-window.h"
#include "slip-edit-runner.h"
#include "slip-limits.h"
#include "slip-plain-text.h"

#include <glib/gi18n.h>

static void
show_checklist_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  const char *release;
  const char *checklist;
  g_variant_get (parameter, "(&s&s)", &release, &checklist);
  SlipInspector *inspector =
    slip_plan_page_open_release (slip_window_get_page (window), release);
  if (inspector != NULL)
    slip_inspector_show_checklist (inspector,
                                   *checklist != '\0' ? checklist : NULL);
}

/* Nobody sees what is selected where the details have no room of their own. */
static void
pick_release_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  SlipPlanPage *page = slip_window_get_page (window);
  GtkWidget *focus = gtk_window_get_focus (window);
  gtk_widget_activate_action_variant (window, SLIP_ACTION_SELECT, parameter);
  if (slip_plan_page_get_selected (page) == NULL ||
      !slip_plan_page_is_narrow (page))
    return;

  /* The list of a day would cover them. */
  GtkWidget *popover =
    focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) : NULL;
  if (popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (popover));
  slip_plan_page_show_inspector (page, TRUE);
}

static void
assign_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  const char *release;
  const char *role;
  const char *person;
  const char *name;
  g_variant_get (parameter, "(&s&s&s&s)", &release, &role, &person, &name);
  SlipAssignment *assignment =
    slip_assignment_new (release, role, *person != '\0' ? person : NULL,
                         *name != '\0' ? name : NULL);
  slip_edit_runner_run (slip_window_get_runner (window), slip_assignment_run,
                        assignment, (GDestroyNotify) slip_assignment_free,
                        SLIP_EDIT_DEFAULT);
}

static void
set_need (SlipWindow *window,
          const char *release,
          const char *audience,
          gboolean is_needed,
          const char *reason)
{
  slip_edit_runner_run (slip_window_get_runner (window), slip_need_run,
                        slip_need_new (release, audience, is_needed, reason),
                        (GDestroyNotify) slip_need_free, SLIP_EDIT_DEFAULT);
}

static void
needed_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  const char *release;
  const char *audience;
  g_variant_get (parameter, "(&s&s)", &release, &audience);
  set_need (window, release, audience, TRUE, NULL);
}

/* A question why an audience needs nothing; lives as long as its dialog. */
typedef struct {
  SlipWindow *window; /* borrowed: it is what the dialog stands in front of */
  char *release;
  char *audience;
  GtkEditable *reason;
} Question;

static void
free_question (gpointer data, GClosure *closure)
{
  Question *question = data;
  g_free (question->release);
  g_free (question->audience);
  g_free (question);
}

static void
answered_cb (AdwMessageDialog *dialog, const char *response, Question *question)
{
  if (g_str_equal (response, "mark"))
    set_need (question->window, question->release, question->audience, FALSE,
              gtk_editable_get_text (question->reason));
}

/* Nobody takes an audience out without saying why. */
static void
reason_changed_cb (GtkEditable *entry, AdwMessageDialog *dialog)
{
  g_autofree char *reason =
    g_strstrip (g_strdup (gtk_editable_get_text (entry)));
  adw_message_dialog_set_response_enabled (dialog, "mark", *reason != '\0');
}

static GtkWidget *
new_reason_entry (void)
{
  GtkWidget *entry = gtk_entry_new ();
  /* The text inside is what has the focus. */
  gtk_widget_set_name (GTK_WIDGET (
                         gtk_editable_get_delegate (GTK_EDITABLE (entry))),
                       "need-reason");
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _ ("Reason"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Reason"),
                                  -1);
  return entry;
}

static void
ask_reason (SlipWindow *window, const SlipRow *release, const SlipRow *audience)
{
  g_autofree char *title =
    slip_release_dup_short_title (slip_window_get_state (window), release);
  g_autofree char *heading =
    g_strdup_printf (_ ("%s Is Not Needed"),
                     slip_row_get_text (audience, SLIP_AUDIENCE_NAME));
  g_autofree char *body =
    g_strdup_printf (_ ("Its checklist for %s counts no longer. Why?"), title);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (window), NULL, NULL);
  GtkWidget *entry = new_reason_entry ();
  Question *question = g_new (Question, 1);
  *question = (Question){
    .window = window,
    .release = g_strdup (slip_row_get_id (release)),
    .audience = g_strdup (slip_row_get_id (audience)),
    .reason = GTK_EDITABLE (entry),
  };
  gtk_widget_set_name (dialog, "not-needed-dialog");
  slip_plain_text_set_message (ADW_MESSAGE_DIALOG (dialog), heading, body);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), entry);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel",
                                    _ ("_Cancel"), "mark", _ ("_Not Needed"),
                                    NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog),
                                              "mark", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "mark");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (dialog), "mark",
                                           FALSE);
  g_signal_connect_object (entry, "changed", G_CALLBACK (reason_changed_cb),
                           dialog, 0);
  g_signal_connect_data (dialog, "response", G_CALLBACK (answered_cb), question,
                         free_question, 0);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (entry);
}

static void
not_needed_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  const char *release_id;
  const char *audience_id;
  g_variant_get (parameter, "(&s&s)", &release_id, &audience_id);
  const SlipPlanState *state = slip_window_get_state (window);
  if (state == NULL)
    return;
  const SlipRow *release =
    slip_plan_state_get (state, SLIP_KIND_RELEASE, release_id);
  const SlipRow *audience =
    slip_plan_state_get (state, SLIP_KIND_AUDIENCE, audience_id);
  if (release != NULL && audience != NULL)
    ask_reason (window, release, audience);
}

static void
refresh_list_cb (SlipAttentionList *list)
{
  SlipWindow *window =
    SLIP_WINDOW (gtk_window_get_transient_for (GTK_WINDOW (list)));
  const SlipPlanState *state = slip_window_get_state (window);
  if (state != NULL)
    slip_attention_list_set_plan (list, state, slip_window_get_today (window));
}

static void
refresh_conflicts_cb (SlipConflictWindow *conflicts)
{
  SlipWindow *window =
    SLIP_WINDOW (gtk_window_get_transient_for (GTK_WINDOW (conflicts)));
  const SlipPlanState *state = slip_window_get_state (window);
  const SlipConflictContext context =
    slip_limits_get_context (GTK_WIDGET (window),
                             slip_window_get_today (window));
  if (state != NULL)
    slip_conflict_window_set_plan (conflicts, state, &context);
}

static void
present_list (GtkWindow *list, SlipWindow *window, GCallback refresh)
{
  gtk_window_set_transient_for (list, GTK_WINDOW (window));
  gtk_window_set_destroy_with_parent (list, TRUE);
  gtk_widget_insert_action_group (GTK_WIDGET (list), "win",
                                  G_ACTION_GROUP (window));
  g_signal_connect_object (window, "refreshed", refresh, list,
                           G_CONNECT_SWAPPED);
  gtk_window_present (list);
}

static void
show_conflicts (SlipWindow *window)
{
  SlipConflictWindow *conflicts = slip_conflict_window_new ();
  present_list (GTK_WINDOW (conflicts), window,
                G_CALLBACK (refresh_conflicts_cb));
  refresh_conflicts_cb (conflicts);
}

static void
attention_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  if (slip_window_get_state (window) == NULL)
    return;
  const char *what = g_variant_get_string (parameter, NULL);
  if (g_str_equal (what, "conflicts")) {
    show_conflicts (window);
    return;
  }
  if (g_str_equal (what, "waiting")) {
    g_action_group_activate_action (G_ACTION_GROUP (window), "show-waiting",
                                    NULL);
    return;
  }
  gboolean is_overdue = g_str_equal (what, "overdue");
  SlipAttentionList *list = slip_attention_list_new (
    is_overdue ? SLIP_GAPS_OVERDUE : SLIP_GAPS_UNOWNED);
  present_list (GTK_WINDOW (list), window, G_CALLBACK (refresh_list_cb));
  refresh_list_cb (list);
}

static const GActionEntry entries[] = {
  { "pick-release", pick_release_cb, "s" },
  { "show-checklist", show_checklist_cb, "(ss)" },
  { "assign-owner", assign_cb, "(ssss)" },
  { "mark-not-needed", not_needed_cb, "(ss)" },
  { "mark-needed", needed_cb, "(ss)" },
  { "show-attention", attention_cb, "s" },
};

void
slip_readiness_actions_add (SlipWindow *window)
{
  g_return_if_fail (SLIP_IS_WINDOW (window));

  g_action_map_add_action_entries (G_ACTION_MAP (window), entries,
                                   G_N_ELEMENTS (entries), window);
}

static void
set_enabled (SlipWindow *window, const char *name, gboolean is_enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (window), name);
  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), is_enabled);
}

void
slip_readiness_actions_update (SlipWindow *window)
{
  g_return_if_fail (SLIP_IS_WINDOW (window));

  gboolean can_edit = slip_window_can_edit (window);
  gboolean has_plan = slip_window_get_workspace (window) != NULL;
  set_enabled (window, "pick-release", has_plan);
  set_enabled (window, "show-checklist", has_plan);
  set_enabled (window, "show-attention", has_plan);
  /* What is dropped or typed has to be answered, if only by saying no. */
  set_enabled (window, "assign-owner", has_plan);
  set_enabled (window, "mark-not-needed", can_edit);
  set_enabled (window, "mark-needed", can_edit);
}
