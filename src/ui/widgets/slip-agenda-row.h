/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "slip-agenda-line.h"

G_BEGIN_DECLS

/**
 * SlipAgendaRow:
 *
 * Shows a line of an agenda.  What is an item can be checked off, and every
 * entry leads to its cause; the window's actions do both.
 */
#define SLIP_TYPE_AGENDA_ROW (slip_agenda_row_get_type ())
G_DECLARE_FINAL_TYPE (SlipAgendaRow,
                      slip_agenda_row,
                      SLIP,
                      AGENDA_ROW,
                      GtkWidget)

GtkWidget *slip_agenda_row_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* Shows @line, or nothing. */
void slip_agenda_row_set_line (SlipAgendaRow *self, SlipAgendaLine *line);
SlipAgendaLine *slip_agenda_row_get_line (SlipAgendaRow *self);

/* Checks the item off, or leads to where it gets the evidence that it wants;
 * `FALSE` if it is no item. */
gboolean slip_agenda_row_check_off (SlipAgendaRow *self);

/* Leads to what the entry is about; `FALSE` if it is no entry. */
gboolean slip_agenda_row_open (SlipAgendaRow *self);

G_END_DECLS
