/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SlipPicker:
 *
 * A popover to choose one of many by typing part of its name: an entry, and
 * below it a list that every change of the text fills anew.  Down leads into
 * the list; Return takes the first row.
 */
#define SLIP_TYPE_PICKER (slip_picker_get_type ())
G_DECLARE_DERIVABLE_TYPE (SlipPicker, slip_picker, SLIP, PICKER, GtkPopover)

/**
 * SlipPickerClass:
 * @fill: adds the rows for @typed, which is "" or has no white space around it
 */
struct _SlipPickerClass {
  GtkPopoverClass parent_class;

  void (*fill) (SlipPicker *self, const char *typed);
};

/**
 * SlipPicker::picked:
 * @id: the id of what was picked, "" for nothing or something new
 * @name: the name of something new, else ""
 */

/**
 * slip_picker_set_entry:
 * @name: the widget name of the text in the entry, which is what has the focus
 * @placeholder: what it shows while nothing is typed
 * @label: what it is called
 */
void slip_picker_set_entry (SlipPicker *self,
                            const char *name,
                            const char *placeholder,
                            const char *label);

/**
 * slip_picker_set_shape:
 * @width_px: how wide it is at least
 * @width_chars: how wide a row may get
 * @ellipsize: where a longer row is shortened
 */
void slip_picker_set_shape (SlipPicker *self,
                            int width_px,
                            int width_chars,
                            PangoEllipsizeMode ellipsize);

/* Shows all there is and opens. */
void slip_picker_open (SlipPicker *self);

/**
 * slip_picker_add_row:
 * @text: what it says
 * @key: what tells it from the others for people; its widget name ends so
 *
 * For a @fill.  @id and @name are what SlipPicker::picked tells.
 *
 * Returns: (transfer none): the row.
 */
GtkWidget *slip_picker_add_row (SlipPicker *self,
                                const char *text,
                                const char *key,
                                const char *id,
                                const char *name);

/* Whether a @fill has added as many as anybody looks through; more are found by
 * typing. */
gboolean slip_picker_is_full (SlipPicker *self);

/* What the rows say, a line each; for tests. */
char *slip_picker_dup_rows (SlipPicker *self) G_GNUC_WARN_UNUSED_RESULT;

/* Types @text, as a person does. */
void slip_picker_type (SlipPicker *self, const char *text);

/* Takes the first row, as Return does. */
void slip_picker_take_first (SlipPicker *self);

G_END_DECLS
