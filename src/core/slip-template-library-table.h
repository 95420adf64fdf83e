/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-properties.h"

G_BEGIN_DECLS

/*
 * The templates that the program ships, as tables.  Keys are kept for ever:
 * ids are derived from them, so that a later version knows what a plan has.
 */

/* Flags of a #SlipShippedItem. */
#define SLIP_SHIPPED_REQUIRED (1u << 0)
#define SLIP_SHIPPED_EVIDENCE (1u << 1)
#define SLIP_SHIPPED_CALENDAR (1u << 2) /* its offset is in calendar days */

/* What every template of tier 1 and 2 has as a required item. */
#define SLIP_SHIPPED_SUPPORT_TRAINED    "support-trained"
#define SLIP_SHIPPED_DOCS_UPDATED       "docs-updated"
#define SLIP_SHIPPED_FLAGS_SET          "flags-set"
#define SLIP_SHIPPED_CUSTOMERS_NOTIFIED "customers-notified"
#define SLIP_SHIPPED_SALES_BRIEFED      "sales-briefed"

/**
 * SlipShippedItem:
 * @key: unlike any other of its template
 * @title: to be translated, as are @role (context 'role') and @note
 * @offset: working days from the anchor; snaps away from it
 * @stage: for `SLIP_DUE_STAGE`, the index of the stage
 *
 * Arrays end without a key.
 */
typedef struct {
  const char *key;
  const char *title;
  guint flags;
  SlipDueAnchor anchor;
  int offset;
  const char *role;
  const char *note;
  guint stage;
} SlipShippedItem;

/**
 * SlipShippedAudience:
 * @name: of an audience, to be translated (context 'audience'); arrays end
 *   without
 */
typedef struct {
  const char *name;
  SlipSide side;
  int notice_days;
  const char *role;
  const SlipShippedItem *items;
} SlipShippedAudience;

/* Stages are of the types of the schema. */
typedef enum {
  SLIP_SHIPPED_INTERNAL,
  SLIP_SHIPPED_SEGMENT,
  SLIP_SHIPPED_PERCENTAGE,
  SLIP_SHIPPED_EVERYONE,
} SlipShippedStageType;

/**
 * SlipShippedStage:
 * @name: to be translated (context 'stage name'); arrays end without
 * @share: hundredths of a percent, -1 for none
 * @offset: calendar days from the release date, for a stage before the launch;
 *   other stages follow the one before them
 */
typedef struct {
  const char *name;
  SlipShippedStageType type;
  int share;
  gboolean is_launch;
  int offset;
  int length_days;
  int soak_hours;
} SlipShippedStage;

typedef struct {
  const char *key;
  const char *name;
  const char *summary;
  int tier;
  const SlipShippedAudience *audiences;
  const SlipShippedStage *stages;
} SlipShippedTemplate;

extern const SlipShippedTemplate slip_shipped_full_launch;
extern const SlipShippedTemplate slip_shipped_feature;
extern const SlipShippedTemplate slip_shipped_fix;
extern const SlipShippedTemplate slip_shipped_mobile_app;
extern const SlipShippedTemplate slip_shipped_api_deprecation;
extern const SlipShippedTemplate slip_shipped_infrastructure;

G_END_DECLS
