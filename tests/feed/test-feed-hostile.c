/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-status-document.h"

#include "gzip.h"
#include "hostile-server.h"

#include <sys/resource.h>

#define MIB ((gsize) 1024 * 1024)

/* What a bounded answer may cost: its most, twice over while it grows, and what
 * libraries load when they are first used. */
#define MAX_GROWTH_KIB (48 * 1024)

#define DOCUMENT                                                               \
  "{\"format\":\"slipway-status\",\"version\":1,\"statuses\":["                \
  "{\"release\":\"Payments 3.9\",\"audience\":\"Support\","                    \
  "\"state\":\"on_track\",\"done\":3,\"total\":5},"                            \
  "{\"flag\":\"checkout\",\"on\":true}]}"

/* Around what stands for the entries. */
#define ENTRIES(text)                                                          \
  "{\"format\":\"slipway-status\",\"version\":1,\"statuses\":[" text "]}"

typedef struct {
  HostileServer server;
  SlipFeedRequest request;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  hostile_server_set_up (&fixture->server);
  fixture->request = (SlipFeedRequest){ .address = fixture->server.address };
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  hostile_server_tear_down (&fixture->server);
}

/* Fetches and reads, as a feed is: a report or an error, never both. */
static SlipStatusReport *
fetch (Fixture *fixture, GError **error)
{
  g_autoptr (SlipFeedAnswer) answer =
    asking_wait (&fixture->request, NULL, error);
  SlipStatusReport *report = NULL;

  g_assert_nonnull (answer);
  g_assert_false (answer->is_unchanged);
  g_assert_true ((answer->body != NULL) != (answer->error != NULL));
  if (answer->error != NULL)
    g_propagate_error (error, g_steal_pointer (&answer->error));
  else
    report = slip_status_document_parse (answer->body, error);
  return report;
}

static void
assert_refused (Fixture *fixture, const char *message)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SlipStatusReport) report = fetch (fixture, &error);

  if (report != NULL)
    g_error ("it was taken instead of: %s", message);
  g_assert_nonnull (error);
  if (strstr (error->message, message) == NULL)
    g_error ("“%s” does not say “%s”", error->message, message);
}

typedef struct {
  const char *name;
  const char *answer;
  const char *message;
} Answer;

