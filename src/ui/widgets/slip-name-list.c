/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-name-list.h"

/* In characters. */
#define LIST_WIDTH 36

static GtkLabel *
add_label (GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
  return GTK_LABEL (label);
}

static void
setup_button_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkLabel *label = add_label (item);

  gtk_label_set_width_chars (label,
                             GPOINTER_TO_INT (
                               g_object_get_data (G_OBJECT (factory), "min")));
  gtk_label_set_max_width_chars (
    label, GPOINTER_TO_INT (g_object_get_data (G_OBJECT (factory), "max")));
}

static void
setup_list_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  add_label (item);
}

static const char *
bind (GtkListItem *item)
{
  GtkStringObject *object = gtk_list_item_get_item (item);
  const char *name = gtk_string_object_get_string (object);

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)), name);
  return name;
}

static void
bind_button_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  bind (item);
}

/* How many characters of usual width @name takes. */
static int
measure (const char *name)
{
  int n = 1;

  for (; *name != '\0'; name = g_utf8_next_char (name))
    n += g_unichar_iswide (g_utf8_get_char (name)) ? 2 : 1;
  return n;
}

/* The list is as wide as what it has needs at least, which is next to nothing
 * for a label that may be cut. */
static void
bind_list_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  const char *name = bind (item);
  GtkLabel *label = GTK_LABEL (gtk_list_item_get_child (item));
  int n_chars = MIN (measure (name), LIST_WIDTH);

  gtk_label_set_width_chars (label, n_chars);
  gtk_label_set_max_width_chars (label, n_chars);
  gtk_widget_set_tooltip_text (GTK_WIDGET (label),
                               n_chars == LIST_WIDTH ? name : NULL);
}

static GtkListItemFactory *
new_factory (GCallback setup_cb, GCallback bind_cb)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", setup_cb, NULL);
  g_signal_connect (factory, "bind", bind_cb, NULL);
  return factory;
}

void
slip_name_list_set_up (GtkDropDown *drop_down, int min_chars, int max_chars)
{
  g_autoptr (GtkListItemFactory) button =
    new_factory (G_CALLBACK (setup_button_cb), G_CALLBACK (bind_button_cb));
  g_autoptr (GtkListItemFactory) list =
    new_factory (G_CALLBACK (setup_list_cb), G_CALLBACK (bind_list_cb));

  g_return_if_fail (GTK_IS_DROP_DOWN (drop_down));

  g_object_set_data (G_OBJECT (button), "min", GINT_TO_POINTER (min_chars));
  g_object_set_data (G_OBJECT (button), "max", GINT_TO_POINTER (max_chars));
  gtk_drop_down_set_factory (drop_down, button);
  gtk_drop_down_set_list_factory (drop_down, list);
}
