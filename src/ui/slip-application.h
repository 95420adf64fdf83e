/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SlipApplication:
 *
 * The program: its windows, its command line and the plans that are open.
 */
#define SLIP_TYPE_APPLICATION (slip_application_get_type ())
G_DECLARE_FINAL_TYPE (SlipApplication,
                      slip_application,
                      SLIP,
                      APPLICATION,
                      AdwApplication)

SlipApplication *slip_application_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
