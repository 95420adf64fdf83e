/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-decision-text.h"

#include <glib/gi18n-lib.h>

static SlipDecisionType
get_type (const SlipRow *decision)
{
  return (SlipDecisionType) slip_row_get_integer (decision, SLIP_DECISION_TYPE);
}

/* Whether it is about another record, or about a freeze. */
static gboolean
is_turn (SlipDecisionType type)
{
  return type == SLIP_DECISION_WITHDRAWN || type == SLIP_DECISION_RESTORED;
}

char *
slip_decision_dup_title (const SlipRow *decision)
{
  SlipDecisionType type = get_type (decision);
  const char *label = slip_decision_type_get_label (type);
  const char *freeze =
    type == SLIP_DECISION_EXCEPTION || is_turn (type)
      ? slip_row_get_text (decision, SLIP_DECISION_SUBJECT_NAME)
      : NULL;
  const char *about =
    freeze != NULL || type == SLIP_DECISION_EXCEPTION
      ? freeze
      : slip_row_get_text (decision, SLIP_DECISION_STAGE_NAME);
  const char *to = slip_row_get_text (decision, SLIP_DECISION_TO_STAGE_NAME);

  if (about == NULL)
    return g_strdup (label);
  if (type == SLIP_DECISION_ROLL_BACK)
    /* Translators: 'Roll back', a stage, and the stage it goes back to. */
    return g_strdup_printf (_ ("%s: %s → %s"), label, about,
                            to != NULL ? to : C_ ("roll back", "nobody"));

  /* Translators: a decision and the stage or freeze it is about: 'Go:
   * everyone'. */
  return g_strdup_printf (_ ("%s: %s"), label, about);
}

static void
append_field (GString *text, const char *label, const char *value)
{
  if (value != NULL && *value != '\0')
    /* Translators: what something is, and its value. */
    g_string_append_printf (text, _ ("%s: %s\n"), label, value);
}

static void
append_property (GString *text, const SlipRow *decision, guint property)
{
  const SlipProperty *info =
    slip_schema_get_property (SLIP_KIND_DECISION, property);
  g_autofree char *value =
    info->type == SLIP_PROPERTY_DATE
      ? slip_date_to_text (slip_row_get_date (decision, property))
      : g_strdup (slip_row_get_text (decision, property));

  append_field (text, _ (info->label), value);
}

/* A text of several lines stands below its label. */
static void
append_lines (GString *text, const SlipRow *decision, guint property)
{
  const char *value = slip_row_get_text (decision, property);
  g_auto (GStrv) lines = g_strsplit (value != NULL ? value : "", "\n", -1);

  if (value == NULL)
    return;
  g_string_append_printf (
    text, _ ("%s:\n"),
    _ (slip_schema_get_property (SLIP_KIND_DECISION, property)->label));
  for (guint i = 0; lines[i] != NULL; i++)
    g_string_append_printf (text, "    %s\n", lines[i]);
}

static char *
dup_instant (const SlipRow *decision)
{
  g_autoptr (GDateTime) at = g_date_time_new_from_unix_utc (
    slip_row_get_integer (decision, SLIP_DECISION_AT) / 1000);
  char *text =
    at != NULL ? g_date_time_format (at, "%Y-%m-%d %H:%M UTC") : NULL;

  return text != NULL ? text : g_strdup ("?");
}

/* Who has withdrawn it or made it valid again, and when. */
static void
append_turns (GString *text,
              const SlipPlanState *state,
              const SlipRow *decision)
{
  g_autoptr (GPtrArray) all =
    slip_decision_list (state, slip_row_get_owner (decision));

  for (guint i = 0; i < all->len; i++) {
    const SlipRow *row = all->pdata[i];
    const char *name = slip_row_get_text (row, SLIP_DECISION_PERSON_NAME);
    g_autofree char *at = dup_instant (row);

    if (!is_turn (get_type (row)) ||
        g_strcmp0 (slip_row_get_text (row, SLIP_DECISION_SUBJECT),
                   slip_row_get_id (decision)) != 0)
      continue;
    append_field (text, slip_decision_type_get_label (get_type (row)),
                  name != NULL ? name : at);
    if (name != NULL)
      g_string_append_printf (text, "    %s\n", at);
  }
}

char *
slip_decision_dup_text (const SlipPlanState *state, const SlipRow *decision)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *title = slip_decision_dup_title (decision);
  g_autofree char *at = dup_instant (decision);
  const char *evidence = slip_row_get_text (decision, SLIP_DECISION_EVIDENCE);
  const char *release =
    slip_row_get_text (decision, SLIP_DECISION_RELEASE_NAME);

  g_string_append_printf (text, "%s\n%s\n\n", release != NULL ? release : "",
                          title);
  append_property (text, decision, SLIP_DECISION_PERSON_NAME);
  append_field (text, _ ("Decided"), at);
  append_property (text, decision, SLIP_DECISION_ASKED_BY);
  append_lines (text, decision, SLIP_DECISION_REASON);
  append_lines (text, decision, SLIP_DECISION_OPINIONS);
  append_lines (text, decision, SLIP_DECISION_CONDITIONS);
  append_property (text, decision, SLIP_DECISION_REVIEW_DAY);
  append_property (text, decision, SLIP_DECISION_UNTIL);
  append_turns (text, state, decision);
  if (evidence != NULL)
    g_string_append_printf (text, "\n%s\n\n%s\n", _ ("The gate at that time"),
                            evidence);
  return g_strdup (text->str);
}

SlipDate
slip_decision_get_review_day (const SlipPlanState *state, const char *release)
{
  g_autoptr (GPtrArray) all = slip_decision_list (state, release);

  for (guint i = all->len; i > 0; i--) {
    const SlipRow *row = all->pdata[i - 1];
    SlipDecisionType type = get_type (row);

    if (!is_turn (type) && type != SLIP_DECISION_EXCEPTION &&
        !slip_decision_is_withdrawn (state, row))
      return slip_row_get_date (row, SLIP_DECISION_REVIEW_DAY);
  }

  return SLIP_DATE_NONE;
}
