/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-gate.h"
#include "slip-observations.h"

G_BEGIN_DECLS

/*
 * How each type of criterion is looked at; for slip-gate.c alone.
 */

/**
 * SlipGateScope:
 * @previous: (nullable): the stage before @stage
 * @is_record: whether the texts are for a record
 *
 * Of what and when.
 */
typedef struct {
  const SlipPlanState *state;
  const SlipRow *release;
  const SlipRow *stage;
  const SlipRow *previous;
  SlipMoment moment;
  gboolean is_record;
} SlipGateScope;

/* Each of these sets @line's bare state, detail, cause and parts. */
void slip_gate_check_items (const SlipGateScope *scope, SlipGateLine *line);
void slip_gate_check_notice (const SlipGateScope *scope, SlipGateLine *line);
void slip_gate_check_soak (const SlipGateScope *scope, SlipGateLine *line);
void slip_gate_check_flags (const SlipGateScope *scope, SlipGateLine *line);
void slip_gate_check_feed (const SlipGateScope *scope, SlipGateLine *line);
void slip_gate_check_freeze (const SlipGateScope *scope, SlipGateLine *line);
void slip_gate_check_rollback_plan (const SlipGateScope *scope,
                                    SlipGateLine *line);
void slip_gate_check_figure (const SlipGateScope *scope, SlipGateLine *line);
void slip_gate_check_own (const SlipGateScope *scope, SlipGateLine *line);

void slip_gate_line_set_cause (SlipGateLine *line,
                               SlipKind kind,
                               const char *id);

/* @text: (transfer full) */
void slip_gate_line_take_part (SlipGateLine *line,
                               SlipGateState state,
                               SlipKind kind,
                               const char *id,
                               char *text);

/* What the parts come to: one that is not met decides, then one that is not
 * known; none are met. */
SlipGateState slip_gate_line_sum_parts (const SlipGateLine *line);

/* Whether the decimal number @figure is as @comparison with @threshold asks. */
gboolean slip_gate_is_within (const char *figure,
                              SlipComparison comparison,
                              const char *threshold);

/* Returns: (transfer full): @day in the scope's manner. */
char *slip_gate_scope_dup_day (const SlipGateScope *scope, SlipDate day);

/* Returns: (transfer full): when something was, in the scope's manner: '3 hours
 * ago', '2026-12-03 14:05 UTC'. */
char *slip_gate_scope_dup_instant (const SlipGateScope *scope, gint64 at_ms);

/* Returns: (transfer full): which feed says it and since when, in the scope's
 * manner, and when it was last confirmed, if that matters. */
char *slip_gate_scope_dup_value_source (const SlipGateScope *scope,
                                        const SlipFeedValue *value);

/* Returns: (transfer full): @at_ms as ISO 8601 in UTC, to the minute. */
char *slip_gate_dup_utc (gint64 at_ms);

/* Returns: (transfer full): '2 d 4 h', '35 min'. */
char *slip_gate_dup_duration (gint64 seconds);

/* The name of a person, or that there is none. */
const char *slip_gate_scope_get_person (const SlipGateScope *scope,
                                        const char *id);

G_END_DECLS
