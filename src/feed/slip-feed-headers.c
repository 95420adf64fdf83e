/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-feed-headers.h"

#include <libsoup/soup.h>
#include <string.h>

/* Above this, seconds count from 1970 and not from now. */
#define MIN_EPOCH_SECONDS 1000000000

static gint64
limit_wait (gint64 at_ms, gint64 now_ms)
{
  return CLAMP (at_ms, now_ms, now_ms + SLIP_FEED_MAX_WAIT_MS);
}

static gboolean
parse_seconds (const char *text, gint64 *seconds)
{
  guint64 value;

  if (text == NULL ||
      !g_ascii_string_to_unsigned (text, 10, 0, G_MAXINT32 * (guint64) 64,
                                   &value, NULL))
    return FALSE;
  *seconds = (gint64) value;
  return TRUE;
}

gint64
slip_feed_headers_parse_retry_after (const char *text, gint64 now_ms)
{
  g_autoptr (GDateTime) date = NULL;
  gint64 seconds;

  if (text == NULL)
    return 0;
  if (parse_seconds (text, &seconds))
    return limit_wait (now_ms + seconds * 1000, now_ms);
  date = soup_date_time_new_from_http_string (text);
  if (date == NULL)
    return 0;
  return limit_wait (g_date_time_to_unix (date) * 1000, now_ms);
}

gint64
slip_feed_headers_parse_reset (const char *remaining,
                               const char *reset,
                               gint64 now_ms)
{
  gint64 n_remaining, seconds;

  if (!parse_seconds (remaining, &n_remaining) || n_remaining > 0 ||
      !parse_seconds (reset, &seconds))
    return 0;
  if (seconds < MIN_EPOCH_SECONDS)
    return limit_wait (now_ms + seconds * 1000, now_ms);
  return limit_wait (seconds * 1000, now_ms);
}

/* Steps over a quoted text and returns what follows it. */
static const char *
skip_quoted (const char *p)
{
  for (p++; *p != '\0' && *p != '"'; p++)
    if (*p == '\\' && p[1] != '\0')
      p++;
  return *p == '"' ? p + 1 : p;
}

/* Whether @value, bare or quoted, has the word `next` among its words. */
static gboolean
names_next (const char *value, gsize length)
{
  g_autofree char *text = g_strndup (value, length);
  g_auto (GStrv) words = NULL;

  g_strdelimit (text, "\"\t", ' ');
  words = g_strsplit (text, " ", -1);
  for (guint i = 0; words[i] != NULL; i++)
    if (g_ascii_strcasecmp (words[i], "next") == 0)
      return TRUE;
  return FALSE;
}

/* Reads the parameters of one link, up to the comma after it. */
static const char *
read_parameters (const char *p, gboolean *is_next)
{
  gboolean was_relation = FALSE;

  while (*p != '\0' && *p != ',') {
    const char *name = p += strspn (p, "; \t");
    p += strcspn (p, "=;, \t");
    gsize n_name = (gsize) (p - name);
    p += strspn (p, " \t");
    if (*p != '=') {
      if (n_name == 0 && *p != ',' && *p != ';' && *p != '\0')
        p++;
      continue;
    }
    p += 1 + strspn (p + 1, " \t");
    const char *value = p;
    p = *p == '"' ? skip_quoted (p) : p + strcspn (p, ";,");
    /* Only the first relation counts, RFC 8288 says. */
    if (n_name == 3 && g_ascii_strncasecmp (name, "rel", 3) == 0 &&
        !was_relation) {
      was_relation = TRUE;
      *is_next = names_next (value, (gsize) (p - value));
    }
  }
  return p;
}

char *
slip_feed_headers_dup_next (const char *text)
{
  const char *p = text != NULL ? text : "";

  while (TRUE) {
    gboolean is_next = FALSE;
    const char *target = p += strspn (p, ", \t");

    if (*target != '<')
      return NULL;
    p = strchr (target, '>');
    if (p == NULL)
      return NULL;
    gsize length = (gsize) (p - target - 1);
    p = read_parameters (p + 1, &is_next);
    if (is_next)
      return g_strndup (target + 1, length);
  }
}
