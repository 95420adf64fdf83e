/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-gate-scope.h"

#include <glib/gi18n-lib.h>

#include "slip-audience.h"
#include "slip-checklist.h"
#include "slip-clock.h"
#include "slip-knowledge.h"
#include "slip-obstacle.h"
#include "slip-release.h"

/* The criteria that are about audiences: their items, and whether they were
 * told in time. */

static const char *
get_audience_name (const SlipRow *audience)
{
  const char *name =
    audience != NULL ? slip_row_get_text (audience, SLIP_AUDIENCE_NAME) : NULL;

  return name != NULL ? name : _ ("An audience");
}

/* The obstacle for a record: names and days written out. */
static char *
dup_item_for_record (const SlipGateScope *scope, const SlipObstacle *obstacle)
{
  const SlipRow *audience =
    slip_plan_state_follow (scope->state, obstacle->checklist,
                            SLIP_CHECKLIST_AUDIENCE);
  SlipDate due = slip_row_get_date (obstacle->item, SLIP_ITEM_DUE_DATE);
  const char *note = slip_row_get_text (obstacle->item, SLIP_ITEM_STATE_NOTE);
  g_autofree char *day = slip_date_to_text (due);
  g_autoptr (GString) text = g_string_new (NULL);

  /* Translators: an audience, the title of one of its items, the item's state
   * and its owner. */
  g_string_append_printf (text, _ ("%s: “%s”, %s, %s"),
                          get_audience_name (audience),
                          slip_row_get_text (obstacle->item, SLIP_ITEM_TITLE),
                          slip_item_state_get_label (
                            slip_row_get_integer (obstacle->item,
                                                  SLIP_ITEM_STATE)),
                          slip_gate_scope_get_person (scope, obstacle->person));
  if (note != NULL)
    g_string_append_printf (text, " (%s)", note);
  if (day != NULL)
    /* Translators: the day something is due. */
    g_string_append_printf (text, _ (", due %s"), day);
  return g_strdup (text->str);
}

static char *
dup_obstacle (const SlipGateScope *scope, const SlipObstacle *obstacle)
{
  return scope->is_record && obstacle->item != NULL
           ? dup_item_for_record (scope, obstacle)
           : slip_obstacle_dup_text (obstacle, scope->state,
                                     scope->moment.today);
}

/* Whether an obstacle of the release is one of its items and checklists; its
 * owners are no matter of the gate. */
static gboolean
is_of_checklists (const SlipObstacle *obstacle)
{
  return obstacle->type != SLIP_OBSTACLE_OWNER &&
         obstacle->type != SLIP_OBSTACLE_MARKET_OWNER;
}

static void
add_obstacles (const SlipGateScope *scope,
               SlipGateLine *line,
               const char *checklist)
{
  g_autoptr (GPtrArray) obstacles =
    slip_obstacle_list (scope->state, scope->release);

  for (guint i = 0; i < obstacles->len; i++) {
    const SlipObstacle *obstacle = obstacles->pdata[i];
    const SlipRow *row =
      obstacle->item != NULL ? obstacle->item : obstacle->checklist;

    if (!is_of_checklists (obstacle) ||
        (checklist != NULL &&
         (obstacle->checklist == NULL ||
          !g_str_equal (slip_row_get_id (obstacle->checklist), checklist))))
      continue;
    if (row == NULL)
      row = scope->release;
    slip_gate_line_take_part (line, SLIP_GATE_NOT_MET, slip_row_get_kind (row),
                              slip_row_get_id (row),
                              dup_obstacle (scope, obstacle));
  }
  line->bare_state = slip_gate_line_sum_parts (line);
}

/* '3 of 5, Sales ops' */
static char *
dup_count (guint n_closed, guint n_required, const char *owner)
{
  if (owner == NULL)
    /* Translators: how many items are closed, of how many. */
    return g_strdup_printf (_ ("%u of %u"), n_closed, n_required);
  /* Translators: how many items are closed, of how many, and whose they are. */
  return g_strdup_printf (_ ("%u of %u, %s"), n_closed, n_required, owner);
}

static void
check_checklist (const SlipGateScope *scope,
                 SlipGateLine *line,
                 const SlipChecklistSummary *summary)
{
  const SlipRow *row =
    slip_plan_state_get (scope->state, SLIP_KIND_CHECKLIST, summary->checklist);
  const char *reason = slip_row_get_text (row, SLIP_CHECKLIST_REASON);

  slip_gate_line_set_cause (line, SLIP_KIND_CHECKLIST, summary->checklist);
  if (summary->is_not_needed) {
    line->bare_state = SLIP_GATE_MET;
    /* Translators: why a release needs nothing for an audience. */
    line->detail =
      g_strdup_printf (_ ("not needed: %s"), reason != NULL ? reason : "");
    return;
  }

  add_obstacles (scope, line, summary->checklist);
  line->detail = dup_count (summary->n_required_closed, summary->n_required,
                            slip_gate_scope_get_person (scope, summary->owner));
}

