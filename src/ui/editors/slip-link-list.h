/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "slip-plan-state.h"

G_BEGIN_DECLS

/**
 * SlipLinkList:
 *
 * The links of a release: opened, edited, added and removed.
 */
#define SLIP_TYPE_LINK_LIST (slip_link_list_get_type ())
G_DECLARE_FINAL_TYPE (SlipLinkList,
                      slip_link_list,
                      SLIP,
                      LINK_LIST,
                      AdwPreferencesGroup)

GtkWidget *slip_link_list_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* Shows the links of the release @id. */
void slip_link_list_set_release (SlipLinkList *self,
                                 const SlipPlanState *state,
                                 const char *id);

/* Commits what somebody has typed and forgets it; done before another release
 * is shown. */
void slip_link_list_commit (SlipLinkList *self);

G_END_DECLS
