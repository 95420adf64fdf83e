/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-stage-menu.h"

#include "slip-actions.h"
#include "slip-release-menu.h"
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

GMenuModel *
slip_stage_menu_new (const SlipPlanState *state, const SlipRow *stage)
{
  const SlipRow *release =
    slip_plan_state_get (state, SLIP_KIND_RELEASE, slip_row_get_owner (stage));
  const char *id = slip_row_get_id (stage);
  g_autofree char *title = slip_stage_dup_title (stage);
  g_autoptr (GMenuModel) of_release = slip_release_menu_new (release);
  g_autofree char *release_title =
    slip_release_dup_short_title (state, release);
  g_autoptr (GMenu) moving = g_menu_new ();
  GMenu *menu = g_menu_new ();

  if (slip_release_is_open (release)) {
    if (slip_stage_can_move (stage))
      append_item (moving, _ ("Move Stage to _Date…"),
                   SLIP_ACTION_MOVE_STAGE_TO_DATE, id);
    if (slip_stage_can_end_otherwise (stage))
      append_item (moving, _ ("Change _Length…"), SLIP_ACTION_STAGE_LENGTH, id);
  }
  g_menu_append_section (menu, title, G_MENU_MODEL (moving));
  g_menu_append_section (menu, release_title, of_release);
  return G_MENU_MODEL (menu);
}
