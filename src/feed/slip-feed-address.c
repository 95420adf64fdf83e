/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-feed-address.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* As libsoup wants it: the path as it was written, the default port known. */
#define FLAGS                                                                  \
  (G_URI_FLAGS_HAS_PASSWORD | G_URI_FLAGS_ENCODED_PATH |                       \
   G_URI_FLAGS_ENCODED_QUERY | G_URI_FLAGS_ENCODED_FRAGMENT |                  \
   G_URI_FLAGS_SCHEME_NORMALIZE)

static GUri *
fail (SlipFeedError code, const char *what, GError **error)
{
  g_set_error_literal (error, SLIP_FEED_ERROR, (int) code, what);
  return NULL;
}

gboolean
slip_feed_address_is_loopback (GUri *address)
{
  const char *host = g_uri_get_host (address);
  g_autoptr (GInetAddress) inet = NULL;

  if (host == NULL)
    return FALSE;
  if (g_ascii_strcasecmp (host, "localhost") == 0)
    return TRUE;
  /* Only a number: 127.0.0.1.example.org is a name like any other. */
  inet = g_inet_address_new_from_string (host);
  return inet != NULL && g_inet_address_get_is_loopback (inet);
}

static gboolean
is_scheme_allowed (GUri *uri)
{
  const char *scheme = g_uri_get_scheme (uri);

  return g_str_equal (scheme, "https") ||
         (g_str_equal (scheme, "http") && slip_feed_address_is_loopback (uri));
}

/* The port that is asked, also where the address names none. */
static int
get_port (GUri *uri)
{
  int port = g_uri_get_port (uri);

  if (port != -1)
    return port;
  return g_str_equal (g_uri_get_scheme (uri), "https") ? 443 : 80;
}

gboolean
slip_feed_address_is_same_origin (GUri *a, GUri *b)
{
  return g_str_equal (g_uri_get_scheme (a), g_uri_get_scheme (b)) &&
         g_ascii_strcasecmp (g_uri_get_host (a), g_uri_get_host (b)) == 0 &&
         get_port (a) == get_port (b);
}

/* Without the fragment, which is the reader's own, and with a path. */
static GUri *
build (GUri *uri)
{
  const char *path = g_uri_get_path (uri);

  return g_uri_build (FLAGS, g_uri_get_scheme (uri), NULL, g_uri_get_host (uri),
                      g_uri_get_port (uri), *path != '\0' ? path : "/",
                      g_uri_get_query (uri), NULL);
}

static gboolean
is_plain (const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    if (g_ascii_iscntrl (*p) || *p == ' ')
      return FALSE;
  return strlen (text) <= SLIP_FEED_ADDRESS_MAX_BYTES &&
         g_utf8_validate (text, -1, NULL);
}

GUri *
slip_feed_address_parse (const char *text, GError **error)
{
  const SlipFeedError code = SLIP_FEED_ERROR_ADDRESS;
  g_autoptr (GUri) uri = NULL;

  g_return_val_if_fail (text != NULL, NULL);
  if (is_plain (text))
    uri = g_uri_parse (text, FLAGS, NULL);
  if (uri == NULL || g_uri_get_host (uri) == NULL ||
      *g_uri_get_host (uri) == '\0')
    return fail (code,
                 _ ("The address must look like https://example.org/status"),
                 error);
  if (!is_scheme_allowed (uri))
    return fail (code,
                 _ ("The address must begin with https://, as others could "
                    "read and change what is sent without it; http:// is for "
                    "this computer only"),
                 error);
  if (g_uri_get_userinfo (uri) != NULL)
    return fail (code,
                 _ ("The address must not hold a name and password; they have "
                    "their own place"),
                 error);
  return build (uri);
}

GUri *
slip_feed_address_follow (GUri *from, const char *reference, GError **error)
{
  const SlipFeedError code = SLIP_FEED_ERROR_REDIRECT;
  g_autoptr (GUri) uri = NULL;

  if (reference != NULL && is_plain (reference))
    uri = g_uri_parse_relative (from, reference, FLAGS, NULL);
  if (uri == NULL || g_uri_get_host (uri) == NULL)
    return fail (code, _ ("The server points to what is no address"), error);
  if (!slip_feed_address_is_same_origin (from, uri)) {
    g_set_error (error, SLIP_FEED_ERROR, (int) code,
                 /* Translators: both are servers, such as https://a.org. */
                 _ ("The server points to another one (%s://%s), which is not "
                    "followed; if that is right, use that address"),
                 g_uri_get_scheme (uri), g_uri_get_host (uri));
    return NULL;
  }
  if (g_uri_get_userinfo (uri) != NULL)
    return fail (code, _ ("The server points to what is no address"), error);
  return build (uri);
}
