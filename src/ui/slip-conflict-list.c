/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-conflict-list.h"

#include "slip-actions.h"

#include <glib/gi18n.h>

/* More than anybody reads; the rest is only counted. */
#define MAX_ROWS 100

#define WIDTH_PX 300

static GtkWidget *
new_line (const char *text)
{
  GtkWidget *label = gtk_label_new (text);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 44);
  return label;
}

static GtkWidget *
new_row (const SlipPlanState *state, const SlipRow *release)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *title = slip_release_dup_title (state, release);
  GtkWidget *heading = new_line (title);
  gtk_widget_add_css_class (heading, "heading");
  gtk_box_append (GTK_BOX (box), heading);

  g_autoptr (GString) all = g_string_new (title);
  g_autoptr (GPtrArray) conflicts = slip_conflict_list (state, release);
  for (guint i = 0; i < conflicts->len; i++) {
    g_autofree char *text = slip_conflict_describe (conflicts->pdata[i]);
    GtkWidget *line = new_line (text);
    gtk_widget_add_css_class (line, "caption");
    gtk_widget_add_css_class (line, "dim-label");
    gtk_box_append (GTK_BOX (box), line);
    g_string_append_printf (all, ". %s", text);
  }
  GtkWidget *row = gtk_list_box_row_new ();
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), SLIP_ACTION_OPEN);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s",
                                    slip_row_get_id (release));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, all->str, -1);
  return row;
}

static void
add_rest (GtkListBox *list, guint n_rest)
{
  g_autofree char *text =
    g_strdup_printf (ngettext ("and %u more", "and %u more", n_rest), n_rest);
  GtkWidget *row = gtk_list_box_row_new ();
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), new_line (text));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_append (list, row);
}

GtkWidget *
slip_conflict_list_new (const SlipPlanState *state,
                        GPtrArray *releases,
                        SlipDate today)
{
  g_return_val_if_fail (state != NULL && releases != NULL, NULL);

  GtkWidget *list = gtk_list_box_new ();
  gtk_widget_set_name (list, "conflicts");
  gtk_widget_set_size_request (list, WIDTH_PX, -1);
  gtk_widget_add_css_class (list, "conflicts");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Conflicts"), -1);
  guint n_rows = MIN (releases->len, MAX_ROWS);
  for (guint i = 0; i < n_rows; i++)
    gtk_list_box_append (GTK_LIST_BOX (list),
                         new_row (state, releases->pdata[i]));
  if (n_rows < releases->len)
    add_rest (GTK_LIST_BOX (list), releases->len - n_rows);

  GtkWidget *scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled),
                                  GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (
                                                      scrolled),
                                                    TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled),
                                              420);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), list);
  GtkWidget *popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (popover), scrolled);
  g_signal_connect_object (list, "row-activated",
                           G_CALLBACK (gtk_popover_popdown), popover,
                           G_CONNECT_SWAPPED);
  return popover;
}
