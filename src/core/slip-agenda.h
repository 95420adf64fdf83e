/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-conflict.h"
#include "slip-query.h"
#include "slip-waiting.h"

G_BEGIN_DECLS

/**
 * SlipAgendaList:
 * @SLIP_AGENDA_DO: what must I do next
 * @SLIP_AGENDA_DECIDE: what must I decide next
 * @SLIP_AGENDA_KNOW: what should I know
 */
typedef enum {
  SLIP_AGENDA_DO,
  SLIP_AGENDA_DECIDE,
  SLIP_AGENDA_KNOW,
  SLIP_N_AGENDA_LISTS,
} SlipAgendaList;

/**
 * SlipAgendaType:
 * @SLIP_AGENDA_ITEM: an item that is open
 * @SLIP_AGENDA_COMMUNICATION: a communication that is planned
 * @SLIP_AGENDA_OWNER: a release needs an owner
 * @SLIP_AGENDA_MARKET_OWNER: a release needs a go-to-market owner
 * @SLIP_AGENDA_CHECKLIST_OWNER: a checklist needs an owner
 * @SLIP_AGENDA_LATE_CHECKLIST: items of a checklist are overdue or blocked
 * @SLIP_AGENDA_PAST_DATE: the release date is over, and it has not gone out
 * @SLIP_AGENDA_REVIEW: a decision on the release said when to look again
 * @SLIP_AGENDA_STAGE: the next stage of the release, or its end, waits for a
 *   decision
 * @SLIP_AGENDA_UNSURE_DATE: the release date is not firm, and an audience has
 *   to be told soon
 * @SLIP_AGENDA_CONFLICT: a date of the release conflicts with something
 * @SLIP_AGENDA_UNSCHEDULED: the release is ready and has no date
 * @SLIP_AGENDA_WRONG_DATE: an audience knows another date than the release's
 * @SLIP_AGENDA_RELEASE: the release is coming
 * @SLIP_AGENDA_MOVED_RELEASE: the same, on another day than first planned
 * @SLIP_AGENDA_FREEZE: a freeze is coming
 * @SLIP_AGENDA_KEY_DATE: a key date is coming
 * @SLIP_AGENDA_AWAY: somebody is away while items of theirs are due
 *
 * What an entry of an agenda is about; in the order of its lists.
 */
typedef enum {
  SLIP_AGENDA_ITEM,
  SLIP_AGENDA_COMMUNICATION,
  SLIP_AGENDA_OWNER,
  SLIP_AGENDA_MARKET_OWNER,
  SLIP_AGENDA_CHECKLIST_OWNER,
  SLIP_AGENDA_LATE_CHECKLIST,
  SLIP_AGENDA_PAST_DATE,
  SLIP_AGENDA_REVIEW,
  SLIP_AGENDA_STAGE,
  SLIP_AGENDA_UNSURE_DATE,
  SLIP_AGENDA_CONFLICT,
  SLIP_AGENDA_UNSCHEDULED,
  SLIP_AGENDA_WRONG_DATE,
  SLIP_AGENDA_RELEASE,
  SLIP_AGENDA_MOVED_RELEASE,
  SLIP_AGENDA_FREEZE,
  SLIP_AGENDA_KEY_DATE,
  SLIP_AGENDA_AWAY,
} SlipAgendaType;

/**
 * SlipAgendaEntry:
 * @is_urgent: whether it is overdue, blocked or has to be decided now
 * @day: when it is due, to be decided or comes; unset for no day
 * @subject: the item, communication, freeze, key date or away range, else the
 *   release
 * @release: (nullable): the release it belongs to
 * @checklist: (nullable): the id of the checklist it belongs to
 * @audience: (nullable): the id of its audience
 * @person: (nullable): the id of whose it is
 * @n_overdue: of a late checklist, its overdue items; of who is away, the items
 *   due by then
 * @n_blocked: of a late checklist, its blocked items
 * @range: the days of a freeze, key date or absence
 * @told: of a wrong date, the day they were told
 * @conflict: (nullable): the conflict, or the first of those that are told as
 *   one
 * @conflicts: (nullable): all of the release, with @conflict at @place
 * @waiting: of a stage, what it waits for
 *
 * One line of an agenda.  What it points to is valid as long as its agenda.
 */
typedef struct {
  SlipAgendaType type;
  gboolean is_urgent;
  SlipDate day;
  const SlipRow *subject;
  const SlipRow *release;
  const char *checklist;
  const char *audience;
  const char *person;
  guint n_overdue;
  guint n_blocked;
  SlipRange range;
  SlipDate told;
  const SlipConflict *conflict;
  const GPtrArray *conflicts;
  guint place;
  SlipWaiting waiting;
} SlipAgendaEntry;

