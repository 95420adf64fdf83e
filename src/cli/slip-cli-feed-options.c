/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-cli-feed-options.h"

#include "slip-cli-arguments.h"

#include <gio/gunixinputstream.h>
#include <glib/gi18n.h>
#include <string.h>

#define SECRET_VARIABLE "SLIPWAY_FEED_SECRET"

/* Most of a secret that is read. */
#define MAX_SECRET_BYTES 8192

void
slip_cli_feed_options_clear (SlipCliFeedOptions *self)
{
  g_free (self->adapter);
  g_free (self->auth);
  g_strfreev (self->pointers);
  g_strfreev (self->words);
  g_clear_pointer (&self->meanings, g_array_unref);
}

/* Cuts `KEY=VALUE` in @text in two; returns the value, or %NULL. */
static const char *
cut (char *text)
{
  char *sign = strchr (text, '=');

  if (sign == NULL || sign == text)
    return NULL;
  *sign = '\0';
  return sign + 1;
}

static const char **
find_pointer (SlipAdapterSettings *settings, const char *name)
{
  const struct {
    const char *name;
    const char **place;
  } table[] = {
    { "list", &settings->list },
    { "release", &settings->release },
    { "audience", &settings->audience },
    { "state", &settings->state },
    { "text", &settings->text },
    { "owner", &settings->owner },
    { "done", &settings->done },
    { "total", &settings->total },
    { "updated_at", &settings->updated_at },
    { "url", &settings->url },
    { "next", &settings->next },
    { "is_release", &settings->fixed_release },
    { "is_audience", &settings->fixed_audience },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    if (g_str_equal (table[i].name, name))
      return table[i].place;
  return NULL;
}

static gboolean
read_pointers (SlipCliFeedOptions *self, GError **error)
{
  for (guint i = 0; self->pointers != NULL && self->pointers[i]; i++) {
    const char *value = cut (self->pointers[i]);
    const char **place =
      value != NULL ? find_pointer (&self->settings, self->pointers[i]) : NULL;

    if (place == NULL)
      return slip_cli_fail_usage (
        error, _ ("A pointer is list, release, audience, state, text, owner, "
                  "done, total, updated_at, url, next, is_release or "
                  "is_audience, as in state=/fields/status"));
    *place = value;
  }
  return TRUE;
}

static gboolean
read_words (SlipCliFeedOptions *self, GError **error)
{
  self->meanings = g_array_new (FALSE, FALSE, sizeof (SlipAdapterWord));
  for (guint i = 0; self->words != NULL && self->words[i]; i++) {
    const char *nick = cut (self->words[i]);
    SlipAdapterWord word = { self->words[i], SLIP_OBSERVED_UNKNOWN };

    if (nick != NULL)
      word.state = slip_observed_state_find (nick);
    if (nick == NULL ||
        (word.state == SLIP_OBSERVED_UNKNOWN && !g_str_equal (nick, "unknown")))
      return slip_cli_fail_usage (
        error, _ ("A word is said as in “Nearly there=at_risk”; "
                  "slipway-status(5) lists the states"));
    g_array_append_val (self->meanings, word);
  }
  self->settings.words =
    (const SlipAdapterWord *) (gpointer) self->meanings->data;
  self->settings.n_words = self->meanings->len;
  return TRUE;
}

static gboolean
read_auth (SlipCliFeedOptions *self, GError **error)
{
  const char *name = self->auth != NULL ? strchr (self->auth, ':') : NULL;

  if (self->auth == NULL || g_str_equal (self->auth, "none"))
    return TRUE;
  if (g_str_equal (self->auth, "bearer"))
    self->secret_type = SLIP_FEED_SECRET_BEARER;
  else if (name != NULL && g_str_has_prefix (self->auth, "basic:"))
    self->secret_type = SLIP_FEED_SECRET_BASIC;
  else if (name != NULL && g_str_has_prefix (self->auth, "header:"))
    self->secret_type = SLIP_FEED_SECRET_HEADER;
  else
    return slip_cli_fail_usage (
      error, _ ("A secret is sent as bearer, basic:NAME or header:NAME"));
  self->secret_name = name != NULL ? name + 1 : NULL;
  return TRUE;
}

static gboolean
find_adapter (SlipCliFeedOptions *self, GError **error)
{
  const char *id =
    self->adapter != NULL ? self->adapter : slip_adapter_native.id;
  g_autoptr (GString) ids = g_string_new (NULL);
  guint n;
  const SlipAdapter *const *list = slip_adapter_list (&n);

  self->found = slip_adapter_find (id);
  if (self->found != NULL)
    return TRUE;
  for (guint i = 0; i < n; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? ", " : "", list[i]->id);
  g_set_error (error, SLIP_CLI_ERROR, SLIP_CLI_ERROR_USAGE,
               _ ("There is no adapter “%s”, only: %s"), id, ids->str);
  return FALSE;
}

gboolean
slip_cli_feed_options_read (SlipCliFeedOptions *self, GError **error)
{
  if (!find_adapter (self, error) || !read_pointers (self, error) ||
      !read_words (self, error) || !read_auth (self, error))
    return FALSE;
  return self->found != &slip_adapter_general ||
         slip_adapter_settings_check (&self->settings, error);
}

/* Reads a secret from a file descriptor. */
static char *
read_secret (int fd, GError **error)
{
  g_autoptr (GInputStream) stream = g_unix_input_stream_new (fd, FALSE);
  char buffer[MAX_SECRET_BYTES + 1];
  gsize n;

  if (!g_input_stream_read_all (stream, buffer, MAX_SECRET_BYTES, &n, NULL,
                                error)) {
    g_prefix_error (error, "%s: ", _ ("The secret could not be read"));
    return NULL;
  }
  buffer[n] = '\0';
  buffer[strcspn (buffer, "\r\n")] = '\0';
  return g_strdup (buffer);
}

/* The variable for the secret of @feed alone: letters and digits in capitals,
 * anything else as '_'. */
static char *
dup_variable (const char *feed)
{
  GString *name = g_string_new (SECRET_VARIABLE "_");

  for (const char *at = feed; *at != '\0'; at = g_utf8_next_char (at))
    g_string_append_c (name,
                       g_ascii_isalnum (*at) ? g_ascii_toupper (*at) : '_');
  return g_string_free (name, FALSE);
}

const char *
slip_cli_get_feed_secret (const char *name)
{
  g_autofree char *variable = dup_variable (name);
  const char *secret = g_getenv (variable);

  return secret != NULL && *secret != '\0' ? secret : NULL;
}

char *
slip_cli_dup_secret (int fd, GError **error)
{
  g_autofree char *secret =
    fd >= 0 ? read_secret (fd, error) : g_strdup (g_getenv (SECRET_VARIABLE));

  if (fd >= 0 && secret == NULL)
    return NULL;
  if (secret == NULL || *secret == '\0') {
    slip_cli_fail_usage (error,
                         _ ("There is no secret; it is read from the variable "
                            "SLIPWAY_FEED_SECRET or from --secret-fd"));
    return NULL;
  }
  return g_steal_pointer (&secret);
}

gboolean
slip_cli_load_authority (const char *path, GTlsDatabase **trust, GError **error)
{
  g_autofree char *full = NULL;

  if (path == NULL)
    return TRUE;
  full = g_canonicalize_filename (path, NULL);
  *trust = g_tls_file_database_new (full, error);
  if (*trust == NULL)
    g_prefix_error (error, "%s: ", path);
  return *trust != NULL;
}
