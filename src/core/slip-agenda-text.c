/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-agenda.h"

#include "slip-checklist.h"
#include "slip-date-text.h"

#include <glib/gi18n-lib.h>

const char *
slip_agenda_list_get_title (SlipAgendaList list)
{
  switch (list) {
  case SLIP_AGENDA_DO:
    return _ ("What must I do next?");
  case SLIP_AGENDA_DECIDE:
    return _ ("What must I decide next?");
  case SLIP_AGENDA_KNOW:
  case SLIP_N_AGENDA_LISTS:
    break;
  }
  return _ ("What should I know?");
}

const char *
slip_agenda_list_get_nick (SlipAgendaList list)
{
  static const char *const nicks[] = { "do", "decide", "know" };

  g_return_val_if_fail (list < SLIP_N_AGENDA_LISTS, NULL);

  return nicks[list];
}

const char *
slip_agenda_type_get_nick (SlipAgendaType type)
{
  static const char *const nicks[] = {
    [SLIP_AGENDA_ITEM] = "item",
    [SLIP_AGENDA_COMMUNICATION] = "communication",
    [SLIP_AGENDA_OWNER] = "owner",
    [SLIP_AGENDA_MARKET_OWNER] = "market-owner",
    [SLIP_AGENDA_CHECKLIST_OWNER] = "checklist-owner",
    [SLIP_AGENDA_LATE_CHECKLIST] = "late-checklist",
    [SLIP_AGENDA_PAST_DATE] = "past-date",
    [SLIP_AGENDA_REVIEW] = "review",
    [SLIP_AGENDA_STAGE] = "stage",
    [SLIP_AGENDA_UNSURE_DATE] = "unsure-date",
    [SLIP_AGENDA_CONFLICT] = "conflict",
    [SLIP_AGENDA_UNSCHEDULED] = "unscheduled",
    [SLIP_AGENDA_WRONG_DATE] = "wrong-date",
    [SLIP_AGENDA_RELEASE] = "release",
    [SLIP_AGENDA_MOVED_RELEASE] = "moved-release",
    [SLIP_AGENDA_FREEZE] = "freeze",
    [SLIP_AGENDA_KEY_DATE] = "key-date",
    [SLIP_AGENDA_AWAY] = "away",
  };

  g_return_val_if_fail (type < G_N_ELEMENTS (nicks), NULL);

  return nicks[type];
}

gboolean
slip_agenda_entry_can_check_off (const SlipAgendaEntry *entry)
{
  return entry->type == SLIP_AGENDA_ITEM &&
         !slip_item_lacks_evidence (entry->subject);
}

gboolean
slip_agenda_entry_is_blocked (const SlipAgendaEntry *entry)
{
  return entry->type == SLIP_AGENDA_ITEM &&
         slip_row_get_integer (entry->subject, SLIP_ITEM_STATE) ==
           SLIP_ITEM_STATE_BLOCKED;
}

const char *
slip_agenda_entry_get_mark (const SlipAgendaEntry *entry)
{
  if (slip_agenda_entry_is_blocked (entry))
    return "⊘";
  if (entry->is_urgent)
    return "⚠";

  switch (entry->type) {
  case SLIP_AGENDA_ITEM:
    return "○";
  case SLIP_AGENDA_COMMUNICATION:
    return "✉";
  case SLIP_AGENDA_MOVED_RELEASE:
    return "↷";
  case SLIP_AGENDA_FREEZE:
    return "▨";
  case SLIP_AGENDA_RELEASE:
  case SLIP_AGENDA_KEY_DATE:
  case SLIP_AGENDA_AWAY:
    return "•";
  case SLIP_AGENDA_OWNER:
  case SLIP_AGENDA_MARKET_OWNER:
  case SLIP_AGENDA_CHECKLIST_OWNER:
  case SLIP_AGENDA_LATE_CHECKLIST:
  case SLIP_AGENDA_PAST_DATE:
  case SLIP_AGENDA_REVIEW:
  case SLIP_AGENDA_STAGE:
  case SLIP_AGENDA_UNSURE_DATE:
  case SLIP_AGENDA_CONFLICT:
  case SLIP_AGENDA_UNSCHEDULED:
  case SLIP_AGENDA_WRONG_DATE:
    break;
  }
  return "?";
}

static const char *
get_name (const SlipAgenda *self, SlipKind kind, const char *id)
{
  const SlipRow *row = slip_plan_state_get (self->state, kind, id);
  guint property = (guint) slip_schema_find_property (kind, "name");

  return row != NULL ? slip_row_get_text (row, property) : NULL;
}

static const char *
get_audience (const SlipAgenda *self, const SlipAgendaEntry *entry)
{
  const char *name = get_name (self, SLIP_KIND_AUDIENCE, entry->audience);

  return name != NULL ? name : _ ("A checklist");
}

