/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-edit.h"
#include "slip-intent.h"
#include "slip-release.h"

/*
 * A small plan for tests of the rules: the plan row 'plan', the calendar
 * 'standard' (Monday to Friday), the products 'payments' (Payments) and
 * 'mobile' (Mobile app, Mobile for short).  Ids are plain words, so that a
 * test reads well.
 */

static inline SlipDate
day (const char *text)
{
  SlipDate date = slip_date_parse (text);

  g_assert_true (text == NULL || slip_date_is_set (date));
  return date;
}

static inline SlipRange
days (const char *first, const char *last)
{
  return slip_range_new (day (first), day (last));
}

/* Ends @edit (transfer full) and puts what it makes in place of @state. */
static inline void
apply_edit (SlipPlanState **state, SlipEdit *edit)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SlipChangeSet) set = slip_edit_end (edit, &error);
  SlipPlanState *next;

  g_assert_no_error (error);
  next = slip_plan_state_apply (*state, set, &error);
  g_assert_no_error (error);
  slip_plan_state_unref (*state);
  *state = next;
  slip_edit_free (edit);
}

/* Runs an intent and puts what it makes in place of @state. */
static inline void
apply_intent (SlipPlanState **state, SlipIntentFunc func, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SlipChangeSet) set = slip_intent_run (func, data, *state, &error);
  SlipPlanState *next;

  g_assert_no_error (error);
  next = slip_plan_state_apply (*state, set, &error);
  g_assert_no_error (error);
  slip_plan_state_unref (*state);
  *state = next;
}

/* Asserts that an intent is refused with @code. */
static inline void
assert_refused (const SlipPlanState *state,
                SlipIntentFunc func,
                gconstpointer data,
                SlipPlanError code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SlipChangeSet) set = slip_intent_run (func, data, state, &error);

  g_assert_error (error, SLIP_PLAN_ERROR, (int) code);
  g_assert_null (set);
}

static inline void
create_named (SlipEdit *edit, SlipKind kind, const char *id, const char *name)
{
  slip_edit_create (edit, kind, id, NULL);
  slip_edit_set_text (edit, kind, id,
                      (guint) slip_schema_find_property (kind, "name"), name);
}

static inline SlipPlanState *
new_plan (void)
{
  SlipPlanState *state = slip_plan_state_new ();
  SlipEdit *edit = slip_edit_new (state, SLIP_VERB_EDIT);

  create_named (edit, SLIP_KIND_WORKING_CALENDAR, "standard", "Standard");
  slip_edit_set_integer (edit, SLIP_KIND_WORKING_CALENDAR, "standard",
                         SLIP_WORKING_CALENDAR_WEEKDAYS, 0x1f);
  create_named (edit, SLIP_KIND_PLAN, "plan", "Plan");
  slip_edit_set_text (edit, SLIP_KIND_PLAN, "plan", SLIP_PLAN_CALENDAR,
                      "standard");
  create_named (edit, SLIP_KIND_PRODUCT, "payments", "Payments");
  create_named (edit, SLIP_KIND_PRODUCT, "mobile", "Mobile app");
  slip_edit_set_text (edit, SLIP_KIND_PRODUCT, "mobile",
                      SLIP_PRODUCT_SHORT_NAME, "Mobile");
  apply_edit (&state, edit);
  return state;
}

static inline void
set_planned (SlipPlanState **state,
             const char *release,
             SlipAnchor anchor,
             const char *date,
             SlipCertainty certainty)
{
  SlipEdit *edit = slip_edit_new (*state, SLIP_VERB_EDIT);

  slip_edit_set_date (edit, SLIP_KIND_RELEASE, release,
                      slip_anchor_get_date_property (anchor), day (date));
  slip_edit_set_integer (edit, SLIP_KIND_RELEASE, release,
                         slip_anchor_get_certainty_property (anchor),
                         certainty);
  if (anchor == SLIP_ANCHOR_RELEASE)
    slip_edit_set_date (edit, SLIP_KIND_RELEASE, release,
                        SLIP_RELEASE_FIRST_PLANNED_DATE, day (date));
  apply_edit (state, edit);
}

/* Adds a release; @date (nullable) is confirmed. */
static inline void
add_release (SlipPlanState **state,
             const char *id,
             const char *product,
             const char *version,
             const char *date)
{
  SlipEdit *edit = slip_edit_new (*state, SLIP_VERB_ADD);

  slip_edit_create (edit, SLIP_KIND_RELEASE, id, NULL);
  slip_edit_set_text (edit, SLIP_KIND_RELEASE, id, SLIP_RELEASE_PRODUCT,
                      product);
  slip_edit_set_text (edit, SLIP_KIND_RELEASE, id, SLIP_RELEASE_VERSION,
                      version);
  apply_edit (state, edit);
  if (date != NULL)
    set_planned (state, id, SLIP_ANCHOR_RELEASE, date,
                 SLIP_CERTAINTY_CONFIRMED);
}

static inline void
set_text (SlipPlanState **state,
          SlipKind kind,
          const char *id,
          guint property,
          const char *text)
{
  SlipEdit *edit = slip_edit_new (*state, SLIP_VERB_EDIT);

  slip_edit_set_text (edit, kind, id, property, text);
  apply_edit (state, edit);
}

static inline void
set_integer (SlipPlanState **state,
             SlipKind kind,
             const char *id,
             guint property,
             gint64 integer)
{
  SlipEdit *edit = slip_edit_new (*state, SLIP_VERB_EDIT);

  slip_edit_set_integer (edit, kind, id, property, integer);
  apply_edit (state, edit);
}

static inline const SlipRow *
get_release (const SlipPlanState *state, const char *id)
{
  const SlipRow *row = slip_plan_state_get (state, SLIP_KIND_RELEASE, id);

  g_assert_nonnull (row);
  return row;
}

/* Asserts that @anchor of a release is kept as @date. */
static inline void
assert_date (const SlipPlanState *state,
             const char *release,
             SlipAnchor anchor,
             const char *date)
{
  g_autofree char *text = slip_date_to_text (
    slip_release_get_planned (get_release (state, release), anchor).date);

  g_assert_cmpstr (text, ==, date);
}
