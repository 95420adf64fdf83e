/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-adjust-dialog.h"

#include "slip-date-text.h"
#include "slip-move.h"

#include <glib/gi18n-lib.h>

/* What a box stands for: a date, or a part of the release. */
typedef struct {
  GtkCheckButton *check;
  int anchor; /* -1 for a part */
  char *part;
  SlipPartFate fate;
} Choice;

struct _SlipAdjustDialog {
  AdwWindow parent_instance;

  GPtrArray *choices;
  gboolean is_filling;

  GtkWidget *apply;
  GtkLabel *title;
  GtkLabel *move_label;
  GtkWidget *heading;
  GtkCheckButton *only;
  GtkCheckButton *dependents;
  gboolean took_dependents;
  GtkBox *dates;
};

G_DEFINE_FINAL_TYPE (SlipAdjustDialog, slip_adjust_dialog, ADW_TYPE_WINDOW)

enum {
  ADJUSTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
choice_free (gpointer data)
{
  Choice *choice = data;

  g_free (choice->part);
  g_free (choice);
}

static gboolean
is_ticked (const Choice *choice)
{
  return gtk_check_button_get_active (choice->check);
}

/* Whether the move as it was done has it follow. */
static gboolean
followed (const Choice *choice)
{
  return choice->fate == SLIP_PART_FOLLOWS;
}

static guint
get_stay (SlipAdjustDialog *self)
{
  guint stay = gtk_check_button_get_active (self->dependents)
                 ? SLIP_MOVE_TAKE_DEPENDENTS
                 : 0;

  for (guint i = 0; i < self->choices->len; i++) {
    const Choice *choice = self->choices->pdata[i];

    if (choice->anchor >= 0 && !is_ticked (choice))
      stay |= SLIP_ANCHOR_BIT (choice->anchor);
  }

  return stay;
}

/* The parts that are unticked, or those that were pinned before and are ticked
 * now. */
static GStrv
dup_parts (SlipAdjustDialog *self, gboolean is_freed)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < self->choices->len; i++) {
    const Choice *choice = self->choices->pdata[i];

    if (choice->anchor < 0 && is_ticked (choice) == is_freed &&
        (choice->fate == SLIP_PART_PINNED) == is_freed)
      g_strv_builder_add (builder, choice->part);
  }

  return g_strv_builder_end (builder);
}

static void
show_ticks (SlipAdjustDialog *self)
{
  gboolean is_any_ticked = FALSE;
  gboolean is_changed =
    gtk_check_button_get_active (self->dependents) != self->took_dependents;

  for (guint i = 0; i < self->choices->len; i++) {
    const Choice *choice = self->choices->pdata[i];

    is_any_ticked |= is_ticked (choice);
    is_changed |= is_ticked (choice) != followed (choice);
  }

  self->is_filling = TRUE;
  gtk_check_button_set_active (self->only, !is_any_ticked);
  self->is_filling = FALSE;
  gtk_widget_set_sensitive (self->apply, is_changed);
}

static void
choice_toggled_cb (GtkCheckButton *check, SlipAdjustDialog *self)
{
  if (!self->is_filling)
    show_ticks (self);
}

static void
dependents_toggled_cb (GtkCheckButton *dependents, SlipAdjustDialog *self)
{
  if (!self->is_filling)
    show_ticks (self);
}

/* Untick: nothing follows.  Tick again: what is not pinned does. */
static void
only_toggled_cb (GtkCheckButton *only, SlipAdjustDialog *self)
{
  if (self->is_filling)
    return;
  self->is_filling = TRUE;
  for (guint i = 0; i < self->choices->len; i++) {
    const Choice *choice = self->choices->pdata[i];

    gtk_check_button_set_active (choice->check,
                                 !gtk_check_button_get_active (only) &&
                                   choice->fate != SLIP_PART_PINNED);
  }
  self->is_filling = FALSE;
  show_ticks (self);
}

static void
apply_clicked_cb (GtkButton *button, SlipAdjustDialog *self)
{
  g_auto (GStrv) kept = dup_parts (self, FALSE);
  g_auto (GStrv) freed = dup_parts (self, TRUE);

  g_object_ref (self);
  g_signal_emit (self, signals[ADJUSTED], 0, get_stay (self), kept, freed);
  gtk_window_close (GTK_WINDOW (self));
  g_object_unref (self);
}

