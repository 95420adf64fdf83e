/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-day-picker.h"

#include "slip-compat.h"
#include "slip-control-name.h"
#include "slip-date-text.h"
#include "slip-month-layout.h"

#include <glib/gi18n-lib.h>

struct _SlipDayPicker {
  GtkBox parent_instance;

  gboolean is_marking; /* the day is set by us */
  GtkCalendar *calendar;
};

G_DEFINE_FINAL_TYPE (SlipDayPicker, slip_day_picker, GTK_TYPE_BOX)

enum {
  PICKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
day_selected_cb (SlipDayPicker *self)
{
  if (!self->is_marking)
    g_signal_emit (self, signals[PICKED], 0);
}

/* Where @key goes from @day; @day itself for other keys. */
static SlipDate
find_target (SlipDayPicker *self, SlipDate day, guint key)
{
  gboolean is_rtl =
    gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  SlipDate first =
    slip_date_get_week_start (day, slip_locale_get_first_weekday ());

  switch (key) {
  case GDK_KEY_Left:
  case GDK_KEY_KP_Left:
    return slip_date_add_days (day, is_rtl ? 1 : -1);
  case GDK_KEY_Right:
  case GDK_KEY_KP_Right:
    return slip_date_add_days (day, is_rtl ? -1 : 1);
  case GDK_KEY_Up:
  case GDK_KEY_KP_Up:
    return slip_date_add_days (day, -SLIP_DAYS_PER_WEEK);
  case GDK_KEY_Down:
  case GDK_KEY_KP_Down:
    return slip_date_add_days (day, SLIP_DAYS_PER_WEEK);
  case GDK_KEY_Home:
  case GDK_KEY_KP_Home:
    return first;
  case GDK_KEY_End:
  case GDK_KEY_KP_End:
    return slip_date_add_days (first, SLIP_DAYS_PER_WEEK - 1);
  case GDK_KEY_Page_Up:
  case GDK_KEY_KP_Page_Up:
    return slip_date_add_months (day, -1);
  case GDK_KEY_Page_Down:
  case GDK_KEY_KP_Page_Down:
    return slip_date_add_months (day, 1);
  default:
    return day;
  }
}

static gboolean
picks (guint key)
{
  return key == GDK_KEY_Return || key == GDK_KEY_KP_Enter ||
         key == GDK_KEY_ISO_Enter || key == GDK_KEY_space ||
         key == GDK_KEY_KP_Space;
}

/* GTK's calendar moves a cursor of its own from its first day, and takes no
 * Return. */
static gboolean
key_pressed_cb (GtkEventControllerKey *keys,
                guint key,
                guint code,
                GdkModifierType modifiers,
                SlipDayPicker *self)
{
  SlipDate day = slip_day_picker_get_day (self);
  SlipDate target = SLIP_DATE_NONE;

  if ((modifiers & gtk_accelerator_get_default_mod_mask ()) != 0)
    return FALSE;
  if (picks (key)) {
    g_signal_emit (self, signals[PICKED], 0);
    return TRUE;
  }
  target = find_target (self, day, key);
  if (!slip_date_is_set (target) || slip_date_equal (target, day))
    return FALSE;

  g_autofree char *text =
    slip_date_dup_text (target, SLIP_DATE_STYLE_LONG, target);
  slip_day_picker_mark (self, target);
  slip_compat_announce (GTK_WIDGET (self->calendar), text);
  return TRUE;
}

static gboolean
slip_day_picker_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (
    GTK_WIDGET (SLIP_DAY_PICKER (widget)->calendar));
}

static void
slip_day_picker_class_init (SlipDayPickerClass *klass)
{
  GTK_WIDGET_CLASS (klass)->grab_focus = slip_day_picker_grab_focus;
  signals[PICKED] =
    g_signal_new ("picked", SLIP_TYPE_DAY_PICKER, G_SIGNAL_RUN_LAST, 0, NULL,
                  NULL, NULL, G_TYPE_NONE, 0);
}

/* The arrows of GTK's calendar have no names; @i counts those met. */
static void
name_arrows (GtkWidget *widget, guint *i)
{
  const char *const names[] = { _ ("Previous Month"), _ ("Next Month"),
                                _ ("Previous Year"), _ ("Next Year") };

  if (GTK_IS_BUTTON (widget) && *i < G_N_ELEMENTS (names))
    slip_control_name_set (widget, names[(*i)++]);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    name_arrows (child, i);
}

static void
slip_day_picker_init (SlipDayPicker *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  guint i = 0;

  /* It has no role of its own in each GTK. */
  self->calendar = g_object_new (GTK_TYPE_CALENDAR, "accessible-role",
                                 GTK_ACCESSIBLE_ROLE_GRID, NULL);
  name_arrows (GTK_WIDGET (self->calendar), &i);
  slip_control_name_set (GTK_WIDGET (self->calendar),
                         _ ("Pick from a Calendar"));
  g_signal_connect_object (self->calendar, "day-selected",
                           G_CALLBACK (day_selected_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->calendar), keys);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->calendar));
}

GtkWidget *
slip_day_picker_new (void)
{
  return g_object_new (SLIP_TYPE_DAY_PICKER, NULL);
}

void
slip_day_picker_mark (SlipDayPicker *self, SlipDate day)
{
  g_autoptr (GDateTime) noon = NULL;

  g_return_if_fail (SLIP_IS_DAY_PICKER (self));
  g_return_if_fail (slip_date_is_set (day));

  noon =
    g_date_time_new_utc (slip_date_get_year (day), slip_date_get_month (day),
                         slip_date_get_day (day), 12, 0, 0);
  self->is_marking = TRUE;
  gtk_calendar_select_day (self->calendar, noon);
  self->is_marking = FALSE;
}

SlipDate
slip_day_picker_get_day (SlipDayPicker *self)
{
  g_autoptr (GDateTime) day = NULL;

  g_return_val_if_fail (SLIP_IS_DAY_PICKER (self), SLIP_DATE_NONE);

  day = gtk_calendar_get_date (self->calendar);
  return slip_date_new (g_date_time_get_year (day), g_date_time_get_month (day),
                        g_date_time_get_day_of_month (day));
}
