/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store-fixture.h"

/*
 * The law: a set and then its inverse is the identity.  Random edits over every
 * kind and property, undone to the start and redone to the end, with reopening
 * and a second writer at random points, give the digests they gave before.  And
 * what the file says that checklists come to is what core counts, and what its
 * search index has, read at some point, is what the plan says.
 */

#define N_EDITS 50

typedef struct {
  Folder folder;
  Session mine;
  Session other;
  GPtrArray *digests; /* after step n of those done, from the start */
} World;

static void
world_init (World *world)
{
  folder_init (&world->folder);
  session_init (&world->mine, world->folder.plan);
  session_init (&world->other, world->folder.plan);
  world->digests = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (world->digests, session_digest (&world->mine));
}

static void
world_clear (World *world)
{
  session_clear (&world->mine);
  session_clear (&world->other);
  folder_clear (&world->folder);
  g_ptr_array_unref (world->digests);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (World, world_clear)

static gboolean
one_in (int n)
{
  return g_test_rand_int_range (0, n) == 0;
}

/* The id of some entity of @kind; borrowed from @state; %NULL for none. */
static const char *
pick (const SlipPlanState *state, SlipKind kind)
{
  g_autoptr (GPtrArray) rows = slip_plan_state_list (state, kind);

  if (rows->len == 0)
    return NULL;
  return slip_row_get_id (
    g_ptr_array_index (rows, g_test_rand_int_range (0, (int) rows->len)));
}

static SlipValue
make_text (gint64 maximum)
{
  static const char *const texts[] = {
    "a",
    "Ready?",
    "it's \"quoted\"; -- DROP TABLE",
    "two\nlines\tand a tab",
    "Übersicht 計画 👩‍🚀",
    "2026-03-12",
    "007",
    "1e3",
  };
  const char *text =
    texts[g_test_rand_int_range (0, (int) G_N_ELEMENTS (texts))];
  g_autofree char *cut =
    g_utf8_substring (text, 0, MIN (maximum, g_utf8_strlen (text, -1)));

  return slip_value_new_text (cut);
}

static gint64
pick_integer (gint64 minimum, gint64 maximum)
{
  double share = g_test_rand_double ();

  if (one_in (8))
    return one_in (2) ? minimum : maximum;
  return minimum + (gint64) (share * (double) (maximum - minimum));
}

static int
count_values (const SlipEnumValue *values)
{
  int n = 0;

  while (values[n].nick != NULL)
    n++;
  return n;
}

static SlipValue
make_value (const SlipPlanState *state, const SlipProperty *property)
{
  gboolean is_needed =
    slip_property_get_default (property).type != SLIP_VALUE_NONE;

  if (!is_needed && one_in (5))
    return SLIP_VALUE_INIT;
  switch (property->type) {
  case SLIP_PROPERTY_TEXT:
    return make_text (property->maximum);
  case SLIP_PROPERTY_REFERENCE:
    return slip_value_new_text (pick (state, property->target));
  case SLIP_PROPERTY_INTEGER:
    return slip_value_new_integer (
      pick_integer (property->minimum, property->maximum));
  case SLIP_PROPERTY_BOOLEAN:
    return slip_value_new_integer (g_test_rand_int_range (0, 2));
  case SLIP_PROPERTY_ENUM:
    return slip_value_new_integer (
      g_test_rand_int_range (0, count_values (property->values)));
  case SLIP_PROPERTY_DATE:
    return slip_value_new_date (
      (SlipDate){ g_test_rand_int_range (-700000, 2900000) });
  case SLIP_PROPERTY_INSTANT:
    return slip_value_new_integer (pick_integer (0, G_MAXINT32) * 1001);
  }
  g_assert_not_reached ();
}

static SlipKind
pick_kind (void)
{
  return (SlipKind) g_test_rand_int_range (0, SLIP_N_KINDS);
}

static void
create_something (SlipEdit *edit)
{
  const SlipPlanState *state = slip_edit_get_state (edit);
  SlipKind kind = pick_kind ();
  SlipKind owner_kind = slip_schema_get (kind)->owner;
  g_autofree char *id = slip_id_new ();
  const char *owner = NULL;

  if (owner_kind != SLIP_KIND_NONE)
    owner = pick (state, owner_kind);
  if (kind == SLIP_KIND_PLAN || (owner_kind != SLIP_KIND_NONE && owner == NULL))
    return;
  slip_edit_create (edit, kind, id, owner);
}

static void
set_something (SlipEdit *edit)
{
  const SlipPlanState *state = slip_edit_get_state (edit);
  SlipKind kind = pick_kind ();
  const SlipKindInfo *info = slip_schema_get (kind);
  const char *picked = pick (state, kind);
  g_autofree char *id = g_strdup (picked);
  guint property = (guint) g_test_rand_int_range (0, (int) info->n_properties);
  g_auto (SlipValue) value = SLIP_VALUE_INIT;

  if (id == NULL || info->is_record)
    return;
  value = make_value (state, &info->properties[property]);
  slip_edit_set (edit, kind, id, property, &value);
}

static void
delete_something (SlipEdit *edit)
{
  SlipKind kind = pick_kind ();
  g_autofree char *id = g_strdup (pick (slip_edit_get_state (edit), kind));

  if (kind != SLIP_KIND_PLAN && !slip_schema_get (kind)->is_record &&
      id != NULL)
    slip_edit_delete (edit, kind, id);
}

/* A random edit; %NULL if it turned out to do nothing or to break a rule. */
static SlipChangeSet *
make_edit (Session *session)
{
  SlipEdit *edit =
    slip_edit_new (session->state,
                   (SlipVerb) g_test_rand_int_range (0, SLIP_N_VERBS));
  g_autoptr (SlipChangeSet) set = NULL;

  for (int n = g_test_rand_int_range (1, 30); n > 0; n--) {
    if (one_in (3))
      create_something (edit);
    else if (one_in (12))
      delete_something (edit);
    else
      set_something (edit);
  }
  set = slip_edit_end (edit, NULL);
  slip_edit_free (edit);
  if (set == NULL || set->changes->len == 0)
    return NULL;
  return g_steal_pointer (&set);
}

/* What deletes something still in use is refused; then nothing happened. */
static void
edit_somehow (World *world, Session *session)
{
  g_autoptr (SlipChangeSet) set = make_edit (session);
  g_autoptr (GError) error = NULL;
  g_autoptr (SlipCommit) commit = NULL;

  if (set == NULL)
    return;
  commit = session_try_commit (session, set, &error);
  if (commit == NULL) {
    g_assert_error (error, SLIP_STORE_ERROR, SLIP_STORE_ERROR_IN_USE);
    return;
  }
  g_assert_true (commit->is_written);
  session_follow (session, commit->news);
  g_ptr_array_add (world->digests, session_digest (session));
}

static void
catch_up (Session *session)
{
  g_autoptr (SlipNews) news = session_poll (session);

  session_follow (session, news);
}

static void
assert_digest (World *world, Session *session, guint n_done)
{
  g_autofree char *digest = session_digest (session);

  g_assert_cmpstr (digest, ==, g_ptr_array_index (world->digests, n_done));
}

static Session *
pick_session (World *world)
{
  Session *session = one_in (3) ? &world->other : &world->mine;

  if (one_in (15))
    session_reopen (session);
  if (one_in (40))
    g_assert_cmpfloat (session_index (session, FALSE), >=, 1);
  catch_up (session);
  return session;
}

static void
turn_all (World *world, SlipStepType type)
{
  guint n_steps = world->digests->len - 1;

  for (guint i = 0; i < n_steps; i++) {
    Session *session = pick_session (world);

    session_turn (session, type);
    assert_digest (world, session,
                   type == SLIP_STEP_UNDO ? n_steps - i - 1 : i + 1);
  }
}

static void
assert_end (World *world, guint n_done)
{
  g_autofree char *faults = NULL;

  session_reopen (&world->mine);
  assert_digest (world, &world->mine, n_done);
  catch_up (&world->other);
  assert_digest (world, &world->other, n_done);
  session_assert_summaries (&world->mine);
  faults = session_check (&world->mine);
  g_assert_cmpstr (faults, ==, "");
}

static guint
run_sequence (void)
{
  g_auto (World) world = { { NULL } };
  guint n_steps;

  world_init (&world);
  for (int i = 0; i < N_EDITS; i++)
    edit_somehow (&world, pick_session (&world));
  n_steps = world.digests->len - 1;
  assert_end (&world, n_steps);
  turn_all (&world, SLIP_STEP_UNDO);
  assert_end (&world, 0);
  g_assert_null (world.mine.undo);
  g_assert_null (world.other.undo);
  turn_all (&world, SLIP_STEP_REDO);
  assert_end (&world, n_steps);
  return n_steps;
}

static void
test_sequences (void)
{
  int n_sequences = g_test_quick () ? 25 : 100;
  guint n_steps = 0;

  for (int i = 0; i < n_sequences; i++)
    n_steps += run_sequence ();
  g_test_message ("%u steps undone and redone", n_steps);
  g_assert_cmpuint (n_steps, >, (guint) n_sequences * N_EDITS / 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/law/undo-and-redo-give-the-same-digests", test_sequences);
  return g_test_run ();
}
