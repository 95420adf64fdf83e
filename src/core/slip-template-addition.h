/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-template-application.h"

G_BEGIN_DECLS

/**
 * SlipTemplateAddition:
 * @state: the plan as it would be
 * @checklists: (element-type SlipRow): the checklists that are new
 * @owned: (element-type SlipRow): those that nobody owned and somebody would
 * @items: (element-type SlipRow): the items that are new, by audience
 * @stages: (element-type SlipRow): the stages that are new
 * @communications: (element-type SlipRow): the communications that are new
 * @n_present: items of the template that the release has already
 * @n_not_needed: items for audiences that are not needed or retired
 *
 * What applying a template would add; the rows are as they would be, with their
 * dates.
 */
typedef struct {
  SlipPlanState *state;
  GPtrArray *checklists;
  GPtrArray *owned;
  GPtrArray *items;
  GPtrArray *stages;
  GPtrArray *communications;
  guint n_present;
  guint n_not_needed;
} SlipTemplateAddition;

/**
 * slip_template_addition_new:
 *
 * Returns: (transfer full): what running @application on @state would add, or
 * %NULL with its error, `SLIP_PLAN_ERROR_NOT_LOADED` among them.
 */
SlipTemplateAddition *slip_template_addition_new (
  const SlipPlanState *state,
  const SlipTemplateApplication *application,
  GError **error) G_GNUC_WARN_UNUSED_RESULT;
void slip_template_addition_free (SlipTemplateAddition *self);

/* Whether there is nothing to add. */
gboolean slip_template_addition_is_empty (const SlipTemplateAddition *self);

/**
 * slip_template_addition_describe:
 *
 * Returns: (transfer full): it in a line: '3 checklists, 14 items and 4 stages;
 * 2 items are there already'.
 */
char *slip_template_addition_describe (const SlipTemplateAddition *self)
  G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlipTemplateAddition,
                               slip_template_addition_free)

G_END_DECLS
