/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-adapter.h"
#include "slip-status-reading.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/*
 * Unleash's OpenAPI description, /api/admin/search/features
 * (searchFeaturesSchema, featureSearchEnvironmentSchema, releasePlanSchema,
 * releasePlanMilestoneSchema in
 * https://github.com/Unleash/unleash/tree/main/src/lib/openapi/spec): an object
 * with `features` and `total`; pages by `offset` and `limit` in the address.
 * Each environment of a feature is a flag; the active milestone of its release
 * plan is the stage.
 */
#define MAX_FEATURES     1000u
#define MAX_ENVIRONMENTS 100u
#define MAX_STRATEGIES   200u

/* The share of one strategy, or `SLIP_OBSERVED_NO_SHARE` if it is of a kind
 * that tells none. */
static gboolean
read_strategy (const SlipJsonCursor *strategy, int *share, GError **error)
{
  SlipJsonCursor parameters = slip_json_member (strategy, "parameters");
  SlipSaid is_disabled = SLIP_SAID_NOTHING;
  g_autofree char *name = NULL;
  g_autofree char *rollout = NULL;

  *share = SLIP_OBSERVED_NO_SHARE;
  if (!slip_json_get_object (strategy, error) ||
      !slip_status_read_clipped (strategy, "name", SLIP_STATUS_MAX_NAME, &name,
                                 error) ||
      (name == NULL &&
       !slip_status_read_clipped (strategy, "strategyName",
                                  SLIP_STATUS_MAX_NAME, &name, error)) ||
      !slip_status_read_said (strategy, "disabled", &is_disabled, error))
    return FALSE;
  if (is_disabled == SLIP_SAID_YES)
    *share = 0;
  else if (g_strcmp0 (name, "default") == 0)
    *share = 10000;
  if (g_strcmp0 (name, "flexibleRollout") != 0 || is_disabled == SLIP_SAID_YES)
    return TRUE;

  /* Parameters are texts, numbers too. */
  if (!slip_status_read_clipped (&parameters, "rollout", SLIP_STATUS_MAX_NAME,
                                 &rollout, error))
    return FALSE;
  double percent = rollout != NULL ? g_ascii_strtod (rollout, NULL) : -1;
  if (percent >= 0 && percent <= 100)
    *share = (int) lround (percent * 100);
  return TRUE;
}

/* The largest share of strategies, unknown if that of one is. */
static gboolean
read_strategies (const SlipJsonCursor *object, int *share, GError **error)
{
  SlipJsonCursor list;
  guint n;

  if (!slip_status_read_array (object, "strategies", MAX_STRATEGIES, &list, &n,
                               error))
    return FALSE;
  for (guint i = 0; i < n; i++) {
    SlipJsonCursor strategy = slip_json_element (&list, i);
    int own;

    if (!read_strategy (&strategy, &own, error))
      return FALSE;
    if (own == SLIP_OBSERVED_NO_SHARE) {
      *share = SLIP_OBSERVED_NO_SHARE;
      return TRUE;
    }
    *share = MAX (*share, own);
  }
  return TRUE;
}

/* Sets stage and share by the milestone with the id @active. */
static gboolean
read_milestones (const SlipJsonCursor *plan,
                 const char *active,
                 SlipObservation *flag,
                 GError **error)
{
  SlipJsonCursor list;
  guint n;

  if (!slip_status_read_array (plan, "milestones", MAX_STRATEGIES, &list, &n,
                               error))
    return FALSE;
  for (guint i = 0; i < n; i++) {
    SlipJsonCursor milestone = slip_json_element (&list, i);
    g_autofree char *id = NULL;

    if (!slip_json_get_object (&milestone, error) ||
        !slip_status_read_name (&milestone, "id", &id, error))
      return FALSE;
    if (!g_str_equal (id, active))
      continue;
    return slip_status_read_clipped (&milestone, "name", SLIP_STATUS_MAX_NAME,
                                     &flag->stage, error) &&
           slip_status_read_instant (&milestone, "startedAt",
                                     &flag->updated_at_ms, error) &&
           read_strategies (&milestone, &flag->share, error);
  }
  return TRUE;
}

static gboolean
read_plans (const SlipJsonCursor *environment,
            SlipObservation *flag,
            GError **error)
{
  SlipJsonCursor list;
  guint n;

  if (!slip_status_read_array (environment, "releasePlans", MAX_STRATEGIES,
                               &list, &n, error))
    return FALSE;
  for (guint i = 0; i < n; i++) {
    SlipJsonCursor plan = slip_json_element (&list, i);
    g_autofree char *active = NULL;

    if (!slip_json_get_object (&plan, error) ||
        !slip_status_read_clipped (&plan, "activeMilestoneId",
                                   SLIP_STATUS_MAX_NAME, &active, error))
      return FALSE;
    if (active != NULL)
      return read_milestones (&plan, active, flag, error);
  }
  return TRUE;
}

static gboolean
read_environment (const SlipJsonCursor *environment,
                  const char *feature,
                  SlipStatusReport *report,
                  GError **error)
{
  SlipObservation *flag =
    slip_status_report_add (report, SLIP_OBSERVATION_FLAG);

  flag->flag = g_strdup (feature);
  return slip_json_get_object (environment, error) &&
         slip_status_read_name (environment, "name", &flag->environment,
                                error) &&
         slip_status_read_said (environment, "enabled", &flag->is_on, error) &&
         read_strategies (environment, &flag->share, error) &&
         read_plans (environment, flag, error);
}

static gboolean
read_feature (const SlipJsonCursor *feature,
              SlipStatusReport *report,
              GError **error)
{
  SlipJsonCursor archived = slip_json_member (feature, "archivedAt");
  SlipJsonCursor list;
  g_autofree char *name = NULL;
  guint n;

  if (!slip_json_get_object (feature, error) ||
      !slip_status_read_name (feature, "name", &name, error))
    return FALSE;
  if (!slip_json_is_absent (&archived))
    return TRUE;
  if (!slip_status_read_array (feature, "environments", MAX_ENVIRONMENTS, &list,
                               &n, error))
    return FALSE;
  for (guint i = 0; i < n; i++) {
    SlipJsonCursor environment = slip_json_element (&list, i);

    if (!read_environment (&environment, name, report, error))
      return FALSE;
  }
  return TRUE;
}

/* The query of @address with its offset moved to @offset. */
static char *
dup_query (GUri *address, gint64 offset)
{
  const char *query = g_uri_get_query (address);
  g_auto (GStrv) parts = g_strsplit (query != NULL ? query : "", "&", -1);
  GString *moved = g_string_new ("?");

  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0' && !g_str_has_prefix (parts[i], "offset="))
      g_string_append_printf (moved, "%s&", parts[i]);
  g_string_append_printf (moved, "offset=%" G_GINT64_FORMAT, offset);
  return g_string_free (moved, FALSE);
}

static gint64
get_offset (GUri *address)
{
  const char *query = g_uri_get_query (address);
  g_auto (GStrv) parts = g_strsplit (query != NULL ? query : "", "&", -1);
  guint64 offset = 0;

  for (guint i = 0; parts[i] != NULL; i++)
    if (g_str_has_prefix (parts[i], "offset="))
      g_ascii_string_to_unsigned (parts[i] + 7, 10, 0, SLIP_STATUS_MAX_COUNT,
                                  &offset, NULL);
  return (gint64) offset;
}

/* Where the next page is, if there is one after @n features of this. */
static gboolean
find_next (const SlipJsonCursor *top,
           const char *address,
           guint n,
           SlipStatusReport *report,
           GError **error)
{
  g_autoptr (GUri) uri = NULL;
  gint64 total = 0;

  if (!slip_status_read_count (top, "total", &total, error))
    return FALSE;
  if (address != NULL)
    uri = g_uri_parse (address, G_URI_FLAGS_ENCODED, NULL);
  if (uri == NULL || n == 0 || get_offset (uri) + n >= total)
    return TRUE;
  report->next = dup_query (uri, get_offset (uri) + n);
  return TRUE;
}

static gboolean
read_features (const SlipJsonCursor *top,
               const SlipAdapterInput *input,
               SlipStatusReport *report,
               GError **error)
{
  SlipJsonCursor list = slip_json_member (top, "features");
  guint n;

  if (!slip_json_get_object (top, error) ||
      !slip_status_get_array (&list, MAX_FEATURES, &n, error))
    return FALSE;
  for (guint i = 0; i < n; i++) {
    SlipJsonCursor feature = slip_json_element (&list, i);

    if (!read_feature (&feature, report, error))
      return FALSE;
  }
  return find_next (top, input->address, n, report, error);
}

const SlipAdapter slip_adapter_unleash = {
  .id = "unleash",
  .label = N_ ("Unleash flags and release plans"),
  .example = "https://unleash.example.org/api/admin/search/features?limit=100",
  .read = read_features,
};
