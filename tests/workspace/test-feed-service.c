/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hostile-server.h"
#include "kept-secrets.h"
#include "slip-entity-edit.h"
#include "slip-feed-age.h"
#include "slip-feed-server.h"
#include "slip-feed-service.h"
#include "slip-store-feeds.h"
#include "waiting.h"

#define NOW_MS G_GINT64_CONSTANT (1795392000000)

#define DOCUMENT(release, state)                                               \
  "{\"format\":\"slipway-status\",\"version\":1,"                              \
  "\"source\":{\"name\":\"Help desk\"},\"statuses\":["                         \
  "{\"release\":\"" release "\",\"audience\":\"Support\",\"state\":\"" state   \
  "\",\"done\":3,\"total\":5},"                                                \
  "{\"flag\":\"checkout\",\"on\":true}]}"
#define GOOD DOCUMENT ("Payments 4", "at_risk")

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

static void
run (Fixture *fixture, SlipEntityEdit *edit)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SlipStep) step =
    execute (fixture->workspace, slip_entity_edit_run, edit, &error);

  g_assert_no_error (error);
  slip_entity_edit_free (edit);
}

static void
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
static char *
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

static void
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

static void
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

static void
forget_service (Fixture *fixture)
{
  while (slip_feed_service_is_syncing (fixture->service))
    g_main_context_iteration (NULL, TRUE);
  g_assert_finalize_object (g_steal_pointer (&fixture->service));
}

static void
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

static void
say (Fixture *fixture, const char *document)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (fixture->document, document, -1, &error);
  g_assert_no_error (error);
}

static void
answered_cb (Fixture *fixture, const char *request, guint status)
{
  fixture->last_status = status;
  fixture->n_answers++;
}

static void
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
static void
add_feed (Fixture *fixture, const char *address)
{
  g_autofree char *assignment = g_strconcat ("address=", address, NULL);

  fixture->feed =
    create (fixture, SLIP_KIND_FEED, NULL,
            (const char *const[]){ "name=Help desk", "adapter=slipway",
                                   "is_enabled=true", assignment, NULL });
}

static void
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

static GPtrArray *
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

static void
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
static char *
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

static void
sync_well (Fixture *fixture, SlipFeedSyncOutcome outcome)
{
  g_autofree char *error = sync_feed (fixture, outcome);

  g_assert_cmpstr (error, ==, NULL);
}

static const SlipObservations *
get_observations (SlipWorkspace *workspace)
{
  return slip_plan_state_get_observations (
    slip_workspace_get_state (workspace));
}

static guint
count_values (SlipWorkspace *workspace)
{
  const GPtrArray *values =
    slip_observations_get_values (get_observations (workspace));

  return values != NULL ? values->len : 0;
}

static const SlipFeedValue *
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

static const SlipFeedStanding *
get_standing (Fixture *fixture)
{
  return slip_observations_get_standing (get_observations (fixture->workspace),
                                         fixture->feed);
}

static void
test_beside_the_plan (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gint64 head;

  serve (fixture, GOOD, NULL);
  add_release (fixture);
  add_feed (fixture, slip_feed_server_get_address (fixture->server));
  before = dup_digest (fixture->workspace);
  head = slip_workspace_get_head (fixture->workspace);
  g_assert_null (get_standing (fixture));

  sync_well (fixture, SLIP_FEED_SYNC_UPDATED);
  g_assert_cmpuint (count_values (fixture->workspace), ==, 2);
  g_assert_cmpint (get_status (fixture->workspace)->problem, ==,
                   SLIP_MATCH_FINE);
  g_assert_nonnull (get_status (fixture->workspace)->release);
  g_assert_nonnull (get_status (fixture->workspace)->audience);
  g_assert_cmpint (get_standing (fixture)->succeeded_at_ms, ==, NOW_MS);
  g_assert_cmpint (get_standing (fixture)->next_at_ms, >, NOW_MS);
  g_assert_cmpstr (get_standing (fixture)->source_name, ==, "Help desk");
  after = dup_digest (fixture->workspace);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpint (slip_workspace_get_head (fixture->workspace), ==, head);
}

