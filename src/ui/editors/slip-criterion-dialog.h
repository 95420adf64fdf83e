/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-form-window.h"

G_BEGIN_DECLS

/*
 * Dialogs about one criterion of a gate; accepting each is one
 * `SLIP_ACTION_CREATE` or `SLIP_ACTION_EDIT`.
 */

/* Whether there is something to be said about a criterion of @type before it is
 * added. */
gboolean slip_criterion_type_has_fields (SlipCriterionType type);

/* Asks what a new criterion of @type before @stage shall be. */
SlipFormWindow *slip_criterion_dialog_new_add (const SlipPlanState *state,
                                               const char *release,
                                               const char *stage,
                                               SlipCriterionType type,
                                               SlipDate today)
  G_GNUC_WARN_UNUSED_RESULT;

/* Changes @criterion. */
SlipFormWindow *slip_criterion_dialog_new_edit (const SlipPlanState *state,
                                                const SlipRow *criterion,
                                                SlipDate today)
  G_GNUC_WARN_UNUSED_RESULT;

/* Asks for the figure of @criterion, which is @at_ms's then. */
SlipFormWindow *slip_criterion_dialog_new_figure (const SlipPlanState *state,
                                                  const SlipRow *criterion,
                                                  gint64 at_ms,
                                                  SlipDate today)
  G_GNUC_WARN_UNUSED_RESULT;

/* Asks who waives @criterion (to begin with @me, nullable), why and until
 * when. */
SlipFormWindow *slip_criterion_dialog_new_waiver (const SlipPlanState *state,
                                                  const SlipRow *criterion,
                                                  const char *me,
                                                  SlipDate today)
  G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
