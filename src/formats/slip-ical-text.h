/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * slip_ical_text_dup_utf8:
 * @is_latin1: set to `TRUE` if @bytes had to be read as Latin-1, else left
 *
 * Returns: (nullable): @bytes as UTF-8, or %NULL if there is a NUL byte.
 */
char *slip_ical_text_dup_utf8 (const char *bytes,
                               gsize length,
                               gboolean *is_latin1) G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_ical_text_dup_paragraphs:
 * @value: (nullable): the value of a TEXT property
 *
 * Resolves the escapes of iCalendar.
 *
 * Returns: (nullable): the text, possibly of several lines, without control
 *   characters and space around it; %NULL if nothing is left.
 */
char *slip_ical_text_dup_paragraphs (const char *value)
  G_GNUC_WARN_UNUSED_RESULT;

/* The same on one line: line ends and tabs become spaces. */
char *slip_ical_text_dup_line (const char *value) G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_ical_text_split:
 * @value: (nullable): the value of a property with several TEXT values
 *
 * Returns: (array zero-terminated=1): the values that are not empty, each on
 *   one line.
 */
char **slip_ical_text_split (const char *value) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
