/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-adapter.h"

#include "slip-json.h"

static const SlipAdapter *const adapters[] = {
  &slip_adapter_native,
  &slip_adapter_general,
  &slip_adapter_github_milestones,
  &slip_adapter_github_issues,
  &slip_adapter_gitlab_releases,
  &slip_adapter_gitlab_freeze_periods,
  &slip_adapter_unleash,
};

const SlipAdapter *const *
slip_adapter_list (guint *n_adapters)
{
  *n_adapters = G_N_ELEMENTS (adapters);
  return adapters;
}

const SlipAdapter *
slip_adapter_find (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (adapters); i++)
    if (g_strcmp0 (adapters[i]->id, id) == 0)
      return adapters[i];
  return NULL;
}

SlipStatusReport *
slip_adapter_read (const SlipAdapter *self,
                   GBytes *bytes,
                   const SlipAdapterInput *input,
                   GError **error)
{
  const SlipJsonLimits limits = { .max_bytes = SLIP_ADAPTER_MAX_BYTES };
  g_autoptr (SlipStatusReport) report = slip_status_report_new ();
  g_autoptr (JsonNode) root = slip_json_parse (bytes, &limits, error);

  if (root == NULL)
    return NULL;

  SlipJsonCursor top = slip_json_cursor (root);
  if (!self->read (&top, input, report, error))
    return NULL;
  return g_steal_pointer (&report);
}
