/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-json-cursor.h"
#include "slip-json.h"

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

static char *
repeat (const char *text, guint n)
{
  GString *result = g_string_sized_new (strlen (text) * n);

  for (guint i = 0; i < n; i++)
    g_string_append (result, text);
  return g_string_free (result, FALSE);
}

static void
assert_message (GError **error, const char *message)
{
  g_assert_error (*error, SLIP_FORMAT_ERROR, SLIP_FORMAT_ERROR_INVALID);
  g_assert_cmpstr ((*error)->message, ==, message);
  g_clear_error (error);
}

static void
test_readers_return_values (void)
{
  g_autoptr (JsonNode) root =
    parse ("{\"text\":\"é\",\"whole\":-3,\"part\":2.5,\"yes\":true,"
           "\"day\":\"2024-02-29\",\"list\":[1,2],\"none\":null}");
  SlipJsonCursor top = slip_json_cursor (root);
  SlipJsonCursor text = slip_json_member (&top, "text");
  SlipJsonCursor whole = slip_json_member (&top, "whole");
  SlipJsonCursor part = slip_json_member (&top, "part");
  SlipJsonCursor yes = slip_json_member (&top, "yes");
  SlipJsonCursor day = slip_json_member (&top, "day");
  SlipJsonCursor list = slip_json_member (&top, "list");
  const char *string;
  gint64 integer;
  double number;
  gboolean boolean;
  SlipDate date;
  guint n;

  g_assert_true (slip_json_get_object (&top, NULL));
  g_assert_true (slip_json_get_string (&text, &string, NULL));
  g_assert_cmpstr (string, ==, "é");
  g_assert_true (slip_json_get_integer (&whole, &integer, NULL));
  g_assert_cmpint (integer, ==, -3);
  g_assert_true (slip_json_get_number (&whole, &number, NULL));
  assert_number (number, -3);
  g_assert_true (slip_json_get_number (&part, &number, NULL));
  assert_number (number, 2.5);
  g_assert_true (slip_json_get_boolean (&yes, &boolean, NULL));
  g_assert_true (boolean);
  g_assert_true (slip_json_get_date (&day, &date, NULL));
  g_assert_true (slip_date_equal (date, slip_date_new (2024, 2, 29)));
  g_assert_true (slip_json_get_array (&list, &n, NULL));
  g_assert_cmpuint (n, ==, 2);
}

static void
test_absent_is_missing_or_null (void)
{
  g_autoptr (JsonNode) root = parse ("{\"none\":null,\"zero\":0,\"list\":[]}");
  SlipJsonCursor top = slip_json_cursor (root);
  SlipJsonCursor none = slip_json_member (&top, "none");
  SlipJsonCursor zero = slip_json_member (&top, "zero");
  SlipJsonCursor missing = slip_json_member (&top, "missing");
  SlipJsonCursor below = slip_json_member (&missing, "below");
  SlipJsonCursor list = slip_json_member (&top, "list");
  SlipJsonCursor beyond = slip_json_element (&list, 0);
  SlipJsonCursor wrong = slip_json_element (&top, 0);

  g_assert_true (slip_json_is_absent (&none));
  g_assert_true (slip_json_is_absent (&missing));
  g_assert_true (slip_json_is_absent (&below));
  g_assert_true (slip_json_is_absent (&beyond));
  g_assert_true (slip_json_is_absent (&wrong));
  g_assert_false (slip_json_is_absent (&zero));
  g_assert_false (slip_json_is_absent (&top));
}

static void
test_readers_say_path_and_what_was_found (void)
{
  g_autoptr (JsonNode) root =
    parse ("{\"statuses\":[0,1,2,{\"done\":\"six\",\"a b\":{\"c\":[]}}]}");
  SlipJsonCursor top = slip_json_cursor (root);
  SlipJsonCursor statuses = slip_json_member (&top, "statuses");
  SlipJsonCursor status = slip_json_element (&statuses, 3);
  SlipJsonCursor done = slip_json_member (&status, "done");
  SlipJsonCursor spaced = slip_json_member (&status, "a b");
  SlipJsonCursor inner = slip_json_member (&spaced, "c");
  SlipJsonCursor missing = slip_json_member (&status, "total");
  g_autoptr (GError) error = NULL;
  const char *string = "untouched";
  gint64 integer = 7;
  double number = 7;
  gboolean boolean = TRUE;
  SlipDate date = SLIP_DATE_NONE;
  guint n = 7;

  g_assert_false (slip_json_get_number (&done, &number, &error));
  assert_message (&error,
                  "statuses[3].done: a number was expected, \"six\" was "
                  "found");
  g_assert_false (slip_json_get_integer (&missing, &integer, &error));
  assert_message (&error, "statuses[3].total: a whole number was expected, "
                          "nothing was found");
  g_assert_false (slip_json_get_boolean (&inner, &boolean, &error));
  assert_message (&error, "statuses[3][\"a b\"].c: true or false was expected, "
                          "an array was found");
  g_assert_false (slip_json_get_string (&spaced, &string, &error));
  assert_message (&error,
                  "statuses[3][\"a b\"]: a text was expected, an object "
                  "was found");
  g_assert_false (slip_json_get_array (&top, &n, &error));
  assert_message (&error, "the document: an array was expected, an object was "
                          "found");
  g_assert_false (slip_json_get_date (&done, &date, &error));
  assert_message (&error, "statuses[3].done: a day like 2025-03-31 was "
                          "expected, \"six\" was found");
  g_assert_false (slip_json_get_object (&statuses, &error));
  assert_message (&error, "statuses: an object was expected, an array was "
                          "found");

  g_assert_cmpstr (string, ==, "untouched");
  g_assert_cmpint (integer, ==, 7);
  assert_number (number, 7);
  g_assert_true (boolean);
  g_assert_cmpuint (n, ==, 7);
}

