/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-readiness-headings.h"

#include "slip-row.h"

#include <glib/gi18n-lib.h>

static void
add_heading (GPtrArray *headings, GtkWidget *parent)
{
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *last =
    headings->len > 0 ? headings->pdata[headings->len - 1] : NULL;

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "readiness-heading");
  gtk_widget_insert_after (label, parent, last);
  g_ptr_array_add (headings, label);
}

static void
set_name (GtkWidget *label, const char *name)
{
  gtk_label_set_text (GTK_LABEL (label), name);
  gtk_widget_set_tooltip_text (label, name);
}

void
slip_readiness_headings_name (GPtrArray *headings,
                              GtkWidget *parent,
                              GPtrArray *audiences)
{
  guint n = 1 + (audiences != NULL ? audiences->len : 0);

  while (headings->len > n)
    gtk_widget_unparent (g_ptr_array_steal_index (headings, headings->len - 1));
  while (headings->len < n)
    add_heading (headings, parent);
  set_name (headings->pdata[0], _ ("Release"));
  for (guint i = 1; i < n; i++)
    set_name (headings->pdata[i],
              slip_row_get_text (audiences->pdata[i - 1], SLIP_AUDIENCE_NAME));
}
