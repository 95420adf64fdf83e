/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SlipFoundRow:
 *
 * A row of something that was found: its title with what was looked for in
 * bold, where it is, a line around what was looked for, and what it is.
 * Whatever people wrote is text there, never markup.
 */
#define SLIP_TYPE_FOUND_ROW (slip_found_row_get_type ())
G_DECLARE_FINAL_TYPE (SlipFoundRow,
                      slip_found_row,
                      SLIP,
                      FOUND_ROW,
                      GtkListBoxRow)

/**
 * SlipFoundText:
 * @icon: the name of an icon
 * @title_marks: (nullable) (element-type SlipSearchMark): what is bold in
 * @title
 * @context: (nullable): where it is
 * @snippet: (nullable): a line of it
 * @snippet_marks: (nullable) (element-type SlipSearchMark): what is bold there
 * @trailing: (nullable): what it is, or the keys for it
 */
typedef struct {
  const char *icon;
  const char *title;
  GArray *title_marks;
  const char *context;
  const char *snippet;
  GArray *snippet_marks;
  const char *trailing;
} SlipFoundText;

GtkWidget *slip_found_row_new (void);

void slip_found_row_set_text (SlipFoundRow *self, const SlipFoundText *text);

/* All that the row says, in one line. */
const char *slip_found_row_get_label (SlipFoundRow *self);

/**
 * slip_found_row_set_action:
 * @action: the action that opens it
 * @target: (nullable): its parameter; a floating reference is taken
 */
void slip_found_row_set_action (SlipFoundRow *self,
                                const char *action,
                                GVariant *target);
const char *slip_found_row_get_action (SlipFoundRow *self);
GVariant *slip_found_row_get_target (SlipFoundRow *self);

/* The row of @list at @i, made if there is none there yet, and shown. */
SlipFoundRow *slip_found_row_get_at (GtkListBox *list, guint i);

/* Hides the rows of @list from @n on, which stay for the next time. */
void slip_found_row_hide_from (GtkListBox *list, guint n);

G_END_DECLS
