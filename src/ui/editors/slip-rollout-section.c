/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-rollout-section.h"

#include "slip-actions.h"
#include "slip-ask.h"
#include "slip-entity-list.h"
#include "slip-plain-row.h"
#include "slip-rollout.h"
#include "slip-stage-forms.h"
#include "slip-stage-text.h"
#include "slip-stage.h"

#include <glib/gi18n-lib.h>

struct _SlipRolloutSection {
  GtkWidget parent_instance;

  char *release;
  const SlipPlanState *state; /* while the plan is being shown */
  SlipMoment moment;

  SlipEntityList *list;
  GtkWidget *tail; /* the row of the buttons */
  GtkWidget *wider;
  GtkMenuButton *presets;
};

G_DEFINE_FINAL_TYPE (SlipRolloutSection, slip_rollout_section, GTK_TYPE_WIDGET)

static char *
dup_remark (const char *id, gpointer data)
{
  SlipRolloutSection *self = data;
  const SlipRow *stage = slip_plan_state_get (self->state, SLIP_KIND_STAGE, id);
  g_autofree char *standing = NULL;

  if (!stage)
    return NULL;
  standing = slip_stage_dup_standing (stage, self->moment);
  return g_strdup_printf ("%s %s",
                          slip_stage_state_get_sign (
                            slip_stage_get_state (stage)),
                          standing);
}

static void
wider_clicked_cb (SlipRolloutSection *self)
{
  const char *stage = g_object_get_data (G_OBJECT (self->wider), "slip-next");

  if (stage)
    slip_ask (GTK_WIDGET (self), SLIP_ACTION_ACT_ON_STAGE,
              g_variant_new ("(sss)", stage, "start", ""));
}

static void
slip_rollout_section_dispose (GObject *object)
{
  SlipRolloutSection *self = SLIP_ROLLOUT_SECTION (object);

  if (self->list)
    gtk_widget_unparent (GTK_WIDGET (self->list));
  self->list = NULL;

  G_OBJECT_CLASS (slip_rollout_section_parent_class)->dispose (object);
}

static void
slip_rollout_section_finalize (GObject *object)
{
  g_free (SLIP_ROLLOUT_SECTION (object)->release);

  G_OBJECT_CLASS (slip_rollout_section_parent_class)->finalize (object);
}

static void
slip_rollout_section_class_init (SlipRolloutSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = slip_rollout_section_dispose;
  G_OBJECT_CLASS (klass)->finalize = slip_rollout_section_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

/* Its place takes no focus, and goes when it goes. */
static void
append (GtkFlowBox *flow, GtkWidget *widget)
{
  GtkWidget *child = gtk_flow_box_child_new ();

  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), widget);
  gtk_widget_set_focusable (child, FALSE);
  g_object_bind_property (widget, "visible", child, "visible",
                          G_BINDING_SYNC_CREATE);
  gtk_flow_box_append (flow, child);
}

/* Below each other where long words leave no room for both. */
static GtkWidget *
new_tail (SlipRolloutSection *self)
{
  GtkWidget *flow = gtk_flow_box_new ();

  self->wider = gtk_button_new_with_mnemonic (_ ("Go _Wider…"));
  gtk_widget_set_name (self->wider, "go-wider");
  g_signal_connect_object (self->wider, "clicked",
                           G_CALLBACK (wider_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  self->presets = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_label (self->presets, _ ("Usual Rollouts"));
  gtk_widget_set_name (GTK_WIDGET (self->presets), "rollout-presets");
  /* What gets the focus is the button inside. */
  gtk_widget_set_name (gtk_widget_get_first_child (GTK_WIDGET (self->presets)),
                       "choose-preset");
  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (flow), GTK_SELECTION_NONE);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (flow), 6);
  gtk_flow_box_set_row_spacing (GTK_FLOW_BOX (flow), 6);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (flow), 2);
  append (GTK_FLOW_BOX (flow), self->wider);
  append (GTK_FLOW_BOX (flow), GTK_WIDGET (self->presets));
  gtk_widget_add_css_class (flow, "field");
  self->tail = slip_plain_row_new (flow);
  return self->tail;
}

static void
slip_rollout_section_init (SlipRolloutSection *self)
{
  self->list =
    SLIP_ENTITY_LIST (slip_entity_list_new (slip_stage_forms_get_stage ()));
  slip_entity_list_set_remark_func (self->list, dup_remark, self);
  slip_entity_list_set_tail (self->list, new_tail (self));
  gtk_widget_set_parent (GTK_WIDGET (self->list), GTK_WIDGET (self));
  gtk_widget_set_name (GTK_WIDGET (self), "rollout-section");
}

GtkWidget *
slip_rollout_section_new (void)
{
  return g_object_new (SLIP_TYPE_ROLLOUT_SECTION, NULL);
}

/* What can be done with the whole of it. */
static void
show_buttons (SlipRolloutSection *self)
{
  const SlipRow *next = slip_rollout_get_next (self->state, self->release);
  g_autoptr (GPtrArray) stages = slip_stage_list (self->state, self->release);
  gboolean has_begun = FALSE;

  for (guint i = 0; i < stages->len; i++)
    has_begun |=
      slip_stage_has_begun (stages->pdata[i]) ||
      slip_stage_get_state (stages->pdata[i]) == SLIP_STAGE_STATE_ROLLED_BACK;
  g_object_set_data_full (G_OBJECT (self->wider), "slip-next",
                          next ? g_strdup (slip_row_get_id (next)) : NULL,
                          g_free);
  gtk_widget_set_visible (self->wider, next != NULL);
  gtk_button_set_label (GTK_BUTTON (self->wider),
                        has_begun ? _ ("Go _Wider…") : _ ("_Start Rollout…"));
  gtk_widget_set_visible (GTK_WIDGET (self->presets), !has_begun);
  gtk_widget_set_visible (self->tail, next != NULL || !has_begun);
}

void
slip_rollout_section_set_release (SlipRolloutSection *self,
                                  const SlipPlanState *state,
                                  const char *release,
                                  SlipMoment moment)
{
  g_return_if_fail (SLIP_IS_ROLLOUT_SECTION (self));

  if (g_strcmp0 (self->release, release) != 0) {
    g_autoptr (GMenuModel) menu = slip_stage_forms_new_preset_menu (release);

    g_free (self->release);
    self->release = g_strdup (release);
    slip_entity_list_set_owner (self->list, release, NULL);
    /* Another menu would close the one that is open. */
    gtk_menu_button_set_menu_model (self->presets, menu);
  }
  self->state = state;
  self->moment = moment;
  gtk_widget_set_sensitive (GTK_WIDGET (self),
                            slip_plan_state_is_loaded (state, release));
  show_buttons (self);
  slip_entity_list_set_plan (self->list, state, moment.today);
  self->state = NULL;
}

void
slip_rollout_section_show_stage (SlipRolloutSection *self, const char *id)
{
  g_return_if_fail (SLIP_IS_ROLLOUT_SECTION (self));

  slip_entity_list_want (self->list, id);
}
