/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-conflict.h"

#include <glib/gi18n-lib.h>

#include "slip-date-text.h"
#include "slip-text.h"

const char *
slip_conflict_type_get_nick (SlipConflictType type)
{
  static const char *const nicks[SLIP_N_CONFLICT_TYPES] = {
    [SLIP_CONFLICT_FREEZE] = "freeze",
    [SLIP_CONFLICT_STAGE_FREEZE] = "stage-freeze",
    [SLIP_CONFLICT_DEPENDENCY] = "dependency",
    [SLIP_CONFLICT_DEPENDENCY_WITHOUT_DATE] = "dependency-without-date",
    [SLIP_CONFLICT_DEPENDENCY_GONE] = "dependency-gone",
    [SLIP_CONFLICT_DEPLOY_AFTER_RELEASE] = "deploy-after-release",
    [SLIP_CONFLICT_CODE_COMPLETE_AFTER_DEPLOY] = "code-complete-after-deploy",
    [SLIP_CONFLICT_STAGE_ORDER] = "stage-order",
    [SLIP_CONFLICT_STAGE_SHRINKS] = "stage-shrinks",
    [SLIP_CONFLICT_NOTICE] = "notice",
    [SLIP_CONFLICT_T_DATES_PAST] = "dates-past",
    [SLIP_CONFLICT_TOO_MANY_RELEASES] = "too-many-releases",
    [SLIP_CONFLICT_TOO_MANY_ITEMS] = "too-many-items",
    [SLIP_CONFLICT_HOLIDAY] = "holiday",
    [SLIP_CONFLICT_WEEKEND] = "weekend",
  };

  return nicks[type];
}

static const char *
or_unnamed (const char *name)
{
  return name != NULL && *name != '\0' ? name : _ ("Unnamed");
}

static char *
describe_dependency (const SlipConflict *conflict, const char *day)
{
  g_autofree char *other =
    slip_date_dup_text (conflict->other_day, SLIP_DATE_STYLE_MEDIUM,
                        conflict->day);

  if (conflict->n == 0)
    return g_strdup_printf (
      /* Translators: the day of a release, another release and its day. */
      _ ("Released on %s, before %s (%s), which it depends on"), day,
      conflict->cause_name, other);

  return g_strdup_printf (
    /* Translators: the day of a release, a number, another release and its day.
     */
    ngettext ("Released on %s, but it needs %u day after %s (%s)",
              "Released on %s, but it needs %u days after %s (%s)",
              conflict->n),
    day, conflict->n, conflict->cause_name, other);
}

static char *
describe_t_dates (const SlipConflict *conflict, const char *day)
{
  const char *title = or_unnamed (conflict->cause_name);

  if (conflict->n == 1)
    return g_strdup_printf (
      /* Translators: a required item and the day it is due. */
      _ ("“%s” is already past (%s)"), title, day);

  return g_strdup_printf (
    /* Translators: how many required items, the first of them and the day it is
     * due. */
    ngettext ("%u required date is already past, the first is “%s” (%s)",
              "%u required dates are already past, the first is “%s” (%s)",
              conflict->n),
    conflict->n, title, day);
}

static char *
describe_notice (const SlipConflict *conflict)
{
  g_autofree char *last =
    slip_date_dup_text (conflict->other_day, SLIP_DATE_STYLE_MEDIUM,
                        conflict->day);

  return g_strdup_printf (
    /* Translators: an audience, a number, a day. */
    ngettext ("%s can no longer have %u working day’s notice (last day: %s)",
              "%s can no longer have %u working days’ notice (last day: %s)",
              conflict->n),
    conflict->cause_name, conflict->n, last);
}

/* @names: a person or an audience, or several in a list */
static char *
describe_too_much (const SlipConflict *conflict,
                   const char *day,
                   const char *names,
                   gboolean is_several)
{
  if (conflict->type == SLIP_CONFLICT_TOO_MANY_ITEMS)
    return g_strdup_printf (
      /* Translators: a person, a number, the first day of a week, and the most
       * that would not be too many. */
      ngettext ("%s: %u item due in the week of %s (limit %u)",
                "%s: %u items due in the week of %s (limit %u)", conflict->n),
      names, conflict->n, day, conflict->limit);
  if (is_several)
    return g_strdup_printf (
      /* Translators: people or audiences in a list, then as above. */
      ngettext ("%s: %u release each in the week of %s (limit %u)",
                "%s: %u releases each in the week of %s (limit %u)",
                conflict->n),
      names, conflict->n, day, conflict->limit);

  return g_strdup_printf (
    /* Translators: a person or an audience, then as above. */
    ngettext ("%s: %u release in the week of %s (limit %u)",
              "%s: %u releases in the week of %s (limit %u)", conflict->n),
    names, conflict->n, day, conflict->limit);
}

static char *
describe_stage (const SlipConflict *conflict, const char *day)
{
  const char *stage = or_unnamed (conflict->stage_name);
  const char *cause = or_unnamed (conflict->cause_name);
  g_autofree char *other = NULL;

  if (conflict->type == SLIP_CONFLICT_STAGE_FREEZE)
    /* Translators: '“25 %” (Tue 22 December) starts in “Year-end”'. */
    return g_strdup_printf (_ ("“%s” (%s) starts in “%s”"), stage, day, cause);
  if (conflict->type == SLIP_CONFLICT_STAGE_SHRINKS)
    return g_strdup_printf (
      /* Translators: a rollout stage and the one before it. */
      _ ("“%s” reaches fewer people than “%s” before it"), stage, cause);

  other = slip_date_dup_text (conflict->other_day, SLIP_DATE_STYLE_MEDIUM,
                              conflict->day);
  return g_strdup_printf (
    /* Translators: a rollout stage and its first day, the one before it and its
     * last day. */
    _ ("“%s” (%s) starts before “%s” ends (%s)"), stage, day, cause, other);
}

