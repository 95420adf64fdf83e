/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-flag-list.h"

#include "slip-actions.h"
#include "slip-ask.h"
#include "slip-flag-row.h"
#include "slip-flag.h"
#include "slip-plain-text.h"

#include <glib/gi18n-lib.h>

struct _SlipFlagList {
  AdwPreferencesGroup parent_instance;

  char *release;
  GPtrArray *rows; /* SlipFlagRow, borrowed, in order */
  GtkWidget *add;
};

G_DEFINE_FINAL_TYPE (SlipFlagList, slip_flag_list, ADW_TYPE_PREFERENCES_GROUP)

static void
add_clicked_cb (SlipFlagList *self)
{
  if (self->release)
    slip_ask (GTK_WIDGET (self), SLIP_ACTION_EDIT_FLAG,
              g_variant_new ("(ss)", self->release, ""));
}

static gboolean
rows_are_for (SlipFlagList *self, const GPtrArray *flags)
{
  if (self->rows->len != flags->len)
    return FALSE;
  for (guint i = 0; i < flags->len; i++)
    if (!g_str_equal (slip_flag_row_get_flag (self->rows->pdata[i]),
                      slip_row_get_id (flags->pdata[i])))
      return FALSE;

  return TRUE;
}

static void
rebuild (SlipFlagList *self, const GPtrArray *flags)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self),
                                  self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < flags->len; i++) {
    GtkWidget *row = slip_flag_row_new (slip_row_get_id (flags->pdata[i]));

    adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
    g_ptr_array_add (self->rows, row);
  }
}

static void
slip_flag_list_finalize (GObject *object)
{
  SlipFlagList *self = SLIP_FLAG_LIST (object);

  g_free (self->release);
  g_ptr_array_unref (self->rows);

  G_OBJECT_CLASS (slip_flag_list_parent_class)->finalize (object);
}

static void
slip_flag_list_class_init (SlipFlagListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = slip_flag_list_finalize;
}

static void
slip_flag_list_init (SlipFlagList *self)
{
  const char *label = _ ("Add Feature Flag…");

  self->rows = g_ptr_array_new ();
  self->add = gtk_button_new_from_icon_name ("list-add-symbolic");
  gtk_widget_set_name (self->add, "add-flag");
  gtk_widget_set_valign (self->add, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->add, "flat");
  gtk_widget_set_tooltip_text (self->add, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (self->add, "clicked", G_CALLBACK (add_clicked_cb),
                           self, G_CONNECT_SWAPPED);
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self),
                                           self->add);
  gtk_widget_set_name (GTK_WIDGET (self), "flags");
  slip_plain_text_set_group (ADW_PREFERENCES_GROUP (self), _ ("Feature Flags"),
                             NULL);
}

GtkWidget *
slip_flag_list_new (void)
{
  return g_object_new (SLIP_TYPE_FLAG_LIST, NULL);
}

void
slip_flag_list_set_release (SlipFlagList *self,
                            const SlipPlanState *state,
                            const char *release)
{
  g_autoptr (GPtrArray) flags = NULL;

  g_return_if_fail (SLIP_IS_FLAG_LIST (self));

  if (g_strcmp0 (self->release, release) != 0) {
    g_free (self->release);
    self->release = g_strdup (release);
  }
  gtk_widget_set_sensitive (self->add,
                            slip_plan_state_is_loaded (state, release));
  flags = slip_flag_list (state, release);
  if (!rows_are_for (self, flags))
    rebuild (self, flags);
  for (guint i = 0; i < flags->len; i++)
    slip_flag_row_set_plan (self->rows->pdata[i], state, flags->pdata[i]);
}