static const Answer answers[] = {
  { "nothing", "", "broke off: Connection terminated" },
  { "no-http", "SSH-2.0-OpenSSH_9.2\r\n\r\n", "could not be asked" },
  { "half-a-head", "HTTP/1.1 200 OK\r\nContent-Le", "could not be asked" },
  { "status-401", "HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n",
    "answered “401 Unauthorized”: the secret is missing, wrong" },
  { "status-404", "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n",
    "answered “404 Not Found”: there is nothing at this address" },
  { "status-407", "HTTP/1.1 407 Pay First\r\nContent-Length: 0\r\n\r\n",
    "answered “407 Pay First”: the proxy wants" },
  { "status-429", "HTTP/1.1 429 Slow Down\r\nContent-Length: 0\r\n\r\n",
    "answered “429 Slow Down”: it asks to come back later" },
  { "status-500", "HTTP/1.1 500 Oh\33[31m dear\r\nContent-Length: 0\r\n\r\n",
    "answered “500 Oh" },
  { "status-204", "HTTP/1.1 204 No Content\r\n\r\n", "“204 No Content”" },
  { "status-206", "HTTP/1.1 206 Partial\r\nContent-Length: 2\r\n\r\n{}",
    "answered “206 Partial”" },
  { "redirect-to-another-server",
    "HTTP/1.1 301 Moved\r\nLocation: https://example.org/\r\n"
    "Content-Length: 0\r\n\r\n",
    "points to another one (https://example.org)" },
  { "redirect-to-a-file",
    "HTTP/1.1 302 Found\r\nLocation: file:///etc/passwd\r\n"
    "Content-Length: 0\r\n\r\n",
    "The server points to" },
  { "redirect-to-nowhere", "HTTP/1.1 302 Found\r\nContent-Length: 0\r\n\r\n",
    "points to what is no address" },
  { "redirect-for-ever",
    "HTTP/1.1 302 Found\r\nLocation: /status\r\nContent-Length: 0\r\n\r\n",
    "sends from one address to the next" },
  { "next-page-elsewhere",
    "HTTP/1.1 200 OK\r\nLink: <https://example.org/?p=2>; rel=\"next\"\r\n"
    "Content-Length: 2\r\n\r\n{}",
    "points to another one" },
  { "web-page",
    "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"
    "Content-Length: 6\r\n\r\n<html>",
    "sent a web page and no data" },
  { "compressed-unasked",
    "HTTP/1.1 200 OK\r\nContent-Encoding: br\r\nContent-Length: 2\r\n\r\n{}",
    "compressed in a way that was not asked for" },
  { "compressed-twice",
    "HTTP/1.1 200 OK\r\nContent-Encoding: gzip, gzip\r\n"
    "Content-Length: 2\r\n\r\n{}",
    "compressed in a way that was not asked for" },
  { "not-compressed",
    "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 2\r\n"
    "\r\n{}",
    "The compressed answer is damaged" },
  { "shorter-than-said",
    "HTTP/1.1 200 OK\r\nContent-Length: 200\r\n\r\n" DOCUMENT,
    "broke off: Connection terminated" },
  { "longer-than-may-be",
    "HTTP/1.1 200 OK\r\nContent-Length: 9437184\r\n\r\n{}",
    "too long: at most 8.0" },
  { "chunk-of-no-number",
    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n",
    "" },
  { "chunk-without-end",
    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
    "7fffffffffffffff\r\n" DOCUMENT,
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
  { "invalid-utf-8", BODY (ENTRIES ("{\"release\":\"\xc3\x28\"}")),
    "is not UTF-8 text" },
  { "nul-byte", BODY (ENTRIES ("{\"release\":\"a\0b\"}")),
    "a NUL byte is not text" },
  { "nul-escaped", BODY (ENTRIES ("{\"release\":\"a\\u0000b\"}")), "Line 1" },
  { "lone-surrogate", BODY (ENTRIES ("{\"release\":\"\\ud800\"}")), "Line 1" },
  { "key-twice", BODY (ENTRIES ("{\"release\":\"a\",\"release\":\"b\"}")),
    "the key “release” appears twice" },
  { "key-twice-where-nobody-looks",
    BODY (ENTRIES ("{\"release\":\"a\",\"x\":{\"y\":1,\"\\u0079\":2}}")),
    "the key “y” appears twice" },
  { "two-to-the-63",
    BODY (ENTRIES ("{\"release\":\"a\",\"done\":9223372036854775808}")),
    "Line 1" },
  { "two-to-the-63-where-nobody-looks",
    BODY (ENTRIES ("{\"release\":\"a\",\"x\":9223372036854775808}")),
    "Line 1" },
  { "not-a-number",
    BODY (ENTRIES ("{\"release\":\"a\",\"criterion\":\"c\",\"value\":NaN}")),
    "a value was expected, “N”" },
  { "infinity",
    BODY (ENTRIES ("{\"release\":\"a\",\"criterion\":\"c\",\"value\":1e999}")),
    "Line 1" },
  { "byte-order-mark", BODY ("\xef\xbb\xbf" DOCUMENT), "Line 1, column 1" },
  { "two-documents", BODY (DOCUMENT "\n" DOCUMENT),
    "the end of the document was expected" },
  { "comma-too-many", BODY (ENTRIES ("{\"release\":\"a\"},")), "Line 1" },
  { "comment", BODY ("/* hello */" DOCUMENT), "Line 1, column 1" },
  { "words", BODY ("It works!"), "Line 1, column 1" },
};

static void
test_answer (Fixture *fixture, gconstpointer data)
{
  const Answer *answer = data;

  hostile_server_give_text (&fixture->server, answer->answer);
  assert_refused (fixture, answer->message);
}

static void
test_body (Fixture *fixture, gconstpointer data)
{
  const Body *body = data;

  hostile_server_give (&fixture->server,
                       hostile_make_document ("", body->body, body->length));
  assert_refused (fixture, body->message);
}

static void
test_good_document_comes_through (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) packed = gzip_repeat (DOCUMENT, strlen (DOCUMENT), 1);
  g_autoptr (GError) error = NULL;

  hostile_server_give (&fixture->server,
                       hostile_make_document ("", BODY (DOCUMENT)));
  hostile_server_give (&fixture->server,
                       hostile_make_document ("Content-Encoding: gzip\r\n",
                                              g_bytes_get_data (packed, NULL),
                                              g_bytes_get_size (packed)));
  hostile_server_give_text (&fixture->server,
                            "HTTP/1.0 200 OK\r\n\r\n" DOCUMENT);
  hostile_server_give_text (&fixture->server,
                            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n"
                            "\r\n1\r\n{\r\n2;x=y\r\n}\n\r\n0\r\nX: y\r\n\r\n");
  for (guint i = 0; i < 3; i++) {
    g_autoptr (SlipStatusReport) report = fetch (fixture, &error);

    g_assert_no_error (error);
    g_assert_cmpuint (report->observations->len, ==, 2);
  }
  g_autoptr (SlipFeedAnswer) answer =
    asking_wait (&fixture->request, NULL, &error);
  g_assert_no_error (answer->error);
  g_assert_cmpmem (g_bytes_get_data (answer->body, NULL),
                   g_bytes_get_size (answer->body), "{}\n", 3);
}

