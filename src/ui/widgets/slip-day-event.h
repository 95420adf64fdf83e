/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-calendar-index.h"

G_BEGIN_DECLS

/**
 * SlipDayEventType:
 * @SLIP_DAY_EVENT_KEY_DATE: a key date begins or ends
 * @SLIP_DAY_EVENT_HOLIDAY: nobody works
 * @SLIP_DAY_EVENT_FREEZE: a freeze begins or ends
 * @SLIP_DAY_EVENT_DATE: one of a release's dates
 * @SLIP_DAY_EVENT_STAGE: a rollout stage starts or ends
 *
 * What can happen on a day, in the order in which it is told.
 */
typedef enum {
  SLIP_DAY_EVENT_KEY_DATE,
  SLIP_DAY_EVENT_HOLIDAY,
  SLIP_DAY_EVENT_FREEZE,
  SLIP_DAY_EVENT_DATE,
  SLIP_DAY_EVENT_STAGE,
} SlipDayEventType;

/**
 * SlipDayEvent:
 * @day: when it happens
 * @row: (nullable) (transfer none): the key date, freeze or stage
 * @release: (nullable) (transfer none): the release
 * @anchor: which of its dates
 * @days: of what begins or ends, all its days
 * @holiday: (nullable): its name
 *
 * One thing that happens on a day.  Rows are valid as long as the index.
 */
typedef struct {
  SlipDate day;
  SlipDayEventType type;
  const SlipRow *row;
  const SlipRow *release;
  SlipAnchor anchor;
  SlipRange days;
  char *holiday;
} SlipDayEvent;

/**
 * slip_day_event_list:
 * @range: some weeks
 *
 * Finds what happens on the days of @range: of each day key dates, holidays and
 * freezes, then what slip_calendar_index_list_day() has, other dates of
 * releases, and stages.  What takes several days is told where it begins and
 * where it ends.  Where releases are looked for, days are no answer: then there
 * are only releases and their stages.
 *
 * Returns: (transfer full) (element-type SlipDayEvent): by day.
 */
GArray *slip_day_event_list (SlipCalendarIndex *index,
                             SlipRange range) G_GNUC_WARN_UNUSED_RESULT;

/* Moves all of @more to the end of @events. */
void slip_day_event_take (GArray *events, GArray *more);

/* Whether it begins or ends with its day; what takes one day does both. */
gboolean slip_day_event_begins (const SlipDayEvent *self);
gboolean slip_day_event_ends (const SlipDayEvent *self);

/* Returns: (transfer full): what is the same for the same thing in another
 * state of the plan, and for nothing else. */
char *slip_day_event_dup_key (const SlipDayEvent *self)
  G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_day_event_dup_title:
 *
 * Returns: (transfer full): what it is about: 'Year-end freeze', 'Mobile 4.2',
 *   'Mobile 4.2 · 25 %'.
 */
char *slip_day_event_dup_title (const SlipDayEvent *self,
                                const SlipCalendarIndex *index)
  G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_day_event_dup_detail:
 *
 * Returns: (transfer full): what of it happens: 'freeze begins, until Sun 3
 *   January', 'release date · Building', 'stage ends'.
 */
char *slip_day_event_dup_detail (const SlipDayEvent *self,
                                 const SlipCalendarIndex *index)
  G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
