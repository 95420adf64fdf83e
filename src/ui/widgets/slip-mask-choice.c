/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-mask-choice.h"

#include "slip-date-text.h"

#include <langinfo.h>

#define MAX_BITS 12

struct _SlipMaskChoice {
  GtkWidget parent_instance;

  GtkWidget *flow;
  GtkToggleButton *buttons[MAX_BITS]; /* by bit */
  guint n_bits;
  gboolean is_filling;
};

G_DEFINE_FINAL_TYPE (SlipMaskChoice, slip_mask_choice, GTK_TYPE_WIDGET)

enum {
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
toggled_cb (GtkToggleButton *button, SlipMaskChoice *self)
{
  if (!self->is_filling)
    g_signal_emit (self, signals[CHOSEN], 0);
}

static void
slip_mask_choice_dispose (GObject *object)
{
  SlipMaskChoice *self = SLIP_MASK_CHOICE (object);

  g_clear_pointer (&self->flow, gtk_widget_unparent);

  G_OBJECT_CLASS (slip_mask_choice_parent_class)->dispose (object);
}

static void
slip_mask_choice_class_init (SlipMaskChoiceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = slip_mask_choice_dispose;
  signals[CHOSEN] =
    g_signal_new ("chosen", SLIP_TYPE_MASK_CHOICE, G_SIGNAL_RUN_LAST, 0, NULL,
                  NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "maskchoice");
  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
slip_mask_choice_init (SlipMaskChoice *self)
{
  self->flow = gtk_grid_new ();
  gtk_grid_set_column_spacing (GTK_GRID (self->flow), 4);
  gtk_grid_set_row_spacing (GTK_GRID (self->flow), 4);
  gtk_grid_set_column_homogeneous (GTK_GRID (self->flow), TRUE);
  gtk_widget_set_parent (self->flow, GTK_WIDGET (self));
}

static void
add_button (SlipMaskChoice *self,
            guint bit,
            const char *text,
            const char *name,
            int column,
            int row)
{
  GtkWidget *button = gtk_toggle_button_new_with_label (text);

  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_hexpand (button, TRUE);
  g_signal_connect (button, "toggled", G_CALLBACK (toggled_cb), self);
  gtk_grid_attach (GTK_GRID (self->flow), button, column, row, 1, 1);
  self->buttons[bit] = GTK_TOGGLE_BUTTON (button);
  self->n_bits = MAX (self->n_bits, bit + 1);
}

GtkWidget *
slip_mask_choice_new_weekdays (void)
{
  SlipMaskChoice *self = g_object_new (SLIP_TYPE_MASK_CHOICE, NULL);
  guint first = slip_locale_get_first_weekday ();

  for (guint i = 0; i < 7; i++) {
    guint bit = (first - 1 + i) % 7;

    add_button (self, bit, slip_weekday_get_name (bit + 1, TRUE),
                slip_weekday_get_name (bit + 1, FALSE), (int) i, 0);
  }
  return GTK_WIDGET (self);
}

GtkWidget *
slip_mask_choice_new_months (void)
{
  static const nl_item names[] = {
    MON_1, MON_2, MON_3, MON_4,  MON_5,  MON_6,
    MON_7, MON_8, MON_9, MON_10, MON_11, MON_12
  };
  static const nl_item short_names[] = {
    ABMON_1, ABMON_2, ABMON_3, ABMON_4,  ABMON_5,  ABMON_6,
    ABMON_7, ABMON_8, ABMON_9, ABMON_10, ABMON_11, ABMON_12
  };
  SlipMaskChoice *self = g_object_new (SLIP_TYPE_MASK_CHOICE, NULL);

  for (guint i = 0; i < 12; i++)
    add_button (self, i, nl_langinfo (short_names[i]), nl_langinfo (names[i]),
                (int) i % 6, (int) i / 6);
  return GTK_WIDGET (self);
}

void
slip_mask_choice_set_mask (SlipMaskChoice *self, guint mask)
{
  g_return_if_fail (SLIP_IS_MASK_CHOICE (self));

  self->is_filling = TRUE;
  for (guint i = 0; i < self->n_bits; i++)
    gtk_toggle_button_set_active (self->buttons[i], (mask & (1u << i)) != 0);
  self->is_filling = FALSE;
}

guint
slip_mask_choice_get_mask (SlipMaskChoice *self)
{
  guint mask = 0;

  g_return_val_if_fail (SLIP_IS_MASK_CHOICE (self), 0);

  for (guint i = 0; i < self->n_bits; i++)
    if (gtk_toggle_button_get_active (self->buttons[i]))
      mask |= 1u << i;

  return mask;
}

void
slip_mask_choice_set_label (SlipMaskChoice *self, const char *label)
{
  g_return_if_fail (SLIP_IS_MASK_CHOICE (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}
