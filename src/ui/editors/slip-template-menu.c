/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-template-menu.h"

#include "slip-actions.h"

#include <glib/gi18n-lib.h>

static void
add (GMenu *menu, const char *label, const char *action, GVariant *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target_value (item, action, target);
  g_menu_append_item (menu, item);
}

static GMenu *
new_places (const char *id)
{
  GMenu *menu = g_menu_new ();

  add (menu, _ ("Move Up"), "list.move-template",
       g_variant_new ("(si)", id, -1));
  add (menu, _ ("Move Down"), "list.move-template",
       g_variant_new ("(si)", id, 1));
  return menu;
}

static void
add_retirement (GMenu *menu, const SlipRow *row)
{
  gboolean is_retired = slip_row_get_boolean (row, SLIP_TEMPLATE_IS_RETIRED);
  GVariantBuilder pairs;

  g_variant_builder_init (&pairs, G_VARIANT_TYPE ("a(ss)"));
  g_variant_builder_add (&pairs, "(ss)", "is_retired",
                         is_retired ? "false" : "true");
  add (menu, is_retired ? _ ("_Bring Back") : C_ ("template", "_Retire"),
       SLIP_ACTION_EDIT,
       g_variant_new ("(ssa(ss))", slip_schema_get (SLIP_KIND_TEMPLATE)->name,
                      slip_row_get_id (row), &pairs));
}

GMenuModel *
slip_template_menu_new (const SlipRow *row, SlipTemplateMenuPlace place)
{
  const char *id = slip_row_get_id (row);
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) uses = g_menu_new ();
  g_autoptr (GMenu) ends = g_menu_new ();

  if (place == SLIP_TEMPLATE_MENU_LIST) {
    g_autoptr (GMenu) places = new_places (id);
    g_autoptr (GMenu) first = g_menu_new ();

    add (first, _ ("_Open"), "list.open-template", g_variant_new_string (id));
    g_menu_append_section (menu, NULL, G_MENU_MODEL (first));
    g_menu_append_section (menu, NULL, G_MENU_MODEL (places));
  }
  add (uses, _ ("_Duplicate"), SLIP_ACTION_DUPLICATE_TEMPLATE,
       g_variant_new_string (id));
  add (uses, _ ("_Export…"), SLIP_ACTION_EXPORT_TEMPLATE,
       g_variant_new_string (id));
  add_retirement (ends, row);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (uses));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (ends));
  return G_MENU_MODEL (g_steal_pointer (&menu));
}
