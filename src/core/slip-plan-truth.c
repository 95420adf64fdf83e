/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-plan-truth.h"

#include "slip-clock.h"
#include "slip-stage.h"

#include <glib/gi18n-lib.h>

static void
free_stage (gpointer data)
{
  SlipStageTruth *self = data;

  g_free (self->id);
  g_free (self->title);
  slip_gate_wait_free (self->wait);
  g_free (self);
}

static void
free_release (gpointer data)
{
  SlipReleaseTruth *self = data;

  g_free (self->release);
  g_free (self->title);
  g_free (self->product);
  g_ptr_array_unref (self->stages);
  g_free (self);
}

static void
free_product (gpointer data)
{
  SlipProductTruth *self = data;

  g_free (self->product);
  g_free (self->name);
  g_free (self);
}

static void
free_wait (gpointer data)
{
  SlipWaitTruth *self = data;

  g_free (self->audience);
  g_free (self->name);
  g_free (self);
}

void
slip_plan_truth_free (SlipPlanTruth *self)
{
  g_ptr_array_unref (self->releases);
  g_ptr_array_unref (self->products);
  g_ptr_array_unref (self->waits);
  g_free (self);
}

GPtrArray *
slip_plan_truth_list (const SlipPlanState *state, const SlipQuery *query)
{
  g_autoptr (SlipQuery) all = slip_query_new ();
  g_autoptr (GPtrArray) rows =
    slip_query_list (query != NULL ? query : all, state);
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < rows->len; i++)
    if (!slip_release_is_deleted (rows->pdata[i]) &&
        slip_release_get_status (rows->pdata[i]) != SLIP_STATUS_CANCELLED)
      g_ptr_array_add (ids, g_strdup (slip_row_get_id (rows->pdata[i])));
  return ids;
}

/* The day of an instant that may not be recorded. */
static SlipDate
find_day (const SlipRow *stage, guint property)
{
  const SlipValue *value = slip_row_peek (stage, property);

  return value->type != SLIP_VALUE_NONE
           ? slip_clock_find_day (slip_value_get_integer (value))
           : SLIP_DATE_NONE;
}

static int
count_slip (SlipDate planned, SlipDate actual)
{
  return slip_date_is_set (planned) && slip_date_is_set (actual)
           ? slip_date_days_until (planned, actual)
           : SLIP_TRUTH_UNKNOWN;
}

/* What was rolled back has not come to its end. */
static SlipDate
find_end (const SlipRow *stage)
{
  return slip_stage_get_state (stage) == SLIP_STAGE_STATE_DONE
           ? find_day (stage, SLIP_STAGE_ENDED_AT)
           : SLIP_DATE_NONE;
}

static SlipStageTruth *
new_stage (const SlipPlanState *state,
           const SlipRow *stage,
           const SlipPast *past,
           SlipMoment now)
{
  SlipStageTruth *self = g_new0 (SlipStageTruth, 1);

  self->id = g_strdup (slip_row_get_id (stage));
  self->title = slip_stage_dup_title (stage);
  self->state = slip_stage_get_state (stage);
  self->planned =
    slip_range_new (slip_row_get_date (stage, SLIP_STAGE_PLANNED_START),
                    slip_row_get_date (stage, SLIP_STAGE_PLANNED_END));
  self->actual =
    slip_range_new (find_day (stage, SLIP_STAGE_STARTED_AT), find_end (stage));
  self->start_slip = count_slip (self->planned.first, self->actual.first);
  self->end_slip = count_slip (self->planned.last, self->actual.last);
  self->paused_seconds =
    slip_row_get_integer (stage, SLIP_STAGE_PAUSED_SECONDS);
  self->wait = slip_gate_wait_new (state, stage, past, now);
  return self;
}

/* The stage by which people get the release, or NULL. */
static const SlipRow *
find_launch (const GPtrArray *stages)
{
  const SlipRow *everyone = NULL;

  for (guint i = 0; i < stages->len; i++) {
    const SlipRow *stage = stages->pdata[i];

    if (slip_row_get_boolean (stage, SLIP_STAGE_IS_LAUNCH))
      return stage;
    if (everyone == NULL &&
        slip_stage_get_type (stage) == SLIP_STAGE_TYPE_EVERYONE)
      everyone = stage;
  }

  return everyone;
}

static void
find_actual (SlipReleaseTruth *self,
             const SlipRow *release,
             const GPtrArray *stages,
             const SlipPast *past)
{
  const SlipRow *launch = find_launch (stages);
  gint64 released =
    past != NULL ? slip_past_get_released (past, self->release) : -1;

  self->actual = SLIP_DATE_NONE;
  self->is_out = slip_release_get_status (release) == SLIP_STATUS_RELEASED;
  if (launch != NULL) {
    self->is_out |= slip_stage_has_begun (launch);
    if (slip_stage_has_begun (launch))
      self->actual = find_day (launch, SLIP_STAGE_STARTED_AT);
  } else if (self->is_out && stages->len == 0 && released >= 0) {
    self->actual = slip_clock_find_day (released);
  }
}

