/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-choice-row.h"

#include "slip-inner-focus.h"

struct _SlipChoiceRow {
  AdwActionRow parent_instance;
};

G_DEFINE_FINAL_TYPE (SlipChoiceRow, slip_choice_row, ADW_TYPE_ACTION_ROW)

static void
slip_choice_row_class_init (SlipChoiceRowClass *klass)
{
  GTK_WIDGET_CLASS (klass)->focus = slip_inner_focus;
}

static void
slip_choice_row_init (SlipChoiceRow *self)
{
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
}
