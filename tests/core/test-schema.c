/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-properties.h"
#include "slip-schema.h"

#include <string.h>

/* The indices that the program uses, and the names that files use. */
static const struct {
  SlipKind kind;
  guint n_properties;
  const char *names;
} indexed_kinds[] = {
  { SLIP_KIND_PLAN, SLIP_PLAN_N_PROPERTIES,
    "name calendar max_releases max_items" },
  { SLIP_KIND_PERSON, SLIP_PERSON_N_PROPERTIES, "name role email is_retired" },
  { SLIP_KIND_AWAY, SLIP_AWAY_N_PROPERTIES, "first_day last_day note" },
  { SLIP_KIND_WORKING_CALENDAR, SLIP_WORKING_CALENDAR_N_PROPERTIES,
    "name weekdays" },
  { SLIP_KIND_HOLIDAY, SLIP_HOLIDAY_N_PROPERTIES,
    "name first_day last_day is_yearly" },
  { SLIP_KIND_PRODUCT, SLIP_PRODUCT_N_PROPERTIES,
    "name short_name color owner_person calendar rank is_retired" },
  { SLIP_KIND_AUDIENCE, SLIP_AUDIENCE_N_PROPERTIES,
    "name side notice_days owner_person rank is_retired" },
  { SLIP_KIND_FREEZE, SLIP_FREEZE_N_PROPERTIES,
    "name severity first_day last_day repeat weekdays months until note" },
  { SLIP_KIND_FREEZE_PRODUCT, SLIP_FREEZE_PRODUCT_N_PROPERTIES, "product" },
  { SLIP_KIND_FREEZE_AUDIENCE, SLIP_FREEZE_AUDIENCE_N_PROPERTIES, "audience" },
  { SLIP_KIND_KEY_DATE, SLIP_KEY_DATE_N_PROPERTIES,
    "name first_day last_day product note" },
  { SLIP_KIND_RELEASE, SLIP_RELEASE_N_PROPERTIES,
    "product name version summary tier status owner_person market_owner "
    "release_date release_certainty deploy_date deploy_certainty "
    "deploy_is_pinned deploy_offset code_complete_date "
    "code_complete_certainty code_complete_is_pinned code_complete_offset "
    "announce_date announce_certainty announce_is_pinned announce_offset "
    "first_planned_date rank changes affected affected_customers "
    "affected_integrations action contact rollback_plan template "
    "is_deleted import_source import_uid import_name import_date "
    "import_summary" },
  { SLIP_KIND_TEMPLATE, SLIP_TEMPLATE_N_PROPERTIES,
    "name summary tier product rank is_retired" },
  { SLIP_KIND_TEMPLATE_AUDIENCE, SLIP_TEMPLATE_AUDIENCE_N_PROPERTIES,
    "audience owner_role rank" },
  { SLIP_KIND_TEMPLATE_ITEM, SLIP_TEMPLATE_ITEM_N_PROPERTIES,
    "audience title is_required needs_evidence owner_role due_anchor due_stage "
    "due_offset due_unit due_snap note rank" },
  { SLIP_KIND_TEMPLATE_STAGE, SLIP_TEMPLATE_STAGE_N_PROPERTIES,
    "name type share segment is_launch start_anchor start_offset start_unit "
    "length_days soak_hours rank advance" },
  { SLIP_KIND_LINK, SLIP_LINK_N_PROPERTIES, "title uri rank" },
  { SLIP_KIND_CHECKLIST, SLIP_CHECKLIST_N_PROPERTIES,
    "audience owner_person is_not_needed reason" },
  { SLIP_KIND_STAGE, SLIP_STAGE_N_PROPERTIES,
    "name type share segment people is_launch state planned_start planned_end "
    "started_at ended_at start_anchor start_offset start_unit start_is_pinned "
    "length_days soak_hours rank advance expected_end held_at "
    "paused_seconds" },
  { SLIP_KIND_ITEM, SLIP_ITEM_N_PROPERTIES,
    "checklist title is_required state state_note owner_person due_date "
    "due_anchor due_stage due_offset due_unit due_snap due_is_pinned due_was "
    "needs_evidence evidence note rank origin" },
  { SLIP_KIND_COMMUNICATION, SLIP_COMMUNICATION_N_PROPERTIES,
    "audience type planned_date planned_anchor planned_stage planned_offset "
    "planned_unit planned_snap planned_is_pinned planned_was sent_at sent_by "
    "channel date_told confirmed_at confirmed_by note" },
  { SLIP_KIND_DEPENDENCY, SLIP_DEPENDENCY_N_PROPERTIES,
    "on_release lag_days note" },
  { SLIP_KIND_CRITERION, SLIP_CRITERION_N_PROPERTIES,
    "stage type audience text is_must is_ticked threshold waiver_reason "
    "waiver_person waiver_until rank comparison figure figure_at "
    "figure_source" },
  { SLIP_KIND_FLAG, SLIP_FLAG_N_PROPERTIES,
    "key environment owner_person is_permanent note type observed "
    "observed_share observed_source observed_at" },
  { SLIP_KIND_FLAG_STAGE, SLIP_FLAG_STAGE_N_PROPERTIES,
    "flag stage is_on share" },
  { SLIP_KIND_SESSION, SLIP_SESSION_N_PROPERTIES,
    "name attendees began_at ended_at" },
  { SLIP_KIND_QUESTION, SLIP_QUESTION_N_PROPERTIES,
    "text release owner_person answer" },
  { SLIP_KIND_DECISION, SLIP_DECISION_N_PROPERTIES,
    "type at release_name stage stage_name person person_name asked_by "
    "opinions reason conditions to_stage to_stage_name review_day until "
    "subject subject_name evidence" },
  { SLIP_KIND_FEED, SLIP_FEED_N_PROPERTIES,
    "name address adapter interval_minutes is_enabled secret_type secret_name "
    "list_pointer release_pointer audience_pointer state_pointer text_pointer "
    "owner_pointer done_pointer total_pointer updated_at_pointer url_pointer "
    "next_pointer fixed_release fixed_audience" },
  { SLIP_KIND_FEED_ALIAS, SLIP_FEED_ALIAS_N_PROPERTIES,
    "text release audience" },
  { SLIP_KIND_FEED_WORD, SLIP_FEED_WORD_N_PROPERTIES, "word state" },
};

