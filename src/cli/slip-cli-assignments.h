/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-cli-session.h"
#include "slip-entity-edit.h"

G_BEGIN_DECLS

/**
 * slip_cli_add_assignments:
 * @edit: an edit of an entity of @kind
 * @row: (nullable): the entity as it is, %NULL if it is new
 * @assignments: texts `KEY=VALUE`; keys are names of properties, values are as
 *   slip_property_parse() has them, but for references (names too) and dates
 *   (as above)
 *
 * Adds to @edit what @assignments say.
 */
gboolean slip_cli_add_assignments (SlipCli *cli,
                                   SlipEntityEdit *edit,
                                   SlipKind kind,
                                   const SlipRow *row,
                                   char **assignments,
                                   GError **error);

G_END_DECLS
