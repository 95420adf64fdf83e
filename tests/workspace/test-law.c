/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waiting.h"

/* The law: whatever was done, undone to the start and redone to the end, by
 * whomever, gives the plans there were on the way. */

/* The program is run twice, with a seed each.  Under a sanitizer each sequence
 * takes some times as long. */
#ifdef __SANITIZE_ADDRESS__
#define N_SEQUENCES 50
#else
#define N_SEQUENCES 500
#endif
#define N_EDITS 50

/* In a hundred steps: how often another writer does one, how often the plan is
 * closed and opened again, and how often an edit sets what was set least. */
#define FOREIGN_PERCENT 15
#define REOPEN_PERCENT  2
#define WISHED_PERCENT  20

/* Not everything can be set in every plan: an edit of any kind is done then. */
#define N_WISHED_TRIES 20

/* Of every so many sequences, the file is checked at the end. */
#define CHECK_EVERY 20

typedef struct {
  char *folder;
  char *path;
  SlipWorkspace *main;
  SlipWorkspace *foreign; /* NULL until there is one */
  gint64 numbers[N_EDITS];
  char *digests[N_EDITS + 1]; /* before each edit, and after the last */
} Sequence;

/* What random edits have done that was committed, so that nothing of the schema
 * is left out. */
typedef struct {
  guint n_created[SLIP_N_KINDS];
  guint n_deleted[SLIP_N_KINDS];
  guint n_set[SLIP_N_KINDS][64];
} Coverage;

/* An edit as a seed, and for some what it must set. */
typedef struct {
  guint32 seed;
  SlipKind kind;
  guint property;
} Wish;

static char *
pick_id (GRand *rand)
{
  return g_strdup_printf ("%08x-%04x-4%03x-8%03x-%08x%04x", g_rand_int (rand),
                          g_rand_int (rand) & 0xffff, g_rand_int (rand) & 0xfff,
                          g_rand_int (rand) & 0xfff, g_rand_int (rand),
                          g_rand_int (rand) & 0xffff);
}

/* A random entity of @kind, held; NULL if there is none. */
static SlipRow *
pick_row (GRand *rand, const SlipPlanState *state, SlipKind kind)
{
  g_autoptr (GPtrArray) rows = slip_plan_state_list (state, kind);

  if (rows->len == 0)
    return NULL;
  return slip_row_ref (
    rows->pdata[g_rand_int_range (rand, 0, (gint32) rows->len)]);
}

static SlipValue
pick_text (GRand *rand, gint64 most)
{
  static const char *const letters[] = { "a",  "Z", "0", " ", "ß", "é",
                                         "語", "🚀", "'", "%", "\n" };
  g_autoptr (GString) text = g_string_new (NULL);
  gint64 n = g_rand_int_range (rand, 0, 1 + (gint32) MIN (most, 12));

  for (gint64 i = 0; i < n; i++)
    g_string_append (
      text, letters[g_rand_int_range (rand, 0, G_N_ELEMENTS (letters))]);
  return slip_value_new_text (text->str);
}

static gint64
pick_integer (GRand *rand, gint64 least, gint64 most)
{
  switch (g_rand_int_range (rand, 0, 4)) {
  case 0:
    return least;
  case 1:
    return most;
  default:
    return least + (gint64) (g_rand_double (rand) * (double) (most - least));
  }
}

