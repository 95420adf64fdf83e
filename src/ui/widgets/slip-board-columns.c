/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-board-columns.h"

#include "slip-board-layout.h"

#define SPACING_PX 12

struct _SlipBoardColumns {
  GtkWidget parent_instance;

  int held_width_px;
};

G_DEFINE_FINAL_TYPE (SlipBoardColumns, slip_board_columns, GTK_TYPE_WIDGET)

static GtkWidget *
find_visible (GtkWidget *child)
{
  while (child && !gtk_widget_get_visible (child))
    child = gtk_widget_get_next_sibling (child);

  return child;
}

static GtkWidget *
get_first (SlipBoardColumns *self)
{
  return find_visible (gtk_widget_get_first_child (GTK_WIDGET (self)));
}

static GtkWidget *
get_next (GtkWidget *column)
{
  return find_visible (gtk_widget_get_next_sibling (column));
}

/* The most that any of the columns needs. */
static int
get_minimum (SlipBoardColumns *self, GtkOrientation orientation)
{
  int most = 0;

  for (GtkWidget *column = get_first (self); column;
       column = get_next (column)) {
    int minimum = 0;

    gtk_widget_measure (column, orientation, -1, &minimum, NULL, NULL, NULL);
    most = MAX (most, minimum);
  }

  return most;
}

static SlipBoardLayout
make_layout (SlipBoardColumns *self, int width_px, int height_px)
{
  int n_columns = 0;
  SlipBoardSpec spec = {
    .width_px = width_px,
    .height_px = height_px,
    .is_rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL,
    .min_column_width_px =
      MAX (get_minimum (self, GTK_ORIENTATION_HORIZONTAL), self->held_width_px),
    .column_spacing_px = SPACING_PX,
  };

  for (GtkWidget *column = get_first (self); column; column = get_next (column))
    n_columns++;

  return slip_board_layout_for_columns (&spec, MAX (n_columns, 1));
}

static void
slip_board_columns_measure (GtkWidget *widget,
                            GtkOrientation orientation,
                            int for_size,
                            int *minimum,
                            int *natural,
                            int *minimum_baseline,
                            int *natural_baseline)
{
  SlipBoardColumns *self = SLIP_BOARD_COLUMNS (widget);

  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL
               ? make_layout (self, 0, 0).content_width_px
               : get_minimum (self, orientation);
  *natural = *minimum;
}

static void
slip_board_columns_size_allocate (GtkWidget *widget,
                                  int width,
                                  int height,
                                  int baseline)
{
  SlipBoardColumns *self = SLIP_BOARD_COLUMNS (widget);
  SlipBoardLayout layout = make_layout (self, width, height);
  int i = 0;

  for (GtkWidget *column = get_first (self); column;
       column = get_next (column)) {
    SlipRect rect = slip_board_layout_get_column_rect (&layout, i++);

    gtk_widget_size_allocate (
      column, &(GtkAllocation){ rect.x, rect.y, rect.width, rect.height }, -1);
  }
}

static void
slip_board_columns_dispose (GObject *object)
{
  GtkWidget *widget = GTK_WIDGET (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (widget)))
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (slip_board_columns_parent_class)->dispose (object);
}

static void
slip_board_columns_class_init (SlipBoardColumnsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = slip_board_columns_dispose;
  widget_class->measure = slip_board_columns_measure;
  widget_class->size_allocate = slip_board_columns_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "boardcolumns");
}

static void
slip_board_columns_init (SlipBoardColumns *self)
{
}

void
slip_board_columns_append (SlipBoardColumns *self, GtkWidget *column)
{
  g_return_if_fail (SLIP_IS_BOARD_COLUMNS (self));

  gtk_widget_set_parent (column, GTK_WIDGET (self));
}

void
slip_board_columns_set_is_held (SlipBoardColumns *self, gboolean is_held)
{
  GtkWidget *first;

  g_return_if_fail (SLIP_IS_BOARD_COLUMNS (self));

  first = is_held ? get_first (self) : NULL;
  self->held_width_px = first ? gtk_widget_get_width (first) : 0;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
