/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-open-plans.h"

G_BEGIN_DECLS

/**
 * SlipSearchProvider:
 *
 * Answers the desktop's search, org.gnome.Shell.SearchProvider2, from the plan
 * that was used last.  It opens no window and fetches nothing; the plan is
 * closed again some time after the last question.
 */
#define SLIP_TYPE_SEARCH_PROVIDER (slip_search_provider_get_type ())
G_DECLARE_FINAL_TYPE (SlipSearchProvider,
                      slip_search_provider,
                      SLIP,
                      SEARCH_PROVIDER,
                      GObject)

/**
 * SlipSearchProvider::chosen:
 * @path: the plan's file
 * @release: the id of a release, or the empty text
 * @text: what was looked for, if it is no release
 *
 * Somebody wants to see a result in a window, or all of them.
 */

/* @application: stays as long as the plan is open, and owns this */
SlipSearchProvider *slip_search_provider_new (GApplication *application)
  G_GNUC_WARN_UNUSED_RESULT;

/* @plans: where plans are opened; nothing is found before it is set */
void slip_search_provider_set_plans (SlipSearchProvider *self,
                                     SlipOpenPlans *plans);

/* Answers on @connection, at the place that the desktop was told of. */
gboolean slip_search_provider_export (SlipSearchProvider *self,
                                      GDBusConnection *connection,
                                      GError **error);
void slip_search_provider_unexport (SlipSearchProvider *self);

/* Closes the plan now. */
void slip_search_provider_stop (SlipSearchProvider *self);

G_END_DECLS
