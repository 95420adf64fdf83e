/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-settings-page.h"

G_BEGIN_DECLS

/* The templates of the plan; one that is chosen opens its editor in front of
 * the settings. */
SlipSettingsPage *slip_templates_page_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
