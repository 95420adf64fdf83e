/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "slip-row.h"

G_BEGIN_DECLS

typedef enum {
  SLIP_TEMPLATE_MENU_LIST,
  SLIP_TEMPLATE_MENU_EDITOR,
} SlipTemplateMenuPlace;

/**
 * slip_template_menu_new:
 * @row: a template
 * @place: where the menu is; in the list it also opens and moves it
 *
 * Returns: (transfer full): what can be done with a template as a whole, by
 * actions of the window and, in the list, `list.open-template`,
 * `list.move-template`.
 */
GMenuModel *slip_template_menu_new (const SlipRow *row,
                                    SlipTemplateMenuPlace place)
  G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
