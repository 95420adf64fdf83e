/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-month-keys.h"

#include "slip-actions.h"
#include "slip-date-text.h"
#include "slip-month-grid.h"
#include "slip-month-stage-drag.h"
#include "slip-release-menu.h"

/* What in @cell can have the focus: its chips, then its '+n'. */
static GtkWidget *
get_stop (SlipDayCell *cell, int i)
{
  int n_chips = slip_day_cell_get_n_chips (cell);

  if (i < 0)
    return GTK_WIDGET (cell);
  return i < n_chips    ? GTK_WIDGET (slip_day_cell_get_chip (cell, i))
         : i == n_chips ? slip_day_cell_get_more (cell)
                        : NULL;
}

static gboolean
walk_stops (SlipDayCell *cell, GtkWidget *from, int direction)
{
  int i = -1;

  while (i <= slip_day_cell_get_n_chips (cell) && get_stop (cell, i) != from)
    i++;
  GtkWidget *to = get_stop (cell, i + direction);
  if (to != NULL)
    gtk_widget_grab_focus (to);
  return to != NULL;
}

/* The bars are no widgets: in the list of the day their stages are.  Returns:
 * whether it has any. */
static gboolean
open_stages (SlipMonthGrid *self, SlipDayCell *cell)
{
  if (!slip_day_cell_has_stages (cell))
    return FALSE;
  slip_month_grid_open_stages (self, slip_day_cell_get_date (cell));
  return TRUE;
}

static gboolean
walk_key_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  SlipMonthGrid *self = SLIP_MONTH_GRID (widget);
  SlipDayCell *cell = slip_month_grid_get_focused_cell (self);
  int n_days;

  if (cell == NULL)
    return FALSE;
  g_variant_get (arguments, "(i)", &n_days);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  if (focus != GTK_WIDGET (cell) && ABS (n_days) == SLIP_DAYS_PER_WEEK) {
    if (!walk_stops (cell, focus, n_days > 0 ? 1 : -1))
      open_stages (self, cell);
    return TRUE;
  }
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL &&
      ABS (n_days) < SLIP_DAYS_PER_WEEK)
    n_days = -n_days;
  slip_month_grid_focus_date (self,
                              slip_date_add_days (slip_day_cell_get_date (cell),
                                                  n_days));
  return TRUE;
}

static gboolean
row_end_key_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  SlipMonthGrid *self = SLIP_MONTH_GRID (widget);
  SlipDayCell *cell = slip_month_grid_get_focused_cell (self);
  int column;

  if (cell == NULL)
    return FALSE;
  g_variant_get (arguments, "(i)", &column);
  SlipDate first = slip_date_get_week_start (slip_day_cell_get_date (cell),
                                             slip_locale_get_first_weekday ());
  slip_month_grid_focus_date (self, slip_date_add_days (first, column));
  return TRUE;
}

/* What is to be shown when the keys go from one page to @to.  In a quarter a
 * day stays in its row. */
static SlipDate
find_page (SlipMonthGrid *self, SlipDate to, int direction)
{
  if (slip_month_grid_get_layout (self)->n_weeks < SLIP_WEEKS_PER_QUARTER)
    return to;
  return slip_month_grid_add_periods (self, slip_month_grid_get_shown (self),
                                      direction);
}

static gboolean
page_key_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  SlipMonthGrid *self = SLIP_MONTH_GRID (widget);
  SlipDayCell *cell = slip_month_grid_get_focused_cell (self);
  int direction;

  if (cell == NULL)
    return FALSE;
  g_variant_get (arguments, "(i)", &direction);
  SlipDate to =
    slip_month_grid_add_periods (self, slip_day_cell_get_date (cell),
                                 direction);
  slip_month_grid_show_date (self, find_page (self, to, direction));
  slip_month_grid_focus_date (self, to);
  return TRUE;
}

static gboolean
today_key_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  SlipMonthGrid *self = SLIP_MONTH_GRID (widget);

  slip_month_grid_show_date (self, slip_month_grid_get_today (self));
  slip_month_grid_focus_date (self, slip_month_grid_get_today (self));
  return TRUE;
}

