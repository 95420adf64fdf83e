/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-person-picker.h"

#include "slip-entity-choice.h"
#include "slip-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _SlipPersonPicker {
  SlipPicker parent_instance;

  GPtrArray *people; /* of SlipRow, in the order they are listed */
  gboolean has_owner;
};

G_DEFINE_FINAL_TYPE (SlipPersonPicker, slip_person_picker, SLIP_TYPE_PICKER)

/* Returns: whether somebody has exactly that name. */
static gboolean
add_people (SlipPersonPicker *self, const char *typed)
{
  SlipPicker *picker = SLIP_PICKER (self);
  g_autofree char *wanted = slip_text_fold (typed);
  gboolean is_known = FALSE;

  for (guint i = 0; i < self->people->len && !slip_picker_is_full (picker);
       i++) {
    const SlipRow *person = self->people->pdata[i];
    const char *name = slip_row_get_text (person, SLIP_PERSON_NAME);
    g_autofree char *folded = slip_text_fold (name);

    if (strstr (folded, wanted) == NULL)
      continue;
    is_known |= g_str_equal (folded, wanted);
    slip_picker_add_row (picker, name, name, slip_row_get_id (person), "");
  }
  return is_known;
}

static void
slip_person_picker_fill (SlipPicker *picker, const char *typed)
{
  SlipPersonPicker *self = SLIP_PERSON_PICKER (picker);
  gboolean is_known = add_people (self, typed);

  if (*typed != '\0' && !is_known) {
    g_autofree char *text = g_strdup_printf (_ ("New person “%s”"), typed);

    slip_picker_add_row (picker, text, text, "", typed);
  }
  if (*typed == '\0' && self->has_owner)
    slip_picker_add_row (picker, _ ("No owner"), _ ("No owner"), "", "");
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
  SLIP_PICKER_CLASS (klass)->fill = slip_person_picker_fill;
}

static void
slip_person_picker_init (SlipPersonPicker *self)
{
  SlipPicker *picker = SLIP_PICKER (self);

  self->people = g_ptr_array_new ();
  slip_picker_set_entry (picker, "person-entry", _ ("Name"),
                         _ ("Name of the owner"));
  slip_picker_set_shape (picker, 240, 28, PANGO_ELLIPSIZE_END);
  gtk_widget_set_name (GTK_WIDGET (self), "person-picker");
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
  slip_picker_open (SLIP_PICKER (self));
}
