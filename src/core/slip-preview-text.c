/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-preview.h"

#include <glib/gi18n-lib.h>

#include "slip-date-text.h"
#include "slip-text.h"

/* So many lines about other releases are shown; a card has only so much room.
 */
#define MAX_OTHERS 5

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

  if (preview->title != NULL)
    take_line (lines, SLIP_PREVIEW_TITLE, g_strdup (preview->title));
  else if (preview->status_before != preview->status_after)
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

    if (change->anchor == SLIP_ANCHOR_RELEASE && preview->title == NULL &&
        preview->status_before == preview->status_after)
      continue;

    text = describe_change (change);
    take_line (lines, SLIP_PREVIEW_FOLLOWS,
               /* Translators: 'Deploy date: Mon 7 December → Tue 15'. */
               g_strdup_printf (_ ("%s: %s"),
                                slip_anchor_get_label (change->anchor), text));
  }
}

static SlipPreviewTone
get_tone (const SlipConflict *conflict)
{
  return conflict->is_soft ? SLIP_PREVIEW_WARNING : SLIP_PREVIEW_CONFLICT;
}

/* Returns: (transfer full): @text, and how to be rid of it. */
static char *
add_free_day (const SlipConflict *conflict, const char *text)
{
  g_autofree char *day =
    slip_date_dup_text (conflict->free_day, SLIP_DATE_STYLE_MEDIUM,
                        conflict->day);

  if (!slip_date_is_set (conflict->free_day))
    return g_strdup (text);
  /* Translators: a conflict, and the first day without it. */
  return g_strdup_printf (_ ("%s; first free day: %s"), text, day);
}

/* What was overdue, would have followed and is pinned to stay. */
static guint
count_kept_overdue (const SlipPreview *preview)
{
  guint n = 0;

  for (guint i = 0; i < preview->parts->len; i++) {
    const SlipPartChange *change = preview->parts->pdata[i];

    n += change->fate == SLIP_PART_KEPT && change->kind != SLIP_KIND_STAGE &&
         change->was_overdue;
  }

  return n;
}

/* A date that is past and pinned there breaks no rule any more, which solves
 * nothing. */
static gboolean
is_solved (const SlipConflict *going, guint n_kept_overdue)
{
  return going->type != SLIP_CONFLICT_T_DATES_PAST || n_kept_overdue == 0;
}

static void
describe_conflicts (const SlipPreview *preview, GPtrArray *lines)
{
  guint n_kept_overdue = count_kept_overdue (preview);
  guint n_told = 1;

  for (guint i = 0; i < preview->appearing->len; i += n_told) {
    const SlipConflict *conflict = preview->appearing->pdata[i];
    g_autofree char *text =
      slip_conflict_describe_group (preview->appearing, i, &n_told);

    take_line (lines, get_tone (conflict), add_free_day (conflict, text));
  }

  for (guint i = 0; i < preview->going->len; i += n_told) {
    g_autofree char *text =
      slip_conflict_describe_group (preview->going, i, &n_told);

    if (is_solved (preview->going->pdata[i], n_kept_overdue))
      take_line (lines, SLIP_PREVIEW_SOLVED,
                 /* Translators: followed by the conflict that goes away. */
                 g_strdup_printf (_ ("Solved: %s"), text));
  }
}

/* What happens to other releases, and how much of that was told. */
typedef struct {
  const SlipPreview *preview;
  GPtrArray *lines;
  guint n_told;
  guint n_left;
} Others;

static void
take_other (Others *others, SlipPreviewTone tone, char *text)
{
  if (others->n_told < MAX_OTHERS) {
    take_line (others->lines, tone, text);
    others->n_told++;
  } else {
    g_free (text);
    others->n_left++;
  }
}

