/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-secret-source.h"

G_BEGIN_DECLS

/* Secrets in memory, as the interface wants them. */
#define KEPT_TYPE_SECRETS (kept_secrets_get_type ())
G_DECLARE_FINAL_TYPE (KeptSecrets, kept_secrets, KEPT, SECRETS, GObject)

struct _KeptSecrets {
  GObject parent_instance;

  char *secret;
  char *credential;
  char *error;
  guint n_lookups;
};

static void
kept_lookup_async (SlipSecretSource *source,
                   const SlipSecretKey *key,
                   GCancellable *cancellable,
                   GAsyncReadyCallback callback,
                   gpointer data)
{
  KeptSecrets *self = KEPT_SECRETS (source);
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, data);

  self->n_lookups++;
  if (self->error != NULL)
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_FAILED, "%s",
                             self->error);
  else
    g_task_return_pointer (task,
                           slip_secret_new (self->secret, self->credential),
                           (GDestroyNotify) slip_secret_free);
}

static SlipSecret *
kept_lookup_finish (SlipSecretSource *source,
                    GAsyncResult *result,
                    GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
implement_source (SlipSecretSourceInterface *iface)
{
  iface->lookup_async = kept_lookup_async;
  iface->lookup_finish = kept_lookup_finish;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (KeptSecrets,
                               kept_secrets,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (SLIP_TYPE_SECRET_SOURCE,
                                                      implement_source))

static void
kept_secrets_finalize (GObject *object)
{
  KeptSecrets *self = KEPT_SECRETS (object);

  g_free (self->secret);
  g_free (self->credential);
  g_free (self->error);
  G_OBJECT_CLASS (kept_secrets_parent_class)->finalize (object);
}

static void
kept_secrets_class_init (KeptSecretsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kept_secrets_finalize;
}

static void
kept_secrets_init (KeptSecrets *self)
{
}

static inline void
keep (KeptSecrets *self, const char *secret, const char *credential)
{
  g_free (self->secret);
  g_free (self->credential);
  self->secret = g_strdup (secret);
  self->credential = g_strdup (credential);
}

G_END_DECLS
