/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-map.h"

#include <string.h>

#include "slip-text-hash.h"

#define N_KEYS  600
#define N_FORKS 12
#define N_STEPS 20000

/* An item that counts the references held on it in a place outside. */
typedef struct {
  char key[24];
  int value;
  int n_refs;
  int *n_items;
} Item;

static const char *
item_get_key (gconstpointer item)
{
  return ((const Item *) item)->key;
}

static gpointer
item_ref (gconstpointer item)
{
  Item *self = (Item *) item;

  self->n_refs++;
  return self;
}

static void
item_unref (gpointer item)
{
  Item *self = item;

  g_assert_cmpint (self->n_refs, >, 0);
  if (--self->n_refs > 0)
    return;

  --*self->n_items;
  g_free (self);
}

static const SlipMapClass item_class = { item_get_key, item_ref, item_unref };

static Item *
item_new (const char *key, int value, int *n_items)
{
  Item *item = g_new0 (Item, 1);

  g_strlcpy (item->key, key, sizeof item->key);
  item->value = value;
  item->n_refs = 1;
  item->n_items = n_items;
  ++*n_items;
  return item;
}

/* Whatever half a key begins with, the other half can be such that all have one
 * hash; a text has no zero in it, so some beginnings are passed over. */
static void
write_colliding_key (guint i, char key[24])
{
  guint64 words[2];

  for (guint k = 0;; k++) {
    char half[sizeof words[0] + 1];

    g_snprintf (half, sizeof half, "%03x%05x", i, k);
    memcpy (&words[0], half, sizeof words[0]);
    words[1] = slip_text_hash_add (sizeof words, words[0]);
    if (memchr (&words[1], 0, sizeof words[1]) == NULL)
      break;
  }
  memcpy (key, words, sizeof words);
  key[sizeof words] = '\0';
}

static void
write_key (guint i, char key[24])
{
  if (i < 200)
    write_colliding_key (i, key);
  else
    g_snprintf (key, 24, "%u", i * 2654435761u);
}

static void
test_keys_collide (void)
{
  char first[24];
  g_autoptr (GHashTable) keys =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  write_colliding_key (0, first);
  for (guint i = 0; i < 200; i++) {
    char key[24];

    write_colliding_key (i, key);
    g_assert_cmpuint (slip_text_hash (key), ==, slip_text_hash (first));
    g_assert_true (g_hash_table_add (keys, g_strdup (key)));
  }
}

static void
count_cb (gpointer item, gpointer data)
{
  const Item *self = item;
  GHashTable *model = data;

  g_assert_cmpint (GPOINTER_TO_INT (g_hash_table_lookup (model, self->key)), ==,
                   self->value);
  g_assert_true (g_hash_table_remove (model, self->key));
}

/* Holds @map against @model, both ways. */
static void
assert_same (const SlipMap *map, GHashTable *model)
{
  g_autoptr (GHashTable) rest = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer key;
  gpointer value;

  g_assert_cmpuint (map->n_items, ==, g_hash_table_size (model));
  g_hash_table_iter_init (&iter, model);
  while (g_hash_table_iter_next (&iter, &key, &value)) {
    const Item *item = slip_map_get (map, key);

    g_assert_nonnull (item);
    g_assert_cmpstr (item->key, ==, key);
    g_assert_cmpint (item->value, ==, GPOINTER_TO_INT (value));
    g_hash_table_insert (rest, key, value);
  }

  slip_map_foreach (map, count_cb, rest);
  g_assert_cmpuint (g_hash_table_size (rest), ==, 0);
}

static GHashTable *
model_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static GHashTable *
model_copy (GHashTable *model)
{
  GHashTable *copy = model_new ();
  GHashTableIter iter;
  gpointer key;
  gpointer value;

  g_hash_table_iter_init (&iter, model);
  while (g_hash_table_iter_next (&iter, &key, &value))
    g_hash_table_insert (copy, g_strdup (key), value);

  return copy;
}

typedef struct {
  SlipMap maps[N_FORKS];
  GHashTable *models[N_FORKS];
  int n_items;
} World;

/* Turns a table into what the other map holds. */
static void
follow_cb (gpointer before, gpointer after, gpointer data)
{
  const Item *old = before;
  const Item *new = after;
  const char *key = old != NULL ? old->key : new->key;
  GHashTable *model = data;
  int value = GPOINTER_TO_INT (g_hash_table_lookup (model, key));

  g_assert_true (old != new);
  g_assert_cmpint (value, ==, old != NULL ? old->value : 0);
  if (new == NULL) {
    g_hash_table_remove (model, key);
    return;
  }
  g_assert_cmpstr (new->key, ==, key);
  g_hash_table_replace (model, g_strdup (key), GINT_TO_POINTER (new->value));
}

static void
assert_diff_leads_from_one_to_another (World *world, guint from, guint to)
{
  GHashTable *model = model_copy (world->models[from]);

  slip_map_diff (&world->maps[from], &world->maps[to], follow_cb, model);
  assert_same (&world->maps[to], model);
  g_hash_table_unref (model);
}

static void
take_step (World *world, int step)
{
  guint i = (guint) g_test_rand_int_range (0, N_FORKS);
  guint other = (guint) g_test_rand_int_range (0, N_FORKS);
  int action = g_test_rand_int_range (0, 1000);
  char key[24];

  write_key ((guint) g_test_rand_int_range (0, N_KEYS), key);
  if (action < 3) {
    slip_map_clear (&world->maps[i]);
    g_hash_table_remove_all (world->models[i]);
  } else if (action < 20 && i != other) {
    slip_map_clear (&world->maps[i]);
    slip_map_init_copy (&world->maps[i], &world->maps[other]);
    g_hash_table_unref (world->models[i]);
    world->models[i] = model_copy (world->models[other]);
  } else if (action < 550) {
    slip_map_put (&world->maps[i], item_new (key, step, &world->n_items));
    g_hash_table_replace (world->models[i], g_strdup (key),
                          GINT_TO_POINTER (step));
  } else {
    gboolean was_there = g_hash_table_remove (world->models[i], key);

    g_assert_true (slip_map_remove (&world->maps[i], key) == was_there);
    g_assert_null (slip_map_get (&world->maps[i], key));
  }
}

