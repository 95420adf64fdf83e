/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-schema-table.h"

#include <glib/gi18n-lib.h>

#include "slip-properties.h"

/* The longest name and the longest free text, in characters. */
#define NAME_LENGTH 200
#define TEXT_LENGTH 20000

/* The longest account of a gate. */
#define EVIDENCE_LENGTH 1000000

/* The longest pause of a stage: a hundred years. */
#define SECONDS_LIMIT G_GINT64_CONSTANT (3155760000)

/* Days, working or calendar, that a rule may reach. */
#define DAYS_LIMIT 3660

/* How many in a week can be said not to be too many. */
#define WEEK_LIMIT 999

/* The longest address, and the rarest a feed is asked: once a week. */
#define ADDRESS_LENGTH 4096
#define MINUTES_LIMIT  (7 * 24 * 60)

#define TEXT(name_, label_, length_)                                           \
  {                                                                            \
    .name = name_, .label = label_, .type = SLIP_PROPERTY_TEXT,                \
    .target = SLIP_KIND_NONE, .maximum = length_                               \
  }
#define REFERENCE(name_, label_, target_)                                      \
  {                                                                            \
    .name = name_, .label = label_, .type = SLIP_PROPERTY_REFERENCE,           \
    .target = target_                                                          \
  }
#define INTEGER(name_, label_, minimum_, maximum_)                             \
  {                                                                            \
    .name = name_, .label = label_, .type = SLIP_PROPERTY_INTEGER,             \
    .target = SLIP_KIND_NONE, .minimum = minimum_, .maximum = maximum_         \
  }
#define ENUM(name_, label_, values_)                                           \
  {                                                                            \
    .name = name_, .label = label_, .type = SLIP_PROPERTY_ENUM,                \
    .target = SLIP_KIND_NONE, .values = values_                                \
  }
#define PLAIN(name_, label_, type_)                                            \
  {                                                                            \
    .name = name_, .label = label_, .type = SLIP_PROPERTY_##type_,             \
    .target = SLIP_KIND_NONE                                                   \
  }
#define KIND(name_, label_, owner_, properties_)                               \
  {                                                                            \
    name_, label_, owner_, properties_, G_N_ELEMENTS (properties_), FALSE      \
  }
#define RECORD(name_, label_, owner_, properties_)                             \
  {                                                                            \
    name_, label_, owner_, properties_, G_N_ELEMENTS (properties_), TRUE       \
  }

static const SlipEnumValue statuses[] = {
  { "planned", "status", NC_ ("status", "Planned") },
  { "building", "status", NC_ ("status", "Building") },
  { "ready", "status", NC_ ("status", "Ready") },
  { "rolling-out", "status", NC_ ("status", "Rolling out") },
  { "released", "status", NC_ ("status", "Released") },
  { "on-hold", "status", NC_ ("status", "On hold") },
  { "cancelled", "status", NC_ ("status", "Cancelled") },
  { NULL, NULL, NULL },
};

static const SlipEnumValue certainties[] = {
  { "unscheduled", "certainty", NC_ ("certainty", "Unscheduled") },
  { "confirmed", "certainty", NC_ ("certainty", "Confirmed") },
  { "tentative", "certainty", NC_ ("certainty", "Tentative") },
  { "week", "certainty", NC_ ("certainty", "Some day of the week") },
  { "month", "certainty", NC_ ("certainty", "Some day of the month") },
  { "quarter", "certainty", NC_ ("certainty", "Some day of the quarter") },
  { NULL, NULL, NULL },
};

static const SlipEnumValue sides[] = {
  { "internal", "side", NC_ ("side", "Internal") },
  { "external", "side", NC_ ("side", "External") },
  { NULL, NULL, NULL },
};

static const SlipEnumValue severities[] = {
  { "hard", "severity", NC_ ("severity", "Hard") },
  { "soft", "severity", NC_ ("severity", "Soft") },
  { NULL, NULL, NULL },
};

static const SlipEnumValue repeats[] = {
  { "never", "repeat", NC_ ("repeat", "Never") },
  { "weekly", "repeat", NC_ ("repeat", "Every week") },
  { "yearly", "repeat", NC_ ("repeat", "Every year") },
  { NULL, NULL, NULL },
};

static const SlipEnumValue anchors[] = {
  { "none", "anchor", NC_ ("anchor", "A fixed day") },
  { "release", "anchor", NC_ ("anchor", "Release date") },
  { "deploy", "anchor", NC_ ("anchor", "Deploy date") },
  { "code-complete", "anchor", NC_ ("anchor", "Code complete") },
  { "announce", "anchor", NC_ ("anchor", "Announce date") },
  { "stage", "anchor", NC_ ("anchor", "Start of a stage") },
  { NULL, NULL, NULL },
};

static const SlipEnumValue stage_anchors[] = {
  { "release", "stage anchor", NC_ ("stage anchor", "Release date") },
  { "previous", "stage anchor",
    NC_ ("stage anchor", "End of the stage before") },
  { NULL, NULL, NULL },
};

