/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-condition-list.h"

#include "slip-date-entry.h"
#include "slip-deciding.h"
#include "slip-entity-choice.h"
#include "slip-plain-row.h"
#include "slip-plain-text.h"

#include <glib/gi18n-lib.h>

/* One condition. */
typedef struct {
  SlipConditionList *list;
  GtkWidget *row;
  GtkEditable *title;
  SlipEntityChoice *owner;
  SlipDateEntry *due;
  GtkLabel *place;
} Condition;

struct _SlipConditionList {
  AdwPreferencesGroup parent_instance;

  SlipPlanState *state;
  char *release;
  SlipDate today;
  GPtrArray *conditions; /* Condition, in order */
};

G_DEFINE_FINAL_TYPE (SlipConditionList,
                     slip_condition_list,
                     ADW_TYPE_PREFERENCES_GROUP)

enum {
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
show_place (Condition *condition)
{
  SlipConditionList *self = condition->list;
  const char *owner = slip_entity_choice_get_id (condition->owner);
  const SlipRow *audience =
    slip_deciding_find_audience (self->state, self->release, owner);
  const char *name =
    audience ? slip_row_get_text (audience, SLIP_AUDIENCE_NAME) : NULL;
  g_autofree char *text =
    name
      /* Translators: an audience, whose checklist a condition goes into. */
      ? g_strdup_printf (_ ("Becomes a required item of %s"), name)
      : g_strdup (_ ("Becomes a required item"));

  gtk_label_set_text (condition->place, text);
}

static void
changed_cb (Condition *condition)
{
  show_place (condition);
  g_signal_emit (condition->list, signals[CHANGED], 0);
}

static void
remove_cb (Condition *condition)
{
  SlipConditionList *self = condition->list;

  adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), condition->row);
  g_ptr_array_remove (self->conditions, condition);
  g_signal_emit (self, signals[CHANGED], 0);
}

static GtkWidget *
new_title (Condition *condition)
{
  GtkWidget *entry = gtk_entry_new ();
  const char *label = _ ("What has to be done");

  condition->title = GTK_EDITABLE (entry);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), label);
  gtk_entry_set_max_length (
    GTK_ENTRY (entry),
    (int) slip_schema_get_property (SLIP_KIND_ITEM, SLIP_ITEM_TITLE)->maximum);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_hexpand (entry, TRUE);
  gtk_widget_set_name (entry, "condition-title");
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (changed_cb),
                            condition);
  return entry;
}

static GtkWidget *
new_owner (Condition *condition)
{
  GtkWidget *choice =
    slip_entity_choice_new (SLIP_KIND_PERSON, _ ("Who?"), NULL);

  condition->owner = SLIP_ENTITY_CHOICE (choice);
  slip_entity_choice_set_label (condition->owner, _ ("Who does it"));
  slip_entity_choice_set_plan (condition->owner, condition->list->state, NULL);
  gtk_widget_set_hexpand (choice, TRUE);
  gtk_widget_set_name (choice, "condition-owner");
  g_signal_connect_swapped (choice, "chosen", G_CALLBACK (changed_cb),
                            condition);
  return choice;
}

static GtkWidget *
new_due (Condition *condition)
{
  GtkWidget *entry = slip_date_entry_new (FALSE);

  condition->due = SLIP_DATE_ENTRY (entry);
  slip_date_entry_set_label (condition->due, _ ("Until when"));
  slip_date_entry_set_planned (condition->due, SLIP_UNSCHEDULED,
                               condition->list->today);
  gtk_widget_set_hexpand (entry, TRUE);
  gtk_widget_set_name (entry, "condition-due");
  g_signal_connect_swapped (entry, "typed", G_CALLBACK (changed_cb), condition);
  g_signal_connect_swapped (entry, "committed", G_CALLBACK (changed_cb),
                            condition);
  return entry;
}

static GtkWidget *
new_remove_button (Condition *condition)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("list-remove-symbolic");
  const char *label = _ ("Remove Condition");

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (remove_cb),
                            condition);
  return button;
}

static GtkWidget *
new_row (Condition *condition)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *first = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *place = gtk_label_new (NULL);

  gtk_box_append (GTK_BOX (first), new_title (condition));
  gtk_box_append (GTK_BOX (first), new_remove_button (condition));
  gtk_box_append (GTK_BOX (box), first);
  gtk_box_append (GTK_BOX (box), new_owner (condition));
  gtk_box_append (GTK_BOX (box), new_due (condition));
  condition->place = GTK_LABEL (place);
  gtk_label_set_xalign (condition->place, 0);
  gtk_label_set_wrap (condition->place, TRUE);
  gtk_widget_add_css_class (place, "gate-detail");
  gtk_box_append (GTK_BOX (box), place);
  gtk_widget_add_css_class (box, "field");
  return slip_plain_row_new (box);
}

