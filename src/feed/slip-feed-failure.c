/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-feed-failure.h"

#include <glib/gi18n-lib.h>

/* Longest part of foreign text in a message, in characters. */
#define MAX_SHOWN 100

/* Foreign text on one line, without what steers a terminal or turns writing. */
static char *
dup_shown (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  GString *shown = g_string_new (NULL);
  guint n = 0;

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (n++ == MAX_SHOWN) {
      g_string_append (shown, "…");
      break;
    }
    g_string_append_unichar (shown,
                             c == ' ' || g_unichar_isgraph (c) ? c : ' ');
  }
  return g_strstrip (g_string_free (shown, FALSE));
}

static SlipFeedError
find_status_code (guint status, gboolean is_limited)
{
  if (is_limited || status == 429 || status == 503)
    return SLIP_FEED_ERROR_BUSY;
  switch (status) {
  case 401:
  case 403:
    return SLIP_FEED_ERROR_DENIED;
  case 404:
  case 410:
    return SLIP_FEED_ERROR_NOT_FOUND;
  case 407:
    return SLIP_FEED_ERROR_PROXY;
  default:
    return SLIP_FEED_ERROR_FAILED;
  }
}

/* What the person can make of it, to follow what the server said. */
static const char *
get_advice (SlipFeedError code)
{
  switch (code) {
  case SLIP_FEED_ERROR_BUSY:
    return _ ("it asks to come back later");
  case SLIP_FEED_ERROR_DENIED:
    return _ ("the secret is missing, wrong or may not see this");
  case SLIP_FEED_ERROR_NOT_FOUND:
    return _ ("there is nothing at this address, or the secret may not see it");
  case SLIP_FEED_ERROR_PROXY:
    return _ ("the proxy wants a name and password");
  case SLIP_FEED_ERROR_ADDRESS:
  case SLIP_FEED_ERROR_OFFLINE:
  case SLIP_FEED_ERROR_TIMED_OUT:
  case SLIP_FEED_ERROR_CERTIFICATE:
  case SLIP_FEED_ERROR_REDIRECT:
  case SLIP_FEED_ERROR_TOO_LARGE:
  case SLIP_FEED_ERROR_INVALID:
  case SLIP_FEED_ERROR_FAILED:
    break;
  }
  return NULL;
}

static char *
dup_said (guint status, const char *reason)
{
  g_autofree char *shown = dup_shown (reason);

  return g_strdup_printf ("%u%s%s", status, *shown != '\0' ? " " : "", shown);
}

void
slip_feed_failure_set_proxy (GError **error,
                             const char *host,
                             guint status,
                             const char *reason)
{
  g_autofree char *said = dup_said (status, reason);

  g_set_error (error, SLIP_FEED_ERROR, SLIP_FEED_ERROR_PROXY,
               _ ("The proxy on the way to %s answered “%s”"), host, said);
}

void
slip_feed_failure_set_status (GError **error,
                              const char *host,
                              guint status,
                              const char *reason,
                              gboolean is_limited)
{
  SlipFeedError code = find_status_code (status, is_limited);
  g_autofree char *said = dup_said (status, reason);
  const char *advice = get_advice (code);

  if (advice != NULL)
    g_set_error (error, SLIP_FEED_ERROR, (int) code,
                 /* Translators: a host, what it said, what that means. */
                 _ ("%s answered “%s”: %s"), host, said, advice);
  else
    g_set_error (error, SLIP_FEED_ERROR, (int) code, _ ("%s answered “%s”"),
                 host, said);
}

static gboolean
is_proxy_error (const GError *cause)
{
  return g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_PROXY_FAILED) ||
         g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_PROXY_AUTH_FAILED) ||
         g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_PROXY_NEED_AUTH) ||
         g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_PROXY_NOT_ALLOWED);
}

static gboolean
is_offline (const GError *cause, gboolean has_network)
{
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NETWORK_UNREACHABLE))
    return TRUE;
  return !has_network &&
         (cause->domain == G_RESOLVER_ERROR ||
          g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_HOST_UNREACHABLE) ||
          g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_HOST_NOT_FOUND));
}

void
slip_feed_failure_set_transport (GError **error,
                                 const char *host,
                                 const GError *cause,
                                 gboolean has_network)
{
  g_autofree char *said = dup_shown (cause->message);

  if (is_offline (cause, has_network))
    g_set_error_literal (error, SLIP_FEED_ERROR, SLIP_FEED_ERROR_OFFLINE,
                         _ ("This computer is offline"));
  else if (is_proxy_error (cause))
    g_set_error (error, SLIP_FEED_ERROR, SLIP_FEED_ERROR_PROXY,
                 _ ("The proxy on the way to %s failed: %s"), host, said);
  else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT))
    g_set_error (error, SLIP_FEED_ERROR, SLIP_FEED_ERROR_INVALID,
                 _ ("The answer of %s broke off: %s"), host, said);
  else if (cause->domain == G_TLS_ERROR)
    g_set_error (error, SLIP_FEED_ERROR, SLIP_FEED_ERROR_FAILED,
                 _ ("No secure connection to %s came about: %s"), host, said);
  else
    g_set_error (error, SLIP_FEED_ERROR, SLIP_FEED_ERROR_FAILED,
                 _ ("%s could not be asked: %s"), host, said);
}

void
slip_feed_failure_set_certificate (GError **error,
                                   const char *host,
                                   GTlsCertificateFlags faults,
                                   const GError *cause)
{
  static const struct {
    GTlsCertificateFlags flag;
    const char *words;
  } table[] = {
    { G_TLS_CERTIFICATE_EXPIRED, N_ ("it has expired") },
    { G_TLS_CERTIFICATE_NOT_ACTIVATED, N_ ("it is not valid yet") },
    { G_TLS_CERTIFICATE_BAD_IDENTITY, N_ ("it is for another name") },
    { G_TLS_CERTIFICATE_UNKNOWN_CA,
      N_ ("who signed it is not known to this computer") },
    { G_TLS_CERTIFICATE_REVOKED, N_ ("it was revoked") },
    { G_TLS_CERTIFICATE_INSECURE, N_ ("it is signed in an insecure way") },
  };
  g_autoptr (GString) words = g_string_new (NULL);
  g_autofree char *said = dup_shown (cause->message);

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    if ((faults & table[i].flag) != 0)
      g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "",
                              _ (table[i].words));
  g_set_error (error, SLIP_FEED_ERROR, SLIP_FEED_ERROR_CERTIFICATE,
               /* Translators: a host, what is wrong, a library's words. */
               _ ("The certificate of %s is not trusted: %s"), host,
               words->len > 0 ? words->str : said);
}
