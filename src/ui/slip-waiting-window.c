/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-waiting-window.h"

#include "slip-actions.h"
#include "slip-plain-text.h"
#include "slip-release.h"
#include "slip-stage-text.h"
#include "slip-stage.h"
#include "slip-waiting.h"

#include <glib/gi18n.h>

struct _SlipWaitingWindow {
  AdwWindow parent_instance;

  GtkStack *stack;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (SlipWaitingWindow, slip_waiting_window, ADW_TYPE_WINDOW)

static GtkWidget *
new_button (const char *label, const char *name, const char *action)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);
  gtk_widget_set_name (button, name);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  return button;
}

/* What is held goes on first; after the last stage there is only the end. */
static GtkWidget *
new_decision_button (const SlipWaiting *waiting)
{
  const char *release = slip_row_get_id (waiting->release);
  gboolean is_held =
    waiting->current != NULL &&
    slip_stage_get_state (waiting->current) == SLIP_STAGE_STATE_HELD;
  GtkWidget *button;
  if (is_held) {
    button = new_button (_ ("_Resume…"), "resume", SLIP_ACTION_DECIDE);
    gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(sss)", release,
                                      slip_row_get_id (waiting->current),
                                      "resume");
  } else if (waiting->next != NULL) {
    button = new_button (_ ("Go _Wider…"), "start", SLIP_ACTION_ACT_ON_STAGE);
    gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(sss)",
                                      slip_row_get_id (waiting->next), "start",
                                      "");
  } else if (waiting->current != NULL) {
    button = new_button (_ ("_End"), "finish", SLIP_ACTION_ACT_ON_STAGE);
    gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(sss)",
                                      slip_row_get_id (waiting->current),
                                      "finish", "");
  } else {
    button = new_button (_ ("_Show"), "show", SLIP_ACTION_OPEN);
    gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", release);
  }
  return button;
}

static char *
dup_subtitle (const SlipWaiting *waiting, SlipMoment moment)
{
  g_autofree char *reason = slip_waiting_dup_reason (waiting, moment.today);
  g_autofree char *standing =
    waiting->current != NULL
      ? slip_stage_dup_standing (waiting->current, moment)
      : NULL;
  if (standing == NULL)
    return g_steal_pointer (&reason);
  return g_strdup_printf ("%s · %s", standing, reason);
}

static GtkWidget *
new_row (const SlipPlanState *state,
         const SlipWaiting *waiting,
         SlipMoment moment)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title =
    slip_release_dup_short_title (state, waiting->release);
  g_autofree char *step = slip_waiting_dup_step (waiting);
  g_autofree char *subtitle = dup_subtitle (waiting, moment);
  /* Translators: a release and what is to be decided: 'Console 12.1: 25 % →
   * Everyone'. */
  g_autofree char *text = *step != '\0'
                            ? g_strdup_printf (_ ("%s: %s"), title, step)
                            : g_strdup (title);
  slip_plain_text_set_row_title (ADW_PREFERENCES_ROW (row), text);
  slip_plain_text_set_row_subtitle (ADW_ACTION_ROW (row), subtitle);
  GtkWidget *button = new_decision_button (waiting);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  return row;
}

static void
slip_waiting_window_class_init (SlipWaitingWindowClass *klass)
{
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape,
                                       0, "window.close", NULL);
}

static GtkWidget *
new_list_page (SlipWaitingWindow *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_set_valign (GTK_WIDGET (self->list), GTK_ALIGN_START);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_widget_add_css_class (clamp, "dialog-content");
  adw_clamp_set_child (ADW_CLAMP (clamp), GTK_WIDGET (self->list));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller),
                                  GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  gtk_widget_set_vexpand (scroller, TRUE);
  return scroller;
}

static void
slip_waiting_window_init (SlipWaitingWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *none = adw_status_page_new ();
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (none),
                                 "object-select-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (none), _ ("Nothing Left"));
  adw_status_page_set_description (
    ADW_STATUS_PAGE (none),
    _ ("Releases appear here once a stage that is to tell has soaked long "
       "enough, the next one was to start, or somebody is to look again."));
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack, new_list_page (self), "list");
  gtk_stack_add_named (self->stack, none, "none");
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_title (GTK_WINDOW (self), _ ("Waiting for a Decision"));
  gtk_window_set_default_size (GTK_WINDOW (self), 520, 420);
  gtk_widget_set_size_request (GTK_WIDGET (self), 340, 240);
  gtk_widget_set_name (GTK_WIDGET (self), "waiting-window");
}

SlipWaitingWindow *
slip_waiting_window_new (void)
{
  return g_object_new (SLIP_TYPE_WAITING_WINDOW, NULL);
}

void
slip_waiting_window_set_plan (SlipWaitingWindow *self,
                              const SlipPlanState *state,
                              SlipMoment moment)
{
  g_return_if_fail (SLIP_IS_WAITING_WINDOW (self));

  g_autoptr (GArray) waiting = slip_waiting_list (state, moment);
  GtkListBoxRow *old;
  while ((old = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (old));
  for (guint i = 0; i < waiting->len; i++)
    gtk_list_box_append (self->list,
                         new_row (state,
                                  &g_array_index (waiting, SlipWaiting, i),
                                  moment));
  gtk_stack_set_visible_child_name (self->stack,
                                    waiting->len > 0 ? "list" : "none");
}
