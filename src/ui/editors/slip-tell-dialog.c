/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-tell-dialog.h"

#include "slip-actions.h"
#include "slip-ask.h"
#include "slip-date-entry.h"
#include "slip-date-text.h"
#include "slip-entity-choice.h"
#include "slip-field.h"
#include "slip-knowledge.h"
#include "slip-plain-text.h"

#include <glib/gi18n-lib.h>

#define WIDTH_PX  480
#define HEIGHT_PX 620

struct _SlipTellDialog {
  AdwWindow parent_instance;

  SlipPlanState *state;
  SlipDate today;
  char *release;
  char *communication; /* the planned one that has been sent, or NULL */
  SlipRow *draft;      /* what has been filled in, in no plan yet */

  GPtrArray *fields; /* SlipField, borrowed */
  SlipDateEntry *when;
  GtkWidget *tell;
  AdwPreferencesGroup *group;
  GtkLabel *fault;
};

G_DEFINE_FINAL_TYPE (SlipTellDialog, slip_tell_dialog, ADW_TYPE_WINDOW)

static const struct {
  SlipCommunicationProperty property;
  SlipFieldForm form;
} field_table[] = {
  { SLIP_COMMUNICATION_AUDIENCE, SLIP_FIELD_PLAIN },
  { SLIP_COMMUNICATION_TYPE, SLIP_FIELD_PLAIN },
  { SLIP_COMMUNICATION_DATE_TOLD, SLIP_FIELD_PLAIN },
  { SLIP_COMMUNICATION_CHANNEL, SLIP_FIELD_PLAIN },
  { SLIP_COMMUNICATION_SENT_BY, SLIP_FIELD_OPTIONAL },
  { SLIP_COMMUNICATION_CONFIRMED_BY, SLIP_FIELD_PLAIN },
  { SLIP_COMMUNICATION_NOTE, SLIP_FIELD_LONG },
};

#define DATE_TOLD_FIELD 2
#define SENT_BY_FIELD   4

static void
show_fault (SlipTellDialog *self, const char *text)
{
  gtk_label_set_text (self->fault, text ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->fault), text != NULL);
}

static SlipDate
get_present_day (SlipTellDialog *self)
{
  const SlipRow *release =
    slip_plan_state_get (self->state, SLIP_KIND_RELEASE, self->release);

  return release
           ? slip_release_resolve (self->state, release, SLIP_ANCHOR_RELEASE)
           : SLIP_DATE_NONE;
}

/* Below the date told: whether it is the one that is planned. */
static void
show_note (SlipTellDialog *self)
{
  SlipDate told = slip_row_get_date (self->draft, SLIP_COMMUNICATION_DATE_TOLD);
  SlipDate present = get_present_day (self);
  gboolean is_wrong =
    slip_date_is_set (told) && !slip_date_equal (told, present);
  g_autofree char *day =
    slip_date_dup_text (present, SLIP_DATE_STYLE_MEDIUM, self->today);
  g_autofree char *text = NULL;

  if (is_wrong)
    text = g_strdup_printf (_ ("⚠ Not what is planned now: %s"), day);
  else if (!slip_date_is_set (told))
    text = g_strdup (_ ("They were told no date"));
  slip_field_set_note (self->fields->pdata[DATE_TOLD_FIELD], text, is_wrong);
  slip_field_set_note (self->fields->pdata[SENT_BY_FIELD],
                       slip_row_get_text (self->draft,
                                          SLIP_COMMUNICATION_SENT_BY)
                         ? NULL
                         : _ ("You, unless you choose somebody"),
                       FALSE);
}

static void
show_draft (SlipTellDialog *self)
{
  for (guint i = 0; i < self->fields->len; i++)
    slip_field_set_row (self->fields->pdata[i], self->state, self->draft,
                        self->today);
  show_note (self);
}

static void
set_value (SlipTellDialog *self, guint property, const SlipValue *value)
{
  SlipRow *draft = slip_row_new_with (self->draft, property, value);

  slip_row_unref (self->draft);
  self->draft = draft;
}

static void
set_text (SlipTellDialog *self, guint property, const char *text)
{
  g_auto (SlipValue) value = slip_value_new_text (text);

  set_value (self, property, &value);
}

static void
set_date (SlipTellDialog *self, guint property, SlipDate date)
{
  g_auto (SlipValue) value = slip_value_new_date (date);

  set_value (self, property, &value);
}

