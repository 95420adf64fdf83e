/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-release.h"

#include "slip-decision-text.h"
#include "slip-flag.h"
#include "slip-gate.h"
#include "slip-stage.h"
#include "slip-text.h"

#include <glib/gi18n-lib.h>

static const struct {
  guint date;
  guint certainty;
  int pin;
  int offset;
  const char *label;
} anchors[SLIP_N_ANCHORS] = {
  [SLIP_ANCHOR_RELEASE] = { SLIP_RELEASE_RELEASE_DATE,
                            SLIP_RELEASE_RELEASE_CERTAINTY, -1, -1,
                            N_ ("Release date") },
  [SLIP_ANCHOR_DEPLOY] = { SLIP_RELEASE_DEPLOY_DATE,
                           SLIP_RELEASE_DEPLOY_CERTAINTY,
                           SLIP_RELEASE_DEPLOY_IS_PINNED,
                           SLIP_RELEASE_DEPLOY_OFFSET, N_ ("Deploy date") },
  [SLIP_ANCHOR_CODE_COMPLETE] = { SLIP_RELEASE_CODE_COMPLETE_DATE,
                                  SLIP_RELEASE_CODE_COMPLETE_CERTAINTY,
                                  SLIP_RELEASE_CODE_COMPLETE_IS_PINNED,
                                  SLIP_RELEASE_CODE_COMPLETE_OFFSET,
                                  N_ ("Code complete") },
  [SLIP_ANCHOR_ANNOUNCE] = { SLIP_RELEASE_ANNOUNCE_DATE,
                             SLIP_RELEASE_ANNOUNCE_CERTAINTY,
                             SLIP_RELEASE_ANNOUNCE_IS_PINNED,
                             SLIP_RELEASE_ANNOUNCE_OFFSET,
                             N_ ("Announce date") },
};

gboolean
slip_planned_date_equal (SlipPlannedDate a, SlipPlannedDate b)
{
  return slip_date_equal (a.date, b.date) && a.certainty == b.certainty;
}

SlipPlannedDate
slip_planned_date_normalize (SlipPlannedDate planned)
{
  if (!slip_date_is_set (planned.date))
    return SLIP_UNSCHEDULED;

  switch (planned.certainty) {
  case SLIP_CERTAINTY_UNSCHEDULED:
  case SLIP_N_CERTAINTIES:
    return SLIP_UNSCHEDULED;
  case SLIP_CERTAINTY_CONFIRMED:
  case SLIP_CERTAINTY_TENTATIVE:
    break;
  case SLIP_CERTAINTY_WEEK:
    planned.date = slip_date_get_week_start (planned.date, SLIP_MONDAY);
    break;
  case SLIP_CERTAINTY_MONTH:
    planned.date = slip_date_get_month_start (planned.date);
    break;
  case SLIP_CERTAINTY_QUARTER:
    planned.date = slip_date_get_quarter_start (planned.date);
    break;
  }

  return planned;
}

SlipRange
slip_planned_date_get_period (SlipPlannedDate planned)
{
  SlipDate first = planned.date;

  if (!slip_date_is_set (first))
    return slip_range_new (SLIP_DATE_NONE, SLIP_DATE_NONE);

  switch (planned.certainty) {
  case SLIP_CERTAINTY_UNSCHEDULED:
  case SLIP_N_CERTAINTIES:
    break;
  case SLIP_CERTAINTY_CONFIRMED:
  case SLIP_CERTAINTY_TENTATIVE:
    return slip_range_new (first, first);
  case SLIP_CERTAINTY_WEEK:
    return slip_range_new (first, slip_date_add_days (first, 6));
  case SLIP_CERTAINTY_MONTH:
    return slip_range_new (first, slip_date_get_month_end (first));
  case SLIP_CERTAINTY_QUARTER:
    return slip_range_new (first, slip_date_get_quarter_end (first));
  }

  return slip_range_new (SLIP_DATE_NONE, SLIP_DATE_NONE);
}

