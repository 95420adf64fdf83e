/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-timeline.h"

#include "slip-date-text.h"
#include "slip-stage-text.h"
#include "slip-stage.h"
#include "slip-text.h"

#include <glib/gi18n-lib.h>

/* What has become of a stage, for those who see it.  Planned ones and those
 * that run are told by how they are drawn, and by their words. */
static const char *
get_mark (SlipStageState state, gboolean is_frozen)
{
  switch (state) {
  case SLIP_STAGE_STATE_HELD:
    return "‖ ";
  case SLIP_STAGE_STATE_DONE:
    return "✓ ";
  case SLIP_STAGE_STATE_ROLLED_BACK:
    return "↶ ";
  case SLIP_STAGE_STATE_SKIPPED:
    return "";
  case SLIP_STAGE_STATE_PLANNED:
    return is_frozen ? "⊘ " : "";
  case SLIP_STAGE_STATE_ACTIVE:
    break;
  }
  return "";
}

char *
slip_timeline_bar_dup_caption (const SlipTimelineBar *bar,
                               SlipDate today,
                               gboolean is_frozen)
{
  g_autofree char *name = slip_stage_dup_title (bar->stage);
  g_autofree char *progress = slip_stage_dup_progress (bar->stage, today);
  const char *mark = get_mark (bar->state, is_frozen);

  if (progress == NULL)
    return g_strconcat (mark, name, NULL);
  return g_strdup_printf ("%s%s\u00a0· %s", mark, name, progress);
}

static char *
dup_days (SlipRange days, SlipDate today)
{
  g_autofree char *first =
    slip_date_dup_text (days.first, SLIP_DATE_STYLE_MEDIUM, today);
  g_autofree char *last = NULL;

  if (slip_date_equal (days.first, days.last))
    return g_steal_pointer (&first);
  last = slip_date_dup_text (days.last, SLIP_DATE_STYLE_MEDIUM, today);
  /* Translators: the first and the last day of something. */
  return g_strdup_printf (_ ("%s to %s"), first, last);
}

static void
append (GString *text, const char *part)
{
  slip_text_append_member (text, part);
}

char *
slip_timeline_bar_dup_label (const SlipTimelineBar *bar,
                             SlipDate today,
                             const SlipRow *freeze)
{
  g_autofree char *name = slip_stage_dup_title (bar->stage);
  g_autofree char *progress = slip_stage_dup_progress (bar->stage, today);
  g_autofree char *days = dup_days (slip_timeline_bar_get_days (bar), today);
  g_autofree char *state_text =
    g_utf8_strdown (slip_stage_state_get_label (bar->state), -1);
  /* Translators: a rollout stage and its state: '25 %: active'. */
  g_autofree char *start = g_strdup_printf (_ ("%s: %s"), name, state_text);
  GString *text = g_string_new (start);

  if (progress != NULL)
    append (text, progress);
  append (text, days);
  if (!slip_range_is_empty (bar->planned)) {
    g_autofree char *planned = dup_days (bar->planned, today);
    /* Translators: the days that a rollout stage was planned for. */
    g_autofree char *plan = g_strdup_printf (_ ("planned %s"), planned);

    append (text, plan);
  }
  if (freeze != NULL) {
    g_autofree char *frozen =
      /* Translators: the name of a freeze. */
      g_strdup_printf (_ ("would start in “%s”"),
                       slip_row_get_text (freeze, SLIP_FREEZE_NAME));

    append (text, frozen);
  }
  if (bar->state == SLIP_STAGE_STATE_PLANNED &&
      slip_row_get_boolean (bar->stage, SLIP_STAGE_START_IS_PINNED))
    append (text, _ ("pinned"));
  return g_string_free (text, FALSE);
}

/* Whether what is deployed is on for nobody yet. */
static gboolean
is_dark (const SlipTimelineLane *self)
{
  if (slip_release_is_closed (self->release))
    return FALSE;
  for (guint i = 0; i < self->bars->len; i++)
    if (slip_stage_has_begun (
          slip_timeline_lane_get_bar (self, (int) i)->stage))
      return FALSE;
  return TRUE;
}

char *
slip_timeline_lane_dup_line (const SlipTimelineLane *self, SlipDate today)
{
  SlipAnchor anchor = slip_date_is_set (self->deploy_day) ? SLIP_ANCHOR_DEPLOY
                                                          : SLIP_ANCHOR_RELEASE;
  SlipDate day = anchor == SLIP_ANCHOR_DEPLOY ? self->deploy_day : self->day;
  gboolean is_about = slip_planned_date_is_about (
    slip_release_get_planned (self->release, anchor));
  g_autofree char *plain =
    slip_date_dup_text (day, SLIP_DATE_STYLE_SHORT, today);
  g_autofree char *text = g_strconcat (is_about ? "≈" : "", plain, NULL);

  if (!slip_date_is_set (day))
    return g_steal_pointer (&plain);
  if (anchor == SLIP_ANCHOR_RELEASE)
    return slip_release_is_closed (self->release)
             /* Translators: the release date of what is released. */
             ? g_strdup_printf (_ ("released %s"), text)
             /* Translators: the release date of what is not released yet. */
             : g_strdup_printf (_ ("releases %s"), text);
  if (slip_date_is_before (today, day))
    /* Translators: the deploy date, when it is still to come. */
    return g_strdup_printf (_ ("deploys %s"), text);
  if (is_dark (self))
    /* Translators: the deploy date; nobody can use it yet. */
    return g_strdup_printf (_ ("deployed %s, dark"), text);
  /* Translators: the deploy date, when it is past. */
  return g_strdup_printf (_ ("deployed %s"), text);
}

char *
slip_timeline_lane_dup_label (const SlipTimelineLane *self,
                              const SlipPlanState *state,
                              SlipDate today)
{
  g_autofree char *line = slip_timeline_lane_dup_line (self, today);
  GString *text = g_string_new (self->title);

  append (text,
          slip_status_get_label (slip_release_get_status (self->release)));
  append (text, line);
  for (guint i = 0; i < self->bars->len; i++) {
    const SlipTimelineBar *bar = slip_timeline_lane_get_bar (self, (int) i);
    g_autofree char *label = slip_timeline_bar_dup_label (
      bar, today, slip_timeline_bar_find_freeze (state, self, bar));

    g_string_append_printf (text, "; %s", label);
  }
  return g_string_free (text, FALSE);
}
