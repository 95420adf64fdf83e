/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-map.h"

#include <string.h>

#include "slip-text-hash.h"

/* Each level of the trie takes so many bits of the hash; below the last level
 * keys with the same hash share one node as a list. */
#define BITS_PER_LEVEL 5
#define HASH_BITS      32

/* A node has room for so many slots, or twice, three times … as many. */
#define SLOT_STEP 4

/* So much of an item is likely to be read; most rows are not longer. */
#define AHEAD_BYTES 256

typedef struct _SlipMapNode Node;

/*
 * A branch has, for each bit set in its masks, one slot: an item where the bit
 * is in @items, another node where it is in @nodes.  A node below the last bits
 * of the hash is a list: its masks are 0 and all its slots items.
 */
struct _SlipMapNode {
  gatomicrefcount ref_count;
  guint32 items;
  guint32 nodes;
  guint n_slots;
  gpointer slots[];
};

static gboolean
is_list (guint shift)
{
  return shift >= HASH_BITS;
}

static guint32
get_bit (guint32 hash, guint shift)
{
  return 1u << ((hash >> shift) & ((1u << BITS_PER_LEVEL) - 1));
}

static guint
get_slot (const Node *node, guint32 bit)
{
  return (guint) __builtin_popcount ((node->items | node->nodes) & (bit - 1));
}

/* In steps, so that a node does not move with each slot it gets. */
static gsize
get_node_size (guint n_slots)
{
  guint room = (n_slots + SLOT_STEP - 1) / SLOT_STEP * SLOT_STEP;

  return sizeof (Node) + room * sizeof (gpointer);
}

static Node *
node_alloc (guint n_slots)
{
  Node *node = g_malloc (get_node_size (n_slots));

  g_atomic_ref_count_init (&node->ref_count);
  node->items = 0;
  node->nodes = 0;
  node->n_slots = n_slots;
  return node;
}

/* Whether slot @slot of @node holds an item; needs the bit for branches. */
static gboolean
holds_item (const Node *node, guint32 bit)
{
  return (node->items & bit) != 0;
}

static void node_unref (Node *node, const SlipMapClass *klass, guint shift);

static void
release_slots (Node *node, const SlipMapClass *klass, guint shift)
{
  guint slot = 0;

  if (is_list (shift)) {
    for (guint i = 0; i < node->n_slots; i++)
      klass->unref (node->slots[i]);
    return;
  }

  for (guint32 mask = node->items | node->nodes; mask != 0;
       mask &= mask - 1, slot++) {
    if (holds_item (node, mask & -mask))
      klass->unref (node->slots[slot]);
    else
      node_unref (node->slots[slot], klass, shift + BITS_PER_LEVEL);
  }
}

static void
node_unref (Node *node, const SlipMapClass *klass, guint shift)
{
  if (!g_atomic_ref_count_dec (&node->ref_count))
    return;

  release_slots (node, klass, shift);
  g_free (node);
}

/* Takes a reference for a copy of @node on whatever is in its slots. */
static void
acquire_slots (const Node *node, const SlipMapClass *klass, guint shift)
{
  guint slot = 0;

  if (is_list (shift)) {
    for (guint i = 0; i < node->n_slots; i++)
      klass->ref (node->slots[i]);
    return;
  }

  for (guint32 mask = node->items | node->nodes; mask != 0;
       mask &= mask - 1, slot++) {
    if (holds_item (node, mask & -mask))
      klass->ref (node->slots[slot]);
    else
      g_atomic_ref_count_inc (&((Node *) node->slots[slot])->ref_count);
  }
}

/* Makes @node (whose reference the caller gives) one that nobody else sees. */
static Node *
make_own (Node *node, const SlipMapClass *klass, guint shift)
{
  Node *own;

  /* Only reads: g_atomic_ref_count_compare () would write, which is dear. */
  if (g_atomic_int_get (&node->ref_count) == 1)
    return node;

  own = node_alloc (node->n_slots);
  own->items = node->items;
  own->nodes = node->nodes;
  memcpy (own->slots, node->slots, node->n_slots * sizeof (gpointer));
  acquire_slots (own, klass, shift);
  node_unref (node, klass, shift);
  return own;
}

