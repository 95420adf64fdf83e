/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fuzz.h"

#include "slip-feed-address.h"
#include "slip-feed-headers.h"

/* Whatever a server sends as Link or Location leads nowhere else. */
int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autofree char *next = slip_feed_headers_dup_next (text);
  g_autoptr (GUri) from =
    slip_feed_address_parse ("https://example.org:8443/a/b?c", NULL);
  g_autoptr (GUri) to = slip_feed_address_follow (from, text, NULL);

  if (to != NULL) {
    g_assert_true (slip_feed_address_is_same_origin (from, to));
    g_assert_cmpstr (g_uri_get_host (to), ==, "example.org");
    g_assert_cmpint (g_uri_get_port (to), ==, 8443);
    g_assert_null (g_uri_get_userinfo (to));
  }
  slip_feed_headers_parse_retry_after (text, 0);
  slip_feed_headers_parse_reset ("0", text, 0);
  return 0;
}
