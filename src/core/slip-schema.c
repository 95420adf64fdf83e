/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-schema.h"

#include <glib/gi18n-lib.h>

#include "slip-schema-table.h"

GQuark
slip_plan_error_quark (void)
{
  return g_quark_from_static_string ("slip-plan-error-quark");
}

const SlipKindInfo *
slip_schema_get (SlipKind kind)
{
  g_return_val_if_fail (kind < SLIP_N_KINDS, NULL);

  return &slip_schema_table[kind];
}

const SlipProperty *
slip_schema_get_property (SlipKind kind, guint property)
{
  const SlipKindInfo *info = slip_schema_get (kind);

  g_return_val_if_fail (property < info->n_properties, NULL);

  return &info->properties[property];
}

SlipKind
slip_schema_find_kind (const char *name)
{
  for (guint i = 0; i < SLIP_N_KINDS; i++)
    if (g_strcmp0 (slip_schema_table[i].name, name) == 0)
      return (SlipKind) i;

  return SLIP_KIND_NONE;
}

int
slip_schema_find_property (SlipKind kind, const char *name)
{
  const SlipKindInfo *info = slip_schema_get (kind);

  for (guint i = 0; i < info->n_properties; i++)
    if (g_strcmp0 (info->properties[i].name, name) == 0)
      return (int) i;

  return -1;
}

gboolean
slip_schema_is_part_of_release (SlipKind kind)
{
  return slip_schema_get (kind)->owner == SLIP_KIND_RELEASE;
}

SlipValue
slip_property_get_default (const SlipProperty *property)
{
  if (property->type == SLIP_PROPERTY_ENUM ||
      property->type == SLIP_PROPERTY_BOOLEAN)
    return slip_value_new_integer (0);

  return SLIP_VALUE_INIT;
}

static guint
count_enum_values (const SlipEnumValue *values)
{
  guint n = 0;

  while (values[n].nick != NULL)
    n++;

  return n;
}

static void
get_integer_bounds (const SlipProperty *property,
                    gint64 *minimum,
                    gint64 *maximum)
{
  *minimum = 0;
  *maximum = 1;

  switch (property->type) {
  case SLIP_PROPERTY_INTEGER:
    *minimum = property->minimum;
    *maximum = property->maximum;
    break;
  case SLIP_PROPERTY_ENUM:
    *maximum = (gint64) count_enum_values (property->values) - 1;
    break;
  case SLIP_PROPERTY_DATE:
    *minimum = slip_date_new (1, 1, 1).day;
    *maximum = slip_date_new (9999, 12, 31).day;
    break;
  case SLIP_PROPERTY_INSTANT:
    *maximum = G_MAXINT64;
    break;
  case SLIP_PROPERTY_BOOLEAN:
  case SLIP_PROPERTY_TEXT:
  case SLIP_PROPERTY_REFERENCE:
    break;
  }
}

static gboolean
is_plain_text (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (c != '\t' && c != '\n' && g_unichar_iscntrl (c))
      return FALSE;
  }

  return TRUE;
}

/* The length of @text if it is printable ASCII, as most texts are; else 0. */
static gint64
measure_ascii (const char *text)
{
  const char *p = text;

  while (*p >= ' ' && *p < '\x7f')
    p++;
  return *p == '\0' ? p - text : 0;
}

static gboolean
check_text (const SlipProperty *property, const char *text, GError **error)
{
  g_autofree char *problem = NULL;
  gboolean is_limited = property->type == SLIP_PROPERTY_TEXT;
  gint64 n_ascii = measure_ascii (text);

  if (n_ascii > 0 && (!is_limited || n_ascii <= property->maximum))
    return TRUE;

  if (!g_utf8_validate (text, -1, NULL))
    problem = g_strdup (_ ("not valid UTF-8"));
  else if (*text == '\0')
    problem = g_strdup (_ ("empty"));
  else if (!is_plain_text (text))
    problem = g_strdup (_ ("not plain text: it has control characters"));
  else if (is_limited && g_utf8_strlen (text, -1) > property->maximum)
    problem = g_strdup_printf (ngettext ("longer than %d character",
                                         "longer than %d characters",
                                         (gulong) property->maximum),
                               (int) property->maximum);

  if (problem == NULL)
    return TRUE;

  /* Translators: the name of a property, and what is wrong with its text. */
  g_set_error (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_INVALID,
               _ ("The text for “%s” is %s"), property->name, problem);
  return FALSE;
}

static gboolean
check_integer (const SlipProperty *property, gint64 integer, GError **error)
{
  gint64 minimum;
  gint64 maximum;
  g_autofree char *least = NULL;
  g_autofree char *most = NULL;

  get_integer_bounds (property, &minimum, &maximum);
  if (integer >= minimum && integer <= maximum)
    return TRUE;

  /* No macro may stand within a text that is to be translated. */
  least = g_strdup_printf ("%" G_GINT64_FORMAT, minimum);
  most = g_strdup_printf ("%" G_GINT64_FORMAT, maximum);
  g_set_error (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_INVALID,
               _ ("The value for “%s” must lie between %s and %s"),
               property->name, least, most);
  return FALSE;
}

