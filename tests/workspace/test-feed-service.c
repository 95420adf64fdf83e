/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "feed-fixture.h"
#include "slip-feed-age.h"

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

/* What came due while the computer slept, when timers stood still. */
static void
test_awake_again (Fixture *fixture, gconstpointer data)
{
  gint64 now_ms = NOW_MS;
  g_autoptr (SlipClock) clock =
    slip_clock_new_wound (slip_date_new (2026, 11, 23), &now_ms);

  serve (fixture, GOOD, NULL);
  add_feed (fixture, slip_feed_server_get_address (fixture->server));
  sync_well (fixture, SLIP_FEED_SYNC_UPDATED);
  forget_service (fixture);
  close_workspace (fixture->workspace);
  fixture->workspace =
    open_workspace_at (fixture->path, SLIP_WRITER_WINDOW, clock);
  fixture->service = slip_feed_service_new (fixture->workspace, NULL);
  slip_feed_service_start (fixture->service);
  observe (fixture->workspace);
  g_assert_false (slip_feed_service_is_syncing (fixture->service));
  slip_feed_service_look (fixture->service);
  g_assert_false (slip_feed_service_is_syncing (fixture->service));

  now_ms += G_GINT64_CONSTANT (8) * 3600 * 1000;
  slip_feed_service_look (fixture->service);
  g_assert_true (slip_feed_service_is_syncing (fixture->service));
  while (slip_feed_service_is_syncing (fixture->service))
    g_main_context_iteration (NULL, TRUE);
  observe (fixture->workspace);
  g_assert_cmpint (get_standing (fixture)->succeeded_at_ms, ==, now_ms);
  g_assert_cmpint (get_standing (fixture)->next_at_ms, >, now_ms);
  g_assert_cmpuint (fixture->n_answers, ==, 2);

  /* The file is closed before the clock is gone. */
  forget_service (fixture);
  g_clear_pointer (&fixture->workspace, close_workspace);
}

/* A plan without feeds is not read for them. */
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
  add ("/feed-service/start/asks-what-came-due-asleep", test_awake_again);
  add ("/feed-service/start/nothing-without-feeds", test_nothing_without_feeds);
  return g_test_run ();
}