static void
describe_other (Others *others, const SlipPreviewOther *other)
{
  const SlipPreview *preview = others->preview;

  /* That a week has too much was said of the release itself. */
  for (guint i = 0; i < other->appearing->len; i++) {
    const SlipConflict *conflict = other->appearing->pdata[i];
    g_autofree char *text = slip_conflict_describe (conflict);

    if (!slip_conflict_is_among (conflict, preview->appearing))
      take_other (others, get_tone (conflict),
                  /* Translators: another release, and its conflict. */
                  g_strdup_printf (_ ("%s: %s"), other->title, text));
  }
  for (guint i = 0; i < other->going->len; i++) {
    const SlipConflict *conflict = other->going->pdata[i];
    g_autofree char *text = slip_conflict_describe (conflict);

    if (!slip_conflict_is_among (conflict, preview->going))
      take_other (others, SLIP_PREVIEW_SOLVED,
                  /* Translators: another release, and the conflict that it
                   * gets rid of. */
                  g_strdup_printf (_ ("%s: solved: %s"), other->title, text));
  }
}

/* Releases that follow because they depend on this one. */
static void
describe_follower (Others *others, const SlipPreviewOther *other)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  if (!slip_date_is_set (other->day_before) ||
      !slip_date_is_set (other->day_after) ||
      slip_date_equal (other->day_before, other->day_after))
    return;

  before = slip_date_dup_text (other->day_before, SLIP_DATE_STYLE_MEDIUM,
                               other->day_before);
  after = slip_date_dup_text (other->day_after, SLIP_DATE_STYLE_MEDIUM,
                              other->day_before);
  take_other (others, SLIP_PREVIEW_FOLLOWS,
              /* Translators: another release, a date before and after. */
              g_strdup_printf (_ ("%s follows: %s → %s"), other->title, before,
                               after));
}

static void
describe_others (const SlipPreview *preview, GPtrArray *lines)
{
  Others others = { preview, lines, 0, 0 };

  for (guint i = 0; i < preview->others->len; i++)
    describe_follower (&others, preview->others->pdata[i]);
  for (guint i = 0; i < preview->others->len; i++)
    describe_other (&others, preview->others->pdata[i]);
  if (others.n_left > 0)
    take_line (lines, SLIP_PREVIEW_WARNING,
               g_strdup_printf (ngettext ("%u more change to other releases",
                                          "%u more changes to other releases",
                                          others.n_left),
                                others.n_left));
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

static gboolean
tells_past_dates (const SlipPreview *preview)
{
  for (guint i = 0; i < preview->appearing->len; i++) {
    const SlipConflict *conflict = preview->appearing->pdata[i];

    if (conflict->type == SLIP_CONFLICT_T_DATES_PAST)
      return TRUE;
  }

  return FALSE;
}

/* What is overdue and follows or not, and what would be overdue at once. */
static void
describe_late (const SlipPreview *preview, GPtrArray *lines)
{
  guint n_kept = count_kept_overdue (preview);
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
  if (n_kept > 0)
    take_line (lines, SLIP_PREVIEW_WARNING,
               g_strdup_printf (ngettext ("%u overdue date stays",
                                          "%u overdue dates stay", n_kept),
                                n_kept));
  if (n_past > 0 && !tells_past_dates (preview))
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
  describe_frozen_dates (preview, lines);
  describe_late (preview, lines);
  describe_knowledge (preview, lines);
  describe_others (preview, lines);
  if (preview->dates->len > 0) {
    describe_staying (preview, lines);
    describe_staying_parts (preview, lines);
  }

  return lines;
}

static gboolean
is_moved (const SlipPreviewOther *other)
{
  return !slip_date_equal (other->day_before, other->day_after);
}

gboolean
slip_preview_takes_dependents (const SlipPreview *preview)
{
  for (guint i = 0; i < preview->others->len; i++)
    if (is_moved (preview->others->pdata[i]))
      return TRUE;

  return FALSE;
}

char *
slip_preview_dup_dependents (const SlipPreview *preview)
{
  g_autoptr (GString) titles = g_string_new (NULL);

  for (guint i = 0; i < preview->others->len; i++) {
    const SlipPreviewOther *other = preview->others->pdata[i];

    if (is_moved (other))
      slip_text_append_member (titles, other->title);
  }
  for (guint i = 0; i < preview->early->len; i++)
    slip_text_append_member (titles, preview->early->pdata[i]);

  return titles->len > 0 ? g_strdup (titles->str) : NULL;
}
