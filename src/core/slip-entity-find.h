/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-plan-state.h"

G_BEGIN_DECLS

/**
 * slip_entity_find:
 * @kind: product, person, audience, freeze, … or release
 * @text: an id, or a name, compared without regard to case; for a release also
 *   'product version' and 'product name'
 *
 * Finds the one entity that @text names; deleted releases only by id.
 *
 * Returns: (transfer none): the row, or %NULL with `SLIP_PLAN_ERROR_NOT_FOUND`
 * or, listing the candidates with their ids, `SLIP_PLAN_ERROR_AMBIGUOUS`.
 */
const SlipRow *slip_entity_find (const SlipPlanState *state,
                                 SlipKind kind,
                                 const char *text,
                                 GError **error);

/**
 * slip_entity_find_offered:
 *
 * As slip_entity_find(), for what is to be used from now on: what is retired
 * stays where it is used and is offered no more.
 *
 * Returns: (transfer none): the row, or %NULL, for a retired one with
 *   `SLIP_PLAN_ERROR_INVALID`.
 */
const SlipRow *slip_entity_find_offered (const SlipPlanState *state,
                                         SlipKind kind,
                                         const char *text,
                                         GError **error);

G_END_DECLS