/* Both take over an own node and give back one with a slot more or less. */
static Node *
insert_slot (Node *node, guint slot, gpointer content)
{
  gsize size = get_node_size (node->n_slots + 1);

  if (size != get_node_size (node->n_slots))
    node = g_realloc (node, size);
  memmove (&node->slots[slot + 1], &node->slots[slot],
           (node->n_slots - slot) * sizeof (gpointer));
  node->slots[slot] = content;
  node->n_slots++;
  return node;
}

static Node *
remove_slot (Node *node, guint slot)
{
  node->n_slots--;
  memmove (&node->slots[slot], &node->slots[slot + 1],
           (node->n_slots - slot) * sizeof (gpointer));
  return node;
}

static int
find_in_list (const Node *node, const SlipMapClass *klass, const char *key)
{
  for (guint i = 0; i < node->n_slots; i++)
    if (strcmp (klass->get_key (node->slots[i]), key) == 0)
      return (int) i;

  return -1;
}

void
slip_map_init (SlipMap *self, const SlipMapClass *klass)
{
  *self = (SlipMap){ .klass = klass };
}

void
slip_map_init_copy (SlipMap *self, const SlipMap *other)
{
  *self = *other;
  if (self->root != NULL)
    g_atomic_ref_count_inc (&self->root->ref_count);
}

void
slip_map_clear (SlipMap *self)
{
  if (self->root != NULL)
    node_unref (self->root, self->klass, 0);
  self->root = NULL;
  self->n_items = 0;
}

gpointer
slip_map_get (const SlipMap *self, const char *key)
{
  guint32 hash = slip_text_hash (key);
  const Node *node = self->root;
  guint shift = 0;

  for (; node != NULL && !is_list (shift); shift += BITS_PER_LEVEL) {
    guint32 bit = get_bit (hash, shift);
    gpointer content;

    if (((node->items | node->nodes) & bit) == 0)
      return NULL;

    content = node->slots[get_slot (node, bit)];
    if (holds_item (node, bit))
      return strcmp (self->klass->get_key (content), key) == 0 ? content : NULL;
    node = content;
  }

  if (node != NULL) {
    int slot = find_in_list (node, self->klass, key);

    return slot >= 0 ? node->slots[slot] : NULL;
  }

  return NULL;
}

typedef struct {
  const SlipMapClass *klass;
  const char *key;
  guint32 hash;
  gpointer item;
  gboolean is_new;
} Insertion;

static Node *put (Node *node, guint shift, Insertion *insertion);

/* A node that holds @old alone, where the hash of @old goes at @shift. */
static Node *
wrap_item (const SlipMapClass *klass, guint shift, gpointer old)
{
  Node *node = node_alloc (1);

  node->slots[0] = old;
  if (!is_list (shift))
    node->items = get_bit (slip_text_hash (klass->get_key (old)), shift);
  return node;
}

static Node *
put_in_list (Node *node, Insertion *insertion)
{
  int slot = find_in_list (node, insertion->klass, insertion->key);

  if (slot < 0) {
    insertion->is_new = TRUE;
    return insert_slot (node, node->n_slots, insertion->item);
  }

  insertion->klass->unref (node->slots[slot]);
  node->slots[slot] = insertion->item;
  return node;
}

static void
put_on_item (Node *node, guint32 bit, guint shift, Insertion *insertion)
{
  guint slot = get_slot (node, bit);
  gpointer old = node->slots[slot];

  if (strcmp (insertion->klass->get_key (old), insertion->key) == 0) {
    node->slots[slot] = insertion->item;
    insertion->klass->unref (old);
    return;
  }

  node->slots[slot] =
    put (wrap_item (insertion->klass, shift, old), shift, insertion);
  node->items &= ~bit;
  node->nodes |= bit;
}