static void
slip_adjust_dialog_finalize (GObject *object)
{
  g_ptr_array_unref (SLIP_ADJUST_DIALOG (object)->choices);

  G_OBJECT_CLASS (slip_adjust_dialog_parent_class)->finalize (object);
}

static void
slip_adjust_dialog_class_init (SlipAdjustDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = slip_adjust_dialog_finalize;

  signals[ADJUSTED] =
    g_signal_new ("adjusted", SLIP_TYPE_ADJUST_DIALOG, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 3, G_TYPE_UINT, G_TYPE_STRV,
                  G_TYPE_STRV);
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
  gtk_widget_class_bind_template_child (widget_class, SlipAdjustDialog,
                                        dependents);
  gtk_widget_class_bind_template_child (widget_class, SlipAdjustDialog, dates);
  gtk_widget_class_bind_template_callback (widget_class, apply_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, dependents_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, only_toggled_cb);
}

static void
slip_adjust_dialog_init (SlipAdjustDialog *self)
{
  self->choices = g_ptr_array_new_with_free_func (choice_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

static char *
dup_change_text (const SlipDateChange *change, SlipDate today)
{
  g_autofree char *before = slip_planned_date_dup_text (change->before, today);
  g_autofree char *after = slip_planned_date_dup_text (change->after, today);

  return g_strdup_printf (_ ("%s: %s → %s"),
                          slip_anchor_get_label (change->anchor), before,
                          after);
}

/* Adds a box named @name; takes @part. */
static void
add_choice (SlipAdjustDialog *self,
            const char *name,
            const char *text,
            Choice choice)
{
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *check = gtk_check_button_new ();

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_set_name (check, name);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), followed (&choice));
  g_signal_connect (check, "toggled", G_CALLBACK (choice_toggled_cb), self);
  gtk_box_append (self->dates, check);

  choice.check = GTK_CHECK_BUTTON (check);
  g_ptr_array_add (self->choices, g_memdup2 (&choice, sizeof choice));
}

static void
add_date (SlipAdjustDialog *self, const SlipDateChange *change, SlipDate today)
{
  g_autofree char *text = dup_change_text (change, today);
  g_autofree char *name = g_strdup_printf ("adjust:%u", (guint) change->anchor);

  if (change->anchor == SLIP_ANCHOR_RELEASE)
    gtk_label_set_text (self->move_label, text);
  else
    add_choice (self, name, text,
                (Choice){ .anchor = (int) change->anchor,
                          .fate = SLIP_PART_FOLLOWS });
}

/* A date that this move pinned may be let go again. */
static void
add_kept_date (SlipAdjustDialog *self,
               const SlipDateChange *change,
               const SlipRow *before,
               SlipDate today)
{
  g_autofree char *name = g_strdup_printf ("adjust:%u", (guint) change->anchor);
  g_autofree char *day = NULL;
  g_autofree char *text = NULL;

  if (change->anchor == SLIP_ANCHOR_RELEASE || !change->is_pinned ||
      before == NULL || slip_release_is_pinned (before, change->anchor))
    return;

  day = slip_planned_date_dup_text (change->after, today);
  text = g_strdup_printf (_ ("%s: pinned, %s"),
                          slip_anchor_get_label (change->anchor), day);
  add_choice (self, name, text,
              (Choice){ .anchor = (int) change->anchor,
                        .fate = SLIP_PART_KEPT });
}

