/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-line-store.h"

static GHashTable *
list_keys (GPtrArray *lines, SlipLineKeyFunc get_key)
{
  GHashTable *keys = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < lines->len; i++)
    g_hash_table_add (keys, (gpointer) get_key (lines->pdata[i]));
  return keys;
}

/* Takes out of @store what is not, or no longer here, in @keys. */
static void
remove_gone (GListStore *store,
             guint position,
             GHashTable *keys,
             SlipLineKeyFunc get_key)
{
  while (position < g_list_model_get_n_items (G_LIST_MODEL (store))) {
    g_autoptr (GObject) line =
      g_list_model_get_item (G_LIST_MODEL (store), position);

    if (g_hash_table_contains (keys, get_key (line)))
      return;
    g_list_store_remove (store, position);
  }
}

void
slip_line_store_update (GListStore *store,
                        GPtrArray *lines,
                        SlipLineKeyFunc get_key,
                        SlipLineNewsFunc take_news)
{
  g_return_if_fail (G_IS_LIST_STORE (store));
  g_return_if_fail (lines != NULL);

  g_autoptr (GHashTable) keys = list_keys (lines, get_key);
  for (guint i = 0; i < lines->len; i++) {
    gpointer news = lines->pdata[i];
    g_autoptr (GObject) line = NULL;

    remove_gone (store, i, keys, get_key);
    line = g_list_model_get_item (G_LIST_MODEL (store), i);
    if (line != NULL && g_str_equal (get_key (line), get_key (news)))
      take_news (line, news);
    else
      g_list_store_insert (store, i, news);
    /* Further down it would be there twice. */
    g_hash_table_remove (keys, get_key (news));
  }
  remove_gone (store, lines->len, keys, get_key);
}
