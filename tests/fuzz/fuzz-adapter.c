/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fuzz.h"

#include "slip-adapter.h"
#include "slip-status-reading.h"

#include <string.h>

/* The adapter is named by the build: ADAPTER is its id. */

static const SlipAdapterWord words[] = { { "Parked", SLIP_OBSERVED_BLOCKED } };

static const SlipAdapterSettings settings = {
  .list = "/data/items",
  .release = "/key",
  .audience = "/team~1name",
  .state = "/fields/status/name",
  .text = "/fields/summary",
  .owner = "/fields/assignee/name",
  .done = "/fields/progress/done",
  .total = "/fields/progress/total",
  .updated_at = "/changed",
  .url = "/link",
  .next = "/paging/after",
  .words = words,
  .n_words = G_N_ELEMENTS (words),
};

static void
check_text (const char *text, guint max_characters)
{
  if (text == NULL)
    return;
  g_assert_cmpstr (text, !=, "");
  g_assert_true (g_utf8_validate (text, -1, NULL));
  g_assert_cmpint (g_utf8_strlen (text, -1), <=, max_characters);
}

static void
check_url (const char *url)
{
  check_text (url, SLIP_STATUS_MAX_URL);
  g_assert_true (url == NULL || g_str_has_prefix (url, "http"));
}

/* What the header promises of every observation. */
static void
check_observation (const SlipObservation *self)
{
  check_text (self->release, SLIP_STATUS_MAX_NAME);
  check_text (self->audience, SLIP_STATUS_MAX_NAME);
  check_text (self->state_word, SLIP_STATUS_MAX_NAME);
  check_text (self->text, SLIP_STATUS_MAX_TEXT);
  check_text (self->owner, SLIP_STATUS_MAX_NAME);
  check_text (self->flag, SLIP_STATUS_MAX_NAME);
  check_text (self->environment, SLIP_STATUS_MAX_NAME);
  check_text (self->stage, SLIP_STATUS_MAX_NAME);
  check_text (self->criterion, SLIP_STATUS_MAX_NAME);
  check_text (self->unit, SLIP_STATUS_MAX_NAME);
  check_url (self->url);
  g_assert_cmpint (self->state, <, SLIP_OBSERVED_N_STATES);
  g_assert_cmpint (self->share, >=, SLIP_OBSERVED_NO_SHARE);
  g_assert_cmpint (self->share, <=, 10000);
  g_assert_cmpint (self->done, >=, SLIP_OBSERVED_NO_COUNT);
  g_assert_cmpint (self->total, >=, SLIP_OBSERVED_NO_COUNT);
  g_assert_true (slip_observation_equal (self, self));
  switch (self->type) {
  case SLIP_OBSERVATION_STATUS:
    g_assert_nonnull (self->release);
    break;
  case SLIP_OBSERVATION_CRITERION:
    g_assert_nonnull (self->release);
    g_assert_nonnull (self->criterion);
    break;
  case SLIP_OBSERVATION_FLAG:
    g_assert_nonnull (self->flag);
    break;
  case SLIP_OBSERVATION_FREEZE:
    g_assert_nonnull (self->text);
    break;
  }
  for (guint i = 0; i < self->items->len; i++) {
    const SlipObservedItem *item = self->items->pdata[i];

    g_assert_nonnull (item->title);
    check_text (item->title, SLIP_STATUS_MAX_NAME);
    check_text (item->owner, SLIP_STATUS_MAX_NAME);
    check_url (item->url);
  }
}

/* After a merge each key is there once. */
static void
check_merged (SlipStatusReport *report, gboolean is_summed)
{
  g_autoptr (SlipStatusReport) all = slip_status_report_new ();
  g_autoptr (GHashTable) keys =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  slip_status_report_merge (all, report, is_summed);
  g_assert_cmpuint (report->observations->len, ==, 0);
  for (guint i = 0; i < all->observations->len; i++) {
    check_observation (all->observations->pdata[i]);
    g_assert_true (g_hash_table_add (keys, slip_observation_dup_key (
                                             all->observations->pdata[i])));
  }
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  const SlipAdapter *adapter = slip_adapter_find (ADAPTER);
  const SlipAdapterInput input = {
    .address = "https://example.org/api?limit=3&offset=3",
    .today = slip_date_new (2026, 11, 24),
    .settings = &settings,
  };
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (SlipStatusReport) report =
    slip_adapter_read (adapter, bytes, &input, &error);

  g_assert_true ((report != NULL) == (error == NULL));
  if (report == NULL) {
    g_assert_true (g_utf8_validate (error->message, -1, NULL));
    return 0;
  }
  for (guint i = 0; i < report->observations->len; i++)
    check_observation (report->observations->pdata[i]);
  check_merged (report, adapter->is_summed);
  return 0;
}
