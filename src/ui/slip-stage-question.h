/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-rollout-question.h"
#include "slip-window.h"

G_BEGIN_DECLS

/**
 * slip_stage_question_ask:
 * @move: (transfer full): where a card is to go
 *
 * Asks which stages started or ended if the status that @move gives leaves that
 * open, and moves the card once it is answered; at once where nothing is open.
 */
void slip_stage_question_ask (SlipWindow *window, SlipBoardMove *move);

G_END_DECLS
