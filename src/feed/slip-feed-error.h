/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SlipFeedError:
 * @SLIP_FEED_ERROR_ADDRESS: the address is none that is asked: not https, or it
 *   holds a name and password; the person must change it
 * @SLIP_FEED_ERROR_OFFLINE: this computer has no network; a state and no fault
 *   of the feed
 * @SLIP_FEED_ERROR_TIMED_OUT: the whole answer was not there at the deadline
 * @SLIP_FEED_ERROR_CERTIFICATE: the server could not prove who it is
 * @SLIP_FEED_ERROR_PROXY: the proxy stood in the way
 * @SLIP_FEED_ERROR_DENIED: the secret is missing, wrong or may not see this
 * @SLIP_FEED_ERROR_NOT_FOUND: there is nothing at the address
 * @SLIP_FEED_ERROR_BUSY: the server asks to come back later
 * @SLIP_FEED_ERROR_REDIRECT: sent to where Slipway does not follow
 * @SLIP_FEED_ERROR_TOO_LARGE: more than the stated limit
 * @SLIP_FEED_ERROR_INVALID: an answer that is cut short or breaks its own form
 * @SLIP_FEED_ERROR_FAILED: anything else
 *
 * What can go wrong while a feed is fetched.
 */
typedef enum {
  SLIP_FEED_ERROR_ADDRESS,
  SLIP_FEED_ERROR_OFFLINE,
  SLIP_FEED_ERROR_TIMED_OUT,
  SLIP_FEED_ERROR_CERTIFICATE,
  SLIP_FEED_ERROR_PROXY,
  SLIP_FEED_ERROR_DENIED,
  SLIP_FEED_ERROR_NOT_FOUND,
  SLIP_FEED_ERROR_BUSY,
  SLIP_FEED_ERROR_REDIRECT,
  SLIP_FEED_ERROR_TOO_LARGE,
  SLIP_FEED_ERROR_INVALID,
  SLIP_FEED_ERROR_FAILED,
} SlipFeedError;

#define SLIP_FEED_ERROR (slip_feed_error_quark ())

GQuark slip_feed_error_quark (void);

G_END_DECLS