/* 'Not modified' is not read again, and what was said stays. */
static void
test_unchanged (Fixture *fixture, gconstpointer data)
{
  serve (fixture, GOOD, NULL);
  add_feed (fixture, slip_feed_server_get_address (fixture->server));
  sync_well (fixture, SLIP_FEED_SYNC_UPDATED);
  g_assert_cmpuint (fixture->last_status, ==, 200);
  sync_well (fixture, SLIP_FEED_SYNC_UNCHANGED);
  g_assert_cmpuint (fixture->last_status, ==, 304);
  g_assert_cmpuint (count_values (fixture->workspace), ==, 2);
  say (fixture, DOCUMENT ("Payments 4", "done"));
  sync_well (fixture, SLIP_FEED_SYNC_UPDATED);
  g_assert_cmpint (get_status (fixture->workspace)->observation->state, ==,
                   SLIP_OBSERVED_DONE);
  /* Whoever asks otherwise gets it anew. */
  set (fixture, SLIP_KIND_FEED, fixture->feed, "fixed_audience", "Sales");
  sync_well (fixture, SLIP_FEED_SYNC_UPDATED);
  g_assert_cmpuint (fixture->last_status, ==, 200);
}

/* Whatever came, what was said before is said still. */
static void
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

static void
test_faults (Fixture *fixture, gconstpointer data)
{
  static const SlipFeedFault faults[] = {
    SLIP_FEED_FAULT_CUT,  SLIP_FEED_FAULT_BUSY,     SLIP_FEED_FAULT_BROKEN,
    SLIP_FEED_FAULT_BOMB, SLIP_FEED_FAULT_REDIRECT, SLIP_FEED_FAULT_GARBAGE,
  };
  const char *address;

  serve (fixture, GOOD, NULL);
  address = slip_feed_server_get_address (fixture->server);
  add_feed (fixture, address);
  sync_well (fixture, SLIP_FEED_SYNC_UPDATED);
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++) {
    g_autofree char *faulty =
      g_strdup_printf ("%s?fault=%s", address,
                       slip_feed_fault_get_nick (faults[i]));
    g_autofree char *error = NULL;

    set (fixture, SLIP_KIND_FEED, fixture->feed, "address", faulty);
    error = sync_feed (fixture, SLIP_FEED_SYNC_FAILED);
    assert_last_good (fixture, error);
    g_assert_cmpuint (get_standing (fixture)->n_failures, ==, i + 1);
  }
  /* The pages of the last good run are still kept. */
  set (fixture, SLIP_KIND_FEED, fixture->feed, "address", address);
  sync_well (fixture, SLIP_FEED_SYNC_UNCHANGED);
  g_assert_cmpstr (get_standing (fixture)->error, ==, NULL);
  g_assert_cmpuint (get_standing (fixture)->n_failures, ==, 0);
}

static void
give_only (HostileServer *server, GBytes *answer)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&server->mutex);

  g_ptr_array_set_size (server->answers, 0);
  g_ptr_array_add (server->answers, answer);
}

static void
assert_refused (Fixture *fixture, GBytes *answer)
{
  g_autofree char *error = NULL;

  give_only (&fixture->hostile, answer);
  error = sync_feed (fixture, SLIP_FEED_SYNC_FAILED);
  assert_last_good (fixture, error);
}

static void
assert_document_refused (Fixture *fixture, const char *body, gsize length)
{
  assert_refused (fixture, hostile_make_document ("", body, length));
}

#define IN_LIST(text)                                                          \
  "{\"format\":\"slipway-status\",\"version\":1,\"statuses\":[" text "]}"

static const char *const documents[] = {
  "",
  "null",
  "\xef\xbb\xbf" GOOD,
  GOOD GOOD,
  IN_LIST ("{\"release\":\"\xff\"}"),
  IN_LIST ("{\"release\":\"a\",\"release\":\"b\"}"),
  IN_LIST ("{\"release\":\"a\",\"done\":NaN}"),
  IN_LIST ("{\"release\":\"a\",\"done\":9223372036854775808}"),
  IN_LIST ("{\"release\":\"a\",\"done\":\"six\"}"),
  IN_LIST ("{\"release\":\"a\"},"),
};

