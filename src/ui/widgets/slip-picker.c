/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-picker.h"

#define MAX_ROWS  40
#define HEIGHT_PX 260

typedef struct {
  GtkWidget *box;
  GtkEditable *entry;
  GtkListBox *list;
  guint n_rows;
  int width_chars;
  PangoEllipsizeMode ellipsize;
} SlipPickerPrivate;

enum {
  PICKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (SlipPicker, slip_picker, GTK_TYPE_POPOVER)

static SlipPickerPrivate *
get_private (SlipPicker *self)
{
  return slip_picker_get_instance_private (self);
}

static void
fill (SlipPicker *self)
{
  SlipPickerPrivate *private = get_private (self);
  g_autofree char *typed =
    g_strstrip (g_strdup (gtk_editable_get_text (private->entry)));
  GtkListBoxRow *old;

  while ((old = gtk_list_box_get_row_at_index (private->list, 0)))
    gtk_list_box_remove (private->list, GTK_WIDGET (old));
  private->n_rows = 0;
  SLIP_PICKER_GET_CLASS (self)->fill (self, typed);
}

static void
changed_cb (SlipPicker *self)
{
  fill (self);
}

static void
pick (SlipPicker *self, GtkListBoxRow *row)
{
  g_autofree char *id = g_strdup (g_object_get_data (G_OBJECT (row), "id"));
  g_autofree char *name = g_strdup (g_object_get_data (G_OBJECT (row), "name"));

  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[PICKED], 0, id, name);
}

static void
row_activated_cb (SlipPicker *self, GtkListBoxRow *row)
{
  pick (self, row);
}

/* Down leads into the list, as in a menu. */
static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint key,
                guint code,
                GdkModifierType modifiers,
                SlipPicker *self)
{
  GtkListBoxRow *row =
    gtk_list_box_get_row_at_index (get_private (self)->list, 0);

  if ((key != GDK_KEY_Down && key != GDK_KEY_KP_Down) || row == NULL)
    return FALSE;
  gtk_widget_grab_focus (GTK_WIDGET (row));
  return TRUE;
}

static void
slip_picker_class_init (SlipPickerClass *klass)
{
  signals[PICKED] =
    g_signal_new ("picked", SLIP_TYPE_PICKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                  NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
}

static void
build_entry (SlipPicker *self)
{
  SlipPickerPrivate *private = get_private (self);
  GtkWidget *entry = gtk_entry_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  private->entry = GTK_EDITABLE (entry);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (entry, "activate",
                            G_CALLBACK (slip_picker_take_first), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (entry, keys);
  gtk_box_append (GTK_BOX (private->box), entry);
}

static void
build_list (SlipPicker *self)
{
  SlipPickerPrivate *private = get_private (self);
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkScrolledWindow *window = GTK_SCROLLED_WINDOW (scroller);

  private->list = GTK_LIST_BOX (list);
  gtk_list_box_set_selection_mode (private->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "navigation-sidebar");
  g_signal_connect_swapped (list, "row-activated",
                            G_CALLBACK (row_activated_cb), self);
  gtk_scrolled_window_set_policy (window, GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_max_content_height (window, HEIGHT_PX);
  gtk_scrolled_window_set_propagate_natural_height (window, TRUE);
  gtk_scrolled_window_set_child (window, list);
  gtk_box_append (GTK_BOX (private->box), scroller);
}

static void
slip_picker_init (SlipPicker *self)
{
  SlipPickerPrivate *private = get_private (self);

  private->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  build_entry (self);
  build_list (self);
  gtk_popover_set_child (GTK_POPOVER (self), private->box);
  gtk_widget_add_css_class (GTK_WIDGET (self), "picker");
}

void
slip_picker_set_entry (SlipPicker *self,
                       const char *name,
                       const char *placeholder,
                       const char *label)
{
  g_return_if_fail (SLIP_IS_PICKER (self));

  GtkEditable *entry = get_private (self)->entry;

  gtk_widget_set_name (GTK_WIDGET (gtk_editable_get_delegate (entry)), name);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), placeholder);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

void
slip_picker_set_shape (SlipPicker *self,
                       int width_px,
                       int width_chars,
                       PangoEllipsizeMode ellipsize)
{
  g_return_if_fail (SLIP_IS_PICKER (self));

  SlipPickerPrivate *private = get_private (self);

  gtk_widget_set_size_request (private->box, width_px, -1);
  private->width_chars = width_chars;
  private->ellipsize = ellipsize;
}

void
slip_picker_open (SlipPicker *self)
{
  g_return_if_fail (SLIP_IS_PICKER (self));

  GtkEditable *entry = get_private (self)->entry;

  gtk_editable_set_text (entry, "");
  fill (self);
  gtk_popover_popup (GTK_POPOVER (self));
  gtk_widget_grab_focus (GTK_WIDGET (entry));
}

GtkWidget *
slip_picker_add_row (SlipPicker *self,
                     const char *text,
                     const char *key,
                     const char *id,
                     const char *name)
{
  g_return_val_if_fail (SLIP_IS_PICKER (self), NULL);

  SlipPickerPrivate *private = get_private (self);
  g_autofree char *widget_name = g_strconcat ("pick:", key, NULL);
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), private->ellipsize);
  gtk_label_set_max_width_chars (GTK_LABEL (label), private->width_chars);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_widget_set_name (row, widget_name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  g_object_set_data_full (G_OBJECT (row), "id", g_strdup (id), g_free);
  g_object_set_data_full (G_OBJECT (row), "name", g_strdup (name), g_free);
  gtk_list_box_append (private->list, row);
  private->n_rows++;
  return row;
}

gboolean
slip_picker_is_full (SlipPicker *self)
{
  g_return_val_if_fail (SLIP_IS_PICKER (self), TRUE);

  return get_private (self)->n_rows >= MAX_ROWS;
}

char *
slip_picker_dup_rows (SlipPicker *self)
{
  g_return_val_if_fail (SLIP_IS_PICKER (self), NULL);

  GtkListBox *list = get_private (self)->list;
  GString *text = g_string_new (NULL);
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (list, i)); i++)
    g_string_append_printf (text, "%s\n",
                            gtk_label_get_text (
                              GTK_LABEL (gtk_list_box_row_get_child (row))));
  return g_string_free (text, FALSE);
}

void
slip_picker_type (SlipPicker *self, const char *text)
{
  g_return_if_fail (SLIP_IS_PICKER (self));

  gtk_editable_set_text (get_private (self)->entry, text);
}

void
slip_picker_take_first (SlipPicker *self)
{
  GtkListBoxRow *row;

  g_return_if_fail (SLIP_IS_PICKER (self));

  row = gtk_list_box_get_row_at_index (get_private (self)->list, 0);
  if (row != NULL)
    pick (self, row);
}
