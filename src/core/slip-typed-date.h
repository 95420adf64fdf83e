/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-release.h"

G_BEGIN_DECLS

/**
 * slip_typed_date_parse:
 * @text: what somebody typed
 * @near: the day it is probably near to: a date without a year takes the year
 *   that brings it nearest, a weekday is the next one after it; set
 *
 * Reads a date as people write it: ISO 8601 ('2026-12-08'), in the locale's
 * order ('8.12.', '12/8/2026'), with the locale's or English names ('Tue 8
 * December', 'Dec 8, 2026'), 'today', 'tomorrow', 'Friday'; also periods:
 * 'December 2026', 'Q1 2027', 'week 50'.
 *
 * Returns: the date; its certainty is confirmed for a day, else the period's.
 * Unscheduled if there is nothing but blanks, and, with a
 * `SLIP_PLAN_ERROR_INVALID`, if it is no date.
 */
SlipPlannedDate slip_typed_date_parse (const char *text,
                                       SlipDate near,
                                       GError **error);

G_END_DECLS
