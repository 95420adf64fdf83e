/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-gate-wait.h"

#include "slip-checklist.h"
#include "slip-clock.h"
#include "slip-decision.h"
#include "slip-gate-clearing.h"
#include "slip-gate.h"
#include "slip-readiness.h"
#include "slip-release.h"
#include "slip-stage.h"

#include <glib/gi18n-lib.h>

/* A time of waiting, and who was waited for. */
typedef struct {
  SlipGateSpell spell;
  GPtrArray *criteria;
  gint64 last_ms; /* when the last of them was done; -1 if it is not known */
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

static const struct {
  const char *nick;
  const char *label;
} causes[SLIP_N_WAIT_CAUSES] = {
  [SLIP_WAIT_CAUSE_ITEMS] = { "items", NC_ ("wait", "Required items") },
  [SLIP_WAIT_CAUSE_NOTICE] = { "notice", NC_ ("wait", "Notice") },
  [SLIP_WAIT_CAUSE_FLAGS] = { "flags", NC_ ("wait", "Feature flags") },
  [SLIP_WAIT_CAUSE_FEED] = { "feed", NC_ ("wait", "Status feed") },
  [SLIP_WAIT_CAUSE_FREEZE] = { "freeze", NC_ ("wait", "Freeze") },
  [SLIP_WAIT_CAUSE_ROLLBACK_PLAN] = { "rollback-plan",
                                      NC_ ("wait", "Rollback plan") },
  [SLIP_WAIT_CAUSE_FIGURE] = { "figure", NC_ ("wait", "Figures") },
  [SLIP_WAIT_CAUSE_OWN] = { "own", NC_ ("wait", "Criteria of one’s own") },
  [SLIP_WAIT_CAUSE_DECISION] = { "decision", NC_ ("wait", "Decisions") },
};

const char *
slip_wait_cause_get_nick (SlipWaitCause cause)
{
  g_return_val_if_fail (cause < SLIP_N_WAIT_CAUSES, NULL);

  return causes[cause].nick;
}

const char *
slip_wait_cause_get_label (SlipWaitCause cause)
{
  g_return_val_if_fail (cause < SLIP_N_WAIT_CAUSES, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "wait", causes[cause].label);
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
 * not before @until_ms. */
static gint64
find_soaked (const SlipRow *previous, gint64 until_ms)
{
  gint64 seconds = slip_stage_get_soak_seconds (previous) +
                   slip_row_get_integer (previous, SLIP_STAGE_PAUSED_SECONDS);
  gint64 soaked;

  if (!slip_stage_has_begun (previous) ||
      !has_time (previous, SLIP_STAGE_STARTED_AT))
    return -1;

  soaked =
    slip_row_get_integer (previous, SLIP_STAGE_STARTED_AT) + seconds * 1000;
  return soaked <= until_ms ? soaked : -1;
}

/* When the stage should have started.  Returns: -1 if that is not known, or, of
 * one that has not, if it is still to come: one that did not wait for the soak
 * before it was not waited for either. */
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

  soaked = find_soaked (previous,
                        slip_stage_has_begun (stage) ? G_MAXINT64 : now.at_ms);
  return soaked < 0 ? -1 : MAX (ready, soaked);
}

/* An item that was closed at a time that nobody knows makes the whole wait
 * unknown; one that is open was waited for to the end. */
static gint64
find_closed (const SlipGateSpell *spell, const char *checklist)
{
  g_autoptr (GPtrArray) items =
    slip_checklist_list_items (spell->state, slip_row_get_id (spell->release),
                               checklist);
  gint64 last = spell->from_ms;
  gboolean is_known = TRUE;

  for (guint i = 0; i < items->len; i++) {
    const SlipRow *item = items->pdata[i];
    gint64 closed;

    if (!slip_row_get_boolean (item, SLIP_ITEM_IS_REQUIRED))
      continue;
    if (!slip_item_state_is_closed (
          slip_row_get_integer (item, SLIP_ITEM_STATE)))
      return SLIP_PAST_NEVER;
    closed = spell->past != NULL
               ? slip_past_get_closed (spell->past, slip_row_get_id (item))
               : SLIP_PAST_UNKNOWN;
    is_known = is_known && closed >= 0;
    last = MAX (last, closed);
  }

  return is_known ? last : SLIP_PAST_UNKNOWN;
}

static void
append_part (const Look *look,
             SlipWaitCause cause,
             const char *audience,
             char *name,
             gint64 seconds)
{
  SlipWaitFor *part = g_new (SlipWaitFor, 1);

  *part = (SlipWaitFor){ cause, g_strdup (audience), name, seconds };
  g_ptr_array_add (look->wait->parts, part);
}

/* Takes what was waited for until @done_ms; takes @name. */
static void
take_part (Look *look,
           SlipWaitCause cause,
           const char *audience,
           char *name,
           gint64 done_ms)
{
  append_part (look, cause, audience, name,
               done_ms < 0 ? SLIP_WAIT_UNKNOWN
                           : (done_ms - look->spell.from_ms) / 1000);
  look->last_ms =
    done_ms < 0 || look->last_ms < 0 ? -1 : MAX (look->last_ms, done_ms);
}

/* The criterion that asks for the items, or the notice, of @audience. */
static const SlipRow *
find_asking (const Look *look, SlipCriterionType type, const char *audience)
{
  for (guint i = 0; i < look->criteria->len; i++) {
    const SlipRow *criterion = look->criteria->pdata[i];
    const char *whose = slip_row_get_text (criterion, SLIP_CRITERION_AUDIENCE);

    if (slip_row_get_integer (criterion, SLIP_CRITERION_TYPE) == type &&
        (whose == NULL || g_strcmp0 (whose, audience) == 0))
      return criterion;
  }

  return NULL;
}

static void
list_audiences (Look *look)
{
  const SlipGateSpell *spell = &look->spell;
  g_autoptr (GPtrArray) checklists =
    slip_checklist_list (spell->state, slip_row_get_id (spell->release));

  for (guint i = 0; i < checklists->len; i++) {
    const SlipRow *checklist = checklists->pdata[i];
    const char *audience =
      slip_row_get_text (checklist, SLIP_CHECKLIST_AUDIENCE);
    const SlipRow *row =
      slip_plan_state_get (spell->state, SLIP_KIND_AUDIENCE, audience);
    const SlipRow *criterion =
      find_asking (look, SLIP_CRITERION_ITEMS, audience);

    if (row == NULL || criterion == NULL ||
        slip_row_get_boolean (checklist, SLIP_CHECKLIST_IS_NOT_NEEDED))
      continue;
    take_part (look, SLIP_WAIT_CAUSE_ITEMS, audience,
               g_strdup (slip_row_get_text (row, SLIP_AUDIENCE_NAME)),
               slip_gate_clearing_limit (spell, criterion,
                                         find_closed (spell, slip_row_get_id (
                                                               checklist))));
  }
}

static void
list_notices (Look *look)
{
  const SlipGateSpell *spell = &look->spell;
  g_autoptr (GPtrArray) list =
    slip_knowledge_list (spell->state, spell->release,
                         slip_clock_find_day (spell->until_ms));

  for (guint i = 0; i < list->len; i++) {
    const SlipKnowledge *knowledge = list->pdata[i];
    const SlipRow *audience = knowledge->audience;
    const SlipRow *criterion =
      find_asking (look, SLIP_CRITERION_NOTICE, slip_row_get_id (audience));

    if (criterion == NULL || knowledge->state == SLIP_KNOWLEDGE_NOT_NEEDED ||
        slip_row_get_integer (audience, SLIP_AUDIENCE_NOTICE_DAYS) == 0)
      continue;
    take_part (
      look, SLIP_WAIT_CAUSE_NOTICE, slip_row_get_id (audience),
      /* Translators: what a gate waited for; the name of an audience. */
      g_strdup_printf (_ ("notice to %s"),
                       slip_row_get_text (audience, SLIP_AUDIENCE_NAME)),
      slip_gate_clearing_find_notice (spell, criterion, knowledge));
  }
}

static SlipWaitCause
get_cause (const SlipRow *criterion)
{
  switch (
    (SlipCriterionType) slip_row_get_integer (criterion, SLIP_CRITERION_TYPE)) {
  case SLIP_CRITERION_ITEMS:
    return SLIP_WAIT_CAUSE_ITEMS;
  case SLIP_CRITERION_NOTICE:
    return SLIP_WAIT_CAUSE_NOTICE;
  case SLIP_CRITERION_FLAGS:
    return SLIP_WAIT_CAUSE_FLAGS;
  case SLIP_CRITERION_FEED:
    return SLIP_WAIT_CAUSE_FEED;
  case SLIP_CRITERION_NO_FREEZE:
    return SLIP_WAIT_CAUSE_FREEZE;
  case SLIP_CRITERION_ROLLBACK_PLAN:
    return SLIP_WAIT_CAUSE_ROLLBACK_PLAN;
  case SLIP_CRITERION_FIGURE_WITHIN:
    return SLIP_WAIT_CAUSE_FIGURE;
  case SLIP_CRITERION_OWN:
    return SLIP_WAIT_CAUSE_OWN;
  case SLIP_CRITERION_SOAK:
  case SLIP_N_CRITERIA:
    break;
  }

  return SLIP_N_WAIT_CAUSES;
}

/* What looks at none of the audiences.  The wait begins with the soak over. */
static void
list_others (Look *look)
{
  for (guint i = 0; i < look->criteria->len; i++) {
    const SlipRow *criterion = look->criteria->pdata[i];
    const char *text = slip_row_get_text (criterion, SLIP_CRITERION_TEXT);
    SlipWaitCause cause = get_cause (criterion);

    if (cause == SLIP_WAIT_CAUSE_ITEMS || cause == SLIP_WAIT_CAUSE_NOTICE ||
        cause == SLIP_N_WAIT_CAUSES)
      continue;
    take_part (look, cause, NULL,
               g_strdup (text != NULL ? text
                                      : slip_wait_cause_get_label (cause)),
               slip_gate_clearing_find (&look->spell, criterion));
  }
}

/* Who let it start, or NULL. */
static const char *
find_decider (const SlipGateSpell *spell)
{
  g_autoptr (GPtrArray) decisions =
    slip_decision_list (spell->state, slip_row_get_id (spell->release));
  const char *id = NULL;

  for (guint i = 0; i < decisions->len; i++) {
    const SlipRow *row = decisions->pdata[i];
    gint64 type = slip_row_get_integer (row, SLIP_DECISION_TYPE);

    if ((type == SLIP_DECISION_GO || type == SLIP_DECISION_CONDITIONAL_GO) &&
        g_strcmp0 (slip_row_get_text (row, SLIP_DECISION_STAGE),
                   slip_row_get_id (spell->stage)) == 0 &&
        !slip_decision_is_withdrawn (spell->state, row))
      id = slip_row_get_id (row);
  }

  return id != NULL
           ? slip_row_get_text (slip_plan_state_get (spell->state,
                                                     SLIP_KIND_DECISION, id),
                                SLIP_DECISION_PERSON_NAME)
           : NULL;
}

static void
list_decision (const Look *look)
{
  const char *decider =
    look->wait->is_open ? NULL : find_decider (&look->spell);
  /* Translators: the name of whoever let a rollout stage start. */
  char *name = decider != NULL ? g_strdup_printf (_ ("Decision (%s)"), decider)
                               : g_strdup (_ ("Decision"));

  append_part (look, SLIP_WAIT_CAUSE_DECISION, NULL, name,
               look->last_ms < 0
                 ? SLIP_WAIT_UNKNOWN
                 : (look->spell.until_ms - look->last_ms) / 1000);
}

/* The criteria without which the gate is shut. */
static GPtrArray *
list_musts (const SlipGateSpell *spell)
{
  GPtrArray *criteria =
    slip_criterion_list (spell->state, slip_row_get_id (spell->release),
                         slip_row_get_id (spell->stage));

  for (guint i = criteria->len; i > 0; i--)
    if (!slip_row_get_boolean (criteria->pdata[i - 1], SLIP_CRITERION_IS_MUST))
      g_ptr_array_remove_index (criteria, i - 1);

  return criteria;
}

/* Finds who was waited for in @spell. */
static void
list_parts (SlipGateWait *self, const SlipGateSpell *spell)
{
  g_autoptr (GPtrArray) criteria = list_musts (spell);
  Look look = { *spell, criteria, spell->from_ms, self };

  list_audiences (&look);
  list_notices (&look);
  list_others (&look);
  list_decision (&look);
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
  SlipGateSpell spell = {
    .state = state,
    .release = slip_plan_state_get (state, SLIP_KIND_RELEASE,
                                    slip_row_get_owner (stage)),
    .stage = stage,
    .past = past,
    .from_ms = find_ready (state, stage, now),
    .until_ms = find_until (state, stage, now, &self->is_open),
  };
  g_autoptr (SlipGate) gate = NULL;

  self->parts = g_ptr_array_new_with_free_func (free_part);
  self->seconds = SLIP_WAIT_UNKNOWN;
  if (spell.release == NULL || spell.from_ms < 0 || spell.until_ms < 0 ||
      (self->is_open && spell.from_ms > spell.until_ms)) {
    self->is_open = FALSE;
    return self;
  }

  self->seconds = MAX (spell.until_ms - spell.from_ms, 0) / 1000;
  if (self->seconds == 0)
    return self;
  if (self->is_open)
    spell.gate = gate =
      slip_gate_evaluate (state, slip_row_get_id (stage), now);
  list_parts (self, &spell);
  return self;
}
