/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "slip-template-addition.h"

G_BEGIN_DECLS

/**
 * SlipAdditionView:
 *
 * What applying a template would add to a release: by audience, with a tick
 * for each, its items with the days they come to and their owners; then stages
 * and communications.
 */
#define SLIP_TYPE_ADDITION_VIEW (slip_addition_view_get_type ())
G_DECLARE_FINAL_TYPE (SlipAdditionView,
                      slip_addition_view,
                      SLIP,
                      ADDITION_VIEW,
                      GtkWidget)

/**
 * SlipAdditionView::changed:
 *
 * Somebody has ticked or unticked an audience.
 */

GtkWidget *slip_addition_view_new (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_addition_view_set_addition:
 * @addition: (nullable): all that the template would add
 *
 * Audiences that are unticked stay so.
 */
void slip_addition_view_set_addition (SlipAdditionView *self,
                                      const SlipTemplateAddition *addition,
                                      const char *template_id,
                                      SlipDate today);

/* Returns: (transfer full): the ids of the template_audiences that are not
 * ticked. */
GStrv slip_addition_view_dup_without (SlipAdditionView *self)
  G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
