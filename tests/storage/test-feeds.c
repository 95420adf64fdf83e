/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-store-feeds.h"
#include "store-fixture.h"

#include <sqlite3.h>
#include <stdio.h>
#include <string.h>

#define FEED    "help-desk"
#define ME      "me"
#define OTHER   "other"
#define MONDAY  G_GINT64_CONSTANT (1795392000000)
#define TUESDAY (MONDAY + 86400000)
#define MINUTE  G_GINT64_CONSTANT (60000)
#define FOREVER 1000000
#define N_KILLS (g_test_quick () ? 12 : 100)

static void
keep_result_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GAsyncResult **kept = data;

  *kept = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return *result;
}

static SlipChangeSet *
make_feed (Session *session)
{
  SlipEdit *edit = slip_edit_new (session->state, SLIP_VERB_ADD);
  SlipChangeSet *set;

  slip_edit_create (edit, SLIP_KIND_FEED, FEED, NULL);
  set = slip_edit_end (edit, NULL);
  slip_edit_free (edit);
  return set;
}

/* A plan with one feed. */
static void
open_plan (Session *session, const Folder *folder)
{
  g_autoptr (SlipChangeSet) set = NULL;

  session_init (session, folder->plan);
  set = make_feed (session);
  session_commit (session, set);
}

static SlipFeedGrant *
lease_as (Session *session, const char *holder, gint64 now_ms)
{
  const SlipFeedLease lease = { FEED, holder, now_ms, now_ms + 4 * MINUTE };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  SlipFeedGrant *grant;

  slip_store_lease_feed_async (session->store, &lease, NULL, keep_result_cb,
                               &result);
  grant =
    slip_store_lease_feed_finish (session->store, wait_for (&result), &error);
  g_assert_no_error (error);
  return grant;
}

static gboolean
may_ask (Session *session, const char *holder, gint64 now_ms)
{
  g_autoptr (SlipFeedGrant) grant = lease_as (session, holder, now_ms);

  return grant->is_granted;
}

static gboolean
record (Session *session, const SlipFeedRecord *entry, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  slip_store_record_feed_async (session->store, entry, NULL, keep_result_cb,
                                &result);
  return slip_store_record_feed_finish (session->store, wait_for (&result),
                                        error);
}

static SlipFeedReading *
read_feeds (Session *session)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  SlipFeedReading *reading;

  slip_store_load_feeds_async (session->store, NULL, keep_result_cb, &result);
  reading =
    slip_store_load_feeds_finish (session->store, wait_for (&result), &error);
  g_assert_no_error (error);
  return reading;
}

static GPtrArray *
read_pages (Session *session, const char *credential, const char *print)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *pages;

  slip_store_load_feed_pages_async (session->store, FEED, credential, print,
                                    NULL, keep_result_cb, &result);
  pages = slip_store_load_feed_pages_finish (session->store, wait_for (&result),
                                             &error);
  g_assert_no_error (error);
  return pages;
}

static GPtrArray *
read_past (Session *session, const char *key)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *past;

  slip_store_feed_history_async (session->store, FEED, key, 100, NULL,
                                 keep_result_cb, &result);
  past =
    slip_store_feed_history_finish (session->store, wait_for (&result), &error);
  g_assert_no_error (error);
  return past;
}

static GPtrArray *
new_document (void)
{
  return g_ptr_array_new_with_free_func (
    (GDestroyNotify) slip_observation_unref);
}

static SlipObservation *
add_status (GPtrArray *document, const char *audience, SlipObservedState state)
{
  SlipObservation *self = slip_observation_new (SLIP_OBSERVATION_STATUS);

  self->release = g_strdup ("Payments 4");
  self->audience = g_strdup (audience);
  self->state = state;
  g_ptr_array_add (document, self);
  return self;
}

