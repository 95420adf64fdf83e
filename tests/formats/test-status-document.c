/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-json-print.h"
#include "slip-json.h"
#include "slip-status-document.h"
#include "slip-status-reading.h"

#include <string.h>

static SlipStatusReport *
parse (const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return slip_status_document_parse (bytes, error);
}

static JsonNode *
load_cases (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "fixtures",
                                                 "status", "cases.json", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  g_autoptr (GBytes) bytes = g_bytes_new (text, length);
  JsonNode *root = slip_json_parse (bytes, NULL, &error);
  g_assert_no_error (error);
  return root;
}

/* The whole document that a case stands for, as text. */
static char *
dup_document (JsonObject *given)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *document;

  if (json_object_has_member (given, "document"))
    return slip_json_print (json_object_get_member (given, "document"), FALSE);
  document = json_object_new ();
  json_object_set_string_member (document, "format", "slipway-status");
  json_object_set_int_member (document, "version", 1);
  if (json_object_has_member (given, "top")) {
    JsonObject *top = json_object_get_object_member (given, "top");
    g_autoptr (GList) names = json_object_get_members (top);

    for (GList *l = names; l != NULL; l = l->next)
      json_object_set_member (document, l->data,
                              json_object_dup_member (top, l->data));
  }
  json_object_set_member (document, "statuses",
                          json_object_dup_member (given, "statuses"));
  json_node_take_object (node, document);
  return slip_json_print (node, FALSE);
}

static void
test_case (gconstpointer data)
{
  JsonObject *given = (JsonObject *) data;
  g_autofree char *document = dup_document (given);
  g_autoptr (GError) error = NULL;
  g_autoptr (SlipStatusReport) report = parse (document, &error);

  if (!json_object_has_member (given, "message")) {
    g_assert_no_error (error);
    g_assert_nonnull (report);
    return;
  }
  g_assert_null (report);
  g_assert_nonnull (error);
  g_assert_cmpstr (error->message, ==,
                   json_object_get_string_member (given, "message"));
}

static void
test_status_is_read_whole (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SlipStatusReport) report = parse (
    "{\"format\":\"slipway-status\",\"version\":1,"
    "\"generated_at\":\"1970-01-01T00:00:01.5Z\","
    "\"source\":{\"name\":\"Tracker\",\"url\":\"https://t.example/\"},"
    "\"next\":\"?page=2\",\"statuses\":[{\"release\":\"Payments 3.9\","
    "\"audience\":\"Support\",\"state\":\"on_track\",\"text\":\"<b>fine</b>\","
    "\"owner\":\"Support lead\",\"knows\":false,"
    "\"stated_release_date\":\"2026-12-08\",\"done\":3,\"total\":5,"
    "\"items\":[{\"title\":\"Macros\",\"state\":\"done\","
    "\"due_date\":\"2026-12-01\"}],"
    "\"updated_at\":\"1970-01-01T01:00:00+01:00\","
    "\"url\":\"https://t.example/1\"}]}",
    &error);

  g_assert_no_error (error);
  g_assert_cmpstr (report->source_name, ==, "Tracker");
  g_assert_cmpstr (report->source_url, ==, "https://t.example/");
  g_assert_cmpint (report->generated_at_ms, ==, 1500);
  g_assert_cmpstr (report->next, ==, "?page=2");
  g_assert_cmpuint (report->observations->len, ==, 1);

  const SlipObservation *status = report->observations->pdata[0];
  g_assert_cmpint (status->type, ==, SLIP_OBSERVATION_STATUS);
  g_assert_cmpstr (status->release, ==, "Payments 3.9");
  g_assert_cmpstr (status->audience, ==, "Support");
  g_assert_cmpint (status->state, ==, SLIP_OBSERVED_ON_TRACK);
  g_assert_cmpstr (status->text, ==, "<b>fine</b>");
  g_assert_cmpstr (status->owner, ==, "Support lead");
  g_assert_cmpint (status->knows, ==, SLIP_SAID_NO);
  g_assert_cmpint (status->stated_release_date.day, ==,
                   slip_date_new (2026, 12, 8).day);
  g_assert_cmpint (status->done, ==, 3);
  g_assert_cmpint (status->total, ==, 5);
  g_assert_cmpint (status->updated_at_ms, ==, 0);
  g_assert_cmpstr (status->url, ==, "https://t.example/1");
  g_assert_cmpuint (status->items->len, ==, 1);

  const SlipObservedItem *item = status->items->pdata[0];
  g_assert_cmpstr (item->title, ==, "Macros");
  g_assert_cmpint (item->state, ==, SLIP_OBSERVED_DONE);
  g_assert_null (item->owner);
}

