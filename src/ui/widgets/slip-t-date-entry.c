/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-t-date-entry.h"

#include "slip-control-name.h"
#include "slip-inner-focus.h"
#include "slip-t-date-form.h"

#include <glib/gi18n-lib.h>

struct _SlipTDateEntry {
  GtkWidget parent_instance;

  SlipKind stage_kind;
  char *none;
  SlipPlanState *state;
  GPtrArray *stages; /* SlipRow of state */
  SlipTDate rule;    /* its stage is stage_id */
  char *stage_id;
  gboolean is_filling;
  gboolean has_focus;
  gboolean is_cancelled; /* the popover closes and nothing is taken */
  char *shown;           /* the text that stands for the rule */

  GtkWidget *box;
  GtkEditable *entry;
  GtkMenuButton *button;
  SlipTDateForm *form; /* of the popover, once that was opened */
  GtkWidget *fault;
};

G_DEFINE_FINAL_TYPE (SlipTDateEntry, slip_t_date_entry, GTK_TYPE_WIDGET)

enum {
  COMMITTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
show_fault (SlipTDateEntry *self, const char *text)
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

/* What is short to read is said in words by the tooltip. */
static void
show_rule (SlipTDateEntry *self)
{
  g_autofree char *words = NULL;

  self->is_filling = TRUE;
  g_free (self->shown);
  self->shown = slip_t_date_print (self->state, &self->rule);
  gtk_editable_set_text (self->entry, self->shown);
  self->is_filling = FALSE;
  if (slip_t_date_is_rule (&self->rule))
    words = slip_t_date_describe (self->state, &self->rule);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->entry),
                               words ? words : self->none);
  show_fault (self, NULL);
}

static gboolean
is_typed (SlipTDateEntry *self)
{
  return g_strcmp0 (gtk_editable_get_text (self->entry), self->shown) != 0;
}

static void
keep (SlipTDateEntry *self, const SlipTDate *rule)
{
  char *stage_id = g_strdup (rule->stage);

  self->rule = *rule;
  g_free (self->stage_id);
  self->stage_id = stage_id;
  self->rule.stage = stage_id;
}

static void
take (SlipTDateEntry *self, const SlipTDate *rule)
{
  if (slip_t_date_equal (rule, &self->rule)) {
    show_rule (self);
    return;
  }
  keep (self, rule);
  show_rule (self);
  g_signal_emit (self, signals[COMMITTED], 0);
}

static gboolean
read_text (SlipTDateEntry *self, SlipTDate *rule, GError **error)
{
  g_autofree char *text =
    g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));

  *rule = SLIP_T_DATE_FIXED;
  return *text == '\0' ||
         slip_t_date_parse_among (text, self->stages, rule, error);
}

static void
activate_cb (GtkEntry *entry, SlipTDateEntry *self)
{
  if (slip_t_date_entry_commit (self))
    gtk_widget_activate_default (GTK_WIDGET (self));
}

static void
changed_cb (GtkEditable *entry, SlipTDateEntry *self)
{
  if (!self->is_filling)
    show_fault (self, NULL);
}

static void
enter_cb (GtkEventControllerFocus *focus, SlipTDateEntry *self)
{
  self->has_focus = TRUE;
}

static void
leave_cb (GtkEventControllerFocus *focus, SlipTDateEntry *self)
{
  self->has_focus = FALSE;
  slip_t_date_entry_commit (self);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *keys,
                guint key,
                guint code,
                GdkModifierType modifiers,
                SlipTDateEntry *self)
{
  if (key != GDK_KEY_Escape || !is_typed (self))
    return FALSE;
  show_rule (self);
  return TRUE;
}

/* Keys of lists that have popped up from the popover come by here too. */
static gboolean
popover_key_cb (GtkEventControllerKey *keys,
                guint key,
                guint code,
                GdkModifierType modifiers,
                SlipTDateEntry *self)
{
  GtkWidget *popover = GTK_WIDGET (gtk_menu_button_get_popover (self->button));
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (popover));

  if (focus && gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) != popover)
    return FALSE;
  if (key == GDK_KEY_Escape)
    self->is_cancelled = TRUE;
  else if (key != GDK_KEY_Return && key != GDK_KEY_KP_Enter)
    return FALSE;
  else if (focus && gtk_widget_get_ancestor (focus, GTK_TYPE_DROP_DOWN))
    return FALSE;
  else
    slip_t_date_form_update (self->form);
  gtk_menu_button_popdown (self->button);
  return TRUE;
}