static const SlipEnumValue units[] = {
  { "calendar-days", "unit", NC_ ("unit", "Calendar days") },
  { "working-days", "unit", NC_ ("unit", "Working days") },
  { NULL, NULL, NULL },
};

static const SlipEnumValue snaps[] = {
  { "none", "snap", NC_ ("snap", "As it falls") },
  { "earlier", "snap", NC_ ("snap", "Earlier working day") },
  { "later", "snap", NC_ ("snap", "Later working day") },
  { NULL, NULL, NULL },
};

static const SlipEnumValue item_states[] = {
  { "to-do", "item", NC_ ("item", "To do") },
  { "doing", "item", NC_ ("item", "Doing") },
  { "done", "item", NC_ ("item", "Done") },
  { "blocked", "item", NC_ ("item", "Blocked") },
  { "not-applicable", "item", NC_ ("item", "Not applicable") },
  { NULL, NULL, NULL },
};

static const SlipEnumValue stage_types[] = {
  { "internal", "stage", NC_ ("stage", "Internal") },
  { "segment", "stage", NC_ ("stage", "Segment") },
  { "percentage", "stage", NC_ ("stage", "Percentage") },
  { "everyone", "stage", NC_ ("stage", "Everyone") },
  { NULL, NULL, NULL },
};

static const SlipEnumValue stage_states[] = {
  { "planned", "stage state", NC_ ("stage state", "Planned") },
  { "active", "stage state", NC_ ("stage state", "Active") },
  { "held", "stage state", NC_ ("stage state", "Held") },
  { "done", "stage state", NC_ ("stage state", "Done") },
  { "rolled-back", "stage state", NC_ ("stage state", "Rolled back") },
  { "skipped", "stage state", NC_ ("stage state", "Skipped") },
  { NULL, NULL, NULL },
};

static const SlipEnumValue advances[] = {
  { "by-hand", "advance", NC_ ("advance", "By hand") },
  { "proposed", "advance", NC_ ("advance", "Proposed when the soak is over") },
  { NULL, NULL, NULL },
};

static const SlipEnumValue criterion_types[] = {
  { "items", "criterion", NC_ ("criterion", "Required items") },
  { "notice", "criterion", NC_ ("criterion", "Notice kept") },
  { "soak", "criterion", NC_ ("criterion", "Soak time over") },
  { "flags", "criterion", NC_ ("criterion", "Flags as expected") },
  { "feed", "criterion", NC_ ("criterion", "Feed says ready") },
  { "no-freeze", "criterion", NC_ ("criterion", "No freeze") },
  { "rollback-plan", "criterion", NC_ ("criterion", "Rollback plan written") },
  { "threshold", "criterion",
    NC_ ("criterion", "Figure within its threshold") },
  { "own", "criterion", NC_ ("criterion", "Own criterion") },
  { NULL, NULL, NULL },
};

static const SlipEnumValue comparisons[] = {
  { "at-most", "comparison", NC_ ("comparison", "At most") },
  { "below", "comparison", NC_ ("comparison", "Below") },
  { "at-least", "comparison", NC_ ("comparison", "At least") },
  { "above", "comparison", NC_ ("comparison", "Above") },
  { NULL, NULL, NULL },
};

static const SlipEnumValue flag_types[] = {
  { "release", "flag", NC_ ("flag", "Release") },
  { "experiment", "flag", NC_ ("flag", "Experiment") },
  { "operations", "flag", NC_ ("flag", "Operations") },
  { "permission", "flag", NC_ ("flag", "Permission") },
  { NULL, NULL, NULL },
};

static const SlipEnumValue flag_states[] = {
  { "unknown", "flag state", NC_ ("flag state", "Unknown") },
  { "off", "flag state", NC_ ("flag state", "Off") },
  { "on", "flag state", NC_ ("flag state", "On") },
  { NULL, NULL, NULL },
};

static const SlipEnumValue decision_types[] = {
  { "go", "decision", NC_ ("decision", "Go") },
  { "conditional-go", "decision", NC_ ("decision", "Conditional go") },
  { "no-go", "decision", NC_ ("decision", "No-go") },
  { "hold", "decision", NC_ ("decision", "Hold") },
  { "resume", "decision", NC_ ("decision", "Resume") },
  { "roll-back", "decision", NC_ ("decision", "Roll back") },
  { "exception", "decision", NC_ ("decision", "Exception from a freeze") },
  { "withdrawn", "decision", NC_ ("decision", "Withdrawn") },
  { "restored", "decision", NC_ ("decision", "Valid again") },
  { NULL, NULL, NULL },
};

static const SlipEnumValue communication_kinds[] = {
  { "heads-up", "communication", NC_ ("communication", "Heads-up") },
  { "training", "communication", NC_ ("communication", "Training") },
  { "brief", "communication", NC_ ("communication", "Brief") },
  { "announcement", "communication", NC_ ("communication", "Announcement") },
  { "change-notice", "communication", NC_ ("communication", "Change notice") },
  { "all-clear", "communication", NC_ ("communication", "All clear") },
  { NULL, NULL, NULL },
};

