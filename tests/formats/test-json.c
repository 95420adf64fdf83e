/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-json-print.h"
#include "slip-json.h"

#include <math.h>
#include <string.h>

typedef struct {
  const char *text;
  /* What the message must contain. */
  const char *message;
} Refused;

/* A document with its length, for those that hold NUL. */
typedef struct {
  const char *data;
  gsize length;
  const char *message;
} RefusedBytes;

#define BYTES(literal) literal, sizeof (literal) - 1

static const char *const accepted[] = {
  "{}",
  "[]",
  "null",
  "true",
  "false",
  "0",
  "-0",
  "-1",
  "42",
  "9223372036854775807",
  "-9223372036854775808",
  "0.0",
  "-0.5",
  "1e5",
  "1E5",
  "1e+5",
  "1e-5",
  "1.25e2",
  "0e0",
  "0e+1",
  "123456789.123456789",
  "1.7976931348623157e308",
  "1e-400",
  "9223372036854775808.0",
  "1e19",
  "0.00000000000000000000000000000000000000000000001",
  "\"\"",
  "\"a\"",
  "\" \"",
  "\"\\\"\"",
  "\"\\\\\"",
  "\"\\/\"",
  "\"\\b\\f\\n\\r\\t\"",
  "\"\\u0041\"",
  "\"\\u00e9\"",
  "\"\\u00E9\"",
  "\"\\uD83D\\uDE80\"",
  "\"\\ud83d\\ude80\"",
  "\"\\uDBFF\\uDFFF\"",
  "\"\\uFFFF\"",
  "\"\\uFEFF\"",
  "\"\\u0001\"",
  "\"\\u001f\"",
  "\"\\\\u0000\"",
  "\"\\\\uD800\"",
  "\"é€🚀\"",
  "\"\x7f\"",
  "\"\xe2\x80\xa8\"",
  "\"\xf4\x8f\xbf\xbf\"",
  "\"/* no comment */\"",
  "\"[[[[{{{{\"",
  " null ",
  "\n\t\r null \n\t\r ",
  "[1]",
  "[ ]",
  "[1,2,3]",
  "[ 1 , 2 ]",
  "[\n1\n,\n2\n]",
  "[null,true,false]",
  "[[],[[]],{}]",
  "[\"a\",1,1.5,{\"b\":[]}]",
  "{\"a\":1}",
  "{ \"a\" : 1 }",
  "{\"a\":1,\"b\":2}",
  "{\"a\":{\"a\":{\"a\":1}}}",
  "[{\"a\":1},{\"a\":2}]",
  "{\"a\":null,\"A\":null}",
  "{\"a\":1,\"a \":2}",
  "{\"é\":1,\"e\\u0301\":2}",
  "{\" \":1}",
  "{\"\\u0022\":1}",
  "{\"\\n\":1}",
  "{\"__proto__\":1}",
  "{\"a\":[{\"b\":1},{\"b\":1}],\"b\":{\"a\":[]}}",
};

