/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-adapter.h"
#include "slip-status-reading.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/*
 * https://docs.github.com/en/rest/issues/issues, 'List repository issues': an
 * array; pages by Link.  An issue is something to do for the release that its
 * milestone names, and for each audience that a label `audience:NAME` names.
 * Without a milestone it says nothing about a release.  Pull requests are in
 * the list too, told by their member `pull_request`.
 */
#define AUDIENCE_LABEL "audience:"

/* Most labels and people of one issue. */
#define MAX_LABELS 100u

static SlipObservedState
find_state (const char *state, const char *reason)
{
  if (g_strcmp0 (state, "open") == 0)
    return SLIP_OBSERVED_NOT_STARTED;
  if (g_strcmp0 (state, "closed") != 0)
    return SLIP_OBSERVED_UNKNOWN;
  if (reason == NULL || g_str_equal (reason, "completed"))
    return SLIP_OBSERVED_DONE;
  if (g_str_equal (reason, "not_planned") || g_str_equal (reason, "duplicate"))
    return SLIP_OBSERVED_NOT_NEEDED;
  return SLIP_OBSERVED_UNKNOWN;
}

static gboolean
read_state (const SlipJsonCursor *entry,
            SlipObservedState *state,
            GError **error)
{
  g_autofree char *word = NULL;
  g_autofree char *reason = NULL;

  if (!slip_status_read_clipped (entry, "state", SLIP_STATUS_MAX_NAME, &word,
                                 error) ||
      !slip_status_read_clipped (entry, "state_reason", SLIP_STATUS_MAX_NAME,
                                 &reason, error))
    return FALSE;
  *state = find_state (word, reason);
  return TRUE;
}

/* The logins of those it is assigned to. */
static gboolean
read_owner (const SlipJsonCursor *entry, char **owner, GError **error)
{
  g_autoptr (GString) names = g_string_new (NULL);
  SlipJsonCursor list;
  guint n;

  if (!slip_status_read_array (entry, "assignees", MAX_LABELS, &list, &n,
                               error))
    return FALSE;
  for (guint i = 0; i < n; i++) {
    SlipJsonCursor person = slip_json_element (&list, i);
    g_autofree char *login = NULL;

    if (!slip_json_get_object (&person, error) ||
        !slip_status_read_name (&person, "login", &login, error))
      return FALSE;
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", login);
  }
  if (names->len > 0)
    *owner = slip_status_dup_clipped (names->str, SLIP_STATUS_MAX_NAME);
  return TRUE;
}

/* A label is an object with a name, or only the name. */
static gboolean
read_label (const SlipJsonCursor *label, char **name, GError **error)
{
  const char *text;

  if (slip_json_get_string (label, &text, NULL)) {
    *name = g_strdup (text);
    return TRUE;
  }
  return slip_json_get_object (label, error) &&
         slip_status_read_clipped (label, "name", SLIP_STATUS_MAX_NAME, name,
                                   error);
}

/* Adds what the issue says of @release and, if not %NULL, @audience. */
static void
add_status (SlipStatusReport *report,
            const char *release,
            const char *audience,
            const SlipObservedItem *issue,
            gint64 updated_at_ms)
{
  SlipObservation *status =
    slip_status_report_add (report, SLIP_OBSERVATION_STATUS);

  status->release = g_strdup (release);
  status->audience = g_strdup (audience);
  status->owner = g_strdup (issue->owner);
  status->updated_at_ms = updated_at_ms;
  status->done = issue->state == SLIP_OBSERVED_DONE ? 1 : 0;
  status->total = issue->state == SLIP_OBSERVED_NOT_NEEDED ? 0 : 1;
  status->state = issue->state;
  g_ptr_array_add (status->items, slip_observed_item_copy (issue));
}

static gboolean
add_statuses (const SlipJsonCursor *entry,
              const char *release,
              const SlipObservedItem *issue,
              SlipStatusReport *report,
              GError **error)
{
  SlipJsonCursor list;
  gint64 updated_at_ms = 0;
  guint n, n_audiences = 0;

  if (!slip_status_read_instant (entry, "updated_at", &updated_at_ms, error) ||
      !slip_status_read_array (entry, "labels", MAX_LABELS, &list, &n, error))
    return FALSE;
  for (guint i = 0; i < n; i++) {
    SlipJsonCursor label = slip_json_element (&list, i);
    g_autofree char *name = NULL;

    if (!read_label (&label, &name, error))
      return FALSE;
    if (name == NULL || !g_str_has_prefix (name, AUDIENCE_LABEL))
      continue;
    const char *audience = g_strstrip (name + strlen (AUDIENCE_LABEL));
    if (*audience == '\0')
      continue;
    add_status (report, release, audience, issue, updated_at_ms);
    n_audiences++;
  }
  if (n_audiences == 0)
    add_status (report, release, NULL, issue, updated_at_ms);
  return TRUE;
}

static gboolean
read_issue (const SlipJsonCursor *entry,
            SlipStatusReport *report,
            GError **error)
{
  SlipJsonCursor pull_request = slip_json_member (entry, "pull_request");
  SlipJsonCursor milestone = slip_json_member (entry, "milestone");
  g_autoptr (SlipObservedItem) issue = slip_observed_item_new ();
  g_autofree char *release = NULL;

  if (!slip_json_get_object (entry, error))
    return FALSE;
  if (!slip_json_is_absent (&pull_request) || slip_json_is_absent (&milestone))
    return TRUE;
  if (!slip_json_get_object (&milestone, error) ||
      !slip_status_read_name (&milestone, "title", &release, error) ||
      !slip_status_read_name (entry, "title", &issue->title, error) ||
      !read_state (entry, &issue->state, error) ||
      !read_owner (entry, &issue->owner, error) ||
      !slip_status_read_url (entry, "html_url", &issue->url, error))
    return FALSE;
  return add_statuses (entry, release, issue, report, error);
}

static gboolean
read_issues (const SlipJsonCursor *top,
             const SlipAdapterInput *input,
             SlipStatusReport *report,
             GError **error)
{
  return slip_status_read_each (top, read_issue, report, error);
}

const SlipAdapter slip_adapter_github_issues = {
  .id = "github-issues",
  .label = N_ ("GitHub issues"),
  .example = "https://api.github.com/repos/OWNER/REPOSITORY/"
             "issues?state=all&milestone=*&per_page=100",
  .is_summed = TRUE,
  .read = read_issues,
};
