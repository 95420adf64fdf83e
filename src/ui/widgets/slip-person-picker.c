/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-person-picker.h"

#include "slip-entity-choice.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* More are found by typing. */
#define MAX_ROWS  40
#define HEIGHT_PX 260
#define WIDTH_PX  240

struct _SlipPersonPicker {
  GtkPopover parent_instance;

  GPtrArray *people; /* of SlipRow, in the order they are listed */
  gboolean has_owner;
  GtkEditable *entry;
  GtkListBox *list;
};

enum {
  PICKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SlipPersonPicker, slip_person_picker, GTK_TYPE_POPOVER)

static void
add_row (SlipPersonPicker *self,
         const char *text,
         const char *person,
         const char *name)
{
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *row = gtk_list_box_row_new ();
  g_autofree char *widget_name = g_strconcat ("pick:", text, NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 28);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_widget_set_name (row, widget_name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  g_object_set_data_full (G_OBJECT (row), "person", g_strdup (person), g_free);
  g_object_set_data_full (G_OBJECT (row), "name", g_strdup (name), g_free);
  gtk_list_box_append (self->list, row);
}

static char *
fold (const char *text)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);

  return g_utf8_casefold (normal != NULL ? normal : text, -1);
}

/* Returns: whether somebody has exactly that name. */
static gboolean
add_people (SlipPersonPicker *self, const char *typed)
{
  g_autofree char *wanted = fold (typed);
  gboolean is_known = FALSE;
  guint n_rows = 0;

  for (guint i = 0; i < self->people->len && n_rows < MAX_ROWS; i++) {
    const SlipRow *person = self->people->pdata[i];
    const char *name = slip_row_get_text (person, SLIP_PERSON_NAME);
    g_autofree char *folded = fold (name);

    if (strstr (folded, wanted) == NULL)
      continue;
    is_known |= g_str_equal (folded, wanted);
    add_row (self, name, slip_row_get_id (person), "");
    n_rows++;
  }
  return is_known;
}

static void
fill (SlipPersonPicker *self)
{
  g_autofree char *typed =
    g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));
  GtkListBoxRow *old;
  gboolean is_known;

  while ((old = gtk_list_box_get_row_at_index (self->list, 0)))
    gtk_list_box_remove (self->list, GTK_WIDGET (old));
  is_known = add_people (self, typed);
  if (*typed != '\0' && !is_known) {
    g_autofree char *text = g_strdup_printf (_ ("New person “%s”"), typed);

    add_row (self, text, "", typed);
  }
  if (*typed == '\0' && self->has_owner)
    add_row (self, _ ("No owner"), "", "");
}

static void
changed_cb (SlipPersonPicker *self)
{
  fill (self);
}

static void
pick (SlipPersonPicker *self, GtkListBoxRow *row)
{
  g_autofree char *person =
    g_strdup (g_object_get_data (G_OBJECT (row), "person"));
  g_autofree char *name = g_strdup (g_object_get_data (G_OBJECT (row), "name"));

  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[PICKED], 0, person, name);
}

static void
row_activated_cb (SlipPersonPicker *self, GtkListBoxRow *row)
{
  pick (self, row);
}

/* Down leads into the list, as in a menu. */
static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint key,
                guint code,
                GdkModifierType modifiers,
                SlipPersonPicker *self)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, 0);

  if ((key != GDK_KEY_Down && key != GDK_KEY_KP_Down) || row == NULL)
    return FALSE;
  gtk_widget_grab_focus (GTK_WIDGET (row));
  return TRUE;
}

static void
slip_person_picker_finalize (GObject *object)
{
  g_clear_pointer (&SLIP_PERSON_PICKER (object)->people, g_ptr_array_unref);

  G_OBJECT_CLASS (slip_person_picker_parent_class)->finalize (object);
}

static void
slip_person_picker_class_init (SlipPersonPickerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = slip_person_picker_finalize;
  signals[PICKED] =
    g_signal_new ("picked", SLIP_TYPE_PERSON_PICKER, G_SIGNAL_RUN_LAST, 0, NULL,
                  NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
}

static void
build_entry (SlipPersonPicker *self, GtkBox *box)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->entry = GTK_EDITABLE (entry);
  /* The text inside is what has the focus. */
  gtk_widget_set_name (GTK_WIDGET (gtk_editable_get_delegate (self->entry)),
                       "person-entry");
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _ ("Name"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Name of the owner"), -1);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (entry, "activate",
                            G_CALLBACK (slip_person_picker_take_first), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (entry, keys);
  gtk_box_append (box, entry);
}

static void
slip_person_picker_init (SlipPersonPicker *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->people = g_ptr_array_new ();
  build_entry (self, GTK_BOX (box));
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "navigation-sidebar");
  g_signal_connect_swapped (self->list, "row-activated",
                            G_CALLBACK (row_activated_cb), self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller),
                                  GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller),
                                              HEIGHT_PX);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (
                                                      scroller),
                                                    TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller),
                                 GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_widget_set_size_request (box, WIDTH_PX, -1);
  gtk_popover_set_child (GTK_POPOVER (self), box);
  gtk_widget_set_name (GTK_WIDGET (self), "person-picker");
  gtk_widget_add_css_class (GTK_WIDGET (self), "picker");
}

GtkWidget *
slip_person_picker_new (void)
{
  return g_object_new (SLIP_TYPE_PERSON_PICKER, NULL);
}

static void
put_first (GPtrArray *people, const char *id)
{
  for (guint i = 1; id != NULL && i < people->len; i++)
    if (g_str_equal (slip_row_get_id (people->pdata[i]), id)) {
      gpointer row = slip_row_ref (people->pdata[i]);

      g_ptr_array_remove_index (people, i);
      g_ptr_array_insert (people, 0, row);
      return;
    }
}

void
slip_person_picker_ask (SlipPersonPicker *self,
                        const SlipPlanState *state,
                        const char *owner,
                        const char *suggested)
{
  g_return_if_fail (SLIP_IS_PERSON_PICKER (self));

  g_ptr_array_unref (self->people);
  self->people = slip_entity_choice_list (state, SLIP_KIND_PERSON, NULL);
  put_first (self->people, suggested);
  self->has_owner = owner != NULL;
  gtk_editable_set_text (self->entry, "");
  fill (self);
  gtk_popover_popup (GTK_POPOVER (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

char *
slip_person_picker_dup_rows (SlipPersonPicker *self)
{
  GString *text = g_string_new (NULL);
  GtkListBoxRow *row;

  g_return_val_if_fail (SLIP_IS_PERSON_PICKER (self), NULL);

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)); i++)
    g_string_append_printf (text, "%s\n",
                            gtk_label_get_text (
                              GTK_LABEL (gtk_list_box_row_get_child (row))));
  return g_string_free (text, FALSE);
}

void
slip_person_picker_type (SlipPersonPicker *self, const char *text)
{
  g_return_if_fail (SLIP_IS_PERSON_PICKER (self));

  gtk_editable_set_text (self->entry, text);
}

void
slip_person_picker_take_first (SlipPersonPicker *self)
{
  GtkListBoxRow *row;

  g_return_if_fail (SLIP_IS_PERSON_PICKER (self));

  row = gtk_list_box_get_row_at_index (self->list, 0);
  if (row != NULL)
    pick (self, row);
}