static void
test_indices_are_the_names (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (indexed_kinds); i++) {
    const SlipKindInfo *info = slip_schema_get (indexed_kinds[i].kind);
    g_auto (GStrv) names = g_strsplit (indexed_kinds[i].names, " ", -1);

    g_assert_cmpuint (info->n_properties, ==, indexed_kinds[i].n_properties);
    g_assert_cmpuint (g_strv_length (names), ==, info->n_properties);
    for (guint j = 0; j < info->n_properties; j++)
      g_assert_cmpstr (info->properties[j].name, ==, names[j]);
  }
}

/* One index of each run, held against its name: a swap in the enumeration
 * alone would go unseen above. */
static const struct {
  SlipKind kind;
  guint property;
  const char *name;
} indexed_properties[] = {
  { SLIP_KIND_PLAN, SLIP_PLAN_CALENDAR, "calendar" },
  { SLIP_KIND_PERSON, SLIP_PERSON_EMAIL, "email" },
  { SLIP_KIND_PERSON, SLIP_PERSON_IS_RETIRED, "is_retired" },
  { SLIP_KIND_HOLIDAY, SLIP_HOLIDAY_IS_YEARLY, "is_yearly" },
  { SLIP_KIND_PRODUCT, SLIP_PRODUCT_COLOR, "color" },
  { SLIP_KIND_PRODUCT, SLIP_PRODUCT_OWNER, "owner_person" },
  { SLIP_KIND_PRODUCT, SLIP_PRODUCT_CALENDAR, "calendar" },
  { SLIP_KIND_PRODUCT, SLIP_PRODUCT_RANK, "rank" },
  { SLIP_KIND_AUDIENCE, SLIP_AUDIENCE_SIDE, "side" },
  { SLIP_KIND_AUDIENCE, SLIP_AUDIENCE_NOTICE_DAYS, "notice_days" },
  { SLIP_KIND_FREEZE, SLIP_FREEZE_SEVERITY, "severity" },
  { SLIP_KIND_FREEZE, SLIP_FREEZE_REPEAT, "repeat" },
  { SLIP_KIND_FREEZE, SLIP_FREEZE_WEEKDAYS, "weekdays" },
  { SLIP_KIND_FREEZE, SLIP_FREEZE_MONTHS, "months" },
  { SLIP_KIND_FREEZE, SLIP_FREEZE_UNTIL, "until" },
  { SLIP_KIND_KEY_DATE, SLIP_KEY_DATE_PRODUCT, "product" },
  { SLIP_KIND_RELEASE, SLIP_RELEASE_TIER, "tier" },
  { SLIP_KIND_RELEASE, SLIP_RELEASE_STATUS, "status" },
  { SLIP_KIND_RELEASE, SLIP_RELEASE_OWNER, "owner_person" },
  { SLIP_KIND_RELEASE, SLIP_RELEASE_MARKET_OWNER, "market_owner" },
  { SLIP_KIND_RELEASE, SLIP_RELEASE_RELEASE_DATE, "release_date" },
  { SLIP_KIND_RELEASE, SLIP_RELEASE_RELEASE_CERTAINTY, "release_certainty" },
  { SLIP_KIND_RELEASE, SLIP_RELEASE_DEPLOY_DATE, "deploy_date" },
  { SLIP_KIND_RELEASE, SLIP_RELEASE_DEPLOY_CERTAINTY, "deploy_certainty" },
  { SLIP_KIND_RELEASE, SLIP_RELEASE_DEPLOY_IS_PINNED, "deploy_is_pinned" },
  { SLIP_KIND_RELEASE, SLIP_RELEASE_CODE_COMPLETE_DATE, "code_complete_date" },
  { SLIP_KIND_RELEASE, SLIP_RELEASE_CODE_COMPLETE_IS_PINNED,
    "code_complete_is_pinned" },
  { SLIP_KIND_RELEASE, SLIP_RELEASE_ANNOUNCE_DATE, "announce_date" },
  { SLIP_KIND_RELEASE, SLIP_RELEASE_ANNOUNCE_IS_PINNED, "announce_is_pinned" },
  { SLIP_KIND_RELEASE, SLIP_RELEASE_FIRST_PLANNED_DATE, "first_planned_date" },
  { SLIP_KIND_RELEASE, SLIP_RELEASE_RANK, "rank" },
  { SLIP_KIND_RELEASE, SLIP_RELEASE_CONTACT, "contact" },
  { SLIP_KIND_RELEASE, SLIP_RELEASE_TEMPLATE, "template" },
  { SLIP_KIND_RELEASE, SLIP_RELEASE_IS_DELETED, "is_deleted" },
  { SLIP_KIND_RELEASE, SLIP_RELEASE_IMPORT_UID, "import_uid" },
  { SLIP_KIND_RELEASE, SLIP_RELEASE_IMPORT_DATE, "import_date" },
  { SLIP_KIND_CHECKLIST, SLIP_CHECKLIST_AUDIENCE, "audience" },
  { SLIP_KIND_CHECKLIST, SLIP_CHECKLIST_OWNER, "owner_person" },
  { SLIP_KIND_ITEM, SLIP_ITEM_CHECKLIST, "checklist" },
  { SLIP_KIND_ITEM, SLIP_ITEM_TITLE, "title" },
  { SLIP_KIND_ITEM, SLIP_ITEM_IS_REQUIRED, "is_required" },
  { SLIP_KIND_ITEM, SLIP_ITEM_STATE, "state" },
  { SLIP_KIND_ITEM, SLIP_ITEM_DUE_DATE, "due_date" },
  { SLIP_KIND_ITEM, SLIP_ITEM_DUE_ANCHOR, "due_anchor" },
  { SLIP_KIND_ITEM, SLIP_ITEM_DUE_IS_PINNED, "due_is_pinned" },
  { SLIP_KIND_ITEM, SLIP_ITEM_NEEDS_EVIDENCE, "needs_evidence" },
  { SLIP_KIND_ITEM, SLIP_ITEM_ORIGIN, "origin" },
  { SLIP_KIND_STAGE, SLIP_STAGE_IS_LAUNCH, "is_launch" },
  { SLIP_KIND_STAGE, SLIP_STAGE_PLANNED_START, "planned_start" },
  { SLIP_KIND_STAGE, SLIP_STAGE_START_ANCHOR, "start_anchor" },
  { SLIP_KIND_STAGE, SLIP_STAGE_LENGTH_DAYS, "length_days" },
  { SLIP_KIND_COMMUNICATION, SLIP_COMMUNICATION_PLANNED_SNAP, "planned_snap" },
  { SLIP_KIND_COMMUNICATION, SLIP_COMMUNICATION_DATE_TOLD, "date_told" },
  { SLIP_KIND_TEMPLATE_ITEM, SLIP_TEMPLATE_ITEM_DUE_STAGE, "due_stage" },
  { SLIP_KIND_TEMPLATE_STAGE, SLIP_TEMPLATE_STAGE_START_UNIT, "start_unit" },
  { SLIP_KIND_FEED, SLIP_FEED_INTERVAL_MINUTES, "interval_minutes" },
  { SLIP_KIND_FEED, SLIP_FEED_SECRET_NAME, "secret_name" },
  { SLIP_KIND_FEED, SLIP_FEED_STATE_POINTER, "state_pointer" },
  { SLIP_KIND_FEED, SLIP_FEED_NEXT_POINTER, "next_pointer" },
  { SLIP_KIND_FEED_ALIAS, SLIP_FEED_ALIAS_AUDIENCE, "audience" },
};