static void
slip_condition_list_finalize (GObject *object)
{
  SlipConditionList *self = SLIP_CONDITION_LIST (object);

  g_clear_pointer (&self->state, slip_plan_state_unref);
  g_free (self->release);
  g_ptr_array_unref (self->conditions);

  G_OBJECT_CLASS (slip_condition_list_parent_class)->finalize (object);
}

static void
slip_condition_list_class_init (SlipConditionListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = slip_condition_list_finalize;
  signals[CHANGED] =
    g_signal_new ("changed", SLIP_TYPE_CONDITION_LIST, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
slip_condition_list_init (SlipConditionList *self)
{
  GtkWidget *add = gtk_button_new_from_icon_name ("list-add-symbolic");
  const char *label = _ ("Add Condition");

  self->conditions = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_set_name (add, "add-condition");
  gtk_widget_add_css_class (add, "flat");
  gtk_widget_set_valign (add, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (add, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (add),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (add, "clicked", G_CALLBACK (slip_condition_list_add),
                           self, G_CONNECT_SWAPPED);
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self), add);
  slip_plain_text_set_group (ADW_PREFERENCES_GROUP (self), _ ("Conditions"),
                             _ ("With one it is a conditional go"));
}

GtkWidget *
slip_condition_list_new (void)
{
  return g_object_new (SLIP_TYPE_CONDITION_LIST, NULL);
}

void
slip_condition_list_set_release (SlipConditionList *self,
                                 const SlipPlanState *state,
                                 const char *release,
                                 SlipDate today)
{
  SlipPlanState *before;

  g_return_if_fail (SLIP_IS_CONDITION_LIST (self));

  before = self->state;
  self->state = slip_plan_state_ref (state);
  g_clear_pointer (&before, slip_plan_state_unref);
  if (g_strcmp0 (self->release, release) != 0) {
    g_free (self->release);
    self->release = g_strdup (release);
  }
  self->today = today;
  for (guint i = 0; i < self->conditions->len; i++)
    show_place (self->conditions->pdata[i]);
}

void
slip_condition_list_add (SlipConditionList *self)
{
  Condition *condition;

  g_return_if_fail (SLIP_IS_CONDITION_LIST (self));

  condition = g_new0 (Condition, 1);
  condition->list = self;
  condition->row = new_row (condition);
  g_ptr_array_add (self->conditions, condition);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), condition->row);
  gtk_widget_grab_focus (GTK_WIDGET (condition->title));
  changed_cb (condition);
}

guint
slip_condition_list_get_length (SlipConditionList *self)
{
  g_return_val_if_fail (SLIP_IS_CONDITION_LIST (self), 0);

  return self->conditions->len;
}

static SlipDate
get_due (const Condition *condition)
{
  return slip_date_entry_read (condition->due, NULL).date;
}

gboolean
slip_condition_list_is_complete (SlipConditionList *self)
{
  g_return_val_if_fail (SLIP_IS_CONDITION_LIST (self), FALSE);

  for (guint i = 0; i < self->conditions->len; i++) {
    const Condition *condition = self->conditions->pdata[i];
    g_autofree char *title =
      g_strstrip (g_strdup (gtk_editable_get_text (condition->title)));

    if (*title == '\0' || !slip_entity_choice_get_id (condition->owner) ||
        !slip_date_is_set (get_due (condition)))
      return FALSE;
  }

  return TRUE;
}

GVariant *
slip_condition_list_new_conditions (SlipConditionList *self)
{
  GVariantBuilder builder;

  g_return_val_if_fail (SLIP_IS_CONDITION_LIST (self), NULL);

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(sss)"));
  for (guint i = 0; i < self->conditions->len; i++) {
    const Condition *condition = self->conditions->pdata[i];
    const char *owner = slip_entity_choice_get_id (condition->owner);
    g_autofree char *title =
      g_strstrip (g_strdup (gtk_editable_get_text (condition->title)));
    g_autofree char *day = slip_date_to_text (get_due (condition));

    g_variant_builder_add (&builder, "(sss)", title, owner ? owner : "",
                           day ? day : "");
  }
  return g_variant_builder_end (&builder);
}
