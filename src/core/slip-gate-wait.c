/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-gate-wait.h"

#include "slip-checklist.h"
#include "slip-clock.h"
#include "slip-decision.h"
#include "slip-readiness.h"
#include "slip-release.h"
#include "slip-stage.h"

#include <glib/gi18n-lib.h>

/* The stage that is looked at, and the time between which it was waited for. */
typedef struct {
  const SlipPlanState *state;
  const SlipRow *stage;
  const char *release;
  const SlipPast *past;
  gint64 from_ms;
  gint64 until_ms;
  SlipGateWait *wait;
} Look;

static void
free_part (gpointer data)
{
  SlipWaitFor *part = data;

  g_free (part->audience);
  g_free (part->name);
  g_free (part);
}

void
slip_gate_wait_free (SlipGateWait *self)
{
  g_ptr_array_unref (self->parts);
  g_free (self);
}

/* The stage before @stage that has not been passed over, or NULL. */
static const SlipRow *
find_previous (const GPtrArray *stages, const SlipRow *stage)
{
  const SlipRow *previous = NULL;

  for (guint i = 0; i < stages->len; i++) {
    if (g_str_equal (slip_row_get_id (stages->pdata[i]),
                     slip_row_get_id (stage)))
      break;
    if (slip_stage_get_state (stages->pdata[i]) != SLIP_STAGE_STATE_SKIPPED)
      previous = stages->pdata[i];
  }

  return previous;
}

static gboolean
has_time (const SlipRow *stage, guint property)
{
  return slip_row_peek (stage, property)->type != SLIP_VALUE_NONE;
}

/* When the soak of @previous was over.  Returns: -1 if that is not known, or
 * was not yet. */
static gint64
find_soaked (const SlipRow *previous, gint64 now_ms)
{
  gint64 seconds = slip_stage_get_soak_seconds (previous) +
                   slip_row_get_integer (previous, SLIP_STAGE_PAUSED_SECONDS);
  gint64 soaked;

  if (!slip_stage_has_begun (previous) ||
      !has_time (previous, SLIP_STAGE_STARTED_AT))
    return -1;

  soaked =
    slip_row_get_integer (previous, SLIP_STAGE_STARTED_AT) + seconds * 1000;
  return soaked <= now_ms ? soaked : -1;
}

/* When the stage should have started.  Returns: -1 if that is not known, or is
 * still to come. */
static gint64
find_ready (const SlipPlanState *state, const SlipRow *stage, SlipMoment now)
{
  g_autoptr (GPtrArray) stages =
    slip_stage_list (state, slip_row_get_owner (stage));
  const SlipRow *previous = find_previous (stages, stage);
  SlipDate planned = slip_row_get_date (stage, SLIP_STAGE_PLANNED_START);
  gint64 ready;
  gint64 soaked;

  if (!slip_date_is_set (planned))
    return -1;

  ready = slip_clock_find_start (slip_date_add_days (planned, 1));
  if (previous == NULL)
    return ready;

  soaked = find_soaked (previous, now.at_ms);
  return soaked < 0 ? -1 : MAX (ready, soaked);
}

/* An item that was closed at a time that nobody knows makes the whole wait
 * unknown; one that is open was waited for to the end. */
static gint64
find_closed (const Look *look, const char *checklist)
{
  g_autoptr (GPtrArray) items =
    slip_checklist_list_items (look->state, look->release, checklist);
  gint64 last = look->from_ms;
  gboolean is_known = TRUE;

  for (guint i = 0; i < items->len; i++) {
    const SlipRow *item = items->pdata[i];
    gint64 closed;

    if (!slip_row_get_boolean (item, SLIP_ITEM_IS_REQUIRED))
      continue;
    if (!slip_item_state_is_closed (
          slip_row_get_integer (item, SLIP_ITEM_STATE)))
      return look->until_ms;
    closed = look->past != NULL
               ? slip_past_get_closed (look->past, slip_row_get_id (item))
               : -1;
    is_known = is_known && closed >= 0;
    last = MAX (last, closed);
  }

  if (!is_known)
    return -1;

  return MIN (last, look->until_ms);
}

static void
take_part (const Look *look,
           const char *audience,
           const char *name,
           gint64 seconds)
{
  SlipWaitFor *part = g_new (SlipWaitFor, 1);

  *part = (SlipWaitFor){ g_strdup (audience), g_strdup (name), seconds };
  g_ptr_array_add (look->wait->parts, part);
}

/* Whether the gate asks for the items of @audience. */
static gboolean
is_asked (const Look *look, const char *audience)
{
  g_autoptr (GPtrArray) criteria =
    slip_plan_state_list_owned (look->state, SLIP_KIND_CRITERION,
                                look->release);

  for (guint i = 0; i < criteria->len; i++) {
    const SlipRow *criterion = criteria->pdata[i];
    const char *whose = slip_row_get_text (criterion, SLIP_CRITERION_AUDIENCE);

    if (slip_row_get_integer (criterion, SLIP_CRITERION_TYPE) ==
          SLIP_CRITERION_ITEMS &&
        g_strcmp0 (slip_row_get_text (criterion, SLIP_CRITERION_STAGE),
                   slip_row_get_id (look->stage)) == 0 &&
        (whose == NULL || g_strcmp0 (whose, audience) == 0))
      return TRUE;
  }

  return FALSE;
}

