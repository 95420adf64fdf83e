/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-gate-usual.h"

#include <glib/gi18n-lib.h>

#include "slip-gate.h"
#include "slip-last-rank.h"
#include "slip-rank.h"
#include "slip-release.h"
#include "slip-stage.h"

/* Where a stage lies in a rollout. */
typedef enum {
  BEFORE_LAUNCH = 1 << 0,
  LAUNCH = 1 << 1,
  AFTER_LAUNCH = 1 << 2,
} Place;

static const struct {
  SlipCriterionType type;
  guint places;      /* where it is asked: a set of Place */
  guint must_places; /* where it is a must */
  gboolean is_of_previous;
} usual[] = {
  { SLIP_CRITERION_ITEMS, LAUNCH, LAUNCH, FALSE },
  { SLIP_CRITERION_NOTICE, LAUNCH, LAUNCH, FALSE },
  { SLIP_CRITERION_SOAK, BEFORE_LAUNCH | LAUNCH | AFTER_LAUNCH,
    BEFORE_LAUNCH | LAUNCH | AFTER_LAUNCH, TRUE },
  { SLIP_CRITERION_FLAGS, LAUNCH | AFTER_LAUNCH, LAUNCH | AFTER_LAUNCH, TRUE },
  { SLIP_CRITERION_NO_FREEZE, BEFORE_LAUNCH | LAUNCH | AFTER_LAUNCH,
    BEFORE_LAUNCH | LAUNCH | AFTER_LAUNCH, FALSE },
  { SLIP_CRITERION_ROLLBACK_PLAN, BEFORE_LAUNCH | LAUNCH, LAUNCH, FALSE },
};

/* Returns: the place of the launch stage in @stages, else of the first for
 * everyone, else of the last. */
static guint
find_launch (const GPtrArray *stages)
{
  guint everyone = stages->len - 1;

  for (guint i = stages->len; i > 0; i--) {
    const SlipRow *stage = stages->pdata[i - 1];

    if (slip_row_get_boolean (stage, SLIP_STAGE_IS_LAUNCH))
      return i - 1;
    if (slip_stage_get_type (stage) == SLIP_STAGE_TYPE_EVERYONE)
      everyone = i - 1;
  }

  return everyone;
}

static Place
find_place (const GPtrArray *stages, const char *stage)
{
  guint launch = find_launch (stages);
  guint i = 0;

  while (i < stages->len &&
         !g_str_equal (slip_row_get_id (stages->pdata[i]), stage))
    i++;

  if (i < launch)
    return BEFORE_LAUNCH;
  return i == launch ? LAUNCH : AFTER_LAUNCH;
}

/* Whether the gate has a criterion of @type for every audience. */
static gboolean
has_criterion (const GPtrArray *criteria, SlipCriterionType type)
{
  for (guint i = 0; i < criteria->len; i++)
    if (slip_row_get_integer (criteria->pdata[i], SLIP_CRITERION_TYPE) ==
          (gint64) type &&
        slip_row_get_text (criteria->pdata[i], SLIP_CRITERION_AUDIENCE) == NULL)
      return TRUE;

  return FALSE;
}

static void
add_criterion (SlipEdit *edit,
               const SlipRow *stage,
               const char *seed,
               SlipCriterionType type,
               gboolean is_must)
{
  const char *release = slip_row_get_owner (stage);
  g_autofree char *name =
    g_strconcat (seed, "/criterion/", slip_row_get_id (stage), "/",
                 slip_criterion_type_get_nick (type), NULL);
  g_autofree char *id = slip_id_new_derived (name);
  g_autoptr (GPtrArray) all =
    slip_criterion_list (slip_edit_get_state (edit), release, NULL);
  g_autofree char *rank = slip_rank_between (slip_last_rank_find (all), NULL);

  slip_edit_create (edit, SLIP_KIND_CRITERION, id, release);
  slip_edit_set_text (edit, SLIP_KIND_CRITERION, id, SLIP_CRITERION_STAGE,
                      slip_row_get_id (stage));
  slip_edit_set_integer (edit, SLIP_KIND_CRITERION, id, SLIP_CRITERION_TYPE,
                         type);
  slip_edit_set_integer (edit, SLIP_KIND_CRITERION, id, SLIP_CRITERION_IS_MUST,
                         is_must);
  slip_edit_set_text (edit, SLIP_KIND_CRITERION, id, SLIP_CRITERION_RANK, rank);
}

void
slip_gate_add_usual (SlipEdit *edit, const char *stage, const char *seed)
{
  const SlipPlanState *state = slip_edit_get_state (edit);
  const SlipRow *found = slip_plan_state_get (state, SLIP_KIND_STAGE, stage);
  g_autoptr (SlipRow) row = found != NULL ? slip_row_ref (found) : NULL;
  g_autoptr (GPtrArray) stages = NULL;
  g_autoptr (GPtrArray) criteria = NULL;
  gboolean has_previous;
  Place place;

  if (row == NULL)
    return;

  stages = slip_stage_list (state, slip_row_get_owner (row));
  criteria = slip_criterion_list (state, slip_row_get_owner (row), stage);
  has_previous = slip_gate_find_previous (state, row) != NULL;
  place = find_place (stages, stage);
  for (guint i = 0; i < G_N_ELEMENTS (usual); i++)
    if ((usual[i].places & place) != 0 &&
        (has_previous || !usual[i].is_of_previous) &&
        !has_criterion (criteria, usual[i].type))
      add_criterion (edit, row, seed, usual[i].type,
                     (usual[i].must_places & place) != 0);
}

struct _SlipGateUsual {
  char *release;
  char *stage;
  char *seed;
};

SlipGateUsual *
slip_gate_usual_new (const char *release, const char *stage)
{
  SlipGateUsual *self = g_new0 (SlipGateUsual, 1);

  self->release = g_strdup (release);
  self->stage = g_strdup (stage);
  self->seed = slip_id_new ();
  return self;
}

void
slip_gate_usual_free (SlipGateUsual *self)
{
  g_free (self->release);
  g_free (self->stage);
  g_free (self->seed);
  g_free (self);
}

gboolean
slip_gate_usual_run (SlipEdit *edit, gconstpointer data, GError **error)
{
  const SlipGateUsual *self = data;
  const SlipPlanState *state = slip_edit_get_state (edit);
  const SlipRow *release =
    slip_plan_state_get (state, SLIP_KIND_RELEASE, self->release);
  g_autofree char *title = NULL;
  g_autoptr (GPtrArray) stages = NULL;

  if (!slip_edit_need (edit, self->release))
    return TRUE;
  if (release == NULL) {
    g_set_error_literal (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_NOT_FOUND,
                         _ ("It has been deleted in the meantime"));
    return FALSE;
  }

  title = slip_release_dup_short_title (state, release);
  slip_edit_set_subject (edit, title);
  stages = slip_stage_list (state, self->release);
  for (guint i = 0; i < stages->len; i++) {
    const SlipRow *stage = stages->pdata[i];

    if (self->stage != NULL ? g_str_equal (slip_row_get_id (stage), self->stage)
                            : slip_stage_is_left (stage))
      slip_gate_add_usual (edit, slip_row_get_id (stage), self->seed);
  }

  if (!slip_edit_is_empty (edit) || slip_edit_has_failed (edit))
    return TRUE;
  g_set_error_literal (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_NOTHING,
                       _ ("The usual criteria are there already"));
  return FALSE;
}
