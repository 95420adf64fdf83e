/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SlipHelpRunType:
 * @SLIP_HELP_TEXT: plain words
 * @SLIP_HELP_EMPHASIS: words that matter
 * @SLIP_HELP_GUI: what the program calls something on the screen
 * @SLIP_HELP_KEY: keys, such as 'Ctrl+F'
 * @SLIP_HELP_CODE: what is typed, or the name of a command
 * @SLIP_HELP_LINK: leads to another page
 */
typedef enum {
  SLIP_HELP_TEXT,
  SLIP_HELP_EMPHASIS,
  SLIP_HELP_GUI,
  SLIP_HELP_KEY,
  SLIP_HELP_CODE,
  SLIP_HELP_LINK,
} SlipHelpRunType;

/**
 * SlipHelpRun:
 * @text: the words; empty for a link that takes the title of its page
 * @page: (nullable): where a link leads
 *
 * A stretch of a paragraph that looks alike.
 */
typedef struct {
  SlipHelpRunType type;
  char *text;
  char *page;
} SlipHelpRun;

/**
 * slip_help_text_parse:
 * @fragment: the inside of a paragraph of Mallard, translated or not
 *
 * Only elements that are known and lie in no other are taken.
 *
 * Returns: (transfer full) (nullable) (element-type SlipHelpRun): the runs, or
 *   %NULL with @error set if it is no such fragment.
 */
GPtrArray *slip_help_text_parse (const char *fragment,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
