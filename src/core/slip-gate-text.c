/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-gate-scope.h"

#include <glib/gi18n-lib.h>

#include "slip-date-text.h"
#include "slip-stage.h"

#define MINUTE_S 60
#define HOUR_S   3600
#define DAY_S    86400

char *
slip_gate_scope_dup_day (const SlipGateScope *scope, SlipDate day)
{
  return scope->is_record ? slip_date_to_text (day)
                          : slip_date_dup_text (day, SLIP_DATE_STYLE_MEDIUM,
                                                scope->moment.today);
}

char *
slip_gate_dup_utc (gint64 at_ms)
{
  g_autoptr (GDateTime) at = g_date_time_new_from_unix_utc (at_ms / 1000);
  char *text =
    at != NULL ? g_date_time_format (at, "%Y-%m-%d %H:%M UTC") : NULL;

  return text != NULL ? text : g_strdup ("?");
}

char *
slip_gate_scope_dup_instant (const SlipGateScope *scope, gint64 at_ms)
{
  gint64 seconds = (scope->moment.at_ms - at_ms) / 1000;
  g_autofree char *duration = NULL;

  if (scope->is_record)
    return slip_gate_dup_utc (at_ms);
  if (seconds < 0)
    return slip_instant_dup_text (at_ms);
  if (seconds < MINUTE_S)
    return g_strdup (_ ("just now"));

  duration = slip_gate_dup_duration (seconds);
  /* Translators: how long ago a figure was taken: '2 d 4 h ago'. */
  return g_strdup_printf (_ ("%s ago"), duration);
}

char *
slip_gate_dup_duration (gint64 seconds)
{
  gint64 days = seconds / DAY_S;
  gint64 hours = seconds % DAY_S / HOUR_S;
  g_autofree char *days_text = NULL;
  g_autofree char *hours_text = NULL;

  if (seconds < HOUR_S)
    /* Translators: minutes, short. */
    return g_strdup_printf (_ ("%d min"), (int) (seconds / MINUTE_S));

  /* Translators: hours, short. */
  hours_text = g_strdup_printf (_ ("%d h"), (int) hours);
  if (days == 0)
    return g_steal_pointer (&hours_text);

  /* Translators: days, short. */
  days_text = g_strdup_printf (_ ("%d d"), (int) days);
  if (hours == 0)
    return g_steal_pointer (&days_text);
  return g_strjoin (" ", days_text, hours_text, NULL);
}

const char *
slip_gate_scope_get_person (const SlipGateScope *scope, const char *id)
{
  const SlipRow *person =
    slip_plan_state_get (scope->state, SLIP_KIND_PERSON, id);
  const char *name =
    person != NULL ? slip_row_get_text (person, SLIP_PERSON_NAME) : NULL;

  return name != NULL ? name : _ ("no owner");
}

static const SlipEnumValue *
get_criterion_type (SlipCriterionType type)
{
  return &slip_schema_get_property (SLIP_KIND_CRITERION, SLIP_CRITERION_TYPE)
            ->values[type];
}

const char *
slip_criterion_type_get_nick (SlipCriterionType type)
{
  return get_criterion_type (type)->nick;
}

const char *
slip_criterion_type_get_label (SlipCriterionType type)
{
  return slip_enum_value_get_label (get_criterion_type (type));
}

/* '3 days' where the soak is in whole days, else '36 h' or '1 d 12 h'. */
static char *
dup_soak (const SlipRow *stage)
{
  gint64 hours = slip_row_get_integer (stage, SLIP_STAGE_SOAK_HOURS);

  if (hours % 24 != 0)
    return slip_gate_dup_duration (hours * HOUR_S);

  return g_strdup_printf (ngettext ("%d day", "%d days", (gulong) hours / 24),
                          (int) (hours / 24));
}

static char *
dup_soak_title (const SlipRow *previous)
{
  g_autofree char *name = NULL;
  g_autofree char *soak = NULL;

  if (previous == NULL)
    return g_strdup (slip_criterion_type_get_label (SLIP_CRITERION_SOAK));

  name = slip_stage_dup_title (previous);
  if (slip_row_get_integer (previous, SLIP_STAGE_SOAK_HOURS) == 0)
    /* Translators: a stage of a rollout: 'Soaked at 25 %'. */
    return g_strdup_printf (_ ("Soaked at %s"), name);

  soak = dup_soak (previous);
  /* Translators: how long, and a stage: 'Soaked 3 days at 25 %'. */
  return g_strdup_printf (_ ("Soaked %s at %s"), soak, name);
}

static char *
dup_flags_title (const SlipRow *previous)
{
  g_autofree char *name = NULL;

  if (previous == NULL)
    return g_strdup (slip_criterion_type_get_label (SLIP_CRITERION_FLAGS));

  name = slip_stage_dup_title (previous);
  /* Translators: a stage of a rollout: 'Flags as expected at 25 %'. */
  return g_strdup_printf (_ ("Flags as expected at %s"), name);
}

