/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-ical-skipped.h"

/* A summary may be as long as an event; for a list this is enough. */
#define MAX_WHAT_CHARACTERS 120

SlipIcalSkipped *
slip_ical_skipped_new (guint line,
                       const char *what,
                       const char *reason,
                       gboolean is_read)
{
  SlipIcalSkipped *self = g_new0 (SlipIcalSkipped, 1);
  g_autofree char *start = NULL;

  self->line = line;
  if (g_utf8_strlen (what, -1) > MAX_WHAT_CHARACTERS) {
    start = g_utf8_substring (what, 0, MAX_WHAT_CHARACTERS);
    self->what = g_strconcat (start, "…", NULL);
  } else {
    self->what = g_strdup (what);
  }
  self->reason = g_strdup (reason);
  self->is_read = is_read;
  return self;
}

void
slip_ical_skipped_free (SlipIcalSkipped *self)
{
  if (self == NULL)
    return;
  g_free (self->what);
  g_free (self->reason);
  g_free (self);
}
