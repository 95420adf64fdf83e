/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-wishes.h"

#include <glib/gi18n-lib.h>

gboolean
slip_wishes_add_pairs (SlipEntityEdit *edit,
                       SlipKind kind,
                       GVariant *pairs,
                       GError **error)
{
  GVariantIter iter;
  const char *name;
  const char *text;
  g_variant_iter_init (&iter, pairs);
  while (g_variant_iter_next (&iter, "(&s&s)", &name, &text)) {
    int property = slip_schema_find_property (kind, name);
    if (property < 0) {
      g_set_error (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_INVALID,
                   _ ("There is no property “%s”"), name);
      return FALSE;
    }
    g_auto (SlipValue) value = SLIP_VALUE_INIT;
    if (!slip_property_parse (slip_schema_get_property (kind, (guint) property),
                              text, &value, error))
      return FALSE;
    slip_entity_edit_add (edit, (guint) property, &value);
  }
  return TRUE;
}

/* Returns: %NULL if @what or @kind is nothing known. */
static SlipEntityEdit *
new_edit (const char *what, SlipKind kind, const char *id, const char *owner)
{
  if (kind == SLIP_KIND_NONE)
    return NULL;
  if (g_str_equal (what, "create"))
    return slip_entity_edit_new_create (kind, *id != '\0' ? id : NULL,
                                        *owner != '\0' ? owner : NULL);
  if (g_str_equal (what, "set"))
    return slip_entity_edit_new_set (kind, id);
  return g_str_equal (what, "remove") ? slip_entity_edit_new_remove (kind, id)
                                      : NULL;
}

GPtrArray *
slip_wishes_read (GVariant *wishes, gboolean *has_release, GError **error)
{
  g_autoptr (GPtrArray) edits =
    g_ptr_array_new_with_free_func ((GDestroyNotify) slip_entity_edit_free);
  GVariantIter iter;
  const char *what;
  const char *kind_name;
  const char *id;
  const char *owner;
  GVariant *pairs;
  *has_release = FALSE;
  g_variant_iter_init (&iter, wishes);
  while (g_variant_iter_loop (&iter, "(&s&s&s&s@a(ss))", &what, &kind_name, &id,
                              &owner, &pairs)) {
    SlipKind kind = slip_schema_find_kind (kind_name);
    SlipEntityEdit *edit = new_edit (what, kind, id, owner);
    if (edit == NULL)
      continue;
    g_ptr_array_add (edits, edit);
    *has_release |= kind == SLIP_KIND_RELEASE;
    if (!slip_wishes_add_pairs (edit, kind, pairs, error)) {
      g_variant_unref (pairs);
      return NULL;
    }
  }
  return g_steal_pointer (&edits);
}
