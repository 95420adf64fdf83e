/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-field.h"

#include "slip-actions.h"
#include "slip-ask.h"
#include "slip-companions.h"
#include "slip-control-name.h"
#include "slip-date-entry.h"
#include "slip-entity-choice.h"
#include "slip-inner-focus.h"
#include "slip-mask-choice.h"
#include "slip-plain-text.h"
#include "slip-spin-rest.h"
#include "slip-t-date-entry.h"
#include "slip-text-field.h"

#include <glib/gi18n-lib.h>

/* So that editors below each other begin at one line, if labels are short. */
#define LABEL_CHARS 12

/* A longer label may be broken. */
#define MAX_LINE_CHARS 24

struct _SlipField {
  AdwPreferencesRow parent_instance;

  SlipKind kind;
  guint property;
  SlipFieldForm form;
  SlipRow *row;
  SlipValue value; /* what the plan keeps */
  gboolean is_filling;
  char *held; /* a text that is not asked for, as it would break a rule */

  GtkWidget *box;
  GtkWidget *editor;
  GtkWidget *note;
};

G_DEFINE_FINAL_TYPE (SlipField, slip_field, ADW_TYPE_PREFERENCES_ROW)

enum {
  WANTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const SlipProperty *
get_property (SlipField *self)
{
  return slip_schema_get_property (self->kind, self->property);
}

static gboolean
is_draft (SlipField *self)
{
  return g_signal_has_handler_pending (self, signals[WANTED], 0, FALSE);
}

static gboolean
is_end (SlipField *self)
{
  const char *name = get_property (self)->name;

  return g_str_equal (name, "first_day") || g_str_equal (name, "last_day");
}

/* A T-date is called by what it comes to, not by what it hangs on. */
static const char *
get_label (SlipField *self)
{
  if (self->form == SLIP_FIELD_T_DATE && self->kind == SLIP_KIND_COMMUNICATION)
    return _ ("Planned by rule");
  return self->form == SLIP_FIELD_T_DATE
           ? _ ("Due")
           : g_dgettext (GETTEXT_PACKAGE, get_property (self)->label);
}

/* What the field would make of an end of a range: another value that another
 * field holds back counts. */
static SlipDate
get_end (SlipField *self, const char *name)
{
  GtkWidget *list = gtk_widget_get_parent (GTK_WIDGET (self));
  int property = slip_schema_find_property (self->kind, name);

  for (GtkWidget *child = gtk_widget_get_first_child (list); child;
       child = gtk_widget_get_next_sibling (child))
    if (SLIP_IS_FIELD (child) && SLIP_FIELD (child)->held &&
        SLIP_FIELD (child)->property == (guint) property)
      return slip_date_parse (SLIP_FIELD (child)->held);

  return property < 0 ? SLIP_DATE_NONE
                      : slip_row_get_date (self->row, (guint) property);
}

static void
hold (SlipField *self, const char *text)
{
  g_free (self->held);
  self->held = g_strdup (text);
  slip_field_set_note (self,
                       text ? _ ("The last day is before the first") : NULL,
                       TRUE);
}

/* The other end that is held back goes along. */
static void
take_held (SlipField *self, GPtrArray *pairs)
{
  GtkWidget *list = gtk_widget_get_parent (GTK_WIDGET (self));

  for (GtkWidget *child = gtk_widget_get_first_child (list); child;
       child = gtk_widget_get_next_sibling (child)) {
    SlipField *field = SLIP_IS_FIELD (child) ? SLIP_FIELD (child) : NULL;

    if (!field || !field->held)
      continue;
    if (field != self) {
      g_ptr_array_insert (pairs, 0, g_strdup (field->held));
      g_ptr_array_insert (pairs, 0, g_strdup (get_property (field)->name));
    }
    hold (field, NULL);
  }
}

/* Holds a day back that would end a range before it begins. */
static gboolean
hold_back (SlipField *self, const char *text)
{
  gboolean is_first = g_str_equal (get_property (self)->name, "first_day");
  SlipDate first;
  SlipDate last;

  /* A weekly freeze has no last day. */
  if (!is_end (self) || (self->kind == SLIP_KIND_FREEZE &&
                         slip_row_get_integer (self->row, SLIP_FREEZE_REPEAT) ==
                           SLIP_REPEAT_WEEKLY))
    return FALSE;
  first = is_first ? slip_date_parse (text) : get_end (self, "first_day");
  last = is_first ? get_end (self, "last_day") : slip_date_parse (text);
  if (!slip_date_is_set (first) || !slip_date_is_set (last) ||
      !slip_date_is_before (last, first))
    return FALSE;
  hold (self, text);
  return TRUE;
}

/* Whether a day was only typed back to what the plan keeps. */
static gboolean
is_kept (SlipField *self, const char *text)
{
  return slip_date_equal (slip_value_get_date (&self->value),
                          slip_date_parse (text));
}

static void
ask (SlipField *self, const char *text)
{
  gboolean is_new = is_draft (self);
  g_autoptr (GPtrArray) pairs = NULL;

  if (!self->row || (!is_new && hold_back (self, text)))
    return;
  pairs = slip_companions_list (self->row, self->property, text, is_new);
  if (is_new) {
    g_signal_emit (self, signals[WANTED], 0, pairs->pdata);
    return;
  }
  if (is_end (self)) {
    take_held (self, pairs);
    if (is_kept (self, text) && pairs->len == 3)
      return;
  }
  slip_ask_edit (GTK_WIDGET (self), self->kind, slip_row_get_id (self->row),
                 (const char *const *) pairs->pdata);
}

static void
ask_integer (SlipField *self, gint64 integer)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, integer);

  ask (self, text);
}

