/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "slip-workspace.h"

G_BEGIN_DECLS

/**
 * SlipSearchPanel:
 *
 * What the search found in all of the plan, below its entry and over the view:
 * a list to be gone through with the arrows, the filters that could go on what
 * is typed, and what is still being read.  It goes away with Escape, when
 * something is opened, and when the focus goes elsewhere.
 */
#define SLIP_TYPE_SEARCH_PANEL (slip_search_panel_get_type ())
G_DECLARE_FINAL_TYPE (SlipSearchPanel,
                      slip_search_panel,
                      SLIP,
                      SEARCH_PANEL,
                      AdwBin)

/* @workspace: (nullable): the plan to search. */
void slip_search_panel_set_workspace (SlipSearchPanel *self,
                                      SlipWorkspace *workspace);

/* @entry: where people type; before it is shown. */
void slip_search_panel_set_entry (SlipSearchPanel *self, GtkWidget *entry);

/* Notes where the focus is before it goes to the entry. */
void slip_search_panel_begin (SlipSearchPanel *self);

/* Hides what was found, and gives the focus back to where it was, if nothing
 * else has it by now.  Returns: whether something has the focus. */
gboolean slip_search_panel_end (SlipSearchPanel *self);

/* Searches for what is in the entry now; the search before is given up. */
void slip_search_panel_search (SlipSearchPanel *self);

/* Hides what was found; the next key in the entry shows it again. */
void slip_search_panel_hide (SlipSearchPanel *self);

/* Opens what is likeliest meant.  Returns: whether there was anything. */
gboolean slip_search_panel_open_first (SlipSearchPanel *self);

/* Whether a search is under way. */
gboolean slip_search_panel_is_busy (SlipSearchPanel *self);

G_END_DECLS
