/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-json-pointer.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The longest number that can be a place in an array. */
#define MAX_INDEX_DIGITS 9

gboolean
slip_json_pointer_check (const char *pointer, GError **error)
{
  const char *what = NULL;

  if (*pointer != '\0' && *pointer != '/')
    what = _ ("A pointer is empty or begins with “/”, as in /fields/status");
  for (const char *p = strchr (pointer, '~'); p != NULL && what == NULL;
       p = strchr (p + 1, '~'))
    if (p[1] != '0' && p[1] != '1')
      what = _ ("In a pointer, “~” is written “~0” and “/” in a name “~1”");
  if (what == NULL)
    return TRUE;
  g_set_error_literal (error, SLIP_FORMAT_ERROR, SLIP_FORMAT_ERROR_INVALID,
                       what);
  return FALSE;
}

/* The name that @token, @length long, stands for. */
static char *
unescape (const char *token, gsize length)
{
  GString *name = g_string_new_len (token, (gssize) length);

  /* In this order, so that ~01 becomes ~1. */
  g_string_replace (name, "~1", "/", 0);
  g_string_replace (name, "~0", "~", 0);
  return g_string_free (name, FALSE);
}

static JsonNode *
step_into_array (JsonNode *node, const char *name)
{
  JsonArray *array = json_node_get_array (node);
  guint64 index;

  if (strlen (name) > MAX_INDEX_DIGITS || (*name == '0' && name[1] != '\0') ||
      !g_ascii_string_to_unsigned (name, 10, 0, G_MAXUINT32, &index, NULL) ||
      index >= json_array_get_length (array))
    return NULL;
  return json_array_get_element (array, (guint) index);
}

static JsonNode *
step (JsonNode *node, const char *name)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    return json_object_get_member (json_node_get_object (node), name);
  if (JSON_NODE_HOLDS_ARRAY (node))
    return step_into_array (node, name);
  return NULL;
}

SlipJsonCursor
slip_json_pointer_follow (const SlipJsonCursor *from, const char *pointer)
{
  SlipJsonCursor place = { .parent = from, .key = pointer };
  JsonNode *node = from->node;

  if (*pointer == '\0')
    return *from;
  if (!slip_json_pointer_check (pointer, NULL))
    return place;
  for (const char *p = pointer; *p == '/' && node != NULL;) {
    gsize length = strcspn (p + 1, "/");
    g_autofree char *name = unescape (p + 1, length);

    node = step (node, name);
    p += 1 + length;
  }
  place.node = node;
  return place;
}
