/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-differences.h"

#include "slip-date-text.h"
#include "slip-knowledge-text.h"
#include "slip-load.h"
#include "slip-text.h"

#include <glib/gi18n-lib.h>

#define DAYS_PER_WEEK 7

static void
free_difference (gpointer data)
{
  SlipDifference *self = data;

  g_free (self->release);
  g_free (self->title);
  slip_preview_free (self->preview);
  g_ptr_array_unref (self->late);
  g_free (self);
}

static void
free_week (gpointer data)
{
  SlipWeekDifference *self = data;

  g_ptr_array_unref (self->appearing);
  g_ptr_array_unref (self->going);
  g_free (self);
}

void
slip_differences_free (SlipDifferences *self)
{
  g_ptr_array_unref (self->releases);
  g_ptr_array_unref (self->weeks);
  g_free (self);
}

static gboolean
is_late (const SlipPartChange *change)
{
  return change->kind != SLIP_KIND_STAGE && change->is_past &&
         !change->was_overdue;
}

static GPtrArray *
list_late (const SlipPreview *preview)
{
  GPtrArray *late = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < preview->parts->len; i++) {
    const SlipPartChange *change = preview->parts->pdata[i];

    if (!is_late (change))
      continue;
    g_ptr_array_add (late, change->audience != NULL
                             ? g_strdup_printf ("%s: %s", change->audience,
                                                change->title)
                             : g_strdup (change->title));
  }
  return late;
}

static gboolean
has_followers (const SlipPreview *preview)
{
  for (guint i = 0; i < preview->parts->len; i++) {
    const SlipPartChange *change = preview->parts->pdata[i];

    if (!slip_date_equal (change->before, change->after))
      return TRUE;
  }
  return FALSE;
}

static gboolean
is_different (const SlipPreview *preview)
{
  return preview->dates->len > 0 || preview->appearing->len > 0 ||
         preview->going->len > 0 ||
         preview->status_before != preview->status_after ||
         has_followers (preview);
}

/* The release date in a preview, before and afterwards. */
static const SlipDateChange *
find_release_date (const SlipPreview *preview)
{
  const GArray *dates[] = { preview->dates, preview->staying };

  for (guint k = 0; k < G_N_ELEMENTS (dates); k++)
    for (guint i = 0; i < dates[k]->len; i++) {
      const SlipDateChange *change =
        &g_array_index (dates[k], SlipDateChange, i);

      if (change->anchor == SLIP_ANCHOR_RELEASE)
        return change;
    }

  return NULL;
}

static void
take_dates (SlipDifference *self)
{
  const SlipDateChange *change = find_release_date (self->preview);

  self->before = SLIP_UNSCHEDULED;
  self->after = SLIP_UNSCHEDULED;
  if (change == NULL)
    return;

  self->before = change->before;
  self->after = change->after;
  if (slip_date_is_set (change->day_before) &&
      slip_date_is_set (change->day_after))
    self->n_days = slip_date_days_until (change->day_before, change->day_after);
}

/* The comparison under way. */
typedef struct {
  SlipDifferences *self;
  const SlipPlanState *before;
  const SlipPlanState *after;
  const SlipConflictContext *context;
  GHashTable *weeks; /* first days of weeks, as pointers */
} Comparison;

static void
count (SlipDifferences *sums, const SlipDifference *difference)
{
  const SlipPreview *preview = difference->preview;

  sums->n_moved +=
    !slip_planned_date_equal (difference->before, difference->after);
  sums->n_appearing += preview->appearing->len;
  sums->n_going += preview->going->len;
  sums->n_late += difference->late->len;
  sums->n_to_tell +=
    preview->knowledge->is_moved && preview->knowledge->wrong->len > 0;
}

static void
note_week (const Comparison *comparison, SlipDate day)
{
  if (slip_date_is_set (day))
    g_hash_table_add (
      comparison->weeks,
      GINT_TO_POINTER (
        slip_conflict_context_get_week (comparison->context, day).first.day));
}

static void
note_weeks (const Comparison *comparison, const char *release)
{
  const SlipPlanState *states[] = { comparison->before, comparison->after };

  for (guint i = 0; i < G_N_ELEMENTS (states); i++) {
    const SlipRow *row =
      slip_plan_state_get (states[i], SLIP_KIND_RELEASE, release);

    if (row != NULL)
      note_week (comparison,
                 slip_release_resolve (states[i], row, SLIP_ANCHOR_RELEASE));
  }
}

static gboolean
is_told_elsewhere (const SlipConflict *conflict)
{
  return conflict->type == SLIP_CONFLICT_TOO_MANY_RELEASES ||
         conflict->type == SLIP_CONFLICT_TOO_MANY_ITEMS ||
         conflict->type == SLIP_CONFLICT_T_DATES_PAST;
}

