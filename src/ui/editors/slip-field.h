/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "slip-plan-state.h"

G_BEGIN_DECLS

/**
 * SlipFieldForm:
 * @SLIP_FIELD_PLAIN: what the property's type suggests
 * @SLIP_FIELD_LONG: a text of several lines
 * @SLIP_FIELD_OPTIONAL: a reference, or one of few numbers, that may be none
 * @SLIP_FIELD_COLOR: a text that is a colour
 * @SLIP_FIELD_WEEKDAYS: a number that is a set of weekdays
 * @SLIP_FIELD_MONTHS: a number that is a set of months
 * @SLIP_FIELD_PERCENT: a number of hundredths of a percent
 * @SLIP_FIELD_T_DATE: an anchor, with all that its T-date consists of
 */
typedef enum {
  SLIP_FIELD_PLAIN,
  SLIP_FIELD_LONG,
  SLIP_FIELD_OPTIONAL,
  SLIP_FIELD_COLOR,
  SLIP_FIELD_WEEKDAYS,
  SLIP_FIELD_MONTHS,
  SLIP_FIELD_PERCENT,
  SLIP_FIELD_T_DATE,
} SlipFieldForm;

/**
 * SlipField:
 *
 * A row of a list in which one property of one entity is edited.  Each change
 * is asked for by one `SLIP_ACTION_EDIT`.  Named `field:` and the property's
 * name.
 */
#define SLIP_TYPE_FIELD (slip_field_get_type ())
G_DECLARE_FINAL_TYPE (SlipField, slip_field, SLIP, FIELD, AdwPreferencesRow)

/**
 * SlipField::wanted:
 * @pairs: property names and their texts by turns, then %NULL
 *
 * Somebody has changed the value.  With a handler nothing is asked for: what is
 * edited is only being made.
 */

GtkWidget *slip_field_new (SlipKind kind,
                           guint property,
                           SlipFieldForm form) G_GNUC_WARN_UNUSED_RESULT;

/* Shows @row's value.  What somebody types stays. */
void slip_field_set_row (SlipField *self,
                         const SlipPlanState *state,
                         const SlipRow *row,
                         SlipDate today);

/* Says something below the field; %NULL for nothing. */
void slip_field_set_note (SlipField *self, const char *note, gboolean is_loud);

/**
 * slip_field_try:
 *
 * Commits what somebody has typed.
 *
 * Returns: `FALSE` if it is no value; it stays then, and the field says so.
 */
gboolean slip_field_try (SlipField *self);

/* Commits what somebody has typed and forgets it; done before another entity is
 * shown. */
void slip_field_commit (SlipField *self);

G_END_DECLS