static SlipValue
pick_value (GRand *rand,
            const SlipPlanState *state,
            const SlipProperty *property)
{
  g_autoptr (SlipRow) target = NULL;
  int n_values = 0;

  switch (property->type) {
  case SLIP_PROPERTY_TEXT:
    return pick_text (rand, property->maximum);
  case SLIP_PROPERTY_REFERENCE:
    target = pick_row (rand, state, property->target);
    if (target == NULL || g_rand_int_range (rand, 0, 5) == 0)
      return SLIP_VALUE_INIT;
    return slip_value_new_text (slip_row_get_id (target));
  case SLIP_PROPERTY_INTEGER:
    if (g_rand_int_range (rand, 0, 5) == 0)
      return SLIP_VALUE_INIT;
    return slip_value_new_integer (
      pick_integer (rand, property->minimum, property->maximum));
  case SLIP_PROPERTY_BOOLEAN:
    return slip_value_new_integer (g_rand_boolean (rand));
  case SLIP_PROPERTY_ENUM:
    while (property->values[n_values].nick != NULL)
      n_values++;
    return slip_value_new_integer (g_rand_int_range (rand, 0, n_values));
  case SLIP_PROPERTY_DATE:
    return slip_value_new_date (
      (SlipDate){ g_rand_int_range (rand, -719162, 2932897) });
  case SLIP_PROPERTY_INSTANT:
    return slip_value_new_integer (pick_integer (rand, 0, 253402300799999));
  }
  g_assert_not_reached ();
}

static void
set_property (SlipEdit *edit,
              GRand *rand,
              SlipKind kind,
              const char *id,
              guint property)
{
  const SlipKindInfo *info = slip_schema_get (kind);
  g_auto (SlipValue) value =
    pick_value (rand, slip_edit_get_state (edit), &info->properties[property]);

  slip_edit_set (edit, kind, id, property, &value);
}

static void
set_something (SlipEdit *edit, GRand *rand, SlipKind kind, const char *id)
{
  guint n_properties = slip_schema_get (kind)->n_properties;

  set_property (edit, rand, kind, id,
                (guint) g_rand_int_range (rand, 0, (gint32) n_properties));
}

static void
create_something (SlipEdit *edit, GRand *rand, SlipKind kind)
{
  SlipKind owner_kind = slip_schema_get (kind)->owner;
  g_autofree char *id = pick_id (rand);
  g_autoptr (SlipRow) owner = NULL;

  if (owner_kind != SLIP_KIND_NONE) {
    owner = pick_row (rand, slip_edit_get_state (edit), owner_kind);
    if (owner == NULL) {
      create_something (edit, rand, owner_kind);
      owner = pick_row (rand, slip_edit_get_state (edit), owner_kind);
    }
  }
  slip_edit_create (edit, kind, id,
                    owner != NULL ? slip_row_get_id (owner) : NULL);
  for (int n = g_rand_int_range (rand, 0, 5); n > 0; n--)
    set_something (edit, rand, kind, id);
}

/* A SlipIntentFunc over a wish: something with the one property set, and in any
 * state, as some have a meaning in one state only. */
static gboolean
run_wished_edit (SlipEdit *edit, gconstpointer data, GError **error)
{
  const Wish *wish = data;
  const SlipKindInfo *info = slip_schema_get (wish->kind);
  g_autoptr (GRand) rand = g_rand_new_with_seed (wish->seed);
  g_autoptr (SlipRow) row =
    pick_row (rand, slip_edit_get_state (edit), wish->kind);

  slip_edit_set_subject (edit, "something");
  if (row == NULL) {
    create_something (edit, rand, wish->kind);
    row = pick_row (rand, slip_edit_get_state (edit), wish->kind);
  }
  for (guint i = 0; i < info->n_properties; i++) {
    if (info->properties[i].type == SLIP_PROPERTY_ENUM)
      set_property (edit, rand, wish->kind, slip_row_get_id (row), i);
  }
  set_property (edit, rand, wish->kind, slip_row_get_id (row), wish->property);
  return TRUE;
}

/* A SlipIntentFunc over a wish, of which it takes the seed: the same one wants
 * the same. */