static void
test_indices_of_some_properties (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (indexed_properties); i++) {
    g_assert_cmpstr (slip_schema_get_property (indexed_properties[i].kind,
                                               indexed_properties[i].property)
                       ->name,
                     ==, indexed_properties[i].name);
    g_assert_cmpint (slip_schema_find_property (indexed_properties[i].kind,
                                                indexed_properties[i].name),
                     ==, (int) indexed_properties[i].property);
  }
}

static const struct {
  SlipKind kind;
  guint property;
  guint value;
  const char *nick;
} enumerated_values[] = {
  { SLIP_KIND_RELEASE, SLIP_RELEASE_STATUS, SLIP_STATUS_PLANNED, "planned" },
  { SLIP_KIND_RELEASE, SLIP_RELEASE_STATUS, SLIP_STATUS_BUILDING, "building" },
  { SLIP_KIND_RELEASE, SLIP_RELEASE_STATUS, SLIP_STATUS_READY, "ready" },
  { SLIP_KIND_RELEASE, SLIP_RELEASE_STATUS, SLIP_STATUS_ROLLING_OUT,
    "rolling-out" },
  { SLIP_KIND_RELEASE, SLIP_RELEASE_STATUS, SLIP_STATUS_RELEASED, "released" },
  { SLIP_KIND_RELEASE, SLIP_RELEASE_STATUS, SLIP_STATUS_ON_HOLD, "on-hold" },
  { SLIP_KIND_RELEASE, SLIP_RELEASE_STATUS, SLIP_STATUS_CANCELLED,
    "cancelled" },
  { SLIP_KIND_RELEASE, SLIP_RELEASE_DEPLOY_CERTAINTY,
    SLIP_CERTAINTY_UNSCHEDULED, "unscheduled" },
  { SLIP_KIND_RELEASE, SLIP_RELEASE_DEPLOY_CERTAINTY, SLIP_CERTAINTY_CONFIRMED,
    "confirmed" },
  { SLIP_KIND_RELEASE, SLIP_RELEASE_RELEASE_CERTAINTY, SLIP_CERTAINTY_TENTATIVE,
    "tentative" },
  { SLIP_KIND_RELEASE, SLIP_RELEASE_RELEASE_CERTAINTY, SLIP_CERTAINTY_WEEK,
    "week" },
  { SLIP_KIND_RELEASE, SLIP_RELEASE_ANNOUNCE_CERTAINTY, SLIP_CERTAINTY_MONTH,
    "month" },
  { SLIP_KIND_RELEASE, SLIP_RELEASE_CODE_COMPLETE_CERTAINTY,
    SLIP_CERTAINTY_QUARTER, "quarter" },
  { SLIP_KIND_AUDIENCE, SLIP_AUDIENCE_SIDE, SLIP_SIDE_INTERNAL, "internal" },
  { SLIP_KIND_AUDIENCE, SLIP_AUDIENCE_SIDE, SLIP_SIDE_EXTERNAL, "external" },
  { SLIP_KIND_FREEZE, SLIP_FREEZE_SEVERITY, SLIP_SEVERITY_HARD, "hard" },
  { SLIP_KIND_FREEZE, SLIP_FREEZE_SEVERITY, SLIP_SEVERITY_SOFT, "soft" },
  { SLIP_KIND_FREEZE, SLIP_FREEZE_REPEAT, SLIP_REPEAT_NEVER, "never" },
  { SLIP_KIND_FREEZE, SLIP_FREEZE_REPEAT, SLIP_REPEAT_WEEKLY, "weekly" },
  { SLIP_KIND_FREEZE, SLIP_FREEZE_REPEAT, SLIP_REPEAT_YEARLY, "yearly" },
  { SLIP_KIND_STAGE, SLIP_STAGE_TYPE, SLIP_STAGE_TYPE_EVERYONE, "everyone" },
  { SLIP_KIND_STAGE, SLIP_STAGE_STATE, SLIP_STAGE_STATE_SKIPPED, "skipped" },
  { SLIP_KIND_STAGE, SLIP_STAGE_ADVANCE, SLIP_ADVANCE_PROPOSED, "proposed" },
  { SLIP_KIND_CRITERION, SLIP_CRITERION_TYPE, SLIP_CRITERION_SOAK, "soak" },
  { SLIP_KIND_CRITERION, SLIP_CRITERION_TYPE, SLIP_CRITERION_NO_FREEZE,
    "no-freeze" },
  { SLIP_KIND_CRITERION, SLIP_CRITERION_TYPE, SLIP_CRITERION_FIGURE_WITHIN,
    "threshold" },
  { SLIP_KIND_CRITERION, SLIP_CRITERION_TYPE, SLIP_CRITERION_OWN, "own" },
  { SLIP_KIND_CRITERION, SLIP_CRITERION_COMPARISON, SLIP_COMPARISON_ABOVE,
    "above" },
  { SLIP_KIND_FLAG, SLIP_FLAG_TYPE, SLIP_FLAG_PERMISSION, "permission" },
  { SLIP_KIND_FLAG, SLIP_FLAG_OBSERVED, SLIP_FLAG_STATE_ON, "on" },
  { SLIP_KIND_DECISION, SLIP_DECISION_TYPE, SLIP_DECISION_CONDITIONAL_GO,
    "conditional-go" },
  { SLIP_KIND_DECISION, SLIP_DECISION_TYPE, SLIP_DECISION_ROLL_BACK,
    "roll-back" },
  { SLIP_KIND_DECISION, SLIP_DECISION_TYPE, SLIP_DECISION_RESTORED,
    "restored" },
  { SLIP_KIND_FEED, SLIP_FEED_SECRET_TYPE, SLIP_FEED_SECRET_BEARER, "bearer" },
  { SLIP_KIND_FEED, SLIP_FEED_SECRET_TYPE, SLIP_FEED_SECRET_HEADER, "header" },
};