static void
text_committed_cb (SlipTextField *field, const char *text, SlipField *self)
{
  ask (self, text);
}

/* Somebody who is not in the plan yet comes with the edit that needs them. */
static void
ask_newcomer (SlipField *self, SlipEntityChoice *choice)
{
  self->is_filling = TRUE;
  slip_entity_choice_choose (choice, slip_value_get_text (&self->value));
  self->is_filling = FALSE;
  slip_ask (GTK_WIDGET (self), SLIP_ACTION_NEW_PERSON,
            g_variant_new ("(sss)", slip_schema_get (self->kind)->name,
                           slip_row_get_id (self->row),
                           get_property (self)->name));
}

static void
chosen_cb (SlipEntityChoice *choice, const char *id, SlipField *self)
{
  if (self->is_filling)
    return;
  if (slip_entity_choice_is_extra (choice))
    ask_newcomer (self, choice);
  else if (is_draft (self) ||
           g_strcmp0 (id, slip_value_get_text (&self->value)) != 0)
    ask (self, id ? id : "");
}

static void
rule_committed_cb (SlipTDateEntry *entry, SlipField *self)
{
  g_auto (GStrv) pairs = slip_t_date_entry_dup_pairs (entry, self->kind);

  if (is_draft (self))
    g_signal_emit (self, signals[WANTED], 0, pairs);
  else
    slip_ask_edit (GTK_WIDGET (self), self->kind, slip_row_get_id (self->row),
                   (const char *const *) pairs);
}

static void
ask_number (SlipField *self)
{
  GtkSpinButton *spin = GTK_SPIN_BUTTON (self->editor);

  if (self->form == SLIP_FIELD_PERCENT)
    ask_integer (self, (gint64) (gtk_spin_button_get_value (spin) * 100 + 0.5));
  else
    ask_integer (self, gtk_spin_button_get_value_as_int (spin));
}

static void
number_rested_cb (GtkSpinButton *spin, gpointer data)
{
  SlipField *self = data;

  if (!is_draft (self))
    ask_number (self);
}

/* A draft makes no steps. */
static void
number_changed_cb (GtkSpinButton *spin, SlipField *self)
{
  if (!self->is_filling && is_draft (self))
    ask_number (self);
}

static void
watch_number (SlipField *self, GtkWidget *spin)
{
  g_signal_connect (spin, "value-changed", G_CALLBACK (number_changed_cb),
                    self);
  slip_spin_rest_watch (GTK_SPIN_BUTTON (spin), number_rested_cb, self);
}

static void
mask_chosen_cb (SlipMaskChoice *choice, SlipField *self)
{
  if (!self->is_filling)
    ask_integer (self, slip_mask_choice_get_mask (choice));
}