static void
check_all_checklists (const SlipGateScope *scope, SlipGateLine *line)
{
  g_autoptr (SlipReleaseSummary) summary =
    slip_plan_state_get_summary (scope->state,
                                 slip_row_get_id (scope->release));
  SlipReadinessTotal total =
    slip_release_summary_total (summary, scope->moment.today);

  add_obstacles (scope, line, NULL);
  slip_gate_line_set_cause (line, SLIP_KIND_RELEASE,
                            slip_row_get_id (scope->release));
  for (guint i = 0; i < line->parts->len; i++) {
    const SlipGatePart *part = line->parts->pdata[i];

    if (part->kind != SLIP_KIND_RELEASE) {
      slip_gate_line_set_cause (line, part->kind, part->id);
      break;
    }
  }
  line->detail = dup_count (total.n_required_closed, total.n_required, NULL);
}

void
slip_gate_check_items (const SlipGateScope *scope, SlipGateLine *line)
{
  const char *audience =
    slip_row_get_text (line->criterion, SLIP_CRITERION_AUDIENCE);
  g_autoptr (SlipReleaseSummary) summary = NULL;
  const SlipChecklistSummary *checklist;

  if (audience == NULL) {
    check_all_checklists (scope, line);
    return;
  }

  summary = slip_plan_state_get_summary (scope->state,
                                         slip_row_get_id (scope->release));
  checklist = slip_release_summary_find (summary, audience);
  if (checklist != NULL) {
    check_checklist (scope, line, checklist);
    return;
  }

  line->bare_state = SLIP_GATE_NOT_MET;
  line->detail = g_strdup (_ ("there is no checklist"));
  slip_gate_line_set_cause (line, SLIP_KIND_AUDIENCE, audience);
}

/* How the notice of one audience stands. */
typedef struct {
  SlipGateState state;
  char *text;
  const char *communication; /* (nullable) */
} Notice;

/* 'from Tue 8 December', when what is missing would be there. */
static char *
dup_from (const SlipGateScope *scope,
          const SlipWorkingDays *working_days,
          SlipDate sent,
          int n_days)
{
  return slip_gate_scope_dup_day (scope, slip_working_days_add (working_days,
                                                                sent, n_days));
}

/* It was told nothing that counts. */
static char *
dup_untold (const SlipGateScope *scope,
            const SlipKnowledge *knowledge,
            const char *name,
            int n_days)
{
  g_autoptr (SlipWorkingDays) working_days = slip_plan_state_dup_working_days (
    scope->state, slip_row_get_text (scope->release, SLIP_RELEASE_PRODUCT));
  g_autofree char *from = NULL;
  g_autofree char *told = NULL;

  if (knowledge != NULL && knowledge->state == SLIP_KNOWLEDGE_WRONG_DATE) {
    told =
      slip_gate_scope_dup_day (scope, slip_knowledge_get_date_told (knowledge));
    /* Translators: an audience and the wrong release date it was told. */
    return g_strdup_printf (_ ("%s knows another date: %s"), name, told);
  }
  if (n_days == 0)
    /* Translators: an audience. */
    return g_strdup_printf (_ ("%s was not told the date"), name);

  from = dup_from (scope, working_days, scope->moment.today, n_days);
  /* Translators: an audience, and the day from which it will have had the
   * notice that it asks for. */
  return g_strdup_printf (_ ("%s was not told the date; told today, it is met "
                             "from %s"),
                          name, from);
}

/* 'Sales was told 3 working days ago' */
static char *
dup_told (const SlipGateScope *scope,
          const char *name,
          SlipDate sent,
          int n_past)
{
  g_autofree char *day = NULL;

  if (scope->is_record) {
    day = slip_date_to_text (sent);
    return g_strdup_printf (
      /* Translators: an audience, a day and a number of working days. */
      ngettext ("%s was told on %s, %d working day before",
                "%s was told on %s, %d working days before", (gulong) n_past),
      name, day, n_past);
  }
  if (n_past <= 0)
    /* Translators: an audience. */
    return g_strdup_printf (_ ("%s was told today"), name);

  /* Translators: an audience. */
  return g_strdup_printf (ngettext ("%s was told %d working day ago",
                                    "%s was told %d working days ago",
                                    (gulong) n_past),
                          name, n_past);
}

