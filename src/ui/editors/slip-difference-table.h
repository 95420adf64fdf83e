/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "slip-differences.h"

G_BEGIN_DECLS

/**
 * SlipDifferenceTable:
 *
 * The table of differences: a row for each release, with its dates before and
 * after, what follows, conflicts and who must be told.  A row's accessible name
 * says all of it.  Where there is little room the cells of a row stand below
 * each other.
 */
#define SLIP_TYPE_DIFFERENCE_TABLE (slip_difference_table_get_type ())
G_DECLARE_FINAL_TYPE (SlipDifferenceTable,
                      slip_difference_table,
                      SLIP,
                      DIFFERENCE_TABLE,
                      GtkWidget)

/**
 * SlipDifferenceTable::release-activated:
 * @release: the id of the release whose row it is
 */

GtkWidget *slip_difference_table_new (gboolean is_narrow)
  G_GNUC_WARN_UNUSED_RESULT;

void slip_difference_table_set_differences (SlipDifferenceTable *self,
                                            const SlipDifferences *differences,
                                            SlipDate today);

G_END_DECLS
