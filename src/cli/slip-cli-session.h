/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-conflict-context.h"
#include "slip-workspace.h"

G_BEGIN_DECLS

/**
 * SlipCliError:
 * @SLIP_CLI_ERROR_USAGE: the command line is not as the command wants it
 * @SLIP_CLI_ERROR_FAULTY: `check` found faults, which were printed
 * @SLIP_CLI_ERROR_NOT_READY: `ready` found what stands in the way, which was
 *   printed
 */
typedef enum {
  SLIP_CLI_ERROR_USAGE,
  SLIP_CLI_ERROR_FAULTY,
  SLIP_CLI_ERROR_NOT_READY,
} SlipCliError;

#define SLIP_CLI_ERROR (slip_cli_error_quark ())
GQuark slip_cli_error_quark (void);

/**
 * SlipCli:
 * @db: (nullable): the plan's file as asked for
 * @as: (nullable): the person as asked for
 * @is_json: whether to print JSON
 * @workspace: (nullable): the plan, once it was opened
 * @state: (nullable): how the plan is now; held, so that rows stay valid until
 *   the next call that reads or writes
 *
 * One run of the command line.  All calls block.
 */
typedef struct {
  char *db;
  char *as;
  gboolean is_json;
  SlipClock *clock;
  SlipWorkspace *workspace;
  const SlipPlanState *state;
} SlipCli;

/* Today, and how much in a week is too much. */
SlipConflictContext slip_cli_get_context (SlipCli *self);

/**
 * SlipCliOpening:
 * @SLIP_CLI_READ: a plan named by the caller must be there
 * @SLIP_CLI_WRITE: makes the plan if need be, and finds out who edits
 * @SLIP_CLI_FILL: as to write, but a new plan stays empty
 */
typedef enum {
  SLIP_CLI_READ,
  SLIP_CLI_WRITE,
  SLIP_CLI_FILL,
} SlipCliOpening;

SlipCli *slip_cli_new (void) G_GNUC_WARN_UNUSED_RESULT;
void slip_cli_free (SlipCli *self);

gboolean slip_cli_open (SlipCli *self, SlipCliOpening opening, GError **error);

/* Closes the file; does nothing if none is open. */
gboolean slip_cli_close (SlipCli *self, GError **error);

/**
 * slip_cli_execute:
 * @data: (nullable): stays the caller's
 *
 * Does an edit.
 *
 * Returns: (transfer full): the step, or %NULL with an error.
 */
SlipStep *slip_cli_execute (SlipCli *self,
                            SlipIntentFunc func,
                            gconstpointer data,
                            GError **error);
SlipStep *slip_cli_turn (SlipCli *self, SlipStepType type, GError **error);

/* Brings the parts of @release into the state, of all releases if %NULL. */
gboolean slip_cli_load_parts (SlipCli *self,
                              const char *release,
                              GError **error);

/* As slip_store_history_async(). */
GPtrArray *slip_cli_load_history (SlipCli *self,
                                  const char *release,
                                  gint64 before,
                                  guint limit,
                                  GError **error);

/* As slip_store_check_async(). */
GPtrArray *slip_cli_check_store (SlipCli *self, GError **error);

/* As slip_store_fill_async(). */
gboolean slip_cli_fill (SlipCli *self, GPtrArray *rows, GError **error);

/* Waits for an asynchronous call started with slip_cli_ready_cb() on @result.
 */
GAsyncResult *slip_cli_wait (GAsyncResult **result);
void slip_cli_ready_cb (GObject *source, GAsyncResult *result, gpointer data);

/* Takes over the workspace's state after it may have changed. */
void slip_cli_refresh (SlipCli *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlipCli, slip_cli_free)

G_END_DECLS