static gboolean
run_random_edit (SlipEdit *edit, gconstpointer data, GError **error)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (((const Wish *) data)->seed);

  slip_edit_set_subject (edit, "something");
  for (int n = g_rand_int_range (rand, 1, 6); n > 0; n--) {
    SlipKind kind = (SlipKind) g_rand_int_range (rand, 0, SLIP_N_KINDS);
    g_autoptr (SlipRow) row = pick_row (rand, slip_edit_get_state (edit), kind);
    int wish = g_rand_int_range (rand, 0, 10);

    if (slip_schema_get (kind)->is_record && row != NULL)
      wish = 0;
    if (kind != SLIP_KIND_PLAN && (row == NULL || wish < 4)) {
      create_something (edit, rand, kind);
    } else if (kind != SLIP_KIND_PLAN && wish < 6) {
      slip_edit_delete (edit, kind, slip_row_get_id (row));
    } else if (row != NULL) {
      set_something (edit, rand, kind, slip_row_get_id (row));
    }
  }
  return TRUE;
}

static void
reopen (Sequence *sequence)
{
  g_autofree char *before = NULL;
  gint64 head = slip_workspace_get_head (sequence->main);

  if (sequence->foreign != NULL)
    head = MAX (head, slip_workspace_get_head (sequence->foreign));
  catch_up (sequence->main, head);
  before = dup_digest (sequence->main);
  close_workspace (sequence->main);
  sequence->main = open_workspace (sequence->path, SLIP_WRITER_WINDOW);
  load_all (sequence->main);
  g_autofree char *after = dup_digest (sequence->main);
  g_assert_cmpstr (after, ==, before);
}

/* Who does the next step. */
static SlipWorkspace *
pick_writer (Sequence *sequence)
{
  if (g_test_rand_int_range (0, 100) < REOPEN_PERCENT)
    reopen (sequence);
  if (g_test_rand_int_range (0, 100) >= FOREIGN_PERCENT)
    return sequence->main;
  if (sequence->foreign == NULL) {
    sequence->foreign =
      open_workspace (sequence->path, SLIP_WRITER_COMMAND_LINE);
    load_all (sequence->foreign);
  }
  return sequence->foreign;
}

static void
note_changes (Coverage *coverage, const SlipChangeSet *set)
{
  for (guint i = 0; i < set->changes->len; i++) {
    const SlipChange *change = set->changes->pdata[i];

    if (change->type == SLIP_CHANGE_CREATE)
      coverage->n_created[change->kind]++;
    else if (change->type == SLIP_CHANGE_DELETE)
      coverage->n_deleted[change->kind]++;
    else
      coverage->n_set[change->kind][change->property]++;
  }
}

/* The property that was set least so far. */
static Wish
pick_wish (const Coverage *coverage)
{
  Wish wish = { 0 };
  guint least = G_MAXUINT;

  for (int kind = 0; kind < SLIP_N_KINDS; kind++) {
    guint n_properties = slip_schema_get ((SlipKind) kind)->n_properties;

    for (guint i = 0; i < n_properties; i++) {
      if (coverage->n_set[kind][i] < least) {
        least = coverage->n_set[kind][i];
        wish.kind = (SlipKind) kind;
        wish.property = i;
      }
    }
  }
  return wish;
}

/* Some random edits cannot be: they delete what is in use, or change nothing.
 */
static gint64
do_random_edit (SlipWorkspace *writer, Coverage *coverage)
{
  int n_wished =
    g_test_rand_int_range (0, 100) < WISHED_PERCENT ? N_WISHED_TRIES : 0;
  Wish wish = pick_wish (coverage);

  for (int i = 0;; i++) {
    g_autoptr (GError) error = NULL;

    wish.seed = (guint32) g_test_rand_int ();
    g_autoptr (SlipStep) step =
      execute (writer, i < n_wished ? run_wished_edit : run_random_edit, &wish,
               &error);

    if (step != NULL) {
      note_changes (coverage, step->set);
      return step->number;
    }
    g_assert_cmpint (error->domain, ==, SLIP_PLAN_ERROR);
  }
}

static void
edit_all (Sequence *sequence, Coverage *coverage)
{
  sequence->digests[0] = dup_digest (sequence->main);
  for (int i = 0; i < N_EDITS; i++) {
    SlipWorkspace *writer = pick_writer (sequence);

    sequence->numbers[i] = do_random_edit (writer, coverage);
    sequence->digests[i + 1] = dup_digest (writer);
  }
}