static void
popover_closed_cb (GtkPopover *popover, SlipTDateEntry *self)
{
  SlipTDate rule;

  if (self->is_cancelled)
    return;
  slip_t_date_form_update (self->form);
  rule = slip_t_date_form_get_rule (self->form);
  take (self, &rule);
}

/* A list has many of these and few are opened. */
static void
create_popover_cb (GtkMenuButton *button, gpointer data)
{
  SlipTDateEntry *self = data;
  GtkWidget *popover;
  GtkEventController *keys;

  if (!self->form) {
    popover = gtk_popover_new ();
    keys = gtk_event_controller_key_new ();
    self->form = SLIP_T_DATE_FORM (slip_t_date_form_new (self->none));
    gtk_popover_set_child (GTK_POPOVER (popover), GTK_WIDGET (self->form));
    gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
    g_signal_connect (keys, "key-pressed", G_CALLBACK (popover_key_cb), self);
    gtk_widget_add_controller (popover, keys);
    g_signal_connect (popover, "closed", G_CALLBACK (popover_closed_cb), self);
    gtk_menu_button_set_popover (button, popover);
  }
  self->is_cancelled = FALSE;
  slip_t_date_form_set_rule (self->form, self->state, self->stages,
                             &self->rule);
}

static gboolean
slip_t_date_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (SLIP_T_DATE_ENTRY (widget)->entry));
}

static void
slip_t_date_entry_dispose (GObject *object)
{
  SlipTDateEntry *self = SLIP_T_DATE_ENTRY (object);

  self->is_cancelled = TRUE;
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (slip_t_date_entry_parent_class)->dispose (object);
}

static void
slip_t_date_entry_finalize (GObject *object)
{
  SlipTDateEntry *self = SLIP_T_DATE_ENTRY (object);

  g_clear_pointer (&self->stages, g_ptr_array_unref);
  g_clear_pointer (&self->state, slip_plan_state_unref);
  g_free (self->none);
  g_free (self->stage_id);
  g_free (self->shown);

  G_OBJECT_CLASS (slip_t_date_entry_parent_class)->finalize (object);
}

static void
slip_t_date_entry_class_init (SlipTDateEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = slip_t_date_entry_dispose;
  object_class->finalize = slip_t_date_entry_finalize;
  widget_class->focus = slip_inner_focus;
  widget_class->grab_focus = slip_t_date_entry_grab_focus;
  signals[COMMITTED] =
    g_signal_new ("committed", SLIP_TYPE_T_DATE_ENTRY, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "tdateentry");
}

static GtkWidget *
new_button (SlipTDateEntry *self)
{
  const char *label = _ ("Put the Rule Together");

  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_create_popup_func (self->button, create_popover_cb, self,
                                         NULL);
  gtk_menu_button_set_icon_name (self->button, "pan-down-symbolic");
  gtk_widget_set_name (GTK_WIDGET (self->button), "rule-button");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), label);
  slip_control_name_set (GTK_WIDGET (self->button), label);
  return GTK_WIDGET (self->button);
}

static void
add_controllers (SlipTDateEntry *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect (focus, "enter", G_CALLBACK (enter_cb), self);
  g_signal_connect (focus, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), focus);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);
}

static void
slip_t_date_entry_init (SlipTDateEntry *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->rule = SLIP_T_DATE_FIXED;
  self->shown = g_strdup ("");
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  self->entry = GTK_EDITABLE (gtk_entry_new ());
  gtk_editable_set_width_chars (self->entry, 9);
  gtk_widget_set_hexpand (GTK_WIDGET (self->entry), TRUE);
  g_signal_connect (self->entry, "activate", G_CALLBACK (activate_cb), self);
  g_signal_connect (self->entry, "changed", G_CALLBACK (changed_cb), self);
  gtk_widget_add_css_class (line, "linked");
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->entry));
  gtk_box_append (GTK_BOX (line), new_button (self));
  gtk_box_append (GTK_BOX (self->box), line);

  self->fault = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->fault), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->fault), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (self->fault), 12);
  gtk_label_set_xalign (GTK_LABEL (self->fault), 0);
  gtk_widget_set_visible (self->fault, FALSE);
  gtk_widget_add_css_class (self->fault, "caption");
  gtk_widget_add_css_class (self->fault, "error");
  gtk_box_append (GTK_BOX (self->box), self->fault);
  add_controllers (self);
}

