/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-status-reading.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define MS_PER_DAY ((gint64) 24 * 60 * 60 * 1000)

gboolean
slip_status_check_text (const SlipJsonCursor *place,
                        const char *text,
                        guint max_characters,
                        GError **error)
{
  g_autofree char *what = NULL;

  if (strlen (text) <= max_characters ||
      g_utf8_strlen (text, -1) <= (glong) max_characters)
    return TRUE;
  what = g_strdup_printf (ngettext ("at most %u character is read",
                                    "at most %u characters are read",
                                    max_characters),
                          max_characters);
  return slip_json_fail (place, SLIP_FORMAT_ERROR_TOO_LARGE, what, error);
}

gboolean
slip_status_read_text (const SlipJsonCursor *object,
                       const char *key,
                       guint max_characters,
                       char **value,
                       GError **error)
{
  SlipJsonCursor place = slip_json_member (object, key);
  const char *found;

  if (slip_json_is_absent (&place))
    return TRUE;
  if (!slip_json_get_string (&place, &found, error) ||
      !slip_status_check_text (&place, found, max_characters, error))
    return FALSE;
  if (*found == '\0')
    return TRUE;
  g_free (*value);
  *value = g_strdup (found);
  return TRUE;
}

gboolean
slip_status_read_name (const SlipJsonCursor *object,
                       const char *key,
                       char **value,
                       GError **error)
{
  SlipJsonCursor place = slip_json_member (object, key);
  const char *found;

  if (!slip_json_get_string (&place, &found, error) ||
      !slip_status_check_text (&place, found, SLIP_STATUS_MAX_NAME, error))
    return FALSE;
  if (*found == '\0')
    return slip_json_fail (&place, SLIP_FORMAT_ERROR_INVALID,
                           _ ("a text is needed"), error);
  g_free (*value);
  *value = g_strdup (found);
  return TRUE;
}

static gboolean
is_web_address (const char *text)
{
  const char *rest = text;

  if (g_str_has_prefix (text, "https://"))
    rest += strlen ("https://");
  else if (g_str_has_prefix (text, "http://"))
    rest += strlen ("http://");
  if (rest == text || *rest == '\0')
    return FALSE;
  for (const char *p = rest; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (g_unichar_isspace (c) || g_unichar_iscntrl (c))
      return FALSE;
  }
  return TRUE;
}

gboolean
slip_status_get_url (const SlipJsonCursor *place, char **value, GError **error)
{
  const char *found;

  if (slip_json_is_absent (place))
    return TRUE;
  if (!slip_json_get_string (place, &found, error) ||
      !slip_status_check_text (place, found, SLIP_STATUS_MAX_URL, error))
    return FALSE;
  if (*found == '\0')
    return TRUE;
  if (!is_web_address (found))
    return slip_json_fail_found (
      place,
      _ ("an address like https://example.org was expected, %s was found"),
      error);
  g_free (*value);
  *value = g_strdup (found);
  return TRUE;
}

gboolean
slip_status_read_url (const SlipJsonCursor *object,
                      const char *key,
                      char **value,
                      GError **error)
{
  SlipJsonCursor place = slip_json_member (object, key);

  return slip_status_get_url (&place, value, error);
}

gboolean
slip_status_get_count (const SlipJsonCursor *place,
                       gint64 *value,
                       GError **error)
{
  double found;

  if (slip_json_is_absent (place))
    return TRUE;
  if (!slip_json_get_number (place, &found, error))
    return FALSE;
  if (found < 0 || found > SLIP_STATUS_MAX_COUNT || floor (found) < found)
    return slip_json_fail_found (
      place, _ ("a whole number from 0 to 1000000 was expected, %s was found"),
      error);
  *value = (gint64) found;
  return TRUE;
}

gboolean
slip_status_read_count (const SlipJsonCursor *object,
                        const char *key,
                        gint64 *value,
                        GError **error)
{
  SlipJsonCursor place = slip_json_member (object, key);

  return slip_status_get_count (&place, value, error);
}

gboolean
slip_status_read_said (const SlipJsonCursor *object,
                       const char *key,
                       SlipSaid *value,
                       GError **error)
{
  SlipJsonCursor place = slip_json_member (object, key);
  gboolean found;

  if (slip_json_is_absent (&place))
    return TRUE;
  if (!slip_json_get_boolean (&place, &found, error))
    return FALSE;
  *value = found ? SLIP_SAID_YES : SLIP_SAID_NO;
  return TRUE;
}

