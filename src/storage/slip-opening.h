/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-connection.h"
#include "slip-migration.h"
#include "slip-store.h"

G_BEGIN_DECLS

/**
 * SlipOpening:
 * @writer: (nullable): %NULL if the file or its folder cannot be written
 * @plan_id: the plan's UUID
 *
 * A plan's file, open.
 */
typedef struct {
  SlipConnection *writer;
  SlipConnection *reader;
  char *plan_id;
} SlipOpening;

/**
 * slip_opening_run:
 * @migrations: (element-type SlipMigration): the versions to know
 *
 * Opens @path as slip_store_open_async() says.
 */
SlipOpening *slip_opening_run (const char *path,
                               SlipStoreFlags flags,
                               GArray *migrations,
                               GCancellable *cancellable,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Closes what is still open. */
void slip_opening_free (SlipOpening *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlipOpening, slip_opening_free)

G_END_DECLS
