/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-decision-ledger.h"

#include "slip-actions.h"
#include "slip-ask.h"
#include "slip-date-text.h"
#include "slip-decision-text.h"
#include "slip-plain-text.h"
#include "slip-rollout.h"

#include <glib/gi18n-lib.h>

#define DECISION_KEY "slip-decision"

struct _SlipDecisionLedger {
  AdwPreferencesGroup parent_instance;

  char *release;
  char *shown;     /* what the rows say, to know whether they are other ones */
  GPtrArray *rows; /* borrowed */
  GtkWidget *gate;
  GtkWidget *decide;
};

G_DEFINE_FINAL_TYPE (SlipDecisionLedger,
                     slip_decision_ledger,
                     ADW_TYPE_PREFERENCES_GROUP)

static void
decide_clicked_cb (SlipDecisionLedger *self)
{
  if (self->release)
    slip_ask (GTK_WIDGET (self), SLIP_ACTION_GO_WIDER,
              g_variant_new_string (self->release));
}

static void
gate_clicked_cb (SlipDecisionLedger *self)
{
  if (self->release)
    slip_ask (GTK_WIDGET (self), SLIP_ACTION_SHOW_GATE,
              g_variant_new ("(ss)", self->release, ""));
}

static void
activated_cb (AdwActionRow *row, SlipDecisionLedger *self)
{
  slip_ask (GTK_WIDGET (self), SLIP_ACTION_SHOW_DECISION,
            g_variant_new_string (
              g_object_get_data (G_OBJECT (row), DECISION_KEY)));
}

/* 'Support lead · Thu 3 December, 12:00 · Too many errors' */
static char *
dup_subtitle (const SlipPlanState *state, const SlipRow *decision)
{
  g_autofree char *at =
    slip_instant_dup_text (slip_row_get_integer (decision, SLIP_DECISION_AT));
  const char *name = slip_row_get_text (decision, SLIP_DECISION_PERSON_NAME);
  const char *reason = slip_row_get_text (decision, SLIP_DECISION_REASON);
  g_autoptr (GString) text = g_string_new (NULL);

  if (slip_decision_is_withdrawn (state, decision))
    g_string_append_printf (text, "%s · ", _ ("withdrawn"));
  if (name)
    g_string_append_printf (text, "%s · ", name);
  g_string_append (text, at);
  if (reason)
    g_string_append_printf (text, "\n%s", reason);
  return g_strdup (text->str);
}

static GtkWidget *
new_row (SlipDecisionLedger *self,
         const SlipPlanState *state,
         const SlipRow *decision)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = slip_decision_dup_title (decision);
  g_autofree char *subtitle = dup_subtitle (state, decision);
  GtkWidget *chevron = gtk_image_new_from_icon_name ("go-next-symbolic");

  slip_plain_text_set_row_title (ADW_PREFERENCES_ROW (row), title);
  slip_plain_text_set_row_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 3);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  gtk_widget_add_css_class (chevron, "dim-label");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), chevron);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), DECISION_KEY,
                          g_strdup (slip_row_get_id (decision)), g_free);
  g_signal_connect (row, "activated", G_CALLBACK (activated_cb), self);
  return row;
}

/* Ids, and which of them are withdrawn: records say the same for ever. */
static char *
print_decisions (const SlipPlanState *state, const GPtrArray *decisions)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < decisions->len; i++)
    g_string_append_printf (text, "%s %d\n",
                            slip_row_get_id (decisions->pdata[i]),
                            slip_decision_is_withdrawn (state,
                                                        decisions->pdata[i]));
  return g_strdup (text->str);
}

static void
slip_decision_ledger_finalize (GObject *object)
{
  SlipDecisionLedger *self = SLIP_DECISION_LEDGER (object);

  g_free (self->release);
  g_free (self->shown);
  g_ptr_array_unref (self->rows);

  G_OBJECT_CLASS (slip_decision_ledger_parent_class)->finalize (object);
}

static void
slip_decision_ledger_class_init (SlipDecisionLedgerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = slip_decision_ledger_finalize;
}

static GtkWidget *
new_button (SlipDecisionLedger *self,
            const char *label,
            const char *name,
            const char *tooltip,
            GCallback clicked_cb)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_name (button, name);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", clicked_cb, self,
                           G_CONNECT_SWAPPED);
  return button;
}

static void
slip_decision_ledger_init (SlipDecisionLedger *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->rows = g_ptr_array_new ();
  self->gate = new_button (self, _ ("_Gate…"), "gate-of-release",
                           _ ("What the next stage asks for"),
                           G_CALLBACK (gate_clicked_cb));
  self->decide = new_button (self, _ ("_Decide…"), "decide-release",
                             _ ("Go wider, hold or roll back"),
                             G_CALLBACK (decide_clicked_cb));
  gtk_widget_add_css_class (box, "ledger-buttons");
  gtk_box_append (GTK_BOX (box), self->gate);
  gtk_box_append (GTK_BOX (box), self->decide);
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self), box);
  gtk_widget_set_name (GTK_WIDGET (self), "decisions");
  slip_plain_text_set_group (ADW_PREFERENCES_GROUP (self), _ ("Decisions"),
                             NULL);
}

GtkWidget *
slip_decision_ledger_new (void)
{
  return g_object_new (SLIP_TYPE_DECISION_LEDGER, NULL);
}

void
slip_decision_ledger_set_release (SlipDecisionLedger *self,
                                  const SlipPlanState *state,
                                  const char *release)
{
  g_autoptr (GPtrArray) decisions = NULL;
  g_autofree char *shown = NULL;

  g_return_if_fail (SLIP_IS_DECISION_LEDGER (self));

  if (g_strcmp0 (self->release, release) != 0) {
    g_free (self->release);
    self->release = g_strdup (release);
  }
  gtk_widget_set_visible (self->decide,
                          slip_rollout_get_next (state, release) ||
                            slip_rollout_get_current (state, release));
  gtk_widget_set_visible (self->gate,
                          slip_rollout_get_next (state, release) != NULL);
  decisions = slip_decision_list (state, release);
  shown = print_decisions (state, decisions);
  gtk_widget_set_visible (GTK_WIDGET (self),
                          decisions->len > 0 ||
                            gtk_widget_get_visible (self->decide));
  if (g_strcmp0 (self->shown, shown) == 0)
    return;
  g_free (self->shown);
  self->shown = g_steal_pointer (&shown);
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self),
                                  self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = decisions->len; i > 0; i--) {
    GtkWidget *row = new_row (self, state, decisions->pdata[i - 1]);

    g_ptr_array_add (self->rows, row);
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  }
}
