/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * The index of each property within its kind's table in slip-schema.c, and the
 * values of the enumerations.  A test holds the two against each other.
 */

typedef enum {
  SLIP_PLAN_NAME,
  SLIP_PLAN_CALENDAR,
  SLIP_PLAN_N_PROPERTIES,
} SlipPlanProperty;

typedef enum {
  SLIP_PERSON_NAME,
  SLIP_PERSON_ROLE,
  SLIP_PERSON_EMAIL,
  SLIP_PERSON_IS_RETIRED,
  SLIP_PERSON_N_PROPERTIES,
} SlipPersonProperty;

typedef enum {
  SLIP_AWAY_FIRST_DAY,
  SLIP_AWAY_LAST_DAY,
  SLIP_AWAY_NOTE,
  SLIP_AWAY_N_PROPERTIES,
} SlipAwayProperty;

typedef enum {
  SLIP_WORKING_CALENDAR_NAME,
  SLIP_WORKING_CALENDAR_WEEKDAYS, /* bit i - 1 for ISO weekday i */
  SLIP_WORKING_CALENDAR_N_PROPERTIES,
} SlipWorkingCalendarProperty;

typedef enum {
  SLIP_HOLIDAY_NAME,
  SLIP_HOLIDAY_FIRST_DAY,
  SLIP_HOLIDAY_LAST_DAY,
  SLIP_HOLIDAY_IS_YEARLY,
  SLIP_HOLIDAY_N_PROPERTIES,
} SlipHolidayProperty;

typedef enum {
  SLIP_PRODUCT_NAME,
  SLIP_PRODUCT_SHORT_NAME,
  SLIP_PRODUCT_COLOR, /* #rrggbb */
  SLIP_PRODUCT_OWNER,
  SLIP_PRODUCT_CALENDAR,
  SLIP_PRODUCT_RANK,
  SLIP_PRODUCT_IS_RETIRED,
  SLIP_PRODUCT_N_PROPERTIES,
} SlipProductProperty;

typedef enum {
  SLIP_AUDIENCE_NAME,
  SLIP_AUDIENCE_SIDE,
  SLIP_AUDIENCE_NOTICE_DAYS, /* working days */
  SLIP_AUDIENCE_OWNER,
  SLIP_AUDIENCE_RANK, /* the order of telling */
  SLIP_AUDIENCE_IS_RETIRED,
  SLIP_AUDIENCE_N_PROPERTIES,
} SlipAudienceProperty;

typedef enum {
  SLIP_SIDE_INTERNAL,
  SLIP_SIDE_EXTERNAL,
} SlipSide;

typedef enum {
  SLIP_FREEZE_NAME,
  SLIP_FREEZE_SEVERITY,
  SLIP_FREEZE_FIRST_DAY,
  SLIP_FREEZE_LAST_DAY,
  SLIP_FREEZE_REPEAT,
  SLIP_FREEZE_WEEKDAYS, /* weekly: bit i - 1 for ISO weekday i */
  SLIP_FREEZE_MONTHS,   /* weekly: bit i - 1 for month i, none for all */
  SLIP_FREEZE_UNTIL,    /* the last day of the last repetition may be */
  SLIP_FREEZE_NOTE,
  SLIP_FREEZE_N_PROPERTIES,
} SlipFreezeProperty;

typedef enum {
  SLIP_SEVERITY_HARD,
  SLIP_SEVERITY_SOFT,
} SlipSeverity;

typedef enum {
  SLIP_REPEAT_NEVER,
  SLIP_REPEAT_WEEKLY,
  SLIP_REPEAT_YEARLY,
} SlipRepeat;

typedef enum {
  SLIP_FREEZE_PRODUCT_PRODUCT,
  SLIP_FREEZE_PRODUCT_N_PROPERTIES,
} SlipFreezeProductProperty;

typedef enum {
  SLIP_FREEZE_AUDIENCE_AUDIENCE,
  SLIP_FREEZE_AUDIENCE_N_PROPERTIES,
} SlipFreezeAudienceProperty;

typedef enum {
  SLIP_KEY_DATE_NAME,
  SLIP_KEY_DATE_FIRST_DAY,
  SLIP_KEY_DATE_LAST_DAY,
  SLIP_KEY_DATE_PRODUCT,
  SLIP_KEY_DATE_NOTE,
  SLIP_KEY_DATE_N_PROPERTIES,
} SlipKeyDateProperty;

