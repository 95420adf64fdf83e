/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-release-picker.h"

#include "slip-date-text.h"
#include "slip-release-index.h"
#include "slip-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _SlipReleasePicker {
  SlipPicker parent_instance;

  SlipPlanState *state;
  GHashTable *without;
};

G_DEFINE_FINAL_TYPE (SlipReleasePicker, slip_release_picker, SLIP_TYPE_PICKER)

static void
add_row (SlipPicker *picker, const SlipRow *release, const char *title)
{
  SlipPlannedDate planned =
    slip_release_get_planned (release, SLIP_ANCHOR_RELEASE);
  g_autofree char *date = slip_planned_date_dup_text (planned, SLIP_DATE_NONE);
  g_autofree char *text = g_strdup_printf (_ ("%s · %s"), title, date);
  GtkWidget *row =
    slip_picker_add_row (picker, text, title, slip_row_get_id (release), "");

  gtk_widget_set_tooltip_text (row, text);
}

/* Adds releases, open or closed, that @wanted is part of the title of. */
static void
add_releases (SlipReleasePicker *self, const char *wanted, gboolean is_closed)
{
  SlipPicker *picker = SLIP_PICKER (self);
  guint n_entries;
  const SlipReleaseEntry *entries =
    slip_release_index_list (slip_plan_state_get_index (self->state),
                             &n_entries);

  for (guint i = 0; i < n_entries && !slip_picker_is_full (picker); i++) {
    g_autofree char *title = NULL;
    g_autofree char *folded = NULL;

    if (entries[i].anchor != SLIP_ANCHOR_RELEASE ||
        (entries[i].is_closed != 0) != is_closed ||
        g_hash_table_contains (self->without,
                               slip_row_get_id (entries[i].release)))
      continue;
    title = slip_release_dup_title (self->state, entries[i].release);
    folded = slip_text_fold (title);
    if (strstr (folded, wanted) != NULL)
      add_row (picker, entries[i].release, title);
  }
}

static void
slip_release_picker_fill (SlipPicker *picker, const char *typed)
{
  SlipReleasePicker *self = SLIP_RELEASE_PICKER (picker);
  g_autofree char *wanted = slip_text_fold (typed);

  if (!self->state)
    return;
  add_releases (self, wanted, FALSE);
  if (*wanted != '\0')
    add_releases (self, wanted, TRUE);
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
  SLIP_PICKER_CLASS (klass)->fill = slip_release_picker_fill;
}

static void
slip_release_picker_init (SlipReleasePicker *self)
{
  SlipPicker *picker = SLIP_PICKER (self);

  self->without = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  slip_picker_set_entry (picker, "release-entry", _ ("Release"),
                         _ ("Title of the release"));
  slip_picker_set_shape (picker, 280, 34, PANGO_ELLIPSIZE_MIDDLE);
  gtk_widget_set_name (GTK_WIDGET (self), "release-picker");
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
  slip_picker_open (SLIP_PICKER (self));
}
