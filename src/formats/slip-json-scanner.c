/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-json-scanner.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* One array or object that is still open. */
typedef struct {
  gboolean is_object;
  GHashTable *keys;
} Level;

typedef enum {
  EXPECT_VALUE,
  EXPECT_VALUE_OR_END,
  EXPECT_KEY,
  EXPECT_KEY_OR_END,
  EXPECT_COMMA_OR_END,
} Expected;

typedef struct {
  const char *text;
  const char *at;
  const char *end;
  guint max_depth;
  /* One per level that was ever reached, reused by the next one there. */
  GArray *levels;
  guint depth;
  Expected expected;
} Scanner;

static void
clear_level (gpointer data)
{
  Level *level = data;

  g_clear_pointer (&level->keys, g_hash_table_unref);
}

static gboolean
fail (Scanner *self, const char *at, const char *what, GError **error)
{
  return slip_json_fail_at (self->text, at, SLIP_FORMAT_ERROR_INVALID, what,
                            error);
}

/* Names the character at the current place for a message. */
static char *
describe_found (Scanner *self)
{
  gunichar c;

  if (self->at == self->end)
    return g_strdup (_ ("the end of the document"));

  c = g_utf8_get_char (self->at);
  if (c == 0xFEFF)
    return g_strdup (_ ("a byte order mark"));
  if (!g_unichar_isgraph (c) || g_unichar_isspace (c))
    return g_strdup_printf (_ ("the character U+%04X"), c);
  return g_strdup_printf ("“%.*s”", (int) g_unichar_to_utf8 (c, NULL),
                          self->at);
}

/* The %s of @clause stands for what was found.  It is filled in without printf,
 * for which a translated text would have to be trusted. */
static gboolean
fail_found (Scanner *self, const char *clause, GError **error)
{
  g_autofree char *found = describe_found (self);
  g_autoptr (GString) what = g_string_new (clause);

  g_string_replace (what, "%s", found, 1);
  return fail (self, self->at, what->str, error);
}

static void
skip_space (Scanner *self)
{
  while (self->at < self->end && strchr (" \t\r\n", *self->at) != NULL)
    self->at++;
}

/* Reads the four digits of a \u escape; -1 if they are not there. */
static int
read_hex4 (Scanner *self)
{
  int value = 0;

  if (self->end - self->at < 4)
    return -1;
  for (int i = 0; i < 4; i++) {
    int digit = g_ascii_xdigit_value (self->at[i]);

    if (digit < 0)
      return -1;
    value = value * 16 + digit;
  }
  self->at += 4;
  return value;
}

static gboolean
scan_unicode_escape (Scanner *self, GString *key, GError **error)
{
  const char *escape = self->at - 2;
  int unit = read_hex4 (self);
  int low;

  if (unit < 0)
    return fail (self, escape, _ ("“\\u” needs four hexadecimal digits"),
                 error);
  if (unit == 0)
    return fail (self, escape, _ ("the NUL character is not allowed"), error);
  if (unit >= 0xD800 && unit <= 0xDFFF) {
    low = -1;
    if (unit < 0xDC00 && self->end - self->at >= 2 && self->at[0] == '\\' &&
        self->at[1] == 'u') {
      self->at += 2;
      low = read_hex4 (self);
    }
    if (low < 0xDC00 || low > 0xDFFF)
      return fail (self, escape, _ ("half of a surrogate pair stands alone"),
                   error);
    unit = 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
  }
  if (key != NULL)
    g_string_append_unichar (key, (gunichar) unit);
  return TRUE;
}

/* The place is behind the backslash. */
static gboolean
scan_escape (Scanner *self, GString *key, GError **error)
{
  static const char names[] = "\"\\/bfnrt";
  static const char meanings[] = "\"\\/\b\f\n\r\t";
  const char *name;

  if (self->at == self->end)
    return fail_found (self, _ ("a string is not closed: %s was found"), error);
  if (*self->at == 'u') {
    self->at++;
    return scan_unicode_escape (self, key, error);
  }
  name = strchr (names, *self->at);
  if (name == NULL)
    return fail_found (self, _ ("“\\” cannot be followed by %s"), error);
  if (key != NULL)
    g_string_append_c (key, meanings[name - names]);
  self->at++;
  return TRUE;
}