/* Returns: when the last of the audiences was done, -1 if it is not known. */
static gint64
list_audiences (const Look *look)
{
  g_autoptr (GPtrArray) checklists =
    slip_checklist_list (look->state, look->release);
  gint64 last = look->from_ms;

  for (guint i = 0; i < checklists->len; i++) {
    const SlipRow *checklist = checklists->pdata[i];
    const char *audience =
      slip_row_get_text (checklist, SLIP_CHECKLIST_AUDIENCE);
    const SlipRow *row =
      slip_plan_state_get (look->state, SLIP_KIND_AUDIENCE, audience);
    gint64 closed;

    if (row == NULL ||
        slip_row_get_boolean (checklist, SLIP_CHECKLIST_IS_NOT_NEEDED) ||
        !is_asked (look, audience))
      continue;
    closed = find_closed (look, slip_row_get_id (checklist));
    take_part (look, audience, slip_row_get_text (row, SLIP_AUDIENCE_NAME),
               closed < 0 ? SLIP_WAIT_UNKNOWN
                          : (closed - look->from_ms) / 1000);
    last = closed < 0 || last < 0 ? -1 : MAX (last, closed);
  }

  return last;
}

/* Who let it start, or NULL. */
static const char *
find_decider (const Look *look, GPtrArray *decisions)
{
  const char *name = NULL;

  for (guint i = 0; i < decisions->len; i++) {
    const SlipRow *row = decisions->pdata[i];
    gint64 type = slip_row_get_integer (row, SLIP_DECISION_TYPE);

    if ((type == SLIP_DECISION_GO || type == SLIP_DECISION_CONDITIONAL_GO) &&
        g_strcmp0 (slip_row_get_text (row, SLIP_DECISION_STAGE),
                   slip_row_get_id (look->stage)) == 0 &&
        !slip_decision_is_withdrawn (look->state, row))
      name = slip_row_get_text (row, SLIP_DECISION_PERSON_NAME);
  }

  return name;
}

static void
list_decision (const Look *look, gint64 done_ms)
{
  g_autoptr (GPtrArray) decisions =
    slip_decision_list (look->state, look->release);
  const char *decider =
    look->wait->is_open ? NULL : find_decider (look, decisions);
  /* Translators: the name of whoever let a rollout stage start. */
  g_autofree char *name = decider != NULL
                            ? g_strdup_printf (_ ("Decision (%s)"), decider)
                            : g_strdup (_ ("Decision"));

  take_part (look, NULL, name,
             done_ms < 0 ? SLIP_WAIT_UNKNOWN
                         : (look->until_ms - done_ms) / 1000);
}

static gboolean
is_over (const SlipPlanState *state, const SlipRow *stage)
{
  const SlipRow *release =
    slip_plan_state_get (state, SLIP_KIND_RELEASE, slip_row_get_owner (stage));

  return release == NULL || !slip_release_is_open (release) ||
         slip_stage_get_state (stage) == SLIP_STAGE_STATE_SKIPPED;
}

/* When the wait for @stage ended or, if it has not, now.  Returns: -1 if that
 * is not known. */
static gint64
find_until (const SlipPlanState *state,
            const SlipRow *stage,
            SlipMoment now,
            gboolean *is_open)
{
  *is_open = FALSE;
  if (slip_stage_has_begun (stage))
    return has_time (stage, SLIP_STAGE_STARTED_AT)
             ? slip_row_get_integer (stage, SLIP_STAGE_STARTED_AT)
             : -1;

  *is_open = slip_stage_is_left (stage) && !is_over (state, stage);
  return *is_open ? now.at_ms : -1;
}

SlipGateWait *
slip_gate_wait_new (const SlipPlanState *state,
                    const SlipRow *stage,
                    const SlipPast *past,
                    SlipMoment now)
{
  SlipGateWait *self = g_new0 (SlipGateWait, 1);
  Look look = { state, stage, slip_row_get_owner (stage), past, 0, 0, self };

  self->parts = g_ptr_array_new_with_free_func (free_part);
  self->seconds = SLIP_WAIT_UNKNOWN;
  look.from_ms = find_ready (state, stage, now);
  look.until_ms = find_until (state, stage, now, &self->is_open);
  if (look.from_ms < 0 || look.until_ms < 0 ||
      (self->is_open && look.from_ms > look.until_ms)) {
    self->is_open = FALSE;
    return self;
  }

  self->seconds = MAX (look.until_ms - look.from_ms, 0) / 1000;
  if (self->seconds > 0)
    list_decision (&look, list_audiences (&look));
  return self;
}
