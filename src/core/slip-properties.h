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
  SLIP_PLAN_MAX_RELEASES, /* in a week, for an audience or a person; none is
                             the usual */
  SLIP_PLAN_MAX_ITEMS,    /* due in a week, for a person; the same */
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
  SLIP_RELEASE_RANK,     /* the order within a board column */
  SLIP_RELEASE_CHANGES,  /* the change note, in four parts */
  SLIP_RELEASE_AFFECTED, /* segments */
  SLIP_RELEASE_AFFECTED_CUSTOMERS,
  SLIP_RELEASE_AFFECTED_INTEGRATIONS,
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

/* What a T-date hangs on; a release's own dates are a #SlipAnchor. */
typedef enum {
  SLIP_DUE_FIXED,
  SLIP_DUE_RELEASE,
  SLIP_DUE_DEPLOY,
  SLIP_DUE_CODE_COMPLETE,
  SLIP_DUE_ANNOUNCE,
  SLIP_DUE_STAGE,
  SLIP_N_DUE_ANCHORS,
} SlipDueAnchor;

typedef enum {
  SLIP_UNIT_CALENDAR_DAYS,
  SLIP_UNIT_WORKING_DAYS,
} SlipUnit;

typedef enum {
  SLIP_TEMPLATE_NAME,
  SLIP_TEMPLATE_SUMMARY,
  SLIP_TEMPLATE_TIER, /* the tier it is for; none is for any */
  SLIP_TEMPLATE_PRODUCT,
  SLIP_TEMPLATE_RANK,
  SLIP_TEMPLATE_IS_RETIRED,
  SLIP_TEMPLATE_N_PROPERTIES,
} SlipTemplateProperty;

typedef enum {
  SLIP_TEMPLATE_AUDIENCE_AUDIENCE,
  SLIP_TEMPLATE_AUDIENCE_OWNER_ROLE, /* found among the people by their role */
  SLIP_TEMPLATE_AUDIENCE_RANK,
  SLIP_TEMPLATE_AUDIENCE_N_PROPERTIES,
} SlipTemplateAudienceProperty;

typedef enum {
  SLIP_TEMPLATE_ITEM_AUDIENCE, /* a template_audience */
  SLIP_TEMPLATE_ITEM_TITLE,
  SLIP_TEMPLATE_ITEM_IS_REQUIRED,
  SLIP_TEMPLATE_ITEM_NEEDS_EVIDENCE,
  SLIP_TEMPLATE_ITEM_OWNER_ROLE,
  SLIP_TEMPLATE_ITEM_DUE_ANCHOR,
  SLIP_TEMPLATE_ITEM_DUE_STAGE, /* a template_stage */
  SLIP_TEMPLATE_ITEM_DUE_OFFSET,
  SLIP_TEMPLATE_ITEM_DUE_UNIT,
  SLIP_TEMPLATE_ITEM_DUE_SNAP,
  SLIP_TEMPLATE_ITEM_NOTE,
  SLIP_TEMPLATE_ITEM_RANK,
  SLIP_TEMPLATE_ITEM_N_PROPERTIES,
} SlipTemplateItemProperty;

typedef enum {
  SLIP_TEMPLATE_STAGE_NAME,
  SLIP_TEMPLATE_STAGE_TYPE,
  SLIP_TEMPLATE_STAGE_SHARE, /* hundredths of a percent */
  SLIP_TEMPLATE_STAGE_SEGMENT,
  SLIP_TEMPLATE_STAGE_IS_LAUNCH,
  SLIP_TEMPLATE_STAGE_START_ANCHOR,
  SLIP_TEMPLATE_STAGE_START_OFFSET,
  SLIP_TEMPLATE_STAGE_START_UNIT,
  SLIP_TEMPLATE_STAGE_LENGTH_DAYS,
  SLIP_TEMPLATE_STAGE_SOAK_HOURS,
  SLIP_TEMPLATE_STAGE_RANK,
  SLIP_TEMPLATE_STAGE_ADVANCE,
  SLIP_TEMPLATE_STAGE_N_PROPERTIES,
} SlipTemplateStageProperty;