static const Refused refused[] = {
  /* Nothing, or not all. */
  { "", "Line 1, column 1: a value was expected, the end of the document" },
  { " ", "column 2: a value was expected, the end" },
  { "\n\n", "Line 3, column 1" },
  { "[", "column 2: a value was expected, the end" },
  { "[1", "a comma or “]” was expected, the end" },
  { "[1,", "a value was expected, the end" },
  { "[[", "a value was expected, the end" },
  { "{", "a key in quotes was expected, the end" },
  { "{\"a\"", "a colon was expected, the end" },
  { "{\"a\":", "a value was expected, the end" },
  { "{\"a\":1", "a comma or “}” was expected, the end" },
  { "{\"a\":1,", "a key in quotes was expected, the end" },
  { "{\"a", "a string is not closed" },
  { "\"", "a string is not closed" },
  { "\"a", "a string is not closed" },
  { "\"\\", "a string is not closed" },
  { "\"\\\"", "a string is not closed" },
  { "\"\\u", "needs four hexadecimal digits" },
  { "\"\\u00", "needs four hexadecimal digits" },
  { "t", "a value was expected, “t”" },
  { "tru", "a value was expected, “t”" },
  { "nul", "a value was expected, “n”" },
  { "-", "a digit was expected, the end" },
  { "1.", "a digit was expected, the end" },
  { "1e", "a digit was expected, the end" },
  { "1e+", "a digit was expected, the end" },

  /* Commas and brackets. */
  { "[1,]", "column 4: a value was expected, “]”" },
  { "[,1]", "a value was expected, “,”" },
  { "[,]", "a value was expected, “,”" },
  { "[1,,2]", "a value was expected, “,”" },
  { "[1 2]", "a comma or “]” was expected, “2”" },
  { "[1:2]", "a comma or “]” was expected, “:”" },
  { "[1}", "a comma or “]” was expected, “}”" },
  { "[\"a\" \"b\"]", "a comma or “]”" },
  { "{\"a\":1,}", "a key in quotes was expected, “}”" },
  { "{,\"a\":1}", "a key in quotes was expected, “,”" },
  { "{\"a\":1,,\"b\":2}", "a key in quotes was expected, “,”" },
  { "{\"a\":1 \"b\":2}", "a comma or “}” was expected" },
  { "{\"a\":1]", "a comma or “}” was expected, “]”" },
  { "{\"a\" 1}", "a colon was expected, “1”" },
  { "{\"a\"::1}", "a value was expected, “:”" },
  { "{\"a\":}", "a value was expected, “}”" },
  { "{\"a\",1}", "a colon was expected, “,”" },
  { "{\"a\":1:2}", "a comma or “}” was expected, “:”" },
  { "{\"a\"}", "a colon was expected, “}”" },
  { "{:1}", "a key in quotes was expected, “:”" },
  { "{[]:1}", "a key in quotes was expected, “[”" },
  { "]", "a value was expected, “]”" },
  { "}", "a value was expected, “}”" },
  { ",", "a value was expected, “,”" },
  { ":", "a value was expected, “:”" },

  /* Keys. */
  { "{a:1}", "a key in quotes was expected, “a”" },
  { "{'a':1}", "a key in quotes was expected, “'”" },
  { "{1:1}", "a key in quotes was expected, “1”" },
  { "{null:1}", "a key in quotes was expected, “n”" },
  { "{\"\":1}", "a key is empty" },
  { "{\"a\":1,\"a\":1}", "Line 1, column 8: the key “a” appears twice" },
  { "{\"a\":1,\n \"a\":2}", "Line 2, column 2: the key “a” appears twice" },
  { "{\"a\":1,\"\\u0061\":2}", "the key “a” appears twice" },
  { "{\"/\":1,\"\\/\":2}", "the key “/” appears twice" },
  { "{\"🚀\":1,\"\\ud83d\\ude80\":2}", "the key “🚀” appears twice" },
  { "{\"b\":{\"a\":1,\"c\":{},\"a\":2}}", "the key “a” appears twice" },
  { "[{\"x\":1},{\"a\":1,\"a\":1}]", "the key “a” appears twice" },
  { "{\"a\":{\"b\":1},\"c\":{\"b\":1},\"a\":0}", "the key “a” appears twice" },

  /* Second documents and what follows the first. */
  { "{}{}", "the end of the document was expected, “{”" },
  { "[][]", "the end of the document was expected, “[”" },
  { "1 2", "the end of the document was expected, “2”" },
  { "null null", "the end of the document was expected" },
  { "{}\n{}", "Line 2, column 1: the end of the document was expected" },
  { "[]]", "the end of the document was expected, “]”" },
  { "{}}", "the end of the document was expected, “}”" },
  { "{},", "the end of the document was expected, “,”" },
  { "[] x", "column 4: the end of the document was expected, “x”" },
  { "\"a\"b", "the end of the document was expected, “b”" },
  { "truefalse", "the end of the document was expected, “f”" },
  { "nullx", "the end of the document was expected, “x”" },
  { "{};", "the end of the document was expected, “;”" },
  { "[1]#", "the end of the document was expected, “#”" },

  /* Numbers. */
  { "01", "a number begins with a needless zero" },
  { "-01", "a number begins with a needless zero" },
  { "00", "a number begins with a needless zero" },
  { "00.5", "a number begins with a needless zero" },
  { "+1", "a value was expected, “+”" },
  { ".5", "a value was expected, “.”" },
  { "-.5", "a digit was expected, “.”" },
  { "5.", "a digit was expected" },
  { "5.e1", "a digit was expected, “e”" },
  { "1.e", "a digit was expected" },
  { "--1", "a digit was expected, “-”" },
  { "-+1", "a digit was expected, “+”" },
  { "- 1", "a digit was expected, the character U+0020" },
  { "1e1.5", "the end of the document was expected, “.”" },
  { "1.2.3", "the end of the document was expected, “.”" },
  { "1e--1", "a digit was expected, “-”" },
  { "1ee1", "a digit was expected, “e”" },
  { "0x10", "the end of the document was expected, “x”" },
  { "0b1", "the end of the document was expected, “b”" },
  { "1_000", "the end of the document was expected, “_”" },
  { "1,000", "the end of the document was expected, “,”" },
  { "1f", "the end of the document was expected, “f”" },
  { "１", "a value was expected, “１”" },
  { "1２", "the end of the document was expected, “２”" },
  { "NaN", "a value was expected, “N”" },
  { "nan", "a value was expected, “n”" },
  { "-NaN", "a digit was expected, “N”" },
  { "Infinity", "a value was expected, “I”" },
  { "-Infinity", "a digit was expected, “I”" },
  { "inf", "a value was expected, “i”" },
  { "∞", "a value was expected, “∞”" },
  { "9223372036854775808", "the number is beyond 64 bits" },
  { "-9223372036854775809", "the number is beyond 64 bits" },
  { "[1,99999999999999999999]", "column 4: the number is beyond 64 bits" },
  { "1e309", "the number is too large" },
  { "-1e309", "the number is too large" },
  { "1e99999999999999999999", "the number is too large" },
  { "[1.8e308]", "the number is too large" },

  /* Strings. */
  { "'a'", "a value was expected, “'”" },
  { "`a`", "a value was expected, “`”" },
  { "“a”", "a value was expected, ““”" },
  { "\"\n\"", "the character U+000A must be escaped" },
  { "\"a\tb\"", "column 3: the character U+0009 must be escaped" },
  { "\"\x01\"", "the character U+0001 must be escaped" },
  { "\"\x1f\"", "the character U+001F must be escaped" },
  { "\"\\\n\"", "“\\” cannot be followed by the character U+000A" },
  { "\"\\a\"", "“\\” cannot be followed by “a”" },
  { "\"\\'\"", "“\\” cannot be followed by “'”" },
  { "\"\\x41\"", "“\\” cannot be followed by “x”" },
  { "\"\\0\"", "“\\” cannot be followed by “0”" },
  { "\"\\U0041\"", "“\\” cannot be followed by “U”" },
  { "\"\\🚀\"", "“\\” cannot be followed by “🚀”" },
  { "\"\\u004\"", "needs four hexadecimal digits" },
  { "\"\\u004G\"", "needs four hexadecimal digits" },
  { "\"\\u+041\"", "needs four hexadecimal digits" },
  { "\"\\u 041\"", "needs four hexadecimal digits" },
  { "\"\\u{41}\"", "needs four hexadecimal digits" },
  { "\"\\u0000\"", "the NUL character is not allowed" },
  { "\"a\\u0000b\"", "column 3: the NUL character is not allowed" },
  { "{\"\\u0000\":1}", "the NUL character is not allowed" },
  { "\"\\uD800\"", "half of a surrogate pair stands alone" },
  { "\"\\uDFFF\"", "half of a surrogate pair stands alone" },
  { "\"\\uD800x\"", "half of a surrogate pair stands alone" },
  { "\"\\uD800\\n\"", "half of a surrogate pair stands alone" },
  { "\"\\uD800\\u0041\"", "half of a surrogate pair stands alone" },
  { "\"\\uD800\\uD800\"", "half of a surrogate pair stands alone" },
  { "\"\\uDC00\\uD800\"", "half of a surrogate pair stands alone" },
  { "\"\\uD800\\", "half of a surrogate pair stands alone" },
  { "\"\\uD800\\u", "half of a surrogate pair stands alone" },
  { "{\"\\uD800\":1}", "half of a surrogate pair stands alone" },

  /* Words, comments, other languages. */
  { "True", "a value was expected, “T”" },
  { "TRUE", "a value was expected, “T”" },
  { "undefined", "a value was expected, “u”" },
  { "None", "a value was expected, “N”" },
  { "[nul]", "a value was expected, “n”" },
  { "[truth]", "a value was expected, “t”" },
  { "// a\n1", "a value was expected, “/”" },
  { "/* a */1", "a value was expected, “/”" },
  { "1 // a", "the end of the document was expected, “/”" },
  { "[1/**/]", "a comma or “]” was expected, “/”" },
  { "# a\n1", "a value was expected, “#”" },
  { "<html>", "a value was expected, “<”" },
  { "a: 1", "a value was expected, “a”" },
  { "var a = {}", "a value was expected, “v”" },
  { ")]}'\n{}", "a value was expected, “)”" },
  { "callback({})", "a value was expected, “c”" },
  { "*", "a value was expected, “*”" },

  /* Spaces that are none in JSON. */
  { "\f[]", "a value was expected, the character U+000C" },
  { "[\v]", "a value was expected, the character U+000B" },
  { "\xc2\xa0[]", "a value was expected, the character U+00A0" },
  { "[]\xe2\x80\xa8", "was expected, the character U+2028" },
  { "\xe2\x81\xa0[]", "a value was expected, the character U+2060" },
  { "\xef\xbb\xbf{}", "a value was expected, a byte order mark" },
  { "{}\xef\xbb\xbf", "was expected, a byte order mark" },
  { "\x1e{}", "a value was expected, the character U+001E" },
  { "{}\x1b", "was expected, the character U+001B" },

  /* What is not UTF-8. */
  { "\"\xff\"", "Line 1, column 2: the byte 0xFF is not UTF-8 text" },
  { "[\n\"é\xff\"]", "Line 2, column 3: the byte 0xFF" },
  { "\"\xe9\"", "the byte 0xE9 is not UTF-8" },
  { "\"\x80\"", "the byte 0x80 is not UTF-8" },
  { "\"\xc3\"", "the byte 0xC3 is not UTF-8" },
  { "\"\xe2\x82\"", "the byte 0xE2 is not UTF-8" },
  { "\"\xc0\xaf\"", "the byte 0xC0 is not UTF-8" },
  { "\"\xc0\x80\"", "the byte 0xC0 is not UTF-8" },
  { "\"\xe0\x80\xaf\"", "the byte 0xE0 is not UTF-8" },
  { "\"\xf0\x80\x80\xaf\"", "the byte 0xF0 is not UTF-8" },
  { "\"\xf8\x88\x80\x80\x80\"", "the byte 0xF8 is not UTF-8" },
  { "\"\xed\xa0\x80\"", "the byte 0xED is not UTF-8" },
  { "\"\xed\xa0\xbd\xed\xba\x80\"", "the byte 0xED is not UTF-8" },
  { "\"\xf4\x90\x80\x80\"", "the byte 0xF4 is not UTF-8" },
  { "{\"\xff\":1}", "the byte 0xFF is not UTF-8" },
  { "1\xff", "the byte 0xFF is not UTF-8" },
};