static void
turn_one (Sequence *sequence, SlipStepType type, int edit, int expected)
{
  SlipWorkspace *writer = pick_writer (sequence);
  g_autoptr (GError) error = NULL;
  g_autoptr (SlipStep) step =
    turn (writer, type, sequence->numbers[edit], FALSE, &error);
  g_autofree char *digest = NULL;

  g_assert_no_error (error);
  g_assert_cmpint (step->target, ==, sequence->numbers[edit]);
  digest = dup_digest (writer);
  g_assert_cmpstr (digest, ==, sequence->digests[expected]);
}

static void
undo_and_redo_all (Sequence *sequence)
{
  for (int i = N_EDITS - 1; i >= 0; i--)
    turn_one (sequence, SLIP_STEP_UNDO, i, i);
  reopen (sequence);
  g_assert_null (slip_workspace_peek_undo (sequence->main));
  for (int i = 0; i < N_EDITS; i++)
    turn_one (sequence, SLIP_STEP_REDO, i, i + 1);
  reopen (sequence);
  g_assert_null (slip_workspace_peek_redo (sequence->main));
  g_autofree char *digest = dup_digest (sequence->main);
  g_assert_cmpstr (digest, ==, sequence->digests[N_EDITS]);
}

static void
check_file (Sequence *sequence)
{
  SlipStore *store = slip_workspace_get_store (sequence->main);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  slip_store_check_async (store, NULL, ready_cb, &result);
  g_autoptr (GPtrArray) faults =
    slip_store_check_finish (store, wait_for (&result), &error);
  g_assert_no_error (error);
  for (guint i = 0; i < faults->len; i++)
    g_test_message ("%s", (const char *) faults->pdata[i]);
  g_assert_cmpuint (faults->len, ==, 0);
}

static void
run_sequence (const char *folder, gboolean is_checked, Coverage *coverage)
{
  Sequence sequence = { 0 };

  sequence.path = g_build_filename (folder, "plan.slipway", NULL);
  sequence.main = open_workspace (sequence.path, SLIP_WRITER_WINDOW);
  edit_all (&sequence, coverage);
  undo_and_redo_all (&sequence);
  if (is_checked)
    check_file (&sequence);

  if (sequence.foreign != NULL)
    close_workspace (sequence.foreign);
  close_workspace (sequence.main);
  g_assert_cmpint (g_remove (sequence.path), ==, 0);
  for (int i = 0; i <= N_EDITS; i++)
    g_free (sequence.digests[i]);
  g_free (sequence.path);
}

static void
assert_complete (const Coverage *coverage)
{
  for (int kind = 0; kind < SLIP_N_KINDS; kind++) {
    const SlipKindInfo *info = slip_schema_get ((SlipKind) kind);

    for (guint i = 0; i < info->n_properties; i++) {
      if (coverage->n_set[kind][i] == 0)
        g_error ("%s.%s was never set", info->name, info->properties[i].name);
    }
    if (kind != SLIP_KIND_PLAN) {
      g_assert_cmpuint (coverage->n_created[kind], >, 0);
      g_assert_true ((coverage->n_deleted[kind] > 0) == !info->is_record);
    }
  }
}

static void
test_undo_and_redo_give_the_plans_on_the_way (void)
{
  g_autofree Coverage *coverage = g_new0 (Coverage, 1);
  g_autofree char *folder = make_folder ();
  int n_sequences = is_under_valgrind () ? 5 : N_SEQUENCES;

  for (int i = 0; i < n_sequences; i++)
    run_sequence (folder, i % CHECK_EVERY == 0, coverage);
  if (n_sequences >= 50)
    assert_complete (coverage);
  remove_folder (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/law/undo-and-redo-give-the-plans-on-the-way",
                   test_undo_and_redo_give_the_plans_on_the_way);
  return g_test_run ();
}
