/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-workspace.h"

G_BEGIN_DECLS

/* The ending of plans' file names. */
#define SLIP_PLAN_FILE_ENDING ".slipway"

/* Where the plan is that is opened when no other is asked for, and where the
 * sample plan is: in the user's data folder, which is made if need be. */
char *slip_plan_file_dup_default_path (void) G_GNUC_WARN_UNUSED_RESULT;
char *slip_plan_file_dup_sample_path (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_plan_file_dup_name:
 * @path: (nullable): the plan's file
 * @state: (nullable): the plan
 *
 * Returns: (transfer full): what people call the plan: its own name, else a
 * name after its file.
 */
char *slip_plan_file_dup_name (const char *path, const SlipPlanState *state)
  G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_plan_file_get_problem:
 * @error: why a plan could not be opened
 *
 * Returns: a heading over the error's message, translated.
 */
const char *slip_plan_file_get_problem (const GError *error);

/**
 * slip_plan_file_dup_advice:
 *
 * Returns: (transfer full): the error's message, and what can be done.
 */
char *slip_plan_file_dup_advice (const GError *error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
