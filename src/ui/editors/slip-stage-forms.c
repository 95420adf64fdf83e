/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-stage-forms.h"

#include "slip-actions.h"
#include "slip-stage-edit.h"
#include "slip-stage-preset.h"
#include "slip-stage-text.h"
#include "slip-stage.h"

#include <glib/gi18n-lib.h>

/* What comes from the plan has no mnemonics. */
static char *
dup_plain_label (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "_", -1);

  return g_strjoinv ("__", parts);
}

static void
append_act (GMenu *menu,
            const char *label,
            const SlipRow *stage,
            SlipStageActType type,
            const char *to_stage)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, SLIP_ACTION_ACT_ON_STAGE, "(sss)",
                                     slip_row_get_id (stage),
                                     slip_stage_act_get_nick (type), to_stage);
  g_menu_append_item (menu, item);
}

/* Back to what began before it, or to nobody. */
static GMenuModel *
new_roll_back_menu (const GPtrArray *stages, const SlipRow *stage)
{
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < stages->len; i++) {
    const SlipRow *other = stages->pdata[i];
    g_autofree char *title = slip_stage_dup_title (other);
    g_autofree char *plain = dup_plain_label (title);
    /* Translators: a stage to roll back to: 'To 5 %'. */
    g_autofree char *label = g_strdup_printf (_ ("To %s"), plain);

    if (g_str_equal (slip_row_get_id (other), slip_row_get_id (stage)))
      break;
    if (slip_stage_has_begun (other))
      append_act (menu, label, stage, SLIP_STAGE_ROLL_BACK,
                  slip_row_get_id (other));
  }
  append_act (menu, _ ("To _Nobody"), stage, SLIP_STAGE_ROLL_BACK, "");
  return G_MENU_MODEL (menu);
}

static gboolean
has_begun_after (const GPtrArray *stages, const SlipRow *stage)
{
  for (guint i = stages->len; i > 0; i--) {
    if (g_str_equal (slip_row_get_id (stages->pdata[i - 1]),
                     slip_row_get_id (stage)))
      return FALSE;
    if (slip_stage_has_begun (stages->pdata[i - 1]))
      return TRUE;
  }

  return FALSE;
}

GMenuModel *
slip_stage_forms_new_menu (const SlipPlanState *state, const SlipRow *stage)
{
  g_autoptr (GPtrArray) stages =
    slip_stage_list (state, slip_row_get_owner (stage));
  g_autoptr (GMenu) forward = g_menu_new ();
  g_autoptr (GMenu) back = g_menu_new ();
  SlipStageState stage_state = slip_stage_get_state (stage);
  GMenu *menu = g_menu_new ();

  if (stage_state == SLIP_STAGE_STATE_ACTIVE)
    append_act (forward, _ ("_Hold"), stage, SLIP_STAGE_HOLD, "");
  if (stage_state == SLIP_STAGE_STATE_HELD)
    append_act (forward, _ ("_Resume"), stage, SLIP_STAGE_RESUME, "");
  if (slip_stage_is_running (stage))
    append_act (forward, _ ("_End"), stage, SLIP_STAGE_FINISH, "");
  else if (!slip_stage_has_begun (stage) && !has_begun_after (stages, stage))
    append_act (forward, _ ("_Start"), stage, SLIP_STAGE_START, "");
  if (slip_stage_is_left (stage))
    append_act (forward, _ ("S_kip"), stage, SLIP_STAGE_SKIP, "");
  if (slip_stage_has_begun (stage)) {
    g_autoptr (GMenuModel) targets = new_roll_back_menu (stages, stage);

    g_menu_append_submenu (back, _ ("Roll _Back"), targets);
  }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (forward));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (back));

  return G_MENU_MODEL (menu);
}

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
  .new_menu = slip_stage_forms_new_menu,
};

const SlipEntityForm *
slip_stage_forms_get_stage (void)
{
  return &stage_form;
}
