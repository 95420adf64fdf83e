/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-knowledge-text.h"

#include <glib/gi18n-lib.h>

#include "slip-clock.h"
#include "slip-date-text.h"
#include "slip-t-date.h"
#include "slip-text.h"

char *
slip_audiences_dup_names (const GPtrArray *audiences)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < audiences->len; i++) {
    const char *name =
      slip_row_get_text (audiences->pdata[i], SLIP_AUDIENCE_NAME);

    slip_text_append_member (text, name != NULL ? name : _ ("Audience"));
  }
  return g_string_free (text, FALSE);
}

SlipTone
slip_knowledge_get_tone (const SlipKnowledge *self)
{
  if (self->state == SLIP_KNOWLEDGE_WRONG_DATE)
    return SLIP_TONE_ERROR;
  if (self->state == SLIP_KNOWLEDGE_UNCONFIRMED || self->n_overdue > 0 ||
      self->notice == SLIP_NOTICE_MISSED)
    return SLIP_TONE_WARNING;

  return self->state == SLIP_KNOWLEDGE_KNOWS ? SLIP_TONE_GOOD : SLIP_TONE_NONE;
}

static SlipDate
get_day_sent (const SlipRow *communication)
{
  return slip_clock_find_day (
    slip_row_get_integer (communication, SLIP_COMMUNICATION_SENT_AT));
}

static char *
dup_wrong_text (const SlipKnowledge *self, SlipDate today)
{
  g_autofree char *date =
    slip_date_dup_text (slip_knowledge_get_date_told (self),
                        SLIP_DATE_STYLE_MEDIUM, today);

  /* Translators: an audience was told the date. */
  return g_strdup_printf (_ ("knows %s: wrong date"), date);
}

static char *
dup_unconfirmed_text (const SlipKnowledge *self, SlipDate today)
{
  g_autofree char *date = slip_date_dup_text (get_day_sent (self->told),
                                              SLIP_DATE_STYLE_SHORT, today);

  /* Translators: an audience was told on that day. */
  return g_strdup_printf (_ ("told on %s, unconfirmed"), date);
}

char *
slip_knowledge_dup_text (const SlipKnowledge *self, SlipDate today)
{
  switch (self->state) {
  case SLIP_KNOWLEDGE_WRONG_DATE:
    return dup_wrong_text (self, today);
  case SLIP_KNOWLEDGE_UNCONFIRMED:
    return dup_unconfirmed_text (self, today);
  case SLIP_KNOWLEDGE_KNOWS:
    return g_strdup (_ ("knows"));
  case SLIP_KNOWLEDGE_NOT_TOLD:
    return g_strdup (self->sent->len > 0 ? _ ("not told the date")
                                         : _ ("not told"));
  case SLIP_KNOWLEDGE_NOT_NEEDED:
  case SLIP_N_KNOWLEDGE_STATES:
    break;
  }
  return g_strdup (_ ("need not be told"));
}

static const char *
get_mark (SlipKnowledgeState state)
{
  switch (state) {
  case SLIP_KNOWLEDGE_WRONG_DATE:
    return "✗";
  case SLIP_KNOWLEDGE_UNCONFIRMED:
    return "◐";
  case SLIP_KNOWLEDGE_KNOWS:
    return "✓";
  case SLIP_KNOWLEDGE_NOT_TOLD:
    return "○";
  case SLIP_KNOWLEDGE_NOT_NEEDED:
  case SLIP_N_KNOWLEDGE_STATES:
    break;
  }
  return "–";
}

char *
slip_knowledge_dup_marked (const SlipKnowledge *self, SlipDate today)
{
  g_autofree char *text = slip_knowledge_dup_text (self, today);

  return g_strdup_printf ("%s %s", get_mark (self->state), text);
}

/* Returns: (nullable): how it stands with the notice it asks for. */
static char *
dup_notice (const SlipKnowledge *self, SlipDate today)
{
  int n_days =
    (int) slip_row_get_integer (self->audience, SLIP_AUDIENCE_NOTICE_DAYS);
  g_autofree char *day =
    slip_date_dup_text (self->last_day, SLIP_DATE_STYLE_MEDIUM, today);

  switch (self->notice) {
  case SLIP_NOTICE_OPEN:
    /* Translators: followed by the last day on which it is in time. */
    return g_strdup_printf (_ ("tell by %s"), day);
  case SLIP_NOTICE_MISSED:
    return g_strdup_printf (ngettext ("⚠ %d working day’s notice not kept",
                                      "⚠ %d working days’ notice not kept",
                                      (gulong) n_days),
                            n_days);
  case SLIP_NOTICE_NONE:
  case SLIP_NOTICE_KEPT:
    break;
  }
  return NULL;
}

/* Returns: (nullable): what is to be sent next. */
static char *
dup_next (const SlipKnowledge *self, SlipDate today)
{
  const SlipRow *next;
  const char *label;
  SlipDate day;
  g_autofree char *text = NULL;

  if (self->planned->len == 0)
    return NULL;

  next = self->planned->pdata[0];
  label = slip_communication_get_label (
    slip_row_get_integer (next, SLIP_COMMUNICATION_TYPE));
  day = slip_row_get_date (next, SLIP_COMMUNICATION_PLANNED_DATE);
  if (!slip_date_is_set (day))
    /* Translators: a kind of communication, 'Brief to send'. */
    return g_strdup_printf (_ ("%s to send"), label);

  text = slip_date_dup_text (day, SLIP_DATE_STYLE_MEDIUM, today);
  return slip_date_is_before (day, today)
           /* Translators: a kind of communication and a day. */
           ? g_strdup_printf (_ ("⚠ %s overdue since %s"), label, text)
           : g_strdup_printf (_ ("%s due %s"), label, text);
}

