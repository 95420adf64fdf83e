/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-cli-feed-print.h"

#include "slip-cli-json.h"
#include "slip-cli-print.h"
#include "slip-feed-age.h"
#include "slip-observation-match.h"
#include "slip-observation-text.h"
#include "slip-release.h"
#include "slip-store-feeds.h"

#include <glib/gi18n.h>

/* The columns that may be cut. */
#define NARROWED (1u << 0 | 1u << 3)

static const char *
get_type_nick (SlipObservationType type)
{
  switch (type) {
  case SLIP_OBSERVATION_STATUS:
    return "status";
  case SLIP_OBSERVATION_FLAG:
    return "flag";
  case SLIP_OBSERVATION_CRITERION:
    return "criterion";
  case SLIP_OBSERVATION_FREEZE:
    return "freeze";
  }
  g_assert_not_reached ();
}

static void
set_said (JsonObject *object, const char *name, SlipSaid said)
{
  if (said == SLIP_SAID_NOTHING)
    json_object_set_null_member (object, name);
  else
    json_object_set_boolean_member (object, name, said == SLIP_SAID_YES);
}

static void
set_count (JsonObject *object, const char *name, gint64 count)
{
  if (count < 0)
    json_object_set_null_member (object, name);
  else
    json_object_set_int_member (object, name, count);
}

static void
set_instant (JsonObject *object, const char *name, gint64 at_ms)
{
  if (at_ms == 0)
    json_object_set_null_member (object, name);
  else
    slip_cli_json_set_instant (object, name, at_ms);
}

static void
set_status (JsonObject *object, const SlipObservation *status)
{
  slip_cli_json_set_text (object, "state",
                          slip_observed_state_get_nick (status->state));
  slip_cli_json_set_text (object, "state_word", status->state_word);
  slip_cli_json_set_text (object, "owner", status->owner);
  set_said (object, "knows", status->knows);
  slip_cli_json_set_date (object, "stated_release_date",
                          status->stated_release_date);
  set_count (object, "done", status->done);
  set_count (object, "total", status->total);
  json_object_set_int_member (object, "items", status->items->len);
}

static void
set_rest (JsonObject *object, const SlipObservation *self)
{
  switch (self->type) {
  case SLIP_OBSERVATION_STATUS:
    set_status (object, self);
    break;
  case SLIP_OBSERVATION_FLAG:
    slip_cli_json_set_text (object, "flag", self->flag);
    slip_cli_json_set_text (object, "environment", self->environment);
    set_said (object, "is_on", self->is_on);
    set_count (object, "share", self->share);
    slip_cli_json_set_text (object, "stage", self->stage);
    break;
  case SLIP_OBSERVATION_CRITERION:
    slip_cli_json_set_text (object, "criterion", self->criterion);
    json_object_set_double_member (object, "value", self->value);
    slip_cli_json_set_text (object, "unit", self->unit);
    break;
  case SLIP_OBSERVATION_FREEZE:
    slip_cli_json_set_date (object, "first", self->freeze.first);
    slip_cli_json_set_date (object, "last", self->freeze.last);
    break;
  }
}

static JsonObject *
new_observation (const SlipObservation *self, SlipObservationMatch match)
{
  g_autofree char *problem = slip_match_problem_dup_text (match.problem, self);
  JsonObject *object = json_object_new ();

  slip_cli_json_set_text (object, "type", get_type_nick (self->type));
  slip_cli_json_set_text (object, "release", match.release);
  slip_cli_json_set_text (object, "said_release", self->release);
  slip_cli_json_set_text (object, "audience", match.audience);
  slip_cli_json_set_text (object, "said_audience", self->audience);
  slip_cli_json_set_text (object, "problem", problem);
  slip_cli_json_set_text (object, "text", self->text);
  set_rest (object, self);
  set_instant (object, "updated_at", self->updated_at_ms);
  slip_cli_json_set_text (object, "url", self->url);
  return object;
}

