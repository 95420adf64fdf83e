/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-weekday-header.h"

#include "slip-month-ruling.h"

struct _SlipWeekdayHeader {
  GtkWidget parent_instance;

  SlipMonthGrid *grid; /* weak, or NULL */
  SlipMonthRuling *ruling;
};

G_DEFINE_FINAL_TYPE (SlipWeekdayHeader, slip_weekday_header, GTK_TYPE_WIDGET)

static void
slip_weekday_header_measure (GtkWidget *widget,
                             GtkOrientation orientation,
                             int for_size,
                             int *minimum,
                             int *natural,
                             int *minimum_baseline,
                             int *natural_baseline)
{
  SlipWeekdayHeader *self = SLIP_WEEKDAY_HEADER (widget);

  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL
                          ? slip_month_ruling_get_header_height (self->ruling)
                          : 0;
}

static void
slip_weekday_header_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SlipWeekdayHeader *self = SLIP_WEEKDAY_HEADER (widget);

  if (self->grid == NULL)
    return;
  SlipMonthLayout layout = *slip_month_grid_get_layout (self->grid);
  if (layout.n_weeks == 0)
    return;
  layout.spec.weekday_header_height_px = gtk_widget_get_height (widget);
  slip_month_ruling_draw_weekdays (self->ruling, &layout, snapshot);
}

static void
slip_weekday_header_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (slip_weekday_header_parent_class)
    ->css_changed (widget, change);
  slip_month_ruling_clear (SLIP_WEEKDAY_HEADER (widget)->ruling);
}

static void
slip_weekday_header_dispose (GObject *object)
{
  g_clear_weak_pointer (&SLIP_WEEKDAY_HEADER (object)->grid);

  G_OBJECT_CLASS (slip_weekday_header_parent_class)->dispose (object);
}

static void
slip_weekday_header_finalize (GObject *object)
{
  slip_month_ruling_free (SLIP_WEEKDAY_HEADER (object)->ruling);

  G_OBJECT_CLASS (slip_weekday_header_parent_class)->finalize (object);
}

static void
slip_weekday_header_class_init (SlipWeekdayHeaderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = slip_weekday_header_dispose;
  object_class->finalize = slip_weekday_header_finalize;
  widget_class->measure = slip_weekday_header_measure;
  widget_class->snapshot = slip_weekday_header_snapshot;
  widget_class->css_changed = slip_weekday_header_css_changed;
  gtk_widget_class_set_css_name (widget_class, "weekdayheader");
  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
slip_weekday_header_init (SlipWeekdayHeader *self)
{
  self->ruling = slip_month_ruling_new (GTK_WIDGET (self));
}

void
slip_weekday_header_set_grid (SlipWeekdayHeader *self, SlipMonthGrid *grid)
{
  g_return_if_fail (SLIP_IS_WEEKDAY_HEADER (self));
  g_return_if_fail (grid == NULL || SLIP_IS_MONTH_GRID (grid));

  if (g_set_weak_pointer (&self->grid, grid))
    gtk_widget_queue_draw (GTK_WIDGET (self));
}
