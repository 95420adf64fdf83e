/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-form-window.h"

G_BEGIN_DECLS

/**
 * slip_exception_dialog_new:
 * @release: the id of a release whose parts are in memory
 * @stage: (nullable): the id of the stage that is to go out
 * @freeze: the id of the freeze that stands in the way
 * @me: (nullable): the id of the person who decides, to begin with
 *
 * A dialog that asks who wants an exception from a freeze, who decides, why and
 * until when; accepting is one `SLIP_ACTION_RECORD_EXCEPTION`.
 */
SlipFormWindow *slip_exception_dialog_new (const SlipPlanState *state,
                                           const char *release,
                                           const char *stage,
                                           const char *freeze,
                                           const char *me,
                                           SlipDate today)
  G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
