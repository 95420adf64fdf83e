/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-ledger-row.h"

#include "slip-actions.h"
#include "slip-add-dialog.h"
#include "slip-ask.h"
#include "slip-entity-row.h"
#include "slip-knowledge-text.h"
#include "slip-plain-text.h"

#include <glib/gi18n-lib.h>

struct _SlipLedgerRow {
  AdwExpanderRow parent_instance;

  char *release;
  char *audience;
  SlipPlanState *state;
  SlipDate today;
  char *to_confirm; /* the id of the communication, or NULL */

  GtkWidget *button; /* what is to be done next */
  GtkWidget *buttons;
  GPtrArray *communications; /* SlipEntityRow, borrowed, in order */
};

G_DEFINE_FINAL_TYPE (SlipLedgerRow, slip_ledger_row, ADW_TYPE_EXPANDER_ROW)

static char *
dup_communication (const SlipPlanState *state,
                   const SlipRow *row,
                   SlipDate today)
{
  const char *note = slip_row_get_text (row, SLIP_COMMUNICATION_NOTE);
  g_autofree char *text = slip_communication_dup_detail (state, row, today);
  g_autofree char *people = slip_communication_dup_people (state, row);

  return g_strconcat (text, people ? "\n" : "", people ? people : "",
                      note ? "\n" : "", note ? note : "", NULL);
}

static const SlipFormField planned_fields[] = {
  { SLIP_COMMUNICATION_TYPE, SLIP_FIELD_PLAIN },
  { SLIP_COMMUNICATION_PLANNED_ANCHOR, SLIP_FIELD_T_DATE },
  { SLIP_COMMUNICATION_PLANNED_DATE, SLIP_FIELD_PLAIN },
  { SLIP_COMMUNICATION_CHANNEL, SLIP_FIELD_PLAIN },
  { SLIP_COMMUNICATION_NOTE, SLIP_FIELD_LONG },
};

static const SlipFormField sent_fields[] = {
  { SLIP_COMMUNICATION_TYPE, SLIP_FIELD_PLAIN },
  { SLIP_COMMUNICATION_DATE_TOLD, SLIP_FIELD_PLAIN },
  { SLIP_COMMUNICATION_CHANNEL, SLIP_FIELD_PLAIN },
  { SLIP_COMMUNICATION_SENT_BY, SLIP_FIELD_OPTIONAL },
  { SLIP_COMMUNICATION_NOTE, SLIP_FIELD_LONG },
};

static const SlipEntityForm planned_form = {
  .kind = SLIP_KIND_COMMUNICATION,
  .title = N_ ("Planned"),
  .add_label = N_ ("Plan Message"),
  .fields = planned_fields,
  .n_fields = G_N_ELEMENTS (planned_fields),
  .dup_subtitle = dup_communication,
};

static const SlipEntityForm sent_form = {
  .kind = SLIP_KIND_COMMUNICATION,
  .title = N_ ("Sent"),
  .add_label = N_ ("Tell"),
  .fields = sent_fields,
  .n_fields = G_N_ELEMENTS (sent_fields),
  .dup_subtitle = dup_communication,
};

static void
ask_to_tell (SlipLedgerRow *self, const char *communication)
{
  slip_ask (GTK_WIDGET (self), SLIP_ACTION_TELL,
            g_variant_new ("(sss)", self->release, self->audience,
                           communication));
}

static void
tell_clicked_cb (SlipLedgerRow *self)
{
  ask_to_tell (self, "");
}

static void
next_clicked_cb (SlipLedgerRow *self)
{
  if (self->to_confirm)
    slip_ask (GTK_WIDGET (self), SLIP_ACTION_CONFIRM,
              g_variant_new_string (self->to_confirm));
  else
    ask_to_tell (self, "");
}

static void
plan_clicked_cb (SlipLedgerRow *self)
{
  GtkWidget *dialog = slip_add_dialog_new (&planned_form, self->state,
                                           self->release, self->today);

  slip_add_dialog_fill (SLIP_ADD_DIALOG (dialog), "audience", self->audience);
  slip_add_dialog_present (SLIP_ADD_DIALOG (dialog), GTK_WIDGET (self));
}

static void
send_clicked_cb (GtkButton *button, SlipEntityRow *row)
{
  GtkWidget *self =
    gtk_widget_get_ancestor (GTK_WIDGET (row), SLIP_TYPE_LEDGER_ROW);

  ask_to_tell (SLIP_LEDGER_ROW (self), slip_entity_row_get_id (row));
}

static void
confirm_clicked_cb (GtkButton *button, SlipEntityRow *row)
{
  slip_ask (GTK_WIDGET (row), SLIP_ACTION_CONFIRM,
            g_variant_new_string (slip_entity_row_get_id (row)));
}

static void
unconfirm_clicked_cb (GtkButton *button, SlipEntityRow *row)
{
  slip_ask (GTK_WIDGET (row), SLIP_ACTION_UNCONFIRM,
            g_variant_new_string (slip_entity_row_get_id (row)));
}

static GtkWidget *
new_button (const char *label, const char *name)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_name (button, name);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  return button;
}

