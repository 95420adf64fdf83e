/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-entity-edit.h"

G_BEGIN_DECLS

/*
 * Reads what editors ask for in the parameters of actions.
 */

/**
 * slip_wishes_add_pairs:
 * @pairs: a(ss) of names of properties and texts as slip_property_parse() reads
 *   them
 */
gboolean slip_wishes_add_pairs (SlipEntityEdit *edit,
                                SlipKind kind,
                                GVariant *pairs,
                                GError **error);

/**
 * slip_wishes_read:
 * @wishes: a(ssssa(ss)) of 'create', 'set' or 'remove', kind, id, owner, pairs
 * @has_release: (out): whether one of them is about a release
 *
 * Returns: (transfer full) (element-type SlipEntityEdit): the edits in order;
 * what names no known kind is left out.
 */
GPtrArray *slip_wishes_read (GVariant *wishes,
                             gboolean *has_release,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