static const SlipEnumValue secret_types[] = {
  { "none", "secret", NC_ ("secret", "None") },
  { "bearer", "secret", NC_ ("secret", "Token") },
  { "basic", "secret", NC_ ("secret", "Name and password") },
  { "header", "secret", NC_ ("secret", "Header of its own") },
  { NULL, NULL, NULL },
};

static const SlipEnumValue observed_states[] = {
  { "unknown", "observed", NC_ ("observed", "Unknown") },
  { "not_started", "observed", NC_ ("observed", "Not started") },
  { "in_progress", "observed", NC_ ("observed", "In progress") },
  { "on_track", "observed", NC_ ("observed", "On track") },
  { "at_risk", "observed", NC_ ("observed", "At risk") },
  { "off_track", "observed", NC_ ("observed", "Off track") },
  { "blocked", "observed", NC_ ("observed", "Blocked") },
  { "done", "observed", NC_ ("observed", "Done") },
  { "not_needed", "observed", NC_ ("observed", "Not needed") },
  { NULL, NULL, NULL },
};

static const SlipProperty plan_properties[] = {
  TEXT ("name", N_ ("Name"), NAME_LENGTH),
  REFERENCE ("calendar", N_ ("Working days"), SLIP_KIND_WORKING_CALENDAR),
  INTEGER ("max_releases",
           N_ ("Releases in a week that are not too many"),
           1,
           WEEK_LIMIT),
  INTEGER ("max_items",
           N_ ("Items due in a week that are not too many"),
           1,
           WEEK_LIMIT),
};

static const SlipProperty person_properties[] = {
  TEXT ("name", N_ ("Name"), NAME_LENGTH),
  TEXT ("role", N_ ("Role"), NAME_LENGTH),
  TEXT ("email", N_ ("E-mail"), NAME_LENGTH),
  PLAIN ("is_retired", N_ ("Retired"), BOOLEAN),
};

static const SlipProperty away_properties[] = {
  PLAIN ("first_day", N_ ("First day"), DATE),
  PLAIN ("last_day", N_ ("Last day"), DATE),
  TEXT ("note", N_ ("Note"), TEXT_LENGTH),
};

static const SlipProperty working_calendar_properties[] = {
  TEXT ("name", N_ ("Name"), NAME_LENGTH),
  INTEGER ("weekdays", N_ ("Working days"), 0, 127),
};

static const SlipProperty holiday_properties[] = {
  TEXT ("name", N_ ("Name"), NAME_LENGTH),
  PLAIN ("first_day", N_ ("First day"), DATE),
  PLAIN ("last_day", N_ ("Last day"), DATE),
  PLAIN ("is_yearly", N_ ("Every year"), BOOLEAN),
};

static const SlipProperty product_properties[] = {
  TEXT ("name", N_ ("Name"), NAME_LENGTH),
  TEXT ("short_name", N_ ("Short name"), NAME_LENGTH),
  TEXT ("color", N_ ("Colour"), 7),
  REFERENCE ("owner_person", N_ ("Owner"), SLIP_KIND_PERSON),
  REFERENCE ("calendar", N_ ("Working days"), SLIP_KIND_WORKING_CALENDAR),
  TEXT ("rank", N_ ("Order"), NAME_LENGTH),
  PLAIN ("is_retired", N_ ("Retired"), BOOLEAN),
};

static const SlipProperty audience_properties[] = {
  TEXT ("name", N_ ("Name"), NAME_LENGTH),
  ENUM ("side", N_ ("Side"), sides),
  INTEGER ("notice_days", N_ ("Notice in working days"), 0, DAYS_LIMIT),
  REFERENCE ("owner_person", N_ ("Default owner"), SLIP_KIND_PERSON),
  TEXT ("rank", N_ ("Order"), NAME_LENGTH),
  PLAIN ("is_retired", N_ ("Retired"), BOOLEAN),
};

static const SlipProperty freeze_properties[] = {
  TEXT ("name", N_ ("Name"), NAME_LENGTH),
  ENUM ("severity", N_ ("Severity"), severities),
  PLAIN ("first_day", N_ ("First day"), DATE),
  PLAIN ("last_day", N_ ("Last day"), DATE),
  ENUM ("repeat", N_ ("Repeats"), repeats),
  INTEGER ("weekdays", N_ ("Weekdays"), 0, 127),
  INTEGER ("months", N_ ("Months"), 0, 4095),
  PLAIN ("until", N_ ("Until"), DATE),
  TEXT ("note", N_ ("Note"), TEXT_LENGTH),
};

static const SlipProperty freeze_product_properties[] = {
  REFERENCE ("product", N_ ("Product"), SLIP_KIND_PRODUCT),
};

static const SlipProperty freeze_audience_properties[] = {
  REFERENCE ("audience", N_ ("Audience"), SLIP_KIND_AUDIENCE),
};

static const SlipProperty key_date_properties[] = {
  TEXT ("name", N_ ("Name"), NAME_LENGTH),
  PLAIN ("first_day", N_ ("First day"), DATE),
  PLAIN ("last_day", N_ ("Last day"), DATE),
  REFERENCE ("product", N_ ("Product"), SLIP_KIND_PRODUCT),
  TEXT ("note", N_ ("Note"), TEXT_LENGTH),
};