static void
test_hostile_documents (Fixture *fixture, gconstpointer data)
{
  g_autofree char *deep = g_strnfill (100000, '[');
  g_autofree char *large = g_strnfill (9 * 1024 * 1024, ' ');
  static const char nul[] = IN_LIST ("{\"release\":\"a\0b\"}");

  give_only (&fixture->hostile,
             hostile_make_document ("", GOOD, strlen (GOOD)));
  add_feed (fixture, fixture->hostile.address);
  sync_well (fixture, SLIP_FEED_SYNC_UPDATED);
  for (guint i = 0; i < G_N_ELEMENTS (documents); i++)
    assert_document_refused (fixture, documents[i], strlen (documents[i]));
  assert_document_refused (fixture, nul, sizeof nul - 1);
  assert_document_refused (fixture, deep, strlen (deep));
  assert_document_refused (fixture, large, strlen (large));
  for (gsize i = 0; i < 10; i++) {
    g_autoptr (GBytes) whole = hostile_make_document ("", GOOD, strlen (GOOD));

    assert_refused (fixture,
                    g_bytes_new_from_bytes (whole, 0,
                                            i * g_bytes_get_size (whole) / 10));
  }
}

static void
test_offline (Fixture *fixture, gconstpointer data)
{
  g_autofree char *error = NULL;

  give_only (&fixture->hostile,
             hostile_make_document ("", GOOD, strlen (GOOD)));
  add_feed (fixture, fixture->hostile.address);
  sync_well (fixture, SLIP_FEED_SYNC_UPDATED);
  /* No computer has a way to connect to many at once. */
  set (fixture, SLIP_KIND_FEED, fixture->feed, "address", "https://224.0.0.1/");
  error = sync_feed (fixture, SLIP_FEED_SYNC_OFFLINE);
  g_assert_nonnull (error);
  g_assert_true (get_standing (fixture)->is_offline);
  g_assert_cmpuint (get_standing (fixture)->n_failures, ==, 0);
  g_assert_cmpint (get_standing (fixture)->failing_since_ms, ==, 0);
  g_assert_cmpuint (count_values (fixture->workspace), ==, 2);
}

static void
test_secrets (Fixture *fixture, gconstpointer data)
{
  g_autofree char *missing = NULL;
  g_autofree char *wrong = NULL;
  g_autofree char *unreachable = NULL;

  serve (fixture, GOOD, "sesame");
  add_feed (fixture, slip_feed_server_get_address (fixture->server));
  set (fixture, SLIP_KIND_FEED, fixture->feed, "secret_type", "bearer");
  missing = sync_feed (fixture, SLIP_FEED_SYNC_FAILED);
  g_assert_nonnull (strstr (missing, "Help desk"));
  g_assert_cmpuint (fixture->n_answers, ==, 0);

  keep (fixture->secrets, "abracadabra", "first");
  wrong = sync_feed (fixture, SLIP_FEED_SYNC_FAILED);
  g_assert_cmpuint (fixture->last_status, ==, 401);
  g_assert_null (strstr (wrong, "abracadabra"));

  keep (fixture->secrets, "sesame", "second");
  sync_well (fixture, SLIP_FEED_SYNC_UPDATED);
  sync_well (fixture, SLIP_FEED_SYNC_UNCHANGED);
  /* What one secret got is not taken for what another would. */
  keep (fixture->secrets, "sesame", "third");
  sync_well (fixture, SLIP_FEED_SYNC_UPDATED);
  g_assert_cmpuint (fixture->last_status, ==, 200);
  /* Of one that is kept nowhere nothing is kept either. */
  keep (fixture->secrets, "sesame", NULL);
  sync_well (fixture, SLIP_FEED_SYNC_UPDATED);
  sync_well (fixture, SLIP_FEED_SYNC_UPDATED);

  fixture->secrets->error = g_strdup ("No keyring is there");
  unreachable = sync_feed (fixture, SLIP_FEED_SYNC_FAILED);
  g_assert_cmpstr (unreachable, ==, "No keyring is there");
  g_assert_cmpuint (count_values (fixture->workspace), ==, 2);
}