static Node *
put (Node *node, guint shift, Insertion *insertion)
{
  guint32 bit;
  guint slot;

  node = make_own (node, insertion->klass, shift);
  if (is_list (shift))
    return put_in_list (node, insertion);

  bit = get_bit (insertion->hash, shift);
  slot = get_slot (node, bit);
  if ((node->nodes & bit) != 0) {
    node->slots[slot] =
      put (node->slots[slot], shift + BITS_PER_LEVEL, insertion);
  } else if (holds_item (node, bit)) {
    put_on_item (node, bit, shift + BITS_PER_LEVEL, insertion);
  } else {
    node = insert_slot (node, slot, insertion->item);
    node->items |= bit;
    insertion->is_new = TRUE;
  }

  return node;
}

void
slip_map_put (SlipMap *self, gpointer item)
{
  const char *key = self->klass->get_key (item);
  Insertion insertion = { self->klass, key, slip_text_hash (key), item, FALSE };

  if (self->root == NULL)
    self->root = node_alloc (0);

  self->root = put (self->root, 0, &insertion);
  if (insertion.is_new)
    self->n_items++;
}

/* Removes the item with @key, which must be there.  A node that is left empty
 * is freed, and NULL returned. */
static Node *
take_out (Node *node,
          guint shift,
          const SlipMapClass *klass,
          const char *key,
          guint32 hash)
{
  guint32 bit;
  guint slot;

  node = make_own (node, klass, shift);
  if (is_list (shift)) {
    bit = 0;
    slot = (guint) find_in_list (node, klass, key);
    klass->unref (node->slots[slot]);
  } else {
    bit = get_bit (hash, shift);
    slot = get_slot (node, bit);
    if (holds_item (node, bit)) {
      klass->unref (node->slots[slot]);
    } else {
      node->slots[slot] =
        take_out (node->slots[slot], shift + BITS_PER_LEVEL, klass, key, hash);
      if (node->slots[slot] != NULL)
        return node;
    }
  }

  node->items &= ~bit;
  node->nodes &= ~bit;
  node = remove_slot (node, slot);
  if (node->n_slots == 0)
    g_clear_pointer (&node, g_free);
  return node;
}

gboolean
slip_map_remove (SlipMap *self, const char *key)
{
  if (slip_map_get (self, key) == NULL)
    return FALSE;

  self->root = take_out (self->root, 0, self->klass, key, slip_text_hash (key));
  self->n_items--;
  return TRUE;
}

/* The items lie scattered over memory, and to wait for them one by one is most
 * of what a visit costs: those of a node are asked for at once. */
static void
fetch_ahead (const Node *node)
{
  for (guint i = 0; i < node->n_slots; i++)
    for (guint at = 0; at < AHEAD_BYTES; at += 64)
      __builtin_prefetch ((gconstpointer) ((guintptr) node->slots[i] + at));
}

static void
visit (const Node *node, guint shift, GFunc func, gpointer data)
{
  guint slot = 0;

  if (is_list (shift)) {
    for (guint i = 0; i < node->n_slots; i++)
      func (node->slots[i], data);
    return;
  }

  fetch_ahead (node);
  for (guint32 mask = node->items | node->nodes; mask != 0;
       mask &= mask - 1, slot++) {
    if (holds_item (node, mask & -mask))
      func (node->slots[slot], data);
    else
      visit (node->slots[slot], shift + BITS_PER_LEVEL, func, data);
  }
}

void
slip_map_foreach (const SlipMap *self, GFunc func, gpointer data)
{
  if (self->root != NULL)
    visit (self->root, 0, func, data);
}

typedef struct {
  const SlipMapClass *klass;
  SlipMapDiffFunc func;
  gpointer data;
  gboolean is_swapped; /* the second map is the one before */
} Diff;

static void
tell_difference (const Diff *diff, gpointer first, gpointer second)
{
  if (first == second)
    return;
  if (diff->is_swapped)
    diff->func (second, first, diff->data);
  else
    diff->func (first, second, diff->data);
}

