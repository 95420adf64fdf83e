/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-edit.h"

G_BEGIN_DECLS

/**
 * slip_gate_add_usual:
 * @stage: a stage of a release whose parts are in memory
 * @seed: what the ids of the criteria are derived from
 *
 * Adds the criteria that the gate of such a stage usually has, but for those it
 * has.  Before people outside the company first see the release (its launch
 * stage, else the first for everyone): required items and notice of every
 * audience, rollback plan, no freeze, and of the stage before soak and flags.
 * After that soak, flags and no freeze; before it soak, no freeze and, as a
 * should, the rollback plan.  What asks for a stage before is left out where
 * there is none.
 */
void slip_gate_add_usual (SlipEdit *edit, const char *stage, const char *seed);

/**
 * SlipGateUsual:
 *
 * Adding them to one stage or to all: the data of slip_gate_usual_run().
 */
typedef struct _SlipGateUsual SlipGateUsual;

/* @stage: (nullable): %NULL for every stage of @release that has not begun */
SlipGateUsual *slip_gate_usual_new (const char *release, const char *stage)
  G_GNUC_WARN_UNUSED_RESULT;
void slip_gate_usual_free (SlipGateUsual *self);

/* A #SlipIntentFunc over a #SlipGateUsual.  Fails with
 * `SLIP_PLAN_ERROR_NOTHING` if they are all there. */
gboolean slip_gate_usual_run (SlipEdit *edit,
                              gconstpointer data,
                              GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlipGateUsual, slip_gate_usual_free)

G_END_DECLS
