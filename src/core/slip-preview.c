/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-preview.h"

#include <glib/gi18n-lib.h>

#include "slip-date-text.h"
#include "slip-intent.h"
#include "slip-load.h"

static GPtrArray *
list_conflicts (const SlipPlanState *state, const SlipRow *release)
{
  if (release == NULL)
    return g_ptr_array_new_with_free_func ((GDestroyNotify) slip_conflict_free);

  return slip_conflict_list (state, release);
}

static gboolean
has_conflict (const GPtrArray *conflicts, const SlipConflict *conflict)
{
  for (guint i = 0; i < conflicts->len; i++)
    if (slip_conflict_equal (conflicts->pdata[i], conflict))
      return TRUE;

  return FALSE;
}

/* Takes the conflicts that are in both out of @conflicts. */
static void
remove_common (GPtrArray *conflicts, const GPtrArray *others)
{
  for (guint i = conflicts->len; i > 0; i--)
    if (has_conflict (others, conflicts->pdata[i - 1]))
      g_ptr_array_remove_index (conflicts, i - 1);
}

static void
compare_dates (SlipPreview *preview,
               const SlipPlanState *state_before,
               const SlipRow *before,
               const SlipPlanState *state_after,
               const SlipRow *after)
{
  for (guint i = 0; i < SLIP_N_ANCHORS; i++) {
    SlipAnchor anchor = (SlipAnchor) i;
    SlipDateChange change = {
      .anchor = anchor,
      .before = slip_release_get_planned (before, anchor),
      .after = slip_release_get_planned (after, anchor),
      .day_before = slip_release_resolve (state_before, before, anchor),
      .day_after = slip_release_resolve (state_after, after, anchor),
      .is_pinned = slip_release_is_pinned (after, anchor),
    };

    if (!slip_planned_date_equal (change.before, change.after))
      g_array_append_val (preview->dates, change);
    else if (slip_date_is_set (change.day_after))
      g_array_append_val (preview->staying, change);
  }
}

static void
compare_conflicts (SlipPreview *preview,
                   const SlipPlanState *before,
                   const SlipRow *row_before,
                   const SlipPlanState *after,
                   const SlipRow *row_after)
{
  g_autoptr (GPtrArray) had = list_conflicts (before, row_before);
  g_autoptr (GPtrArray) has = list_conflicts (after, row_after);
  g_autoptr (GPtrArray) all = list_conflicts (before, row_before);

  remove_common (had, has);
  remove_common (has, all);
  preview->going = g_steal_pointer (&had);
  preview->appearing = g_steal_pointer (&has);
}

static char *
dup_load (const SlipPlanState *state, const SlipRow *release)
{
  SlipDate day = slip_release_resolve (state, release, SLIP_ANCHOR_RELEASE);

  if (!slip_date_is_set (day) || slip_release_is_closed (release))
    return NULL;

  return slip_load_describe_week (state, release, day);
}

static void
compare_loads (SlipPreview *preview,
               const SlipPlanState *before,
               const SlipRow *row_before,
               const SlipPlanState *after,
               const SlipRow *row_after)
{
  g_autofree char *had = dup_load (before, row_before);
  g_autofree char *has = dup_load (after, row_after);

  if (g_strcmp0 (had, has) != 0)
    preview->load = g_steal_pointer (&has);
}

SlipPreview *
slip_preview_new_between (const SlipPlanState *before,
                          const SlipPlanState *after,
                          const char *release,
                          SlipDate today)
{
  const SlipRow *row_before =
    slip_plan_state_get (before, SLIP_KIND_RELEASE, release);
  const SlipRow *row_after =
    slip_plan_state_get (after, SLIP_KIND_RELEASE, release);
  SlipPreview *preview = g_new0 (SlipPreview, 1);

  preview->release = g_strdup (release);
  preview->dates = g_array_new (FALSE, FALSE, sizeof (SlipDateChange));
  preview->staying = g_array_new (FALSE, FALSE, sizeof (SlipDateChange));
  preview->is_noop = row_before == row_after;
  if (row_before != NULL && row_after != NULL) {
    preview->status_before = slip_release_get_status (row_before);
    preview->status_after = slip_release_get_status (row_after);
    compare_dates (preview, before, row_before, after, row_after);
    compare_loads (preview, before, row_before, after, row_after);
  }
  compare_conflicts (preview, before, row_before, after, row_after);
  preview->parts = slip_part_change_list (before, after, release, today);
  preview->knowledge =
    slip_knowledge_news_new (before, row_before, after, row_after);

  return preview;
}

