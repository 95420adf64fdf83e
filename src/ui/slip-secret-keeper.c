/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-secret-keeper.h"

#include <glib/gi18n.h>
#include <libsecret/secret.h>

#define PLAN       "plan"
#define FEED       "feed"
#define CREDENTIAL "credential"

struct _SlipSecretKeeper {
  GObject parent_instance;
};

static const SecretSchema schema = {
  APPLICATION_ID ".Feed",
  SECRET_SCHEMA_NONE,
  {
    { PLAN, SECRET_SCHEMA_ATTRIBUTE_STRING },
    { FEED, SECRET_SCHEMA_ATTRIBUTE_STRING },
    { CREDENTIAL, SECRET_SCHEMA_ATTRIBUTE_STRING },
    { NULL, SECRET_SCHEMA_ATTRIBUTE_STRING },
  },
};

static void implement_source (SlipSecretSourceInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SlipSecretKeeper,
                               slip_secret_keeper,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (SLIP_TYPE_SECRET_SOURCE,
                                                      implement_source))

static GHashTable *
new_attributes (const SlipSecretKey *key)
{
  GHashTable *attributes =
    g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);

  g_hash_table_insert (attributes, (gpointer) PLAN, g_strdup (key->plan));
  g_hash_table_insert (attributes, (gpointer) FEED, g_strdup (key->feed));
  return attributes;
}

/* Answers with @error (transfer full), in words for people. */
static void
return_error (GTask *task, GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)) {
    g_task_return_error (task, error);
    return;
  }
  g_dbus_error_strip_remote_error (error);
  g_task_return_new_error (
    task, error->domain, error->code,
    /* Translators: what a library said, in its own words. */
    _ ("The keyring with the feed’s secret cannot be used: %s"),
    error->message);
  g_error_free (error);
}

/* What was found, the newest of it. */
static SecretRetrievable *
find_newest (GList *found)
{
  SecretRetrievable *newest = NULL;

  for (GList *l = found; l != NULL; l = l->next)
    if (newest == NULL || secret_retrievable_get_created (l->data) >=
                            secret_retrievable_get_created (newest))
      newest = l->data;
  return newest;
}

static void
retrieved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  SecretRetrievable *item = SECRET_RETRIEVABLE (source);
  g_autoptr (GHashTable) attributes = secret_retrievable_get_attributes (item);
  GError *error = NULL;
  SecretValue *value =
    secret_retrievable_retrieve_secret_finish (item, result, &error);

  if (error != NULL) {
    return_error (task, error);
    return;
  }
  g_task_return_pointer (
    task,
    slip_secret_new (value != NULL ? secret_value_get_text (value) : NULL,
                     g_hash_table_lookup (attributes, CREDENTIAL)),
    (GDestroyNotify) slip_secret_free);
  if (value != NULL)
    secret_value_unref (value);
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  g_autolist (GObject) found = secret_password_search_finish (result, &error);
  SecretRetrievable *newest = find_newest (found);

  if (error != NULL)
    return_error (task, error);
  else if (newest == NULL)
    g_task_return_pointer (task, slip_secret_new (NULL, NULL),
                           (GDestroyNotify) slip_secret_free);
  else
    secret_retrievable_retrieve_secret (newest, g_task_get_cancellable (task),
                                        retrieved_cb, g_object_ref (task));
}

static void
slip_secret_keeper_lookup_async (SlipSecretSource *source,
                                 const SlipSecretKey *key,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer data)
{
  GTask *task = g_task_new (source, cancellable, callback, data);
  g_autoptr (GHashTable) attributes = new_attributes (key);

  g_task_set_source_tag (task, slip_secret_keeper_lookup_async);
  secret_password_searchv (&schema, attributes,
                           SECRET_SEARCH_ALL | SECRET_SEARCH_UNLOCK,
                           cancellable, found_cb, task);
}

static SlipSecret *
slip_secret_keeper_lookup_finish (SlipSecretSource *source,
                                  GAsyncResult *result,
                                  GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, source), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* What is kept, and what is then to be forgotten. */
typedef struct {
  GHashTable *attributes; /* of all there are of the feed */
  SlipSecret *secret;
  GList *found; /* element-type SecretRetrievable */
  GList *next;  /* the one to look at next */
} Keeping;

static void
keeping_free (gpointer data)
{
  Keeping *keeping = data;

  g_hash_table_unref (keeping->attributes);
  slip_secret_free (keeping->secret);
  g_list_free_full (keeping->found, g_object_unref);
  g_free (keeping);
}

