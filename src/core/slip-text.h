/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * slip_text_fold:
 * @text: a text from people
 *
 * Returns: (transfer full): @text so that texts that differ in capitals,
 * accents' spelling or unseen marks of direction are equal; "" if it is no
 * valid UTF-8.
 */
char *slip_text_fold (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_text_is_blank:
 * @text: (nullable): a text from people
 *
 * Returns: %TRUE if there is nothing in @text that can be seen.
 */
gboolean slip_text_is_blank (const char *text);

/**
 * slip_text_dup_contained:
 * @text: a text from people, or a sentence with such texts in it
 *
 * A mark of direction that is never closed, as a RIGHT-TO-LEFT OVERRIDE in a
 * name, turns all words round that follow it.
 *
 * Returns: (transfer full): @text without embeddings, overrides and isolates
 *   that are not closed in their paragraph, and without what closes none; those
 *   in pairs stay
 */
char *slip_text_dup_contained (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_text_append_member:
 * @list: nothing yet, or members that were appended before
 *
 * Appends @member, after what stands between the members of a list in the
 * language of the person: a comma in most.
 */
void slip_text_append_member (GString *list, const char *member);

G_END_DECLS
