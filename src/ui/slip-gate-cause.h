/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-window.h"

G_BEGIN_DECLS

/**
 * slip_gate_cause_open:
 * @release: whose gate it is
 * @kind: of what a line of the gate is about
 * @id: its id
 * @criterion: (nullable): the criterion that asks
 *
 * Goes where the line can be put right: to the item, field or stage on the
 * page of @release, which comes in front of the dialog that asks, or to a
 * dialog about it.
 */
void slip_gate_cause_open (SlipWindow *window,
                           const char *release,
                           SlipKind kind,
                           const char *id,
                           const SlipRow *criterion);

G_END_DECLS