static void
test_flag_and_criterion_are_read (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SlipStatusReport) report =
    parse ("{\"format\":\"slipway-status\",\"version\":1,\"statuses\":["
           "{\"flag\":\"checkout\",\"environment\":\"live\",\"on\":true,"
           "\"percent\":12.5},"
           "{\"release\":\"r\",\"criterion\":\"Errors\",\"value\":0.25,"
           "\"unit\":\"%\"}]}",
           &error);

  g_assert_no_error (error);
  const SlipObservation *flag = report->observations->pdata[0];
  g_assert_cmpint (flag->type, ==, SLIP_OBSERVATION_FLAG);
  g_assert_cmpstr (flag->flag, ==, "checkout");
  g_assert_cmpstr (flag->environment, ==, "live");
  g_assert_cmpint (flag->is_on, ==, SLIP_SAID_YES);
  g_assert_cmpint (flag->share, ==, 1250);
  const SlipObservation *criterion = report->observations->pdata[1];
  g_assert_cmpint (criterion->type, ==, SLIP_OBSERVATION_CRITERION);
  g_assert_cmpstr (criterion->criterion, ==, "Errors");
  g_assert_cmpfloat_with_epsilon (criterion->value, 0.25, 1e-9);
  g_assert_cmpstr (criterion->unit, ==, "%");
}

static SlipObservedState
read_state (const char *word)
{
  g_autofree char *text =
    g_strdup_printf ("{\"format\":\"slipway-status\",\"version\":1,"
                     "\"statuses\":[{\"release\":\"r\",\"state\":\"%s\"}]}",
                     word);
  g_autoptr (SlipStatusReport) report = parse (text, NULL);
  const SlipObservation *status = report->observations->pdata[0];

  g_assert_cmpstr (status->state_word, ==, word);
  return status->state;
}

static void
test_every_state_has_its_word (void)
{
  for (guint i = 0; i < SLIP_OBSERVED_N_STATES; i++)
    g_assert_cmpint (read_state (slip_observed_state_get_nick (i)), ==, i);
}

static void
test_unknown_states_are_never_good_news (void)
{
  g_assert_cmpint (read_state ("green"), ==, SLIP_OBSERVED_UNKNOWN);
  g_assert_cmpint (read_state ("DONE"), ==, SLIP_OBSERVED_UNKNOWN);
  g_assert_cmpint (read_state (" done"), ==, SLIP_OBSERVED_UNKNOWN);
}

static char *
repeat (const char *text, guint n)
{
  GString *result = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append (result, text);
  return g_string_free (result, FALSE);
}

static void
assert_refused (const char *statuses, SlipFormatError code, const char *message)
{
  g_autofree char *text =
    g_strdup_printf ("{\"format\":\"slipway-status\",\"version\":1,"
                     "\"statuses\":[%s]}",
                     statuses);
  g_autoptr (GError) error = NULL;

  g_assert_null (parse (text, &error));
  g_assert_error (error, SLIP_FORMAT_ERROR, (int) code);
  g_assert_cmpstr (error->message, ==, message);
}

