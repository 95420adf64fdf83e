/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-flag-clean-up.h"

#include <glib/gi18n-lib.h>

#include "slip-audience.h"
#include "slip-clock.h"
#include "slip-flag.h"
#include "slip-item-list.h"
#include "slip-last-rank.h"
#include "slip-rank.h"
#include "slip-release.h"
#include "slip-stage.h"
#include "slip-t-date.h"

/* Where the items of a release go, and when they are due. */
typedef struct {
  SlipEdit *edit;
  const char *release;
  char *checklist;
  gboolean is_new;  /* the checklist was made for them */
  char *stage;      /* the one for everyone, NULL without */
  SlipDate started; /* the day it started, unset if not known */
  SlipDate by_rule;
  SlipDate due;
} Run;

static const SlipPlanState *
get_state (const Run *run)
{
  return slip_edit_get_state (run->edit);
}

static gboolean
is_origin_cb (const SlipRow *item, gpointer data)
{
  return g_strcmp0 (slip_row_get_text (item, SLIP_ITEM_ORIGIN), data) != 0;
}

/* Whether @flag has to go one day, and nobody has been told so yet. */
static gboolean
lacks_clean_up (const SlipPlanState *state, const SlipRow *flag)
{
  return !slip_row_get_boolean (flag, SLIP_FLAG_IS_PERMANENT) &&
         slip_plan_state_foreach_owned (state, SLIP_KIND_ITEM,
                                        slip_row_get_owner (flag), is_origin_cb,
                                        (gpointer) slip_row_get_id (flag));
}

/* Returns: (transfer full) (element-type SlipRow) */
static GPtrArray *
list_lacking (const SlipPlanState *state, const char *release)
{
  GPtrArray *flags = slip_flag_list (state, release);

  for (guint i = flags->len; i > 0; i--)
    if (!lacks_clean_up (state, flags->pdata[i - 1]))
      g_ptr_array_remove_index (flags, i - 1);

  return flags;
}

static gboolean
is_internal (const SlipRow *audience)
{
  return slip_row_get_integer (audience, SLIP_AUDIENCE_SIDE) ==
         SLIP_SIDE_INTERNAL;
}

/* The first of @audiences, which are in order, whose checklist @release has and
 * needs. */
static char *
dup_needed_checklist (const SlipReleaseSummary *summary,
                      const GPtrArray *audiences)
{
  for (guint i = 0; i < audiences->len; i++) {
    const SlipChecklistSummary *checklist =
      slip_release_summary_find (summary,
                                 slip_row_get_id (audiences->pdata[i]));

    if (is_internal (audiences->pdata[i]) && checklist != NULL &&
        !checklist->is_not_needed)
      return g_strdup (checklist->checklist);
  }

  return NULL;
}

/* Of @audiences, which are in order, the first in use that @release has no
 * checklist for; an internal one if there is one. */
static const SlipRow *
find_audience (const SlipReleaseSummary *summary, const GPtrArray *audiences)
{
  const SlipRow *found = NULL;

  for (guint i = 0; i < audiences->len; i++) {
    const SlipRow *audience = audiences->pdata[i];

    if (slip_row_get_boolean (audience, SLIP_AUDIENCE_IS_RETIRED) ||
        slip_release_summary_find (summary, slip_row_get_id (audience)) != NULL)
      continue;
    if (is_internal (audience))
      return audience;
    if (found == NULL)
      found = audience;
  }

  return found;
}

/* Whether there is a checklist for them. */
static gboolean
find_checklist (Run *run)
{
  g_autoptr (SlipReleaseSummary) summary =
    slip_plan_state_get_summary (get_state (run), run->release);
  g_autoptr (GPtrArray) audiences = slip_audience_list (get_state (run));
  g_autofree char *name = g_strconcat ("clean-up/", run->release, NULL);
  g_autofree char *new_id = slip_id_new_derived (name);
  const SlipRow *audience;

  if (summary == NULL)
    return FALSE;
  run->checklist = dup_needed_checklist (summary, audiences);
  if (run->checklist != NULL)
    return TRUE;

  audience = find_audience (summary, audiences);
  if (audience == NULL)
    return FALSE;
  run->is_new = TRUE;
  run->checklist = slip_checklist_ensure (run->edit, run->release,
                                          slip_row_get_id (audience), new_id);
  return TRUE;
}

