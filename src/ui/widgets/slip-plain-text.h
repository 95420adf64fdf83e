/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * libadwaita reads markup in many of its texts, and what comes from a plan is
 * never markup.  These set such a text so that it shows as it is, and so that a
 * mark of direction in a name turns none of the words around it.
 */

/**
 * slip_plain_text_escape:
 * @text: (nullable): any text
 *
 * Returns: (transfer full): markup that shows @text as it is.
 */
char *slip_plain_text_escape (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_plain_text_dup_isolated:
 *
 * Where widgets run from right to left, '25 %', which has no letters, would be
 * turned round, alone or behind another text: it is kept in its own direction.
 *
 * Returns: (transfer full): what to show
 */
char *slip_plain_text_dup_isolated (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_plain_text_dup_line:
 *
 * Where widgets run from right to left, a line that begins with Latin letters,
 * as a rule does ('T−10 wd'), would run from left to right as a whole.
 *
 * Returns: (transfer full): a line that runs as widgets do
 */
char *slip_plain_text_dup_line (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/* A toast that says @text. */
AdwToast *slip_plain_text_toast_new (const char *text)
  G_GNUC_WARN_UNUSED_RESULT;

/* Rows: from then on neither title nor subtitle is read as markup. */
void slip_plain_text_set_row_title (AdwPreferencesRow *row, const char *text);
void slip_plain_text_set_row_subtitle (AdwActionRow *row, const char *text);

/* @title and @description may be %NULL. */
void slip_plain_text_set_group (AdwPreferencesGroup *group,
                                const char *title,
                                const char *description);
void slip_plain_text_set_status_page (AdwStatusPage *page,
                                      const char *title,
                                      const char *description);

/* @heading and @body may be %NULL. */
void slip_plain_text_set_message (AdwMessageDialog *dialog,
                                  const char *heading,
                                  const char *body);

G_END_DECLS