static void
drop_told_elsewhere (GPtrArray *conflicts)
{
  for (guint i = conflicts->len; i > 0; i--)
    if (is_told_elsewhere (conflicts->pdata[i - 1]))
      g_ptr_array_remove_index (conflicts, i - 1);
}

static void
compare_release (const Comparison *comparison, const char *release)
{
  const SlipRow *row =
    slip_plan_state_get (comparison->after, SLIP_KIND_RELEASE, release);
  SlipPreview *preview;
  SlipDifference *difference;

  if (row == NULL)
    return;

  preview = slip_preview_new_alone (comparison->before, comparison->after,
                                    release, comparison->context);
  drop_told_elsewhere (preview->appearing);
  drop_told_elsewhere (preview->going);
  if (!is_different (preview)) {
    slip_preview_free (preview);
    return;
  }
  difference = g_new0 (SlipDifference, 1);
  difference->release = g_strdup (release);
  difference->title = slip_release_dup_title (comparison->after, row);
  difference->preview = preview;
  difference->late = list_late (preview);
  take_dates (difference);
  g_ptr_array_add (comparison->self->releases, difference);
  count (comparison->self, difference);
  note_weeks (comparison, release);
}

static void
compare_row_cb (const SlipRow *row, gpointer data)
{
  compare_release (data, slip_row_get_id (row));
}

static void
compare_releases (const Comparison *comparison)
{
  g_autoptr (GHashTable) touched =
    slip_conflict_list_touched (comparison->before, comparison->after,
                                comparison->context);
  GHashTableIter iter;
  gpointer id;

  if (touched == NULL) {
    slip_plan_state_foreach (comparison->after, SLIP_KIND_RELEASE,
                             compare_row_cb, (gpointer) comparison);
    return;
  }
  g_hash_table_iter_init (&iter, touched);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    compare_release (comparison, id);
}

static int
order_releases (gconstpointer a, gconstpointer b)
{
  const SlipDifference *first = *(const SlipDifference *const *) a;
  const SlipDifference *second = *(const SlipDifference *const *) b;
  int order = slip_date_compare (first->after.date, second->after.date);

  if (order == 0)
    order = g_utf8_collate (first->title, second->title);

  return order != 0 ? order : g_strcmp0 (first->release, second->release);
}

/* Whether @loads have one that is too much for whom @load is about. */
static gboolean
is_over_in (const GPtrArray *loads, const SlipLoad *load)
{
  for (guint i = 0; i < loads->len; i++) {
    const SlipLoad *other = loads->pdata[i];

    if (other->is_over &&
        g_str_equal (slip_row_get_id (other->who), slip_row_get_id (load->who)))
      return TRUE;
  }
  return FALSE;
}

/* Adds to @texts whom @loads are too much for, and @others are not. */
static void
add_loads (GPtrArray *texts, const GPtrArray *loads, const GPtrArray *others)
{
  for (guint i = 0; i < loads->len; i++) {
    const SlipLoad *load = loads->pdata[i];

    if (load->is_over && !is_over_in (others, load))
      g_ptr_array_add (texts, slip_load_dup_text (load));
  }
}

static void
compare_week (const Comparison *comparison, SlipDate first)
{
  g_autoptr (GPtrArray) weeks_before =
    slip_load_list (comparison->before, NULL, comparison->context, first, 1);
  g_autoptr (GPtrArray) weeks_after =
    slip_load_list (comparison->after, NULL, comparison->context, first, 1);
  const SlipLoadWeek *before = weeks_before->pdata[0];
  const SlipLoadWeek *after = weeks_after->pdata[0];
  SlipWeekDifference *week = g_new (SlipWeekDifference, 1);

  week->range = after->range;
  week->appearing = g_ptr_array_new_with_free_func (g_free);
  week->going = g_ptr_array_new_with_free_func (g_free);
  add_loads (week->appearing, after->audiences, before->audiences);
  add_loads (week->appearing, after->owners, before->owners);
  add_loads (week->going, before->audiences, after->audiences);
  add_loads (week->going, before->owners, after->owners);
  if (week->appearing->len + week->going->len > 0)
    g_ptr_array_add (comparison->self->weeks, week);
  else
    free_week (week);
}

static int
order_weeks (gconstpointer a, gconstpointer b)
{
  const SlipWeekDifference *first = *(const SlipWeekDifference *const *) a;
  const SlipWeekDifference *second = *(const SlipWeekDifference *const *) b;

  return slip_date_compare (first->range.first, second->range.first);
}