static char *
dup_conflict (const SlipAgendaEntry *entry)
{
  guint n_told;

  return slip_conflict_describe_group (entry->conflicts, entry->place, &n_told);
}

static char *
dup_late (const SlipAgenda *self, const SlipAgendaEntry *entry)
{
  const char *audience = get_audience (self, entry);
  g_autofree char *overdue =
    g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u item overdue",
                                  "%u items overdue", entry->n_overdue),
                     entry->n_overdue);
  g_autofree char *blocked =
    g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u item blocked",
                                  "%u items blocked", entry->n_blocked),
                     entry->n_blocked);

  if (entry->n_overdue > 0 && entry->n_blocked > 0)
    /* Translators: an audience and what is wrong with its checklist. */
    return g_strdup_printf (_ ("%s: %s, %s"), audience, overdue, blocked);
  /* Translators: an audience and what is wrong with its checklist. */
  return g_strdup_printf (_ ("%s: %s"), audience,
                          entry->n_overdue > 0 ? overdue : blocked);
}

static char *
dup_communication (const SlipAgenda *self, const SlipAgendaEntry *entry)
{
  const SlipProperty *kinds =
    slip_schema_get_property (SLIP_KIND_COMMUNICATION, SLIP_COMMUNICATION_TYPE);
  gint64 kind = slip_row_get_integer (entry->subject, SLIP_COMMUNICATION_TYPE);
  const char *audience = get_name (self, SLIP_KIND_AUDIENCE, entry->audience);

  if (audience == NULL)
    return g_strdup (slip_enum_value_get_label (&kinds->values[kind]));
  /* Translators: 'Heads-up', 'Brief' or the like, and the audience that it is
   * to be sent to. */
  return g_strdup_printf (C_ ("message to audience", "%s to %s"),
                          slip_enum_value_get_label (&kinds->values[kind]),
                          audience);
}

static char *
dup_away (const SlipAgenda *self, const SlipAgendaEntry *entry)
{
  const char *name = get_name (self, SLIP_KIND_PERSON, entry->person);

  return g_strdup_printf (
    /* Translators: a person's name. */
    g_dngettext (GETTEXT_PACKAGE, "%s is away and %u item is due then",
                 "%s is away and %u items are due then", entry->n_overdue),
    name != NULL ? name : "", entry->n_overdue);
}

/* What is told of a release, for what needs no more than that. */
static const char *
get_sentence (SlipAgendaType type)
{
  switch (type) {
  case SLIP_AGENDA_OWNER:
    /* Translators: of a release that nobody owns. */
    return _ ("%s has no owner");
  case SLIP_AGENDA_MARKET_OWNER:
    return _ ("%s has no go-to-market owner");
  case SLIP_AGENDA_REVIEW:
    /* Translators: of a release on which it was decided to look again. */
    return _ ("%s is to be looked at again");
  case SLIP_AGENDA_STAGE:
    /* Translators: of a release whose next stage somebody has to decide on. */
    return _ ("%s waits for a decision");
  case SLIP_AGENDA_PAST_DATE:
    /* Translators: of a release whose date is over. */
    return _ ("%s has not gone out as planned");
  case SLIP_AGENDA_UNSURE_DATE:
    /* Translators: of a release. */
    return _ ("%s has no firm date");
  case SLIP_AGENDA_UNSCHEDULED:
    /* Translators: of a release. */
    return _ ("%s is ready and has no date");
  case SLIP_AGENDA_MOVED_RELEASE:
    /* Translators: of a release whose date is another than at first. */
    return _ ("%s has moved");
  case SLIP_AGENDA_RELEASE:
    /* Translators: of a release that is coming. */
    return _ ("%s comes out");
  case SLIP_AGENDA_ITEM:
  case SLIP_AGENDA_COMMUNICATION:
  case SLIP_AGENDA_CHECKLIST_OWNER:
  case SLIP_AGENDA_LATE_CHECKLIST:
  case SLIP_AGENDA_CONFLICT:
  case SLIP_AGENDA_WRONG_DATE:
  case SLIP_AGENDA_FREEZE:
  case SLIP_AGENDA_KEY_DATE:
  case SLIP_AGENDA_AWAY:
    break;
  }
  return NULL;
}

