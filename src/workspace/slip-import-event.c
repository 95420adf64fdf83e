/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-import-event.h"

#include "slip-properties.h"
#include "slip-schema.h"

#include <glib/gi18n-lib.h>
#include <string.h>

void
slip_import_event_clear (SlipImportEvent *event)
{
  g_free (event->uid);
  g_free (event->name);
  g_free (event->summary);
  g_free (event->link);
}

/* @text without control characters, no longer than @property may be; line ends
 * stay only if @has_lines.  NULL if nothing is left. */
static char *
dup_fitting (const char *text, const SlipProperty *property, gboolean has_lines)
{
  g_autoptr (GString) fitting = g_string_new (NULL);
  gint64 n_left = property->maximum;

  for (const char *p = text; p != NULL && *p != '\0' && n_left > 0;
       p = g_utf8_next_char (p)) {
    gunichar character = g_utf8_get_char (p);

    if (character == '\n' || character == '\t')
      character = has_lines ? character : ' ';
    else if (g_unichar_iscntrl (character))
      continue;
    g_string_append_unichar (fitting, character);
    n_left--;
  }
  g_strstrip (fitting->str);
  return *fitting->str != '\0' ? g_strdup (fitting->str) : NULL;
}

static const SlipProperty *
release_property (guint property)
{
  return slip_schema_get_property (SLIP_KIND_RELEASE, property);
}

/* A UID that is too long or holds control characters is known by its sum. */
static char *
dup_uid (const char *uid)
{
  const SlipProperty *property = release_property (SLIP_RELEASE_IMPORT_UID);
  char *fitting = dup_fitting (uid, property, FALSE);

  if (g_strcmp0 (fitting, uid) == 0)
    return fitting;
  g_free (fitting);
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, uid, -1);
}

SlipImportEvent
slip_import_event_new (const SlipIcalEvent *event)
{
  const SlipProperty *uri = slip_schema_get_property (
    SLIP_KIND_LINK, (guint) slip_schema_find_property (SLIP_KIND_LINK, "uri"));
  const SlipProperty *name = release_property (SLIP_RELEASE_NAME);
  SlipImportEvent wanted = { 0 };

  wanted.uid = dup_uid (event->uid);
  wanted.name = dup_fitting (event->summary, name, FALSE);
  if (wanted.name == NULL)
    wanted.name = dup_fitting (wanted.uid, name, FALSE);
  wanted.summary = dup_fitting (event->description,
                                release_property (SLIP_RELEASE_SUMMARY), TRUE);
  if (event->url != NULL &&
      g_utf8_strlen (event->url, -1) <= (glong) uri->maximum)
    wanted.link = dup_fitting (event->url, uri, FALSE);
  wanted.date = event->first;
  wanted.status = event->status;
  wanted.line = event->line;
  return wanted;
}

char *
slip_import_dup_source (const SlipIcalCalendar *calendar, const char *file_name)
{
  const SlipProperty *property = release_property (SLIP_RELEASE_IMPORT_SOURCE);
  char *source = dup_fitting (calendar->name, property, FALSE);

  if (source != NULL)
    return source;
  g_autofree char *stem = g_strdup (file_name);
  char *dot = strrchr (stem, '.');
  if (dot != NULL && dot != stem)
    *dot = '\0';
  source = dup_fitting (stem, property, FALSE);
  return source != NULL ? source : g_strdup (_ ("Calendar"));
}
