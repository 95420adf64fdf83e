/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-due-editor.h"

#include "slip-actions.h"
#include "slip-ask.h"
#include "slip-control-name.h"
#include "slip-date-text.h"
#include "slip-field.h"
#include "slip-item-edit.h"
#include "slip-item-text.h"
#include "slip-stage.h"
#include "slip-text-field.h"

#include <glib/gi18n-lib.h>

struct _SlipDueEditor {
  GtkBox parent_instance;

  SlipPlanState *state;
  SlipRow *item;
  SlipDate today;
  gboolean is_filling;
  GPtrArray *stages; /* of SlipRow, behind the dates of the release */
  char *asked;       /* the text that was asked for last */

  SlipTextField *text;
  GtkLabel *outcome;
  GtkDropDown *anchor;
  GtkWidget *rule_box;
  GtkSpinButton *offset;
  GtkDropDown *unit;
  GtkDropDown *snap;
  GtkSwitch *pin;
  GtkWidget *pin_line;
};

G_DEFINE_FINAL_TYPE (SlipDueEditor, slip_due_editor, GTK_TYPE_BOX)

static const SlipProperty *
get_property (guint property)
{
  return slip_schema_get_property (SLIP_KIND_ITEM, property);
}

static const char *
get_id (SlipDueEditor *self)
{
  return slip_row_get_id (self->item);
}

static GVariant *
new_ids (SlipDueEditor *self)
{
  const char *ids[] = { get_id (self), NULL };

  return g_variant_new_strv (ids, -1);
}

static void
show_fault (SlipDueEditor *self, const char *fault)
{
  gtk_label_set_text (self->outcome, fault);
  gtk_widget_add_css_class (GTK_WIDGET (self->outcome), "error");
  gtk_widget_remove_css_class (GTK_WIDGET (self->outcome), "dim-label");
}

static void
text_committed_cb (SlipTextField *field, const char *text, SlipDueEditor *self)
{
  g_autoptr (GError) error = NULL;
  SlipDue due;

  if (!slip_due_parse_among (text, self->stages, self->today, &due, &error)) {
    show_fault (self, error->message);
    return;
  }
  g_free (self->asked);
  self->asked = g_strdup (text);
  slip_ask (GTK_WIDGET (self), SLIP_ACTION_ITEMS_DUE,
            g_variant_new ("(s@ass)", slip_row_get_owner (self->item),
                           new_ids (self), text));
}

static void
ask (SlipDueEditor *self, const char *const *pairs)
{
  slip_ask_edit (GTK_WIDGET (self), SLIP_KIND_ITEM, get_id (self), pairs);
}

/* The dates of the release come first, by the values of the enumeration; then
 * its stages. */
static void
anchor_selected_cb (GtkDropDown *drop_down,
                    GParamSpec *pspec,
                    SlipDueEditor *self)
{
  guint selected = gtk_drop_down_get_selected (drop_down);
  const SlipProperty *property = get_property (SLIP_ITEM_DUE_ANCHOR);
  gboolean is_stage = selected >= SLIP_DUE_STAGE;

  if (self->is_filling || selected == GTK_INVALID_LIST_POSITION)
    return;
  ask (self, (const char *const[]){
               "due_anchor",
               property->values[is_stage ? SLIP_DUE_STAGE : selected].nick,
               "due_stage",
               is_stage ? slip_row_get_id (
                            self->stages->pdata[selected - SLIP_DUE_STAGE])
                        : "",
               NULL });
}

static void
offset_changed_cb (GtkSpinButton *spin, SlipDueEditor *self)
{
  g_autofree char *text = NULL;

  if (self->is_filling)
    return;
  text = g_strdup_printf ("%d", gtk_spin_button_get_value_as_int (spin));
  ask (self, (const char *const[]){ "due_offset", text, NULL });
}

static void
ask_choice (SlipDueEditor *self, GtkDropDown *drop_down, guint property)
{
  guint selected = gtk_drop_down_get_selected (drop_down);

  if (!self->is_filling && selected != GTK_INVALID_LIST_POSITION)
    ask (self, (const char *const[]){
                 get_property (property)->name,
                 get_property (property)->values[selected].nick, NULL });
}

static void
unit_selected_cb (GtkDropDown *drop_down,
                  GParamSpec *pspec,
                  SlipDueEditor *self)
{
  ask_choice (self, drop_down, SLIP_ITEM_DUE_UNIT);
}

static void
snap_selected_cb (GtkDropDown *drop_down,
                  GParamSpec *pspec,
                  SlipDueEditor *self)
{
  ask_choice (self, drop_down, SLIP_ITEM_DUE_SNAP);
}