static void
test_hundred_thousand_levels (Fixture *fixture, gconstpointer data)
{
  g_autofree char *arrays = g_strnfill (100000, '[');

  hostile_server_give (&fixture->server,
                       hostile_make_document ("", arrays, 100000));
  assert_refused (fixture, "Line 1, column 65");
}

/* As @answer, but for its last bytes. */
static void
give_cut (HostileServer *server, GBytes *answer, gsize n)
{
  hostile_server_give (server, g_bytes_new_from_bytes (answer, 0, n));
}

/* All cuts of @answer behind its head, every @step bytes. */
static void
check_cuts (GBytes *answer, gsize step)
{
  const char *text = g_bytes_get_data (answer, NULL);
  gsize n_head = (gsize) (strstr (text, "\r\n\r\n") - text) + 4;

  for (gsize n = n_head; n < g_bytes_get_size (answer); n += step) {
    Fixture fixture;

    set_up (&fixture, NULL);
    give_cut (&fixture.server, answer, n);
    assert_refused (&fixture, "");
    tear_down (&fixture, NULL);
  }
}

static void
test_cut_at_every_tenth_byte (void)
{
  g_autoptr (GBytes) plain = hostile_make_document ("", BODY (DOCUMENT));
  g_autoptr (GBytes) packed_body = gzip_repeat (DOCUMENT, strlen (DOCUMENT), 1);
  g_autoptr (GBytes) packed =
    hostile_make_document ("Content-Encoding: gzip\r\n",
                           g_bytes_get_data (packed_body, NULL),
                           g_bytes_get_size (packed_body));
  g_autoptr (GBytes) unframed =
    g_bytes_new_static (BODY ("HTTP/1.0 200 OK\r\n\r\n" DOCUMENT));

  check_cuts (plain, 10);
  check_cuts (packed, 10);
  check_cuts (unframed, 10);
}