static const SlipProperty template_properties[] = {
  TEXT ("name", N_ ("Name"), NAME_LENGTH),
  TEXT ("summary", N_ ("Summary"), TEXT_LENGTH),
  INTEGER ("tier", N_ ("Tier"), 1, 3),
  REFERENCE ("product", N_ ("Product"), SLIP_KIND_PRODUCT),
  TEXT ("rank", N_ ("Order"), NAME_LENGTH),
  PLAIN ("is_retired", N_ ("Retired"), BOOLEAN),
};

static const SlipProperty template_audience_properties[] = {
  REFERENCE ("audience", N_ ("Audience"), SLIP_KIND_AUDIENCE),
  TEXT ("owner_role", N_ ("Role that owns it"), NAME_LENGTH),
  TEXT ("rank", N_ ("Order"), NAME_LENGTH),
};

static const SlipProperty template_item_properties[] = {
  REFERENCE ("audience", N_ ("Audience"), SLIP_KIND_TEMPLATE_AUDIENCE),
  TEXT ("title", N_ ("Title"), NAME_LENGTH),
  PLAIN ("is_required", N_ ("Required"), BOOLEAN),
  PLAIN ("needs_evidence", N_ ("Needs evidence"), BOOLEAN),
  TEXT ("owner_role", N_ ("Role that owns it"), NAME_LENGTH),
  ENUM ("due_anchor", N_ ("Due relative to"), anchors),
  REFERENCE ("due_stage", N_ ("Stage"), SLIP_KIND_TEMPLATE_STAGE),
  INTEGER ("due_offset", N_ ("Due offset"), -DAYS_LIMIT, DAYS_LIMIT),
  ENUM ("due_unit", N_ ("Unit"), units),
  ENUM ("due_snap", N_ ("Snap"), snaps),
  TEXT ("note", N_ ("Note"), TEXT_LENGTH),
  TEXT ("rank", N_ ("Order"), NAME_LENGTH),
};

static const SlipProperty template_stage_properties[] = {
  TEXT ("name", N_ ("Name"), NAME_LENGTH),
  ENUM ("type", N_ ("Type"), stage_types),
  INTEGER ("share", N_ ("Share in hundredths of a percent"), 0, 10000),
  TEXT ("segment", N_ ("Segment"), TEXT_LENGTH),
  PLAIN ("is_launch", N_ ("Launch stage"), BOOLEAN),
  ENUM ("start_anchor", N_ ("Starts relative to"), stage_anchors),
  INTEGER ("start_offset", N_ ("Start offset"), -DAYS_LIMIT, DAYS_LIMIT),
  ENUM ("start_unit", N_ ("Unit"), units),
  INTEGER ("length_days", N_ ("Length in days"), 0, DAYS_LIMIT),
  INTEGER ("soak_hours", N_ ("Soak in hours"), 0, 24 * DAYS_LIMIT),
  TEXT ("rank", N_ ("Order"), NAME_LENGTH),
  ENUM ("advance", N_ ("Going wider"), advances),
};

static const SlipProperty release_properties[] = {
  REFERENCE ("product", N_ ("Product"), SLIP_KIND_PRODUCT),
  TEXT ("name", N_ ("Name"), NAME_LENGTH),
  TEXT ("version", N_ ("Version"), NAME_LENGTH),
  TEXT ("summary", N_ ("Summary"), TEXT_LENGTH),
  INTEGER ("tier", N_ ("Tier"), 1, 3),
  ENUM ("status", N_ ("Status"), statuses),
  REFERENCE ("owner_person", N_ ("Owner"), SLIP_KIND_PERSON),
  REFERENCE ("market_owner", N_ ("Go-to-market owner"), SLIP_KIND_PERSON),
  PLAIN ("release_date", N_ ("Release date"), DATE),
  ENUM ("release_certainty", N_ ("Release date certainty"), certainties),
  PLAIN ("deploy_date", N_ ("Deploy date"), DATE),
  ENUM ("deploy_certainty", N_ ("Deploy date certainty"), certainties),
  PLAIN ("deploy_is_pinned", N_ ("Deploy date pinned"), BOOLEAN),
  INTEGER ("deploy_offset",
           N_ ("Deploy date, days after the release"),
           -DAYS_LIMIT,
           DAYS_LIMIT),
  PLAIN ("code_complete_date", N_ ("Code complete"), DATE),
  ENUM ("code_complete_certainty", N_ ("Code complete certainty"), certainties),
  PLAIN ("code_complete_is_pinned", N_ ("Code complete pinned"), BOOLEAN),
  INTEGER ("code_complete_offset",
           N_ ("Code complete, days after the release"),
           -DAYS_LIMIT,
           DAYS_LIMIT),
  PLAIN ("announce_date", N_ ("Announce date"), DATE),
  ENUM ("announce_certainty", N_ ("Announce date certainty"), certainties),
  PLAIN ("announce_is_pinned", N_ ("Announce date pinned"), BOOLEAN),
  INTEGER ("announce_offset",
           N_ ("Announce date, days after the release"),
           -DAYS_LIMIT,
           DAYS_LIMIT),
  PLAIN ("first_planned_date", N_ ("First planned for"), DATE),
  TEXT ("rank", N_ ("Order"), NAME_LENGTH),
  TEXT ("changes", N_ ("What changes"), TEXT_LENGTH),
  TEXT ("affected", N_ ("Affected segments"), TEXT_LENGTH),
  TEXT ("affected_customers", N_ ("Affected customers"), TEXT_LENGTH),
  TEXT ("affected_integrations",
        N_ ("Integrations that could break"),
        TEXT_LENGTH),
  TEXT ("action", N_ ("What they must do"), TEXT_LENGTH),
  TEXT ("contact", N_ ("Whom to ask"), TEXT_LENGTH),
  TEXT ("rollback_plan", N_ ("Rollback plan"), TEXT_LENGTH),
  REFERENCE ("template", N_ ("Template"), SLIP_KIND_TEMPLATE),
  PLAIN ("is_deleted", N_ ("Deleted"), BOOLEAN),
  TEXT ("import_source", N_ ("Imported from"), NAME_LENGTH),
  TEXT ("import_uid", N_ ("Id in the imported file"), TEXT_LENGTH),
  TEXT ("import_name", N_ ("Name in the imported file"), NAME_LENGTH),
  PLAIN ("import_date", N_ ("Date in the imported file"), DATE),
  TEXT ("import_summary", N_ ("Summary in the imported file"), TEXT_LENGTH),
};

