/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-settings-page.h"

G_BEGIN_DECLS

/* The people of the plan and when they are away. */
SlipSettingsPage *slip_people_page_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* How people are listed and edited. */
const SlipEntityForm *slip_people_page_get_form (void);

G_END_DECLS
