/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "slip-matrix.h"
#include "slip-readiness-cell.h"

G_BEGIN_DECLS

/**
 * SlipReadinessGrid:
 *
 * The cells of a #SlipMatrix, to be put into a scrolled window: names of
 * columns and titles of rows stay where they are.  Only what is in sight has
 * widgets.  One tab stop; arrows go from cell to cell, Return opens what a cell
 * stands for, O asks who is to own it, and people can be dropped on it.  All
 * that is asked for by the window's actions.
 */
#define SLIP_TYPE_READINESS_GRID (slip_readiness_grid_get_type ())
G_DECLARE_FINAL_TYPE (SlipReadinessGrid,
                      slip_readiness_grid,
                      SLIP,
                      READINESS_GRID,
                      GtkWidget)

GtkWidget *slip_readiness_grid_new (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_readiness_grid_set_matrix:
 * @matrix: (transfer full): made from @state
 *
 * Shows another matrix.  Focus and scroll stay where they were, as far as
 * that is still there.
 */
void slip_readiness_grid_set_matrix (SlipReadinessGrid *self,
                                     const SlipPlanState *state,
                                     SlipMatrix *matrix);

/* @release: (nullable): an id. */
void slip_readiness_grid_set_selected (SlipReadinessGrid *self,
                                       const char *release);

/**
 * slip_readiness_grid_focus:
 * @audience: (nullable): %NULL for the title of @release
 *
 * Brings a cell into sight and gives it the keyboard focus.
 *
 * Returns: `FALSE` if there is no such cell.
 */
gboolean slip_readiness_grid_focus (SlipReadinessGrid *self,
                                    const char *release,
                                    const char *audience);

/* The cell that has the keyboard focus, or %NULL. */
SlipReadinessCell *slip_readiness_grid_get_focused (SlipReadinessGrid *self);

/* The cell in sight at a point, or %NULL. */
SlipReadinessCell *slip_readiness_grid_find_cell (SlipReadinessGrid *self,
                                                  double x,
                                                  double y);

/* Gives the focus to the cell at @place, which must be there. */
gboolean slip_readiness_grid_go_to (SlipReadinessGrid *self,
                                    SlipMatrixPlace place);

/* Where its cells are, or %NULL before it has a size. */
const SlipMatrixLayout *slip_readiness_grid_get_layout (
  SlipReadinessGrid *self);

/* What it shows, or %NULL before there is a plan. */
const SlipMatrix *slip_readiness_grid_get_matrix (SlipReadinessGrid *self);
const SlipPlanState *slip_readiness_grid_get_state (SlipReadinessGrid *self);

/* How many cells have widgets, titles included; for tests. */
guint slip_readiness_grid_count_cells (SlipReadinessGrid *self);

G_END_DECLS
