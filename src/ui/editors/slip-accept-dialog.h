/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-accept.h"
#include "slip-form-window.h"

G_BEGIN_DECLS

/**
 * slip_accept_dialog_new:
 * @value: what is to be taken over into @state
 * @accept: the intent that does it, whose parts are in memory
 *
 * Shows what a status feed says, and what accepting it would change in the
 * plan; there is nothing to accept if that is nothing. SlipFormWindow::accepted
 * is the wish to do it.
 */
SlipFormWindow *slip_accept_dialog_new (const SlipPlanState *state,
                                        const SlipFeedValue *value,
                                        const SlipAccept *accept,
                                        SlipMoment moment)
  G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
