/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-gate-evidence.h"

#include <glib/gi18n-lib.h>

#include "slip-exposure.h"
#include "slip-gate-scope.h"
#include "slip-release.h"
#include "slip-stage.h"

/* What a record may keep of it, in characters. */
#define MAX_LENGTH 1000000

/* Appends @text as one line: what people wrote may have several. */
static void
append_line (GString *evidence, const char *indent, const char *text)
{
  g_autofree char *line = g_strdup (text);

  g_strdelimit (line, "\n\t", ' ');
  g_string_append_printf (evidence, "%s%s\n", indent, line);
}

static void
append_heading (GString *evidence, const SlipGate *gate, const char *title)
{
  g_autofree char *stage = slip_stage_dup_title (gate->stage);
  g_autofree char *previous =
    gate->previous != NULL ? slip_stage_dup_title (gate->previous) : NULL;
  g_autofree char *instant = slip_gate_dup_utc (gate->moment.at_ms);
  g_autofree char *today = slip_date_to_text (gate->moment.today);
  g_autofree char *heading =
    previous != NULL ? g_strdup_printf ("%s: %s → %s", title, previous, stage)
                     : g_strdup_printf ("%s: → %s", title, stage);
  /* Translators: an instant in UTC, and the local day that it was. */
  g_autofree char *when =
    g_strdup_printf (_ ("As of %s, local day %s"), instant, today);

  append_line (evidence, "", heading);
  append_line (evidence, "", when);
}

static void
append_release (GString *evidence, const SlipGate *gate)
{
  SlipPlannedDate planned =
    slip_release_get_planned (gate->release, SLIP_ANCHOR_RELEASE);
  const SlipEnumValue *certainty =
    &slip_schema_get_property (SLIP_KIND_RELEASE,
                               SLIP_RELEASE_RELEASE_CERTAINTY)
       ->values[planned.certainty];
  g_autofree char *day = slip_date_to_text (planned.date);
  g_autofree char *text = g_strdup_printf (
    /* Translators: a date, how certain it is, and a release's status. */
    _ ("Release date: %s (%s); status: %s"), day != NULL ? day : "–",
    slip_enum_value_get_label (certainty),
    slip_status_get_label (slip_release_get_status (gate->release)));

  append_line (evidence, "", text);
}

static void
append_exposure (GString *evidence,
                 const SlipPlanState *state,
                 const SlipGate *gate)
{
  SlipExposure exposure = slip_stage_get_exposure (state, gate->stage);
  g_autofree char *share =
    exposure.share >= 0 ? slip_share_print (exposure.share) : NULL;
  g_autofree char *people =
    g_strdup_printf ("%" G_GINT64_FORMAT, exposure.people);
  g_autofree char *text = g_strdup_printf (
    /* Translators: a share, and a number of people. */
    _ ("Exposed then: share %s, people %s"),
    share != NULL ? share : _ ("not known"), people);

  if (exposure.people >= 0)
    append_line (evidence, "", text);
  else if (share != NULL) {
    /* Translators: a share. */
    g_autofree char *shorter =
      g_strdup_printf (_ ("Exposed then: share %s"), share);

    append_line (evidence, "", shorter);
  }
}

static void
append_parts (GString *evidence, const SlipGateLine *line)
{
  for (guint i = 0; i < line->parts->len; i++) {
    const SlipGatePart *part = line->parts->pdata[i];
    g_autofree char *text = g_strconcat (slip_gate_state_get_mark (part->state),
                                         " ", part->text, NULL);

    append_line (evidence, "    ", text);
  }
}

static void
append_criterion (GString *evidence, const SlipGateLine *line)
{
  g_autofree char *text =
    g_strdup_printf ("%s %s, %s: %s%s%s",
                     slip_gate_state_get_mark (line->state),
                     slip_gate_state_get_label (line->state),
                     line->is_must ? C_ ("criterion", "must")
                                   : C_ ("criterion", "should"),
                     line->title, line->detail != NULL ? " · " : "",
                     line->detail != NULL ? line->detail : "");

  append_line (evidence, "", text);
  append_parts (evidence, line);
  if (line->waiver != NULL)
    append_line (evidence, "    ", line->waiver);
}

/* '25 %: Active, from 2026-12-01 09:00 UTC' */
static void
append_stage (GString *evidence, const SlipRow *stage)
{
  g_autofree char *title = slip_stage_dup_title (stage);
  g_autoptr (GString) line = g_string_new (title);
  const SlipValue *started = slip_row_peek (stage, SLIP_STAGE_STARTED_AT);
  const SlipValue *ended = slip_row_peek (stage, SLIP_STAGE_ENDED_AT);
  g_autofree char *planned =
    slip_date_to_text (slip_row_get_date (stage, SLIP_STAGE_PLANNED_START));

  g_string_append_printf (line, ": %s",
                          slip_stage_state_get_label (
                            slip_stage_get_state (stage)));
  if (planned != NULL)
    /* Translators: a day. */
    g_string_append_printf (line, _ (", planned from %s"), planned);
  if (started->type != SLIP_VALUE_NONE) {
    g_autofree char *at = slip_gate_dup_utc (slip_value_get_integer (started));

    /* Translators: an instant. */
    g_string_append_printf (line, _ (", started %s"), at);
  }
  if (ended->type != SLIP_VALUE_NONE) {
    g_autofree char *at = slip_gate_dup_utc (slip_value_get_integer (ended));

    /* Translators: an instant. */
    g_string_append_printf (line, _ (", ended %s"), at);
  }
  append_line (evidence, "    ", line->str);
}

static void
append_stages (GString *evidence,
               const SlipPlanState *state,
               const SlipGate *gate)
{
  g_autoptr (GPtrArray) stages =
    slip_stage_list (state, slip_row_get_id (gate->release));

  append_line (evidence, "", _ ("Stages:"));
  for (guint i = 0; i < stages->len; i++)
    append_stage (evidence, stages->pdata[i]);
}

static char *
cut (GString *evidence)
{
  if (evidence->len > MAX_LENGTH &&
      g_utf8_strlen (evidence->str, -1) > MAX_LENGTH) {
    char *end = g_utf8_offset_to_pointer (evidence->str, MAX_LENGTH - 1);

    g_string_truncate (evidence, (gsize) (end - evidence->str));
    g_string_append (evidence, "…");
  }
  return g_strchomp (g_strdup (evidence->str));
}

char *
slip_gate_dup_evidence (const SlipPlanState *state,
                        const char *stage,
                        SlipMoment moment)
{
  g_autoptr (SlipGate) gate =
    slip_gate_evaluate_for_record (state, stage, moment);
  g_autoptr (GString) evidence = g_string_new (NULL);
  g_autofree char *title = NULL;
  g_autofree char *sum = NULL;
  g_autofree char *gate_line = NULL;

  if (gate == NULL)
    return NULL;

  title = slip_release_dup_title (state, gate->release);
  sum = slip_gate_dup_text (gate);
  /* Translators: what a gate comes to: 'open: everything is met'. */
  gate_line = g_strdup_printf (_ ("Gate: %s"), sum);
  append_heading (evidence, gate, title);
  append_release (evidence, gate);
  append_exposure (evidence, state, gate);
  append_line (evidence, "", gate_line);
  for (guint i = 0; i < gate->lines->len; i++)
    append_criterion (evidence, gate->lines->pdata[i]);
  append_stages (evidence, state, gate);
  return cut (evidence);
}
