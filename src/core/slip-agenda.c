/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-agenda.h"

#include "slip-agenda-planning.h"
#include "slip-freeze.h"
#include "slip-gap.h"
#include "slip-knowledge.h"
#include "slip-release-index.h"
#include "slip-t-date.h"

#include <string.h>

/* As far ahead as freezes are looked for. */
#define MAX_DAYS 3650

/* What the releases of a plan have in common that somebody is away for. */
typedef struct {
  const SlipRow *away;
  SlipRange range; /* of it, what is looked at */
  guint n_due;
} Absence;

static const SlipChecklistSummary *
find_checklist (const SlipAgendaSubject *subject, const char *id)
{
  for (guint i = 0; subject->summary != NULL && id != NULL &&
                    i < subject->summary->checklists->len;
       i++) {
    const SlipChecklistSummary *checklist =
      subject->summary->checklists->pdata[i];

    if (strcmp (checklist->checklist, id) == 0)
      return checklist;
  }

  return NULL;
}

/* Whether what is planned for @day is next.  Without a day it is, unless it
 * hangs on a date that is still to come. */
static gboolean
is_next (const SlipAgendaPlanning *planning, const SlipRow *row, SlipDate day)
{
  if (slip_date_is_set (day))
    return slip_date_compare (day, planning->last) <= 0;

  const SlipTDate rule = slip_t_date_get (row);
  return !slip_t_date_is_rule (&rule);
}

static void
count_absence (const SlipAgendaSubject *subject,
               const char *owner,
               SlipDate due)
{
  SlipAgendaPlanning *planning = subject->planning;
  GArray *absences =
    owner != NULL ? g_hash_table_lookup (planning->absences, owner) : NULL;

  if (absences == NULL || !slip_date_is_set (due) ||
      !(subject->is_mine || slip_agenda_planning_is_for (planning, owner)))
    return;
  for (guint i = 0; i < absences->len; i++) {
    Absence *absence = &g_array_index (absences, Absence, i);

    if (slip_range_contains (absence->range, due))
      absence->n_due++;
  }
}

/* Asked first, as it spares most items of a large plan the rest: whether an
 * open item that is due on @due is next, or may fall into somebody's absence.
 */
static gboolean
may_matter (const SlipAgendaPlanning *planning,
            const SlipRow *item,
            SlipDate due)
{
  return g_hash_table_size (planning->absences) > 0 ||
         is_next (planning, item, due);
}

static gboolean
plan_item_cb (const SlipRow *item, gpointer data)
{
  const SlipAgendaSubject *subject = data;
  SlipAgendaPlanning *planning = subject->planning;
  gint64 state = slip_row_get_integer (item, SLIP_ITEM_STATE);
  SlipDate due = slip_row_get_date (item, SLIP_ITEM_DUE_DATE);

  if (slip_item_state_is_closed (state) || !may_matter (planning, item, due))
    return TRUE;

  const char *id = slip_row_get_text (item, SLIP_ITEM_CHECKLIST);
  const SlipChecklistSummary *checklist = find_checklist (subject, id);
  const char *owner = slip_row_get_text (item, SLIP_ITEM_OWNER);

  if (checklist == NULL || checklist->is_not_needed)
    return TRUE;
  if (owner == NULL)
    owner = checklist->owner;
  count_absence (subject, owner, due);
  if (!slip_agenda_planning_is_for (planning, owner) ||
      !is_next (planning, item, due))
    return TRUE;
  SlipAgendaEntry *entry =
    slip_agenda_planning_add (planning, SLIP_AGENDA_ITEM, item, due);
  entry->release = subject->release;
  entry->checklist = checklist->checklist;
  entry->audience = checklist->audience;
  entry->person = owner;
  entry->is_urgent = state == SLIP_ITEM_STATE_BLOCKED ||
                     slip_date_is_before (due, planning->spec->context.today);
  return TRUE;
}

/* Who sends a communication to @audience. */
static const char *
get_sender (const SlipAgendaSubject *subject,
            const SlipChecklistSummary *checklist)
{
  if (checklist != NULL && checklist->owner != NULL)
    return checklist->owner;

  const char *person =
    slip_row_get_text (subject->release, SLIP_RELEASE_MARKET_OWNER);
  return person != NULL
           ? person
           : slip_row_get_text (subject->release, SLIP_RELEASE_OWNER);
}

