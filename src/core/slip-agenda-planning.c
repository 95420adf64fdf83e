/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-agenda-planning.h"

#include "slip-conflict-index.h"
#include "slip-decision-text.h"
#include "slip-waiting.h"

#include <stdlib.h>
#include <string.h>

/* So many more entries than are wanted are kept until the best are chosen. */
#define N_KEPT 256

static SlipAgendaList
get_list (SlipAgendaType type)
{
  if (type <= SLIP_AGENDA_COMMUNICATION)
    return SLIP_AGENDA_DO;
  return type <= SLIP_AGENDA_UNSCHEDULED ? SLIP_AGENDA_DECIDE
                                         : SLIP_AGENDA_KNOW;
}

/* Most that are compared belong to one release, and are not looked into. */
static int
compare_ids (const SlipRow *a, const SlipRow *b)
{
  if (a == b)
    return 0;
  return g_strcmp0 (a != NULL ? slip_row_get_id (a) : NULL,
                    b != NULL ? slip_row_get_id (b) : NULL);
}

/* By day, and what belongs together stays together. */
static int
compare_days (gconstpointer a, gconstpointer b)
{
  const SlipAgendaEntry *entry_a = a;
  const SlipAgendaEntry *entry_b = b;
  int order = slip_date_compare (entry_a->day, entry_b->day);

  if (order == 0)
    order = compare_ids (entry_a->release, entry_b->release);
  if (order == 0)
    order = (int) entry_a->type - (int) entry_b->type;
  if (order == 0 && entry_a->checklist != entry_b->checklist)
    order = g_strcmp0 (entry_a->checklist, entry_b->checklist);
  if (order == 0 && entry_a->type == SLIP_AGENDA_ITEM)
    order = g_strcmp0 (slip_row_get_text (entry_a->subject, SLIP_ITEM_RANK),
                       slip_row_get_text (entry_b->subject, SLIP_ITEM_RANK));
  if (order == 0)
    order = compare_ids (entry_a->subject, entry_b->subject);

  return order;
}

static int
compare_urgency (gconstpointer a, gconstpointer b)
{
  const SlipAgendaEntry *entry_a = a;
  const SlipAgendaEntry *entry_b = b;

  if (entry_a->is_urgent != entry_b->is_urgent)
    return entry_a->is_urgent ? -1 : 1;
  return compare_days (a, b);
}

/* Puts the @n first entries in order, and those after them in none. */
static void
sort_first (GArray *list, guint n, GCompareFunc compare)
{
  SlipAgendaEntry *entries = (SlipAgendaEntry *) list->data;

  qsort (entries, n, sizeof *entries, compare);
  for (guint i = n; i < list->len; i++) {
    SlipAgendaEntry entry = entries[i];
    guint k = n - 1;

    if (compare (&entry, &entries[k]) >= 0)
      continue;
    entries[i] = entries[k];
    for (; k > 0 && compare (&entry, &entries[k - 1]) < 0; k--)
      entries[k] = entries[k - 1];
    entries[k] = entry;
  }
}

void
slip_agenda_planning_sort (const SlipAgendaPlanning *planning,
                           SlipAgendaList list)
{
  GArray *entries = planning->agenda->lists[list];
  GCompareFunc compare =
    list == SLIP_AGENDA_DO ? compare_days : compare_urgency;
  guint n_first = planning->spec->n_first;

  if (n_first == 0 || n_first >= entries->len) {
    g_array_sort (entries, compare);
    return;
  }
  sort_first (entries, n_first, compare);
  g_array_set_size (entries, n_first);
}

SlipDate
slip_agenda_planning_get_bar (const SlipAgendaPlanning *planning,
                              SlipAgendaList list)
{
  const GArray *entries = planning->agenda->lists[list];
  guint n_first = planning->spec->n_first;

  if (n_first == 0 || entries->len < n_first)
    return SLIP_DATE_NONE;
  slip_agenda_planning_sort (planning, list);
  return g_array_index (entries, SlipAgendaEntry, n_first - 1).day;
}