/* Chunks are where libsoup takes a cut for the end: at each byte, then. */
static void
test_cut_between_chunks (void)
{
  g_autoptr (GString) text =
    g_string_new ("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
  const char *rest = DOCUMENT;

  while (*rest != '\0') {
    gsize n = MIN (strlen (rest), 40);

    g_string_append_printf (text, "%x\r\n", (guint) n);
    g_string_append_len (text, rest, (gssize) n);
    g_string_append (text, "\r\n");
    rest += n;
  }
  /* Up to the last byte of the document, with which it is whole. */
  g_autoptr (GBytes) answer = g_bytes_new (text->str, text->len - 2);
  check_cuts (answer, 1);
}

static void
test_slow_drip_ends_at_the_deadline (Fixture *fixture, gconstpointer data)
{
  const char *const starts[] = {
    "HTTP/1.1 200 OK\r\nX: ",
    "HTTP/1.1 200 OK\r\nContent-Length: 4000000\r\n\r\n                  ",
    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3d0900\r\n      ",
  };

  /* Each answer is begun anew at its end, so that it never stops. */
  fixture->server.piece = 1;
  fixture->server.is_endless = TRUE;
  fixture->request.limits.deadline_ms = 150;
  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    hostile_server_give_text (&fixture->server, starts[i]);
  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    assert_refused (fixture, "did not answer in full within 1 second");
}

/* What answers without its body does not wait for it. */
static void
test_bodies_that_nobody_reads_are_left (Fixture *fixture, gconstpointer data)
{
  const char *const heads[] = {
    "HTTP/1.1 500 Oh Dear\r\nContent-Length: 4000000\r\n\r\n     ",
    "HTTP/1.1 302 Found\r\nLocation: https://example.org/\r\n"
    "Content-Length: 4000000\r\n\r\n    ",
    "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
    "Content-Length: 4000000\r\n\r\n    ",
    "HTTP/1.1 302 Found\r\nLocation: /status\r\n"
    "Content-Length: 4000000\r\n\r\n    ",
  };
  const char *const messages[] = {
    "answered “500 Oh Dear”",
    "points to another one",
    "sent a web page",
    "sends from one address to the next",
  };

  fixture->server.piece = 1;
  fixture->server.is_endless = TRUE;
  fixture->request.limits.deadline_ms = 60000;
  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    hostile_server_give_text (&fixture->server, heads[i]);
  for (guint i = 0; i < G_N_ELEMENTS (messages); i++)
    assert_refused (fixture, messages[i]);
}

static void
test_silence_ends_at_the_deadline (Fixture *fixture, gconstpointer data)
{
  hostile_server_give_text (&fixture->server, "");
  fixture->server.is_waiting = TRUE;
  fixture->request.limits.deadline_ms = 50;
  assert_refused (fixture, "did not answer in full within 1 second");
}

static long
get_peak_kib (void)
{
  struct rusage usage;

  g_assert_cmpint (getrusage (RUSAGE_SELF, &usage), ==, 0);
  return usage.ru_maxrss;
}

/* Runs @answer against a peak of memory, in a process of its own. */
static void
check_growth (GBytes *answer, const char *message)
{
  Fixture fixture;

  set_up (&fixture, NULL);
  hostile_server_give (&fixture.server, g_bytes_ref (answer));
  fixture.server.is_endless = TRUE;
  long before_kib = get_peak_kib ();
  assert_refused (&fixture, message);
  g_assert_cmpint (get_peak_kib () - before_kib, <, MAX_GROWTH_KIB);
  tear_down (&fixture, NULL);
}

static void
test_bomb_here (void)
{
  g_autofree char *blanks = g_strnfill (MIB, ' ');
  g_autoptr (GBytes) bomb = gzip_repeat (blanks, MIB, 200);
  g_autoptr (GBytes) answer =
    hostile_make_document ("Content-Encoding: gzip\r\n",
                           g_bytes_get_data (bomb, NULL),
                           g_bytes_get_size (bomb));

  check_growth (answer, "compressed more than 200 times");
}

/* Each mebibyte is noise, so that the ratio is innocent. */
static void
test_large_here (void)
{
  g_autofree guint8 *noise = g_malloc (MIB);

  for (gsize i = 0; i < MIB; i++)
    noise[i] = (guint8) g_random_int_range (0, 256);
  g_autoptr (GBytes) packed = gzip_repeat (noise, MIB, 9);
  g_autoptr (GBytes) answer =
    hostile_make_document ("Content-Encoding: gzip\r\n",
                           g_bytes_get_data (packed, NULL),
                           MIN (g_bytes_get_size (packed),
                                SLIP_FEED_MAX_BYTES));

  check_growth (answer, "");
}

/* No length, no end: what is read is what is allowed. */
static void
test_stream_here (void)
{
  g_autofree char *blanks = g_strnfill (MIB, ' ');
  g_autofree char *text = g_strconcat ("HTTP/1.1 200 OK\r\n\r\n", blanks, NULL);
  g_autoptr (GBytes) answer = g_bytes_new (text, strlen (text));

  check_growth (answer, "too long: at most 8.0");
}

static void
test_header_here (void)
{
  g_autofree char *letters = g_strnfill (MIB, 'a');
  g_autofree char *text = g_strconcat ("HTTP/1.1 200 OK\r\nX: ", letters, NULL);
  g_autoptr (GBytes) answer = g_bytes_new (text, strlen (text));

  check_growth (answer, "broke off: Header too big");
}

static void
test_in_a_process (gconstpointer data)
{
  g_autofree char *path =
    g_strconcat ("/feed-hostile/memory/", data, "/subprocess", NULL);

  g_test_trap_subprocess (path, 0, 0);
  g_test_trap_assert_passed ();
}

static void
add_memory (const char *name, GTestFunc function)
{
  g_autofree char *path = g_strconcat ("/feed-hostile/memory/", name, NULL);
  g_autofree char *below = g_strconcat (path, "/subprocess", NULL);

  g_test_add_data_func (path, name, test_in_a_process);
  g_test_add_func (below, function);
}

#define ADD(name, function)                                                    \
  g_test_add ("/feed-hostile/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++) {
    g_autofree char *path =
      g_strconcat ("/feed-hostile/answer/", answers[i].name, NULL);
    g_test_add (path, Fixture, &answers[i], set_up, test_answer, tear_down);
  }
  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++) {
    g_autofree char *path =
      g_strconcat ("/feed-hostile/body/", bodies[i].name, NULL);
    g_test_add (path, Fixture, &bodies[i], set_up, test_body, tear_down);
  }
  ADD ("good-document-comes-through", test_good_document_comes_through);
  ADD ("hundred-thousand-levels", test_hundred_thousand_levels);
  g_test_add_func ("/feed-hostile/cut-at-every-tenth-byte",
                   test_cut_at_every_tenth_byte);
  g_test_add_func ("/feed-hostile/cut-between-chunks", test_cut_between_chunks);
  ADD ("slow-drip-ends-at-the-deadline", test_slow_drip_ends_at_the_deadline);
  ADD ("bodies-that-nobody-reads-are-left",
       test_bodies_that_nobody_reads_are_left);
  ADD ("silence-ends-at-the-deadline", test_silence_ends_at_the_deadline);
  add_memory ("bomb", test_bomb_here);
  add_memory ("large", test_large_here);
  add_memory ("stream", test_stream_here);
  add_memory ("header", test_header_here);
  return g_test_run ();
}
