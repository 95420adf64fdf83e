/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-adjust-dialog.h"

#include "slip-date-text.h"
#include "slip-move.h"

#include <glib/gi18n-lib.h>

struct _SlipAdjustDialog {
  AdwWindow parent_instance;

  GtkCheckButton
    *checks[SLIP_N_ANCHORS]; /* of dates that followed, else NULL */
  gboolean is_filling;

  GtkWidget *apply;
  GtkLabel *title;
  GtkLabel *move_label;
  GtkWidget *heading;
  GtkCheckButton *only;
  GtkBox *dates;
};

G_DEFINE_FINAL_TYPE (SlipAdjustDialog, slip_adjust_dialog, ADW_TYPE_WINDOW)

enum {
  ADJUSTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static guint
get_stay (SlipAdjustDialog *self)
{
  guint stay = 0;

  for (guint i = 0; i < SLIP_N_ANCHORS; i++)
    if (self->checks[i] && !gtk_check_button_get_active (self->checks[i]))
      stay |= SLIP_ANCHOR_BIT (i);

  return stay;
}

static gboolean
is_all_unticked (SlipAdjustDialog *self)
{
  for (guint i = 0; i < SLIP_N_ANCHORS; i++)
    if (self->checks[i] && gtk_check_button_get_active (self->checks[i]))
      return FALSE;

  return TRUE;
}

static void
show_ticks (SlipAdjustDialog *self)
{
  self->is_filling = TRUE;
  gtk_check_button_set_active (self->only, is_all_unticked (self));
  self->is_filling = FALSE;
  gtk_widget_set_sensitive (self->apply, get_stay (self) != 0);
}

static void
date_toggled_cb (GtkCheckButton *check, SlipAdjustDialog *self)
{
  if (!self->is_filling)
    show_ticks (self);
}

static void
only_toggled_cb (GtkCheckButton *only, SlipAdjustDialog *self)
{
  if (self->is_filling)
    return;
  self->is_filling = TRUE;
  for (guint i = 0; i < SLIP_N_ANCHORS; i++)
    if (self->checks[i])
      gtk_check_button_set_active (self->checks[i],
                                   !gtk_check_button_get_active (only));
  self->is_filling = FALSE;
  show_ticks (self);
}

static void
apply_clicked_cb (GtkButton *button, SlipAdjustDialog *self)
{
  guint stay = get_stay (self);

  g_object_ref (self);
  if (stay != 0)
    g_signal_emit (self, signals[ADJUSTED], 0, stay);
  gtk_window_close (GTK_WINDOW (self));
  g_object_unref (self);
}

static void
slip_adjust_dialog_class_init (SlipAdjustDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[ADJUSTED] =
    g_signal_new ("adjusted", SLIP_TYPE_ADJUST_DIALOG, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0,
                                       "window.close", NULL);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/slipway_planner/Slipway/slip-adjust-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SlipAdjustDialog, apply);
  gtk_widget_class_bind_template_child (widget_class, SlipAdjustDialog, title);
  gtk_widget_class_bind_template_child (widget_class, SlipAdjustDialog,
                                        move_label);
  gtk_widget_class_bind_template_child (widget_class, SlipAdjustDialog,
                                        heading);
  gtk_widget_class_bind_template_child (widget_class, SlipAdjustDialog, only);
  gtk_widget_class_bind_template_child (widget_class, SlipAdjustDialog, dates);
  gtk_widget_class_bind_template_callback (widget_class, apply_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, only_toggled_cb);
}

static void
slip_adjust_dialog_init (SlipAdjustDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static char *
dup_change_text (const SlipDateChange *change, SlipDate today)
{
  g_autofree char *before = slip_planned_date_dup_text (change->before, today);
  g_autofree char *after = slip_planned_date_dup_text (change->after, today);

  return g_strdup_printf ("%s: %s → %s", slip_anchor_get_label (change->anchor),
                          before, after);
}

static void
add_date (SlipAdjustDialog *self, const SlipDateChange *change, SlipDate today)
{
  g_autofree char *text = dup_change_text (change, today);
  g_autofree char *name = g_strdup_printf ("adjust:%u", (guint) change->anchor);
  GtkWidget *check;

  if (change->anchor == SLIP_ANCHOR_RELEASE) {
    gtk_label_set_text (self->move_label, text);
    return;
  }
  check = gtk_check_button_new_with_label (text);
  gtk_widget_set_name (check, name);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  g_signal_connect (check, "toggled", G_CALLBACK (date_toggled_cb), self);
  gtk_box_append (self->dates, check);
  self->checks[change->anchor] = GTK_CHECK_BUTTON (check);
}

GtkWidget *
slip_adjust_dialog_new (const SlipPreview *preview,
                        const SlipPlanState *before,
                        SlipDate today)
{
  SlipAdjustDialog *self = g_object_new (SLIP_TYPE_ADJUST_DIALOG, NULL);
  const SlipRow *release =
    slip_plan_state_get (before, SLIP_KIND_RELEASE, preview->release);
  g_autofree char *title =
    release ? slip_release_dup_title (before, release) : NULL;
  gboolean has_followers;

  gtk_label_set_text (self->title, title ? title : "");
  for (guint i = 0; i < preview->dates->len; i++)
    add_date (self, &g_array_index (preview->dates, SlipDateChange, i), today);
  has_followers = gtk_widget_get_first_child (GTK_WIDGET (self->dates)) != NULL;
  gtk_widget_set_visible (GTK_WIDGET (self->only), has_followers);
  if (!has_followers)
    gtk_label_set_text (GTK_LABEL (self->heading),
                        _ ("Nothing else followed this move"));
  gtk_widget_set_sensitive (self->apply, FALSE);
  return GTK_WIDGET (self);
}
