/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-card-marks.h"

#include "slip-conflict.h"
#include "slip-date-text.h"

#include <glib/gi18n-lib.h>

/* A release this near is 'soon'. */
#define SOON_DAYS 7

static SlipCardMark *
new_mark (SlipCardTone tone, const char *text, char *detail)
{
  SlipCardMark *mark = g_new0 (SlipCardMark, 1);

  mark->tone = tone;
  mark->text = g_strdup (text);
  mark->detail = detail;
  return mark;
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
  }

  g_assert_not_reached ();
}

/* Two dates in one freeze make one mark with two sentences. */
static void
add_mark (GPtrArray *marks, SlipCardTone tone, const char *text, char *detail)
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
  for (guint i = 0; i < conflicts->len; i++) {
    const SlipConflict *conflict = conflicts->pdata[i];
    g_autofree char *name = NULL;
    g_autofree char *text = NULL;

    if (conflict->is_soft != is_soft)
      continue;
    name = dup_conflict_name (state, conflict);
    text = g_strdup_printf (is_soft ? "⚠ %s" : "⊘ %s", name);
    add_mark (marks, is_soft ? SLIP_CARD_TONE_WARNING : SLIP_CARD_TONE_ERROR,
              text, slip_conflict_describe (conflict));
  }
}

void
slip_card_mark_free (SlipCardMark *mark)
{
  g_free (mark->text);
  g_free (mark->detail);
  g_free (mark);
}

GPtrArray *
slip_card_list_marks (const SlipPlanState *state, const SlipRow *release)
{
  GPtrArray *marks =
    g_ptr_array_new_with_free_func ((GDestroyNotify) slip_card_mark_free);
  g_autoptr (GPtrArray) conflicts = NULL;

  if (slip_release_is_closed (release))
    return marks;

  conflicts = slip_conflict_list (state, release);
  add_conflicts (marks, state, conflicts, FALSE);
  add_conflicts (marks, state, conflicts, TRUE);
  if (!slip_row_get_text (release, SLIP_RELEASE_OWNER))
    g_ptr_array_add (marks, new_mark (SLIP_CARD_TONE_ERROR, _ ("⚠ no owner"),
                                      g_strdup (_ ("Nobody owns it"))));

  return marks;
}

char *
slip_card_dup_date_text (const SlipPlanState *state,
                         const SlipRow *release,
                         SlipDate today)
{
  SlipPlannedDate planned =
    slip_release_get_planned (release, SLIP_ANCHOR_RELEASE);
  SlipDate day = slip_release_resolve (state, release, SLIP_ANCHOR_RELEASE);
  g_autofree char *date = slip_planned_date_dup_text (planned, today);
  g_autofree char *distance = NULL;

  if (!slip_date_is_set (day))
    return g_steal_pointer (&date);

  distance = slip_date_dup_distance (day, today);
  /* A line never begins with the dot. */
  return g_strdup_printf ("%s\u00a0· %s", date, distance);
}

SlipCardTone
slip_card_get_date_tone (const SlipPlanState *state,
                         const SlipRow *release,
                         SlipDate today)
{
  SlipDate day = slip_release_resolve (state, release, SLIP_ANCHOR_RELEASE);
  int n_days;

  if (slip_release_is_closed (release) || !slip_date_is_set (day))
    return SLIP_CARD_TONE_NONE;

  n_days = slip_date_days_until (today, day);
  if (n_days < 0)
    return SLIP_CARD_TONE_ERROR;
  return n_days <= SOON_DAYS ? SLIP_CARD_TONE_WARNING : SLIP_CARD_TONE_NONE;
}
