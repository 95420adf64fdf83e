/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-chip-news.h"
#include "slip-query.h"

G_BEGIN_DECLS

/**
 * SlipCalendarEntry:
 * @day: the day it is shown on, unset if unscheduled
 * @anchor: the release date, or the deploy date of an open release
 * @release: (transfer none): valid as long as its index
 *
 * One thing to be shown on a day.
 */
typedef struct {
  SlipDate day;
  SlipAnchor anchor;
  const SlipRow *release;
} SlipCalendarEntry;

/**
 * SlipCalendarStage:
 * @stage: (transfer none): a rollout stage; valid as long as its index
 * @release: (transfer none): its release, which is open
 * @days: the days it takes, as far as is known
 */
typedef struct {
  const SlipRow *stage;
  const SlipRow *release;
  SlipRange days;
} SlipCalendarStage;

/**
 * SlipCalendarIndex:
 *
 * Which of a plan's releases that pass a query are on which day.  Making one
 * costs nothing: a day is found in the plan's own index, and kept from then on.
 * Reference counted; for the main thread.  What it answers never changes.
 */
typedef struct _SlipCalendarIndex SlipCalendarIndex;

SlipCalendarIndex *slip_calendar_index_new (const SlipPlanState *state,
                                            const SlipQuery *query,
                                            SlipDate today)
  G_GNUC_WARN_UNUSED_RESULT;
SlipCalendarIndex *slip_calendar_index_ref (SlipCalendarIndex *self);
void slip_calendar_index_unref (SlipCalendarIndex *self);

const SlipPlanState *slip_calendar_index_get_state (
  const SlipCalendarIndex *self);

/* The day it was made for. */
SlipDate slip_calendar_index_get_today (const SlipCalendarIndex *self);

/* The product it is limited to, or %NULL. */
const char *slip_calendar_index_get_product (const SlipCalendarIndex *self);

/**
 * slip_calendar_index_list_day:
 * @date: a day, or an unset one for what is unscheduled
 *
 * Returns: (transfer full) (element-type SlipCalendarEntry): what is on @date:
 * open releases, then closed ones, then deploy dates, each by product and
 * version, or by name.  Not to be changed.
 */
GArray *slip_calendar_index_list_day (const SlipCalendarIndex *self,
                                      SlipDate date) G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_calendar_index_get_news:
 * @release: one of the plan's
 *
 * Returns: (transfer none): what slip_chip_news_gather() has to tell.  It is
 *   kept, as pages are turned there and back: valid until the next call.
 */
const SlipChipNews *slip_calendar_index_get_news (
  const SlipCalendarIndex *self,
  const SlipRow *release,
  SlipAnchor anchor,
  const SlipConflictContext *context);

/**
 * slip_calendar_index_find_stages:
 *
 * Returns: (transfer full) (element-type SlipCalendarStage): the stages of open
 *   releases that have days in @range, by date and id of their release and in
 *   order within it: the same in every run.
 */
GArray *slip_calendar_index_find_stages (SlipCalendarIndex *self,
                                         SlipRange range)
  G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_calendar_index_find_dates:
 *
 * Returns: (transfer full) (element-type SlipCalendarEntry): when open releases
 *   are announced and when their code is to be complete, in @range, by day.
 */
GArray *slip_calendar_index_find_dates (SlipCalendarIndex *self,
                                        SlipRange range)
  G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_calendar_index_find_last_day:
 *
 * Returns: the last day on which a release of the plan or a stage may be found,
 *   whatever it is limited to; unset if there is none.
 */
SlipDate slip_calendar_index_find_last_day (SlipCalendarIndex *self);

/* Whether it is limited to more than a product: some releases were looked for.
 */
gboolean slip_calendar_index_is_narrowed (const SlipCalendarIndex *self);

/**
 * slip_calendar_index_find:
 * @date: (out): the day of its release date, unset if unscheduled
 *
 * Returns: whether the release with the id @release is shown at all.
 */
gboolean slip_calendar_index_find (const SlipCalendarIndex *self,
                                   const char *release,
                                   SlipDate *date);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlipCalendarIndex, slip_calendar_index_unref)

G_END_DECLS
