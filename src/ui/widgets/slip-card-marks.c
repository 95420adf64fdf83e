/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-card-marks.h"

#include "slip-audience.h"
#include "slip-conflict-index.h"
#include "slip-date-text.h"
#include "slip-gap.h"
#include "slip-knowledge-text.h"
#include "slip-plain-text.h"
#include "slip-rollout.h"
#include "slip-stage-dots.h"
#include "slip-stage.h"
#include "slip-text.h"

#include <glib/gi18n-lib.h>

/* A release this near is 'soon'. */
#define SOON_DAYS       7
#define MAX_READY_NAMED 2

static SlipCardMark *
new_mark (SlipTone tone, const char *text, char *detail)
{
  SlipCardMark *mark = g_new0 (SlipCardMark, 1);

  mark->tone = tone;
  mark->text = g_strdup (text);
  mark->detail = detail;
  return mark;
}

static const char *
or_unnamed (const char *name)
{
  return name != NULL && *name != '\0' ? name : _ ("Unnamed");
}

static char *
dup_conflict_name (const SlipPlanState *state, const SlipConflict *conflict)
{
  switch (conflict->type) {
  case SLIP_CONFLICT_FREEZE:
    return g_strdup (conflict->cause_name ? conflict->cause_name
                                          : _ ("Freeze"));
  case SLIP_CONFLICT_HOLIDAY:
    return g_strdup (conflict->cause_name && *conflict->cause_name
                       ? conflict->cause_name
                       : _ ("Holiday"));
  case SLIP_CONFLICT_WEEKEND:
    return g_strdup (
      slip_weekday_get_name (slip_date_get_weekday (conflict->day), FALSE));
  case SLIP_CONFLICT_DEPLOY_AFTER_RELEASE:
    return g_strdup (_ ("Deploy after release"));
  case SLIP_CONFLICT_CODE_COMPLETE_AFTER_DEPLOY:
    return g_strdup (_ ("Code complete after deploy"));
  case SLIP_CONFLICT_STAGE_FREEZE:
    /* Translators: a rollout stage and a freeze. */
    return g_strdup_printf (_ ("%s in %s"), or_unnamed (conflict->stage_name),
                            or_unnamed (conflict->cause_name));
  case SLIP_CONFLICT_DEPENDENCY:
  case SLIP_CONFLICT_DEPENDENCY_WITHOUT_DATE:
  case SLIP_CONFLICT_DEPENDENCY_GONE:
    /* Translators: another release, which this one depends on. */
    return g_strdup_printf (_ ("Needs %s"), conflict->cause_name);
  case SLIP_CONFLICT_STAGE_ORDER:
  case SLIP_CONFLICT_STAGE_SHRINKS:
    return g_strdup (_ ("Stages out of order"));
  case SLIP_CONFLICT_NOTICE:
    /* Translators: an audience that can no longer be told in time. */
    return g_strdup_printf (_ ("%s: no notice"), conflict->cause_name);
  case SLIP_CONFLICT_T_DATES_PAST:
    return g_strdup_printf (ngettext ("%u date past", "%u dates past",
                                      conflict->n),
                            conflict->n);
  case SLIP_CONFLICT_TOO_MANY_RELEASES:
  case SLIP_CONFLICT_TOO_MANY_ITEMS:
    /* Translators: an audience or a person with too much in one week. */
    return g_strdup_printf (_ ("%s: busy week"), conflict->cause_name);
  case SLIP_N_CONFLICT_TYPES:
    break;
  }

  g_assert_not_reached ();
}

/* Those with too many releases in the week of this one. */
static guint
count_busy (const GPtrArray *conflicts)
{
  guint n = 0;

  for (guint i = 0; i < conflicts->len; i++)
    n += ((const SlipConflict *) conflicts->pdata[i])->type ==
         SLIP_CONFLICT_TOO_MANY_RELEASES;

  return n;
}

/* Two dates in one freeze make one mark with two sentences. */
static void
add_mark (GPtrArray *marks, SlipTone tone, const char *text, char *detail)
{
  for (guint i = 0; i < marks->len; i++) {
    SlipCardMark *mark = marks->pdata[i];

    if (g_str_equal (mark->text, text)) {
      g_autofree char *first = g_steal_pointer (&mark->detail);
      g_autofree char *second = detail;

      mark->detail = g_strdup_printf ("%s\n%s", first, second);
      return;
    }
  }
  g_ptr_array_add (marks, new_mark (tone, text, detail));
}

