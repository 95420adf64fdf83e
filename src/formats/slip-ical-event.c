/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-ical-event.h"

void
slip_ical_event_free (SlipIcalEvent *self)
{
  if (self == NULL)
    return;
  g_free (self->uid);
  g_free (self->summary);
  g_free (self->description);
  g_free (self->url);
  g_free (self->location);
  g_strfreev (self->categories);
  g_free (self);
}
