/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-rollout-grid.h"

G_BEGIN_DECLS

/* Lets @grid be used by keys. */
void slip_rollout_keys_add (SlipRolloutGrid *grid);

G_END_DECLS
