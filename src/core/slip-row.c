/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-row.h"

/* Most properties of most rows have the value of a new entity.  Only the others
 * take room: a large plan is read, and looked through, so much the sooner. */
struct _SlipRow {
  gatomicrefcount ref_count;
  SlipKind kind;
  guint64 kept; /* bit i: property i has its own value, in the order of bits */
  char *id;     /* GRefString */
  char *owner;  /* GRefString, or NULL */
  SlipValue values[];
};

static const SlipValue no_value = { .type = SLIP_VALUE_NONE };
static const SlipValue zero = { .type = SLIP_VALUE_INTEGER, .integer = 0 };

static guint64
get_bit (guint property)
{
  return G_GUINT64_CONSTANT (1) << property;
}

static guint
count_bits (guint64 bits)
{
  return (guint) __builtin_popcountll (bits);
}

static const SlipValue *
peek_default (const SlipProperty *property)
{
  return property->type == SLIP_PROPERTY_BOOLEAN ||
             property->type == SLIP_PROPERTY_ENUM
           ? &zero
           : &no_value;
}

/* As slip_value_equal (), for the many values of a large plan. */
static gboolean
is_default (const SlipProperty *property, const SlipValue *value)
{
  const SlipValue *initial = peek_default (property);

  return value->type == initial->type &&
         (value->type == SLIP_VALUE_NONE || value->integer == 0);
}

/* @id and @owner are taken over. */
static SlipRow *
row_alloc (SlipKind kind, char *id, char *owner, guint64 kept)
{
  SlipRow *row =
    g_malloc (sizeof *row + count_bits (kept) * sizeof (SlipValue));

  g_atomic_ref_count_init (&row->ref_count);
  row->kind = kind;
  row->kept = kept;
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
  guint n = slip_schema_get (kind)->n_properties;
  guint64 all = n < SLIP_ROW_MAX_PROPERTIES ? get_bit (n) - 1 : G_MAXUINT64;

  return slip_row_new_given (kind, id, owner, values, values != NULL ? all : 0);
}

SlipRow *
slip_row_new_given (SlipKind kind,
                    const char *id,
                    const char *owner,
                    SlipValue *values,
                    guint64 given)
{
  const SlipKindInfo *info = slip_schema_get (kind);
  guint64 kept = given;
  guint slot = 0;
  SlipRow *row;

  for (guint64 bits = given; bits != 0; bits &= bits - 1) {
    guint i = (guint) __builtin_ctzll (bits);

    if (is_default (&info->properties[i], &values[i]))
      kept &= ~get_bit (i);
  }

  row = row_alloc (kind, g_ref_string_new (id),
                   owner != NULL ? g_ref_string_new (owner) : NULL, kept);
  for (guint64 bits = kept; bits != 0; bits &= bits - 1)
    row->values[slot++] = values[__builtin_ctzll (bits)];

  return row;
}

SlipRow *
slip_row_new_with (const SlipRow *row, guint property, const SlipValue *value)
{
  const SlipKindInfo *info = slip_schema_get (row->kind);
  guint64 kept = row->kept;
  guint slot = 0;
  SlipRow *copy;

  g_return_val_if_fail (property < info->n_properties, NULL);

  kept &= ~get_bit (property);
  if (!is_default (&info->properties[property], value))
    kept |= get_bit (property);
  copy =
    row_alloc (row->kind, g_ref_string_acquire (row->id),
               row->owner != NULL ? g_ref_string_acquire (row->owner) : NULL,
               kept);
  for (guint64 bits = kept; bits != 0; bits &= bits - 1) {
    guint i = (guint) __builtin_ctzll (bits);

    copy->values[slot++] =
      slip_value_copy (i == property ? value : slip_row_peek (row, i));
  }

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
  guint n;

  if (!g_atomic_ref_count_dec (&row->ref_count))
    return;

  n = count_bits (row->kept);
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

/* Of the values of a large plan most that are asked for are there. */
const SlipValue *
slip_row_peek (const SlipRow *row, guint property)
{
  guint64 bit = property < SLIP_ROW_MAX_PROPERTIES ? get_bit (property) : 0;
  const SlipKindInfo *info;

  if ((row->kept & bit) != 0)
    return &row->values[count_bits (row->kept & (bit - 1))];

  info = slip_schema_get (row->kind);
  g_return_val_if_fail (property < info->n_properties, NULL);

  return peek_default (&info->properties[property]);
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
  return row->kept == 0;
}

char *
slip_id_new (void)
{
  return g_uuid_string_random ();
}

char *
slip_id_new_derived (const char *name)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA1);
  guint8 hash[20];
  gsize length = sizeof hash;

  g_checksum_update (checksum, (const guchar *) name, -1);
  g_checksum_get_digest (checksum, hash, &length);
  hash[6] = (guint8) ((hash[6] & 0x0f) | 0x50);
  hash[8] = (guint8) ((hash[8] & 0x3f) | 0x80);

  return g_strdup_printf (
    "%02x%02x%02x%02x-%02x%02x-%02x%02x-%02x%02x-%02x%02x%02x%02x%02x%02x",
    hash[0], hash[1], hash[2], hash[3], hash[4], hash[5], hash[6], hash[7],
    hash[8], hash[9], hash[10], hash[11], hash[12], hash[13], hash[14],
    hash[15]);
}