static void
switched_cb (GtkSwitch *editor, GParamSpec *pspec, SlipField *self)
{
  if (!self->is_filling)
    ask (self, gtk_switch_get_active (editor) ? "true" : "false");
}

static void
color_set_cb (GtkColorButton *button, SlipField *self)
{
  g_autofree char *text = NULL;
  GdkRGBA color;

  gtk_color_chooser_get_rgba (GTK_COLOR_CHOOSER (button), &color);
  text = g_strdup_printf ("#%02x%02x%02x", (guint) (color.red * 255 + 0.5f),
                          (guint) (color.green * 255 + 0.5f),
                          (guint) (color.blue * 255 + 0.5f));
  ask (self, text);
}

/* Enumerations by index; small ranges of numbers, with none first. */
static void
item_selected_cb (GtkDropDown *drop_down, GParamSpec *pspec, SlipField *self)
{
  const SlipProperty *property = get_property (self);
  guint selected = gtk_drop_down_get_selected (drop_down);

  if (self->is_filling || selected == GTK_INVALID_LIST_POSITION)
    return;
  if (property->type == SLIP_PROPERTY_ENUM)
    ask (self, property->values[selected].nick);
  else if (selected == 0)
    ask (self, "");
  else
    ask_integer (self, property->minimum + selected - 1);
}

static void
day_committed_cb (SlipDateEntry *entry, SlipField *self)
{
  SlipPlannedDate planned = slip_date_entry_get_planned (entry);
  g_autofree char *day = slip_date_to_text (planned.date);

  ask (self, day ? day : "");
}

/* Whether the property is one of so few numbers that they can be listed. */
static gboolean
is_short_range (const SlipProperty *property)
{
  return property->type == SLIP_PROPERTY_INTEGER &&
         property->maximum - property->minimum < 5;
}

static GtkWidget *
new_drop_down (SlipField *self, const SlipProperty *property)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  GtkWidget *drop_down;

  if (property->type == SLIP_PROPERTY_ENUM)
    for (const SlipEnumValue *value = property->values; value->nick; value++)
      gtk_string_list_append (names, slip_enum_value_get_label (value));
  else
    gtk_string_list_append (names, self->form == SLIP_FIELD_OPTIONAL
                                     ? C_ ("number", "Any")
                                     : _ ("Not decided"));
  for (gint64 i = property->minimum;
       is_short_range (property) && i <= property->maximum; i++) {
    g_autofree char *name = g_strdup_printf ("%" G_GINT64_FORMAT, i);

    gtk_string_list_append (names, name);
  }
  drop_down = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&names)), NULL);
  g_signal_connect (drop_down, "notify::selected",
                    G_CALLBACK (item_selected_cb), self);
  return drop_down;
}

static GtkWidget *
new_number (SlipField *self, const SlipProperty *property)
{
  GtkWidget *spin =
    gtk_spin_button_new_with_range ((double) property->minimum,
                                    (double) MIN (property->maximum, 9999), 1);

  gtk_spin_button_set_numeric (GTK_SPIN_BUTTON (spin), TRUE);
  watch_number (self, spin);
  return spin;
}

static GtkWidget *
new_percent (SlipField *self)
{
  GtkWidget *spin = gtk_spin_button_new_with_range (0, 100, 1);

  gtk_spin_button_set_digits (GTK_SPIN_BUTTON (spin), 2);
  gtk_spin_button_set_numeric (GTK_SPIN_BUTTON (spin), TRUE);
  watch_number (self, spin);
  return spin;
}

static GtkWidget *
new_rule (SlipField *self)
{
  SlipKind stages = self->kind == SLIP_KIND_TEMPLATE_ITEM
                      ? SLIP_KIND_TEMPLATE_STAGE
                      : SLIP_KIND_STAGE;
  GtkWidget *entry = slip_t_date_entry_new (stages, _ ("No date"));

  slip_t_date_entry_set_label (SLIP_T_DATE_ENTRY (entry), get_label (self));
  g_signal_connect (entry, "committed", G_CALLBACK (rule_committed_cb), self);
  return entry;
}