/* The place is on the opening quote; the meaning goes to @key if that is set.*/
static gboolean
scan_string (Scanner *self, GString *key, GError **error)
{
  self->at++;
  while (self->at < self->end && *self->at != '"') {
    const char *start = self->at;

    while (self->at < self->end && *self->at != '"' && *self->at != '\\' &&
           (guchar) *self->at >= 0x20)
      self->at++;
    if (key != NULL)
      g_string_append_len (key, start, self->at - start);
    if (self->at == self->end || *self->at == '"')
      break;
    if (*self->at != '\\')
      return fail_found (self, _ ("%s must be escaped inside of a string"),
                         error);
    self->at++;
    if (!scan_escape (self, key, error))
      return FALSE;
  }
  if (self->at == self->end)
    return fail_found (self, _ ("a string is not closed: %s was found"), error);
  self->at++;
  return TRUE;
}

/* Counts the digits from the current place and steps over them. */
static gsize
skip_digits (Scanner *self)
{
  const char *start = self->at;

  while (self->at < self->end && g_ascii_isdigit (*self->at))
    self->at++;
  return (gsize) (self->at - start);
}

/* Settles whether a number of good form can be kept. */
static gboolean
check_number (Scanner *self,
              const char *start,
              gboolean is_whole,
              GError **error)
{
  g_autofree char *number = g_strndup (start, (gsize) (self->at - start));

  errno = 0;
  if (is_whole) {
    (void) g_ascii_strtoll (number, NULL, 10);
    if (errno == ERANGE)
      return fail (self, start, _ ("the number is beyond 64 bits"), error);
  } else if (!isfinite (g_ascii_strtod (number, NULL))) {
    return fail (self, start, _ ("the number is too large"), error);
  }
  return TRUE;
}

static gboolean
scan_number (Scanner *self, GError **error)
{
  const char *start = self->at;
  const char *digits;
  gboolean is_whole = TRUE;

  if (*self->at == '-')
    self->at++;
  digits = self->at;
  if (skip_digits (self) == 0)
    return fail_found (self, _ ("a digit was expected, %s was found"), error);
  if (*digits == '0' && self->at - digits > 1)
    return fail (self, start, _ ("a number begins with a needless zero"),
                 error);
  if (self->at < self->end && *self->at == '.') {
    is_whole = FALSE;
    self->at++;
    if (skip_digits (self) == 0)
      return fail_found (self, _ ("a digit was expected, %s was found"), error);
  }
  if (self->at < self->end && (*self->at == 'e' || *self->at == 'E')) {
    is_whole = FALSE;
    self->at++;
    if (self->at < self->end && (*self->at == '+' || *self->at == '-'))
      self->at++;
    if (skip_digits (self) == 0)
      return fail_found (self, _ ("a digit was expected, %s was found"), error);
  }
  return check_number (self, start, is_whole, error);
}

static gboolean
scan_word (Scanner *self, GError **error)
{
  static const char *const words[] = { "true", "false", "null" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++) {
    gsize length = strlen (words[i]);

    if ((gsize) (self->end - self->at) >= length &&
        memcmp (self->at, words[i], length) == 0) {
      self->at += length;
      return TRUE;
    }
  }
  return fail_found (self, _ ("a value was expected, %s was found"), error);
}

static gboolean
open_level (Scanner *self, gboolean is_object, GError **error)
{
  g_autofree char *what = NULL;
  Level *level;

  if (self->depth == self->max_depth) {
    what =
      g_strdup_printf (_ ("arrays and objects are more than %u levels deep"),
                       self->max_depth);
    return slip_json_fail_at (self->text, self->at, SLIP_FORMAT_ERROR_TOO_LARGE,
                              what, error);
  }
  self->at++;
  if (self->levels->len == self->depth)
    g_array_set_size (self->levels, self->depth + 1);
  level = &g_array_index (self->levels, Level, self->depth);
  level->is_object = is_object;
  if (level->keys != NULL)
    g_hash_table_remove_all (level->keys);
  else if (is_object)
    level->keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->depth++;
  self->expected = is_object ? EXPECT_KEY_OR_END : EXPECT_VALUE_OR_END;
  return TRUE;
}

static void
close_level (Scanner *self)
{
  self->at++;
  self->depth--;
  self->expected = EXPECT_COMMA_OR_END;
}

static gboolean
scan_value (Scanner *self, GError **error)
{
  char c = '\0';

  if (self->at < self->end)
    c = *self->at;
  if (c == '{' || c == '[')
    return open_level (self, c == '{', error);

  self->expected = EXPECT_COMMA_OR_END;
  if (c == '"')
    return scan_string (self, NULL, error);
  if (c == '-' || g_ascii_isdigit (c))
    return scan_number (self, error);
  return scan_word (self, error);
}