/* One observation of each type, with everything said that can be. */
static GPtrArray *
new_full_document (void)
{
  GPtrArray *document = new_document ();
  SlipObservation *self =
    add_status (document, "Support", SLIP_OBSERVED_AT_RISK);
  SlipObservedItem *item = slip_observed_item_new ();

  self->state_word = g_strdup ("wobbly");
  self->text = g_strdup ("Two people are away\nuntil Friday");
  self->owner = g_strdup ("Support lead");
  self->knows = SLIP_SAID_YES;
  self->stated_release_date = slip_date_new (2026, 12, 8);
  self->done = 0;
  self->total = 7;
  self->updated_at_ms = MONDAY - 1;
  self->url = g_strdup ("https://status.example/4");
  item->title = g_strdup ("Train the night shift");
  item->state = SLIP_OBSERVED_BLOCKED;
  item->owner = g_strdup ("Night lead");
  item->due_date = slip_date_new (2026, 12, 1);
  item->url = g_strdup ("https://status.example/4/1");
  g_ptr_array_add (self->items, item);
  item = slip_observed_item_new ();
  item->title = g_strdup ("Answers for 'what is new?'");
  g_ptr_array_add (self->items, item);

  self = slip_observation_new (SLIP_OBSERVATION_FLAG);
  self->flag = g_strdup ("new-checkout");
  self->environment = g_strdup ("production");
  self->is_on = SLIP_SAID_NO;
  self->share = 0;
  self->stage = g_strdup ("Beta");
  g_ptr_array_add (document, self);

  self = slip_observation_new (SLIP_OBSERVATION_CRITERION);
  self->release = g_strdup ("Payments 4");
  self->criterion = g_strdup ("Crashes");
  self->value = 0.25;
  self->unit = g_strdup ("%");
  g_ptr_array_add (document, self);

  self = slip_observation_new (SLIP_OBSERVATION_FREEZE);
  self->text = g_strdup ("Year end");
  self->freeze =
    slip_range_new (slip_date_new (2026, 12, 21), slip_date_new (2027, 1, 3));
  g_ptr_array_add (document, self);
  return document;
}

/* Asks and writes as the only one. */
static void
take_document (Session *session, GPtrArray *document, gint64 at_ms)
{
  g_autoptr (SlipFeedGrant) grant = lease_as (session, ME, at_ms);
  SlipFeedRecord entry = { ME, at_ms, grant->standing, document, NULL };
  g_autoptr (GError) error = NULL;

  g_assert_true (grant->is_granted);
  grant->standing->tried_at_ms = at_ms;
  grant->standing->succeeded_at_ms = at_ms;
  record (session, &entry, &error);
  g_assert_no_error (error);
}

static void
assert_sound (Session *session)
{
  g_autofree char *faults = session_check (session);

  g_assert_cmpstr (faults, ==, "");
}

static void
assert_says (Session *session, GPtrArray *document, gint64 since_ms)
{
  g_autoptr (SlipFeedReading) reading = read_feeds (session);

  g_assert_cmpuint (reading->values->len, ==, document->len);
  for (guint i = 0; i < document->len; i++) {
    const SlipFeedValue *value = reading->values->pdata[i];

    g_assert_cmpstr (value->feed, ==, FEED);
    g_assert_true (
      slip_observation_equal (value->observation, document->pdata[i]));
    g_assert_cmpint (value->seen_at_ms, ==, since_ms);
  }
}

static void
test_what_is_said_is_kept (void)
{
  g_auto (Folder) folder = { NULL };
  g_auto (Session) session = { NULL };
  g_autoptr (GPtrArray) document = new_full_document ();
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  folder_init (&folder);
  open_plan (&session, &folder);
  before = session_digest (&session);
  take_document (&session, document, MONDAY);
  assert_says (&session, document, MONDAY);
  session_reopen (&session);
  assert_says (&session, document, MONDAY);
  /* It is no part of the plan. */
  after = session_digest (&session);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpint (session.head, ==, 1);
  assert_sound (&session);
}