typedef enum {
  SLIP_LINK_TITLE,
  SLIP_LINK_URI,
  SLIP_LINK_RANK,
  SLIP_LINK_N_PROPERTIES,
} SlipLinkProperty;

typedef enum {
  SLIP_CHECKLIST_AUDIENCE,
  SLIP_CHECKLIST_OWNER,
  SLIP_CHECKLIST_IS_NOT_NEEDED,
  SLIP_CHECKLIST_REASON, /* why it is not needed */
  SLIP_CHECKLIST_N_PROPERTIES,
} SlipChecklistProperty;

typedef enum {
  SLIP_STAGE_NAME,
  SLIP_STAGE_TYPE,
  SLIP_STAGE_SHARE, /* hundredths of a percent */
  SLIP_STAGE_SEGMENT,
  SLIP_STAGE_PEOPLE,
  SLIP_STAGE_IS_LAUNCH, /* it starts on the release date */
  SLIP_STAGE_STATE,
  SLIP_STAGE_PLANNED_START,
  SLIP_STAGE_PLANNED_END,
  SLIP_STAGE_STARTED_AT,
  SLIP_STAGE_ENDED_AT,
  SLIP_STAGE_START_ANCHOR,
  SLIP_STAGE_START_OFFSET, /* days after what START_ANCHOR names */
  SLIP_STAGE_START_UNIT,
  SLIP_STAGE_START_IS_PINNED,
  SLIP_STAGE_LENGTH_DAYS, /* calendar days; none and 0 count as 1 */
  SLIP_STAGE_SOAK_HOURS,
  SLIP_STAGE_RANK,
  SLIP_STAGE_ADVANCE,
  SLIP_STAGE_EXPECTED_END, /* once started: the day it ends or ended, from
                              which the stage after it follows */
  SLIP_STAGE_HELD_AT,
  SLIP_STAGE_PAUSED_SECONDS, /* since it started, but for the present pause */
  SLIP_STAGE_N_PROPERTIES,
} SlipStageProperty;

typedef enum {
  SLIP_STAGE_TYPE_INTERNAL,
  SLIP_STAGE_TYPE_SEGMENT,
  SLIP_STAGE_TYPE_PERCENTAGE,
  SLIP_STAGE_TYPE_EVERYONE,
} SlipStageType;

typedef enum {
  SLIP_ADVANCE_BY_HAND,
  SLIP_ADVANCE_PROPOSED,
} SlipAdvance;

typedef enum {
  SLIP_STAGE_STATE_PLANNED,
  SLIP_STAGE_STATE_ACTIVE,
  SLIP_STAGE_STATE_HELD,
  SLIP_STAGE_STATE_DONE,
  SLIP_STAGE_STATE_ROLLED_BACK,
  SLIP_STAGE_STATE_SKIPPED,
} SlipStageState;

typedef enum {
  SLIP_STAGE_ANCHOR_RELEASE,
  SLIP_STAGE_ANCHOR_PREVIOUS, /* the day after the stage before it ends */
} SlipStageAnchor;

typedef enum {
  SLIP_ITEM_CHECKLIST,
  SLIP_ITEM_TITLE,
  SLIP_ITEM_IS_REQUIRED,
  SLIP_ITEM_STATE,
  SLIP_ITEM_STATE_NOTE, /* by whom or what it is blocked, why not applicable */
  SLIP_ITEM_OWNER,      /* none: the checklist's */
  SLIP_ITEM_DUE_DATE,   /* the day its T-date resolves to */
  SLIP_ITEM_DUE_ANCHOR,
  SLIP_ITEM_DUE_STAGE,
  SLIP_ITEM_DUE_OFFSET,
  SLIP_ITEM_DUE_UNIT,
  SLIP_ITEM_DUE_SNAP,
  SLIP_ITEM_DUE_IS_PINNED,
  SLIP_ITEM_DUE_WAS, /* the day before it was pinned, if it was another */
  SLIP_ITEM_NEEDS_EVIDENCE,
  SLIP_ITEM_EVIDENCE,
  SLIP_ITEM_NOTE,
  SLIP_ITEM_RANK,
  SLIP_ITEM_ORIGIN, /* the id of a template_item that may be gone */
  SLIP_ITEM_N_PROPERTIES,
} SlipItemProperty;