static GtkWidget *
new_text (SlipField *self, const SlipProperty *property)
{
  GtkWidget *field = slip_text_field_new (self->form == SLIP_FIELD_LONG);

  slip_text_field_set_label (SLIP_TEXT_FIELD (field), get_label (self), FALSE);
  slip_text_field_set_max_length (SLIP_TEXT_FIELD (field),
                                  (int) MIN (property->maximum, G_MAXINT));
  g_signal_connect (field, "committed", G_CALLBACK (text_committed_cb), self);
  return field;
}

static GtkWidget *
new_reference (SlipField *self, const SlipProperty *property)
{
  const char *none = NULL;
  GtkWidget *choice;

  if (self->form == SLIP_FIELD_OPTIONAL)
    none = property->target == SLIP_KIND_PERSON             ? _ ("Nobody")
           : property->target == SLIP_KIND_WORKING_CALENDAR ? _ ("Default")
                                                            : _ ("All");
  choice = slip_entity_choice_new (property->target, none, NULL);
  slip_entity_choice_set_label (SLIP_ENTITY_CHOICE (choice), get_label (self));
  g_signal_connect (choice, "chosen", G_CALLBACK (chosen_cb), self);
  return choice;
}

static GtkWidget *
new_mask (SlipField *self, const SlipProperty *property)
{
  GtkWidget *choice = self->form == SLIP_FIELD_WEEKDAYS
                        ? slip_mask_choice_new_weekdays ()
                        : slip_mask_choice_new_months ();

  slip_mask_choice_set_label (SLIP_MASK_CHOICE (choice), get_label (self));
  g_signal_connect (choice, "chosen", G_CALLBACK (mask_chosen_cb), self);
  return choice;
}

static GtkWidget *
new_color (SlipField *self)
{
  GtkWidget *button = gtk_color_button_new ();

  g_signal_connect (button, "color-set", G_CALLBACK (color_set_cb), self);
  return button;
}

static GtkWidget *
new_day (SlipField *self, const SlipProperty *property)
{
  GtkWidget *entry = slip_date_entry_new (FALSE);

  slip_date_entry_set_label (SLIP_DATE_ENTRY (entry), get_label (self));
  g_signal_connect (entry, "committed", G_CALLBACK (day_committed_cb), self);
  return entry;
}

static GtkWidget *
new_editor (SlipField *self, const SlipProperty *property)
{
  GtkWidget *editor;

  if (self->form == SLIP_FIELD_WEEKDAYS || self->form == SLIP_FIELD_MONTHS)
    return new_mask (self, property);
  if (self->form == SLIP_FIELD_COLOR)
    return new_color (self);
  if (self->form == SLIP_FIELD_PERCENT)
    return new_percent (self);
  if (self->form == SLIP_FIELD_T_DATE)
    return new_rule (self);

  switch (property->type) {
  case SLIP_PROPERTY_TEXT:
    return new_text (self, property);
  case SLIP_PROPERTY_REFERENCE:
    return new_reference (self, property);
  case SLIP_PROPERTY_DATE:
    return new_day (self, property);
  case SLIP_PROPERTY_BOOLEAN:
    editor = gtk_switch_new ();
    g_signal_connect (editor, "notify::active", G_CALLBACK (switched_cb), self);
    return editor;
  case SLIP_PROPERTY_ENUM:
    return new_drop_down (self, property);
  case SLIP_PROPERTY_INTEGER:
  case SLIP_PROPERTY_INSTANT:
    break;
  }

  return is_short_range (property) ? new_drop_down (self, property)
                                   : new_number (self, property);
}

