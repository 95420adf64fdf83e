/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-agenda.h"
#include "slip-gap.h"

G_BEGIN_DECLS

/* What an agenda is made with; of slip-agenda.c and the units that it is made
 * of alone. */
typedef struct {
  const SlipPlanState *state;
  const SlipAgendaSpec *spec;
  SlipAgenda *agenda;
  SlipDate last;        /* the last day looked at */
  GHashTable *absences; /* id of a person → GArray of Absence */
} SlipAgendaPlanning;

/* One release of it. */
typedef struct {
  SlipAgendaPlanning *planning;
  const SlipRow *release;
  const SlipReleaseSummary *summary; /* or NULL */
  SlipDate day;
  gboolean is_mine; /* to decide about */
} SlipAgendaSubject;

/* Whether @person is whose agenda it is. */
static inline gboolean
slip_agenda_planning_is_for (const SlipAgendaPlanning *self, const char *person)
{
  return self->spec->person == NULL ||
         g_strcmp0 (self->spec->person, person) == 0;
}

/* Puts a list in order, and leaves what is wanted of it. */
void slip_agenda_planning_sort (const SlipAgendaPlanning *self,
                                SlipAgendaList list);

/* The day after which no entry can be among those of @list that are wanted any
 * more; unset, which is after all, while there is room.  Of a list that goes by
 * day alone. */
SlipDate slip_agenda_planning_get_bar (const SlipAgendaPlanning *self,
                                       SlipAgendaList list);

/* Each adds an entry, which is to be filled before the next one is added. */
SlipAgendaEntry *slip_agenda_planning_add (SlipAgendaPlanning *self,
                                           SlipAgendaType type,
                                           const SlipRow *subject,
                                           SlipDate day);
SlipAgendaEntry *slip_agenda_subject_add (const SlipAgendaSubject *self,
                                          SlipAgendaType type,
                                          SlipDate day);
SlipAgendaEntry *slip_agenda_subject_add_checklist (
  const SlipAgendaSubject *self,
  SlipAgendaType type,
  const SlipChecklistSummary *checklist,
  SlipDate day);

/* Adds what somebody has to decide about it. */
void slip_agenda_subject_decide (const SlipAgendaSubject *self);

G_END_DECLS
