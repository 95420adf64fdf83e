/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-part-change.h"

#include <glib/gi18n-lib.h>

#include "slip-freeze.h"
#include "slip-release.h"
#include "slip-schedule.h"
#include "slip-t-date.h"
#include "slip-text.h"

/* In the order in which they are listed. */
static const SlipKind kinds[] = { SLIP_KIND_STAGE, SLIP_KIND_ITEM,
                                  SLIP_KIND_COMMUNICATION };

typedef struct {
  const SlipPlanState *before;
  const SlipPlanState *after;
  const SlipRow *release;
  SlipDate today;
  GPtrArray *changes;
} Comparison;

void
slip_part_change_free (SlipPartChange *self)
{
  g_free (self->id);
  g_free (self->title);
  g_free (self->audience);
  g_free (self->freeze);
  g_free (self);
}

static SlipDate
get_day (const SlipRow *row)
{
  if (row == NULL)
    return SLIP_DATE_NONE;
  if (slip_row_get_kind (row) == SLIP_KIND_STAGE)
    return slip_row_get_date (row, SLIP_STAGE_PLANNED_START);

  return slip_t_date_get_day (row);
}

static gboolean
is_over (const SlipRow *row)
{
  if (slip_row_get_kind (row) == SLIP_KIND_STAGE)
    return slip_row_get_integer (row, SLIP_STAGE_STATE) !=
           SLIP_STAGE_STATE_PLANNED;

  return slip_schedule_is_over (row);
}

static gboolean
is_pinned (const SlipRow *row)
{
  if (slip_row_get_kind (row) == SLIP_KIND_STAGE)
    return slip_row_get_boolean (row, SLIP_STAGE_START_IS_PINNED);

  return slip_t_date_is_pinned (row);
}

static gboolean
has_rule (const SlipRow *row)
{
  SlipTDate rule;

  if (slip_row_get_kind (row) == SLIP_KIND_STAGE)
    return TRUE;

  rule = slip_t_date_get (row);
  return slip_t_date_is_rule (&rule);
}

static gboolean
is_change_notice (const SlipRow *row)
{
  return slip_row_get_kind (row) == SLIP_KIND_COMMUNICATION &&
         slip_row_get_integer (row, SLIP_COMMUNICATION_TYPE) ==
           SLIP_COMMUNICATION_CHANGE_NOTICE;
}

/* @row_before: (nullable): as it was; %NULL if it is new */
static SlipPartFate
get_fate (const SlipRow *row_before, const SlipRow *row)
{
  if (is_over (row))
    return SLIP_PART_OVER;
  if (!has_rule (row))
    return SLIP_PART_FIXED;
  if (!is_pinned (row))
    return SLIP_PART_FOLLOWS;

  return row_before != NULL && is_pinned (row_before) ? SLIP_PART_PINNED
                                                      : SLIP_PART_KEPT;
}

static const char *
peek_name (const SlipPlanState *state, const SlipRow *audience)
{
  return audience != NULL ? slip_row_get_text (audience, SLIP_AUDIENCE_NAME)
                          : NULL;
}

static const SlipRow *
find_audience (const SlipPlanState *state, const SlipRow *row)
{
  const SlipRow *checklist;

  if (slip_row_get_kind (row) == SLIP_KIND_COMMUNICATION)
    return slip_plan_state_follow (state, row, SLIP_COMMUNICATION_AUDIENCE);
  if (slip_row_get_kind (row) != SLIP_KIND_ITEM)
    return NULL;

  checklist = slip_plan_state_follow (state, row, SLIP_ITEM_CHECKLIST);
  return checklist != NULL
           ? slip_plan_state_follow (state, checklist, SLIP_CHECKLIST_AUDIENCE)
           : NULL;
}

static char *
dup_title (const SlipRow *row)
{
  const SlipProperty *types =
    slip_schema_get_property (SLIP_KIND_COMMUNICATION, SLIP_COMMUNICATION_TYPE);
  const char *title = NULL;

  if (slip_row_get_kind (row) == SLIP_KIND_ITEM)
    title = slip_row_get_text (row, SLIP_ITEM_TITLE);
  else if (slip_row_get_kind (row) == SLIP_KIND_STAGE)
    title = slip_row_get_text (row, SLIP_STAGE_NAME);
  else
    title = slip_enum_value_get_label (
      &types->values[slip_row_get_integer (row, SLIP_COMMUNICATION_TYPE)]);

  return g_strdup (title != NULL
                     ? title
                     : _ (slip_schema_get (slip_row_get_kind (row))->label));
}

