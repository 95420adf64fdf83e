/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-status-document.h"

#include "slip-json.h"
#include "slip-status-reading.h"

#include <glib/gi18n-lib.h>

#define FORMAT  "slipway-status"
#define VERSION 1

static gboolean
check_format (const SlipJsonCursor *top, GError **error)
{
  SlipJsonCursor format = slip_json_member (top, "format");
  SlipJsonCursor version = slip_json_member (top, "version");
  const char *name;
  double number;

  if (!slip_json_get_object (top, error) ||
      !slip_json_get_string (&format, &name, error))
    return FALSE;
  if (!g_str_equal (name, FORMAT))
    return slip_json_fail_found (
      &format, _ ("\"slipway-status\" was expected, %s was found"), error);
  if (!slip_json_get_number (&version, &number, error))
    return FALSE;
  if (number > VERSION)
    return slip_json_fail (&version, SLIP_FORMAT_ERROR_UNSUPPORTED,
                           _ ("a newer Slipway is needed to read this"), error);
  if (number < VERSION)
    return slip_json_fail_found (&version, _ ("1 was expected, %s was found"),
                                 error);
  return TRUE;
}

static gboolean
read_state (const SlipJsonCursor *object,
            SlipObservedState *state,
            char **word,
            GError **error)
{
  g_autofree char *found = NULL;

  if (!slip_status_read_text (object, "state", SLIP_STATUS_MAX_NAME, &found,
                              error))
    return FALSE;
  if (found == NULL)
    return TRUE;
  *state = slip_observed_state_find (found);
  if (word != NULL) {
    g_free (*word);
    *word = g_steal_pointer (&found);
  }
  return TRUE;
}

static gboolean
read_item (const SlipJsonCursor *object, GPtrArray *items, GError **error)
{
  g_autoptr (SlipObservedItem) item = slip_observed_item_new ();

  if (!slip_json_get_object (object, error) ||
      !slip_status_read_name (object, "title", &item->title, error) ||
      !read_state (object, &item->state, NULL, error) ||
      !slip_status_read_text (object, "owner", SLIP_STATUS_MAX_NAME,
                              &item->owner, error) ||
      !slip_status_read_date (object, "due_date", &item->due_date, error) ||
      !slip_status_read_url (object, "url", &item->url, error))
    return FALSE;
  g_ptr_array_add (items, g_steal_pointer (&item));
  return TRUE;
}

