/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waiting.h"

#include "slip-item-edit.h"
#include "slip-move.h"
#include "slip-preview.h"
#include "slip-schedule.h"
#include "slip-t-date.h"

/*
 * What a move tells beforehand is what it writes: on plans and moves made at
 * random, the preview's (entity, property, new value) are the committed ones,
 * and the days it tells of each part are those the plan then has.
 */

#define N_MOVES 1000
#define N_PAIRS 400
#define CONTEXT ((SlipConflictContext){ TODAY, 2, 10, SLIP_MONDAY })
#define TODAY   slip_date_new (2026, 11, 23)

typedef struct {
  GRand *random;
  char *release;
} Drawing;

static SlipDate
draw_day (GRand *random)
{
  return slip_date_add_days (TODAY, g_rand_int_range (random, -20, 100));
}

static void
draw_rule (SlipEdit *edit, GRand *random, const char *item, const char *stage)
{
  SlipDueAnchor anchor =
    (SlipDueAnchor) g_rand_int_range (random, 0, SLIP_N_DUE_ANCHORS);

  slip_edit_set_integer (edit, SLIP_KIND_ITEM, item, SLIP_ITEM_DUE_ANCHOR,
                         anchor);
  if (anchor == SLIP_DUE_STAGE)
    slip_edit_set_text (edit, SLIP_KIND_ITEM, item, SLIP_ITEM_DUE_STAGE, stage);
  slip_edit_set_integer (edit, SLIP_KIND_ITEM, item, SLIP_ITEM_DUE_OFFSET,
                         g_rand_int_range (random, -25, 10));
  slip_edit_set_integer (edit, SLIP_KIND_ITEM, item, SLIP_ITEM_DUE_UNIT,
                         g_rand_int_range (random, 0, 2));
  slip_edit_set_integer (edit, SLIP_KIND_ITEM, item, SLIP_ITEM_DUE_SNAP,
                         g_rand_int_range (random, 0, 3));
  slip_edit_set_integer (edit, SLIP_KIND_ITEM, item, SLIP_ITEM_STATE,
                         g_rand_int_range (random, 0, SLIP_N_ITEM_STATES));
  slip_edit_set_integer (edit, SLIP_KIND_ITEM, item, SLIP_ITEM_DUE_IS_PINNED,
                         g_rand_int_range (random, 0, 5) == 0);
  if (anchor == SLIP_DUE_FIXED)
    slip_edit_set_date (edit, SLIP_KIND_ITEM, item, SLIP_ITEM_DUE_DATE,
                        draw_day (random));
}

static void
draw_calendar (SlipEdit *edit, GRand *random, const char *product)
{
  g_autofree char *calendar = slip_id_new ();
  int n = g_rand_int_range (random, 0, 5);

  slip_edit_create (edit, SLIP_KIND_WORKING_CALENDAR, calendar, NULL);
  slip_edit_set_text (edit, SLIP_KIND_WORKING_CALENDAR, calendar,
                      SLIP_WORKING_CALENDAR_NAME, "Calendar");
  slip_edit_set_integer (edit, SLIP_KIND_WORKING_CALENDAR, calendar,
                         SLIP_WORKING_CALENDAR_WEEKDAYS,
                         g_rand_int_range (random, 1, 128));
  slip_edit_set_text (edit, SLIP_KIND_PRODUCT, product, SLIP_PRODUCT_CALENDAR,
                      calendar);
  for (int i = 0; i < n; i++) {
    g_autofree char *holiday = slip_id_new ();
    SlipDate first = draw_day (random);

    slip_edit_create (edit, SLIP_KIND_HOLIDAY, holiday, calendar);
    slip_edit_set_date (edit, SLIP_KIND_HOLIDAY, holiday,
                        SLIP_HOLIDAY_FIRST_DAY, first);
    slip_edit_set_date (edit, SLIP_KIND_HOLIDAY, holiday, SLIP_HOLIDAY_LAST_DAY,
                        slip_date_add_days (first,
                                            g_rand_int_range (random, 0, 6)));
  }
}

