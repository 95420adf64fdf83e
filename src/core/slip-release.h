/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-plan-state.h"
#include "slip-working-days.h"

G_BEGIN_DECLS

/**
 * SlipAnchor:
 *
 * The dates of a release that it is planned by.
 */
typedef enum {
  SLIP_ANCHOR_RELEASE,
  SLIP_ANCHOR_DEPLOY,
  SLIP_ANCHOR_CODE_COMPLETE,
  SLIP_ANCHOR_ANNOUNCE,
  SLIP_N_ANCHORS,
} SlipAnchor;

/**
 * SlipPlannedDate:
 * @date: the day, or the first day of the period; unset if unscheduled
 * @certainty: how firm it is
 *
 * A planned date as it is kept.
 */
typedef struct {
  SlipDate date;
  SlipCertainty certainty;
} SlipPlannedDate;

#define SLIP_UNSCHEDULED                                                       \
  ((SlipPlannedDate){ SLIP_DATE_NONE, SLIP_CERTAINTY_UNSCHEDULED })

gboolean slip_planned_date_equal (SlipPlannedDate a, SlipPlannedDate b);

/**
 * slip_planned_date_normalize:
 *
 * Returns: @planned with its day moved to the first of its period, and without
 * a day if unscheduled (or unscheduled if without a day).
 */
SlipPlannedDate slip_planned_date_normalize (SlipPlannedDate planned);

/* The days that @planned may fall on; empty if unscheduled. */
SlipRange slip_planned_date_get_period (SlipPlannedDate planned);

/**
 * slip_planned_date_resolve:
 *
 * @working_days: (nullable): only looked at for a period
 *
 * Returns: the day to show and to reckon with: the day itself, or the last
 * working day of the period; unset if unscheduled.
 */
SlipDate slip_planned_date_resolve (SlipPlannedDate planned,
                                    const SlipWorkingDays *working_days);

/* Whether the day shown stands for a period, and is written with '≈'. */
gboolean slip_planned_date_is_about (SlipPlannedDate planned);

/* The name of @anchor for people, translated: 'Release date'. */
const char *slip_anchor_get_label (SlipAnchor anchor);

/* The release's properties that hold @anchor's date, certainty, pin and offset
 * from the release date.  The release date has neither of the last: -1. */
guint slip_anchor_get_date_property (SlipAnchor anchor);
guint slip_anchor_get_certainty_property (SlipAnchor anchor);
int slip_anchor_get_pin_property (SlipAnchor anchor);
int slip_anchor_get_offset_property (SlipAnchor anchor);

SlipPlannedDate slip_release_get_planned (const SlipRow *release,
                                          SlipAnchor anchor);
gboolean slip_release_is_pinned (const SlipRow *release, SlipAnchor anchor);

/**
 * slip_release_resolve:
 *
 * Returns: the day on which @anchor of @release is shown, by its product's
 * working days; unset if unscheduled.
 */
SlipDate slip_release_resolve (const SlipPlanState *state,
                               const SlipRow *release,
                               SlipAnchor anchor);

static inline SlipStatus
slip_release_get_status (const SlipRow *release)
{
  return (SlipStatus) slip_row_get_integer (release, SLIP_RELEASE_STATUS);
}

/* The name of @status for people, translated. */
const char *slip_status_get_label (SlipStatus status);
const char *slip_status_get_nick (SlipStatus status);

/* Whether what has @status is over: released or cancelled. */
gboolean slip_status_is_closed (gint64 status);

gboolean slip_release_is_closed (const SlipRow *release);

static inline gboolean
slip_release_is_deleted (const SlipRow *release)
{
  return slip_row_get_boolean (release, SLIP_RELEASE_IS_DELETED);
}

/* Whether there is still something to do for it: neither closed nor deleted. */
static inline gboolean
slip_release_is_open (const SlipRow *release)
{
  return !slip_release_is_deleted (release) &&
         !slip_release_is_closed (release);
}

/**
 * slip_release_dup_title:
 *
 * Returns: (transfer full): what people call the release: its product and
 * version ('Payments 3.9'), with its name in quotes if it has one ('Mobile 4.2
 * “Offline mode”'); its name alone if it has no version.
 */
char *slip_release_dup_title (const SlipPlanState *state,
                              const SlipRow *release) G_GNUC_WARN_UNUSED_RESULT;

/* The same without the quoted name, where a version is there: for chips. */
char *slip_release_dup_short_title (const SlipPlanState *state,
                                    const SlipRow *release)
  G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_entity_dup_label:
 *
 * Returns: (transfer full): what people call the entity: a release's title, a
 * flag's key, else its name, else its kind's label.
 */
char *slip_entity_dup_label (const SlipPlanState *state,
                             const SlipRow *row) G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_plan_state_dup_working_days:
 * @product: (nullable): the id of a product
 *
 * Returns: (transfer full): the working days of @product's calendar, else the
 * plan's, else Monday to Friday.
 */
SlipWorkingDays *slip_plan_state_dup_working_days (const SlipPlanState *state,
                                                   const char *product)
  G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
