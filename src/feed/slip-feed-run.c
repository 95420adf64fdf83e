/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-feed-run.h"

#include "slip-feed-address.h"

#include <glib/gi18n-lib.h>

/* A run under way. */
typedef struct {
  SlipFeedRequest request; /* its texts are owned by the members below */
  char *secret_name;
  char *secret;
  char *secret_address;
  const SlipAdapter *adapter;
  SlipAdapterSettings *settings;
  SlipDate today;
  GPtrArray *kept;

  char *address; /* of the page that is asked for */
  guint deadline_ms;
  gint64 started_us;
  gsize n_bytes;
  guint n_unchanged;
  GPtrArray *reports; /* of each page; NULL where it was kept */
  SlipFeedResult *result;
} Run;

/* What the thread gets and gives: values of its own. */
typedef struct {
  const SlipAdapter *adapter;
  SlipAdapterSettings *settings;
  SlipDate today;
  GPtrArray *pages;
  GPtrArray *reports; /* NULL: the last page alone */
} Reading;

SlipFeedPage *
slip_feed_page_new (void)
{
  return g_new0 (SlipFeedPage, 1);
}

SlipFeedPage *
slip_feed_page_copy (const SlipFeedPage *self)
{
  SlipFeedPage *copy = slip_feed_page_new ();

  copy->address = g_strdup (self->address);
  copy->etag = g_strdup (self->etag);
  copy->last_modified = g_strdup (self->last_modified);
  copy->next = g_strdup (self->next);
  copy->body = self->body != NULL ? g_bytes_ref (self->body) : NULL;
  return copy;
}

void
slip_feed_page_free (SlipFeedPage *self)
{
  if (self == NULL)
    return;
  g_free (self->address);
  g_free (self->etag);
  g_free (self->last_modified);
  g_free (self->next);
  g_clear_pointer (&self->body, g_bytes_unref);
  g_free (self);
}

static GPtrArray *
new_pages (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) slip_feed_page_free);
}

static GPtrArray *
new_reports (void)
{
  return g_ptr_array_new_with_free_func (
    (GDestroyNotify) slip_status_report_free);
}

void
slip_feed_result_free (SlipFeedResult *self)
{
  if (self == NULL)
    return;
  slip_status_report_free (self->report);
  g_ptr_array_unref (self->pages);
  g_clear_error (&self->error);
  g_free (self);
}

static void
run_free (gpointer data)
{
  Run *self = data;

  g_free (self->secret_name);
  g_free (self->secret);
  g_free (self->secret_address);
  slip_adapter_settings_free (self->settings);
  g_ptr_array_unref (self->kept);
  g_free (self->address);
  g_ptr_array_unref (self->reports);
  slip_feed_result_free (self->result);
  g_free (self);
}

static void
reading_free (gpointer data)
{
  Reading *self = data;

  slip_adapter_settings_free (self->settings);
  g_ptr_array_unref (self->pages);
  g_clear_pointer (&self->reports, g_ptr_array_unref);
  g_free (self);
}

/* Ends the run; takes @task and, if it failed, @error. */
static void
conclude (GTask *task, GError *error)
{
  Run *self = g_task_get_task_data (task);
  SlipFeedResult *result = g_steal_pointer (&self->result);

  if (error != NULL) {
    g_ptr_array_set_size (result->pages, 0);
    g_clear_pointer (&result->report, slip_status_report_free);
    result->is_unchanged = FALSE;
    result->error = error;
  }
  g_task_return_pointer (task, result, (GDestroyNotify) slip_feed_result_free);
  g_object_unref (task);
}

static const SlipFeedPage *
find_page (const GPtrArray *pages, const char *address)
{
  for (guint i = 0; i < pages->len; i++) {
    const SlipFeedPage *page = pages->pdata[i];

    if (g_strcmp0 (page->address, address) == 0)
      return page;
  }
  return NULL;
}

static SlipStatusReport *
read_page (const Reading *reading, const SlipFeedPage *page, GError **error)
{
  const SlipAdapterInput input = { .address = page->address,
                                   .today = reading->today,
                                   .settings = reading->settings };

  return slip_adapter_read (reading->adapter, page->body, &input, error);
}

/* Reads the last page, whose address of the next is wanted. */
static void
read_last_in_thread (GTask *task,
                     gpointer source,
                     gpointer data,
                     GCancellable *cancellable)
{
  const Reading *reading = data;
  GError *error = NULL;
  SlipStatusReport *report =
    read_page (reading, reading->pages->pdata[reading->pages->len - 1], &error);

  if (report == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, report,
                           (GDestroyNotify) slip_status_report_free);
}

