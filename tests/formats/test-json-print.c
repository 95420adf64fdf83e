/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-json-print.h"
#include "slip-json.h"

#include <math.h>
#include <string.h>

static JsonNode *
parse (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  JsonNode *node = slip_json_parse (bytes, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (node);
  return node;
}

/* Exactly equal, the sign of zero included. */
static void
assert_number (double a, double b)
{
  g_assert_cmpmem (&a, sizeof a, &b, sizeof b);
}

static void
test_prints_keys_in_their_order (void)
{
  const char *text = "{\"b\":1,\"a\":{\"d\":[],\"c\":{}},\"e\":[1,2.0]}";
  g_autoptr (JsonNode) root = parse (text);
  g_autofree char *plain = slip_json_print (root, FALSE);
  g_autofree char *pretty = slip_json_print (root, TRUE);

  g_assert_cmpstr (plain, ==, text);
  g_assert_cmpstr (
    pretty, ==,
    "{\n  \"b\": 1,\n  \"a\": {\n    \"d\": [],\n"
    "    \"c\": {}\n  },\n  \"e\": [\n    1,\n    2.0\n  ]\n}\n");
}

static void
test_prints_what_json_glib_gets_wrong (void)
{
  g_autoptr (JsonNode) root = parse ("[1e19,\"\\u001f\\u007f\\u0001\",0.1]");
  g_autofree char *text = slip_json_print (root, FALSE);

  g_assert_cmpstr (text, ==, "[1e+19,\"\\u001f\\u007f\\u0001\",0.1]");
}

/* The bits of any finite number survive. */
static void
test_prints_numbers_exactly (void)
{
  for (guint i = 0; i < 10000; i++) {
    guint64 bits = (guint64) (guint32) g_test_rand_int () << 32 |
                   (guint32) g_test_rand_int ();
    g_autoptr (JsonNode) node = json_node_new (JSON_NODE_VALUE);
    g_autoptr (JsonNode) again = NULL;
    g_autofree char *text = NULL;
    double number;

    memcpy (&number, &bits, sizeof number);
    if (!isfinite (number))
      continue;
    json_node_set_double (node, number);
    text = slip_json_print (node, FALSE);
    again = parse (text);
    g_assert_true (json_node_get_value_type (again) == G_TYPE_DOUBLE);
    assert_number (json_node_get_double (again), number);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json-print/keeps-keys-in-their-order",
                   test_prints_keys_in_their_order);
  g_test_add_func ("/json-print/escapes-what-json-glib-does-not",
                   test_prints_what_json_glib_gets_wrong);
  g_test_add_func ("/json-print/keeps-numbers-exactly",
                   test_prints_numbers_exactly);
  return g_test_run ();
}
