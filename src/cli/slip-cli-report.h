/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-cli-session.h"

G_BEGIN_DECLS

/**
 * slip_cli_report_step:
 * @step: (nullable) (transfer full): what slip_cli_execute() returned
 * @id: (nullable): the id of what was made
 *
 * Says which step was written.
 *
 * Returns: `FALSE` if @step is %NULL: the error is set already.
 */
gboolean slip_cli_report_step (const SlipCli *cli,
                               SlipStep *step,
                               const char *id);

G_END_DECLS
