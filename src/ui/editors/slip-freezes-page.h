/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-settings-page.h"

G_BEGIN_DECLS

/* When nothing may go out. */
SlipSettingsPage *slip_freezes_page_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
