/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-window.h"

G_BEGIN_DECLS

/*
 * Templates from and to files.  Each asks for a file first, unless it has one.
 */

/* Several files are one step. */
void slip_template_transfer_import (SlipWindow *window);
void slip_template_transfer_import_file (SlipWindow *window, GFile *file);

/* @id: of a template. */
void slip_template_transfer_export (SlipWindow *window, const char *id);

G_END_DECLS
