/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-stage-text.h"

#include <glib/gi18n-lib.h>

#include "slip-clock.h"
#include "slip-date-text.h"
#include "slip-gate-scope.h"
#include "slip-stage.h"

static gboolean
is_known (const SlipRow *stage, guint property)
{
  return slip_row_peek (stage, property)->type != SLIP_VALUE_NONE;
}

/* The day of the instant @property, for people; %NULL if it is not known. */
static char *
dup_day (const SlipRow *stage, guint property, SlipMoment moment)
{
  SlipDate day;

  if (!is_known (stage, property))
    return NULL;
  day = slip_clock_find_day (slip_row_get_integer (stage, property));

  return slip_date_is_set (day)
           ? slip_date_dup_text (day, SLIP_DATE_STYLE_MEDIUM, moment.today)
           : NULL;
}

static char *
dup_planned (const SlipRow *stage, SlipMoment moment)
{
  SlipDate start = slip_row_get_date (stage, SLIP_STAGE_PLANNED_START);
  g_autofree char *distance = NULL;

  if (!slip_date_is_set (start))
    return g_strdup (_ ("not scheduled"));

  distance = slip_date_dup_distance (start, moment.today);
  if (slip_date_is_before (start, moment.today))
    /* Translators: a stage that should have begun: 'was to start 3 days ago'.
     */
    return g_strdup_printf (_ ("was to start %s"), distance);

  /* Translators: a stage: 'starts in 3 days'. */
  return g_strdup_printf (_ ("starts %s"), distance);
}

static char *
dup_soak (const SlipRow *stage, SlipMoment moment)
{
  gint64 soak = slip_stage_get_soak_seconds (stage);
  gint64 soaked = slip_stage_get_soaked_seconds (stage, moment.at_ms);
  g_autofree char *left = NULL;

  if (soak == 0)
    return NULL;
  if (soaked < 0)
    return g_strdup (_ ("how long it has soaked is not known"));
  if (soaked >= soak)
    return g_strdup (_ ("soak is over"));

  left = slip_gate_dup_duration (soak - soaked);
  /* Translators: how long a stage has to be active still: 'soaks 20 h more'. */
  return g_strdup_printf (_ ("soaks %s more"), left);
}

char *
slip_stage_dup_progress (const SlipRow *stage, SlipDate today)
{
  SlipDate end = slip_row_get_date (stage, SLIP_STAGE_EXPECTED_END);
  SlipDate start;
  int n_days;

  if (!slip_stage_is_running (stage) ||
      !is_known (stage, SLIP_STAGE_STARTED_AT) || !slip_date_is_set (end))
    return NULL;
  start =
    slip_clock_find_day (slip_row_get_integer (stage, SLIP_STAGE_STARTED_AT));
  if (!slip_date_is_set (start) || slip_date_is_before (today, start))
    return NULL;
  if (!slip_date_is_before (end, today))
    /* Translators: a stage on its way: 'day 2 of 3'. */
    return g_strdup_printf (_ ("day %d of %d"),
                            slip_date_days_until (start, today) + 1,
                            slip_date_days_until (start, end) + 1);
  if (slip_stage_get_state (stage) == SLIP_STAGE_STATE_HELD)
    return NULL;
  n_days = slip_date_days_until (end, today);
  return g_strdup_printf (ngettext ("%d day longer than planned",
                                    "%d days longer than planned",
                                    (gulong) n_days),
                          n_days);
}

static char *
dup_active (const SlipRow *stage, SlipMoment moment)
{
  char *progress = slip_stage_dup_progress (stage, moment.today);
  g_autofree char *number =
    progress != NULL ? progress : g_strdup (_ ("has started"));
  g_autofree char *soak = dup_soak (stage, moment);

  if (soak == NULL)
    return g_steal_pointer (&number);

  /* Translators: two things that are said of a stage on its way. */
  return g_strdup_printf (_ ("%s, %s"), number, soak);
}

static char *
dup_held (const SlipRow *stage, SlipMoment moment)
{
  g_autofree char *day = dup_day (stage, SLIP_STAGE_HELD_AT, moment);

  return day != NULL ? g_strdup_printf (_ ("held since %s"), day)
                     : g_strdup (_ ("held"));
}