gboolean
slip_planned_date_is_about (SlipPlannedDate planned)
{
  return planned.certainty == SLIP_CERTAINTY_WEEK ||
         planned.certainty == SLIP_CERTAINTY_MONTH ||
         planned.certainty == SLIP_CERTAINTY_QUARTER;
}

SlipDate
slip_planned_date_resolve (SlipPlannedDate planned,
                           const SlipWorkingDays *working_days)
{
  if (!slip_planned_date_is_about (planned) || !slip_date_is_set (planned.date))
    return slip_planned_date_get_period (planned).last;

  return slip_working_days_last_in (working_days,
                                    slip_planned_date_get_period (planned));
}

const char *
slip_anchor_get_label (SlipAnchor anchor)
{
  g_return_val_if_fail (anchor < SLIP_N_ANCHORS, NULL);

  return _ (anchors[anchor].label);
}

guint
slip_anchor_get_date_property (SlipAnchor anchor)
{
  return anchors[anchor].date;
}

guint
slip_anchor_get_certainty_property (SlipAnchor anchor)
{
  return anchors[anchor].certainty;
}

int
slip_anchor_get_pin_property (SlipAnchor anchor)
{
  return anchors[anchor].pin;
}

int
slip_anchor_get_offset_property (SlipAnchor anchor)
{
  return anchors[anchor].offset;
}

SlipPlannedDate
slip_release_get_planned (const SlipRow *release, SlipAnchor anchor)
{
  return (SlipPlannedDate){
    slip_row_get_date (release, anchors[anchor].date),
    (SlipCertainty) slip_row_get_integer (release, anchors[anchor].certainty)
  };
}

gboolean
slip_release_is_pinned (const SlipRow *release, SlipAnchor anchor)
{
  int pin = anchors[anchor].pin;

  return pin >= 0 && slip_row_get_boolean (release, (guint) pin);
}

SlipDate
slip_release_resolve (const SlipPlanState *state,
                      const SlipRow *release,
                      SlipAnchor anchor)
{
  SlipPlannedDate planned = slip_release_get_planned (release, anchor);
  g_autoptr (SlipWorkingDays) working_days = NULL;

  if (!slip_planned_date_is_about (planned))
    return slip_planned_date_resolve (planned, NULL);

  working_days = slip_plan_state_dup_working_days (
    state, slip_row_get_text (release, SLIP_RELEASE_PRODUCT));
  return slip_planned_date_resolve (planned, working_days);
}

static const SlipEnumValue *
get_status_value (SlipStatus status)
{
  const SlipProperty *property =
    slip_schema_get_property (SLIP_KIND_RELEASE, SLIP_RELEASE_STATUS);

  g_return_val_if_fail (status < SLIP_N_STATUSES, NULL);

  return &property->values[status];
}

const char *
slip_status_get_label (SlipStatus status)
{
  return slip_enum_value_get_label (get_status_value (status));
}

const char *
slip_status_get_nick (SlipStatus status)
{
  return get_status_value (status)->nick;
}

gboolean
slip_status_is_closed (gint64 status)
{
  return status == SLIP_STATUS_RELEASED || status == SLIP_STATUS_CANCELLED;
}

gboolean
slip_release_is_closed (const SlipRow *release)
{
  return slip_status_is_closed (slip_release_get_status (release));
}

static const char *
get_product_name (const SlipPlanState *state, const SlipRow *release)
{
  const SlipRow *product =
    slip_plan_state_follow (state, release, SLIP_RELEASE_PRODUCT);
  const char *name;

  if (product == NULL)
    return NULL;

  name = slip_row_get_text (product, SLIP_PRODUCT_SHORT_NAME);
  return name != NULL ? name : slip_row_get_text (product, SLIP_PRODUCT_NAME);
}

