/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-plan-state.h"

G_BEGIN_DECLS

/*
 * Who knows when a release comes: what each audience was told, against the plan
 * as it now is.  Communications of every kind may carry a date; of those sent,
 * the last one with a date is what an audience knows.
 */

/**
 * SlipKnowledgeState:
 * @SLIP_KNOWLEDGE_NOT_NEEDED: nobody has to tell it, and nobody has told it a
 *   date
 * @SLIP_KNOWLEDGE_NOT_TOLD: it was told no date
 * @SLIP_KNOWLEDGE_UNCONFIRMED: it was told the day the release is planned for,
 *   and has not confirmed that
 * @SLIP_KNOWLEDGE_KNOWS: it was, and has confirmed it
 * @SLIP_KNOWLEDGE_WRONG_DATE: it was told another day, or a day while the
 *   release has none
 */
typedef enum {
  SLIP_KNOWLEDGE_NOT_NEEDED,
  SLIP_KNOWLEDGE_NOT_TOLD,
  SLIP_KNOWLEDGE_UNCONFIRMED,
  SLIP_KNOWLEDGE_KNOWS,
  SLIP_KNOWLEDGE_WRONG_DATE,
  SLIP_N_KNOWLEDGE_STATES,
} SlipKnowledgeState;

/* The name of @state in files and on the command line. */
const char *slip_knowledge_state_get_nick (SlipKnowledgeState state);

/**
 * SlipNotice:
 * @SLIP_NOTICE_NONE: the audience asks for none, or there is no day to reckon
 *   from
 * @SLIP_NOTICE_OPEN: it does not know the day yet, and can still be told in
 *   time
 * @SLIP_NOTICE_KEPT: it was told in time
 * @SLIP_NOTICE_MISSED: it was told too late, or it is too late to tell it
 *
 * Whether an audience has as many working days before the release as it asks
 * for.
 */
typedef enum {
  SLIP_NOTICE_NONE,
  SLIP_NOTICE_OPEN,
  SLIP_NOTICE_KEPT,
  SLIP_NOTICE_MISSED,
} SlipNotice;

const char *slip_notice_get_nick (SlipNotice notice);

/**
 * SlipKnowledge:
 * @audience: the audience
 * @day: the day the release is shown on; unset if unscheduled
 * @sent: (element-type SlipRow): what was sent, the first first
 * @planned: (element-type SlipRow): what is planned and not sent, the next
 *   first, what has no day last
 * @told: (nullable): of @sent, the one that says what the audience knows
 * @since: (nullable): of @sent, the one by which it learned what @told says,
 *   and was not told otherwise in between
 * @n_overdue: how many of @planned were to be sent before today
 * @last_day: the last day on which telling keeps the notice it asks for; unset
 *   if it asks for none
 *
 * What one audience knows of one release.
 */
typedef struct {
  SlipRow *audience;
  SlipKnowledgeState state;
  SlipDate day;
  GPtrArray *sent;
  GPtrArray *planned;
  const SlipRow *told;
  const SlipRow *since;
  guint n_overdue;
  SlipNotice notice;
  SlipDate last_day;
} SlipKnowledge;

void slip_knowledge_free (SlipKnowledge *self);

/* The day they were told; unset if none. */
SlipDate slip_knowledge_get_date_told (const SlipKnowledge *self);

/**
 * slip_knowledge_list:
 * @release: a release of @state
 *
 * Lists the audiences that have a checklist of @release or any communication
 * about it, in the order of telling.  An uncertain date counts as the day it is
 * shown on.
 *
 * Returns: (transfer full) (nullable) (element-type SlipKnowledge): %NULL while
 * the parts of @release are not in memory: then nothing is known of it.
 */
GPtrArray *slip_knowledge_list (const SlipPlanState *state,
                                const SlipRow *release,
                                SlipDate today) G_GNUC_WARN_UNUSED_RESULT;

/**
 * SlipKnowledgeTotal:
 * @is_known: whether the parts of the release are in memory; if not, the rest
 *   says nothing
 * @n_audiences: those that count: all but the ones that need not be told
 * @n_overdue: communications that were to be sent before today
 * @n_missed: audiences that have not got the notice they ask for
 */
typedef struct {
  gboolean is_known;
  guint n_audiences;
  guint n_states[SLIP_N_KNOWLEDGE_STATES];
  guint n_overdue;
  guint n_missed;
} SlipKnowledgeTotal;

/* The sum over @list, which may be %NULL. */
SlipKnowledgeTotal slip_knowledge_total (const GPtrArray *list);

/**
 * slip_knowledge_list_wrong:
 * @release: (nullable): a release of @state
 *
 * The audiences that know a wrong date, in the order of telling.  Costs next to
 * nothing where nobody was told anything; for chips, cards and previews.
 *
 * Returns: (transfer full) (element-type SlipRow): none if @release is %NULL,
 * closed or deleted, or its parts are not in memory.
 */
GPtrArray *slip_knowledge_list_wrong (const SlipPlanState *state,
                                      const SlipRow *release)
  G_GNUC_WARN_UNUSED_RESULT;

/* Counts them. */
guint slip_knowledge_count_wrong (const SlipPlanState *state,
                                  const SlipRow *release);

/* Whether @communication has been sent. */
gboolean slip_communication_is_sent (const SlipRow *communication);

/* Whether somebody has confirmed it. */
gboolean slip_communication_is_confirmed (const SlipRow *communication);

/* The name of the kind of communication for people, translated. */
const char *slip_communication_get_label (SlipCommunicationType type);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlipKnowledge, slip_knowledge_free)

G_END_DECLS
