/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-past.h"

#include "slip-checklist.h"
#include "slip-readiness.h"
#include "slip-release.h"

struct _SlipPast {
  GHashTable *n_moves;  /* release → how many, as a pointer */
  GHashTable *released; /* release → gint64 * */
  GHashTable *closed;   /* item → gint64 * */
  GHashTable *turns;    /* see dup_key() → GArray of Turn */
};

/* A value that something came to have. */
typedef struct {
  gint64 at_ms; /* -1: nobody knows when */
  SlipValue before;
  SlipValue after;
} Turn;

/* The history of one release while it is gone through. */
typedef struct {
  SlipPast *past;
  const char *release;
  GHashTable *undone;  /* numbers of steps */
  GHashTable *created; /* ids that the step under way made */
} Reading;

static void
clear_turn (gpointer data)
{
  Turn *turn = data;

  slip_value_clear (&turn->before);
  slip_value_clear (&turn->after);
}

static char *
dup_key (const char *id, guint property)
{
  return g_strdup_printf ("%s:%u", id, property);
}

SlipPast *
slip_past_new (void)
{
  SlipPast *self = g_new0 (SlipPast, 1);

  self->n_moves = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->released =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->closed =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->turns = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                       (GDestroyNotify) g_array_unref);
  return self;
}

void
slip_past_free (SlipPast *self)
{
  g_hash_table_unref (self->n_moves);
  g_hash_table_unref (self->released);
  g_hash_table_unref (self->closed);
  g_hash_table_unref (self->turns);
  g_free (self);
}

static void
note_time (GHashTable *times, const char *id, gint64 at_ms)
{
  g_hash_table_insert (times, g_strdup (id), g_memdup2 (&at_ms, sizeof at_ms));
}

static gint64
get_time (GHashTable *times, const char *id)
{
  const gint64 *at_ms = g_hash_table_lookup (times, id);

  return at_ms != NULL ? *at_ms : -1;
}

static void
note_undone (GHashTable *undone, const SlipStep *step)
{
  gint64 target = step->target;

  if (step->type == SLIP_STEP_UNDO)
    g_hash_table_add (undone, g_memdup2 (&target, sizeof target));
  else if (step->type == SLIP_STEP_REDO)
    g_hash_table_remove (undone, &target);
}

static gboolean
is_move (const Reading *reading, const SlipChange *change)
{
  return change->type == SLIP_CHANGE_SET && change->kind == SLIP_KIND_RELEASE &&
         change->property == SLIP_RELEASE_RELEASE_DATE &&
         g_str_equal (change->id, reading->release) &&
         change->old_value.type != SLIP_VALUE_NONE;
}

static gboolean
has_move (const Reading *reading, const SlipStep *step)
{
  for (guint i = 0; i < step->set->changes->len; i++)
    if (is_move (reading, step->set->changes->pdata[i]))
      return TRUE;

  return FALSE;
}

/* What came in closed was closed elsewhere, at another time. */
static gboolean
knows_time (const Reading *reading, const SlipStep *step, const char *id)
{
  return step->author->writer != SLIP_WRITER_IMPORT &&
         !g_hash_table_contains (reading->created, id);
}

static void
read_state (const Reading *reading,
            const SlipStep *step,
            const SlipChange *change,
            GHashTable *times,
            gboolean is_reached)
{
  if (is_reached && knows_time (reading, step, change->id))
    note_time (times, change->id, step->at_ms);
  else
    g_hash_table_remove (times, change->id);
}

/* What a gate may have waited for. */
static gboolean
is_kept (const SlipChange *change)
{
  switch ((int) change->kind) {
  case SLIP_KIND_RELEASE:
    return change->property == SLIP_RELEASE_ROLLBACK_PLAN;
  case SLIP_KIND_CRITERION:
    return change->property == SLIP_CRITERION_IS_TICKED ||
           change->property == SLIP_CRITERION_FIGURE ||
           change->property == SLIP_CRITERION_WAIVER_REASON;
  case SLIP_KIND_FLAG:
    return change->property == SLIP_FLAG_OBSERVED ||
           change->property == SLIP_FLAG_OBSERVED_SHARE;
  default:
    return FALSE;
  }
}