static void
wanted_cb (SlipField *field, const char *const *pairs, SlipTellDialog *self)
{
  show_fault (self, NULL);
  for (; pairs[0]; pairs += 2) {
    int index = slip_schema_find_property (SLIP_KIND_COMMUNICATION, pairs[0]);
    g_auto (SlipValue) value = SLIP_VALUE_INIT;
    g_autoptr (GError) error = NULL;

    if (!slip_property_parse (slip_schema_get_property (SLIP_KIND_COMMUNICATION,
                                                        (guint) index),
                              pairs[1], &value, &error)) {
      show_fault (self, error->message);
      break;
    }
    set_value (self, (guint) index, &value);
  }
  show_draft (self);
}

/* What is typed and not committed counts too. */
static gboolean
commit_fields (SlipTellDialog *self)
{
  for (guint i = 0; i < self->fields->len; i++)
    if (!slip_field_try (self->fields->pdata[i])) {
      gtk_widget_grab_focus (self->fields->pdata[i]);
      return FALSE;
    }
  if (!slip_date_entry_commit (self->when)) {
    gtk_widget_grab_focus (GTK_WIDGET (self->when));
    return FALSE;
  }

  return !gtk_widget_get_visible (GTK_WIDGET (self->fault));
}

static GVariant *
new_pairs (SlipTellDialog *self)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(ss)"));
  for (guint i = 0; i < G_N_ELEMENTS (field_table); i++) {
    const SlipProperty *property =
      slip_schema_get_property (SLIP_KIND_COMMUNICATION,
                                field_table[i].property);
    g_autofree char *text =
      slip_property_print (property, slip_row_peek (self->draft,
                                                    field_table[i].property));

    g_variant_builder_add (&builder, "(ss)", property->name, text ? text : "");
  }
  return g_variant_builder_end (&builder);
}

void
slip_tell_dialog_tell (SlipTellDialog *self)
{
  SlipDate day;
  g_autofree char *text = NULL;

  g_return_if_fail (SLIP_IS_TELL_DIALOG (self));

  show_fault (self, NULL);
  if (!commit_fields (self))
    return;
  day = slip_date_entry_get_planned (self->when).date;
  if (!slip_date_is_set (day) || slip_date_is_before (self->today, day)) {
    show_fault (self, _ ("It must have been sent today or before"));
    return;
  }
  if (!slip_row_get_text (self->draft, SLIP_COMMUNICATION_AUDIENCE)) {
    show_fault (self, _ ("Choose who was told"));
    return;
  }

  text = slip_date_to_text (day);
  slip_ask (GTK_WIDGET (self), SLIP_ACTION_RECORD_TELLING,
            g_variant_new ("(sss@a(ss))", self->release,
                           self->communication ? self->communication : "", text,
                           new_pairs (self)));
  gtk_window_close (GTK_WINDOW (self));
}

static void
tell_clicked_cb (GtkButton *button, SlipTellDialog *self)
{
  slip_tell_dialog_tell (self);
}

/* Return in a line of text is as good as the button. */
static gboolean
key_pressed_cb (GtkEventControllerKey *keys,
                guint key,
                guint code,
                GdkModifierType modifiers,
                SlipTellDialog *self)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self));

  if (!GTK_IS_TEXT (focus) ||
      gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) ||
      (key != GDK_KEY_Return && key != GDK_KEY_KP_Enter))
    return FALSE;
  slip_tell_dialog_tell (self);
  return TRUE;
}

static void
slip_tell_dialog_finalize (GObject *object)
{
  SlipTellDialog *self = SLIP_TELL_DIALOG (object);

  g_clear_pointer (&self->state, slip_plan_state_unref);
  g_clear_pointer (&self->draft, slip_row_unref);
  g_ptr_array_unref (self->fields);
  g_free (self->release);
  g_free (self->communication);

  G_OBJECT_CLASS (slip_tell_dialog_parent_class)->finalize (object);
}

static void
slip_tell_dialog_class_init (SlipTellDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = slip_tell_dialog_finalize;
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0,
                                       "window.close", NULL);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/slipway_planner/Slipway/slip-tell-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SlipTellDialog, tell);
  gtk_widget_class_bind_template_child (widget_class, SlipTellDialog, group);
  gtk_widget_class_bind_template_child (widget_class, SlipTellDialog, fault);
  gtk_widget_class_bind_template_callback (widget_class, tell_clicked_cb);
}

static GtkWidget *
new_when_row (SlipTellDialog *self)
{
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *title = gtk_label_new (_ ("When"));
  GtkWidget *entry = slip_date_entry_new (FALSE);

  self->when = SLIP_DATE_ENTRY (entry);
  slip_date_entry_set_label (self->when, _ ("When"));
  gtk_widget_set_name (entry, "told-when");
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "field-label");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), entry);
  gtk_widget_add_css_class (box, "field");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  return row;
}