static void
test_enumerations_are_the_nicks (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (enumerated_values); i++) {
    const SlipProperty *property =
      slip_schema_get_property (enumerated_values[i].kind,
                                enumerated_values[i].property);

    g_assert_cmpint (property->type, ==, SLIP_PROPERTY_ENUM);
    g_assert_cmpint (slip_enum_find (property->values,
                                     enumerated_values[i].nick),
                     ==, (int) enumerated_values[i].value);
  }
}

/* Names become names of tables, columns and keys. */
static void
assert_is_name (const char *name)
{
  g_assert_nonnull (name);
  g_assert_true (g_ascii_islower (name[0]));
  g_assert_cmpuint (strspn (name, "abcdefghijklmnopqrstuvwxyz_"), ==,
                    strlen (name));
}

static void
check_enum (const SlipEnumValue *values)
{
  g_autoptr (GHashTable) nicks = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; values[i].nick != NULL; i++) {
    g_assert_true (g_hash_table_add (nicks, (char *) values[i].nick));
    g_assert_nonnull (values[i].context);
    g_assert_nonnull (values[i].label);
    g_assert_null (strchr (values[i].context, '%'));
    g_assert_cmpstr (slip_enum_value_get_label (&values[i]), ==,
                     values[i].label);
    g_assert_cmpint (slip_enum_find (values, values[i].nick), ==, (int) i);
  }
  g_assert_cmpuint (g_hash_table_size (nicks), >=, 2);
  g_assert_cmpint (slip_enum_find (values, "no such nick"), ==, -1);
}

