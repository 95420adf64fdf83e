/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-deciding-text.h"

#include <glib/gi18n-lib.h>

#include "slip-deciding.h"
#include "slip-exposure.h"
#include "slip-release.h"
#include "slip-rollout.h"

/* Whether a decision of @type is about a stage that would start. */
static gboolean
is_about_next (SlipDecisionType type)
{
  return slip_decision_type_starts (type) || type == SLIP_DECISION_NO_GO;
}

static char *
dup_stage_title (const SlipPlanState *state, const char *id)
{
  const SlipRow *row = slip_plan_state_get (state, SLIP_KIND_STAGE, id);

  return row != NULL ? slip_stage_dup_title (row) : NULL;
}

static char *
dup_start_question (const SlipPlanState *state,
                    const char *release,
                    const char *title,
                    const char *stage)
{
  const SlipRow *current = slip_rollout_get_current (state, release);
  g_autofree char *from =
    current != NULL ? slip_stage_dup_title (current) : NULL;

  if (from == NULL)
    /* Translators: a release and its first stage. */
    return g_strdup_printf (_ ("%s: start %s?"), title, stage);
  /* Translators: a release, its present stage and the next. */
  return g_strdup_printf (_ ("%s: %s → %s?"), title, from, stage);
}

char *
slip_deciding_dup_question (const SlipPlanState *state,
                            const char *release,
                            const char *stage,
                            SlipDecisionType type)
{
  const SlipRow *row = slip_plan_state_get (state, SLIP_KIND_RELEASE, release);
  g_autofree char *title =
    row != NULL ? slip_release_dup_short_title (state, row) : g_strdup ("");
  g_autofree char *name = dup_stage_title (state, stage);

  if (name == NULL)
    return g_steal_pointer (&title);
  if (type == SLIP_DECISION_HOLD)
    /* Translators: a release and a stage. */
    return g_strdup_printf (_ ("%s: hold at %s?"), title, name);
  if (type == SLIP_DECISION_RESUME)
    /* Translators: a release and a stage. */
    return g_strdup_printf (_ ("%s: resume %s?"), title, name);
  if (type == SLIP_DECISION_ROLL_BACK)
    /* Translators: a release and a stage. */
    return g_strdup_printf (_ ("%s: roll %s back?"), title, name);

  return dup_start_question (state, release, title, name);
}

static char *
dup_people (gint64 people)
{
  int n = (int) MIN (people, G_MAXINT);

  return g_strdup_printf (ngettext ("%'d person", "%'d people", (gulong) n), n);
}

/* '48 000 people, 36 000 of them new', else '25 %' */
static char *
dup_exposure (const SlipExposure *exposure)
{
  g_autofree char *people =
    exposure->people >= 0 ? dup_people (exposure->people) : NULL;

  if (people == NULL)
    return exposure->share >= 0 ? slip_share_print (exposure->share) : NULL;
  if (exposure->added_people < 0 || exposure->added_people == exposure->people)
    return g_steal_pointer (&people);

  /* Translators: how many have a release, and how many of them it is new to. */
  return g_strdup_printf (_ ("%s, %'d of them new"), people,
                          (int) MIN (exposure->added_people, G_MAXINT));
}

char *
slip_deciding_dup_intro (const SlipPlanState *state,
                         const char *release,
                         const char *stage,
                         SlipDecisionType type)
{
  const SlipRow *row = slip_plan_state_get (state, SLIP_KIND_STAGE, stage);
  SlipExposure exposure;
  g_autofree char *who = NULL;

  if (row == NULL)
    return g_strdup (is_about_next (type)
                       ? _ ("There is no stage to start next.")
                       : _ ("No stage has started, or all have ended."));
  if (!is_about_next (type))
    return g_strdup (slip_rollout_get_next (state, release) != NULL
                       ? _ ("What stands in the way of the next stage:")
                       : _ ("This is the last stage."));

  exposure = slip_stage_get_exposure (state, row);
  who = dup_exposure (&exposure);
  if (who == NULL)
    return g_strdup (_ ("What stands in the way:"));
  /* Translators: how many people or what share will have the release. */
  return g_strdup_printf (_ ("Going wider means %s. What stands in the way:"),
                          who);
}