static void
pin_switched_cb (GtkSwitch *pin, GParamSpec *pspec, SlipDueEditor *self)
{
  if (!self->is_filling)
    slip_ask (GTK_WIDGET (self), SLIP_ACTION_PIN_ITEMS,
              g_variant_new ("(s@asb)", slip_row_get_owner (self->item),
                             new_ids (self), gtk_switch_get_active (pin)));
}

static void
slip_due_editor_finalize (GObject *object)
{
  SlipDueEditor *self = SLIP_DUE_EDITOR (object);

  g_clear_pointer (&self->state, slip_plan_state_unref);
  g_clear_pointer (&self->item, slip_row_unref);
  g_clear_pointer (&self->stages, g_ptr_array_unref);
  g_free (self->asked);

  G_OBJECT_CLASS (slip_due_editor_parent_class)->finalize (object);
}

static void
slip_due_editor_class_init (SlipDueEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = slip_due_editor_finalize;
}

static void
set_label (gpointer widget, const char *label)
{
  slip_control_name_set (widget, label);
}

static GtkDropDown *
new_choice (SlipDueEditor *self, guint property, GCallback selected)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  GtkWidget *drop_down;

  for (const SlipEnumValue *value = get_property (property)->values;
       value->nick != NULL; value++)
    gtk_string_list_append (names, slip_enum_value_get_label (value));
  drop_down = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&names)), NULL);
  gtk_widget_set_hexpand (drop_down, TRUE);
  g_signal_connect (drop_down, "notify::selected", selected, self);
  return GTK_DROP_DOWN (drop_down);
}

static void
build_rule (SlipDueEditor *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->rule_box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->offset =
    GTK_SPIN_BUTTON (gtk_spin_button_new_with_range (-3660, 3660, 1));
  gtk_editable_set_width_chars (GTK_EDITABLE (self->offset), 4);
  gtk_widget_set_name (GTK_WIDGET (self->offset), "due-offset");
  set_label (self->offset, _ ("Days after it; before it if negative"));
  g_signal_connect (self->offset, "value-changed",
                    G_CALLBACK (offset_changed_cb), self);
  self->unit =
    new_choice (self, SLIP_ITEM_DUE_UNIT, G_CALLBACK (unit_selected_cb));
  gtk_widget_set_name (GTK_WIDGET (self->unit), "due-unit");
  set_label (self->unit, _ ("Which days count"));
  self->snap =
    new_choice (self, SLIP_ITEM_DUE_SNAP, G_CALLBACK (snap_selected_cb));
  gtk_widget_set_name (GTK_WIDGET (self->snap), "due-snap");
  set_label (self->snap, _ ("On a day off"));
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->offset));
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->unit));
  gtk_box_append (GTK_BOX (self->rule_box), line);
  gtk_box_append (GTK_BOX (self->rule_box), GTK_WIDGET (self->snap));
}

static void
build_pin (SlipDueEditor *self)
{
  GtkWidget *label = gtk_label_new (_ ("Stays, whatever the rule says"));

  self->pin_line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  self->pin = GTK_SWITCH (gtk_switch_new ());
  gtk_widget_set_name (GTK_WIDGET (self->pin), "due-pin");
  gtk_widget_set_valign (GTK_WIDGET (self->pin), GTK_ALIGN_CENTER);
  set_label (self->pin, _ ("Pinned"));
  g_signal_connect (self->pin, "notify::active", G_CALLBACK (pin_switched_cb),
                    self);
  gtk_box_append (GTK_BOX (self->pin_line), label);
  gtk_box_append (GTK_BOX (self->pin_line), GTK_WIDGET (self->pin));
}

static void
slip_due_editor_init (SlipDueEditor *self)
{
  GtkWidget *label = gtk_label_new (_ ("Due"));
  GtkWidget *text = slip_text_field_new (FALSE);

  self->is_filling = TRUE;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self),
                                  GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_widget_add_css_class (GTK_WIDGET (self), "field");
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "field-label");
  self->text = SLIP_TEXT_FIELD (text);
  gtk_widget_set_name (text, "due-text");
  slip_text_field_set_label (self->text, _ ("T-10 wd, 4 Dec, in 2 weeks"),
                             TRUE);
  g_signal_connect (text, "committed", G_CALLBACK (text_committed_cb), self);
  self->outcome = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_set_name (GTK_WIDGET (self->outcome), "due-outcome");
  gtk_label_set_xalign (self->outcome, 0);
  gtk_label_set_wrap (self->outcome, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->outcome), "caption");
  self->anchor = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  gtk_widget_set_name (GTK_WIDGET (self->anchor), "due-anchor");
  set_label (self->anchor, _ ("What it hangs on"));
  g_signal_connect (self->anchor, "notify::selected",
                    G_CALLBACK (anchor_selected_cb), self);
  build_rule (self);
  build_pin (self);
  gtk_box_append (GTK_BOX (self), label);
  gtk_box_append (GTK_BOX (self), text);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->outcome));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->anchor));
  gtk_box_append (GTK_BOX (self), self->rule_box);
  gtk_box_append (GTK_BOX (self), self->pin_line);
  self->is_filling = FALSE;
}