static void
compare_weeks (const Comparison *comparison)
{
  GHashTableIter iter;
  gpointer first;

  g_hash_table_iter_init (&iter, comparison->weeks);
  while (g_hash_table_iter_next (&iter, &first, NULL))
    compare_week (comparison, (SlipDate){ GPOINTER_TO_INT (first) });
  g_ptr_array_sort (comparison->self->weeks, order_weeks);
}

SlipDifferences *
slip_differences_new (const SlipPlanState *before,
                      const SlipPlanState *after,
                      const SlipConflictContext *context)
{
  SlipDifferences *self = g_new0 (SlipDifferences, 1);
  g_autoptr (GHashTable) weeks = g_hash_table_new (NULL, NULL);
  Comparison comparison = {
    .self = self,
    .before = before,
    .after = after,
    .context = context,
    .weeks = weeks,
  };

  self->releases = g_ptr_array_new_with_free_func (free_difference);
  self->weeks = g_ptr_array_new_with_free_func (free_week);
  compare_releases (&comparison);
  g_ptr_array_sort (self->releases, order_releases);
  compare_weeks (&comparison);
  return self;
}

const char *
slip_difference_column_get_title (SlipDifferenceColumn column)
{
  static const char *const titles[SLIP_N_DIFFERENCE_COLUMNS] = {
    [SLIP_DIFFERENCE_RELEASE] = N_ ("Release"),
    [SLIP_DIFFERENCE_BEFORE] = N_ ("Now"),
    [SLIP_DIFFERENCE_AFTER] = N_ ("What if"),
    [SLIP_DIFFERENCE_SHIFT] = N_ ("Days"),
    [SLIP_DIFFERENCE_FOLLOWS] = N_ ("What follows"),
    [SLIP_DIFFERENCE_APPEARING] = N_ ("New conflicts"),
    [SLIP_DIFFERENCE_GOING] = N_ ("Solved conflicts"),
    [SLIP_DIFFERENCE_LATE] = N_ ("Already past"),
    [SLIP_DIFFERENCE_TELL] = N_ ("Must be told"),
  };

  return _ (titles[column]);
}

static void
append_line (GString *text, const char *line)
{
  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append (text, line);
}

static char *
dup_state (const SlipDifference *self,
           SlipPlannedDate planned,
           SlipStatus status,
           SlipDate today)
{
  g_autofree char *date = slip_planned_date_dup_text (planned, today);

  if (self->preview->status_before == self->preview->status_after)
    return g_steal_pointer (&date);

  /* Translators: a date and a status. */
  return g_strdup_printf (_ ("%s, %s"), date, slip_status_get_label (status));
}

static char *
dup_follows (const SlipDifference *self)
{
  g_autoptr (GPtrArray) lines = slip_preview_describe (self->preview);
  GString *text = g_string_new (NULL);
  g_autofree char *notices =
    slip_knowledge_news_dup_notices (self->preview->knowledge);

  for (guint i = 0; i < lines->len; i++) {
    const SlipPreviewLine *line = lines->pdata[i];

    if (line->tone == SLIP_PREVIEW_FOLLOWS &&
        g_strcmp0 (line->text, notices) != 0)
      append_line (text, line->text);
  }
  return g_string_free (text, FALSE);
}

static char *
dup_conflicts (const GPtrArray *conflicts)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < conflicts->len; i++) {
    g_autofree char *line = slip_conflict_describe (conflicts->pdata[i]);

    append_line (text, line);
  }
  return g_string_free (text, FALSE);
}

static char *
dup_late (const GPtrArray *late)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < late->len; i++)
    append_line (text, late->pdata[i]);
  return g_string_free (text, FALSE);
}

static char *
dup_shift (int n_days)
{
  if (n_days == 0)
    return g_strdup ("");

  return g_strdup_printf (n_days > 0 ? "+%d" : "−%d", ABS (n_days));
}

static char *
dup_audiences (const SlipKnowledgeNews *news)
{
  return news->is_moved && news->wrong->len > 0
           ? slip_audiences_dup_names (news->wrong)
           : g_strdup ("");
}

char *
slip_difference_dup_cell (const SlipDifference *self,
                          SlipDifferenceColumn column,
                          SlipDate today)
{
  switch (column) {
  case SLIP_DIFFERENCE_RELEASE:
    return g_strdup (self->title);
  case SLIP_DIFFERENCE_BEFORE:
    return dup_state (self, self->before, self->preview->status_before, today);
  case SLIP_DIFFERENCE_AFTER:
    return dup_state (self, self->after, self->preview->status_after, today);
  case SLIP_DIFFERENCE_SHIFT:
    return dup_shift (self->n_days);
  case SLIP_DIFFERENCE_FOLLOWS:
    return dup_follows (self);
  case SLIP_DIFFERENCE_APPEARING:
    return dup_conflicts (self->preview->appearing);
  case SLIP_DIFFERENCE_GOING:
    return dup_conflicts (self->preview->going);
  case SLIP_DIFFERENCE_LATE:
    return dup_late (self->late);
  case SLIP_DIFFERENCE_TELL:
    return dup_audiences (self->preview->knowledge);
  case SLIP_N_DIFFERENCE_COLUMNS:
    break;
  }

  g_assert_not_reached ();
}

