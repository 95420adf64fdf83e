/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-adapter.h"
#include "slip-status-reading.h"

#include <glib/gi18n-lib.h>

/*
 * https://docs.gitlab.com/api/releases/, 'List releases': an array; pages by
 * Link.  A release that is not `upcoming_release` is out; its milestones count
 * their issues.
 */
#define MAX_MILESTONES 100u

static gboolean
read_milestones (const SlipJsonCursor *entry,
                 SlipObservation *status,
                 GError **error)
{
  SlipJsonCursor list;
  guint n;

  if (!slip_status_read_array (entry, "milestones", MAX_MILESTONES, &list, &n,
                               error))
    return FALSE;
  for (guint i = 0; i < n; i++) {
    SlipJsonCursor milestone = slip_json_element (&list, i);
    SlipJsonCursor stats = slip_json_member (&milestone, "issue_stats");
    gint64 total = 0, closed = 0;

    if (!slip_json_get_object (&milestone, error))
      return FALSE;
    if (slip_json_is_absent (&stats))
      continue;
    if (!slip_json_get_object (&stats, error) ||
        !slip_status_read_count (&stats, "total", &total, error) ||
        !slip_status_read_count (&stats, "closed", &closed, error))
      return FALSE;
    status->done = MAX (status->done, 0) + closed;
    status->total = MAX (status->total, 0) + total;
  }
  return TRUE;
}

static gboolean
read_state (const SlipJsonCursor *entry,
            SlipObservation *status,
            GError **error)
{
  SlipSaid is_upcoming = SLIP_SAID_NOTHING;

  if (!slip_status_read_said (entry, "upcoming_release", &is_upcoming, error))
    return FALSE;
  if (is_upcoming == SLIP_SAID_NO)
    status->state = SLIP_OBSERVED_DONE;
  else if (is_upcoming == SLIP_SAID_YES)
    status->state = SLIP_OBSERVED_IN_PROGRESS;
  return TRUE;
}

/* A member @key of an object @name of @entry, which may be missing. */
static gboolean
read_below (const SlipJsonCursor *entry,
            const char *name,
            const char *key,
            char **value,
            GError **error)
{
  SlipJsonCursor object = slip_json_member (entry, name);

  if (slip_json_is_absent (&object))
    return TRUE;
  return slip_json_get_object (&object, error) &&
         slip_status_read_clipped (&object, key, SLIP_STATUS_MAX_NAME, value,
                                   error);
}

static gboolean
read_release (const SlipJsonCursor *entry,
              SlipStatusReport *report,
              GError **error)
{
  SlipObservation *status =
    slip_status_report_add (report, SLIP_OBSERVATION_STATUS);
  SlipJsonCursor links = slip_json_member (entry, "_links");

  if (!slip_json_get_object (entry, error) ||
      !slip_status_read_clipped (entry, "name", SLIP_STATUS_MAX_NAME,
                                 &status->release, error) ||
      (status->release == NULL &&
       !slip_status_read_name (entry, "tag_name", &status->release, error)) ||
      !slip_status_read_clipped (entry, "description", SLIP_STATUS_MAX_TEXT,
                                 &status->text, error) ||
      !slip_status_read_day (entry, "released_at", &status->stated_release_date,
                             error) ||
      !read_below (entry, "author", "name", &status->owner, error) ||
      !slip_status_read_url (&links, "self", &status->url, error))
    return FALSE;
  return read_state (entry, status, error) &&
         read_milestones (entry, status, error);
}

static gboolean
read_releases (const SlipJsonCursor *top,
               const SlipAdapterInput *input,
               SlipStatusReport *report,
               GError **error)
{
  return slip_status_read_each (top, read_release, report, error);
}

const SlipAdapter slip_adapter_gitlab_releases = {
  .id = "gitlab-releases",
  .label = N_ ("GitLab releases"),
  .example = "https://gitlab.com/api/v4/projects/ID/releases?per_page=100",
  .read = read_releases,
};