static const SlipProperty link_properties[] = {
  TEXT ("title", N_ ("Title"), NAME_LENGTH),
  TEXT ("uri", N_ ("Address"), TEXT_LENGTH),
  TEXT ("rank", N_ ("Order"), NAME_LENGTH),
};

static const SlipProperty dependency_properties[] = {
  REFERENCE ("on_release", N_ ("Depends on"), SLIP_KIND_RELEASE),
  INTEGER ("lag_days", N_ ("Days after it"), 0, DAYS_LIMIT),
  TEXT ("note", N_ ("Note"), TEXT_LENGTH),
};

static const SlipProperty checklist_properties[] = {
  REFERENCE ("audience", N_ ("Audience"), SLIP_KIND_AUDIENCE),
  REFERENCE ("owner_person", N_ ("Owner"), SLIP_KIND_PERSON),
  PLAIN ("is_not_needed", N_ ("Not needed"), BOOLEAN),
  TEXT ("reason", N_ ("Reason"), TEXT_LENGTH),
};

static const SlipProperty stage_properties[] = {
  TEXT ("name", N_ ("Name"), NAME_LENGTH),
  ENUM ("type", N_ ("Type"), stage_types),
  INTEGER ("share", N_ ("Share in hundredths of a percent"), 0, 10000),
  TEXT ("segment", N_ ("Segment"), TEXT_LENGTH),
  INTEGER ("people", N_ ("Expected people"), 0, G_MAXINT64),
  PLAIN ("is_launch", N_ ("Launch stage"), BOOLEAN),
  ENUM ("state", N_ ("State"), stage_states),
  PLAIN ("planned_start", N_ ("Planned start"), DATE),
  PLAIN ("planned_end", N_ ("Planned end"), DATE),
  PLAIN ("started_at", N_ ("Started"), INSTANT),
  PLAIN ("ended_at", N_ ("Ended"), INSTANT),
  ENUM ("start_anchor", N_ ("Starts relative to"), stage_anchors),
  INTEGER ("start_offset", N_ ("Start offset"), -DAYS_LIMIT, DAYS_LIMIT),
  ENUM ("start_unit", N_ ("Unit"), units),
  PLAIN ("start_is_pinned", N_ ("Start pinned"), BOOLEAN),
  INTEGER ("length_days", N_ ("Length in days"), 0, DAYS_LIMIT),
  INTEGER ("soak_hours", N_ ("Soak in hours"), 0, 24 * DAYS_LIMIT),
  TEXT ("rank", N_ ("Order"), NAME_LENGTH),
  ENUM ("advance", N_ ("Going wider"), advances),
  PLAIN ("expected_end", N_ ("Expected end"), DATE),
  PLAIN ("held_at", N_ ("Held since"), INSTANT),
  INTEGER ("paused_seconds", N_ ("Paused in seconds"), 0, SECONDS_LIMIT),
};