/* What can be done with a communication, by how far it is. */
static GtkWidget *
new_communication_button (SlipEntityRow *row, const SlipRow *communication)
{
  GtkWidget *button;
  GCallback clicked;

  if (!slip_communication_is_sent (communication)) {
    button = new_button (_ ("Sent…"), "send");
    clicked = G_CALLBACK (send_clicked_cb);
  } else if (!slip_communication_is_confirmed (communication)) {
    button = new_button (_ ("Confirm…"), "confirm");
    clicked = G_CALLBACK (confirm_clicked_cb);
  } else {
    button = gtk_button_new_from_icon_name ("edit-clear-symbolic");
    gtk_widget_set_name (button, "unconfirm");
    gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
    gtk_widget_set_tooltip_text (button, _ ("Take Back the Confirmation"));
    gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    _ ("Take Back the Confirmation"), -1);
    clicked = G_CALLBACK (unconfirm_clicked_cb);
  }
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect (button, "clicked", clicked, row);
  return button;
}

/* How far a communication is decides what its row holds. */
static int
get_stage (const SlipRow *communication)
{
  if (!slip_communication_is_sent (communication))
    return 0;

  return slip_communication_is_confirmed (communication) ? 2 : 1;
}

static GtkWidget *
new_communication_row (const SlipRow *communication)
{
  GtkWidget *row =
    slip_entity_row_new (slip_communication_is_sent (communication)
                           ? &sent_form
                           : &planned_form,
                         slip_row_get_id (communication));

  adw_expander_row_add_action (ADW_EXPANDER_ROW (row),
                               new_communication_button (SLIP_ENTITY_ROW (row),
                                                         communication));
  g_object_set_data (G_OBJECT (row), "slip-stage",
                     GINT_TO_POINTER (get_stage (communication)));
  return row;
}

static gboolean
row_is_for (GtkWidget *row, const SlipRow *communication)
{
  return g_str_equal (slip_entity_row_get_id (SLIP_ENTITY_ROW (row)),
                      slip_row_get_id (communication)) &&
         GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "slip-stage")) ==
           get_stage (communication);
}

static gboolean
rows_are_for (SlipLedgerRow *self, const GPtrArray *communications)
{
  if (self->communications->len != communications->len)
    return FALSE;
  for (guint i = 0; i < communications->len; i++)
    if (!row_is_for (self->communications->pdata[i], communications->pdata[i]))
      return FALSE;

  return TRUE;
}

static gboolean
has_focus_within (SlipLedgerRow *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;

  return focus && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
}

/* The buttons come last, so they are added again. */
static void
rebuild (SlipLedgerRow *self, const GPtrArray *communications)
{
  AdwExpanderRow *expander = ADW_EXPANDER_ROW (self);
  gboolean had_focus = has_focus_within (self);

  for (guint i = 0; i < self->communications->len; i++)
    adw_expander_row_remove (expander, self->communications->pdata[i]);
  g_ptr_array_set_size (self->communications, 0);
  g_object_ref (self->buttons);
  adw_expander_row_remove (expander, self->buttons);
  for (guint i = 0; i < communications->len; i++) {
    GtkWidget *row = new_communication_row (communications->pdata[i]);

    adw_expander_row_add_row (expander, row);
    g_ptr_array_add (self->communications, row);
  }
  adw_expander_row_add_row (expander, self->buttons);
  g_object_unref (self->buttons);
  if (had_focus)
    gtk_widget_grab_focus (self->button);
}

static void
show_communications (SlipLedgerRow *self, const SlipKnowledge *knowledge)
{
  g_autoptr (GPtrArray) communications = g_ptr_array_new ();

  for (guint i = 0; i < knowledge->planned->len; i++)
    g_ptr_array_add (communications, knowledge->planned->pdata[i]);
  for (guint i = knowledge->sent->len; i > 0; i--)
    g_ptr_array_add (communications, knowledge->sent->pdata[i - 1]);
  if (!rows_are_for (self, communications))
    rebuild (self, communications);
  for (guint i = 0; i < self->communications->len; i++)
    slip_entity_row_set_plan (self->communications->pdata[i], self->state,
                              self->today);
}

static void
show_tone (SlipLedgerRow *self, SlipTone tone)
{
  static const char *const classes[] = {
    [SLIP_TONE_NONE] = "tone-none",
    [SLIP_TONE_GOOD] = "tone-good",
    [SLIP_TONE_WARNING] = "tone-warning",
    [SLIP_TONE_ERROR] = "tone-error",
  };

  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    gtk_widget_remove_css_class (GTK_WIDGET (self), classes[i]);
  gtk_widget_add_css_class (GTK_WIDGET (self), classes[tone]);
}

/* What has the focus is the row within the row. */
static GtkWidget *
get_header (SlipLedgerRow *self)
{
  GtkWidget *child = GTK_WIDGET (self);

  while (child && !ADW_IS_ACTION_ROW (child))
    child = gtk_widget_get_first_child (child);

  return child ? child : GTK_WIDGET (self);
}

