/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-json-print.h"

#include "slip-json.h"

#include <math.h>
#include <string.h>

typedef struct {
  GString *text;
  gboolean is_pretty;
  guint depth;
} Printer;

static void
print_string (Printer *self, const char *string)
{
  g_string_append_c (self->text, '"');
  for (const char *p = string; *p != '\0'; p++) {
    if (*p == '"' || *p == '\\')
      g_string_append_printf (self->text, "\\%c", *p);
    else if (*p == '\n')
      g_string_append (self->text, "\\n");
    else if ((guchar) *p < 0x20 || *p == 0x7F)
      g_string_append_printf (self->text, "\\u%04x", (guint) (guchar) *p);
    else
      g_string_append_c (self->text, *p);
  }
  g_string_append_c (self->text, '"');
}

/* The shortest text that reads back to the same number, and as no whole one. */
static void
print_double (Printer *self, double number)
{
  static const char *const formats[] = { "%.15g", "%.16g", "%.17g" };
  char text[G_ASCII_DTOSTR_BUF_SIZE];
  double again;

  g_assert (isfinite (number));
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++) {
    g_ascii_formatd (text, sizeof text, formats[i], number);
    again = g_ascii_strtod (text, NULL);
    if (memcmp (&again, &number, sizeof number) == 0)
      break;
  }
  g_string_append (self->text, text);
  if (strpbrk (text, ".e") == NULL)
    g_string_append (self->text, ".0");
}

static void
print_value (Printer *self, JsonNode *node)
{
  GType type = json_node_get_value_type (node);

  if (type == G_TYPE_STRING)
    print_string (self, json_node_get_string (node));
  else if (type == G_TYPE_INT64)
    g_string_append_printf (self->text, "%" G_GINT64_FORMAT,
                            json_node_get_int (node));
  else if (type == G_TYPE_DOUBLE)
    print_double (self, json_node_get_double (node));
  else
    g_string_append (self->text,
                     json_node_get_boolean (node) ? "true" : "false");
}

static void
start_line (Printer *self)
{
  if (!self->is_pretty)
    return;
  g_string_append_c (self->text, '\n');
  for (guint i = 0; i < self->depth; i++)
    g_string_append (self->text, "  ");
}

static void print_node (Printer *self, JsonNode *node);

static void
print_array (Printer *self, JsonArray *array)
{
  guint length = json_array_get_length (array);

  g_string_append_c (self->text, '[');
  self->depth++;
  for (guint i = 0; i < length; i++) {
    if (i > 0)
      g_string_append_c (self->text, ',');
    start_line (self);
    print_node (self, json_array_get_element (array, i));
  }
  self->depth--;
  if (length > 0)
    start_line (self);
  g_string_append_c (self->text, ']');
}

static void
print_object (Printer *self, JsonObject *object)
{
  gboolean is_first = TRUE;
  JsonObjectIter iter;
  const char *key;
  JsonNode *member;

  g_string_append_c (self->text, '{');
  self->depth++;
  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &key, &member)) {
    if (!is_first)
      g_string_append_c (self->text, ',');
    is_first = FALSE;
    start_line (self);
    print_string (self, key);
    g_string_append (self->text, self->is_pretty ? ": " : ":");
    print_node (self, member);
  }
  self->depth--;
  if (!is_first)
    start_line (self);
  g_string_append_c (self->text, '}');
}

static void
print_node (Printer *self, JsonNode *node)
{
  g_assert (self->depth <= SLIP_JSON_MAX_DEPTH);
  switch (json_node_get_node_type (node)) {
  case JSON_NODE_OBJECT:
    print_object (self, json_node_get_object (node));
    break;
  case JSON_NODE_ARRAY:
    print_array (self, json_node_get_array (node));
    break;
  case JSON_NODE_VALUE:
    print_value (self, node);
    break;
  case JSON_NODE_NULL:
    g_string_append (self->text, "null");
    break;
  }
}

char *
slip_json_print (JsonNode *node, gboolean is_pretty)
{
  Printer self = { .is_pretty = is_pretty };

  g_return_val_if_fail (node != NULL, NULL);
  self.text = g_string_new (NULL);
  print_node (&self, node);
  if (is_pretty)
    g_string_append_c (self.text, '\n');
  return g_string_free (self.text, FALSE);
}