static void
test_same_again (void)
{
  g_auto (Folder) folder = { NULL };
  g_auto (Session) session = { NULL };
  g_autoptr (GPtrArray) document = new_full_document ();
  g_autoptr (GPtrArray) past = NULL;

  folder_init (&folder);
  open_plan (&session, &folder);
  take_document (&session, document, MONDAY);
  take_document (&session, document, TUESDAY);
  assert_says (&session, document, MONDAY);
  /* A new time of the last change alone is nothing new either. */
  for (guint i = 0; i < document->len; i++)
    ((SlipObservation *) document->pdata[i])->updated_at_ms = TUESDAY;
  take_document (&session, document, TUESDAY + 1);
  assert_says (&session, document, MONDAY);
  past = read_past (&session, NULL);
  g_assert_cmpuint (past->len, ==, document->len);
  assert_sound (&session);
}

static void
assert_past (const GPtrArray *past,
             guint i,
             SlipObservedState state,
             gint64 since_ms,
             gint64 until_ms)
{
  const SlipFeedPast *entry = past->pdata[i];

  g_assert_cmpint (entry->observation->state, ==, state);
  g_assert_cmpint (entry->since_ms, ==, since_ms);
  g_assert_cmpint (entry->until_ms, ==, until_ms);
}

/* 'Support went from at risk to done on Tuesday', and then is not mentioned. */
static void
test_past (void)
{
  g_auto (Folder) folder = { NULL };
  g_auto (Session) session = { NULL };
  g_autoptr (GPtrArray) first = new_document ();
  g_autoptr (GPtrArray) second = new_document ();
  g_autoptr (GPtrArray) third = new_document ();
  g_autoptr (GPtrArray) past = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_autofree char *key = NULL;

  folder_init (&folder);
  open_plan (&session, &folder);
  key = slip_observation_dup_key (
    add_status (first, "Support", SLIP_OBSERVED_AT_RISK));
  add_status (first, "Sales", SLIP_OBSERVED_ON_TRACK);
  add_status (second, "Support", SLIP_OBSERVED_BLOCKED);
  add_status (second, "Sales", SLIP_OBSERVED_ON_TRACK);
  /* The later word about the same holds. */
  add_status (second, "Support", SLIP_OBSERVED_DONE);
  add_status (third, "Sales", SLIP_OBSERVED_ON_TRACK);
  take_document (&session, first, MONDAY);
  take_document (&session, second, TUESDAY);
  past = read_past (&session, key);
  g_assert_cmpuint (past->len, ==, 2);
  assert_past (past, 0, SLIP_OBSERVED_DONE, TUESDAY, 0);
  assert_past (past, 1, SLIP_OBSERVED_AT_RISK, MONDAY, TUESDAY);

  take_document (&session, third, TUESDAY + MINUTE);
  g_clear_pointer (&past, g_ptr_array_unref);
  past = read_past (&session, key);
  g_assert_cmpuint (past->len, ==, 2);
  assert_past (past, 0, SLIP_OBSERVED_DONE, TUESDAY, TUESDAY + MINUTE);
  assert_says (&session, third, MONDAY);
  all = read_past (&session, NULL);
  g_assert_cmpuint (all->len, ==, 3);
  assert_sound (&session);
}

/* The clock may have been set back. */
static void
test_past_never_ends_before_it_begins (void)
{
  g_auto (Folder) folder = { NULL };
  g_auto (Session) session = { NULL };
  g_autoptr (GPtrArray) first = new_document ();
  g_autoptr (GPtrArray) nothing = new_document ();
  g_autoptr (GPtrArray) past = NULL;

  folder_init (&folder);
  open_plan (&session, &folder);
  add_status (first, "Support", SLIP_OBSERVED_AT_RISK);
  take_document (&session, first, TUESDAY);
  take_document (&session, nothing, MONDAY);
  past = read_past (&session, NULL);
  assert_past (past, 0, SLIP_OBSERVED_AT_RISK, TUESDAY, TUESDAY);
}