static const RefusedBytes refused_bytes[] = {
  { BYTES ("\0"), "Line 1, column 1: a NUL byte is not text" },
  { BYTES ("{}\0"), "column 3: a NUL byte is not text" },
  { BYTES ("\"a\0b\""), "column 3: a NUL byte is not text" },
  { BYTES ("[\0]"), "a NUL byte is not text" },
  { BYTES ("1\0\0002"), "a NUL byte is not text" },
  { BYTES ("\xff\xfe{\0}\0"), "the byte 0xFF is not UTF-8 text" },
  { BYTES ("\xfe\xff\0{\0}"), "the byte 0xFE is not UTF-8 text" },
  { BYTES ("{\0}\0"), "a NUL byte is not text" },
  { BYTES ("\0{\0}"), "a NUL byte is not text" },
};

static JsonNode *
parse_data (const char *data, gsize length, GError **error)
{
  /* A copy of the exact size, so that sanitizers see a read beyond it. */
  g_autoptr (GBytes) bytes = g_bytes_new (data, length);

  return slip_json_parse (bytes, NULL, error);
}

static JsonNode *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  JsonNode *node = parse_data (text, strlen (text), &error);

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
assert_means_the_same_again (JsonNode *node)
{
  for (guint i = 0; i < 2; i++) {
    g_autofree char *text = slip_json_print (node, i == 1);
    g_autoptr (JsonNode) again = parse (text);

    g_assert_true (json_node_equal (node, again));
  }
}

