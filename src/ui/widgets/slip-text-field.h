/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SlipTextField:
 *
 * A text of the plan that can be edited, of one line or of several.  Enter
 * (with several lines Ctrl+Enter) and leaving the field commit, Escape restores
 * what is kept.  What the plan says meanwhile never overwrites what somebody is
 * typing: the field then says so, and committing wins.
 */
#define SLIP_TYPE_TEXT_FIELD (slip_text_field_get_type ())
G_DECLARE_FINAL_TYPE (SlipTextField,
                      slip_text_field,
                      SLIP,
                      TEXT_FIELD,
                      GtkWidget)

/**
 * SlipTextField::committed:
 * @text: the new text, other than the kept one
 */

GtkWidget *slip_text_field_new (gboolean is_long) G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_text_field_set_kept:
 * @text: (nullable): what the plan keeps; %NULL is the empty text
 *
 * Shows @text in place of what was committed.  What somebody is typing stays.
 */
void slip_text_field_set_kept (SlipTextField *self, const char *text);

/* The text as it is shown. */
char *slip_text_field_dup_text (SlipTextField *self) G_GNUC_WARN_UNUSED_RESULT;

/* Shows @text as if it had been typed. */
void slip_text_field_type (SlipTextField *self, const char *text);

/* Whether the text shown is not the kept one. */
gboolean slip_text_field_is_changed (SlipTextField *self);

/* Whether the plan's text has changed since somebody began to type. */
gboolean slip_text_field_is_contested (SlipTextField *self);

void slip_text_field_commit (SlipTextField *self);
void slip_text_field_restore (SlipTextField *self);

/* Its accessible name; also its placeholder if @is_shown. */
void slip_text_field_set_label (SlipTextField *self,
                                const char *label,
                                gboolean is_shown);

/* The most characters that can be typed. */
void slip_text_field_set_max_length (SlipTextField *self, int max_length);

G_END_DECLS
