/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-json-pointer.h"
#include "slip-json.h"

#include <string.h>

/* The document of RFC 6901, section 5, but for its empty key, which the gate
 * refuses. */
static const char document[] =
  "{\"foo\":[\"bar\",\"baz\"],\"a/b\":1,\"c%d\":2,\"e^f\":3,\"g|h\":4,"
  "\"i\\\\j\":5,\"k\\\"l\":6,\" \":7,\"m~n\":8,\"x\":{\"y\":[{\"z\":9}]},"
  "\"~1\":10}";

static const struct {
  const char *pointer;
  const char *value; /* NULL: nothing is there */
} cases[] = {
  { "/foo", "[\"bar\",\"baz\"]" },
  { "/foo/0", "\"bar\"" },
  { "/foo/1", "\"baz\"" },
  { "/a~1b", "1" },
  { "/c%d", "2" },
  { "/e^f", "3" },
  { "/g|h", "4" },
  { "/i\\j", "5" },
  { "/k\"l", "6" },
  { "/ ", "7" },
  { "/m~0n", "8" },
  { "/x/y/0/z", "9" },
  { "/~01", "10" },
  { "/", NULL },
  { "/foo/", NULL },
  { "/foo/2", NULL },
  { "/foo/-", NULL },
  { "/foo/00", NULL },
  { "/foo/01", NULL },
  { "/foo/+1", NULL },
  { "/foo/99999999999999999999", NULL },
  { "/foo/0/0", NULL },
  { "/bar", NULL },
  { "foo", NULL },
  { "/m~n", NULL },
};

static void
test_pointers_are_rfc_6901 (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new (document, strlen (document));
  g_autoptr (JsonNode) root = slip_json_parse (bytes, NULL, NULL);
  SlipJsonCursor top = slip_json_cursor (root);

  g_assert_true (slip_json_pointer_follow (&top, "").node == root);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    SlipJsonCursor place = slip_json_pointer_follow (&top, cases[i].pointer);
    g_autofree char *text =
      place.node != NULL ? json_to_string (place.node, FALSE) : NULL;

    g_assert_cmpstr (text, ==, cases[i].value);
  }
}

static void
test_wrong_pointers_are_told (void)
{
  const char *const wrong[] = { "foo", "$.foo", "/a~b", "/a~", "/a~2" };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_false (slip_json_pointer_check (wrong[i], &error));
    g_assert_error (error, SLIP_FORMAT_ERROR, SLIP_FORMAT_ERROR_INVALID);
  }
  g_assert_true (slip_json_pointer_check ("", NULL));
  g_assert_true (slip_json_pointer_check ("/a~0~1", NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/json-pointer/are-rfc-6901", test_pointers_are_rfc_6901);
  g_test_add_func ("/json-pointer/wrong-ones-are-told",
                   test_wrong_pointers_are_told);
  return g_test_run ();
}
