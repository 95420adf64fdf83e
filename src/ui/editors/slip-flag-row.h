/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "slip-plan-state.h"

G_BEGIN_DECLS

/**
 * SlipFlagRow:
 *
 * A feature flag: how it stands, by mark and word, and, opened, what each stage
 * expects of it and what was observed.  Named `flag:` and its key.
 */
#define SLIP_TYPE_FLAG_ROW (slip_flag_row_get_type ())
G_DECLARE_FINAL_TYPE (SlipFlagRow,
                      slip_flag_row,
                      SLIP,
                      FLAG_ROW,
                      AdwExpanderRow)

GtkWidget *slip_flag_row_new (const char *flag) G_GNUC_WARN_UNUSED_RESULT;

/* The id of the flag. */
const char *slip_flag_row_get_flag (SlipFlagRow *self);

void slip_flag_row_set_plan (SlipFlagRow *self,
                             const SlipPlanState *state,
                             const SlipRow *flag);

G_END_DECLS