static gboolean
plan_communication_cb (const SlipRow *row, gpointer data)
{
  const SlipAgendaSubject *subject = data;
  SlipAgendaPlanning *planning = subject->planning;
  const char *audience = slip_row_get_text (row, SLIP_COMMUNICATION_AUDIENCE);
  const SlipChecklistSummary *checklist =
    subject->summary != NULL
      ? slip_release_summary_find (subject->summary, audience)
      : NULL;
  const char *sender = get_sender (subject, checklist);
  SlipDate day = slip_t_date_get_day (row);

  if (slip_communication_is_sent (row) ||
      !slip_agenda_planning_is_for (planning, sender) ||
      !is_next (planning, row, day))
    return TRUE;
  SlipAgendaEntry *entry =
    slip_agenda_planning_add (planning, SLIP_AGENDA_COMMUNICATION, row, day);
  entry->release = subject->release;
  entry->checklist = checklist != NULL ? checklist->checklist : NULL;
  entry->audience = audience;
  entry->person = sender;
  entry->is_urgent = slip_date_is_before (day, planning->spec->context.today);
  return TRUE;
}

/* Whether open items of @checklist are due on no day. */
static gboolean
has_undated (const SlipChecklistSummary *checklist)
{
  return checklist->n_required - checklist->n_required_closed +
           checklist->n_optional_open >
         checklist->due->len;
}

/* Most releases of a large plan are far away: their summaries spare the look at
 * their items. */
static gboolean
may_have_next (const SlipAgendaSubject *subject)
{
  for (guint i = 0;
       subject->summary != NULL && i < subject->summary->checklists->len; i++) {
    const SlipChecklistSummary *checklist =
      subject->summary->checklists->pdata[i];

    if (!checklist->is_not_needed &&
        (has_undated (checklist) ||
         slip_date_compare (slip_checklist_summary_get_first_due (checklist),
                            subject->planning->last) <= 0))
      return TRUE;
  }

  return FALSE;
}

static guint
count_due (const SlipChecklistSummary *checklist, SlipDate last)
{
  guint n = 0;

  while (
    n < checklist->due->len &&
    slip_date_compare (g_array_index (checklist->due, SlipDate, n), last) <= 0)
    n++;
  return n;
}

/* Counts the items in everybody's agenda by their summary, where none can be
 * among those that are wanted.  Returns: whether it could. */
static gboolean
count_items (const SlipAgendaSubject *subject)
{
  const SlipAgendaPlanning *planning = subject->planning;
  SlipDate bar;
  guint n = 0;

  if (planning->spec->person != NULL || subject->summary == NULL ||
      g_hash_table_size (planning->absences) > 0)
    return FALSE;

  bar = slip_agenda_planning_get_bar (planning, SLIP_AGENDA_DO);
  for (guint i = 0; i < subject->summary->checklists->len; i++) {
    const SlipChecklistSummary *checklist =
      subject->summary->checklists->pdata[i];

    if (checklist->is_not_needed)
      continue;
    if (has_undated (checklist) ||
        slip_date_compare (slip_checklist_summary_get_first_due (checklist),
                           bar) <= 0)
      return FALSE;
    n += count_due (checklist, planning->last);
  }
  planning->agenda->n_entries[SLIP_AGENDA_DO] += n;
  return TRUE;
}

static void
plan_parts (const SlipAgendaSubject *subject)
{
  const char *id = slip_row_get_id (subject->release);
  const SlipPlanState *state = subject->planning->state;

  if (!slip_plan_state_is_loaded (state, id)) {
    subject->planning->agenda->n_unread++;
    return;
  }

  if (may_have_next (subject) && !count_items (subject))
    slip_plan_state_foreach_owned (state, SLIP_KIND_ITEM, id, plan_item_cb,
                                   (gpointer) subject);
  slip_plan_state_foreach_owned (state, SLIP_KIND_COMMUNICATION, id,
                                 plan_communication_cb, (gpointer) subject);
}

/* Whether it is of an audience of the person's. */
static gboolean
concerns_audience (const SlipAgendaSubject *subject)
{
  const SlipAgendaPlanning *planning = subject->planning;

  for (guint i = 0;
       subject->summary != NULL && i < subject->summary->checklists->len; i++) {
    const SlipChecklistSummary *checklist =
      subject->summary->checklists->pdata[i];
    const SlipRow *audience =
      slip_plan_state_get (planning->state, SLIP_KIND_AUDIENCE,
                           checklist->audience);

    if (checklist->is_not_needed)
      continue;
    if (slip_agenda_planning_is_for (planning, checklist->owner) ||
        (audience != NULL &&
         slip_agenda_planning_is_for (
           planning, slip_row_get_text (audience, SLIP_AUDIENCE_OWNER))))
      return TRUE;
  }

  return FALSE;
}

