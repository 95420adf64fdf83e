/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-plan-state.h"
#include "slip-release.h"

G_BEGIN_DECLS

/**
 * SlipTDate:
 * @anchor: what it hangs on; `SLIP_DUE_FIXED` is no rule
 * @stage: (nullable): for `SLIP_DUE_STAGE`, the id of the stage
 * @offset: days from the anchor; negative is before it
 * @unit: in which days @offset counts
 * @snap: where it goes if it falls on a day that is not worked
 *
 * A day kept as a rule.  @stage is borrowed from whatever it was read from.
 */
typedef struct {
  SlipDueAnchor anchor;
  const char *stage;
  int offset;
  SlipUnit unit;
  SlipSnap snap;
} SlipTDate;

#define SLIP_T_DATE_FIXED ((SlipTDate){ .anchor = SLIP_DUE_FIXED })

/**
 * SlipTDateProperties:
 * @date: the day it resolves to
 * @is_pinned: whether the day stays whatever the rule says
 * @was: the day before it was pinned, if it was another
 *
 * Which properties of a kind hold a T-date.  Templates have the rule alone:
 * @date, @is_pinned and @was are -1 there.
 */
typedef struct {
  int date;
  guint anchor;
  guint stage;
  guint offset;
  guint unit;
  guint snap;
  int is_pinned;
  int was;
} SlipTDateProperties;

/**
 * slip_t_date_get_properties:
 *
 * Returns: (nullable): %NULL unless @kind is item, communication or
 * template_item.
 */
const SlipTDateProperties *slip_t_date_get_properties (SlipKind kind);

/* Whether @property of @kind is part of the rule of a T-date. */
gboolean slip_t_date_is_rule_property (SlipKind kind, guint property);

/* The rule of @row, whose kind has T-dates. */
SlipTDate slip_t_date_get (const SlipRow *row);

static inline gboolean
slip_t_date_is_rule (const SlipTDate *rule)
{
  return rule->anchor != SLIP_DUE_FIXED;
}

gboolean slip_t_date_equal (const SlipTDate *a, const SlipTDate *b);

/* Whether @row keeps its day whatever its rule says. */
gboolean slip_t_date_is_pinned (const SlipRow *row);

/* The day @row is due or planned for, unset if none. */
SlipDate slip_t_date_get_day (const SlipRow *row);

/**
 * slip_t_date_resolve:
 * @release: the release that it is part of
 * @working_days: those of the release's product
 *
 * Returns: the day that @rule comes to: @offset from the anchor's day (of an
 * uncertain date, the last working day of its period), then snapped.  Unset if
 * the anchor has no day, or if there is no rule.
 */
SlipDate slip_t_date_resolve (const SlipPlanState *state,
                              const SlipRow *release,
                              const SlipTDate *rule,
                              const SlipWorkingDays *working_days);

/* Whether the anchor of @rule stands for a period, so that the day it comes to
 * is written with '≈'. */
gboolean slip_t_date_is_about (const SlipPlanState *state,
                               const SlipRow *release,
                               const SlipTDate *rule);

/**
 * slip_t_date_describe_short:
 *
 * Returns: (transfer full): 'T−10 wd', 'Deploy −2 d', or the empty text if it
 * is no rule.
 */
char *slip_t_date_describe_short (const SlipPlanState *state,
                                  const SlipTDate *rule)
  G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_t_date_describe:
 *
 * Returns: (transfer full): the rule in words: '10 working days before the
 * release date'.
 */
char *slip_t_date_describe (const SlipPlanState *state,
                            const SlipTDate *rule) G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_t_date_print:
 *
 * Returns: (transfer full): the rule as slip_t_date_parse() reads it: 'T−10 d
 * earlier', or the empty text if it is none.
 */
char *slip_t_date_print (const SlipPlanState *state,
                         const SlipTDate *rule) G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_t_date_parse:
 *
 * Reads @text as people write a rule on a date of the release: an anchor (T or
 * release, deploy, code-complete, announce), then a signed number, then d, wd
 * or w for calendar days, working days or weeks, then perhaps earlier or later
 * for where it snaps to: 'T-10 wd', 'deploy + 2d later', 'T'.  Minus may be
 * written with any dash, case does not matter, and the words may also be those
 * of people's language.
 *
 * Returns: `FALSE` with a `SLIP_PLAN_ERROR_INVALID` if it is anything else.
 */
gboolean slip_t_date_parse (const char *text, SlipTDate *rule, GError **error);

/**
 * slip_t_date_parse_among:
 * @stages: (nullable) (element-type SlipRow): stages or template stages
 *
 * As slip_t_date_parse(), and in place of an anchor there may be the name of
 * one of @stages, in quotes or not; @rule's stage is borrowed from it.
 */
gboolean slip_t_date_parse_among (const char *text,
                                  GPtrArray *stages,
                                  SlipTDate *rule,
                                  GError **error);

G_END_DECLS