/**
 * SlipAgendaSpec:
 * @person: (nullable): the id of whose agenda it is; %NULL for everybody's
 * @query: (nullable): which releases it looks at
 * @context: the day it is for, set, and how much is too much
 * @n_days: how many days after today it looks ahead, at least 0
 * @at_ms: the instant it is for, as far as hours count: a soak is over
 * @n_first: as many entries of each list are wanted, the first; 0 for all
 */
typedef struct {
  const char *person;
  const SlipQuery *query;
  SlipConflictContext context;
  int n_days;
  gint64 at_ms;
  guint n_first;
} SlipAgendaSpec;

/**
 * SlipAgenda:
 * @lists: (element-type SlipAgendaEntry): the lists, see #SlipAgendaList
 * @n_entries: how many entries each list would have if all were wanted
 * @today: the day it is for
 * @n_unread: open releases that may belong in it and whose items are not in
 *   memory
 *
 * What is to be done, decided and known next.
 *
 * To be done are the open items that a person owns (an item's owner, else its
 * checklist's) and the planned communications to the audience whose checklist
 * they own (else to be sent by the go-to-market owner, else the owner of the
 * release): what is overdue, due up to the last day looked at, or due on no day
 * though it hangs on none.  What has to be decided concerns the releases that a
 * person owns or brings to market, and those without owner of a product of
 * theirs.  To be known are also the releases of audiences whose checklist, or
 * which, they own.
 *
 * A release that has come out is looked at only for the items that clean up its
 * flags.
 *
 * What is overdue comes first, then each list goes by day.  Reference counted,
 * and never changed.
 */
typedef struct {
  GArray *lists[SLIP_N_AGENDA_LISTS];
  guint n_entries[SLIP_N_AGENDA_LISTS];
  SlipDate today;
  guint n_unread;
  /*< private >*/
  gatomicrefcount ref_count;
  SlipPlanState *state;
  char *person;
  GPtrArray *held;      /* of SlipReleaseSummary */
  GPtrArray *conflicts; /* of lists of SlipConflict */
} SlipAgenda;

/* Any thread may make one. */
SlipAgenda *slip_agenda_new (const SlipPlanState *state,
                             const SlipAgendaSpec *spec)
  G_GNUC_WARN_UNUSED_RESULT;
SlipAgenda *slip_agenda_ref (SlipAgenda *self);
void slip_agenda_unref (SlipAgenda *self);

static inline const SlipAgendaEntry *
slip_agenda_get (const SlipAgenda *self, SlipAgendaList list, guint i)
{
  return &g_array_index (self->lists[list], SlipAgendaEntry, i);
}

/**
 * slip_agenda_list_unread:
 *
 * Returns: (transfer full) (element-type utf8): the ids of the open releases
 * whose items are not in memory and may belong in the agenda of @spec.
 */
GPtrArray *slip_agenda_list_unread (const SlipPlanState *state,
                                    const SlipAgendaSpec *spec)
  G_GNUC_WARN_UNUSED_RESULT;

/* The question that @list answers, translated: 'What must I do next?'. */
const char *slip_agenda_list_get_title (SlipAgendaList list);

/* How files and JSON call @list and @type: 'do', 'late-checklist'. */
const char *slip_agenda_list_get_nick (SlipAgendaList list);
const char *slip_agenda_type_get_nick (SlipAgendaType type);

/**
 * slip_agenda_dup_text:
 *
 * Returns: (transfer full): what the entry is: an item's title, 'Sales has no
 * owner'.
 */
char *slip_agenda_dup_text (const SlipAgenda *self,
                            const SlipAgendaEntry *entry)
  G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_agenda_dup_detail:
 *
 * Returns: (transfer full): where it is, whose and until when: 'Mobile 4.2,
 * Sales · Sales ops · overdue since Fri 27 November'.
 */
char *slip_agenda_dup_detail (const SlipAgenda *self,
                              const SlipAgendaEntry *entry)
  G_GNUC_WARN_UNUSED_RESULT;

/* The mark before it, which says without colour how it stands: '!', '⊘', '…'.
 * Never %NULL. */
const char *slip_agenda_entry_get_mark (const SlipAgendaEntry *entry);

/* Whether it is an item that can be checked off; one that wants evidence cannot
 * before it has some. */
gboolean slip_agenda_entry_can_check_off (const SlipAgendaEntry *entry);

/* Whether it is an item that is blocked. */
gboolean slip_agenda_entry_is_blocked (const SlipAgendaEntry *entry);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlipAgenda, slip_agenda_unref)

G_END_DECLS