typedef enum {
  SLIP_ITEM_STATE_TO_DO,
  SLIP_ITEM_STATE_DOING,
  SLIP_ITEM_STATE_DONE,
  SLIP_ITEM_STATE_BLOCKED,
  SLIP_ITEM_STATE_NOT_APPLICABLE,
  SLIP_N_ITEM_STATES,
} SlipItemState;

typedef enum {
  SLIP_DEPENDENCY_ON_RELEASE,
  SLIP_DEPENDENCY_LAG_DAYS, /* calendar days; none counts as 0 */
  SLIP_DEPENDENCY_NOTE,
  SLIP_DEPENDENCY_N_PROPERTIES,
} SlipDependencyProperty;

/* A criterion asks something before its stage may start. */
typedef enum {
  SLIP_CRITERION_STAGE, /* the stage that it guards */
  SLIP_CRITERION_TYPE,
  SLIP_CRITERION_AUDIENCE, /* items, notice, feed: none is for all needed */
  SLIP_CRITERION_TEXT,     /* own: what it asks; threshold: of what figure */
  SLIP_CRITERION_IS_MUST,
  SLIP_CRITERION_IS_TICKED, /* own */
  SLIP_CRITERION_THRESHOLD, /* a decimal number */
  SLIP_CRITERION_WAIVER_REASON,
  SLIP_CRITERION_WAIVER_PERSON,
  SLIP_CRITERION_WAIVER_UNTIL, /* its last day; none is for good */
  SLIP_CRITERION_RANK,
  SLIP_CRITERION_COMPARISON,
  SLIP_CRITERION_FIGURE, /* a decimal number, none if not known */
  SLIP_CRITERION_FIGURE_AT,
  SLIP_CRITERION_FIGURE_SOURCE,
  SLIP_CRITERION_N_PROPERTIES,
} SlipCriterionProperty;

typedef enum {
  SLIP_CRITERION_ITEMS,
  SLIP_CRITERION_NOTICE,
  SLIP_CRITERION_SOAK,  /* of the stage before */
  SLIP_CRITERION_FLAGS, /* as the stage before expects them */
  SLIP_CRITERION_FEED,
  SLIP_CRITERION_NO_FREEZE,
  SLIP_CRITERION_ROLLBACK_PLAN,
  SLIP_CRITERION_FIGURE_WITHIN,
  SLIP_CRITERION_OWN,
  SLIP_N_CRITERIA,
} SlipCriterionType;

typedef enum {
  SLIP_COMPARISON_AT_MOST,
  SLIP_COMPARISON_BELOW,
  SLIP_COMPARISON_AT_LEAST,
  SLIP_COMPARISON_ABOVE,
} SlipComparison;

typedef enum {
  SLIP_FLAG_KEY,
  SLIP_FLAG_ENVIRONMENT,
  SLIP_FLAG_OWNER,
  SLIP_FLAG_IS_PERMANENT,
  SLIP_FLAG_NOTE,
  SLIP_FLAG_TYPE,
  SLIP_FLAG_OBSERVED,
  SLIP_FLAG_OBSERVED_SHARE, /* hundredths of a percent; none is not known */
  SLIP_FLAG_OBSERVED_SOURCE,
  SLIP_FLAG_OBSERVED_AT,
  SLIP_FLAG_N_PROPERTIES,
} SlipFlagProperty;

typedef enum {
  SLIP_FLAG_RELEASE,
  SLIP_FLAG_EXPERIMENT,
  SLIP_FLAG_OPERATIONS,
  SLIP_FLAG_PERMISSION,
} SlipFlagType;

