/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-calendar-stage.h"

#include "slip-plain-text.h"
#include "slip-timeline.h"

#include <glib/gi18n-lib.h>

/* What is said of a stage. */
typedef struct {
  SlipTimelineBar bar;
  const SlipRow *freeze; /* that it would start in, or NULL */
  char *title;           /* of its release */
} Telling;

static void
telling_init (Telling *self,
              const SlipCalendarStage *stage,
              const SlipCalendarIndex *index)
{
  const SlipPlanState *state = slip_calendar_index_get_state (index);
  SlipTimelineLane lane = { .release = (SlipRow *) stage->release };

  slip_timeline_bar_find (stage->stage, slip_calendar_index_get_today (index),
                          &self->bar);
  self->freeze = slip_timeline_bar_find_freeze (state, &lane, &self->bar);
  self->title = slip_release_dup_short_title (state, stage->release);
}

static void
telling_clear (Telling *self)
{
  g_free (self->title);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Telling, telling_clear)

char *
slip_calendar_stage_dup_caption (const SlipCalendarStage *stage,
                                 const SlipCalendarIndex *index)
{
  g_auto (Telling) telling = { 0 };
  g_autofree char *caption = NULL;
  g_autofree char *isolated = NULL;

  telling_init (&telling, stage, index);
  caption =
    slip_timeline_bar_dup_caption (&telling.bar,
                                   slip_calendar_index_get_today (index),
                                   telling.freeze != NULL);
  isolated = slip_plain_text_dup_isolated (caption);
  return g_strdup_printf ("%s\u00a0· %s", telling.title, isolated);
}

char *
slip_calendar_stage_dup_label (const SlipCalendarStage *stage,
                               const SlipCalendarIndex *index)
{
  g_auto (Telling) telling = { 0 };
  g_autofree char *label = NULL;

  telling_init (&telling, stage, index);
  label = slip_timeline_bar_dup_label (&telling.bar,
                                       slip_calendar_index_get_today (index),
                                       telling.freeze);
  /* Translators: a release, and one of its rollout stages in words. */
  return g_strdup_printf (_ ("%s, %s"), telling.title, label);
}
