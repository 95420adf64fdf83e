/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "slip-store.h"

G_BEGIN_DECLS

/*
 * What a plan is like, for a report to those who make the program: how much is
 * in it and whether the file is sound.  No text from the plan, no name of a
 * person, a file or a folder is in it, so that everybody can send it.  It is in
 * English, as the place is where it goes.
 */

/**
 * slip_diagnostics_plan_async:
 * @store: the plan
 *
 * Counts what is in the plan, and checks the file.
 */
void slip_diagnostics_plan_async (SlipStore *store,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer data);

/**
 * slip_diagnostics_file_async:
 * @path: a plan's file
 *
 * As slip_diagnostics_plan_async(), of a plan that is not open here.  Nothing
 * is changed: an older plan is not opened, for that would bring it up to date.
 */
void slip_diagnostics_file_async (const char *path,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer data);

/**
 * slip_diagnostics_finish:
 *
 * Returns: (transfer full): lines of text.  What is wrong with the plan is
 * told there.
 */
char *slip_diagnostics_finish (GAsyncResult *result) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