gboolean
slip_property_check (const SlipProperty *property,
                     const SlipValue *value,
                     GError **error)
{
  gboolean is_text = property->type == SLIP_PROPERTY_TEXT ||
                     property->type == SLIP_PROPERTY_REFERENCE;
  SlipValueType type = is_text ? SLIP_VALUE_TEXT : SLIP_VALUE_INTEGER;

  if (value->type == SLIP_VALUE_NONE &&
      slip_property_get_default (property).type == SLIP_VALUE_NONE)
    return TRUE;

  if (value->type != type) {
    g_set_error (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_INVALID,
                 _ ("The value for “%s” has the wrong form"), property->name);
    return FALSE;
  }

  return is_text ? check_text (property, value->text, error)
                 : check_integer (property, value->integer, error);
}

static gboolean
set_form_error (const SlipProperty *property,
                const char *text,
                const char *expected,
                GError **error)
{
  /* Translators: the name of a property, what was expected ('a number'), and
   * what was found instead. */
  g_set_error (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_INVALID,
               _ ("%s: %s was expected, “%s” was found"), property->name,
               expected, text);
  return FALSE;
}

static char *
list_nicks (const SlipEnumValue *values)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; values[i].nick != NULL; i++)
    g_string_append_printf (list, "%s%s", i == 0 ? "" : ", ", values[i].nick);

  return g_string_free (g_steal_pointer (&list), FALSE);
}

static gboolean
parse_enum (const SlipProperty *property,
            const char *text,
            SlipValue *value,
            GError **error)
{
  int index = slip_enum_find (property->values, text);

  if (index < 0) {
    g_autofree char *nicks = list_nicks (property->values);
    /* Translators: followed by a list of possible values. */
    g_autofree char *expected = g_strdup_printf (_ ("one of %s"), nicks);

    return set_form_error (property, text, expected, error);
  }

  *value = slip_value_new_integer (index);
  return TRUE;
}

static gboolean
parse_boolean (const SlipProperty *property,
               const char *text,
               SlipValue *value,
               GError **error)
{
  gboolean is_true = g_str_equal (text, "true");

  if (!is_true && !g_str_equal (text, "false"))
    return set_form_error (property, text, _ ("true or false"), error);

  *value = slip_value_new_integer (is_true);
  return TRUE;
}

static gboolean
parse_integer (const SlipProperty *property,
               const char *text,
               SlipValue *value,
               GError **error)
{
  gint64 integer;

  if (!g_ascii_string_to_signed (text, 10, G_MININT64, G_MAXINT64, &integer,
                                 NULL))
    return set_form_error (property, text, _ ("a number"), error);

  *value = slip_value_new_integer (integer);
  return TRUE;
}

static gboolean
parse_date (const SlipProperty *property,
            const char *text,
            SlipValue *value,
            GError **error)
{
  SlipDate date = slip_date_parse (text);

  if (!slip_date_is_set (date))
    return set_form_error (property, text, _ ("a day (YYYY-MM-DD)"), error);

  *value = slip_value_new_date (date);
  return TRUE;
}

static gboolean
parse_form (const SlipProperty *property,
            const char *text,
            SlipValue *value,
            GError **error)
{
  switch (property->type) {
  case SLIP_PROPERTY_TEXT:
  case SLIP_PROPERTY_REFERENCE:
    *value = slip_value_new_text (text);
    return TRUE;
  case SLIP_PROPERTY_ENUM:
    return parse_enum (property, text, value, error);
  case SLIP_PROPERTY_BOOLEAN:
    return parse_boolean (property, text, value, error);
  case SLIP_PROPERTY_DATE:
    return parse_date (property, text, value, error);
  case SLIP_PROPERTY_INTEGER:
  case SLIP_PROPERTY_INSTANT:
    return parse_integer (property, text, value, error);
  }

  g_assert_not_reached ();
}

gboolean
slip_property_parse (const SlipProperty *property,
                     const char *text,
                     SlipValue *value,
                     GError **error)
{
  *value = slip_property_get_default (property);
  if (text == NULL || *text == '\0')
    return TRUE;
  /* Messages quote the text. */
  if (!g_utf8_validate (text, -1, NULL))
    return check_text (property, text, error);

  if (!parse_form (property, text, value, error))
    return FALSE;

  if (!slip_property_check (property, value, error)) {
    slip_value_clear (value);
    return FALSE;
  }

  return TRUE;
}

char *
slip_property_print (const SlipProperty *property, const SlipValue *value)
{
  if (value->type == SLIP_VALUE_NONE)
    return NULL;

  switch (property->type) {
  case SLIP_PROPERTY_TEXT:
  case SLIP_PROPERTY_REFERENCE:
    return g_strdup (slip_value_get_text (value));
  case SLIP_PROPERTY_ENUM:
    return g_strdup (property->values[value->integer].nick);
  case SLIP_PROPERTY_BOOLEAN:
    return g_strdup (value->integer != 0 ? "true" : "false");
  case SLIP_PROPERTY_DATE:
    return slip_date_to_text (slip_value_get_date (value));
  case SLIP_PROPERTY_INTEGER:
  case SLIP_PROPERTY_INSTANT:
    return g_strdup_printf ("%" G_GINT64_FORMAT, value->integer);
  }

  g_assert_not_reached ();
}

int
slip_enum_find (const SlipEnumValue *values, const char *nick)
{
  for (int i = 0; nick != NULL && values[i].nick != NULL; i++)
    if (values[i].nick[0] == nick[0] && g_str_equal (values[i].nick, nick))
      return i;

  return -1;
}

const char *
slip_enum_value_get_label (const SlipEnumValue *value)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, value->context, value->label);
}
