/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-knowledge.h"
#include "slip-readiness-text.h"

G_BEGIN_DECLS

/**
 * slip_audiences_dup_names:
 * @audiences: (element-type SlipRow)
 *
 * Returns: (transfer full): 'Support, Sales'.
 */
char *slip_audiences_dup_names (const GPtrArray *audiences)
  G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_knowledge_get_tone:
 *
 * An error is a wrong date, a warning what is unconfirmed, overdue or told too
 * late.
 */
SlipTone slip_knowledge_get_tone (const SlipKnowledge *self);

/**
 * slip_knowledge_dup_text:
 *
 * Returns: (transfer full): what the audience knows in words, without a mark:
 * 'knows Tue 8 December: wrong date', 'knows', 'told on 27 Nov, unconfirmed',
 * 'not told', 'need not be told'.
 */
char *slip_knowledge_dup_text (const SlipKnowledge *self,
                               SlipDate today) G_GNUC_WARN_UNUSED_RESULT;

/* Returns: (transfer full): the same with its mark, for the eye: '✓ knows'. */
char *slip_knowledge_dup_marked (const SlipKnowledge *self,
                                 SlipDate today) G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_knowledge_dup_detail:
 *
 * Returns: (transfer full) (nullable): what is to be done, and how it stands
 * with the notice: 'tell by Thu 3 December · Change notice due Fri 27
 * November'; %NULL if there is nothing to say.
 */
char *slip_knowledge_dup_detail (const SlipKnowledge *self,
                                 SlipDate today) G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_knowledge_total_dup_text:
 *
 * Returns: (transfer full) (nullable): '1 of 3 knows the wrong date · 1 not
 * told'; 'all 3 know'; %NULL if nobody is to be told or nothing is known.
 */
char *slip_knowledge_total_dup_text (const SlipKnowledgeTotal *self)
  G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_knowledge_dup_wrong_text:
 * @audiences: (element-type SlipRow): those that know a wrong date
 *
 * Returns: (transfer full) (nullable): 'knows the wrong date: Support', %NULL
 * for none.
 */
char *slip_knowledge_dup_wrong_text (const GPtrArray *audiences)
  G_GNUC_WARN_UNUSED_RESULT;

/* Returns: (transfer full): one communication in a line, without its kind: '27
 * Nov · told 8 December · e-mail', or 'planned for Fri 27 November'. */
char *slip_communication_dup_detail (const SlipPlanState *state,
                                     const SlipRow *communication,
                                     SlipDate today) G_GNUC_WARN_UNUSED_RESULT;

/* Returns: (transfer full) (nullable): who sent it and who confirmed it:
 * 'by Support lead · confirmed by Helpdesk lead'. */
char *slip_communication_dup_people (const SlipPlanState *state,
                                     const SlipRow *communication)
  G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
