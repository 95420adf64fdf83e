/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-moment.h"
#include "slip-plan-state.h"

G_BEGIN_DECLS

/*
 * The gate of a stage: the criteria that are asked before it starts, and how
 * each of them stands at a moment.  What is not known is never met.
 */

/**
 * SlipGateState:
 * @SLIP_GATE_MET: it is as asked
 * @SLIP_GATE_NOT_MET: it is not
 * @SLIP_GATE_UNKNOWN: nobody knows
 * @SLIP_GATE_WAIVED: it is not met or unknown, and somebody has waived it, for
 *   a reason and until a day that is not over
 */
typedef enum {
  SLIP_GATE_MET,
  SLIP_GATE_NOT_MET,
  SLIP_GATE_UNKNOWN,
  SLIP_GATE_WAIVED,
  SLIP_N_GATE_STATES,
} SlipGateState;

/* The name of @state for people, translated: 'not met'. */
const char *slip_gate_state_get_label (SlipGateState state);
/* How files and JSON call it: 'not-met'. */
const char *slip_gate_state_get_nick (SlipGateState state);
/* The mark that says it without colour: '✓', '✗', '?', '–'. */
const char *slip_gate_state_get_mark (SlipGateState state);

/* How files, JSON and the command line call a type: 'rollback-plan'. */
const char *slip_criterion_type_get_nick (SlipCriterionType type);
/* Its name for people, translated: 'Rollback plan written'. */
const char *slip_criterion_type_get_label (SlipCriterionType type);

/**
 * SlipGatePart:
 * @state: how it stands
 * @kind: of what it is about
 * @id: (nullable): the id of what it is about; %NULL if that is not there
 * @text: what it is, for people
 *
 * One of several things that a criterion looks at: an open item, an audience, a
 * flag, a freeze.
 */
typedef struct {
  SlipGateState state;
  SlipKind kind;
  char *id;
  char *text;
} SlipGatePart;

/**
 * SlipGateLine:
 * @criterion: the criterion
 * @state: how it stands
 * @bare_state: the same if nobody had waived it
 * @is_must: whether the gate is shut without it
 * @is_marked: whether there is something to be careful about though it is met,
 *   such as a soft freeze
 * @title: what it asks
 * @detail: (nullable): how far it is
 * @waiver: (nullable): who has waived it, why and until when; also if that is
 *   over
 * @cause_kind: of what to open to put it right, `SLIP_KIND_NONE` for nothing
 * @cause: (nullable): its id
 * @parts: (element-type SlipGatePart): what it looks at, where that is more
 *   than the cause; may be empty
 */
typedef struct {
  SlipRow *criterion;
  SlipGateState state;
  SlipGateState bare_state;
  gboolean is_must;
  gboolean is_marked;
  char *title;
  char *detail;
  char *waiver;
  SlipKind cause_kind;
  char *cause;
  GPtrArray *parts;
} SlipGateLine;

/* Whether it stands in the way, of a must or of a should. */
static inline gboolean
slip_gate_line_is_open (const SlipGateLine *line)
{
  return line->state == SLIP_GATE_NOT_MET || line->state == SLIP_GATE_UNKNOWN;
}

/**
 * SlipGate:
 * @release: the release
 * @stage: the stage that it guards
 * @previous: (nullable): the stage before it, which soak and flags are about;
 *   skipped ones do not count
 * @moment: when it was looked at
 * @lines: (element-type SlipGateLine): the criteria in their order
 * @is_open: whether no must is not met or unknown
 * @n_open_must: how many musts stand in the way
 * @n_open_should: how many shoulds do
 */
typedef struct {
  SlipRow *release;
  SlipRow *stage;
  SlipRow *previous;
  SlipMoment moment;
  GPtrArray *lines;
  gboolean is_open;
  guint n_open_must;
  guint n_open_should;
} SlipGate;

/**
 * slip_gate_evaluate:
 *
 * Returns: (transfer full) (nullable): the gate of @stage; %NULL while the
 * parts of its release are not in memory, or if there is no such stage.
 */
SlipGate *slip_gate_evaluate (const SlipPlanState *state,
                              const char *stage,
                              SlipMoment moment) G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_gate_evaluate_for_record:
 *
 * The same with texts that are to be read years later, and anywhere: days as
 * ISO 8601, instants in UTC, nothing relative to today.
 */
SlipGate *slip_gate_evaluate_for_record (const SlipPlanState *state,
                                         const char *stage,
                                         SlipMoment moment)
  G_GNUC_WARN_UNUSED_RESULT;
void slip_gate_free (SlipGate *self);

/* The line of a criterion, or %NULL. */
const SlipGateLine *slip_gate_find_line (const SlipGate *self,
                                         const char *criterion);

/* Returns: (transfer full): what it comes to: 'open', 'open, 1 should is not
 * met', '2 musts stand in the way'. */
char *slip_gate_dup_text (const SlipGate *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_criterion_list:
 * @stage: (nullable): the id of a stage of @release; %NULL for those of all
 *
 * Returns: (transfer full) (element-type SlipRow): the criteria in their order.
 */
GPtrArray *slip_criterion_list (const SlipPlanState *state,
                                const char *release,
                                const char *stage) G_GNUC_WARN_UNUSED_RESULT;

/* Whether @criterion was waived by somebody, for a reason, whatever the day. */
gboolean slip_criterion_is_waived (const SlipRow *criterion);

/* Returns: (transfer full): what @criterion asks: 'Soaked 3 days at 25 %'. */
char *slip_criterion_dup_title (const SlipPlanState *state,
                                const SlipRow *criterion)
  G_GNUC_WARN_UNUSED_RESULT;

/* The stage before @stage, skipped ones passed over, or %NULL. */
const SlipRow *slip_gate_find_previous (const SlipPlanState *state,
                                        const SlipRow *stage);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlipGate, slip_gate_free)

G_END_DECLS
