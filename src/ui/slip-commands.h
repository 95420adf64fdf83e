/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SlipCommandFlags:
 * @SLIP_COMMAND_ACCEL: its keys are those of the whole window, wherever the
 *   focus is; other keys belong to who has the focus
 * @SLIP_COMMAND_SELECTED: it is about the selected release
 */
typedef enum {
  SLIP_COMMAND_DEFAULT = 0,
  SLIP_COMMAND_ACCEL = 1 << 0,
  SLIP_COMMAND_SELECTED = 1 << 1,
} SlipCommandFlags;

/**
 * SlipCommand:
 * @group: where it belongs, to be translated
 * @title: what it does, to be translated
 * @keys: (nullable): its keys, as a shortcuts window takes them
 * @action: (nullable): its action with the parameter; %NULL for what only keys
 *   do
 * @words: (nullable): other words that people look for it by, to be translated
 *
 * Something that a person can ask the window for.  The one table of them has
 * the keys, the shortcuts window and the command palette.
 */
typedef struct {
  const char *group;
  const char *title;
  const char *keys;
  const char *action;
  SlipCommandFlags flags;
  const char *words;
} SlipCommand;

/* Returns: (transfer none) (array length=n): all commands, group by group. */
const SlipCommand *slip_commands_list (guint *n);

/* Sets the keys of the whole window. */
void slip_commands_set_keys (GtkApplication *application);

/* Returns: (transfer full): a window with all keys. */
GtkShortcutsWindow *slip_commands_new_shortcuts_window (void);

/* Returns: (transfer full): its group and all other words that it is found
 *   by, as slip_command_rank() takes them for its group. */
char *slip_command_dup_words (const SlipCommand *command);

/* Returns: (transfer full) (nullable): the first of @command's keys as people
 *   read them: 'Ctrl+N'. */
char *slip_command_dup_keys (const SlipCommand *command);

G_END_DECLS
