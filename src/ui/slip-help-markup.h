/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "slip-help-text.h"

G_BEGIN_DECLS

/**
 * slip_help_markup_dup:
 * @runs: (element-type SlipHelpRun): of a paragraph
 *
 * Returns: (transfer full): @runs as markup of Pango: names of what is on the
 *   screen bold, keys as they are called in the language of the person, links
 *   with the id of their page as address.
 */
char *slip_help_markup_dup (GPtrArray *runs);

/* Returns: (transfer full) (nullable): what the help calls 'Ctrl+F' as an
 *   accelerator, '<Control>F'; %NULL if there is no such key. */
char *slip_help_markup_dup_accelerator (const char *key);

G_END_DECLS