static SlipReleaseTruth *
new_release (const SlipPlanState *state,
             const SlipRow *release,
             const SlipPast *past,
             SlipMoment now)
{
  SlipReleaseTruth *self = g_new0 (SlipReleaseTruth, 1);
  g_autoptr (GPtrArray) stages =
    slip_stage_list (state, slip_row_get_id (release));

  self->release = g_strdup (slip_row_get_id (release));
  self->title = slip_release_dup_title (state, release);
  self->product = g_strdup (slip_row_get_text (release, SLIP_RELEASE_PRODUCT));
  self->first_planned =
    slip_row_get_date (release, SLIP_RELEASE_FIRST_PLANNED_DATE);
  self->planned = slip_release_resolve (state, release, SLIP_ANCHOR_RELEASE);
  self->n_moves =
    past != NULL ? slip_past_count_moves (past, self->release) : -1;
  find_actual (self, release, stages, past);
  self->slip = count_slip (self->first_planned,
                           self->is_out ? self->actual : self->planned);
  self->stages = g_ptr_array_new_with_free_func (free_stage);
  for (guint i = 0; i < stages->len; i++)
    g_ptr_array_add (self->stages,
                     new_stage (state, stages->pdata[i], past, now));
  return self;
}

static SlipProductTruth *
get_product (SlipPlanTruth *self, const SlipPlanState *state, const char *id)
{
  const SlipRow *row = slip_plan_state_get (state, SLIP_KIND_PRODUCT, id);
  SlipProductTruth *product;

  for (guint i = 0; i < self->products->len; i++) {
    product = self->products->pdata[i];
    if (g_strcmp0 (product->product, id) == 0)
      return product;
  }

  product = g_new0 (SlipProductTruth, 1);
  product->product = g_strdup (id);
  product->name =
    g_strdup (row != NULL ? slip_row_get_text (row, SLIP_PRODUCT_NAME)
                          : _ ("No product"));
  product->worst = SLIP_TRUTH_UNKNOWN;
  g_ptr_array_add (self->products, product);
  return product;
}

static void
add_to_product (SlipPlanTruth *self,
                const SlipPlanState *state,
                const SlipReleaseTruth *release)
{
  SlipProductTruth *product = get_product (self, state, release->product);

  product->n_releases++;
  if (release->slip == SLIP_TRUTH_UNKNOWN)
    return;
  product->n_known++;
  product->n_late += release->slip > 0;
  product->slip += release->slip;
  product->worst = MAX (product->worst, release->slip);
}

static SlipWaitTruth *
get_wait (SlipPlanTruth *self, const SlipWaitFor *part)
{
  SlipWaitTruth *wait;

  for (guint i = 0; i < self->waits->len; i++) {
    wait = self->waits->pdata[i];
    if (wait->cause == part->cause &&
        g_strcmp0 (wait->audience, part->audience) == 0)
      return wait;
  }

  wait = g_new0 (SlipWaitTruth, 1);
  wait->cause = part->cause;
  wait->audience = g_strdup (part->audience);
  wait->name =
    g_strdup (part->audience != NULL ? part->name
                                     : slip_wait_cause_get_label (part->cause));
  g_ptr_array_add (self->waits, wait);
  return wait;
}

static void
add_wait (SlipPlanTruth *self, const SlipWaitFor *part)
{
  SlipWaitTruth *wait;

  if (part->seconds == 0)
    return;

  wait = get_wait (self, part);
  wait->n_gates++;
  if (part->seconds == SLIP_WAIT_UNKNOWN)
    wait->n_unknown++;
  else
    wait->seconds += part->seconds;
}

static void
add_waits (SlipPlanTruth *self, const SlipReleaseTruth *release)
{
  for (guint i = 0; i < release->stages->len; i++) {
    const SlipStageTruth *stage = release->stages->pdata[i];

    for (guint k = 0; k < stage->wait->parts->len; k++)
      add_wait (self, stage->wait->parts->pdata[k]);
  }
}

static SlipDate
get_day (const SlipReleaseTruth *self)
{
  return slip_date_is_set (self->actual) ? self->actual : self->planned;
}

static int
order_releases (gconstpointer a, gconstpointer b)
{
  const SlipReleaseTruth *first = *(const SlipReleaseTruth *const *) a;
  const SlipReleaseTruth *second = *(const SlipReleaseTruth *const *) b;
  int order = slip_date_compare (get_day (first), get_day (second));

  if (order == 0)
    order = g_utf8_collate (first->title, second->title);

  return order != 0 ? order : g_strcmp0 (first->release, second->release);
}

static int
order_products (gconstpointer a, gconstpointer b)
{
  const SlipProductTruth *first = *(const SlipProductTruth *const *) a;
  const SlipProductTruth *second = *(const SlipProductTruth *const *) b;

  return g_utf8_collate (first->name, second->name);
}

static int
order_waits (gconstpointer a, gconstpointer b)
{
  const SlipWaitTruth *first = *(const SlipWaitTruth *const *) a;
  const SlipWaitTruth *second = *(const SlipWaitTruth *const *) b;

  if (first->seconds != second->seconds)
    return first->seconds < second->seconds ? 1 : -1;

  return g_utf8_collate (first->name, second->name);
}

SlipPlanTruth *
slip_plan_truth_new (const SlipPlanState *state,
                     const GPtrArray *releases,
                     const SlipPast *past,
                     SlipMoment now)
{
  SlipPlanTruth *self = g_new0 (SlipPlanTruth, 1);

  self->releases = g_ptr_array_new_with_free_func (free_release);
  self->products = g_ptr_array_new_with_free_func (free_product);
  self->waits = g_ptr_array_new_with_free_func (free_wait);
  for (guint i = 0; i < releases->len; i++) {
    const SlipRow *row =
      slip_plan_state_get (state, SLIP_KIND_RELEASE, releases->pdata[i]);
    SlipReleaseTruth *release;

    if (row == NULL)
      continue;
    release = new_release (state, row, past, now);
    g_ptr_array_add (self->releases, release);
    add_to_product (self, state, release);
    add_waits (self, release);
  }
  g_ptr_array_sort (self->releases, order_releases);
  g_ptr_array_sort (self->products, order_products);
  g_ptr_array_sort (self->waits, order_waits);
  return self;
}