/* Joins what there is with a dot in between. */
static char *
join (const char *const *parts, guint n_parts)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_parts; i++)
    if (parts[i] != NULL)
      g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "",
                              parts[i]);

  return g_string_free (text, text->len == 0);
}

char *
slip_knowledge_dup_detail (const SlipKnowledge *self, SlipDate today)
{
  g_autofree char *notice = dup_notice (self, today);
  g_autofree char *next = dup_next (self, today);

  return join ((const char *const[]){ notice, next }, 2);
}

char *
slip_knowledge_total_dup_text (const SlipKnowledgeTotal *self)
{
  guint n_wrong = self->n_states[SLIP_KNOWLEDGE_WRONG_DATE];
  guint n_not_told = self->n_states[SLIP_KNOWLEDGE_NOT_TOLD];
  guint n_unconfirmed = self->n_states[SLIP_KNOWLEDGE_UNCONFIRMED];
  g_autofree char *wrong = NULL;
  g_autofree char *not_told = NULL;
  g_autofree char *unconfirmed = NULL;

  if (self->n_audiences == 0)
    return NULL;
  if (self->n_states[SLIP_KNOWLEDGE_KNOWS] == self->n_audiences)
    return g_strdup (_ ("all know"));

  if (n_wrong > 0)
    wrong = g_strdup_printf (ngettext ("%u knows the wrong date",
                                       "%u know the wrong date", n_wrong),
                             n_wrong);
  if (n_not_told > 0)
    not_told =
      g_strdup_printf (ngettext ("%u not told", "%u not told", n_not_told),
                       n_not_told);
  if (n_unconfirmed > 0)
    unconfirmed = g_strdup_printf (ngettext ("%u unconfirmed", "%u unconfirmed",
                                             n_unconfirmed),
                                   n_unconfirmed);
  return join ((const char *const[]){ wrong, not_told, unconfirmed }, 3);
}

char *
slip_knowledge_dup_wrong_text (const GPtrArray *audiences)
{
  g_autofree char *names = NULL;

  if (audiences->len == 0)
    return NULL;

  names = slip_audiences_dup_names (audiences);
  /* Translators: followed by the names of the audiences. */
  return g_strdup_printf (ngettext ("knows the wrong date: %s",
                                    "know the wrong date: %s", audiences->len),
                          names);
}

static char *
dup_date_told_text (const SlipRow *communication, SlipDate today)
{
  SlipDate told =
    slip_row_get_date (communication, SLIP_COMMUNICATION_DATE_TOLD);
  g_autofree char *text = NULL;

  if (!slip_date_is_set (told))
    return g_strdup (_ ("no date"));

  text = slip_date_dup_text (told, SLIP_DATE_STYLE_MEDIUM, today);
  /* Translators: the release date that an audience was told. */
  return g_strdup_printf (_ ("told %s"), text);
}

static char *
dup_planned_text (const SlipPlanState *state,
                  const SlipRow *communication,
                  SlipDate today)
{
  SlipTDate rule = slip_t_date_get (communication);
  SlipDate day =
    slip_row_get_date (communication, SLIP_COMMUNICATION_PLANNED_DATE);
  g_autofree char *text =
    slip_date_dup_text (day, SLIP_DATE_STYLE_MEDIUM, today);
  g_autofree char *rule_text =
    slip_t_date_is_rule (&rule) && !slip_t_date_is_pinned (communication)
      ? slip_t_date_describe_short (state, &rule)
      : NULL;

  if (!slip_date_is_set (day))
    return g_strdup (rule_text != NULL ? rule_text : _ ("not sent"));
  if (rule_text != NULL)
    /* Translators: a day and the rule it follows: 'planned for Tue 24
     * November (T−10 wd)'. */
    return g_strdup_printf (_ ("planned for %s (%s)"), text, rule_text);
  return g_strdup_printf (_ ("planned for %s"), text);
}

char *
slip_communication_dup_detail (const SlipPlanState *state,
                               const SlipRow *communication,
                               SlipDate today)
{
  const char *channel =
    slip_row_get_text (communication, SLIP_COMMUNICATION_CHANNEL);
  g_autofree char *day = NULL;
  g_autofree char *told = NULL;

  if (slip_communication_is_sent (communication)) {
    day = slip_date_dup_text (get_day_sent (communication),
                              SLIP_DATE_STYLE_SHORT, today);
    told = dup_date_told_text (communication, today);
  } else {
    day = dup_planned_text (state, communication, today);
  }
  return join ((const char *const[]){ day, told, channel }, 3);
}

char *
slip_communication_dup_people (const SlipPlanState *state,
                               const SlipRow *communication)
{
  const SlipRow *person =
    slip_plan_state_follow (state, communication, SLIP_COMMUNICATION_SENT_BY);
  const char *confirmer =
    slip_row_get_text (communication, SLIP_COMMUNICATION_CONFIRMED_BY);
  g_autofree char *by = NULL;
  g_autofree char *confirmed = NULL;

  if (person != NULL)
    /* Translators: who told an audience something. */
    by = g_strdup_printf (_ ("by %s"),
                          slip_row_get_text (person, SLIP_PERSON_NAME));
  if (confirmer != NULL)
    confirmed = g_strdup_printf (_ ("confirmed by %s"), confirmer);
  else if (slip_communication_is_confirmed (communication))
    confirmed = g_strdup (_ ("confirmed"));
  return join ((const char *const[]){ by, confirmed }, 2);
}
