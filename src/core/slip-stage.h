/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-plan-state.h"

G_BEGIN_DECLS

/* Puts the rollout stages @stages (element-type SlipRow) of a release into
 * their order. */
void slip_stage_sort (GPtrArray *stages);

/* Returns: (transfer full) (element-type SlipRow): the stages of @release in
 * their order. */
GPtrArray *slip_stage_list (const SlipPlanState *state,
                            const char *release) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