char *
slip_release_dup_short_title (const SlipPlanState *state,
                              const SlipRow *release)
{
  const char *version = slip_row_get_text (release, SLIP_RELEASE_VERSION);
  const char *name = slip_row_get_text (release, SLIP_RELEASE_NAME);
  const char *product = get_product_name (state, release);

  if (version != NULL && product != NULL) {
    g_autofree char *contained = slip_text_dup_contained (product);
    g_autofree char *contained_version = slip_text_dup_contained (version);

    /* Translators: a product and a version: 'Payments 3.9'. */
    return g_strdup_printf (C_ ("release title", "%s %s"), contained,
                            contained_version);
  }
  if (name != NULL)
    return slip_text_dup_contained (name);
  if (version != NULL)
    return slip_text_dup_contained (version);

  return g_strdup (_ ("Untitled release"));
}

char *
slip_release_dup_title (const SlipPlanState *state, const SlipRow *release)
{
  g_autofree char *title = slip_release_dup_short_title (state, release);
  const char *raw = slip_row_get_text (release, SLIP_RELEASE_NAME);
  g_autofree char *name = raw != NULL ? slip_text_dup_contained (raw) : NULL;

  if (name == NULL || g_str_equal (name, title))
    return g_steal_pointer (&title);

  /* Translators: a product with its version, and the release's own name. */
  return g_strdup_printf (C_ ("release title", "%s “%s”"), title, name);
}

static char *
dup_communication_label (const SlipPlanState *state, const SlipRow *row)
{
  const SlipProperty *type =
    slip_schema_get_property (SLIP_KIND_COMMUNICATION, SLIP_COMMUNICATION_TYPE);
  const SlipRow *audience =
    slip_plan_state_follow (state, row, SLIP_COMMUNICATION_AUDIENCE);
  const char *label = slip_enum_value_get_label (
    &type->values[slip_row_get_integer (row, SLIP_COMMUNICATION_TYPE)]);

  if (audience == NULL)
    return g_strdup (label);

  /* Translators: a kind of communication and an audience: 'Brief for Sales'. */
  return g_strdup_printf (_ ("%s for %s"), label,
                          slip_row_get_text (audience, SLIP_AUDIENCE_NAME));
}

/* 'new-checkout at 5 %' */
static char *
dup_flag_stage_label (const SlipPlanState *state, const SlipRow *row)
{
  const SlipRow *flag =
    slip_plan_state_follow (state, row, SLIP_FLAG_STAGE_FLAG);
  const SlipRow *stage =
    slip_plan_state_follow (state, row, SLIP_FLAG_STAGE_STAGE);
  const char *name =
    stage != NULL ? slip_row_get_text (stage, SLIP_STAGE_NAME) : NULL;
  g_autofree char *label =
    flag != NULL ? slip_flag_dup_label (flag)
                 : g_strdup (_ (slip_schema_get (SLIP_KIND_FLAG)->label));

  if (name == NULL)
    return g_steal_pointer (&label);

  /* Translators: a feature flag and a rollout stage: 'new-checkout at “5 %”'.
   */
  return g_strdup_printf (_ ("%s at “%s”"), label, name);
}

/* 'dependency on Mobile 4.2' */
static char *
dup_dependency_label (const SlipPlanState *state, const SlipRow *row)
{
  const SlipRow *on =
    slip_plan_state_follow (state, row, SLIP_DEPENDENCY_ON_RELEASE);
  g_autofree char *title = NULL;

  if (on == NULL)
    return g_strdup (_ (slip_schema_get (SLIP_KIND_DEPENDENCY)->label));

  title = slip_release_dup_title (state, on);
  /* Translators: a release that another one depends on. */
  return g_strdup_printf (_ ("dependency on %s"), title);
}

/* What a feed says, and which: '“PAY-39” of Help desk'. */
static char *
dup_feed_part_label (const SlipPlanState *state, const SlipRow *row)
{
  const SlipRow *feed =
    slip_plan_state_get (state, SLIP_KIND_FEED, slip_row_get_owner (row));
  const char *name =
    feed != NULL ? slip_row_get_text (feed, SLIP_FEED_NAME) : NULL;
  const char *text =
    slip_row_get_text (row, slip_row_get_kind (row) == SLIP_KIND_FEED_ALIAS
                              ? SLIP_FEED_ALIAS_TEXT
                              : SLIP_FEED_WORD_WORD);

  if (name == NULL || text == NULL)
    return g_strdup (_ (slip_schema_get (slip_row_get_kind (row))->label));
  /* Translators: what a status feed says, and the name of the feed. */
  return g_strdup_printf (_ ("“%s” of %s"), text, name);
}