static void
know_release (const SlipAgendaSubject *subject)
{
  const SlipAgendaPlanning *planning = subject->planning;
  SlipDate first =
    slip_row_get_date (subject->release, SLIP_RELEASE_FIRST_PLANNED_DATE);
  SlipDate now =
    slip_row_get_date (subject->release, SLIP_RELEASE_RELEASE_DATE);
  gboolean has_moved =
    slip_date_is_set (first) && !slip_date_equal (first, now);

  if (!slip_date_is_set (subject->day) ||
      slip_date_is_before (subject->day, planning->spec->context.today) ||
      slip_date_compare (subject->day, planning->last) > 0 ||
      !(subject->is_mine || concerns_audience (subject)))
    return;
  slip_agenda_subject_add (subject,
                           has_moved ? SLIP_AGENDA_MOVED_RELEASE
                                     : SLIP_AGENDA_RELEASE,
                           subject->day);
}

static void
know_wrong_date (const SlipAgendaSubject *subject,
                 const SlipKnowledge *knowledge)
{
  const SlipAgendaPlanning *planning = subject->planning;
  const SlipRow *audience =
    slip_plan_state_get (planning->state, SLIP_KIND_AUDIENCE,
                         slip_row_get_id (knowledge->audience));
  const SlipChecklistSummary *checklist =
    subject->summary != NULL
      ? slip_release_summary_find (subject->summary, slip_row_get_id (audience))
      : NULL;

  if (knowledge->state != SLIP_KNOWLEDGE_WRONG_DATE ||
      !(subject->is_mine ||
        slip_agenda_planning_is_for (
          planning, slip_row_get_text (audience, SLIP_AUDIENCE_OWNER)) ||
        (checklist != NULL &&
         slip_agenda_planning_is_for (planning, checklist->owner))))
    return;
  SlipAgendaEntry *entry =
    slip_agenda_subject_add (subject, SLIP_AGENDA_WRONG_DATE, subject->day);
  entry->audience = slip_row_get_id (audience);
  entry->checklist = checklist != NULL ? checklist->checklist : NULL;
  entry->told = slip_knowledge_get_date_told (knowledge);
  entry->is_urgent = TRUE;
}

static void
know_wrong_dates (const SlipAgendaSubject *subject)
{
  const SlipAgendaPlanning *planning = subject->planning;

  if (slip_knowledge_count_wrong (planning->state, subject->release) == 0)
    return;

  g_autoptr (GPtrArray) list =
    slip_knowledge_list (planning->state, subject->release,
                         planning->spec->context.today);
  for (guint i = 0; list != NULL && i < list->len; i++)
    know_wrong_date (subject, list->pdata[i]);
}

static gboolean
is_to_decide (const SlipAgendaPlanning *planning, const SlipRow *release)
{
  const char *owner = slip_row_get_text (release, SLIP_RELEASE_OWNER);
  const SlipRow *product;

  if (slip_agenda_planning_is_for (planning, owner) ||
      slip_agenda_planning_is_for (
        planning, slip_row_get_text (release, SLIP_RELEASE_MARKET_OWNER)))
    return TRUE;
  if (owner != NULL)
    return FALSE;

  product =
    slip_plan_state_follow (planning->state, release, SLIP_RELEASE_PRODUCT);
  return product != NULL &&
         slip_agenda_planning_is_for (planning,
                                      slip_row_get_text (product,
                                                         SLIP_PRODUCT_OWNER));
}

static gboolean
passes_query (const SlipPlanState *state,
              const SlipAgendaSpec *spec,
              const SlipRow *release)
{
  return spec->query == NULL ||
         slip_query_matches (spec->query, state, release);
}

static gboolean
is_looked_at (const SlipPlanState *state,
              const SlipAgendaSpec *spec,
              const SlipRow *release)
{
  return slip_release_is_open (release) && passes_query (state, spec, release);
}