static void
print_json (const SlipObservationMatcher *matcher,
            const SlipStatusReport *report,
            guint n_pages)
{
  JsonObject *object = json_object_new ();
  JsonArray *array = json_array_new ();

  slip_cli_json_set_text (object, "source", report->source_name);
  set_instant (object, "generated_at", report->generated_at_ms);
  json_object_set_int_member (object, "pages", n_pages);
  for (guint i = 0; i < report->observations->len; i++) {
    const SlipObservation *observation = report->observations->pdata[i];

    json_array_add_object_element (
      array,
      new_observation (observation,
                       slip_observation_matcher_find (matcher, observation)));
  }
  json_object_set_array_member (object, "observations", array);
  slip_cli_json_print (slip_cli_json_node (object));
}

/* Days are written alike everywhere on the command line. */
static char *
dup_says (const SlipObservation *self)
{
  char first[SLIP_DATE_TEXT_SIZE], last[SLIP_DATE_TEXT_SIZE];

  if (self->type != SLIP_OBSERVATION_FREEZE ||
      !slip_date_is_set (self->freeze.first))
    return slip_observation_dup_says (self, SLIP_DATE_NONE);
  return g_strdup_printf ("%s – %s",
                          slip_date_print (self->freeze.first, first),
                          slip_date_print (self->freeze.last, last));
}

/* What is said about what, in words of the source. */
static void
get_about (const SlipObservation *self, const char **about, const char **whose)
{
  *about = self->release;
  *whose = self->audience;
  switch (self->type) {
  case SLIP_OBSERVATION_STATUS:
    break;
  case SLIP_OBSERVATION_FLAG:
    *about = self->flag;
    *whose = self->environment;
    break;
  case SLIP_OBSERVATION_CRITERION:
    *whose = self->criterion;
    break;
  case SLIP_OBSERVATION_FREEZE:
    *about = NULL;
    break;
  }
}

static void
add_row (SlipCliTable *table, const SlipObservation *self)
{
  g_autofree char *says = dup_says (self);
  const char *about, *whose;

  get_about (self, &about, &whose);
  slip_cli_table_add (table,
                      (const char *[]){ about, whose, says, self->text });
}

static void
print_problems (const SlipObservationMatcher *matcher,
                const SlipStatusReport *report)
{
  g_autoptr (GHashTable) told =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < report->observations->len; i++) {
    const SlipObservation *observation = report->observations->pdata[i];
    SlipObservationMatch match =
      slip_observation_matcher_find (matcher, observation);
    g_autofree char *problem =
      slip_match_problem_dup_text (match.problem, observation);

    if (problem == NULL || g_hash_table_contains (told, problem))
      continue;
    slip_cli_print ("%s", problem);
    g_hash_table_add (told, g_steal_pointer (&problem));
  }
}

void
slip_cli_print_feed (const SlipCli *cli,
                     const SlipStatusReport *report,
                     guint n_pages)
{
  g_autoptr (SlipObservationMatcher) matcher =
    slip_observation_matcher_new (cli->state, NULL, 0);
  g_autoptr (SlipCliTable) table = NULL;

  if (cli->is_json) {
    print_json (matcher, report, n_pages);
    return;
  }
  if (report->observations->len == 0)
    slip_cli_print (_ ("The feed says nothing"));
  table = slip_cli_table_new (
    (const char *[]){ _ ("ABOUT"), _ ("WHOSE"), _ ("SAYS"), _ ("TEXT"), NULL });
  slip_cli_table_set_narrowing (table, NARROWED);
  for (guint i = 0; i < report->observations->len; i++)
    add_row (table, report->observations->pdata[i]);
  slip_cli_table_print (table);
  print_problems (matcher, report);
}

static guint
count (const GPtrArray *list)
{
  return list != NULL ? list->len : 0;
}