/* 'Support: Train the team: 1 Dec → 9 Dec', or how it stays. */
static char *
dup_part_text (const SlipPartChange *change, SlipDate today)
{
  g_autofree char *before =
    slip_date_dup_text (change->before, SLIP_DATE_STYLE_MEDIUM, today);
  g_autofree char *after =
    slip_date_dup_text (change->after, SLIP_DATE_STYLE_MEDIUM, today);
  g_autofree char *title =
    change->audience != NULL
      /* Translators: an audience, and something to be done for it. */
      ? g_strdup_printf (_ ("%s: %s"), change->audience, change->title)
      : g_strdup (change->title);

  switch (change->fate) {
  case SLIP_PART_FOLLOWS:
    if (change->was_overdue)
      /* Translators: a title, a day before and a day after. */
      return g_strdup_printf (_ ("%s: %s → %s (was overdue)"), title, before,
                              after);
    return g_strdup_printf (_ ("%s: %s → %s"), title, before, after);
  case SLIP_PART_KEPT:
  case SLIP_PART_PINNED:
    /* Translators: a title and a day. */
    return g_strdup_printf (_ ("%s: pinned, %s"), title, after);
  case SLIP_PART_OVER:
    /* Translators: a title and a day. */
    return g_strdup_printf (_ ("%s: done, stays on %s"), title, after);
  case SLIP_PART_FIXED:
  case SLIP_N_PART_FATES:
    break;
  }

  /* Translators: a title and a day. */
  return g_strdup_printf (_ ("%s: fixed, stays on %s"), title, after);
}

static void
add_part (SlipAdjustDialog *self, const SlipPartChange *change, SlipDate today)
{
  g_autofree char *text = dup_part_text (change, today);
  g_autofree char *name = g_strdup_printf ("adjust:%s", change->id);

  if (change->is_launch)
    return;
  add_choice (self, name, text,
              (Choice){ .anchor = -1,
                        .part = g_strdup (change->id),
                        .fate = change->fate });
}

/* What cannot be moved is told all the same. */
static void
add_staying (SlipAdjustDialog *self,
             const SlipPartChange *change,
             SlipDate today)
{
  g_autofree char *text = dup_part_text (change, today);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (self->dates, label);
}

static gboolean
has_choice (SlipPartFate fate)
{
  return fate == SLIP_PART_FOLLOWS || fate == SLIP_PART_KEPT ||
         fate == SLIP_PART_PINNED;
}

static void
add_parts (SlipAdjustDialog *self, const GPtrArray *parts, SlipDate today)
{
  for (guint fate = 0; fate < SLIP_N_PART_FATES; fate++)
    for (guint i = 0; i < parts->len; i++) {
      const SlipPartChange *change = parts->pdata[i];

      if (change->fate != (SlipPartFate) fate)
        continue;
      if (has_choice (change->fate))
        add_part (self, change, today);
      else
        add_staying (self, change, today);
    }
}

/* Releases that depend on this one, where they would come too early or moved
 * along. */
static void
show_dependents (SlipAdjustDialog *self, const SlipPreview *preview)
{
  g_autofree char *titles = slip_preview_dup_dependents (preview);
  g_autofree char *text = NULL;
  GtkWidget *label;

  if (!titles)
    return;

  text =
    /* Translators: titles of releases. */
    g_strdup_printf (_ ("What depends on it moves as far as it must: %s"),
                     titles);
  label = gtk_label_new (text);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_check_button_set_child (self->dependents, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->dependents),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  self->took_dependents = slip_preview_takes_dependents (preview);
  self->is_filling = TRUE;
  gtk_check_button_set_active (self->dependents, self->took_dependents);
  self->is_filling = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->dependents), TRUE);
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
  gtk_label_set_text (self->title, title ? title : "");
  for (guint i = 0; i < preview->dates->len; i++)
    add_date (self, &g_array_index (preview->dates, SlipDateChange, i), today);
  for (guint i = 0; i < preview->staying->len; i++)
    add_kept_date (self, &g_array_index (preview->staying, SlipDateChange, i),
                   release, today);
  if (preview->title != NULL)
    gtk_label_set_text (self->move_label, preview->title);
  add_parts (self, preview->parts, today);
  show_dependents (self, preview);
  gtk_widget_set_visible (GTK_WIDGET (self->only), self->choices->len > 0);
  if (self->choices->len == 0)
    gtk_label_set_text (GTK_LABEL (self->heading),
                        _ ("Nothing else followed this move"));
  show_ticks (self);
  /* Else it is the button that calls it off. */
  if (self->choices->len > 0)
    gtk_widget_grab_focus (GTK_WIDGET (self->only));
  return GTK_WIDGET (self);
}
