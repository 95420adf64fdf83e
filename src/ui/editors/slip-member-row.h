/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "slip-plan-state.h"

G_BEGIN_DECLS

/**
 * SlipMemberRow:
 *
 * A row in which the entities that something is for are ticked: a freeze's
 * products or audiences.  None ticked means all.
 */
#define SLIP_TYPE_MEMBER_ROW (slip_member_row_get_type ())
G_DECLARE_FINAL_TYPE (SlipMemberRow,
                      slip_member_row,
                      SLIP,
                      MEMBER_ROW,
                      AdwPreferencesRow)

/**
 * slip_member_row_new:
 * @kind: the kind of the parts, each of which names one entity in its first
 *   property
 */
GtkWidget *slip_member_row_new (SlipKind kind) G_GNUC_WARN_UNUSED_RESULT;

/* Shows what the entity @owner is for. */
void slip_member_row_set_plan (SlipMemberRow *self,
                               const SlipPlanState *state,
                               const char *owner);

G_END_DECLS