static gboolean
add_key (Scanner *self, const char *start, GString *key, GError **error)
{
  Level *level = &g_array_index (self->levels, Level, self->depth - 1);
  g_autofree char *shown = NULL;
  g_autofree char *what = NULL;

  if (key->len == 0)
    return fail (self, start, _ ("a key is empty"), error);
  if (g_hash_table_size (level->keys) == SLIP_JSON_MAX_KEYS) {
    what = g_strdup_printf (_ ("an object has more than %u keys"),
                            SLIP_JSON_MAX_KEYS);
    return slip_json_fail_at (self->text, start, SLIP_FORMAT_ERROR_TOO_LARGE,
                              what, error);
  }
  if (!g_hash_table_add (level->keys, g_strdup (key->str))) {
    shown =
      g_utf8_substring (key->str, 0, MIN (g_utf8_strlen (key->str, -1), 40));
    what = g_strdup_printf (_ ("the key “%s” appears twice"), shown);
    return fail (self, start, what, error);
  }
  return TRUE;
}

/* Scans a key and the colon behind it. */
static gboolean
scan_key (Scanner *self, GError **error)
{
  const char *start = self->at;
  g_autoptr (GString) key = NULL;

  if (self->at == self->end || *self->at != '"')
    return fail_found (self, _ ("a key in quotes was expected, %s was found"),
                       error);
  key = g_string_new (NULL);
  if (!scan_string (self, key, error) || !add_key (self, start, key, error))
    return FALSE;

  skip_space (self);
  if (self->at == self->end || *self->at != ':')
    return fail_found (self, _ ("a colon was expected, %s was found"), error);
  self->at++;
  self->expected = EXPECT_VALUE;
  return TRUE;
}

static gboolean
scan_comma_or_end (Scanner *self, GError **error)
{
  gboolean is_object =
    g_array_index (self->levels, Level, self->depth - 1).is_object;
  char c = '\0';

  if (self->at < self->end)
    c = *self->at;
  if (c == ',') {
    self->at++;
    self->expected = is_object ? EXPECT_KEY : EXPECT_VALUE;
    return TRUE;
  }
  if (c == (is_object ? '}' : ']')) {
    close_level (self);
    return TRUE;
  }
  return fail_found (self,
                     is_object
                       ? _ ("a comma or “}” was expected, %s was found")
                       : _ ("a comma or “]” was expected, %s was found"),
                     error);
}

static gboolean
scan_next (Scanner *self, GError **error)
{
  char c = '\0';

  if (self->at < self->end)
    c = *self->at;
  switch (self->expected) {
  case EXPECT_VALUE:
    return scan_value (self, error);
  case EXPECT_VALUE_OR_END:
    if (c != ']')
      return scan_value (self, error);
    close_level (self);
    return TRUE;
  case EXPECT_KEY:
    return scan_key (self, error);
  case EXPECT_KEY_OR_END:
    if (c != '}')
      return scan_key (self, error);
    close_level (self);
    return TRUE;
  case EXPECT_COMMA_OR_END:
    return scan_comma_or_end (self, error);
  }
  g_assert_not_reached ();
}

gboolean
slip_json_fail_at (const char *text,
                   const char *at,
                   SlipFormatError code,
                   const char *what,
                   GError **error)
{
  const char *start = text;
  guint line = 1;

  for (const char *p = text; p < at; p++) {
    if (*p == '\n') {
      line++;
      start = p + 1;
    }
  }
  g_set_error (error, SLIP_FORMAT_ERROR, (int) code,
               /* TRANSLATORS: the last part is a clause like 'a key is empty'
                */
               _ ("Line %u, column %ld: %s"), line,
               g_utf8_strlen (start, at - start) + 1, what);
  return FALSE;
}

gboolean
slip_json_scan (const char *text, gsize length, guint max_depth, GError **error)
{
  g_autoptr (GArray) levels = g_array_new (FALSE, TRUE, sizeof (Level));
  Scanner self = {
    .text = text,
    .at = text,
    .end = text + length,
    .max_depth = max_depth,
    .levels = levels,
    .expected = EXPECT_VALUE,
  };

  g_array_set_clear_func (levels, clear_level);
  do {
    skip_space (&self);
    if (!scan_next (&self, error))
      return FALSE;
  } while (self.depth > 0);

  skip_space (&self);
  if (self.at < self.end)
    return fail_found (&self,
                       _ ("the end of the document was expected, %s was found"),
                       error);
  return TRUE;
}
