/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "feed-fixture.h"
#include "gzip.h"
#include "slip-feed-run.h"
#include "slip-status-document.h"

#include <time.h>
#include <unistd.h>

/*
 * Whatever a server sends, by the whole way from the socket to the plan's file:
 * it is told in a sentence, what was said before stays, no turn of the main
 * loop takes long, and memory is bounded.
 */

#define MIB ((gsize) 1024 * 1024)

/* What one answer may cost: its most, some times over while it grows and is
 * read, and what libraries load when they are first used; half of what the
 * bomb would take. */
#ifdef __SANITIZE_ADDRESS__
/* Which keeps for a while what was freed. */
#define MAX_GROWTH_KIB (768 * 1024)
#else
#define MAX_GROWTH_KIB (96 * 1024)
#endif

/* Of what reading a large document takes, what a turn of the main loop may. */
#define MAX_PART 8

typedef struct {
  const char *name;
  const char *answer;
  const char *message;
} Answer;

#define OK    "HTTP/1.1 200 OK\r\n"
#define EMPTY "Content-Length: 0\r\n\r\n"
#define BRIEF "Content-Length: 2\r\n\r\n{}"

static const Answer answers[] = {
  { "nothing", "", "broke off: Connection terminated" },
  { "no-http", "SSH-2.0-OpenSSH_9.2\r\n\r\n", "could not be asked" },
  { "half-a-head", "HTTP/1.1 200 OK\r\nContent-Le", "could not be asked" },
  { "401", "HTTP/1.1 401 Unauthorized\r\n" EMPTY, "the secret is missing" },
  { "404", "HTTP/1.1 404 Not Found\r\n" EMPTY, "nothing at this address" },
  { "407", "HTTP/1.1 407 Pay First\r\n" EMPTY, "the proxy wants" },
  { "429-seconds", "HTTP/1.1 429 Slow Down\r\nRetry-After: 120\r\n" EMPTY,
    "asks to come back later" },
  { "429-date",
    "HTTP/1.1 429 Slow Down\r\nRetry-After: Mon, 23 Nov 2026 09:00:00 GMT\r\n" EMPTY,
    "asks to come back later" },
  { "rate-limit",
    "HTTP/1.1 403 Forbidden\r\nX-RateLimit-Remaining: 0\r\n"
    "X-RateLimit-Reset: 1795399200\r\n" EMPTY,
    "asks to come back later" },
  { "500", "HTTP/1.1 500 Oh\33[31m dear\r\n" EMPTY, "answered “500 Oh" },
  { "204", "HTTP/1.1 204 No Content\r\n\r\n", "“204 No Content”" },
  { "206", "HTTP/1.1 206 Partial\r\n" BRIEF, "answered “206 Partial”" },
  { "304-unasked", "HTTP/1.1 304 Not Modified\r\n\r\n", "“304 Not Modified”" },
  { "redirect-to-another-server",
    "HTTP/1.1 301 Moved\r\nLocation: https://example.org/\r\n" EMPTY,
    "points to another one (https://example.org)" },
  { "redirect-to-a-file",
    "HTTP/1.1 302 Found\r\nLocation: file:///etc/passwd\r\n" EMPTY,
    "The server points to" },
  { "redirect-to-nowhere", "HTTP/1.1 302 Found\r\n" EMPTY,
    "points to what is no address" },
  { "redirect-for-ever", "HTTP/1.1 302 Found\r\nLocation: /status\r\n" EMPTY,
    "sends from one address to the next" },
  { "next-page-elsewhere",
    OK "Link: <https://example.org/?p=2>; rel=\"next\"\r\n" BRIEF,
    "points to another one" },
  { "next-page-in-a-circle",
    OK "Link: </status>; rel=\"next\"\r\nContent-Length: 54\r\n\r\n"
       "{\"format\":\"slipway-status\",\"version\":1,\"statuses\":[]}  ",
    "lead round in a circle" },
  { "web-page", OK "Content-Type: text/html; charset=utf-8\r\n" BRIEF,
    "sent a web page and no data" },
  { "compressed-unasked", OK "Content-Encoding: br\r\n" BRIEF,
    "compressed in a way that was not asked for" },
  { "compressed-twice", OK "Content-Encoding: gzip, gzip\r\n" BRIEF,
    "compressed in a way that was not asked for" },
  { "not-compressed", OK "Content-Encoding: gzip\r\n" BRIEF,
    "The compressed answer is damaged" },
  { "shorter-than-said", OK "Content-Length: 400\r\n\r\n" GOOD,
    "broke off: Connection terminated" },
  { "longer-than-may-be", OK "Content-Length: 9437184\r\n\r\n{}",
    "too long: at most 8.0" },
  { "chunk-of-no-number",
    OK "Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n", "" },
  { "chunk-without-end",
    OK "Transfer-Encoding: chunked\r\n\r\n7fffffffffffffff\r\n" GOOD,
    "broke off: Connection terminated" },
};

