/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-window.h"

G_BEGIN_DECLS

/**
 * SlipStartWish:
 * @view: (nullable): the name of a view to show
 * @date: a day to go to; may be unset
 * @release: (nullable): the id or the name of a release to open
 * @search: (nullable): what to look for
 * @is_new_release: whether to ask for a new release
 * @file: (nullable): a calendar or a template to import
 *
 * What is to be seen of a plan once it is open, as the command line, the
 * desktop or a notification asks for it.
 */
typedef struct {
  char *view;
  SlipDate date;
  char *release;
  char *search;
  gboolean is_new_release;
  GFile *file;
} SlipStartWish;

SlipStartWish *slip_start_wish_new (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_start_wish_check:
 * @options: of the command line: view and date
 *
 * Returns: `FALSE` with `SLIP_PLAN_ERROR_INVALID` if one of them cannot be
 * meant.
 */
gboolean slip_start_wish_check (GVariantDict *options, GError **error);

/* @options: as above, checked; also release and new-release. */
SlipStartWish *slip_start_wish_new_from_options (GVariantDict *options)
  G_GNUC_WARN_UNUSED_RESULT;

void slip_start_wish_free (SlipStartWish *self);

/* Whether a file of that name is imported into a plan, and not opened as one.
 */
gboolean slip_start_wish_is_import (GFile *file);

/**
 * slip_start_wish_grant:
 * @self: (transfer full): the wish
 *
 * Shows in @window what was wished for, now or as soon as it shows a plan.  A
 * release that is not there is told in the window.
 */
void slip_start_wish_grant (SlipStartWish *self, SlipWindow *window);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlipStartWish, slip_start_wish_free)

G_END_DECLS
