/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-overlap.h"

/* The entities of a set by what it does with them; ids are borrowed. */
typedef struct {
  GHashTable *changed;
  GHashTable *made;
  GHashTable *mentioned;
  GHashTable *properties;
} Touched;

static void
clear_touched (Touched *touched)
{
  g_hash_table_unref (touched->changed);
  g_hash_table_unref (touched->made);
  g_hash_table_unref (touched->mentioned);
  g_hash_table_unref (touched->properties);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Touched, clear_touched)

static guint
hash_property (gconstpointer data)
{
  const SlipChange *change = data;

  return g_str_hash (change->id) * 31 + change->property;
}

static gboolean
equal_properties (gconstpointer a, gconstpointer b)
{
  const SlipChange *change_a = a;
  const SlipChange *change_b = b;

  return change_a->property == change_b->property &&
         g_str_equal (change_a->id, change_b->id);
}

/* The entity that @value of @change refers to, or %NULL. */
static const char *
get_reference (const SlipChange *change, const SlipValue *value)
{
  if (change->type != SLIP_CHANGE_SET ||
      slip_schema_get_property (change->kind, change->property)->type !=
        SLIP_PROPERTY_REFERENCE)
    return NULL;
  return slip_value_get_text (value);
}

static void
add_mention (GHashTable *mentioned, const char *id)
{
  if (id != NULL)
    g_hash_table_add (mentioned, (char *) id);
}

static void
add_change (Touched *touched, SlipChange *change)
{
  g_hash_table_add (touched->changed, change->id);
  add_mention (touched->mentioned, change->owner);
  add_mention (touched->mentioned, get_reference (change, &change->old_value));
  if (change->type == SLIP_CHANGE_SET)
    g_hash_table_add (touched->properties, change);
  else
    g_hash_table_add (touched->made, change->id);
}

static gboolean
holds (GHashTable *ids, const char *id)
{
  return id != NULL && g_hash_table_contains (ids, id);
}

static gboolean
touches (Touched *touched, const SlipChange *change)
{
  if (change->type != SLIP_CHANGE_SET &&
      (holds (touched->changed, change->id) ||
       holds (touched->mentioned, change->id)))
    return TRUE;
  return holds (touched->made, change->id) ||
         holds (touched->made, change->owner) ||
         holds (touched->made, get_reference (change, &change->old_value)) ||
         holds (touched->made, get_reference (change, &change->new_value)) ||
         g_hash_table_contains (touched->properties, change);
}

gboolean
slip_overlap_find (const SlipChangeSet *set, const SlipChangeSet *changes)
{
  g_auto (Touched) touched = {
    .changed = g_hash_table_new (g_str_hash, g_str_equal),
    .made = g_hash_table_new (g_str_hash, g_str_equal),
    .mentioned = g_hash_table_new (g_str_hash, g_str_equal),
    .properties = g_hash_table_new (hash_property, equal_properties),
  };

  for (guint i = 0; i < set->changes->len; i++)
    add_change (&touched, g_ptr_array_index (set->changes, i));
  for (guint i = 0; i < changes->changes->len; i++)
    if (touches (&touched, g_ptr_array_index (changes->changes, i)))
      return TRUE;
  return FALSE;
}