static void
add_conflicts (GPtrArray *marks,
               const SlipPlanState *state,
               GPtrArray *conflicts,
               gboolean is_soft)
{
  guint n_busy = count_busy (conflicts);

  for (guint i = 0; i < conflicts->len; i++) {
    const SlipConflict *conflict = conflicts->pdata[i];
    g_autofree char *name = NULL;
    g_autofree char *text = NULL;

    if (conflict->is_soft != is_soft)
      continue;
    if (conflict->type == SLIP_CONFLICT_TOO_MANY_RELEASES && n_busy > 1)
      name = g_strdup_printf (
        /* Translators: of how many audiences and people. */
        ngettext ("Busy week for %u", "Busy week for %u", n_busy), n_busy);
    else
      name = dup_conflict_name (state, conflict);
    text = g_strdup_printf (is_soft ? "⚠ %s" : "⊘ %s", name);
    add_mark (marks, is_soft ? SLIP_TONE_WARNING : SLIP_TONE_ERROR, text,
              slip_conflict_describe (conflict));
  }
}

void
slip_card_mark_free (SlipCardMark *mark)
{
  g_free (mark->text);
  g_free (mark->detail);
  g_free (mark);
}

/* Whoever makes plans by a date that is no longer true. */
static void
add_wrong_dates (GPtrArray *marks,
                 const SlipPlanState *state,
                 const SlipRow *release)
{
  g_autoptr (GPtrArray) wrong = slip_knowledge_list_wrong (state, release);
  g_autofree char *text = NULL;
  g_autofree char *mark = NULL;

  if (wrong->len == 0)
    return;

  text = slip_knowledge_dup_wrong_text (wrong);
  mark = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "✗ %u wrong date",
                                       "✗ %u wrong dates", wrong->len),
                          wrong->len);
  g_ptr_array_add (marks,
                   new_mark (SLIP_TONE_ERROR, mark, g_steal_pointer (&text)));
}

static void
add_owners (GPtrArray *marks, const SlipRow *release)
{
  if (!slip_row_get_text (release, SLIP_RELEASE_OWNER))
    g_ptr_array_add (marks, new_mark (SLIP_TONE_ERROR, _ ("⚠ no owner"),
                                      g_strdup (_ ("Nobody owns it"))));
  if (!slip_row_get_text (release, SLIP_RELEASE_MARKET_OWNER))
    g_ptr_array_add (marks,
                     new_mark (SLIP_TONE_WARNING, _ ("⚠ no go-to-market owner"),
                               g_strdup (_ ("Nobody takes it to market"))));
}

/* 'Sales 2/5 · no owner'. */
static char *
dup_checklist_text (const SlipChecklistSummary *checklist,
                    const char *name,
                    SlipDate today)
{
  guint n_overdue = slip_checklist_summary_count_overdue (checklist, today);
  g_autoptr (GString) text = g_string_new (NULL);

  if (checklist->n_required > 0)
    g_string_append_printf (text, "%s %u/%u", name,
                            checklist->n_required_closed,
                            checklist->n_required);
  else
    g_string_append_printf (text, "%s · %s", name, _ ("no items yet"));
  if (slip_checklist_summary_is_unowned (checklist))
    g_string_append_printf (text, " · %s", _ ("no owner"));
  if (checklist->n_required_blocked > 0)
    g_string_append_printf (text, " · %s", _ ("blocked"));
  if (n_overdue > 0)
    g_string_append_printf (text,
                            g_dngettext (GETTEXT_PACKAGE, " · %u overdue",
                                         " · %u overdue", n_overdue),
                            n_overdue);
  return g_strdup (text->str);
}

static void
add_checklist (GPtrArray *marks,
               const SlipPlanState *state,
               const SlipChecklistSummary *checklist,
               const char *name,
               SlipDate today)
{
  SlipTone tone = slip_checklist_summary_get_tone (checklist, today);
  g_autofree char *text = dup_checklist_text (checklist, name, today);
  g_autofree char *label =
    slip_checklist_summary_dup_label (checklist, state, today);

  if (slip_checklist_summary_is_unowned (checklist))
    tone = SLIP_TONE_ERROR;
  g_ptr_array_add (marks,
                   new_mark (tone, text,
                             g_strdup_printf (_ ("%s: %s"), name, label)));
}

/* Those that are ready need no attention: a few are named, more only counted.
 */
