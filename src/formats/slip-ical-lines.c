/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-ical-lines.h"

typedef struct {
  const char *start;
  gsize length;
  guint number;
} PhysicalLine;

static gboolean
is_end (char c)
{
  return c == '\n' || c == '\r';
}

/* Reads up to the next line end and steps over it. */
static PhysicalLine
read_physical (SlipIcalLines *self)
{
  PhysicalLine line = { .start = self->at, .number = self->next_number };

  while (self->at < self->end && !is_end (*self->at))
    self->at++;
  line.length = (gsize) (self->at - line.start);
  if (self->end - self->at >= 2 && self->at[0] == '\r' && self->at[1] == '\n')
    self->at += 2;
  else if (self->at < self->end)
    self->at++;
  self->next_number++;
  return line;
}

static void
skip_blank (SlipIcalLines *self)
{
  while (self->at < self->end && is_end (*self->at))
    (void) read_physical (self);
}

static void
append (SlipIcalLines *self, const char *start, gsize length)
{
  gsize room = self->max_text - self->text->len;

  self->size += length;
  g_string_append_len (self->text, start, (gssize) MIN (length, room));
}

void
slip_ical_lines_init (SlipIcalLines *self,
                      const char *data,
                      gsize length,
                      gsize max_text)
{
  *self = (SlipIcalLines){
    .text = g_string_new (NULL),
    .at = data,
    .end = data + length,
    .next_number = 1,
    .max_text = max_text,
  };
}

void
slip_ical_lines_clear (SlipIcalLines *self)
{
  if (self->text != NULL)
    g_string_free (g_steal_pointer (&self->text), TRUE);
}

gboolean
slip_ical_lines_next (SlipIcalLines *self)
{
  PhysicalLine line;

  g_string_truncate (self->text, 0);
  self->size = 0;
  skip_blank (self);
  if (self->at == self->end)
    return FALSE;

  line = read_physical (self);
  self->number = line.number;
  append (self, line.start, line.length);
  skip_blank (self);
  while (self->at < self->end && (*self->at == ' ' || *self->at == '\t')) {
    line = read_physical (self);
    append (self, line.start + 1, line.length - 1);
    skip_blank (self);
  }
  return TRUE;
}
