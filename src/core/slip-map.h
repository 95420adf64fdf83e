/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SlipMapClass:
 * @get_key: the text an item is found by; it belongs to the item
 * @ref: takes a reference on an item
 * @unref: drops one
 *
 * What a map needs to know of its items.
 */
typedef struct {
  const char *(*get_key) (gconstpointer item);
  gpointer (*ref) (gconstpointer item);
  void (*unref) (gpointer item);
} SlipMapClass;

/**
 * SlipMap:
 *
 * A persistent map from text to items: a hash array mapped trie (Bagwell,
 * 'Ideal Hash Trees', 2001).  A copy shares all its nodes with the original; a
 * change copies only the few nodes on its path, or none where nobody shares
 * them. %NULL nodes are the empty map.
 */
typedef struct {
  const SlipMapClass *klass;
  struct _SlipMapNode *root;
  guint n_items;
} SlipMap;

void slip_map_init (SlipMap *self, const SlipMapClass *klass);
void slip_map_init_copy (SlipMap *self, const SlipMap *other);
void slip_map_clear (SlipMap *self);

/* Returns: (nullable): the item with @key, borrowed. */
gpointer slip_map_get (const SlipMap *self, const char *key);

/* Puts @item (transfer full) in, in place of one with its key. */
void slip_map_put (SlipMap *self, gpointer item);

/* Returns: `FALSE` if there was no item with @key. */
gboolean slip_map_remove (SlipMap *self, const char *key);

/* Calls @func with each item, in no order to rely on. */
void slip_map_foreach (const SlipMap *self, GFunc func, gpointer data);

/**
 * SlipMapDiffFunc:
 * @before: (nullable): the item as it was
 * @after: (nullable): the item with the same key, as it is
 */
typedef void (*SlipMapDiffFunc) (gpointer before,
                                 gpointer after,
                                 gpointer data);

/**
 * slip_map_diff:
 *
 * Calls @func with each item that only one of two maps of one class has, or
 * that they have in two versions.  What both share is passed over, so the cost
 * follows the number of changes between a map and a copy of it.
 */
void slip_map_diff (const SlipMap *before,
                    const SlipMap *after,
                    SlipMapDiffFunc func,
                    gpointer data);

G_END_DECLS
