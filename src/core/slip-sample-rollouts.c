/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-sample-parts.h"

#include <glib/gi18n-lib.h>

#include "slip-rollout.h"
#include "slip-stage-edit.h"
#include "slip-stage-preset.h"
#include "slip-stage.h"

/* How many people each stage of 'console 12.1' is for. */
static const int people[] = { 40, 2400, 12000, 48000 };

static SlipMoment
make_moment (SlipDate day, int hour)
{
  return (SlipMoment){
    ((gint64) day.day * 24 + hour) * G_GINT64_CONSTANT (3600000), day
  };
}

/* What 'everyone' asks besides what is usual. */
static const struct {
  SlipCriterionType type;
  const char *audience;
  const char *rank;
} asked[] = {
  { SLIP_CRITERION_ITEMS, "support", "2" },
  { SLIP_CRITERION_ITEMS, "customers", "4" },
  { SLIP_CRITERION_ROLLBACK_PLAN, NULL, "6" },
};

static void
ask (SlipEdit *edit, const char *release, const char *stage)
{
  for (guint i = 0; i < G_N_ELEMENTS (asked); i++) {
    const SlipKind kind = SLIP_KIND_CRITERION;
    g_autofree char *id = slip_sample_dup_id ("criterion", asked[i].rank);
    g_autofree char *audience =
      asked[i].audience != NULL
        ? slip_sample_dup_id ("audience", asked[i].audience)
        : NULL;

    slip_edit_create (edit, kind, id, release);
    slip_edit_set_text (edit, kind, id, SLIP_CRITERION_STAGE, stage);
    slip_edit_set_integer (edit, kind, id, SLIP_CRITERION_TYPE, asked[i].type);
    slip_edit_set_text (edit, kind, id, SLIP_CRITERION_AUDIENCE, audience);
    slip_edit_set_integer (edit, kind, id, SLIP_CRITERION_IS_MUST, TRUE);
    slip_edit_set_text (edit, kind, id, SLIP_CRITERION_RANK, asked[i].rank);
  }
}

/* The flag behind which 'console 12.1' lies: on for as many as its stages are
 * for. */
static void
add_flag (SlipEdit *edit, const char *release, GPtrArray *stages)
{
  g_autofree char *flag = slip_sample_dup_id ("flag", "console-v12");
  g_autofree char *owner = slip_sample_dup_id ("person", "api-lead");

  slip_edit_create (edit, SLIP_KIND_FLAG, flag, release);
  slip_edit_set_text (edit, SLIP_KIND_FLAG, flag, SLIP_FLAG_KEY, "console-v12");
  slip_edit_set_text (edit, SLIP_KIND_FLAG, flag, SLIP_FLAG_ENVIRONMENT,
                      _ ("production"));
  slip_edit_set_text (edit, SLIP_KIND_FLAG, flag, SLIP_FLAG_OWNER, owner);
  for (guint i = 0; i < stages->len; i++) {
    const SlipRow *stage = stages->pdata[i];
    g_autofree char *key = g_strdup_printf ("console-v12 %u", i);
    g_autofree char *id = slip_sample_dup_id ("flag-stage", key);

    slip_edit_create (edit, SLIP_KIND_FLAG_STAGE, id, release);
    slip_edit_set_text (edit, SLIP_KIND_FLAG_STAGE, id, SLIP_FLAG_STAGE_FLAG,
                        flag);
    slip_edit_set_text (edit, SLIP_KIND_FLAG_STAGE, id, SLIP_FLAG_STAGE_STAGE,
                        slip_row_get_id (stage));
    slip_edit_set_integer (edit, SLIP_KIND_FLAG_STAGE, id,
                           SLIP_FLAG_STAGE_IS_ON, TRUE);
    if (slip_stage_get_type (stage) == SLIP_STAGE_TYPE_PERCENTAGE)
      slip_edit_set_integer (edit, SLIP_KIND_FLAG_STAGE, id,
                             SLIP_FLAG_STAGE_SHARE,
                             slip_row_get_integer (stage, SLIP_STAGE_SHARE));
  }
}

/* 'console 12.1' is between 25 % and everyone, who were to get it today: a
 * usual rollout without beta testers. */