static void
test_failure_leaves_values (void)
{
  g_auto (Folder) folder = { NULL };
  g_auto (Session) session = { NULL };
  g_autoptr (GPtrArray) document = new_full_document ();
  g_autoptr (SlipFeedGrant) grant = NULL;
  g_autoptr (SlipFeedReading) reading = NULL;
  g_autoptr (GError) error = NULL;
  const SlipFeedStanding *standing;

  folder_init (&folder);
  open_plan (&session, &folder);
  take_document (&session, document, MONDAY);
  grant = lease_as (&session, ME, TUESDAY);
  grant->standing->failing_since_ms = TUESDAY;
  grant->standing->next_at_ms = TUESDAY + MINUTE;
  grant->standing->n_failures = 3;
  grant->standing->is_offline = TRUE;
  grant->standing->error = g_strdup ("There is no network");
  record (&session, &(SlipFeedRecord){ ME, TUESDAY, grant->standing }, &error);
  g_assert_no_error (error);
  assert_says (&session, document, MONDAY);
  reading = read_feeds (&session);
  g_assert_cmpuint (reading->standings->len, ==, 1);
  standing = reading->standings->pdata[0];
  g_assert_cmpstr (standing->feed, ==, FEED);
  g_assert_cmpint (standing->succeeded_at_ms, ==, MONDAY);
  g_assert_cmpint (standing->failing_since_ms, ==, TUESDAY);
  g_assert_cmpint (standing->next_at_ms, ==, TUESDAY + MINUTE);
  g_assert_cmpuint (standing->n_failures, ==, 3);
  g_assert_true (standing->is_offline);
  g_assert_cmpstr (standing->error, ==, "There is no network");
}

static SlipFeedPageRow *
new_page (const char *address, const char *body, gsize size)
{
  SlipFeedPageRow *page = slip_feed_page_row_new ();

  page->address = g_strdup (address);
  page->etag = g_strdup ("\"1\"");
  page->next = g_strdup ("https://status.example/2");
  page->body = g_bytes_new (body, size);
  return page;
}

/* Whatever fails on the way, nothing was written. */
static void
test_half_changes_nothing (void)
{
  g_auto (Folder) folder = { NULL };
  g_auto (Session) session = { NULL };
  g_autoptr (GPtrArray) document = new_full_document ();
  g_autoptr (GPtrArray) other = new_document ();
  g_autoptr (GPtrArray) pages =
    g_ptr_array_new_with_free_func ((GDestroyNotify) slip_feed_page_row_free);
  g_autoptr (SlipFeedGrant) grant = NULL;
  g_autoptr (GError) error = NULL;

  folder_init (&folder);
  open_plan (&session, &folder);
  take_document (&session, document, MONDAY);
  add_status (other, "Support", SLIP_OBSERVED_DONE);
  /* A page without an address cannot be kept, and comes last. */
  g_ptr_array_add (pages, new_page ("https://status.example/", "{}", 2));
  g_ptr_array_add (pages, new_page (NULL, "{}", 2));
  grant = lease_as (&session, ME, TUESDAY);
  g_assert_false (record (&session,
                          &(SlipFeedRecord){ ME, TUESDAY, grant->standing,
                                             other, pages, "c", "p" },
                          &error));
  g_assert_error (error, SLIP_STORE_ERROR, SLIP_STORE_ERROR_FAILED);
  assert_says (&session, document, MONDAY);
  g_clear_pointer (&pages, g_ptr_array_unref);
  pages = read_pages (&session, "c", "p");
  g_assert_cmpuint (pages->len, ==, 0);
  /* The lease is still mine. */
  g_assert_false (may_ask (&session, OTHER, TUESDAY));
  assert_sound (&session);
}

