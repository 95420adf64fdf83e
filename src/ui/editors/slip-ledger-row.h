/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "slip-knowledge.h"

G_BEGIN_DECLS

/**
 * SlipLedgerRow:
 *
 * What one audience knows of a release, in words; opens into what it was told
 * and what is planned.  Named `knows:` and the audience's name.
 */
#define SLIP_TYPE_LEDGER_ROW (slip_ledger_row_get_type ())
G_DECLARE_FINAL_TYPE (SlipLedgerRow,
                      slip_ledger_row,
                      SLIP,
                      LEDGER_ROW,
                      AdwExpanderRow)

GtkWidget *slip_ledger_row_new (const char *release,
                                const char *audience) G_GNUC_WARN_UNUSED_RESULT;

const char *slip_ledger_row_get_release (SlipLedgerRow *self);
const char *slip_ledger_row_get_audience (SlipLedgerRow *self);

void slip_ledger_row_set_knowledge (SlipLedgerRow *self,
                                    const SlipPlanState *state,
                                    const SlipKnowledge *knowledge,
                                    SlipDate today);

G_END_DECLS
