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

/* 'console 12.1' is between 25 % and everyone: a usual rollout without beta
 * testers. */
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
  /* Each later than the one before, whatever weekday it is. */
  static const int days[] = { -9, -3, -1 };
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
}