gboolean
slip_status_read_date (const SlipJsonCursor *object,
                       const char *key,
                       SlipDate *value,
                       GError **error)
{
  SlipJsonCursor place = slip_json_member (object, key);

  return slip_json_is_absent (&place) ||
         slip_json_get_date (&place, value, error);
}

gboolean
slip_status_read_instant (const SlipJsonCursor *object,
                          const char *key,
                          gint64 *value_ms,
                          GError **error)
{
  SlipJsonCursor place = slip_json_member (object, key);

  return slip_json_is_absent (&place) ||
         slip_json_get_instant (&place, value_ms, error);
}

gboolean
slip_status_read_percent (const SlipJsonCursor *object,
                          const char *key,
                          int *share,
                          GError **error)
{
  SlipJsonCursor place = slip_json_member (object, key);
  double found;

  if (slip_json_is_absent (&place))
    return TRUE;
  if (!slip_json_get_number (&place, &found, error))
    return FALSE;
  if (found < 0 || found > 100)
    return slip_json_fail_found (
      &place, _ ("a number from 0 to 100 was expected, %s was found"), error);
  *share = (int) lround (found * 100);
  return TRUE;
}

gboolean
slip_status_get_array (const SlipJsonCursor *place,
                       guint most,
                       guint *n_elements,
                       GError **error)
{
  g_autofree char *what = NULL;

  if (!slip_json_get_array (place, n_elements, error))
    return FALSE;
  if (*n_elements <= most)
    return TRUE;
  what = g_strdup_printf (ngettext ("at most %u entry is read",
                                    "at most %u entries are read", most),
                          most);
  return slip_json_fail (place, SLIP_FORMAT_ERROR_TOO_LARGE, what, error);
}

gboolean
slip_status_read_array (const SlipJsonCursor *object,
                        const char *key,
                        guint most,
                        SlipJsonCursor *place,
                        guint *n_elements,
                        GError **error)
{
  *place = slip_json_member (object, key);
  *n_elements = 0;
  return slip_json_is_absent (place) ||
         slip_status_get_array (place, most, n_elements, error);
}

gboolean
slip_status_read_each (const SlipJsonCursor *list,
                       gboolean (*read) (const SlipJsonCursor *entry,
                                         SlipStatusReport *report,
                                         GError **error),
                       SlipStatusReport *report,
                       GError **error)
{
  guint n;

  if (!slip_status_get_array (list, SLIP_STATUS_MAX_ENTRIES, &n, error))
    return FALSE;
  for (guint i = 0; i < n; i++) {
    SlipJsonCursor entry = slip_json_element (list, i);

    if (!read (&entry, report, error))
      return FALSE;
  }
  return TRUE;
}

char *
slip_status_dup_clipped (const char *text, guint max_characters)
{
  g_autofree char *begin = NULL;

  if (strlen (text) <= max_characters ||
      g_utf8_strlen (text, -1) <= (glong) max_characters)
    return g_strdup (text);
  begin = g_utf8_substring (text, 0, (glong) max_characters - 1);
  return g_strconcat (begin, "…", NULL);
}

gboolean
slip_status_read_clipped (const SlipJsonCursor *object,
                          const char *key,
                          guint max_characters,
                          char **value,
                          GError **error)
{
  SlipJsonCursor place = slip_json_member (object, key);
  const char *found;

  if (slip_json_is_absent (&place))
    return TRUE;
  if (!slip_json_get_string (&place, &found, error))
    return FALSE;
  if (*found == '\0')
    return TRUE;
  g_free (*value);
  *value = slip_status_dup_clipped (found, max_characters);
  return TRUE;
}

gboolean
slip_status_read_day (const SlipJsonCursor *object,
                      const char *key,
                      SlipDate *value,
                      GError **error)
{
  SlipJsonCursor place = slip_json_member (object, key);
  gint64 at_ms;

  if (slip_json_is_absent (&place) || slip_json_get_date (&place, value, NULL))
    return TRUE;
  if (!slip_json_get_instant (&place, &at_ms, error))
    return FALSE;
  /* Rounded down, also before 1970. */
  gint64 day = at_ms / MS_PER_DAY - (at_ms % MS_PER_DAY < 0);
  *value = slip_date_add_days (slip_date_new (1970, 1, 1), (int) day);
  return TRUE;
}
