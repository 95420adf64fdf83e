/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-cli-feed-print.h"

#include "slip-cli-json.h"
#include "slip-cli-print.h"
#include "slip-observation-match.h"
#include "slip-observation-text.h"

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

/* What is said about what, in the cells of the table. */
static void
add_row (SlipCliTable *table, const SlipObservation *self)
{
  g_autofree char *says = dup_says (self);
  const char *about = self->release, *whose = self->audience;

  switch (self->type) {
  case SLIP_OBSERVATION_STATUS:
    break;
  case SLIP_OBSERVATION_FLAG:
    about = self->flag;
    whose = self->environment;
    break;
  case SLIP_OBSERVATION_CRITERION:
    whose = self->criterion;
    break;
  case SLIP_OBSERVATION_FREEZE:
    about = NULL;
    break;
  }
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