/* How many of the values of @feed were not found in the plan. */
static guint
count_unmatched (const SlipObservations *seen, const char *feed)
{
  const GPtrArray *values = slip_observations_get_feed (seen, feed);
  guint n = 0;

  for (guint i = 0; i < count (values); i++)
    n += ((const SlipFeedValue *) values->pdata[i])->problem != SLIP_MATCH_FINE;
  return n;
}

static JsonObject *
new_feed (const SlipCli *cli, const SlipRow *feed)
{
  static const char *const loudness[] = { "quiet", "note", "warning" };
  const char *id = slip_row_get_id (feed);
  gint64 now_ms = slip_clock_get_now_ms (cli->clock);
  const SlipObservations *seen = slip_plan_state_get_observations (cli->state);
  const SlipFeedStanding *standing = slip_observations_get_standing (seen, id);
  g_autoptr (SlipFeedStanding) never = slip_feed_standing_new (id);
  JsonObject *object = slip_cli_json_new_entity (feed);

  if (standing == NULL)
    standing = never;
  slip_cli_json_set_text (object, "age",
                          slip_feed_age_get_nick (
                            slip_feed_get_age (cli->state, id, now_ms)));
  slip_cli_json_set_text (
    object, "loudness",
    loudness[slip_feed_get_loudness (cli->state, id, now_ms)]);
  set_instant (object, "tried_at", standing->tried_at_ms);
  set_instant (object, "succeeded_at", standing->succeeded_at_ms);
  set_instant (object, "failing_since", standing->failing_since_ms);
  set_instant (object, "next_at", standing->next_at_ms);
  json_object_set_int_member (object, "failures", standing->n_failures);
  json_object_set_boolean_member (object, "is_offline", standing->is_offline);
  slip_cli_json_set_text (object, "error", standing->error);
  slip_cli_json_set_text (object, "source", standing->source_name);
  slip_cli_json_set_text (object, "source_url", standing->source_url);
  set_instant (object, "generated_at", standing->generated_at_ms);
  json_object_set_int_member (object, "values",
                              count (slip_observations_get_feed (seen, id)));
  json_object_set_int_member (object, "unmatched", count_unmatched (seen, id));
  return object;
}

/* The error only where it still holds. */
static const char *
get_error (const SlipCli *cli, const char *feed)
{
  const SlipFeedStanding *standing = slip_observations_get_standing (
    slip_plan_state_get_observations (cli->state), feed);

  return standing != NULL && standing->n_failures > 0 ? standing->error : NULL;
}

static void
add_feed_row (const SlipCli *cli, SlipCliTable *table, const SlipRow *feed)
{
  const char *id = slip_row_get_id (feed);
  gint64 now_ms = slip_clock_get_now_ms (cli->clock);
  const SlipObservations *seen = slip_plan_state_get_observations (cli->state);
  g_autofree char *standing = slip_feed_dup_standing (cli->state, id, now_ms);
  g_autofree char *next = slip_feed_dup_next (cli->state, id, now_ms);
  g_autofree char *values =
    g_strdup_printf ("%u", count (slip_observations_get_feed (seen, id)));
  g_autofree char *unmatched =
    g_strdup_printf ("%u", count_unmatched (seen, id));

  slip_cli_table_add (table,
                      (const char *[]){
                        slip_row_get_text (feed, SLIP_FEED_NAME), standing,
                        next, values, unmatched,
                        slip_row_get_text (feed, SLIP_FEED_ADDRESS), id });
}

static int
compare_names_cb (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (slip_row_get_text (*(const SlipRow *const *) a,
                                       SLIP_FEED_NAME),
                    slip_row_get_text (*(const SlipRow *const *) b,
                                       SLIP_FEED_NAME));
}

