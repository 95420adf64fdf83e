/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-due-stages.h"

#include "slip-actions.h"
#include "slip-plain-text.h"
#include "slip-release.h"
#include "slip-rollout.h"
#include "slip-stage-text.h"
#include "slip-stage.h"

#include <glib/gi18n.h>

struct _SlipDueStages {
  AdwWindow parent_instance;

  GtkStack *stack;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (SlipDueStages, slip_due_stages, ADW_TYPE_WINDOW)

static GtkWidget *
new_button (const char *label, const char *stage, const char *act)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);
  gtk_widget_set_name (button, act);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button),
                                  SLIP_ACTION_ACT_ON_STAGE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(sss)", stage,
                                    act, "");
  return button;
}

static GtkWidget *
new_row (const SlipPlanState *state, const SlipRow *stage, SlipMoment moment)
{
  const SlipRow *release =
    slip_plan_state_get (state, SLIP_KIND_RELEASE, slip_row_get_owner (stage));
  const SlipRow *next =
    slip_rollout_get_next (state, slip_row_get_owner (stage));
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = slip_release_dup_short_title (state, release);
  g_autofree char *stage_title = slip_stage_dup_title (stage);
  g_autofree char *standing = slip_stage_dup_standing (stage, moment);
  g_autofree char *next_title =
    next != NULL ? slip_stage_dup_title (next) : NULL;
  /* Translators: a release at a stage and the next: 'Console 12.1: 25 % →
   * Everyone'. */
  g_autofree char *text =
    next != NULL
      ? g_strdup_printf (_ ("%s: %s → %s"), title, stage_title, next_title)
      : g_strdup_printf (_ ("%s: %s"), title, stage_title);
  slip_plain_text_set_row_title (ADW_PREFERENCES_ROW (row), text);
  slip_plain_text_set_row_subtitle (ADW_ACTION_ROW (row), standing);
  GtkWidget *button =
    next != NULL
      ? new_button (_ ("Go _Wider…"), slip_row_get_id (next), "start")
      : new_button (_ ("_End"), slip_row_get_id (stage), "finish");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  return row;
}

static void
slip_due_stages_class_init (SlipDueStagesClass *klass)
{
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape,
                                       0, "window.close", NULL);
}

static GtkWidget *
new_list_page (SlipDueStages *self)
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
slip_due_stages_init (SlipDueStages *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *none = adw_status_page_new ();
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (none),
                                 "object-select-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (none), _ ("Nothing Left"));
  adw_status_page_set_description (
    ADW_STATUS_PAGE (none),
    _ ("Stages that are to tell when they may go wider appear here once they "
       "have soaked long enough."));
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack, new_list_page (self), "list");
  gtk_stack_add_named (self->stack, none, "none");
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_title (GTK_WINDOW (self), _ ("Soak Is Over"));
  gtk_window_set_default_size (GTK_WINDOW (self), 520, 420);
  gtk_widget_set_size_request (GTK_WIDGET (self), 340, 240);
  gtk_widget_set_name (GTK_WIDGET (self), "due-stages");
}

SlipDueStages *
slip_due_stages_new (void)
{
  return g_object_new (SLIP_TYPE_DUE_STAGES, NULL);
}

void
slip_due_stages_set_plan (SlipDueStages *self,
                          const SlipPlanState *state,
                          SlipMoment moment)
{
  g_return_if_fail (SLIP_IS_DUE_STAGES (self));

  g_autoptr (GPtrArray) stages =
    slip_rollout_list_proposals (state, moment.at_ms);
  GtkListBoxRow *old;
  while ((old = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (old));
  for (guint i = 0; i < stages->len; i++)
    gtk_list_box_append (self->list, new_row (state, stages->pdata[i], moment));
  gtk_stack_set_visible_child_name (self->stack,
                                    stages->len > 0 ? "list" : "none");
}
