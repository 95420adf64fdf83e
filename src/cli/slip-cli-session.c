/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-cli-session.h"

#include "slip-entity-find.h"
#include "slip-identity.h"
#include "slip-sample.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <unistd.h>

GQuark
slip_cli_error_quark (void)
{
  return g_quark_from_static_string ("slip-cli-error-quark");
}

void
slip_cli_ready_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GAsyncResult **place = data;

  *place = g_object_ref (result);
}

GAsyncResult *
slip_cli_wait (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return *result;
}

SlipConflictContext
slip_cli_get_context (SlipCli *self)
{
  return slip_conflict_context_new_for_plan (self->state, slip_clock_get_today (
                                                            self->clock));
}

void
slip_cli_refresh (SlipCli *self)
{
  const SlipPlanState *before = self->state;

  self->state =
    slip_plan_state_ref (slip_workspace_get_state (self->workspace));
  if (before != NULL)
    slip_plan_state_unref ((SlipPlanState *) before);
}

static void
waiting_cb (SlipWorkspace *workspace, gboolean is_waiting, gpointer data)
{
  /* For who looks on; a script only wants to know what failed. */
  if (is_waiting && isatty (STDERR_FILENO))
    g_printerr ("slipway-cli: %s\n", _ ("waiting for another program…"));
}

static char *
dup_default_path (GError **error)
{
  g_autofree char *folder =
    g_build_filename (g_get_user_data_dir (), "slipway", NULL);

  if (g_mkdir_with_parents (folder, 0700) != 0) {
    int code = errno;
    g_autofree char *name = g_filename_display_name (folder);
    g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (code),
                 _ ("The folder “%s” cannot be made: %s"), name,
                 g_strerror (code));
    return NULL;
  }
  return g_build_filename (folder, "plan.slipway", NULL);
}

/* The plan that is asked for; NULL for the default one. */
static const char *
get_named (const SlipCli *self)
{
  const char *named = self->db != NULL ? self->db : g_getenv ("SLIPWAY_DB");

  return named != NULL && *named != '\0' ? named : NULL;
}

static gboolean
open_workspace (SlipCli *self, SlipCliOpening opening, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  const char *named = get_named (self);
  SlipStoreFlags flags = SLIP_STORE_CREATE;
  g_autofree char *path = NULL;

  if (named == NULL)
    path = dup_default_path (error);
  else
    path = g_strdup (named);
  if (path == NULL)
    return FALSE;
  if (opening == SLIP_CLI_READ && named != NULL)
    flags = SLIP_STORE_DEFAULT;

  slip_workspace_open_async (path, flags, SLIP_WRITER_COMMAND_LINE, self->clock,
                             NULL, slip_cli_ready_cb, &result);
  self->workspace = slip_workspace_open_finish (slip_cli_wait (&result), error);
  if (self->workspace == NULL)
    return FALSE;
  g_signal_connect (self->workspace, "waiting", G_CALLBACK (waiting_cb), NULL);
  slip_cli_refresh (self);
  return TRUE;
}

/* Gives a plan that was just made its working calendar and audiences. */
static gboolean
start_plan (SlipCli *self, GError **error)
{
  g_autoptr (GError) own_error = NULL;

  if (slip_workspace_get_head (self->workspace) > 0 ||
      slip_store_is_read_only (slip_workspace_get_store (self->workspace)))
    return TRUE;
  g_autoptr (SlipStep) step =
    slip_cli_execute (self, slip_starter_run, NULL, &own_error);
  if (step != NULL || own_error->domain == SLIP_PLAN_ERROR)
    return TRUE; /* or another program was quicker, and the plan has them */
  g_propagate_error (error, g_steal_pointer (&own_error));
  return FALSE;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (*(char *const *) a, *(char *const *) b);
}

static void
add_name (const SlipRow *person, gpointer data)
{
  if (!slip_row_get_boolean (person, SLIP_PERSON_IS_RETIRED))
    g_ptr_array_add (data,
                     g_strdup (slip_row_get_text (person, SLIP_PERSON_NAME)));
}

static char *
dup_people (const SlipPlanState *state)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  slip_plan_state_foreach (state, SLIP_KIND_PERSON, add_name, names);
  if (names->len == 0)
    return g_strdup (_ ("nobody yet"));
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);
  return g_strjoinv (", ", (char **) names->pdata);
}

static gboolean
set_named_person (SlipCli *self, const char *text, GError **error)
{
  const SlipRow *person =
    slip_entity_find (self->state, SLIP_KIND_PERSON, text, error);

  if (person != NULL) {
    slip_workspace_set_person (self->workspace, slip_row_get_id (person),
                               slip_row_get_text (person, SLIP_PERSON_NAME));
    return TRUE;
  }
  if (error != NULL &&
      g_error_matches (*error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_NOT_FOUND)) {
    g_autofree char *people = dup_people (self->state);
    g_clear_error (error);
    g_set_error (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_NOT_FOUND,
                 _ ("“%s” is nobody of the plan; its people are: %s"), text,
                 people);
  }
  return FALSE;
}