/* It was told the day the release is planned for. */
static Notice
check_told (const SlipGateScope *scope,
            const SlipKnowledge *knowledge,
            const char *name,
            int n_days)
{
  g_autoptr (SlipWorkingDays) working_days = slip_plan_state_dup_working_days (
    scope->state, slip_row_get_text (scope->release, SLIP_RELEASE_PRODUCT));
  SlipDate sent = slip_clock_find_day (
    slip_row_get_integer (knowledge->since, SLIP_COMMUNICATION_SENT_AT));
  Notice notice = { .communication = slip_row_get_id (knowledge->since) };
  g_autofree char *told = NULL;
  g_autofree char *from = NULL;
  int n_past;

  if (!slip_date_is_set (sent)) {
    notice.state = SLIP_GATE_UNKNOWN;
    /* Translators: an audience. */
    notice.text = g_strdup_printf (_ ("%s was told, nobody knows when"), name);
    return notice;
  }

  n_past = slip_working_days_count (working_days, sent, scope->moment.today);
  told = dup_told (scope, name, sent, n_past);
  if (n_past >= n_days) {
    notice.state = SLIP_GATE_MET;
    notice.text = g_steal_pointer (&told);
    return notice;
  }

  notice.state = SLIP_GATE_NOT_MET;
  from = dup_from (scope, working_days, sent, n_days);
  /* Translators: 'Sales was told 3 working days ago', for how many it asks, and
   * the day from which it has had them. */
  notice.text =
    g_strdup_printf (_ ("%s and asks for %d: met from %s"), told, n_days, from);
  return notice;
}

/* @knowledge: (nullable): what it knows of the release. */
static Notice
check_notice (const SlipGateScope *scope,
              const SlipKnowledge *knowledge,
              const SlipRow *audience)
{
  const char *name = get_audience_name (audience);
  int n_days = (int) slip_row_get_integer (audience, SLIP_AUDIENCE_NOTICE_DAYS);
  Notice notice = { .state = SLIP_GATE_NOT_MET };

  if (knowledge != NULL && knowledge->state == SLIP_KNOWLEDGE_NOT_NEEDED) {
    notice.state = SLIP_GATE_MET;
    /* Translators: an audience. */
    notice.text = g_strdup_printf (_ ("%s need not be told"), name);
    return notice;
  }
  if (knowledge != NULL && knowledge->told != NULL &&
      knowledge->state != SLIP_KNOWLEDGE_WRONG_DATE)
    return check_told (scope, knowledge, name, n_days);

  if (knowledge != NULL && knowledge->told != NULL)
    notice.communication = slip_row_get_id (knowledge->told);
  notice.text = dup_untold (scope, knowledge, name, n_days);
  return notice;
}

static const SlipKnowledge *
find_knowledge (const GPtrArray *list, const char *audience)
{
  for (guint i = 0; list != NULL && i < list->len; i++) {
    const SlipKnowledge *knowledge = list->pdata[i];

    if (g_str_equal (slip_row_get_id (knowledge->audience), audience))
      return knowledge;
  }

  return NULL;
}

static void
check_all_notices (const SlipGateScope *scope,
                   SlipGateLine *line,
                   const GPtrArray *list)
{
  for (guint i = 0; i < list->len; i++) {
    const SlipKnowledge *knowledge = list->pdata[i];
    const SlipRow *audience = knowledge->audience;
    Notice notice;

    if (knowledge->state == SLIP_KNOWLEDGE_NOT_NEEDED ||
        slip_row_get_integer (audience, SLIP_AUDIENCE_NOTICE_DAYS) == 0)
      continue;
    notice = check_notice (scope, knowledge, audience);
    slip_gate_line_take_part (line, notice.state, SLIP_KIND_AUDIENCE,
                              slip_row_get_id (audience), notice.text);
  }

  line->bare_state = slip_gate_line_sum_parts (line);
  for (guint i = 0; i < line->parts->len; i++) {
    const SlipGatePart *part = line->parts->pdata[i];

    if (part->state != line->bare_state)
      continue;
    slip_gate_line_set_cause (line, part->kind, part->id);
    line->detail = g_strdup (part->text);
    return;
  }
  line->detail = g_strdup (_ ("no audience asks for notice"));
}

void
slip_gate_check_notice (const SlipGateScope *scope, SlipGateLine *line)
{
  const SlipRow *audience =
    slip_plan_state_follow (scope->state, line->criterion,
                            SLIP_CRITERION_AUDIENCE);
  g_autoptr (GPtrArray) list =
    slip_knowledge_list (scope->state, scope->release, scope->moment.today);
  Notice notice;

  if (audience == NULL) {
    check_all_notices (scope, line, list);
    return;
  }

  notice =
    check_notice (scope, find_knowledge (list, slip_row_get_id (audience)),
                  audience);
  line->bare_state = notice.state;
  line->detail = notice.text;
  if (notice.communication != NULL)
    slip_gate_line_set_cause (line, SLIP_KIND_COMMUNICATION,
                              notice.communication);
  else
    slip_gate_line_set_cause (line, SLIP_KIND_AUDIENCE,
                              slip_row_get_id (audience));
}
