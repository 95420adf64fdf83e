/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-what-if.h"

G_BEGIN_DECLS

/*
 * The moves of a what-if as text, so that they outlive the window.
 */

/* Returns: (transfer full): the moves of @what_if that are not undone. */
char *slip_what_if_draft_print (const SlipWhatIf *what_if)
  G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_what_if_draft_parse:
 * @base: the plan as it is
 *
 * Returns: (transfer full) (nullable): the what-if that @text says, %NULL if it
 * says none.  Moves that cannot be read are left out; those that do not apply
 * any more are there and say so.
 */
SlipWhatIf *slip_what_if_draft_parse (const char *text,
                                      const SlipPlanState *base)
  G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
