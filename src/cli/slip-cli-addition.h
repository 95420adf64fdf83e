/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-cli-session.h"
#include "slip-template-addition.h"

G_BEGIN_DECLS

/**
 * slip_cli_print_addition:
 * @step: (nullable): the step that did it; %NULL if it was only to be told
 *
 * Prints what a template adds to a release, as asked for: a line for each part
 * with its day, or one JSON object.
 */
void slip_cli_print_addition (SlipCli *cli,
                              const SlipTemplateApplication *application,
                              const SlipTemplateAddition *addition,
                              const SlipStep *step);

G_END_DECLS