void
slip_cli_print_feeds (const SlipCli *cli)
{
  g_autoptr (GPtrArray) feeds =
    slip_plan_state_list (cli->state, SLIP_KIND_FEED);
  g_autoptr (SlipCliTable) table = slip_cli_table_new (
    (const char *[]){ _ ("NAME"), _ ("STANDING"), _ ("NEXT"), _ ("VALUES"),
                      _ ("UNMATCHED"), _ ("ADDRESS"), "ID", NULL });
  JsonArray *array = cli->is_json ? json_array_new () : NULL;

  g_ptr_array_sort (feeds, compare_names_cb);
  for (guint i = 0; i < feeds->len; i++) {
    if (cli->is_json)
      json_array_add_object_element (array, new_feed (cli, feeds->pdata[i]));
    else
      add_feed_row (cli, table, feeds->pdata[i]);
  }
  if (cli->is_json)
    slip_cli_json_print (slip_cli_json_array_node (array));
  else
    slip_cli_table_print (table);
}

static JsonObject *
new_value (const SlipFeedValue *value)
{
  SlipObservationMatch match = { value->problem, value->release,
                                 value->audience, value->owner };
  JsonObject *object = new_observation (value->observation, match);

  slip_cli_json_set_text (object, "owner_person", value->owner);
  set_instant (object, "seen_at", value->seen_at_ms);
  return object;
}

static JsonObject *
new_past (const SlipFeedPast *past)
{
  JsonObject *object =
    new_observation (past->observation, (SlipObservationMatch){ 0 });

  json_object_remove_member (object, "release");
  json_object_remove_member (object, "audience");
  json_object_remove_member (object, "problem");
  set_instant (object, "since", past->since_ms);
  set_instant (object, "until", past->until_ms);
  return object;
}

/* What the person says that the words of @feed mean, one JSON object each. */
static JsonArray *
new_parts (const SlipCli *cli, const char *feed, SlipKind kind)
{
  g_autoptr (GPtrArray) rows =
    slip_plan_state_list_owned (cli->state, kind, feed);
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < rows->len; i++)
    json_array_add_object_element (array,
                                   slip_cli_json_new_entity (rows->pdata[i]));
  return array;
}

static void
print_values_json (const SlipCli *cli,
                   const SlipRow *feed,
                   const GPtrArray *values,
                   const GPtrArray *past)
{
  JsonObject *object = new_feed (cli, feed);
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < count (values); i++)
    json_array_add_object_element (array, new_value (values->pdata[i]));
  json_object_set_array_member (object, "observations", array);
  json_object_set_array_member (object, "aliases",
                                new_parts (cli, slip_row_get_id (feed),
                                           SLIP_KIND_FEED_ALIAS));
  json_object_set_array_member (object, "words",
                                new_parts (cli, slip_row_get_id (feed),
                                           SLIP_KIND_FEED_WORD));
  if (past != NULL) {
    JsonArray *before = json_array_new ();

    for (guint i = 0; i < past->len; i++)
      json_array_add_object_element (before, new_past (past->pdata[i]));
    json_object_set_array_member (object, "history", before);
  }
  slip_cli_json_print (slip_cli_json_node (object));
}

static char *
dup_instant (gint64 at_ms)
{
  g_autoptr (GDateTime) at = g_date_time_new_from_unix_local (at_ms / 1000);

  return at_ms != 0 && at != NULL ? g_date_time_format (at, "%Y-%m-%d %H:%M")
                                  : NULL;
}

static void
print_values (const GPtrArray *values)
{
  g_autoptr (SlipCliTable) table = slip_cli_table_new ((const char *[]){
    _ ("ABOUT"), _ ("WHOSE"), _ ("SAYS"), _ ("SINCE"), _ ("TEXT"), NULL });

  slip_cli_table_set_narrowing (table, 1u << 0 | 1u << 4);
  for (guint i = 0; i < count (values); i++) {
    const SlipFeedValue *value = values->pdata[i];
    g_autofree char *says = dup_says (value->observation);
    g_autofree char *since = dup_instant (slip_feed_value_get_at_ms (value));
    const char *about, *whose;

    get_about (value->observation, &about, &whose);
    slip_cli_table_add (table, (const char *[]){ about, whose, says, since,
                                                 value->observation->text });
  }
  slip_cli_table_print (table);
}

