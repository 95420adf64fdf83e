/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-cli-session.h"
#include "slip-secret-source.h"

G_BEGIN_DECLS

/**
 * SlipCliSecrets:
 *
 * The secrets of feeds as a server has them: from the environment or a file
 * descriptor.  Nothing is kept, and so nothing can be told apart: whoever gives
 * a secret this way gets whole answers each time.
 */
#define SLIP_TYPE_CLI_SECRETS (slip_cli_secrets_get_type ())

G_DECLARE_FINAL_TYPE (SlipCliSecrets,
                      slip_cli_secrets,
                      SLIP,
                      CLI_SECRETS,
                      GObject)

/**
 * slip_cli_secrets_new:
 * @cli: outlives it
 * @given: (nullable): the secret of a feed that has no variable of its own;
 *   %NULL if only those of their own count, as a secret must not reach a feed
 *   that it is not for
 */
SlipSecretSource *slip_cli_secrets_new (SlipCli *cli, const char *given)
  G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
