/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "slip-matrix-layout.h"
#include "slip-matrix.h"

G_BEGIN_DECLS

/**
 * SlipReadinessCell:
 *
 * A cell of the readiness matrix: how far a release's checklist for one
 * audience is, or the title of a row: the release.  One widget that draws
 * itself, and may show one thing after the other.  Activating it asks for the
 * checklist, or the release, in the inspector.  Named `cell:` and the release's
 * short title, `cell:` title `:` audience.
 */
#define SLIP_TYPE_READINESS_CELL (slip_readiness_cell_get_type ())
G_DECLARE_FINAL_TYPE (SlipReadinessCell,
                      slip_readiness_cell,
                      SLIP,
                      READINESS_CELL,
                      GtkWidget)

GtkWidget *slip_readiness_cell_new (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * SlipReadinessCellContent:
 * @row: of a #SlipMatrix
 * @audience: (nullable): the column; %NULL for the title of the row
 * @checklist: (nullable): what its checklist comes to; %NULL if there is none
 * @is_listed: whether the cell has to name its audience
 *
 * What a cell shows.
 */
typedef struct {
  const SlipPlanState *state;
  SlipDate today;
  const SlipMatrixRow *row;
  const SlipRow *audience;
  const SlipChecklistSummary *checklist;
  gboolean is_listed;
} SlipReadinessCellContent;

void slip_readiness_cell_set_content (SlipReadinessCell *self,
                                      const SlipReadinessCellContent *content);

/* Where its grid has put it. */
void slip_readiness_cell_set_place (SlipReadinessCell *self,
                                    SlipMatrixPlace place);
SlipMatrixPlace slip_readiness_cell_get_place (SlipReadinessCell *self);

/* Ids; the audience is %NULL for a title. */
const char *slip_readiness_cell_get_release (SlipReadinessCell *self);
const char *slip_readiness_cell_get_audience (SlipReadinessCell *self);

/* The id of who owns what it stands for, or %NULL. */
const char *slip_readiness_cell_get_owner (SlipReadinessCell *self);

/* All that it shows, in words. */
const char *slip_readiness_cell_get_label (SlipReadinessCell *self);

void slip_readiness_cell_set_selected (SlipReadinessCell *self,
                                       gboolean is_selected);

/* Shows @hint (nullable) in place of the last line: what a drop would do. */
void slip_readiness_cell_set_hint (SlipReadinessCell *self, const char *hint);

/**
 * slip_readiness_cell_get_height:
 * @widget: a widget with the font of the cells
 *
 * Returns: how high cells have to be.
 */
int slip_readiness_cell_get_height (GtkWidget *widget, gboolean is_listed);

G_END_DECLS
