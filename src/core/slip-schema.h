/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "slip-value.h"

G_BEGIN_DECLS

/**
 * SlipKind:
 *
 * The kinds of entity a plan is made of.  Storage, JSON and history take their
 * names and properties from the one table behind slip_schema_get().  Numbers
 * are of this process only; files keep the names.
 */
typedef enum {
  SLIP_KIND_PLAN,
  SLIP_KIND_PERSON,
  SLIP_KIND_AWAY,
  SLIP_KIND_WORKING_CALENDAR,
  SLIP_KIND_HOLIDAY,
  SLIP_KIND_PRODUCT,
  SLIP_KIND_AUDIENCE,
  SLIP_KIND_FREEZE,
  SLIP_KIND_FREEZE_PRODUCT,
  SLIP_KIND_FREEZE_AUDIENCE,
  SLIP_KIND_KEY_DATE,
  SLIP_KIND_TEMPLATE,
  SLIP_KIND_TEMPLATE_AUDIENCE,
  SLIP_KIND_TEMPLATE_ITEM,
  SLIP_KIND_TEMPLATE_STAGE,
  SLIP_KIND_RELEASE,
  SLIP_KIND_LINK,
  SLIP_KIND_DEPENDENCY,
  SLIP_KIND_CHECKLIST,
  SLIP_KIND_STAGE,
  SLIP_KIND_ITEM,
  SLIP_KIND_CRITERION,
  SLIP_KIND_FLAG,
  SLIP_KIND_FLAG_STAGE,
  SLIP_KIND_COMMUNICATION,
  SLIP_KIND_DECISION,
  SLIP_KIND_SESSION,
  SLIP_KIND_QUESTION,
  SLIP_KIND_FEED,
  SLIP_KIND_FEED_ALIAS,
  SLIP_KIND_FEED_WORD,
  SLIP_N_KINDS,
} SlipKind;

/* In a property table: no kind. */
#define SLIP_KIND_NONE SLIP_N_KINDS

/**
 * SlipPropertyType:
 *
 * What a property holds and how a file keeps it: text and references as TEXT,
 * days as TEXT `YYYY-MM-DD`, enumerations as TEXT (the nick), numbers, booleans
 * and instants (milliseconds since 1970 UTC) as INTEGER.
 */
typedef enum {
  SLIP_PROPERTY_TEXT,
  SLIP_PROPERTY_REFERENCE,
  SLIP_PROPERTY_INTEGER,
  SLIP_PROPERTY_BOOLEAN,
  SLIP_PROPERTY_ENUM,
  SLIP_PROPERTY_DATE,
  SLIP_PROPERTY_INSTANT,
} SlipPropertyType;

/**
 * SlipEnumValue:
 * @nick: how files, JSON and the command line write it
 * @context: the context of its translation
 * @label: its name for people, to be translated
 *
 * One value of an enumeration; arrays end with a %NULL nick.
 */
typedef struct {
  const char *nick;
  const char *context;
  const char *label;
} SlipEnumValue;

/**
 * SlipProperty:
 * @name: its name in files, JSON, history and on the command line
 * @label: its name for people, to be translated
 * @target: for references, the kind referred to
 * @values: for enumerations, its values; the first is the default
 * @minimum: for integers, the least value
 * @maximum: for integers, the greatest value; for texts, the longest in
 *   characters
 *
 * One kept property of a kind.  A new entity has false for booleans, the first
 * value for enumerations and none for everything else.
 */
typedef struct {
  const char *name;
  const char *label;
  SlipPropertyType type;
  SlipKind target;
  const SlipEnumValue *values;
  gint64 minimum;
  gint64 maximum;
} SlipProperty;

/**
 * SlipKindInfo:
 * @name: its name in files, JSON and history
 * @label: its name for people, to be translated
 * @owner: the kind it is part of, or `SLIP_KIND_NONE`.  An entity gets its
 *   owner when it is created and keeps it
 * @properties: its kept properties, @n_properties of them
 * @is_record: whether entities of it are records: made once, never changed,
 *   never deleted, not even by undo, and no part of a plan's digest
 */
