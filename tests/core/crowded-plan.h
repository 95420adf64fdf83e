/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "checked-plan.h"
#include "slip-conflict.h"

#include <string.h>

/*
 * Plans drawn at random in which releases have much to do with each other: on
 * few days, with few people and audiences, freezes, rollout stages, items with
 * T-dates and dependencies.  Today is Monday 23 November 2026.
 */

#define CROWD_TODAY (slip_date_new (2026, 11, 23))
#define N_CROWD     8

static const char *const crowd[N_CROWD] = { "a", "b", "c", "d",
                                            "e", "f", "g", "h" };

static inline SlipDate
draw_crowd_day (void)
{
  return slip_date_add_days (CROWD_TODAY, g_test_rand_int_range (-10, 40));
}

static inline SlipConflictContext
draw_context (void)
{
  return (SlipConflictContext){ CROWD_TODAY,
                                (guint) g_test_rand_int_range (1, 4),
                                (guint) g_test_rand_int_range (1, 6),
                                (SlipWeekday) g_test_rand_int_range (1, 8) };
}

static inline SlipPlannedDate
draw_planned (void)
{
  static const SlipCertainty certainties[] = {
    SLIP_CERTAINTY_CONFIRMED,   SLIP_CERTAINTY_CONFIRMED,
    SLIP_CERTAINTY_CONFIRMED,   SLIP_CERTAINTY_TENTATIVE,
    SLIP_CERTAINTY_UNSCHEDULED, SLIP_CERTAINTY_WEEK,
    SLIP_CERTAINTY_MONTH,
  };

  return slip_planned_date_normalize ((SlipPlannedDate){
    draw_crowd_day (),
    certainties[g_test_rand_int_range (0, G_N_ELEMENTS (certainties))] });
}

static inline void
set_crowd_date (SlipEdit *edit,
                const char *release,
                SlipAnchor anchor,
                SlipPlannedDate planned)
{
  slip_edit_set_date (edit, SLIP_KIND_RELEASE, release,
                      slip_anchor_get_date_property (anchor), planned.date);
  slip_edit_set_integer (edit, SLIP_KIND_RELEASE, release,
                         slip_anchor_get_certainty_property (anchor),
                         planned.certainty);
}

static inline void
draw_crowd_items (SlipEdit *edit, const char *release, const char *checklist)
{
  int n = g_test_rand_int_range (0, 4);

  for (int i = 0; i < n; i++) {
    g_autofree char *id = g_strdup_printf ("%s-%d", checklist, i);

    slip_edit_create (edit, SLIP_KIND_ITEM, id, release);
    slip_edit_set_text (edit, SLIP_KIND_ITEM, id, SLIP_ITEM_CHECKLIST,
                        checklist);
    slip_edit_set_text (edit, SLIP_KIND_ITEM, id, SLIP_ITEM_TITLE, id);
    slip_edit_set_integer (edit, SLIP_KIND_ITEM, id, SLIP_ITEM_IS_REQUIRED,
                           g_test_rand_int_range (0, 3) > 0);
    slip_edit_set_integer (edit, SLIP_KIND_ITEM, id, SLIP_ITEM_DUE_ANCHOR,
                           SLIP_DUE_RELEASE);
    slip_edit_set_integer (edit, SLIP_KIND_ITEM, id, SLIP_ITEM_DUE_OFFSET,
                           g_test_rand_int_range (-15, 3));
    slip_edit_set_integer (edit, SLIP_KIND_ITEM, id, SLIP_ITEM_STATE,
                           g_test_rand_int_range (0, SLIP_N_ITEM_STATES));
    if (g_test_rand_bit ())
      slip_edit_set_text (edit, SLIP_KIND_ITEM, id, SLIP_ITEM_OWNER,
                          g_test_rand_bit () ? "lead" : "ops");
  }
}

