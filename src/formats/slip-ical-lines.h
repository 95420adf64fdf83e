/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SlipIcalLines:
 * @text: the content line, unfolded, without its end; bytes as in the file
 * @number: the line of the file on which it begins, from 1
 * @size: its length in the file, which may be more than is in @text
 *
 * Reads iCalendar text content line by content line.  Lines end in CR, LF or
 * both, also mixed; blank lines are passed over, even before a fold.  Folds are
 * undone on bytes, because some programs fold inside of a character.
 */
typedef struct {
  GString *text;
  guint number;
  gsize size;
  /*< private >*/
  const char *at;
  const char *end;
  guint next_number;
  gsize max_text;
} SlipIcalLines;

/**
 * slip_ical_lines_init:
 * @data: must outlive @self
 * @max_text: what of a line is kept; the rest is counted and dropped
 */
void slip_ical_lines_init (SlipIcalLines *self,
                           const char *data,
                           gsize length,
                           gsize max_text);

void slip_ical_lines_clear (SlipIcalLines *self);

/* Steps to the next content line; `FALSE` at the end. */
gboolean slip_ical_lines_next (SlipIcalLines *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SlipIcalLines, slip_ical_lines_clear)

G_END_DECLS