static void
test_readers_convert_nothing (void)
{
  g_autoptr (JsonNode) root = parse ("[1.0,\"1\",true,1,null,\"2025-02-30\"]");
  SlipJsonCursor top = slip_json_cursor (root);
  SlipJsonCursor values[6];
  gint64 integer;
  const char *string;
  gboolean boolean;
  SlipDate date;

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    values[i] = slip_json_element (&top, i);
  g_assert_false (slip_json_get_integer (&values[0], &integer, NULL));
  g_assert_false (slip_json_get_integer (&values[1], &integer, NULL));
  g_assert_false (slip_json_get_integer (&values[2], &integer, NULL));
  g_assert_false (slip_json_get_boolean (&values[3], &boolean, NULL));
  g_assert_false (slip_json_get_string (&values[3], &string, NULL));
  g_assert_false (slip_json_get_string (&values[4], &string, NULL));
  g_assert_false (slip_json_get_date (&values[5], &date, NULL));
}

static void
test_foreign_text_in_messages_is_short_and_on_one_line (void)
{
  g_autofree char *run = repeat ("x", 1000);
  g_autofree char *text = g_strconcat ("[\"a\\nb%s\\u001b", run, "\"]", NULL);
  g_autoptr (JsonNode) root = parse (text);
  SlipJsonCursor top = slip_json_cursor (root);
  SlipJsonCursor value = slip_json_element (&top, 0);
  g_autoptr (GError) error = NULL;
  gint64 integer;

  g_assert_false (slip_json_get_integer (&value, &integer, &error));
  g_assert_true (
    g_str_has_prefix (error->message,
                      "[0]: a whole number was expected, \"a\xef\xbf\xbd"
                      "b%s\xef\xbf\xbdxxx"));
  g_assert_true (g_str_has_suffix (error->message, "xxx…\" was found"));
  g_assert_cmpint (g_utf8_strlen (error->message, -1), <, 100);
}

static const struct {
  const char *text;
  gint64 value_ms; /* -1 where it is refused */
} instants[] = {
  { "1970-01-01T00:00:00Z", 0 },
  { "1970-01-01t00:00:01z", 1000 },
  { "1970-01-01T00:00:00.5Z", 500 },
  { "1970-01-01T00:00:00.123456789Z", 123 },
  { "1970-01-01T02:00:00+02:00", 0 },
  { "1969-12-31T22:30:00-01:30", 0 },
  { "2028-02-29T12:00:00Z", G_GINT64_CONSTANT (1835438400000) },
  { "2016-12-31T23:59:60Z", G_GINT64_CONSTANT (1483228800000) },
  { "1970-01-01", -1 },
  { "1970-01-01T00:00:00", -1 },
  { "1970-01-01 00:00:00Z", -1 },
  { "1970-01-01T24:00:00Z", -1 },
  { "1970-01-01T00:60:00Z", -1 },
  { "1970-01-01T00:00:61Z", -1 },
  { "1970-01-01T00:00Z", -1 },
  { "1970-01-01T00:00:00.Z", -1 },
  { "1970-01-01T00:00:00ZZ", -1 },
  { "1970-01-01T00:00:00+24:00", -1 },
  { "1970-01-01T00:00:00+0100", -1 },
  { "1970-01-01T00:00:00+01:60", -1 },
  { "1970-13-01T00:00:00Z", -1 },
  { "2026-02-29T00:00:00Z", -1 },
  { "+970-01-01T00:00:00Z", -1 },
  { "", -1 },
};

static void
test_instants_are_rfc_3339 (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (instants); i++) {
    g_autofree char *text = g_strdup_printf ("\"%s\"", instants[i].text);
    g_autoptr (JsonNode) root = parse (text);
    g_autoptr (GError) error = NULL;
    SlipJsonCursor top = slip_json_cursor (root);
    gint64 value_ms = -1;

    gboolean is_read = slip_json_get_instant (&top, &value_ms, &error);
    g_assert_cmpint (value_ms, ==, instants[i].value_ms);
    g_assert_true (is_read == (error == NULL));
    g_assert_true (is_read == (instants[i].value_ms >= 0));
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json-cursor/readers/return-values",
                   test_readers_return_values);
  g_test_add_func ("/json-cursor/readers/absent-is-missing-or-null",
                   test_absent_is_missing_or_null);
  g_test_add_func ("/json-cursor/readers/say-path-and-what-was-found",
                   test_readers_say_path_and_what_was_found);
  g_test_add_func ("/json-cursor/readers/convert-nothing",
                   test_readers_convert_nothing);
  g_test_add_func (
    "/json-cursor/readers/foreign-text-in-messages-is-short-and-on-one-line",
    test_foreign_text_in_messages_is_short_and_on_one_line);
  g_test_add_func ("/json-cursor/instants-are-rfc-3339",
                   test_instants_are_rfc_3339);
  return g_test_run ();
}
