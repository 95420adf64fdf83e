/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-change-set.h"

G_BEGIN_DECLS

/**
 * slip_overlap_find:
 * @set: what is to be taken back
 * @changes: changes made later, and still there
 *
 * Asks whether @set can be taken back under @changes: whether none of them
 * touches a property that @set touches, where the day of an item or
 * communication, its rule and its pin count as one, nor an entity that @set
 * creates or deletes, nor creates or deletes one that @set touches or refers
 * to, nor refers to one that @set creates.  Nor may one touch what dates hang
 * on that hang on what @set touches as well: a date, the product or the stages
 * of a release and the rules of its parts, or a working calendar and any of
 * these; nor make a checklist where taking back @set would bring another.
 *
 * Returns: `TRUE` if one does.
 */
gboolean slip_overlap_find (const SlipChangeSet *set,
                            const SlipChangeSet *changes);

G_END_DECLS