static inline void
draw_crowd_checklists (SlipEdit *edit, const char *release)
{
  static const char *const audiences[] = { "support", "sales" };

  for (guint i = 0; i < G_N_ELEMENTS (audiences); i++) {
    g_autofree char *id = g_strconcat (release, "-", audiences[i], NULL);

    slip_edit_create (edit, SLIP_KIND_CHECKLIST, id, release);
    slip_edit_set_text (edit, SLIP_KIND_CHECKLIST, id, SLIP_CHECKLIST_AUDIENCE,
                        audiences[i]);
    slip_edit_set_integer (edit, SLIP_KIND_CHECKLIST, id,
                           SLIP_CHECKLIST_IS_NOT_NEEDED,
                           g_test_rand_int_range (0, 5) == 0);
    if (g_test_rand_bit ())
      slip_edit_set_text (edit, SLIP_KIND_CHECKLIST, id, SLIP_CHECKLIST_OWNER,
                          "lead");
    draw_crowd_items (edit, release, id);
  }
}

static inline void
draw_crowd_stages (SlipEdit *edit, const char *release)
{
  for (int i = 0; i < 3; i++) {
    g_autofree char *id = g_strdup_printf ("%s-stage-%d", release, i);
    const char rank[] = { (char) ('A' + i), '\0' };

    slip_edit_create (edit, SLIP_KIND_STAGE, id, release);
    slip_edit_set_text (edit, SLIP_KIND_STAGE, id, SLIP_STAGE_NAME, rank);
    slip_edit_set_text (edit, SLIP_KIND_STAGE, id, SLIP_STAGE_RANK, rank);
    slip_edit_set_integer (edit, SLIP_KIND_STAGE, id, SLIP_STAGE_TYPE,
                           SLIP_STAGE_TYPE_PERCENTAGE);
    slip_edit_set_integer (edit, SLIP_KIND_STAGE, id, SLIP_STAGE_SHARE,
                           1000 * (i + 1));
    slip_edit_set_integer (edit, SLIP_KIND_STAGE, id, SLIP_STAGE_IS_LAUNCH,
                           i == 1);
    slip_edit_set_integer (edit, SLIP_KIND_STAGE, id, SLIP_STAGE_START_OFFSET,
                           g_test_rand_int_range (-6, 9));
    slip_edit_set_integer (edit, SLIP_KIND_STAGE, id, SLIP_STAGE_LENGTH_DAYS,
                           g_test_rand_int_range (1, 6));
  }
}

static inline void
draw_crowd_freezes (SlipEdit *edit)
{
  int n = g_test_rand_int_range (0, 3);

  for (int i = 0; i < n; i++) {
    g_autofree char *id = g_strdup_printf ("freeze-%d", i);
    SlipDate first = draw_crowd_day ();

    create_named (edit, SLIP_KIND_FREEZE, id, id);
    slip_edit_set_date (edit, SLIP_KIND_FREEZE, id, SLIP_FREEZE_FIRST_DAY,
                        first);
    slip_edit_set_date (edit, SLIP_KIND_FREEZE, id, SLIP_FREEZE_LAST_DAY,
                        slip_date_add_days (first,
                                            g_test_rand_int_range (0, 9)));
    slip_edit_set_integer (edit, SLIP_KIND_FREEZE, id, SLIP_FREEZE_SEVERITY,
                           g_test_rand_int_range (0, 2));
  }
}

/* A later release depends on an earlier one, so there are no cycles. */
static inline void
draw_crowd_dependencies (SlipEdit *edit, int release)
{
  for (int on = 0; on < release; on++) {
    g_autofree char *id =
      g_strdup_printf ("%s-on-%s", crowd[release], crowd[on]);

    if (g_test_rand_int_range (0, 3) > 0)
      continue;
    slip_edit_create (edit, SLIP_KIND_DEPENDENCY, id, crowd[release]);
    slip_edit_set_text (edit, SLIP_KIND_DEPENDENCY, id,
                        SLIP_DEPENDENCY_ON_RELEASE, crowd[on]);
    slip_edit_set_integer (edit, SLIP_KIND_DEPENDENCY, id,
                           SLIP_DEPENDENCY_LAG_DAYS,
                           g_test_rand_int_range (0, 6));
  }
}

