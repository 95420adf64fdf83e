/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-freeze.h"

/* The most days that are searched for occurrences. */
#define MAX_DAYS 3660

typedef struct {
  const SlipPlanState *state;
  const SlipRow *freeze;
  SlipRange days;         /* the freeze's own first and last day */
  SlipRange asked;        /* where occurrences are looked for */
  SlipDate until;         /* no occurrence begins after it; unset for never */
  const char *product;    /* NULL for all */
  const SlipRow *release; /* NULL for all */
  GArray *spans;
} Search;

gboolean
slip_freeze_holds_product (const SlipPlanState *state,
                           const SlipRow *freeze,
                           const char *product)
{
  g_autoptr (GPtrArray) products =
    slip_plan_state_list_owned (state, SLIP_KIND_FREEZE_PRODUCT,
                                slip_row_get_id (freeze));

  for (guint i = 0; i < products->len; i++)
    if (g_strcmp0 (slip_row_get_text (products->pdata[i],
                                      SLIP_FREEZE_PRODUCT_PRODUCT),
                   product) == 0)
      return TRUE;

  return products->len == 0;
}

typedef struct {
  const SlipReleaseSummary *summary;
  gboolean names_any;
  gboolean names_needed;
} AudienceSearch;

static gboolean
match_audience_cb (const SlipRow *row, gpointer data)
{
  AudienceSearch *search = data;
  const SlipChecklistSummary *checklist =
    search->summary != NULL
      ? slip_release_summary_find (
          search->summary,
          slip_row_get_text (row, SLIP_FREEZE_AUDIENCE_AUDIENCE))
      : NULL;

  search->names_any = TRUE;
  search->names_needed = checklist != NULL && !checklist->is_not_needed;
  return !search->names_needed;
}

static gboolean
holds_audience (const SlipPlanState *state,
                const SlipRow *freeze,
                const SlipRow *release)
{
  g_autoptr (SlipReleaseSummary) summary = NULL;
  AudienceSearch search = { NULL, FALSE, FALSE };

  /* Most freezes name none, and then nothing has to be summed up. */
  slip_plan_state_foreach_owned (state, SLIP_KIND_FREEZE_AUDIENCE,
                                 slip_row_get_id (freeze), match_audience_cb,
                                 &search);
  if (!search.names_any)
    return TRUE;

  summary = slip_plan_state_get_summary (state, slip_row_get_id (release));
  search.summary = summary;
  slip_plan_state_foreach_owned (state, SLIP_KIND_FREEZE_AUDIENCE,
                                 slip_row_get_id (freeze), match_audience_cb,
                                 &search);
  return search.names_needed;
}

gboolean
slip_freeze_holds_release (const SlipPlanState *state,
                           const SlipRow *freeze,
                           const SlipRow *release)
{
  return slip_freeze_holds_product (state, freeze,
                                    slip_row_get_text (release,
                                                       SLIP_RELEASE_PRODUCT)) &&
         holds_audience (state, freeze, release);
}

static void
add_span (Search *search, SlipRange range)
{
  SlipFreezeSpan span = { search->freeze, range };

  if (slip_date_is_set (search->until) &&
      slip_date_is_before (search->until, range.last))
    span.range.last = search->until;
  if (slip_range_overlap (span.range, search->asked) > 0)
    g_array_append_val (search->spans, span);
}

static gboolean
is_weekly_day (const Search *search, SlipDate day)
{
  gint64 weekdays = slip_row_get_integer (search->freeze, SLIP_FREEZE_WEEKDAYS);
  gint64 months = slip_row_get_integer (search->freeze, SLIP_FREEZE_MONTHS);
  guint weekday_bit = 1u << (slip_date_get_weekday (day) - 1);
  guint month_bit = 1u << (slip_date_get_month (day) - 1);

  if (slip_date_is_before (day, search->days.first))
    return FALSE;
  if (slip_date_is_set (search->until) &&
      slip_date_is_before (search->until, day))
    return FALSE;

  return (weekdays & weekday_bit) != 0 &&
         (months == 0 || (months & month_bit) != 0);
}

/* The first day of the run of weekly days that @day is in. */
static SlipDate
find_run_start (const Search *search, SlipDate day)
{
  for (int i = 0; i < MAX_DAYS; i++) {
    SlipDate before = slip_date_add_days (day, -1);

    if (!is_weekly_day (search, before))
      break;
    day = before;
  }

  return day;
}

