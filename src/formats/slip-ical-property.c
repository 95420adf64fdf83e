/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-ical-property.h"

#include <string.h>

static void
trim (const char **text, gsize *length)
{
  while (*length > 0 && g_ascii_isspace (**text)) {
    (*text)++;
    (*length)--;
  }
  while (*length > 0 && g_ascii_isspace ((*text)[*length - 1]))
    (*length)--;
}

/* Finds the colon before the value: the first one outside of quotes or, if the
 * quotes do not close, the first one. */
static const char *
find_colon (const char *start, const char *end)
{
  gboolean is_quoted = FALSE;

  for (const char *p = start; p < end; p++) {
    if (*p == '"')
      is_quoted = !is_quoted;
    else if (*p == ':' && !is_quoted)
      return p;
  }
  return memchr (start, ':', (gsize) (end - start));
}

gboolean
slip_ical_property_split (SlipIcalProperty *self,
                          const char *line,
                          gsize length)
{
  const char *end = line + length;
  const char *colon = find_colon (line, end);
  const char *semicolon;

  if (colon == NULL)
    return FALSE;
  semicolon = memchr (line, ';', (gsize) (colon - line));
  if (semicolon == NULL)
    semicolon = colon;

  self->name = line;
  self->name_length = (gsize) (semicolon - line);
  self->parameters = semicolon;
  self->parameters_length = (gsize) (colon - semicolon);
  self->value = colon + 1;
  self->value_length = (gsize) (end - self->value);
  trim (&self->name, &self->name_length);
  trim (&self->value, &self->value_length);
  return self->name_length > 0;
}

gboolean
slip_ical_property_is (const SlipIcalProperty *self, const char *name)
{
  return self->name_length == strlen (name) &&
         g_ascii_strncasecmp (self->name, name, self->name_length) == 0;
}

gboolean
slip_ical_property_is_zoned (const SlipIcalProperty *self)
{
  static const char key[] = ";TZID=";
  gsize key_length = sizeof key - 1;

  for (gsize i = 0; i + key_length <= self->parameters_length; i++) {
    if (g_ascii_strncasecmp (self->parameters + i, key, key_length) == 0)
      return TRUE;
  }
  return FALSE;
}
