/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-form-window.h"

G_BEGIN_DECLS

/**
 * slip_flag_dialog_new:
 * @release: the id of a release whose parts are in memory
 * @flag: (nullable): the id of one of its feature flags; %NULL for a new one
 *
 * A dialog for a feature flag and what each stage expects of it; accepting is
 * one `SLIP_ACTION_SET_FLAG`.
 */
SlipFormWindow *slip_flag_dialog_new (const SlipPlanState *state,
                                      const char *release,
                                      const char *flag,
                                      SlipDate today) G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_flag_dialog_new_observation:
 * @flag: the id of a feature flag
 * @now_ms: the present instant, milliseconds since 1970 UTC
 *
 * A dialog that asks what was observed of a flag, where and when; accepting is
 * one `SLIP_ACTION_RECORD_FLAG`.
 */
SlipFormWindow *slip_flag_dialog_new_observation (const SlipPlanState *state,
                                                  const char *flag,
                                                  gint64 now_ms,
                                                  SlipDate today)
  G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
