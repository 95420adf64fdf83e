/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-plan-state.h"

G_BEGIN_DECLS

/**
 * SlipCardTone:
 *
 * How urgent a text on a card is.
 */
typedef enum {
  SLIP_CARD_TONE_NONE,
  SLIP_CARD_TONE_WARNING,
  SLIP_CARD_TONE_ERROR,
} SlipCardTone;

/**
 * SlipCardMark:
 * @text: the few words that the card shows, with a sign
 * @detail: the whole sentence, for the tooltip and assistive technology
 *
 * Something about a release that needs attention.
 */
typedef struct {
  SlipCardTone tone;
  char *text;
  char *detail;
} SlipCardMark;

void slip_card_mark_free (SlipCardMark *mark);

/**
 * slip_card_list_marks:
 *
 * Returns: (transfer full) (element-type SlipCardMark): the marks of @release:
 * its conflicts, hard ones first, and that nobody owns it.  None for one that
 * is closed.
 */
GPtrArray *slip_card_list_marks (const SlipPlanState *state,
                                 const SlipRow *release)
  G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_card_dup_date_text:
 *
 * Returns: (transfer full): the release date and how far away it is: 'Tue 8
 * December · in 7 days'.
 */
char *slip_card_dup_date_text (const SlipPlanState *state,
                               const SlipRow *release,
                               SlipDate today) G_GNUC_WARN_UNUSED_RESULT;

/* Late if an open release's day has passed, a warning within a week of it. */
SlipCardTone slip_card_get_date_tone (const SlipPlanState *state,
                                      const SlipRow *release,
                                      SlipDate today);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlipCardMark, slip_card_mark_free)

G_END_DECLS