/* Bodies that come well, and are no good. */
typedef struct {
  const char *name;
  const char *body;
  gsize length;
  const char *message;
} Body;

#define BODY(literal) literal, sizeof (literal) - 1

static const Body bodies[] = {
  { "empty", BODY (""), "a value was expected, the end of the document" },
  { "null", BODY ("null"), "an object was expected" },
  { "invalid-utf-8", BODY (IN_LIST ("{\"release\":\"\xc3\x28\"}")),
    "is not UTF-8 text" },
  { "nul-byte", BODY (IN_LIST ("{\"release\":\"a\0b\"}")),
    "a NUL byte is not text" },
  { "nul-escaped", BODY (IN_LIST ("{\"release\":\"a\\u0000b\"}")), "Line 1" },
  { "lone-surrogate", BODY (IN_LIST ("{\"release\":\"\\ud800\"}")), "Line 1" },
  { "key-twice", BODY (IN_LIST ("{\"release\":\"a\",\"release\":\"b\"}")),
    "the key “release” appears twice" },
  { "two-to-the-63",
    BODY (IN_LIST ("{\"release\":\"a\",\"done\":9223372036854775808}")),
    "Line 1" },
  { "not-a-number",
    BODY (IN_LIST ("{\"release\":\"a\",\"criterion\":\"c\",\"value\":NaN}")),
    "a value was expected, “N”" },
  { "infinity",
    BODY (IN_LIST ("{\"release\":\"a\",\"criterion\":\"c\",\"value\":1e999}")),
    "Line 1" },
  { "byte-order-mark", BODY ("\xef\xbb\xbf" GOOD), "Line 1, column 1" },
  { "two-documents", BODY (GOOD "\n" GOOD),
    "the end of the document was expected" },
  { "wrong-type",
    BODY (IN_LIST ("{\"release\":\"a\"},{\"release\":\"b\",\"done\":\"six\"}")),
    "statuses[1].done: a number was expected, \"six\" was found" },
  { "next-page-elsewhere",
    BODY ("{\"format\":\"slipway-status\",\"version\":1,\"statuses\":[],"
          "\"next\":\"https://example.org/?p=2\"}"),
    "points to another one" },
  { "comma-too-many", BODY (IN_LIST ("{\"release\":\"a\"},")), "Line 1" },
  { "comment", BODY ("/* hello */" GOOD), "Line 1, column 1" },
  { "words", BODY ("It works!"), "Line 1, column 1" },
};

static gint64
get_cpu_us (void)
{
  struct timespec spent;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &spent);
  return (gint64) spent.tv_sec * 1000000 + spent.tv_nsec / 1000;
}

/* The memory of this process, of a line of /proc/self/status. */
static long
read_kib (const char *line)
{
  g_autofree char *text = NULL;
  const char *found;

  if (!g_file_get_contents ("/proc/self/status", &text, NULL, NULL))
    return 0;
  found = strstr (text, line);
  return found != NULL ? strtol (found + strlen (line), NULL, 10) : 0;
}

/* From here on the peak is another. */
static void
forget_peak (void)
{
  FILE *file = g_fopen ("/proc/self/clear_refs", "w");

  if (file == NULL)
    return;
  fputs ("5", file);
  fclose (file);
}