SlipPreview *
slip_preview_new (const SlipPlanState *state,
                  const char *release,
                  SlipIntentFunc func,
                  gconstpointer data,
                  SlipDate today,
                  GError **error)
{
  g_autoptr (SlipChangeSet) set = slip_intent_run (func, data, state, error);
  g_autoptr (SlipPlanState) after = NULL;
  SlipPreview *preview;

  if (set == NULL)
    return NULL;

  after = slip_plan_state_apply (state, set, error);
  if (after == NULL)
    return NULL;

  preview = slip_preview_new_between (state, after, release, today);
  preview->is_noop = set->changes->len == 0;
  preview->set = g_steal_pointer (&set);
  return preview;
}

void
slip_preview_free (SlipPreview *preview)
{
  g_free (preview->release);
  g_free (preview->load);
  g_array_unref (preview->dates);
  g_array_unref (preview->staying);
  g_ptr_array_unref (preview->appearing);
  g_ptr_array_unref (preview->going);
  g_ptr_array_unref (preview->parts);
  g_clear_pointer (&preview->set, slip_change_set_unref);
  slip_knowledge_news_free (preview->knowledge);
  g_free (preview);
}

void
slip_preview_line_free (SlipPreviewLine *line)
{
  g_free (line->text);
  g_free (line);
}

static void
take_line (GPtrArray *lines, SlipPreviewTone tone, char *text)
{
  SlipPreviewLine *line = g_new0 (SlipPreviewLine, 1);

  line->tone = tone;
  line->text = text;
  g_ptr_array_add (lines, line);
}

static char *
describe_shift (const SlipDateChange *change)
{
  int n_days = slip_date_days_until (change->day_before, change->day_after);
  int n = ABS (n_days);

  if (n_days == 0)
    return NULL;
  if (n_days > 0)
    return g_strdup_printf (ngettext ("+%d day", "+%d days", (gulong) n), n);

  return g_strdup_printf (ngettext ("−%d day", "−%d days", (gulong) n), n);
}

/* 'Tue 8 December → Wed 16 December' */
static char *
describe_change (const SlipDateChange *change)
{
  SlipDate year = slip_date_is_set (change->day_before) ? change->day_before
                                                        : change->day_after;
  g_autofree char *before = slip_planned_date_dup_text (change->before, year);
  g_autofree char *after = slip_planned_date_dup_text (change->after, year);

  /* Translators: a date before and after a change. */
  return g_strdup_printf (_ ("%s → %s"), before, after);
}

/* The same with the shift in days, which the other dates share. */
static char *
describe_move (const SlipDateChange *change)
{
  g_autofree char *text = describe_change (change);
  g_autofree char *shift = NULL;

  if (slip_date_is_set (change->day_before) &&
      slip_date_is_set (change->day_after))
    shift = describe_shift (change);
  if (shift == NULL)
    return g_steal_pointer (&text);

  /* Translators: '8 December → 16 December', and '+8 days'. */
  return g_strdup_printf (_ ("%s (%s)"), text, shift);
}

static void
describe_title (const SlipPreview *preview, GPtrArray *lines)
{
  const SlipDateChange *first = NULL;

  if (preview->dates->len > 0)
    first = &g_array_index (preview->dates, SlipDateChange, 0);

  if (preview->status_before != preview->status_after)
    take_line (lines, SLIP_PREVIEW_TITLE,
               /* Translators: a status before and after. */
               g_strdup_printf (_ ("%s → %s"),
                                slip_status_get_label (preview->status_before),
                                slip_status_get_label (preview->status_after)));
  else if (first != NULL && first->anchor == SLIP_ANCHOR_RELEASE)
    take_line (lines, SLIP_PREVIEW_TITLE, describe_move (first));
  else if (preview->is_noop)
    take_line (lines, SLIP_PREVIEW_TITLE, g_strdup (_ ("Nothing changes")));
  else
    take_line (lines, SLIP_PREVIEW_TITLE,
               g_strdup (_ ("The release date stays")));
}