SlipAgendaEntry *
slip_agenda_planning_add (SlipAgendaPlanning *planning,
                          SlipAgendaType type,
                          const SlipRow *subject,
                          SlipDate day)
{
  SlipAgendaList list = get_list (type);
  GArray *entries = planning->agenda->lists[list];
  guint n_first = planning->spec->n_first;
  SlipAgendaEntry entry = {
    .type = type,
    .day = day,
    .subject = subject,
    .range = slip_range_new (SLIP_DATE_NONE, SLIP_DATE_NONE),
    .told = SLIP_DATE_NONE,
  };

  /* To keep a few of many thousand is much less work than to keep all. */
  if (n_first > 0 && entries->len == n_first + N_KEPT)
    slip_agenda_planning_sort (planning, list);
  g_array_append_val (entries, entry);
  planning->agenda->n_entries[list]++;
  return &g_array_index (entries, SlipAgendaEntry, entries->len - 1);
}

SlipAgendaEntry *
slip_agenda_subject_add (const SlipAgendaSubject *subject,
                         SlipAgendaType type,
                         SlipDate day)
{
  SlipAgendaEntry *entry =
    slip_agenda_planning_add (subject->planning, type, subject->release, day);

  entry->release = subject->release;
  return entry;
}

SlipAgendaEntry *
slip_agenda_subject_add_checklist (const SlipAgendaSubject *subject,
                                   SlipAgendaType type,
                                   const SlipChecklistSummary *checklist,
                                   SlipDate day)
{
  SlipAgendaEntry *entry = slip_agenda_subject_add (subject, type, day);

  entry->checklist = checklist->checklist;
  entry->audience = checklist->audience;
  entry->person = checklist->owner;
  return entry;
}

static void
decide_owners (const SlipAgendaSubject *subject)
{
  if (slip_row_get_text (subject->release, SLIP_RELEASE_OWNER) == NULL)
    slip_agenda_subject_add (subject, SLIP_AGENDA_OWNER, subject->day)
      ->is_urgent = TRUE;
  if (slip_row_get_text (subject->release, SLIP_RELEASE_MARKET_OWNER) == NULL)
    slip_agenda_subject_add (subject, SLIP_AGENDA_MARKET_OWNER, subject->day)
      ->is_urgent = TRUE;
}

/* What somebody has to do anyway they need not decide about. */
static void
decide_checklist (const SlipAgendaSubject *subject,
                  const SlipChecklistSummary *checklist)
{
  const SlipAgendaSpec *spec = subject->planning->spec;
  SlipDate due = slip_checklist_summary_get_first_due (checklist);
  guint n_overdue =
    slip_checklist_summary_count_overdue (checklist, spec->context.today);

  if (checklist->is_not_needed)
    return;
  if (slip_checklist_summary_is_unowned (checklist))
    slip_agenda_subject_add_checklist (subject, SLIP_AGENDA_CHECKLIST_OWNER,
                                       checklist,
                                       slip_date_is_set (due) ? due
                                                              : subject->day)
      ->is_urgent = TRUE;
  if ((n_overdue == 0 && checklist->n_required_blocked == 0) ||
      (spec->person != NULL && g_strcmp0 (checklist->owner, spec->person) == 0))
    return;
  SlipAgendaEntry *entry =
    slip_agenda_subject_add_checklist (subject, SLIP_AGENDA_LATE_CHECKLIST,
                                       checklist, due);
  entry->n_overdue = n_overdue;
  entry->n_blocked = checklist->n_required_blocked;
  entry->is_urgent = TRUE;
}

/* The earliest day by which some audience is to be told; unset if there is
 * none. */
static SlipDate
find_notice (const SlipAgendaSubject *subject,
             SlipDate first,
             const SlipChecklistSummary **told)
{
  const SlipPlanState *state = subject->planning->state;
  g_autoptr (SlipWorkingDays) working_days = slip_plan_state_dup_working_days (
    state, slip_row_get_text (subject->release, SLIP_RELEASE_PRODUCT));
  SlipDate earliest = SLIP_DATE_NONE;

  for (guint i = 0;
       subject->summary != NULL && i < subject->summary->checklists->len; i++) {
    const SlipChecklistSummary *checklist =
      subject->summary->checklists->pdata[i];
    const SlipRow *audience =
      slip_plan_state_get (state, SLIP_KIND_AUDIENCE, checklist->audience);
    int notice =
      audience != NULL
        ? (int) slip_row_get_integer (audience, SLIP_AUDIENCE_NOTICE_DAYS)
        : 0;

    if (checklist->is_not_needed || notice <= 0)
      continue;
    SlipDate day = slip_working_days_add (working_days, first, -notice);
    if (!slip_date_is_before (day, earliest))
      continue;
    earliest = day;
    *told = checklist;
  }

  return earliest;
}

