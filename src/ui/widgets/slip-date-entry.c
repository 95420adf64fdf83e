/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-date-entry.h"

#include "slip-control-name.h"
#include "slip-date-text.h"
#include "slip-day-picker.h"
#include "slip-inner-focus.h"
#include "slip-name-list.h"
#include "slip-typed-date.h"

#include <glib/gi18n-lib.h>

/* The narrowest window must have room for the date and the certainty. */
#define MIN_CERTAINTY_CHARS 10
#define CERTAINTY_CHARS     11

struct _SlipDateEntry {
  GtkWidget parent_instance;

  SlipPlannedDate planned;
  SlipDate today;
  gboolean is_filling; /* the widgets are set by us */
  gboolean has_focus;
  char *shown; /* the text that stands for the date */

  GtkWidget *box;
  GtkEditable *entry;
  GtkMenuButton *button;
  SlipDayPicker *picker;
  GtkDropDown *certainty; /* or NULL */
  GtkWidget *fault;
};

G_DEFINE_FINAL_TYPE (SlipDateEntry, slip_date_entry, GTK_TYPE_WIDGET)

enum {
  COMMITTED,
  TYPED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static char *
dup_text (SlipPlannedDate planned, SlipDate today)
{
  SlipDate date = planned.date;
  g_autofree char *day = NULL;

  if (!slip_date_is_set (date))
    return g_strdup ("");
  if (planned.certainty == SLIP_CERTAINTY_MONTH)
    return slip_date_dup_text (date, SLIP_DATE_STYLE_MONTH, today);
  if (planned.certainty == SLIP_CERTAINTY_QUARTER)
    return g_strdup_printf (_ ("Q%d %d"), (slip_date_get_month (date) + 2) / 3,
                            slip_date_get_year (date));
  day = slip_date_dup_text (date, SLIP_DATE_STYLE_SHORT, today);
  /* Translators: a weekday and a day: 'Fri 4 Dec'. */
  return g_strdup_printf (C_ ("short date", "%s %s"),
                          slip_weekday_get_name (slip_date_get_weekday (date),
                                                 TRUE),
                          day);
}

static void
show_fault (SlipDateEntry *self, const char *text)
{
  gtk_label_set_text (GTK_LABEL (self->fault), text ? text : "");
  gtk_widget_set_visible (self->fault, text != NULL);
  if (text)
    gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry),
                               GTK_ACCESSIBLE_STATE_INVALID,
                               text ? GTK_ACCESSIBLE_INVALID_TRUE
                                    : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
}

static void
show_planned (SlipDateEntry *self)
{
  self->is_filling = TRUE;
  g_free (self->shown);
  self->shown = dup_text (self->planned, self->today);
  gtk_editable_set_text (self->entry, self->shown);
  if (self->certainty)
    gtk_drop_down_set_selected (self->certainty, self->planned.certainty);
  self->is_filling = FALSE;
  show_fault (self, NULL);
}

static gboolean
is_typed (SlipDateEntry *self)
{
  return g_strcmp0 (gtk_editable_get_text (self->entry), self->shown) != 0;
}

static void
take (SlipDateEntry *self, SlipPlannedDate planned)
{
  planned = slip_planned_date_normalize (planned);
  if (slip_planned_date_equal (planned, self->planned)) {
    show_planned (self);
    return;
  }
  self->planned = planned;
  show_planned (self);
  g_signal_emit (self, signals[COMMITTED], 0);
}

/* How certain a day is that was typed or picked: as before if that was a day
 * too, else tentative. */
static SlipCertainty
get_day_certainty (SlipDateEntry *self)
{
  if (!self->certainty || self->planned.certainty == SLIP_CERTAINTY_CONFIRMED)
    return SLIP_CERTAINTY_CONFIRMED;
  if (self->planned.certainty == SLIP_CERTAINTY_WEEK)
    return SLIP_CERTAINTY_WEEK;
  return SLIP_CERTAINTY_TENTATIVE;
}

static void
certainty_selected_cb (GtkDropDown *drop_down,
                       GParamSpec *pspec,
                       SlipDateEntry *self)
{
  SlipPlannedDate planned = self->planned;
  SlipCertainty certainty = gtk_drop_down_get_selected (drop_down);

  if (self->is_filling || !slip_date_entry_commit (self))
    return;
  planned = self->planned;
  if (!slip_date_is_set (planned.date) &&
      certainty != SLIP_CERTAINTY_UNSCHEDULED) {
    gtk_widget_grab_focus (GTK_WIDGET (self->entry));
    return;
  }
  planned.certainty = certainty;
  take (self, planned);
}

