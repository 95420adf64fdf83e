/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-decision.h"
#include "slip-gate.h"

G_BEGIN_DECLS

/**
 * SlipCondition:
 * @title: what has to be done
 * @owner: (nullable): the id of who does it
 * @owner_name: (nullable): the name of somebody who is not in the plan yet
 * @due: until when
 *
 * One condition of a conditional go.
 */
typedef struct {
  char *title;
  char *owner;
  char *owner_name;
  SlipDate due;
} SlipCondition;

/**
 * SlipDeciding:
 * @type: what is decided: not an exception, and nothing that undo records
 * @id: the id that the record gets
 * @release: the id of the release
 * @stage: the id of the stage: for go and no-go the one that would start, else
 *   the one that runs
 * @to_stage: (nullable): roll back: the one that runs again; %NULL for nobody
 * @moment: when
 * @person: (nullable): the id of who decides
 * @person_name: (nullable): their name, if they are not in the plan
 * @opinions: (nullable): who else was asked and what they said, a line each
 * @reason: (nullable): why
 * @conditions: (element-type SlipCondition): those of a conditional go
 * @review_day: no-go and hold: when to look again; may be unset
 *
 * A decision: the data of slip_deciding_run().
 */
typedef struct {
  SlipDecisionType type;
  char *id;
  char *release;
  char *stage;
  char *to_stage;
  SlipMoment moment;
  char *person;
  char *person_name;
  char *opinions;
  char *reason;
  GPtrArray *conditions;
  SlipDate review_day;
} SlipDeciding;

SlipDeciding *slip_deciding_new (SlipDecisionType type,
                                 const char *release,
                                 const char *stage,
                                 SlipMoment moment) G_GNUC_WARN_UNUSED_RESULT;
void slip_deciding_free (SlipDeciding *self);

/* @owner, @owner_name: as in #SlipCondition */
void slip_deciding_add_condition (SlipDeciding *self,
                                  const char *title,
                                  const char *owner,
                                  const char *owner_name,
                                  SlipDate due);

/**
 * slip_deciding_run:
 *
 * A #SlipIntentFunc over a #SlipDeciding.  Freezes what is known of the gate
 * into a record and does what was decided: starts the stage, holds it, resumes
 * it or rolls it back; a no-go does nothing else.  Conditions become required
 * items.
 *
 * Fails with `SLIP_PLAN_ERROR_INVALID` if a must stands in the way of a go
 * without a reason, if there is no reason for a no-go, hold or roll back, if
 * nobody decides, if a condition lacks its title, owner or day, if a hard
 * freeze forbids to start, or if the stage is in no state for it; with
 * `SLIP_PLAN_ERROR_NOT_FOUND` if the release or stage is gone.
 */
gboolean slip_deciding_run (SlipEdit *edit, gconstpointer data, GError **error);

/* Whether a decision of @type starts a stage. */
static inline gboolean
slip_decision_type_starts (SlipDecisionType type)
{
  return type == SLIP_DECISION_GO || type == SLIP_DECISION_CONDITIONAL_GO;
}

/**
 * slip_deciding_needs_reason:
 * @gate: (nullable): the gate of the stage that would start
 *
 * Whether a decision of @type is not recorded without a reason.
 */
gboolean slip_deciding_needs_reason (SlipDecisionType type,
                                     const SlipGate *gate);

/**
 * slip_deciding_find_stage:
 *
 * Returns: (nullable): the stage that a decision of @type is about unless
 * another is named: the next for go and no-go, else the current one.
 */
const SlipRow *slip_deciding_find_stage (const SlipPlanState *state,
                                         const char *release,
                                         SlipDecisionType type);

/**
 * slip_deciding_find_audience:
 * @owner: (nullable): the id of who owns the condition
 *
 * Finds whose checklist a condition goes into: one that @owner owns, else that
 * of an audience whose checklists they usually own, else the first that is
 * needed, else the first audience that the release does not do without.
 *
 * Returns: (nullable): the audience; %NULL for a checklist without one.
 */
const SlipRow *slip_deciding_find_audience (const SlipPlanState *state,
                                            const char *release,
                                            const char *owner);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlipDeciding, slip_deciding_free)

G_END_DECLS
