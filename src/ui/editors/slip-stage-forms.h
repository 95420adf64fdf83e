/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-entity-form.h"

G_BEGIN_DECLS

/* How the rollout stages of a release are listed and edited. */
const SlipEntityForm *slip_stage_forms_get_stage (void);

/* Returns: (transfer full): the usual rollouts that @release may be given. */
GMenuModel *slip_stage_forms_new_preset_menu (const char *release)
  G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
