/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-value.h"

#include <string.h>

SlipValue
slip_value_new_integer (gint64 integer)
{
  return (SlipValue){ .type = SLIP_VALUE_INTEGER, .integer = integer };
}

SlipValue
slip_value_new_text (const char *text)
{
  if (text == NULL || *text == '\0')
    return SLIP_VALUE_INIT;

  return (SlipValue){ .type = SLIP_VALUE_TEXT,
                      .text = g_ref_string_new (text) };
}

SlipValue
slip_value_new_date (SlipDate date)
{
  if (!slip_date_is_set (date))
    return SLIP_VALUE_INIT;

  return slip_value_new_integer (date.day);
}

SlipValue
slip_value_copy (const SlipValue *value)
{
  if (value->type == SLIP_VALUE_TEXT)
    g_ref_string_acquire (value->text);

  return *value;
}

void
slip_value_clear (SlipValue *value)
{
  if (value->type == SLIP_VALUE_TEXT)
    g_ref_string_release (value->text);

  *value = SLIP_VALUE_INIT;
}

gboolean
slip_value_equal (const SlipValue *a, const SlipValue *b)
{
  if (a->type != b->type)
    return FALSE;

  switch (a->type) {
  case SLIP_VALUE_NONE:
    return TRUE;
  case SLIP_VALUE_INTEGER:
    return a->integer == b->integer;
  case SLIP_VALUE_TEXT:
    return a->text == b->text || strcmp (a->text, b->text) == 0;
  }

  g_assert_not_reached ();
}

gint64
slip_value_get_integer (const SlipValue *value)
{
  return value->type == SLIP_VALUE_INTEGER ? value->integer : 0;
}

const char *
slip_value_get_text (const SlipValue *value)
{
  return value->type == SLIP_VALUE_TEXT ? value->text : NULL;
}

SlipDate
slip_value_get_date (const SlipValue *value)
{
  if (value->type != SLIP_VALUE_INTEGER)
    return SLIP_DATE_NONE;

  return (SlipDate){ (gint32) value->integer };
}
