/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-stage-strip.h"

#include "slip-actions.h"
#include "slip-plain-text.h"
#include "slip-rollout.h"
#include "slip-stage-text.h"
#include "slip-stage.h"

#include <glib/gi18n-lib.h>

struct _SlipStageStrip {
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *cells;
  GtkWidget *line;
};

G_DEFINE_FINAL_TYPE (SlipStageStrip, slip_stage_strip, GTK_TYPE_WIDGET)

static const char *const classes[] = {
  [SLIP_STAGE_STATE_PLANNED] = "planned",
  [SLIP_STAGE_STATE_ACTIVE] = "active",
  [SLIP_STAGE_STATE_HELD] = "held",
  [SLIP_STAGE_STATE_DONE] = "done",
  [SLIP_STAGE_STATE_ROLLED_BACK] = "rolled-back",
  [SLIP_STAGE_STATE_SKIPPED] = "skipped",
};

static GtkWidget *
new_cell (SlipStageStrip *self)
{
  GtkWidget *cell = gtk_button_new_with_label (NULL);
  GtkWidget *label = gtk_button_get_child (GTK_BUTTON (cell));

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), 2);
  gtk_widget_set_hexpand (cell, TRUE);
  gtk_box_append (GTK_BOX (self->cells), cell);
  return cell;
}

static void
show_cell (GtkWidget *cell, const SlipRow *stage, SlipMoment moment)
{
  SlipStageState state = slip_stage_get_state (stage);
  const char *css_classes[] = { "flat", "stage-cell", classes[state], NULL };
  g_autofree char *title = slip_stage_dup_title (stage);
  g_autofree char *standing = slip_stage_dup_standing (stage, moment);
  g_autofree char *tooltip = g_strdup_printf (_ ("%s: %s"), title, standing);
  g_autofree char *text =
    g_strdup_printf ("%s %s", slip_stage_state_get_sign (state), title);
  g_autofree char *isolated = slip_plain_text_dup_isolated (text);
  GtkWidget *label = gtk_button_get_child (GTK_BUTTON (cell));

  gtk_label_set_text (GTK_LABEL (label), isolated);
  gtk_widget_set_css_classes (cell, css_classes);
  gtk_widget_set_tooltip_text (cell, tooltip);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (cell), "(ss)",
                                    slip_row_get_owner (stage),
                                    slip_row_get_id (stage));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cell),
                                  SLIP_ACTION_SHOW_STAGE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  _ ("Shows it in the rollout"), -1);
}

/* The cells stay: one of them may have the focus. */
static void
show_cells (SlipStageStrip *self, const GPtrArray *stages, SlipMoment moment)
{
  GtkWidget *cell = gtk_widget_get_first_child (self->cells);

  for (guint i = 0; i < stages->len; i++) {
    if (!cell)
      cell = new_cell (self);
    show_cell (cell, stages->pdata[i], moment);
    cell = gtk_widget_get_next_sibling (cell);
  }
  while (cell) {
    GtkWidget *next = gtk_widget_get_next_sibling (cell);

    gtk_box_remove (GTK_BOX (self->cells), cell);
    cell = next;
  }
}

/* The current stage, else the next, and who has it. */
static char *
dup_line (const SlipPlanState *state, const char *release, SlipMoment moment)
{
  const SlipRow *stage = slip_rollout_get_current (state, release);
  g_autofree char *exposed = slip_rollout_dup_text (state, release);
  g_autofree char *title = NULL;
  g_autofree char *standing = NULL;

  if (!stage)
    stage = slip_rollout_get_next (state, release);
  if (!stage)
    return g_steal_pointer (&exposed);

  title = slip_stage_dup_title (stage);
  standing = slip_stage_dup_standing (stage, moment);
  return g_strdup_printf ("%s: %s\u00a0· %s", title, standing, exposed);
}

static void
slip_stage_strip_dispose (GObject *object)
{
  SlipStageStrip *self = SLIP_STAGE_STRIP (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (slip_stage_strip_parent_class)->dispose (object);
}

static void
slip_stage_strip_class_init (SlipStageStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = slip_stage_strip_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "stagestrip");
  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
slip_stage_strip_init (SlipStageStrip *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->cells = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);
  self->line = gtk_label_new (NULL);
  gtk_box_set_homogeneous (GTK_BOX (self->cells), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->line), 0);
  gtk_label_set_wrap (GTK_LABEL (self->line), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->line), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (self->line, "dim-label");
  gtk_widget_set_name (self->line, "rollout-line");
  gtk_box_append (GTK_BOX (self->box), self->cells);
  gtk_box_append (GTK_BOX (self->box), self->line);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_widget_set_name (GTK_WIDGET (self), "stage-strip");
}

GtkWidget *
slip_stage_strip_new (void)
{
  return g_object_new (SLIP_TYPE_STAGE_STRIP, NULL);
}

void
slip_stage_strip_set_release (SlipStageStrip *self,
                              const SlipPlanState *state,
                              const char *release,
                              SlipMoment moment)
{
  g_autoptr (GPtrArray) stages = NULL;
  g_autofree char *line = NULL;
  g_autofree char *label = NULL;

  g_return_if_fail (SLIP_IS_STAGE_STRIP (self));

  stages = slip_stage_list (state, release);
  gtk_widget_set_visible (GTK_WIDGET (self), stages->len > 0);
  if (stages->len == 0)
    return;
  show_cells (self, stages, moment);
  line = dup_line (state, release, moment);
  gtk_label_set_text (GTK_LABEL (self->line), line);
  /* Translators: followed by how far a rollout is. */
  label = g_strdup_printf (_ ("Rollout. %s"), line);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}