typedef struct {
  Fixture base;
  gint64 longest_turn_us;
  gint64 may_take_us;
} Watched;

/* As wait_for(), and measures each turn of the main loop. */
static GAsyncResult *
watch (Watched *self, GAsyncResult **result)
{
  while (*result == NULL) {
    gint64 before_us = get_cpu_us ();

    g_main_context_iteration (NULL, TRUE);
    self->longest_turn_us =
      MAX (self->longest_turn_us, get_cpu_us () - before_us);
  }
  return *result;
}

static void
observe_watched (Watched *self)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  slip_workspace_load_observations_async (self->base.workspace, NULL, ready_cb,
                                          &result);
  slip_workspace_load_observations_finish (self->base.workspace,
                                           watch (self, &result), &error);
  g_assert_no_error (error);
}

/* Asks the feed, and looks at what it costs. */
static char *
sync_watched (Watched *self, SlipFeedSyncOutcome outcome)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = NULL;
  const SlipFeedSynced *synced;
  long before_kib;

  forget_peak ();
  before_kib = read_kib ("VmRSS:");
  self->longest_turn_us = 0;
  slip_feed_service_sync_async (self->base.service, self->base.feed, NULL,
                                ready_cb, &result);
  all = slip_feed_service_sync_finish (self->base.service,
                                       watch (self, &result), &error);
  g_assert_no_error (error);
  synced = all->pdata[0];
  g_assert_cmpint (synced->outcome, ==, outcome);
  observe_watched (self);
  g_test_message ("turn %d us of %d, memory %ld KiB",
                  (int) self->longest_turn_us, (int) self->may_take_us,
                  read_kib ("VmHWM:") - before_kib);
  g_assert_cmpint (self->longest_turn_us, <, self->may_take_us);
  g_assert_cmpint (read_kib ("VmHWM:") - before_kib, <, MAX_GROWTH_KIB);
  return synced->error != NULL ? g_strdup (synced->error->message) : NULL;
}

/* A good document with as many entries as there may be. */
static GBytes *
new_large_document (void)
{
  GString *text = g_string_new ("{\"format\":\"slipway-status\",\"version\":1,"
                                "\"statuses\":[");

  for (guint i = 0; i < 10000; i++)
    g_string_append_printf (text,
                            "%s{\"release\":\"Payments %u\",\"audience\":"
                            "\"Support\",\"state\":\"at_risk\",\"text\":"
                            "\"All of it is under way, and nothing is lost\","
                            "\"owner\":\"Support lead\",\"done\":3,"
                            "\"total\":5,\"updated_at\":"
                            "\"2026-11-20T08:00:00Z\",\"items\":["
                            "{\"title\":\"Train\",\"state\":\"done\"},"
                            "{\"title\":\"Write\",\"state\":\"blocked\"}]}",
                            i > 0 ? "," : "", i);
  g_string_append (text, "]}");
  return g_string_free_to_bytes (text);
}

/* How long it takes to read it here, which no turn of the main loop may. */
static gint64
measure_reading (void)
{
  static gint64 took_us = 0;
  g_autoptr (GBytes) document = NULL;
  g_autoptr (SlipStatusReport) report = NULL;
  g_autoptr (GError) error = NULL;

  if (took_us > 0)
    return took_us;
  document = new_large_document ();
  gint64 before_us = get_cpu_us ();
  report = slip_status_document_parse (document, &error);
  took_us = get_cpu_us () - before_us;
  g_assert_no_error (error);
  return took_us;
}

static void
set_up_watched (Watched *self, gconstpointer data)
{
  set_up (&self->base, NULL);
  self->may_take_us = measure_reading () / MAX_PART;
  give_only (&self->base.hostile,
             hostile_make_document ("", GOOD, strlen (GOOD)));
  add_release (&self->base);
  add_feed (&self->base, self->base.hostile.address);
  g_assert_null (sync_watched (self, SLIP_FEED_SYNC_UPDATED));
}

static void
tear_down_watched (Watched *self, gconstpointer data)
{
  tear_down (&self->base, data);
}