static void
picked_cb (SlipDayPicker *picker, SlipDateEntry *self)
{
  SlipDate date = slip_day_picker_get_day (picker);

  gtk_menu_button_popdown (self->button);
  take (self, (SlipPlannedDate){ date, get_day_certainty (self) });
}

/* It opens at what was typed, if that is a day, else at what it was before. */
static void
calendar_shown_cb (GtkWidget *popover, SlipDateEntry *self)
{
  SlipDate typed = slip_date_entry_read (self, NULL).date;
  SlipDate date = slip_date_is_set (typed)                ? typed
                  : slip_date_is_set (self->planned.date) ? self->planned.date
                                                          : self->today;

  if (slip_date_is_set (date))
    slip_day_picker_mark (self->picker, date);
}

static void
activate_cb (GtkEntry *entry, SlipDateEntry *self)
{
  if (slip_date_entry_commit (self))
    gtk_widget_activate_default (GTK_WIDGET (self));
}

static void
changed_cb (GtkEditable *entry, SlipDateEntry *self)
{
  if (self->is_filling)
    return;
  show_fault (self, NULL);
  g_signal_emit (self, signals[TYPED], 0);
}

static void
enter_cb (GtkEventControllerFocus *focus, SlipDateEntry *self)
{
  self->has_focus = TRUE;
}

static void
leave_cb (GtkEventControllerFocus *focus, SlipDateEntry *self)
{
  self->has_focus = FALSE;
  slip_date_entry_commit (self);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *keys,
                guint key,
                guint code,
                GdkModifierType modifiers,
                SlipDateEntry *self)
{
  if (key != GDK_KEY_Escape || !is_typed (self))
    return FALSE;
  show_planned (self);
  return TRUE;
}

static gboolean
slip_date_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (SLIP_DATE_ENTRY (widget)->entry));
}

static void
slip_date_entry_dispose (GObject *object)
{
  SlipDateEntry *self = SLIP_DATE_ENTRY (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (slip_date_entry_parent_class)->dispose (object);
}

static void
slip_date_entry_finalize (GObject *object)
{
  g_free (SLIP_DATE_ENTRY (object)->shown);

  G_OBJECT_CLASS (slip_date_entry_parent_class)->finalize (object);
}

static void
slip_date_entry_class_init (SlipDateEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = slip_date_entry_dispose;
  object_class->finalize = slip_date_entry_finalize;
  widget_class->focus = slip_inner_focus;
  widget_class->grab_focus = slip_date_entry_grab_focus;
  signals[COMMITTED] =
    g_signal_new ("committed", SLIP_TYPE_DATE_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL,
                  NULL, NULL, G_TYPE_NONE, 0);
  signals[TYPED] =
    g_signal_new ("typed", SLIP_TYPE_DATE_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL,
                  NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "dateentry");
}

static GtkWidget *
new_calendar_button (SlipDateEntry *self)
{
  GtkWidget *popover = gtk_popover_new ();

  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  self->picker = SLIP_DAY_PICKER (slip_day_picker_new ());
  gtk_popover_set_child (GTK_POPOVER (popover), GTK_WIDGET (self->picker));
  g_signal_connect (popover, "map", G_CALLBACK (calendar_shown_cb), self);
  g_signal_connect (self->picker, "picked", G_CALLBACK (picked_cb), self);
  gtk_menu_button_set_popover (self->button, popover);
  gtk_menu_button_set_icon_name (self->button, "x-office-calendar-symbolic");
  gtk_widget_set_name (GTK_WIDGET (self->button), "calendar-button");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button),
                               _ ("Pick from a Calendar"));
  slip_control_name_set (GTK_WIDGET (self->button), _ ("Pick from a Calendar"));
  return GTK_WIDGET (self->button);
}

