/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-help-book.h"
#include "slip-help-text.h"
#include "slip-locale.h"

#include <string.h>

/* The book that comes with the program. */
static SlipHelpBook *
load_book (void)
{
  g_autofree char *folder =
    g_test_build_filename (G_TEST_DIST, "..", "..", "data", "help", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) files = g_dir_open (folder, 0, &error);
  SlipHelpBook *book = slip_help_book_new ();
  const char *name;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (files)) != NULL) {
    g_autofree char *path = g_build_filename (folder, name, NULL);
    g_autofree char *text = NULL;
    gsize length;
    SlipHelpPage *page;

    if (!g_str_has_suffix (name, ".page"))
      continue;
    g_assert_true (g_file_get_contents (path, &text, &length, &error));
    page = slip_help_page_new (text, length, &error);
    g_assert_no_error (error);
    g_assert_true (g_str_has_prefix (name, page->id));
    slip_help_book_take (book, page);
  }
  return book;
}

static guint
count_files (void)
{
  g_autofree char *folder =
    g_test_build_filename (G_TEST_DIST, "..", "..", "data", "help", NULL);
  g_autoptr (GDir) files = g_dir_open (folder, 0, NULL);
  guint n = 0;

  for (const char *name; (name = g_dir_read_name (files)) != NULL;)
    n += g_str_has_suffix (name, ".page");
  return n;
}

static void
test_no_orphans (void)
{
  g_autoptr (SlipHelpBook) book = load_book ();
  g_autoptr (GPtrArray) pages = slip_help_book_list (book);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < pages->len; i++)
    g_assert_true (g_hash_table_add (seen, pages->pdata[i]));
  g_assert_cmpuint (pages->len + 1, ==, count_files ());
}

typedef void (*TextFunc) (const SlipHelpBook *book,
                          const SlipHelpPage *page,
                          const char *text);

static void
walk_page (const SlipHelpBook *book, const SlipHelpPage *page, TextFunc func)
{
  func (book, page, page->title);
  func (book, page, page->summary);
  for (guint i = 0; i < page->blocks->len; i++) {
    const SlipHelpBlock *block = page->blocks->pdata[i];

    if (block->type == SLIP_HELP_TOPIC)
      g_assert_nonnull (slip_help_book_find (book, block->text));
    else if (block->type != SLIP_HELP_KEYS)
      func (book, page, block->text);
  }
}

static void
walk (TextFunc func)
{
  g_autoptr (SlipHelpBook) book = load_book ();
  g_autoptr (GPtrArray) pages = slip_help_book_list (book);

  walk_page (book, slip_help_book_find (book, SLIP_HELP_INDEX), func);
  for (guint i = 0; i < pages->len; i++)
    walk_page (book, pages->pdata[i], func);
}

static void
check_links (const SlipHelpBook *book,
             const SlipHelpPage *page,
             const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) runs = slip_help_text_parse (text, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < runs->len; i++) {
    const SlipHelpRun *run = runs->pdata[i];

    if (run->page == NULL)
      continue;
    g_test_message ("%s leads to %s", page->id, run->page);
    g_assert_nonnull (slip_help_book_find (book, run->page));
    g_assert_cmpstr (run->page, !=, page->id);
  }
}

static void
test_links (void)
{
  walk (check_links);
}

static void
check_translation (const SlipHelpBook *book,
                   const SlipHelpPage *page,
                   const char *text)
{
  g_autoptr (GError) error = NULL;
  const char *translated = slip_help_page_translate (text);
  g_autoptr (GPtrArray) runs = slip_help_text_parse (translated, &error);

  g_test_message ("%s: %s", page->id, text);
  g_assert_no_error (error);
  /* What has no translation comes back as it was given. */
  g_assert_true (translated != text);
}

/* What the program looks up is what was given to the translators. */
static void
test_languages (void)
{
  static const char *const languages[] = { "ar", "de", "ja" };

  if (g_getenv ("SLIPWAY_LOCALE_DIR") == NULL) {
    g_test_skip ("nobody says where the catalogues are");
    return;
  }
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++) {
    g_setenv ("LANGUAGE", languages[i], TRUE);
    slip_locale_begin ();
    walk (check_translation);
  }
  g_unsetenv ("LANGUAGE");
  slip_locale_begin ();
}

static gboolean
finds (const SlipHelpBook *book, const char *typed, const char *id, guint at)
{
  g_autoptr (GPtrArray) found = slip_help_book_search (book, typed);

  return at < found->len &&
         g_str_equal (((SlipHelpPage *) found->pdata[at])->id, id);
}

static void
test_search (void)
{
  g_autoptr (SlipHelpBook) book = load_book ();
  g_autoptr (GPtrArray) all = slip_help_book_search (book, " ");
  g_autoptr (GPtrArray) none = slip_help_book_search (book, "day xyzzy");
  g_autoptr (GPtrArray) pages = slip_help_book_list (book);

  g_assert_true (finds (book, "CALENDAR", "calendar", 0));
  g_assert_true (finds (book, "day my", "my-day", 0));
  g_assert_true (finds (book, "somebody else’s", "my-day", 0));
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (all->len, ==, pages->len);
}

static SlipHelpPage *
new_page (const char *id, const char *title, const char *text)
{
  g_autofree char *page = g_strdup_printf (
    "<page id='%s'><info><desc>d</desc></info><title>%s</title><p>%s</p>"
    "</page>",
    id, title, text);

  return slip_help_page_new (page, strlen (page), NULL);
}

static void
test_plain (void)
{
  g_autoptr (SlipHelpBook) book = slip_help_book_new ();
  g_autofree char *plain = NULL;

  slip_help_book_take (book, new_page ("a", "Page A", "x"));
  plain = slip_help_book_dup_plain (book, "See <link xref=\"a\"/>, "
                                          "<key>F1</key> &amp; <gui>Go</gui>");
  g_assert_cmpstr (plain, ==, "See Page A, F1 & Go");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/help-book/no-page-is-an-orphan", test_no_orphans);
  g_test_add_func ("/help-book/links-lead-somewhere", test_links);
  g_test_add_func ("/help-book/every-text-is-translated", test_languages);
  g_test_add_func ("/help-book/is-searched", test_search);
  g_test_add_func ("/help-book/links-take-titles", test_plain);

  return g_test_run ();
}