static void
draw_dates (SlipEdit *edit, GRand *random, const char *release)
{
  for (guint i = 0; i < SLIP_N_ANCHORS; i++) {
    SlipPlannedDate planned = slip_planned_date_normalize ((SlipPlannedDate){
      draw_day (random),
      (SlipCertainty) g_rand_int_range (random, 0, SLIP_N_CERTAINTIES) });

    slip_edit_set_date (edit, SLIP_KIND_RELEASE, release,
                        slip_anchor_get_date_property ((SlipAnchor) i),
                        planned.date);
    slip_edit_set_integer (edit, SLIP_KIND_RELEASE, release,
                           slip_anchor_get_certainty_property ((SlipAnchor) i),
                           planned.certainty);
  }
}

static void
draw_stage (SlipEdit *edit,
            GRand *random,
            const char *release,
            const char *stage,
            gboolean is_launch)
{
  slip_edit_create (edit, SLIP_KIND_STAGE, stage, release);
  slip_edit_set_integer (edit, SLIP_KIND_STAGE, stage, SLIP_STAGE_IS_LAUNCH,
                         is_launch);
  slip_edit_set_integer (edit, SLIP_KIND_STAGE, stage, SLIP_STAGE_START_ANCHOR,
                         g_rand_int_range (random, 0, 2));
  slip_edit_set_integer (edit, SLIP_KIND_STAGE, stage, SLIP_STAGE_START_OFFSET,
                         g_rand_int_range (random, -9, 9));
  slip_edit_set_integer (edit, SLIP_KIND_STAGE, stage, SLIP_STAGE_LENGTH_DAYS,
                         g_rand_int_range (random, 0, 9));
}

/* Makes a product with a calendar and a release with stages and items. */
static gboolean
run_draw (SlipEdit *edit, gconstpointer data, GError **error)
{
  const Drawing *drawing = data;
  GRand *random = drawing->random;
  const char *release = drawing->release;
  g_autofree char *product = slip_id_new ();
  g_autofree char *checklist = slip_id_new ();
  g_autofree char *launch = slip_id_new ();
  g_autofree char *wide = slip_id_new ();

  slip_edit_create (edit, SLIP_KIND_PRODUCT, product, NULL);
  slip_edit_set_text (edit, SLIP_KIND_PRODUCT, product, SLIP_PRODUCT_NAME,
                      "Product");
  draw_calendar (edit, random, product);
  slip_edit_create (edit, SLIP_KIND_RELEASE, release, NULL);
  slip_edit_set_text (edit, SLIP_KIND_RELEASE, release, SLIP_RELEASE_PRODUCT,
                      product);
  draw_dates (edit, random, release);
  draw_stage (edit, random, release, launch, TRUE);
  draw_stage (edit, random, release, wide, FALSE);
  slip_edit_create (edit, SLIP_KIND_CHECKLIST, checklist, release);
  for (int i = 0; i < 8; i++) {
    g_autofree char *item = slip_id_new ();

    slip_edit_create (edit, SLIP_KIND_ITEM, item, release);
    slip_edit_set_text (edit, SLIP_KIND_ITEM, item, SLIP_ITEM_CHECKLIST,
                        checklist);
    slip_edit_set_text (edit, SLIP_KIND_ITEM, item, SLIP_ITEM_TITLE, "Item");
    draw_rule (edit, random, item, i % 2 == 0 ? launch : wide);
  }
  return TRUE;
}

static SlipMove *
draw_move (GRand *random, const SlipPlanState *state, const char *release)
{
  SlipPlannedDate to = {
    draw_day (random),
    (SlipCertainty) g_rand_int_range (random, 0, SLIP_N_CERTAINTIES)
  };
  SlipMove *move =
    slip_move_new (release, to, (guint) g_rand_int_range (random, 0, 32),
                   TODAY);
  g_autoptr (GPtrArray) items =
    slip_plan_state_list_owned (state, SLIP_KIND_ITEM, release);
  const char *kept[] = { slip_row_get_id (items->pdata[0]),
                         slip_row_get_id (items->pdata[1]), NULL };
  const char *freed[] = { slip_row_get_id (items->pdata[2]), NULL };

  if (g_rand_boolean (random))
    slip_move_set_parts (move, kept, freed);
  return move;
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

/* Each change as 'kind id property value', in order. */
static char *
dup_changes (const SlipChangeSet *set)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < set->changes->len; i++) {
    const SlipChange *change = set->changes->pdata[i];
    const SlipProperty *property =
      slip_schema_get_property (change->kind, change->property);
    g_autofree char *value = NULL;

    g_assert_cmpint (change->type, ==, SLIP_CHANGE_SET);
    value = slip_property_print (property, &change->new_value);
    g_ptr_array_add (lines,
                     g_strdup_printf ("%s %s %s %s",
                                      slip_schema_get (change->kind)->name,
                                      change->id, property->name,
                                      value != NULL ? value : ""));
  }
  g_ptr_array_sort (lines, compare_lines);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

