/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-plain-row.h"

#include "slip-inner-focus.h"

struct _SlipPlainRow {
  AdwPreferencesRow parent_instance;
};

G_DEFINE_FINAL_TYPE (SlipPlainRow, slip_plain_row, ADW_TYPE_PREFERENCES_ROW)

static void
slip_plain_row_class_init (SlipPlainRowClass *klass)
{
  GTK_WIDGET_CLASS (klass)->focus = slip_inner_focus;
}

static void
slip_plain_row_init (SlipPlainRow *self)
{
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
}

GtkWidget *
slip_plain_row_new (GtkWidget *child)
{
  return g_object_new (SLIP_TYPE_PLAIN_ROW, "child", child, NULL);
}
