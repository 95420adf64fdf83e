/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-chip-news.h"

#include "slip-conflict-index.h"
#include "slip-date-text.h"
#include "slip-knowledge-text.h"

#include <glib/gi18n.h>

/* A label tells so many conflicts, and how many more there are. */
#define MOST_CONFLICTS 5

static char *
dup_heading (const SlipPlanState *state,
             const SlipRow *release,
             SlipAnchor anchor)
{
  g_autofree char *title = slip_release_dup_title (state, release);
  SlipPlannedDate planned = slip_release_get_planned (release, anchor);
  g_autofree char *date = slip_planned_date_dup_text (planned, SLIP_DATE_NONE);
  const char *status =
    slip_status_get_label (slip_release_get_status (release));

  if (anchor == SLIP_ANCHOR_RELEASE)
    return g_strdup_printf (_ ("%s, %s, %s"), title, date, status);
  /* Translators: a release, which of its dates, the day, and its status. */
  return g_strdup_printf (_ ("%s, %s, %s, %s"), title,
                          slip_anchor_get_label (anchor), date, status);
}

/* Takes the conflicts of the release into @news and @label.  A chip for another
 * date tells those of that date. */
static void
add_conflicts (SlipChipNews *news,
               GString *label,
               GPtrArray *conflicts,
               SlipAnchor anchor)
{
  guint n_alike;
  guint n = 0;

  for (guint i = 0; i < conflicts->len; i += n_alike) {
    const SlipConflict *conflict = conflicts->pdata[i];
    g_autofree char *text = NULL;

    n_alike = slip_conflict_count_alike (conflicts, i);
    if (anchor != SLIP_ANCHOR_RELEASE && conflict->anchor != anchor)
      continue;
    news->severity =
      MAX (news->severity, conflict->is_soft ? SLIP_CHIP_SOFT_CONFLICT
                                             : SLIP_CHIP_HARD_CONFLICT);
    n++;
    if (n > MOST_CONFLICTS)
      continue;
    text = slip_conflict_describe_group (conflicts, i, &n_alike);
    g_string_append_c (label, '\n');
    g_string_append (label, text);
  }
  if (n > MOST_CONFLICTS) {
    g_string_append_c (label, '\n');
    g_string_append_printf (label,
                            ngettext ("and %u more", "and %u more",
                                      n - MOST_CONFLICTS),
                            n - MOST_CONFLICTS);
  }
}

/* That somebody knows a wrong date is marked as a soft conflict is. */
static void
add_wrong_dates (SlipChipNews *news,
                 GString *label,
                 const SlipPlanState *state,
                 const SlipRow *release)
{
  g_autoptr (GPtrArray) wrong = slip_knowledge_list_wrong (state, release);
  g_autofree char *text = slip_knowledge_dup_wrong_text (wrong);

  if (text == NULL)
    return;
  g_string_append_printf (label, "\n%s", text);
  news->severity = MAX (news->severity, SLIP_CHIP_SOFT_CONFLICT);
}

SlipChipNews
slip_chip_news_gather (const SlipPlanState *state,
                       const SlipRow *release,
                       SlipAnchor anchor,
                       const SlipConflictContext *context)
{
  SlipChipNews news = { NULL, SLIP_CHIP_NO_CONFLICT, SLIP_READINESS_RING_NONE };
  g_autofree char *heading = dup_heading (state, release, anchor);
  g_autoptr (GString) label = g_string_new (heading);
  g_autoptr (GPtrArray) conflicts =
    slip_plan_state_list_conflicts (state, context, release);

  if (anchor == SLIP_ANCHOR_RELEASE && !slip_release_is_closed (release)) {
    g_autoptr (SlipReleaseSummary) summary =
      slip_plan_state_get_summary (state, slip_row_get_id (release));
    SlipReadinessTotal total =
      slip_release_summary_total (summary, context->today);
    g_autofree char *readiness = slip_readiness_total_dup_label (&total);

    news.ring = slip_readiness_ring_for_total (&total);
    if (readiness != NULL)
      g_string_append_printf (label, "\n%s", readiness);
    add_wrong_dates (&news, label, state, release);
  }
  add_conflicts (&news, label, conflicts, anchor);
  news.label = g_string_free (g_steal_pointer (&label), FALSE);
  return news;
}
