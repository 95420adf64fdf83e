/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-feed-question.h"

#include <glib/gi18n-lib.h>

static void
take_words (SlipFeedQuestion *self, const SlipPlanState *state)
{
  self->words = slip_plan_state_list_owned (state, SLIP_KIND_FEED_WORD,
                                            slip_row_get_id (self->feed));
  self->meanings = g_array_new (FALSE, FALSE, sizeof (SlipAdapterWord));
  for (guint i = 0; i < self->words->len; i++) {
    const SlipRow *row = self->words->pdata[i];
    SlipAdapterWord word = {
      slip_row_get_text (row, SLIP_FEED_WORD_WORD),
      (SlipObservedState) slip_row_get_integer (row, SLIP_FEED_WORD_STATE),
    };

    if (word.word != NULL)
      g_array_append_val (self->meanings, word);
  }
}

static const char *
get_text (const SlipFeedQuestion *self, SlipFeedProperty property)
{
  return slip_row_get_text (self->feed, property);
}

static void
take_settings (SlipFeedQuestion *self)
{
  self->settings = (SlipAdapterSettings){
    .list = get_text (self, SLIP_FEED_LIST_POINTER),
    .release = get_text (self, SLIP_FEED_RELEASE_POINTER),
    .audience = get_text (self, SLIP_FEED_AUDIENCE_POINTER),
    .state = get_text (self, SLIP_FEED_STATE_POINTER),
    .text = get_text (self, SLIP_FEED_TEXT_POINTER),
    .owner = get_text (self, SLIP_FEED_OWNER_POINTER),
    .done = get_text (self, SLIP_FEED_DONE_POINTER),
    .total = get_text (self, SLIP_FEED_TOTAL_POINTER),
    .updated_at = get_text (self, SLIP_FEED_UPDATED_AT_POINTER),
    .url = get_text (self, SLIP_FEED_URL_POINTER),
    .next = get_text (self, SLIP_FEED_NEXT_POINTER),
    .fixed_release = get_text (self, SLIP_FEED_FIXED_RELEASE),
    .fixed_audience = get_text (self, SLIP_FEED_FIXED_AUDIENCE),
    .words = (const SlipAdapterWord *) (gpointer) self->meanings->data,
    .n_words = self->meanings->len,
  };
}

SlipFeedQuestion *
slip_feed_question_new (const SlipPlanState *state,
                        const char *feed,
                        SlipDate today,
                        GError **error)
{
  const SlipRow *row = slip_plan_state_get (state, SLIP_KIND_FEED, feed);
  const char *id =
    row != NULL ? slip_row_get_text (row, SLIP_FEED_ADAPTER) : NULL;
  const SlipAdapter *adapter = id != NULL ? slip_adapter_find (id) : NULL;
  SlipFeedQuestion *self;

  if (row == NULL) {
    g_set_error_literal (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_NOT_FOUND,
                         _ ("The feed is not in the plan any more"));
    return NULL;
  }
  if (adapter == NULL) {
    g_set_error (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_NOT_FOUND,
                 _ ("This version of Slipway does not know the form “%s”"),
                 id != NULL ? id : "");
    return NULL;
  }

  self = g_new0 (SlipFeedQuestion, 1);
  self->feed = slip_row_ref (row);
  take_words (self, state);
  take_settings (self);
  self->run.request.address = get_text (self, SLIP_FEED_ADDRESS);
  self->run.request.secret_type =
    (SlipFeedSecretType) slip_row_get_integer (row, SLIP_FEED_SECRET_TYPE);
  self->run.request.secret_name = get_text (self, SLIP_FEED_SECRET_NAME);
  self->run.adapter = adapter;
  self->run.settings = &self->settings;
  self->run.today = today;
  return self;
}

void
slip_feed_question_free (SlipFeedQuestion *self)
{
  slip_row_unref (self->feed);
  g_ptr_array_unref (self->words);
  g_array_unref (self->meanings);
  g_free (self);
}

/* Each part ends with a NUL, so that no two can pass for two others. */
static void
add_part (GChecksum *checksum, const char *text)
{
  if (text != NULL)
    g_checksum_update (checksum, (const guchar *) text, -1);
  g_checksum_update (checksum, (const guchar *) "", 1);
}

char *
slip_feed_question_dup_print (const SlipFeedQuestion *self)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  char day[SLIP_DATE_TEXT_SIZE];

  /* Another version may read the same answer otherwise. */
  add_part (checksum, PACKAGE_VERSION);
  add_part (checksum, slip_date_print (self->run.today, day));
  for (guint i = SLIP_FEED_ADDRESS; i < SLIP_FEED_N_PROPERTIES; i++) {
    const SlipProperty *property = slip_schema_get_property (SLIP_KIND_FEED, i);
    g_autofree char *text = NULL;

    if (i == SLIP_FEED_INTERVAL_MINUTES || i == SLIP_FEED_IS_ENABLED)
      continue;
    text = slip_property_print (property, slip_row_peek (self->feed, i));
    add_part (checksum, text);
  }
  for (guint i = 0; i < self->meanings->len; i++) {
    const SlipAdapterWord *word =
      &g_array_index (self->meanings, SlipAdapterWord, i);

    add_part (checksum, word->word);
    add_part (checksum, slip_observed_state_get_nick (word->state));
  }
  return g_strdup (g_checksum_get_string (checksum));
}
