/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-readiness-menu.h"

#include "slip-actions.h"
#include "slip-release-menu.h"

#include <glib/gi18n-lib.h>

static void
append_pair (GMenu *menu,
             const char *label,
             const char *action,
             const char *first,
             const char *second)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "(ss)", first, second);
  g_menu_append_item (menu, item);
}

static GMenuModel *
new_release_menu (const SlipMatrixRow *row)
{
  g_autoptr (GMenuModel) release = slip_release_menu_new (row->release);
  g_autoptr (GMenu) assign = g_menu_new ();
  GMenu *menu = g_menu_new ();

  g_menu_append (assign, _ ("_Assign Owner…"), "readiness.assign");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (assign));
  g_menu_append_section (menu, NULL, release);
  return G_MENU_MODEL (menu);
}

GMenuModel *
slip_readiness_menu_new (const SlipMatrixRow *row,
                         const SlipRow *audience,
                         int column)
{
  const char *release = slip_row_get_id (row->release);
  const SlipChecklistSummary *checklist;
  g_autoptr (GMenu) open = NULL;
  g_autoptr (GMenu) change = NULL;
  GMenu *menu;

  if (audience == NULL)
    return new_release_menu (row);

  checklist = row->checklists[column];
  menu = g_menu_new ();
  open = g_menu_new ();
  change = g_menu_new ();
  append_pair (open, _ ("_Open"), SLIP_ACTION_SHOW_CHECKLIST, release,
               checklist != NULL ? checklist->checklist : "");
  g_menu_append (change, _ ("_Assign Owner…"), "readiness.assign");
  if (checklist != NULL && checklist->is_not_needed)
    append_pair (change, _ ("_Needed Again"), SLIP_ACTION_NEEDED, release,
                 slip_row_get_id (audience));
  else
    append_pair (change, _ ("_Not Needed…"), SLIP_ACTION_NOT_NEEDED, release,
                 slip_row_get_id (audience));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (open));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (change));
  return G_MENU_MODEL (menu);
}