static void
show_value (SlipField *self, const SlipPlanState *state, SlipDate today)
{
  const SlipProperty *property = get_property (self);
  gint64 integer = slip_value_get_integer (&self->value);
  GtkWidget *editor = self->editor;
  GdkRGBA color = { 0.5f, 0.5f, 0.5f, 1 };

  if (SLIP_IS_TEXT_FIELD (editor)) {
    slip_text_field_set_kept (SLIP_TEXT_FIELD (editor),
                              slip_value_get_text (&self->value));
  } else if (SLIP_IS_T_DATE_ENTRY (editor)) {
    SlipTDate rule = slip_t_date_get (self->row);

    slip_t_date_entry_set_rule (SLIP_T_DATE_ENTRY (editor), state,
                                slip_row_get_owner (self->row), &rule);
  } else if (SLIP_IS_ENTITY_CHOICE (editor)) {
    if (property->target == SLIP_KIND_PERSON)
      slip_entity_choice_set_extra (SLIP_ENTITY_CHOICE (editor),
                                    is_draft (self) ? NULL : _ ("New Person…"));
    slip_entity_choice_set_plan (SLIP_ENTITY_CHOICE (editor), state,
                                 slip_value_get_text (&self->value));
  } else if (SLIP_IS_MASK_CHOICE (editor)) {
    slip_mask_choice_set_mask (SLIP_MASK_CHOICE (editor), (guint) integer);
  } else if (GTK_IS_SWITCH (editor)) {
    gtk_switch_set_active (GTK_SWITCH (editor), integer != 0);
  } else if (GTK_IS_SPIN_BUTTON (editor)) {
    slip_spin_rest_show (GTK_SPIN_BUTTON (editor),
                         self->form == SLIP_FIELD_PERCENT
                           ? (double) integer / 100
                           : (double) integer);
  } else if (GTK_IS_COLOR_BUTTON (editor)) {
    const char *text = slip_value_get_text (&self->value);

    if (text)
      gdk_rgba_parse (&color, text);
    gtk_color_chooser_set_rgba (GTK_COLOR_CHOOSER (editor), &color);
  } else if (GTK_IS_DROP_DOWN (editor)) {
    if (property->type != SLIP_PROPERTY_ENUM)
      integer = self->value.type == SLIP_VALUE_NONE
                  ? 0
                  : integer - property->minimum + 1;
    gtk_drop_down_set_selected (GTK_DROP_DOWN (editor), (guint) integer);
  }
}

static gboolean
slip_field_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (SLIP_FIELD (widget)->editor);
}

static void
slip_field_finalize (GObject *object)
{
  SlipField *self = SLIP_FIELD (object);

  g_clear_pointer (&self->row, slip_row_unref);
  slip_value_clear (&self->value);
  g_free (self->held);

  G_OBJECT_CLASS (slip_field_parent_class)->finalize (object);
}

static void
slip_field_class_init (SlipFieldClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = slip_field_finalize;
  GTK_WIDGET_CLASS (klass)->focus = slip_inner_focus;
  GTK_WIDGET_CLASS (klass)->grab_focus = slip_field_grab_focus;
  signals[WANTED] =
    g_signal_new ("wanted", SLIP_TYPE_FIELD, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                  NULL, G_TYPE_NONE, 1, G_TYPE_STRV);
}

static void
slip_field_init (SlipField *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  gtk_widget_add_css_class (self->box, "field");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), self->box);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
}

/* Small editors stand beside their label, large ones below it. */
static gboolean
is_wide (SlipField *self)
{
  return SLIP_IS_DATE_ENTRY (self->editor) ||
         SLIP_IS_MASK_CHOICE (self->editor) || self->form == SLIP_FIELD_LONG;
}

static void
build (SlipField *self, const SlipProperty *property)
{
  GtkWidget *line = gtk_box_new (is_wide (self) ? GTK_ORIENTATION_VERTICAL
                                                : GTK_ORIENTATION_HORIZONTAL,
                                 is_wide (self) ? 4 : 12);
  GtkWidget *label = gtk_label_new (get_label (self));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  /* A short one stays on its line, whatever the editor would like to have. */
  gtk_label_set_wrap (GTK_LABEL (label),
                      g_utf8_strlen (get_label (self), -1) > MAX_LINE_CHARS);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), LABEL_CHARS);
  gtk_widget_add_css_class (label, "field-label");
  gtk_box_append (GTK_BOX (line), label);
  gtk_widget_set_valign (self->editor, GTK_ALIGN_CENTER);
  if (!GTK_IS_SWITCH (self->editor) && !GTK_IS_COLOR_BUTTON (self->editor) &&
      !GTK_IS_SPIN_BUTTON (self->editor))
    gtk_widget_set_hexpand (self->editor, TRUE);
  else
    gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (line), self->editor);
  gtk_box_append (GTK_BOX (self->box), line);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), self->editor);
  slip_control_name_set (self->editor, get_label (self));

  self->note = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->note), 0);
  gtk_label_set_wrap (GTK_LABEL (self->note), TRUE);
  gtk_widget_set_visible (self->note, FALSE);
  gtk_widget_add_css_class (self->note, "caption");
  gtk_box_append (GTK_BOX (self->box), self->note);
}