static void
print_past (const GPtrArray *past)
{
  g_autoptr (SlipCliTable) table = slip_cli_table_new ((const char *[]){
    _ ("SINCE"), _ ("UNTIL"), _ ("ABOUT"), _ ("WHOSE"), _ ("SAYS"), NULL });

  for (guint i = 0; i < past->len; i++) {
    const SlipFeedPast *one = past->pdata[i];
    g_autofree char *says = dup_says (one->observation);
    g_autofree char *since = dup_instant (one->since_ms);
    g_autofree char *until = dup_instant (one->until_ms);
    const char *about, *whose;

    get_about (one->observation, &about, &whose);
    slip_cli_table_add (table,
                        (const char *[]){ since, until, about, whose, says });
  }
  slip_cli_table_print (table);
}

static void
print_unmatched (const GPtrArray *values)
{
  g_autoptr (GHashTable) told =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < count (values); i++) {
    const SlipFeedValue *value = values->pdata[i];
    g_autofree char *problem =
      slip_match_problem_dup_text (value->problem, value->observation);

    if (problem == NULL || g_hash_table_contains (told, problem))
      continue;
    slip_cli_print ("%s", problem);
    g_hash_table_add (told, g_steal_pointer (&problem));
  }
}

static void
print_aliases (const SlipCli *cli, const char *feed)
{
  g_autoptr (GPtrArray) rows =
    slip_plan_state_list_owned (cli->state, SLIP_KIND_FEED_ALIAS, feed);

  for (guint i = 0; i < rows->len; i++) {
    const SlipRow *row = rows->pdata[i];
    const SlipRow *target =
      slip_plan_state_follow (cli->state, row, SLIP_FEED_ALIAS_RELEASE);
    g_autofree char *label = NULL;

    if (target == NULL)
      target =
        slip_plan_state_follow (cli->state, row, SLIP_FEED_ALIAS_AUDIENCE);
    label = target != NULL ? slip_entity_dup_label (cli->state, target) : NULL;
    /* Translators: what a feed says, and the release, audience or state that it
     * means by that. */
    slip_cli_print (_ ("“%s” means %s"),
                    slip_row_get_text (row, SLIP_FEED_ALIAS_TEXT), label);
  }
}

static void
print_words (const SlipCli *cli, const char *feed)
{
  g_autoptr (GPtrArray) rows =
    slip_plan_state_list_owned (cli->state, SLIP_KIND_FEED_WORD, feed);

  for (guint i = 0; i < rows->len; i++) {
    const SlipRow *row = rows->pdata[i];

    slip_cli_print (
      _ ("“%s” means %s"), slip_row_get_text (row, SLIP_FEED_WORD_WORD),
      slip_observed_state_get_label (
        (SlipObservedState) slip_row_get_integer (row, SLIP_FEED_WORD_STATE)));
  }
}

void
slip_cli_print_feed_values (const SlipCli *cli,
                            const char *id,
                            const GPtrArray *past)
{
  const SlipRow *feed = slip_plan_state_get (cli->state, SLIP_KIND_FEED, id);
  const GPtrArray *values =
    slip_observations_get_feed (slip_plan_state_get_observations (cli->state),
                                id);
  gint64 now_ms = slip_clock_get_now_ms (cli->clock);
  g_autofree char *standing = slip_feed_dup_standing (cli->state, id, now_ms);
  const char *error = get_error (cli, id);

  if (cli->is_json) {
    print_values_json (cli, feed, values, past);
    return;
  }
  /* Translators: a feed, and how it fares: 'Help desk: answered 3 min ago'. */
  slip_cli_print (_ ("%s: %s"), slip_row_get_text (feed, SLIP_FEED_NAME),
                  standing);
  if (error != NULL)
    slip_cli_print ("%s", error);
  print_values (values);
  print_unmatched (values);
  print_aliases (cli, id);
  print_words (cli, id);
  if (past != NULL)
    print_past (past);
}
