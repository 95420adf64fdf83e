/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-settings-page.h"

G_BEGIN_DECLS

/* Days that everybody should know of. */
SlipSettingsPage *slip_key_dates_page_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
