/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-settings-page.h"

G_BEGIN_DECLS

/* Who needs to be ready, in the order of telling. */
SlipSettingsPage *slip_audiences_page_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