static void
check_property (const SlipProperty *property)
{
  assert_is_name (property->name);
  g_assert_nonnull (property->label);
  g_assert_true ((property->type == SLIP_PROPERTY_ENUM) ==
                 (property->values != NULL));
  g_assert_true ((property->type == SLIP_PROPERTY_REFERENCE) ==
                 (property->target != SLIP_KIND_NONE));

  if (property->type == SLIP_PROPERTY_ENUM)
    check_enum (property->values);
  if (property->type == SLIP_PROPERTY_TEXT)
    g_assert_cmpint (property->maximum, >, 0);
  if (property->type == SLIP_PROPERTY_INTEGER)
    g_assert_cmpint (property->minimum, <, property->maximum);
}

static void
test_table_is_whole (void)
{
  g_autoptr (GHashTable) kinds = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint kind = 0; kind < SLIP_N_KINDS; kind++) {
    const SlipKindInfo *info = slip_schema_get ((SlipKind) kind);
    g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);

    assert_is_name (info->name);
    g_assert_nonnull (info->label);
    g_assert_cmpuint (info->n_properties, >, 0);
    g_assert_true (g_hash_table_add (kinds, (char *) info->name));
    g_assert_cmpuint (slip_schema_find_kind (info->name), ==, kind);
    for (guint i = 0; i < info->n_properties; i++) {
      const char *name = info->properties[i].name;

      check_property (&info->properties[i]);
      g_assert_true (g_hash_table_add (names, (char *) name));
      /* These are columns that every table has. */
      g_assert_cmpstr (name, !=, "id");
      g_assert_cmpstr (name, !=, "owner");
      g_assert_cmpint (slip_schema_find_property ((SlipKind) kind, name), ==,
                       (int) i);
    }
  }

  g_assert_cmpuint (slip_schema_find_kind ("no such kind"), ==, SLIP_KIND_NONE);
  g_assert_cmpuint (slip_schema_find_kind (NULL), ==, SLIP_KIND_NONE);
  g_assert_cmpint (slip_schema_find_property (SLIP_KIND_PLAN, "none"), ==, -1);
}

