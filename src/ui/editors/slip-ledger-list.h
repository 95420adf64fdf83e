/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "slip-plan-state.h"

G_BEGIN_DECLS

/**
 * SlipLedgerList:
 *
 * Who knows when a release comes: a row for each audience.
 */
#define SLIP_TYPE_LEDGER_LIST (slip_ledger_list_get_type ())
G_DECLARE_FINAL_TYPE (SlipLedgerList,
                      slip_ledger_list,
                      SLIP,
                      LEDGER_LIST,
                      AdwPreferencesGroup)

GtkWidget *slip_ledger_list_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* @release: an id in @state. */
void slip_ledger_list_set_release (SlipLedgerList *self,
                                   const SlipPlanState *state,
                                   const char *release,
                                   SlipDate today);

G_END_DECLS