static gboolean
is_kept (const Keeping *keeping, const char *credential)
{
  return keeping->secret->secret != NULL &&
         g_strcmp0 (credential, keeping->secret->credential) == 0;
}

static void forget_next (GTask *task);

/* That there was nothing to forget is no error. */
static void
cleared_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GTask *task = data;
  GError *error = NULL;

  secret_password_clear_finish (result, &error);
  if (error == NULL) {
    forget_next (task);
    return;
  }
  return_error (task, error);
  g_object_unref (task);
}

/* @task: (transfer full) */
static void
forget_next (GTask *task)
{
  Keeping *keeping = g_task_get_task_data (task);

  while (keeping->next != NULL) {
    g_autoptr (GHashTable) found =
      secret_retrievable_get_attributes (keeping->next->data);
    const char *credential = g_hash_table_lookup (found, CREDENTIAL);

    keeping->next = keeping->next->next;
    if (credential == NULL || is_kept (keeping, credential))
      continue;
    secret_password_clear (&schema, g_task_get_cancellable (task), cleared_cb,
                           task, PLAN, g_hash_table_lookup (found, PLAN), FEED,
                           g_hash_table_lookup (found, FEED), CREDENTIAL,
                           credential, NULL);
    return;
  }
  g_task_return_boolean (task, TRUE);
  g_object_unref (task);
}

static void
all_found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GTask *task = data;
  Keeping *keeping = g_task_get_task_data (task);
  GError *error = NULL;

  keeping->found = secret_password_search_finish (result, &error);
  keeping->next = keeping->found;
  if (error == NULL) {
    forget_next (task);
    return;
  }
  return_error (task, error);
  g_object_unref (task);
}

/* @task: (transfer full) */
static void
forget_others (GTask *task)
{
  Keeping *keeping = g_task_get_task_data (task);

  secret_password_searchv (&schema, keeping->attributes,
                           SECRET_SEARCH_ALL | SECRET_SEARCH_UNLOCK,
                           g_task_get_cancellable (task), all_found_cb, task);
}

static void
stored_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GTask *task = data;
  GError *error = NULL;

  if (secret_password_store_finish (result, &error)) {
    forget_others (task);
    return;
  }
  return_error (task, error);
  g_object_unref (task);
}

static char *
dup_label (const SlipSecretKey *key)
{
  if (key->label == NULL)
    return g_strdup (_ ("Slipway: status feed"));
  return g_strdup_printf (
    /* Translators: in a list of all that is kept in a keyring; the name of a
     * status feed. */
    _ ("Slipway: status feed “%s”"), key->label);
}

/* The new one is kept before older ones are forgotten: whatever fails between,
 * there is one that works. */
static void
slip_secret_keeper_store_async (SlipSecretSource *source,
                                const SlipSecretKey *key,
                                const char *secret,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer data)
{
  GTask *task = g_task_new (source, cancellable, callback, data);
  Keeping *keeping = g_new0 (Keeping, 1);
  g_autoptr (GHashTable) attributes = NULL;
  g_autofree char *credential = g_uuid_string_random ();
  g_autofree char *label = dup_label (key);

  g_task_set_source_tag (task, slip_secret_keeper_store_async);
  keeping->attributes = new_attributes (key);
  keeping->secret =
    slip_secret_new (secret != NULL && *secret != '\0' ? secret : NULL,
                     credential);
  g_task_set_task_data (task, keeping, keeping_free);
  if (keeping->secret->secret == NULL) {
    forget_others (task);
    return;
  }
  attributes = new_attributes (key);
  g_hash_table_insert (attributes, (gpointer) CREDENTIAL,
                       g_strdup (credential));
  secret_password_storev (&schema, attributes, SECRET_COLLECTION_DEFAULT, label,
                          keeping->secret->secret, cancellable, stored_cb,
                          task);
}

static gboolean
slip_secret_keeper_store_finish (SlipSecretSource *source,
                                 GAsyncResult *result,
                                 GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, source), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
implement_source (SlipSecretSourceInterface *iface)
{
  iface->lookup_async = slip_secret_keeper_lookup_async;
  iface->lookup_finish = slip_secret_keeper_lookup_finish;
  iface->store_async = slip_secret_keeper_store_async;
  iface->store_finish = slip_secret_keeper_store_finish;
}

static void
slip_secret_keeper_class_init (SlipSecretKeeperClass *klass)
{
}

static void
slip_secret_keeper_init (SlipSecretKeeper *self)
{
}

SlipSecretKeeper *
slip_secret_keeper_new (void)
{
  return g_object_new (SLIP_TYPE_SECRET_KEEPER, NULL);
}