static void
show_title (SlipLedgerRow *self, const SlipKnowledge *knowledge)
{
  const char *name =
    slip_row_get_text (knowledge->audience, SLIP_AUDIENCE_NAME);
  g_autofree char *marked = slip_knowledge_dup_marked (knowledge, self->today);
  g_autofree char *text = slip_knowledge_dup_text (knowledge, self->today);
  g_autofree char *detail = slip_knowledge_dup_detail (knowledge, self->today);
  g_autofree char *subtitle =
    g_strconcat (marked, detail ? "\n" : "", detail ? detail : "", NULL);
  /* Translators: an audience, and what it knows. */
  g_autofree char *label =
    detail ? g_strdup_printf (_ ("%s: %s, %s"), name, text, detail)
           : g_strdup_printf (_ ("%s: %s"), name, text);
  g_autofree char *widget_name = g_strconcat ("knows:", name, NULL);

  gtk_widget_set_name (GTK_WIDGET (self), widget_name);
  slip_plain_text_set_row_title (ADW_PREFERENCES_ROW (self), name);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), subtitle);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (get_header (self)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  show_tone (self, slip_knowledge_get_tone (knowledge));
}

/* Confirming is next where something is told and unconfirmed, else telling. */
static void
show_button (SlipLedgerRow *self, const SlipKnowledge *knowledge)
{
  const char *name =
    slip_row_get_text (knowledge->audience, SLIP_AUDIENCE_NAME);
  gboolean is_to_confirm = knowledge->state == SLIP_KNOWLEDGE_UNCONFIRMED;
  g_autofree char *label =
    g_strdup_printf (is_to_confirm ? _ ("Confirm for %s") : _ ("Tell %s"),
                     name);

  g_clear_pointer (&self->to_confirm, g_free);
  if (is_to_confirm)
    self->to_confirm = g_strdup (slip_row_get_id (knowledge->told));
  gtk_button_set_label (GTK_BUTTON (self->button),
                        is_to_confirm ? _ ("Confirm…") : _ ("Tell…"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  if (knowledge->state == SLIP_KNOWLEDGE_KNOWS ||
      knowledge->state == SLIP_KNOWLEDGE_NOT_NEEDED)
    gtk_widget_add_css_class (self->button, "flat");
  else
    gtk_widget_remove_css_class (self->button, "flat");
}

static void
slip_ledger_row_finalize (GObject *object)
{
  SlipLedgerRow *self = SLIP_LEDGER_ROW (object);

  g_clear_pointer (&self->state, slip_plan_state_unref);
  g_ptr_array_unref (self->communications);
  g_free (self->release);
  g_free (self->audience);
  g_free (self->to_confirm);

  G_OBJECT_CLASS (slip_ledger_row_parent_class)->finalize (object);
}

static void
slip_ledger_row_class_init (SlipLedgerRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = slip_ledger_row_finalize;
}

static GtkWidget *
new_buttons (SlipLedgerRow *self)
{
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *tell = new_button (_ ("Tell…"), "tell-again");
  GtkWidget *plan = new_button (_ ("Plan…"), "plan-message");

  g_signal_connect_object (tell, "clicked", G_CALLBACK (tell_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (plan, "clicked", G_CALLBACK (plan_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), tell);
  gtk_box_append (GTK_BOX (box), plan);
  gtk_widget_add_css_class (box, "field");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  return row;
}

static void
slip_ledger_row_init (SlipLedgerRow *self)
{
  self->communications = g_ptr_array_new ();
  self->button = new_button ("", "next");
  g_signal_connect_object (self->button, "clicked",
                           G_CALLBACK (next_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  adw_expander_row_add_action (ADW_EXPANDER_ROW (self), self->button);
  self->buttons = new_buttons (self);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), self->buttons);
  gtk_widget_add_css_class (GTK_WIDGET (self), "ledger-row");
}

GtkWidget *
slip_ledger_row_new (const char *release, const char *audience)
{
  SlipLedgerRow *self = g_object_new (SLIP_TYPE_LEDGER_ROW, NULL);

  self->release = g_strdup (release);
  self->audience = g_strdup (audience);
  return GTK_WIDGET (self);
}

const char *
slip_ledger_row_get_release (SlipLedgerRow *self)
{
  g_return_val_if_fail (SLIP_IS_LEDGER_ROW (self), NULL);

  return self->release;
}

const char *
slip_ledger_row_get_audience (SlipLedgerRow *self)
{
  g_return_val_if_fail (SLIP_IS_LEDGER_ROW (self), NULL);

  return self->audience;
}

void
slip_ledger_row_set_knowledge (SlipLedgerRow *self,
                               const SlipPlanState *state,
                               const SlipKnowledge *knowledge,
                               SlipDate today)
{
  SlipPlanState *old;

  g_return_if_fail (SLIP_IS_LEDGER_ROW (self));

  old = self->state;
  self->state = slip_plan_state_ref (state);
  self->today = today;
  g_clear_pointer (&old, slip_plan_state_unref);
  show_title (self, knowledge);
  show_button (self, knowledge);
  show_communications (self, knowledge);
}
