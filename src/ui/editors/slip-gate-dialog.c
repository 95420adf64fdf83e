/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-gate-dialog.h"

#include "slip-actions.h"
#include "slip-ask.h"
#include "slip-control-name.h"
#include "slip-gate-list.h"
#include "slip-release.h"
#include "slip-stage.h"

#include <glib/gi18n-lib.h>

#define WIDTH_PX  520
#define HEIGHT_PX 560

struct _SlipGateDialog {
  AdwWindow parent_instance;

  char *release;
  char *stage;

  AdwWindowTitle *heading;
  GtkLabel *sum;
  SlipGateList *list;
};

G_DEFINE_FINAL_TYPE (SlipGateDialog, slip_gate_dialog, ADW_TYPE_WINDOW)

static void
usual_clicked_cb (SlipGateDialog *self)
{
  slip_ask (GTK_WIDGET (self), SLIP_ACTION_ADD_USUAL_CRITERIA,
            g_variant_new ("(ss)", self->release, self->stage));
}

static void
decide_clicked_cb (SlipGateDialog *self)
{
  slip_ask (GTK_WIDGET (self), SLIP_ACTION_DECIDE,
            g_variant_new ("(sss)", self->release, self->stage, "go"));
}

static GMenuModel *
new_add_menu (SlipGateDialog *self)
{
  GMenu *menu = g_menu_new ();

  for (guint type = 0; type < SLIP_N_CRITERIA; type++) {
    g_autoptr (GMenuItem) item =
      g_menu_item_new (slip_criterion_type_get_label (type), NULL);

    g_menu_item_set_action_and_target_value (
      item, SLIP_ACTION_ADD_CRITERION,
      g_variant_new ("(sss)", self->release, self->stage,
                     slip_criterion_type_get_nick (type)));
    g_menu_append_item (menu, item);
  }
  return G_MENU_MODEL (menu);
}

static GtkWidget *
new_add_button (SlipGateDialog *self)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenuModel) menu = new_add_menu (self);
  const char *label = _ ("Add Criterion");

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "list-add-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), menu);
  gtk_widget_set_tooltip_text (button, label);
  gtk_widget_set_name (gtk_widget_get_first_child (button), "add-criterion");
  /* Assistive technology sees the button inside. */
  slip_control_name_set (button, label);
  return button;
}

static GtkWidget *
new_content (SlipGateDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *sum = gtk_label_new (NULL);
  GtkWidget *usual =
    gtk_button_new_with_mnemonic (_ ("Add the _Usual Criteria"));

  self->sum = GTK_LABEL (sum);
  gtk_label_set_xalign (self->sum, 0);
  gtk_label_set_wrap (self->sum, TRUE);
  gtk_widget_add_css_class (sum, "dim-label");
  self->list = SLIP_GATE_LIST (slip_gate_list_new ());
  gtk_widget_set_name (usual, "usual-criteria");
  gtk_widget_set_halign (usual, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (usual, "pill");
  g_signal_connect_swapped (usual, "clicked", G_CALLBACK (usual_clicked_cb),
                            self);
  gtk_box_append (GTK_BOX (box), sum);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (box), usual);
  gtk_widget_add_css_class (box, "decision");
  gtk_widget_add_css_class (box, "gate");
  return box;
}

static GtkWidget *
new_header (SlipGateDialog *self)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *decide = gtk_button_new_with_mnemonic (_ ("_Decide…"));

  self->heading = ADW_WINDOW_TITLE (adw_window_title_new ("", ""));
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header),
                                   GTK_WIDGET (self->heading));
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), new_add_button (self));
  gtk_widget_set_name (decide, "decide-gate");
  g_signal_connect_swapped (decide, "clicked", G_CALLBACK (decide_clicked_cb),
                            self);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), decide);
  return header;
}

static void
slip_gate_dialog_finalize (GObject *object)
{
  SlipGateDialog *self = SLIP_GATE_DIALOG (object);

  g_free (self->release);
  g_free (self->stage);

  G_OBJECT_CLASS (slip_gate_dialog_parent_class)->finalize (object);
}

static void
slip_gate_dialog_class_init (SlipGateDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = slip_gate_dialog_finalize;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape,
                                       0, "window.close", NULL);
}

static void
slip_gate_dialog_init (SlipGateDialog *self)
{
  gtk_widget_set_name (GTK_WIDGET (self), "gate-dialog");
  gtk_window_set_default_size (GTK_WINDOW (self), WIDTH_PX, HEIGHT_PX);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (self), TRUE);
}

GtkWidget *
slip_gate_dialog_new (const char *release, const char *stage)
{
  SlipGateDialog *self = g_object_new (SLIP_TYPE_GATE_DIALOG, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->release = g_strdup (release);
  self->stage = g_strdup (stage);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller),
                                  GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (box), new_header (self));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller),
                                 new_content (self));
  gtk_box_append (GTK_BOX (box), scroller);
  adw_window_set_content (ADW_WINDOW (self), box);
  return GTK_WIDGET (self);
}

void
slip_gate_dialog_set_plan (SlipGateDialog *self,
                           const SlipPlanState *state,
                           SlipMoment moment)
{
  g_autoptr (SlipGate) gate = NULL;
  g_autofree char *title = NULL;
  g_autofree char *stage = NULL;
  g_autofree char *heading = NULL;
  g_autofree char *sum = NULL;

  g_return_if_fail (SLIP_IS_GATE_DIALOG (self));

  gate = state ? slip_gate_evaluate (state, self->stage, moment) : NULL;
  if (!gate || slip_release_is_deleted (gate->release)) {
    gtk_window_close (GTK_WINDOW (self));
    return;
  }
  title = slip_release_dup_short_title (state, gate->release);
  stage = slip_stage_dup_title (gate->stage);
  /* Translators: a stage of a rollout. */
  heading = g_strdup_printf (_ ("Gate of %s"), stage);
  adw_window_title_set_title (self->heading, heading);
  adw_window_title_set_subtitle (self->heading, title);
  gtk_window_set_title (GTK_WINDOW (self), heading);
  sum = slip_gate_dup_text (gate);
  gtk_label_set_text (self->sum, sum);
  slip_gate_list_set_gate (self->list, gate);
}
