/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-help-book.h"

#include "slip-help-text.h"

#include <string.h>

struct _SlipHelpBook {
  GHashTable *pages; /* id → SlipHelpPage */
};

SlipHelpBook *
slip_help_book_new (void)
{
  SlipHelpBook *book = g_new0 (SlipHelpBook, 1);
  book->pages = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                       (GDestroyNotify) slip_help_page_free);
  return book;
}

void
slip_help_book_free (SlipHelpBook *book)
{
  g_hash_table_unref (book->pages);
  g_free (book);
}

void
slip_help_book_take (SlipHelpBook *book, SlipHelpPage *page)
{
  g_return_if_fail (book != NULL && page != NULL);

  g_hash_table_replace (book->pages, page->id, page);
}

const SlipHelpPage *
slip_help_book_find (const SlipHelpBook *book, const char *id)
{
  g_return_val_if_fail (book != NULL && id != NULL, NULL);

  return g_hash_table_lookup (book->pages, id);
}

GPtrArray *
slip_help_book_list (const SlipHelpBook *book)
{
  g_return_val_if_fail (book != NULL, NULL);

  const SlipHelpPage *start = slip_help_book_find (book, SLIP_HELP_INDEX);
  GPtrArray *list = g_ptr_array_new ();
  for (guint i = 0; start != NULL && i < start->blocks->len; i++) {
    const SlipHelpBlock *block = start->blocks->pdata[i];
    gpointer page = block->type == SLIP_HELP_TOPIC
                      ? g_hash_table_lookup (book->pages, block->text)
                      : NULL;
    if (page != NULL)
      g_ptr_array_add (list, page);
  }
  return list;
}

GPtrArray *
slip_help_book_parse (const SlipHelpBook *book, const char *text)
{
  g_return_val_if_fail (book != NULL && text != NULL, NULL);

  GPtrArray *runs =
    slip_help_text_parse (slip_help_page_translate (text), NULL);
  if (runs == NULL)
    runs = slip_help_text_parse (text, NULL);
  if (runs == NULL)
    return g_ptr_array_new ();
  for (guint i = 0; i < runs->len; i++) {
    SlipHelpRun *run = runs->pdata[i];
    const SlipHelpPage *page =
      run->page != NULL ? slip_help_book_find (book, run->page) : NULL;
    if (page == NULL || *run->text != '\0')
      continue;
    g_free (run->text);
    run->text = g_strdup (slip_help_page_translate (page->title));
  }
  return runs;
}

char *
slip_help_book_dup_plain (const SlipHelpBook *book, const char *text)
{
  g_autoptr (GPtrArray) runs = slip_help_book_parse (book, text);
  GString *plain = g_string_new (NULL);
  for (guint i = 0; i < runs->len; i++)
    g_string_append (plain, ((const SlipHelpRun *) runs->pdata[i])->text);
  return g_string_free (plain, FALSE);
}

static char *
dup_folded (const char *text)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  return normal != NULL ? g_utf8_casefold (normal, -1) : g_strdup ("");
}

static gboolean
has_every (const char *text, char **words)
{
  g_autofree char *folded = dup_folded (text);
  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (folded, words[i]) == NULL)
      return FALSE;
  return TRUE;
}

/* Everything on @page that can be read. */
static char *
dup_words (const SlipHelpBook *book, const SlipHelpPage *page)
{
  g_autofree char *title = slip_help_book_dup_plain (book, page->title);
  g_autofree char *summary = slip_help_book_dup_plain (book, page->summary);
  GString *words = g_string_new (title);
  g_string_append_printf (words, "\n%s", summary);
  for (guint i = 0; i < page->blocks->len; i++) {
    const SlipHelpBlock *block = page->blocks->pdata[i];
    if (block->type == SLIP_HELP_KEYS || block->type == SLIP_HELP_TOPIC)
      continue;
    g_autofree char *plain = slip_help_book_dup_plain (book, block->text);
    g_string_append_printf (words, "\n%s", plain);
  }
  return g_string_free (words, FALSE);
}

GPtrArray *
slip_help_book_search (const SlipHelpBook *book, const char *typed)
{
  g_return_val_if_fail (book != NULL && typed != NULL, NULL);

  g_autofree char *folded = dup_folded (typed);
  g_auto (GStrv) words = g_strsplit_set (folded, " \t", -1);
  g_autoptr (GPtrArray) pages = slip_help_book_list (book);
  g_autoptr (GPtrArray) others = g_ptr_array_new ();
  GPtrArray *found = g_ptr_array_new ();
  for (guint i = 0; i < pages->len; i++) {
    const SlipHelpPage *page = pages->pdata[i];
    g_autofree char *all = dup_words (book, page);
    if (has_every (slip_help_page_translate (page->title), words))
      g_ptr_array_add (found, pages->pdata[i]);
    else if (has_every (all, words))
      g_ptr_array_add (others, pages->pdata[i]);
  }
  g_ptr_array_extend (found, others, NULL, NULL);
  return found;
}
