/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-stage-forms.h"

#include "slip-actions.h"
#include "slip-stage-menu.h"
#include "slip-stage-preset.h"
#include "slip-stage-text.h"
#include "slip-stage.h"

#include <glib/gi18n-lib.h>

GMenuModel *
slip_stage_forms_new_preset_menu (const char *release)
{
  GMenu *menu = g_menu_new ();
  guint n;
  const SlipStagePreset *presets = slip_stage_preset_get_all (&n);

  for (guint i = 0; i < n; i++) {
    g_autoptr (GMenuItem) item =
      g_menu_item_new (slip_stage_preset_get_label (&presets[i]), NULL);

    g_menu_item_set_action_and_target (item, SLIP_ACTION_APPLY_PRESET, "(ss)",
                                       release, presets[i].key);
    g_menu_append_item (menu, item);
  }

  return G_MENU_MODEL (menu);
}

static char *
dup_subtitle (const SlipPlanState *state, const SlipRow *row, SlipDate today)
{
  SlipExposure exposure = slip_stage_get_exposure (state, row);

  if (slip_stage_get_state (row) == SLIP_STAGE_STATE_SKIPPED)
    return NULL;
  return slip_exposure_dup_added_text (&exposure);
}

static char *
dup_note (const SlipPlanState *state, const SlipRow *row, guint property)
{
  if (property == SLIP_STAGE_IS_LAUNCH)
    return g_strdup (_ ("When people outside first see it; it starts on the "
                        "release date"));
  if (property == SLIP_STAGE_ADVANCE)
    return g_strdup (_ ("Whether to tell when it may go wider"));
  return NULL;
}

static const SlipFormField fields[] = {
  { SLIP_STAGE_NAME, SLIP_FIELD_PLAIN },
  { SLIP_STAGE_TYPE, SLIP_FIELD_PLAIN },
  { SLIP_STAGE_SHARE, SLIP_FIELD_PERCENT, TRUE, SLIP_STAGE_TYPE,
    SLIP_STAGE_TYPE_PERCENTAGE },
  { SLIP_STAGE_SEGMENT, SLIP_FIELD_PLAIN, TRUE, SLIP_STAGE_TYPE,
    SLIP_STAGE_TYPE_SEGMENT },
  { SLIP_STAGE_PEOPLE, SLIP_FIELD_PLAIN },
  { SLIP_STAGE_IS_LAUNCH, SLIP_FIELD_PLAIN },
  { SLIP_STAGE_START_ANCHOR, SLIP_FIELD_PLAIN, TRUE, SLIP_STAGE_IS_LAUNCH,
    FALSE },
  { SLIP_STAGE_START_OFFSET, SLIP_FIELD_PLAIN, TRUE, SLIP_STAGE_IS_LAUNCH,
    FALSE },
  { SLIP_STAGE_START_UNIT, SLIP_FIELD_PLAIN, TRUE, SLIP_STAGE_IS_LAUNCH,
    FALSE },
  { SLIP_STAGE_LENGTH_DAYS, SLIP_FIELD_PLAIN },
  { SLIP_STAGE_SOAK_HOURS, SLIP_FIELD_PLAIN },
  { SLIP_STAGE_ADVANCE, SLIP_FIELD_PLAIN },
};

static const char *const new_pairs[] = { "start_anchor", "previous", NULL };

static const SlipEntityForm stage_form = {
  .kind = SLIP_KIND_STAGE,
  .title = N_ ("Rollout"),
  .description = N_ ("How it goes from a few people to everyone"),
  .add_label = N_ ("Add Stage"),
  .new_pairs = new_pairs,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .dup_subtitle = dup_subtitle,
  .dup_note = dup_note,
  .new_menu = slip_stage_menu_new_acts,
};

const SlipEntityForm *
slip_stage_forms_get_stage (void)
{
  return &stage_form;
}
