/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "slip-plan-state.h"

G_BEGIN_DECLS

/**
 * SlipReleaseDialog:
 *
 * New Release: asks for what a release needs first and, by
 * `SLIP_ACTION_CREATE` of the window it is in front of, for the release, and
 * before it for its product if that is new too.  With a template, which is
 * suggested by tier and product, it says what that will add and asks for all
 * of it by `SLIP_ACTION_TAKE_TEMPLATE`.
 *
 * When it has asked it emits `asked`, and closes unless that is stopped.
 */
#define SLIP_TYPE_RELEASE_DIALOG (slip_release_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SlipReleaseDialog,
                      slip_release_dialog,
                      SLIP,
                      RELEASE_DIALOG,
                      AdwWindow)

/**
 * slip_release_dialog_new:
 * @product: (nullable): the id of the product offered
 * @date: the release date offered; may be unset
 */
GtkWidget *slip_release_dialog_new (const SlipPlanState *state,
                                    const char *product,
                                    SlipDate date,
                                    SlipDate today) G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_release_dialog_offer_me:
 *
 * Lets whoever uses the program own the release, though they are not among the
 * people of the plan.  When that is asked for it emits `me-wanted` instead of
 * asking, and waits for slip_release_dialog_create_for().
 */
void slip_release_dialog_offer_me (SlipReleaseDialog *self);

/* Asks for the release, owned by @owner (nullable), an id. */
void slip_release_dialog_create_for (SlipReleaseDialog *self,
                                     const char *owner);

G_END_DECLS