static void
assert_refused (Watched *self, const char *message)
{
  g_autofree char *error = sync_watched (self, SLIP_FEED_SYNC_FAILED);

  assert_last_good (&self->base, error);
  if (strstr (error, message) == NULL)
    g_error ("“%s” does not say “%s”", error, message);
}

static void
assert_answer_refused (Watched *self, GBytes *answer, const char *message)
{
  give_only (&self->base.hostile, answer);
  assert_refused (self, message);
}

static GBytes *
new_bytes (const char *text)
{
  return g_bytes_new (text, strlen (text));
}

static void
test_answer (Watched *self, gconstpointer data)
{
  const Answer *answer = data;

  assert_answer_refused (self, new_bytes (answer->answer), answer->message);
}

static void
test_body (Watched *self, gconstpointer data)
{
  const Body *body = data;

  assert_answer_refused (self,
                         hostile_make_document ("", body->body, body->length),
                         body->message);
}

/* The server says when to come back, and it is kept. */
static void
test_when_to_come_back (Watched *self, gconstpointer data)
{
  static const char *const heads[] = {
    "429 Slow Down\r\nRetry-After: 7200\r\n",
    "503 Away\r\nRetry-After: Mon, 23 Nov 2026 02:00:00 GMT\r\n",
    "403 Forbidden\r\nX-RateLimit-Remaining: 0\r\n"
    "X-RateLimit-Reset: 1795399200\r\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (heads); i++) {
    g_autofree char *answer = g_strconcat ("HTTP/1.1 ", heads[i], EMPTY, NULL);

    assert_answer_refused (self, new_bytes (answer), "");
    g_assert_cmpint (get_standing (&self->base)->next_at_ms, ==,
                     NOW_MS + 7200000);
  }
}

static void
test_pages_without_end (Watched *self, gconstpointer data)
{
  HostileServer *server = &self->base.hostile;

  /* Of the next run each answer is new. */
  g_mutex_lock (&server->mutex);
  g_ptr_array_set_size (server->answers, 0);
  g_ptr_array_set_size (server->requests, 0);
  for (guint i = 0; i <= SLIP_FEED_RUN_MAX_PAGES; i++) {
    g_autofree char *link =
      g_strdup_printf ("Link: <?page=%u>; rel=next\r\n", i + 2);

    hostile_server_give (server,
                         hostile_make_document (link, BODY (IN_LIST (""))));
  }
  g_mutex_unlock (&server->mutex);
  assert_refused (self, "more than");
}

static void
test_deep (Watched *self, gconstpointer data)
{
  g_autofree char *arrays = g_strnfill (100000, '[');

  assert_answer_refused (self, hostile_make_document ("", arrays, 100000),
                         "Line 1, column 65");
}

static void
test_large (Watched *self, gconstpointer data)
{
  g_autofree char *blanks = g_strnfill (9 * MIB, ' ');
  g_autofree char *streamed =
    g_strconcat ("HTTP/1.1 200 OK\r\n\r\n", blanks, NULL);
  g_autofree char *header =
    g_strdup_printf ("HTTP/1.1 200 OK\r\nX: %.*s", (int) MIB, blanks);

  assert_answer_refused (self, hostile_make_document ("", blanks, 9 * MIB),
                         "too long: at most 8.0");
  assert_answer_refused (self, new_bytes (streamed), "too long: at most 8.0");
  /* As long as it may be, and nothing. */
  assert_answer_refused (self, hostile_make_document ("", blanks, 8 * MIB),
                         "a value was expected");
  self->base.hostile.is_endless = TRUE;
  assert_answer_refused (self, new_bytes (header), "Header too big");
}

static GBytes *
new_packed (gconstpointer text, gsize length, guint n)
{
  g_autoptr (GBytes) packed = gzip_repeat (text, length, n);

  return hostile_make_document ("Content-Encoding: gzip\r\n",
                                g_bytes_get_data (packed, NULL),
                                g_bytes_get_size (packed));
}

