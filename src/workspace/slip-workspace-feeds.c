/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-workspace.h"

#include "slip-store-feeds.h"
#include "slip-workspace-private.h"

/*
 * What feeds say lies beside the plan.  It is read after the plan, for those
 * that have feeds, and again whenever the file says that there is more; looked
 * for in the plan on a thread of its own; and put beside every state that the
 * workspace shows.
 */

/* What the thread gets and gives: a state, and values read or known. */
typedef struct {
  SlipPlanState *state;
  SlipFeedReading *reading; /* NULL: those of observations */
  SlipObservations *observations;
} Matching;

static void
matching_free (gpointer data)
{
  Matching *matching = data;

  slip_plan_state_unref (matching->state);
  g_clear_pointer (&matching->reading, slip_feed_reading_free);
  g_clear_pointer (&matching->observations, slip_observations_unref);
  g_free (matching);
}

static void
match_thread (GTask *task,
              gpointer source,
              gpointer data,
              GCancellable *cancellable)
{
  Matching *matching = data;
  SlipObservations *observations =
    matching->reading != NULL
      ? slip_observations_new (matching->state, matching->reading->values,
                               matching->reading->standings)
      : slip_observations_rematch (matching->observations, matching->state);

  g_task_return_pointer (task, observations,
                         (GDestroyNotify) slip_observations_unref);
}

static gboolean
has_feeds (SlipWorkspace *self)
{
  return slip_plan_state_count (self->state, SLIP_KIND_FEED) > 0;
}

static void
answer_observers (SlipWorkspace *self, const GError *error)
{
  GTask *task;

  while ((task = g_queue_pop_head (&self->observers)) != NULL) {
    if (error == NULL)
      g_task_return_boolean (task, TRUE);
    else
      g_task_return_error (task, g_error_copy (error));
    g_object_unref (task);
  }
}

/* Ends a reading or matching; the next may be due. */
static void
end_observing (SlipWorkspace *self, const GError *error)
{
  self->is_observing = FALSE;
  if (error != NULL) {
    self->wants_feeds = FALSE;
    self->wants_match = FALSE;
    answer_observers (self, error);
  }
  slip_workspace_observe (self);
  slip_workspace_release (self);
}

static void
matched_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SlipWorkspace) self = data;
  const Matching *matching = g_task_get_task_data (G_TASK (result));

  g_clear_pointer (&self->observations, slip_observations_unref);
  self->observations = g_task_propagate_pointer (G_TASK (result), NULL);
  self->wants_match |=
    slip_observations_is_outdated (matching->state, self->state);
  slip_workspace_take_state (self, slip_plan_state_ref (self->state), NULL);
  end_observing (self, NULL);
}

/* @reading: (transfer full) (nullable) */
static void
match (SlipWorkspace *self, SlipFeedReading *reading)
{
  Matching *matching = g_new0 (Matching, 1);
  /* The workspace belongs to the main thread, so the task does not hold it. */
  g_autoptr (GTask) task =
    g_task_new (NULL, NULL, matched_cb, g_object_ref (self));

  matching->state = slip_plan_state_ref (self->state);
  matching->reading = reading;
  if (reading == NULL)
    matching->observations = slip_observations_ref (self->observations);
  g_task_set_task_data (task, matching, matching_free);
  g_task_run_in_thread (task, match_thread);
}

static void
feeds_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SlipWorkspace) self = data;
  g_autoptr (GError) error = NULL;
  SlipFeedReading *reading =
    slip_store_load_feeds_finish (SLIP_STORE (source), result, &error);

  if (reading == NULL) {
    g_debug ("What feeds say could not be read: %s", error->message);
    /* Until there is more, it is not tried again. */
    self->observed = self->feeds;
    end_observing (self, error);
    return;
  }
  self->observed = reading->number;
  self->feeds = reading->number;
  match (self, reading);
}

void
slip_workspace_observe (SlipWorkspace *self)
{
  if (self->is_observing)
    return;
  if (self->poll_source == 0 || (!self->wants_feeds && !self->wants_match)) {
    answer_observers (self, NULL);
    return;
  }
  self->is_observing = TRUE;
  slip_workspace_hold (self);
  self->wants_match = FALSE;
  if (!self->wants_feeds) {
    match (self, NULL);
    return;
  }
  self->wants_feeds = FALSE;
  slip_store_load_feeds_async (self->store, NULL, feeds_read_cb,
                               g_object_ref (self));
}

void
slip_workspace_want_feeds (SlipWorkspace *self)
{
  self->wants_feeds = TRUE;
  slip_workspace_observe (self);
}

SlipPlanState *
slip_workspace_put_observations (SlipWorkspace *self, SlipPlanState *state)
{
  g_autoptr (SlipPlanState) owned = state;

  if (slip_plan_state_get_observations (state) == self->observations)
    return g_steal_pointer (&owned);
  return slip_plan_state_with_observations (state, self->observations);
}

void
slip_workspace_follow_feeds (SlipWorkspace *self, const SlipPlanState *before)
{
  if (self->observations != NULL && before != NULL &&
      slip_observations_is_outdated (before, self->state))
    self->wants_match = TRUE;
  if (has_feeds (self) && self->observed != self->feeds)
    self->wants_feeds = TRUE;
  if (self->wants_feeds || self->wants_match)
    slip_workspace_observe (self);
}

void
slip_workspace_load_observations_async (SlipWorkspace *self,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer data)
{
  GTask *task = NULL;

  g_return_if_fail (SLIP_IS_WORKSPACE (self));

  task = g_task_new (self, cancellable, callback, data);
  g_task_set_source_tag (task, slip_workspace_load_observations_async);
  g_queue_push_tail (&self->observers, task);
  slip_workspace_observe (self);
}

gboolean
slip_workspace_load_observations_finish (SlipWorkspace *self,
                                         GAsyncResult *result,
                                         GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