/* Reads what was kept and puts all pages together. */
static void
merge_in_thread (GTask *task,
                 gpointer source,
                 gpointer data,
                 GCancellable *cancellable)
{
  const Reading *reading = data;
  g_autoptr (SlipStatusReport) all = slip_status_report_new ();
  GError *error = NULL;

  for (guint i = 0; i < reading->pages->len; i++) {
    g_autoptr (SlipStatusReport) page =
      g_steal_pointer (&reading->reports->pdata[i]);

    if (page == NULL)
      page = read_page (reading, reading->pages->pdata[i], &error);
    if (page == NULL) {
      g_task_return_error (task, error);
      return;
    }
    slip_status_report_merge (all, page, reading->adapter->is_summed);
  }
  g_clear_pointer (&all->next, g_free);
  g_task_return_pointer (task, g_steal_pointer (&all),
                         (GDestroyNotify) slip_status_report_free);
}

/* Runs @func over the pages so far, and over @reports if there are any. */
static void
start_reading (GTask *task,
               GPtrArray *reports,
               GTaskThreadFunc func,
               GAsyncReadyCallback callback)
{
  const Run *self = g_task_get_task_data (task);
  g_autoptr (GTask) thread =
    g_task_new (NULL, g_task_get_cancellable (task), callback, task);
  Reading *reading = g_new0 (Reading, 1);

  reading->adapter = self->adapter;
  reading->settings = slip_adapter_settings_copy (self->settings);
  reading->today = self->today;
  reading->pages = new_pages ();
  for (guint i = 0; i < self->result->pages->len; i++)
    g_ptr_array_add (reading->pages,
                     slip_feed_page_copy (self->result->pages->pdata[i]));
  reading->reports = reports;
  g_task_set_task_data (thread, reading, reading_free);
  g_task_run_in_thread (thread, func);
}

static void
merged_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GTask *task = data;
  Run *self = g_task_get_task_data (task);
  GError *error = NULL;

  self->result->report = g_task_propagate_pointer (G_TASK (result), &error);
  conclude (task, error);
}

static void
end_run (GTask *task)
{
  Run *self = g_task_get_task_data (task);
  const GPtrArray *pages = self->result->pages;

  if (self->n_unchanged == pages->len && pages->len == self->kept->len) {
    self->result->is_unchanged = TRUE;
    conclude (task, NULL);
    return;
  }
  GPtrArray *reports = g_steal_pointer (&self->reports);
  self->reports = new_reports ();
  start_reading (task, reports, merge_in_thread, merged_cb);
}

/* The address of the next page: what the answer says comes before Link. */
static gboolean
find_next (SlipFeedPage *page, const char *said, GError **error)
{
  g_autoptr (GUri) from = NULL;
  g_autoptr (GUri) to = NULL;

  if (said == NULL)
    return TRUE;
  from = slip_feed_address_parse (page->address, error);
  if (from == NULL)
    return FALSE;
  to = slip_feed_address_follow (from, said, error);
  if (to == NULL)
    return FALSE;
  g_free (page->next);
  page->next = g_uri_to_string (to);
  return TRUE;
}

static gboolean
check_pages (const Run *self, const char *next, GError **error)
{
  if (self->result->pages->len >= SLIP_FEED_RUN_MAX_PAGES) {
    g_set_error (error, SLIP_FEED_ERROR, SLIP_FEED_ERROR_TOO_LARGE,
                 _ ("There are more than %u pages"), SLIP_FEED_RUN_MAX_PAGES);
    return FALSE;
  }
  if (find_page (self->result->pages, next) != NULL) {
    g_set_error_literal (error, SLIP_FEED_ERROR, SLIP_FEED_ERROR_REDIRECT,
                         _ ("The pages lead round in a circle"));
    return FALSE;
  }
  return TRUE;
}

static void ask (GTask *task);

/* Goes to the page after the last, or ends. */
static void
go_on (GTask *task)
{
  Run *self = g_task_get_task_data (task);
  const GPtrArray *pages = self->result->pages;
  const SlipFeedPage *last = pages->pdata[pages->len - 1];
  GError *error = NULL;

  if (last->next == NULL) {
    end_run (task);
  } else if (!check_pages (self, last->next, &error)) {
    conclude (task, error);
  } else {
    g_free (self->address);
    self->address = g_strdup (last->next);
    ask (task);
  }
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GTask *task = data;
  Run *self = g_task_get_task_data (task);
  const GPtrArray *pages = self->result->pages;
  GError *error = NULL;
  SlipStatusReport *report = g_task_propagate_pointer (G_TASK (result), &error);

  if (report == NULL) {
    if (pages->len > 1 && error->domain == SLIP_FORMAT_ERROR)
      /* Translators: the page's number, and what is wrong with it. */
      g_prefix_error (&error, _ ("Page %u: "), pages->len);
    conclude (task, error);
    return;
  }
  g_ptr_array_add (self->reports, report);
  if (find_next (pages->pdata[pages->len - 1], report->next, &error))
    go_on (task);
  else
    conclude (task, error);
}