/* Any number of forks, changed in any order, each is what a table of its own
 * would be; at the end nothing is left. */
static void
test_forks_are_tables_of_their_own (void)
{
  World world = { .n_items = 0 };

  for (guint i = 0; i < N_FORKS; i++) {
    slip_map_init (&world.maps[i], &item_class);
    world.models[i] = model_new ();
  }

  for (int step = 1; step <= N_STEPS; step++) {
    take_step (&world, step);
    if (step % 500 == 0)
      for (guint i = 0; i < N_FORKS; i++) {
        assert_same (&world.maps[i], world.models[i]);
        assert_diff_leads_from_one_to_another (&world, i, (i + 1) % N_FORKS);
      }
  }

  for (guint i = 0; i < N_FORKS; i++) {
    slip_map_clear (&world.maps[i]);
    g_hash_table_unref (world.models[i]);
  }
  g_assert_cmpint (world.n_items, ==, 0);
}

/* Emptied key by key, the map is as empty as a new one. */
static void
test_removing_all_leaves_no_node (void)
{
  int n_items = 0;
  SlipMap map;

  slip_map_init (&map, &item_class);
  for (guint i = 0; i < N_KEYS; i++) {
    char key[24];

    write_key (i, key);
    slip_map_put (&map, item_new (key, 1, &n_items));
  }
  g_assert_cmpuint (map.n_items, ==, N_KEYS);

  for (guint i = 0; i < N_KEYS; i++) {
    char key[24];

    write_key (i, key);
    g_assert_true (slip_map_remove (&map, key));
    g_assert_false (slip_map_remove (&map, key));
    g_assert_cmpint (n_items, ==, (int) (N_KEYS - i - 1));
  }
  g_assert_null (map.root);
}

static void
test_put_replaces_and_drops_the_old (void)
{
  int n_items = 0;
  SlipMap map;

  slip_map_init (&map, &item_class);
  for (int i = 0; i < 10; i++)
    slip_map_put (&map, item_new ("same", i, &n_items));

  g_assert_cmpuint (map.n_items, ==, 1);
  g_assert_cmpint (n_items, ==, 1);
  g_assert_cmpint (((Item *) slip_map_get (&map, "same"))->value, ==, 9);
  slip_map_clear (&map);
  g_assert_cmpint (n_items, ==, 0);
}

/* Removing by the key of the very item that goes is what the plan does. */
static void
test_remove_by_the_item_s_own_key (void)
{
  int n_items = 0;
  SlipMap map;

  slip_map_init (&map, &item_class);
  for (guint i = 190; i < 210; i++) {
    char key[24];

    write_key (i, key);
    slip_map_put (&map, item_new (key, 1, &n_items));
  }
  for (guint i = 190; i < 210; i++) {
    char key[24];
    const Item *item;

    write_key (i, key);
    item = slip_map_get (&map, key);
    g_assert_true (slip_map_remove (&map, item->key));
  }

  g_assert_cmpint (n_items, ==, 0);
  g_assert_null (map.root);
}

static void
count_difference_cb (gpointer before, gpointer after, gpointer data)
{
  int *n = data;

  g_assert_null (before);
  g_assert_cmpstr (((const Item *) after)->key, ==, "new");
  ++*n;
}

/* A change of a shared map copies a path and no more: all items but one stay
 * shared, seen by their references. */
static void
test_change_copies_a_path_only (void)
{
  int n_items = 0;
  int n_copied = 0;
  int n_differences = 0;
  SlipMap map;
  SlipMap fork;

  slip_map_init (&map, &item_class);
  for (guint i = 200; i < N_KEYS; i++) {
    char key[24];

    write_key (i, key);
    slip_map_put (&map, item_new (key, 1, &n_items));
  }
  slip_map_init_copy (&fork, &map);
  slip_map_put (&fork, item_new ("new", 2, &n_items));

  for (guint i = 200; i < N_KEYS; i++) {
    char key[24];

    write_key (i, key);
    n_copied += ((Item *) slip_map_get (&map, key))->n_refs > 1;
  }
  g_assert_cmpint (n_copied, <, 64);

  slip_map_diff (&map, &fork, count_difference_cb, &n_differences);
  g_assert_cmpint (n_differences, ==, 1);
  g_assert_null (slip_map_get (&map, "new"));
  slip_map_clear (&map);
  g_assert_cmpint (n_items, ==, N_KEYS - 200 + 1);
  slip_map_clear (&fork);
  g_assert_cmpint (n_items, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/map/keys/collide", test_keys_collide);
  g_test_add_func ("/map/law/forks-are-tables-of-their-own",
                   test_forks_are_tables_of_their_own);
  g_test_add_func ("/map/remove/all-leaves-no-node",
                   test_removing_all_leaves_no_node);
  g_test_add_func ("/map/remove/by-the-item-s-own-key",
                   test_remove_by_the_item_s_own_key);
  g_test_add_func ("/map/put/replaces-and-drops-the-old",
                   test_put_replaces_and_drops_the_old);
  g_test_add_func ("/map/fork/change-copies-a-path-only",
                   test_change_copies_a_path_only);

  return g_test_run ();
}