static const SlipProperty item_properties[] = {
  REFERENCE ("checklist", N_ ("Checklist"), SLIP_KIND_CHECKLIST),
  TEXT ("title", N_ ("Title"), NAME_LENGTH),
  PLAIN ("is_required", N_ ("Required"), BOOLEAN),
  ENUM ("state", N_ ("State"), item_states),
  TEXT ("state_note", N_ ("Blocked by, or why not applicable"), TEXT_LENGTH),
  REFERENCE ("owner_person", N_ ("Owner"), SLIP_KIND_PERSON),
  PLAIN ("due_date", N_ ("Due"), DATE),
  ENUM ("due_anchor", N_ ("Due relative to"), anchors),
  REFERENCE ("due_stage", N_ ("Stage"), SLIP_KIND_STAGE),
  INTEGER ("due_offset", N_ ("Due offset"), -DAYS_LIMIT, DAYS_LIMIT),
  ENUM ("due_unit", N_ ("Unit"), units),
  ENUM ("due_snap", N_ ("Snap"), snaps),
  PLAIN ("due_is_pinned", N_ ("Due date pinned"), BOOLEAN),
  PLAIN ("due_was", N_ ("Due date before it was pinned"), DATE),
  PLAIN ("needs_evidence", N_ ("Needs evidence"), BOOLEAN),
  TEXT ("evidence", N_ ("Evidence"), TEXT_LENGTH),
  TEXT ("note", N_ ("Note"), TEXT_LENGTH),
  TEXT ("rank", N_ ("Order"), NAME_LENGTH),
  TEXT ("origin", N_ ("Item of the template it came from"), NAME_LENGTH),
};

static const SlipProperty criterion_properties[] = {
  REFERENCE ("stage", N_ ("Stage"), SLIP_KIND_STAGE),
  ENUM ("type", N_ ("Type"), criterion_types),
  REFERENCE ("audience", N_ ("Audience"), SLIP_KIND_AUDIENCE),
  TEXT ("text", N_ ("Text"), TEXT_LENGTH),
  PLAIN ("is_must", N_ ("Must"), BOOLEAN),
  PLAIN ("is_ticked", N_ ("Ticked"), BOOLEAN),
  TEXT ("threshold", N_ ("Threshold"), NAME_LENGTH),
  TEXT ("waiver_reason", N_ ("Reason of the waiver"), TEXT_LENGTH),
  REFERENCE ("waiver_person", N_ ("Waived by"), SLIP_KIND_PERSON),
  PLAIN ("waiver_until", N_ ("Waived until"), DATE),
  TEXT ("rank", N_ ("Order"), NAME_LENGTH),
  ENUM ("comparison", N_ ("Compared with the threshold"), comparisons),
  TEXT ("figure", N_ ("Figure"), NAME_LENGTH),
  PLAIN ("figure_at", N_ ("Figure as of"), INSTANT),
  TEXT ("figure_source", N_ ("Source of the figure"), NAME_LENGTH),
};

static const SlipProperty flag_properties[] = {
  TEXT ("key", N_ ("Key"), NAME_LENGTH),
  TEXT ("environment", N_ ("Environment"), NAME_LENGTH),
  REFERENCE ("owner_person", N_ ("Owner"), SLIP_KIND_PERSON),
  PLAIN ("is_permanent", N_ ("Permanent"), BOOLEAN),
  TEXT ("note", N_ ("Note"), TEXT_LENGTH),
  ENUM ("type", N_ ("Kind"), flag_types),
  ENUM ("observed", N_ ("Observed state"), flag_states),
  INTEGER ("observed_share",
           N_ ("Observed share in hundredths of a percent"),
           0,
           10000),
  TEXT ("observed_source", N_ ("Source of what was observed"), NAME_LENGTH),
  PLAIN ("observed_at", N_ ("Observed"), INSTANT),
};

static const SlipProperty flag_stage_properties[] = {
  REFERENCE ("flag", N_ ("Feature flag"), SLIP_KIND_FLAG),
  REFERENCE ("stage", N_ ("Stage"), SLIP_KIND_STAGE),
  PLAIN ("is_on", N_ ("On"), BOOLEAN),
  INTEGER ("share", N_ ("Share in hundredths of a percent"), 0, 10000),
};

static const SlipProperty communication_properties[] = {
  REFERENCE ("audience", N_ ("Audience"), SLIP_KIND_AUDIENCE),
  ENUM ("type", N_ ("Kind"), communication_kinds),
  PLAIN ("planned_date", N_ ("Planned for"), DATE),
  ENUM ("planned_anchor", N_ ("Planned relative to"), anchors),
  REFERENCE ("planned_stage", N_ ("Stage"), SLIP_KIND_STAGE),
  INTEGER ("planned_offset", N_ ("Offset"), -DAYS_LIMIT, DAYS_LIMIT),
  ENUM ("planned_unit", N_ ("Unit"), units),
  ENUM ("planned_snap", N_ ("Snap"), snaps),
  PLAIN ("planned_is_pinned", N_ ("Planned date pinned"), BOOLEAN),
  PLAIN ("planned_was", N_ ("Planned date before it was pinned"), DATE),
  PLAIN ("sent_at", N_ ("Sent"), INSTANT),
  REFERENCE ("sent_by", N_ ("Sent by"), SLIP_KIND_PERSON),
  TEXT ("channel", N_ ("How"), NAME_LENGTH),
  PLAIN ("date_told", N_ ("Date they were told"), DATE),
  PLAIN ("confirmed_at", N_ ("Confirmed"), INSTANT),
  TEXT ("confirmed_by", N_ ("Confirmed by"), NAME_LENGTH),
  TEXT ("note", N_ ("Note"), TEXT_LENGTH),
};

/* Everything is written out: a record refers to nothing that could be renamed
 * or go. */