static SlipDate
get_day (const SlipPlanState *state, const SlipPartChange *part)
{
  const SlipRow *row = slip_plan_state_get (state, part->kind, part->id);

  g_assert_nonnull (row);
  return part->kind == SLIP_KIND_STAGE
           ? slip_row_get_date (row, SLIP_STAGE_PLANNED_START)
           : slip_t_date_get_day (row);
}

static void
assert_parts_came_true (const SlipPreview *preview,
                        const SlipPlanState *before,
                        const SlipPlanState *after)
{
  for (guint i = 0; i < preview->parts->len; i++) {
    const SlipPartChange *part = preview->parts->pdata[i];

    g_assert_true (slip_date_equal (part->before, get_day (before, part)));
    g_assert_true (slip_date_equal (part->after, get_day (after, part)));
    if (part->fate != SLIP_PART_FOLLOWS && part->kind != SLIP_KIND_STAGE)
      g_assert_true (slip_date_equal (part->before, part->after));
  }
}

static void
assert_rules_hold (const SlipPlanState *state)
{
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);

  slip_schedule_find_faults (state, faults);
  g_assert_cmpuint (faults->len, ==, 0);
}

static void
assert_undone (SlipWorkspace *workspace, gint64 number, const char *digest)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SlipStep) step =
    turn (workspace, SLIP_STEP_UNDO, number, FALSE, &error);
  g_autofree char *restored = dup_digest (workspace);

  g_assert_no_error (error);
  g_assert_cmpstr (restored, ==, digest);
}

static void
check_one (SlipWorkspace *workspace, GRand *random)
{
  g_autofree char *release = slip_id_new ();
  Drawing drawing = { random, release };
  g_autoptr (GError) error = NULL;
  g_autoptr (SlipStep) drawn = execute (workspace, run_draw, &drawing, &error);
  g_autoptr (SlipPlanState) before =
    slip_plan_state_ref (slip_workspace_get_state (workspace));
  g_autofree char *digest = dup_digest (workspace);
  g_autoptr (SlipMove) move = draw_move (random, before, release);
  g_autoptr (SlipPreview) preview =
    slip_preview_new (before, release, slip_move_run, move, &CONTEXT, &error);
  g_autoptr (SlipStep) step = NULL;
  g_autofree char *told = NULL;
  g_autofree char *written = NULL;

  g_assert_no_error (error);
  step = execute (workspace, slip_move_run, move, &error);
  if (g_error_matches (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_NOTHING)) {
    g_assert_true (preview->is_noop);
    return;
  }
  g_assert_no_error (error);
  told = dup_changes (preview->set);
  written = dup_changes (step->set);
  g_assert_cmpstr (told, ==, written);
  assert_parts_came_true (preview, before,
                          slip_workspace_get_state (workspace));
  assert_rules_hold (slip_workspace_get_state (workspace));
  assert_undone (workspace, step->number, digest);
}

/* A SlipIntentFunc over a Drawing: what moves more than one date. */
static gboolean
run_upset (SlipEdit *edit, gconstpointer data, GError **error)
{
  const Drawing *drawing = data;
  const SlipRow *release =
    slip_plan_state_get (slip_edit_get_state (edit), SLIP_KIND_RELEASE,
                         drawing->release);
  g_autofree char *product =
    g_strdup (slip_row_get_text (release, SLIP_RELEASE_PRODUCT));

  switch (g_rand_int_range (drawing->random, 0, 3)) {
  case 0:
    draw_calendar (edit, drawing->random, product);
    break;
  case 1:
    slip_edit_set_integer (edit, SLIP_KIND_RELEASE, drawing->release,
                           SLIP_RELEASE_STATUS, SLIP_STATUS_RELEASED);
    break;
  default:
    draw_dates (edit, drawing->random, drawing->release);
  }
  return TRUE;
}

