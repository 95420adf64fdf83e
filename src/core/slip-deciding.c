/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-deciding.h"

#include <glib/gi18n-lib.h>

#include "slip-assignment.h"
#include "slip-audience.h"
#include "slip-checklist.h"
#include "slip-gate-evidence.h"
#include "slip-gate-freeze.h"
#include "slip-item-list.h"
#include "slip-last-rank.h"
#include "slip-rank.h"
#include "slip-release.h"
#include "slip-rollout.h"

static void
condition_free (SlipCondition *condition)
{
  g_free (condition->title);
  g_free (condition->owner);
  g_free (condition->owner_name);
  g_free (condition);
}

SlipDeciding *
slip_deciding_new (SlipDecisionType type,
                   const char *release,
                   const char *stage,
                   SlipMoment moment)
{
  SlipDeciding *self = g_new0 (SlipDeciding, 1);

  self->type = type;
  self->id = slip_id_new ();
  self->release = g_strdup (release);
  self->stage = g_strdup (stage);
  self->moment = moment;
  self->conditions =
    g_ptr_array_new_with_free_func ((GDestroyNotify) condition_free);
  self->review_day = SLIP_DATE_NONE;
  return self;
}

void
slip_deciding_free (SlipDeciding *self)
{
  g_free (self->id);
  g_free (self->release);
  g_free (self->stage);
  g_free (self->to_stage);
  g_free (self->person);
  g_free (self->person_name);
  g_free (self->opinions);
  g_free (self->reason);
  g_ptr_array_unref (self->conditions);
  g_free (self);
}

void
slip_deciding_add_condition (SlipDeciding *self,
                             const char *title,
                             const char *owner,
                             const char *owner_name,
                             SlipDate due)
{
  SlipCondition *condition = g_new0 (SlipCondition, 1);

  condition->title = g_strdup (title);
  condition->owner = g_strdup (owner);
  condition->owner_name = g_strdup (owner_name);
  condition->due = due;
  g_ptr_array_add (self->conditions, condition);
}

gboolean
slip_deciding_needs_reason (SlipDecisionType type, const SlipGate *gate)
{
  if (slip_decision_type_starts (type))
    return gate != NULL && !gate->is_open;

  return type == SLIP_DECISION_NO_GO || type == SLIP_DECISION_HOLD ||
         type == SLIP_DECISION_ROLL_BACK;
}

const SlipRow *
slip_deciding_find_stage (const SlipPlanState *state,
                          const char *release,
                          SlipDecisionType type)
{
  return slip_decision_type_starts (type) || type == SLIP_DECISION_NO_GO
           ? slip_rollout_get_next (state, release)
           : slip_rollout_get_current (state, release);
}

static const SlipRow *
find_checklist (const GPtrArray *checklists, const char *audience)
{
  for (guint i = 0; i < checklists->len; i++)
    if (g_strcmp0 (slip_row_get_text (checklists->pdata[i],
                                      SLIP_CHECKLIST_AUDIENCE),
                   audience) == 0)
      return checklists->pdata[i];

  return NULL;
}

/* The audience of the first needed checklist that @owner, if not %NULL, owns.
 */
static const SlipRow *
find_needed (const SlipPlanState *state,
             const GPtrArray *checklists,
             const char *owner)
{
  for (guint i = 0; i < checklists->len; i++) {
    const SlipRow *checklist = checklists->pdata[i];
    const SlipRow *audience =
      slip_plan_state_follow (state, checklist, SLIP_CHECKLIST_AUDIENCE);

    if (audience != NULL &&
        !slip_row_get_boolean (checklist, SLIP_CHECKLIST_IS_NOT_NEEDED) &&
        (owner == NULL ||
         g_strcmp0 (slip_row_get_text (checklist, SLIP_CHECKLIST_OWNER),
                    owner) == 0))
      return audience;
  }

  return NULL;
}

/* The first audience in use that @owner, if not %NULL, usually owns the
 * checklists of, and that the release does not do without. */