static void
test_lengths_are_bounded (void)
{
  g_autofree char *long_text = repeat ("é", SLIP_STATUS_MAX_TEXT + 1);
  g_autofree char *text =
    g_strdup_printf ("{\"release\":\"r\",\"text\":\"%s\"}", long_text);
  g_autofree char *entries =
    repeat ("{\"release\":\"r\"},", SLIP_STATUS_MAX_ENTRIES);
  g_autofree char *too_many =
    g_strconcat (entries, "{\"release\":\"r\"}", NULL);
  g_autofree char *items = repeat ("{\"title\":\"t\"},", SLIP_STATUS_MAX_ITEMS);
  g_autofree char *too_many_items =
    g_strdup_printf ("{\"release\":\"r\",\"items\":[%s{\"title\":\"t\"}]}",
                     items);

  assert_refused (text, SLIP_FORMAT_ERROR_TOO_LARGE,
                  "statuses[0].text: at most 10000 characters are read");
  assert_refused (too_many, SLIP_FORMAT_ERROR_TOO_LARGE,
                  "statuses: at most 10000 entries are read");
  assert_refused (too_many_items, SLIP_FORMAT_ERROR_TOO_LARGE,
                  "statuses[0].items: at most 1000 entries are read");
}

static SlipObservation *
make_full (void)
{
  SlipObservation *self = slip_observation_new (SLIP_OBSERVATION_STATUS);

  self->release = g_strdup ("r");
  self->audience = g_strdup ("a");
  g_ptr_array_add (self->items, slip_observed_item_new ());
  ((SlipObservedItem *) self->items->pdata[0])->title = g_strdup ("t");
  return self;
}

static void
test_observations_compare_by_all_they_say (void)
{
  g_autoptr (SlipObservation) a = make_full ();
  g_autoptr (SlipObservation) b = make_full ();
  SlipObservedItem *item = b->items->pdata[0];

  g_assert_true (slip_observation_equal (a, b));
  item->state = SLIP_OBSERVED_DONE;
  g_assert_false (slip_observation_equal (a, b));
  item->state = SLIP_OBSERVED_UNKNOWN;
  b->updated_at_ms = 1;
  g_assert_false (slip_observation_equal (a, b));
  b->updated_at_ms = 0;
  b->text = g_strdup ("x");
  g_assert_false (slip_observation_equal (a, b));
}

static void
test_keys_keep_names_apart (void)
{
  g_autoptr (SlipObservation) a =
    slip_observation_new (SLIP_OBSERVATION_STATUS);
  g_autoptr (SlipObservation) b =
    slip_observation_new (SLIP_OBSERVATION_STATUS);
  g_autofree char *key_a = NULL;
  g_autofree char *key_b = NULL;

  a->release = g_strdup ("r 1:a");
  b->release = g_strdup ("r");
  b->audience = g_strdup ("a");
  key_a = slip_observation_dup_key (a);
  key_b = slip_observation_dup_key (b);
  g_assert_cmpstr (key_a, !=, key_b);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_autoptr (JsonNode) root = load_cases ();
  JsonArray *cases =
    json_object_get_array_member (json_node_get_object (root), "cases");
  for (guint i = 0; i < json_array_get_length (cases); i++) {
    JsonObject *given = json_array_get_object_element (cases, i);
    g_autofree char *path =
      g_strconcat ("/status-document/cases/",
                   json_object_get_string_member (given, "name"), NULL);

    g_test_add_data_func (path, given, test_case);
  }
  g_test_add_func ("/status-document/status-is-read-whole",
                   test_status_is_read_whole);
  g_test_add_func ("/status-document/flag-and-criterion-are-read",
                   test_flag_and_criterion_are_read);
  g_test_add_func ("/status-document/every-state-has-its-word",
                   test_every_state_has_its_word);
  g_test_add_func ("/status-document/unknown-states-are-never-good-news",
                   test_unknown_states_are_never_good_news);
  g_test_add_func ("/status-document/lengths-are-bounded",
                   test_lengths_are_bounded);
  g_test_add_func ("/observation/equal/by-all-they-say",
                   test_observations_compare_by_all_they_say);
  g_test_add_func ("/observation/key/names-stay-apart",
                   test_keys_keep_names_apart);
  return g_test_run ();
}