static void
draw_item_edit (SlipItemEdit *edit, GRand *random)
{
  SlipTDate rule = {
    .anchor = SLIP_DUE_DEPLOY,
    .offset = g_rand_int_range (random, -25, 10),
    .unit = SLIP_UNIT_WORKING_DAYS,
  };

  switch (g_rand_int_range (random, 0, 3)) {
  case 0:
    slip_item_edit_set_due (edit, &rule, SLIP_DATE_NONE);
    break;
  case 1:
    slip_item_edit_set_pinned (edit, g_rand_boolean (random));
    break;
  default:
    slip_item_edit_set_deleted (edit);
  }
}

/* Does something to the dates of @release, mostly to those of one item: of two
 * wider steps the first can hardly ever be undone.  Returns: its step, 0 for
 * none. */
static gint64
do_something (SlipWorkspace *workspace, GRand *random, const char *release)
{
  const SlipPlanState *state = slip_workspace_get_state (workspace);
  g_autoptr (GPtrArray) items =
    slip_plan_state_list_owned (state, SLIP_KIND_ITEM, release);
  int item = g_rand_int_range (random, 3, (int) items->len);
  const char *ids[] = { slip_row_get_id (items->pdata[item]), NULL };
  Drawing drawing = { random, (char *) release };
  g_autoptr (SlipMove) move = draw_move (random, state, release);
  g_autoptr (SlipItemEdit) edit = slip_item_edit_new (release, ids);
  g_autoptr (SlipStep) step = NULL;

  draw_item_edit (edit, random);
  switch (g_rand_int_range (random, 0, 5)) {
  case 0:
    step = execute (workspace, slip_move_run, move, NULL);
    break;
  case 1:
    step = execute (workspace, run_upset, &drawing, NULL);
    break;
  default:
    step = execute (workspace, slip_item_edit_run, edit, NULL);
  }
  return step != NULL ? step->number : 0;
}

static void
test_rules_hold_whatever_is_undone (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (g_test_rand_int ());
  int n_pairs = is_under_valgrind () ? N_PAIRS / 5 : N_PAIRS;
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "plan.slipway", NULL);
  SlipWorkspace *workspace = open_workspace (path, SLIP_WRITER_WINDOW);
  int n_undone = 0;

  for (int i = 0; i < n_pairs; i++) {
    g_autofree char *release = slip_id_new ();
    Drawing drawing = { random, release };
    g_autoptr (SlipStep) drawn = execute (workspace, run_draw, &drawing, NULL);
    gint64 first = do_something (workspace, random, release);
    gint64 second = do_something (workspace, random, release);
    g_autoptr (SlipStep) undone = NULL;

    if (first == 0 || second == 0)
      continue;
    undone = turn (workspace, SLIP_STEP_UNDO, first, TRUE, NULL);
    n_undone += undone != NULL;
    assert_rules_hold (slip_workspace_get_state (workspace));
  }
  g_assert_cmpint (n_undone, >, n_pairs / 50);
  close_workspace (workspace);
  remove_folder (folder);
}

static void
test_previews_come_true (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (g_test_rand_int ());
  int n_moves = is_under_valgrind () ? N_MOVES / 50 : N_MOVES;
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;
  SlipWorkspace *workspace = NULL;

  for (int i = 0; i < n_moves; i++) {
    /* A digest reads the whole plan, so it is not to grow without end. */
    if (i % 50 == 0) {
      if (workspace != NULL) {
        close_workspace (workspace);
        remove_folder (folder);
      }
      g_free (folder);
      g_free (path);
      folder = make_folder ();
      path = g_build_filename (folder, "plan.slipway", NULL);
      workspace = open_workspace (path, SLIP_WRITER_WINDOW);
    }
    check_one (workspace, random);
  }
  close_workspace (workspace);
  remove_folder (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/preview-law/previews-come-true", test_previews_come_true);
  g_test_add_func ("/preview-law/rules-hold-whatever-is-undone",
                   test_rules_hold_whatever_is_undone);

  return g_test_run ();
}