char *
slip_entity_dup_label (const SlipPlanState *state, const SlipRow *row)
{
  SlipKind kind = slip_row_get_kind (row);
  const SlipKindInfo *info = slip_schema_get (kind);
  const char *text = NULL;
  int name = slip_schema_find_property (kind, "name");
  int title = slip_schema_find_property (kind, "title");

  if (kind == SLIP_KIND_RELEASE)
    return slip_release_dup_title (state, row);
  if (kind == SLIP_KIND_STAGE)
    return slip_stage_dup_title (row);
  if (kind == SLIP_KIND_COMMUNICATION)
    return dup_communication_label (state, row);
  if (kind == SLIP_KIND_FLAG)
    return slip_flag_dup_label (row);
  if (kind == SLIP_KIND_FLAG_STAGE)
    return dup_flag_stage_label (state, row);
  if (kind == SLIP_KIND_CRITERION)
    return slip_criterion_dup_title (state, row);
  if (kind == SLIP_KIND_DECISION)
    return slip_decision_dup_title (row);
  if (kind == SLIP_KIND_DEPENDENCY)
    return dup_dependency_label (state, row);
  if (kind == SLIP_KIND_FEED_ALIAS || kind == SLIP_KIND_FEED_WORD)
    return dup_feed_part_label (state, row);

  if (name >= 0)
    text = slip_row_get_text (row, (guint) name);
  else if (title >= 0)
    text = slip_row_get_text (row, (guint) title);

  return g_strdup (text != NULL ? text : _ (info->label));
}

static void
add_holiday (SlipWorkingDays *days, const SlipRow *row)
{
  SlipRange range =
    slip_range_new (slip_row_get_date (row, SLIP_HOLIDAY_FIRST_DAY),
                    slip_row_get_date (row, SLIP_HOLIDAY_LAST_DAY));
  const char *name = slip_row_get_text (row, SLIP_HOLIDAY_NAME);

  if (slip_row_get_boolean (row, SLIP_HOLIDAY_IS_YEARLY))
    slip_working_days_add_yearly_holiday (days, range, name);
  else
    slip_working_days_add_holiday (days, range, name);
}

static const SlipRow *
find_calendar (const SlipPlanState *state, const char *product)
{
  const SlipRow *row = slip_plan_state_get (state, SLIP_KIND_PRODUCT, product);
  const SlipRow *calendar = NULL;
  const SlipRow *plan;

  if (row != NULL)
    calendar = slip_plan_state_follow (state, row, SLIP_PRODUCT_CALENDAR);
  if (calendar != NULL)
    return calendar;

  plan = slip_plan_state_get_plan (state);
  return plan != NULL ? slip_plan_state_follow (state, plan, SLIP_PLAN_CALENDAR)
                      : NULL;
}

SlipWorkingDays *
slip_plan_state_dup_working_days (const SlipPlanState *state,
                                  const char *product)
{
  const SlipRow *calendar = find_calendar (state, product);
  g_autoptr (GPtrArray) holidays = NULL;
  SlipWorkingDays *days;
  gint64 mask = 0;

  if (calendar != NULL)
    mask = slip_row_get_integer (calendar, SLIP_WORKING_CALENDAR_WEEKDAYS);
  days = slip_working_days_new (mask != 0 ? (guint) mask
                                          : SLIP_WEEKDAY_MASK_MONDAY_TO_FRIDAY);
  if (calendar == NULL)
    return days;

  holidays = slip_plan_state_list_owned (state, SLIP_KIND_HOLIDAY,
                                         slip_row_get_id (calendar));
  for (guint i = 0; i < holidays->len; i++)
    add_holiday (days, holidays->pdata[i]);

  return days;
}
