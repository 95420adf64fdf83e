/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-row.h"

struct _SlipRow {
  gatomicrefcount ref_count;
  SlipKind kind;
  char *id;    /* GRefString */
  char *owner; /* GRefString, or NULL */
  SlipValue values[];
};

static SlipRow *
row_alloc (SlipKind kind, char *id, char *owner)
{
  guint n = slip_schema_get (kind)->n_properties;
  SlipRow *row = g_malloc (sizeof *row + n * sizeof (SlipValue));

  g_atomic_ref_count_init (&row->ref_count);
  row->kind = kind;
  row->id = id;
  row->owner = owner;
  return row;
}

SlipRow *
slip_row_new (SlipKind kind,
              const char *id,
              const char *owner,
              SlipValue *values)
{
  const SlipKindInfo *info = slip_schema_get (kind);
  SlipRow *row = row_alloc (kind, g_ref_string_new (id),
                            owner != NULL ? g_ref_string_new (owner) : NULL);

  for (guint i = 0; i < info->n_properties; i++)
    row->values[i] = values != NULL
                       ? values[i]
                       : slip_property_get_default (&info->properties[i]);

  return row;
}

SlipRow *
slip_row_new_with (const SlipRow *row, guint property, const SlipValue *value)
{
  guint n = slip_schema_get (row->kind)->n_properties;
  SlipRow *copy;

  g_return_val_if_fail (property < n, NULL);

  copy =
    row_alloc (row->kind, g_ref_string_acquire (row->id),
               row->owner != NULL ? g_ref_string_acquire (row->owner) : NULL);
  for (guint i = 0; i < n; i++)
    copy->values[i] = slip_value_copy (i == property ? value : &row->values[i]);

  return copy;
}

SlipRow *
slip_row_ref (const SlipRow *row)
{
  SlipRow *self = (SlipRow *) row;

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
slip_row_unref (SlipRow *row)
{
  guint n = slip_schema_get (row->kind)->n_properties;

  if (!g_atomic_ref_count_dec (&row->ref_count))
    return;

  for (guint i = 0; i < n; i++)
    slip_value_clear (&row->values[i]);
  g_clear_pointer (&row->owner, g_ref_string_release);
  g_ref_string_release (row->id);
  g_free (row);
}

SlipKind
slip_row_get_kind (const SlipRow *row)
{
  return row->kind;
}

const char *
slip_row_get_id (const SlipRow *row)
{
  return row->id;
}

const char *
slip_row_get_owner (const SlipRow *row)
{
  return row->owner;
}

const SlipValue *
slip_row_peek (const SlipRow *row, guint property)
{
  g_return_val_if_fail (property < slip_schema_get (row->kind)->n_properties,
                        NULL);

  return &row->values[property];
}

const char *
slip_row_get_text (const SlipRow *row, guint property)
{
  return slip_value_get_text (slip_row_peek (row, property));
}

gint64
slip_row_get_integer (const SlipRow *row, guint property)
{
  return slip_value_get_integer (slip_row_peek (row, property));
}

gboolean
slip_row_get_boolean (const SlipRow *row, guint property)
{
  return slip_row_get_integer (row, property) != 0;
}

SlipDate
slip_row_get_date (const SlipRow *row, guint property)
{
  return slip_value_get_date (slip_row_peek (row, property));
}

gboolean
slip_row_is_default (const SlipRow *row)
{
  const SlipKindInfo *info = slip_schema_get (row->kind);

  for (guint i = 0; i < info->n_properties; i++) {
    SlipValue value = slip_property_get_default (&info->properties[i]);

    if (!slip_value_equal (&row->values[i], &value))
      return FALSE;
  }

  return TRUE;
}

char *
slip_id_new (void)
{
  return g_uuid_string_random ();
}