static void
test_try (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SlipStatusReport) report = NULL;
  guint n_pages = 0;

  serve (fixture, GOOD, "sesame");
  add_feed (fixture, slip_feed_server_get_address (fixture->server));
  set (fixture, SLIP_KIND_FEED, fixture->feed, "secret_type", "bearer");
  slip_feed_service_try_async (fixture->service,
                               slip_workspace_get_state (fixture->workspace),
                               fixture->feed, "sesame", NULL, ready_cb,
                               &result);
  report = slip_feed_service_try_finish (fixture->service, wait_for (&result),
                                         &n_pages, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (report->observations->len, ==, 2);
  g_assert_cmpuint (n_pages, ==, 1);
  g_assert_cmpuint (fixture->secrets->n_lookups, ==, 0);
  observe (fixture->workspace);
  g_assert_cmpuint (count_values (fixture->workspace), ==, 0);
  g_assert_null (get_standing (fixture));

  g_clear_object (&result);
  slip_feed_service_try_async (fixture->service,
                               slip_workspace_get_state (fixture->workspace),
                               fixture->feed, NULL, NULL, ready_cb, &result);
  g_assert_null (slip_feed_service_try_finish (fixture->service,
                                               wait_for (&result), NULL,
                                               &error));
  g_assert_error (error, SLIP_FEED_ERROR, SLIP_FEED_ERROR_DENIED);
  g_assert_cmpuint (fixture->secrets->n_lookups, ==, 1);
}

/* What it is about is looked for again when the plan calls it so. */
static void
test_found_later (Fixture *fixture, gconstpointer data)
{
  g_autofree char *alias = NULL;
  g_autofree char *assignment = NULL;
  g_autoptr (GPtrArray) releases = NULL;

  serve (fixture, DOCUMENT ("Ledger", "at_risk"), NULL);
  add_release (fixture);
  add_feed (fixture, slip_feed_server_get_address (fixture->server));
  sync_well (fixture, SLIP_FEED_SYNC_UPDATED);
  g_assert_cmpint (get_status (fixture->workspace)->problem, ==,
                   SLIP_MATCH_NO_RELEASE);
  releases =
    slip_plan_state_list (slip_workspace_get_state (fixture->workspace),
                          SLIP_KIND_RELEASE);
  assignment =
    g_strconcat ("release=", slip_row_get_id (releases->pdata[0]), NULL);
  alias = create (fixture, SLIP_KIND_FEED_ALIAS, fixture->feed,
                  (const char *const[]){ "text=Ledger", assignment, NULL });
  observe (fixture->workspace);
  g_assert_cmpint (get_status (fixture->workspace)->problem, ==,
                   SLIP_MATCH_FINE);
  g_assert_cmpstr (get_status (fixture->workspace)->release, ==,
                   slip_row_get_id (releases->pdata[0]));
}

/* Another program with the same plan. */
typedef struct {
  SlipWorkspace *workspace;
  SlipFeedService *service;
} Other;

static void
open_other (Fixture *fixture, Other *other)
{
  other->workspace = open_workspace (fixture->path, SLIP_WRITER_COMMAND_LINE);
  other->service = slip_feed_service_new (other->workspace, NULL);
}

static void
close_other (Other *other)
{
  g_assert_finalize_object (other->service);
  close_workspace (other->workspace);
}

static gboolean
is_asked (HostileServer *server)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&server->mutex);

  return server->requests->len > 0;
}

/* Asks a server that answers nothing, until it was asked. */
static void
ask_in_vain (Fixture *fixture, GAsyncResult **result)
{
  fixture->hostile.is_waiting = TRUE;
  give_only (&fixture->hostile, g_bytes_new_static ("", 0));
  add_feed (fixture, fixture->hostile.address);
  slip_feed_service_sync_async (fixture->service, NULL, NULL, ready_cb, result);
  while (!is_asked (&fixture->hostile))
    g_main_context_iteration (NULL, FALSE);
}