static void
describe_dates (const SlipPreview *preview, GPtrArray *lines)
{
  for (guint i = 0; i < preview->dates->len; i++) {
    const SlipDateChange *change =
      &g_array_index (preview->dates, SlipDateChange, i);
    g_autofree char *text = NULL;

    if (change->anchor == SLIP_ANCHOR_RELEASE &&
        preview->status_before == preview->status_after)
      continue;

    text = describe_change (change);
    take_line (lines, SLIP_PREVIEW_FOLLOWS,
               /* Translators: 'Deploy date: Mon 7 December → Tue 15'. */
               g_strdup_printf (_ ("%s: %s"),
                                slip_anchor_get_label (change->anchor), text));
  }
}

static void
describe_conflicts (const SlipPreview *preview, GPtrArray *lines)
{
  for (guint i = 0; i < preview->appearing->len; i++) {
    const SlipConflict *conflict = preview->appearing->pdata[i];

    take_line (lines,
               conflict->is_soft ? SLIP_PREVIEW_WARNING : SLIP_PREVIEW_CONFLICT,
               slip_conflict_describe (conflict));
  }

  for (guint i = 0; i < preview->going->len; i++) {
    g_autofree char *text = slip_conflict_describe (preview->going->pdata[i]);

    take_line (lines, SLIP_PREVIEW_SOLVED,
               /* Translators: followed by the conflict that goes away. */
               g_strdup_printf (_ ("Solved: %s"), text));
  }
}

static void
describe_knowledge (const SlipPreview *preview, GPtrArray *lines)
{
  char *wrong = slip_knowledge_news_dup_wrong (preview->knowledge);
  char *notices = slip_knowledge_news_dup_notices (preview->knowledge);
  g_autofree char *right = slip_knowledge_news_dup_right (preview->knowledge);

  if (wrong != NULL)
    take_line (lines, SLIP_PREVIEW_WARNING, wrong);
  if (notices != NULL)
    take_line (lines, SLIP_PREVIEW_FOLLOWS, notices);
  if (right != NULL)
    take_line (lines, SLIP_PREVIEW_SOLVED,
               g_strdup_printf (_ ("Solved: %s"), right));
}

static void
describe_staying (const SlipPreview *preview, GPtrArray *lines)
{
  for (guint i = 0; i < preview->staying->len; i++) {
    const SlipDateChange *stay =
      &g_array_index (preview->staying, SlipDateChange, i);
    g_autofree char *day = NULL;
    const char *anchor = slip_anchor_get_label (stay->anchor);

    if (stay->anchor == SLIP_ANCHOR_RELEASE)
      continue;

    /* Translators: the name of a date, and the day it stays on. */
    day = slip_planned_date_dup_text (stay->after, stay->day_after);
    take_line (lines, SLIP_PREVIEW_STAYS,
               stay->is_pinned
                 ? g_strdup_printf (_ ("%s stays: %s (pinned)"), anchor, day)
                 : g_strdup_printf (_ ("%s stays: %s"), anchor, day));
  }
}

/* Whether the release date goes away, and so the days of all rules. */
static gboolean
unschedules (const SlipPreview *preview)
{
  for (guint i = 0; i < preview->dates->len; i++) {
    const SlipDateChange *change =
      &g_array_index (preview->dates, SlipDateChange, i);

    if (change->anchor == SLIP_ANCHOR_RELEASE)
      return !slip_date_is_set (change->day_after);
  }

  return FALSE;
}

static void
describe_followers (const SlipPreview *preview, GPtrArray *lines)
{
  g_autofree char *count =
    slip_part_change_describe_count (preview->parts, SLIP_PART_FOLLOWS);

  if (count == NULL)
    return;

  take_line (lines, SLIP_PREVIEW_FOLLOWS,
             unschedules (preview)
               /* Translators: followed by '14 checklist dates, 4 stages'. */
               ? g_strdup_printf (_ ("Without a day until it has one: %s"),
                                  count)
               /* Translators: followed by '14 checklist dates, 4 stages'. */
               : g_strdup_printf (_ ("Following their rules: %s"), count));
}

