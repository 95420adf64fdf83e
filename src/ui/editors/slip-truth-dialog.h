/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "slip-plan-truth.h"

G_BEGIN_DECLS

/**
 * SlipTruthDialog:
 *
 * Plan and truth: the slip of each product, whom gates waited for, and planned
 * against actual for releases and their stages.  Every bar has its value in
 * words beside it.
 */
#define SLIP_TYPE_TRUTH_DIALOG (slip_truth_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SlipTruthDialog,
                      slip_truth_dialog,
                      SLIP,
                      TRUTH_DIALOG,
                      AdwWindow)

/**
 * SlipTruthDialog::range-changed:
 *
 * Another slip_truth_dialog_get_range() is wanted.
 */

/**
 * SlipTruthDialog::save-wanted:
 * @csv: the report as comma-separated values
 */

/**
 * SlipTruthDialog::print-wanted:
 * @text: the report as text
 */

/* @scope: which releases it is about, besides the range: 'All products'. */
GtkWidget *slip_truth_dialog_new (const char *scope) G_GNUC_WARN_UNUSED_RESULT;

/* The days that the report is to be about; empty for all. */
SlipRange slip_truth_dialog_get_range (SlipTruthDialog *self, SlipDate today);

/* Shows that the report is being made. */
void slip_truth_dialog_wait (SlipTruthDialog *self);

/* @truth: (transfer full) */
void slip_truth_dialog_take_truth (SlipTruthDialog *self,
                                   SlipPlanTruth *truth,
                                   SlipDate today);

G_END_DECLS
