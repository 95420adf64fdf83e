/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-ledger-list.h"

#include "slip-actions.h"
#include "slip-ask.h"
#include "slip-knowledge-text.h"
#include "slip-ledger-row.h"
#include "slip-plain-text.h"

#include <glib/gi18n-lib.h>

struct _SlipLedgerList {
  AdwPreferencesGroup parent_instance;

  char *release;
  GtkWidget *tell;
  GPtrArray *rows; /* SlipLedgerRow, borrowed, in order */
};

G_DEFINE_FINAL_TYPE (SlipLedgerList,
                     slip_ledger_list,
                     ADW_TYPE_PREFERENCES_GROUP)

static void
tell_clicked_cb (SlipLedgerList *self)
{
  if (self->release)
    slip_ask (GTK_WIDGET (self), SLIP_ACTION_TELL,
              g_variant_new ("(sss)", self->release, "", ""));
}

static gboolean
rows_are_for (SlipLedgerList *self, const char *release, const GPtrArray *list)
{
  if (self->rows->len != list->len)
    return FALSE;
  for (guint i = 0; i < list->len; i++) {
    SlipLedgerRow *row = self->rows->pdata[i];
    const SlipKnowledge *knowledge = list->pdata[i];

    if (!g_str_equal (slip_ledger_row_get_release (row), release) ||
        !g_str_equal (slip_ledger_row_get_audience (row),
                      slip_row_get_id (knowledge->audience)))
      return FALSE;
  }
  return TRUE;
}

static void
rebuild (SlipLedgerList *self, const char *release, const GPtrArray *list)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self),
                                  self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < list->len; i++) {
    const SlipKnowledge *knowledge = list->pdata[i];
    GtkWidget *row =
      slip_ledger_row_new (release, slip_row_get_id (knowledge->audience));

    adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
    g_ptr_array_add (self->rows, row);
  }
}

/* @list: (nullable): %NULL while nothing is known */
static void
show_description (SlipLedgerList *self, const GPtrArray *list)
{
  SlipKnowledgeTotal total = slip_knowledge_total (list);
  g_autofree char *text = slip_knowledge_total_dup_text (&total);

  if (!list)
    text = g_strdup (_ ("Still being read"));
  else if (list->len == 0)
    text = g_strdup (_ ("No audience needs to know, and none was told"));
  slip_plain_text_set_group (ADW_PREFERENCES_GROUP (self), _ ("Who Knows"),
                             text);
}

static void
slip_ledger_list_finalize (GObject *object)
{
  SlipLedgerList *self = SLIP_LEDGER_LIST (object);

  g_free (self->release);
  g_ptr_array_unref (self->rows);

  G_OBJECT_CLASS (slip_ledger_list_parent_class)->finalize (object);
}

static void
slip_ledger_list_class_init (SlipLedgerListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = slip_ledger_list_finalize;
}

static void
slip_ledger_list_init (SlipLedgerList *self)
{
  self->rows = g_ptr_array_new ();
  self->tell = gtk_button_new_with_label (_ ("Tell…"));
  gtk_widget_set_name (self->tell, "tell-audience");
  gtk_widget_set_valign (self->tell, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->tell, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->tell),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Tell Audience"), -1);
  g_signal_connect_object (self->tell, "clicked", G_CALLBACK (tell_clicked_cb),
                           self, G_CONNECT_SWAPPED);
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self),
                                           self->tell);
  gtk_widget_set_name (GTK_WIDGET (self), "who-knows");
  show_description (self, NULL);
}

GtkWidget *
slip_ledger_list_new (void)
{
  return g_object_new (SLIP_TYPE_LEDGER_LIST, NULL);
}

void
slip_ledger_list_set_release (SlipLedgerList *self,
                              const SlipPlanState *state,
                              const char *release,
                              SlipDate today)
{
  const SlipRow *row = slip_plan_state_get (state, SLIP_KIND_RELEASE, release);
  g_autoptr (GPtrArray) known = NULL;
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  const GPtrArray *list;

  g_return_if_fail (SLIP_IS_LEDGER_LIST (self));
  g_return_if_fail (row);

  if (g_strcmp0 (self->release, release) != 0) {
    g_free (self->release);
    self->release = g_strdup (release);
  }
  known = slip_knowledge_list (state, row, today);
  list = known ? known : none;
  show_description (self, known);
  gtk_widget_set_sensitive (self->tell, known != NULL);
  if (!rows_are_for (self, release, list))
    rebuild (self, release, list);
  for (guint i = 0; i < list->len; i++)
    slip_ledger_row_set_knowledge (self->rows->pdata[i], state, list->pdata[i],
                                   today);
}
