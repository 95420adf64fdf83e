/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-date.h"

G_BEGIN_DECLS

/**
 * SlipHoliday:
 * @days: its first and last day
 * @name: what people call it
 * @is_yearly: whether it is on the same days of every year
 *
 * Days off that could be added to a working calendar.
 */
typedef struct {
  SlipRange days;
  char *name;
  gboolean is_yearly;
} SlipHoliday;

/* Of that year only. */
SlipHoliday *slip_holiday_new (SlipRange days,
                               const char *name) G_GNUC_WARN_UNUSED_RESULT;
void slip_holiday_free (SlipHoliday *self);

/**
 * SlipHolidayRules:
 *
 * The public holidays of countries, as rules.  Never changes; any thread may
 * read it.
 */
typedef struct _SlipHolidayRules SlipHolidayRules;

/**
 * slip_holiday_rules_new_shipped:
 *
 * Returns: (transfer full): the rules that the program comes with.
 */
SlipHolidayRules *slip_holiday_rules_new_shipped (void)
  G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_holiday_rules_parse:
 * @text: rules, written as holidays.txt tells at its top
 *
 * Reads rules strictly.
 *
 * Returns: (transfer full): the rules, or %NULL with a
 * `SLIP_PLAN_ERROR_INVALID` that names the line.
 */
SlipHolidayRules *slip_holiday_rules_parse (const char *text, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;
void slip_holiday_rules_free (SlipHolidayRules *self);

guint slip_holiday_rules_get_n_countries (const SlipHolidayRules *self);
/* 'AT' */
const char *slip_holiday_rules_get_code (const SlipHolidayRules *self,
                                         guint country);

/* (transfer full): 'Austria – Österreich', or 'France'. */
char *slip_holiday_rules_dup_name (const SlipHolidayRules *self,
                                   guint country) G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_holiday_rules_find:
 *
 * Returns: the index of the country that @text names by its code or one of its
 * names, in any case, or -1.
 */
int slip_holiday_rules_find (const SlipHolidayRules *self, const char *text);

/**
 * slip_holiday_rules_expand:
 * @year: from 1900 to 2199
 *
 * Returns: (transfer full) (element-type SlipHoliday): the holidays of
 * @country that fall into @year, by day, with the days that stand in for those
 * on a weekend; one a day.  They have their name in the country's language and
 * in English.
 */
GPtrArray *slip_holiday_rules_expand (const SlipHolidayRules *self,
                                      guint country,
                                      int year) G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_date_get_easter:
 * @year: 1583 to 9999
 *
 * Returns: Easter Sunday by the Gregorian reckoning.
 */
SlipDate slip_date_get_easter (int year);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlipHoliday, slip_holiday_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlipHolidayRules, slip_holiday_rules_free)

G_END_DECLS