static gboolean
read_items (const SlipJsonCursor *object, GPtrArray *items, GError **error)
{
  SlipJsonCursor list;
  guint n;

  if (!slip_status_read_array (object, "items", SLIP_STATUS_MAX_ITEMS, &list,
                               &n, error))
    return FALSE;
  for (guint i = 0; i < n; i++) {
    SlipJsonCursor item = slip_json_element (&list, i);

    if (!read_item (&item, items, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
read_status (const SlipJsonCursor *object,
             SlipObservation *status,
             GError **error)
{
  return slip_status_read_name (object, "release", &status->release, error) &&
         slip_status_read_text (object, "audience", SLIP_STATUS_MAX_NAME,
                                &status->audience, error) &&
         read_state (object, &status->state, &status->state_word, error) &&
         slip_status_read_text (object, "text", SLIP_STATUS_MAX_TEXT,
                                &status->text, error) &&
         slip_status_read_text (object, "owner", SLIP_STATUS_MAX_NAME,
                                &status->owner, error) &&
         slip_status_read_said (object, "knows", &status->knows, error) &&
         slip_status_read_date (object, "stated_release_date",
                                &status->stated_release_date, error) &&
         slip_status_read_count (object, "done", &status->done, error) &&
         slip_status_read_count (object, "total", &status->total, error) &&
         read_items (object, status->items, error) &&
         slip_status_read_url (object, "url", &status->url, error);
}

static gboolean
read_flag (const SlipJsonCursor *object, SlipObservation *flag, GError **error)
{
  return slip_status_read_name (object, "flag", &flag->flag, error) &&
         slip_status_read_text (object, "environment", SLIP_STATUS_MAX_NAME,
                                &flag->environment, error) &&
         slip_status_read_said (object, "on", &flag->is_on, error) &&
         slip_status_read_percent (object, "percent", &flag->share, error);
}

static gboolean
read_criterion (const SlipJsonCursor *object,
                SlipObservation *criterion,
                GError **error)
{
  SlipJsonCursor value = slip_json_member (object, "value");

  return slip_status_read_name (object, "release", &criterion->release,
                                error) &&
         slip_status_read_name (object, "criterion", &criterion->criterion,
                                error) &&
         slip_json_get_number (&value, &criterion->value, error) &&
         slip_status_read_text (object, "unit", SLIP_STATUS_MAX_NAME,
                                &criterion->unit, error);
}

/* What an entry is about shows in what it names. */
static gboolean
read_entry (const SlipJsonCursor *object,
            SlipStatusReport *report,
            GError **error)
{
  SlipJsonCursor flag = slip_json_member (object, "flag");
  SlipJsonCursor criterion = slip_json_member (object, "criterion");
  SlipObservation *observation;
  gboolean is_read;

  if (!slip_json_get_object (object, error))
    return FALSE;
  if (!slip_json_is_absent (&flag) && !slip_json_is_absent (&criterion))
    return slip_json_fail (object, SLIP_FORMAT_ERROR_INVALID,
                           _ ("a flag and a criterion need an entry each"),
                           error);
  if (!slip_json_is_absent (&flag)) {
    observation = slip_status_report_add (report, SLIP_OBSERVATION_FLAG);
    is_read = read_flag (object, observation, error);
  } else if (!slip_json_is_absent (&criterion)) {
    observation = slip_status_report_add (report, SLIP_OBSERVATION_CRITERION);
    is_read = read_criterion (object, observation, error);
  } else {
    observation = slip_status_report_add (report, SLIP_OBSERVATION_STATUS);
    is_read = read_status (object, observation, error);
  }
  return is_read &&
         slip_status_read_instant (object, "updated_at",
                                   &observation->updated_at_ms, error);
}

static gboolean
read_source (const SlipJsonCursor *top,
             SlipStatusReport *report,
             GError **error)
{
  SlipJsonCursor source = slip_json_member (top, "source");

  if (slip_json_is_absent (&source))
    return TRUE;
  return slip_json_get_object (&source, error) &&
         slip_status_read_text (&source, "name", SLIP_STATUS_MAX_NAME,
                                &report->source_name, error) &&
         slip_status_read_url (&source, "url", &report->source_url, error);
}

gboolean
slip_status_document_read (const SlipJsonCursor *top,
                           SlipStatusReport *report,
                           GError **error)
{
  SlipJsonCursor list = slip_json_member (top, "statuses");

  if (!check_format (top, error) ||
      !slip_status_read_instant (top, "generated_at", &report->generated_at_ms,
                                 error) ||
      !read_source (top, report, error) ||
      !slip_status_read_each (&list, read_entry, report, error))
    return FALSE;
  return slip_status_read_text (top, "next", SLIP_STATUS_MAX_URL, &report->next,
                                error);
}

SlipStatusReport *
slip_status_document_parse (GBytes *bytes, GError **error)
{
  const SlipJsonLimits limits = { .max_bytes = SLIP_STATUS_DOCUMENT_MAX_BYTES };
  g_autoptr (SlipStatusReport) report = slip_status_report_new ();
  g_autoptr (JsonNode) root = slip_json_parse (bytes, &limits, error);

  if (root == NULL)
    return NULL;

  SlipJsonCursor top = slip_json_cursor (root);
  if (!slip_status_document_read (&top, report, error))
    return NULL;
  return g_steal_pointer (&report);
}
