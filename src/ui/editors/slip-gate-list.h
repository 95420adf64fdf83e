/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "slip-gate.h"

G_BEGIN_DECLS

/**
 * SlipGateList:
 *
 * What stands in the way: a line for each criterion of a gate, met or not, with
 * how far it is.  A line opens its cause by click and Return
 * (`SLIP_ACTION_OPEN_CAUSE`), and its menu ticks the criterion, waives it,
 * changes it and puts it elsewhere.
 */
#define SLIP_TYPE_GATE_LIST (slip_gate_list_get_type ())
G_DECLARE_FINAL_TYPE (SlipGateList, slip_gate_list, SLIP, GATE_LIST, AdwBin)

GtkWidget *slip_gate_list_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* Shows @gate; the line that has the keyboard focus keeps it. */
void slip_gate_list_set_gate (SlipGateList *self, const SlipGate *gate);

G_END_DECLS