static const SlipRow *
find_usual (const SlipPlanState *state,
            const GPtrArray *checklists,
            const char *owner)
{
  g_autoptr (GPtrArray) audiences = slip_audience_list (state);

  for (guint i = 0; i < audiences->len; i++) {
    const SlipRow *audience = audiences->pdata[i];
    const char *id = slip_row_get_id (audience);
    const SlipRow *checklist = find_checklist (checklists, id);

    if (!slip_row_get_boolean (audience, SLIP_AUDIENCE_IS_RETIRED) &&
        (checklist == NULL ||
         !slip_row_get_boolean (checklist, SLIP_CHECKLIST_IS_NOT_NEEDED)) &&
        (owner == NULL ||
         g_strcmp0 (slip_row_get_text (audience, SLIP_AUDIENCE_OWNER), owner) ==
           0))
      return slip_plan_state_get (state, SLIP_KIND_AUDIENCE, id);
  }

  return NULL;
}

const SlipRow *
slip_deciding_find_audience (const SlipPlanState *state,
                             const char *release,
                             const char *owner)
{
  g_autoptr (GPtrArray) checklists = slip_checklist_list (state, release);
  const SlipRow *audience = NULL;

  if (owner != NULL)
    audience = find_needed (state, checklists, owner);
  if (audience == NULL && owner != NULL)
    audience = find_usual (state, checklists, owner);
  if (audience == NULL)
    audience = find_needed (state, checklists, NULL);

  return audience != NULL ? audience : find_usual (state, checklists, NULL);
}

static gboolean
refuse (GError **error, SlipPlanError code, const char *message)
{
  g_set_error_literal (error, SLIP_PLAN_ERROR, (int) code, message);
  return FALSE;
}

static gboolean
is_blank (const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text != NULL ? text : ""));

  return *stripped == '\0';
}

static gboolean
check_conditions (const SlipDeciding *self, GError **error)
{
  if (self->type == SLIP_DECISION_CONDITIONAL_GO && self->conditions->len == 0)
    return refuse (error, SLIP_PLAN_ERROR_INVALID,
                   _ ("A conditional go needs a condition"));
  if (self->type != SLIP_DECISION_CONDITIONAL_GO && self->conditions->len > 0)
    return refuse (error, SLIP_PLAN_ERROR_INVALID,
                   _ ("Only a conditional go has conditions"));

  for (guint i = 0; i < self->conditions->len; i++) {
    const SlipCondition *condition = self->conditions->pdata[i];

    if (is_blank (condition->title))
      return refuse (error, SLIP_PLAN_ERROR_INVALID,
                     _ ("A condition needs a title"));
    if (condition->owner == NULL && is_blank (condition->owner_name))
      return refuse (error, SLIP_PLAN_ERROR_INVALID,
                     _ ("A condition needs an owner"));
    if (!slip_date_is_set (condition->due))
      return refuse (error, SLIP_PLAN_ERROR_INVALID,
                     _ ("A condition needs a date"));
  }

  return TRUE;
}

static gboolean
check_freezes (const SlipPlanState *state,
               const SlipDeciding *self,
               const SlipRow *stage,
               GError **error)
{
  g_autoptr (GArray) freezes =
    slip_gate_freeze_list (state, stage, self->moment.today);

  for (guint i = 0; i < freezes->len; i++) {
    const SlipGateFreeze *freeze = &g_array_index (freezes, SlipGateFreeze, i);
    const char *name = slip_row_get_text (freeze->freeze, SLIP_FREEZE_NAME);

    if (!slip_gate_freeze_forbids (freeze))
      continue;
    g_set_error (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_INVALID,
                 /* Translators: a freeze. */
                 _ ("“%s” is a hard freeze: to start a stage in it needs an "
                    "exception"),
                 name != NULL ? name : "");
    return FALSE;
  }

  return TRUE;
}

