/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-quick-entry.h"

#include "slip-actions.h"
#include "slip-inner-focus.h"

#include <glib/gi18n-lib.h>

struct _SlipQuickEntry {
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *add;
  GtkWidget *entry;
  gboolean is_filling;
};

G_DEFINE_FINAL_TYPE (SlipQuickEntry, slip_quick_entry, GTK_TYPE_WIDGET)

enum {
  ENTERED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
set_text (SlipQuickEntry *self, const char *text)
{
  self->is_filling = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
  self->is_filling = FALSE;
}

static void
activate_cb (GtkEntry *entry, SlipQuickEntry *self)
{
  slip_quick_entry_enter (self);
}

/* Who has typed with one hand on the pointer need not look for Enter. */
static void
add_clicked_cb (GtkButton *button, SlipQuickEntry *self)
{
  slip_quick_entry_enter (self);
  gtk_widget_grab_focus (self->entry);
}

/* Who pastes lines means a list.  The entry may not change its text while it
 * tells of a change. */
static gboolean
take_lines_cb (gpointer data)
{
  SlipQuickEntry *self = data;
  g_autofree char *text = NULL;

  if (!self->entry)
    return G_SOURCE_REMOVE;
  text =
    g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  if (strpbrk (text, "\r\n"))
    slip_quick_entry_enter (self);
  else
    set_text (self, text);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (GtkEditable *entry, SlipQuickEntry *self)
{
  if (!self->is_filling && strpbrk (gtk_editable_get_text (entry), "\r\n"))
    g_idle_add_full (G_PRIORITY_HIGH_IDLE, take_lines_cb, g_object_ref (self),
                     g_object_unref);
}

/* Nothing is typed that could be taken back: what was entered is meant. */
static gboolean
turn_back (SlipQuickEntry *self, guint key, GdkModifierType modifiers)
{
  guint held = modifiers & gtk_accelerator_get_default_mod_mask ();
  gboolean is_redo = held == (GDK_CONTROL_MASK | GDK_SHIFT_MASK);

  if (gdk_keyval_to_lower (key) != GDK_KEY_z ||
      (held != GDK_CONTROL_MASK && !is_redo))
    return FALSE;
  return gtk_widget_activate_action (GTK_WIDGET (self),
                                     is_redo ? SLIP_ACTION_REDO
                                             : SLIP_ACTION_UNDO,
                                     NULL);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *keys,
                guint key,
                guint code,
                GdkModifierType modifiers,
                SlipQuickEntry *self)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (self->entry)) == '\0')
    return turn_back (self, key, modifiers);
  if (key != GDK_KEY_Escape)
    return FALSE;
  set_text (self, "");
  return TRUE;
}

static gboolean
slip_quick_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (SLIP_QUICK_ENTRY (widget)->entry);
}

static void
slip_quick_entry_dispose (GObject *object)
{
  SlipQuickEntry *self = SLIP_QUICK_ENTRY (object);

  self->entry = NULL;
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (slip_quick_entry_parent_class)->dispose (object);
}

static void
slip_quick_entry_class_init (SlipQuickEntryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = slip_quick_entry_dispose;
  widget_class->focus = slip_inner_focus;
  widget_class->grab_focus = slip_quick_entry_grab_focus;
  signals[ENTERED] =
    g_signal_new ("entered", SLIP_TYPE_QUICK_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL,
                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

/* Enter does the same, so that Tab need not stop at it. */
static void
build_add (SlipQuickEntry *self)
{
  /* Translators: adds what is typed beside it to the list. */
  const char *label = C_ ("what is typed", "Add");

  self->add = gtk_button_new_from_icon_name ("list-add-symbolic");
  gtk_widget_set_name (self->add, "quick-add");
  gtk_widget_set_focusable (self->add, FALSE);
  gtk_widget_set_valign (self->add, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (self->add, label);
  gtk_widget_add_css_class (self->add, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect (self->add, "clicked", G_CALLBACK (add_clicked_cb), self);
}

static void
slip_quick_entry_init (SlipQuickEntry *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  build_add (self);
  gtk_box_append (GTK_BOX (self->box), self->add);
  self->entry = gtk_entry_new ();
  gtk_widget_set_hexpand (self->entry, TRUE);
  gtk_box_append (GTK_BOX (self->box), self->entry);
  /* What has the focus in it is called as it is. */
  g_object_bind_property (self, "name",
                          gtk_editable_get_delegate (
                            GTK_EDITABLE (self->entry)),
                          "name", G_BINDING_DEFAULT);
  g_signal_connect (self->entry, "activate", G_CALLBACK (activate_cb), self);
  g_signal_connect (self->entry, "changed", G_CALLBACK (changed_cb), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

GtkWidget *
slip_quick_entry_new (const char *label)
{
  SlipQuickEntry *self = g_object_new (SLIP_TYPE_QUICK_ENTRY, NULL);

  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), label);
  slip_quick_entry_set_label (self, label);
  return GTK_WIDGET (self);
}

void
slip_quick_entry_set_label (SlipQuickEntry *self, const char *label)
{
  g_return_if_fail (SLIP_IS_QUICK_ENTRY (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

void
slip_quick_entry_type (SlipQuickEntry *self, const char *text)
{
  g_return_if_fail (SLIP_IS_QUICK_ENTRY (self));

  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
}

void
slip_quick_entry_enter (SlipQuickEntry *self)
{
  g_autofree char *text = NULL;

  g_return_if_fail (SLIP_IS_QUICK_ENTRY (self));

  text =
    g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  set_text (self, "");
  if (*text)
    g_signal_emit (self, signals[ENTERED], 0, text);
}
