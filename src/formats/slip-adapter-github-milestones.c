/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-adapter.h"
#include "slip-status-reading.h"

#include <glib/gi18n-lib.h>

/*
 * https://docs.github.com/en/rest/issues/milestones, 'List milestones': an
 * array; pages by Link.  A milestone is a release, and its issues are what is
 * to be done for it.
 */

static SlipObservedState
find_state (const char *word, gint64 n_closed)
{
  if (g_strcmp0 (word, "closed") == 0)
    return SLIP_OBSERVED_DONE;
  if (g_strcmp0 (word, "open") == 0)
    return n_closed > 0 ? SLIP_OBSERVED_IN_PROGRESS : SLIP_OBSERVED_NOT_STARTED;
  return SLIP_OBSERVED_UNKNOWN;
}

static gboolean
read_milestone (const SlipJsonCursor *entry,
                SlipStatusReport *report,
                GError **error)
{
  SlipObservation *status =
    slip_status_report_add (report, SLIP_OBSERVATION_STATUS);
  gint64 n_open = 0, n_closed = 0;

  if (!slip_json_get_object (entry, error) ||
      !slip_status_read_name (entry, "title", &status->release, error) ||
      !slip_status_read_clipped (entry, "state", SLIP_STATUS_MAX_NAME,
                                 &status->state_word, error) ||
      !slip_status_read_clipped (entry, "description", SLIP_STATUS_MAX_TEXT,
                                 &status->text, error) ||
      !slip_status_read_count (entry, "open_issues", &n_open, error) ||
      !slip_status_read_count (entry, "closed_issues", &n_closed, error) ||
      !slip_status_read_day (entry, "due_on", &status->stated_release_date,
                             error) ||
      !slip_status_read_instant (entry, "updated_at", &status->updated_at_ms,
                                 error) ||
      !slip_status_read_url (entry, "html_url", &status->url, error))
    return FALSE;
  status->state = find_state (status->state_word, n_closed);
  status->done = n_closed;
  status->total = n_open + n_closed;
  return TRUE;
}

static gboolean
read_milestones (const SlipJsonCursor *top,
                 const SlipAdapterInput *input,
                 SlipStatusReport *report,
                 GError **error)
{
  return slip_status_read_each (top, read_milestone, report, error);
}

const SlipAdapter slip_adapter_github_milestones = {
  .id = "github-milestones",
  .label = N_ ("GitHub milestones"),
  .example = "https://api.github.com/repos/OWNER/REPOSITORY/"
             "milestones?state=all&per_page=100",
  .read = read_milestones,
};