static gboolean
check (const SlipPlanState *state,
       const SlipDeciding *self,
       const SlipRow *stage,
       GError **error)
{
  g_autoptr (SlipGate) gate =
    slip_gate_evaluate (state, self->stage, self->moment);

  if (self->person == NULL && is_blank (self->person_name))
    return refuse (error, SLIP_PLAN_ERROR_INVALID, _ ("Say who decides"));
  if (slip_deciding_needs_reason (self->type, gate) && is_blank (self->reason))
    return refuse (error, SLIP_PLAN_ERROR_INVALID,
                   slip_decision_type_starts (self->type)
                     ? _ ("Something stands in the way: say why to go "
                          "nevertheless")
                     : _ ("Say why"));
  if (!check_conditions (self, error))
    return FALSE;

  return !slip_decision_type_starts (self->type) ||
         check_freezes (state, self, stage, error);
}

/* The stage whose gate is frozen into the record: the one that is decided on
 * or, of one that runs, the next. */
static char *
dup_evidence (const SlipPlanState *state, const SlipDeciding *self)
{
  const SlipRow *next = NULL;

  if (!slip_decision_type_starts (self->type) &&
      self->type != SLIP_DECISION_NO_GO)
    next = slip_rollout_get_next (state, self->release);

  return slip_gate_dup_evidence (state,
                                 next != NULL ? slip_row_get_id (next)
                                              : self->stage,
                                 self->moment);
}

/* What is made for @self gets ids that are the same each time it is run. */
static char *
dup_id (const SlipDeciding *self, const char *noun, guint i)
{
  g_autofree char *name = g_strdup_printf ("%s/%s/%u", self->id, noun, i);

  return slip_id_new_derived (name);
}

/* Returns: (transfer full): the checklist that condition @i goes into. */
static char *
ensure_checklist (SlipEdit *edit,
                  const SlipDeciding *self,
                  const char *owner,
                  guint i)
{
  const SlipPlanState *state = slip_edit_get_state (edit);
  const SlipRow *audience =
    slip_deciding_find_audience (state, self->release, owner);
  g_autofree char *id = dup_id (self, "checklist", i);
  g_autoptr (GPtrArray) checklists = NULL;
  const SlipRow *without;

  if (audience != NULL)
    return slip_checklist_ensure (edit, self->release,
                                  slip_row_get_id (audience), id);

  checklists = slip_checklist_list (state, self->release);
  without = find_checklist (checklists, NULL);
  if (without != NULL)
    return g_strdup (slip_row_get_id (without));
  slip_edit_create (edit, SLIP_KIND_CHECKLIST, id, self->release);
  return g_steal_pointer (&id);
}

/* Makes condition @i an item; returns what the record says of it. */
static char *
add_condition (SlipEdit *edit, const SlipDeciding *self, guint i)
{
  const SlipCondition *condition = self->conditions->pdata[i];
  g_autofree char *new_person = dup_id (self, "person", i);
  g_autofree char *owner = g_strdup (
    slip_assignment_ensure_person (edit, condition->owner,
                                   condition->owner_name, new_person));
  g_autofree char *checklist = ensure_checklist (edit, self, owner, i);
  g_autofree char *id = dup_id (self, "item", i);
  g_autoptr (GPtrArray) items =
    slip_checklist_list_items (slip_edit_get_state (edit), self->release,
                               checklist);
  g_autofree char *rank = slip_rank_between (slip_last_rank_find (items), NULL);
  g_autofree char *day = slip_date_to_text (condition->due);
  const SlipRow *person =
    slip_plan_state_get (slip_edit_get_state (edit), SLIP_KIND_PERSON, owner);
  const char *name =
    person != NULL ? slip_row_get_text (person, SLIP_PERSON_NAME) : NULL;
  /* A record has a line for each. */
  g_autofree char *title =
    g_strdelimit (g_strdup (condition->title), "\n\t", ' ');
  char *text =
    g_strdup_printf ("%s; %s; %s", title, name != NULL ? name : "", day);

  slip_edit_create (edit, SLIP_KIND_ITEM, id, self->release);
  slip_edit_set_text (edit, SLIP_KIND_ITEM, id, SLIP_ITEM_CHECKLIST, checklist);
  slip_edit_set_text (edit, SLIP_KIND_ITEM, id, SLIP_ITEM_TITLE, title);
  slip_edit_set_integer (edit, SLIP_KIND_ITEM, id, SLIP_ITEM_IS_REQUIRED, TRUE);
  slip_edit_set_text (edit, SLIP_KIND_ITEM, id, SLIP_ITEM_OWNER, owner);
  slip_edit_set_date (edit, SLIP_KIND_ITEM, id, SLIP_ITEM_DUE_DATE,
                      condition->due);
  slip_edit_set_text (edit, SLIP_KIND_ITEM, id, SLIP_ITEM_RANK, rank);
  slip_edit_set_text (edit, SLIP_KIND_ITEM, id, SLIP_ITEM_ORIGIN, self->id);
  return text;
}