static gboolean
plan_console (SlipEdit *edit, GError **error)
{
  g_autofree char *id = slip_sample_dup_id ("release", "console 12.1");
  const SlipPresetApplication application = { (char *) "gradual", id,
                                              (char *) "slipway-sample" };
  g_autoptr (GPtrArray) stages = NULL;

  if (!slip_preset_application_run (edit, &application, error))
    return FALSE;

  stages = slip_stage_list (slip_edit_get_state (edit), id);
  for (guint i = 0; i < stages->len; i++)
    if (slip_stage_get_type (stages->pdata[i]) == SLIP_STAGE_TYPE_SEGMENT) {
      slip_stage_remove (edit, slip_row_get_id (stages->pdata[i]));
      g_ptr_array_remove_index (stages, i--);
    }
  for (guint i = 0; i < MIN (stages->len, G_N_ELEMENTS (people)); i++)
    slip_edit_set_integer (edit, SLIP_KIND_STAGE,
                           slip_row_get_id (stages->pdata[i]),
                           SLIP_STAGE_PEOPLE, people[i]);
  slip_edit_set_integer (edit, SLIP_KIND_STAGE,
                         slip_row_get_id (stages->pdata[stages->len - 2]),
                         SLIP_STAGE_LENGTH_DAYS, 2);
  ask (edit, id, slip_row_get_id (stages->pdata[stages->len - 1]));
  add_flag (edit, id, stages);
  return TRUE;
}

static void
add_stage (SlipEdit *edit,
           const char *key,
           const char *name,
           const char *rank,
           SlipStageType type,
           int start)
{
  const SlipKind kind = SLIP_KIND_STAGE;
  g_autofree char *release = slip_sample_dup_id ("release", "desktop 8.9");
  g_autofree char *id = slip_sample_dup_id ("stage", key);

  slip_edit_create (edit, kind, id, release);
  slip_edit_set_text (edit, kind, id, SLIP_STAGE_NAME, name);
  slip_edit_set_text (edit, kind, id, SLIP_STAGE_RANK, rank);
  slip_edit_set_integer (edit, kind, id, SLIP_STAGE_TYPE, type);
  slip_edit_set_integer (edit, kind, id, SLIP_STAGE_START_OFFSET, start);
  slip_edit_set_integer (edit, kind, id, SLIP_STAGE_IS_LAUNCH, start == 0);
  slip_edit_set_integer (edit, kind, id, SLIP_STAGE_LENGTH_DAYS,
                         start == 0 ? 1 : -start);
}

static void
observe_flag (SlipEdit *edit, SlipDate today)
{
  const SlipKind kind = SLIP_KIND_FLAG;
  g_autofree char *id = slip_sample_dup_id ("flag", "console-v12");

  slip_edit_set_integer (edit, kind, id, SLIP_FLAG_OBSERVED,
                         SLIP_FLAG_STATE_ON);
  slip_edit_set_integer (edit, kind, id, SLIP_FLAG_OBSERVED_SHARE, 2500);
  slip_edit_set_text (edit, kind, id, SLIP_FLAG_OBSERVED_SOURCE,
                      _ ("Console PM, in the flag console"));
  slip_edit_set_integer (
    edit, kind, id, SLIP_FLAG_OBSERVED_AT,
    make_moment (slip_date_add_days (today, -1), 10).at_ms);
}

gboolean
slip_sample_plan_rollouts (SlipEdit *edit, GError **error)
{
  /* 'desktop 8.9' waits in the hands of its makers. */
  add_stage (edit, "desktop 8.9 internal", _ ("Own computers"), "F",
             SLIP_STAGE_TYPE_INTERNAL, -22);
  add_stage (edit, "desktop 8.9 everyone", _ ("Everyone"), "V",
             SLIP_STAGE_TYPE_EVERYONE, 0);
  return plan_console (edit, error);
}

void
slip_sample_start_rollouts (SlipEdit *edit, SlipDate today)
{
  /* Each later than the one before, whatever weekday it is; the last has soaked
   * in the morning of today. */
  static const int days[] = { -9, -3, -2 };
  g_autofree char *console = slip_sample_dup_id ("release", "console 12.1");
  g_autofree char *held = slip_sample_dup_id ("stage", "desktop 8.9 internal");
  g_autoptr (GPtrArray) stages =
    slip_stage_list (slip_edit_get_state (edit), console);

  for (guint i = 0; i < MIN (stages->len, G_N_ELEMENTS (days)); i++)
    slip_rollout_start (edit, slip_row_get_id (stages->pdata[i]),
                        make_moment (slip_date_add_days (today, days[i]), 9));
  slip_rollout_start (edit, held,
                      make_moment (slip_date_add_days (today, -4), 10));
  slip_rollout_hold (edit, held,
                     make_moment (slip_date_add_days (today, -2), 15));
  observe_flag (edit, today);
}
