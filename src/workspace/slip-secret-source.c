/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-secret-source.h"

#include <string.h>

G_DEFINE_INTERFACE (SlipSecretSource, slip_secret_source, G_TYPE_OBJECT)

static void
slip_secret_source_default_init (SlipSecretSourceInterface *iface)
{
}

SlipSecret *
slip_secret_new (const char *secret, const char *credential)
{
  SlipSecret *self = g_new (SlipSecret, 1);

  self->secret = g_strdup (secret);
  self->credential = g_strdup (credential);
  return self;
}

void
slip_secret_free (SlipSecret *self)
{
  if (self->secret != NULL)
    explicit_bzero (self->secret, strlen (self->secret));
  g_free (self->secret);
  g_free (self->credential);
  g_free (self);
}

void
slip_secret_source_lookup_async (SlipSecretSource *self,
                                 const SlipSecretKey *key,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer data)
{
  g_return_if_fail (SLIP_IS_SECRET_SOURCE (self));
  g_return_if_fail (key->plan != NULL && key->feed != NULL);

  SLIP_SECRET_SOURCE_GET_IFACE (self)->lookup_async (self, key, cancellable,
                                                     callback, data);
}

SlipSecret *
slip_secret_source_lookup_finish (SlipSecretSource *self,
                                  GAsyncResult *result,
                                  GError **error)
{
  g_return_val_if_fail (SLIP_IS_SECRET_SOURCE (self), NULL);

  return SLIP_SECRET_SOURCE_GET_IFACE (self)->lookup_finish (self, result,
                                                             error);
}

void
slip_secret_source_store_async (SlipSecretSource *self,
                                const SlipSecretKey *key,
                                const char *secret,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer data)
{
  g_return_if_fail (SLIP_IS_SECRET_SOURCE (self));
  g_return_if_fail (key->plan != NULL && key->feed != NULL);

  SLIP_SECRET_SOURCE_GET_IFACE (self)->store_async (self, key, secret,
                                                    cancellable, callback,
                                                    data);
}

gboolean
slip_secret_source_store_finish (SlipSecretSource *self,
                                 GAsyncResult *result,
                                 GError **error)
{
  g_return_val_if_fail (SLIP_IS_SECRET_SOURCE (self), FALSE);

  return SLIP_SECRET_SOURCE_GET_IFACE (self)->store_finish (self, result,
                                                            error);
}
