/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-readiness-grid.h"

G_BEGIN_DECLS

/* Adds the keys of a #SlipReadinessGrid. */
void slip_readiness_keys_add (SlipReadinessGrid *grid);

G_END_DECLS