static void
set_own_person (SlipCli *self)
{
  SlipStore *store = slip_workspace_get_store (self->workspace);
  g_autoptr (SlipIdentity) identity =
    slip_identity_load (slip_store_get_plan_id (store));
  g_autofree char *system_name = slip_identity_dup_system_name ();
  const SlipRow *person = NULL;

  if (identity != NULL && identity->person != NULL)
    person =
      slip_plan_state_get (self->state, SLIP_KIND_PERSON, identity->person);
  if (person != NULL)
    slip_workspace_set_person (self->workspace, identity->person,
                               slip_row_get_text (person, SLIP_PERSON_NAME));
  else if (identity != NULL && identity->name != NULL)
    slip_workspace_set_person (self->workspace, NULL, identity->name);
  else
    slip_workspace_set_person (self->workspace, NULL, system_name);
}

gboolean
slip_cli_open (SlipCli *self, SlipCliOpening opening, GError **error)
{
  const char *as = self->as != NULL ? self->as : g_getenv ("SLIPWAY_PERSON");
  gboolean is_default = get_named (self) == NULL;

  if (!open_workspace (self, opening, error))
    return FALSE;
  set_own_person (self);
  if ((opening == SLIP_CLI_WRITE || (opening == SLIP_CLI_READ && is_default)) &&
      !start_plan (self, error))
    return FALSE;
  if (opening == SLIP_CLI_READ || as == NULL || *as == '\0')
    return TRUE;
  return set_named_person (self, as, error);
}

gboolean
slip_cli_close (SlipCli *self, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  if (self->workspace == NULL)
    return TRUE;
  slip_workspace_close_async (self->workspace, slip_cli_ready_cb, &result);
  return slip_workspace_close_finish (self->workspace, slip_cli_wait (&result),
                                      error);
}

SlipStep *
slip_cli_execute (SlipCli *self,
                  SlipIntentFunc func,
                  gconstpointer data,
                  GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  slip_workspace_execute_async (self->workspace, func, (gpointer) data, NULL,
                                NULL, slip_cli_ready_cb, &result);
  SlipStep *step =
    slip_workspace_execute_finish (self->workspace, slip_cli_wait (&result),
                                   error);
  slip_cli_refresh (self);
  return step;
}

SlipStep *
slip_cli_turn (SlipCli *self, SlipStepType type, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  const SlipStep *next = type == SLIP_STEP_UNDO
                           ? slip_workspace_peek_undo (self->workspace)
                           : slip_workspace_peek_redo (self->workspace);

  if (next == NULL) {
    const char *text = _ ("There is nothing to redo");
    if (type == SLIP_STEP_UNDO)
      text = _ ("There is nothing to undo");
    g_set_error_literal (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_NOTHING, text);
    return NULL;
  }
  slip_workspace_turn_async (self->workspace, type, next->number, FALSE, NULL,
                             slip_cli_ready_cb, &result);
  SlipStep *step = slip_workspace_turn_finish (self->workspace,
                                               slip_cli_wait (&result), error);
  slip_cli_refresh (self);
  return step;
}

gboolean
slip_cli_load_parts (SlipCli *self, const char *release, GError **error)
{
  const char *releases[] = { release, NULL };
  g_autoptr (GAsyncResult) result = NULL;

  slip_workspace_load_parts_async (self->workspace,
                                   release != NULL ? releases : NULL, NULL,
                                   slip_cli_ready_cb, &result);
  gboolean is_loaded =
    slip_workspace_load_parts_finish (self->workspace, slip_cli_wait (&result),
                                      error);
  slip_cli_refresh (self);
  return is_loaded;
}

GPtrArray *
slip_cli_load_history (SlipCli *self,
                       const char *release,
                       gint64 before,
                       guint limit,
                       GError **error)
{
  SlipStore *store = slip_workspace_get_store (self->workspace);
  g_autoptr (GAsyncResult) result = NULL;

  slip_store_history_async (store, release, before, limit, NULL,
                            slip_cli_ready_cb, &result);
  return slip_store_history_finish (store, slip_cli_wait (&result), error);
}

GPtrArray *
slip_cli_check_store (SlipCli *self, GError **error)
{
  SlipStore *store = slip_workspace_get_store (self->workspace);
  g_autoptr (GAsyncResult) result = NULL;

  slip_store_check_async (store, NULL, slip_cli_ready_cb, &result);
  return slip_store_check_finish (store, slip_cli_wait (&result), error);
}

gboolean
slip_cli_fill (SlipCli *self, GPtrArray *rows, GError **error)
{
  SlipStore *store = slip_workspace_get_store (self->workspace);
  g_autofree char *name = slip_identity_dup_system_name ();
  g_autoptr (SlipAuthor) author =
    slip_author_new (NULL, name, SLIP_WRITER_COMMAND_LINE);
  g_autoptr (GAsyncResult) result = NULL;

  slip_store_fill_async (store, rows, author,
                         slip_clock_get_now_ms (self->clock), NULL,
                         slip_cli_ready_cb, &result);
  return slip_store_fill_finish (store, slip_cli_wait (&result), error);
}

SlipCli *
slip_cli_new (void)
{
  SlipCli *self = g_new0 (SlipCli, 1);

  self->clock = slip_clock_new_system ();
  return self;
}

void
slip_cli_free (SlipCli *self)
{
  if (self->state != NULL)
    slip_plan_state_unref ((SlipPlanState *) self->state);
  g_clear_object (&self->workspace);
  slip_clock_unref (self->clock);
  g_free (self->db);
  g_free (self->as);
  g_free (self);
}
