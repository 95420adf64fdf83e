/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-reminder.h"

#include "slip-feed-age.h"
#include "slip-release.h"
#include "slip-waiting.h"

#include <glib/gi18n-lib.h>

/* A notification shows about as many lines. */
#define MAX_LINES 3

/* What is gathered: texts, and where they lead. */
typedef struct {
  SlipReminder *reminder;
  GString *body;
} Gathering;

const char *
slip_reminder_type_get_nick (SlipReminderType type)
{
  static const char *const nicks[] = { "items", "decisions", "wrong-dates",
                                       "feeds" };
  g_return_val_if_fail (type < G_N_ELEMENTS (nicks), NULL);
  return nicks[type];
}

static void
add (Gathering *self, const SlipRow *release, char *text)
{
  g_autofree char *line = text;
  SlipReminder *reminder = self->reminder;
  const char *id = release != NULL ? slip_row_get_id (release) : NULL;
  reminder->n++;
  if (reminder->n <= MAX_LINES)
    g_string_append_printf (self->body, "%s%s", reminder->n > 1 ? "\n" : "",
                            line);
  if (reminder->n == 1)
    reminder->release = g_strdup (id);
  else if (g_strcmp0 (reminder->release, id) != 0)
    g_clear_pointer (&reminder->release, g_free);
}

static char *
dup_line (const SlipPlanState *state, const SlipRow *release, const char *text)
{
  g_autofree char *title =
    release != NULL ? slip_release_dup_short_title (state, release) : NULL;
  /* Translators: a release and what is about it. */
  return title != NULL ? g_strdup_printf (_ ("%s: %s"), title, text)
                       : g_strdup (text);
}

static gboolean
is_meant (SlipReminderType type,
          const SlipAgenda *agenda,
          const SlipAgendaEntry *entry)
{
  switch (type) {
  case SLIP_REMINDER_ITEMS:
    return entry->type == SLIP_AGENDA_ITEM &&
           slip_date_equal (entry->day, agenda->today);
  case SLIP_REMINDER_WRONG_DATES:
    return entry->type == SLIP_AGENDA_WRONG_DATE;
  case SLIP_REMINDER_DECISIONS:
  case SLIP_REMINDER_FEEDS:
  case SLIP_N_REMINDER_TYPES:
    break;
  }
  return FALSE;
}

static void
gather_entries (Gathering *self,
                const SlipAgenda *agenda,
                const SlipPlanState *state)
{
  for (guint i = 0; i < SLIP_N_AGENDA_LISTS; i++)
    for (guint j = 0; j < agenda->lists[i]->len; j++) {
      const SlipAgendaEntry *entry =
        slip_agenda_get (agenda, (SlipAgendaList) i, j);
      if (!is_meant (self->reminder->type, agenda, entry))
        continue;
      g_autofree char *text = slip_agenda_dup_text (agenda, entry);
      add (self, entry->release, dup_line (state, entry->release, text));
      g_clear_pointer (&self->reminder->item, g_free);
      if (self->reminder->n == 1 && slip_agenda_entry_can_check_off (entry))
        self->reminder->item = g_strdup (slip_row_get_id (entry->subject));
    }
}

static gboolean
is_for (const SlipRow *release, const char *person)
{
  return person == NULL ||
         g_strcmp0 (slip_row_get_text (release, SLIP_RELEASE_OWNER), person) ==
           0 ||
         g_strcmp0 (slip_row_get_text (release, SLIP_RELEASE_MARKET_OWNER),
                    person) == 0;
}

static char *
dup_decision (const SlipWaiting *waiting, SlipDate today)
{
  g_autofree char *step = slip_waiting_dup_step (waiting);
  g_autofree char *reason = slip_waiting_dup_reason (waiting, today);
  return *step != '\0' ? /* Translators: what is to be decided, and why. */
           g_strdup_printf (_ ("%s · %s"), step, reason)
                       : g_steal_pointer (&reason);
}