static void
assert_refused (const char *data, gsize length, int code, const char *message)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = parse_data (data, length, &error);

  g_assert_null (node);
  g_assert_error (error, SLIP_FORMAT_ERROR, code);
  if (strstr (error->message, message) == NULL) {
    g_test_message ("'%s' lacks '%s'", error->message, message);
    g_test_fail ();
  }
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
}

static void
test_accepts_what_is_json (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (accepted); i++) {
    g_autoptr (JsonNode) node = NULL;

    node = parse (accepted[i]);
    g_assert_true (json_node_is_immutable (node));
    assert_means_the_same_again (node);
  }
}

static void
test_refuses_what_is_not_json (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++) {
    assert_refused (refused[i].text, strlen (refused[i].text),
                    SLIP_FORMAT_ERROR_INVALID, refused[i].message);
  }
}

static void
test_refuses_nul_and_utf16 (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (refused_bytes); i++)
    assert_refused (refused_bytes[i].data, refused_bytes[i].length,
                    SLIP_FORMAT_ERROR_INVALID, refused_bytes[i].message);
}

static void
test_refuses_every_truncation (void)
{
  const char *text = "{\"a\":[1,-2.5e3,\"\\uD83D\\uDE80é\"],\"b\":{\"c\":true,"
                     "\"d\":null,\"e\":false}}";
  g_autoptr (JsonNode) whole = parse (text);

  for (gsize length = 0; length < strlen (text); length++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (JsonNode) node = parse_data (text, length, &error);

    g_assert_null (node);
    g_assert_error (error, SLIP_FORMAT_ERROR, SLIP_FORMAT_ERROR_INVALID);
  }
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
test_nests_64_levels_and_no_more (void)
{
  g_autofree char *opening = repeat ("[", 64);
  g_autofree char *closing = repeat ("]", 64);
  g_autofree char *allowed = g_strconcat (opening, closing, NULL);
  g_autofree char *too_deep = g_strconcat ("{\"a\":", allowed, "}", NULL);
  g_autoptr (JsonNode) node = parse (allowed);

  g_assert_true (JSON_NODE_HOLDS_ARRAY (node));
  assert_refused (too_deep, strlen (too_deep), SLIP_FORMAT_ERROR_TOO_LARGE,
                  "column 69: arrays and objects are more than 64 levels deep");
}

static void
test_survives_100000_levels (void)
{
  static const char *const units[] = { "[", "{\"a\":", "[{\"a\":", "[1,[" };

  for (guint i = 0; i < G_N_ELEMENTS (units); i++) {
    g_autofree char *text = repeat (units[i], 100000);

    assert_refused (text, strlen (text), SLIP_FORMAT_ERROR_TOO_LARGE,
                    "levels deep");
  }
}

static void
test_caller_can_lower_the_limits (void)
{
  const SlipJsonLimits limits = { .max_bytes = 8, .max_depth = 2 };
  g_autoptr (GBytes) fits = g_bytes_new_static ("[[1,2]] ", 8);
  g_autoptr (GBytes) long_one = g_bytes_new_static ("[[1,2]]  ", 9);
  g_autoptr (GBytes) deep_one = g_bytes_new_static ("[[[]]]", 6);
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = slip_json_parse (fits, &limits, &error);

  g_assert_no_error (error);
  g_assert_nonnull (node);

  g_assert_null (slip_json_parse (long_one, &limits, &error));
  g_assert_error (error, SLIP_FORMAT_ERROR, SLIP_FORMAT_ERROR_TOO_LARGE);
  g_clear_error (&error);

  g_assert_null (slip_json_parse (deep_one, &limits, &error));
  g_assert_error (error, SLIP_FORMAT_ERROR, SLIP_FORMAT_ERROR_TOO_LARGE);
}

static void
test_refuses_more_than_16_mib (void)
{
  gsize length = SLIP_JSON_MAX_BYTES + 1;
  g_autofree char *text = g_malloc (length);

  memset (text, ' ', length);
  text[0] = '1';
  assert_refused (text, length, SLIP_FORMAT_ERROR_TOO_LARGE,
                  "larger than 16.0\xc2\xa0MiB");
}

static void
test_refuses_too_many_keys (void)
{
  g_autoptr (GString) text = g_string_new ("{");

  for (guint i = 0; i < 4097; i++)
    g_string_append_printf (text, "%s\"%u\":0", i == 0 ? "" : ",", i);
  g_string_append (text, "}");
  assert_refused (text->str, text->len, SLIP_FORMAT_ERROR_TOO_LARGE,
                  "an object has more than 4096 keys");
}

/* 4096 keys with one g_str_hash(): 'b' and 'A' weigh as much as 'a' and 'b'. */
static void
test_colliding_keys_are_told_apart (void)
{
  g_autoptr (GString) text = g_string_new ("{");
  g_autoptr (JsonNode) node = NULL;

  for (guint i = 0; i < 4096; i++) {
    g_string_append (text, i == 0 ? "\"" : ",\"");
    for (guint bit = 0; bit < 12; bit++)
      g_string_append (text, (i >> bit & 1) != 0 ? "bA" : "ab");
    g_string_append_printf (text, "\":%u", i);
  }
  g_string_append (text, "}");
  node = parse (text->str);
  g_assert_cmpuint (json_object_get_size (json_node_get_object (node)), ==,
                    4096);
  g_assert_cmpint (json_object_get_int_member (json_node_get_object (node),
                                               "bAababababababababababab"),
                   ==, 1);
}

/* Long runs of one thing, which must neither crash nor hang: a test that takes
 * far too long is ended. */
static void
test_long_runs_are_read_or_refused (void)
{
  static const char *const units[] = {
    "9", "\"", "\\", " ", "0,", "\"a\",", "{}", "\\u0041", "\xc3\xa9", "\n",
  };
  static const char *const starts[] = { "", "[", "\"", "[0.", "{\"" };

  for (guint i = 0; i < G_N_ELEMENTS (units); i++) {
    g_autofree char *run = repeat (units[i], 300000);

    for (guint j = 0; j < G_N_ELEMENTS (starts); j++) {
      g_autofree char *text = g_strconcat (starts[j], run, NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (JsonNode) node = parse_data (text, strlen (text), &error);

      g_assert_true ((node == NULL) == (error != NULL));
    }
  }
}

static void
test_keeps_values_exactly (void)
{
  g_autoptr (JsonNode) root = parse (
    "[9223372036854775807,-9223372036854775808,0.1,1e-400,-0.0,\"\\uD83D\\uDE80"
    "\\u00e9\\\\u0000\\/\\n\",1E2,12345678901234567890.0,123456789012.5]");
  JsonArray *array = json_node_get_array (root);

  g_assert_cmpint (json_array_get_int_element (array, 0), ==, G_MAXINT64);
  g_assert_cmpint (json_array_get_int_element (array, 1), ==, G_MININT64);
  assert_number (json_array_get_double_element (array, 2), 0.1);
  assert_number (json_array_get_double_element (array, 3), 0);
  g_assert_true (signbit (json_array_get_double_element (array, 4)));
  g_assert_cmpstr (json_array_get_string_element (array, 5), ==,
                   "🚀é\\u0000/\n");
  assert_number (json_array_get_double_element (array, 6), 100);
  assert_number (json_array_get_double_element (array, 7),
                 12345678901234567890.0);
  assert_number (json_array_get_double_element (array, 8), 123456789012.5);
}

/* Random changes of good documents.  Nothing may crash; what is refused has a
 * place; what is accepted means the same when it is written and read again. */
static void
mutate (GByteArray *data)
{
  static const char spice[] = "[]{}\",:\\u0eE+-.dD8C \n\t\x00\xff\xc3\xa9/1a";
  guint n = (guint) g_test_rand_int_range (1, 6);

  for (guint i = 0; i < n && data->len > 0; i++) {
    guint at = (guint) g_test_rand_int_range (0, (gint32) data->len);
    guint8 c =
      (guint8) spice[g_test_rand_int_range (0, (gint32) sizeof (spice) - 1)];

    switch (g_test_rand_int_range (0, 4)) {
    case 0:
      data->data[at] = c;
      break;
    case 1:
      g_byte_array_remove_index (data, at);
      break;
    case 2:
      g_byte_array_append (data, &c, 1);
      break;
    default:
      g_byte_array_set_size (data, at);
      break;
    }
  }
}

static void
test_random_changes_never_slip_through (void)
{
  guint n_accepted = 0;

  for (guint i = 0; i < 20000; i++) {
    const char *base = g_test_rand_bit ()
                         ? accepted[i % G_N_ELEMENTS (accepted)]
                         : refused[i % G_N_ELEMENTS (refused)].text;
    g_autoptr (GByteArray) data = g_byte_array_new ();
    g_autoptr (GError) error = NULL;
    g_autoptr (JsonNode) node = NULL;

    g_byte_array_append (data, (const guint8 *) base, (guint) strlen (base));
    mutate (data);
    node = parse_data ((const char *) data->data, data->len, &error);
    if (node != NULL) {
      assert_means_the_same_again (node);
      n_accepted++;
    } else {
      g_assert_nonnull (error);
      g_assert_true (g_str_has_prefix (error->message, "Line "));
    }
  }
  g_test_message ("%u accepted", n_accepted);
  g_assert_cmpuint (n_accepted, >, 100);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json/gate/accepts-what-is-json",
                   test_accepts_what_is_json);
  g_test_add_func ("/json/gate/refuses-what-is-not-json",
                   test_refuses_what_is_not_json);
  g_test_add_func ("/json/gate/refuses-nul-and-utf-16",
                   test_refuses_nul_and_utf16);
  g_test_add_func ("/json/gate/refuses-every-truncation",
                   test_refuses_every_truncation);
  g_test_add_func ("/json/gate/nests-64-levels-and-no-more",
                   test_nests_64_levels_and_no_more);
  g_test_add_func ("/json/gate/survives-100000-levels",
                   test_survives_100000_levels);
  g_test_add_func ("/json/gate/caller-can-lower-the-limits",
                   test_caller_can_lower_the_limits);
  g_test_add_func ("/json/gate/refuses-more-than-16-mib",
                   test_refuses_more_than_16_mib);
  g_test_add_func ("/json/gate/refuses-too-many-keys",
                   test_refuses_too_many_keys);
  g_test_add_func ("/json/gate/colliding-keys-are-told-apart",
                   test_colliding_keys_are_told_apart);
  g_test_add_func ("/json/gate/long-runs-are-read-or-refused",
                   test_long_runs_are_read_or_refused);
  g_test_add_func ("/json/gate/keeps-values-exactly",
                   test_keeps_values_exactly);
  g_test_add_func ("/json/gate/random-changes-never-slip-through",
                   test_random_changes_never_slip_through);
  return g_test_run ();
}
