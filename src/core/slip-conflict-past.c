/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-conflict-search.h"
#include "slip-knowledge.h"
#include "slip-t-date.h"

/* Of the open required items that their rules put before today. */
typedef struct {
  const SlipConflictSearch *search;
  const SlipRow *first;
  guint n;
} Past;

static gboolean
is_needed (const SlipPlanState *state, const SlipRow *item)
{
  const SlipRow *checklist =
    slip_plan_state_follow (state, item, SLIP_ITEM_CHECKLIST);

  return checklist != NULL &&
         !slip_row_get_boolean (checklist, SLIP_CHECKLIST_IS_NOT_NEEDED);
}

static gboolean
note_item_cb (const SlipRow *item, gpointer data)
{
  Past *past = data;
  SlipDate due = slip_row_get_date (item, SLIP_ITEM_DUE_DATE);
  SlipTDate rule;
  int order;

  if (!slip_date_is_set (due) ||
      !slip_date_is_before (due, past->search->context->today) ||
      !slip_row_get_boolean (item, SLIP_ITEM_IS_REQUIRED) ||
      slip_item_state_is_closed (slip_row_get_integer (item, SLIP_ITEM_STATE)))
    return TRUE;

  rule = slip_t_date_get (item);
  if (!slip_t_date_is_rule (&rule) || slip_t_date_is_pinned (item) ||
      !is_needed (past->search->state, item))
    return TRUE;

  past->n++;
  order = past->first == NULL
            ? -1
            : slip_date_compare (due, slip_row_get_date (past->first,
                                                         SLIP_ITEM_DUE_DATE));
  if (order < 0 ||
      (order == 0 &&
       g_strcmp0 (slip_row_get_id (item), slip_row_get_id (past->first)) < 0))
    past->first = item;
  return TRUE;
}

/* Asked first, as most releases have nothing overdue. */
static gboolean
has_overdue (const SlipConflictSearch *search)
{
  g_autoptr (SlipReleaseSummary) summary =
    slip_plan_state_get_summary (search->state,
                                 slip_row_get_id (search->release));

  for (guint i = 0; summary != NULL && i < summary->checklists->len; i++) {
    SlipDate first =
      slip_checklist_summary_get_first_due (summary->checklists->pdata[i]);

    if (slip_date_is_set (first) &&
        slip_date_is_before (first, search->context->today))
      return TRUE;
  }

  return FALSE;
}

static void
find_items (SlipConflictSearch *search)
{
  Past past = { search, NULL, 0 };
  SlipConflict *conflict;

  if (!has_overdue (search))
    return;

  slip_plan_state_foreach_owned (search->state, SLIP_KIND_ITEM,
                                 slip_row_get_id (search->release),
                                 note_item_cb, &past);
  if (past.n == 0)
    return;

  conflict = slip_conflict_search_add (search, SLIP_CONFLICT_T_DATES_PAST,
                                       SLIP_ANCHOR_RELEASE);
  slip_conflict_set_cause (conflict, past.first,
                           slip_row_get_text (past.first, SLIP_ITEM_TITLE));
  conflict->day = slip_row_get_date (past.first, SLIP_ITEM_DUE_DATE);
  conflict->n = past.n;
  conflict->is_soft = TRUE;
}

static void
note_notice_cb (const SlipRow *audience, gpointer data)
{
  gint64 *n_days = data;

  *n_days =
    MAX (*n_days, slip_row_get_integer (audience, SLIP_AUDIENCE_NOTICE_DAYS));
}

/* Whether the release is so soon that an audience may lack its notice. */
static gboolean
is_soon (const SlipConflictSearch *search)
{
  SlipDate day = search->days[SLIP_ANCHOR_RELEASE];
  SlipDate today = search->context->today;
  gint64 n_days = 0;

  if (!slip_date_is_set (day) || slip_date_is_before (day, today))
    return FALSE;

  slip_plan_state_foreach (search->state, SLIP_KIND_AUDIENCE, note_notice_cb,
                           &n_days);
  return n_days > 0 &&
         slip_date_is_before (slip_working_days_add (search->working_days, day,
                                                     (int) -n_days),
                              today);
}

static void
add_notice (SlipConflictSearch *search, const SlipKnowledge *knowledge)
{
  SlipConflict *conflict =
    slip_conflict_search_add (search, SLIP_CONFLICT_NOTICE,
                              SLIP_ANCHOR_RELEASE);

  slip_conflict_set_cause (conflict, knowledge->audience,
                           slip_row_get_text (knowledge->audience,
                                              SLIP_AUDIENCE_NAME));
  conflict->other_day = knowledge->last_day;
  conflict->n = (guint) slip_row_get_integer (knowledge->audience,
                                              SLIP_AUDIENCE_NOTICE_DAYS);
  conflict->is_soft =
    slip_row_get_integer (knowledge->audience, SLIP_AUDIENCE_SIDE) !=
    SLIP_SIDE_EXTERNAL;
}

/* Who was told late was told, and nothing can be done any more. */
static void
find_notice (SlipConflictSearch *search)
{
  g_autoptr (GPtrArray) list = NULL;

  if (!is_soon (search))
    return;

  list = slip_knowledge_list (search->state, search->release,
                              search->context->today);
  for (guint i = 0; list != NULL && i < list->len; i++) {
    const SlipKnowledge *knowledge = list->pdata[i];

    if (knowledge->notice == SLIP_NOTICE_MISSED &&
        (knowledge->state == SLIP_KNOWLEDGE_NOT_TOLD ||
         knowledge->state == SLIP_KNOWLEDGE_WRONG_DATE))
      add_notice (search, knowledge);
  }
}

void
slip_conflict_search_past (SlipConflictSearch *search)
{
  find_items (search);
  find_notice (search);
}
