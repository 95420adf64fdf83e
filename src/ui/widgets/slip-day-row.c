/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-day-row.h"

#include "slip-actions.h"
#include "slip-chip.h"
#include "slip-control-name.h"
#include "slip-date-text.h"
#include "slip-day-stage.h"
#include "slip-plain-text.h"
#include "slip-widget-name.h"

#include <glib/gi18n-lib.h>

#define MIN_DETAIL_CHARS 8

struct _SlipDayRow {
  GtkWidget parent_instance;

  SlipDayLine *line; /* or NULL */
  char *selected;

  GtkLabel *month;
  GtkLabel *day;
  SlipChip *chip;
  SlipDayStage *stage;
  GtkWidget *icon;
  GtkLabel *title;
  GtkLabel *detail;
};

G_DEFINE_FINAL_TYPE (SlipDayRow, slip_day_row, GTK_TYPE_WIDGET)

static void
set_class (gpointer widget, const char *name, gboolean is_set)
{
  if (is_set)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

/* The row of the list that it lies in. */
static void
name_row (SlipDayRow *self, const char *name, const char *label)
{
  GtkWidget *row = gtk_widget_get_parent (GTK_WIDGET (self));

  if (row == NULL)
    return;
  slip_widget_name_set (row, g_strconcat ("day-row:", name, NULL));
  slip_control_name_set (row, label);
}

static void
show_month (SlipDayRow *self, SlipDate day)
{
  g_autofree char *text =
    slip_date_dup_text (day, SLIP_DATE_STYLE_MONTH, SLIP_DATE_NONE);

  gtk_label_set_text (self->month, text);
  name_row (self, text, text);
}

static void
show_day (SlipDayRow *self, SlipDate day)
{
  SlipDate today =
    slip_calendar_index_get_today (slip_day_line_get_index (self->line));
  gboolean begins_day = slip_day_line_begins_day (self->line);
  const char *weekday =
    slip_weekday_get_name (slip_date_get_weekday (day), TRUE);
  g_autofree char *text = NULL;

  /* Translators: a weekday and the day of its month: 'Tue 8'. */
  text =
    g_strdup_printf (C_ ("day", "%s %d"), weekday, slip_date_get_day (day));
  gtk_label_set_text (self->day, begins_day ? text : "");
  set_class (self->day, "today", begins_day && slip_date_equal (day, today));
}

/* What has no chip: a day that is no release's. */
static void
show_mark (SlipDayRow *self, const SlipDayEvent *event, const char *title)
{
  static const char *const icons[] = {
    [SLIP_DAY_EVENT_KEY_DATE] = "slip-decision-symbolic",
    [SLIP_DAY_EVENT_HOLIDAY] = "slip-holiday-symbolic",
    [SLIP_DAY_EVENT_FREEZE] = "slip-freeze-symbolic",
  };

  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), icons[event->type]);
  gtk_label_set_text (self->title, title);
}

static void
show_event (SlipDayRow *self, const SlipDayEvent *event)
{
  const SlipCalendarIndex *index = slip_day_line_get_index (self->line);
  gboolean is_date = event->type == SLIP_DAY_EVENT_DATE;
  gboolean is_stage = event->type == SLIP_DAY_EVENT_STAGE;
  SlipCalendarStage stage = { event->row, event->release, event->days };
  g_autofree char *title = slip_day_event_dup_title (event, index);
  g_autofree char *detail = slip_day_event_dup_detail (event, index);
  g_autofree char *day =
    slip_date_dup_text (event->day, SLIP_DATE_STYLE_LONG, SLIP_DATE_NONE);
  g_autofree char *line = slip_plain_text_dup_line (detail);
  /* Translators: a day, what happens on it, and what of that. */
  g_autofree char *label =
    g_strdup_printf (_ ("%s: %s, %s"), day, title, detail);

  if (is_date)
    slip_chip_set_release (self->chip, index, event->release, event->anchor);
  else if (is_stage)
    slip_day_stage_set (self->stage, &stage, index);
  else
    show_mark (self, event, title);
  gtk_label_set_text (self->detail, line);
  name_row (self, title, label);
}

static void
clear (SlipDayRow *self)
{
  slip_chip_set_release (self->chip, NULL, NULL, SLIP_ANCHOR_RELEASE);
  slip_day_stage_set (self->stage, NULL, NULL);
}

static void
mark_selected (SlipDayRow *self)
{
  const char *release = slip_chip_get_release (self->chip);

  slip_chip_set_selected (self->chip,
                          release != NULL &&
                            slip_chip_get_anchor (self->chip) ==
                              SLIP_ANCHOR_RELEASE &&
                            g_strcmp0 (release, self->selected) == 0);
}

static void
refresh (SlipDayRow *self)
{
  const SlipDayEvent *event = slip_day_line_get_event (self->line);
  gboolean is_date = event != NULL && event->type == SLIP_DAY_EVENT_DATE;
  gboolean is_stage = event != NULL && event->type == SLIP_DAY_EVENT_STAGE;
  gboolean is_mark = event != NULL && !is_date && !is_stage;

  if (!is_date || !is_stage)
    clear (self);
  set_class (self, "month-row", event == NULL);
  set_class (self, "first", slip_day_line_begins_day (self->line));
  gtk_widget_set_visible (GTK_WIDGET (self->month), event == NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->day), event != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->chip), is_date);
  gtk_widget_set_visible (GTK_WIDGET (self->stage), is_stage);
  gtk_widget_set_visible (self->icon, is_mark);
  gtk_widget_set_visible (GTK_WIDGET (self->title), is_mark);
  gtk_widget_set_visible (GTK_WIDGET (self->detail), event != NULL);
  if (event == NULL) {
    show_month (self, slip_day_line_get_day (self->line));
    return;
  }
  show_day (self, event->day);
  show_event (self, event);
  mark_selected (self);
}