static void
decide_date (const SlipAgendaSubject *subject)
{
  const SlipAgendaPlanning *planning = subject->planning;
  SlipDate today = planning->spec->context.today;
  SlipStatus status = slip_release_get_status (subject->release);
  SlipPlannedDate planned =
    slip_release_get_planned (subject->release, SLIP_ANCHOR_RELEASE);
  SlipRange period = slip_planned_date_get_period (planned);
  const SlipChecklistSummary *told = NULL;

  if (!slip_date_is_set (subject->day)) {
    if (status == SLIP_STATUS_READY)
      slip_agenda_subject_add (subject, SLIP_AGENDA_UNSCHEDULED,
                               SLIP_DATE_NONE);
    return;
  }
  if (slip_date_is_before (period.last, today)) {
    if (status != SLIP_STATUS_ROLLING_OUT)
      slip_agenda_subject_add (subject, SLIP_AGENDA_PAST_DATE, subject->day)
        ->is_urgent = TRUE;
    return;
  }
  if (planned.certainty == SLIP_CERTAINTY_CONFIRMED)
    return;
  SlipDate notice = find_notice (subject, period.first, &told);
  if (told == NULL || slip_date_compare (notice, planning->last) > 0)
    return;
  SlipAgendaEntry *entry =
    slip_agenda_subject_add_checklist (subject, SLIP_AGENDA_UNSURE_DATE, told,
                                       notice);
  entry->is_urgent = slip_date_compare (notice, today) <= 0;
}

static void
decide_review (const SlipAgendaSubject *subject)
{
  const SlipAgendaPlanning *planning = subject->planning;
  SlipDate day =
    slip_decision_get_review_day (planning->state,
                                  slip_row_get_id (subject->release));

  if (slip_date_is_set (day) && slip_date_compare (day, planning->last) <= 0)
    slip_agenda_subject_add (subject, SLIP_AGENDA_REVIEW, day)->is_urgent =
      slip_date_compare (day, planning->spec->context.today) <= 0;
}

/* What has not gone out as planned is told already. */
static void
decide_stage (const SlipAgendaSubject *subject)
{
  const SlipAgendaPlanning *planning = subject->planning;
  SlipMoment moment = { planning->spec->at_ms, planning->spec->context.today };
  SlipWaiting waiting;
  SlipAgendaEntry *entry;

  if (!slip_waiting_find (planning->state, subject->release, moment,
                          &waiting) ||
      waiting.reason == SLIP_WAITING_REVIEW ||
      (waiting.current == NULL &&
       slip_date_is_before (subject->day, moment.today)))
    return;

  entry = slip_agenda_subject_add (subject, SLIP_AGENDA_STAGE, waiting.since);
  entry->waiting = waiting;
  entry->is_urgent = TRUE;
}

static void
decide_conflicts (const SlipAgendaSubject *subject)
{
  GPtrArray *conflicts =
    slip_plan_state_list_conflicts (subject->planning->state,
                                    &subject->planning->spec->context,
                                    subject->release);

  g_ptr_array_add (subject->planning->agenda->conflicts, conflicts);
  for (guint i = 0; i < conflicts->len;
       i += slip_conflict_count_alike (conflicts, i)) {
    const SlipConflict *conflict = conflicts->pdata[i];
    SlipAgendaEntry *entry;

    /* Late checklists tell of these. */
    if (conflict->type == SLIP_CONFLICT_T_DATES_PAST)
      continue;
    entry =
      slip_agenda_subject_add (subject, SLIP_AGENDA_CONFLICT, conflict->day);
    entry->conflict = conflict;
    entry->conflicts = conflicts;
    entry->place = i;
    entry->is_urgent =
      !conflict->is_soft &&
      slip_date_compare (conflict->day, subject->planning->last) <= 0;
  }
}

void
slip_agenda_subject_decide (const SlipAgendaSubject *subject)
{
  if (!subject->is_mine)
    return;
  decide_owners (subject);
  for (guint i = 0;
       subject->summary != NULL && i < subject->summary->checklists->len; i++)
    decide_checklist (subject, subject->summary->checklists->pdata[i]);
  decide_date (subject);
  decide_review (subject);
  decide_stage (subject);
  decide_conflicts (subject);
}
