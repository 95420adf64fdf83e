/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-json-cursor.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Longest part of foreign text in a message, in characters. */
#define MAX_SHOWN 40

static gboolean
is_shown (gunichar c)
{
  return c == ' ' || (g_unichar_isgraph (c) && !g_unichar_isspace (c));
}

/* Foreign text for a message: in quotes, short, on one line. */
static char *
quote (const char *text)
{
  GString *quoted = g_string_new ("\"");
  guint n = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (n++ == MAX_SHOWN) {
      g_string_append (quoted, "…");
      break;
    }
    g_string_append_unichar (quoted, is_shown (c) ? c : 0xFFFD);
  }
  g_string_append_c (quoted, '"');
  return g_string_free (quoted, FALSE);
}

static gboolean
is_plain_word (const char *key)
{
  static const char allowed[] = G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "_-";

  return *key != '\0' && strlen (key) <= MAX_SHOWN &&
         strspn (key, allowed) == strlen (key);
}

static void
append_path (const SlipJsonCursor *self, GString *path)
{
  g_autofree char *quoted = NULL;

  if (self->parent == NULL)
    return;
  append_path (self->parent, path);
  if (self->key == NULL) {
    g_string_append_printf (path, "[%u]", self->index);
  } else if (is_plain_word (self->key)) {
    g_string_append_printf (path, "%s%s", path->len > 0 ? "." : "", self->key);
  } else {
    quoted = quote (self->key);
    g_string_append_printf (path, "[%s]", quoted);
  }
}

static char *
describe_found (JsonNode *node)
{
  if (node == NULL)
    return g_strdup (_ ("nothing"));
  if (JSON_NODE_HOLDS_OBJECT (node))
    return g_strdup (_ ("an object"));
  if (JSON_NODE_HOLDS_ARRAY (node))
    return g_strdup (_ ("an array"));
  if (JSON_NODE_HOLDS_VALUE (node) &&
      json_node_get_value_type (node) == G_TYPE_STRING)
    return quote (json_node_get_string (node));
  return json_to_string (node, FALSE);
}

static gboolean
holds (const SlipJsonCursor *self, GType type)
{
  return self->node != NULL && JSON_NODE_HOLDS_VALUE (self->node) &&
         json_node_get_value_type (self->node) == type;
}

SlipJsonCursor
slip_json_cursor (JsonNode *root)
{
  return (SlipJsonCursor){ .node = root };
}

SlipJsonCursor
slip_json_member (const SlipJsonCursor *self, const char *key)
{
  JsonNode *node = NULL;

  if (self->node != NULL && JSON_NODE_HOLDS_OBJECT (self->node))
    node = json_object_get_member (json_node_get_object (self->node), key);
  return (SlipJsonCursor){ .node = node, .parent = self, .key = key };
}

SlipJsonCursor
slip_json_element (const SlipJsonCursor *self, guint index)
{
  JsonNode *node = NULL;
  JsonArray *array;

  if (self->node != NULL && JSON_NODE_HOLDS_ARRAY (self->node)) {
    array = json_node_get_array (self->node);
    if (index < json_array_get_length (array))
      node = json_array_get_element (array, index);
  }
  return (SlipJsonCursor){ .node = node, .parent = self, .index = index };
}

gboolean
slip_json_is_absent (const SlipJsonCursor *self)
{
  return self->node == NULL || JSON_NODE_HOLDS_NULL (self->node);
}

char *
slip_json_dup_path (const SlipJsonCursor *self)
{
  GString *path = g_string_new (NULL);

  append_path (self, path);
  if (path->len == 0)
    g_string_append (path, _ ("the document"));
  return g_string_free (path, FALSE);
}

gboolean
slip_json_fail (const SlipJsonCursor *self,
                SlipFormatError code,
                const char *what,
                GError **error)
{
  g_autofree char *path = slip_json_dup_path (self);

  g_set_error (error, SLIP_FORMAT_ERROR, (int) code, "%s: %s", path, what);
  return FALSE;
}

/* @clause is filled in without printf, for which a translated text would have
 * to be trusted. */
gboolean
slip_json_fail_found (const SlipJsonCursor *self,
                      const char *clause,
                      GError **error)
{
  g_autofree char *found = describe_found (self->node);
  g_autoptr (GString) what = g_string_new (clause);

  g_string_replace (what, "%s", found, 1);
  return slip_json_fail (self, SLIP_FORMAT_ERROR_INVALID, what->str, error);
}

gboolean
slip_json_get_object (const SlipJsonCursor *self, GError **error)
{
  if (self->node == NULL || !JSON_NODE_HOLDS_OBJECT (self->node))
    return slip_json_fail_found (self,
                                 _ ("an object was expected, %s was found"),
                                 error);
  return TRUE;
}

