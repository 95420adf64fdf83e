/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-help-page.h"
#include "slip-help-text.h"

#include <string.h>

#define PAGE(blocks)                                                           \
  "<page xmlns='http://projectmallard.org/1.0/' type='topic' id='one'>"        \
  "<info><desc>What it is</desc></info><title>One</title>" blocks "</page>"

static SlipHelpPage *
read_page (const char *text)
{
  g_autoptr (GError) error = NULL;
  SlipHelpPage *page = slip_help_page_new (text, strlen (text), &error);

  g_assert_no_error (error);
  return page;
}

static void
assert_block (const SlipHelpPage *page,
              guint i,
              SlipHelpBlockType type,
              const char *text)
{
  const SlipHelpBlock *block = page->blocks->pdata[i];

  g_assert_cmpint (block->type, ==, type);
  g_assert_cmpstr (block->text, ==, text);
}

static void
test_blocks (void)
{
  g_autoptr (SlipHelpPage) page = read_page (
    PAGE ("<p>First</p><list><item><p>a</p></item><item><p>b</p></item></list>"
          "<section><title>More</title><steps><item><p>c</p></item>"
          "<item><p>d</p></item></steps></section><note><p>e</p></note>"
          "<slip:keys group='Views'/>"));

  g_assert_cmpstr (page->id, ==, "one");
  g_assert_cmpstr (page->title, ==, "One");
  g_assert_cmpstr (page->summary, ==, "What it is");
  g_assert_cmpuint (page->blocks->len, ==, 8);
  assert_block (page, 0, SLIP_HELP_PARAGRAPH, "First");
  assert_block (page, 2, SLIP_HELP_ITEM, "b");
  assert_block (page, 3, SLIP_HELP_HEADING, "More");
  assert_block (page, 5, SLIP_HELP_STEP, "d");
  g_assert_cmpuint (((SlipHelpBlock *) page->blocks->pdata[5])->number, ==, 2);
  assert_block (page, 6, SLIP_HELP_NOTE, "e");
  assert_block (page, 7, SLIP_HELP_KEYS, "Views");
}

/* To the letter what xgettext takes out of the page. */
static void
test_texts (void)
{
  g_autoptr (SlipHelpPage) page = read_page (
    PAGE ("<p>\n  Press <key>F1</key> &amp; see\n  <link xref=\"two\"/>, "
          "<link xref='two'>it’s\n \"here\"</link> &lt;now>.\n</p>"));

  assert_block (page, 0, SLIP_HELP_PARAGRAPH,
                "Press <key>F1</key> &amp; see <link xref=\"two\"/>, "
                "<link xref=\"two\">it’s \"here\"</link> &lt;now&gt;.");
}

static void
test_topics (void)
{
  g_autoptr (SlipHelpPage) page =
    read_page (PAGE ("<section id='s'><info><link type='topic' xref='two'/>"
                     "<link type='topic' xref='three'/></info>"
                     "<title>All</title><links type='topic'/></section>"));

  assert_block (page, 0, SLIP_HELP_HEADING, "All");
  assert_block (page, 1, SLIP_HELP_TOPIC, "two");
  assert_block (page, 2, SLIP_HELP_TOPIC, "three");
}

static void
test_refused (void)
{
  static const char *const texts[] = {
    "",
    "<page",
    "<page id='a'><title>A</title></page>",
    "<page><info><desc>b</desc></info><title>A</title></page>",
    PAGE ("<table/>"),
    PAGE ("<p>open"),
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_null (slip_help_page_new (texts[i], strlen (texts[i]), &error));
    g_assert_nonnull (error);
  }
}

static void
assert_run (GPtrArray *runs, guint i, SlipHelpRunType type, const char *text)
{
  const SlipHelpRun *run = runs->pdata[i];

  g_assert_cmpint (run->type, ==, type);
  g_assert_cmpstr (run->text, ==, text);
}

static void
test_runs (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) runs =
    slip_help_text_parse ("A &amp; <gui>Go</gui> <key>F1</key><em>!</em>"
                          "<link xref=\"two\"/><cmd>check</cmd>",
                          &error);

  g_assert_no_error (error);
  g_assert_cmpuint (runs->len, ==, 7);
  assert_run (runs, 0, SLIP_HELP_TEXT, "A & ");
  assert_run (runs, 1, SLIP_HELP_GUI, "Go");
  assert_run (runs, 2, SLIP_HELP_TEXT, " ");
  assert_run (runs, 3, SLIP_HELP_KEY, "F1");
  assert_run (runs, 4, SLIP_HELP_EMPHASIS, "!");
  assert_run (runs, 5, SLIP_HELP_LINK, "");
  g_assert_cmpstr (((SlipHelpRun *) runs->pdata[5])->page, ==, "two");
  assert_run (runs, 6, SLIP_HELP_CODE, "check");
}

static void
test_no_runs (void)
{
  static const char *const texts[] = {
    "<gui>open",
    "<gui><key>F1</key></gui>",
    "<b>bold</b>",
    "<link>two</link>",
    "a & b",
    "</p><p>",
    "<gui xref='a'>b</gui>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (GError) error = NULL;

    g_test_message ("%s", texts[i]);
    g_assert_null (slip_help_text_parse (texts[i], &error));
    g_assert_nonnull (error);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/help-page/is-made-of-blocks", test_blocks);
  g_test_add_func ("/help-page/texts-are-those-of-translators", test_texts);
  g_test_add_func ("/help-page/index-lists-topics-under-headings", test_topics);
  g_test_add_func ("/help-page/what-is-no-page-is-refused", test_refused);
  g_test_add_func ("/help-text/is-taken-apart", test_runs);
  g_test_add_func ("/help-text/what-is-broken-is-refused", test_no_runs);

  return g_test_run ();
}
