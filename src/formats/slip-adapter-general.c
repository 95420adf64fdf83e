/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-adapter.h"
#include "slip-json-pointer.h"
#include "slip-status-reading.h"

#include <glib/gi18n-lib.h>

/* Above this, numbers of time are milliseconds and not seconds. */
#define MAX_SECONDS 1e11

gboolean
slip_adapter_settings_check (const SlipAdapterSettings *settings,
                             GError **error)
{
  const char *const pointers[] = {
    settings->list, settings->release,    settings->audience, settings->state,
    settings->text, settings->owner,      settings->done,     settings->total,
    settings->next, settings->updated_at, settings->url,
  };

  for (guint i = 0; i < G_N_ELEMENTS (pointers); i++)
    if (pointers[i] != NULL && !slip_json_pointer_check (pointers[i], error))
      return FALSE;
  if (settings->release != NULL || settings->fixed_release != NULL)
    return TRUE;
  g_set_error_literal (
    error, SLIP_FORMAT_ERROR, SLIP_FORMAT_ERROR_INVALID,
    _ ("Say where the release is named, or which one it always is"));
  return FALSE;
}

/* The value at @pointer as text; numbers and truths as JSON has them. */
static gboolean
read_word (const SlipJsonCursor *entry,
           const char *pointer,
           guint max_characters,
           char **word,
           GError **error)
{
  SlipJsonCursor place;
  const char *found;

  if (pointer == NULL)
    return TRUE;
  place = slip_json_pointer_follow (entry, pointer);
  if (slip_json_is_absent (&place))
    return TRUE;
  if (JSON_NODE_HOLDS_VALUE (place.node) &&
      json_node_get_value_type (place.node) != G_TYPE_STRING) {
    *word = json_to_string (place.node, FALSE);
    return TRUE;
  }
  if (!slip_json_get_string (&place, &found, error))
    return FALSE;
  if (*found != '\0')
    *word = slip_status_dup_clipped (found, max_characters);
  return TRUE;
}

static SlipObservedState
find_state (const SlipAdapterSettings *settings, const char *word)
{
  g_autofree char *folded = g_utf8_casefold (word, -1);

  for (guint i = 0; i < settings->n_words; i++) {
    g_autofree char *key = g_utf8_casefold (settings->words[i].word, -1);

    if (g_str_equal (key, folded))
      return settings->words[i].state;
  }
  return slip_observed_state_find (word);
}

static gboolean
read_count (const SlipJsonCursor *entry,
            const char *pointer,
            gint64 *count,
            GError **error)
{
  SlipJsonCursor place;

  if (pointer == NULL)
    return TRUE;
  place = slip_json_pointer_follow (entry, pointer);
  return slip_status_get_count (&place, count, error);
}

/* An instant as RFC 3339 has it, or a number of seconds or milliseconds. */
static gboolean
read_instant (const SlipJsonCursor *entry,
              const char *pointer,
              gint64 *value_ms,
              GError **error)
{
  SlipJsonCursor place;
  double number;

  if (pointer == NULL)
    return TRUE;
  place = slip_json_pointer_follow (entry, pointer);
  if (slip_json_is_absent (&place))
    return TRUE;
  if (!slip_json_get_number (&place, &number, NULL))
    return slip_json_get_instant (&place, value_ms, error);
  if (number < 0 || number > MAX_SECONDS * 1000)
    return slip_json_get_instant (&place, value_ms, error);
  *value_ms = (gint64) (number < MAX_SECONDS ? number * 1000 : number);
  return TRUE;
}

static gboolean
read_url (const SlipJsonCursor *entry,
          const char *pointer,
          char **url,
          GError **error)
{
  SlipJsonCursor place;

  if (pointer == NULL)
    return TRUE;
  place = slip_json_pointer_follow (entry, pointer);
  return slip_status_get_url (&place, url, error);
}

static gboolean
read_entry (const SlipJsonCursor *entry,
            const SlipAdapterSettings *settings,
            SlipStatusReport *report,
            GError **error)
{
  SlipObservation *status =
    slip_status_report_add (report, SLIP_OBSERVATION_STATUS);

  if (!read_word (entry, settings->release, SLIP_STATUS_MAX_NAME,
                  &status->release, error) ||
      !read_word (entry, settings->audience, SLIP_STATUS_MAX_NAME,
                  &status->audience, error) ||
      !read_word (entry, settings->state, SLIP_STATUS_MAX_NAME,
                  &status->state_word, error) ||
      !read_word (entry, settings->text, SLIP_STATUS_MAX_TEXT, &status->text,
                  error) ||
      !read_word (entry, settings->owner, SLIP_STATUS_MAX_NAME, &status->owner,
                  error) ||
      !read_count (entry, settings->done, &status->done, error) ||
      !read_count (entry, settings->total, &status->total, error) ||
      !read_instant (entry, settings->updated_at, &status->updated_at_ms,
                     error) ||
      !read_url (entry, settings->url, &status->url, error))
    return FALSE;
  if (status->state_word != NULL)
    status->state = find_state (settings, status->state_word);
  if (status->release == NULL)
    status->release = g_strdup (settings->fixed_release);
  if (status->audience == NULL)
    status->audience = g_strdup (settings->fixed_audience);
  return status->release != NULL ||
         slip_json_fail (entry, SLIP_FORMAT_ERROR_INVALID,
                         _ ("it names no release"), error);
}

static gboolean
read_general (const SlipJsonCursor *top,
              const SlipAdapterInput *input,
              SlipStatusReport *report,
              GError **error)
{
  const SlipAdapterSettings none = { 0 };
  const SlipAdapterSettings *settings =
    input->settings != NULL ? input->settings : &none;
  SlipJsonCursor list;
  guint n;

  if (!slip_adapter_settings_check (settings, error))
    return FALSE;
  list = slip_json_pointer_follow (top, settings->list != NULL ? settings->list
                                                               : "");
  if (!slip_status_get_array (&list, SLIP_STATUS_MAX_ENTRIES, &n, error))
    return FALSE;
  for (guint i = 0; i < n; i++) {
    SlipJsonCursor entry = slip_json_element (&list, i);

    if (!read_entry (&entry, settings, report, error))
      return FALSE;
  }
  return read_word (top, settings->next, SLIP_STATUS_MAX_URL, &report->next,
                    error);
}

const SlipAdapter slip_adapter_general = {
  .id = "general",
  .label = N_ ("Any JSON, by pointers"),
  .example = "https://tracker.example.org/api/releases",
  .read = read_general,
};