static void
test_one_asks_at_a_time (Fixture *fixture, gconstpointer data)
{
  Other other;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) elsewhere = NULL;
  g_autoptr (GPtrArray) left = NULL;
  g_autoptr (GPtrArray) now = NULL;
  g_autoptr (GError) error = NULL;

  ask_in_vain (fixture, &result);
  g_assert_true (slip_feed_service_is_syncing (fixture->service));
  open_other (fixture, &other);
  elsewhere = sync_with (other.service, NULL);
  g_assert_cmpuint (elsewhere->len, ==, 1);
  g_assert_cmpint (((SlipFeedSynced *) elsewhere->pdata[0])->outcome, ==,
                   SLIP_FEED_SYNC_ELSEWHERE);

  /* Whoever gives up lets the next ask at once. */
  slip_feed_service_stop (fixture->service);
  left = slip_feed_service_sync_finish (fixture->service, wait_for (&result),
                                        &error);
  g_assert_no_error (error);
  g_assert_cmpuint (left->len, ==, 0);
  fixture->hostile.is_waiting = FALSE;
  give_only (&fixture->hostile,
             hostile_make_document ("", GOOD, strlen (GOOD)));
  now = sync_with (other.service, NULL);
  g_assert_cmpint (((SlipFeedSynced *) now->pdata[0])->outcome, ==,
                   SLIP_FEED_SYNC_UPDATED);
  /* And sees what the other got. */
  slip_workspace_poll (fixture->workspace);
  while (count_values (fixture->workspace) == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (get_standing (fixture)->succeeded_at_ms, ==, NOW_MS);
  close_other (&other);
}

static void
test_closing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) closed = NULL;
  g_autoptr (GError) error = NULL;
  Other other;
  g_autoptr (GPtrArray) now = NULL;

  ask_in_vain (fixture, &result);
  slip_workspace_close_async (fixture->workspace, ready_cb, &closed);
  slip_workspace_close_finish (fixture->workspace, wait_for (&closed), &error);
  g_assert_no_error (error);
  wait_for (&result);
  g_clear_object (&closed);
  g_clear_object (&result);
  forget_service (fixture);
  g_assert_finalize_object (g_steal_pointer (&fixture->workspace));

  /* The lease was given back. */
  fixture->hostile.is_waiting = FALSE;
  give_only (&fixture->hostile,
             hostile_make_document ("", GOOD, strlen (GOOD)));
  open_other (fixture, &other);
  now = sync_with (other.service, NULL);
  g_assert_cmpint (((SlipFeedSynced *) now->pdata[0])->outcome, ==,
                   SLIP_FEED_SYNC_UPDATED);
  close_other (&other);
}

static void
wait_for_values (Fixture *fixture, guint n)
{
  while (count_values (fixture->workspace) != n ||
         slip_feed_service_is_syncing (fixture->service))
    g_main_context_iteration (NULL, TRUE);
}

/* By itself: what is due at the start, what is set up, what is changed; but not
 * what is not due, and nothing that nobody wants asked. */
static void
test_by_itself (Fixture *fixture, gconstpointer data)
{
  g_autofree char *address = NULL;

  serve (fixture, GOOD, NULL);
  slip_feed_service_start (fixture->service);
  add_feed (fixture, slip_feed_server_get_address (fixture->server));
  wait_for_values (fixture, 2);
  g_assert_cmpuint (fixture->n_answers, ==, 1);

  say (fixture, IN_LIST ("{\"release\":\"Payments 4\",\"state\":\"done\"}"));
  set (fixture, SLIP_KIND_FEED, fixture->feed, "name", "Desk");
  set (fixture, SLIP_KIND_FEED, fixture->feed, "interval_minutes", "20");
  g_assert_false (slip_feed_service_is_syncing (fixture->service));
  address =
    g_strconcat (slip_feed_server_get_address (fixture->server), "?a", NULL);
  set (fixture, SLIP_KIND_FEED, fixture->feed, "address", address);
  g_assert_true (slip_feed_service_is_syncing (fixture->service));
  wait_for_values (fixture, 1);
  g_assert_cmpuint (fixture->n_answers, ==, 2);

  set (fixture, SLIP_KIND_FEED, fixture->feed, "is_enabled", "false");
  set (fixture, SLIP_KIND_FEED, fixture->feed, "address",
       "http://127.0.0.1:1/");
  g_assert_false (slip_feed_service_is_syncing (fixture->service));
}

