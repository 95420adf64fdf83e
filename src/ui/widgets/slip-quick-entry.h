/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SlipQuickEntry:
 *
 * An entry that is typed into again and again: Enter, or the button beside it,
 * takes the text and leaves it empty for the next.  A list that is pasted is
 * taken at once, all lines of it; a single line is left to be changed.  While
 * it is empty, Ctrl+Z is the plan's undo.
 */
#define SLIP_TYPE_QUICK_ENTRY (slip_quick_entry_get_type ())
G_DECLARE_FINAL_TYPE (SlipQuickEntry,
                      slip_quick_entry,
                      SLIP,
                      QUICK_ENTRY,
                      GtkWidget)

/**
 * SlipQuickEntry::entered:
 * @text: a line, or several as they were pasted; never blank
 */

/* @label: its placeholder and accessible name. */
GtkWidget *slip_quick_entry_new (const char *label) G_GNUC_WARN_UNUSED_RESULT;

/* Its accessible name, if the placeholder does not say enough. */
void slip_quick_entry_set_label (SlipQuickEntry *self, const char *label);

/* Shows @text as if it had been typed or pasted. */
void slip_quick_entry_type (SlipQuickEntry *self, const char *text);

/* Does what Enter does. */
void slip_quick_entry_enter (SlipQuickEntry *self);

G_END_DECLS