/* On a day: goes to its chips, else to its stages, or makes its first release.
 */
static gboolean
enter_key_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  SlipMonthGrid *self = SLIP_MONTH_GRID (widget);
  SlipDayCell *cell = slip_month_grid_get_focused_cell (self);

  if (cell == NULL || gtk_widget_get_root (widget) == NULL ||
      gtk_root_get_focus (gtk_widget_get_root (widget)) != GTK_WIDGET (cell))
    return FALSE;

  GtkWidget *stop = get_stop (cell, 0);
  if (slip_month_grid_is_compact (self)) {
    slip_month_grid_open_day (self, slip_day_cell_get_date (cell));
  } else if (stop != NULL) {
    gtk_widget_grab_focus (stop);
  } else if (!open_stages (self, cell)) {
    char day[SLIP_DATE_TEXT_SIZE];

    gtk_widget_activate_action (widget, SLIP_ACTION_NEW, "s",
                                slip_date_print (slip_day_cell_get_date (cell),
                                                 day));
  }
  return TRUE;
}

/* From a chip back to its day. */
static gboolean
escape_key_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  SlipDayCell *cell =
    slip_month_grid_get_focused_cell (SLIP_MONTH_GRID (widget));

  if (slip_month_stage_drag_cancel (SLIP_MONTH_GRID (widget)))
    return TRUE;
  if (cell == NULL || gtk_widget_has_focus (GTK_WIDGET (cell)))
    return FALSE;
  return gtk_widget_grab_focus (GTK_WIDGET (cell));
}

/* On a day: the menus of its stages, which are no widgets. */
static gboolean
menu_key_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  SlipMonthGrid *self = SLIP_MONTH_GRID (widget);
  SlipDayCell *cell = slip_month_grid_get_focused_cell (self);
  g_autoptr (GMenuModel) menu = NULL;

  if (cell == NULL || !gtk_widget_has_focus (GTK_WIDGET (cell)))
    return FALSE;
  menu = slip_month_stages_new_menu (slip_month_grid_get_stages (self),
                                     slip_day_cell_get_date (cell));
  if (menu == NULL)
    return FALSE;
  slip_release_menu_popup_model (GTK_WIDGET (cell), menu);
  return TRUE;
}

void
slip_month_keys_install (GtkWidgetClass *klass)
{
  static const struct {
    guint key;
    GtkShortcutFunc func;
    int argument;
  } keys[] = {
    { GDK_KEY_Left, walk_key_cb, -1 },
    { GDK_KEY_Right, walk_key_cb, 1 },
    { GDK_KEY_Up, walk_key_cb, -SLIP_DAYS_PER_WEEK },
    { GDK_KEY_Down, walk_key_cb, SLIP_DAYS_PER_WEEK },
    { GDK_KEY_Home, row_end_key_cb, 0 },
    { GDK_KEY_End, row_end_key_cb, SLIP_DAYS_PER_WEEK - 1 },
    { GDK_KEY_Page_Up, page_key_cb, -1 },
    { GDK_KEY_Page_Down, page_key_cb, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding (klass, keys[i].key, 0, keys[i].func, "(i)",
                                  keys[i].argument);
  gtk_widget_class_add_binding (klass, GDK_KEY_Home, GDK_CONTROL_MASK,
                                today_key_cb, NULL);
  gtk_widget_class_add_binding (klass, GDK_KEY_Return, 0, enter_key_cb, NULL);
  gtk_widget_class_add_binding (klass, GDK_KEY_KP_Enter, 0, enter_key_cb, NULL);
  gtk_widget_class_add_binding (klass, GDK_KEY_space, 0, enter_key_cb, NULL);
  gtk_widget_class_add_binding (klass, GDK_KEY_Menu, 0, menu_key_cb, NULL);
  gtk_widget_class_add_binding (klass, GDK_KEY_F10, GDK_SHIFT_MASK, menu_key_cb,
                                NULL);
  gtk_widget_class_add_binding (klass, GDK_KEY_Escape, 0, escape_key_cb, NULL);
}