static SlipTDate
get_rule (const Run *run)
{
  return (SlipTDate){ .anchor =
                        run->stage != NULL ? SLIP_DUE_STAGE : SLIP_DUE_RELEASE,
                      .stage = run->stage,
                      .offset = SLIP_FLAG_CLEAN_UP_DAYS,
                      .unit = SLIP_UNIT_WORKING_DAYS };
}

static void
find_day (Run *run)
{
  const SlipPlanState *state = get_state (run);
  const SlipRow *release =
    slip_plan_state_get (state, SLIP_KIND_RELEASE, run->release);
  g_autoptr (SlipWorkingDays) working_days = slip_plan_state_dup_working_days (
    state, slip_row_get_text (release, SLIP_RELEASE_PRODUCT));
  SlipTDate rule = get_rule (run);

  run->by_rule = slip_t_date_resolve (state, release, &rule, working_days);
  run->due = slip_date_is_set (run->started)
               ? slip_working_days_add (working_days, run->started, rule.offset)
               : run->by_rule;
}

/* Its own owner, or the release's, unless they own the checklist. */
static const char *
find_owner (const Run *run, const SlipRow *flag)
{
  const SlipPlanState *state = get_state (run);
  const SlipRow *release =
    slip_plan_state_get (state, SLIP_KIND_RELEASE, run->release);
  const SlipRow *checklist =
    slip_plan_state_get (state, SLIP_KIND_CHECKLIST, run->checklist);
  const char *owner = slip_row_get_text (flag, SLIP_FLAG_OWNER);

  if (owner == NULL)
    owner = slip_row_get_text (release, SLIP_RELEASE_OWNER);
  if (g_strcmp0 (owner, slip_row_get_text (checklist, SLIP_CHECKLIST_OWNER)) ==
      0)
    return NULL;

  return owner;
}

static void
set_due (const Run *run, const char *item)
{
  SlipTDate rule = get_rule (run);
  gboolean is_pinned = !slip_date_equal (run->due, run->by_rule);

  slip_edit_set_integer (run->edit, SLIP_KIND_ITEM, item, SLIP_ITEM_DUE_ANCHOR,
                         rule.anchor);
  slip_edit_set_text (run->edit, SLIP_KIND_ITEM, item, SLIP_ITEM_DUE_STAGE,
                      rule.stage);
  slip_edit_set_integer (run->edit, SLIP_KIND_ITEM, item, SLIP_ITEM_DUE_OFFSET,
                         rule.offset);
  slip_edit_set_integer (run->edit, SLIP_KIND_ITEM, item, SLIP_ITEM_DUE_UNIT,
                         rule.unit);
  slip_edit_set_date (run->edit, SLIP_KIND_ITEM, item, SLIP_ITEM_DUE_DATE,
                      run->due);
  if (!is_pinned)
    return;
  slip_edit_set_integer (run->edit, SLIP_KIND_ITEM, item,
                         SLIP_ITEM_DUE_IS_PINNED, TRUE);
  slip_edit_set_date (run->edit, SLIP_KIND_ITEM, item, SLIP_ITEM_DUE_WAS,
                      run->by_rule);
}

static void
add_item (const Run *run, const SlipRow *flag)
{
  g_autofree char *name =
    g_strconcat ("clean-up/", slip_row_get_id (flag), NULL);
  g_autofree char *id = slip_id_new_derived (name);
  g_autofree char *label = slip_flag_dup_label (flag);
  /* Translators: the key of a feature flag. */
  g_autofree char *title =
    g_strdup_printf (_ ("Clean up the feature flag %s"), label);
  g_autofree char *owner = g_strdup (find_owner (run, flag));
  g_autoptr (GPtrArray) items =
    slip_plan_state_list_owned (get_state (run), SLIP_KIND_ITEM, run->release);
  g_autofree char *rank = slip_rank_between (slip_last_rank_find (items), NULL);

  slip_edit_create (run->edit, SLIP_KIND_ITEM, id, run->release);
  slip_edit_set_text (run->edit, SLIP_KIND_ITEM, id, SLIP_ITEM_CHECKLIST,
                      run->checklist);
  slip_edit_set_text (run->edit, SLIP_KIND_ITEM, id, SLIP_ITEM_TITLE, title);
  slip_edit_set_integer (run->edit, SLIP_KIND_ITEM, id, SLIP_ITEM_IS_REQUIRED,
                         run->is_new);
  slip_edit_set_text (run->edit, SLIP_KIND_ITEM, id, SLIP_ITEM_OWNER, owner);
  slip_edit_set_text (run->edit, SLIP_KIND_ITEM, id, SLIP_ITEM_ORIGIN,
                      slip_row_get_id (flag));
  slip_edit_set_text (run->edit, SLIP_KIND_ITEM, id, SLIP_ITEM_RANK, rank);
  set_due (run, id);
}

