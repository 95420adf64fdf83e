/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-readiness.h"

SlipChecklistSummary *
slip_checklist_summary_new (const char *checklist)
{
  SlipChecklistSummary *self = g_new0 (SlipChecklistSummary, 1);

  self->checklist = g_strdup (checklist);
  self->due = g_array_new (FALSE, FALSE, sizeof (SlipDate));
  return self;
}

void
slip_checklist_summary_free (SlipChecklistSummary *self)
{
  g_free (self->checklist);
  g_free (self->audience);
  g_free (self->owner);
  g_array_unref (self->due);
  g_free (self);
}

static gboolean
is_due_equal (const GArray *a, const GArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (!slip_date_equal (g_array_index (a, SlipDate, i),
                          g_array_index (b, SlipDate, i)))
      return FALSE;

  return TRUE;
}

gboolean
slip_checklist_summary_equal (const SlipChecklistSummary *a,
                              const SlipChecklistSummary *b)
{
  return g_strcmp0 (a->checklist, b->checklist) == 0 &&
         g_strcmp0 (a->audience, b->audience) == 0 &&
         g_strcmp0 (a->owner, b->owner) == 0 &&
         a->is_not_needed == b->is_not_needed &&
         a->n_required == b->n_required &&
         a->n_required_closed == b->n_required_closed &&
         a->n_required_blocked == b->n_required_blocked &&
         a->n_required_started == b->n_required_started &&
         a->n_optional_open == b->n_optional_open &&
         is_due_equal (a->due, b->due);
}

SlipReadiness
slip_checklist_summary_get_readiness (const SlipChecklistSummary *self)
{
  if (self->is_not_needed)
    return SLIP_READINESS_NOT_NEEDED;
  if (self->n_required == 0)
    return SLIP_READINESS_EMPTY;
  if (self->n_required_closed == self->n_required)
    return self->owner != NULL ? SLIP_READINESS_READY : SLIP_READINESS_UNOWNED;
  if (self->n_required_blocked > 0)
    return SLIP_READINESS_BLOCKED;
  if (self->n_required_closed > 0 || self->n_required_started > 0)
    return SLIP_READINESS_STARTED;

  return SLIP_READINESS_NOT_STARTED;
}

gboolean
slip_checklist_summary_is_unowned (const SlipChecklistSummary *self)
{
  return !self->is_not_needed && self->owner == NULL;
}

guint
slip_checklist_summary_count_overdue (const SlipChecklistSummary *self,
                                      SlipDate today)
{
  guint n = 0;

  while (!self->is_not_needed && n < self->due->len &&
         slip_date_is_before (g_array_index (self->due, SlipDate, n), today))
    n++;

  return n;
}

SlipDate
slip_checklist_summary_get_first_due (const SlipChecklistSummary *self)
{
  if (self->is_not_needed || self->due->len == 0)
    return SLIP_DATE_NONE;

  return g_array_index (self->due, SlipDate, 0);
}

gboolean
slip_checklist_summary_is_gap (const SlipChecklistSummary *self)
{
  SlipReadiness readiness = slip_checklist_summary_get_readiness (self);

  return readiness != SLIP_READINESS_NOT_NEEDED &&
         readiness != SLIP_READINESS_READY;
}

SlipReleaseSummary *
slip_release_summary_new (const char *release)
{
  SlipReleaseSummary *self = g_new0 (SlipReleaseSummary, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->release = g_strdup (release);
  self->checklists = g_ptr_array_new_with_free_func (
    (GDestroyNotify) slip_checklist_summary_free);
  return self;
}

SlipReleaseSummary *
slip_release_summary_ref (const SlipReleaseSummary *self)
{
  SlipReleaseSummary *held = (SlipReleaseSummary *) self;

  g_atomic_ref_count_inc (&held->ref_count);
  return held;
}

void
slip_release_summary_unref (SlipReleaseSummary *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->release);
  g_ptr_array_unref (self->checklists);
  g_free (self);
}

gboolean
slip_release_summary_equal (const SlipReleaseSummary *a,
                            const SlipReleaseSummary *b)
{
  if (g_strcmp0 (a->release, b->release) != 0 ||
      a->checklists->len != b->checklists->len)
    return FALSE;
  for (guint i = 0; i < a->checklists->len; i++)
    if (!slip_checklist_summary_equal (a->checklists->pdata[i],
                                       b->checklists->pdata[i]))
      return FALSE;

  return TRUE;
}

const SlipChecklistSummary *
slip_release_summary_find (const SlipReleaseSummary *self, const char *audience)
{
  for (guint i = 0; i < self->checklists->len; i++) {
    const SlipChecklistSummary *checklist = self->checklists->pdata[i];

    if (g_strcmp0 (checklist->audience, audience) == 0)
      return checklist;
  }

  return NULL;
}

