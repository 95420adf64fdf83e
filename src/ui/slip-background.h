/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-notifier.h"
#include "slip-open-plans.h"

G_BEGIN_DECLS

/**
 * SlipBackground:
 *
 * Keeps the program and the plan used last open without a window, and has the
 * desktop start it with the session, if somebody asked for that in the
 * preferences: so that notifications come.  The desktop is asked by its portal,
 * and may refuse; where there is none, nothing starts the program.
 */
#define SLIP_TYPE_BACKGROUND (slip_background_get_type ())
G_DECLARE_FINAL_TYPE (SlipBackground,
                      slip_background,
                      SLIP,
                      BACKGROUND,
                      GObject)

/**
 * SlipBackground::refused:
 *
 * The desktop does not let the program run in the background.  The setting is
 * off again.
 */

/* @application: stays as long as it is asked to, and owns this */
SlipBackground *slip_background_new (GApplication *application,
                                     SlipOpenPlans *plans,
                                     SlipNotifier *notifier)
  G_GNUC_WARN_UNUSED_RESULT;

/* Lets the program end, whatever was asked for. */
void slip_background_stop (SlipBackground *self);

G_END_DECLS