static char *
describe_date (const SlipConflict *conflict, const char *day)
{
  const char *anchor = slip_anchor_get_label (conflict->anchor);

  if (conflict->type == SLIP_CONFLICT_FREEZE)
    /* Translators: 'Deploy date (Tue 22 December) lies in “Year-end”'. */
    return g_strdup_printf (_ ("%s (%s) lies in “%s”"), anchor, day,
                            conflict->cause_name != NULL ? conflict->cause_name
                                                         : _ ("Freeze"));
  if (conflict->type == SLIP_CONFLICT_WEEKEND)
    return g_strdup_printf (_ ("%s (%s) is not a working day"), anchor, day);
  if (conflict->cause_name == NULL || *conflict->cause_name == '\0')
    return g_strdup_printf (_ ("%s (%s) is a holiday"), anchor, day);

  return g_strdup_printf (_ ("%s (%s) is a holiday: “%s”"), anchor, day,
                          conflict->cause_name);
}

static char *
dup_day (const SlipConflict *conflict)
{
  return slip_date_dup_text (conflict->day, SLIP_DATE_STYLE_MEDIUM,
                             conflict->day);
}

/* Returns: (transfer full): @text, and who decided on an exception. */
static char *
add_exception (const SlipConflict *conflict, char *text)
{
  g_autofree char *plain = text;

  if (conflict->excepted_by == NULL)
    return g_steal_pointer (&plain);
  /* Translators: that something lies in a freeze, and who decided that it may.
   */
  return g_strdup_printf (_ ("%s, exception by %s"), plain,
                          conflict->excepted_by);
}

char *
slip_conflict_describe (const SlipConflict *conflict)
{
  g_autofree char *day = dup_day (conflict);

  switch (conflict->type) {
  case SLIP_CONFLICT_FREEZE:
  case SLIP_CONFLICT_HOLIDAY:
  case SLIP_CONFLICT_WEEKEND:
    return add_exception (conflict, describe_date (conflict, day));
  case SLIP_CONFLICT_STAGE_FREEZE:
  case SLIP_CONFLICT_STAGE_ORDER:
  case SLIP_CONFLICT_STAGE_SHRINKS:
    return add_exception (conflict, describe_stage (conflict, day));
  case SLIP_CONFLICT_DEPENDENCY:
    return describe_dependency (conflict, day);
  case SLIP_CONFLICT_DEPENDENCY_WITHOUT_DATE:
    return g_strdup_printf (_ ("Depends on %s, which has no date"),
                            conflict->cause_name);
  case SLIP_CONFLICT_DEPENDENCY_GONE:
    return g_strdup_printf (_ ("Depends on %s, which is cancelled or deleted"),
                            conflict->cause_name);
  case SLIP_CONFLICT_DEPLOY_AFTER_RELEASE:
    return g_strdup_printf (_ ("Deployed on %s, after the release"), day);
  case SLIP_CONFLICT_CODE_COMPLETE_AFTER_DEPLOY:
    return g_strdup_printf (_ ("Code complete on %s, after it is deployed"),
                            day);
  case SLIP_CONFLICT_NOTICE:
    return describe_notice (conflict);
  case SLIP_CONFLICT_T_DATES_PAST:
    return describe_t_dates (conflict, day);
  case SLIP_CONFLICT_TOO_MANY_RELEASES:
  case SLIP_CONFLICT_TOO_MANY_ITEMS:
    return describe_too_much (conflict, day, conflict->cause_name, FALSE);
  case SLIP_N_CONFLICT_TYPES:
    break;
  }

  g_assert_not_reached ();
}

static gboolean
is_told_alike (const SlipConflict *a, const SlipConflict *b)
{
  return a->type == SLIP_CONFLICT_TOO_MANY_RELEASES && b->type == a->type &&
         slip_date_equal (a->day, b->day) && a->n == b->n;
}

guint
slip_conflict_count_alike (const GPtrArray *conflicts, guint first)
{
  guint n = 1;

  while (first + n < conflicts->len &&
         is_told_alike (conflicts->pdata[first], conflicts->pdata[first + n]))
    n++;

  return n;
}

char *
slip_conflict_describe_group (const GPtrArray *conflicts,
                              guint first,
                              guint *n_told)
{
  const SlipConflict *conflict = conflicts->pdata[first];
  g_autoptr (GString) names = g_string_new (conflict->cause_name);
  g_autofree char *day = NULL;

  *n_told = slip_conflict_count_alike (conflicts, first);
  for (guint i = 1; i < *n_told; i++) {
    const SlipConflict *other = conflicts->pdata[first + i];

    slip_text_append_member (names, other->cause_name);
  }

  if (*n_told == 1)
    return slip_conflict_describe (conflict);

  day = dup_day (conflict);
  return describe_too_much (conflict, day, names->str, TRUE);
}
