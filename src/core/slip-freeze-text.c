/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-freeze-text.h"

#include <glib/gi18n-lib.h>
#include <langinfo.h>

#include "slip-date-text.h"
#include "slip-text.h"

static char *
dup_day (SlipDate day, SlipDate today)
{
  return slip_date_dup_text (day, SLIP_DATE_STYLE_MEDIUM, today);
}

static char *
dup_range (SlipDate first, SlipDate last, SlipDate today)
{
  g_autofree char *first_text = dup_day (first, today);
  g_autofree char *last_text = NULL;

  if (!slip_date_is_set (last) || slip_date_equal (first, last))
    return g_steal_pointer (&first_text);

  last_text = dup_day (last, today);
  /* Translators: the first and the last day of a freeze. */
  return g_strdup_printf (_ ("%s to %s"), first_text, last_text);
}

static const char *
get_weekday (guint i)
{
  return slip_weekday_get_name ((SlipWeekday) (i + 1), TRUE);
}

static const char *
get_month (guint i)
{
  static const nl_item names[] = {
    MON_1, MON_2, MON_3, MON_4,  MON_5,  MON_6,
    MON_7, MON_8, MON_9, MON_10, MON_11, MON_12
  };

  return nl_langinfo (names[i]);
}

/* The names of the bits of @mask, of which there are @n. */
static char *
dup_names (gint64 mask, guint n, const char *(*get_name) (guint i))
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    if (mask & (1u << i))
      slip_text_append_member (text, get_name (i));

  return g_strdup (text->str);
}

static char *
dup_weekly (const SlipRow *freeze)
{
  gint64 months = slip_row_get_integer (freeze, SLIP_FREEZE_MONTHS);
  g_autofree char *days =
    dup_names (slip_row_get_integer (freeze, SLIP_FREEZE_WEEKDAYS), 7,
               get_weekday);
  g_autofree char *month_names = dup_names (months, 12, get_month);

  if (months == 0 || months == 0xfff)
    /* Translators: weekdays: 'Every week on Fri, Sat'. */
    return g_strdup_printf (_ ("Every week on %s"), days);

  /* Translators: weekdays and months: 'Every week on Fri, Sat in December'. */
  return g_strdup_printf (_ ("Every week on %s in %s"), days, month_names);
}

char *
slip_freeze_dup_when (const SlipRow *freeze, SlipDate today)
{
  SlipRepeat repeat =
    (SlipRepeat) slip_row_get_integer (freeze, SLIP_FREEZE_REPEAT);
  SlipDate until = slip_row_get_date (freeze, SLIP_FREEZE_UNTIL);
  g_autofree char *range =
    dup_range (slip_row_get_date (freeze, SLIP_FREEZE_FIRST_DAY),
               slip_row_get_date (freeze, SLIP_FREEZE_LAST_DAY),
               repeat == SLIP_REPEAT_YEARLY ? SLIP_DATE_NONE : today);
  g_autofree char *rule = NULL;
  g_autofree char *end = NULL;

  if (repeat == SLIP_REPEAT_NEVER)
    return g_steal_pointer (&range);

  rule = repeat == SLIP_REPEAT_WEEKLY
           ? dup_weekly (freeze)
           /* Translators: days of a year. */
           : g_strdup_printf (_ ("Every year, %s"), range);
  if (!slip_date_is_set (until))
    return g_steal_pointer (&rule);

  end = dup_day (until, today);
  /* Translators: a rule by which a freeze repeats, and its last day. */
  return g_strdup_printf (_ ("%s, until %s"), rule, end);
}

/* The names of what the parts of @kind of @freeze refer to. */
static char *
dup_members (const SlipPlanState *state,
             const SlipRow *freeze,
             SlipKind kind,
             guint name)
{
  g_autoptr (GPtrArray) parts =
    slip_plan_state_list_owned (state, kind, slip_row_get_id (freeze));
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < parts->len; i++) {
    const SlipRow *row = slip_plan_state_follow (state, parts->pdata[i], 0);

    if (row != NULL)
      slip_text_append_member (text, slip_row_get_text (row, name));
  }

  return text->len > 0 ? g_strdup (text->str) : NULL;
}

char *
slip_freeze_dup_whom (const SlipPlanState *state, const SlipRow *freeze)
{
  g_autofree char *products =
    dup_members (state, freeze, SLIP_KIND_FREEZE_PRODUCT, SLIP_PRODUCT_NAME);
  g_autofree char *audiences =
    dup_members (state, freeze, SLIP_KIND_FREEZE_AUDIENCE, SLIP_AUDIENCE_NAME);

  if (audiences == NULL)
    return g_steal_pointer (&products);
  if (products == NULL)
    /* Translators: audiences: 'what Sales, Support has to be ready for'. */
    return g_strdup_printf (_ ("what %s has to be ready for"), audiences);

  /* Translators: products, and audiences. */
  return g_strdup_printf (_ ("what %s has to be ready for of %s"), audiences,
                          products);
}