/* What came in by an import was so before, nobody knows since when. */
static void
note_turn (const Reading *reading,
           const SlipStep *step,
           const SlipChange *change)
{
  char *key = dup_key (change->id, change->property);
  GArray *turns = g_hash_table_lookup (reading->past->turns, key);
  Turn turn = {
    .at_ms = step->author->writer == SLIP_WRITER_IMPORT ? -1 : step->at_ms,
    .before = slip_value_copy (&change->old_value),
    .after = slip_value_copy (&change->new_value),
  };

  if (turns == NULL) {
    turns = g_array_new (FALSE, FALSE, sizeof (Turn));
    g_array_set_clear_func (turns, clear_turn);
    g_hash_table_insert (reading->past->turns, g_strdup (key), turns);
  }
  g_array_append_val (turns, turn);
  g_free (key);
}

static void
read_change (const Reading *reading,
             const SlipStep *step,
             const SlipChange *change)
{
  gint64 value;

  if (change->type == SLIP_CHANGE_CREATE)
    g_hash_table_add (reading->created, change->id);
  if (change->type != SLIP_CHANGE_SET)
    return;

  if (is_kept (change))
    note_turn (reading, step, change);
  value = slip_value_get_integer (&change->new_value);
  if (change->kind == SLIP_KIND_RELEASE &&
      change->property == SLIP_RELEASE_STATUS)
    read_state (reading, step, change, reading->past->released,
                value == SLIP_STATUS_RELEASED);
  else if (change->kind == SLIP_KIND_ITEM &&
           change->property == SLIP_ITEM_STATE)
    read_state (reading, step, change, reading->past->closed,
                slip_item_state_is_closed (value));
}

static void
read_step (const Reading *reading, const SlipStep *step)
{
  g_hash_table_remove_all (reading->created);
  for (guint i = 0; i < step->set->changes->len; i++)
    read_change (reading, step, step->set->changes->pdata[i]);
}

void
slip_past_read (SlipPast *self, const char *release, const GPtrArray *steps)
{
  g_autoptr (GHashTable) undone =
    g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GHashTable) created = g_hash_table_new (g_str_hash, g_str_equal);
  Reading reading = { self, release, undone, created };
  guint n_moves = 0;

  for (guint i = steps->len; i > 0; i--) {
    note_undone (undone, steps->pdata[i - 1]);
    read_step (&reading, steps->pdata[i - 1]);
  }
  for (guint i = 0; i < steps->len; i++) {
    const SlipStep *step = steps->pdata[i];

    if (step->type == SLIP_STEP_EDIT &&
        !g_hash_table_contains (undone, &step->number) &&
        has_move (&reading, step))
      n_moves++;
  }
  g_hash_table_insert (self->n_moves, g_strdup (release),
                       GUINT_TO_POINTER (n_moves));
}

int
slip_past_count_moves (const SlipPast *self, const char *release)
{
  gpointer n_moves = NULL;

  if (!g_hash_table_lookup_extended (self->n_moves, release, NULL, &n_moves))
    return -1;

  return (int) GPOINTER_TO_UINT (n_moves);
}

gint64
slip_past_get_released (const SlipPast *self, const char *release)
{
  return get_time (self->released, release);
}

gint64
slip_past_get_closed (const SlipPast *self, const char *item)
{
  return get_time (self->closed, item);
}

/* Where no turn is known, the value was always as it is. */
static gint64
find_without_turns (const SlipRow *row,
                    guint property,
                    SlipPastTest test,
                    gconstpointer data)
{
  return test (slip_row_peek (row, property), data) ? SLIP_PAST_UNKNOWN
                                                    : SLIP_PAST_NEVER;
}

gint64
slip_past_find_since (const SlipPast *self,
                      const SlipRow *row,
                      guint property,
                      gint64 until_ms,
                      SlipPastTest test,
                      gconstpointer data)
{
  g_autofree char *key = dup_key (slip_row_get_id (row), property);
  const GArray *turns = g_hash_table_lookup (self->turns, key);
  gint64 since = SLIP_PAST_UNKNOWN;
  gboolean holds;

  if (turns == NULL)
    return find_without_turns (row, property, test, data);

  holds = test (&g_array_index (turns, Turn, 0).before, data);
  for (guint i = 0; i < turns->len; i++) {
    const Turn *turn = &g_array_index (turns, Turn, i);

    if (turn->at_ms > until_ms)
      break;
    if (!test (&turn->after, data)) {
      holds = FALSE;
      continue;
    }
    if (!holds)
      since = turn->at_ms;
    holds = TRUE;
  }
  return holds ? since : SLIP_PAST_NEVER;
}