/* A stage that lands in a freeze is told by name. */
static void
describe_frozen_stages (const SlipPreview *preview, GPtrArray *lines)
{
  for (guint i = 0; i < preview->parts->len; i++) {
    const SlipPartChange *change = preview->parts->pdata[i];
    g_autofree char *day = NULL;

    if (change->kind != SLIP_KIND_STAGE || change->is_launch ||
        change->freeze == NULL)
      continue;

    day =
      slip_date_dup_text (change->after, SLIP_DATE_STYLE_MEDIUM, change->after);
    take_line (lines,
               change->is_soft ? SLIP_PREVIEW_WARNING : SLIP_PREVIEW_CONFLICT,
               /* Translators: a stage, its first day, a freeze. */
               g_strdup_printf (_ ("“%s” (%s) lands in “%s”"), change->title,
                                day, change->freeze));
  }
}

static void
describe_frozen_dates (const SlipPreview *preview, GPtrArray *lines)
{
  const char *freeze = NULL;
  guint n = 0;

  for (guint i = 0; i < preview->parts->len; i++) {
    const SlipPartChange *change = preview->parts->pdata[i];

    if (change->kind == SLIP_KIND_STAGE || change->freeze == NULL)
      continue;
    freeze = freeze != NULL ? freeze : change->freeze;
    n += g_str_equal (freeze, change->freeze);
  }

  if (n > 0)
    take_line (lines, SLIP_PREVIEW_WARNING,
               g_strdup_printf (
                 /* Translators: how many, and a freeze. */
                 ngettext ("%u date lands in “%s”", "%u dates land in “%s”", n),
                 n, freeze));
}

/* What is overdue and follows, and what would be overdue at once. */
static void
describe_late (const SlipPreview *preview, GPtrArray *lines)
{
  guint n_overdue = 0;
  guint n_past = 0;

  for (guint i = 0; i < preview->parts->len; i++) {
    const SlipPartChange *change = preview->parts->pdata[i];

    if (change->fate != SLIP_PART_FOLLOWS || change->kind == SLIP_KIND_STAGE ||
        !slip_date_is_set (change->after))
      continue;
    n_overdue += change->was_overdue;
    n_past += change->is_past && !change->was_overdue;
  }

  if (n_overdue > 0)
    take_line (lines, SLIP_PREVIEW_WARNING,
               g_strdup_printf (ngettext ("%u overdue date follows",
                                          "%u overdue dates follow", n_overdue),
                                n_overdue));
  if (n_past > 0)
    take_line (lines, SLIP_PREVIEW_WARNING,
               g_strdup_printf (ngettext ("%u date would already be past",
                                          "%u dates would already be past",
                                          n_past),
                                n_past));
}

static void
describe_staying_parts (const SlipPreview *preview, GPtrArray *lines)
{
  static const struct {
    SlipPartFate fate;
    const char *text;
  } fates[] = {
    /* Translators: each followed by '2 checklist dates, 1 stage'. */
    { SLIP_PART_OVER, N_ ("Done, staying: %s") },
    { SLIP_PART_KEPT, N_ ("Pinned now, staying: %s") },
    { SLIP_PART_PINNED, N_ ("Pinned, staying: %s") },
    { SLIP_PART_FIXED, N_ ("On fixed days, staying: %s") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (fates); i++) {
    g_autofree char *count =
      slip_part_change_describe_count (preview->parts, fates[i].fate);
    g_auto (GStrv) halves = NULL;

    if (count == NULL)
      continue;
    /* The format is one of the table's, so joining is all that it does. */
    halves = g_strsplit (_ (fates[i].text), "%s", 2);
    take_line (lines, SLIP_PREVIEW_STAYS, g_strjoinv (count, halves));
  }
}

GPtrArray *
slip_preview_describe (const SlipPreview *preview)
{
  GPtrArray *lines =
    g_ptr_array_new_with_free_func ((GDestroyNotify) slip_preview_line_free);

  describe_title (preview, lines);
  describe_dates (preview, lines);
  describe_followers (preview, lines);
  describe_conflicts (preview, lines);
  describe_frozen_stages (preview, lines);
  describe_frozen_dates (preview, lines);
  describe_late (preview, lines);
  if (preview->load != NULL)
    take_line (lines, SLIP_PREVIEW_WARNING, g_strdup (preview->load));
  describe_knowledge (preview, lines);
  if (preview->dates->len > 0) {
    describe_staying (preview, lines);
    describe_staying_parts (preview, lines);
  }

  return lines;
}
