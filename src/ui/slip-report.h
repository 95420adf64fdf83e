/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-workspace.h"

G_BEGIN_DECLS

/*
 * A report to those who make the program, which everybody can send: versions,
 * settings and how much a plan holds, but no text from it and no name of a
 * person, a file or a folder.  In English.
 */

/* Returns: (transfer full): what is to be said without a plan. */
char *slip_report_dup_program (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_report_async:
 * @store: (nullable): the plan
 * @path: the plan's file, if @store is %NULL
 */
void slip_report_async (SlipStore *store,
                        const char *path,
                        GAsyncReadyCallback callback,
                        gpointer data);

/* Returns: (transfer full): the whole report. */
char *slip_report_finish (GAsyncResult *result) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
