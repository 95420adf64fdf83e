/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-cli-arguments.h"

G_BEGIN_DECLS

/*
 * Naming the checklists and items of releases.  Rows are valid until the next
 * call that reads or writes.
 */

/**
 * slip_cli_open_release:
 *
 * Opens the plan, finds the release that @text names and reads its parts.
 *
 * Returns: (nullable): its row, %NULL with an error.
 */
const SlipRow *slip_cli_open_release (SlipCli *cli,
                                      SlipCliOpening opening,
                                      const char *text,
                                      GError **error);

/* Reads the parts of all open releases. */
gboolean slip_cli_load_open (SlipCli *cli, GError **error);

/**
 * slip_cli_find_checklist:
 * @audience: an audience, by id or name
 *
 * Returns: (nullable): the checklist of @release for it, %NULL with an error.
 */
const SlipRow *slip_cli_find_checklist (SlipCli *cli,
                                        const SlipRow *release,
                                        const char *audience,
                                        GError **error);

/**
 * slip_cli_find_stage:
 * @release: the id of a release whose parts are in memory
 * @text: one of its stages, by id or name
 *
 * Returns: (nullable): its row, %NULL with an error.
 */
const SlipRow *slip_cli_find_stage (SlipCli *cli,
                                    const char *release,
                                    const char *text,
                                    GError **error);

/**
 * slip_cli_take_item:
 * @words: (inout): the id of an item, or a release and the title of one of its
 *   items, and whatever follows; moved on to that
 * @audience: (nullable): an audience, where several have an item of that title
 *
 * Opens the plan to write and finds the item that @words begin with.  By its id
 * alone only items of open releases are found.
 *
 * Returns: (nullable): its row, %NULL with an error; an ambiguous title is
 * refused with the items it could be.
 */
const SlipRow *slip_cli_take_item (SlipCli *cli,
                                   char ***words,
                                   const char *audience,
                                   GError **error);

/* The name of the entity that @property of @row refers to, or %NULL. */
const char *slip_cli_get_name (const SlipCli *cli,
                               const SlipRow *row,
                               guint property);

/* The name of the audience of the checklist of @item, or %NULL. */
const char *slip_cli_get_audience (const SlipCli *cli, const SlipRow *item);

/* Whose @item is: its owner, else that of its checklist; %NULL for nobody's. */
const SlipRow *slip_cli_get_item_owner (const SlipCli *cli,
                                        const SlipRow *item);

G_END_DECLS
