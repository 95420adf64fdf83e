/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SlipHelpBlockType:
 * @SLIP_HELP_PARAGRAPH: a paragraph
 * @SLIP_HELP_HEADING: the title of a section
 * @SLIP_HELP_ITEM: an entry of a list
 * @SLIP_HELP_STEP: one of several things to do one after the other
 * @SLIP_HELP_NOTE: a paragraph to be marked
 * @SLIP_HELP_KEYS: the keys of one group of commands; the text is the group,
 *   empty for all
 * @SLIP_HELP_TOPIC: leads to a page of a section; the text is its id
 */
typedef enum {
  SLIP_HELP_PARAGRAPH,
  SLIP_HELP_HEADING,
  SLIP_HELP_ITEM,
  SLIP_HELP_STEP,
  SLIP_HELP_NOTE,
  SLIP_HELP_KEYS,
  SLIP_HELP_TOPIC,
} SlipHelpBlockType;

/**
 * SlipHelpBlock:
 * @number: of a step, from 1
 * @text: English, the inside of a paragraph of Mallard
 */
typedef struct {
  SlipHelpBlockType type;
  guint number;
  char *text;
} SlipHelpBlock;

/**
 * SlipHelpPage:
 * @id: its name, as links have it
 * @title: what it is called, English
 * @summary: what it is about in one line, English
 * @blocks: (element-type SlipHelpBlock): what stands on it
 *
 * A page of the help, as read from a file of Mallard: of that language the
 * part that the help needs.  Its texts are the ones that translators get, to
 * the letter.
 */
typedef struct {
  char *id;
  char *title;
  char *summary;
  GPtrArray *blocks;
} SlipHelpPage;

/* Where the texts of the help are translated. */
#define SLIP_HELP_DOMAIN "slipway-help"

/* Returns: (transfer full) (nullable): %NULL with @error set if @text is no
 *   page. */
SlipHelpPage *slip_help_page_new (const char *text,
                                  gsize length,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;
void slip_help_page_free (SlipHelpPage *page);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlipHelpPage, slip_help_page_free)

/* Returns: (transfer none): @text in the language of the person, or as it is.
 */
const char *slip_help_page_translate (const char *text);

G_END_DECLS