typedef enum {
  SLIP_FLAG_STATE_UNKNOWN,
  SLIP_FLAG_STATE_OFF,
  SLIP_FLAG_STATE_ON,
} SlipFlagState;

/* What a flag is to be during a stage. */
typedef enum {
  SLIP_FLAG_STAGE_FLAG,
  SLIP_FLAG_STAGE_STAGE,
  SLIP_FLAG_STAGE_IS_ON,
  SLIP_FLAG_STAGE_SHARE, /* hundredths of a percent; none is not asked */
  SLIP_FLAG_STAGE_N_PROPERTIES,
} SlipFlagStageProperty;

typedef enum {
  SLIP_COMMUNICATION_AUDIENCE,
  SLIP_COMMUNICATION_TYPE,
  SLIP_COMMUNICATION_PLANNED_DATE,
  SLIP_COMMUNICATION_PLANNED_ANCHOR,
  SLIP_COMMUNICATION_PLANNED_STAGE,
  SLIP_COMMUNICATION_PLANNED_OFFSET,
  SLIP_COMMUNICATION_PLANNED_UNIT,
  SLIP_COMMUNICATION_PLANNED_SNAP,
  SLIP_COMMUNICATION_PLANNED_IS_PINNED,
  SLIP_COMMUNICATION_PLANNED_WAS,
  SLIP_COMMUNICATION_SENT_AT, /* none: planned */
  SLIP_COMMUNICATION_SENT_BY,
  SLIP_COMMUNICATION_CHANNEL,
  SLIP_COMMUNICATION_DATE_TOLD, /* the release date they were told */
  SLIP_COMMUNICATION_CONFIRMED_AT,
  SLIP_COMMUNICATION_CONFIRMED_BY,
  SLIP_COMMUNICATION_NOTE,
  SLIP_COMMUNICATION_N_PROPERTIES,
} SlipCommunicationProperty;

typedef enum {
  SLIP_COMMUNICATION_HEADS_UP,
  SLIP_COMMUNICATION_TRAINING,
  SLIP_COMMUNICATION_BRIEF,
  SLIP_COMMUNICATION_ANNOUNCEMENT,
  SLIP_COMMUNICATION_CHANGE_NOTICE,
  SLIP_COMMUNICATION_ALL_CLEAR,
  SLIP_N_COMMUNICATIONS,
} SlipCommunicationType;

typedef enum {
  SLIP_SESSION_NAME,
  SLIP_SESSION_ATTENDEES,
  SLIP_SESSION_BEGAN_AT,
  SLIP_SESSION_ENDED_AT,
  SLIP_SESSION_N_PROPERTIES,
} SlipSessionProperty;

typedef enum {
  SLIP_QUESTION_TEXT,
  SLIP_QUESTION_RELEASE,
  SLIP_QUESTION_OWNER,
  SLIP_QUESTION_ANSWER,
  SLIP_QUESTION_N_PROPERTIES,
} SlipQuestionProperty;

/* A record: names are written out, ids are for finding what is still there. */
typedef enum {
  SLIP_DECISION_TYPE,
  SLIP_DECISION_AT,
  SLIP_DECISION_RELEASE_NAME,
  SLIP_DECISION_STAGE,
  SLIP_DECISION_STAGE_NAME,
  SLIP_DECISION_PERSON,
  SLIP_DECISION_PERSON_NAME,
  SLIP_DECISION_ASKED_BY, /* exception: who wanted it */
  SLIP_DECISION_OPINIONS, /* a line each: 'Support lead: wait for Monday' */
  SLIP_DECISION_REASON,
  SLIP_DECISION_CONDITIONS, /* a line each */
  SLIP_DECISION_TO_STAGE,   /* roll back: none is to nobody */
  SLIP_DECISION_TO_STAGE_NAME,
  SLIP_DECISION_REVIEW_DAY, /* no-go, hold: when to look again */
  SLIP_DECISION_UNTIL,      /* exception: its last day; none is for good */
  SLIP_DECISION_SUBJECT,    /* exception: the freeze; withdrawn and restored:
                               the decision */
  SLIP_DECISION_SUBJECT_NAME,
  SLIP_DECISION_EVIDENCE, /* the whole gate, see slip-gate-evidence.h */
  SLIP_DECISION_N_PROPERTIES,
} SlipDecisionProperty;

