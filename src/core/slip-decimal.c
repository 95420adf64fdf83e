/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-decimal.h"

#include <math.h>
#include <string.h>

/* What a minus may be written with: that of the keyboard, the minus sign and
 * the en dash that word processors make of it. */
static const char *const minus_signs[] = { "-", "−", "–" };

/* Steps over a sign; returns whether it was a minus. */
static gboolean
take_sign (const char **text)
{
  for (guint i = 0; i < G_N_ELEMENTS (minus_signs); i++)
    if (g_str_has_prefix (*text, minus_signs[i])) {
      *text += strlen (minus_signs[i]);
      return TRUE;
    }

  if (**text == '+')
    *text += 1;
  return FALSE;
}

/* Steps over digits; returns how many. */
static gsize
take_digits (const char **text)
{
  const char *start = *text;

  while (g_ascii_isdigit (**text))
    *text += 1;
  return (gsize) (*text - start);
}

static char *
print_number (gboolean is_negative,
              const char *whole,
              gsize n_whole,
              const char *fraction,
              gsize n_fraction)
{
  GString *number = g_string_new (NULL);

  while (n_whole > 0 && *whole == '0') {
    whole++;
    n_whole--;
  }
  while (n_fraction > 0 && fraction[n_fraction - 1] == '0')
    n_fraction--;

  if (is_negative && n_whole + n_fraction > 0)
    g_string_append_c (number, '-');
  if (n_whole == 0)
    g_string_append_c (number, '0');
  g_string_append_len (number, whole, (gssize) n_whole);
  if (n_fraction > 0) {
    g_string_append_c (number, '.');
    g_string_append_len (number, fraction, (gssize) n_fraction);
  }
  return g_string_free (number, FALSE);
}

char *
slip_decimal_normalize (const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text != NULL ? text : ""));
  const char *at = stripped;
  gboolean is_negative = take_sign (&at);
  const char *whole = at;
  gsize n_whole = take_digits (&at);
  const char *fraction = at;
  gsize n_fraction = 0;

  if (*at == '.' || *at == ',') {
    fraction = ++at;
    n_fraction = take_digits (&at);
  }
  if (*at != '\0' || n_whole + n_fraction == 0)
    return NULL;

  return print_number (is_negative, whole, n_whole, fraction, n_fraction);
}

gboolean
slip_decimal_is_valid (const char *text)
{
  g_autofree char *normal = slip_decimal_normalize (text);

  return normal != NULL;
}

/* Compares two normal numbers that are not negative. */
static int
compare_sizes (const char *a, const char *b)
{
  gsize n_a = strcspn (a, ".");
  gsize n_b = strcspn (b, ".");

  if (n_a != n_b)
    return n_a < n_b ? -1 : 1;

  /* The digits before the point are as many, and a point comes before every
   * digit: so they compare as texts do, the shorter fraction first. */
  return strcmp (a, b);
}

int
slip_decimal_compare (const char *a, const char *b)
{
  g_autofree char *normal_a = slip_decimal_normalize (a);
  g_autofree char *normal_b = slip_decimal_normalize (b);
  gboolean is_negative;

  g_return_val_if_fail (normal_a != NULL && normal_b != NULL, 0);

  is_negative = *normal_a == '-';
  if (is_negative != (*normal_b == '-'))
    return is_negative ? -1 : 1;

  return is_negative ? compare_sizes (normal_b + 1, normal_a + 1)
                     : compare_sizes (normal_a, normal_b);
}

/* Moves the point of '1.5e-07' to where the exponent says. */
static char *
write_out (const char *digits, int exponent)
{
  gboolean is_negative = *digits == '-';
  g_autoptr (GString) number = g_string_new (digits + is_negative);
  gssize point;

  g_string_replace (number, ".", "", 1);
  point = 1 + exponent;
  while (point <= 0) {
    g_string_prepend_c (number, '0');
    point++;
  }
  while (point > (gssize) number->len)
    g_string_append_c (number, '0');
  g_string_insert_c (number, point, '.');
  if (is_negative)
    g_string_prepend_c (number, '-');
  return slip_decimal_normalize (number->str);
}

char *
slip_decimal_print (double value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];
  char *exponent;
  int n_digits = 14;

  if (!isfinite (value))
    return NULL;

  do {
    char format[] = "%.14e";

    g_snprintf (format, sizeof format, "%%.%de", n_digits);
    g_ascii_formatd (text, sizeof text, format, value);
  } while (memcmp (&(double){ g_ascii_strtod (text, NULL) }, &value,
                   sizeof value) != 0 &&
           ++n_digits <= 16);
  exponent = strchr (text, 'e');
  *exponent = '\0';
  return write_out (text, (int) g_ascii_strtoll (exponent + 1, NULL, 10));
}