static void
test_pages (void)
{
  g_auto (Folder) folder = { NULL };
  g_auto (Session) session = { NULL };
  g_autoptr (GPtrArray) pages =
    g_ptr_array_new_with_free_func ((GDestroyNotify) slip_feed_page_row_free);
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GPtrArray) others = NULL;
  g_autoptr (GPtrArray) otherwise = NULL;
  g_autoptr (GPtrArray) gone = NULL;
  g_autoptr (SlipFeedGrant) grant = NULL;
  const SlipFeedPageRow *page;

  folder_init (&folder);
  open_plan (&session, &folder);
  g_ptr_array_add (pages, new_page ("https://status.example/", "a\0b", 3));
  g_ptr_array_add (pages, new_page ("https://status.example/2", "", 0));
  grant = lease_as (&session, ME, MONDAY);
  record (&session,
          &(SlipFeedRecord){ ME, MONDAY, grant->standing, NULL, pages, "c",
                             "p" },
          NULL);
  found = read_pages (&session, "c", "p");
  g_assert_cmpuint (found->len, ==, 2);
  page = found->pdata[0];
  g_assert_cmpstr (page->address, ==, "https://status.example/");
  g_assert_cmpstr (page->etag, ==, "\"1\"");
  g_assert_null (page->last_modified);
  g_assert_cmpstr (page->next, ==, "https://status.example/2");
  g_assert_true (
    g_bytes_equal (page->body, ((SlipFeedPageRow *) pages->pdata[0])->body));
  others = read_pages (&session, "another secret", "p");
  g_assert_cmpuint (others->len, ==, 0);
  otherwise = read_pages (&session, "c", "another address");
  g_assert_cmpuint (otherwise->len, ==, 0);

  /* Without a credential that is kept there is nothing to keep them for. */
  g_clear_pointer (&grant, slip_feed_grant_free);
  grant = lease_as (&session, ME, MONDAY);
  record (&session,
          &(SlipFeedRecord){ ME, MONDAY, grant->standing, NULL, pages }, NULL);
  gone = read_pages (&session, "c", "p");
  g_assert_cmpuint (gone->len, ==, 0);
}

static void
test_lease (void)
{
  g_auto (Folder) folder = { NULL };
  g_auto (Session) mine = { NULL };
  g_auto (Session) other = { NULL };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  folder_init (&folder);
  open_plan (&mine, &folder);
  session_init (&other, folder.plan);
  g_assert_true (may_ask (&mine, ME, MONDAY));
  g_assert_false (may_ask (&other, OTHER, MONDAY));
  g_assert_true (may_ask (&mine, ME, MONDAY + MINUTE));
  /* Renewed until MONDAY + 5 minutes, when it ends by itself. */
  g_assert_false (may_ask (&other, OTHER, MONDAY + 5 * MINUTE - 1));
  g_assert_true (may_ask (&other, OTHER, MONDAY + 5 * MINUTE));
  g_assert_false (may_ask (&mine, ME, MONDAY + 5 * MINUTE));
  /* The clock was set back by more than any lease may last. */
  g_assert_true (may_ask (&mine, ME, MONDAY - 10 * MINUTE));
  /* Whoever has lost it gives nothing back. */
  slip_store_release_feed_async (other.store, FEED, OTHER, keep_result_cb,
                                 &result);
  slip_store_release_feed_finish (other.store, wait_for (&result), &error);
  g_assert_no_error (error);
  g_assert_false (may_ask (&other, OTHER, MONDAY - 10 * MINUTE));
  g_clear_object (&result);
  slip_store_release_feed_async (mine.store, FEED, ME, keep_result_cb, &result);
  slip_store_release_feed_finish (mine.store, wait_for (&result), &error);
  g_assert_no_error (error);
  g_assert_true (may_ask (&other, OTHER, MONDAY - 10 * MINUTE));
}

static void
assert_is_stale (Session *session, const char *holder)
{
  g_autoptr (SlipFeedStanding) standing = slip_feed_standing_new (FEED);
  g_autoptr (GPtrArray) document = new_document ();
  g_autoptr (GError) error = NULL;

  g_assert_false (
    record (session, &(SlipFeedRecord){ holder, TUESDAY, standing, document },
            &error));
  assert_store_error (error, SLIP_STORE_ERROR_STALE, "Plan one");
}

