/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-sidebar-row.h"

#include "slip-actions.h"
#include "slip-color-dot.h"

#include <glib/gi18n.h>

#define COUNT_CHARS 3

/* So much of a name is seen, however wide the letters are. */
#define NAME_CHARS 13

struct _SlipSidebarRow {
  GtkListBoxRow parent_instance;

  SlipSidebarSection section;
  char *id;
  GtkWidget *box;
  SlipColorDot *dot; /* or NULL */
  GtkLabel *name;
  GtkLabel *count;
};

G_DEFINE_FINAL_TYPE (SlipSidebarRow, slip_sidebar_row, GTK_TYPE_LIST_BOX_ROW)

static void
slip_sidebar_row_finalize (GObject *object)
{
  g_free (SLIP_SIDEBAR_ROW (object)->id);
  G_OBJECT_CLASS (slip_sidebar_row_parent_class)->finalize (object);
}

static void
slip_sidebar_row_class_init (SlipSidebarRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = slip_sidebar_row_finalize;
}

static void
slip_sidebar_row_init (SlipSidebarRow *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  self->name = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->name, 0);
  gtk_label_set_ellipsize (self->name, PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (GTK_WIDGET (self->name), TRUE);
  self->count = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "numeric");
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->name));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->count));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), self->box);
}

GtkWidget *
slip_sidebar_row_new (SlipSidebarSection section,
                      const char *id,
                      const char *icon)
{
  SlipSidebarRow *self = g_object_new (SLIP_TYPE_SIDEBAR_ROW, NULL);
  self->section = section;
  self->id = g_strdup (id);
  GtkWidget *mark =
    icon != NULL ? gtk_image_new_from_icon_name (icon) : slip_color_dot_new ();
  if (icon == NULL)
    self->dot = SLIP_COLOR_DOT (mark);
  /* Words, not only a number: smaller, so that the name has room. */
  if (section == SLIP_SIDEBAR_AUDIENCES)
    gtk_widget_add_css_class (GTK_WIDGET (self->count), "caption");
  gtk_box_prepend (GTK_BOX (self->box), mark);
  return GTK_WIDGET (self);
}

void
slip_sidebar_row_set (SlipSidebarRow *self,
                      const char *name,
                      const char *color,
                      const char *count,
                      const char *label)
{
  g_return_if_fail (SLIP_IS_SIDEBAR_ROW (self));

  gtk_label_set_text (self->name, name);
  gtk_label_set_width_chars (self->name,
                             MIN (NAME_CHARS, (int) g_utf8_strlen (name, -1)));
  gtk_label_set_text (self->count, count);
  if (self->dot != NULL)
    slip_color_dot_set_color (self->dot, color);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static const char *
get_list_label (const char *what)
{
  if (g_str_equal (what, "conflicts"))
    return _ ("List the Conflicts");
  if (g_str_equal (what, "waiting"))
    return _ ("List What Waits for a Decision");

  return g_str_equal (what, "overdue") ? _ ("List What Is Overdue")
                                       : _ ("List What Is Unowned");
}

void
slip_sidebar_row_add_list (SlipSidebarRow *self, const char *what)
{
  g_return_if_fail (SLIP_IS_SIDEBAR_ROW (self));

  GtkWidget *button = gtk_button_new_from_icon_name ("view-list-symbolic");
  g_autofree char *name = g_strconcat ("list-", what, NULL);
  const char *label = get_list_label (what);
  gtk_widget_set_name (button, name);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, label);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "sidebar-button");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", what);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button),
                                  SLIP_ACTION_ATTENTION);
  gtk_box_insert_child_after (GTK_BOX (self->box), button,
                              GTK_WIDGET (self->name));
  /* The buttons stand in a column, below ten as well as above. */
  gtk_label_set_xalign (self->count, 1);
  gtk_label_set_width_chars (self->count, COUNT_CHARS);
}

void
slip_sidebar_row_set_chosen (SlipSidebarRow *self, gboolean is_chosen)
{
  g_return_if_fail (SLIP_IS_SIDEBAR_ROW (self));

  if (is_chosen)
    gtk_widget_set_state_flags (GTK_WIDGET (self), GTK_STATE_FLAG_SELECTED,
                                FALSE);
  else
    gtk_widget_unset_state_flags (GTK_WIDGET (self), GTK_STATE_FLAG_SELECTED);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self),
                               GTK_ACCESSIBLE_STATE_SELECTED, is_chosen, -1);
}

SlipSidebarSection
slip_sidebar_row_get_section (SlipSidebarRow *self)
{
  g_return_val_if_fail (SLIP_IS_SIDEBAR_ROW (self), SLIP_SIDEBAR_PRODUCTS);
  return self->section;
}

const char *
slip_sidebar_row_get_id (SlipSidebarRow *self)
{
  g_return_val_if_fail (SLIP_IS_SIDEBAR_ROW (self), NULL);
  return self->id;
}

const char *
slip_sidebar_section_get_title (SlipSidebarSection section)
{
  switch (section) {
  case SLIP_SIDEBAR_ATTENTION:
    return _ ("Needs attention");
  case SLIP_SIDEBAR_PRODUCTS:
    return _ ("Products");
  case SLIP_SIDEBAR_AUDIENCES:
    return _ ("Audiences");
  case SLIP_SIDEBAR_OWNERS:
    return _ ("Owners");
  }
  g_return_val_if_reached (NULL);
}