GtkWidget *
slip_t_date_entry_new (SlipKind stages, const char *none)
{
  SlipTDateEntry *self = g_object_new (SLIP_TYPE_T_DATE_ENTRY, NULL);

  self->stage_kind = stages;
  self->none = g_strdup (none);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), none);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->entry), none);
  return GTK_WIDGET (self);
}

static int
compare_stages_cb (gconstpointer a, gconstpointer b)
{
  const SlipRow *first = *(const SlipRow *const *) a;
  const SlipRow *second = *(const SlipRow *const *) b;
  guint rank = slip_row_get_kind (first) == SLIP_KIND_STAGE
                 ? SLIP_STAGE_RANK
                 : SLIP_TEMPLATE_STAGE_RANK;
  int order = g_strcmp0 (slip_row_get_text (first, rank),
                         slip_row_get_text (second, rank));

  return order ? order
               : g_strcmp0 (slip_row_get_id (first), slip_row_get_id (second));
}

void
slip_t_date_entry_set_rule (SlipTDateEntry *self,
                            const SlipPlanState *state,
                            const char *owner,
                            const SlipTDate *rule)
{
  g_return_if_fail (SLIP_IS_T_DATE_ENTRY (self));

  g_clear_pointer (&self->stages, g_ptr_array_unref);
  g_clear_pointer (&self->state, slip_plan_state_unref);
  self->state = slip_plan_state_ref (state);
  self->stages = slip_plan_state_list_owned (state, self->stage_kind, owner);
  g_ptr_array_sort (self->stages, compare_stages_cb);
  keep (self, rule);
  if (!self->has_focus || !is_typed (self))
    show_rule (self);
}

SlipTDate
slip_t_date_entry_get_rule (SlipTDateEntry *self)
{
  g_return_val_if_fail (SLIP_IS_T_DATE_ENTRY (self), SLIP_T_DATE_FIXED);

  return self->rule;
}

GStrv
slip_t_date_entry_dup_pairs (SlipTDateEntry *self, SlipKind kind)
{
  const SlipTDateProperties *properties = slip_t_date_get_properties (kind);
  g_autoptr (GStrvBuilder) pairs = g_strv_builder_new ();

  g_return_val_if_fail (SLIP_IS_T_DATE_ENTRY (self), NULL);
  g_return_val_if_fail (properties, NULL);

  const struct {
    guint property;
    SlipValue value;
  } values[] = {
    { properties->anchor, slip_value_new_integer (self->rule.anchor) },
    { properties->offset, slip_value_new_integer (self->rule.offset) },
    { properties->unit, slip_value_new_integer (self->rule.unit) },
    { properties->snap, slip_value_new_integer (self->rule.snap) },
  };
  for (guint i = 0; i < G_N_ELEMENTS (values); i++) {
    const SlipProperty *property =
      slip_schema_get_property (kind, values[i].property);
    g_autofree char *text = slip_property_print (property, &values[i].value);

    g_strv_builder_add_many (pairs, property->name, text, NULL);
  }
  g_strv_builder_add_many (
    pairs, slip_schema_get_property (kind, properties->stage)->name,
    self->stage_id ? self->stage_id : "", NULL);
  return g_strv_builder_end (pairs);
}

void
slip_t_date_entry_type (SlipTDateEntry *self, const char *text)
{
  g_return_if_fail (SLIP_IS_T_DATE_ENTRY (self));

  gtk_editable_set_text (self->entry, text);
}

gboolean
slip_t_date_entry_commit (SlipTDateEntry *self)
{
  g_autoptr (GError) error = NULL;
  SlipTDate rule;

  g_return_val_if_fail (SLIP_IS_T_DATE_ENTRY (self), FALSE);

  if (!is_typed (self)) {
    show_fault (self, NULL);
    return TRUE;
  }
  if (!read_text (self, &rule, &error)) {
    show_fault (self, error->message);
    return FALSE;
  }
  take (self, &rule);
  return TRUE;
}

void
slip_t_date_entry_restore (SlipTDateEntry *self)
{
  g_return_if_fail (SLIP_IS_T_DATE_ENTRY (self));

  show_rule (self);
}

const char *
slip_t_date_entry_get_fault (SlipTDateEntry *self)
{
  g_return_val_if_fail (SLIP_IS_T_DATE_ENTRY (self), NULL);

  return gtk_widget_get_visible (self->fault)
           ? gtk_label_get_text (GTK_LABEL (self->fault))
           : NULL;
}

void
slip_t_date_entry_set_label (SlipTDateEntry *self, const char *label)
{
  g_return_if_fail (SLIP_IS_T_DATE_ENTRY (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}
