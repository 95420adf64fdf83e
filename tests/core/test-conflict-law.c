/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "crowded-plan.h"
#include "slip-move.h"
#include "slip-preview.h"

/*
 * What a preview tells of conflicts, of the release itself and of all others,
 * is what is there afterwards; and who is not among the touched has the same
 * conflicts as before.
 */

#define N_PLANS 1000

static GPtrArray *
list (const SlipPlanState *state,
      const SlipConflictContext *context,
      const char *release)
{
  return slip_conflict_list (state, context, get_release (state, release));
}

/* Each conflict of @from is among @found just when it is not one of @others. */
static void
assert_difference (const GPtrArray *found,
                   const GPtrArray *from,
                   const GPtrArray *others)
{
  guint n = 0;

  for (guint i = 0; i < from->len; i++) {
    gboolean is_new = !slip_conflict_is_among (from->pdata[i], others);

    g_assert_true (slip_conflict_is_among (from->pdata[i], found) == is_new);
    n += is_new;
  }
  g_assert_cmpuint (found != NULL ? found->len : 0, ==, n);
}

static const SlipPreviewOther *
find_other (const SlipPreview *preview, const char *release)
{
  for (guint i = 0; i < preview->others->len; i++) {
    const SlipPreviewOther *other = preview->others->pdata[i];

    if (g_str_equal (other->release, release))
      return other;
  }

  return NULL;
}

static void
assert_came_true (const SlipPreview *preview,
                  const SlipPlanState *before,
                  const SlipPlanState *after,
                  const SlipConflictContext *context)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  for (guint i = 0; i < N_CROWD; i++) {
    g_autoptr (GPtrArray) had = list (before, context, crowd[i]);
    g_autoptr (GPtrArray) has = list (after, context, crowd[i]);
    const SlipPreviewOther *other = find_other (preview, crowd[i]);

    if (g_str_equal (crowd[i], preview->release)) {
      g_assert_null (other);
      assert_difference (preview->appearing, has, had);
      assert_difference (preview->going, had, has);
    } else {
      assert_difference (other != NULL ? other->appearing : none, has, had);
      assert_difference (other != NULL ? other->going : none, had, has);
    }
  }
}

static guint
count_other_conflicts (const SlipPreview *preview)
{
  guint n = 0;

  for (guint i = 0; i < preview->others->len; i++) {
    const SlipPreviewOther *other = preview->others->pdata[i];

    n += other->appearing->len + other->going->len;
  }
  return n;
}

static void
test_previews_come_true (void)
{
  guint n_own = 0;
  guint n_others = 0;

  for (int i = 0; i < N_PLANS; i++) {
    g_autoptr (SlipPlanState) state = draw_crowded_plan ();
    g_autoptr (SlipPlanState) before = slip_plan_state_ref (state);
    const SlipConflictContext context = draw_context ();
    const char *release = draw_release ();
    g_autoptr (SlipMove) move =
      slip_move_new (release, draw_planned (),
                     (guint) g_test_rand_int_range (0, 64), CROWD_TODAY);
    g_autoptr (GError) error = NULL;
    g_autoptr (SlipPreview) preview =
      slip_preview_new (state, release, slip_move_run, move, &context, &error);

    g_assert_no_error (error);
    apply_intent (&state, slip_move_run, move);
    assert_came_true (preview, before, state, &context);
    n_own += preview->appearing->len + preview->going->len;
    n_others += count_other_conflicts (preview);
  }
  /* The plans are such that there is something to tell. */
  g_assert_cmpuint (n_own, >, N_PLANS);
  g_assert_cmpuint (n_others, >, N_PLANS / 10);
}

static void
test_others_stay_as_they_were (void)
{
  guint n_left = 0;

  for (int i = 0; i < N_PLANS; i++) {
    g_autoptr (SlipPlanState) state = draw_crowded_plan ();
    const SlipConflictContext context = draw_context ();

    for (int k = 0; k < 3; k++) {
      g_autoptr (SlipPlanState) before = slip_plan_state_ref (state);
      g_autoptr (GHashTable) touched = NULL;
      g_autoptr (GPtrArray) none = g_ptr_array_new ();

      apply_intent (&state, run_upset, NULL);
      touched = slip_conflict_list_touched (before, state, &context);
      g_assert_nonnull (touched);
      for (guint n = 0; n < N_CROWD; n++) {
        g_autoptr (GPtrArray) had = list (before, &context, crowd[n]);
        g_autoptr (GPtrArray) has = list (state, &context, crowd[n]);

        if (g_hash_table_contains (touched, crowd[n]))
          continue;
        assert_difference (none, has, had);
        assert_difference (none, had, has);
        n_left++;
      }
    }
  }
  g_assert_cmpuint (n_left, >, N_PLANS);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/conflict-law/previews-come-true", test_previews_come_true);
  g_test_add_func ("/conflict-law/others-stay-as-they-were",
                   test_others_stay_as_they_were);

  return g_test_run ();
}
