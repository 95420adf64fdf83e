/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-agenda-line.h"

#include "slip-line-store.h"

struct _SlipAgendaLine {
  GObject parent_instance;

  SlipAgendaRole role;
  SlipAgendaList list;
  SlipAgenda *agenda;
  guint index; /* of the entry in its list */
  guint count;
  char *key; /* says what it is about */
};

enum {
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SlipAgendaLine, slip_agenda_line, G_TYPE_OBJECT)

static void
slip_agenda_line_finalize (GObject *object)
{
  SlipAgendaLine *self = SLIP_AGENDA_LINE (object);

  slip_agenda_unref (self->agenda);
  g_free (self->key);

  G_OBJECT_CLASS (slip_agenda_line_parent_class)->finalize (object);
}

static void
slip_agenda_line_class_init (SlipAgendaLineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = slip_agenda_line_finalize;
  signals[CHANGED] =
    g_signal_new ("changed", SLIP_TYPE_AGENDA_LINE, G_SIGNAL_RUN_LAST, 0, NULL,
                  NULL, NULL, G_TYPE_NONE, 0);
}

static void
slip_agenda_line_init (SlipAgendaLine *self)
{
}

static char *
dup_key (const SlipAgendaLine *self)
{
  const SlipAgendaEntry *entry;

  if (self->role != SLIP_AGENDA_ENTRY)
    return g_strdup_printf ("%d %d", self->list, self->role);

  entry = slip_agenda_get (self->agenda, self->list, self->index);
  if (entry->conflict != NULL)
    return g_strdup_printf ("%d %s %d %d %s", entry->type,
                            slip_row_get_id (entry->subject),
                            entry->conflict->type, entry->conflict->anchor,
                            entry->conflict->cause);
  return g_strdup_printf ("%d %s %s %d", entry->type,
                          slip_row_get_id (entry->subject), entry->checklist,
                          entry->type == SLIP_AGENDA_FREEZE ? entry->day.day
                                                            : 0);
}

static void
add_line (GPtrArray *lines,
          SlipAgenda *agenda,
          SlipAgendaList list,
          SlipAgendaRole role,
          guint number)
{
  SlipAgendaLine *line = g_object_new (SLIP_TYPE_AGENDA_LINE, NULL);

  line->role = role;
  line->list = list;
  line->agenda = slip_agenda_ref (agenda);
  line->index = role == SLIP_AGENDA_ENTRY ? number : 0;
  line->count = number;
  line->key = dup_key (line);
  g_ptr_array_add (lines, line);
}

GPtrArray *
slip_agenda_line_list (SlipAgenda *agenda,
                       const guint shown[SLIP_N_AGENDA_LISTS])
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < SLIP_N_AGENDA_LISTS; i++) {
    SlipAgendaList list = (SlipAgendaList) i;
    guint n = agenda->n_entries[i];
    guint n_shown = MIN (agenda->lists[i]->len, shown[i]);

    add_line (lines, agenda, list, SLIP_AGENDA_HEADING, n);
    for (guint k = 0; k < n_shown; k++)
      add_line (lines, agenda, list, SLIP_AGENDA_ENTRY, k);
    if (n == 0)
      add_line (lines, agenda, list, SLIP_AGENDA_NOTHING, 0);
    else if (n > n_shown)
      add_line (lines, agenda, list, SLIP_AGENDA_MORE, n - n_shown);
  }

  return lines;
}

SlipAgendaRole
slip_agenda_line_get_role (SlipAgendaLine *self)
{
  return self->role;
}

SlipAgendaList
slip_agenda_line_get_list (SlipAgendaLine *self)
{
  return self->list;
}

const SlipAgenda *
slip_agenda_line_get_agenda (SlipAgendaLine *self)
{
  return self->agenda;
}

const SlipAgendaEntry *
slip_agenda_line_get_entry (SlipAgendaLine *self)
{
  return self->role == SLIP_AGENDA_ENTRY
           ? slip_agenda_get (self->agenda, self->list, self->index)
           : NULL;
}

guint
slip_agenda_line_get_count (SlipAgendaLine *self)
{
  return self->count;
}

static void
take_news (gpointer line, gpointer data)
{
  SlipAgendaLine *self = line;
  const SlipAgendaLine *news = data;

  slip_agenda_ref (news->agenda);
  slip_agenda_unref (self->agenda);
  self->agenda = news->agenda;
  self->index = news->index;
  self->count = news->count;
  g_signal_emit (self, signals[CHANGED], 0);
}

static const char *
get_key (gpointer line)
{
  return ((SlipAgendaLine *) line)->key;
}

void
slip_agenda_line_update (GListStore *store, GPtrArray *lines)
{
  slip_line_store_update (store, lines, get_key, take_news);
}
