/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hostile-server.h"
#include "kept-secrets.h"
#include "slip-entity-edit.h"
#include "slip-feed-server.h"
#include "slip-feed-service.h"
#include "slip-store-feeds.h"
#include "waiting.h"

G_BEGIN_DECLS

/*
 * A plan with a feed, and servers to ask: ours, and one that sends any bytes.
 */

#define NOW_MS G_GINT64_CONSTANT (1795392000000)

#define DOCUMENT(release, state)                                               \
  "{\"format\":\"slipway-status\",\"version\":1,"                              \
  "\"source\":{\"name\":\"Help desk\"},\"statuses\":["                         \
  "{\"release\":\"" release "\",\"audience\":\"Support\",\"state\":\"" state   \
  "\",\"done\":3,\"total\":5},"                                                \
  "{\"flag\":\"checkout\",\"on\":true}]}"
#define GOOD DOCUMENT ("Payments 4", "at_risk")

#define IN_LIST(text)                                                          \
  "{\"format\":\"slipway-status\",\"version\":1,\"statuses\":[" text "]}"

typedef struct {
  char *folder;
  char *path;
  char *document;
  SlipWorkspace *workspace;
  KeptSecrets *secrets;
  SlipFeedService *service;
  SlipFeedServer *server; /* NULL until there is one */
  guint last_status;
  guint n_answers;
  HostileServer hostile;
  char *feed;
} Fixture;

static inline void
run (Fixture *fixture, SlipEntityEdit *edit)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SlipStep) step =
    execute (fixture->workspace, slip_entity_edit_run, edit, &error);

  g_assert_no_error (error);
  slip_entity_edit_free (edit);
}

static inline void
assign (SlipEntityEdit *edit, SlipKind kind, const char *name, const char *text)
{
  int property = slip_schema_find_property (kind, name);
  g_auto (SlipValue) value = SLIP_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  slip_property_parse (slip_schema_get_property (kind, (guint) property), text,
                       &value, &error);
  g_assert_no_error (error);
  slip_entity_edit_add (edit, (guint) property, &value);
}

/* @assignments: 'property=value', ended by NULL */
static inline char *
create (Fixture *fixture,
        SlipKind kind,
        const char *owner,
        const char *const *assignments)
{
  SlipEntityEdit *edit = slip_entity_edit_new_create (kind, NULL, owner);
  char *id = g_strdup (slip_entity_edit_get_id (edit));

  for (guint i = 0; assignments[i] != NULL; i++) {
    g_auto (GStrv) pair = g_strsplit (assignments[i], "=", 2);

    assign (edit, kind, pair[0], pair[1]);
  }
  run (fixture, edit);
  return id;
}

static inline void
set (Fixture *fixture,
     SlipKind kind,
     const char *id,
     const char *property,
     const char *value)
{
  SlipEntityEdit *edit = slip_entity_edit_new_set (kind, id);

  assign (edit, kind, property, value);
  run (fixture, edit);
}

static inline void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = make_folder ();
  fixture->path = g_build_filename (fixture->folder, "plan.slipway", NULL);
  fixture->document = g_build_filename (fixture->folder, "status.json", NULL);
  fixture->workspace = open_workspace (fixture->path, SLIP_WRITER_WINDOW);
  fixture->secrets = g_object_new (KEPT_TYPE_SECRETS, NULL);
  fixture->service =
    slip_feed_service_new (fixture->workspace,
                           SLIP_SECRET_SOURCE (fixture->secrets));
  hostile_server_set_up (&fixture->hostile);
}

static inline void
forget_service (Fixture *fixture)
{
  while (slip_feed_service_is_syncing (fixture->service))
    g_main_context_iteration (NULL, TRUE);
  g_assert_finalize_object (g_steal_pointer (&fixture->service));
}

static inline void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->service != NULL)
    forget_service (fixture);
  g_clear_pointer (&fixture->workspace, close_workspace);
  g_assert_finalize_object (fixture->secrets);
  g_clear_object (&fixture->server);
  hostile_server_tear_down (&fixture->hostile);
  remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->document);
  g_free (fixture->feed);
}

static inline void
say (Fixture *fixture, const char *document)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (fixture->document, document, -1, &error);
  g_assert_no_error (error);
}

static inline void
answered_cb (Fixture *fixture, const char *request, guint status)
{
  fixture->last_status = status;
  fixture->n_answers++;
}

static inline void
serve (Fixture *fixture, const char *document, const char *bearer)
{
  const SlipFeedServerOptions options = { .bearer = bearer };
  g_autoptr (GFile) file = g_file_new_for_path (fixture->document);
  g_autoptr (GError) error = NULL;

  say (fixture, document);
  fixture->server = slip_feed_server_new (file, &options, &error);
  g_assert_no_error (error);
  g_signal_connect_swapped (fixture->server, "answered",
                            G_CALLBACK (answered_cb), fixture);
}

