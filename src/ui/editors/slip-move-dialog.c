/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-move-dialog.h"

#include "slip-actions.h"
#include "slip-ask.h"
#include "slip-date-entry.h"
#include "slip-limits.h"
#include "slip-move.h"
#include "slip-preview-lines.h"

#include <glib/gi18n-lib.h>

struct _SlipMoveDialog {
  AdwWindow parent_instance;

  SlipPlanState *state;
  char *release;
  SlipDate today;
  SlipDateEntry *entry;
  gboolean has_asked; /* for the checklists, which state does not have */

  GtkWidget *move;
  GtkLabel *title;
  AdwBin *date_bin;
  GtkCheckButton *only;
  GtkCheckButton *dependents;
  GtkBox *lines;
};

G_DEFINE_FINAL_TYPE (SlipMoveDialog, slip_move_dialog, ADW_TYPE_WINDOW)

static guint
get_stay (SlipMoveDialog *self)
{
  guint stay =
    gtk_check_button_get_active (self->only) ? SLIP_MOVE_ONLY_RELEASE : 0;

  return gtk_check_button_get_active (self->dependents)
           ? stay | SLIP_MOVE_TAKE_DEPENDENTS
           : stay;
}

/* Only asked where something would come too early. */
static void
show_dependents (SlipMoveDialog *self, const SlipPreview *preview)
{
  g_autofree char *titles =
    preview ? slip_preview_dup_dependents (preview) : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->dependents),
                          titles ||
                            gtk_check_button_get_active (self->dependents));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->dependents), titles);
}

static void
show_consequences (SlipMoveDialog *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) refusal = NULL;
  g_autoptr (SlipMove) move = NULL;
  g_autoptr (SlipPreview) preview = NULL;
  const SlipConflictContext context =
    slip_limits_get_context (GTK_WIDGET (self), self->today);
  SlipPlannedDate to = slip_date_entry_read (self->entry, &error);

  if (!error) {
    move = slip_move_new (self->release, to, get_stay (self), self->today);
    preview = slip_preview_new (self->state, self->release, slip_move_run, move,
                                &context, &refusal);
  }
  if (!self->has_asked &&
      g_error_matches (refusal, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_NOT_LOADED)) {
    self->has_asked = TRUE;
    slip_ask (GTK_WIDGET (self), SLIP_ACTION_LOAD_PARTS,
              g_variant_new_string (self->release));
  }
  show_dependents (self, preview);
  slip_preview_lines_show (self->lines,
                           preview && !preview->is_noop ? preview : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->lines),
                          preview && !preview->is_noop);
  gtk_widget_set_sensitive (self->move,
                            error || (preview && !preview->is_noop));
}

static void
changed_cb (SlipDateEntry *entry, SlipMoveDialog *self)
{
  show_consequences (self);
}

static void
only_toggled_cb (GtkCheckButton *only, SlipMoveDialog *self)
{
  show_consequences (self);
}

static void
move_clicked_cb (GtkButton *button, SlipMoveDialog *self)
{
  SlipPlannedDate to;
  g_autofree char *day = NULL;
  const SlipProperty *certainty =
    slip_schema_get_property (SLIP_KIND_RELEASE,
                              SLIP_RELEASE_RELEASE_CERTAINTY);

  if (!slip_date_entry_commit (self->entry))
    return;
  to = slip_date_entry_get_planned (self->entry);
  day = slip_date_to_text (to.date);
  slip_ask (GTK_WIDGET (self), SLIP_ACTION_MOVE_PLANNED,
            g_variant_new ("(sssu)", self->release, day ? day : "",
                           certainty->values[to.certainty].nick,
                           get_stay (self)));
  gtk_window_close (GTK_WINDOW (self));
}

static void
slip_move_dialog_finalize (GObject *object)
{
  SlipMoveDialog *self = SLIP_MOVE_DIALOG (object);

  g_clear_pointer (&self->state, slip_plan_state_unref);
  g_free (self->release);

  G_OBJECT_CLASS (slip_move_dialog_parent_class)->finalize (object);
}

static void
slip_move_dialog_class_init (SlipMoveDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = slip_move_dialog_finalize;
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0,
                                       "window.close", NULL);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/slipway_planner/Slipway/slip-move-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SlipMoveDialog, move);
  gtk_widget_class_bind_template_child (widget_class, SlipMoveDialog, title);
  gtk_widget_class_bind_template_child (widget_class, SlipMoveDialog, date_bin);
  gtk_widget_class_bind_template_child (widget_class, SlipMoveDialog, only);
  gtk_widget_class_bind_template_child (widget_class, SlipMoveDialog,
                                        dependents);
  gtk_widget_class_bind_template_child (widget_class, SlipMoveDialog, lines);
  gtk_widget_class_bind_template_callback (widget_class, move_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, only_toggled_cb);
}

static void
slip_move_dialog_init (SlipMoveDialog *self)
{
  GtkWidget *entry = slip_date_entry_new (TRUE);

  gtk_widget_init_template (GTK_WIDGET (self));
  self->entry = SLIP_DATE_ENTRY (entry);
  slip_date_entry_set_label (self->entry, _ ("New release date"));
  g_signal_connect (entry, "committed", G_CALLBACK (changed_cb), self);
  g_signal_connect (entry, "typed", G_CALLBACK (changed_cb), self);
  adw_bin_set_child (self->date_bin, entry);
}

GtkWidget *
slip_move_dialog_new (const SlipPlanState *state,
                      const char *release,
                      SlipDate today)
{
  const SlipRow *row = slip_plan_state_get (state, SLIP_KIND_RELEASE, release);
  SlipMoveDialog *self;
  g_autofree char *title = NULL;

  g_return_val_if_fail (row, NULL);

  self = g_object_new (SLIP_TYPE_MOVE_DIALOG, NULL);
  self->state = slip_plan_state_ref (state);
  self->release = g_strdup (release);
  self->today = today;
  title = slip_release_dup_title (state, row);
  gtk_label_set_text (self->title, title);
  slip_date_entry_set_planned (
    self->entry, slip_release_get_planned (row, SLIP_ANCHOR_RELEASE), today);
  show_consequences (self);
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  return GTK_WIDGET (self);
}

void
slip_move_dialog_set_state (SlipMoveDialog *self, const SlipPlanState *state)
{
  g_return_if_fail (SLIP_IS_MOVE_DIALOG (self));

  slip_plan_state_unref (self->state);
  self->state = slip_plan_state_ref (state);
  self->has_asked = FALSE;
  show_consequences (self);
}
