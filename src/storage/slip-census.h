/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-connection.h"
#include "slip-store.h"

G_BEGIN_DECLS

/* Counts as slip_store_census_async() says, in one consistent reading. */
SlipCensus *slip_census_run (SlipConnection *connection,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
