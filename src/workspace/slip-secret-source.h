/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SlipSecret:
 * @secret: (nullable): the secret; %NULL if none is kept
 * @credential: (nullable): a random id that is renewed with the secret, so that
 *   what one secret may see is never taken for what another may; %NULL if the
 *   secret is not kept anywhere
 */
typedef struct {
  char *secret;
  char *credential;
} SlipSecret;

/* Copies; each may be %NULL. */
SlipSecret *slip_secret_new (const char *secret,
                             const char *credential) G_GNUC_WARN_UNUSED_RESULT;

/* Overwrites the secret first. */
void slip_secret_free (SlipSecret *self);

/**
 * SlipSecretKey:
 * @plan: the id of the plan
 * @feed: the id of the feed
 * @label: (nullable): for people who look through what is kept; only needed to
 *   keep something
 *
 * Whose secret.
 */
typedef struct {
  const char *plan;
  const char *feed;
  const char *label;
} SlipSecretKey;

/**
 * SlipSecretSource:
 *
 * Where the secrets of feeds are kept: never in a plan, the settings or a log.
 * Answers come in the main context of the caller; errors are sentences for
 * people.
 */
#define SLIP_TYPE_SECRET_SOURCE (slip_secret_source_get_type ())

G_DECLARE_INTERFACE (SlipSecretSource,
                     slip_secret_source,
                     SLIP,
                     SECRET_SOURCE,
                     GObject)

struct _SlipSecretSourceInterface {
  GTypeInterface parent_iface;

  void (*lookup_async) (SlipSecretSource *self,
                        const SlipSecretKey *key,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer data);
  SlipSecret *(*lookup_finish) (SlipSecretSource *self,
                                GAsyncResult *result,
                                GError **error);
  void (*store_async) (SlipSecretSource *self,
                       const SlipSecretKey *key,
                       const char *secret,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer data);
  gboolean (*store_finish) (SlipSecretSource *self,
                            GAsyncResult *result,
                            GError **error);
};

void slip_secret_source_lookup_async (SlipSecretSource *self,
                                      const SlipSecretKey *key,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer data);

/* Returns: (transfer full): what is kept, which may be nothing. */
SlipSecret *slip_secret_source_lookup_finish (SlipSecretSource *self,
                                              GAsyncResult *result,
                                              GError **error)
  G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_secret_source_store_async:
 * @secret: (nullable): %NULL and the empty text forget what is kept
 *
 * Keeps @secret, with a new credential.
 */
void slip_secret_source_store_async (SlipSecretSource *self,
                                     const SlipSecretKey *key,
                                     const char *secret,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer data);
gboolean slip_secret_source_store_finish (SlipSecretSource *self,
                                          GAsyncResult *result,
                                          GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlipSecret, slip_secret_free)

G_END_DECLS