/* What the window's list of waiting decisions shows. */
static void
gather_decisions (Gathering *self,
                  const SlipPlanState *state,
                  const char *person,
                  SlipMoment moment)
{
  g_autoptr (GArray) found = slip_waiting_list (state, moment);
  for (guint i = 0; i < found->len; i++) {
    const SlipWaiting *waiting = &g_array_index (found, SlipWaiting, i);
    if (!is_for (waiting->release, person))
      continue;
    g_autofree char *text = dup_decision (waiting, moment.today);
    add (self, waiting->release, dup_line (state, waiting->release, text));
  }
}

/* One that nobody asked, as no window is open, has not failed. */
static gboolean
is_failing (const SlipPlanState *state, const char *feed)
{
  const SlipFeedStanding *standing =
    slip_observations_get_standing (slip_plan_state_get_observations (state),
                                    feed);
  return standing != NULL && standing->failing_since_ms > 0;
}

static void
gather_feeds (Gathering *self, const SlipPlanState *state, gint64 at_ms)
{
  g_autoptr (GPtrArray) feeds = slip_plan_state_list (state, SLIP_KIND_FEED);
  for (guint i = 0; i < feeds->len; i++) {
    const char *id = slip_row_get_id (feeds->pdata[i]);
    if (!is_failing (state, id) ||
        slip_feed_get_loudness (state, id, at_ms) != SLIP_FEED_WARNING)
      continue;
    g_autofree char *standing = slip_feed_dup_standing (state, id, at_ms);
    add (self, NULL,
         /* Translators: a status feed and how it fares. */
         g_strdup_printf (_ ("%s: %s"), slip_feed_get_name (state, id),
                          standing));
  }
}

static char *
dup_title (const SlipReminder *reminder)
{
  guint n = reminder->n;
  switch (reminder->type) {
  case SLIP_REMINDER_ITEMS:
    return g_strdup_printf (ngettext ("%u item is due today",
                                      "%u items are due today", n),
                            n);
  case SLIP_REMINDER_DECISIONS:
    return g_strdup_printf (ngettext ("%u decision is due",
                                      "%u decisions are due", n),
                            n);
  case SLIP_REMINDER_WRONG_DATES:
    return g_strdup_printf (ngettext ("%u audience knows a wrong date",
                                      "%u audiences know a wrong date", n),
                            n);
  case SLIP_REMINDER_FEEDS:
    return g_strdup_printf (ngettext ("%u status feed does not answer",
                                      "%u status feeds do not answer", n),
                            n);
  case SLIP_N_REMINDER_TYPES:
    break;
  }
  return g_strdup ("");
}

SlipReminder *
slip_reminder_new (SlipReminderType type,
                   const SlipAgenda *agenda,
                   const SlipPlanState *state,
                   const char *person,
                   gint64 at_ms)
{
  g_return_val_if_fail (type < SLIP_N_REMINDER_TYPES, NULL);
  g_return_val_if_fail (agenda != NULL && state != NULL, NULL);

  g_autoptr (SlipReminder) self = g_new0 (SlipReminder, 1);
  g_autoptr (GString) body = g_string_new (NULL);
  Gathering gathering = { .reminder = self, .body = body };
  self->type = type;
  gather_entries (&gathering, agenda, state);
  if (type == SLIP_REMINDER_DECISIONS)
    gather_decisions (&gathering, state, person,
                      (SlipMoment){ at_ms, agenda->today });
  if (type == SLIP_REMINDER_FEEDS)
    gather_feeds (&gathering, state, at_ms);
  if (self->n == 0)
    return NULL;
  if (self->n > MAX_LINES) {
    g_string_append_c (body, '\n');
    g_string_append_printf (body,
                            ngettext ("and %u more", "and %u more",
                                      self->n - MAX_LINES),
                            self->n - MAX_LINES);
  }
  self->title = dup_title (self);
  self->body = g_strdup (body->str);
  return g_steal_pointer (&self);
}

void
slip_reminder_free (SlipReminder *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_free (self->body);
  g_free (self->release);
  g_free (self->item);
  g_free (self);
}
