/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "slip-gap.h"

G_BEGIN_DECLS

/**
 * SlipAttentionList:
 *
 * A window that lists what a count of the sidebar is made of, across all
 * releases: which, whose, since when.  What is unowned can be assigned there,
 * by one click to who owns that audience, by a list of people, or by dragging
 * somebody onto it; what is overdue can be checked off.
 */
#define SLIP_TYPE_ATTENTION_LIST (slip_attention_list_get_type ())
G_DECLARE_FINAL_TYPE (SlipAttentionList,
                      slip_attention_list,
                      SLIP,
                      ATTENTION_LIST,
                      AdwWindow)

/* @types: %SLIP_GAPS_UNOWNED or %SLIP_GAPS_OVERDUE. */
SlipAttentionList *slip_attention_list_new (guint types)
  G_GNUC_WARN_UNUSED_RESULT;

void slip_attention_list_set_plan (SlipAttentionList *self,
                                   const SlipPlanState *state,
                                   SlipDate today);

/* How much is listed. */
guint slip_attention_list_get_n_gaps (SlipAttentionList *self);

G_END_DECLS
