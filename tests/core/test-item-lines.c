/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-item-lines.h"

#include <string.h>

static void
assert_lines (const char *text, const char *expected)
{
  g_auto (GStrv) lines = slip_item_lines_split (text);
  g_autofree char *joined = g_strjoinv ("|", lines);

  g_assert_cmpstr (joined, ==, expected);
}

static void
test_one_line_is_one_title (void)
{
  assert_lines ("Train the helpdesk", "Train the helpdesk");
  assert_lines ("  Train  ", "Train");
  assert_lines ("", "");
  assert_lines (" \n\t\n", "");
}

static void
test_marks_of_lists_are_left_out (void)
{
  static const struct {
    const char *text;
    const char *expected;
  } cases[] = {
    { "- one\n- two", "one|two" },
    { "* one\r\n* two\r\n", "one|two" },
    { "• one\n\t◦ two", "one|two" },
    { "1. one\n2) two\n(3) three", "one|two|three" },
    { "[ ] one\n[x] two\n[X] three", "one|two|three" },
    { "- [ ] one\n- [x] two", "one|two" },
    { "1. [ ] one\n10. ☑ two", "one|two" },
    { "☐ one\n☑two", "one|two" },
    { "o one\n+ two\n– three", "one|two|three" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_lines (cases[i].text, cases[i].expected);
}

static void
test_words_that_look_like_marks_stay (void)
{
  assert_lines ("4.2 is out", "4.2 is out");
  assert_lines ("2027. is far", "is far");
  assert_lines ("20270 units", "20270 units");
  assert_lines ("-5 % is the goal", "-5 % is the goal");
  assert_lines ("other things", "other things");
  assert_lines ("(optional) a video", "(optional) a video");
  assert_lines ("[draft] the note", "[draft] the note");
  assert_lines ("-", "-");
}

static void
test_hostile_text_becomes_titles (void)
{
  g_autofree char *long_text = g_strnfill (5000, 'a');
  g_autoptr (GString) many = g_string_new (NULL);
  g_auto (GStrv) lines = NULL;

  lines = slip_item_lines_split (long_text);
  g_assert_cmpuint (g_strv_length (lines), ==, 1);
  g_assert_cmpuint (strlen (lines[0]), <, 5000);

  assert_lines ("a\tb\x01"
                "c",
                "a b c");
  g_clear_pointer (&lines, g_strfreev);
  lines = slip_item_lines_split ("bad \xff byte");
  g_assert_true (g_utf8_validate (lines[0], -1, NULL));

  for (guint i = 0; i < 2000; i++)
    g_string_append (many, "- x\n");
  g_clear_pointer (&lines, g_strfreev);
  lines = slip_item_lines_split (many->str);
  g_assert_cmpuint (g_strv_length (lines), ==, SLIP_ITEM_LINES_MAX);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/item-lines/one-line-is-one-title",
                   test_one_line_is_one_title);
  g_test_add_func ("/item-lines/marks-of-lists-are-left-out",
                   test_marks_of_lists_are_left_out);
  g_test_add_func ("/item-lines/words-that-look-like-marks-stay",
                   test_words_that_look_like_marks_stay);
  g_test_add_func ("/item-lines/hostile-text-becomes-titles",
                   test_hostile_text_becomes_titles);

  return g_test_run ();
}