static gboolean
slip_day_row_grab_focus (GtkWidget *widget)
{
  GtkWidget *stop = slip_day_row_get_stop (SLIP_DAY_ROW (widget));

  return stop != NULL && gtk_widget_grab_focus (stop);
}

static void
slip_day_row_dispose (GObject *object)
{
  SlipDayRow *self = SLIP_DAY_ROW (object);
  GtkWidget *child;

  if (self->line != NULL)
    g_signal_handlers_disconnect_by_func (self->line, refresh, self);
  g_clear_object (&self->line);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (slip_day_row_parent_class)->dispose (object);
}

static void
slip_day_row_finalize (GObject *object)
{
  g_free (SLIP_DAY_ROW (object)->selected);

  G_OBJECT_CLASS (slip_day_row_parent_class)->finalize (object);
}

static void
slip_day_row_class_init (SlipDayRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = slip_day_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = slip_day_row_finalize;
  widget_class->grab_focus = slip_day_row_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "dayrow");
}

static gpointer
add (SlipDayRow *self, GtkWidget *child, const char *css_class)
{
  if (css_class != NULL)
    gtk_widget_add_css_class (child, css_class);
  gtk_widget_set_valign (child, GTK_ALIGN_CENTER);
  gtk_widget_set_parent (child, GTK_WIDGET (self));
  if (GTK_IS_LABEL (child)) {
    gtk_label_set_xalign (GTK_LABEL (child), 0);
    gtk_label_set_ellipsize (GTK_LABEL (child), PANGO_ELLIPSIZE_END);
  }
  return child;
}

static void
slip_day_row_init (SlipDayRow *self)
{
  self->month = add (self, gtk_label_new (NULL), "day-row-month");
  self->day = add (self, gtk_label_new (NULL), "day-row-day");
  self->chip = add (self, slip_chip_new (), NULL);
  self->stage = add (self, slip_day_stage_new (), NULL);
  self->icon = add (self, gtk_image_new (), NULL);
  self->title = add (self, gtk_label_new (NULL), NULL);
  self->detail = add (self, gtk_label_new (NULL), "day-row-detail");
  gtk_widget_set_hexpand (GTK_WIDGET (self->month), TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self->detail), TRUE);
  gtk_label_set_ellipsize (self->day, PANGO_ELLIPSIZE_NONE);
  gtk_label_set_width_chars (self->detail, MIN_DETAIL_CHARS);
}

GtkWidget *
slip_day_row_new (void)
{
  return g_object_new (SLIP_TYPE_DAY_ROW, NULL);
}

void
slip_day_row_set_line (SlipDayRow *self, SlipDayLine *line)
{
  g_return_if_fail (SLIP_IS_DAY_ROW (self));

  if (self->line != NULL)
    g_signal_handlers_disconnect_by_func (self->line, refresh, self);
  g_set_object (&self->line, line);
  if (line == NULL) {
    clear (self);
    return;
  }
  g_signal_connect_object (line, "changed", G_CALLBACK (refresh), self,
                           G_CONNECT_SWAPPED);
  refresh (self);
}

SlipDayLine *
slip_day_row_get_line (SlipDayRow *self)
{
  g_return_val_if_fail (SLIP_IS_DAY_ROW (self), NULL);

  return self->line;
}

void
slip_day_row_set_selected (SlipDayRow *self, const char *release)
{
  g_return_if_fail (SLIP_IS_DAY_ROW (self));

  char *copy = g_strdup (release);
  g_free (self->selected);
  self->selected = copy;
  mark_selected (self);
}

void
slip_day_row_set_hovered (SlipDayRow *self, gboolean is_hovered)
{
  g_return_if_fail (SLIP_IS_DAY_ROW (self));

  set_class (self, "hovered", is_hovered);
}

GtkWidget *
slip_day_row_get_stop (SlipDayRow *self)
{
  g_return_val_if_fail (SLIP_IS_DAY_ROW (self), NULL);

  if (gtk_widget_get_visible (GTK_WIDGET (self->chip)))
    return GTK_WIDGET (self->chip);
  return gtk_widget_get_visible (GTK_WIDGET (self->stage))
           ? GTK_WIDGET (self->stage)
           : NULL;
}

gboolean
slip_day_row_open (SlipDayRow *self)
{
  static const char *const pages[] = {
    [SLIP_DAY_EVENT_KEY_DATE] = "key-dates",
    [SLIP_DAY_EVENT_HOLIDAY] = "working-days",
    [SLIP_DAY_EVENT_FREEZE] = "freezes",
  };

  g_return_val_if_fail (SLIP_IS_DAY_ROW (self), FALSE);

  const SlipDayEvent *event =
    self->line != NULL ? slip_day_line_get_event (self->line) : NULL;
  if (event == NULL || event->type >= SLIP_DAY_EVENT_DATE)
    return FALSE;
  return gtk_widget_activate_action (GTK_WIDGET (self),
                                     SLIP_ACTION_PLAN_SETTINGS, "s",
                                     pages[event->type]);
}
