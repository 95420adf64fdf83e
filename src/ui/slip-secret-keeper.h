/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-secret-source.h"

G_BEGIN_DECLS

/**
 * SlipSecretKeeper:
 *
 * The secrets of feeds in the Secret Service of the session, through libsecret:
 * the person's keyring, in Flatpak a file that the portal's key locks.  Where
 * there is none, it says so.
 */
#define SLIP_TYPE_SECRET_KEEPER (slip_secret_keeper_get_type ())
G_DECLARE_FINAL_TYPE (SlipSecretKeeper,
                      slip_secret_keeper,
                      SLIP,
                      SECRET_KEEPER,
                      GObject)

SlipSecretKeeper *slip_secret_keeper_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