static char *
add_conditions (SlipEdit *edit, const SlipDeciding *self)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->conditions->len; i++)
    g_ptr_array_add (lines, add_condition (edit, self, i));
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (GStrv) lines->pdata);
}

static void
record (SlipEdit *edit,
        const SlipDeciding *self,
        const char *conditions,
        const char *evidence)
{
  const SlipDecision decision = { .type = self->type,
                                  .release = self->release,
                                  .stage = self->stage,
                                  .at_ms = self->moment.at_ms,
                                  .person = self->person,
                                  .person_name = self->person_name,
                                  .opinions = self->opinions,
                                  .reason = self->reason,
                                  .conditions = conditions,
                                  .to_stage = self->to_stage,
                                  .review_day = self->review_day,
                                  .until = SLIP_DATE_NONE,
                                  .evidence = evidence };

  slip_decision_record (edit, self->id, &decision);
}

static void
carry_out (SlipEdit *edit, const SlipDeciding *self)
{
  switch (self->type) {
  case SLIP_DECISION_GO:
  case SLIP_DECISION_CONDITIONAL_GO:
    slip_rollout_start (edit, self->stage, self->moment);
    break;
  case SLIP_DECISION_HOLD:
    slip_rollout_hold (edit, self->stage, self->moment);
    break;
  case SLIP_DECISION_RESUME:
    slip_rollout_resume (edit, self->stage, self->moment);
    break;
  case SLIP_DECISION_ROLL_BACK:
    slip_rollout_roll_back (edit, self->stage, self->to_stage, self->moment);
    break;
  case SLIP_DECISION_NO_GO:
  case SLIP_DECISION_EXCEPTION:
  case SLIP_DECISION_WITHDRAWN:
  case SLIP_DECISION_RESTORED:
  case SLIP_N_DECISIONS:
    break;
  }
}

gboolean
slip_deciding_run (SlipEdit *edit, gconstpointer data, GError **error)
{
  const SlipDeciding *self = data;
  const SlipPlanState *state = slip_edit_get_state (edit);
  const SlipRow *release =
    slip_plan_state_get (state, SLIP_KIND_RELEASE, self->release);
  const SlipRow *stage;
  g_autofree char *title = NULL;
  g_autofree char *evidence = NULL;
  g_autofree char *conditions = NULL;

  if (!slip_edit_need (edit, self->release))
    return TRUE;
  stage = slip_plan_state_get (state, SLIP_KIND_STAGE, self->stage);
  if (release == NULL || stage == NULL ||
      g_strcmp0 (slip_row_get_owner (stage), self->release) != 0)
    return refuse (error, SLIP_PLAN_ERROR_NOT_FOUND,
                   _ ("It has been deleted in the meantime"));
  if (!check (state, self, stage, error))
    return FALSE;

  title = slip_release_dup_short_title (state, release);
  slip_edit_set_verb (edit, SLIP_VERB_DECIDE);
  slip_edit_set_subject (edit, title);
  slip_edit_set_reason (edit, self->reason);

  /* The record tells what was known before anything is done. */
  evidence = dup_evidence (state, self);
  conditions = add_conditions (edit, self);
  record (edit, self, conditions, evidence);
  carry_out (edit, self);
  return TRUE;
}
