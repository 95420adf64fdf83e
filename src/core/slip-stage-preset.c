/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-stage-preset.h"

#include <glib/gi18n-lib.h>

#include "slip-gate-usual.h"
#include "slip-rank.h"
#include "slip-release.h"
#include "slip-stage-edit.h"
#include "slip-stage.h"
#include "slip-template.h"
#include "slip-text.h"

#define INTERNAL(name_, days_, hours_)                                         \
  {                                                                            \
    name_, SLIP_STAGE_TYPE_INTERNAL, -1, days_, hours_                         \
  }
#define SEGMENT(name_, days_, hours_)                                          \
  {                                                                            \
    name_, SLIP_STAGE_TYPE_SEGMENT, -1, days_, hours_                          \
  }
#define PERCENT(name_, share_, days_, hours_)                                  \
  {                                                                            \
    name_, SLIP_STAGE_TYPE_PERCENTAGE, share_, days_, hours_                   \
  }
#define EVERYONE(days_)                                                        \
  {                                                                            \
    NC_ ("stage name", "Everyone"), SLIP_STAGE_TYPE_EVERYONE, 10000, days_, 0  \
  }

static const SlipPresetStage gradual[] = {
  INTERNAL (NC_ ("stage name", "Internal"), 5, 48),
  SEGMENT (NC_ ("stage name", "Beta testers"), 5, 72),
  PERCENT (NC_ ("stage name", "5 %"), 500, 2, 24),
  PERCENT (NC_ ("stage name", "25 %"), 2500, 3, 48),
  EVERYONE (1),
};

static const SlipPresetStage percentages[] = {
  PERCENT (NC_ ("stage name", "1 %"), 100, 1, 24),
  PERCENT (NC_ ("stage name", "5 %"), 500, 1, 24),
  PERCENT (NC_ ("stage name", "10 %"), 1000, 1, 24),
  PERCENT (NC_ ("stage name", "25 %"), 2500, 2, 48),
  PERCENT (NC_ ("stage name", "50 %"), 5000, 2, 48),
  EVERYONE (1),
};

static const SlipPresetStage phased[] = {
  PERCENT (NC_ ("stage name", "1 %"), 100, 1, 24),
  PERCENT (NC_ ("stage name", "2 %"), 200, 1, 24),
  PERCENT (NC_ ("stage name", "5 %"), 500, 1, 24),
  PERCENT (NC_ ("stage name", "10 %"), 1000, 1, 24),
  PERCENT (NC_ ("stage name", "20 %"), 2000, 1, 24),
  PERCENT (NC_ ("stage name", "50 %"), 5000, 1, 24),
  EVERYONE (1),
};

static const SlipPresetStage rings[] = {
  INTERNAL (NC_ ("stage name", "Ring 0: our own"), 5, 72),
  SEGMENT (NC_ ("stage name", "Ring 1: early customers"), 5, 72),
  SEGMENT (NC_ ("stage name", "Ring 2: small customers"), 5, 72),
  SEGMENT (NC_ ("stage name", "Ring 3: large customers"), 5, 72),
  EVERYONE (1),
};

static const SlipPresetStage canary[] = {
  PERCENT (NC_ ("stage name", "Canary"), 100, 1, 24),
  EVERYONE (1),
};

#define PRESET(key_, name_, stages_, launch_, advance_)                        \
  {                                                                            \
    key_, name_, stages_, G_N_ELEMENTS (stages_), launch_, advance_            \
  }

static const SlipStagePreset presets[] = {
  PRESET ("gradual",
          N_ ("Internal, beta, 5 %, 25 %, everyone"),
          gradual,
          2,
          SLIP_ADVANCE_BY_HAND),
  PRESET ("percentages",
          N_ ("1, 5, 10, 25, 50, 100 %"),
          percentages,
          0,
          SLIP_ADVANCE_PROPOSED),
  PRESET ("phased",
          N_ ("Phased release of an app store, seven days"),
          phased,
          0,
          SLIP_ADVANCE_PROPOSED),
  PRESET ("rings", N_ ("Customer rings"), rings, 1, SLIP_ADVANCE_BY_HAND),
  PRESET ("canary", N_ ("Canary"), canary, 0, SLIP_ADVANCE_PROPOSED),
};

