/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "slip-agenda.h"

G_BEGIN_DECLS

/**
 * SlipAgendaRole:
 * @SLIP_AGENDA_HEADING: the question of a list
 * @SLIP_AGENDA_ENTRY: an entry of it
 * @SLIP_AGENDA_MORE: stands for the entries that are not shown
 * @SLIP_AGENDA_NOTHING: says that a list has none
 *
 * What a line of the lists is.
 */
typedef enum {
  SLIP_AGENDA_HEADING,
  SLIP_AGENDA_ENTRY,
  SLIP_AGENDA_MORE,
  SLIP_AGENDA_NOTHING,
} SlipAgendaRole;

/**
 * SlipAgendaLine:
 *
 * One line of an agenda's lists as they are shown under each other.
 */
#define SLIP_TYPE_AGENDA_LINE (slip_agenda_line_get_type ())
G_DECLARE_FINAL_TYPE (SlipAgendaLine,
                      slip_agenda_line,
                      SLIP,
                      AGENDA_LINE,
                      GObject)

/**
 * SlipAgendaLine::changed:
 *
 * Emitted when it tells something else of the same thing.
 */

/**
 * slip_agenda_line_list:
 * @shown: for each list, how many entries are shown at most
 *
 * Returns: (transfer full) (element-type SlipAgendaLine): the lines of
 * @agenda.
 */
GPtrArray *slip_agenda_line_list (SlipAgenda *agenda,
                                  const guint shown[SLIP_N_AGENDA_LISTS])
  G_GNUC_WARN_UNUSED_RESULT;

SlipAgendaRole slip_agenda_line_get_role (SlipAgendaLine *self);
SlipAgendaList slip_agenda_line_get_list (SlipAgendaLine *self);

/* The agenda that it is a line of, and its entry or %NULL. */
const SlipAgenda *slip_agenda_line_get_agenda (SlipAgendaLine *self);
const SlipAgendaEntry *slip_agenda_line_get_entry (SlipAgendaLine *self);

/* Of a heading, the entries of its list; of what stands for more, how many. */
guint slip_agenda_line_get_count (SlipAgendaLine *self);

/**
 * slip_agenda_line_update:
 * @store: of #SlipAgendaLine
 * @lines: (element-type SlipAgendaLine): what it is to hold
 *
 * Makes @store hold @lines; the lines of what was there before stay the same
 * objects and say what has changed, so that focus and place are kept.
 */
void slip_agenda_line_update (GListStore *store, GPtrArray *lines);

G_END_DECLS