/* What comes too late is not written over what came meanwhile. */
static void
test_late (void)
{
  g_auto (Folder) folder = { NULL };
  g_auto (Session) session = { NULL };
  g_autoptr (GPtrArray) document = new_full_document ();
  g_autoptr (SlipChangeSet) set = NULL;
  SlipEdit *edit;

  folder_init (&folder);
  open_plan (&session, &folder);
  g_assert_true (may_ask (&session, OTHER, MONDAY - 10 * MINUTE));
  take_document (&session, document, MONDAY);
  assert_is_stale (&session, OTHER);
  assert_says (&session, document, MONDAY);

  /* A feed that was deleted meanwhile. */
  g_assert_true (may_ask (&session, ME, TUESDAY));
  edit = slip_edit_new (session.state, SLIP_VERB_DELETE);
  slip_edit_delete (edit, SLIP_KIND_FEED, FEED);
  set = slip_edit_end (edit, NULL);
  slip_edit_free (edit);
  session_commit (&session, set);
  assert_is_stale (&session, ME);
  assert_says (&session, document, MONDAY);
  /* It says the same again when it comes back. */
  session_turn (&session, SLIP_STEP_UNDO);
  assert_says (&session, document, MONDAY);
  assert_sound (&session);
}

static void
test_others_hear_of_it (void)
{
  g_auto (Folder) folder = { NULL };
  g_auto (Session) mine = { NULL };
  g_auto (Session) other = { NULL };
  g_autoptr (GPtrArray) document = new_full_document ();
  g_autoptr (SlipNews) before = NULL;
  g_autoptr (SlipNews) after = NULL;

  folder_init (&folder);
  open_plan (&mine, &folder);
  session_init (&other, folder.plan);
  before = session_poll (&other);
  take_document (&mine, document, MONDAY);
  after = session_poll (&other);
  g_assert_cmpint (after->feeds, >, before->feeds);
  g_assert_cmpint (after->head, ==, before->head);
  assert_says (&other, document, MONDAY);
}

/* The other process: one state for both audiences, then another for both. */
static int
write_forever (const char *path)
{
  g_auto (Session) session = { NULL };

  session_init (&session, path);
  for (gint64 i = 0; i < FOREVER; i++) {
    g_autoptr (GPtrArray) document = new_document ();
    SlipObservedState state =
      i % 2 == 0 ? SLIP_OBSERVED_DONE : SLIP_OBSERVED_BLOCKED;

    add_status (document, "Support", state);
    add_status (document, "Sales", state);
    take_document (&session, document, MONDAY + i);
    printf (".\n");
    fflush (stdout);
  }
  return 0;
}

static void
kill_writer (const char *path)
{
  g_autofree char *self = find_self ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) child =
    g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, self, "--write",
                      path, NULL);
  g_autoptr (GDataInputStream) voice = NULL;

  g_assert_no_error (error);
  voice = g_data_input_stream_new (g_subprocess_get_stdout_pipe (child));
  for (int i = g_test_rand_int_range (1, 5); i > 0; i--) {
    g_autofree char *line =
      g_data_input_stream_read_line (voice, NULL, NULL, NULL);

    g_assert_nonnull (line);
  }
  g_usleep ((gulong) g_test_rand_int_range (0, 4000));
  g_subprocess_force_exit (child);
  g_subprocess_wait (child, NULL, NULL);
}

static void
test_killed (void)
{
  g_auto (Folder) folder = { NULL };
  g_auto (Session) session = { NULL };

  folder_init (&folder);
  open_plan (&session, &folder);
  for (int i = 0; i < N_KILLS; i++) {
    g_autoptr (SlipFeedReading) reading = NULL;
    const SlipFeedValue *first;
    const SlipFeedValue *second;

    kill_writer (folder.plan);
    reading = read_feeds (&session);
    g_assert_cmpuint (reading->values->len, ==, 2);
    first = reading->values->pdata[0];
    second = reading->values->pdata[1];
    g_assert_cmpint (first->observation->state, ==, second->observation->state);
    g_assert_cmpint (first->seen_at_ms, ==, second->seen_at_ms);
    assert_sound (&session);
  }
}

/* The other process: counts a feed's tries, each under a lease of its own. */
static int
count_tries (const char *path, const char *holder, int n)
{
  g_auto (Session) session = { NULL };

  session_init (&session, path);
  while (n > 0) {
    g_autoptr (SlipFeedGrant) grant = lease_as (&session, holder, MONDAY);
    g_autoptr (GError) error = NULL;

    if (!grant->is_granted)
      continue;
    grant->standing->n_failures++;
    record (&session, &(SlipFeedRecord){ holder, MONDAY, grant->standing },
            &error);
    g_assert_no_error (error);
    n--;
  }
  return 0;
}

