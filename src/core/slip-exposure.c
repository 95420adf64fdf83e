/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-exposure.h"

#include <glib/gi18n-lib.h>

#include "slip-template.h"

/* Of the stages so far.  -1 is not known. */
typedef struct {
  guint n_stages;
  gboolean is_narrow; /* nothing but internal and segment stages */
  gint64 share;
  gint64 wide_people;   /* of the widest percentage, or everyone */
  gint64 narrow_people; /* of internal and segment stages */
} Sum;

#define NO_STAGES ((Sum){ 0, TRUE, 0, 0, 0 })

static gint64
get_known (const SlipRow *row, guint property)
{
  return slip_row_peek (row, property)->type == SLIP_VALUE_NONE
           ? -1
           : slip_row_get_integer (row, property);
}

static gboolean
is_narrow (const SlipRow *stage)
{
  SlipStageType type = slip_stage_get_type (stage);

  return type == SLIP_STAGE_TYPE_INTERNAL || type == SLIP_STAGE_TYPE_SEGMENT;
}

gint64
slip_stage_get_share (const SlipRow *stage)
{
  if (is_narrow (stage))
    return -1;

  return slip_stage_get_type (stage) == SLIP_STAGE_TYPE_EVERYONE
           ? 10000
           : get_known (stage, SLIP_STAGE_SHARE);
}

static Sum
add_stage (Sum sum, const SlipRow *stage)
{
  gint64 people = get_known (stage, SLIP_STAGE_PEOPLE);

  sum.n_stages++;
  if (is_narrow (stage)) {
    sum.narrow_people =
      sum.narrow_people < 0 || people < 0 ? -1 : sum.narrow_people + people;
    return sum;
  }

  sum.is_narrow = FALSE;
  sum.share = slip_stage_get_share (stage);
  sum.wide_people = people;
  if (slip_stage_get_type (stage) == SLIP_STAGE_TYPE_EVERYONE)
    sum.narrow_people = 0;
  return sum;
}

static gint64
get_people (const Sum *sum)
{
  return sum->wide_people < 0 || sum->narrow_people < 0
           ? -1
           : sum->wide_people + sum->narrow_people;
}

static gint64
subtract (gint64 after, gint64 before)
{
  return after < 0 || before < 0 ? -1 : MAX (after - before, 0);
}

/* What @stage, the last of @after, brings to @before. */
static SlipExposure
compare (const Sum *before, const Sum *after, const SlipRow *stage)
{
  SlipExposure exposure = {
    .share = after->is_narrow ? -1 : after->share,
    .people = get_people (after),
    .added_share = -1,
    .added_people = get_known (stage, SLIP_STAGE_PEOPLE),
  };

  if (is_narrow (stage))
    return exposure;

  exposure.added_share = subtract (after->share, before->share);
  exposure.added_people =
    slip_stage_get_type (stage) == SLIP_STAGE_TYPE_EVERYONE
      ? subtract (get_people (after), get_people (before))
      : subtract (after->wide_people, before->wide_people);
  return exposure;
}

SlipExposure
slip_stage_get_exposure (const SlipPlanState *state, const SlipRow *stage)
{
  g_autoptr (GPtrArray) stages =
    slip_stage_list (state, slip_row_get_owner (stage));
  Sum before = NO_STAGES;
  Sum after;

  for (guint i = 0; i < stages->len; i++) {
    if (g_str_equal (slip_row_get_id (stages->pdata[i]),
                     slip_row_get_id (stage)))
      break;
    if (!slip_stage_is_passed_over (stages->pdata[i]))
      before = add_stage (before, stages->pdata[i]);
  }
  after = add_stage (before, stage);

  return compare (&before, &after, stage);
}

SlipExposure
slip_rollout_get_exposure (const SlipPlanState *state, const char *release)
{
  const SlipRow *row = slip_plan_state_get (state, SLIP_KIND_RELEASE, release);
  g_autoptr (GPtrArray) stages = slip_stage_list (state, release);
  const SlipRow *last = NULL;
  Sum before = NO_STAGES;
  Sum after = NO_STAGES;

  for (guint i = 0; i < stages->len; i++)
    if (slip_stage_has_begun (stages->pdata[i])) {
      last = stages->pdata[i];
      before = after;
      after = add_stage (before, last);
    }

  if (last != NULL)
    return compare (&before, &after, last);
  /* Released without stages: people have it, whoever they are. */
  if (row != NULL &&
      slip_row_get_integer (row, SLIP_RELEASE_STATUS) == SLIP_STATUS_RELEASED)
    return (SlipExposure){ 10000, -1, 10000, -1 };

  return (SlipExposure){ 0, 0, 0, 0 };
}

char *
slip_share_print (gint64 share)
{
  if (share % 100 == 0)
    /* Translators: a share of the people who use a product. */
    return g_strdup_printf (_ ("%d %%"), (int) (share / 100));
  if (share % 10 == 0)
    return g_strdup_printf (_ ("%.1f %%"), (double) share / 100);

  return g_strdup_printf (_ ("%.2f %%"), (double) share / 100);
}

static GPtrArray *
list_all (const SlipPlanState *state, const SlipRow *stage)
{
  if (slip_row_get_kind (stage) == SLIP_KIND_TEMPLATE_STAGE)
    return slip_template_list_stages (state, slip_row_get_owner (stage));

  return slip_stage_list (state, slip_row_get_owner (stage));
}

/* The share that the rule compares, of either kind of stage; -1 for none. */
static gint64
get_compared_share (const SlipRow *stage)
{
  if (slip_row_get_kind (stage) == SLIP_KIND_STAGE)
    return slip_stage_is_passed_over (stage) ? -1
                                             : slip_stage_get_share (stage);

  switch (
    (SlipStageType) slip_row_get_integer (stage, SLIP_TEMPLATE_STAGE_TYPE)) {
  case SLIP_STAGE_TYPE_EVERYONE:
    return 10000;
  case SLIP_STAGE_TYPE_PERCENTAGE:
    return get_known (stage, SLIP_TEMPLATE_STAGE_SHARE);
  case SLIP_STAGE_TYPE_INTERNAL:
  case SLIP_STAGE_TYPE_SEGMENT:
    return -1;
  }

  return -1;
}

static gboolean
set_shrinking (GError **error, const SlipRow *narrow, const SlipRow *wide)
{
  g_autofree char *first = slip_share_print (get_compared_share (wide));
  g_autofree char *second = slip_share_print (get_compared_share (narrow));

  g_set_error (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_INVALID,
               /* Translators: two shares: '50 %' and '25 %'. */
               _ ("A rollout only grows: a stage for %s cannot be followed by "
                  "one for %s"),
               first, second);
  return FALSE;
}

gboolean
slip_exposure_check (const SlipPlanState *state,
                     const SlipRow *stage,
                     GError **error)
{
  g_autoptr (GPtrArray) stages = list_all (state, stage);
  gint64 share = get_compared_share (stage);
  gboolean is_after = FALSE;

  for (guint i = 0; share >= 0 && i < stages->len; i++) {
    const SlipRow *other = stages->pdata[i];
    gint64 other_share = get_compared_share (other);

    if (g_str_equal (slip_row_get_id (other), slip_row_get_id (stage)))
      is_after = TRUE;
    else if (other_share >= 0 && !is_after && other_share > share)
      return set_shrinking (error, stage, other);
    else if (other_share >= 0 && is_after && other_share < share)
      return set_shrinking (error, other, stage);
  }

  return TRUE;
}
