/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-flag.h"

#include <glib/gi18n-lib.h>

#include "slip-flag-sight.h"
#include "slip-release.h"
#include "slip-stage.h"

#define WHOLE 10000

/* On for more than nobody, and how many is not known. */
#define SOME -1

const char *
slip_flag_standing_get_label (SlipFlagStanding standing)
{
  static const char *const labels[] = {
    NC_ ("flag standing", "As planned"),
    NC_ ("flag standing", "Ahead of plan"),
    NC_ ("flag standing", "Behind"),
    NC_ ("flag standing", "Unknown"),
    NC_ ("flag standing", "Nothing expected"),
  };

  g_return_val_if_fail (standing < G_N_ELEMENTS (labels), NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "flag standing", labels[standing]);
}

const char *
slip_flag_standing_get_nick (SlipFlagStanding standing)
{
  static const char *const nicks[] = { "as-planned", "ahead", "behind",
                                       "unknown", "unplanned" };

  g_return_val_if_fail (standing < G_N_ELEMENTS (nicks), NULL);

  return nicks[standing];
}

static int
compare_flags_cb (gconstpointer a, gconstpointer b)
{
  const SlipRow *row_a = *(const SlipRow *const *) a;
  const SlipRow *row_b = *(const SlipRow *const *) b;
  int order = g_strcmp0 (slip_row_get_text (row_a, SLIP_FLAG_KEY),
                         slip_row_get_text (row_b, SLIP_FLAG_KEY));

  if (order == 0)
    order = g_strcmp0 (slip_row_get_text (row_a, SLIP_FLAG_ENVIRONMENT),
                       slip_row_get_text (row_b, SLIP_FLAG_ENVIRONMENT));
  return order != 0
           ? order
           : g_strcmp0 (slip_row_get_id (row_a), slip_row_get_id (row_b));
}

GPtrArray *
slip_flag_list (const SlipPlanState *state, const char *release)
{
  GPtrArray *flags =
    slip_plan_state_list_owned (state, SLIP_KIND_FLAG, release);

  g_ptr_array_sort (flags, compare_flags_cb);
  return flags;
}

typedef struct {
  const char *texts[2];
  guint properties[2];
  const char *except; /* the id of a row that does not count */
  const SlipRow *found;
} PairSearch;

static gboolean
find_pair_cb (const SlipRow *row, gpointer data)
{
  PairSearch *search = data;

  for (guint i = 0; i < G_N_ELEMENTS (search->texts); i++)
    if (g_strcmp0 (slip_row_get_text (row, search->properties[i]),
                   search->texts[i]) != 0)
      return TRUE;
  if (g_strcmp0 (slip_row_get_id (row), search->except) == 0)
    return TRUE;

  search->found = row;
  return FALSE;
}

const SlipRow *
slip_flag_find (const SlipPlanState *state,
                const char *release,
                const char *key,
                const char *environment)
{
  PairSearch search = { { key, environment },
                        { SLIP_FLAG_KEY, SLIP_FLAG_ENVIRONMENT },
                        NULL,
                        NULL };

  slip_plan_state_foreach_owned (state, SLIP_KIND_FLAG, release, find_pair_cb,
                                 &search);
  return search.found;
}

const SlipRow *
slip_flag_find_expected (const SlipPlanState *state,
                         const SlipRow *flag,
                         const char *stage)
{
  PairSearch search = { { slip_row_get_id (flag), stage },
                        { SLIP_FLAG_STAGE_FLAG, SLIP_FLAG_STAGE_STAGE },
                        NULL,
                        NULL };

  if (stage == NULL)
    return NULL;

  slip_plan_state_foreach_owned (state, SLIP_KIND_FLAG_STAGE,
                                 slip_row_get_owner (flag), find_pair_cb,
                                 &search);
  return search.found;
}

const SlipRow *
slip_flag_find_stage (const SlipPlanState *state, const char *release)
{
  g_autoptr (GPtrArray) stages = slip_stage_list (state, release);

  for (guint i = stages->len; i > 0; i--) {
    gint64 stage_state =
      slip_row_get_integer (stages->pdata[i - 1], SLIP_STAGE_STATE);

    if (stage_state == SLIP_STAGE_STATE_ACTIVE ||
        stage_state == SLIP_STAGE_STATE_HELD ||
        stage_state == SLIP_STAGE_STATE_DONE)
      return slip_plan_state_get (state, SLIP_KIND_STAGE,
                                  slip_row_get_id (stages->pdata[i - 1]));
  }

  return NULL;
}

gint64
slip_flag_get_share (const SlipRow *row, guint property)
{
  const SlipValue *value = slip_row_peek (row, property);

  return value->type == SLIP_VALUE_INTEGER ? value->integer : -1;
}

/* How many have it; SOME if that is not known. */
static gint64
get_reach (gboolean is_on, gint64 share)
{
  if (!is_on)
    return 0;

  return share >= 0 ? share : SOME;
}

SlipFlagStanding
slip_flag_compare (const SlipPlanState *state,
                   const SlipRow *flag,
                   const char *stage)
{
  const SlipRow *row = slip_flag_find_expected (state, flag, stage);
  SlipFlagSight sight;
  gint64 expected;
  gint64 observed;

  if (row == NULL)
    return SLIP_FLAG_UNPLANNED;
  sight = slip_flag_sight_get (state, flag);
  if (sight.flag_state == SLIP_FLAG_STATE_UNKNOWN)
    return SLIP_FLAG_UNKNOWN;

  expected = get_reach (slip_row_get_boolean (row, SLIP_FLAG_STAGE_IS_ON),
                        slip_flag_get_share (row, SLIP_FLAG_STAGE_SHARE));
  observed = get_reach (sight.flag_state == SLIP_FLAG_STATE_ON, sight.share);
  if (expected == SOME)
    return observed == 0 ? SLIP_FLAG_BEHIND : SLIP_FLAG_AS_PLANNED;
  if (observed == SOME)
    return expected == 0 ? SLIP_FLAG_AHEAD : SLIP_FLAG_UNKNOWN;
  if (observed == expected)
    return SLIP_FLAG_AS_PLANNED;

  return observed > expected ? SLIP_FLAG_AHEAD : SLIP_FLAG_BEHIND;
}