/* What failed is not asked again only because the program was started anew. */
static void
test_back_off_is_kept (Fixture *fixture, gconstpointer data)
{
  g_autofree char *address = NULL;
  g_autofree char *error = NULL;
  gint64 next_at_ms;

  serve (fixture, GOOD, NULL);
  address = g_strconcat (slip_feed_server_get_address (fixture->server),
                         "?fault=500", NULL);
  add_feed (fixture, address);
  error = sync_feed (fixture, SLIP_FEED_SYNC_FAILED);
  next_at_ms = get_standing (fixture)->next_at_ms;
  g_assert_cmpuint (fixture->n_answers, ==, 1);

  forget_service (fixture);
  close_workspace (fixture->workspace);
  fixture->workspace = open_workspace (fixture->path, SLIP_WRITER_WINDOW);
  fixture->service = slip_feed_service_new (fixture->workspace, NULL);
  slip_feed_service_start (fixture->service);
  observe (fixture->workspace);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_false (slip_feed_service_is_syncing (fixture->service));
  g_assert_cmpint (get_standing (fixture)->next_at_ms, ==, next_at_ms);
  g_assert_cmpstr (get_standing (fixture)->error, ==, error);
  g_assert_cmpuint (fixture->n_answers, ==, 1);
}

/* A plan without feeds is not read for them. */
/* Those that had no network do not wait for their time; others do. */
static void
test_network_is_back (Fixture *fixture, gconstpointer data)
{
  GNetworkMonitor *monitor = g_network_monitor_get_default ();

  serve (fixture, GOOD, NULL);
  add_feed (fixture, slip_feed_server_get_address (fixture->server));
  sync_well (fixture, SLIP_FEED_SYNC_UPDATED);
  slip_feed_service_start (fixture->service);
  observe (fixture->workspace);
  g_signal_emit_by_name (monitor, "network-changed", TRUE);
  g_assert_false (slip_feed_service_is_syncing (fixture->service));

  set (fixture, SLIP_KIND_FEED, fixture->feed, "address", "https://224.0.0.1/");
  while (slip_feed_service_is_syncing (fixture->service))
    g_main_context_iteration (NULL, TRUE);
  observe (fixture->workspace);
  g_assert_true (get_standing (fixture)->is_offline);
  g_signal_emit_by_name (monitor, "network-changed", FALSE);
  g_assert_false (slip_feed_service_is_syncing (fixture->service));
  g_signal_emit_by_name (monitor, "network-changed", TRUE);
  g_assert_true (slip_feed_service_is_syncing (fixture->service));
}

static void
test_nothing_without_feeds (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) all = NULL;

  slip_feed_service_start (fixture->service);
  observe (fixture->workspace);
  g_assert_null (get_observations (fixture->workspace));
  all = sync_with (fixture->service, NULL);
  g_assert_cmpuint (all->len, ==, 0);
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/feed-service/sync/is-beside-the-plan", test_beside_the_plan);
  add ("/feed-service/sync/not-modified-changes-nothing", test_unchanged);
  add ("/feed-service/sync/faults-leave-the-last-good", test_faults);
  add ("/feed-service/sync/hostile-documents-leave-the-last-good",
       test_hostile_documents);
  add ("/feed-service/sync/offline-is-no-failure", test_offline);
  add ("/feed-service/sync/found-when-the-plan-calls-it-so", test_found_later);
  add ("/feed-service/secret/each-has-its-own-pages", test_secrets);
  add ("/feed-service/try/keeps-nothing", test_try);
  add ("/feed-service/lease/one-program-asks-at-a-time",
       test_one_asks_at_a_time);
  add ("/feed-service/lease/given-back-when-closed", test_closing);
  add ("/feed-service/start/asks-what-is-due", test_by_itself);
  add ("/feed-service/start/back-off-is-kept", test_back_off_is_kept);
  add ("/feed-service/start/asks-when-the-network-is-back",
       test_network_is_back);
  add ("/feed-service/start/nothing-without-feeds", test_nothing_without_feeds);
  return g_test_run ();
}
