/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-stage-dialog.h"

#include "slip-actions.h"
#include "slip-ask.h"
#include "slip-date-entry.h"
#include "slip-limits.h"
#include "slip-preview-lines.h"
#include "slip-stage-move.h"
#include "slip-stage.h"

#include <glib/gi18n-lib.h>

struct _SlipStageDialog {
  AdwWindow parent_instance;

  SlipPlanState *state;
  char *stage;
  SlipDate today;
  SlipDateEntry *entry;

  GtkWidget *move;
  GtkLabel *title;
  AdwBin *date_bin;
  GtkSpinButton *length;
  GtkLabel *refusal;
  GtkBox *lines;
};

G_DEFINE_FINAL_TYPE (SlipStageDialog, slip_stage_dialog, ADW_TYPE_WINDOW)

/* The days asked for; empty if what is typed is no date. */
static SlipRange
read_range (SlipStageDialog *self)
{
  g_autoptr (GError) error = NULL;
  SlipPlannedDate first = slip_date_entry_read (self->entry, &error);
  int length = gtk_spin_button_get_value_as_int (self->length);

  if (error || !slip_date_is_set (first.date))
    return slip_range_new (SLIP_DATE_NONE, SLIP_DATE_NONE);
  return slip_range_new (first.date,
                         slip_date_add_days (first.date, length - 1));
}

static void
show_consequences (SlipStageDialog *self)
{
  const SlipConflictContext context =
    slip_limits_get_context (GTK_WIDGET (self), self->today);
  g_autoptr (SlipStageMove) move = NULL;
  g_autoptr (SlipPreview) preview = NULL;
  g_autoptr (GError) error = NULL;
  SlipRange to = read_range (self);
  gboolean is_told;

  if (!slip_range_is_empty (to)) {
    move = slip_stage_move_new (self->stage, to, self->today);
    preview = slip_stage_move_preview (self->state, move, &context, &error);
  }
  is_told =
    error && !g_error_matches (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_NOTHING);
  gtk_label_set_text (self->refusal, is_told ? error->message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->refusal), is_told);
  slip_preview_lines_show (self->lines, preview);
  gtk_widget_set_visible (GTK_WIDGET (self->lines), preview != NULL);
  gtk_widget_set_sensitive (self->move, preview != NULL);
}

static void
changed_cb (SlipDateEntry *entry, SlipStageDialog *self)
{
  show_consequences (self);
}

static void
length_changed_cb (GtkSpinButton *length, SlipStageDialog *self)
{
  if (self->state)
    show_consequences (self);
}

static void
move_clicked_cb (GtkButton *button, SlipStageDialog *self)
{
  SlipRange to;
  char first[SLIP_DATE_TEXT_SIZE];
  char last[SLIP_DATE_TEXT_SIZE];

  gtk_spin_button_update (self->length);
  to = read_range (self);
  if (!slip_date_entry_commit (self->entry) || slip_range_is_empty (to))
    return;
  slip_ask (GTK_WIDGET (self), SLIP_ACTION_MOVE_STAGE,
            g_variant_new ("(sss)", self->stage,
                           slip_date_print (to.first, first),
                           slip_date_print (to.last, last)));
  gtk_window_close (GTK_WINDOW (self));
}

static void
slip_stage_dialog_finalize (GObject *object)
{
  SlipStageDialog *self = SLIP_STAGE_DIALOG (object);

  g_clear_pointer (&self->state, slip_plan_state_unref);
  g_free (self->stage);

  G_OBJECT_CLASS (slip_stage_dialog_parent_class)->finalize (object);
}

static void
slip_stage_dialog_class_init (SlipStageDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = slip_stage_dialog_finalize;
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0,
                                       "window.close", NULL);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/slipway_planner/Slipway/slip-stage-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SlipStageDialog, move);
  gtk_widget_class_bind_template_child (widget_class, SlipStageDialog, title);
  gtk_widget_class_bind_template_child (widget_class, SlipStageDialog,
                                        date_bin);
  gtk_widget_class_bind_template_child (widget_class, SlipStageDialog, length);
  gtk_widget_class_bind_template_child (widget_class, SlipStageDialog, refusal);
  gtk_widget_class_bind_template_child (widget_class, SlipStageDialog, lines);
  gtk_widget_class_bind_template_callback (widget_class, length_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, move_clicked_cb);
}

static void
slip_stage_dialog_init (SlipStageDialog *self)
{
  GtkWidget *entry = slip_date_entry_new (FALSE);

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_text_set_activates_default (
    GTK_TEXT (gtk_editable_get_delegate (GTK_EDITABLE (self->length))), TRUE);
  self->entry = SLIP_DATE_ENTRY (entry);
  slip_date_entry_set_label (self->entry, _ ("First day"));
  g_signal_connect (entry, "committed", G_CALLBACK (changed_cb), self);
  g_signal_connect (entry, "typed", G_CALLBACK (changed_cb), self);
  adw_bin_set_child (self->date_bin, entry);
}

GtkWidget *
slip_stage_dialog_new (const SlipPlanState *state,
                       const char *stage,
                       SlipDate today,
                       gboolean is_about_length)
{
  const SlipRow *row = slip_plan_state_get (state, SLIP_KIND_STAGE, stage);
  const SlipRow *release;
  SlipStageDialog *self;
  g_autofree char *name = NULL;
  g_autofree char *release_title = NULL;
  g_autofree char *title = NULL;
  SlipPlannedDate first = { .certainty = SLIP_CERTAINTY_CONFIRMED };
  SlipRange days;

  g_return_val_if_fail (row, NULL);

  release =
    slip_plan_state_get (state, SLIP_KIND_RELEASE, slip_row_get_owner (row));
  self = g_object_new (SLIP_TYPE_STAGE_DIALOG, NULL);
  self->stage = g_strdup (stage);
  self->today = today;
  name = slip_stage_dup_title (row);
  release_title = slip_release_dup_title (state, release);
  /* Translators: a rollout stage and its release: '25 % of Console 12.1'. */
  title = g_strdup_printf (_ ("%s of %s"), name, release_title);
  gtk_label_set_text (self->title, title);
  gtk_window_set_title (GTK_WINDOW (self), is_about_length
                                             ? _ ("Change Length")
                                             : _ ("Move Stage to Date"));
  days = slip_stage_get_days (row);
  first.date = days.first;
  gtk_spin_button_set_value (self->length, slip_range_get_length (days));
  slip_date_entry_set_planned (self->entry, first, today);
  gtk_widget_set_sensitive (GTK_WIDGET (self->entry),
                            slip_stage_can_move (row));
  self->state = slip_plan_state_ref (state);
  show_consequences (self);
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  gtk_widget_grab_focus (is_about_length || !slip_stage_can_move (row)
                           ? GTK_WIDGET (self->length)
                           : GTK_WIDGET (self->entry));
  return GTK_WIDGET (self);
}

void
slip_stage_dialog_set_state (SlipStageDialog *self, const SlipPlanState *state)
{
  g_return_if_fail (SLIP_IS_STAGE_DIALOG (self));

  slip_plan_state_ref (state);
  slip_plan_state_unref (self->state);
  self->state = (SlipPlanState *) state;
  show_consequences (self);
}
