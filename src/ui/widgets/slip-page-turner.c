/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-page-turner.h"

#define DELAY_MS 700

struct _SlipPageTurner {
  SlipPageTurnFunc func;
  gpointer data;
  int direction;
  guint source;
};

static gboolean
turn_cb (gpointer data)
{
  SlipPageTurner *self = data;

  self->func (self->direction, self->data);
  return G_SOURCE_CONTINUE;
}

SlipPageTurner *
slip_page_turner_new (SlipPageTurnFunc func, gpointer data)
{
  SlipPageTurner *self = g_new0 (SlipPageTurner, 1);

  self->func = func;
  self->data = data;
  return self;
}

void
slip_page_turner_free (SlipPageTurner *self)
{
  slip_page_turner_set_direction (self, 0);
  g_free (self);
}

void
slip_page_turner_set_direction (SlipPageTurner *self, int direction)
{
  if (direction == self->direction)
    return;

  g_clear_handle_id (&self->source, g_source_remove);
  self->direction = direction;
  if (direction != 0)
    self->source = g_timeout_add (DELAY_MS, turn_cb, self);
}