GtkWidget *
slip_field_new (SlipKind kind, guint property, SlipFieldForm form)
{
  SlipField *self = g_object_new (SLIP_TYPE_FIELD, NULL);
  const SlipProperty *info = slip_schema_get_property (kind, property);
  g_autofree char *name = g_strconcat ("field:", info->name, NULL);

  self->kind = kind;
  self->property = property;
  self->form = form;
  self->editor = new_editor (self, info);
  gtk_widget_set_name (GTK_WIDGET (self), name);
  slip_plain_text_set_row_title (ADW_PREFERENCES_ROW (self), get_label (self));
  build (self, info);
  return GTK_WIDGET (self);
}

void
slip_field_set_row (SlipField *self,
                    const SlipPlanState *state,
                    const SlipRow *row,
                    SlipDate today)
{
  g_return_if_fail (SLIP_IS_FIELD (self));

  if (self->held &&
      !g_str_equal (slip_row_get_id (self->row), slip_row_get_id (row)))
    hold (self, NULL);
  g_clear_pointer (&self->row, slip_row_unref);
  self->row = slip_row_ref (row);
  slip_value_clear (&self->value);
  self->value = slip_value_copy (slip_row_peek (row, self->property));
  self->is_filling = TRUE;
  if (self->held) {
    /* It stays as it was typed. */
  } else if (SLIP_IS_DATE_ENTRY (self->editor)) {
    SlipPlannedDate planned = { slip_value_get_date (&self->value),
                                SLIP_CERTAINTY_CONFIRMED };

    slip_date_entry_set_planned (SLIP_DATE_ENTRY (self->editor), planned,
                                 today);
  } else {
    show_value (self, state, today);
  }
  self->is_filling = FALSE;
}

void
slip_field_set_note (SlipField *self, const char *note, gboolean is_loud)
{
  g_return_if_fail (SLIP_IS_FIELD (self));

  /* What keeps it from being asked for goes before. */
  if (self->held && !is_loud)
    return;
  gtk_label_set_text (GTK_LABEL (self->note), note ? note : "");
  gtk_widget_set_visible (self->note, note != NULL);
  if (is_loud) {
    gtk_widget_add_css_class (self->note, "error");
    gtk_widget_remove_css_class (self->note, "dim-label");
  } else {
    gtk_widget_add_css_class (self->note, "dim-label");
    gtk_widget_remove_css_class (self->note, "error");
  }
}

gboolean
slip_field_try (SlipField *self)
{
  g_return_val_if_fail (SLIP_IS_FIELD (self), FALSE);

  if (SLIP_IS_DATE_ENTRY (self->editor))
    return slip_date_entry_commit (SLIP_DATE_ENTRY (self->editor));
  if (SLIP_IS_T_DATE_ENTRY (self->editor))
    return slip_t_date_entry_commit (SLIP_T_DATE_ENTRY (self->editor));
  if (SLIP_IS_TEXT_FIELD (self->editor))
    slip_text_field_commit (SLIP_TEXT_FIELD (self->editor));
  return TRUE;
}

void
slip_field_commit (SlipField *self)
{
  g_return_if_fail (SLIP_IS_FIELD (self));

  if (SLIP_IS_TEXT_FIELD (self->editor)) {
    slip_text_field_commit (SLIP_TEXT_FIELD (self->editor));
    slip_text_field_restore (SLIP_TEXT_FIELD (self->editor));
  } else if (SLIP_IS_DATE_ENTRY (self->editor)) {
    slip_date_entry_commit (SLIP_DATE_ENTRY (self->editor));
    slip_date_entry_restore (SLIP_DATE_ENTRY (self->editor));
  } else if (SLIP_IS_T_DATE_ENTRY (self->editor)) {
    slip_t_date_entry_commit (SLIP_T_DATE_ENTRY (self->editor));
    slip_t_date_entry_restore (SLIP_T_DATE_ENTRY (self->editor));
  }
}