static void
plan_release_cb (const SlipRow *release, gpointer data)
{
  SlipAgendaPlanning *planning = data;
  SlipReleaseSummary *summary;

  if (!is_looked_at (planning->state, planning->spec, release))
    return;

  summary =
    slip_plan_state_get_summary (planning->state, slip_row_get_id (release));
  if (summary != NULL)
    g_ptr_array_add (planning->agenda->held, summary);
  SlipAgendaSubject subject = {
    .planning = planning,
    .release = release,
    .summary = summary,
    .day = slip_release_resolve (planning->state, release, SLIP_ANCHOR_RELEASE),
    .is_mine = is_to_decide (planning, release),
  };
  plan_parts (&subject);
  slip_agenda_subject_decide (&subject);
  know_release (&subject);
  know_wrong_dates (&subject);
}

typedef struct {
  SlipAgendaSubject *subject;
  const char *flag;
} CleanUp;

static gboolean
plan_clean_up_cb (const SlipRow *item, gpointer data)
{
  const CleanUp *clean_up = data;

  if (g_strcmp0 (slip_row_get_text (item, SLIP_ITEM_ORIGIN), clean_up->flag) ==
      0)
    plan_item_cb (item, clean_up->subject);
  return TRUE;
}

/* A flag outlives the rollout of its release. */
static void
plan_flag_cb (const SlipRow *flag, gpointer data)
{
  SlipAgendaPlanning *planning = data;
  const char *id = slip_row_get_owner (flag);
  const SlipRow *release =
    slip_plan_state_get (planning->state, SLIP_KIND_RELEASE, id);
  SlipAgendaSubject subject = { .planning = planning, .release = release };
  CleanUp clean_up = { &subject, slip_row_get_id (flag) };

  if (release == NULL ||
      slip_release_get_status (release) != SLIP_STATUS_RELEASED ||
      slip_release_is_deleted (release) ||
      !passes_query (planning->state, planning->spec, release))
    return;

  subject.summary = slip_plan_state_get_summary (planning->state, id);
  if (subject.summary == NULL)
    return;
  g_ptr_array_add (planning->agenda->held,
                   (SlipReleaseSummary *) subject.summary);
  subject.is_mine = is_to_decide (planning, release);
  slip_plan_state_foreach_owned (planning->state, SLIP_KIND_ITEM, id,
                                 plan_clean_up_cb, &clean_up);
}

static const char *
get_product (const SlipAgendaPlanning *planning)
{
  return planning->spec->query != NULL
           ? slip_query_get_product (planning->spec->query)
           : NULL;
}

static void
know_freezes (SlipAgendaPlanning *planning)
{
  SlipRange range =
    slip_range_new (planning->spec->context.today, planning->last);
  g_autoptr (GArray) spans =
    slip_freeze_list_spans (planning->state, range, get_product (planning));

  for (guint i = 0; i < spans->len; i++) {
    const SlipFreezeSpan *span = &g_array_index (spans, SlipFreezeSpan, i);

    slip_agenda_planning_add (planning, SLIP_AGENDA_FREEZE, span->freeze,
                              span->range.first)
      ->range = span->range;
  }
}

static void
know_key_date_cb (const SlipRow *row, gpointer data)
{
  SlipAgendaPlanning *planning = data;
  const char *wanted = get_product (planning);
  const char *product = slip_row_get_text (row, SLIP_KEY_DATE_PRODUCT);
  SlipDate first = slip_row_get_date (row, SLIP_KEY_DATE_FIRST_DAY);
  SlipDate last = slip_row_get_date (row, SLIP_KEY_DATE_LAST_DAY);
  SlipRange range =
    slip_range_new (first, slip_date_is_set (last) ? last : first);

  if (slip_range_overlap (range, slip_range_new (planning->spec->context.today,
                                                 planning->last)) == 0 ||
      (wanted != NULL && product != NULL && strcmp (wanted, product) != 0))
    return;
  slip_agenda_planning_add (planning, SLIP_AGENDA_KEY_DATE, row, first)->range =
    range;
}

static void
note_absence_cb (const SlipRow *row, gpointer data)
{
  SlipAgendaPlanning *planning = data;
  SlipRange range =
    slip_range_new (slip_row_get_date (row, SLIP_AWAY_FIRST_DAY),
                    slip_row_get_date (row, SLIP_AWAY_LAST_DAY));
  Absence absence = {
    .away = row,
    .range = slip_range_intersect (
      range, slip_range_new (planning->spec->context.today, planning->last)),
  };
  const char *person = slip_row_get_owner (row);
  GArray *absences = g_hash_table_lookup (planning->absences, person);

  if (slip_range_is_empty (absence.range))
    return;
  if (absences == NULL) {
    absences = g_array_new (FALSE, FALSE, sizeof (Absence));
    g_hash_table_insert (planning->absences, (gpointer) person, absences);
  }
  g_array_append_val (absences, absence);
}

