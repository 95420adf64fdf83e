/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-conflict-context.h"
#include "slip-readiness-text.h"

G_BEGIN_DECLS

/**
 * SlipCardMark:
 * @text: the few words that the card shows, with a sign
 * @detail: the whole sentence, for the tooltip and assistive technology
 *
 * Something about a release that needs attention.
 */
typedef struct {
  SlipTone tone;
  char *text;
  char *detail;
} SlipCardMark;

void slip_card_mark_free (SlipCardMark *mark);

/**
 * slip_card_list_marks:
 *
 * Returns: (transfer full) (element-type SlipCardMark): the marks of @release:
 * its conflicts, hard ones first, a dot for each of its stages, who knows a
 * wrong date, that it has no owner, which audiences are not ready, in the order
 * of telling, and, briefly, which are.  None for one that is closed.
 */
GPtrArray *slip_card_list_marks (const SlipPlanState *state,
                                 const SlipRow *release,
                                 const SlipConflictContext *context)
  G_GNUC_WARN_UNUSED_RESULT;

/* Late if an open release's day has passed, a warning within a week of it. */
SlipTone slip_card_get_date_tone (const SlipPlanState *state,
                                  const SlipRow *release,
                                  SlipDate today);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlipCardMark, slip_card_mark_free)

G_END_DECLS