#define N_PROCESSES 2
#define N_TRIES     "40"

static void
test_one_asks_at_a_time (void)
{
  g_auto (Folder) folder = { NULL };
  g_auto (Session) session = { NULL };
  g_autofree char *self = find_self ();
  g_autoptr (SlipFeedReading) reading = NULL;
  GSubprocess *children[N_PROCESSES];
  static const char *const holders[N_PROCESSES] = { ME, OTHER };

  folder_init (&folder);
  open_plan (&session, &folder);
  for (int i = 0; i < N_PROCESSES; i++) {
    children[i] =
      g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, NULL, self, "--count",
                        folder.plan, holders[i], N_TRIES, NULL);
    g_assert_nonnull (children[i]);
  }
  for (int i = 0; i < N_PROCESSES; i++) {
    g_assert_true (g_subprocess_wait_check (children[i], NULL, NULL));
    g_object_unref (children[i]);
  }
  reading = read_feeds (&session);
  g_assert_cmpuint (
    ((const SlipFeedStanding *) reading->standings->pdata[0])->n_failures, ==,
    N_PROCESSES * 40);
}

static void
assert_fault (const char *sql, const char *word)
{
  g_auto (Folder) folder = { NULL };
  g_auto (Session) session = { NULL };
  g_autoptr (GPtrArray) document = new_full_document ();
  g_autofree char *faults = NULL;
  sqlite3 *db = NULL;

  folder_init (&folder);
  open_plan (&session, &folder);
  take_document (&session, document, MONDAY);
  session_clear (&session);
  g_assert_cmpint (sqlite3_open (folder.plan, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
  session_init (&session, folder.plan);
  faults = session_check (&session);
  g_test_message ("%s: %s", sql, faults);
  g_assert_nonnull (strstr (faults, word));
  g_assert_null (strchr (faults, '\n'));
}

static void
test_check (void)
{
  assert_fault ("UPDATE observation SET audience = 'Sales' WHERE id = 1",
                "observation 1");
  assert_fault ("UPDATE observation SET state = 'splendid' WHERE id = 1",
                "observation 1");
  assert_fault ("UPDATE observation SET freeze_last = 'never' WHERE id = 4",
                "observation 4");
  assert_fault ("INSERT INTO observation_item (observation, ordinal, title, "
                "state) VALUES (99, 0, 'Lost', 'done')",
                "observation 99");
}

int
main (int argc, char **argv)
{
  if (argc == 3 && g_str_equal (argv[1], "--write"))
    return write_forever (argv[2]);
  if (argc == 5 && g_str_equal (argv[1], "--count"))
    return count_tries (argv[2], argv[3], atoi (argv[4]));
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/feeds/record/what-is-said-is-kept",
                   test_what_is_said_is_kept);
  g_test_add_func ("/feeds/record/the-same-again-changes-nothing",
                   test_same_again);
  g_test_add_func ("/feeds/record/failure-leaves-what-was-said",
                   test_failure_leaves_values);
  g_test_add_func ("/feeds/record/half-changes-nothing",
                   test_half_changes_nothing);
  g_test_add_func ("/feeds/record/not-what-comes-too-late", test_late);
  g_test_add_func ("/feeds/record/others-hear-of-it", test_others_hear_of_it);
  g_test_add_func ("/feeds/record/killed-in-between", test_killed);
  g_test_add_func ("/feeds/past/changes-can-be-told", test_past);
  g_test_add_func ("/feeds/past/never-ends-before-it-begins",
                   test_past_never_ends_before_it_begins);
  g_test_add_func ("/feeds/pages/for-one-secret-and-one-address", test_pages);
  g_test_add_func ("/feeds/lease/one-holder-until-it-ends", test_lease);
  g_test_add_func ("/feeds/lease/one-process-asks-at-a-time",
                   test_one_asks_at_a_time);
  g_test_add_func ("/feeds/check/names-what-was-changed-by-hand", test_check);
  return g_test_run ();
}
