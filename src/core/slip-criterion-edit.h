/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-entity-edit.h"

G_BEGIN_DECLS

/*
 * Editing the criteria of a gate.  Each of these is a #SlipEntityEdit, to be
 * run by slip_entity_edit_run().
 */

/* Adds a criterion to the gate of @stage, after its others. */
SlipEntityEdit *slip_criterion_edit_new_add (const char *release,
                                             const char *stage,
                                             SlipCriterionType type,
                                             gboolean is_must)
  G_GNUC_WARN_UNUSED_RESULT;

/* Ticks a criterion of somebody's own, or takes the tick back. */
SlipEntityEdit *slip_criterion_edit_new_tick (const char *criterion,
                                              gboolean is_ticked)
  G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_criterion_edit_new_figure:
 * @figure: (nullable): a number as somebody typed it; %NULL or blanks for not
 *   known any more
 * @source: (nullable): where it is from
 * @at_ms: when it was so
 */
SlipEntityEdit *slip_criterion_edit_new_figure (const char *criterion,
                                                const char *figure,
                                                const char *source,
                                                gint64 at_ms)
  G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_criterion_edit_new_waiver:
 * @person: the id of who waives it
 * @reason: why
 * @until: the last day on which it is waived; unset for good
 */
SlipEntityEdit *slip_criterion_edit_new_waiver (const char *criterion,
                                                const char *person,
                                                const char *reason,
                                                SlipDate until)
  G_GNUC_WARN_UNUSED_RESULT;

/* Takes a waiver back. */
SlipEntityEdit *slip_criterion_edit_new_no_waiver (const char *criterion)
  G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_criterion_edit_new_move:
 * @places: how many places later it comes in its gate, -1 for one earlier
 *
 * Returns: (transfer full) (nullable): %NULL if it cannot be moved so far.
 */
SlipEntityEdit *slip_criterion_edit_new_move (const SlipPlanState *state,
                                              const SlipRow *criterion,
                                              int places)
  G_GNUC_WARN_UNUSED_RESULT;

/* Sets a text that has to be a number, as slip_decimal_normalize() writes it;
 * one that is none is set as it is, and refused when it is run. */
void slip_criterion_edit_add_number (SlipEntityEdit *edit,
                                     guint property,
                                     const char *text);

/**
 * slip_criterion_check_row:
 *
 * Checks what @row's values alone can break: a criterion has a stage, one of
 * somebody's own says what it asks, figures and thresholds are numbers, and a
 * waiver has a person and a reason.
 *
 * Returns: `TRUE`, or `FALSE` with a `SLIP_PLAN_ERROR_INVALID`.
 */
gboolean slip_criterion_check_row (const SlipRow *row, GError **error);

/* Checks that @row, if it is a criterion, guards a stage of its own release. */
gboolean slip_criterion_check (const SlipPlanState *state,
                               const SlipRow *row,
                               GError **error);

/* Deletes the criteria of @stage, which is about to be deleted. */
void slip_criterion_let_go (SlipEdit *edit, const char *stage);

G_END_DECLS
