/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-criterion-edit.h"

#include <glib/gi18n-lib.h>

#include "slip-decimal.h"
#include "slip-gate.h"
#include "slip-rank.h"

SlipEntityEdit *
slip_criterion_edit_new_add (const char *release,
                             const char *stage,
                             SlipCriterionType type,
                             gboolean is_must)
{
  SlipEntityEdit *edit =
    slip_entity_edit_new_create (SLIP_KIND_CRITERION, NULL, release);

  slip_entity_edit_add_text (edit, SLIP_CRITERION_STAGE, stage);
  slip_entity_edit_add_integer (edit, SLIP_CRITERION_TYPE, type);
  slip_entity_edit_add_integer (edit, SLIP_CRITERION_IS_MUST, is_must);
  return edit;
}

SlipEntityEdit *
slip_criterion_edit_new_tick (const char *criterion, gboolean is_ticked)
{
  SlipEntityEdit *edit =
    slip_entity_edit_new_set (SLIP_KIND_CRITERION, criterion);

  slip_entity_edit_add_integer (edit, SLIP_CRITERION_IS_TICKED, is_ticked);
  return edit;
}

void
slip_criterion_edit_add_number (SlipEntityEdit *edit,
                                guint property,
                                const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text != NULL ? text : ""));
  g_autofree char *number = slip_decimal_normalize (stripped);

  slip_entity_edit_add_text (edit, property,
                             number != NULL ? number : stripped);
}

SlipEntityEdit *
slip_criterion_edit_new_figure (const char *criterion,
                                const char *figure,
                                const char *source,
                                gint64 at_ms)
{
  SlipEntityEdit *edit =
    slip_entity_edit_new_set (SLIP_KIND_CRITERION, criterion);
  g_autofree char *stripped =
    g_strstrip (g_strdup (figure != NULL ? figure : ""));
  gboolean is_known = *stripped != '\0';
  SlipValue at = is_known ? slip_value_new_integer (at_ms) : SLIP_VALUE_INIT;

  slip_criterion_edit_add_number (edit, SLIP_CRITERION_FIGURE, stripped);
  slip_entity_edit_add (edit, SLIP_CRITERION_FIGURE_AT, &at);
  slip_entity_edit_add_text (edit, SLIP_CRITERION_FIGURE_SOURCE,
                             is_known ? source : NULL);
  return edit;
}

SlipEntityEdit *
slip_criterion_edit_new_waiver (const char *criterion,
                                const char *person,
                                const char *reason,
                                SlipDate until)
{
  SlipEntityEdit *edit =
    slip_entity_edit_new_set (SLIP_KIND_CRITERION, criterion);

  slip_entity_edit_add_text (edit, SLIP_CRITERION_WAIVER_PERSON, person);
  slip_entity_edit_add_text (edit, SLIP_CRITERION_WAIVER_REASON, reason);
  slip_entity_edit_add_date (edit, SLIP_CRITERION_WAIVER_UNTIL, until);
  return edit;
}

SlipEntityEdit *
slip_criterion_edit_new_no_waiver (const char *criterion)
{
  return slip_criterion_edit_new_waiver (criterion, NULL, NULL, SLIP_DATE_NONE);
}

/* The rank of the criterion at @i of @criteria, none beyond the ends. */
static const char *
get_rank (const GPtrArray *criteria, int i)
{
  return i >= 0 && i < (int) criteria->len
           ? slip_row_get_text (criteria->pdata[i], SLIP_CRITERION_RANK)
           : NULL;
}

SlipEntityEdit *
slip_criterion_edit_new_move (const SlipPlanState *state,
                              const SlipRow *criterion,
                              int places)
{
  g_autoptr (GPtrArray) criteria =
    slip_criterion_list (state, slip_row_get_owner (criterion),
                         slip_row_get_text (criterion, SLIP_CRITERION_STAGE));
  g_autofree char *rank = NULL;
  SlipEntityEdit *edit;
  int from = 0;
  int to;

  while (from < (int) criteria->len &&
         !g_str_equal (slip_row_get_id (criteria->pdata[from]),
                       slip_row_get_id (criterion)))
    from++;
  to = from + places;
  if (places == 0 || to < 0 || to >= (int) criteria->len)
    return NULL;

  rank = places < 0 ? slip_rank_between (get_rank (criteria, to - 1),
                                         get_rank (criteria, to))
                    : slip_rank_between (get_rank (criteria, to),
                                         get_rank (criteria, to + 1));
  if (rank == NULL)
    return NULL;
  edit =
    slip_entity_edit_new_set (SLIP_KIND_CRITERION, slip_row_get_id (criterion));
  slip_entity_edit_add_text (edit, SLIP_CRITERION_RANK, rank);
  return edit;
}

static gboolean
set_broken (GError **error, const char *message)
{
  g_set_error_literal (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_INVALID,
                       message);
  return FALSE;
}

static gboolean
is_number_or_none (const SlipRow *row, guint property)
{
  const char *text = slip_row_get_text (row, property);

  return text == NULL || slip_decimal_is_valid (text);
}

gboolean
slip_criterion_check_row (const SlipRow *row, GError **error)
{
  gboolean has_person =
    slip_row_get_text (row, SLIP_CRITERION_WAIVER_PERSON) != NULL;
  gboolean has_reason =
    slip_row_get_text (row, SLIP_CRITERION_WAIVER_REASON) != NULL;
  gint64 type = slip_row_get_integer (row, SLIP_CRITERION_TYPE);

  if (slip_row_get_text (row, SLIP_CRITERION_STAGE) == NULL)
    return set_broken (error, _ ("A criterion needs a stage"));
  if ((type == SLIP_CRITERION_OWN || type == SLIP_CRITERION_FIGURE_WITHIN) &&
      slip_row_get_text (row, SLIP_CRITERION_TEXT) == NULL)
    return set_broken (error, _ ("Say what the criterion asks"));
  if (!is_number_or_none (row, SLIP_CRITERION_THRESHOLD))
    return set_broken (error, _ ("The threshold must be a number"));
  if (!is_number_or_none (row, SLIP_CRITERION_FIGURE))
    return set_broken (error, _ ("The figure must be a number"));
  if (has_person && !has_reason)
    return set_broken (error, _ ("Say why the criterion is waived"));
  if (has_reason && !has_person)
    return set_broken (error, _ ("Say who waives the criterion"));

  return TRUE;
}

gboolean
slip_criterion_check (const SlipPlanState *state,
                      const SlipRow *row,
                      GError **error)
{
  const SlipRow *stage;

  if (slip_row_get_kind (row) != SLIP_KIND_CRITERION)
    return TRUE;

  stage = slip_plan_state_follow (state, row, SLIP_CRITERION_STAGE);
  return stage == NULL ||
         g_strcmp0 (slip_row_get_owner (stage), slip_row_get_owner (row)) ==
           0 ||
         set_broken (error, _ ("A criterion must guard a stage of its own "
                               "release"));
}

void
slip_criterion_let_go (SlipEdit *edit, const char *stage)
{
  const SlipPlanState *state = slip_edit_get_state (edit);
  const SlipRow *row = slip_plan_state_get (state, SLIP_KIND_STAGE, stage);
  g_autoptr (GPtrArray) criteria = NULL;

  if (row == NULL)
    return;

  criteria = slip_criterion_list (state, slip_row_get_owner (row), stage);
  for (guint i = 0; i < criteria->len; i++)
    slip_edit_delete (edit, SLIP_KIND_CRITERION,
                      slip_row_get_id (criteria->pdata[i]));
}