static int
compare_dates_cb (gconstpointer a, gconstpointer b)
{
  const SlipDate *date_a = a;
  const SlipDate *date_b = b;

  return slip_date_compare (*date_a, *date_b);
}

static int
compare_checklists_cb (gconstpointer a, gconstpointer b)
{
  const SlipChecklistSummary *const *summary_a = a;
  const SlipChecklistSummary *const *summary_b = b;

  return g_strcmp0 ((*summary_a)->checklist, (*summary_b)->checklist);
}

static SlipChecklistSummary *
begin_summary (const SlipRow *checklist)
{
  SlipChecklistSummary *summary =
    slip_checklist_summary_new (slip_row_get_id (checklist));

  summary->audience =
    g_strdup (slip_row_get_text (checklist, SLIP_CHECKLIST_AUDIENCE));
  summary->owner =
    g_strdup (slip_row_get_text (checklist, SLIP_CHECKLIST_OWNER));
  summary->is_not_needed =
    slip_row_get_boolean (checklist, SLIP_CHECKLIST_IS_NOT_NEEDED);
  return summary;
}

static void
count_item (SlipChecklistSummary *summary, const SlipRow *item)
{
  gint64 state = slip_row_get_integer (item, SLIP_ITEM_STATE);
  gboolean is_closed = slip_item_state_is_closed (state);
  SlipDate due = slip_row_get_date (item, SLIP_ITEM_DUE_DATE);

  if (slip_row_get_boolean (item, SLIP_ITEM_IS_REQUIRED)) {
    summary->n_required++;
    summary->n_required_closed += is_closed;
    summary->n_required_blocked += state == SLIP_ITEM_STATE_BLOCKED;
    summary->n_required_started += state == SLIP_ITEM_STATE_DOING;
  } else {
    summary->n_optional_open += !is_closed;
  }

  if (!is_closed && slip_date_is_set (due))
    g_array_append_val (summary->due, due);
}

SlipReleaseSummary *
slip_readiness_summarize (const char *release,
                          const GPtrArray *checklists,
                          const GPtrArray *items)
{
  SlipReleaseSummary *self = slip_release_summary_new (release);
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < checklists->len; i++) {
    SlipChecklistSummary *summary = begin_summary (checklists->pdata[i]);

    g_ptr_array_add (self->checklists, summary);
    g_hash_table_insert (by_id, summary->checklist, summary);
  }

  for (guint i = 0; i < items->len; i++) {
    const SlipRow *item = items->pdata[i];
    const char *id = slip_row_get_text (item, SLIP_ITEM_CHECKLIST);
    SlipChecklistSummary *summary =
      id != NULL ? g_hash_table_lookup (by_id, id) : NULL;

    if (summary != NULL)
      count_item (summary, item);
  }

  for (guint i = 0; i < self->checklists->len; i++) {
    SlipChecklistSummary *summary = self->checklists->pdata[i];

    g_array_sort (summary->due, compare_dates_cb);
  }
  g_ptr_array_sort (self->checklists, compare_checklists_cb);

  return self;
}

static void
add_to_total (SlipReadinessTotal *total,
              const SlipChecklistSummary *checklist,
              SlipDate today)
{
  total->n_needed++;
  total->n_ready += !slip_checklist_summary_is_gap (checklist);
  total->n_unowned += slip_checklist_summary_is_unowned (checklist);
  total->n_overdue += slip_checklist_summary_count_overdue (checklist, today);
  total->n_required += checklist->n_required;
  total->n_required_closed += checklist->n_required_closed;
  total->n_required_blocked += checklist->n_required_blocked;
  total->n_optional_open += checklist->n_optional_open;
}

SlipReadinessTotal
slip_release_summary_total (const SlipReleaseSummary *self, SlipDate today)
{
  SlipReadinessTotal total = { 0 };

  for (guint i = 0; self != NULL && i < self->checklists->len; i++) {
    const SlipChecklistSummary *checklist = self->checklists->pdata[i];

    if (!checklist->is_not_needed)
      add_to_total (&total, checklist, today);
  }

  return total;
}

gboolean
slip_item_state_is_closed (gint64 state)
{
  return state == SLIP_ITEM_STATE_DONE ||
         state == SLIP_ITEM_STATE_NOT_APPLICABLE;
}

const char *
slip_item_state_get_label (SlipItemState state)
{
  return slip_enum_value_get_label (
    &slip_schema_get_property (SLIP_KIND_ITEM, SLIP_ITEM_STATE)->values[state]);
}