typedef enum {
  SLIP_DECISION_GO,
  SLIP_DECISION_CONDITIONAL_GO,
  SLIP_DECISION_NO_GO,
  SLIP_DECISION_HOLD,
  SLIP_DECISION_RESUME,
  SLIP_DECISION_ROLL_BACK,
  SLIP_DECISION_EXCEPTION,
  SLIP_DECISION_WITHDRAWN,
  SLIP_DECISION_RESTORED,
  SLIP_N_DECISIONS,
} SlipDecisionType;

/* A source of observations.  The secret itself is kept elsewhere. */
typedef enum {
  SLIP_FEED_NAME,
  SLIP_FEED_ADDRESS,
  SLIP_FEED_ADAPTER,          /* the id of one */
  SLIP_FEED_INTERVAL_MINUTES, /* none counts as SLIP_FEED_USUAL_MINUTES */
  SLIP_FEED_IS_ENABLED,       /* else it is asked only when a person wants */
  SLIP_FEED_SECRET_TYPE,
  SLIP_FEED_SECRET_NAME,  /* basic: the name; header: that of the header */
  SLIP_FEED_LIST_POINTER, /* from here on: for the general adapter */
  SLIP_FEED_RELEASE_POINTER,
  SLIP_FEED_AUDIENCE_POINTER,
  SLIP_FEED_STATE_POINTER,
  SLIP_FEED_TEXT_POINTER,
  SLIP_FEED_OWNER_POINTER,
  SLIP_FEED_DONE_POINTER,
  SLIP_FEED_TOTAL_POINTER,
  SLIP_FEED_UPDATED_AT_POINTER,
  SLIP_FEED_URL_POINTER,
  SLIP_FEED_NEXT_POINTER,
  SLIP_FEED_FIXED_RELEASE, /* as the source would say it */
  SLIP_FEED_FIXED_AUDIENCE,
  SLIP_FEED_N_PROPERTIES,
} SlipFeedProperty;

#define SLIP_FEED_USUAL_MINUTES 15

/**
 * SlipFeedSecretType:
 * @SLIP_FEED_SECRET_NONE: nothing is sent
 * @SLIP_FEED_SECRET_BEARER: `Authorization: Bearer SECRET` (GitHub, GitLab)
 * @SLIP_FEED_SECRET_BASIC: HTTP's basic authentication, with a name
 * @SLIP_FEED_SECRET_HEADER: a header of its own: its name and the secret as it
 *   is (`Authorization` of Unleash, `PRIVATE-TOKEN` of GitLab)
 */
typedef enum {
  SLIP_FEED_SECRET_NONE,
  SLIP_FEED_SECRET_BEARER,
  SLIP_FEED_SECRET_BASIC,
  SLIP_FEED_SECRET_HEADER,
} SlipFeedSecretType;

/* What a person takes a name of a feed for: a release or an audience. */
typedef enum {
  SLIP_FEED_ALIAS_TEXT,
  SLIP_FEED_ALIAS_RELEASE,
  SLIP_FEED_ALIAS_AUDIENCE,
  SLIP_FEED_ALIAS_N_PROPERTIES,
} SlipFeedAliasProperty;

/* What a state is in the words of a feed, for the general adapter. */
typedef enum {
  SLIP_FEED_WORD_WORD,
  SLIP_FEED_WORD_STATE, /* a SlipObservedState */
  SLIP_FEED_WORD_N_PROPERTIES,
} SlipFeedWordProperty;

/* Of the kinds that have no enumeration here no rule or view reads anything
 * yet; the table in slip-schema-table.c has them all, in this order. */

G_END_DECLS
