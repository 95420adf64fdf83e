/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-waiting.h"

#include "slip-date-text.h"
#include "slip-decision-text.h"
#include "slip-release-index.h"
#include "slip-release.h"
#include "slip-rollout.h"
#include "slip-stage.h"

#include <glib/gi18n-lib.h>

static gboolean
is_over (SlipDate day, SlipMoment moment)
{
  return slip_date_is_set (day) && !slip_date_is_before (moment.today, day);
}

/* Of what is paused or set aside, nobody waits for the next stage. */
static gboolean
can_go_on (const SlipWaiting *waiting)
{
  return slip_release_get_status (waiting->release) != SLIP_STATUS_ON_HOLD &&
         (waiting->current == NULL ||
          slip_stage_get_state (waiting->current) == SLIP_STAGE_STATE_ACTIVE);
}

static gboolean
has_soaked (const SlipWaiting *waiting, SlipMoment moment)
{
  return waiting->current != NULL &&
         slip_rollout_is_due (waiting->current, moment.at_ms);
}

gboolean
slip_waiting_find (const SlipPlanState *state,
                   const SlipRow *release,
                   SlipMoment moment,
                   SlipWaiting *waiting)
{
  const char *id = slip_row_get_id (release);
  SlipDate review;

  if (!slip_release_is_open (release) || !slip_plan_state_is_loaded (state, id))
    return FALSE;

  *waiting = (SlipWaiting){ .release = release, .since = SLIP_DATE_NONE };
  slip_rollout_get_both (state, id, &waiting->current, &waiting->next);
  review = slip_decision_get_review_day (state, id);
  if (slip_date_is_set (review)) {
    waiting->reason = SLIP_WAITING_REVIEW;
    waiting->since = review;
    return is_over (review, moment);
  }
  if (!can_go_on (waiting))
    return FALSE;
  if (has_soaked (waiting, moment)) {
    waiting->reason = SLIP_WAITING_SOAK;
    return TRUE;
  }
  /* What was rolled back waits to be mended first. */
  if (waiting->next == NULL ||
      slip_stage_get_state (waiting->next) == SLIP_STAGE_STATE_ROLLED_BACK)
    return FALSE;

  waiting->reason = SLIP_WAITING_START;
  waiting->since = slip_row_get_date (waiting->next, SLIP_STAGE_PLANNED_START);
  return is_over (waiting->since, moment);
}

typedef struct {
  const SlipPlanState *state;
  SlipMoment moment;
  GArray *found;
} Search;

static void
search_cb (const SlipRow *release, gpointer data)
{
  Search *search = data;
  SlipWaiting waiting;

  if (slip_waiting_find (search->state, release, search->moment, &waiting))
    g_array_append_val (search->found, waiting);
}

GArray *
slip_waiting_list (const SlipPlanState *state, SlipMoment moment)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (SlipWaiting));
  Search search = { state, moment, found };

  slip_release_index_foreach_open (slip_plan_state_get_index (state), search_cb,
                                   &search);
  return found;
}

char *
slip_waiting_dup_step (const SlipWaiting *self)
{
  g_autofree char *current =
    self->current != NULL ? slip_stage_dup_title (self->current) : NULL;
  g_autofree char *next =
    self->next != NULL ? slip_stage_dup_title (self->next) : NULL;

  if (current != NULL && next != NULL)
    /* Translators: the rollout stage that runs and the next: '25 % → Everyone'.
     */
    return g_strdup_printf (_ ("%s → %s"), current, next);
  if (current != NULL)
    /* Translators: of the last rollout stage, which ends next. */
    return g_strdup_printf (_ ("%s → end"), current);

  return next != NULL ? g_steal_pointer (&next) : g_strdup ("");
}

char *
slip_waiting_dup_reason (const SlipWaiting *self, SlipDate today)
{
  g_autofree char *day =
    slip_date_dup_text (self->since, SLIP_DATE_STYLE_MEDIUM, today);
  g_autofree char *distance = slip_date_is_set (self->since)
                                ? slip_date_dup_distance (self->since, today)
                                : NULL;

  switch (self->reason) {
  case SLIP_WAITING_REVIEW:
    /* Translators: a day and how far away it is. */
    return g_strdup_printf (_ ("to be looked at again %s, %s"), day, distance);
  case SLIP_WAITING_SOAK:
    return g_strdup (_ ("its soak is over"));
  case SLIP_WAITING_START:
    /* Translators: a day and how far away it is. */
    return g_strdup_printf (_ ("planned to start %s, %s"), day, distance);
  }

  g_return_val_if_reached (NULL);
}
