/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-form-window.h"
#include "slip-status-report.h"

G_BEGIN_DECLS

/**
 * SlipFeedDialog:
 *
 * A status feed being set up: where it is, how it is read, its secret, what its
 * words and names mean.  *Try It* asks it as it is filled in so far; saving is
 * one step.  The window it fills owns it.
 */
#define SLIP_TYPE_FEED_DIALOG (slip_feed_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SlipFeedDialog,
                      slip_feed_dialog,
                      SLIP,
                      FEED_DIALOG,
                      GObject)

/**
 * SlipFeedDialog::try-wanted:
 * @state: (type SlipPlanState): a plan in which the feed is as it is filled in
 * @feed: its id
 * @secret: (nullable): the secret that was typed; %NULL for the one that is
 * kept
 *
 * Answered by slip_feed_dialog_show_report() or
 * slip_feed_dialog_show_failure().
 */
/**
 * SlipFeedDialog::try-cancelled:
 *
 * Somebody does not want to wait any longer.
 */
/**
 * SlipFeedDialog::secret-typed:
 * @feed: an id
 * @secret: what was typed; "" if the kept one is to be forgotten
 *
 * The feed is saved, and its secret is another one.
 */

/**
 * slip_feed_dialog_new:
 * @feed: (nullable): the id of the feed to change; %NULL for a new one
 */
SlipFeedDialog *slip_feed_dialog_new (const SlipPlanState *state,
                                      const char *feed,
                                      SlipDate today);

/* The window, which the caller presents. */
SlipFormWindow *slip_feed_dialog_get_window (SlipFeedDialog *self);

/* The id that the feed has or will have. */
const char *slip_feed_dialog_get_feed (SlipFeedDialog *self);

/* Says that a secret is kept, or none. */
void slip_feed_dialog_set_has_secret (SlipFeedDialog *self,
                                      gboolean has_secret);

/* Lists the names (element-type SlipUnmatchedName) that mean nothing yet. */
void slip_feed_dialog_add_names (SlipFeedDialog *self, const GPtrArray *names);

/* What trying has come to. @report: (transfer full) */
void slip_feed_dialog_show_report (SlipFeedDialog *self,
                                   SlipStatusReport *report,
                                   guint n_pages);
void slip_feed_dialog_show_failure (SlipFeedDialog *self, const char *text);

/* Tries it, as the button does. */
void slip_feed_dialog_try (SlipFeedDialog *self);

/* Types a secret, as a person does. */
void slip_feed_dialog_type_secret (SlipFeedDialog *self, const char *secret);

G_END_DECLS