/* Whether a weekly freeze never pauses, so that it is one long occurrence. */
static gboolean
is_unbroken (const SlipRow *freeze)
{
  gint64 months = slip_row_get_integer (freeze, SLIP_FREEZE_MONTHS);

  return slip_row_get_integer (freeze, SLIP_FREEZE_WEEKDAYS) == 0x7f &&
         (months == 0 || months == 0xfff);
}

static void
add_weekly (Search *search)
{
  SlipDate day = search->asked.first;
  SlipDate start = SLIP_DATE_NONE;

  if (is_unbroken (search->freeze)) {
    add_span (search, slip_range_new (search->days.first,
                                      slip_date_new (9999, 12, 31)));
    return;
  }

  if (is_weekly_day (search, day))
    day = find_run_start (search, day);

  for (int i = 0; i < 2 * MAX_DAYS; i++, day = slip_date_add_days (day, 1)) {
    gboolean is_in = is_weekly_day (search, day);

    if (is_in && !slip_date_is_set (start))
      start = day;
    if (!is_in && slip_date_is_set (start)) {
      add_span (search, slip_range_new (start, slip_date_add_days (day, -1)));
      start = SLIP_DATE_NONE;
    }
    if (!slip_date_is_set (start) &&
        slip_date_is_before (search->asked.last, day))
      return;
  }

  add_span (search, slip_range_new (start, day));
}

static void
add_yearly (Search *search)
{
  int first_year = slip_date_get_year (search->days.first);
  int from = MAX (slip_date_get_year (search->asked.first) - 1, first_year);
  int to = slip_date_get_year (search->asked.last);

  for (int year = from; year <= to; year++) {
    int months = 12 * (year - first_year);
    SlipRange range =
      slip_range_new (slip_date_add_months (search->days.first, months),
                      slip_date_add_months (search->days.last, months));

    if (!slip_date_is_set (search->until) ||
        !slip_date_is_before (search->until, range.first))
      add_span (search, range);
  }
}

static void
add_freeze_cb (const SlipRow *freeze, gpointer data)
{
  Search *search = data;

  search->freeze = freeze;
  search->days =
    slip_range_new (slip_row_get_date (freeze, SLIP_FREEZE_FIRST_DAY),
                    slip_row_get_date (freeze, SLIP_FREEZE_LAST_DAY));
  search->until = slip_row_get_date (freeze, SLIP_FREEZE_UNTIL);
  if (!slip_date_is_set (search->days.first))
    return;
  if (search->product != NULL &&
      !slip_freeze_holds_product (search->state, freeze, search->product))
    return;
  if (search->release != NULL &&
      !slip_freeze_holds_release (search->state, freeze, search->release))
    return;

  switch ((SlipRepeat) slip_row_get_integer (freeze, SLIP_FREEZE_REPEAT)) {
  case SLIP_REPEAT_NEVER:
    search->until = SLIP_DATE_NONE;
    add_span (search, search->days);
    break;
  case SLIP_REPEAT_WEEKLY:
    add_weekly (search);
    break;
  case SLIP_REPEAT_YEARLY:
    if (slip_date_is_set (search->days.last))
      add_yearly (search);
    break;
  }
}

static int
compare_spans (gconstpointer a, gconstpointer b)
{
  const SlipFreezeSpan *span_a = a;
  const SlipFreezeSpan *span_b = b;
  int order = slip_date_compare (span_a->range.first, span_b->range.first);

  return order != 0 ? order
                    : g_strcmp0 (slip_row_get_id (span_a->freeze),
                                 slip_row_get_id (span_b->freeze));
}

static GArray *
list_spans (Search *search)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (SlipFreezeSpan));

  g_return_val_if_fail (slip_range_get_length (search->asked) <= MAX_DAYS,
                        spans);

  search->spans = spans;
  if (!slip_range_is_empty (search->asked))
    slip_plan_state_foreach (search->state, SLIP_KIND_FREEZE, add_freeze_cb,
                             search);

  g_array_sort (spans, compare_spans);
  return spans;
}

GArray *
slip_freeze_list_spans (const SlipPlanState *state,
                        SlipRange range,
                        const char *product)
{
  Search search = { .state = state, .asked = range, .product = product };

  return list_spans (&search);
}

GArray *
slip_freeze_list_release_spans (const SlipPlanState *state,
                                SlipRange range,
                                const SlipRow *release)
{
  Search search = { .state = state, .asked = range, .release = release };

  return list_spans (&search);
}