static void
slip_tell_dialog_init (SlipTellDialog *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->fields = g_ptr_array_new ();
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (field_table); i++) {
    GtkWidget *field =
      slip_field_new (SLIP_KIND_COMMUNICATION, field_table[i].property,
                      field_table[i].form);

    g_signal_connect (field, "wanted", G_CALLBACK (wanted_cb), self);
    adw_preferences_group_add (self->group, field);
    g_ptr_array_add (self->fields, field);
    if (i == DATE_TOLD_FIELD)
      adw_preferences_group_add (self->group, new_when_row (self));
  }
  gtk_window_set_default_size (GTK_WINDOW (self), WIDTH_PX, HEIGHT_PX);
}

/* Who knows least comes first: a wrong date, no date, an unconfirmed one. */
static const SlipKnowledge *
find_audience (const GPtrArray *list, const char *audience)
{
  static const SlipKnowledgeState order[] = { SLIP_KNOWLEDGE_WRONG_DATE,
                                              SLIP_KNOWLEDGE_NOT_TOLD,
                                              SLIP_KNOWLEDGE_UNCONFIRMED,
                                              SLIP_KNOWLEDGE_KNOWS };

  for (guint i = 0; audience && i < list->len; i++) {
    const SlipKnowledge *knowledge = list->pdata[i];

    if (g_str_equal (slip_row_get_id (knowledge->audience), audience))
      return knowledge;
  }
  for (guint s = 0; !audience && s < G_N_ELEMENTS (order); s++)
    for (guint i = 0; i < list->len; i++)
      if (((const SlipKnowledge *) list->pdata[i])->state == order[s])
        return list->pdata[i];

  return NULL;
}

static gint64
suggest_type (const SlipKnowledge *knowledge)
{
  if (!knowledge)
    return SLIP_COMMUNICATION_HEADS_UP;
  if (knowledge->state == SLIP_KNOWLEDGE_WRONG_DATE)
    return SLIP_COMMUNICATION_CHANGE_NOTICE;
  if (knowledge->planned->len > 0)
    return slip_row_get_integer (knowledge->planned->pdata[0],
                                 SLIP_COMMUNICATION_TYPE);

  return knowledge->sent->len > 0 ? SLIP_COMMUNICATION_BRIEF
                                  : SLIP_COMMUNICATION_HEADS_UP;
}

/* What was planned is filled in as it was planned. */
static void
suggest (SlipTellDialog *self, const char *audience)
{
  const SlipRow *release =
    slip_plan_state_get (self->state, SLIP_KIND_RELEASE, self->release);
  g_autoptr (GPtrArray) list =
    slip_knowledge_list (self->state, release, self->today);
  g_autoptr (GPtrArray) all =
    slip_entity_choice_list (self->state, SLIP_KIND_AUDIENCE, NULL);
  const SlipKnowledge *knowledge = list ? find_audience (list, audience) : NULL;
  SlipValue type = slip_value_new_integer (suggest_type (knowledge));

  set_value (self, SLIP_COMMUNICATION_TYPE, &type);
  if (!audience && knowledge)
    audience = slip_row_get_id (knowledge->audience);
  /* The drop-down shows the first. */
  if (!audience && all->len > 0)
    audience = slip_row_get_id (all->pdata[0]);
  set_text (self, SLIP_COMMUNICATION_AUDIENCE, audience);
}

GtkWidget *
slip_tell_dialog_new (const SlipPlanState *state,
                      const char *release,
                      const char *audience,
                      const char *communication,
                      const char *person,
                      SlipDate today)
{
  SlipTellDialog *self = g_object_new (SLIP_TYPE_TELL_DIALOG, NULL);
  const SlipRow *row = slip_plan_state_get (state, SLIP_KIND_RELEASE, release);
  const SlipRow *planned =
    slip_plan_state_get (state, SLIP_KIND_COMMUNICATION, communication);
  g_autofree char *title = NULL;

  g_return_val_if_fail (row, NULL);

  self->state = slip_plan_state_ref (state);
  self->release = g_strdup (release);
  self->today = today;
  title = slip_release_dup_title (state, row);
  slip_plain_text_set_group (self->group, title, NULL);
  if (planned) {
    self->communication = g_strdup (communication);
    self->draft = slip_row_ref (planned);
  } else {
    g_autofree char *id = slip_id_new ();

    self->draft = slip_row_new (SLIP_KIND_COMMUNICATION, id, release, NULL);
    suggest (self, audience);
  }
  set_date (self, SLIP_COMMUNICATION_DATE_TOLD, get_present_day (self));
  set_text (self, SLIP_COMMUNICATION_SENT_BY, person);
  slip_date_entry_set_planned (
    self->when, (SlipPlannedDate){ today, SLIP_CERTAINTY_CONFIRMED }, today);
  show_draft (self);
  gtk_widget_grab_focus (self->fields->pdata[planned ? 1 : 0]);
  return GTK_WIDGET (self);
}
