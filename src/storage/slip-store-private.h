/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-store.h"

G_BEGIN_DECLS

/* For tests: how long the store's writes wait for other programs.  Only before
 * the store is closed. */
void slip_store_set_patience (SlipStore *self, int patience_ms);

G_END_DECLS
