/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-item-menu.h"

#include "slip-checklist.h"
#include "slip-t-date.h"

#include <glib/gi18n-lib.h>

static void
append (GMenu *menu, const char *label, const char *action, GVariant *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target_value (item, action, target);
  g_menu_append_item (menu, item);
}

static GMenuModel *
new_state_menu (void)
{
  const SlipProperty *property =
    slip_schema_get_property (SLIP_KIND_ITEM, SLIP_ITEM_STATE);
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < SLIP_N_ITEM_STATES; i++) {
    const char *label = slip_item_state_get_label ((SlipItemState) i);
    g_autofree char *asking = g_strconcat (label, "…", NULL);

    append (menu,
            slip_item_state_takes_note ((SlipItemState) i) ? asking : label,
            "items.state", g_variant_new_string (property->values[i].nick));
  }

  return G_MENU_MODEL (menu);
}

/* In names, underscores are no mnemonics. */
static void
append_plain (GMenu *menu, const char *name, const char *id)
{
  g_auto (GStrv) parts = g_strsplit (name, "_", -1);
  g_autofree char *label = g_strjoinv ("__", parts);

  append (menu, label, "items.move-to", g_variant_new_string (id));
}

/* The other audiences that the release has a checklist for. */
static GMenuModel *
new_move_menu (const SlipPlanState *state, const SlipRow *item)
{
  g_autoptr (GPtrArray) checklists =
    slip_checklist_list (state, slip_row_get_owner (item));
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < checklists->len; i++) {
    const SlipRow *checklist = checklists->pdata[i];
    const char *id = slip_row_get_id (checklist);
    const SlipRow *audience =
      slip_plan_state_follow (state, checklist, SLIP_CHECKLIST_AUDIENCE);

    if (audience == NULL ||
        g_strcmp0 (slip_row_get_text (item, SLIP_ITEM_CHECKLIST), id) == 0)
      continue;
    append_plain (menu, slip_row_get_text (audience, SLIP_AUDIENCE_NAME), id);
  }

  return G_MENU_MODEL (menu);
}

static void
append_dates (GMenu *menu, const GPtrArray *items)
{
  gboolean has_rule = FALSE;
  gboolean is_pinned = FALSE;

  for (guint i = 0; i < items->len; i++) {
    SlipTDate rule = slip_t_date_get (items->pdata[i]);

    has_rule |= slip_t_date_is_rule (&rule);
    is_pinned |= slip_t_date_is_pinned (items->pdata[i]);
  }

  append (menu, _ ("_Due…"), "items.due", NULL);
  if (has_rule)
    append (menu, is_pinned ? _ ("_Unpin the Day") : _ ("_Pin the Day"),
            "items.pin", g_variant_new_boolean (!is_pinned));
}

GMenuModel *
slip_item_menu_new (const SlipPlanState *state, const GPtrArray *items)
{
  g_autoptr (GMenu) open = g_menu_new ();
  g_autoptr (GMenu) change = g_menu_new ();
  g_autoptr (GMenu) remove = g_menu_new ();
  g_autoptr (GMenuModel) states = new_state_menu ();
  g_autoptr (GMenuModel) checklists = NULL;
  GMenu *menu = g_menu_new ();
  gboolean is_required = TRUE;

  g_return_val_if_fail (items->len > 0, G_MENU_MODEL (menu));

  checklists = new_move_menu (state, items->pdata[0]);
  for (guint i = 0; i < items->len; i++)
    is_required &=
      slip_row_get_boolean (items->pdata[i], SLIP_ITEM_IS_REQUIRED);

  if (items->len == 1)
    append (open, _ ("Det_ails…"), "items.details", NULL);
  g_menu_append_submenu (change, _ ("_State"), states);
  append (change, _ ("_Owner…"), "items.owner", NULL);
  append_dates (change, items);
  append (change, is_required ? _ ("Make O_ptional") : _ ("Make _Required"),
          "items.required", g_variant_new_boolean (!is_required));
  if (g_menu_model_get_n_items (checklists) > 0)
    g_menu_append_submenu (change, _ ("_Move to"), checklists);
  append (remove, _ ("De_lete"), "items.delete", NULL);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (open));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (change));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (remove));
  return G_MENU_MODEL (menu);
}