/* 'Error rate below 0.5'. */
static char *
dup_figure_title (const SlipRow *criterion)
{
  const char *text = slip_row_get_text (criterion, SLIP_CRITERION_TEXT);
  const char *threshold =
    slip_row_get_text (criterion, SLIP_CRITERION_THRESHOLD);

  if (text == NULL)
    text = _ ("Figure");
  if (threshold == NULL)
    return g_strdup (text);

  switch ((SlipComparison) slip_row_get_integer (criterion,
                                                 SLIP_CRITERION_COMPARISON)) {
  case SLIP_COMPARISON_AT_MOST:
    /* Translators: a figure and its threshold: 'Error rate at most 0.5'. */
    return g_strdup_printf (_ ("%s at most %s"), text, threshold);
  case SLIP_COMPARISON_BELOW:
    /* Translators: a figure and its threshold. */
    return g_strdup_printf (_ ("%s below %s"), text, threshold);
  case SLIP_COMPARISON_AT_LEAST:
    /* Translators: a figure and its threshold. */
    return g_strdup_printf (_ ("%s at least %s"), text, threshold);
  case SLIP_COMPARISON_ABOVE:
    /* Translators: a figure and its threshold. */
    return g_strdup_printf (_ ("%s above %s"), text, threshold);
  }

  g_assert_not_reached ();
}

static char *
dup_audience_title (const SlipPlanState *state, const SlipRow *criterion)
{
  const SlipRow *audience =
    slip_plan_state_follow (state, criterion, SLIP_CRITERION_AUDIENCE);
  const char *name =
    audience != NULL ? slip_row_get_text (audience, SLIP_AUDIENCE_NAME) : NULL;
  gint64 type = slip_row_get_integer (criterion, SLIP_CRITERION_TYPE);
  gboolean is_notice = type == SLIP_CRITERION_NOTICE;

  if (type == SLIP_CRITERION_FEED)
    return name != NULL
             /* Translators: an audience. */
             ? g_strdup_printf (_ ("Feed says that %s is ready"), name)
             : g_strdup (slip_criterion_type_get_label (SLIP_CRITERION_FEED));
  if (name == NULL)
    return g_strdup (is_notice ? _ ("Every audience was told in time")
                               : _ ("Required items of every audience"));
  if (is_notice)
    /* Translators: an audience. */
    return g_strdup_printf (_ ("%s was told in time"), name);

  /* Translators: an audience: 'Required items of Sales'. */
  return g_strdup_printf (_ ("Required items of %s"), name);
}

char *
slip_criterion_dup_title (const SlipPlanState *state, const SlipRow *criterion)
{
  SlipCriterionType type =
    (SlipCriterionType) slip_row_get_integer (criterion, SLIP_CRITERION_TYPE);
  const SlipRow *stage =
    slip_plan_state_follow (state, criterion, SLIP_CRITERION_STAGE);
  const SlipRow *previous =
    stage != NULL ? slip_gate_find_previous (state, stage) : NULL;
  const char *text = slip_row_get_text (criterion, SLIP_CRITERION_TEXT);

  switch (type) {
  case SLIP_CRITERION_ITEMS:
  case SLIP_CRITERION_NOTICE:
  case SLIP_CRITERION_FEED:
    return dup_audience_title (state, criterion);
  case SLIP_CRITERION_SOAK:
    return dup_soak_title (previous);
  case SLIP_CRITERION_FLAGS:
    return dup_flags_title (previous);
  case SLIP_CRITERION_FIGURE_WITHIN:
    return dup_figure_title (criterion);
  case SLIP_CRITERION_OWN:
    if (text != NULL)
      return g_strdup (text);
    break;
  case SLIP_CRITERION_NO_FREEZE:
  case SLIP_CRITERION_ROLLBACK_PLAN:
  case SLIP_N_CRITERIA:
    break;
  }

  return g_strdup (slip_criterion_type_get_label (type));
}

static const struct {
  const char *nick;
  const char *mark;
  const char *label;
} gate_states[SLIP_N_GATE_STATES] = {
  [SLIP_GATE_MET] = { "met", "✓", NC_ ("gate", "met") },
  [SLIP_GATE_NOT_MET] = { "not-met", "✗", NC_ ("gate", "not met") },
  [SLIP_GATE_UNKNOWN] = { "unknown", "?", NC_ ("gate", "not known") },
  [SLIP_GATE_WAIVED] = { "waived", "–", NC_ ("gate", "waived") },
};

const char *
slip_gate_state_get_label (SlipGateState state)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "gate", gate_states[state].label);
}

const char *
slip_gate_state_get_nick (SlipGateState state)
{
  return gate_states[state].nick;
}

const char *
slip_gate_state_get_mark (SlipGateState state)
{
  return gate_states[state].mark;
}

char *
slip_gate_dup_text (const SlipGate *self)
{
  if (self->n_open_must > 0)
    return g_strdup_printf (ngettext ("shut: %u must stands in the way",
                                      "shut: %u musts stand in the way",
                                      self->n_open_must),
                            self->n_open_must);
  if (self->n_open_should > 0)
    return g_strdup_printf (ngettext ("open, but %u should is not met",
                                      "open, but %u shoulds are not met",
                                      self->n_open_should),
                            self->n_open_should);

  return g_strdup (self->lines->len > 0 ? _ ("open: everything is met")
                                        : _ ("open: nothing is asked"));
}