const SlipStagePreset *
slip_stage_preset_get_all (guint *n_presets)
{
  *n_presets = G_N_ELEMENTS (presets);
  return presets;
}

const SlipStagePreset *
slip_stage_preset_find (const char *key)
{
  for (guint i = 0; i < G_N_ELEMENTS (presets); i++)
    if (g_strcmp0 (presets[i].key, key) == 0)
      return &presets[i];

  return NULL;
}

const char *
slip_stage_preset_get_label (const SlipStagePreset *preset)
{
  return _ (preset->name);
}

static const char *
get_name (const SlipPresetStage *stage)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "stage name", stage->name);
}

char *
slip_stage_preset_dup_stages (const SlipStagePreset *preset)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < preset->n_stages; i++)
    slip_text_append_member (names, get_name (&preset->stages[i]));
  return g_string_free (names, FALSE);
}

SlipPresetApplication *
slip_preset_application_new (const char *preset, const char *release)
{
  SlipPresetApplication *self = g_new0 (SlipPresetApplication, 1);

  self->preset = g_strdup (preset);
  self->release = g_strdup (release);
  self->seed = slip_id_new ();
  return self;
}

void
slip_preset_application_free (SlipPresetApplication *self)
{
  g_free (self->preset);
  g_free (self->release);
  g_free (self->seed);
  g_free (self);
}

/* One run of it. */
typedef struct {
  SlipEdit *edit;
  const SlipPresetApplication *self;
  const SlipStagePreset *preset;
  GPtrArray *before; /* stages that are there and not yet used */
} Run;

static void
set_integer (const Run *run, const char *id, guint property, gint64 integer)
{
  slip_edit_set_integer (run->edit, SLIP_KIND_STAGE, id, property, integer);
}

/* How many days before the release date the stage at @index starts. */
static int
count_days_before (const SlipStagePreset *preset, guint index)
{
  int n_days = 0;

  for (guint i = index; i < preset->launch; i++)
    n_days += preset->stages[i].length_days;

  return n_days;
}

static void
fill_stage (const Run *run, const char *id, guint index, const char *rank)
{
  const SlipPresetStage *stage = &run->preset->stages[index];
  gboolean is_before = index < run->preset->launch;
  SlipValue share = SLIP_VALUE_INIT;

  if (stage->share >= 0)
    share = slip_value_new_integer (stage->share);
  slip_edit_set_text (run->edit, SLIP_KIND_STAGE, id, SLIP_STAGE_NAME,
                      get_name (stage));
  slip_edit_set (run->edit, SLIP_KIND_STAGE, id, SLIP_STAGE_SHARE, &share);
  slip_edit_set_text (run->edit, SLIP_KIND_STAGE, id, SLIP_STAGE_RANK, rank);
  set_integer (run, id, SLIP_STAGE_TYPE, stage->type);
  set_integer (run, id, SLIP_STAGE_STATE, SLIP_STAGE_STATE_PLANNED);
  set_integer (run, id, SLIP_STAGE_IS_LAUNCH, index == run->preset->launch);
  set_integer (run, id, SLIP_STAGE_START_ANCHOR,
               index <= run->preset->launch ? SLIP_STAGE_ANCHOR_RELEASE
                                            : SLIP_STAGE_ANCHOR_PREVIOUS);
  set_integer (run, id, SLIP_STAGE_START_OFFSET,
               is_before ? -count_days_before (run->preset, index) : 0);
  set_integer (run, id, SLIP_STAGE_START_UNIT, SLIP_UNIT_CALENDAR_DAYS);
  set_integer (run, id, SLIP_STAGE_START_IS_PINNED, FALSE);
  set_integer (run, id, SLIP_STAGE_LENGTH_DAYS, stage->length_days);
  set_integer (run, id, SLIP_STAGE_SOAK_HOURS, stage->soak_hours);
  set_integer (run, id, SLIP_STAGE_ADVANCE, run->preset->advance);
}