/* What one of two nodes has in a slot: an item, a node or nothing. */
typedef struct {
  gpointer item;
  const Node *node;
} Content;

static Content
get_content (const Node *node, guint32 bit)
{
  Content content = { NULL, NULL };

  if (((node->items | node->nodes) & bit) == 0)
    return content;
  if (holds_item (node, bit))
    content.item = node->slots[get_slot (node, bit)];
  else
    content.node = node->slots[get_slot (node, bit)];
  return content;
}

/* One item against all that are in a node of the other map. */
typedef struct {
  const Diff *diff;
  gpointer item; /* or NULL; becomes NULL once its key was met */
} ItemAgainstNode;

static void
compare_item_cb (gpointer other, gpointer data)
{
  ItemAgainstNode *against = data;
  const SlipMapClass *klass = against->diff->klass;
  gpointer item = against->item;

  if (item != NULL &&
      strcmp (klass->get_key (item), klass->get_key (other)) == 0)
    against->item = NULL;
  else
    item = NULL;
  tell_difference (against->diff, item, other);
}

static void
diff_item_and_node (const Diff *diff,
                    gpointer item,
                    const Node *node,
                    guint shift)
{
  ItemAgainstNode against = { diff, item };

  visit (node, shift, compare_item_cb, &against);
  if (against.item != NULL)
    tell_difference (diff, against.item, NULL);
}

static void
diff_items (const Diff *diff, gpointer first, gpointer second)
{
  if (first == NULL || second == NULL ||
      strcmp (diff->klass->get_key (first), diff->klass->get_key (second)) ==
        0) {
    tell_difference (diff, first, second);
    return;
  }

  tell_difference (diff, first, NULL);
  tell_difference (diff, NULL, second);
}

static void
diff_lists (const Diff *diff, const Node *first, const Node *second)
{
  for (guint i = 0; i < first->n_slots; i++) {
    gpointer item = first->slots[i];
    int slot = find_in_list (second, diff->klass, diff->klass->get_key (item));

    tell_difference (diff, item, slot >= 0 ? second->slots[slot] : NULL);
  }
  for (guint i = 0; i < second->n_slots; i++) {
    gpointer item = second->slots[i];

    if (find_in_list (first, diff->klass, diff->klass->get_key (item)) < 0)
      tell_difference (diff, NULL, item);
  }
}

static void
diff_nodes (const Diff *diff,
            const Node *first,
            const Node *second,
            guint shift)
{
  Diff swapped = { diff->klass, diff->func, diff->data, !diff->is_swapped };
  guint below = shift + BITS_PER_LEVEL;

  if (first == second)
    return;
  if (is_list (shift)) {
    diff_lists (diff, first, second);
    return;
  }

  for (guint32 mask =
         first->items | first->nodes | second->items | second->nodes;
       mask != 0; mask &= mask - 1) {
    Content a = get_content (first, mask & -mask);
    Content b = get_content (second, mask & -mask);

    if (a.node != NULL && b.node != NULL)
      diff_nodes (diff, a.node, b.node, below);
    else if (b.node != NULL)
      diff_item_and_node (diff, a.item, b.node, below);
    else if (a.node != NULL)
      diff_item_and_node (&swapped, b.item, a.node, below);
    else
      diff_items (diff, a.item, b.item);
  }
}

void
slip_map_diff (const SlipMap *before,
               const SlipMap *after,
               SlipMapDiffFunc func,
               gpointer data)
{
  Diff diff = { before->klass, func, data, FALSE };
  Diff swapped = { before->klass, func, data, TRUE };

  if (before->root != NULL && after->root != NULL)
    diff_nodes (&diff, before->root, after->root, 0);
  else if (after->root != NULL)
    diff_item_and_node (&diff, NULL, after->root, 0);
  else if (before->root != NULL)
    diff_item_and_node (&swapped, NULL, before->root, 0);
}
