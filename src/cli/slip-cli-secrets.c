/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-cli-secrets.h"

#include "slip-cli-feed-options.h"

#include <glib/gi18n.h>

struct _SlipCliSecrets {
  GObject parent_instance;

  SlipCli *cli;
  char *given;
};

static void secret_source_init (SlipSecretSourceInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SlipCliSecrets,
                               slip_cli_secrets,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (SLIP_TYPE_SECRET_SOURCE,
                                                      secret_source_init))

static void
free_secret (gpointer data)
{
  slip_secret_free (data);
}

static void
slip_cli_secrets_lookup_async (SlipSecretSource *source,
                               const SlipSecretKey *key,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer data)
{
  SlipCliSecrets *self = SLIP_CLI_SECRETS (source);
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, data);
  const SlipRow *feed =
    slip_plan_state_get (self->cli->state, SLIP_KIND_FEED, key->feed);
  const char *name =
    feed != NULL ? slip_row_get_text (feed, SLIP_FEED_NAME) : NULL;
  const char *secret = name != NULL ? slip_cli_get_feed_secret (name) : NULL;

  if (secret == NULL)
    secret = self->given;
  g_task_return_pointer (task, slip_secret_new (secret, NULL), free_secret);
}

static SlipSecret *
slip_cli_secrets_lookup_finish (SlipSecretSource *source,
                                GAsyncResult *result,
                                GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
slip_cli_secrets_store_async (SlipSecretSource *source,
                              const SlipSecretKey *key,
                              const char *secret,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer data)
{
  g_task_report_new_error (source, callback, data, NULL, G_IO_ERROR,
                           G_IO_ERROR_NOT_SUPPORTED,
                           _ ("The command line keeps no secrets"));
}

static gboolean
slip_cli_secrets_store_finish (SlipSecretSource *source,
                               GAsyncResult *result,
                               GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
secret_source_init (SlipSecretSourceInterface *iface)
{
  iface->lookup_async = slip_cli_secrets_lookup_async;
  iface->lookup_finish = slip_cli_secrets_lookup_finish;
  iface->store_async = slip_cli_secrets_store_async;
  iface->store_finish = slip_cli_secrets_store_finish;
}

static void
slip_cli_secrets_finalize (GObject *object)
{
  SlipCliSecrets *self = SLIP_CLI_SECRETS (object);

  g_free (self->given);
  G_OBJECT_CLASS (slip_cli_secrets_parent_class)->finalize (object);
}

static void
slip_cli_secrets_class_init (SlipCliSecretsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = slip_cli_secrets_finalize;
}

static void
slip_cli_secrets_init (SlipCliSecrets *self)
{
}

SlipSecretSource *
slip_cli_secrets_new (SlipCli *cli, const char *given)
{
  SlipCliSecrets *self = g_object_new (SLIP_TYPE_CLI_SECRETS, NULL);

  self->cli = cli;
  self->given = g_strdup (given);
  return SLIP_SECRET_SOURCE (self);
}