/* A feed 'Help desk' at @address. */
static inline void
add_feed (Fixture *fixture, const char *address)
{
  g_autofree char *assignment = g_strconcat ("address=", address, NULL);

  fixture->feed =
    create (fixture, SLIP_KIND_FEED, NULL,
            (const char *const[]){ "name=Help desk", "adapter=slipway",
                                   "is_enabled=true", assignment, NULL });
}

static inline void
add_release (Fixture *fixture)
{
  g_autofree char *product =
    create (fixture, SLIP_KIND_PRODUCT, NULL,
            (const char *const[]){ "name=Payments", NULL });
  g_autofree char *assignment = g_strconcat ("product=", product, NULL);
  g_autofree char *release =
    create (fixture, SLIP_KIND_RELEASE, NULL,
            (const char *const[]){ assignment, "name=Payments 4", NULL });
  g_autofree char *audience =
    create (fixture, SLIP_KIND_AUDIENCE, NULL,
            (const char *const[]){ "name=Support", NULL });
}

static inline GPtrArray *
sync_with (SlipFeedService *service, const char *feed)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *all;

  slip_feed_service_sync_async (service, feed, NULL, ready_cb, &result);
  all = slip_feed_service_sync_finish (service, wait_for (&result), &error);
  g_assert_no_error (error);
  return all;
}

static inline void
observe (SlipWorkspace *workspace)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  slip_workspace_load_observations_async (workspace, NULL, ready_cb, &result);
  slip_workspace_load_observations_finish (workspace, wait_for (&result),
                                           &error);
  g_assert_no_error (error);
}

/* Asks the feed; returns why it did not answer, if it did not. */
static inline char *
sync_feed (Fixture *fixture, SlipFeedSyncOutcome outcome)
{
  g_autoptr (GPtrArray) all = sync_with (fixture->service, fixture->feed);
  const SlipFeedSynced *synced = all->pdata[0];

  g_assert_cmpuint (all->len, ==, 1);
  if (synced->error != NULL)
    g_test_message ("%s", synced->error->message);
  g_assert_cmpint (synced->outcome, ==, outcome);
  observe (fixture->workspace);
  return synced->error != NULL ? g_strdup (synced->error->message) : NULL;
}

static inline void
sync_well (Fixture *fixture, SlipFeedSyncOutcome outcome)
{
  g_autofree char *error = sync_feed (fixture, outcome);

  g_assert_cmpstr (error, ==, NULL);
}

static inline const SlipObservations *
get_observations (SlipWorkspace *workspace)
{
  return slip_plan_state_get_observations (
    slip_workspace_get_state (workspace));
}

static inline guint
count_values (SlipWorkspace *workspace)
{
  const GPtrArray *values =
    slip_observations_get_values (get_observations (workspace));

  return values != NULL ? values->len : 0;
}

static inline const SlipFeedValue *
get_status (SlipWorkspace *workspace)
{
  const GPtrArray *values =
    slip_observations_get_values (get_observations (workspace));

  g_assert_nonnull (values);
  for (guint i = 0; i < values->len; i++) {
    const SlipFeedValue *value = values->pdata[i];

    if (value->observation->type == SLIP_OBSERVATION_STATUS)
      return value;
  }
  g_assert_not_reached ();
}

static inline const SlipFeedStanding *
get_standing (Fixture *fixture)
{
  return slip_observations_get_standing (get_observations (fixture->workspace),
                                         fixture->feed);
}

/* Whatever came, what was said before is said still. */
static inline void
assert_last_good (Fixture *fixture, const char *error)
{
  const SlipFeedStanding *standing = get_standing (fixture);
  const SlipFeedValue *status = get_status (fixture->workspace);

  g_assert_nonnull (error);
  g_assert_cmpstr (standing->error, ==, error);
  g_assert_cmpuint (standing->n_failures, >, 0);
  g_assert_cmpint (standing->failing_since_ms, ==, NOW_MS);
  g_assert_cmpint (standing->next_at_ms, >, NOW_MS);
  g_assert_cmpuint (count_values (fixture->workspace), ==, 2);
  g_assert_cmpint (status->observation->state, ==, SLIP_OBSERVED_AT_RISK);
  g_assert_cmpint (status->observation->done, ==, 3);
}

static inline void
give_only (HostileServer *server, GBytes *answer)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&server->mutex);

  g_ptr_array_set_size (server->answers, 0);
  g_ptr_array_add (server->answers, answer);
}

G_END_DECLS