/* Owners come before their parts, and no kind is part of a part. */
static void
test_owners_come_first (void)
{
  for (guint kind = 0; kind < SLIP_N_KINDS; kind++) {
    SlipKind owner = slip_schema_get ((SlipKind) kind)->owner;

    if (owner == SLIP_KIND_NONE)
      continue;
    g_assert_cmpuint (owner, <, kind);
    g_assert_cmpuint (slip_schema_get (owner)->owner, ==, SLIP_KIND_NONE);
  }

  g_assert_true (slip_schema_is_part_of_release (SLIP_KIND_ITEM));
  g_assert_false (slip_schema_is_part_of_release (SLIP_KIND_RELEASE));
  g_assert_false (slip_schema_is_part_of_release (SLIP_KIND_HOLIDAY));
}

static void
test_defaults_may_be_kept (void)
{
  for (guint kind = 0; kind < SLIP_N_KINDS; kind++) {
    const SlipKindInfo *info = slip_schema_get ((SlipKind) kind);

    for (guint i = 0; i < info->n_properties; i++) {
      const SlipProperty *property = &info->properties[i];
      SlipValue value = slip_property_get_default (property);
      g_auto (SlipValue) parsed = SLIP_VALUE_INIT;
      g_autoptr (GError) error = NULL;

      g_assert_true (slip_property_check (property, &value, &error));
      g_assert_no_error (error);
      g_assert_true (slip_property_parse (property, "", &parsed, &error));
      g_assert_true (slip_value_equal (&value, &parsed));
      g_assert_cmpint (value.type, !=, SLIP_VALUE_TEXT);
    }
  }
}

/* One character less than a name may have. */
#define LONG_TEXT                                                              \
  "0123456789012345678901234567890123456789012345678901234567890123456789"     \
  "0123456789012345678901234567890123456789012345678901234567890123456789"     \
  "01234567890123456789012345678901234567890123456789012345678"