char *
slip_agenda_dup_text (const SlipAgenda *self, const SlipAgendaEntry *entry)
{
  const char *sentence = get_sentence (entry->type);

  if (sentence != NULL) {
    g_autofree char *title =
      slip_release_dup_title (self->state, entry->release);
    g_auto (GStrv) parts = g_strsplit (sentence, "%s", 2);

    return g_strjoinv (title, parts);
  }
  if (entry->type == SLIP_AGENDA_ITEM)
    return g_strdup (slip_row_get_text (entry->subject, SLIP_ITEM_TITLE));
  if (entry->type == SLIP_AGENDA_COMMUNICATION)
    return dup_communication (self, entry);
  if (entry->type == SLIP_AGENDA_CHECKLIST_OWNER)
    /* Translators: of an audience's checklist that nobody owns. */
    return g_strdup_printf (_ ("%s has no owner"), get_audience (self, entry));
  if (entry->type == SLIP_AGENDA_WRONG_DATE)
    /* Translators: of an audience that was told another date. */
    return g_strdup_printf (_ ("%s knows a wrong date"),
                            get_audience (self, entry));
  if (entry->type == SLIP_AGENDA_LATE_CHECKLIST)
    return dup_late (self, entry);
  if (entry->type == SLIP_AGENDA_CONFLICT)
    return dup_conflict (entry);
  if (entry->type == SLIP_AGENDA_AWAY)
    return dup_away (self, entry);

  return slip_entity_dup_label (self->state, entry->subject);
}

static void
append (GString *text, const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  if (text->len > 0)
    g_string_append (text, " · ");
  g_string_append (text, part);
}

static gboolean
has_title_in_text (SlipAgendaType type)
{
  return get_sentence (type) != NULL;
}

/* 'Mobile 4.2, Support', as far as the text does not say it. */
static void
append_place (const SlipAgenda *self,
              const SlipAgendaEntry *entry,
              GString *text)
{
  const char *audience = get_name (self, SLIP_KIND_AUDIENCE, entry->audience);
  g_autofree char *title = NULL;
  g_autofree char *both = NULL;

  if (entry->release == NULL || has_title_in_text (entry->type))
    return;
  title = slip_release_dup_short_title (self->state, entry->release);
  if (audience != NULL && entry->type == SLIP_AGENDA_ITEM)
    /* Translators: a release and an audience: 'Mobile 4.2, Sales'. */
    both = g_strdup_printf (_ ("%s, %s"), title, audience);
  append (text, both != NULL ? both : title);
}

/* Whose it is; of one's own it goes without saying. */
static void
append_person (const SlipAgenda *self,
               const SlipAgendaEntry *entry,
               GString *text)
{
  const char *name = get_name (self, SLIP_KIND_PERSON, entry->person);

  if (entry->type != SLIP_AGENDA_ITEM &&
      entry->type != SLIP_AGENDA_COMMUNICATION &&
      entry->type != SLIP_AGENDA_LATE_CHECKLIST)
    return;
  if (name == NULL)
    append (text, _ ("no owner"));
  else if (g_strcmp0 (entry->person, self->person) != 0)
    append (text, name);
}

static void
append_state (const SlipAgendaEntry *entry, GString *text)
{
  const char *note = slip_row_get_text (entry->subject, SLIP_ITEM_STATE_NOTE);

  if (slip_agenda_entry_is_blocked (entry)) {
    /* Translators: by whom or what an item is blocked. */
    g_autofree char *blocked =
      note != NULL ? g_strdup_printf (_ ("blocked: %s"), note) : NULL;

    append (text, blocked != NULL ? blocked : _ ("blocked"));
  }
  if (!slip_row_get_boolean (entry->subject, SLIP_ITEM_IS_REQUIRED))
    append (text, _ ("optional"));
  if (slip_item_lacks_evidence (entry->subject))
    append (text, _ ("needs evidence"));
}

static char *
dup_told (const SlipAgenda *self, const SlipAgendaEntry *entry, const char *day)
{
  g_autofree char *told =
    slip_date_dup_text (entry->told, SLIP_DATE_STYLE_MEDIUM, self->today);

  if (!slip_date_is_set (entry->day))
    /* Translators: of a release without a date, the day that was told. */
    return g_strdup_printf (_ ("was told %s, is unscheduled"), told);
  /* Translators: the day that was told, and the day that it is. */
  return g_strdup_printf (_ ("was told %s, is %s"), told, day);
}