/* Takes over a page that came anew. */
static void
take_new (GTask *task, SlipFeedAnswer *answer)
{
  Run *self = g_task_get_task_data (task);
  SlipFeedPage *page = slip_feed_page_new ();

  page->address = g_strdup (self->address);
  page->etag = g_steal_pointer (&answer->etag);
  page->last_modified = g_steal_pointer (&answer->last_modified);
  page->next = g_steal_pointer (&answer->next);
  page->body = g_steal_pointer (&answer->body);
  self->n_bytes += g_bytes_get_size (page->body);
  g_ptr_array_add (self->result->pages, page);
  if (self->n_bytes > SLIP_FEED_RUN_MAX_BYTES) {
    g_autofree char *limit =
      g_format_size_full (SLIP_FEED_RUN_MAX_BYTES, G_FORMAT_SIZE_IEC_UNITS);
    conclude (task,
              g_error_new (SLIP_FEED_ERROR, SLIP_FEED_ERROR_TOO_LARGE,
                           _ ("All pages together are too long: at most %s "
                              "are read"),
                           limit));
    return;
  }
  start_reading (task, NULL, read_last_in_thread, read_cb);
}

/* Takes over a page that is as it was kept. */
static void
take_kept (GTask *task)
{
  Run *self = g_task_get_task_data (task);
  const SlipFeedPage *page = find_page (self->kept, self->address);

  self->n_bytes += g_bytes_get_size (page->body);
  self->n_unchanged++;
  g_ptr_array_add (self->result->pages, slip_feed_page_copy (page));
  g_ptr_array_add (self->reports, NULL);
  go_on (task);
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GTask *task = data;
  Run *self = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (SlipFeedAnswer) answer =
    slip_feed_client_ask_finish (SLIP_FEED_CLIENT (source), result, &error);

  if (answer == NULL) {
    conclude (task, error);
    return;
  }
  self->result->not_before_ms =
    MAX (self->result->not_before_ms, answer->not_before_ms);
  if (answer->error != NULL)
    conclude (task, g_steal_pointer (&answer->error));
  else if (answer->is_unchanged)
    take_kept (task);
  else
    take_new (task, answer);
}

/* What is left of the time for all pages. */
static guint
get_left_ms (const Run *self)
{
  gint64 gone_ms = (g_get_monotonic_time () - self->started_us) / 1000;

  return gone_ms < self->deadline_ms ? self->deadline_ms - (guint) gone_ms : 1;
}

static void
ask (GTask *task)
{
  Run *self = g_task_get_task_data (task);
  const SlipFeedPage *kept = find_page (self->kept, self->address);
  SlipFeedRequest request = self->request;

  request.address = self->address;
  request.secret_address = self->secret_address;
  request.etag = kept != NULL ? kept->etag : NULL;
  request.last_modified = kept != NULL ? kept->last_modified : NULL;
  if (request.limits.deadline_ms == 0)
    request.limits.deadline_ms = SLIP_FEED_DEADLINE_MS;
  request.limits.deadline_ms =
    MIN (request.limits.deadline_ms, get_left_ms (self));
  slip_feed_client_ask_async (g_task_get_source_object (task), &request,
                              g_task_get_cancellable (task), answered_cb, task);
}

static Run *
new_run (const SlipFeedRun *given)
{
  Run *self = g_new0 (Run, 1);

  self->request = given->request;
  self->secret_name = g_strdup (given->request.secret_name);
  self->secret = g_strdup (given->request.secret);
  self->secret_address = g_strdup (given->request.secret_address != NULL
                                     ? given->request.secret_address
                                     : given->request.address);
  self->request.secret_name = self->secret_name;
  self->request.secret = self->secret;
  self->adapter = given->adapter;
  self->settings = slip_adapter_settings_copy (given->settings);
  self->today = given->today;
  self->kept = new_pages ();
  for (guint i = 0; given->kept != NULL && i < given->kept->len; i++)
    g_ptr_array_add (self->kept, slip_feed_page_copy (given->kept->pdata[i]));
  self->address = g_strdup (given->request.address);
  self->deadline_ms =
    given->deadline_ms != 0 ? given->deadline_ms : SLIP_FEED_RUN_DEADLINE_MS;
  self->started_us = g_get_monotonic_time ();
  self->reports = new_reports ();
  self->result = g_new0 (SlipFeedResult, 1);
  self->result->pages = new_pages ();
  return self;
}

void
slip_feed_run_async (SlipFeedClient *client,
                     const SlipFeedRun *run,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer data)
{
  g_return_if_fail (SLIP_IS_FEED_CLIENT (client));
  g_return_if_fail (run != NULL && run->adapter != NULL);
  g_return_if_fail (run->request.address != NULL);

  GTask *task = g_task_new (client, cancellable, callback, data);
  g_task_set_source_tag (task, slip_feed_run_async);
  g_task_set_task_data (task, new_run (run), run_free);
  ask (task);
}

SlipFeedResult *
slip_feed_run_finish (SlipFeedClient *client,
                      GAsyncResult *result,
                      GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, client), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