static void
test_bomb (Watched *self, gconstpointer data)
{
  g_autofree char *blanks = g_strnfill (MIB, ' ');
  g_autofree guint8 *noise = g_malloc (MIB);

  assert_answer_refused (self, new_packed (blanks, MIB, 200),
                         "compressed more than 200 times");
  /* Whose ratio is innocent. */
  for (gsize i = 0; i < MIB; i++)
    noise[i] = (guint8) g_test_rand_int_range (0, 256);
  assert_answer_refused (self, new_packed (noise, MIB, 9), "too long");
}

/* All beginnings of @answer, every tenth byte. */
static void
check_cuts (Watched *self, GBytes *answer)
{
  for (gsize n = 0; n < g_bytes_get_size (answer); n += 10)
    assert_answer_refused (self, g_bytes_new_from_bytes (answer, 0, n), "");
}

static void
test_cut (Watched *self, gconstpointer data)
{
  g_autoptr (GBytes) plain = hostile_make_document ("", BODY (GOOD));
  g_autoptr (GBytes) packed = new_packed (GOOD, strlen (GOOD), 1);
  g_autoptr (GBytes) unframed = new_bytes ("HTTP/1.0 200 OK\r\n\r\n" GOOD);
  g_autofree char *chunks =
    g_strdup_printf ("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                     "%x\r\n%.60s\r\n%x\r\n%s\r\n",
                     60, GOOD, (guint) strlen (GOOD) - 60, GOOD + 60);
  /* Up to the last byte of the document, with which it is whole. */
  g_autoptr (GBytes) chunked = g_bytes_new (chunks, strlen (chunks) - 3);

  check_cuts (self, plain);
  check_cuts (self, packed);
  check_cuts (self, unframed);
  check_cuts (self, chunked);
}

static void
test_slow (Watched *self, gconstpointer data)
{
  static const char *const starts[] = {
    "HTTP/1.1 200 OK\r\nX: ",
    "HTTP/1.1 200 OK\r\nContent-Length: 4000000\r\n\r\n                  ",
    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3d0900\r\n      ",
  };

  slip_feed_service_set_deadline (self->base.service, 150);
  self->base.hostile.piece = 1;
  self->base.hostile.is_endless = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    assert_answer_refused (self, new_bytes (starts[i]),
                           "did not answer in full within 1 second");
  self->base.hostile.is_endless = FALSE;
  self->base.hostile.is_waiting = TRUE;
  assert_answer_refused (self, new_bytes (""),
                         "did not answer in full within 1 second");
}

/* Good is no reason to hold the window up either. */
static void
test_much (Watched *self, gconstpointer data)
{
  g_autoptr (GBytes) large = new_large_document ();
  g_autofree char *error = NULL;

  give_only (&self->base.hostile,
             hostile_make_document ("", g_bytes_get_data (large, NULL),
                                    g_bytes_get_size (large)));
  error = sync_watched (self, SLIP_FEED_SYNC_UPDATED);
  g_assert_null (error);
  g_assert_cmpuint (count_values (self->base.workspace), ==, 10000);
}

#define ADD(name, function)                                                    \
  g_test_add ("/feed-answers/" name, Watched, NULL, set_up_watched, function,  \
              tear_down_watched)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++) {
    g_autofree char *path =
      g_strconcat ("/feed-answers/answer/", answers[i].name, NULL);
    g_test_add (path, Watched, &answers[i], set_up_watched, test_answer,
                tear_down_watched);
  }
  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++) {
    g_autofree char *path =
      g_strconcat ("/feed-answers/body/", bodies[i].name, NULL);
    g_test_add (path, Watched, &bodies[i], set_up_watched, test_body,
                tear_down_watched);
  }
  ADD ("when-to-come-back-is-kept", test_when_to_come_back);
  ADD ("pages-without-end", test_pages_without_end);
  ADD ("hundred-thousand-levels", test_deep);
  ADD ("nine-mebibytes", test_large);
  ADD ("bomb", test_bomb);
  ADD ("cut-at-every-tenth-byte", test_cut);
  ADD ("slow", test_slow);
  ADD ("much-and-good", test_much);
  return g_test_run ();
}
