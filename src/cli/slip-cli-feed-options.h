/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-adapter.h"
#include "slip-cli-session.h"
#include "slip-feed-client.h"

G_BEGIN_DECLS

/**
 * SlipCliFeedOptions:
 * @adapter: (nullable): the id of an adapter
 * @auth: (nullable): how the secret is sent: `bearer`, `basic:NAME`,
 *   `header:NAME`
 * @pointers: (nullable): texts `NAME=POINTER`
 * @words: (nullable): texts `WORD=STATE`
 * @found: the adapter
 * @secret_type: how the secret is sent
 * @secret_name: (nullable): the name that goes with it
 * @settings: of the general adapter
 *
 * What somebody says of a feed on the command line: the first four as they were
 * typed, the others after slip_cli_feed_options_read().
 */
typedef struct {
  char *adapter;
  char *auth;
  char **pointers;
  char **words;
  const SlipAdapter *found;
  SlipFeedSecretType secret_type;
  const char *secret_name;
  SlipAdapterSettings settings;
  /*< private >*/
  GArray *meanings;
} SlipCliFeedOptions;

gboolean slip_cli_feed_options_read (SlipCliFeedOptions *self, GError **error);
void slip_cli_feed_options_clear (SlipCliFeedOptions *self);

/**
 * slip_cli_dup_secret:
 * @fd: a file descriptor to read it from, up to its end or a line end; -1 for
 *   the variable `SLIPWAY_FEED_SECRET`
 *
 * Returns: (transfer full): the secret, %NULL with an error if there is none.
 */
char *slip_cli_dup_secret (int fd, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_cli_get_feed_secret:
 *
 * Returns: (nullable): the secret of the feed called @name alone, from its own
 *   variable: `SLIPWAY_FEED_SECRET_HELP_DESK` for 'Help desk'.
 */
const char *slip_cli_get_feed_secret (const char *name);

/**
 * slip_cli_load_authority:
 * @path: (nullable): a file of certificates, as it was typed
 * @trust: (out): to be believed alone; left alone if @path is %NULL
 */
gboolean slip_cli_load_authority (const char *path,
                                  GTlsDatabase **trust,
                                  GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SlipCliFeedOptions,
                                  slip_cli_feed_options_clear)

G_END_DECLS