static char *
dup_ended (const SlipRow *stage, SlipMoment moment)
{
  g_autofree char *day = dup_day (stage, SLIP_STAGE_ENDED_AT, moment);
  gboolean is_done = slip_stage_get_state (stage) == SLIP_STAGE_STATE_DONE;

  if (day == NULL)
    return g_strdup (is_done ? _ ("done") : _ ("rolled back"));

  return g_strdup_printf (is_done ? _ ("ended %s")
                                  : _ ("rolled back, ended %s"),
                          day);
}

char *
slip_stage_dup_standing (const SlipRow *stage, SlipMoment moment)
{
  switch (slip_stage_get_state (stage)) {
  case SLIP_STAGE_STATE_PLANNED:
    return dup_planned (stage, moment);
  case SLIP_STAGE_STATE_ACTIVE:
    return dup_active (stage, moment);
  case SLIP_STAGE_STATE_HELD:
    return dup_held (stage, moment);
  case SLIP_STAGE_STATE_DONE:
  case SLIP_STAGE_STATE_ROLLED_BACK:
    return dup_ended (stage, moment);
  case SLIP_STAGE_STATE_SKIPPED:
    return g_strdup (_ ("skipped"));
  }

  g_assert_not_reached ();
}

static char *
dup_people (gint64 people, gboolean is_added)
{
  gulong n = (gulong) MIN (people, G_MAXINT32);
  g_autofree char *number =
    g_strdup_printf (is_added ? "+%'" G_GINT64_FORMAT : "%'" G_GINT64_FORMAT,
                     people);

  return g_strdup_printf (ngettext ("%s person", "%s people", n), number);
}

static char *
join (const char *share, const char *people)
{
  if (share == NULL || people == NULL)
    return g_strdup (share != NULL ? share : people);

  /* Translators: a share and a number of people: '25 %, 5,020 people'. */
  return g_strdup_printf (_ ("%s, %s"), share, people);
}

char *
slip_exposure_dup_text (const SlipExposure *exposure)
{
  g_autofree char *share =
    exposure->share >= 0 ? slip_share_print (exposure->share) : NULL;
  g_autofree char *people =
    exposure->people >= 0 ? dup_people (exposure->people, FALSE) : NULL;
  char *text = join (share, people);

  return text != NULL ? text : g_strdup (_ ("how many is not known"));
}

char *
slip_exposure_dup_added_text (const SlipExposure *exposure)
{
  g_autofree char *share = exposure->added_share >= 0
                             ? slip_share_print (exposure->added_share)
                             : NULL;
  g_autofree char *added =
    share != NULL ? g_strconcat ("+", share, NULL) : NULL;
  g_autofree char *people = exposure->added_people >= 0
                              ? dup_people (exposure->added_people, TRUE)
                              : NULL;

  return join (added, people);
}

char *
slip_rollout_dup_text (const SlipPlanState *state, const char *release)
{
  SlipExposure exposure = slip_rollout_get_exposure (state, release);
  g_autoptr (GPtrArray) stages = slip_stage_list (state, release);
  g_autofree char *text = NULL;

  if (stages->len == 0)
    return NULL;
  if (exposure.share == 0 && exposure.people == 0)
    return g_strdup (_ ("Nobody has it yet"));

  text = slip_exposure_dup_text (&exposure);
  /* Translators: who has a release: 'Exposed now: 25 %, 5,020 people'. */
  return g_strdup_printf (_ ("Exposed now: %s"), text);
}

const char *
slip_stage_state_get_sign (SlipStageState state)
{
  switch (state) {
  case SLIP_STAGE_STATE_PLANNED:
    return "○";
  case SLIP_STAGE_STATE_ACTIVE:
    return "▶";
  case SLIP_STAGE_STATE_HELD:
    return "‖";
  case SLIP_STAGE_STATE_DONE:
    return "✓";
  case SLIP_STAGE_STATE_ROLLED_BACK:
    return "↩";
  case SLIP_STAGE_STATE_SKIPPED:
    return "–";
  }

  g_assert_not_reached ();
}