static void
test_parse_table (void)
{
  static const struct {
    SlipKind kind;
    const char *property;
    const char *text;
    gboolean is_sound;
  } cases[] = {
    { SLIP_KIND_RELEASE, "tier", "1", TRUE },
    { SLIP_KIND_RELEASE, "tier", "3", TRUE },
    { SLIP_KIND_RELEASE, "tier", "0", FALSE },
    { SLIP_KIND_RELEASE, "tier", "4", FALSE },
    { SLIP_KIND_RELEASE, "tier", "one", FALSE },
    { SLIP_KIND_RELEASE, "tier", "2x", FALSE },
    { SLIP_KIND_RELEASE, "tier", " 2", FALSE },
    { SLIP_KIND_RELEASE, "tier", "18446744073709551617", FALSE },
    { SLIP_KIND_RELEASE, "status", "rolling-out", TRUE },
    { SLIP_KIND_RELEASE, "status", "Rolling out", FALSE },
    { SLIP_KIND_RELEASE, "status", "4", FALSE },
    { SLIP_KIND_RELEASE, "status", "\xff", FALSE },
    { SLIP_KIND_RELEASE, "is_deleted", "true", TRUE },
    { SLIP_KIND_RELEASE, "is_deleted", "1", FALSE },
    { SLIP_KIND_RELEASE, "release_date", "2028-02-29", TRUE },
    { SLIP_KIND_RELEASE, "release_date", "2027-02-29", FALSE },
    { SLIP_KIND_RELEASE, "release_date", "8.12.2026", FALSE },
    { SLIP_KIND_RELEASE, "name", "Größe\t1\n", TRUE },
    { SLIP_KIND_RELEASE, "name", "bell\a", FALSE },
    { SLIP_KIND_RELEASE, "name", "a\r\n", FALSE },
    { SLIP_KIND_RELEASE, "name", "next\xc2\x85line", FALSE },
    { SLIP_KIND_RELEASE, "name", "\xff", FALSE },
    { SLIP_KIND_RELEASE, "name", LONG_TEXT "9", TRUE },
    { SLIP_KIND_RELEASE, "name", LONG_TEXT "90", FALSE },
    { SLIP_KIND_STAGE, "started_at", "1764547200000", TRUE },
    { SLIP_KIND_STAGE, "started_at", "-1", FALSE },
    { SLIP_KIND_STAGE, "people", "9223372036854775807", TRUE },
    { SLIP_KIND_ITEM, "due_offset", "-10", TRUE },
    { SLIP_KIND_ITEM, "due_offset", "-4000", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    int index = slip_schema_find_property (cases[i].kind, cases[i].property);
    const SlipProperty *property =
      slip_schema_get_property (cases[i].kind, (guint) index);
    g_auto (SlipValue) value = SLIP_VALUE_INIT;
    g_autoptr (GError) error = NULL;
    gboolean is_sound =
      slip_property_parse (property, cases[i].text, &value, &error);

    g_test_message ("case %u", i);
    g_assert_true (is_sound == cases[i].is_sound);
    if (is_sound) {
      g_autofree char *text = slip_property_print (property, &value);

      g_assert_no_error (error);
      g_assert_cmpstr (text, ==, cases[i].text);
    } else {
      g_assert_error (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_INVALID);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      g_assert_false (g_str_has_suffix (error->message, "."));
    }
  }
}

static void
test_check_refuses_other_forms (void)
{
  const SlipProperty *name =
    slip_schema_get_property (SLIP_KIND_RELEASE, SLIP_RELEASE_NAME);
  const SlipProperty *status =
    slip_schema_get_property (SLIP_KIND_RELEASE, SLIP_RELEASE_STATUS);
  g_auto (SlipValue) text = slip_value_new_text ("1");
  SlipValue integer = slip_value_new_integer (1);
  SlipValue none = SLIP_VALUE_INIT;

  g_assert_false (slip_property_check (name, &integer, NULL));
  g_assert_true (slip_property_check (name, &text, NULL));
  g_assert_true (slip_property_check (name, &none, NULL));
  g_assert_false (slip_property_check (status, &text, NULL));
  g_assert_true (slip_property_check (status, &integer, NULL));
  g_assert_false (slip_property_check (status, &none, NULL));
  integer.integer = SLIP_N_STATUSES;
  g_assert_false (slip_property_check (status, &integer, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/schema/table/is-whole", test_table_is_whole);
  g_test_add_func ("/schema/table/owners-come-first", test_owners_come_first);
  g_test_add_func ("/schema/table/defaults-may-be-kept",
                   test_defaults_may_be_kept);
  g_test_add_func ("/schema/indices/are-the-names", test_indices_are_the_names);
  g_test_add_func ("/schema/indices/of-some-properties",
                   test_indices_of_some_properties);
  g_test_add_func ("/schema/enumerations/are-the-nicks",
                   test_enumerations_are_the_nicks);
  g_test_add_func ("/schema/parse/table", test_parse_table);
  g_test_add_func ("/schema/check/refuses-other-forms",
                   test_check_refuses_other_forms);

  return g_test_run ();
}