gboolean
slip_json_get_array (const SlipJsonCursor *self,
                     guint *n_elements,
                     GError **error)
{
  if (self->node == NULL || !JSON_NODE_HOLDS_ARRAY (self->node))
    return slip_json_fail_found (self,
                                 _ ("an array was expected, %s was found"),
                                 error);
  *n_elements = json_array_get_length (json_node_get_array (self->node));
  return TRUE;
}

gboolean
slip_json_get_string (const SlipJsonCursor *self,
                      const char **value,
                      GError **error)
{
  if (!holds (self, G_TYPE_STRING))
    return slip_json_fail_found (self, _ ("a text was expected, %s was found"),
                                 error);
  *value = json_node_get_string (self->node);
  return TRUE;
}

gboolean
slip_json_get_integer (const SlipJsonCursor *self,
                       gint64 *value,
                       GError **error)
{
  if (!holds (self, G_TYPE_INT64))
    return slip_json_fail_found (
      self, _ ("a whole number was expected, %s was found"), error);
  *value = json_node_get_int (self->node);
  return TRUE;
}

gboolean
slip_json_get_number (const SlipJsonCursor *self, double *value, GError **error)
{
  if (!holds (self, G_TYPE_INT64) && !holds (self, G_TYPE_DOUBLE))
    return slip_json_fail_found (self,
                                 _ ("a number was expected, %s was found"),
                                 error);
  *value = json_node_get_double (self->node);
  return TRUE;
}

gboolean
slip_json_get_boolean (const SlipJsonCursor *self,
                       gboolean *value,
                       GError **error)
{
  if (!holds (self, G_TYPE_BOOLEAN))
    return slip_json_fail_found (self,
                                 _ ("true or false was expected, %s was found"),
                                 error);
  *value = json_node_get_boolean (self->node);
  return TRUE;
}

/* Two digits at @text, or -1. */
static int
read_two (const char *text)
{
  if (!g_ascii_isdigit (text[0]) || !g_ascii_isdigit (text[1]))
    return -1;
  return g_ascii_digit_value (text[0]) * 10 + g_ascii_digit_value (text[1]);
}

/* Reads '.250' for 250, with any number of digits; returns what follows. */
static const char *
read_fraction (const char *p, int *milliseconds)
{
  int weight = 100;

  *milliseconds = 0;
  if (*p != '.')
    return p;
  if (!g_ascii_isdigit (p[1]))
    return NULL;
  for (p++; g_ascii_isdigit (*p); p++, weight /= 10)
    *milliseconds += g_ascii_digit_value (*p) * weight;
  return p;
}

/* Reads 'Z' or '+01:00' up to the end of the text. */
static gboolean
read_zone (const char *p, int *minutes)
{
  *minutes = 0;
  if (*p == 'Z' || *p == 'z')
    return p[1] == '\0';
  if ((*p != '+' && *p != '-') || strlen (p) != 6 || p[3] != ':')
    return FALSE;

  int hour = read_two (p + 1), minute = read_two (p + 4);
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59)
    return FALSE;
  *minutes = (hour * 60 + minute) * (*p == '-' ? -1 : 1);
  return TRUE;
}

static gboolean
parse_instant (const char *text, gint64 *value_ms)
{
  char day[SLIP_DATE_TEXT_SIZE];
  int milliseconds, zone;

  if (strlen (text) < 20 || (text[10] != 'T' && text[10] != 't') ||
      text[13] != ':' || text[16] != ':')
    return FALSE;
  g_strlcpy (day, text, sizeof day);
  SlipDate date = slip_date_parse (day);
  int hour = read_two (text + 11), minute = read_two (text + 14),
      second = read_two (text + 17);
  const char *p = read_fraction (text + 19, &milliseconds);
  /* A leap second is the second after it, as most clocks have it. */
  if (!slip_date_is_set (date) || hour < 0 || hour > 23 || minute < 0 ||
      minute > 59 || second < 0 || second > 60 || p == NULL ||
      !read_zone (p, &zone))
    return FALSE;
  *value_ms =
    (((gint64) date.day * 24 + hour) * 60 + minute - zone) * 60 * 1000 +
    (gint64) second * 1000 + milliseconds;
  return TRUE;
}

gboolean
slip_json_get_instant (const SlipJsonCursor *self,
                       gint64 *value_ms,
                       GError **error)
{
  if (!holds (self, G_TYPE_STRING) ||
      !parse_instant (json_node_get_string (self->node), value_ms))
    return slip_json_fail_found (
      self,
      _ ("an instant like 2025-03-31T12:00:00Z was expected, %s was found"),
      error);
  return TRUE;
}

gboolean
slip_json_get_date (const SlipJsonCursor *self, SlipDate *value, GError **error)
{
  SlipDate date = SLIP_DATE_NONE;

  if (holds (self, G_TYPE_STRING))
    date = slip_date_parse (json_node_get_string (self->node));
  if (!slip_date_is_set (date))
    return slip_json_fail_found (
      self, _ ("a day like 2025-03-31 was expected, %s was found"), error);
  *value = date;
  return TRUE;
}