/* Notes the freeze that @change lands in and was not in before. */
static void
find_freeze (const Comparison *comparison, SlipPartChange *change)
{
  g_autoptr (GArray) spans =
    slip_freeze_list_release_spans (comparison->after,
                                    slip_range_new (change->after,
                                                    change->after),
                                    comparison->release);

  for (guint i = 0; i < spans->len; i++) {
    const SlipFreezeSpan *span = &g_array_index (spans, SlipFreezeSpan, i);
    gboolean is_soft =
      slip_row_get_integer (span->freeze, SLIP_FREEZE_SEVERITY) ==
      SLIP_SEVERITY_SOFT;

    if (slip_date_is_set (change->before) &&
        slip_range_contains (span->range, change->before))
      continue;
    if (change->freeze != NULL && (is_soft || !change->is_soft))
      continue;
    g_free (change->freeze);
    change->freeze =
      g_strdup (slip_row_get_text (span->freeze, SLIP_FREEZE_NAME));
    change->is_soft = is_soft;
  }
}

static void
compare (const Comparison *comparison, const SlipRow *row)
{
  SlipKind kind = slip_row_get_kind (row);
  const SlipRow *row_before =
    slip_plan_state_get (comparison->before, kind, slip_row_get_id (row));
  SlipDate before = get_day (row_before);
  SlipDate after = get_day (row);
  gboolean is_open = !is_over (row);
  SlipPartChange *change;

  if (!slip_date_is_set (before) && !slip_date_is_set (after))
    return;
  /* What hangs on something that did not change neither follows nor stays. */
  if (row_before != NULL && slip_date_equal (before, after) &&
      get_fate (row_before, row) == SLIP_PART_FOLLOWS)
    return;

  /* Nor does what comes to be on a day of its own; and change notices are told
   * of by themselves. */
  if (!has_rule (row) && (row_before == NULL || is_change_notice (row)))
    return;

  change = g_new0 (SlipPartChange, 1);
  change->kind = kind;
  change->id = g_strdup (slip_row_get_id (row));
  change->title = dup_title (row);
  change->audience = g_strdup (
    peek_name (comparison->after, find_audience (comparison->after, row)));
  change->fate = get_fate (row_before, row);
  change->before = before;
  change->after = after;
  change->was_overdue = is_open && slip_date_is_set (before) &&
                        slip_date_is_before (before, comparison->today);
  change->is_past = is_open && slip_date_is_set (after) &&
                    slip_date_is_before (after, comparison->today);
  change->is_launch =
    kind == SLIP_KIND_STAGE && slip_row_get_boolean (row, SLIP_STAGE_IS_LAUNCH);
  if (change->fate == SLIP_PART_FOLLOWS && slip_date_is_set (after))
    find_freeze (comparison, change);
  g_ptr_array_add (comparison->changes, change);
}

static int
compare_rows_cb (gconstpointer a, gconstpointer b)
{
  const SlipRow *const *row_a = a;
  const SlipRow *const *row_b = b;
  int order = slip_date_compare (get_day (*row_a), get_day (*row_b));

  return order != 0
           ? order
           : g_strcmp0 (slip_row_get_id (*row_a), slip_row_get_id (*row_b));
}

GPtrArray *
slip_part_change_list (const SlipPlanState *before,
                       const SlipPlanState *after,
                       const char *release,
                       SlipDate today)
{
  const SlipRow *row = slip_plan_state_get (after, SLIP_KIND_RELEASE, release);
  Comparison comparison = {
    before,
    after,
    row,
    today,
    g_ptr_array_new_with_free_func ((GDestroyNotify) slip_part_change_free),
  };

  if (row == NULL || !slip_plan_state_is_loaded (after, release))
    return comparison.changes;

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++) {
    g_autoptr (GPtrArray) rows =
      slip_plan_state_list_owned (after, kinds[k], release);

    g_ptr_array_sort (rows, compare_rows_cb);
    for (guint i = 0; i < rows->len; i++)
      compare (&comparison, rows->pdata[i]);
  }
  return comparison.changes;
}

static char *
describe_number (SlipKind kind, guint n)
{
  if (kind == SLIP_KIND_STAGE)
    return g_strdup_printf (ngettext ("%u stage", "%u stages", n), n);
  if (kind == SLIP_KIND_COMMUNICATION)
    return g_strdup_printf (ngettext ("%u communication", "%u communications",
                                      n),
                            n);

  return g_strdup_printf (ngettext ("%u checklist date", "%u checklist dates",
                                    n),
                          n);
}

char *
slip_part_change_describe_count (const GPtrArray *changes, SlipPartFate fate)
{
  static const SlipKind order[] = { SLIP_KIND_ITEM, SLIP_KIND_STAGE,
                                    SLIP_KIND_COMMUNICATION };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint k = 0; k < G_N_ELEMENTS (order); k++) {
    g_autofree char *number = NULL;
    guint n = 0;

    for (guint i = 0; i < changes->len; i++) {
      const SlipPartChange *change = changes->pdata[i];

      n +=
        change->kind == order[k] && change->fate == fate && !change->is_launch;
    }
    if (n == 0)
      continue;
    number = describe_number (order[k], n);
    slip_text_append_member (text, number);
  }

  return text->len > 0 ? g_strdup (text->str) : NULL;
}