/* Takes the stage that becomes the one at @index out of those before. */
static char *
take_stage (Run *run, guint index)
{
  g_autofree char *name =
    slip_template_fold (get_name (&run->preset->stages[index]));

  for (guint i = 0; i < run->before->len; i++) {
    const SlipRow *stage = run->before->pdata[i];
    gboolean is_launch = slip_row_get_boolean (stage, SLIP_STAGE_IS_LAUNCH);
    const char *text = slip_row_get_text (stage, SLIP_STAGE_NAME);
    g_autofree char *other = slip_template_fold (text != NULL ? text : "");

    if (is_launch == (index == run->preset->launch) &&
        (is_launch || g_str_equal (other, name))) {
      char *id = g_strdup (slip_row_get_id (stage));

      g_ptr_array_remove_index (run->before, i);
      return id;
    }
  }

  return NULL;
}

static gboolean
check_nothing_begun (const Run *run, GError **error)
{
  for (guint i = 0; i < run->before->len; i++) {
    SlipStageState state = slip_stage_get_state (run->before->pdata[i]);

    if (state != SLIP_STAGE_STATE_PLANNED &&
        state != SLIP_STAGE_STATE_SKIPPED) {
      g_set_error_literal (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_INVALID,
                           _ ("The rollout has begun: add, change or remove "
                              "single stages"));
      return FALSE;
    }
  }

  return TRUE;
}

static void
set_label (const Run *run)
{
  const SlipPlanState *state = slip_edit_get_state (run->edit);
  const SlipRow *release =
    slip_plan_state_get (state, SLIP_KIND_RELEASE, run->self->release);
  g_autofree char *title =
    release != NULL ? slip_release_dup_short_title (state, release) : NULL;
  g_autofree char *subject =
    /* Translators: what a step is about: 'Stages of Console 12.1'. */
    g_strdup_printf (_ ("Stages of %s"), title != NULL ? title : "");

  slip_edit_set_verb (run->edit, SLIP_VERB_ADD);
  slip_edit_set_subject (run->edit, subject);
}

static void
add_stages (Run *run)
{
  g_auto (GStrv) ranks = slip_rank_spread (run->preset->n_stages);
  g_autoptr (GPtrArray) made = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < run->preset->n_stages; i++) {
    g_autofree char *name =
      g_strdup_printf ("%s/preset-stage/%u", run->self->seed, i);
    g_autofree char *id = take_stage (run, i);

    if (id == NULL) {
      id = slip_id_new_derived (name);
      slip_edit_create (run->edit, SLIP_KIND_STAGE, id, run->self->release);
      g_ptr_array_add (made, g_strdup (id));
    }
    fill_stage (run, id, i, ranks[i]);
  }
  for (guint i = 0; i < run->before->len; i++)
    slip_stage_remove (run->edit, slip_row_get_id (run->before->pdata[i]));

  /* What a gate usually asks depends on the stages around it. */
  for (guint i = 0; i < made->len; i++)
    slip_gate_add_usual (run->edit, made->pdata[i], run->self->seed);
}

gboolean
slip_preset_application_run (SlipEdit *edit,
                             gconstpointer application,
                             GError **error)
{
  const SlipPresetApplication *self = application;
  Run run = { edit, self, slip_stage_preset_find (self->preset), NULL };
  g_autoptr (GPtrArray) before = NULL;

  if (run.preset == NULL) {
    g_set_error (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_NOT_FOUND,
                 _ ("There are no stages called “%s”"), self->preset);
    return FALSE;
  }
  if (!slip_edit_need (edit, self->release))
    return FALSE;

  before = slip_stage_list (slip_edit_get_state (edit), self->release);
  run.before = before;
  if (!check_nothing_begun (&run, error))
    return FALSE;

  set_label (&run);
  add_stages (&run);
  return TRUE;
}
