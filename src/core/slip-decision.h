/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-edit.h"
#include "slip-step.h"

G_BEGIN_DECLS

/**
 * SlipDecision:
 * @type: what was decided
 * @release: the id of the release
 * @stage: (nullable): the id of the stage it is about
 * @at_ms: when, milliseconds since 1970 UTC
 * @person: (nullable): the id of the person who decided
 * @person_name: (nullable): that person's name, if they are not in the plan
 * @asked_by: (nullable): who wanted an exception, as text
 * @opinions: (nullable): who else was asked and what they said, a line each
 * @reason: (nullable): why
 * @conditions: (nullable): those of a conditional go, a line each
 * @to_stage: (nullable): the id of the stage that a roll back goes to
 * @review_day: when to look again, unset if not said
 * @until: the last day of an exception, unset for good
 * @subject: (nullable): the id of the freeze of an exception
 * @subject_name: (nullable): its name
 * @evidence: (nullable): the whole gate at that time, as text
 *
 * What is to be recorded.
 */
typedef struct {
  SlipDecisionType type;
  const char *release;
  const char *stage;
  gint64 at_ms;
  const char *person;
  const char *person_name;
  const char *asked_by;
  const char *opinions;
  const char *reason;
  const char *conditions;
  const char *to_stage;
  SlipDate review_day;
  SlipDate until;
  const char *subject;
  const char *subject_name;
  const char *evidence;
} SlipDecision;

/**
 * slip_decision_record:
 * @id: the id that the record gets
 *
 * Appends a record to the edit, with the names of the release, its stages and
 * the person as they are now.
 */
void slip_decision_record (SlipEdit *edit,
                           const char *id,
                           const SlipDecision *decision);

/**
 * slip_decision_list:
 *
 * Returns: (transfer full) (element-type SlipRow): what was decided on
 * @release, whose parts are in memory, oldest first: decisions, exceptions, and
 * what was withdrawn or became valid again.
 */
GPtrArray *slip_decision_list (const SlipPlanState *state,
                               const char *release) G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_decision_is_withdrawn:
 * @decision: a row of kind decision
 *
 * Whether the step that @decision caused was taken back and not done again.
 */
gboolean slip_decision_is_withdrawn (const SlipPlanState *state,
                                     const SlipRow *decision);

/* The name of @type for people, translated: 'Conditional go'. */
const char *slip_decision_type_get_label (SlipDecisionType type);
/* Its name in files and on the command line: 'conditional-go'. */
const char *slip_decision_type_get_nick (SlipDecisionType type);

/**
 * slip_decision_new_turn_set:
 * @set: the changes of an edit
 * @type: whether they are taken back or done again
 * @author: by whom
 * @at_ms: when
 *
 * Makes what an undo or redo of @set does.  Records that @set made stay as they
 * are; for each of them another is appended that says it was withdrawn or is
 * valid again.
 *
 * Returns: (transfer full): the changes.
 */
SlipChangeSet *slip_decision_new_turn_set (const SlipChangeSet *set,
                                           SlipStepType type,
                                           const SlipAuthor *author,
                                           gint64 at_ms)
  G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