static void
slip_date_entry_init (SlipDateEntry *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->planned = SLIP_UNSCHEDULED;
  self->today = SLIP_DATE_NONE;
  self->shown = g_strdup ("");
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  self->entry = GTK_EDITABLE (gtk_entry_new ());
  gtk_editable_set_width_chars (self->entry, 12);
  gtk_widget_set_hexpand (GTK_WIDGET (self->entry), TRUE);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), _ ("No date"));
  g_signal_connect (self->entry, "activate", G_CALLBACK (activate_cb), self);
  g_signal_connect (self->entry, "changed", G_CALLBACK (changed_cb), self);
  gtk_widget_add_css_class (line, "linked");
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->entry));
  gtk_box_append (GTK_BOX (line), new_calendar_button (self));
  gtk_box_append (GTK_BOX (self->box), line);

  self->fault = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->fault), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->fault), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (self->fault), 0);
  gtk_widget_set_visible (self->fault, FALSE);
  gtk_widget_add_css_class (self->fault, "caption");
  gtk_widget_add_css_class (self->fault, "error");
  gtk_box_append (GTK_BOX (self->box), self->fault);

  g_signal_connect (focus, "enter", G_CALLBACK (enter_cb), self);
  g_signal_connect (focus, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/* The date needs the room more than the choice does; its list says it all. */
static GtkWidget *
new_certainty (SlipDateEntry *self)
{
  const SlipEnumValue *values =
    slip_schema_get_property (SLIP_KIND_RELEASE, SLIP_RELEASE_RELEASE_CERTAINTY)
      ->values;
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  GtkWidget *drop_down;

  for (; values->nick; values++)
    gtk_string_list_append (names, slip_enum_value_get_label (values));
  drop_down = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&names)), NULL);
  slip_name_list_set_up (GTK_DROP_DOWN (drop_down), MIN_CERTAINTY_CHARS,
                         CERTAINTY_CHARS);
  gtk_widget_set_tooltip_text (drop_down, _ ("How certain"));
  slip_control_name_set (drop_down, _ ("How certain"));
  g_signal_connect (drop_down, "notify::selected",
                    G_CALLBACK (certainty_selected_cb), self);
  return drop_down;
}

GtkWidget *
slip_date_entry_new (gboolean has_certainty)
{
  SlipDateEntry *self = g_object_new (SLIP_TYPE_DATE_ENTRY, NULL);

  if (has_certainty) {
    GtkWidget *line = gtk_widget_get_first_child (self->box);

    self->certainty = GTK_DROP_DOWN (new_certainty (self));
    gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->certainty));
  }
  return GTK_WIDGET (self);
}

void
slip_date_entry_set_planned (SlipDateEntry *self,
                             SlipPlannedDate planned,
                             SlipDate today)
{
  g_return_if_fail (SLIP_IS_DATE_ENTRY (self));

  self->today = today;
  self->planned = slip_planned_date_normalize (planned);
  if (!self->has_focus || !is_typed (self))
    show_planned (self);
}

SlipPlannedDate
slip_date_entry_get_planned (SlipDateEntry *self)
{
  g_return_val_if_fail (SLIP_IS_DATE_ENTRY (self), SLIP_UNSCHEDULED);

  return self->planned;
}

void
slip_date_entry_type (SlipDateEntry *self, const char *text)
{
  g_return_if_fail (SLIP_IS_DATE_ENTRY (self));

  gtk_editable_set_text (self->entry, text);
}

SlipPlannedDate
slip_date_entry_read (SlipDateEntry *self, GError **error)
{
  SlipPlannedDate planned;

  g_return_val_if_fail (SLIP_IS_DATE_ENTRY (self), SLIP_UNSCHEDULED);

  if (!is_typed (self) || !slip_date_is_set (self->today))
    return self->planned;
  planned = slip_typed_date_parse (gtk_editable_get_text (self->entry),
                                   self->today, error);
  if (!self->certainty && slip_date_is_set (planned.date))
    planned.certainty = SLIP_CERTAINTY_CONFIRMED;
  else if (planned.certainty == SLIP_CERTAINTY_CONFIRMED)
    planned.certainty = get_day_certainty (self);
  return slip_planned_date_normalize (planned);
}

gboolean
slip_date_entry_commit (SlipDateEntry *self)
{
  g_autoptr (GError) error = NULL;
  SlipPlannedDate planned;

  g_return_val_if_fail (SLIP_IS_DATE_ENTRY (self), FALSE);

  planned = slip_date_entry_read (self, &error);
  show_fault (self, error ? error->message : NULL);
  if (error)
    return FALSE;
  if (is_typed (self))
    take (self, planned);
  return TRUE;
}

void
slip_date_entry_restore (SlipDateEntry *self)
{
  g_return_if_fail (SLIP_IS_DATE_ENTRY (self));

  show_planned (self);
}

const char *
slip_date_entry_get_fault (SlipDateEntry *self)
{
  g_return_val_if_fail (SLIP_IS_DATE_ENTRY (self), NULL);

  return gtk_widget_get_visible (self->fault)
           ? gtk_label_get_text (GTK_LABEL (self->fault))
           : NULL;
}

void
slip_date_entry_set_label (SlipDateEntry *self, const char *label)
{
  g_return_if_fail (SLIP_IS_DATE_ENTRY (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}
