/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-date.h"

G_BEGIN_DECLS

/**
 * SlipValueType:
 * @SLIP_VALUE_NONE: nothing is kept
 * @SLIP_VALUE_INTEGER: a whole number; also booleans, enumerations, days and
 *   instants
 * @SLIP_VALUE_TEXT: UTF-8 text; also references to entities
 */
typedef enum {
  SLIP_VALUE_NONE,
  SLIP_VALUE_INTEGER,
  SLIP_VALUE_TEXT,
} SlipValueType;

/**
 * SlipValue:
 *
 * The value of one property of one entity.  What it stands for (a day, an
 * enumeration, …) is said by the property's type in the schema.  Text is a
 * #GRefString, so copying is cheap.  Initialise with `SLIP_VALUE_INIT` or a
 * slip_value_* constructor; clear with slip_value_clear().
 */
typedef struct {
  SlipValueType type;
  union {
    gint64 integer;
    char *text;
  };
} SlipValue;

#define SLIP_VALUE_INIT ((SlipValue){ .type = SLIP_VALUE_NONE })

/* Constructors; the empty text and an unset day become none. */
SlipValue slip_value_new_integer (gint64 integer);
SlipValue slip_value_new_text (const char *text);
SlipValue slip_value_new_date (SlipDate date);

SlipValue slip_value_copy (const SlipValue *value) G_GNUC_WARN_UNUSED_RESULT;
void slip_value_clear (SlipValue *value);
gboolean slip_value_equal (const SlipValue *a, const SlipValue *b);

/* Readers; what is not of the asked form reads as 0, %NULL or unset. */
gint64 slip_value_get_integer (const SlipValue *value);
const char *slip_value_get_text (const SlipValue *value);
SlipDate slip_value_get_date (const SlipValue *value);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SlipValue, slip_value_clear)

G_END_DECLS