/* The stage for everyone, if one is there and was not passed over. */
static const SlipRow *
find_everyone (const SlipPlanState *state, const char *release)
{
  g_autoptr (GPtrArray) stages = slip_stage_list (state, release);

  for (guint i = stages->len; i > 0; i--) {
    const SlipRow *stage = stages->pdata[i - 1];

    if (slip_row_get_integer (stage, SLIP_STAGE_TYPE) ==
          SLIP_STAGE_TYPE_EVERYONE &&
        slip_row_get_integer (stage, SLIP_STAGE_STATE) !=
          SLIP_STAGE_STATE_SKIPPED)
      return slip_plan_state_get (state, SLIP_KIND_STAGE,
                                  slip_row_get_id (stage));
  }

  return NULL;
}

static SlipDate
find_start (const SlipRow *stage)
{
  const SlipValue *started = slip_row_peek (stage, SLIP_STAGE_STARTED_AT);

  return started->type == SLIP_VALUE_INTEGER
           ? slip_clock_find_day (started->integer)
           : SLIP_DATE_NONE;
}

static void
add_clean_ups (SlipEdit *edit, const char *release)
{
  const SlipPlanState *state = slip_edit_get_state (edit);
  const SlipRow *stage = find_everyone (state, release);
  g_autoptr (GPtrArray) flags = list_lacking (state, release);
  Run run = { .edit = edit, .release = release, .started = SLIP_DATE_NONE };

  if (flags->len == 0)
    return;

  if (stage != NULL) {
    run.stage = g_strdup (slip_row_get_id (stage));
    run.started = find_start (stage);
  }
  if (find_checklist (&run)) {
    find_day (&run);
    for (guint i = 0; i < flags->len; i++)
      add_item (&run, flags->pdata[i]);
  }
  g_free (run.checklist);
  g_free (run.stage);
}

static gboolean
has_everyone (gint64 type, gint64 stage_state)
{
  return type == SLIP_STAGE_TYPE_EVERYONE &&
         (stage_state == SLIP_STAGE_STATE_ACTIVE ||
          stage_state == SLIP_STAGE_STATE_DONE);
}

/* The release that @change gave to everyone, if it did. */
static const char *
find_released (SlipEdit *edit, const SlipChange *change)
{
  const SlipRow *row =
    slip_plan_state_get (slip_edit_get_state (edit), change->kind, change->id);

  if (row == NULL || change->type != SLIP_CHANGE_SET)
    return NULL;
  if (change->kind == SLIP_KIND_RELEASE &&
      change->property == SLIP_RELEASE_STATUS)
    return slip_release_get_status (row) == SLIP_STATUS_RELEASED
             ? slip_row_get_id (row)
             : NULL;
  if (change->kind == SLIP_KIND_STAGE && change->property == SLIP_STAGE_STATE)
    return has_everyone (slip_row_get_integer (row, SLIP_STAGE_TYPE),
                         slip_row_get_integer (row, SLIP_STAGE_STATE))
             ? slip_row_get_owner (row)
             : NULL;

  return NULL;
}

void
slip_flag_settle (SlipEdit *edit)
{
  const GPtrArray *changes = slip_edit_get_changes (edit);
  g_autoptr (GPtrArray) releases = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < changes->len; i++) {
    const char *release = find_released (edit, changes->pdata[i]);

    /* What is new has no flags that anybody had. */
    if (release != NULL && slip_plan_state_get (slip_edit_get_base (edit),
                                                SLIP_KIND_RELEASE, release))
      g_ptr_array_add (releases, g_strdup (release));
  }

  for (guint i = 0; i < releases->len; i++)
    if (slip_edit_need (edit, releases->pdata[i]))
      add_clean_ups (edit, releases->pdata[i]);
}
