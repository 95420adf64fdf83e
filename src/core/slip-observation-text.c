/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-observation-text.h"

#include "slip-date-text.h"
#include "slip-exposure.h"
#include "slip-text.h"

#include <glib/gi18n-lib.h>

SlipTone
slip_observed_state_get_tone (SlipObservedState state)
{
  switch (state) {
  case SLIP_OBSERVED_DONE:
  case SLIP_OBSERVED_NOT_NEEDED:
    return SLIP_TONE_GOOD;
  case SLIP_OBSERVED_AT_RISK:
    return SLIP_TONE_WARNING;
  case SLIP_OBSERVED_OFF_TRACK:
  case SLIP_OBSERVED_BLOCKED:
    return SLIP_TONE_ERROR;
  case SLIP_OBSERVED_UNKNOWN:
  case SLIP_OBSERVED_NOT_STARTED:
  case SLIP_OBSERVED_IN_PROGRESS:
  case SLIP_OBSERVED_ON_TRACK:
  case SLIP_OBSERVED_N_STATES:
    break;
  }
  return SLIP_TONE_NONE;
}

const char *
slip_observed_state_get_mark (SlipObservedState state)
{
  switch (state) {
  case SLIP_OBSERVED_DONE:
    return "✓";
  case SLIP_OBSERVED_NOT_NEEDED:
    return "–";
  case SLIP_OBSERVED_AT_RISK:
    return "⚠";
  case SLIP_OBSERVED_OFF_TRACK:
  case SLIP_OBSERVED_BLOCKED:
    return "✗";
  case SLIP_OBSERVED_NOT_STARTED:
    return "○";
  case SLIP_OBSERVED_IN_PROGRESS:
  case SLIP_OBSERVED_ON_TRACK:
    return "◐";
  case SLIP_OBSERVED_UNKNOWN:
  case SLIP_OBSERVED_N_STATES:
    break;
  }
  return "?";
}

static void
append (GString *text, const char *part)
{
  if (part != NULL && *part != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", part);
}

char *
slip_observation_dup_about (const SlipObservation *self)
{
  GString *text = g_string_new (NULL);

  switch (self->type) {
  case SLIP_OBSERVATION_STATUS:
    append (text, self->release);
    append (text, self->audience);
    break;
  case SLIP_OBSERVATION_FLAG:
    append (text, self->flag);
    append (text, self->environment);
    break;
  case SLIP_OBSERVATION_CRITERION:
    append (text, self->release);
    append (text, self->criterion);
    break;
  case SLIP_OBSERVATION_FREEZE:
    append (text, self->text != NULL ? self->text : _ ("Freeze"));
    append (text, self->environment);
    break;
  }
  return g_string_free (text, FALSE);
}

static char *
dup_status (const SlipObservation *self)
{
  const char *label = slip_observed_state_get_label (self->state);
  g_autofree char *said =
    self->state == SLIP_OBSERVED_UNKNOWN && self->state_word != NULL
      ? g_strdup_printf ("%s (%s)", label, self->state_word)
      : g_strdup (label);

  if (self->done < 0 || self->total < 0)
    return g_steal_pointer (&said);
  /* Translators: a state, and how many things of how many are done: 'At risk, 3
   * of 5'. */
  return g_strdup_printf (_ ("%s, %d of %d"), said, (int) self->done,
                          (int) self->total);
}

static char *
dup_flag (const SlipObservation *self)
{
  const char *label = C_ ("flag", "Unknown");
  GString *text;

  if (self->is_on == SLIP_SAID_YES)
    label = C_ ("flag", "On");
  else if (self->is_on == SLIP_SAID_NO)
    label = C_ ("flag", "Off");
  text = g_string_new (label);
  if (self->share >= 0) {
    g_autofree char *share = slip_share_print (self->share);

    slip_text_append_member (text, share);
  }
  if (self->stage != NULL)
    slip_text_append_member (text, self->stage);
  return g_string_free (text, FALSE);
}

static char *
dup_freeze (const SlipObservation *self, SlipDate today)
{
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  if (!slip_date_is_set (self->freeze.first))
    return g_strdup (slip_observed_state_get_label (SLIP_OBSERVED_UNKNOWN));
  first = slip_date_dup_text (self->freeze.first, SLIP_DATE_STYLE_SHORT, today);
  last = slip_date_dup_text (self->freeze.last, SLIP_DATE_STYLE_SHORT, today);
  return g_strdup_printf ("%s – %s", first, last);
}

char *
slip_observation_dup_says (const SlipObservation *self, SlipDate today)
{
  switch (self->type) {
  case SLIP_OBSERVATION_STATUS:
    return dup_status (self);
  case SLIP_OBSERVATION_FLAG:
    return dup_flag (self);
  case SLIP_OBSERVATION_CRITERION:
    return self->unit != NULL
             ? g_strdup_printf ("%g %s", self->value, self->unit)
             : g_strdup_printf ("%g", self->value);
  case SLIP_OBSERVATION_FREEZE:
    return dup_freeze (self, today);
  }
  g_assert_not_reached ();
}

char *
slip_observation_dup_marked (const SlipObservation *self, SlipDate today)
{
  g_autofree char *says = slip_observation_dup_says (self, today);

  if (self->type != SLIP_OBSERVATION_STATUS)
    return g_steal_pointer (&says);
  return g_strdup_printf ("%s %s", slip_observed_state_get_mark (self->state),
                          says);
}

char *
slip_observation_dup_detail (const SlipObservation *self, SlipDate today)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (self->type != SLIP_OBSERVATION_FREEZE)
    append (text, self->text);
  if (self->type == SLIP_OBSERVATION_STATUS) {
    append (text, self->owner);
    if (self->knows == SLIP_SAID_YES)
      append (text, _ ("says that it knows"));
    else if (self->knows == SLIP_SAID_NO)
      append (text, _ ("says that it does not know"));
    if (slip_date_is_set (self->stated_release_date)) {
      g_autofree char *day = slip_date_dup_text (self->stated_release_date,
                                                 SLIP_DATE_STYLE_MEDIUM, today);
      /* Translators: the release date that a source has. */
      g_autofree char *stated = g_strdup_printf (_ ("expects %s"), day);

      append (text, stated);
    }
  }
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}