GtkWidget *
slip_due_editor_new (void)
{
  return g_object_new (SLIP_TYPE_DUE_EDITOR, NULL);
}

static void
show_anchor (SlipDueEditor *self, const SlipTDate *rule)
{
  const SlipEnumValue *values = get_property (SLIP_ITEM_DUE_ANCHOR)->values;
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = rule->anchor;

  for (guint i = 0; i < SLIP_DUE_STAGE; i++)
    gtk_string_list_append (names, slip_enum_value_get_label (&values[i]));
  for (guint i = 0; i < self->stages->len; i++) {
    const char *name =
      slip_row_get_text (self->stages->pdata[i], SLIP_STAGE_NAME);
    g_autofree char *text =
      /* Translators: a rollout stage that a date hangs on. */
      g_strdup_printf (_ ("Start of “%s”"), name != NULL ? name : "");

    gtk_string_list_append (names, text);
    if (rule->anchor == SLIP_DUE_STAGE &&
        g_strcmp0 (rule->stage, slip_row_get_id (self->stages->pdata[i])) == 0)
      selected = SLIP_DUE_STAGE + i;
  }
  gtk_drop_down_set_model (self->anchor, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->anchor, selected);
}

/* The day typed in a form that can be read again. */
static char *
dup_kept_text (SlipDueEditor *self, const SlipTDate *rule)
{
  SlipDate day = slip_row_get_date (self->item, SLIP_ITEM_DUE_DATE);

  if (slip_t_date_is_rule (rule))
    return slip_t_date_print (self->state, rule);

  return slip_date_is_set (day) ? slip_date_dup_weekday_text (day, self->today)
                                : g_strdup ("");
}

static void
show_outcome (SlipDueEditor *self, const SlipTDate *rule)
{
  g_autofree char *due =
    slip_item_dup_due_text (self->state, self->item, self->today);
  g_autofree char *words = slip_t_date_is_rule (rule)
                             ? slip_t_date_describe (self->state, rule)
                             : NULL;
  g_autofree char *text = due == NULL ? g_strdup (_ ("Never due"))
                          : words != NULL
                            ? g_strdup_printf ("%s\n%s", due, words)
                            : g_strdup (due);

  gtk_label_set_text (self->outcome, text);
  gtk_widget_remove_css_class (GTK_WIDGET (self->outcome), "error");
  gtk_widget_add_css_class (GTK_WIDGET (self->outcome), "dim-label");
}

/* The plan has its own way to write what was typed. */
static void
show_text (SlipDueEditor *self, const char *kept)
{
  g_autofree char *text = slip_text_field_dup_text (self->text);

  if (g_strcmp0 (text, self->asked) == 0)
    slip_text_field_type (self->text, kept);
  g_clear_pointer (&self->asked, g_free);
  slip_text_field_set_kept (self->text, kept);
}

void
slip_due_editor_set_item (SlipDueEditor *self,
                          const SlipPlanState *state,
                          const SlipRow *item,
                          SlipDate today)
{
  SlipTDate rule;
  g_autofree char *kept = NULL;

  g_return_if_fail (SLIP_IS_DUE_EDITOR (self));

  g_clear_pointer (&self->state, slip_plan_state_unref);
  g_clear_pointer (&self->item, slip_row_unref);
  g_clear_pointer (&self->stages, g_ptr_array_unref);
  self->state = slip_plan_state_ref (state);
  self->item = slip_row_ref (item);
  self->today = today;
  self->stages = slip_stage_list (state, slip_row_get_owner (item));
  rule = slip_t_date_get (self->item);
  kept = dup_kept_text (self, &rule);

  self->is_filling = TRUE;
  show_text (self, kept);
  show_outcome (self, &rule);
  show_anchor (self, &rule);
  gtk_spin_button_set_value (self->offset, rule.offset);
  gtk_drop_down_set_selected (self->unit, rule.unit);
  gtk_drop_down_set_selected (self->snap, rule.snap);
  gtk_switch_set_active (self->pin, slip_t_date_is_pinned (self->item));
  gtk_widget_set_visible (self->rule_box, slip_t_date_is_rule (&rule));
  gtk_widget_set_visible (self->pin_line, slip_t_date_is_rule (&rule));
  self->is_filling = FALSE;
}

void
slip_due_editor_commit (SlipDueEditor *self)
{
  g_return_if_fail (SLIP_IS_DUE_EDITOR (self));

  slip_text_field_commit (self->text);
}