static void
know_absences (SlipAgendaPlanning *planning)
{
  GHashTableIter iter;
  gpointer person;
  gpointer absences;

  g_hash_table_iter_init (&iter, planning->absences);
  while (g_hash_table_iter_next (&iter, &person, &absences)) {
    for (guint i = 0; i < ((GArray *) absences)->len; i++) {
      const Absence *absence = &g_array_index ((GArray *) absences, Absence, i);
      SlipDate first = slip_row_get_date (absence->away, SLIP_AWAY_FIRST_DAY);

      if (absence->n_due == 0)
        continue;
      SlipAgendaEntry *entry =
        slip_agenda_planning_add (planning, SLIP_AGENDA_AWAY, absence->away,
                                  first);
      entry->person = person;
      entry->n_overdue = absence->n_due;
      entry->range =
        slip_range_new (first,
                        slip_row_get_date (absence->away, SLIP_AWAY_LAST_DAY));
    }
  }
}

SlipAgenda *
slip_agenda_new (const SlipPlanState *state, const SlipAgendaSpec *spec)
{
  g_autoptr (GHashTable) absences =
    g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                           (GDestroyNotify) g_array_unref);
  SlipAgenda *self = g_new0 (SlipAgenda, 1);
  SlipAgendaPlanning planning = { state, spec, self, SLIP_DATE_NONE, absences };

  g_return_val_if_fail (slip_date_is_set (spec->context.today), self);

  planning.last =
    slip_date_add_days (spec->context.today, CLAMP (spec->n_days, 0, MAX_DAYS));
  g_atomic_ref_count_init (&self->ref_count);
  self->state = slip_plan_state_ref (state);
  self->person = g_strdup (spec->person);
  self->today = spec->context.today;
  self->held = g_ptr_array_new_with_free_func (
    (GDestroyNotify) slip_release_summary_unref);
  self->conflicts =
    g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < SLIP_N_AGENDA_LISTS; i++)
    self->lists[i] = g_array_new (FALSE, FALSE, sizeof (SlipAgendaEntry));

  slip_plan_state_foreach (state, SLIP_KIND_AWAY, note_absence_cb, &planning);
  slip_release_index_foreach_open (slip_plan_state_get_index (state),
                                   plan_release_cb, &planning);
  slip_plan_state_foreach (state, SLIP_KIND_FLAG, plan_flag_cb, &planning);
  know_freezes (&planning);
  slip_plan_state_foreach (state, SLIP_KIND_KEY_DATE, know_key_date_cb,
                           &planning);
  know_absences (&planning);
  for (guint i = 0; i < SLIP_N_AGENDA_LISTS; i++)
    slip_agenda_planning_sort (&planning, (SlipAgendaList) i);
  return self;
}

SlipAgenda *
slip_agenda_ref (SlipAgenda *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
slip_agenda_unref (SlipAgenda *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  for (guint i = 0; i < SLIP_N_AGENDA_LISTS; i++)
    g_array_unref (self->lists[i]);
  g_ptr_array_unref (self->held);
  g_ptr_array_unref (self->conflicts);
  slip_plan_state_unref (self->state);
  g_free (self->person);
  g_free (self);
}

typedef struct {
  const SlipPlanState *state;
  const SlipAgendaSpec *spec;
  GPtrArray *ids;
} Unread;

static void
note_unread_cb (const SlipRow *release, gpointer data)
{
  const Unread *unread = data;
  const char *id = slip_row_get_id (release);

  if (is_looked_at (unread->state, unread->spec, release) &&
      !slip_plan_state_is_loaded (unread->state, id))
    g_ptr_array_add (unread->ids, g_strdup (id));
}

GPtrArray *
slip_agenda_list_unread (const SlipPlanState *state, const SlipAgendaSpec *spec)
{
  Unread unread = { state, spec, g_ptr_array_new_with_free_func (g_free) };

  slip_release_index_foreach_open (slip_plan_state_get_index (state),
                                   note_unread_cb, &unread);
  return unread.ids;
}
