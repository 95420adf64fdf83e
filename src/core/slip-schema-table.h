/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-schema.h"

G_BEGIN_DECLS

/* The table behind slip_schema_get(), one entry per kind. */
extern const SlipKindInfo slip_schema_table[SLIP_N_KINDS];

G_END_DECLS