static const SlipProperty decision_properties[] = {
  ENUM ("type", N_ ("Decision"), decision_types),
  PLAIN ("at", N_ ("Decided"), INSTANT),
  TEXT ("release_name", N_ ("Release"), NAME_LENGTH),
  TEXT ("stage", N_ ("Id of the stage"), NAME_LENGTH),
  TEXT ("stage_name", N_ ("Stage"), NAME_LENGTH),
  TEXT ("person", N_ ("Id of the person"), NAME_LENGTH),
  TEXT ("person_name", N_ ("Decided by"), NAME_LENGTH),
  TEXT ("asked_by", N_ ("Asked by"), NAME_LENGTH),
  TEXT ("opinions", N_ ("Who else was asked"), TEXT_LENGTH),
  TEXT ("reason", N_ ("Reason"), TEXT_LENGTH),
  TEXT ("conditions", N_ ("Conditions"), TEXT_LENGTH),
  TEXT ("to_stage", N_ ("Id of the stage it goes back to"), NAME_LENGTH),
  TEXT ("to_stage_name", N_ ("Back to"), NAME_LENGTH),
  PLAIN ("review_day", N_ ("Look again on"), DATE),
  PLAIN ("until", N_ ("Valid until"), DATE),
  TEXT ("subject", N_ ("Id of what it is about"), NAME_LENGTH),
  TEXT ("subject_name", N_ ("What it is about"), NAME_LENGTH),
  TEXT ("evidence", N_ ("The gate at that time"), EVIDENCE_LENGTH),
};

static const SlipProperty session_properties[] = {
  TEXT ("name", N_ ("Name"), NAME_LENGTH),
  TEXT ("attendees", N_ ("Who is there"), TEXT_LENGTH),
  PLAIN ("began_at", N_ ("Began"), INSTANT),
  PLAIN ("ended_at", N_ ("Ended"), INSTANT),
};

static const SlipProperty question_properties[] = {
  TEXT ("text", N_ ("Question"), TEXT_LENGTH),
  REFERENCE ("release", N_ ("Release"), SLIP_KIND_RELEASE),
  REFERENCE ("owner_person", N_ ("Owner"), SLIP_KIND_PERSON),
  TEXT ("answer", N_ ("Answer"), TEXT_LENGTH),
};

static const SlipProperty feed_properties[] = {
  TEXT ("name", N_ ("Name"), NAME_LENGTH),
  TEXT ("address", N_ ("Address"), ADDRESS_LENGTH),
  TEXT ("adapter", N_ ("Form of the answers"), NAME_LENGTH),
  INTEGER ("interval_minutes",
           N_ ("Asked every so many minutes"),
           1,
           MINUTES_LIMIT),
  PLAIN ("is_enabled", N_ ("Asked by itself"), BOOLEAN),
  ENUM ("secret_type", N_ ("Secret"), secret_types),
  TEXT ("secret_name", N_ ("Name that goes with the secret"), NAME_LENGTH),
  TEXT ("list_pointer", N_ ("Where the list is"), NAME_LENGTH),
  TEXT ("release_pointer", N_ ("Where the release is"), NAME_LENGTH),
  TEXT ("audience_pointer", N_ ("Where the audience is"), NAME_LENGTH),
  TEXT ("state_pointer", N_ ("Where the state is"), NAME_LENGTH),
  TEXT ("text_pointer", N_ ("Where the text is"), NAME_LENGTH),
  TEXT ("owner_pointer", N_ ("Where the owner is"), NAME_LENGTH),
  TEXT ("done_pointer",
        N_ ("Where the number of what is done is"),
        NAME_LENGTH),
  TEXT ("total_pointer", N_ ("Where the number of all is"), NAME_LENGTH),
  TEXT ("updated_at_pointer", N_ ("Where the time is"), NAME_LENGTH),
  TEXT ("url_pointer", N_ ("Where the address of a page is"), NAME_LENGTH),
  TEXT ("next_pointer", N_ ("Where the next page is"), NAME_LENGTH),
  TEXT ("fixed_release", N_ ("Release of what names none"), NAME_LENGTH),
  TEXT ("fixed_audience", N_ ("Audience of what names none"), NAME_LENGTH),
};

static const SlipProperty feed_alias_properties[] = {
  TEXT ("text", N_ ("What the feed says"), TEXT_LENGTH),
  REFERENCE ("release", N_ ("Release"), SLIP_KIND_RELEASE),
  REFERENCE ("audience", N_ ("Audience"), SLIP_KIND_AUDIENCE),
};

static const SlipProperty feed_word_properties[] = {
  TEXT ("word", N_ ("What the feed says"), TEXT_LENGTH),
  ENUM ("state", N_ ("State"), observed_states),
};