static void
add_ready (GPtrArray *marks, GPtrArray *names, gboolean is_all)
{
  g_autofree char *text = NULL;
  g_autoptr (GString) list = g_string_new (NULL);

  if (!is_all && names->len <= MAX_READY_NAMED) {
    for (guint i = 0; i < names->len; i++) {
      g_autofree char *name =
        g_strdup_printf ("✓ %s", (char *) names->pdata[i]);

      g_ptr_array_add (marks,
                       new_mark (SLIP_TONE_GOOD, name,
                                 g_strdup_printf (_ ("%s: ready"),
                                                  (char *) names->pdata[i])));
    }
    return;
  }

  text = is_all
           ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "✓ all %u audience",
                                           "✓ all %u audiences", names->len),
                              names->len)
           : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "✓ %u audience",
                                           "✓ %u audiences", names->len),
                              names->len);
  for (guint i = 0; i < names->len; i++)
    slip_text_append_member (list, names->pdata[i]);
  g_ptr_array_add (marks,
                   new_mark (SLIP_TONE_GOOD, text,
                             g_strdup_printf (_ ("%s: ready"), list->str)));
}

static void
add_audiences (GPtrArray *marks,
               const SlipPlanState *state,
               const SlipReleaseSummary *summary,
               SlipDate today)
{
  SlipReadinessTotal total = slip_release_summary_total (summary, today);
  g_autoptr (GPtrArray) ready = g_ptr_array_new ();
  g_autoptr (GPtrArray) audiences = NULL;

  if (total.n_needed == 0)
    return;

  audiences = slip_audience_list (state);
  for (guint i = 0; i < audiences->len; i++) {
    const SlipRow *audience = audiences->pdata[i];
    const char *name = slip_row_get_text (audience, SLIP_AUDIENCE_NAME);
    const SlipChecklistSummary *checklist =
      slip_release_summary_find (summary, slip_row_get_id (audience));

    if (!checklist || checklist->is_not_needed)
      continue;
    if (slip_checklist_summary_is_gap (checklist))
      add_checklist (marks, state, checklist, name, today);
    else
      g_ptr_array_add (ready, (gpointer) name);
  }
  if (ready->len > 0)
    add_ready (marks, ready, slip_readiness_total_is_ready (&total));
}

static void
add_stages (GPtrArray *marks,
            const SlipPlanState *state,
            const SlipRow *release)
{
  const char *id = slip_row_get_id (release);
  const SlipRow *current = slip_rollout_get_current (state, id);
  g_autofree char *dots = slip_stage_dots_dup (state, id);
  g_autofree char *title = current ? slip_stage_dup_title (current) : NULL;
  g_autofree char *isolated = NULL;
  g_autofree char *text = NULL;

  /* A single one that has not begun is no rollout to speak of. */
  if (!dots || (!current && g_utf8_strlen (dots, -1) == 1))
    return;
  isolated = title ? slip_plain_text_dup_isolated (title) : NULL;
  text = title ? g_strdup_printf ("%s %s", dots, isolated) : g_strdup (dots);
  g_ptr_array_add (marks, new_mark (SLIP_TONE_NONE, text,
                                    slip_stage_dots_dup_label (state, id)));
}

GPtrArray *
slip_card_list_marks (const SlipPlanState *state,
                      const SlipRow *release,
                      const SlipConflictContext *context)
{
  GPtrArray *marks =
    g_ptr_array_new_with_free_func ((GDestroyNotify) slip_card_mark_free);
  g_autoptr (GPtrArray) conflicts = NULL;
  g_autoptr (SlipReleaseSummary) summary = NULL;

  if (slip_release_is_closed (release))
    return marks;

  conflicts = slip_plan_state_list_conflicts (state, context, release);
  add_conflicts (marks, state, conflicts, FALSE);
  add_conflicts (marks, state, conflicts, TRUE);
  add_stages (marks, state, release);
  add_wrong_dates (marks, state, release);
  add_owners (marks, release);
  summary = slip_plan_state_get_summary (state, slip_row_get_id (release));
  add_audiences (marks, state, summary, context->today);
  return marks;
}

SlipTone
slip_card_get_date_tone (const SlipPlanState *state,
                         const SlipRow *release,
                         SlipDate today)
{
  SlipDate day = slip_release_resolve (state, release, SLIP_ANCHOR_RELEASE);
  int n_days;

  /* What is rolling out was to begin by then. */
  if (slip_release_is_closed (release) || !slip_date_is_set (day) ||
      slip_release_get_status (release) == SLIP_STATUS_ROLLING_OUT)
    return SLIP_TONE_NONE;

  n_days = slip_date_days_until (today, day);
  if (n_days < 0)
    return SLIP_TONE_ERROR;
  return n_days <= SOON_DAYS ? SLIP_TONE_WARNING : SLIP_TONE_NONE;
}
