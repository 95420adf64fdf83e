/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SlipSidebarSection:
 *
 * The parts of the sidebar, from top to bottom.
 */
typedef enum {
  SLIP_SIDEBAR_ATTENTION,
  SLIP_SIDEBAR_PRODUCTS,
  SLIP_SIDEBAR_AUDIENCES,
  SLIP_SIDEBAR_OWNERS,
} SlipSidebarSection;

/**
 * SlipSidebarRow:
 *
 * A row of the sidebar: a dot or an icon, a name and a count.
 */
#define SLIP_TYPE_SIDEBAR_ROW (slip_sidebar_row_get_type ())
G_DECLARE_FINAL_TYPE (SlipSidebarRow,
                      slip_sidebar_row,
                      SLIP,
                      SIDEBAR_ROW,
                      GtkListBoxRow)

/**
 * slip_sidebar_row_new:
 * @id: (nullable): the entity it stands for; %NULL for no filter
 * @icon: (nullable): the name of an icon; %NULL for a dot of a product
 */
GtkWidget *slip_sidebar_row_new (SlipSidebarSection section,
                                 const char *id,
                                 const char *icon) G_GNUC_WARN_UNUSED_RESULT;

/* @color: (nullable): the product's, `#rrggbb`.
 * @count: what stands at the end: a number, perhaps with words.
 * @label: says it all for assistive technology. */
void slip_sidebar_row_set (SlipSidebarRow *self,
                           const char *name,
                           const char *color,
                           const char *count,
                           const char *label);

/* Adds a button that lists what the count is made of, by
 * %SLIP_ACTION_ATTENTION with @what. */
void slip_sidebar_row_add_list (SlipSidebarRow *self, const char *what);

/* Shows whether it is the filter of the views. */
void slip_sidebar_row_set_chosen (SlipSidebarRow *self, gboolean is_chosen);

SlipSidebarSection slip_sidebar_row_get_section (SlipSidebarRow *self);
const char *slip_sidebar_row_get_id (SlipSidebarRow *self);

/* The heading of @section, translated. */
const char *slip_sidebar_section_get_title (SlipSidebarSection section);

G_END_DECLS
