/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Decimal numbers as text: a sign perhaps, digits, and perhaps a point and more
 * digits: '99.95', '-3', '.5'.  They are compared as they are written, not as
 * the nearest binary fraction.
 */

/**
 * slip_decimal_normalize:
 * @text: (nullable): a number as somebody typed it: blanks around it, a comma
 *   for the point and a dash for the minus do not matter
 *
 * Returns: (transfer full) (nullable): it without needless signs and zeros:
 * '0.5'; %NULL if it is anything but one number.
 */
char *slip_decimal_normalize (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/* Whether @text (nullable) is a number, however it is typed. */
gboolean slip_decimal_is_valid (const char *text);

/**
 * slip_decimal_compare:
 *
 * Returns: below, equal to or above 0 as @a is less than, equal to or greater
 * than @b, exactly.  Both must be valid.
 */
int slip_decimal_compare (const char *a, const char *b);

/**
 * slip_decimal_print:
 *
 * Returns: (transfer full) (nullable): @value with the fewest digits that are
 * read back as it: '0.1'; %NULL if it is not finite.
 */
char *slip_decimal_print (double value) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
