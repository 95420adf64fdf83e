/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "slip-plan-state.h"

G_BEGIN_DECLS

/**
 * SlipTellDialog:
 *
 * Asks what an audience was told about a release: what kind of message it was,
 * which date it gave, how, when, by whom, and who has confirmed it.  Nothing is
 * recorded before 'Tell'; then it is one `SLIP_ACTION_RECORD_TELLING`.
 */
#define SLIP_TYPE_TELL_DIALOG (slip_tell_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SlipTellDialog,
                      slip_tell_dialog,
                      SLIP,
                      TELL_DIALOG,
                      AdwWindow)

/**
 * slip_tell_dialog_new:
 * @release: the id of a release whose parts are in memory
 * @audience: (nullable): the id of whom; %NULL for the first that does not know
 * @communication: (nullable): the id of a planned one that has been sent
 * @person: (nullable): the id of who has sent it, to begin with
 */
GtkWidget *slip_tell_dialog_new (const SlipPlanState *state,
                                 const char *release,
                                 const char *audience,
                                 const char *communication,
                                 const char *person,
                                 SlipDate today) G_GNUC_WARN_UNUSED_RESULT;

/* Records it and closes, or says what is wrong. */
void slip_tell_dialog_tell (SlipTellDialog *self);

G_END_DECLS