typedef enum {
  SLIP_RELEASE_PRODUCT,
  SLIP_RELEASE_NAME,
  SLIP_RELEASE_VERSION,
  SLIP_RELEASE_SUMMARY,
  SLIP_RELEASE_TIER, /* 1, 2 or 3; none is not yet decided */
  SLIP_RELEASE_STATUS,
  SLIP_RELEASE_OWNER,
  SLIP_RELEASE_MARKET_OWNER, /* the go-to-market owner */
  SLIP_RELEASE_RELEASE_DATE,
  SLIP_RELEASE_RELEASE_CERTAINTY,
  SLIP_RELEASE_DEPLOY_DATE,
  SLIP_RELEASE_DEPLOY_CERTAINTY,
  SLIP_RELEASE_DEPLOY_IS_PINNED,
  SLIP_RELEASE_DEPLOY_OFFSET, /* calendar days after the release date, kept
                                 while there is none */
  SLIP_RELEASE_CODE_COMPLETE_DATE,
  SLIP_RELEASE_CODE_COMPLETE_CERTAINTY,
  SLIP_RELEASE_CODE_COMPLETE_IS_PINNED,
  SLIP_RELEASE_CODE_COMPLETE_OFFSET,
  SLIP_RELEASE_ANNOUNCE_DATE,
  SLIP_RELEASE_ANNOUNCE_CERTAINTY,
  SLIP_RELEASE_ANNOUNCE_IS_PINNED,
  SLIP_RELEASE_ANNOUNCE_OFFSET,
  SLIP_RELEASE_FIRST_PLANNED_DATE,
  SLIP_RELEASE_RANK,    /* the order within a board column */
  SLIP_RELEASE_CHANGES, /* the change note, in four parts */
  SLIP_RELEASE_AFFECTED,
  SLIP_RELEASE_ACTION,
  SLIP_RELEASE_CONTACT,
  SLIP_RELEASE_ROLLBACK_PLAN,
  SLIP_RELEASE_TEMPLATE,
  SLIP_RELEASE_IS_DELETED,
  SLIP_RELEASE_IMPORT_SOURCE, /* the calendar's name */
  SLIP_RELEASE_IMPORT_UID,
  SLIP_RELEASE_IMPORT_NAME, /* as the file last said, so that a later import */
  SLIP_RELEASE_IMPORT_DATE, /* can tell its changes from ours */
  SLIP_RELEASE_IMPORT_SUMMARY,
  SLIP_RELEASE_N_PROPERTIES,
} SlipReleaseProperty;

typedef enum {
  SLIP_STATUS_PLANNED,
  SLIP_STATUS_BUILDING,
  SLIP_STATUS_READY,
  SLIP_STATUS_ROLLING_OUT,
  SLIP_STATUS_RELEASED,
  SLIP_STATUS_ON_HOLD,
  SLIP_STATUS_CANCELLED,
  SLIP_N_STATUSES,
} SlipStatus;

/**
 * SlipCertainty:
 * @SLIP_CERTAINTY_UNSCHEDULED: no day is kept
 * @SLIP_CERTAINTY_CONFIRMED: that day
 * @SLIP_CERTAINTY_TENTATIVE: that day, perhaps
 * @SLIP_CERTAINTY_WEEK: some day of a week; its Monday is kept
 * @SLIP_CERTAINTY_MONTH: some day of a month; its first is kept
 * @SLIP_CERTAINTY_QUARTER: some day of a quarter; its first is kept
 */
typedef enum {
  SLIP_CERTAINTY_UNSCHEDULED,
  SLIP_CERTAINTY_CONFIRMED,
  SLIP_CERTAINTY_TENTATIVE,
  SLIP_CERTAINTY_WEEK,
  SLIP_CERTAINTY_MONTH,
  SLIP_CERTAINTY_QUARTER,
  SLIP_N_CERTAINTIES,
} SlipCertainty;

/* Of the kinds below only what this version's rules and views read has a name
 * here; the table in slip-schema-table.c has them all, in this order. */

typedef enum {
  SLIP_LINK_TITLE,
  SLIP_LINK_URI,
  SLIP_LINK_RANK,
  SLIP_LINK_N_PROPERTIES,
} SlipLinkProperty;

typedef enum {
  SLIP_CHECKLIST_AUDIENCE,
  SLIP_CHECKLIST_OWNER,
} SlipChecklistProperty;

typedef enum {
  SLIP_ITEM_CHECKLIST = 0,
  SLIP_ITEM_TITLE = 1,
  SLIP_ITEM_IS_REQUIRED = 2,
  SLIP_ITEM_STATE = 3,
  SLIP_ITEM_DUE_DATE = 6,
} SlipItemProperty;

G_END_DECLS
