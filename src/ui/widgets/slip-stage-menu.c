/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-stage-menu.h"

#include "slip-actions.h"
#include "slip-release-menu.h"
#include "slip-stage-edit.h"
#include "slip-stage-move.h"
#include "slip-stage.h"

#include <glib/gi18n-lib.h>

static void
append_item (GMenu *menu, const char *label, const char *action, const char *id)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", id);
  g_menu_append_item (menu, item);
}

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
slip_stage_menu_new_acts (const SlipPlanState *state, const SlipRow *stage)
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
slip_stage_menu_new_moves (const SlipPlanState *state, const SlipRow *stage)
{
  const SlipRow *release =
    slip_plan_state_get (state, SLIP_KIND_RELEASE, slip_row_get_owner (stage));
  const char *id = slip_row_get_id (stage);
  GMenu *menu = g_menu_new ();

  if (slip_release_is_open (release)) {
    if (slip_stage_can_move (stage))
      append_item (menu, _ ("Move Stage to _Date…"),
                   SLIP_ACTION_MOVE_STAGE_TO_DATE, id);
    if (slip_stage_can_end_otherwise (stage))
      append_item (menu, _ ("Change _Length…"), SLIP_ACTION_STAGE_LENGTH, id);
  }
  return G_MENU_MODEL (menu);
}

GMenuModel *
slip_stage_menu_new (const SlipPlanState *state, const SlipRow *stage)
{
  const SlipRow *release =
    slip_plan_state_get (state, SLIP_KIND_RELEASE, slip_row_get_owner (stage));
  g_autofree char *title = slip_stage_dup_title (stage);
  g_autoptr (GMenuModel) of_release = slip_release_menu_new (release);
  g_autofree char *release_title =
    slip_release_dup_short_title (state, release);
  g_autoptr (GMenuModel) moves = slip_stage_menu_new_moves (state, stage);
  g_autoptr (GMenuModel) acts = slip_stage_menu_new_acts (state, stage);
  GMenu *menu = g_menu_new ();

  g_menu_append_section (menu, title, moves);
  g_menu_append_section (menu, NULL, acts);
  g_menu_append_section (menu, release_title, of_release);
  return G_MENU_MODEL (menu);
}