typedef struct {
  const char *name;
  const char *label;
  SlipKind owner;
  const SlipProperty *properties;
  guint n_properties;
  gboolean is_record;
} SlipKindInfo;

const SlipKindInfo *slip_schema_get (SlipKind kind);
const SlipProperty *slip_schema_get_property (SlipKind kind, guint property);

/**
 * slip_schema_find_kind:
 *
 * Returns: the kind called @name, or `SLIP_KIND_NONE`.
 */
SlipKind slip_schema_find_kind (const char *name);

/**
 * slip_schema_find_property:
 *
 * Returns: the index of @kind's property @name, or -1.
 */
int slip_schema_find_property (SlipKind kind, const char *name);

/**
 * slip_schema_is_part_of_release:
 *
 * Returns: `TRUE` if entities of @kind belong to a release and so are in memory
 * only when their release was loaded.
 */
gboolean slip_schema_is_part_of_release (SlipKind kind);

/**
 * slip_property_get_default:
 *
 * Returns: the value that a new entity has; it holds no memory.
 */
SlipValue slip_property_get_default (const SlipProperty *property);

/**
 * slip_property_check:
 *
 * Checks that @value may be kept as @property: its form, its range, valid
 * UTF-8 without control characters other than tab and line feed, an existing
 * day.  That a reference's target exists is checked elsewhere.
 *
 * Returns: `TRUE`, or `FALSE` with a `SLIP_PLAN_ERROR_INVALID`.
 */
gboolean slip_property_check (const SlipProperty *property,
                              const SlipValue *value,
                              GError **error);

/**
 * slip_property_parse:
 *
 * Reads @text as people and files write @property's values: numbers in
 * decimal, days as ISO 8601, enumerations by nick, booleans as true or false,
 * the empty text (or %NULL) as what a new entity has.  After an error @value
 * holds no memory.
 */
gboolean slip_property_parse (const SlipProperty *property,
                              const char *text,
                              SlipValue *value,
                              GError **error);

/**
 * slip_property_print:
 *
 * The opposite of slip_property_parse().
 *
 * Returns: (transfer full) (nullable): the text, %NULL for none.
 */
char *slip_property_print (const SlipProperty *property,
                           const SlipValue *value) G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_enum_find:
 *
 * Returns: the index of @nick in @values, or -1.
 */
int slip_enum_find (const SlipEnumValue *values, const char *nick);

/* The name of @value for people, translated. */
const char *slip_enum_value_get_label (const SlipEnumValue *value);

/**
 * SlipPlanError:
 * @SLIP_PLAN_ERROR_INVALID: a value or rule of the plan forbids it
 * @SLIP_PLAN_ERROR_NOT_FOUND: it names something the plan does not have
 * @SLIP_PLAN_ERROR_AMBIGUOUS: it names more than one thing
 * @SLIP_PLAN_ERROR_CONFLICT: the plan is no longer as the change expects it
 * @SLIP_PLAN_ERROR_NOTHING: there is nothing to do
 * @SLIP_PLAN_ERROR_NOT_LOADED: it needs parts of releases that are not in
 *   memory
 */
typedef enum {
  SLIP_PLAN_ERROR_INVALID,
  SLIP_PLAN_ERROR_NOT_FOUND,
  SLIP_PLAN_ERROR_AMBIGUOUS,
  SLIP_PLAN_ERROR_CONFLICT,
  SLIP_PLAN_ERROR_NOTHING,
  SLIP_PLAN_ERROR_NOT_LOADED,
} SlipPlanError;

#define SLIP_PLAN_ERROR (slip_plan_error_quark ())
GQuark slip_plan_error_quark (void);

G_END_DECLS