const SlipKindInfo slip_schema_table[SLIP_N_KINDS] = {
  [SLIP_KIND_PLAN] =
    KIND ("plan", N_ ("Plan"), SLIP_KIND_NONE, plan_properties),
  [SLIP_KIND_PERSON] =
    KIND ("person", N_ ("Person"), SLIP_KIND_NONE, person_properties),
  [SLIP_KIND_AWAY] =
    KIND ("away", N_ ("Away"), SLIP_KIND_PERSON, away_properties),
  [SLIP_KIND_WORKING_CALENDAR] = KIND ("working_calendar",
                                       N_ ("Working calendar"),
                                       SLIP_KIND_NONE,
                                       working_calendar_properties),
  [SLIP_KIND_HOLIDAY] = KIND ("holiday",
                              N_ ("Holiday"),
                              SLIP_KIND_WORKING_CALENDAR,
                              holiday_properties),
  [SLIP_KIND_PRODUCT] =
    KIND ("product", N_ ("Product"), SLIP_KIND_NONE, product_properties),
  [SLIP_KIND_AUDIENCE] =
    KIND ("audience", N_ ("Audience"), SLIP_KIND_NONE, audience_properties),
  [SLIP_KIND_FREEZE] =
    KIND ("freeze", N_ ("Freeze"), SLIP_KIND_NONE, freeze_properties),
  [SLIP_KIND_FREEZE_PRODUCT] = KIND ("freeze_product",
                                     N_ ("Product of a freeze"),
                                     SLIP_KIND_FREEZE,
                                     freeze_product_properties),
  [SLIP_KIND_FREEZE_AUDIENCE] = KIND ("freeze_audience",
                                      N_ ("Audience of a freeze"),
                                      SLIP_KIND_FREEZE,
                                      freeze_audience_properties),
  [SLIP_KIND_KEY_DATE] =
    KIND ("key_date", N_ ("Key date"), SLIP_KIND_NONE, key_date_properties),
  [SLIP_KIND_TEMPLATE] =
    KIND ("template", N_ ("Template"), SLIP_KIND_NONE, template_properties),
  [SLIP_KIND_TEMPLATE_AUDIENCE] = KIND ("template_audience",
                                        N_ ("Audience of a template"),
                                        SLIP_KIND_TEMPLATE,
                                        template_audience_properties),
  [SLIP_KIND_TEMPLATE_ITEM] = KIND ("template_item",
                                    N_ ("Item of a template"),
                                    SLIP_KIND_TEMPLATE,
                                    template_item_properties),
  [SLIP_KIND_TEMPLATE_STAGE] = KIND ("template_stage",
                                     N_ ("Stage of a template"),
                                     SLIP_KIND_TEMPLATE,
                                     template_stage_properties),
  [SLIP_KIND_RELEASE] =
    KIND ("release", N_ ("Release"), SLIP_KIND_NONE, release_properties),
  [SLIP_KIND_LINK] =
    KIND ("link", N_ ("Link"), SLIP_KIND_RELEASE, link_properties),
  [SLIP_KIND_DEPENDENCY] = KIND ("dependency",
                                 N_ ("Dependency"),
                                 SLIP_KIND_RELEASE,
                                 dependency_properties),
  [SLIP_KIND_CHECKLIST] = KIND ("checklist",
                                N_ ("Checklist"),
                                SLIP_KIND_RELEASE,
                                checklist_properties),
  [SLIP_KIND_STAGE] =
    KIND ("stage", N_ ("Rollout stage"), SLIP_KIND_RELEASE, stage_properties),
  [SLIP_KIND_ITEM] =
    KIND ("item", N_ ("Item"), SLIP_KIND_RELEASE, item_properties),
  [SLIP_KIND_CRITERION] = KIND ("criterion",
                                N_ ("Criterion"),
                                SLIP_KIND_RELEASE,
                                criterion_properties),
  [SLIP_KIND_FLAG] =
    KIND ("flag", N_ ("Feature flag"), SLIP_KIND_RELEASE, flag_properties),
  [SLIP_KIND_FLAG_STAGE] = KIND ("flag_stage",
                                 N_ ("State of a feature flag"),
                                 SLIP_KIND_RELEASE,
                                 flag_stage_properties),
  [SLIP_KIND_COMMUNICATION] = KIND ("communication",
                                    N_ ("Communication"),
                                    SLIP_KIND_RELEASE,
                                    communication_properties),
  [SLIP_KIND_DECISION] = RECORD ("decision",
                                 N_ ("Decision"),
                                 SLIP_KIND_RELEASE,
                                 decision_properties),
  [SLIP_KIND_SESSION] = KIND ("session",
                              N_ ("Planning session"),
                              SLIP_KIND_NONE,
                              session_properties),
  [SLIP_KIND_QUESTION] = KIND ("question",
                               N_ ("Open question"),
                               SLIP_KIND_SESSION,
                               question_properties),
  [SLIP_KIND_FEED] =
    KIND ("feed", N_ ("Status feed"), SLIP_KIND_NONE, feed_properties),
  [SLIP_KIND_FEED_ALIAS] = KIND ("feed_alias",
                                 N_ ("Mapping of a status feed"),
                                 SLIP_KIND_FEED,
                                 feed_alias_properties),
  [SLIP_KIND_FEED_WORD] = KIND ("feed_word",
                                N_ ("Word of a status feed"),
                                SLIP_KIND_FEED,
                                feed_word_properties),
};