/* @day and @distance in words that say what the day is. */
static char *
dup_when (const SlipAgenda *self,
          const SlipAgendaEntry *entry,
          const char *day,
          const char *distance)
{
  switch (entry->type) {
  case SLIP_AGENDA_ITEM:
  case SLIP_AGENDA_COMMUNICATION:
  case SLIP_AGENDA_CHECKLIST_OWNER:
  case SLIP_AGENDA_LATE_CHECKLIST:
    if (slip_date_is_before (entry->day, self->today))
      /* Translators: a day and how far away it is. */
      return g_strdup_printf (_ ("overdue since %s, %s"), day, distance);
    /* Translators: a day and how far away it is. */
    return g_strdup_printf (_ ("due %s, %s"), day, distance);
  case SLIP_AGENDA_OWNER:
  case SLIP_AGENDA_MARKET_OWNER:
    /* Translators: the day of a release and how far away it is. */
    return g_strdup_printf (_ ("comes out %s, %s"), day, distance);
  case SLIP_AGENDA_WRONG_DATE:
    return dup_told (self, entry, day);
  case SLIP_AGENDA_UNSURE_DATE:
    /* Translators: a day and how far away it is. */
    return g_strdup_printf (_ ("to be told by %s, %s"), day, distance);
  case SLIP_AGENDA_PAST_DATE:
  case SLIP_AGENDA_REVIEW:
  case SLIP_AGENDA_STAGE:
  case SLIP_AGENDA_UNSCHEDULED:
  case SLIP_AGENDA_RELEASE:
  case SLIP_AGENDA_MOVED_RELEASE:
  case SLIP_AGENDA_FREEZE:
  case SLIP_AGENDA_KEY_DATE:
  case SLIP_AGENDA_AWAY:
    break;
  case SLIP_AGENDA_CONFLICT:
    return NULL; /* its sentence says the day */
  }
  /* Translators: a day and how far away it is. */
  return g_strdup_printf (_ ("%s, %s"), day, distance);
}

static void
append_day (const SlipAgenda *self, const SlipAgendaEntry *entry, GString *text)
{
  g_autofree char *day =
    slip_date_dup_text (entry->day, SLIP_DATE_STYLE_MEDIUM, self->today);
  g_autofree char *distance = NULL;
  g_autofree char *when = NULL;

  if (!slip_date_is_set (entry->day) && entry->type != SLIP_AGENDA_WRONG_DATE) {
    if (entry->type <= SLIP_AGENDA_COMMUNICATION)
      append (text, _ ("no due date"));
    return;
  }

  distance = slip_date_dup_distance (entry->day, self->today);
  when = dup_when (self, entry, day, distance);
  append (text, when);
}

static void
append_range (const SlipAgenda *self,
              const SlipAgendaEntry *entry,
              GString *text)
{
  g_autofree char *first =
    slip_date_dup_text (entry->range.first, SLIP_DATE_STYLE_MEDIUM,
                        self->today);
  g_autofree char *last =
    slip_date_dup_text (entry->range.last, SLIP_DATE_STYLE_MEDIUM, self->today);
  /* Translators: the first and the last day of a range. */
  g_autofree char *both = g_strdup_printf (_ ("%s to %s"), first, last);

  append (text, slip_date_equal (entry->range.first, entry->range.last) ? first
                                                                        : both);
}

static void
append_first_planned (const SlipAgenda *self,
                      const SlipAgendaEntry *entry,
                      GString *text)
{
  g_autofree char *day =
    slip_date_dup_text (slip_row_get_date (entry->release,
                                           SLIP_RELEASE_FIRST_PLANNED_DATE),
                        SLIP_DATE_STYLE_MEDIUM, self->today);
  g_autofree char *planned = g_strdup_printf (_ ("first planned for %s"), day);

  append (text, planned);
}

static const char *
get_severity (const SlipAgendaEntry *entry)
{
  return slip_row_get_integer (entry->subject, SLIP_FREEZE_SEVERITY) ==
             SLIP_SEVERITY_SOFT
           ? _ ("soft freeze")
           : _ ("freeze");
}

static void
append_waiting (const SlipAgenda *self,
                const SlipAgendaEntry *entry,
                GString *text)
{
  g_autofree char *step = slip_waiting_dup_step (&entry->waiting);
  g_autofree char *reason =
    slip_waiting_dup_reason (&entry->waiting, self->today);

  append (text, step);
  append (text, reason);
}

char *
slip_agenda_dup_detail (const SlipAgenda *self, const SlipAgendaEntry *entry)
{
  g_autoptr (GString) text = g_string_new (NULL);

  append_place (self, entry, text);
  append_person (self, entry, text);
  if (entry->type == SLIP_AGENDA_UNSURE_DATE)
    append (text, get_audience (self, entry));
  if (entry->type == SLIP_AGENDA_ITEM)
    append_state (entry, text);
  if (entry->type == SLIP_AGENDA_FREEZE)
    append (text, get_severity (entry));
  if (entry->type == SLIP_AGENDA_STAGE)
    append_waiting (self, entry, text);
  else if (slip_range_is_empty (entry->range))
    append_day (self, entry, text);
  else
    append_range (self, entry, text);
  if (entry->type == SLIP_AGENDA_MOVED_RELEASE)
    append_first_planned (self, entry, text);

  return g_strdup (text->str);
}
