/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-introduction.h"

struct _SlipIntroduction {
  char *person;
  char *name;
  SlipIntentFunc func;
  gpointer data;
  GDestroyNotify data_free;
};

SlipIntroduction *
slip_introduction_new (const char *person,
                       const char *name,
                       SlipIntentFunc func,
                       gpointer data,
                       GDestroyNotify data_free)
{
  g_return_val_if_fail (person != NULL && name != NULL && func != NULL, NULL);

  SlipIntroduction *self = g_new (SlipIntroduction, 1);
  *self = (SlipIntroduction){
    .person = g_strdup (person),
    .name = g_strdup (name),
    .func = func,
    .data = data,
    .data_free = data_free,
  };
  return self;
}

void
slip_introduction_free (SlipIntroduction *self)
{
  if (self->data_free != NULL)
    self->data_free (self->data);
  g_free (self->person);
  g_free (self->name);
  g_free (self);
}

gboolean
slip_introduction_run (SlipEdit *edit, gconstpointer data, GError **error)
{
  const SlipIntroduction *self = data;
  gboolean is_there =
    slip_plan_state_get (slip_edit_get_state (edit), SLIP_KIND_PERSON,
                         self->person) != NULL;
  if (!self->func (edit, self->data, error))
    return FALSE;
  if (is_there || slip_edit_is_empty (edit))
    return TRUE;
  slip_edit_create (edit, SLIP_KIND_PERSON, self->person, NULL);
  slip_edit_set_text (edit, SLIP_KIND_PERSON, self->person, SLIP_PERSON_NAME,
                      self->name);
  return TRUE;
}