static inline gboolean
run_crowd (SlipEdit *edit, gconstpointer data, GError **error)
{
  static const char *const people[] = { "lead", "ops", NULL };

  slip_edit_set_integer (edit, SLIP_KIND_AUDIENCE, "support",
                         SLIP_AUDIENCE_NOTICE_DAYS,
                         g_test_rand_int_range (0, 9));
  slip_edit_set_integer (edit, SLIP_KIND_AUDIENCE, "sales", SLIP_AUDIENCE_SIDE,
                         SLIP_SIDE_EXTERNAL);
  slip_edit_set_integer (edit, SLIP_KIND_AUDIENCE, "sales",
                         SLIP_AUDIENCE_NOTICE_DAYS,
                         g_test_rand_int_range (0, 9));
  draw_crowd_freezes (edit);
  for (int i = 0; i < N_CROWD; i++) {
    slip_edit_create (edit, SLIP_KIND_RELEASE, crowd[i], NULL);
    slip_edit_set_text (edit, SLIP_KIND_RELEASE, crowd[i], SLIP_RELEASE_PRODUCT,
                        "payments");
    slip_edit_set_text (edit, SLIP_KIND_RELEASE, crowd[i], SLIP_RELEASE_VERSION,
                        crowd[i]);
    slip_edit_set_text (edit, SLIP_KIND_RELEASE, crowd[i], SLIP_RELEASE_OWNER,
                        people[g_test_rand_int_range (0, 3)]);
    set_crowd_date (edit, crowd[i], SLIP_ANCHOR_RELEASE, draw_planned ());
    set_crowd_date (edit, crowd[i], SLIP_ANCHOR_DEPLOY, draw_planned ());
    draw_crowd_checklists (edit, crowd[i]);
    draw_crowd_stages (edit, crowd[i]);
    draw_crowd_dependencies (edit, i);
  }
  return TRUE;
}

static inline SlipPlanState *
draw_crowded_plan (void)
{
  SlipPlanState *state = new_checked_plan ();

  apply_intent (&state, run_crowd, NULL);
  return state;
}

static inline const char *
draw_release (void)
{
  return crowd[g_test_rand_int_range (0, N_CROWD)];
}

/* An edit of one or two releases: a move, or something else that others may
 * notice. */
static inline gboolean
run_upset (SlipEdit *edit, gconstpointer data, GError **error)
{
  const char *release = draw_release ();
  g_autoptr (GPtrArray) items =
    slip_plan_state_list_owned (slip_edit_get_state (edit), SLIP_KIND_ITEM,
                                release);
  g_autoptr (GPtrArray) edges =
    slip_plan_state_list_owned (slip_edit_get_state (edit),
                                SLIP_KIND_DEPENDENCY, release);

  switch (g_test_rand_int_range (0, 6)) {
  case 0:
    set_crowd_date (edit, release, SLIP_ANCHOR_RELEASE, draw_planned ());
    break;
  case 1:
    slip_edit_set_text (edit, SLIP_KIND_RELEASE, release, SLIP_RELEASE_OWNER,
                        g_test_rand_bit () ? "lead" : NULL);
    break;
  case 2:
    slip_edit_set_integer (edit, SLIP_KIND_RELEASE, release,
                           SLIP_RELEASE_STATUS,
                           g_test_rand_bit () ? SLIP_STATUS_CANCELLED
                                              : SLIP_STATUS_PLANNED);
    break;
  case 3:
    slip_edit_set_integer (edit, SLIP_KIND_RELEASE, release,
                           SLIP_RELEASE_IS_DELETED, g_test_rand_bit ());
    break;
  case 4:
    for (guint i = 0; i < items->len; i++)
      slip_edit_set_integer (edit, SLIP_KIND_ITEM,
                             slip_row_get_id (items->pdata[i]), SLIP_ITEM_STATE,
                             g_test_rand_int_range (0, SLIP_N_ITEM_STATES));
    break;
  default:
    if (edges->len > 0)
      slip_edit_delete (edit, SLIP_KIND_DEPENDENCY,
                        slip_row_get_id (edges->pdata[0]));
    set_crowd_date (edit, draw_release (), SLIP_ANCHOR_RELEASE,
                    draw_planned ());
  }
  return TRUE;
}