char *
slip_flag_dup_label (const SlipRow *flag)
{
  const char *key = slip_row_get_text (flag, SLIP_FLAG_KEY);
  const char *environment = slip_row_get_text (flag, SLIP_FLAG_ENVIRONMENT);

  if (key == NULL)
    key = _ (slip_schema_get (SLIP_KIND_FLAG)->label);
  if (environment == NULL)
    return g_strdup (key);

  /* Translators: the key of a feature flag, and where: 'new-checkout
   * (production)'. */
  return g_strdup_printf (_ ("%s (%s)"), key, environment);
}

char *
slip_flag_dup_state (SlipFlagState flag_state, gint64 share)
{
  const SlipProperty *property =
    slip_schema_get_property (SLIP_KIND_FLAG, SLIP_FLAG_OBSERVED);
  const char *label = slip_enum_value_get_label (&property->values[flag_state]);
  g_autofree char *percent = NULL;

  if (flag_state != SLIP_FLAG_STATE_ON || share < 0)
    return g_strdup (label);

  percent = g_strdup_printf ("%'.10g", (double) share / (WHOLE / 100));
  /* Translators: the state of a feature flag and for how many: 'On, 25 %'. */
  return g_strdup_printf (_ ("%s, %s %%"), label, percent);
}

char *
slip_flag_dup_observed (const SlipPlanState *state, const SlipRow *flag)
{
  SlipFlagSight sight = slip_flag_sight_get (state, flag);

  return slip_flag_dup_state (sight.flag_state, sight.share);
}

char *
slip_flag_dup_expected (const SlipRow *expected)
{
  if (expected == NULL)
    /* Translators: what is expected of a feature flag. */
    return g_strdup (C_ ("flag", "Nothing"));

  return slip_flag_dup_state (slip_row_get_boolean (expected,
                                                    SLIP_FLAG_STAGE_IS_ON)
                                ? SLIP_FLAG_STATE_ON
                                : SLIP_FLAG_STATE_OFF,
                              slip_flag_get_share (expected,
                                                   SLIP_FLAG_STAGE_SHARE));
}

static gboolean
set_broken (GError **error, const char *message)
{
  g_set_error_literal (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_INVALID,
                       message);
  return FALSE;
}

/* Whether no other entity beside @row has the same two texts. */
static gboolean
is_alone (const SlipPlanState *state,
          const SlipRow *row,
          guint first,
          guint second)
{
  PairSearch search = { { slip_row_get_text (row, first),
                          slip_row_get_text (row, second) },
                        { first, second },
                        slip_row_get_id (row),
                        NULL };

  return slip_plan_state_foreach_owned (state, slip_row_get_kind (row),
                                        slip_row_get_owner (row), find_pair_cb,
                                        &search);
}

/* Whether what @property of @row refers to is part of the same release. */
static gboolean
is_beside (const SlipPlanState *state, const SlipRow *row, guint property)
{
  const SlipRow *other = slip_plan_state_follow (state, row, property);

  return other != NULL &&
         g_strcmp0 (slip_row_get_owner (other), slip_row_get_owner (row)) == 0;
}

gboolean
slip_flag_check (const SlipPlanState *state, const SlipRow *row, GError **error)
{
  SlipKind kind = slip_row_get_kind (row);

  if (kind == SLIP_KIND_FLAG)
    return is_alone (state, row, SLIP_FLAG_KEY, SLIP_FLAG_ENVIRONMENT) ||
           set_broken (error, _ ("The release has a flag of this key and "
                                 "environment already"));
  if (kind != SLIP_KIND_FLAG_STAGE)
    return TRUE;
  if (!is_beside (state, row, SLIP_FLAG_STAGE_FLAG) ||
      !is_beside (state, row, SLIP_FLAG_STAGE_STAGE))
    return set_broken (error, _ ("What is expected of a flag must be about a "
                                 "flag and a stage of its own release"));

  return is_alone (state, row, SLIP_FLAG_STAGE_FLAG, SLIP_FLAG_STAGE_STAGE) ||
         set_broken (error, _ ("Two things are expected of a flag at one "
                               "stage"));
}

void
slip_flag_let_go (SlipEdit *edit, SlipKind kind, const char *id)
{
  const SlipRow *row =
    slip_plan_state_get (slip_edit_get_state (edit), kind, id);
  guint property =
    kind == SLIP_KIND_FLAG ? SLIP_FLAG_STAGE_FLAG : SLIP_FLAG_STAGE_STAGE;
  g_autoptr (GPtrArray) expectations = NULL;

  if (row == NULL)
    return;

  expectations =
    slip_plan_state_list_owned (slip_edit_get_state (edit),
                                SLIP_KIND_FLAG_STAGE, slip_row_get_owner (row));
  for (guint i = 0; i < expectations->len; i++)
    if (g_strcmp0 (slip_row_get_text (expectations->pdata[i], property), id) ==
        0)
      slip_edit_delete (edit, SLIP_KIND_FLAG_STAGE,
                        slip_row_get_id (expectations->pdata[i]));
}
