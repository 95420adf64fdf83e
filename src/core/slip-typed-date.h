/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-release.h"

G_BEGIN_DECLS

/**
 * slip_typed_date_parse:
 * @text: what somebody typed
 * @today: the day to count from; set
 *
 * Reads a date as people write it: ISO 8601 ('2026-12-08', '20261208'), with
 * dots always day before month ('8.12.', '15.01.2027'), with slashes in the
 * locale's order or in the only possible one ('12/8/26'), with the locale's or
 * English names ('Tue 8 December', 'Dec 8, 2026'); counted from @today
 * ('yesterday', 'Friday', 'in 2 weeks', '+7', and 'next Friday' for the Friday
 * of the next week); also periods: 'December 2026', '2027-01', 'Q1 2027',
 * 'week 50', 'next month'.
 *
 * Years of two digits are of this century.  Without a year it is the next such
 * day or period from @today on, or the last if it is at most 30 days over.
 *
 * Returns: the date; its certainty is confirmed for a day, else the period's.
 * Unscheduled if there is nothing but blanks, and, with a
 * `SLIP_PLAN_ERROR_INVALID`, if it is no date.
 */
SlipPlannedDate slip_typed_date_parse (const char *text,
                                       SlipDate today,
                                       GError **error);

G_END_DECLS
