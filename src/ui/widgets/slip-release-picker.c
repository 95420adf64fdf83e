/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-release-picker.h"

#include "slip-date-text.h"
#include "slip-release-index.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* More are found by typing. */
#define MAX_ROWS  40
#define HEIGHT_PX 260
#define WIDTH_PX  280

struct _SlipReleasePicker {
  GtkPopover parent_instance;

  SlipPlanState *state;
  GHashTable *without;
  GtkEditable *entry;
  GtkListBox *list;
};

enum {
  PICKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SlipReleasePicker, slip_release_picker, GTK_TYPE_POPOVER)

static void
add_row (SlipReleasePicker *self, const SlipRow *release, const char *title)
{
  SlipPlannedDate planned =
    slip_release_get_planned (release, SLIP_ANCHOR_RELEASE);
  g_autofree char *date = slip_planned_date_dup_text (planned, SLIP_DATE_NONE);
  g_autofree char *text = g_strdup_printf ("%s · %s", title, date);
  g_autofree char *name = g_strconcat ("pick:", title, NULL);
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 34);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_widget_set_name (row, name);
  gtk_widget_set_tooltip_text (row, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  g_object_set_data_full (G_OBJECT (row), "release",
                          g_strdup (slip_row_get_id (release)), g_free);
  gtk_list_box_append (self->list, row);
}

static char *
fold (const char *text)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);

  return g_utf8_casefold (normal ? normal : text, -1);
}

/* Adds releases, open or closed, that @wanted is part of the title of. */
static void
add_releases (SlipReleasePicker *self,
              const char *wanted,
              gboolean is_closed,
              guint *n_rows)
{
  guint n_entries;
  const SlipReleaseEntry *entries =
    slip_release_index_list (slip_plan_state_get_index (self->state),
                             &n_entries);

  for (guint i = 0; i < n_entries && *n_rows < MAX_ROWS; i++) {
    g_autofree char *title = NULL;
    g_autofree char *folded = NULL;

    if (entries[i].anchor != SLIP_ANCHOR_RELEASE ||
        (entries[i].is_closed != 0) != is_closed ||
        g_hash_table_contains (self->without,
                               slip_row_get_id (entries[i].release)))
      continue;
    title = slip_release_dup_title (self->state, entries[i].release);
    folded = fold (title);
    if (strstr (folded, wanted) == NULL)
      continue;
    add_row (self, entries[i].release, title);
    (*n_rows)++;
  }
}

static void
fill (SlipReleasePicker *self)
{
  g_autofree char *typed =
    g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));
  g_autofree char *wanted = fold (typed);
  guint n_rows = 0;
  GtkListBoxRow *old;

  while ((old = gtk_list_box_get_row_at_index (self->list, 0)))
    gtk_list_box_remove (self->list, GTK_WIDGET (old));
  if (!self->state)
    return;
  add_releases (self, wanted, FALSE, &n_rows);
  if (*wanted != '\0')
    add_releases (self, wanted, TRUE, &n_rows);
}

static void
changed_cb (SlipReleasePicker *self)
{
  fill (self);
}

static void
pick (SlipReleasePicker *self, GtkListBoxRow *row)
{
  g_autofree char *release =
    g_strdup (g_object_get_data (G_OBJECT (row), "release"));

  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[PICKED], 0, release);
}

static void
row_activated_cb (SlipReleasePicker *self, GtkListBoxRow *row)
{
  pick (self, row);
}

/* Down leads into the list, as in a menu. */
static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint key,
                guint code,
                GdkModifierType modifiers,
                SlipReleasePicker *self)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, 0);

  if ((key != GDK_KEY_Down && key != GDK_KEY_KP_Down) || !row)
    return FALSE;
  gtk_widget_grab_focus (GTK_WIDGET (row));
  return TRUE;
}

static void
slip_release_picker_finalize (GObject *object)
{
  SlipReleasePicker *self = SLIP_RELEASE_PICKER (object);

  g_clear_pointer (&self->state, slip_plan_state_unref);
  g_hash_table_unref (self->without);

  G_OBJECT_CLASS (slip_release_picker_parent_class)->finalize (object);
}

static void
slip_release_picker_class_init (SlipReleasePickerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = slip_release_picker_finalize;
  signals[PICKED] =
    g_signal_new ("picked", SLIP_TYPE_RELEASE_PICKER, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
build_entry (SlipReleasePicker *self, GtkBox *box)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->entry = GTK_EDITABLE (entry);
  /* The text inside is what has the focus. */
  gtk_widget_set_name (GTK_WIDGET (gtk_editable_get_delegate (self->entry)),
                       "release-entry");
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _ ("Release"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Title of the release"), -1);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (entry, "activate",
                            G_CALLBACK (slip_release_picker_take_first), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (entry, keys);
  gtk_box_append (box, entry);
}

static void
slip_release_picker_init (SlipReleasePicker *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkScrolledWindow *window = GTK_SCROLLED_WINDOW (scroller);

  self->without = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  build_entry (self, GTK_BOX (box));
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "navigation-sidebar");
  g_signal_connect_swapped (self->list, "row-activated",
                            G_CALLBACK (row_activated_cb), self);
  gtk_scrolled_window_set_policy (window, GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_max_content_height (window, HEIGHT_PX);
  gtk_scrolled_window_set_propagate_natural_height (window, TRUE);
  gtk_scrolled_window_set_child (window, GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_widget_set_size_request (box, WIDTH_PX, -1);
  gtk_popover_set_child (GTK_POPOVER (self), box);
  gtk_widget_set_name (GTK_WIDGET (self), "release-picker");
  gtk_widget_add_css_class (GTK_WIDGET (self), "picker");
}

GtkWidget *
slip_release_picker_new (void)
{
  return g_object_new (SLIP_TYPE_RELEASE_PICKER, NULL);
}

void
slip_release_picker_ask (SlipReleasePicker *self,
                         const SlipPlanState *state,
                         GHashTable *without)
{
  GHashTableIter iter;
  gpointer id;

  g_return_if_fail (SLIP_IS_RELEASE_PICKER (self));

  g_clear_pointer (&self->state, slip_plan_state_unref);
  self->state = slip_plan_state_ref (state);
  g_hash_table_remove_all (self->without);
  g_hash_table_iter_init (&iter, without);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_hash_table_add (self->without, g_strdup (id));
  gtk_editable_set_text (self->entry, "");
  fill (self);
  gtk_popover_popup (GTK_POPOVER (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

char *
slip_release_picker_dup_rows (SlipReleasePicker *self)
{
  GString *text = g_string_new (NULL);
  GtkListBoxRow *row;

  g_return_val_if_fail (SLIP_IS_RELEASE_PICKER (self), NULL);

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)); i++)
    g_string_append_printf (text, "%s\n",
                            gtk_label_get_text (
                              GTK_LABEL (gtk_list_box_row_get_child (row))));
  return g_string_free (text, FALSE);
}

void
slip_release_picker_type (SlipReleasePicker *self, const char *text)
{
  g_return_if_fail (SLIP_IS_RELEASE_PICKER (self));

  gtk_editable_set_text (self->entry, text);
}

void
slip_release_picker_take_first (SlipReleasePicker *self)
{
  GtkListBoxRow *row;

  g_return_if_fail (SLIP_IS_RELEASE_PICKER (self));

  row = gtk_list_box_get_row_at_index (self->list, 0);
  if (row)
    pick (self, row);
}