static char *
join (const GPtrArray *texts)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < texts->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "; " : "",
                            (const char *) texts->pdata[i]);
  return g_string_free (text, FALSE);
}

char *
slip_week_difference_dup_text (const SlipWeekDifference *self, SlipDate today)
{
  g_autofree char *day =
    slip_date_dup_text (self->range.first, SLIP_DATE_STYLE_MEDIUM, today);
  g_autofree char *appearing = join (self->appearing);
  g_autofree char *going = join (self->going);

  if (self->going->len == 0)
    /* Translators: a day, and 'Sales: 3 releases'. */
    return g_strdup_printf (_ ("Week of %s becomes too full: %s"), day,
                            appearing);
  if (self->appearing->len == 0)
    return g_strdup_printf (_ ("Week of %s is not too full any more: %s"), day,
                            going);

  return g_strdup_printf (
    /* Translators: a day, and two lists like 'Sales: 3 releases'. */
    _ ("Week of %s becomes too full: %s; not any more: %s"), day, appearing,
    going);
}

/* Appends @phrase (transfer full) if it counts any. */
static void
take_phrase (GString *text, guint n, char *phrase)
{
  if (n > 0)
    slip_text_append_member (text, phrase);
  g_free (phrase);
}

char *
slip_differences_dup_summary (const SlipDifferences *self)
{
  GString *text = g_string_new (NULL);
  guint n = self->n_moved;

  take_phrase (
    text, n,
    g_strdup_printf (ngettext ("%u release moves", "%u releases move", n), n));
  n = self->n_appearing;
  take_phrase (text, n,
               g_strdup_printf (ngettext ("%u conflict appears",
                                          "%u conflicts appear", n),
                                n));
  n = self->n_going;
  take_phrase (text, n,
               g_strdup_printf (ngettext ("%u conflict is solved",
                                          "%u conflicts are solved", n),
                                n));
  n = self->n_late;
  take_phrase (text, n,
               g_strdup_printf (ngettext ("%u date would already be past",
                                          "%u dates would already be past", n),
                                n));
  n = self->n_to_tell;
  take_phrase (text, n,
               g_strdup_printf (ngettext ("%u release has somebody to tell",
                                          "%u releases have somebody to tell",
                                          n),
                                n));
  n = self->weeks->len;
  take_phrase (text, n,
               g_strdup_printf (ngettext ("%u week changes its load",
                                          "%u weeks change their load", n),
                                n));
  if (text->len == 0)
    g_string_append (text, _ ("No release is different"));
  return g_string_free (text, FALSE);
}

/* The cells of a release under its name, each with its title. */
static void
append_release (GString *text, const SlipDifference *difference, SlipDate today)
{
  g_autofree char *title =
    slip_difference_dup_cell (difference, SLIP_DIFFERENCE_RELEASE, today);

  g_string_append_printf (text, "\n\n%s", title);
  for (guint i = SLIP_DIFFERENCE_BEFORE; i < SLIP_N_DIFFERENCE_COLUMNS; i++) {
    SlipDifferenceColumn column = (SlipDifferenceColumn) i;
    g_autofree char *cell =
      slip_difference_dup_cell (difference, column, today);
    g_auto (GStrv) lines = g_strsplit (cell, "\n", -1);

    for (guint k = 0; lines[k] != NULL; k++)
      g_string_append_printf (text, "\n  %s: %s",
                              slip_difference_column_get_title (column),
                              lines[k]);
  }
}

char *
slip_differences_dup_text (const SlipDifferences *self, SlipDate today)
{
  GString *text = g_string_new (NULL);
  g_autofree char *summary = slip_differences_dup_summary (self);

  g_string_append (text, summary);
  for (guint i = 0; i < self->releases->len; i++)
    append_release (text, self->releases->pdata[i], today);
  for (guint i = 0; i < self->weeks->len; i++) {
    g_autofree char *week =
      slip_week_difference_dup_text (self->weeks->pdata[i], today);

    g_string_append_printf (text, "%s%s", i == 0 ? "\n\n" : "\n", week);
  }
  g_string_append_c (text, '\n');
  return g_string_free (text, FALSE);
}
