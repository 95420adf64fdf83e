/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-edit.h"

G_BEGIN_DECLS

/*
 * Templates as rules read them: a template has audiences, these have items, and
 * the template has stages.  In a template a role may own; people are found by
 * their role when it is applied.
 */

/* Orders two templates: those of a product first, then by rank, those without
 * one last, then by name. */
int slip_template_compare (const SlipRow *a, const SlipRow *b);

/**
 * slip_template_list:
 * @tier: the tier of a release; 0 for any
 * @product: (nullable): the id of its product; %NULL for any
 *
 * Returns: (transfer full) (element-type SlipRow): the templates that are not
 * retired and meant for such a release, in order: with its tier or none, with
 * its product or none.
 */
GPtrArray *slip_template_list (const SlipPlanState *state,
                               int tier,
                               const char *product) G_GNUC_WARN_UNUSED_RESULT;

/* Returns: (transfer full) (element-type SlipRow): the template_audiences of
 * @template_id in order. */
GPtrArray *slip_template_list_audiences (const SlipPlanState *state,
                                         const char *template_id)
  G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_template_list_items:
 * @audience: (nullable): the id of a template_audience; %NULL for all
 *
 * Returns: (transfer full) (element-type SlipRow): the template_items of
 * @template_id, by audience and then in order.
 */
GPtrArray *slip_template_list_items (const SlipPlanState *state,
                                     const char *template_id,
                                     const char *audience)
  G_GNUC_WARN_UNUSED_RESULT;

/* Returns: (transfer full) (element-type SlipRow): the template_stages of
 * @template_id in order. */
GPtrArray *slip_template_list_stages (const SlipPlanState *state,
                                      const char *template_id)
  G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_template_list_missing:
 * @release: the id of a release whose parts are in memory
 *
 * Finds the template_items that @release does not have: it has one if an item
 * has it as its origin, or the same title for the same audience, in capitals or
 * not.  Audiences that are retired, or not needed for the release, miss
 * nothing.
 *
 * Returns: (transfer full) (element-type SlipRow): them, in order.
 */
GPtrArray *slip_template_list_missing (const SlipPlanState *state,
                                       const char *template_id,
                                       const char *release)
  G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_template_list_gained:
 * @release: the id of a release whose parts are in memory
 *
 * Returns: (transfer full) (element-type SlipRow): the template_items that the
 * template of @release has and the release has not, none if it was made without
 * one.  A plan does not keep what was deleted from a release: an item deleted
 * there is listed again, and one that is not applicable is not.
 */
GPtrArray *slip_template_list_gained (const SlipPlanState *state,
                                      const char *release)
  G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_template_find_person:
 * @role: (nullable): a role, in capitals or not
 *
 * Returns: (nullable): the person of that role who is not retired; of several,
 * the first by name.
 */
const SlipRow *slip_template_find_person (const SlipPlanState *state,
                                          const char *role);

/* Returns: (transfer full): @name, or if a template has it, '@name 2' or the
 * next that is free. */
char *slip_template_dup_free_name (const SlipPlanState *state,
                                   const char *name) G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_template_let_go:
 * @id: the id of a template_audience or template_stage about to be deleted
 *
 * Makes sure that nothing refers to it: the items of the audience go with it,
 * and those that hang on the stage follow the release date instead, with the
 * offset they have.
 */
void slip_template_let_go (SlipEdit *edit, SlipKind kind, const char *id);

/**
 * slip_template_take_launch:
 * @stage: the id of a template_stage that was made the launch stage
 *
 * Makes it the only one of its template.
 */
void slip_template_take_launch (SlipEdit *edit, const char *stage);

/* slip_text_fold() without white space around it. */
char *slip_template_fold (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
