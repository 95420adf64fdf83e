/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-edit.h"

G_BEGIN_DECLS

/**
 * SlipPresetStage:
 * @name: its name, to be translated
 * @share: hundredths of a percent, -1 for none
 * @length_days: how long it takes
 * @soak_hours: how long it has to be active before the next
 */
typedef struct {
  const char *name;
  SlipStageType type;
  int share;
  int length_days;
  int soak_hours;
} SlipPresetStage;

/**
 * SlipStagePreset:
 * @key: its name on the command line
 * @name: its name for people, to be translated
 * @launch: the index of the launch stage; what comes before it is to be over by
 *   the release date
 * @advance: whether going wider is to be proposed
 *
 * A usual way to roll out.
 */
typedef struct {
  const char *key;
  const char *name;
  const SlipPresetStage *stages;
  guint n_stages;
  guint launch;
  SlipAdvance advance;
} SlipStagePreset;

/* Returns: (array length=n_presets): all of them. */
const SlipStagePreset *slip_stage_preset_get_all (guint *n_presets);

/* Returns: (nullable): the one called @key. */
const SlipStagePreset *slip_stage_preset_find (const char *key);

/* The name of @preset for people, translated. */
const char *slip_stage_preset_get_label (const SlipStagePreset *preset);

/* Returns: (transfer full): its stages in a line: 'Internal, 5 %, Everyone'. */
char *slip_stage_preset_dup_stages (const SlipStagePreset *preset)
  G_GNUC_WARN_UNUSED_RESULT;

/**
 * SlipPresetApplication:
 * @preset: the key of the preset
 * @release: the id of the release that gets its stages
 * @seed: what the ids of new stages are derived from
 */
typedef struct {
  char *preset;
  char *release;
  char *seed;
} SlipPresetApplication;

SlipPresetApplication *slip_preset_application_new (const char *preset,
                                                    const char *release)
  G_GNUC_WARN_UNUSED_RESULT;
void slip_preset_application_free (SlipPresetApplication *self);

/**
 * slip_preset_application_run:
 *
 * A #SlipIntentFunc over a #SlipPresetApplication.  Stages that are there
 * already become those of the same name, or the launch stage, and keep what
 * hangs on them; the others go.  Fails with `SLIP_PLAN_ERROR_INVALID` once a
 * stage has begun, and with `SLIP_PLAN_ERROR_NOT_FOUND` without such a preset.
 */
gboolean slip_preset_application_run (SlipEdit *edit,
                                      gconstpointer application,
                                      GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlipPresetApplication,
                               slip_preset_application_free)

G_END_DECLS
